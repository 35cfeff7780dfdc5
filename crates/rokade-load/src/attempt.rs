//! Decoding one entity with every fault in it: decode; on a fault record it, leave that key or
//! item out, and decode again.
//!
//! Here serde's problems become faults of the format. What is required is not asked here but
//! in `required`, over the same arena.

use std::ops::Range;

use rokade_core::expected::Expected;
use rokade_core::fault::{Expectation, FaultKind, Found};
use rokade_core::ids::Subject;
use rokade_core::personal::mask;
use serde::de::DeserializeOwned;

use crate::arena::{Arena, NodeId, Shape, Spot};
use crate::de::De;
use crate::error::{Error, Problem};
use crate::faults::Faults;
use crate::limits::MAX_TRIES;
use crate::near;

/// So many characters of a value stand in a fault.
pub(crate) const SHOWN: usize = 60;

/// Where an entity stands, for its faults.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Context<'c> {
    /// The text of its file.
    pub(crate) text: &'c str,
    /// The key its value or its section stands under.
    pub(crate) key: Option<&'c str>,
    /// The entity, where it has an id.
    pub(crate) subject: Option<&'c Subject>,
}

/// Decodes what the arena holds. Nothing comes of a value that is faulty as a whole, or that
/// has too many faults to be believed.
pub(crate) fn decode<T: DeserializeOwned>(
    arena: &mut Arena<'_>,
    context: Context<'_>,
    faults: &mut Faults,
) -> Option<T> {
    let mut tries = 0;
    let mut passed_over = 0;
    loop {
        if arena.node(0).left_out {
            return None;
        }
        let error = match T::deserialize(De::root(arena)) {
            Ok(value) => return Some(value),
            Err(error) => error,
        };
        if passed_over < MAX_TRIES && pass_over(arena, &error) {
            passed_over += 1;
            continue;
        }
        record(arena, &error, context, faults);
        tries += 1;
        if tries == MAX_TRIES {
            return None;
        }
    }
}

/// Leaves out, without a fault, what is no fault of its own: nothing as the value of a key, and
/// a map that lacks a key only because that key is a fault already.
fn pass_over(arena: &mut Arena<'_>, error: &Error) -> bool {
    let node = error.node();
    if let Problem::Missing(key) = error.problem() {
        if arena.states(node, key) {
            arena.leave_out(node);
            return true;
        }
        return false;
    }
    if arena.node(node).shape != Shape::Nothing {
        return false;
    }
    let Spot { parent, is_key, .. } = arena.spot(node);
    let Some(map) = parent.filter(|&parent| !is_key && arena.node(parent).shape != Shape::List)
    else {
        return false;
    };
    arena.leave_out(node);
    if error.is_map_value() {
        let unstated: Vec<NodeId> = arena
            .pairs(map)
            .map(|(_, value)| value)
            .filter(|&value| arena.node(value).shape == Shape::Nothing)
            .collect();
        for value in unstated {
            arena.leave_out(value);
        }
    }
    true
}

fn record(arena: &mut Arena<'_>, error: &Error, context: Context<'_>, faults: &mut Faults) {
    let id = error.node();
    if faults.is_full() {
        arena.leave_out(id);
        return;
    }
    let spot = arena.spot(id);
    let at = first_line(context.text, arena.node(id).range());
    let key = match spot.key {
        Some(key) => Some(shortened(&arena.node(key).text)),
        None => context.key.map(str::to_owned),
    };
    let kind = match error.problem() {
        Problem::UnknownKey(known) => unknown_key(arena, id, spot, known, context.text),
        // Only a key that is nothing is no text.
        Problem::Wrong(None) if spot.is_key => unknown_key(arena, id, spot, &[], context.text),
        Problem::Missing(key) => FaultKind::Missing { key },
        Problem::NotOneOf(words) => wrong_type(arena, id, key, Expectation::OneOf(words)),
        Problem::Wrong(expected) => {
            let expected = expected.unwrap_or(Expected::Text);
            wrong_type(arena, id, key, Expectation::Shape(expected))
        }
    };
    faults.push(&at, kind, context.subject.cloned());
    arena.leave_out(id);
}

fn wrong_type(
    arena: &Arena<'_>,
    id: NodeId,
    key: Option<String>,
    expected: Expectation,
) -> FaultKind {
    let node = arena.node(id);
    let found = match node.shape {
        Shape::Text { .. } => Found::Text(shortened(&node.text)),
        Shape::Nothing | Shape::Refused => Found::Nothing,
        Shape::Map { .. } => Found::Map,
        Shape::List => Found::List,
    };
    let nearest = match node.shape {
        Shape::Text { .. } => near::value(&node.text, &expected),
        _ => None,
    };
    FaultKind::WrongType {
        key,
        found,
        expected,
        nearest,
    }
}

/// Records a key that its map does not have, though its type does, and leaves it out.
pub(crate) fn refuse_key(
    arena: &mut Arena<'_>,
    key: NodeId,
    known: &'static [&'static str],
    context: Context<'_>,
    faults: &mut Faults,
) {
    if !faults.is_full() {
        let spot = arena.spot(key);
        let kind = unknown_key(arena, key, spot, known, context.text);
        let at = first_line(context.text, arena.node(key).range());
        faults.push(&at, kind, context.subject.cloned());
    }
    arena.leave_out(key);
}

/// An unknown key. The rest of a text that fell apart at commas is one fault, and is left out
/// to its end.
fn unknown_key(
    arena: &mut Arena<'_>,
    id: NodeId,
    spot: Spot,
    known: &'static [&'static str],
    text: &str,
) -> FaultKind {
    let key = shortened(&arena.node(id).text);
    let map = spot.parent.unwrap_or(0);
    let rest = fallen_apart(arena, map, id, known, text);
    let fallen_apart = !rest.is_empty();
    for piece in rest {
        arena.leave_out(piece);
    }
    let nearest = if fallen_apart {
        None
    } else {
        near::word(&arena.node(id).text, known)
    };
    if let Some(nearest) = nearest {
        arena.meant(map, nearest);
    }
    FaultKind::UnknownKey {
        key,
        nearest: nearest.map(str::to_owned),
        known,
        fallen_apart,
    }
}

/// The keys, from this one on, that look like the rest of a text which stood in braces without
/// quotes and had commas in it.
fn fallen_apart(
    arena: &Arena<'_>,
    map: NodeId,
    id: NodeId,
    known: &'static [&'static str],
    text: &str,
) -> Vec<NodeId> {
    let Shape::Map { flow: true } = arena.node(map).shape else {
        return Vec::new();
    };
    let mut after_plain_text = false;
    let mut rest = Vec::new();
    for (key, value) in arena.pairs(map) {
        let (name, value) = (arena.node(key), arena.node(value));
        if key >= id {
            let is_piece = is_unwritten(value.shape, &value.range())
                && !has_colon(text, &name.range())
                && matches!(name.shape, Shape::Text { .. })
                && !known.contains(&&*name.text);
            if !(after_plain_text && is_piece) {
                break;
            }
            rest.push(key);
        } else {
            after_plain_text = matches!(value.shape, Shape::Text { plain: true });
        }
    }
    rest
}

/// Whether a value is nothing because nothing is written, not even `~`.
pub(crate) fn is_unwritten(shape: Shape, at: &Range<u32>) -> bool {
    shape == Shape::Nothing && at.is_empty()
}

/// Whether a colon follows a key: it was meant as one, though nothing is written for it.
pub(crate) fn has_colon(text: &str, key: &Range<u32>) -> bool {
    let after = text.get(key.end as usize..).unwrap_or_default();
    after.trim_start_matches([' ', '\t']).starts_with(':')
}

/// The part of a range on its first line: what a label of a map or list shows.
#[expect(
    clippy::string_slice,
    reason = "what was read begins and ends where characters do"
)]
pub(crate) fn first_line(text: &str, at: Range<u32>) -> Range<u32> {
    let written = &text[at.start as usize..at.end as usize];
    let length = written.find(['\n', '\r']).unwrap_or(written.len());
    at.start..at.start + length as u32
}

/// A value or a key as it stands in a fault.
pub(crate) fn shortened(text: &str) -> String {
    if text.chars().nth(SHOWN).is_none() {
        return text.to_owned();
    }
    // Half a number would be known for one no more.
    let mut shown: String = mask(text).chars().take(SHOWN).collect();
    shown.push('…');
    shown
}
