//! A response in plain text becomes a hearing to be edited: each question, objection and the like
//! as a point, with what it names and the rules that it is likely to raise.
//!
//! It quotes and does not sum up: the text of a point is the response's own. What it finds is for a
//! person to read and put right; nothing here decides what a response means.
//!
//! [`read`] makes text of a file's bytes and [`extract`] makes points of the text. On the way stand,
//! each in a module of its own: lines, blocks, sentences, the kind of point, and what is named.

mod cues;
mod docx;
mod ids;
mod kinds;
mod lines;
mod names;
mod naming;
mod pattern;
mod phrases;
mod points;
mod read;
mod sender;
mod sentences;
mod tidy;
mod words;

#[cfg(test)]
mod tests;

use std::ops::Range;

use rokade_core::chart::Chart;
use rokade_core::entry::{Hearing, ResponseEntry};
use rokade_core::ids::{Id as _, ResponseId};
use rokade_core::span::Entry;

pub use cues::{CUES, Cue, Near};
pub use read::{MAX_BYTES, ReadError, read};

use names::Names;
use naming::Naming;
use points::points;
use words::{Stems, tokens};

/// What was found in a response.
#[derive(Debug, Clone, PartialEq)]
pub struct Extracted {
    /// The hearing: one response with its points; without `from` where no body of the chart is
    /// named as the sender, and without `proposal`.
    pub hearing: Hearing,
    /// Where each point stands in the response, in bytes, in the order of the points.
    pub places: Vec<Range<usize>>,
    /// The response as it was read: its blocks, each on a line, without wrapping and page numbers.
    /// The text of every point is a part of it.
    pub text: String,
}

/// Reads a response with the charts that it may name things of: the one that the proposal starts
/// from, and the one that the proposal makes of it, where that is known.
pub fn extract(response: &str, charts: &[&Chart]) -> Extracted {
    let tidied = tidy::tidy(response);
    let stems = Stems::of_language_of(&tokens(&tidied.text));
    let names = Names::of(charts, &stems);
    let naming = Naming::new(charts, &stems, &names);
    let from = sender::sender(&tidied, &naming);
    let found = points(&tidied, charts, &naming);
    let (points, places) = found.into_iter().unzip();
    let id = from.as_ref().map_or("response", |from| from.as_str());
    let id = ResponseId::from_checked(id.into());
    let response = ResponseEntry {
        id: Some(id.clone()),
        from,
        received: sender::dated(&tidied),
        points,
        allow: Vec::new(),
    };
    let mut hearing = Hearing::default();
    hearing.responses.insert(id, Entry::computed(response));
    Extracted {
        hearing,
        places,
        text: tidied.text,
    }
}
