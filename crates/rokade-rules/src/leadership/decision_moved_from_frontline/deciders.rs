//! Who decides in a function's cases, and how many levels of heads that is from a post.

use std::collections::BTreeSet;

use rokade_core::chart::{FunctionView, StaffView, Superior, UnitView};
use rokade_core::entry::DecidedBy;
use rokade_core::ids::{Id, StaffId, Subject};

use crate::leadership::layers::{is_layer, levels};

/// Who decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Decider<'c> {
    /// Those who perform the function.
    Performers,
    /// The head of this unit, filled or not.
    Head(UnitView<'c>),
    /// This post, which heads no unit.
    Post(StaffView<'c>),
}

impl Decider<'_> {
    /// The word sentences choose by.
    pub(super) fn word(self) -> &'static str {
        match self {
            Decider::Performers => "performers",
            Decider::Head(_) => "head",
            Decider::Post(_) => "post",
        }
    }

    /// The thing that it is told by.
    pub(super) fn subject(self) -> Option<Subject> {
        match self {
            Decider::Performers => None,
            Decider::Head(unit) => Some(unit.id().subject()),
            Decider::Post(post) => Some(post.id().subject()),
        }
    }
}

/// Who decides for posts of a unit; `None` where the chart does not say.
pub(super) fn decider<'c>(
    function: FunctionView<'c>,
    unit: UnitView<'c>,
    chart: &'c rokade_core::chart::Chart,
) -> Option<Decider<'c>> {
    match function.entry().decided_by.as_ref()? {
        DecidedBy::Performers => Some(Decider::Performers),
        DecidedBy::Head => {
            let above = unit.line().filter(|above| above.holds(function));
            let holder = match above.min_by_key(|unit| unit.id()) {
                Some(own) => own,
                None => match function.holders()[..] {
                    [only] => only,
                    _ => return None,
                },
            };
            Some(Decider::Head(holder.headed()?))
        }
        DecidedBy::Unit(id) => Some(Decider::Head(chart.unit(id)?.headed()?)),
        DecidedBy::Staff(id) => {
            // A post that heads a unit decides as its head, however it is written.
            let post = chart.post(id)?;
            let headed = post.heads().find(|headed| unit.is_within(*headed));
            let headed = headed.or_else(|| post.heads().next());
            Some(headed.map_or(Decider::Post(post), Decider::Head))
        }
    }
}

/// How many levels up somebody of a unit finds who decides: 0 where it is the post itself.
/// `None` where the two have nothing above them in common.
pub(super) fn distance(
    unit: UnitView<'_>,
    post: Option<StaffView<'_>>,
    decider: Decider<'_>,
) -> Option<usize> {
    match decider {
        Decider::Performers => Some(0),
        Decider::Head(of) => to_unit(unit, post, of),
        Decider::Post(who) if Some(who) == post => Some(0),
        Decider::Post(who) => {
            if let Some(steps) = post.and_then(|post| steps_up(post, who)) {
                return Some(steps);
            }
            // A colleague in the unit, or somebody elsewhere.
            match who.unit()? {
                own if own == unit => Some(1),
                own => to_unit(unit, post, own),
            }
        }
    }
}

/// The levels from posts of a unit up to the head of another, round by what is above both.
fn to_unit(unit: UnitView<'_>, post: Option<StaffView<'_>>, of: UnitView<'_>) -> Option<usize> {
    let heads = |unit: UnitView<'_>| post.is_some() && unit.head().post() == post;
    if heads(of) {
        return Some(0);
    }
    let common = unit.nearest_common(of)?;
    let up = levels(unit, common) - usize::from(heads(unit) && is_layer(unit));
    let down = levels(of, common) - usize::from(is_layer(common));
    Some((up + down).max(1))
}

/// How many superiors up a post is from another.
fn steps_up(post: StaffView<'_>, who: StaffView<'_>) -> Option<usize> {
    let mut seen: BTreeSet<&StaffId> = BTreeSet::new();
    let mut at = post;
    while seen.insert(at.id()) {
        match at.superior() {
            Superior::Post(superior) if superior == who => return Some(seen.len()),
            Superior::Post(superior) => at = superior,
            _ => return None,
        }
    }
    None
}
