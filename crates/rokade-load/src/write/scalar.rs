//! Texts as YAML: plain where that reads back as the same text, to people and to every reader of
//! YAML, and in quotes or a block where it does not.
//!
//! serde-saphyr decides what is not plain, and escapes it; what is plainly plain it is not asked
//! for. Nothing here knows a chart.

use std::borrow::Cow;
use std::fmt::Write as _;

use serde_saphyr::{DoubleQuoted, FlowSeq, SerializerOptions, ser_options};

/// What a text stands for, which decides whether a number needs quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Words: `2017` as a name is no number.
    Words,
    /// An id, a quantity, a date or a word of the format.
    Value,
}

/// The keys whose values are words of a person's own.
const WORDS: [&str; 20] = [
    "name",
    "title",
    "also",
    "type",
    "purpose",
    "identifiers",
    "kle",
    "because",
    "text",
    "source",
    "required_in",
    "options",
    "currency",
    "base",
    "proposal",
    "asked_by",
    "answer",
    "answered_by",
    "counter_proposal",
    "events",
];

/// Words that some reader of YAML takes for something else than a text.
const TAKEN: [&str; 11] = [
    "null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan", "inf",
];

impl Meaning {
    /// What stands under a key.
    pub(super) fn of(key: &str) -> Self {
        if WORDS.contains(&key) {
            Meaning::Words
        } else {
            Meaning::Value
        }
    }
}

/// A text on one line, as it can stand anywhere: as a key, in a block and in braces.
pub(super) fn on_one_line(text: &str, meaning: Meaning) -> Cow<'_, str> {
    if is_simple(text) || (meaning == Meaning::Value && (is_number(text) || is_date(text))) {
        return Cow::Borrowed(text);
    }
    // The format asks for quotes around all that a comma or colon could take apart.
    let apart = text.contains([',', ':', '#', '?', '"', '\'']);
    if !apart && is_plain(text) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(quoted(text))
    }
}

/// A text as the lines of a literal block and the sign that ends it, where it has several lines
/// and a block shows them as they are.
pub(super) fn as_block(text: &str) -> Option<(&'static str, impl Iterator<Item = &str>)> {
    let (sign, body) = match text.strip_suffix('\n') {
        Some(body) => ("|", body),
        None => ("|-", text),
    };
    let is_shown = |c: char| c == '\n' || !(c.is_control() || is_unseen(c));
    let mut lines = body.split('\n');
    let fits = lines.next().is_some_and(|first| !first.starts_with(' ') && !first.is_empty())
        && text.contains('\n')
        && !body.ends_with('\n')
        && text.chars().all(is_shown)
        // An editor may cut blanks at the end of a line.
        && body.split('\n').all(|line| !line.ends_with(char::is_whitespace));
    fits.then(|| (sign, body.split('\n')))
}

/// Whether a text is letters, digits and signs that mean nothing in YAML, and no word that
/// does.
fn is_simple(text: &str) -> bool {
    let is_tame =
        |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '.' | '/' | '(' | ')' | '_' | '%');
    text.starts_with(char::is_alphabetic)
        && !text.ends_with(' ')
        && text.chars().all(is_tame)
        && !TAKEN.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// Whether a text is a number as a quantity or an id has it, which is no octal to anyone.
fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match text.split_once('.') {
        Some((whole, decimals)) => digits(whole) && digits(decimals),
        None => digits(text) && (text == "0" || !text.starts_with('0')),
    }
}

fn is_date(text: &str) -> bool {
    text.len() == "2017-06-20".len()
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

/// Whether a text may stand without quotes even in brackets, by the rules of YAML 1.1 and 1.2.
fn is_plain(text: &str) -> bool {
    let options = one_line();
    let written = serde_saphyr::to_string_with_options(&FlowSeq([text]), options);
    let inside = written.as_deref().ok().and_then(|written| {
        written
            .trim_end_matches('\n')
            .strip_prefix('[')?
            .strip_suffix(']')
    });
    inside == Some(text) && !text.contains(is_unseen)
}

/// A text in quotes, with what cannot be seen in it escaped.
fn quoted(text: &str) -> String {
    let written = serde_saphyr::to_string_with_options(&DoubleQuoted(text), one_line());
    // A text can be written to a string; JSON's escapes are those of YAML.
    let written = written.unwrap_or_else(|_| serde_json::Value::from(text).to_string());
    let written = written.trim_end_matches('\n');
    if !written.contains(is_unseen) {
        return written.to_owned();
    }
    let mut out = String::with_capacity(written.len() + 5);
    for c in written.chars() {
        if is_unseen(c) {
            // A string takes all that is written to it.
            let _ = write!(out, "\\u{:04X}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}

fn one_line() -> SerializerOptions {
    ser_options! { prefer_block_scalars: false }
}

/// Whether a character turns the direction of a text, breaks its lines or has no width, and so
/// is better read by its number. All are of four digits.
fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{61c}' | '\u{85}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
