//! `late-clarification`: staff learn their place only after it has taken effect, nothing says
//! when they do, or those of one organisation learn it before those of another.

use std::collections::BTreeSet;

use rokade_core::finding::{Cause, Severity, Value};
use rokade_core::ids::Subject;
use rokade_core::quantity::{Certainty, Quantity};
use rokade_core::span::PathStep;

use crate::process::clarification::{Deadline, affected, deadlines, tellings, told};
use crate::process::steps::{Step, at_effective, end_key};
use crate::rule::{ChartContext, Draft, Family, Question, Rank, Rule, RuleCertainty, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "late-clarification",
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
    let process = context.chart.process();
    let stated = deadlines(process);
    let steps = tellings(process);
    late(context, &stated, &steps, sink);
    unequal(context, &stated, sink);
    let told = steps.iter().any(|(_, step)| step.end().is_some());
    if stated.is_empty() && !told && process.is_stated() {
        missing(context, &steps, sink);
    }
}

/// The deadline, or the step where there is none, is after the day it takes effect.
fn late(
    context: &ChartContext<'_>,
    stated: &[Deadline<'_>],
    steps: &[Step<'_>],
    sink: &mut Sink<'_>,
) {
    let process = context.chart.process();
    let Some(effective) = process.effective() else {
        return;
    };
    let mut certainty: Option<Certainty> = None;
    let mut members = Vec::new();
    let mut late = Vec::new();
    for deadline in stated {
        let Some(found) = deadline.date.after(effective) else {
            continue;
        };
        let days = effective.days_until(deadline.date);
        if let Some(member) = sink.member(Subject::chart(), &deadline.part(), days) {
            members.push(member);
            certainty = certainty.max(Some(found));
            late.push(deadline.clone());
        }
    }
    let mut late_steps = Vec::new();
    for (subject, step) in steps {
        let found = step
            .end()
            .and_then(|end| Some((end, end.after(effective)?)));
        // A deadline says by when all know; a step may be for those who know it last.
        let Some((end, found)) = found.filter(|_| stated.is_empty()) else {
            continue;
        };
        let days = effective.days_until(end);
        if let Some(member) = sink.member(subject.clone(), "", days) {
            members.push(member);
            certainty = certainty.max(Some(found));
            late_steps.push((subject, *step, end));
        }
    }
    let Some(certainty) = certainty else { return };
    let side = sink.side();
    let dates = late_steps
        .iter()
        .map(|(subject, _, end)| ((*subject).clone(), *end));
    let mut draft = Draft::new(Cause::itself(Subject::chart()))
        .part("late")
        .members(members)
        .certainty(certainty)
        .set("effective", effective)
        .set("steps", Value::Dates(side, dates.collect()));
    draft = told(draft, context.chart, &late);
    for deadline in &late {
        draft = deadline.label(draft, side, "label");
    }
    for (subject, step, end) in late_steps {
        draft = draft
            .at(side, subject.clone(), [end_key(step)], "label")
            .label_set("date", end);
    }
    draft = at_effective(draft, side);
    sink.report(with_posts(draft, context));
}

/// The staff of one organisation are told later than those of another.
fn unequal(context: &ChartContext<'_>, stated: &[Deadline<'_>], sink: &mut Sink<'_>) {
    // What is written alike is meant alike, however coarse it is.
    let dates: BTreeSet<String> = stated.iter().map(|d| d.date.to_string()).collect();
    if dates.len() < 2 {
        return;
    }
    let certainly = stated.iter().enumerate().any(|(i, one)| {
        stated.iter().skip(i + 1).any(|other| {
            let apart = one.date.before(other.date).max(other.date.before(one.date));
            apart == Some(Certainty::Certain)
        })
    });
    let side = sink.side();
    let Some(member) = sink.member(Subject::chart(), "unequal", Quantity::ONE) else {
        return;
    };
    let mut draft = Draft::new(Cause::itself(Subject::chart()))
        .part("unequal")
        .member(member)
        .certainty(if certainly {
            Certainty::Certain
        } else {
            Certainty::Possible
        })
        .message("message-unequal")
        .help("help-unequal");
    draft = told(draft, context.chart, stated);
    for deadline in stated {
        draft = deadline.label(draft, side, "label");
    }
    sink.report(with_posts(draft, context));
}

/// Staff are affected, and nothing says when they know.
fn missing(context: &ChartContext<'_>, steps: &[Step<'_>], sink: &mut Sink<'_>) {
    let Some(posts) = affected(context) else {
        return;
    };
    let side = sink.side();
    let Some(member) = sink.member(Subject::chart(), "missing", Quantity::ONE) else {
        return;
    };
    let entry = context.chart.process().entry();
    let path = ["process", "clarified_by"].map(PathStep::from);
    let mut draft = Draft::new(Cause::itself(Subject::chart()))
        .part("missing")
        .member(member)
        .message("message-missing")
        .help("help-missing")
        .word(
            "stated",
            if entry.clarified_by.is_some() || !steps.is_empty() {
                "unknown"
            } else {
                "none"
            },
        )
        .posts(posts);
    if entry.clarified_by.is_some() || steps.is_empty() {
        draft = draft.at(side, Subject::chart(), path, "label-missing");
    }
    for (subject, _) in steps {
        draft = draft.at(side, subject.clone(), [], "label-missing");
    }
    sink.report(draft);
}

fn with_posts(draft: Draft, context: &ChartContext<'_>) -> Draft {
    match affected(context) {
        Some(posts) => draft.posts(posts),
        None => draft,
    }
}
