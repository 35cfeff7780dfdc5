//! Citizens: what they must go through, and who has their cases.

use rokade_core::quantity::{Certainty, Quantity};

use super::{Changed, One, found};
use crate::citizens::entrance;
use crate::citizens::groups::on_the_way;
use crate::citizens::way::{More, Way};
use crate::rule::PairContext;

pub(super) fn with_more_advisers(context: &PairContext<'_>) -> Option<Changed> {
    of_rule(context, "more-advisers")
}

pub(super) fn with_more_sites(context: &PairContext<'_>) -> Option<Changed> {
    of_rule(context, "more-sites-to-visit")
}

fn of_rule(context: &PairContext<'_>, rule: &str) -> Option<Changed> {
    let found = found::in_pair(context, rule)?;
    Some(Changed {
        value: found::sum(&found, |finding| finding.citizens),
        whole: Some(on_their_way(context)),
    })
}

/// The citizens of the base who have a way to go, as many as are stated.
fn on_their_way(context: &PairContext<'_>) -> Quantity {
    let groups = context.base.groups().filter(|g| g.pathway().len() > 0);
    groups
        .map(|group| group.citizens().unwrap_or(Quantity::UNKNOWN))
        .sum()
}

/// The citizens of groups whose pathway leads through more units than before.
pub(super) fn with_more_units(context: &PairContext<'_>) -> Option<Changed> {
    let lineage = &context.changes.lineage.groups;
    if lineage.gate().is_shut() {
        return None;
    }
    let more = on_the_way(context).into_iter().filter_map(|group| {
        let citizens = group.citizens.unwrap_or(Quantity::UNKNOWN);
        match More::of(group)?.units? {
            Certainty::Certain => Some(citizens),
            Certainty::Possible => Some(citizens.any_part()),
        }
    });
    let value = more.sum();
    Some(Changed {
        value,
        whole: Some(on_their_way(context)),
    })
}

/// How often the citizen is handed over from one unit to another, pathway by pathway; nothing
/// where no pathway is stated.
pub(super) fn handovers(one: &One<'_>) -> Option<Quantity> {
    let ways: Vec<Quantity> = one
        .chart
        .groups()
        .filter(|group| group.pathway().len() > 1)
        .map(|group| Way::of(group).handovers())
        .collect();
    (!ways.is_empty()).then(|| ways.iter().sum())
}

pub(super) fn cases_with_other_caseworker(context: &PairContext<'_>) -> Option<Changed> {
    cases(context, "changed-caseworker")
}

pub(super) fn cases_undistributed(context: &PairContext<'_>) -> Option<Changed> {
    cases(context, "undistributed-cases")
}

/// The cases that a rule finds, of all that the base states; nothing where it states none.
fn cases(context: &PairContext<'_>, rule: &str) -> Option<Changed> {
    let found = found::in_pair(context, rule)?;
    let mut whole: Option<Quantity> = None;
    for function in context.base.functions() {
        let stated = function.entry().responsible.iter().flat_map(|r| &r.0);
        for cases in stated.filter_map(|scope| scope.cases) {
            whole = Some(whole.unwrap_or_default() + cases);
        }
    }
    let whole = whole?;
    let value = found::sum(&found, |finding| {
        Some(finding.members.iter().map(|member| member.amount).sum())
    });
    Some(Changed {
        value,
        whole: Some(whole),
    })
}

/// The units that citizens meet first; nothing where none is stated.
pub(super) fn entrances(one: &One<'_>) -> Option<Quantity> {
    entrance::entrances(one.chart).map(|entrances| entrances.count())
}
