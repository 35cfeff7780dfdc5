//! `unanswered-question`: a question of a hearing that nobody has answered.

use rokade_core::entry::{PointEntry, PointKind};
use rokade_core::fault::{Fault, FaultKind};
use rokade_core::finding::{Cause, Severity, Side, Value};
use rokade_core::ids::{Id, Subject};
use rokade_core::quantity::Quantity;

use crate::rule::{ChartContext, Draft, Family, Question, Rank, Rule, RuleCertainty, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "unanswered-question",
    family: Family::Process,
    severity: Severity::Warning,
    certainty: RuleCertainty::Certain,
    rank: Rank::Process,
    replaces: &[],
    follows: &[],
    question: Question::Chart(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// So many characters of a question are told.
const TOLD: usize = 120;

/// One finding a response: those who sent it wait for one letter. Its questions are told in the
/// order of that letter.
fn check(context: &ChartContext<'_>, sink: &mut Sink<'_>) {
    for input in context.hearings {
        let mut responses: Vec<_> = input.hearing.responses.iter().collect();
        responses.sort_by_key(|(id, _)| *id);
        for (id, response) in responses {
            // An answer may stand under a key that is misspelt.
            let subject = id.subject();
            let may_hide_it = |fault: &Fault| {
                let is_reference = matches!(fault.kind, FaultKind::UnknownReference { .. });
                fault.subject.as_ref() == Some(&subject) && !is_reference
            };
            if context.faults.iter().any(may_hide_it) {
                continue;
            }
            let response = &response.value;
            let mut open: Vec<(Subject, &PointEntry)> = response
                .points
                .iter()
                .filter(|point| is_unanswered(point))
                .filter_map(|point| Some((point.id.as_ref()?.subject(), point)))
                .collect();
            let mut members = Vec::new();
            open.retain(|(subject, _)| {
                let member = sink.member(subject.clone(), "", Quantity::ONE);
                let is_new = member.is_some();
                members.extend(member);
                is_new
            });
            if open.is_empty() {
                continue;
            }
            let sender = response.from.as_ref();
            // A body that the proposal no longer has has its name in what it was.
            let in_revision = sender.is_some_and(|body| context.chart.body(body).is_some());
            let side = if in_revision {
                Side::Revision
            } else {
                Side::Base
            };
            let sender = sender.map_or_else(|| id.subject(), Id::subject);
            let questions: Vec<String> = open.iter().map(|(_, point)| told(point)).collect();
            let mut draft = Draft::new(Cause::itself(id.subject()))
                .members(members)
                .thing("from", side, sender)
                .set("questions", Value::Quotes(questions));
            for (subject, point) in open {
                let asked_by = point.asked_by.as_deref().map_or("", str::trim);
                draft = draft
                    .at(sink.side(), subject, ["text".into()], "label")
                    .label_set("asker", word(!asked_by.is_empty()))
                    .label_set("asked_by", asked_by);
            }
            sink.report(draft);
        }
    }
}

fn word(other: bool) -> Value {
    Value::Word(if other { "other" } else { "sender" })
}

/// Whether a question has neither an answer nor a decision in words.
fn is_unanswered(point: &PointEntry) -> bool {
    let says = |text: Option<&str>| text.is_some_and(|text| !text.trim().is_empty());
    let decided = point.decision.as_ref().and_then(|d| d.text.as_deref());
    point.kind == Some(PointKind::Question) && !says(point.answer.as_deref()) && !says(decided)
}

/// A question as it is told.
fn told(point: &PointEntry) -> String {
    let text = point.text.as_deref().unwrap_or("");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        return point.id.as_ref().map_or("", Id::as_str).to_owned();
    }
    if text.chars().count() <= TOLD {
        return text;
    }
    let short: String = text.chars().take(TOLD).collect();
    let whole_words = short.rsplit_once(' ').map_or(&*short, |(words, _)| words);
    format!("{whole_words} …")
}
