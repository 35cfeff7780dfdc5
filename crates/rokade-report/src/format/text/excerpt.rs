//! Excerpts: the lines that labels stand in, as miette reads them.
//!
//! A label costs its excerpt, never its file. An excerpt is a text of its own, cut and made safe
//! to print, that knows the lines and columns of the file it was taken from.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use miette::{
    Diagnostic, LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents,
};
use rokade_core::report::ReportLabel;
use textwrap::core::display_width;

use super::cut::{HANG, Mark, cut};
use super::look::{Look, wrap};
use super::private;
use crate::escape;
use crate::place::{File, Places};

/// How far apart two lines may be and still be shown with what is between them.
const NEAR: usize = 2;

/// How many lines an excerpt has at most, and how many marks a line: beyond, another begins, so
/// that what miette does for each mark and each line stays small.
const LINES: usize = 16;
const MARKS: usize = 3;

/// How narrow a note may get before it is let run over the edge.
const NARROW: usize = 16;

/// Some lines of a file with what is marked in them.
#[derive(Debug)]
pub(super) struct Excerpt {
    name: String,
    text: String,
    // The first line's number, from 0, and where each line starts in the text.
    first: usize,
    lines: Vec<usize>,
    marks: Vec<Marked>,
}

#[derive(Debug)]
struct Marked {
    range: Range<usize>,
    // The column in the file, from 0.
    column: usize,
    note: String,
    is_first: bool,
}

/// A label on its line.
struct Spot<'r> {
    // How many files come before its file.
    file: usize,
    line: usize,
    range: Range<usize>,
    column: usize,
    notes: Vec<Cow<'r, str>>,
    // How many labels come before it.
    order: usize,
}

/// The excerpts that show some labels: the first label's file first, near lines together.
pub(super) fn excerpts<'r>(
    labels: &[&'r ReportLabel],
    places: &Places<'r>,
    look: &Look,
) -> Vec<Excerpt> {
    let mut files: Vec<&File<'_>> = Vec::new();
    let mut spots = Vec::new();
    for (order, label) in labels.iter().enumerate() {
        let Some(file) = places.file(label.span) else {
            continue;
        };
        let known = files.iter().position(|known| std::ptr::eq(*known, file));
        let number = known.unwrap_or_else(|| {
            files.push(file);
            files.len() - 1
        });
        let source = file.source;
        let start = floor(&source.text, label.span.start as usize);
        let line = source.line_of(start);
        let bytes = source.line_range(line);
        let start = start.min(bytes.end);
        let end = ceil(&source.text, label.span.end as usize).max(start);
        let end = if end <= bytes.end {
            end
        } else {
            // Of what goes on for lines, such as an entity, the first is enough to know it by.
            bytes.start + source.line(line).trim_end().len().max(start - bytes.start)
        };
        spots.push(Spot {
            file: number,
            line,
            range: start - bytes.start..end - bytes.start,
            column: file.line_column(start).column as usize - 1,
            notes: vec![escape::terminal(&label.text, look.unicode)],
            order,
        });
    }
    spots.sort_by_key(|spot| (spot.file, spot.line, spot.range.start, spot.order));
    let mut groups: Vec<Vec<Spot<'r>>> = Vec::new();
    for spot in spots {
        match groups.last_mut() {
            Some(group) if belongs(group, &spot) => join(group, spot),
            _ => groups.push(vec![spot]),
        }
    }
    let first = |group: &[Spot<'_>]| group.iter().map(|spot| spot.order).min();
    groups.sort_by_key(|group| (group.first().map(|spot| spot.file), first(group)));
    let shown = groups
        .into_iter()
        .filter_map(|group| Some(excerpt(files.get(group.first()?.file)?, &group, look)));
    shown.collect()
}

fn belongs(group: &[Spot<'_>], spot: &Spot<'_>) -> bool {
    let (Some(first), Some(last)) = (group.first(), group.last()) else {
        return false;
    };
    let on_line = group
        .iter()
        .rev()
        .take_while(|other| other.line == spot.line)
        .count();
    last.file == spot.file
        && spot.line - last.line <= NEAR
        && spot.line - first.line < LINES
        && (on_line < MARKS || last.range.start == spot.range.start)
}

/// Adds a spot to a group whose spots come before it. What starts at one place is one spot;
/// what overlaps gives way to what comes after it.
fn join<'r>(group: &mut Vec<Spot<'r>>, spot: Spot<'r>) {
    if let Some(last) = group.last_mut().filter(|last| last.line == spot.line) {
        if last.range.start == spot.range.start {
            last.range.end = last.range.end.max(spot.range.end);
            last.order = last.order.min(spot.order);
            last.notes.extend(spot.notes);
            return;
        }
        last.range.end = last.range.end.min(spot.range.start);
    }
    group.push(spot);
}

#[expect(
    clippy::indexing_slicing,
    reason = "what is cut has a mark for each that it was given"
)]
fn excerpt(file: &File<'_>, spots: &[Spot<'_>], look: &Look) -> Excerpt {
    let source = file.source;
    let first = spots.first().map_or(0, |spot| spot.line);
    let last = spots.last().map_or(0, |spot| spot.line);
    // ` 12 │ `
    let margin = (last + 1).to_string().len() + 4;
    let room = look.width.saturating_sub(margin);
    let mut excerpt = Excerpt {
        name: look.file(&source.name),
        text: String::new(),
        first,
        lines: Vec::new(),
        marks: Vec::new(),
    };
    let mut rest = spots;
    for line in first..=last {
        let (here, after) = rest.split_at(rest.partition_point(|spot| spot.line == line));
        rest = after;
        let notes: Vec<String> = here.iter().map(|spot| note(&spot.notes)).collect();
        let marks = here.iter().zip(&notes).map(|(spot, note)| Mark {
            range: spot.range.clone(),
            note: display_width(note),
        });
        let marks: Vec<Mark> = marks.collect();
        let starts = marks.iter().map(|mark| mark.range.start);
        let hidden = private::hidden(source, file.sections(), line, starts);
        let cut = cut(source.line(line), &hidden, &marks, room, look.unicode);
        let start = excerpt.text.len();
        excerpt.lines.push(start);
        excerpt.text.push_str(&cut.text);
        excerpt.text.push('\n');
        for (i, spot) in here.iter().enumerate() {
            let note_room = room.saturating_sub(cut.bars[i] + HANG).max(NARROW);
            excerpt.marks.push(Marked {
                range: start + cut.marks[i].start..start + cut.marks[i].end,
                column: spot.column,
                note: wrap(&notes[i], note_room, "", "").join("\n"),
                is_first: spot.order == 0,
            });
        }
    }
    excerpt
}

/// Notes on one place as one, each told once.
fn note(notes: &[Cow<'_, str>]) -> String {
    let mut told: Vec<&str> = Vec::new();
    for note in notes.iter().filter(|note| !note.is_empty()) {
        if told.len() < MARKS && !told.contains(&&**note) {
            told.push(note);
        }
    }
    told.join("; ")
}

/// The nearest byte at or before this one where a character starts.
pub(super) fn floor(text: &str, byte: usize) -> usize {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

fn ceil(text: &str, byte: usize) -> usize {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte += 1;
    }
    byte
}

impl SourceCode for Excerpt {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        _before: usize,
        _after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let end = span.offset() + span.len();
        if end > self.text.len() {
            return Err(MietteError::OutOfBounds);
        }
        let line_at = |byte: usize| self.lines.partition_point(|&start| start <= byte) - 1;
        let (first, last) = (line_at(span.offset()), line_at(end));
        let start = self.lines.get(first).copied().unwrap_or_default();
        let stop = self.lines.get(last + 1).copied().unwrap_or(self.text.len());
        let marked = self
            .marks
            .iter()
            .find(|mark| mark.range.start == span.offset());
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            self.text.as_bytes().get(start..stop).unwrap_or_default(),
            (start, stop - start).into(),
            self.first + first,
            marked.map_or(0, |mark| mark.column),
            // By this miette sees whether the next mark is near enough to be shown in the same
            // frame. All of an excerpt is.
            LINES * 2,
        )))
    }
}

/// What miette prints: a sentence, and an excerpt with its marks.
#[derive(Debug)]
pub(super) struct Shown<'e> {
    pub(super) message: &'e str,
    pub(super) severity: miette::Severity,
    pub(super) excerpt: Option<&'e Excerpt>,
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message)
    }
}

impl std::error::Error for Shown<'_> {}

impl Diagnostic for Shown<'_> {
    fn severity(&self) -> Option<miette::Severity> {
        Some(self.severity)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.excerpt.map(|excerpt| excerpt as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let labels = self.excerpt?.marks.iter().map(|mark| {
            let note = (!mark.note.is_empty()).then(|| mark.note.clone());
            let span = mark.range.clone();
            if mark.is_first {
                LabeledSpan::new_primary_with_span(note, span)
            } else {
                LabeledSpan::new_with_span(note, span)
            }
        });
        Some(Box::new(labels))
    }
}
