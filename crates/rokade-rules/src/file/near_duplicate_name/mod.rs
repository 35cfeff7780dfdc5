//! `near-duplicate-name`: two names that are most likely meant as one.

use rokade_core::chart::{Chart, UnitView};
use rokade_core::entry::{FunctionEntry, SiteEntry, TargetGroupEntry, UnitEntry};
use rokade_core::finding::{At, Cause, CauseKind, Label, Member, Severity};
use rokade_core::ids::{Id, Kind, Subject};
use rokade_core::quantity::{Certainty, Quantity};
use rokade_core::span::{PathStep, Place};

use crate::rule::{ChartContext, Draft, Family, Question, Rank, Rule, RuleCertainty, Sink, texts};

mod alike;

use alike::{Alike, Name, alike};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "near-duplicate-name",
    family: Family::File,
    severity: Severity::Warning,
    certainty: RuleCertainty::Possible,
    rank: Rank::New,
    replaces: &[],
    follows: &[],
    question: Question::Chart(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// What is looked at: a thing's name with its place, and the thing where it is a unit.
type Stated<'c> = (Place, Name, Option<UnitView<'c>>);

#[expect(
    clippy::indexing_slicing,
    reason = "a name is named by its place in the list of names"
)]
fn check(context: &ChartContext<'_>, sink: &mut Sink<'_>) {
    let mut stated = stated(context.chart);
    stated.retain(|(_, name, _)| !context.is_faulty(&name.thing));
    stated.sort_by(|(a, ..), (b, ..)| a.cmp(b));
    let mut places = Vec::with_capacity(stated.len());
    let mut names = Vec::with_capacity(stated.len());
    let mut units = Vec::with_capacity(stated.len());
    for (place, name, unit) in stated {
        places.push(place);
        names.push(name);
        units.push(unit);
    }
    let related = |a: usize, b: usize| match (units[a], units[b]) {
        (Some(a), Some(b)) => are_related(a, b),
        _ => false,
    };
    for found in alike(&names, &related) {
        report(sink, &places, &names, &found);
    }
}

/// The names of the things of which two that are one would be counted as two.
fn stated(chart: &Chart) -> Vec<Stated<'_>> {
    let mut all = Vec::new();
    for unit in chart.units().filter(|unit| !unit.is_external()) {
        let UnitEntry { name, more, .. } = unit.entry();
        add(&mut all, unit.id(), name.as_deref(), &more.also, Some(unit));
    }
    for function in chart.functions() {
        let FunctionEntry { name, also, .. } = function.entry();
        add(&mut all, function.id(), name.as_deref(), also, None);
    }
    for site in chart.sites() {
        let SiteEntry { name, also, .. } = site.entry();
        add(&mut all, site.id(), name.as_deref(), also, None);
    }
    for group in chart.groups() {
        let TargetGroupEntry { name, also, .. } = group.entry();
        add(&mut all, group.id(), name.as_deref(), also, None);
    }
    all
}

/// Adds the names of a thing; what has none goes by its id.
fn add<'c>(
    all: &mut Vec<Stated<'c>>,
    id: &impl Id,
    name: Option<&str>,
    also: &[String],
    unit: Option<UnitView<'c>>,
) {
    let mut push = |path: Vec<PathStep>, text: &str, is_other: bool| {
        let place = Place {
            subject: id.subject(),
            path,
        };
        all.push((place, Name::new(id.subject(), text, is_other), unit));
    };
    match name {
        Some(name) => push(vec!["name".into()], name, false),
        None => push(Vec::new(), id.as_str(), false),
    }
    for (item, text) in also.iter().enumerate() {
        push(vec!["also".into(), item.into()], text, true);
    }
}

/// Whether two units are one above the other or side by side: those who named them saw both.
fn are_related(a: UnitView<'_>, b: UnitView<'_>) -> bool {
    let side_by_side = a.parent().is_some() && a.parent() == b.parent();
    side_by_side || a.is_within(b) || b.is_within(a)
}

#[expect(
    clippy::indexing_slicing,
    reason = "a name is named by its place in the list of names"
)]
fn report(sink: &mut Sink<'_>, places: &[Place], names: &[Name], found: &Alike) {
    let side = sink.side();
    let mut things: Vec<Subject> = found
        .names
        .iter()
        .map(|&n| names[n].thing.clone())
        .collect();
    things.dedup();
    let members: Vec<Member> = things
        .iter()
        .filter_map(|thing| sink.member(thing.clone(), "", Quantity::ONE))
        .collect();
    if members.is_empty() {
        return;
    }
    let mut texts: Vec<String> = Vec::new();
    for &n in &found.names {
        if !texts.contains(&names[n].text) {
            texts.push(names[n].text.clone());
        }
    }
    let name = texts.first().cloned().unwrap_or_default();
    let other_name = texts.get(1).cloned().unwrap_or_default();
    let kind = things.first().map_or(Kind::Unit, |thing| thing.kind);
    let mut draft = Draft::new(Cause::new(CauseKind::Itself, things.iter().cloned()))
        .certainty(Certainty::Possible)
        .members(members)
        .word("kind", kind.name())
        .word("difference", found.difference.word())
        .set("name", name)
        .set("other_name", other_name)
        .set("more_names", texts.len().saturating_sub(2))
        .set("names", texts)
        .things("things", side, things);
    for &n in &found.names {
        draft = draft.label(Label {
            at: At::Place(side, places[n].clone()),
            text: "label",
            data: indexmap::IndexMap::new(),
        });
    }
    sink.report(draft);
}
