//! `late-hearing`: a hearing that ends on the day of the decision, or after it.

use rokade_core::finding::{Cause, Severity, Value};
use rokade_core::ids::Subject;
use rokade_core::quantity::Certainty;

use crate::process::steps::{Step, at_decision, end_key, hearings, spoken_for};
use crate::rule::{ChartContext, Draft, Family, Question, Rank, Rule, RuleCertainty, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "late-hearing",
    family: Family::Process,
    severity: Severity::Error,
    certainty: RuleCertainty::Certain,
    rank: Rank::Process,
    replaces: &[],
    follows: &[],
    question: Question::Chart(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// One finding: it is one decision that comes too early for all of them.
fn check(context: &ChartContext<'_>, sink: &mut Sink<'_>) {
    let process = context.chart.process();
    let Some(decided) = process.decided() else {
        return;
    };
    let mut late: Vec<(Step<'_>, _)> = Vec::new();
    let mut members = Vec::new();
    for (subject, step) in hearings(process) {
        // What has not begun by then has not ended either.
        let Some(end) = step.end().or(step.start()) else {
            continue;
        };
        if end.on_or_after(decided) != Some(Certainty::Certain) {
            continue;
        }
        if let Some(member) = sink.member(subject.clone(), "", decided.days_until(end)) {
            members.push(member);
            late.push(((subject, step), end));
        }
    }
    if late.is_empty() {
        return;
    }
    let side = sink.side();
    let dates = late
        .iter()
        .map(|((subject, _), end)| (subject.clone(), *end));
    let mut draft = Draft::new(Cause::itself(Subject::chart()))
        .members(members)
        .set("decided", decided)
        .set("hearings", Value::Dates(side, dates.collect()));
    for ((subject, step), end) in &late {
        draft = draft
            .at(side, subject.clone(), [end_key(*step)], "label")
            .label_set("end", *end);
    }
    draft = at_decision(draft, side, process);
    if let Some(posts) = spoken_for(late.iter().map(|((_, step), _)| *step)) {
        draft = draft.posts(posts);
    }
    sink.report(draft);
}
