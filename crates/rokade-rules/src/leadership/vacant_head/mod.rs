//! `vacant-head`: a unit that should have a head, and where nobody is.

use std::collections::BTreeMap;

use rokade_change::ChangeSet;
use rokade_core::chart::{Chart, HeadState, StaffView, Superior, UnitView};
use rokade_core::finding::{Cause, Severity, Side, Value};
use rokade_core::ids::{Id, Kind, StaffId, Subject, UnitId};
use rokade_core::quantity::Quantity;

use crate::people::most_first;
use crate::rule::{
    ChartContext, Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, member,
    texts,
};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "vacant-head",
    family: Family::Leadership,
    severity: Severity::Warning,
    certainty: RuleCertainty::Certain,
    rank: Rank::Leadership,
    replaces: &[],
    follows: &[Kind::Unit],
    question: Question::Both(chart, pair),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

fn chart(context: &ChartContext<'_>, sink: &mut Sink<'_>) {
    let waiting = waiting(context.chart);
    for unit in vacant(context.chart) {
        let posts = waiting.get(unit.id()).copied().unwrap_or(Quantity::ZERO);
        let subject = unit.id().subject();
        let Some(member) = sink.member(subject.clone(), "", posts) else {
            continue;
        };
        let side = sink.side();
        let draft = Draft::new(Cause::itself(subject))
            .member(member)
            .help("help-alone");
        let draft = described(draft, side, &[(unit, posts)], &[]);
        sink.report(labelled(draft, side, unit));
    }
}

/// One finding a cause: where there was a head, and nobody is.
fn pair(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let waiting = waiting(context.revision);
    let mut by_cause: BTreeMap<Cause, Vec<(UnitView<'_>, Vec<StaffId>)>> = BTreeMap::new();
    for unit in vacant(context.revision) {
        let heads = former_heads(context, unit);
        if !heads.is_empty() {
            let cause = cause(context.changes, unit.id());
            by_cause.entry(cause).or_default().push((unit, heads));
        }
    }
    for (cause, found) in by_cause {
        let units: Vec<(UnitView<'_>, Quantity)> = found
            .iter()
            .map(|(unit, _)| {
                let posts = waiting.get(unit.id()).copied();
                (*unit, posts.unwrap_or(Quantity::ZERO))
            })
            .collect();
        let mut heads: Vec<Subject> = found
            .iter()
            .flat_map(|(_, heads)| heads.iter().map(Id::subject))
            .collect();
        heads.sort();
        heads.dedup();
        let members = units
            .iter()
            .map(|(unit, posts)| member(Side::Revision, unit.id().subject(), *posts));
        let mut draft = Draft::new(cause).members(members);
        draft = described(draft, Side::Revision, &units, &heads);
        for (unit, _) in &units {
            draft = labelled(draft, Side::Revision, *unit);
        }
        for head in heads {
            draft = draft.at(Side::Base, head, [], "label-base");
        }
        sink.report(draft);
    }
}

/// The units whose head is vacant, by id.
fn vacant(chart: &Chart) -> Vec<UnitView<'_>> {
    let units = chart.units_by_id();
    let vacant = units.filter(|unit| !unit.is_external() && unit.head().is_vacant());
    vacant.collect()
}

/// How many posts wait for the head of each unit where nobody is.
fn waiting(chart: &Chart) -> BTreeMap<&UnitId, Quantity> {
    let mut waiting: BTreeMap<&UnitId, Quantity> = BTreeMap::new();
    for post in chart.staff() {
        let unit = match post.superior() {
            Superior::Waiting(unit) => Some(unit),
            // Said to report to the very post that nobody is in.
            Superior::Post(head) if !head.is_filled() => head.heads().next(),
            _ => None,
        };
        if let Some(unit) = unit {
            *waiting.entry(unit.id()).or_insert(Quantity::ZERO) += post.count();
        }
    }
    waiting
}

/// The posts that headed, filled, what became this unit.
fn former_heads(context: &PairContext<'_>, unit: UnitView<'_>) -> Vec<StaffId> {
    let before = context.changes.lineage.units.before(unit, context.base);
    before
        .filter_map(|before| match before.head() {
            HeadState::Post(post) => Some(post.id().clone()),
            _ => None,
        })
        .collect()
}

/// What happened to the units that it came from, else the unit itself.
fn cause(changes: &ChangeSet, unit: &UnitId) -> Cause {
    let ancestors = changes.lineage.units.ancestors(unit);
    let causes = ancestors.iter().filter_map(|id| changes.unit(id)?.cause());
    causes
        .min()
        .unwrap_or_else(|| Cause::itself(ancestors.first().unwrap_or(unit).subject()))
}

fn described(
    draft: Draft,
    side: Side,
    units: &[(UnitView<'_>, Quantity)],
    heads: &[Subject],
) -> Draft {
    let posts: Quantity = units.iter().map(|(_, posts)| *posts).sum();
    let waiting = units
        .iter()
        .map(|(unit, posts)| (unit.id().subject(), *posts));
    let unfilled = units.iter().filter_map(|(unit, _)| unit.head().post());
    draft
        .things(
            "units",
            side,
            units.iter().map(|(unit, _)| unit.id().subject()),
        )
        .set("waiting", Value::Amounts(side, most_first(waiting)))
        .things("unfilled", side, unfilled.map(|post| post.id().subject()))
        .things("heads", Side::Base, heads.iter().cloned())
        .word(
            "waits",
            if posts == Quantity::ZERO {
                "nobody"
            } else {
                "somebody"
            },
        )
        .posts(posts)
}

/// Where it says that nobody is there: at the unit, and at a post that is not filled.
fn labelled(draft: Draft, side: Side, unit: UnitView<'_>) -> Draft {
    let draft = draft.at(side, unit.id().subject(), ["head".into()], "label");
    match unit.head().post().map(StaffView::id) {
        Some(post) => draft.at(side, post.subject(), ["filled".into()], "label-unfilled"),
        None => draft,
    }
}
