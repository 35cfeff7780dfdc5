//! How it is heard and decided, and whether what was promised holds.

use rokade_core::quantity::Quantity;

use super::{Changed, One, count, found};
use crate::rule::PairContext;

pub(super) fn bodies_unheard(context: &PairContext<'_>) -> Option<Changed> {
    let found = found::in_pair(context, "unheard-body")?;
    Some(Changed::only(found::members(&found)))
}

/// Of all that is promised; nothing where nothing is.
pub(super) fn commitments_broken(context: &PairContext<'_>) -> Option<Changed> {
    let all = context.revision.entries().commitments.len();
    let found = found::in_pair(context, "broken-commitment").filter(|_| all > 0)?;
    Some(Changed {
        value: found::members(&found),
        whole: Some(count(all)),
    })
}

pub(super) fn decisions_open(one: &One<'_>) -> Option<Quantity> {
    Some(found::members(&found::in_chart(one, "open-decision")?))
}

/// Nothing where nobody was heard.
pub(super) fn questions_unanswered(one: &One<'_>) -> Option<Quantity> {
    let found = found::in_chart(one, "unanswered-question");
    let found = found.filter(|_| !one.hearings.is_empty())?;
    Some(found::members(&found))
}
