//! `short-hearing`: a hearing that lasts fewer days than the least.

use std::collections::BTreeMap;

use rokade_core::date::DateSpan;
use rokade_core::finding::{Cause, Member, Severity};
use rokade_core::ids::Subject;
use rokade_core::quantity::Certainty;

use crate::process::steps::{Step, end_key, hearings, spoken_for};
use crate::rule::{ChartContext, Draft, Family, Question, Rank, Rule, RuleCertainty, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "short-hearing",
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

/// The hearings of one period.
struct Period<'c> {
    from: DateSpan,
    to: DateSpan,
    certainty: Certainty,
    hearings: Vec<Step<'c>>,
    members: Vec<Member>,
}

/// One finding a period: those who are heard in the same days have the same reason to complain.
fn check(context: &ChartContext<'_>, sink: &mut Sink<'_>) {
    let limit = context.limits.hearing_min_days;
    let mut periods: BTreeMap<String, Period<'_>> = BTreeMap::new();
    for (subject, step) in hearings(context.chart.process()) {
        // A hearing of one date is a meeting, and has no length.
        let (Some(from), Some(to)) = (step.entry().from, step.entry().to) else {
            continue;
        };
        let days = from.days_until(to);
        // What nobody knows decides nothing.
        let Some(certainty) = days.falls_short_of(limit).filter(|_| !days.is_unknown()) else {
            continue;
        };
        let Some(member) = sink.member(subject.clone(), "", limit.less(days)) else {
            continue;
        };
        let period = periods.entry(format!("{from}/{to}")).or_insert(Period {
            from,
            to,
            certainty,
            hearings: Vec::new(),
            members: Vec::new(),
        });
        period.hearings.push((subject, step));
        period.members.push(member);
    }
    for (part, period) in periods {
        let side = sink.side();
        let named = period.hearings.iter().map(|(subject, _)| subject.clone());
        let mut draft = Draft::new(Cause::itself(Subject::chart()))
            .part(part)
            .certainty(period.certainty)
            .members(period.members)
            .set("from", period.from)
            .set("to", period.to)
            .set("days", period.from.days_until(period.to))
            .set("limit", limit)
            .things("hearings", side, named);
        for (subject, step) in &period.hearings {
            draft = draft.at(side, subject.clone(), [end_key(*step)], "label");
        }
        if let Some(posts) = spoken_for(period.hearings.iter().map(|(_, step)| *step)) {
            draft = draft.posts(posts);
        }
        sink.report(draft);
    }
}
