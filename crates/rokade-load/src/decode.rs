//! Bytes to text: UTF-8 with or without a byte order mark, and nothing else.
//!
//! What is in another encoding is still made readable, so that a finding can show it; guessing
//! which encoding it is in is not done.

use std::borrow::Cow;
use std::ops::Range;

use rokade_core::fault::{Fault, FaultKind, FaultPlace, SyntaxFault};
use rokade_core::span::{Source, SourceId, Span, Syntax};

/// Makes a file of its bytes, with a fault where they are not UTF-8.
///
/// With a fault the text is what can be read of the bytes, and the fault's place is valid in
/// it. Whoever goes on to load such a text must not take the chart for complete.
pub fn decode<'b>(
    id: SourceId,
    name: &str,
    bytes: impl Into<Cow<'b, [u8]>>,
    syntax: Syntax,
) -> (Source, Option<Fault>) {
    let bytes = bytes.into().into_owned();
    let (text, bad) = match utf16(&bytes) {
        Some(text) => (text, Some(0..0)),
        None => match String::from_utf8(bytes) {
            Ok(text) => return (Source::new(name, text, syntax), None),
            Err(error) => {
                let start = error.utf8_error().valid_up_to();
                let text = readable(error.as_bytes());
                // The bad bytes have become one replacement character, of three bytes.
                (
                    text,
                    Some(start..start + char::REPLACEMENT_CHARACTER.len_utf8()),
                )
            }
        },
    };
    // A source begins behind the mark.
    let length = text.len();
    let source = Source::new(name, text, syntax);
    let mark = length - source.text.len();
    let fault = bad.map(|bad| {
        let bad = bad.start.saturating_sub(mark)..bad.end.saturating_sub(mark);
        Fault {
            kind: FaultKind::Syntax(SyntaxFault::Encoding),
            at: FaultPlace::Span(Span::new(id, bad)),
            subject: None,
        }
    });
    (source, fault)
}

/// What can be read of bytes that are not UTF-8, with one replacement character for all that
/// cannot be read at a place.
fn readable(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        let follows = chunk.valid().is_empty() && text.ends_with(char::REPLACEMENT_CHARACTER);
        if !chunk.invalid().is_empty() && !follows {
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
    text
}

/// The text of UTF-16 with a byte order mark, or whose first character betrays it.
fn utf16(bytes: &[u8]) -> Option<String> {
    let unit: fn([u8; 2]) -> u16 = match bytes {
        [0xff, 0xfe, ..] => u16::from_le_bytes,
        [0xfe, 0xff, ..] => u16::from_be_bytes,
        [first, 0, ..] if *first != 0 => u16::from_le_bytes,
        [0, second, ..] if *second != 0 => u16::from_be_bytes,
        _ => return None,
    };
    let (pairs, _) = bytes.as_chunks();
    let units = pairs.iter().map(|&pair| unit(pair));
    let text = char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER));
    Some(text.collect())
}

/// The nearest boundary of a character at or before a byte.
pub(crate) fn boundary(text: &str, byte: usize) -> usize {
    let byte = byte.min(text.len());
    // A character has at most four bytes.
    (byte.saturating_sub(3)..=byte)
        .rev()
        .find(|&byte| text.is_char_boundary(byte))
        .unwrap_or(0)
}

/// The first character that a file cannot have, and its bytes.
pub(crate) fn forbidden_at(text: &str) -> Option<(Range<u32>, char)> {
    // Whole chunks first, without a branch for each byte.
    let chunks = (0..).step_by(64).zip(text.as_bytes().chunks(64));
    let suspects = chunks.filter(|(_, chunk)| {
        let suspect = chunk.iter().map(|&byte| is_suspect(byte));
        suspect.fold(false, |any, is_suspect| any | is_suspect)
    });
    suspects
        .flat_map(|(start, chunk)| (start..).zip(chunk))
        .filter(|&(_, &byte)| is_suspect(byte))
        .find_map(|(start, _)| {
            let character = text.get(start..)?.chars().next()?;
            let end = start + character.len_utf8();
            is_forbidden(character).then_some((start as u32..end as u32, character))
        })
}

/// Whether a byte may begin a character that is forbidden; some begin others too.
fn is_suspect(byte: u8) -> bool {
    matches!(byte, 0..=8 | 0xb | 0xc | 0xe..=0x1f | 0x7f | 0xc2 | 0xef)
}

/// Whether YAML has no such character in a file.
pub(crate) fn is_forbidden(c: char) -> bool {
    matches!(c,
        '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}'
        | '\u{7f}'..='\u{84}' | '\u{86}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}')
}
