//! Functions: how many move, and how many nobody is responsible for.

use rokade_core::finding::Side;
use rokade_core::quantity::{Certainty, Quantity};

use super::{Changed, count, found};
use crate::rule::PairContext;

/// Functions of which another unit has all or a part, of all that there are.
pub(super) fn moved(context: &PairContext<'_>) -> Option<Changed> {
    if context.changes.lineage.functions.gate().is_shut() {
        return None;
    }
    let balance = &context.changes.balance.functions;
    Some(Changed {
        value: count(balance.moved + balance.split),
        whole: Some(count(balance.all)),
    })
}

/// Functions that somebody was responsible for and nobody is, or that are new and needed.
pub(super) fn unassigned(context: &PairContext<'_>) -> Option<Changed> {
    let mut value = Quantity::ZERO;
    for change in &context.changes.functions {
        let certainty = change.unassigned.iter().map(|one| one.certainty).max();
        value += match certainty {
            None => Quantity::ZERO,
            Some(Certainty::Certain) => Quantity::ONE,
            Some(Certainty::Possible) => Quantity::ONE.any_part(),
        };
    }
    let mut found = found::in_pair(context, "unassigned-responsibility")?;
    // What the base has is counted, each by how sure it is.
    let tracks = &context.changes.lineage.functions;
    for finding in &mut found.findings {
        finding.members.retain(|member| {
            let id = member.subject.to();
            member.side == Side::Revision && id.is_some_and(|id| tracks.ancestors(&id).is_empty())
        });
    }
    Some(Changed {
        value: value + found::members(&found),
        whole: Some(count(context.changes.balance.functions.all)),
    })
}
