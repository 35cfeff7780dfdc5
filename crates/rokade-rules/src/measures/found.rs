//! Counting what a rule finds.

use std::collections::BTreeMap;

use rokade_core::finding::{Finding, Side};
use rokade_core::ids::Subject;
use rokade_core::quantity::{Certainty, Quantity};

use super::{One, count, input};
use crate::rule::PairContext;
use crate::run::{ChartInput, Found, Input, run};

/// What a rule finds in a restructuring; nothing where there is no such rule, or it is silent
/// because the charts do not line up.
pub(super) fn in_pair(context: &PairContext<'_>, rule: &str) -> Option<Found> {
    found(&input(context), context.limits, rule)
}

/// What a rule finds in one chart.
pub(super) fn in_chart(one: &One<'_>, rule: &str) -> Option<Found> {
    let input = Input {
        base: None,
        revision: ChartInput {
            chart: one.chart,
            faults: &[],
            complete: true,
        },
        hearings: one.hearings,
    };
    found(&input, one.limits, rule)
}

fn found(input: &Input<'_>, limits: &crate::rule::Limits, rule: &str) -> Option<Found> {
    crate::catalogue::find(rule)?;
    let found = run(input, limits, Some(&[rule]));
    (!found.silenced).then_some(found)
}

/// How many things the findings are about, each once: those that are possible may be none.
pub(super) fn members(found: &Found) -> Quantity {
    let mut things: BTreeMap<(Side, &Subject, &str), Certainty> = BTreeMap::new();
    for finding in &found.findings {
        for member in &finding.members {
            let thing = (member.side, &member.subject, member.part.as_str());
            let certainty = things.entry(thing).or_insert(finding.certainty);
            *certainty = finding.certainty.max(*certainty);
        }
    }
    let certain = things.values().filter(|c| **c == Certainty::Certain);
    let certain = certain.count();
    let possible = count(things.len() - certain).any_part();
    open_ended(found, count(certain) + possible)
}

/// The sum of what each finding says of itself: all of it where it is certain, any part where it
/// is possible, anything where it does not say.
pub(super) fn sum(found: &Found, of: impl Fn(&Finding) -> Option<Quantity>) -> Quantity {
    let amounts = found.findings.iter().map(|finding| {
        let amount = of(finding).unwrap_or(Quantity::UNKNOWN);
        match finding.certainty {
            Certainty::Certain => amount,
            Certainty::Possible => amount.any_part(),
        }
    });
    open_ended(found, amounts.sum())
}

/// What could not be judged may be any number more.
fn open_ended(found: &Found, amount: Quantity) -> Quantity {
    if found.not_judged.is_empty() {
        amount
    } else {
        amount + Quantity::UNKNOWN
    }
}
