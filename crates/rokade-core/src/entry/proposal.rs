//! A proposal: events upon another chart or proposal, a patch over their result, and what the
//! file says for itself.

use serde_json::Value as Json;

use super::{Entries, EventEntry};
use crate::ids::{Id, Subject};
use crate::span::Origin;
use crate::text::Text;

/// What a proposal's file holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Proposal {
    /// The path of the chart or proposal it changes, as written.
    pub base: Option<String>,
    /// The events, in the order they are applied.
    pub events: Vec<Event>,
    /// The merge patch over the result, one entry for each entity or key it speaks of.
    pub set: Vec<Patch>,
    /// What the file says of the result besides: title, date, what has ended, commitments,
    /// process. No other section of it holds anything.
    pub own: Entries,
}

/// An event where it is written.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Event {
    /// What it says.
    pub entry: EventEntry,
    /// Where it stands.
    pub origin: Option<Origin>,
    /// Where its action stands, from the action's key to its end: what the event makes is
    /// found there.
    pub action: Option<Origin>,
    /// Something in it is a fault, so it is not applied: half an event says another thing.
    pub is_faulty: bool,
}

impl Event {
    /// An event that stands in no file.
    pub fn computed(entry: EventEntry) -> Self {
        Event {
            entry,
            ..Event::default()
        }
    }

    /// What an event is called among the things of a proposal: its id, else its number, from 1,
    /// which no id looks like.
    pub fn subject(&self, index: usize) -> Subject {
        match &self.entry.id {
            Some(id) => id.subject(),
            None => Subject::numbered_event(index + 1),
        }
    }
}

/// A part of `set`: a JSON Merge Patch (RFC 7396) for one entity, or for one key of the top
/// level.
#[derive(Debug, Clone, PartialEq)]
pub struct Patch {
    /// The key of the top level: a section, `organization`, `title`, `as_of`, `ended`, `process`.
    pub key: &'static str,
    /// The entity of the section; none for a key that is no section.
    pub id: Option<Text>,
    /// The patch; null removes.
    pub value: Json,
    /// Where it stands.
    pub origin: Option<Origin>,
}
