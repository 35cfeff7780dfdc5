//! `clarified-before-decided`: staff are told their place before it is decided.

use rokade_core::finding::{Cause, Severity, Value};
use rokade_core::ids::Subject;
use rokade_core::quantity::Certainty;

use crate::process::clarification::{affected, deadlines, tellings, told};
use crate::process::steps::{at_decision, start_key};
use crate::rule::{ChartContext, Draft, Family, Question, Rank, Rule, RuleCertainty, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "clarified-before-decided",
    family: Family::Process,
    severity: Severity::Warning,
    certainty: RuleCertainty::Either,
    rank: Rank::Process,
    replaces: &[],
    follows: &[],
    question: Question::Chart(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// One finding: it is one decision that all of it comes before.
fn check(context: &ChartContext<'_>, sink: &mut Sink<'_>) {
    let process = context.chart.process();
    let Some(decided) = process.decided() else {
        return;
    };
    let mut certainty: Option<Certainty> = None;
    let mut members = Vec::new();
    let mut early = deadlines(process);
    early.retain(|deadline| {
        let found = deadline.date.before(decided);
        let days = deadline.date.days_until(decided);
        let member = found.and_then(|_| sink.member(Subject::chart(), &deadline.part(), days));
        let is_new = member.is_some();
        members.extend(member);
        certainty = certainty.max(found.filter(|_| is_new));
        is_new
    });
    let mut steps = Vec::new();
    for (subject, step) in tellings(process) {
        // One of which only the end is known begins no later than that.
        let Some(start) = step.start().or(step.end()) else {
            continue;
        };
        let Some(found) = start.before(decided) else {
            continue;
        };
        let days = start.days_until(decided);
        if let Some(member) = sink.member(subject.clone(), "", days) {
            members.push(member);
            certainty = certainty.max(Some(found));
            steps.push((subject, step, start));
        }
    }
    let Some(certainty) = certainty else { return };
    let side = sink.side();
    let dates = steps
        .iter()
        .map(|(subject, _, date)| (subject.clone(), *date));
    let mut draft = Draft::new(Cause::itself(Subject::chart()))
        .members(members)
        .certainty(certainty)
        .set("decided", decided)
        .set("steps", Value::Dates(side, dates.collect()));
    draft = told(draft, context.chart, &early);
    for deadline in &early {
        draft = deadline.label(draft, side, "label");
    }
    for (subject, step, date) in steps {
        draft = draft
            .at(side, subject, [start_key(step)], "label-step")
            .label_set("date", date);
    }
    draft = at_decision(draft, side, process);
    if let Some(posts) = affected(context) {
        draft = draft.posts(posts);
    }
    sink.report(draft);
}
