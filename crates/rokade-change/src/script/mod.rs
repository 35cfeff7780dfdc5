//! From two charts to a proposal: the events that turn one into the other.
//!
//! Every change that lineage recognised is tried as an event; an event stays if it brings the
//! base nearer to the revision. What no event says stands in `set`, so that the result is always
//! the revision. Nothing here judges what changed.

mod candidates;
mod functions;
mod needed;
mod patch;
mod staff;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use rokade_core::chart::Chart;
use rokade_core::entry::{Decision, Entries, Event, EventEntry, Proposal};
use rokade_core::ids::Subject;
use rokade_core::span::Entry;

use crate::apply::{Applied, apply};
use crate::changes::diff;
use crate::plain::plain_in;

/// The events, and the patch over their result, that turn the base into the revision: one event
/// for each change that lineage recognised, the rest in `set`.
///
/// [`apply`](crate::apply())ing it to the base gives a chart that is the [`same`](crate::same())
/// as the revision, and no entry of it can be left out.
pub fn script(base: &Chart, revision: &Chart) -> Proposal {
    let changes = diff(base, revision);
    let mut proposal = Proposal {
        own: own(base.entries(), revision.entries()),
        ..Proposal::default()
    };
    let all = candidates::of(base, revision, &changes);
    proposal.events = all.into_iter().map(Event::computed).collect();
    let target = plain_in(revision.entries(), revision);
    let before = plain_in(base.entries(), revision);
    // What one event does can depend on another that turns out to be of no use.
    loop {
        let applied = applied(base, &proposal);
        let useless = needed::useless(&applied, &before, &target, revision);
        if useless.is_empty() {
            break;
        }
        leave_out(&mut proposal.events, &useless);
    }
    loop {
        proposal.set.clear();
        let result = applied(base, &proposal).entries;
        proposal.set = patch::between(&result, &plain_in(&result, revision), revision, &target);
        let superfluous = needed::superfluous(base, revision, &proposal);
        if superfluous.is_empty() {
            return proposal;
        }
        leave_out(&mut proposal.events, &superfluous);
    }
}

/// What a proposal says for itself: title and date, process and new commitments, where the base
/// says otherwise.
fn own(base: &Entries, revision: &Entries) -> Entries {
    let mut own = Entries::default();
    let (before, now) = (&base.header, &revision.header);
    if before.title != now.title {
        own.header.title.clone_from(&now.title);
    }
    if before.as_of != now.as_of {
        own.header.as_of = now.as_of;
    }
    if before.organization != now.organization {
        own.header.organization.clone_from(&now.organization);
    }
    own.header.allow.clone_from(&now.allow);
    if base.process != revision.process {
        own.process.clone_from(&revision.process);
        // A decision of which nothing is said is none.
        own.process
            .decision
            .take_if(|decision| *decision == Decision::default());
    }
    let new = revision.commitments.iter();
    own.commitments = new
        .filter(|(id, _)| !base.commitments.contains_key(*id))
        .map(|(id, entry)| (id.clone(), Entry::computed(entry.value.clone())))
        .collect();
    own
}

fn applied(base: &Chart, proposal: &Proposal) -> Applied {
    apply(base.entries(), proposal, &BTreeSet::new())
}

fn leave_out(events: &mut Vec<Event>, which: &BTreeSet<usize>) {
    let mut at = 0;
    events.retain(|_| {
        at += 1;
        !which.contains(&(at - 1))
    });
}

/// Which of the events a fault is of; events of a script have no ids of their own.
fn number_of(subject: &Subject) -> Option<usize> {
    (subject.event_number()? as usize).checked_sub(1)
}

/// An event of one action.
fn event(because: Option<&str>, set: impl FnOnce(&mut EventEntry)) -> EventEntry {
    let mut event = EventEntry {
        because: because.map(str::to_owned),
        ..EventEntry::default()
    };
    set(&mut event);
    event
}
