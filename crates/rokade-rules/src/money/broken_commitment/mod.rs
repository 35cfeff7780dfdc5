//! `broken-commitment`: what a proposal promises does not hold, or cannot be shown to.

mod keep;
mod limit;

use rokade_change::diff;
use rokade_core::chart::Chart;
use rokade_core::entry::CommitmentEntry;
use rokade_core::finding::{Cause, Member, Severity, Side};
use rokade_core::ids::{CommitmentId, Id, Kind, Subject};
use rokade_core::quantity::{Certainty, Quantity};

use crate::rule::{Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "broken-commitment",
    family: Family::Money,
    severity: Severity::Error,
    certainty: RuleCertainty::Either,
    rank: Rank::Money,
    replaces: &[],
    // Any promise may be about any of these.
    follows: &[
        Kind::Unit,
        Kind::Staff,
        Kind::Function,
        Kind::Site,
        Kind::TargetGroup,
    ],
    question: Question::Pair(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// One finding for each thing that is promised. What the base promises in the same words, and
/// does not keep either, is not new.
fn check(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let mut in_base = None;
    for (id, commitment) in promised(context.revision) {
        let broken = broken(context, id, commitment);
        let is_old = context.base.entries().commitments.get(id);
        if broken.is_empty() || is_old.is_none_or(|old| old.value != *commitment) {
            for part in broken {
                sink.report(part.draft);
            }
            continue;
        }
        let changes = in_base.get_or_insert_with(|| diff(context.base, context.base));
        let before = PairContext {
            revision: context.base,
            changes,
            hearings: &[],
            ..*context
        };
        let before = self::broken(&before, id, commitment);
        for part in broken {
            let same = |old: &Part| old.name == part.name && old.certainty >= part.certainty;
            if !before.iter().any(same) {
                sink.report(part.draft);
            }
        }
    }
}

/// The commitments of a chart, by id.
fn promised(chart: &Chart) -> Vec<(&CommitmentId, &CommitmentEntry)> {
    let commitments = chart.entries().commitments.iter();
    let mut promised: Vec<_> = commitments.map(|(id, entry)| (id, &entry.value)).collect();
    promised.sort_by_key(|(id, _)| *id);
    promised
}

/// A part of a commitment that does not hold.
struct Part {
    name: String,
    certainty: Certainty,
    draft: Draft,
}

fn broken(context: &PairContext<'_>, id: &CommitmentId, commitment: &CommitmentEntry) -> Vec<Part> {
    let subject = id.subject();
    let mut broken = Vec::new();
    if let Some(keep) = &commitment.keep {
        broken.extend(keep::broken(context, &subject, keep));
    }
    for (side, limits) in [
        (limit::Side::Most, &commitment.at_most),
        (limit::Side::Least, &commitment.at_least),
    ] {
        let mut limits: Vec<_> = limits.iter().collect();
        limits.sort_by_key(|(name, _)| *name);
        for (name, limit) in limits {
            broken.extend(limit::broken(context, &subject, side, name, *limit));
        }
    }
    broken
}

/// A finding on a part of a commitment.
fn of_part(commitment: &Subject, part: &str, certainty: Certainty) -> Draft {
    Draft::new(Cause::itself(commitment.clone()))
        .part(part)
        .member(Member {
            side: Side::Revision,
            subject: commitment.clone(),
            part: part.to_owned(),
            amount: Quantity::ONE,
        })
        .certainty(certainty)
        .thing("commitment", Side::Revision, commitment.clone())
}

impl Part {
    fn new(name: impl Into<String>, certainty: Certainty, draft: Draft) -> Self {
        Part {
            name: name.into(),
            certainty,
            draft,
        }
    }
}
