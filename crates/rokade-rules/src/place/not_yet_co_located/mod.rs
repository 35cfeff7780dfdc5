//! `not-yet-co-located`: the proposal says that some must sit together who never did.

use rokade_core::chart::CoLocationView;
use rokade_core::finding::{Cause, Severity, Side};
use rokade_core::ids::{Id, Kind};

use crate::place::kept::{Held, held};
use crate::place::sharing::Seen;
use crate::place::telling::with_places;
use crate::rule::{
    Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, member, texts,
};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "not-yet-co-located",
    family: Family::Place,
    severity: Severity::Note,
    certainty: RuleCertainty::Certain,
    rank: Rank::Places,
    // Nothing breaks that never was.
    replaces: &["broken-co-location"],
    follows: &[Kind::Unit, Kind::Staff, Kind::Function, Kind::Site],
    question: Question::Pair(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// One finding a co-location. One that the base states as well, and that did not hold there, is
/// no news.
fn check(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let is_new = |one: &CoLocationView<'_>| context.base.co_location(one.id()).is_none();
    for stated in context.revision.co_locations().filter(is_new) {
        if held(context, stated.id()) != (Held::No, Held::No) {
            continue;
        }
        let Some(seen) = Seen::stated(stated) else {
            continue;
        };
        let side = Side::Revision;
        let subject = stated.id().subject();
        let draft = Draft::new(Cause::itself(subject.clone())).member(member(
            side,
            subject,
            seen.all.total(),
        ));
        sink.report(with_places(
            draft,
            context.revision,
            side,
            stated.id(),
            &seen,
        ));
    }
}
