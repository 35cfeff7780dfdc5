//! Whether a stated co-location holds before and after, for who counts or promises them. It
//! reports nothing.

use rokade_core::finding::Side;
use rokade_core::ids::CoLocationId;

use crate::place::parting::counterparts;
use crate::place::sharing::Seen;
use crate::rule::PairContext;

/// Whether those who must sit together do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Held {
    /// They share no site.
    No,
    /// The chart does not say where some of them are, or names fewer than two.
    Unknown,
    /// They do, unless a count turns out to be nothing.
    Perhaps,
    /// They do.
    Yes,
}

impl Held {
    fn of(seen: &Seen<'_>) -> Self {
        if !seen.unknown().is_empty() {
            Held::Unknown
        } else if seen.shared.is_empty() {
            Held::No
        } else if seen.certainly_share() {
            Held::Yes
        } else {
            Held::Perhaps
        }
    }
}

/// Whether a co-location holds in the base and in the revision: in each by its own words, and
/// where a chart does not state it by those of the other.
pub(crate) fn held(context: &PairContext<'_>, id: &CoLocationId) -> (Held, Held) {
    let base = context.base.co_location(id);
    let revision = context.revision.co_location(id);
    let own = |stated| Seen::stated(stated).map(|seen| Held::of(&seen));
    let (before, after) = (base.map(own), revision.map(own));
    let other = match (base, revision) {
        (Some(stated), None) => counterparts(context, stated, Side::Base),
        (None, Some(stated)) => counterparts(context, stated, Side::Revision),
        _ => None,
    };
    let other = other.map(|(before, after)| (Held::of(&before), Held::of(&after)));
    let told = |own: Option<Option<Held>>, other: Option<Held>| match own {
        Some(own) => own.unwrap_or(Held::Unknown),
        None => other.unwrap_or(Held::Unknown),
    };
    (
        told(before, other.map(|(before, _)| before)),
        told(after, other.map(|(_, after)| after)),
    )
}
