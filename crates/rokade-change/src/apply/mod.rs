//! Applying a proposal: its events in order, then `set`, then what the file says for itself.
//!
//! Works on entries and makes new ones; the base is never edited. What each act wrote is kept,
//! so that a finding can be followed back to what caused it. Nothing here judges the result.

mod cells;
mod function;
mod log;
mod merge;
mod own;
mod patch;
mod referrers;
mod rename;
mod settle;
mod split;
mod staff;
mod state;
#[cfg(test)]
mod tests;
mod thing;
mod tidy;
mod unit;

use std::collections::BTreeSet;

use rokade_core::entry::{Action, ActionKind, Allow, Entries, Event, Patch, Proposal};
use rokade_core::fault::{Fault, NotApplicable};
use rokade_core::ids::{Kind, Subject};
use rokade_core::span::Origin;

use state::{Done, Refused, State};

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
    let mut state = State::new(base.clone());
    let mut acts = Vec::new();
    for (i, event) in proposal.events.iter().enumerate() {
        let mut act = act_of(event, i);
        if !without.contains(&i) && !event.is_faulty {
            state.begin(i, event);
            match state.run(event) {
                Ok(()) => act.done = true,
                Err(refused) => {
                    let action = event.entry.action().map(Action::kind);
                    state.refuse(&act.subject, action, refused);
                }
            }
        }
        acts.push(act);
    }
    state.stop_performing();
    state.unsettle();
    for patch in &proposal.set {
        state.act = acts.len();
        state.origin = patch.origin;
        let done = !without.contains(&acts.len()) && state.patch(patch);
        acts.push(Act {
            kind: ActKind::Set,
            subject: subject_of(patch),
            origin: patch.origin,
            allow: Vec::new(),
            done,
        });
    }
    state.say(&proposal.own);
    for (part, mut act) in own::parts(proposal) {
        state.act = acts.len();
        if !without.contains(&acts.len()) {
            state.say_part(&proposal.own, part);
            act.done = true;
        }
        acts.push(act);
    }
    for (i, event) in proposal.events.iter().enumerate() {
        if let Some(origin) = event.origin {
            let nested = &mut state.entries.nested;
            nested.entry(event.subject(i)).or_insert(origin);
        }
    }
    let (entries, log, faults) = state.finish(base);
    Applied {
        entries,
        faults,
        acts,
        log,
    }
}

fn act_of(event: &Event, index: usize) -> Act {
    let action = event.entry.actions().next();
    Act {
        // An event that says nothing is never done, whatever kind it is.
        kind: ActKind::Event(action.map_or(ActionKind::Establish, Action::kind)),
        subject: event.subject(index),
        origin: event.origin,
        allow: event.entry.allow.clone(),
        done: false,
    }
}

/// What a part of `set` is about; a key that is no section is about the chart.
fn subject_of(patch: &Patch) -> Subject {
    let kind = Kind::ALL
        .into_iter()
        .find(|kind| kind.section() == patch.key);
    match (kind, &patch.id) {
        (Some(kind), Some(id)) => Subject {
            kind,
            id: id.clone(),
        },
        _ => Subject::chart(),
    }
}

impl State {
    fn begin(&mut self, index: usize, event: &Event) {
        self.act = index;
        self.origin = event.action.or(event.origin);
        self.because = event.entry.because().map(str::to_owned);
        self.date = event.entry.date;
    }

    fn run(&mut self, event: &Event) -> Done {
        let Some(action) = event.entry.action() else {
            let keys: Vec<&'static str> = event
                .entry
                .actions()
                .map(|action| action.kind().key())
                .collect();
            let why = if keys.is_empty() {
                NotApplicable::NoAction
            } else {
                NotApplicable::SeveralActions { actions: keys }
            };
            return Err(Refused::new(why, Vec::new()));
        };
        match action {
            Action::Establish(action) => self.establish(action),
            Action::Move(action) => match (&action.staff, &action.function, &action.unit) {
                (Some(staff), None, None) => self.move_staff(action, staff),
                (None, Some(function), None) => self.move_function(action, function),
                (None, None, Some(unit)) => self.move_unit(action, unit),
                _ => Err(staff::incomplete("move", &["staff", "function", "unit"])),
            },
            Action::Relocate(action) => self.relocate(action),
            Action::Assign(action) => self.assign(action),
            Action::Merge(action) => self.merge(action),
            Action::Split(action) => self.split(action),
            Action::Rename(action) => self.rename_event(action),
            Action::Appoint(action) => self.appoint(action),
            Action::Recruit(action) => self.recruit(action),
            Action::Reduce(action) => self.reduce(action),
            Action::Discontinue(action) => self.discontinue(action),
            Action::Close(action) => self.close(action),
        }
    }
}
