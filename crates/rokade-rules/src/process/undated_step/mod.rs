//! `undated-step`: a step, the decision or the day it takes effect has no date.

use indexmap::IndexMap;
use rokade_core::date::DateSpan;
use rokade_core::entry::{Process, StepEntry, StepKind};
use rokade_core::finding::{At, Cause, Label, Severity};
use rokade_core::ids::Subject;
use rokade_core::quantity::Quantity;
use rokade_core::span::{PathStep, Place};

use crate::process::steps::named;
use crate::rule::{ChartContext, Draft, Family, Question, Rank, Rule, RuleCertainty, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "undated-step",
    family: Family::Process,
    severity: Severity::Note,
    certainty: RuleCertainty::Certain,
    rank: Rank::Process,
    replaces: &[],
    follows: &[],
    question: Question::Chart(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// One finding a chart: a plan with many blanks is one plan.
fn check(context: &ChartContext<'_>, sink: &mut Sink<'_>) {
    let process = context.chart.process();
    let side = sink.side();
    let mut members = Vec::new();
    let mut labels: Vec<(Subject, Vec<PathStep>)> = Vec::new();
    let (decision, effective) = undated(process.entry());
    let chart = Subject::chart();
    for (is_undated, part, path) in [
        (decision, "decision", &["process", "decision", "date"][..]),
        (effective, "effective", &["process", "effective"][..]),
    ] {
        let member = is_undated.then(|| sink.member(chart.clone(), part, Quantity::ONE));
        if let Some(member) = member.flatten() {
            members.push(member);
            labels.push((
                chart.clone(),
                path.iter().copied().map(PathStep::from).collect(),
            ));
        }
    }
    let says = |part: &str| members.iter().any(|member| member.part == part);
    let dates = match (says("decision"), says("effective")) {
        (true, true) => "both",
        (true, false) => "decision",
        (false, true) => "effective",
        (false, false) => "none",
    };
    let mut steps = Vec::new();
    let mut kind = "none";
    for (subject, step) in named(process) {
        // A faulty date is a date that somebody has written.
        if context.is_faulty(&subject) {
            continue;
        }
        let Some(path) = undated_at(step.entry()) else {
            continue;
        };
        if let Some(member) = sink.member(subject.clone(), "", Quantity::ONE) {
            members.push(member);
            kind = step.kind().map_or("none", StepKind::word);
            steps.push(subject.clone());
            labels.push((subject, path));
        }
    }
    if members.is_empty() {
        return;
    }
    let mut draft = Draft::new(Cause::itself(chart))
        .members(members)
        .word("dates", dates)
        .word("kind", kind)
        .things("steps", side, steps);
    for (subject, path) in labels {
        draft = draft.label(Label {
            at: At::Place(side, Place { subject, path }),
            text: "label",
            data: IndexMap::new(),
        });
    }
    sink.report(draft);
}

/// Whether the decision, and the day it takes effect, are stated as `unknown`.
fn undated(process: &Process) -> (bool, bool) {
    let unknown = |date: Option<DateSpan>| date.is_some_and(DateSpan::is_unknown);
    let decision = process.decision.as_ref().and_then(|d| d.date);
    (unknown(decision), unknown(process.effective))
}

/// Where a step lacks a date: at the key that says `unknown`, or at the step as a whole.
fn undated_at(step: &StepEntry) -> Option<Vec<PathStep>> {
    let dates = [("date", step.date), ("from", step.from), ("to", step.to)];
    let unknown = |(_, date): &(&str, Option<DateSpan>)| date.is_some_and(DateSpan::is_unknown);
    if let Some((key, _)) = dates.iter().copied().find(unknown) {
        return Some(vec![key.into()]);
    }
    let has_none = dates.iter().all(|(_, date)| date.is_none());
    has_none.then(Vec::new)
}
