//! What kind of file a text is, and which file it stands on, without reading all of it.
//!
//! Lines that could be one of three keys of the top level are looked for first, and YAML is
//! parsed only as far as the last of them: most files have `base` near their top or not at all.
//! Nothing here is a fault; a file that cannot be read is a chart until it is loaded.

use rokade_core::expected::Expected;
use rokade_core::span::{Source, SourceId, Span, Syntax, edges};

use crate::reader::{Key, Reader, Token};

/// What kind of file a text is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileKind {
    /// A chart, or a part of one.
    Chart,
    /// Events upon another file.
    Proposal {
        /// The path of that file, as written, from this one's folder.
        base: String,
    },
    /// What was answered to a proposal.
    Hearing,
}

/// What a file is, and where it says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Links {
    /// What kind of file it is.
    pub kind: FileKind,
    /// Whether it names an organisation, and so is a whole chart.
    pub has_organization: bool,
    /// Where the path of the base stands.
    pub base_span: Option<Span>,
    /// Where the key stands that makes it a proposal or a hearing.
    pub key_span: Option<Span>,
}

const WORDS: [&str; 3] = ["base", "hearing", "organization"];

/// Says what kind of file a text is. A file that is both a proposal and a hearing is a hearing.
pub fn links(id: SourceId, source: &Source) -> Links {
    let mut links = Links {
        kind: FileKind::Chart,
        has_organization: false,
        base_span: None,
        key_span: None,
    };
    if source.syntax == Syntax::Csv {
        return links;
    }
    let text = &*source.text;
    let Some(last) = last_candidate(text) else {
        return links;
    };
    let mut reader = Reader::new(id, text);
    if !matches!(reader.next().map(|head| head.token), Ok(Token::Map(_))) {
        return links;
    }
    while let Ok(key) = reader.key(Expected::Text, None) {
        let (name, at) = match key {
            Key::Done => break,
            Key::Refused => continue,
            Key::Named(name, at) => (name, at),
        };
        let past_last = at.start as usize >= last;
        let Ok(value) = reader.next() else {
            break;
        };
        let span = Span {
            source: id,
            start: at.start,
            end: at.end,
        };
        match (&*name, &value.token) {
            ("organization", token) => {
                links.has_organization |= !matches!(token, Token::Nothing(_));
            }
            ("hearing", _) => {
                links.kind = FileKind::Hearing;
                links.key_span = Some(span);
            }
            ("base", Token::Text(base, _)) if links.kind == FileKind::Chart => {
                links.kind = FileKind::Proposal {
                    base: base.clone().into_owned(),
                };
                links.key_span = Some(span);
                links.base_span = Some(Span {
                    source: id,
                    start: value.at.start,
                    end: value.at.end,
                });
            }
            _ => {}
        }
        if past_last || reader.skip(&value).is_err() {
            break;
        }
    }
    links
}

/// Where the last place is that could be one of the three keys at the top level.
fn last_candidate(text: &str) -> Option<usize> {
    // In a block, all keys of the top level stand in the column of the first.
    let mut column = None;
    let mut last = None;
    let mut next = 0;
    while let Some(start) = text.as_bytes().get(next..).and_then(past_ends) {
        let start = next + start;
        let line = line_at(text, start);
        next = start + line.len();
        let indent = line.iter().take_while(|&&byte| byte == b' ').count();
        let (_, key) = line.split_at(indent);
        match key.first() {
            None | Some(b'#' | b'%') => continue,
            Some(_) if column.is_none() && key.trim_ascii_end() == b"---" => continue,
            // Keys in brackets, or behind what a key does not begin with, can stand anywhere.
            Some(first) if column.is_none() && !may_begin_key(*first) => return last_word(text),
            Some(_) => {}
        }
        if indent == 0 && column.is_none() {
            let keys = edges(text).filter(|&edge| edge >= start);
            return keys.filter(|&key| is_candidate(line_at(text, key))).last();
        }
        if *column.get_or_insert(indent) == indent && is_candidate(key) {
            last = Some(start + indent);
        }
    }
    last
}

/// Where the first line begins that is not empty. A file can be made of empty lines, and they are gone
/// through more quickly than they are looked for.
fn past_ends(bytes: &[u8]) -> Option<usize> {
    bytes.iter().position(|byte| !matches!(byte, b'\n' | b'\r'))
}

/// The rest of a line, from this byte on.
fn line_at(text: &str, start: usize) -> &[u8] {
    let rest = text.as_bytes().get(start..).unwrap_or_default();
    let length = memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
    rest.split_at(length).0
}

fn may_begin_key(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80 || matches!(byte, b'"' | b'\'' | b'_')
}

/// Whether a line can begin with one of the three keys.
fn is_candidate(line: &[u8]) -> bool {
    let quoted = line.strip_prefix(b"\"").or_else(|| line.strip_prefix(b"'"));
    let named = |word: &str| quoted.unwrap_or(line).starts_with(word.as_bytes());
    let escaped = quoted.is_some_and(|rest| rest.contains(&b'\\'));
    WORDS.into_iter().any(named) || escaped || matches!(line, [b'?' | b'!' | b'&', ..])
}

/// The last place of any of the three words that a colon may follow.
fn last_word(text: &str) -> Option<usize> {
    let is_key = |&(start, word): &(usize, &str)| {
        let after = text.get(start + word.len()..).unwrap_or_default();
        after
            .trim_start_matches(['"', '\'', ' ', '\t', '\n', '\r'])
            .starts_with(':')
    };
    WORDS
        .iter()
        .filter_map(|word| text.rmatch_indices(word).find(is_key))
        .map(|(start, _)| start)
        .max()
}
