//! `several-roots`: more than one unit that stands under none.

use rokade_core::chart::{ParentState, UnitView};
use rokade_core::finding::{Cause, Severity};
use rokade_core::ids::{Id, Subject};
use rokade_core::quantity::Quantity;

use crate::rule::{ChartContext, Draft, Family, Question, Rank, Rule, RuleCertainty, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "several-roots",
    family: Family::File,
    severity: Severity::Warning,
    certainty: RuleCertainty::Certain,
    rank: Rank::File,
    replaces: &[],
    follows: &[],
    question: Question::Chart(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

fn check(context: &ChartContext<'_>, sink: &mut Sink<'_>) {
    let mut roots: Vec<UnitView<'_>> = context
        .chart
        .units()
        .filter(|unit| unit.parent_state() == ParentState::Root && !unit.is_external())
        // A misspelt `parent` is a fault already.
        .filter(|unit| !context.is_faulty(&unit.id().subject()))
        .collect();
    if roots.len() < 2 {
        return;
    }
    // The one with least below it is most likely the one that lacks its parent.
    roots.sort_by_cached_key(|unit| (unit.subtree().count(), unit.id()));
    let members: Vec<_> = roots
        .iter()
        .filter_map(|unit| sink.member(unit.id().subject(), "", Quantity::ONE))
        .collect();
    if members.is_empty() {
        return;
    }
    let side = sink.side();
    let subjects: Vec<Subject> = roots.iter().map(|unit| unit.id().subject()).collect();
    let mut draft = Draft::new(Cause::itself(Subject::chart()))
        .things("units", side, subjects.iter().cloned())
        .members(members);
    for unit in subjects {
        draft = draft.at(side, unit, [], "label");
    }
    sink.report(draft);
}
