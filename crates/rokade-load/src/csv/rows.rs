//! CSV as rows of cells, each with its bytes; csv-core reads what stands in quotes.
//!
//! What does not begin with a quote ends at the next delimiter or line end, whatever is in it,
//! and so is taken from the text as it is. Nothing here knows the columns.

#![expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "what was read ends behind a sign of one byte or at the end, and the buffer has what was written to it"
)]

use std::borrow::Cow;
use std::ops::Range;

use csv_core::{ReadFieldResult, Reader};

/// A cell.
#[derive(Debug, Clone)]
pub(crate) struct Cell<'a> {
    /// What it says, quotes undone, and trimmed where there are none.
    pub(crate) text: Cow<'a, str>,
    /// Its bytes, with its quotes.
    pub(crate) at: Range<u32>,
    /// Whether it stands in quotes.
    pub(crate) quoted: bool,
    /// The byte where the text begins, where it stands in the file just so.
    begins: Option<u32>,
}

impl Cell<'_> {
    /// Whether it says nothing.
    pub(crate) fn is_empty(&self) -> bool {
        // Without quotes it has been trimmed.
        self.text.is_empty() || (self.quoted && self.text.trim().is_empty())
    }
}

/// The rows of a text, blank lines passed over.
pub(crate) struct Rows<'a> {
    /// What reads cells in quotes, from the first that there is: making it takes as long as some hundred
    /// rows, and a place in a table is found by reading its row again.
    reader: Option<Box<Reader>>,
    delimiter: u8,
    text: &'a str,
    next: usize,
    buffer: Vec<u8>,
    unclosed: Option<u32>,
}

/// The delimiters there can be. Of equals the first, so that a header of one column has commas.
const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// The delimiter of a text: the one that its header has most of.
pub(crate) fn delimiter(text: &str) -> u8 {
    let header = text.trim_start_matches(['\n', '\r']);
    let header = header.split(['\n', '\r']).next().unwrap_or_default();
    let mut counts = DELIMITERS.map(|delimiter| (delimiter, 0));
    let mut quoted = false;
    for byte in header.bytes() {
        quoted ^= byte == b'"';
        for (delimiter, count) in &mut counts {
            *count += usize::from(byte == *delimiter && !quoted);
        }
    }
    let most = counts.iter().map(|&(_, count)| count).max();
    counts
        .into_iter()
        .find(|&(_, count)| Some(count) == most)
        .map_or(b',', |(delimiter, _)| delimiter)
}

/// A reader of cells in quotes.
fn reader(delimiter: u8) -> Reader {
    let mut reader = csv_core::ReaderBuilder::new().delimiter(delimiter).build();
    // It drops a byte order mark from the first bytes it is given, wherever they stand.
    reader.read_field(b"\n", &mut [0; 8]);
    reader
}

impl<'a> Rows<'a> {
    /// The rows of a text from this byte on.
    pub(crate) fn new(text: &'a str, delimiter: u8, from: usize) -> Self {
        Rows {
            reader: None,
            delimiter,
            text,
            next: from,
            buffer: Vec::new(),
            unclosed: None,
        }
    }

    /// Where a quote opens that nothing closes, once the last row has been read.
    pub(crate) fn unclosed(&self) -> Option<u32> {
        self.unclosed
    }

    /// Reads the next row and says where it stands.
    pub(crate) fn next(&mut self, cells: &mut Vec<Cell<'a>>) -> Option<Range<u32>> {
        cells.clear();
        let bytes = self.text.as_bytes();
        while matches!(bytes.get(self.next), Some(b'\n' | b'\r')) {
            self.next += 1;
        }
        if self.next >= bytes.len() {
            return None;
        }
        let start = self.next as u32;
        loop {
            let from = self.next;
            let (end, length) = if bytes.get(from) == Some(&b'"') {
                self.field()
            } else {
                (self.plain_field(), 0)
            };
            // The delimiter or line end was read with the cell.
            let to = match end {
                End::Text => self.next,
                End::Cell | End::Row => self.next - 1,
            };
            cells.push(self.cell(from..to, length, end));
            if end != End::Cell {
                return Some(start..to as u32);
            }
        }
    }

    /// Passes over a field without quotes: what ends it.
    fn plain_field(&mut self) -> End {
        let rest = &self.text.as_bytes()[self.next..];
        let is_end = |&byte: &u8| byte == self.delimiter || matches!(byte, b'\n' | b'\r');
        let Some(length) = rest.iter().position(is_end) else {
            self.next = self.text.len();
            return End::Text;
        };
        self.next += length + 1;
        if rest[length] == self.delimiter {
            End::Cell
        } else {
            End::Row
        }
    }

    /// Reads a field into the buffer: what ends it, and how long it is.
    fn field(&mut self) -> (End, usize) {
        let bytes = self.text.as_bytes();
        let made = || Box::new(reader(self.delimiter));
        let reader = self.reader.get_or_insert_with(made);
        let mut length = 0;
        loop {
            let input = &bytes[self.next..];
            let output = &mut self.buffer[length..];
            let (result, read, written) = reader.read_field(input, output);
            self.next += read;
            length += written;
            match result {
                // Asked again with nothing left, it ends the field.
                _ if input.is_empty() => return (End::Text, length),
                ReadFieldResult::InputEmpty => {}
                ReadFieldResult::OutputFull => {
                    self.buffer.resize((self.buffer.len() * 2).max(256), 0);
                }
                ReadFieldResult::Field { record_end: false } => return (End::Cell, length),
                ReadFieldResult::Field { record_end: true } | ReadFieldResult::End => {
                    return (End::Row, length);
                }
            }
        }
    }

    fn cell(&mut self, at: Range<usize>, length: usize, end: End) -> Cell<'a> {
        let written = &self.text[at.clone()];
        let range = at.start as u32..at.end as u32;
        if let Some(inner) = written.strip_prefix('"') {
            let quotes = || written.bytes().filter(|&byte| byte == b'"').count();
            if end == End::Text && quotes() % 2 == 1 {
                self.unclosed = Some(range.start);
            }
            let text = String::from_utf8_lossy(&self.buffer[..length]);
            let as_written = inner.strip_suffix('"').is_some_and(|inner| inner == text);
            return Cell {
                text: Cow::Owned(text.into_owned()),
                begins: as_written.then_some(range.start + 1),
                at: range,
                quoted: true,
            };
        }
        let before = written.len() - written.trim_start().len();
        let text = written.trim();
        let start = range.start + before as u32;
        Cell {
            text: Cow::Borrowed(text),
            at: start..start + text.len() as u32,
            quoted: false,
            begins: Some(start),
        }
    }
}

/// What ends a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Cell,
    Row,
    Text,
}

/// The items of a cell that holds a list, each with its bytes: parted by `|`, or by `;`, which
/// can stand in a cell only where it is not the delimiter or is in quotes.
pub(crate) fn pieces<'c>(cell: &'c Cell<'_>) -> impl Iterator<Item = (&'c str, Range<u32>)> {
    let text = &*cell.text;
    text.split(['|', ';']).filter_map(move |piece| {
        let trimmed = piece.trim();
        if trimmed.is_empty() {
            return None;
        }
        let offset = (trimmed.as_ptr() as usize - text.as_ptr() as usize) as u32;
        let length = trimmed.len() as u32;
        // Where quotes were undone inside the text, the whole cell is named.
        let at = match cell.begins {
            Some(begins) => begins + offset..begins + offset + length,
            None => cell.at.clone(),
        };
        Some((trimmed, at))
    })
}
