//! `step-out-of-order`: a step before one it is to come after, or steps that were to run at the
//! same time and do not.

use std::collections::BTreeMap;

use rokade_core::chart::StepView;
use rokade_core::date::DateSpan;
use rokade_core::finding::{Cause, Severity, Value};
use rokade_core::ids::{Id, Subject};
use rokade_core::quantity::{Certainty, Quantity};
use rokade_core::span::PathStep;

use crate::process::steps::{Step, end_key, named, spoken_for, start_key};
use crate::rule::{ChartContext, Draft, Family, Question, Rank, Rule, RuleCertainty, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "step-out-of-order",
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

fn check(context: &ChartContext<'_>, sink: &mut Sink<'_>) {
    let steps = named(context.chart.process());
    for step in &steps {
        too_early(step, sink);
    }
    // Whichever of two steps says that they run at the same time, it is said of both.
    let mut others: BTreeMap<Subject, BTreeMap<Subject, StepView<'_>>> = BTreeMap::new();
    for (subject, step) in &steps {
        for other in step.parallel_with() {
            let Some(named) = other.id().map(Id::subject).filter(|named| named != subject) else {
                continue;
            };
            let (first, second) = if *subject < named {
                (subject.clone(), (named, other))
            } else {
                (named, (subject.clone(), *step))
            };
            let of_first = others.entry(first).or_default();
            of_first.insert(second.0, second.1);
        }
    }
    for (subject, step) in &steps {
        if let Some(others) = others.remove(subject) {
            apart(&(subject.clone(), *step), others, sink);
        }
    }
}

/// A step that begins before those have ended that it comes after.
fn too_early(step: &Step<'_>, sink: &mut Sink<'_>) {
    let (subject, view) = step;
    // A step of which only the end is known begins no later than that.
    let (date, point, key) = match (view.start(), view.end()) {
        (Some(start), _) => (start, "start", start_key(*view)),
        (None, Some(end)) => (end, "end", end_key(*view)),
        (None, None) => return,
    };
    let mut certainty = None;
    let mut members = Vec::new();
    let mut earlier: Vec<(Subject, DateSpan)> = Vec::new();
    let mut keys: Vec<PathStep> = Vec::new();
    let mut before: Vec<(Subject, StepView<'_>)> = view
        .after()
        .filter_map(|other| Some((other.id()?.subject(), other)))
        .collect();
    before.sort_by(|(a, _), (b, _)| a.cmp(b));
    before.dedup_by(|(a, _), (b, _)| a == b);
    for (named, other) in before {
        // One of which only the beginning is known ends no earlier than that.
        let known = match (other.end(), other.start()) {
            (Some(end), _) => Some((end, end_key(other), false)),
            (None, Some(start)) => Some((start, start_key(other), true)),
            (None, None) => None,
        };
        let Some((end, end_key, only_start)) = known else {
            continue;
        };
        let out_of_order = date.before(end).filter(|certainty| {
            let only_one_end = only_start || point == "end";
            *certainty == Certainty::Certain || !only_one_end
        });
        let Some(found) = out_of_order else { continue };
        let days = date.days_until(end);
        let part = format!("after {}", named.id);
        if let Some(member) = sink.member(subject.clone(), &part, days) {
            members.push(member);
            certainty = certainty.max(Some(found));
            earlier.push((named, end));
            keys.push(end_key);
        }
    }
    let Some(certainty) = certainty else { return };
    let side = sink.side();
    let mut draft = Draft::new(Cause::itself(subject.clone()))
        .part("after")
        .members(members)
        .certainty(certainty)
        .thing("step", side, subject.clone())
        .set("date", date)
        .word("point", point)
        .set("earlier", Value::Dates(side, earlier.clone()))
        .at(side, subject.clone(), [key], "label");
    for ((named, end), key) in earlier.into_iter().zip(keys) {
        draft = draft
            .at(side, named, [key], "label-earlier")
            .label_set("end", end);
    }
    if let Some(posts) = spoken_for([*view]) {
        draft = draft.posts(posts);
    }
    sink.report(draft);
}

/// A step that shares no day with those it runs at the same time as.
fn apart(step: &Step<'_>, others: BTreeMap<Subject, StepView<'_>>, sink: &mut Sink<'_>) {
    let (subject, view) = step;
    let Some((from, to)) = period(*view) else {
        return;
    };
    let mut certainty = None;
    let mut members = Vec::new();
    let mut found: Vec<(Subject, StepView<'_>, (DateSpan, DateSpan))> = Vec::new();
    for (named, other) in others {
        let Some(other_period) = period(other) else {
            continue;
        };
        let apart = match DateSpan::periods_overlap((from, to), other_period) {
            Some(Certainty::Certain) => continue,
            Some(Certainty::Possible) => Certainty::Possible,
            None => Certainty::Certain,
        };
        let part = format!("parallel {}", named.id);
        if let Some(member) = sink.member(subject.clone(), &part, Quantity::ONE) {
            members.push(member);
            certainty = certainty.max(Some(apart));
            found.push((named, other, other_period));
        }
    }
    let Some(certainty) = certainty else { return };
    let side = sink.side();
    let mut draft = Draft::new(Cause::itself(subject.clone()))
        .part("parallel")
        .members(members)
        .certainty(certainty)
        .message("message-parallel")
        .help("help-parallel")
        .thing("step", side, subject.clone())
        .set("from", from)
        .set("to", to)
        .things(
            "others",
            side,
            found.iter().map(|(named, ..)| named.clone()),
        )
        .at(side, subject.clone(), [start_key(*view)], "label-parallel");
    for (named, other, (from, to)) in &found {
        draft = draft
            .at(side, named.clone(), [start_key(*other)], "label-other")
            .label_set("other_from", *from)
            .label_set("other_to", *to);
    }
    let both = found.iter().map(|(_, other, _)| *other).chain([*view]);
    if let Some(posts) = spoken_for(both) {
        draft = draft.posts(posts);
    }
    sink.report(draft);
}

fn period(step: StepView<'_>) -> Option<(DateSpan, DateSpan)> {
    step.start().zip(step.end())
}
