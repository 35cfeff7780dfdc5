//! `weakened-co-location`: fewer of those who must sit together do, by share, and some still do.

use rokade_core::finding::Severity;
use rokade_core::ids::Kind;

use crate::place::parting::{Outcome, partings};
use crate::rule::{Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "weakened-co-location",
    family: Family::Place,
    severity: Severity::Warning,
    certainty: RuleCertainty::Either,
    rank: Rank::Places,
    replaces: &[],
    follows: &[Kind::Unit, Kind::Staff, Kind::Function, Kind::Site],
    question: Question::Pair(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

fn check(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    for parting in partings(context) {
        if parting.outcome == Outcome::Weakened {
            sink.report(parting.draft(context));
        }
    }
}
