//! `near-duplicate-name`: two names that are most likely meant as one.

use std::collections::BTreeSet;

use rokade_core::chart::{Chart, UnitView};
use rokade_core::finding::{At, Cause, CauseKind, Label, Member, Severity};
use rokade_core::ids::{Id, Kind, Subject, UnitId};
use rokade_core::quantity::{Certainty, Quantity};
use rokade_core::span::Place;

use crate::file::faulty;
use crate::rule::{ChartContext, Draft, Family, Question, Rank, Rule, Sink, texts};

mod alike;

use alike::{Alike, Name, alike};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "near-duplicate-name",
    family: Family::File,
    severity: Severity::Warning,
    rank: Rank::New,
    replaces: &[],
    follows: &[],
    question: Question::Chart(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// The kinds of which two that are one would be counted as two.
const KINDS: [Kind; 4] = [Kind::Unit, Kind::Function, Kind::Site, Kind::TargetGroup];

fn check(context: &ChartContext<'_>, sink: &mut Sink<'_>) {
    let faulty = faulty(context.faults);
    let mut names = names(context.chart);
    names.retain(|(_, name)| !faulty.contains(&name.thing));
    names.sort_by(|(a, _), (b, _)| a.cmp(b));
    let (places, names): (Vec<Place>, Vec<Name>) = names.into_iter().unzip();
    let units: Vec<Option<UnitView<'_>>> =
        names.iter().map(|name| unit(context.chart, &name.thing)).collect();
    let related = |a: usize, b: usize| match (units[a], units[b]) {
        (Some(a), Some(b)) => are_related(a, b),
        _ => false,
    };
    for found in alike(&names, &related) {
        report(sink, &places, &names, &found);
    }
}

fn unit<'c>(chart: &'c Chart, thing: &Subject) -> Option<UnitView<'c>> {
    let id = UnitId::parse(&thing.id).ok().filter(|_| thing.kind == Kind::Unit)?;
    chart.unit(&id)
}

/// The names of all that is ours, with their places; what has none goes by its id.
fn names(chart: &Chart) -> Vec<(Place, Name)> {
    let entries = chart.entries();
    let is_ours = |thing: &Subject| match thing.kind {
        Kind::Unit => unit(chart, thing).is_some_and(|unit| !unit.is_external()),
        Kind::Function => entries.functions.contains_key(thing.id.as_str()),
        Kind::Site => entries.sites.contains_key(thing.id.as_str()),
        Kind::TargetGroup => entries.target_groups.contains_key(thing.id.as_str()),
        _ => false,
    };
    let mut named = BTreeSet::new();
    let mut names = Vec::new();
    for stated in entries.names() {
        if KINDS.contains(&stated.subject.kind) && is_ours(&stated.subject) {
            let is_other = stated.item.is_some();
            if !is_other {
                named.insert(stated.subject.clone());
            }
            names.push((stated.place(), Name::new(stated.subject, stated.text, is_other)));
        }
    }
    for thing in entries.subjects() {
        if KINDS.contains(&thing.kind) && !named.contains(&thing) && is_ours(&thing) {
            let place = Place {
                subject: thing.clone(),
                path: Vec::new(),
            };
            let id = thing.id.clone();
            names.push((place, Name::new(thing, &id, false)));
        }
    }
    names
}

/// Whether two units are one above the other or side by side: those who named them saw both.
fn are_related(a: UnitView<'_>, b: UnitView<'_>) -> bool {
    let side_by_side = a.parent().is_some() && a.parent() == b.parent();
    side_by_side || a.is_within(b) || b.is_within(a)
}

fn report(sink: &mut Sink<'_>, places: &[Place], names: &[Name], found: &Alike) {
    let side = sink.side();
    let mut things: Vec<Subject> = found.names.iter().map(|&n| names[n].thing.clone()).collect();
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
