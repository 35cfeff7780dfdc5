//! Places in files: byte ranges, and the line and column a person counts.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Which of the files of a run.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
pub struct SourceId(pub u32);

/// A range of bytes in a file, end exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The file.
    pub source: SourceId,
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// A range of bytes in a file.
    pub fn new(source: SourceId, range: Range<usize>) -> Self {
        Span {
            source,
            start: range.start as u32,
            end: range.end as u32,
        }
    }

    /// The range of bytes.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A place a person can go to. Both count from 1; a column counts Unicode code points.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
pub struct LineColumn {
    /// From 1.
    pub line: u32,
    /// From 1, in Unicode code points.
    pub column: u32,
}

/// What kind of text a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Syntax {
    /// YAML, and JSON as the subset of it.
    Yaml,
    /// `staff.csv`.
    Csv,
}

/// A file as it was read: its name for people and its text.
#[derive(Debug, Clone)]
pub struct Source {
    /// The path as the user gave it, or a name for standard input.
    pub name: Arc<str>,
    /// The text, without a byte order mark.
    pub text: Arc<String>,
    /// YAML or CSV.
    pub syntax: Syntax,
    /// Where lines start, as far as that is kept; looked for when first asked, which is when something is
    /// found.
    starts: Arc<OnceLock<Vec<Known>>>,
}

impl Source {
    /// A file of a name and a text.
    pub fn new(name: &str, text: impl Into<String>, syntax: Syntax) -> Self {
        let mut text: String = text.into();
        if text.starts_with('\u{feff}') {
            text.remove(0);
        }
        Source {
            name: name.into(),
            text: Arc::new(text),
            syntax,
            starts: Arc::default(),
        }
    }

    fn starts(&self) -> &[Known] {
        self.starts.get_or_init(|| known_starts(&self.text))
    }

    /// The line (from 0) that holds a byte, and where it starts.
    #[expect(clippy::indexing_slicing, reason = "the first line is always known")]
    fn line_at(&self, byte: usize) -> (usize, usize) {
        let starts = self.starts();
        let known = starts[starts.partition_point(|known| known.start as usize <= byte) - 1];
        let (line, start) = (known.line as usize, known.start as usize);
        // Behind these bytes no line starts but those that are known.
        let near = start..byte.min(start + NEAR);
        let further = line_starts(self.text.as_bytes(), near).enumerate().last();
        further.map_or((line, start), |(further, start)| {
            (line + further + 1, start)
        })
    }

    /// The line (from 0) that holds a byte.
    pub fn line_of(&self, byte: usize) -> usize {
        self.line_at(byte).0
    }

    /// Where a line (from 0) starts; the end of the text where there is none.
    #[expect(clippy::indexing_slicing, reason = "the first line is always known")]
    fn start_of(&self, line: usize) -> usize {
        let starts = self.starts();
        let known = starts[starts.partition_point(|known| known.line as usize <= line) - 1];
        let start = known.start as usize;
        let near = start..self.text.len().min(start + NEAR);
        match line - known.line as usize {
            0 => start,
            further => line_starts(self.text.as_bytes(), near)
                .nth(further - 1)
                .unwrap_or(self.text.len()),
        }
    }

    /// The bytes of a line (from 0), without its end.
    #[expect(clippy::string_slice, reason = "lines begin where characters do")]
    pub fn line_range(&self, line: usize) -> Range<usize> {
        let (start, end) = (self.start_of(line), self.start_of(line + 1));
        let kept = self.text[start..end].trim_end_matches(['\n', '\r']).len();
        start..start + kept
    }

    /// The text of a line (from 0), without its end.
    #[expect(
        clippy::string_slice,
        reason = "a line begins and ends where characters do"
    )]
    pub fn line(&self, line: usize) -> &str {
        &self.text[self.line_range(line)]
    }

    /// The line and column of a byte; a byte inside a character counts as its first.
    #[expect(clippy::string_slice, reason = "lines begin where characters do")]
    pub fn line_column(&self, byte: usize) -> LineColumn {
        let byte = byte.min(self.text.len());
        let (line, start) = self.line_at(byte);
        let column = self.text[start..]
            .char_indices()
            .take_while(|(i, _)| start + i < byte)
            .count();
        let column = if self.text.is_char_boundary(byte) {
            column
        } else {
            column - 1
        };
        LineColumn {
            line: line as u32 + 1,
            column: column as u32 + 1,
        }
    }
}

/// A line whose start is kept.
#[derive(Debug, Clone, Copy)]
struct Known {
    line: u32,
    start: u32,
}

/// Lines that start within so many bytes behind one that is known are counted from there: were each
/// kept, those of a file of empty lines would take many times its size.
const NEAR: usize = 64;

/// Where lines of a text begin that are neither empty nor indented, from its top.
pub fn edges(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    let first = bytes
        .first()
        .filter(|first| begins_line(**first))
        .map(|_| 0);
    let behind = bytes.get(1..).unwrap_or_default();
    // Whole chunks first, many bytes at a time.
    let (next, last) = behind.as_chunks::<NEAR>();
    let (ends, _) = bytes.as_chunks::<NEAR>();
    let (_, before_last) = bytes.split_at(next.len() * NEAR);
    let chunks = (1..).step_by(NEAR).zip(ends.iter().zip(next));
    let some = chunks.filter(|(_, (ends, next))| has_edge(ends, next));
    let in_chunks = some.flat_map(|(start, (ends, next))| edges_of(start, ends, next));
    let in_last = edges_of(next.len() * NEAR + 1, before_last, last);
    first.into_iter().chain(in_chunks).chain(in_last)
}

/// Of bytes from this one on, those that begin a line behind the byte before them.
fn edges_of(start: usize, before: &[u8], bytes: &[u8]) -> impl Iterator<Item = usize> {
    let pairs = (start..).zip(before.iter().zip(bytes));
    pairs.filter_map(|(at, (before, byte))| is_edge(*before, *byte).then_some(at))
}

fn has_edge(before: &[u8; NEAR], bytes: &[u8; NEAR]) -> bool {
    let pairs = before.iter().zip(bytes);
    pairs.fold(false, |any, (before, byte)| any | is_edge(*before, *byte))
}

#[expect(
    clippy::needless_bitwise_bool,
    reason = "without branches many bytes are looked at at a time"
)]
fn is_edge(before: u8, byte: u8) -> bool {
    ((before == b'\n') | (before == b'\r')) & begins_line(byte)
}

#[expect(
    clippy::needless_bitwise_bool,
    reason = "without branches many bytes are looked at at a time"
)]
fn begins_line(byte: u8) -> bool {
    (byte != b' ') & (byte != b'\n') & (byte != b'\r')
}

/// The lines whose starts are kept: the first to start in every so many bytes.
fn known_starts(text: &str) -> Vec<Known> {
    let mut known = vec![Known { line: 0, start: 0 }];
    let mut line = 0;
    let has_returns = memchr::memchr(b'\r', text.as_bytes()).is_some();
    for (at, bytes) in (0..).step_by(NEAR).zip(text.as_bytes().chunks(NEAR)) {
        let (first, starts) = if has_returns {
            let mut starts = line_starts(text.as_bytes(), at..at + bytes.len());
            let first = starts.next();
            (first, usize::from(first.is_some()) + starts.count())
        } else {
            let first = memchr::memchr(b'\n', bytes).map(|end| at + end + 1);
            // Of so few a byte can hold the number, and many are counted at a time.
            let ends = bytes.iter().map(|&byte| u8::from(byte == b'\n'));
            (first, usize::from(ends.fold(0, u8::wrapping_add)))
        };
        known.extend(first.map(|start| Known {
            line: line + 1,
            start: start as u32,
        }));
        line += starts as u32;
    }
    known
}

/// Where lines start behind those of these bytes that end one.
#[expect(
    clippy::indexing_slicing,
    reason = "what is asked for is within the text"
)]
fn line_starts(text: &[u8], within: Range<usize>) -> impl Iterator<Item = usize> {
    let ends = within.filter(|&at| {
        // A lone CR ends a line as well, as in YAML.
        text[at] == b'\n' || (text[at] == b'\r' && text.get(at + 1) != Some(&b'\n'))
    });
    ends.map(|at| at + 1)
}

/// Where an entity was written: its file and the bytes from its key to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Origin {
    /// The file.
    pub source: SourceId,
    /// The first byte of its key, or of its value in a list.
    pub start: u32,
    /// The byte after its value.
    pub end: u32,
}

/// An entity with the place it was written.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry<T> {
    /// What was written.
    pub value: T,
    /// Where; `None` for what was computed.
    pub origin: Option<Origin>,
}

impl<T> Entry<T> {
    /// An entity that stands in no file.
    pub fn computed(value: T) -> Self {
        Entry {
            value,
            origin: None,
        }
    }
}

/// A step from an entity to one of its fields.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PathStep {
    /// The value of a key.
    Key(String),
    /// The key itself.
    KeyName(String),
    /// An item of a list, from 0.
    Item(usize),
}

impl From<&str> for PathStep {
    fn from(key: &str) -> Self {
        PathStep::Key(key.to_owned())
    }
}

impl From<usize> for PathStep {
    fn from(item: usize) -> Self {
        PathStep::Item(item)
    }
}

/// A field of an entity of a chart, found in the file only when a finding names it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The entity.
    pub subject: crate::ids::Subject,
    /// From the entity to the field; empty for the entity's own id.
    pub path: Vec<PathStep>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_at_the_edge_are_neither_empty_nor_indented() {
        let slowly = |text: &str| -> Vec<usize> {
            let is_edge = |&at: &usize| {
                let before = at.checked_sub(1).map(|at| text.as_bytes()[at]);
                matches!(before, None | Some(b'\n' | b'\r'))
                    && !matches!(text.as_bytes()[at], b' ' | b'\n' | b'\r')
            };
            (0..text.len()).filter(is_edge).collect()
        };
        for text in [
            "",
            "a",
            " a",
            "\na",
            "a:\n  b: c\r\nd\r\n\r\n e\n#\rf",
            "ø\nå\n",
        ] {
            assert_eq!(edges(text).collect::<Vec<_>>(), slowly(text), "{text:?}");
        }
        for length in 60..70 {
            let text = format!("{}\nb\n", "a".repeat(length)).repeat(5);
            assert_eq!(edges(&text).collect::<Vec<_>>(), slowly(&text), "{length}");
        }
    }

    #[test]
    fn lines_and_columns_count_code_points_from_one() {
        let source = Source::new("x", "a: æøå\r\nb: 1\rc", Syntax::Yaml);
        let at = |needle: &str| {
            let place = source.line_column(source.text.find(needle).unwrap_or_default());
            (place.line, place.column)
        };
        assert_eq!(at("a:"), (1, 1));
        assert_eq!(at("å"), (1, 6));
        assert_eq!(at("b:"), (2, 1));
        assert_eq!(at("c"), (3, 1));
        assert_eq!(source.line_column(usize::MAX).line, 3);
        assert_eq!(&source.text[source.line_range(0)], "a: æøå");
    }

    #[test]
    fn every_line_of_a_long_file_is_found() {
        let text = "ab\n".repeat(200) + "c";
        let source = Source::new("x", text, Syntax::Yaml);
        for line in 0..=200 {
            let bytes = source.line_range(line);
            assert_eq!(bytes.start, 3 * line);
            assert_eq!(source.line_of(bytes.start), line);
            assert_eq!(source.line_of(bytes.end), line);
        }
    }

    #[test]
    fn lines_of_any_length_are_found_in_their_places() {
        let lengths = [0, 1, 0, 63, 64, 0, 62, 65, 500, 0, 0, 1, 130, 2];
        let lines: Vec<String> = lengths
            .iter()
            .cycle()
            .take(300)
            .map(|&n| "a".repeat(n))
            .collect();
        for end in ["\n", "\r\n", "\r"] {
            let source = Source::new("x", lines.join(end), Syntax::Yaml);
            let mut start = 0;
            for (at, line) in lines.iter().enumerate() {
                assert_eq!(
                    source.line_range(at),
                    start..start + line.len(),
                    "{at} {end:?}"
                );
                for byte in [start, start + line.len()] {
                    assert_eq!(source.line_of(byte), at, "{byte} {end:?}");
                }
                start += line.len() + end.len();
            }
        }
    }

    #[test]
    fn a_byte_order_mark_is_no_text() {
        let source = Source::new("x", "\u{feff}a", Syntax::Yaml);
        assert_eq!(source.line_column(0), LineColumn { line: 1, column: 1 });
        assert_eq!(&*source.text, "a");
    }
}
