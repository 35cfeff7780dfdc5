//! `lost-competence`: a competence that posts hold today, and nobody after.

use std::collections::{BTreeMap, BTreeSet};

use rokade_core::chart::{Chart, StaffView};
use rokade_core::finding::{Cause, Severity, Side, Value};
use rokade_core::ids::{CompetenceId, Id, Kind, Subject};
use rokade_core::quantity::{Certainty, Quantity};

use crate::people::holders::{Holders, called, competences};
use crate::people::kin::cause_of;
use crate::people::most_first;
use crate::rule::{
    Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, member, texts,
};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "lost-competence",
    family: Family::People,
    severity: Severity::Error,
    certainty: RuleCertainty::Either,
    rank: Rank::People,
    replaces: &["diluted-competence"],
    follows: &[Kind::Staff],
    question: Question::Pair(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// A competence of the base, with who holds it there.
type Lost<'c> = (&'c CompetenceId, Vec<StaffView<'c>>);

/// One finding a cause: what happened to those who hold it.
fn check(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let mut by_cause: BTreeMap<(Cause, Certainty), Vec<Lost<'_>>> = BTreeMap::new();
    let holders = Holders::new(context.base);
    let holders_now = Holders::new(context.revision);
    for (competence, _) in competences(context.base) {
        let before = holders.of(competence);
        if before.is_empty() {
            continue;
        }
        let lost = match called(context.base, competence, context.revision) {
            None => Some(Certainty::Certain),
            Some(now) => nobody_holds(holders_now.of(now)),
        };
        let Some(certainty) = lost else { continue };
        // What is as loosely counted as before is not lost.
        let some = before.iter().any(|post| post.count().low() > 0);
        if certainty == Certainty::Possible && !some {
            continue;
        }
        let certainty = if some { certainty } else { Certainty::Possible };
        let cause = cause_of(context, before.iter().map(|post| post.id()))
            .unwrap_or_else(|| Cause::itself(competence.subject()));
        let lost = by_cause.entry((cause, certainty)).or_default();
        lost.push((competence, before.to_vec()));
    }
    if by_cause.is_empty() {
        return;
    }
    if !states_competences(context.revision) {
        let all = by_cause.into_values().flatten();
        let all = rokade_core::finding::sorted(all.map(|(id, _)| id.subject()));
        let all = Value::Things(Side::Base, all);
        sink.not_judged("not-judged", [("competences", all)]);
        return;
    }
    for ((cause, certainty), lost) in by_cause {
        sink.report(one_cause(cause, certainty, &lost));
    }
}

/// Whether no post that is there holds a competence; possible where there may be none.
fn nobody_holds(holders: &[StaffView<'_>]) -> Option<Certainty> {
    if holders.is_empty() {
        return Some(Certainty::Certain);
    }
    // A group that merely nobody has counted is there.
    let is_there = |post: &StaffView<'_>| post.count().low() > 0 || post.count().is_unknown();
    (!holders.iter().any(is_there)).then_some(Certainty::Possible)
}

/// Whether a chart speaks of competences at all.
fn states_competences(chart: &Chart) -> bool {
    !chart.entries().competences.is_empty()
        || chart
            .staff()
            .any(|post| !post.entry().competences.is_empty())
}

fn one_cause(cause: Cause, certainty: Certainty, lost: &[Lost<'_>]) -> Draft {
    let staff: BTreeMap<Subject, Quantity> = lost
        .iter()
        .flat_map(|(_, holders)| holders)
        .map(|post| (post.id().subject(), post.count()))
        .collect();
    let posts: Quantity = staff.values().sum();
    let competences: BTreeSet<Subject> = lost.iter().map(|(id, _)| id.subject()).collect();
    let mut draft = Draft::new(cause)
        .part(match certainty {
            Certainty::Certain => "",
            Certainty::Possible => "possible",
        })
        .certainty(certainty)
        .things("competences", Side::Base, competences)
        .set(
            "staff",
            Value::Amounts(Side::Base, most_first(staff.clone())),
        )
        .members(lost.iter().map(|(id, holders)| {
            let posts = holders.iter().map(|post| post.count()).sum();
            member(Side::Base, id.subject(), posts)
        }))
        .posts(posts);
    for (id, _) in lost {
        draft = draft.at(Side::Base, id.subject(), [], "label");
    }
    for group in staff.into_keys() {
        draft = draft.at(Side::Base, group, ["competences".into()], "label-base");
    }
    draft
}
