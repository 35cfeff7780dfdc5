//! `budget-over-frame`: units have larger budgets together than the frame they share.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rokade_core::chart::{Chart, Named, UnitView};
use rokade_core::finding::{Cause, Severity, Value, sorted};
use rokade_core::ids::{Kind, Subject, UnitId};
use rokade_core::quantity::{Certainty, Quantity};

use crate::rule::{ChartContext, Draft, Family, Question, Rank, Rule, RuleCertainty, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "budget-over-frame",
    family: Family::Money,
    severity: Severity::Warning,
    certainty: RuleCertainty::Either,
    rank: Rank::Money,
    replaces: &[],
    follows: &[Kind::Unit],
    question: Question::Chart(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// How many budgets a finding points at; the data has them all.
const LABELLED: usize = 4;

/// A frame with the budgets that it is divided into.
struct Frame<'c> {
    unit: UnitView<'c>,
    parts: Vec<(UnitView<'c>, Quantity)>,
}

fn check(context: &ChartContext<'_>, sink: &mut Sink<'_>) {
    let mut unknown: Vec<Subject> = Vec::new();
    for frame in frames(context.chart) {
        let subject = frame.unit.subject();
        let faulty = |unit: &UnitView<'_>| context.is_faulty(&unit.subject());
        if faulty(&frame.unit) || frame.parts.iter().any(|(unit, _)| faulty(unit)) {
            continue;
        }
        let whole = frame.unit.entry().budget.unwrap_or(Quantity::UNKNOWN);
        let total: Quantity = frame.parts.iter().map(|(_, budget)| *budget).sum();
        let certainty = total.exceeds(whole);
        // Anything can be above a frame when nobody knows how much it is.
        if certainty != Some(Certainty::Certain) && (whole.is_unknown() || total.high().is_none()) {
            unknown.push(subject);
        } else if let Some(certainty) = certainty {
            over(context, sink, frame, whole, total, certainty);
        }
    }
    if !unknown.is_empty() {
        let units = Value::Things(sink.side(), sorted(unknown));
        sink.not_judged("not-judged", [("units", units)]);
    }
}

/// Every unit with a budget below which other units have one, and the topmost of those: a unit's
/// budget is for all below it, so what is further down has its part of theirs.
fn frames(chart: &Chart) -> Vec<Frame<'_>> {
    let has_budget = |unit: &UnitView<'_>| unit.entry().budget.is_some() && !unit.is_external();
    let mut frames: BTreeMap<&UnitId, Frame<'_>> = BTreeMap::new();
    // The nearest unit above with a budget; what was seen on the way is not walked again.
    let mut above: BTreeMap<&UnitId, Option<UnitView<'_>>> = BTreeMap::new();
    for unit in chart.units().filter(has_budget) {
        let mut passed: Vec<&UnitId> = Vec::new();
        let mut found = None;
        for next in unit.ancestors() {
            if has_budget(&next) {
                found = Some(next);
                break;
            }
            if let Some(known) = above.get(next.id()) {
                found = *known;
                break;
            }
            passed.push(next.id());
        }
        above.extend(passed.into_iter().map(|id| (id, found)));
        if let (Some(frame), Some(budget)) = (found, unit.entry().budget) {
            let parts = &mut frames
                .entry(frame.id())
                .or_insert_with(|| Frame {
                    unit: frame,
                    parts: Vec::new(),
                })
                .parts;
            parts.push((unit, budget));
        }
    }
    frames.into_values().collect()
}

fn over(
    context: &ChartContext<'_>,
    sink: &mut Sink<'_>,
    frame: Frame<'_>,
    whole: Quantity,
    total: Quantity,
    certainty: Certainty,
) {
    let Frame { unit, mut parts } = frame;
    let over = total.less(whole);
    let Some(member) = sink.member(unit.subject(), "", over) else {
        return;
    };
    let chart = sink.side();
    let end = |q: Quantity| q.high().unwrap_or(i64::MAX);
    parts.sort_by_key(|(unit, budget)| (Reverse((end(*budget), budget.low())), *unit));
    let amounts = parts.iter().map(|(unit, budget)| (unit.subject(), *budget));
    let organization = context.chart.entries().header.organization.as_ref();
    let currency = organization.and_then(|own| own.currency.as_deref());
    let mut draft = Draft::new(Cause::itself(unit.subject()))
        .certainty(certainty)
        .member(member)
        .thing("unit", chart, unit.subject())
        .set("frame", whole)
        .set("total", Value::Money(total, currency.map(str::to_owned)))
        .set("over", over)
        .set("budgets", Value::Amounts(chart, amounts.collect()))
        .set("currency", currency.unwrap_or(""))
        .at(chart, unit.subject(), ["budget".into()], "label");
    for (unit, budget) in parts.into_iter().take(LABELLED) {
        draft = draft
            .at(chart, unit.subject(), ["budget".into()], "label-part")
            .label_set("budget", budget);
    }
    sink.report(draft);
}
