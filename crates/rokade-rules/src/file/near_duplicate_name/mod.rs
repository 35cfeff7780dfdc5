//! `near-duplicate-name`: two names that are most likely meant as one.

use rokade_core::chart::UnitView;
use rokade_core::entry::{FunctionEntry, SiteEntry, TargetGroupEntry, UnitEntry};
use rokade_core::finding::{At, Cause, CauseKind, Label, Member, Severity};
use rokade_core::ids::{Id, Kind, Subject};
use rokade_core::quantity::{Certainty, Quantity};
use rokade_core::span::{PathStep, Place};
use rokade_core::text::Text;

use crate::rule::{ChartContext, Draft, Family, Question, Rank, Rule, RuleCertainty, Sink, texts};

mod alike;

use alike::{Alike, Names, alike};

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

/// The names that are looked at, with the field that each stands in, and the thing where it is a unit.
#[derive(Default)]
struct Stated<'c> {
    names: Names<'c>,
    fields: Vec<Field>,
    units: Vec<Option<UnitView<'c>>>,
}

/// Where a name stands in its entity.
#[derive(Debug, Clone, Copy)]
enum Field {
    /// It has none, and goes by its id.
    Id,
    Name,
    /// In this place under `also`.
    Also(usize),
}

impl Field {
    fn path(self) -> Vec<PathStep> {
        match self {
            Field::Id => Vec::new(),
            Field::Name => vec!["name".into()],
            Field::Also(item) => vec!["also".into(), item.into()],
        }
    }
}

#[expect(
    clippy::indexing_slicing,
    reason = "a name is named by its place in the list of names"
)]
fn check(context: &ChartContext<'_>, sink: &mut Sink<'_>) {
    let stated = stated(context);
    let related = |a: usize, b: usize| match (stated.units[a], stated.units[b]) {
        (Some(a), Some(b)) => are_related(a, b),
        _ => false,
    };
    for found in alike(&stated.names, &related) {
        report(sink, &stated, &found);
    }
}

/// The names of the things of which two that are one would be counted as two.
fn stated<'c>(context: &ChartContext<'c>) -> Stated<'c> {
    let chart = context.chart;
    let mut all = Stated::default();
    for unit in chart.units().filter(|unit| !unit.is_external()) {
        let UnitEntry { name, more, .. } = unit.entry();
        all.add(context, unit.id(), name.as_ref(), &more.also, Some(unit));
    }
    for function in chart.functions() {
        let FunctionEntry { name, also, .. } = function.entry();
        all.add(context, function.id(), name.as_ref(), also, None);
    }
    for site in chart.sites() {
        let SiteEntry { name, also, .. } = site.entry();
        all.add(context, site.id(), name.as_ref(), also, None);
    }
    for group in chart.groups() {
        let TargetGroupEntry { name, also, .. } = group.entry();
        all.add(context, group.id(), name.as_ref(), also, None);
    }
    all
}

impl<'c> Stated<'c> {
    /// Adds the names of a thing, where they stand as they were meant.
    fn add(
        &mut self,
        context: &ChartContext<'_>,
        id: &'c impl Id,
        name: Option<&'c Text>,
        also: &'c [String],
        unit: Option<UnitView<'c>>,
    ) {
        let thing = id.subject();
        if context.is_faulty(&thing) {
            return;
        }
        let first = name.map_or((Field::Id, id.as_str()), |name| (Field::Name, name));
        let others = also.iter().enumerate();
        let others = others.map(|(item, name)| (Field::Also(item), name.as_str()));
        for (field, text) in std::iter::once(first).chain(others) {
            let is_other = matches!(field, Field::Also(_));
            self.names.add(thing.clone(), text, is_other);
            self.fields.push(field);
            self.units.push(unit);
        }
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
fn report(sink: &mut Sink<'_>, stated: &Stated<'_>, found: &Alike) {
    let side = sink.side();
    let name = |n: &usize| stated.names.get(*n);
    let mut things: Vec<Subject> = found.names.iter().map(|n| name(n).thing.clone()).collect();
    things.dedup();
    let members: Vec<Member> = things
        .iter()
        .filter_map(|thing| sink.member(thing.clone(), "", Quantity::ONE))
        .collect();
    if members.is_empty() {
        return;
    }
    let mut texts: Vec<String> = Vec::new();
    for text in found.names.iter().map(|n| &name(n).text) {
        if !texts.iter().any(|known| known == text) {
            texts.push(text.clone().into_owned());
        }
    }
    let first_name = texts.first().cloned().unwrap_or_default();
    let other_name = texts.get(1).cloned().unwrap_or_default();
    let kind = things.first().map_or(Kind::Unit, |thing| thing.kind);
    let mut draft = Draft::new(Cause::new(CauseKind::Itself, things.iter().cloned()))
        .certainty(Certainty::Possible)
        .members(members)
        .word("kind", kind.name())
        .word("difference", found.difference.word())
        .set("name", first_name)
        .set("other_name", other_name)
        .set("more_names", texts.len().saturating_sub(2))
        .set("names", texts)
        .things("things", side, things);
    for &n in &found.names {
        let place = Place {
            subject: name(&n).thing.clone(),
            path: stated.fields[n].path(),
        };
        draft = draft.label(Label {
            at: At::Place(side, place),
            text: "label",
            data: indexmap::IndexMap::new(),
        });
    }
    sink.report(draft);
}
