//! Lines and columns of many places in one file.
//!
//! A chart can be a single line of many megabytes, as JSON often is. To count the characters of
//! such a line for each place anew would take a file's length times its findings.

use std::cell::OnceCell;
use std::ops::Range;

use rokade_core::report::ReportFinding;
use rokade_core::span::{LineColumn, Source, Span};

use crate::format::Sections;

/// How many bytes are counted anew for a place at most.
const STEP: usize = 4096;

/// The files of a report, ready to be asked for places.
pub(crate) struct Places<'r> {
    files: Vec<File<'r>>,
}

/// A file.
pub(crate) struct File<'r> {
    /// Its name and text.
    pub(crate) source: &'r Source,
    // How many characters begin before each `STEP` bytes; made for the first place that is far
    // into a line.
    counts: OnceCell<Vec<usize>>,
    // Made for the first line that is shown.
    sections: OnceCell<Sections>,
}

/// A place that can be gone to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spot<'r> {
    /// The file's name, as it was given.
    pub(crate) file: &'r str,
    /// Where it starts.
    pub(crate) start: LineColumn,
    /// Where it ends: the place after its last character.
    pub(crate) end: LineColumn,
}

impl<'r> Places<'r> {
    /// The places of some files.
    pub(crate) fn new(sources: &'r [Source]) -> Self {
        let file = |source| File {
            source,
            counts: OnceCell::new(),
            sections: OnceCell::new(),
        };
        Places {
            files: sources.iter().map(file).collect(),
        }
    }

    /// The file of a span; `None` for a file the report does not have.
    pub(crate) fn file(&self, span: Span) -> Option<&File<'r>> {
        self.files.get(span.source.0 as usize)
    }

    /// Where some bytes are.
    pub(crate) fn spot(&self, span: Span) -> Option<Spot<'r>> {
        let file = self.file(span)?;
        let range = span.range();
        Some(Spot {
            file: &file.source.name,
            start: file.line_column(range.start),
            end: file.line_column(range.end),
        })
    }

    /// A finding's own place: that of its first label.
    pub(crate) fn own(&self, finding: &ReportFinding) -> Option<Spot<'r>> {
        self.spot(finding.labels.first()?.span)
    }
}

impl File<'_> {
    /// Where staff are described.
    pub(crate) fn sections(&self) -> &Sections {
        self.sections.get_or_init(|| Sections::of(self.source))
    }

    /// The line and column of a byte, as [`Source::line_column`] has them.
    pub(crate) fn line_column(&self, byte: usize) -> LineColumn {
        let byte = byte.min(self.source.text.len());
        let line = self.source.line_of(byte);
        let start = self.source.line_range(line).start;
        let column = if byte - start <= STEP {
            begun(self.source.text.as_bytes(), start..byte)
        } else {
            self.begun_before(byte) - self.begun_before(start)
        };
        let inside = !self.source.text.is_char_boundary(byte);
        LineColumn {
            line: line as u32 + 1,
            column: (column - usize::from(inside)) as u32 + 1,
        }
    }

    #[expect(
        clippy::indexing_slicing,
        reason = "there is a count for each step of the text"
    )]
    fn begun_before(&self, byte: usize) -> usize {
        let bytes = self.source.text.as_bytes();
        let counts = self.counts.get_or_init(|| {
            let mut sum = 0;
            let mut counts = vec![0];
            for chunk in bytes.chunks(STEP) {
                sum += begun(chunk, 0..chunk.len());
                counts.push(sum);
            }
            counts
        });
        let step = byte / STEP;
        counts[step] + begun(bytes, step * STEP..byte)
    }
}

/// The name of a file without its folders, which are the planner's own.
pub(crate) fn file_name(source: &str) -> &str {
    source.rsplit(['/', '\\']).next().unwrap_or(source)
}

/// How many characters begin in a range of bytes.
#[expect(clippy::indexing_slicing, reason = "the range is one of these bytes")]
fn begun(bytes: &[u8], range: Range<usize>) -> usize {
    let begins = |byte: &&u8| (**byte & 0xc0) != 0x80;
    bytes[range].iter().filter(begins).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rokade_core::span::{SourceId, Syntax};

    use super::*;

    fn check(text: &str, byte: usize) {
        let sources = [Source::new("x", text, Syntax::Yaml)];
        let places = Places::new(&sources);
        let file = places.file(Span::new(SourceId(0), 0..0)).unwrap();
        assert_eq!(
            file.line_column(byte),
            sources[0].line_column(byte),
            "byte {byte}"
        );
    }

    #[test]
    fn far_into_a_line_the_column_is_the_same() {
        let text = format!("first\n{}\nlast", "aæ🧑".repeat(2000));
        for byte in [
            0,
            3,
            6,
            4095,
            4096,
            4097,
            8191,
            8192,
            8193,
            12_000,
            text.len(),
            usize::MAX,
        ] {
            check(&text, byte);
        }
    }

    #[test]
    fn a_file_that_is_not_there_has_no_places() {
        assert!(
            Places::new(&[])
                .file(Span::new(SourceId(0), 0..0))
                .is_none()
        );
    }

    proptest! {
        #[test]
        fn columns_are_those_of_the_source(text in "[a\u{e6}\u{1f9d1}\r\n]{0,40}", byte in 0..99_usize) {
            check(&text, byte);
        }
    }
}
