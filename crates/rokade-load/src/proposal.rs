//! The file of a proposal: its top-level keys, and its events.
//!
//! What the file says for itself is read as in a chart. What an event names is not looked up
//! here: that is known only when the events are applied.

use rokade_core::entry::{ActionKind, Establish, Event, EventEntry, Proposal};
use rokade_core::expected::Expected;
use rokade_core::fault::{FaultKind, SyntaxFault};
use rokade_core::ids::{Id, Kind, Subject};
use rokade_core::span::Origin;

use crate::arena::{Arena, NodeId, Shape};
use crate::attempt::{Context, refuse_key};
use crate::file::{Field, File, Seen};
use crate::limits::MAX_EVENTS;
use crate::reader::{Head, Stop, Token};

/// How many keys of the top level a proposal has itself; the sections of a chart follow.
const OWN: usize = 11;

/// The keys of a proposal's top level, and those that are refused with a word on where they go.
pub(crate) const TOP: &[&str] = &[
    "rokade",
    "base",
    "organization",
    "title",
    "as_of",
    "events",
    "set",
    "ended",
    "commitments",
    "process",
    "allow",
    "sites",
    "units",
    "staff",
    "functions",
    "target_groups",
    "co_locations",
    "interfaces",
    "competences",
    "bodies",
    "premises",
    "open",
];

/// The sections of a chart that a proposal has not at its top, but in `set`.
pub(crate) const REFUSED: &[&str] = TOP.split_at(OWN).1;

impl<'a> File<'a, '_> {
    /// Reads a proposal's file to its end, or to where it cannot be read. What it says for
    /// itself goes to the entries of the file.
    pub(crate) fn read_proposal(&mut self, proposal: &mut Proposal) -> Result<(), Stop> {
        self.whole(&mut |file, flow| file.top_of_proposal(flow, proposal))
    }

    fn top_of_proposal(&mut self, flow: bool, proposal: &mut Proposal) -> Result<(), Stop> {
        let mut seen = Seen::default();
        let mut version_stated = false;
        let read = self.fields(flow, None, TOP, &mut seen, &mut |file, field| {
            let Field { key, at, head } = field;
            match key {
                "rokade" => version_stated = file.version(&head)?,
                "base" => proposal.base = file.value(key, head)?,
                "events" => file.events(&head, &mut proposal.events)?,
                "set" => file.patches(&head, &mut proposal.set)?,
                _ if REFUSED.contains(&key) => {
                    file.reader.skip(&head)?;
                    let kind = FaultKind::UnknownKey {
                        key: key.to_owned(),
                        nearest: Some("set".to_owned()),
                        known: &[],
                        fallen_apart: false,
                    };
                    file.reader.faults.push(&at, kind, None);
                    return Ok(());
                }
                _ => file.chart_key(key, &at, head)?,
            }
            let origin = file.origin(&at);
            file.entries.keys.entry(key.to_owned()).or_insert(origin);
            Ok(())
        });
        if read.is_ok() && !version_stated {
            self.version_missing(seen);
        }
        read
    }

    fn events(&mut self, head: &Head<'a>, events: &mut Vec<Event>) -> Result<(), Stop> {
        if !head.is_stated() {
            return Ok(());
        }
        if !matches!(head.token, Token::List) {
            return self.wrong_section("events", head, Expected::List);
        }
        loop {
            let item = self.reader.next()?;
            if matches!(item.token, Token::Close) {
                return Ok(());
            }
            if events.len() >= MAX_EVENTS {
                let fault = SyntaxFault::TooManyNodes(MAX_EVENTS as u64);
                self.reader.faults.syntax(&item.at, fault);
                return Err(Stop);
            }
            let event = self.event(item, events.len())?;
            events.push(event);
        }
    }

    /// Reads an event. One that is faulty is kept, so that those behind it keep their numbers.
    fn event(&mut self, item: Head<'a>, index: usize) -> Result<Event, Stop> {
        let start = item.at.start;
        let mark = self.reader.faults.mark();
        self.reader.capture(item)?;
        let origin = Origin {
            source: self.id,
            start,
            end: self.reader.arena.node(0).range().end,
        };
        let subject = self
            .subject_of_item("events")
            .unwrap_or_else(|| Event::default().subject(index));
        self.reader.faults.belong_to(mark, Some(&subject));
        self.refuse_keys_of_other_kinds(&subject);
        let entry = self.entity::<EventEntry>("events", Some(&subject));
        let faults = &self.reader.faults;
        let mut event = Event {
            // A fault that is no longer recorded may be in this very event.
            is_faulty: entry.is_none() || faults.mark() > mark || faults.is_full(),
            entry: entry.unwrap_or_default(),
            origin: Some(origin),
            action: action_of(&self.reader.arena).map(|(start, end)| Origin {
                source: self.id,
                start,
                end,
            }),
        };
        self.refuse_twin(&mut event, origin, index);
        let nested = &mut self.entries.nested;
        nested.insert(event.subject(index), origin);
        Ok(event)
    }

    /// Takes its id from an event where another has it.
    fn refuse_twin(&mut self, event: &mut Event, origin: Origin, index: usize) {
        let Some(id) = event.entry.id.clone() else {
            return;
        };
        let Some(&first) = self.entries.nested.get(&id.subject()) else {
            return;
        };
        event.entry.id = None;
        let kind = FaultKind::Duplicate {
            key: id.as_str().to_owned(),
            first: self.key_of(first),
            kind: Some(Kind::Event),
        };
        let at = match self.key_of(origin) {
            Some(span) => span.start..span.end,
            None => origin.start..origin.end,
        };
        let subject = event.subject(index);
        self.reader.faults.push(&at, kind, Some(subject));
    }

    /// Refuses, in an `establish`, what the founded kind of thing does not have: its type takes
    /// the keys of all four kinds.
    fn refuse_keys_of_other_kinds(&mut self, subject: &Subject) {
        let reader = &mut self.reader;
        let Some((map, named_by)) = founded(&reader.arena) else {
            return;
        };
        let context = Context {
            text: reader.text(),
            key: None,
            subject: Some(subject),
        };
        let known = Establish::keys_of(named_by);
        let others: Vec<NodeId> = reader
            .arena
            .pairs(map)
            .map(|(key, _)| key)
            .filter(|&key| {
                let node = reader.arena.node(key);
                let text = &*node.text;
                // That another thing is named as well is told of elsewhere, and a reason may
                // stand in any event.
                let fits = known.contains(&text) || FOUNDED.contains(&text) || text == "because";
                matches!(node.shape, Shape::Text { .. }) && !fits
            })
            .collect();
        for key in others {
            if !reader.arena.node(key).left_out {
                refuse_key(&mut reader.arena, key, known, context, &mut reader.faults);
            }
        }
    }
}

/// The keys that say what an `establish` founds. A site may be that of a unit.
pub(crate) const FOUNDED: [&str; 4] = ["unit", "function", "target_group", "site"];

/// The map of an `establish` in the event that the arena holds, and the key that says what kind
/// of thing it founds.
fn founded(arena: &Arena<'_>) -> Option<(NodeId, &'static str)> {
    let map = arena.get(0, "establish")?;
    let is_named = |key: &&str| arena.states(map, key);
    Some((map, FOUNDED.into_iter().find(is_named)?))
}

/// The bytes of the first action in the event that the arena holds, from its key to its end.
fn action_of(arena: &Arena<'_>) -> Option<(u32, u32)> {
    let is_action = |key: &str| ActionKind::ALL.into_iter().any(|kind| kind.key() == key);
    arena
        .pairs(0)
        .find(|&(key, _)| is_action(&arena.node(key).text))
        .map(|(key, value)| {
            let (key, value) = (arena.node(key).range(), arena.node(value).range());
            (key.start, value.end.max(key.end))
        })
}
