//! One line of a file, made safe to print and cut to fit, around what is marked in it.
//!
//! Charts have lines of hundreds of characters, and files can be one line of megabytes: only the
//! surroundings of a mark are ever looked at.

#![expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "every list has one place for each cell of the line, and every number is that of a cell or of where a character starts"
)]

use std::borrow::Cow;
use std::iter;
use std::ops::Range;

use textwrap::core::display_width;

use crate::escape;

#[cfg(test)]
mod tests;

/// How wide a tab is drawn.
const TAB: &str = "    ";

/// How wide a note may be before it goes on on another line, where there is little room.
const NOTE: usize = 20;

/// How far a note stands from the line it hangs from: `╰── `.
pub(super) const HANG: usize = 4;

/// How long a word may be and still be dropped where the line is cut inside it.
const WORD: usize = 24;

/// Something to mark in a line.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    /// Its bytes in the line.
    pub(super) range: Range<usize>,
    /// How wide its note is.
    pub(super) note: usize,
}

/// A line as it is printed.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Cut {
    /// What is left of it.
    pub(super) text: String,
    /// Where each mark stands in the text.
    pub(super) marks: Vec<Range<usize>>,
    /// From which column (from 0) the note of each mark hangs.
    pub(super) bars: Vec<usize>,
}

/// Cuts a line to `room` columns. What is marked stays, and its surroundings, and the key the
/// line starts with. The marks are in order and do not overlap. In place of each part that is
/// hidden stands one sign, marked or not.
pub(super) fn cut(
    line: &str,
    hidden: &[Range<usize>],
    marks: &[Mark],
    room: usize,
    unicode: bool,
) -> Cut {
    let line = Line::new(line, hidden, marks, room, unicode);
    if line.is_whole() && line.width() <= room {
        let whole = line.assemble(&vec![true; line.cells.len()], &line.marked);
        if overhang(&whole, marks, room) == 0 {
            return whole;
        }
    }
    // Where a note has no room, less is shown before its mark.
    let mut before = room;
    loop {
        let (cut, shown) = line.cut(marks, room, room, before);
        let over = overhang(&cut, marks, room);
        // The key and the first of each mark stay whatever room there is: with a wide key, less
        // of the marks has to do.
        if display_width(&cut.text) > room {
            break;
        }
        if over == 0 {
            return cut;
        }
        if before == 0 {
            break;
        }
        // Half at least, for the marks of a line add up.
        before = shown.saturating_sub(over).max(shown / 2).min(before - 1);
    }
    let (cut, _) = line.cut(marks, room, room * 2 / 3, 0);
    if display_width(&cut.text) <= room {
        return cut;
    }
    // Then the key has to go, too.
    line.cut_with_key(0, marks, room, 0, 0).0
}

/// How many columns the notes of a line want beyond its room.
fn overhang(cut: &Cut, marks: &[Mark], room: usize) -> usize {
    let wanted = |(&bar, mark): (&usize, &Mark)| bar + HANG + mark.note.min(NOTE);
    let most = cut.bars.iter().zip(marks).map(wanted).max();
    most.map_or(0, |most| most.saturating_sub(room))
}

/// What is drawn for one character.
struct Cell<'l> {
    at: usize,
    text: Cow<'l, str>,
    width: usize,
}

/// A line as far as it is looked at.
struct Line<'l> {
    cells: Vec<Cell<'l>>,
    // Whether nothing is missing before each cell, and after the last.
    joined: Vec<bool>,
    // The cells of each mark.
    marked: Vec<Range<usize>>,
    ellipsis: &'static str,
}

impl<'l> Line<'l> {
    fn new(
        line: &'l str,
        hidden: &[Range<usize>],
        marks: &[Mark],
        room: usize,
        unicode: bool,
    ) -> Self {
        let ellipsis = if unicode { "…" } else { "..." };
        // The last part that stands before a byte or has begun there.
        let part = |at: usize| hidden[..hidden.partition_point(|part| part.start <= at)].last();
        let mut cells: Vec<Cell<'l>> = Vec::new();
        let mut joined = Vec::new();
        let mut end = 0;
        for window in windows(line, marks, room) {
            for (i, c) in line[window.clone()].char_indices() {
                let at = window.start + i;
                let text = match (part(at), c) {
                    (Some(part), _) if part.start == at => Cow::Borrowed(ellipsis),
                    (Some(part), _) if part.contains(&at) => Cow::Borrowed(""),
                    (_, '\t') => Cow::Borrowed(TAB),
                    _ => escape::visible(&line[at..at + c.len_utf8()], unicode),
                };
                joined.push(at == end);
                end = at + c.len_utf8();
                let width = display_width(&text);
                cells.push(Cell { at, text, width });
            }
        }
        joined.push(end == line.len());
        let cell = |byte: usize| cells.partition_point(|cell| cell.at < byte);
        let marked = marks
            .iter()
            .map(|mark| cell(mark.range.start)..cell(mark.range.end));
        Line {
            marked: marked.collect(),
            cells,
            joined,
            ellipsis,
        }
    }

    fn is_whole(&self) -> bool {
        self.joined.iter().all(|&joined| joined)
    }

    fn width(&self) -> usize {
        self.cells.iter().map(|cell| cell.width).sum()
    }

    /// Keeps the key and the marks, then their surroundings for as long as there is room, and at
    /// most `before` characters before each mark. Says how many that came to.
    fn cut(&self, marks: &[Mark], room: usize, marks_room: usize, before: usize) -> (Cut, usize) {
        self.cut_with_key(self.key(room / 3), marks, room, marks_room, before)
    }

    /// The same, with a key of so many cells.
    fn cut_with_key(
        &self,
        key: usize,
        marks: &[Mark],
        room: usize,
        marks_room: usize,
        before: usize,
    ) -> (Cut, usize) {
        let mut kept = Kept::new(self);
        kept.keep(0..key);
        let share = (marks_room / (marks.len().max(1) + 1)).max(4);
        let mut runs: Vec<Range<usize>> = Vec::new();
        for marked in &self.marked {
            let run = self.clip(marked.clone(), share);
            kept.keep(run.clone());
            runs.push(run);
        }
        if runs.is_empty() {
            runs.push(key..key);
        }
        let fixed = kept.cells.clone();
        let firsts: Vec<usize> = runs.iter().map(|run| run.start).collect();
        let mut grows = true;
        while grows {
            grows = false;
            for (run, first) in runs.iter_mut().zip(&firsts) {
                // Past the key, or what another mark has brought already.
                while run.end < self.cells.len() && kept.is_kept(run.end) {
                    run.end += 1;
                }
                if kept.take(run.end, room) {
                    run.end += 1;
                    grows = true;
                }
                let left = run.start.wrapping_sub(1);
                let so_far = first - run.start;
                // To show one cell takes no more room than to omit it.
                let closes = kept.is_kept(left.wrapping_sub(1));
                if (so_far < before || closes) && kept.take(left, room) {
                    run.start -= 1;
                    grows = true;
                }
            }
        }
        let shown_before = runs
            .iter()
            .zip(&firsts)
            .map(|(run, first)| first - run.start)
            .max();
        let parted = kept.cells.clone();
        for run in runs {
            self.drop_parts_of_words(&mut kept.cells, &fixed, run);
        }
        let mut cut = self.shown(&kept, share);
        // What stands for a short part of a word can be wider than the part.
        if display_width(&cut.text) > room {
            kept.cells = parted;
            cut = self.shown(&kept, share);
        }
        (cut, shown_before.unwrap_or(0))
    }

    /// What stays, with what of each mark stays.
    fn shown(&self, kept: &Kept<'_, '_>, share: usize) -> Cut {
        let marked = self.marked.iter().map(|marked| {
            let mut shown = self.clip(marked.clone(), share);
            while shown.end < marked.end && kept.is_kept(shown.end) && self.joined[shown.end] {
                shown.end += 1;
            }
            shown
        });
        self.assemble(&kept.cells, &marked.collect::<Vec<_>>())
    }

    /// How many cells the key takes that the line starts with, and the blank after it, if it is
    /// no wider than this.
    fn key(&self, most: usize) -> usize {
        let mut width = 0;
        for (i, cell) in self.cells.iter().enumerate() {
            width += cell.width;
            if !self.joined[i] || width > most {
                return 0;
            }
            if cell.text == ":" {
                let blank = self.cells.get(i + 1).is_some_and(|next| next.text == " ");
                return i + 1 + usize::from(blank && self.joined[i + 1]);
            }
        }
        0
    }

    /// The first cells of a mark, no wider than this. A mark of nothing has the cell it is at.
    fn clip(&self, marked: Range<usize>, most: usize) -> Range<usize> {
        let mut width = 0;
        let mut end = marked.start;
        for i in marked.start..marked.end.max(marked.start + 1).min(self.cells.len()) {
            width += self.cells[i].width;
            if i > marked.start && (width > most || !self.joined[i]) {
                break;
            }
            end = i + 1;
        }
        marked.start..end
    }

    /// Where the line is cut inside a word, none of it stays, if it is short.
    fn drop_parts_of_words(&self, kept: &mut [bool], fixed: &[bool], run: Range<usize>) {
        let blank = |i: usize| self.cells[i].text == " ";
        let cut = |i: usize| i < kept.len() && !kept[i] && !blank(i);
        // The cells from the cut up to the blank before the word, or after it.
        let part = |cells: &mut dyn Iterator<Item = usize>| -> Vec<usize> {
            let mut part = Vec::new();
            for i in cells.take_while(|&i| !fixed[i]).take(WORD) {
                if blank(i) {
                    return part;
                }
                part.push(i);
            }
            Vec::new()
        };
        let mut parts = Vec::new();
        if cut(run.end) {
            parts.extend(part(&mut run.clone().rev()));
        }
        if cut(run.start.wrapping_sub(1)) {
            parts.extend(part(&mut run.clone()));
        }
        for i in parts {
            kept[i] = false;
        }
    }

    fn assemble(&self, kept: &[bool], marked: &[Range<usize>]) -> Cut {
        let mut text = String::new();
        let mut column = 0;
        // The byte and the column where each cell starts, past what stands for the omitted, and
        // where it ends.
        let mut starts = Vec::with_capacity(self.cells.len() + 1);
        let mut ends = Vec::with_capacity(self.cells.len());
        let mut omitted = false;
        for (i, cell) in self.cells.iter().enumerate() {
            if !self.joined[i] || !kept[i] {
                if !omitted {
                    text.push_str(self.ellipsis);
                    column += display_width(self.ellipsis);
                }
                omitted = !kept[i];
            } else {
                omitted = false;
            }
            starts.push((text.len(), column));
            if kept[i] {
                text.push_str(&cell.text);
                column += cell.width;
            }
            ends.push((text.len(), column));
        }
        if !self.joined[self.cells.len()] && !omitted {
            text.push_str(self.ellipsis);
            column += display_width(self.ellipsis);
        }
        starts.push((text.len(), column));
        let mut cut = Cut {
            text,
            marks: Vec::new(),
            bars: Vec::new(),
        };
        for (shown, whole) in marked.iter().zip(&self.marked) {
            let (start, first) = starts[shown.start];
            let (end, last) = if whole.is_empty() {
                (start, first)
            } else if shown.end < whole.end {
                // What stands for the rest of the mark is marked as well.
                starts[shown.end]
            } else {
                ends[shown.end - 1]
            };
            cut.marks.push(start..end);
            cut.bars.push(first.midpoint(last.max(first + 1)));
        }
        cut
    }
}

/// Which cells stay, and how wide they are with what stands for the others.
struct Kept<'c, 'l> {
    line: &'c Line<'l>,
    cells: Vec<bool>,
    width: usize,
    omissions: usize,
}

impl<'c, 'l> Kept<'c, 'l> {
    /// Nothing stays: the line is one omission.
    fn new(line: &'c Line<'l>) -> Self {
        Kept {
            line,
            cells: vec![false; line.cells.len()],
            width: 0,
            omissions: 1,
        }
    }

    /// Whether a cell stays. Before the first and after the last there is nothing to omit.
    fn is_kept(&self, cell: usize) -> bool {
        self.cells.get(cell).copied().unwrap_or(true)
    }

    fn keep(&mut self, cells: Range<usize>) {
        for cell in cells {
            if !self.cells[cell] {
                (self.width, self.omissions) = self.with(cell);
                self.cells[cell] = true;
            }
        }
    }

    /// Keeps a cell if there is room for it; says whether it does.
    fn take(&mut self, cell: usize, room: usize) -> bool {
        if cell >= self.cells.len() || self.cells[cell] {
            return false;
        }
        let ellipsis = display_width(self.line.ellipsis);
        let (width, omissions) = self.with(cell);
        let before = self.width + self.omissions * ellipsis;
        let after = width + omissions * ellipsis;
        // What costs nothing is taken even where too much had to stay.
        let fits = after <= room || after <= before;
        if fits {
            self.keep(cell..cell + 1);
        }
        fits
    }

    /// The width and the omissions with one more cell: there may be an omission on either side
    /// of it, in place of the one it was part of.
    fn with(&self, cell: usize) -> (usize, usize) {
        let joined = |i: usize| self.line.joined[i];
        let before = !joined(cell) || !self.is_kept(cell.wrapping_sub(1));
        let after = !joined(cell + 1) || !self.is_kept(cell + 1);
        let omissions = self.omissions + usize::from(before) + usize::from(after) - 1;
        (self.width + self.line.cells[cell].width, omissions)
    }
}

/// The bytes that are looked at: the first of the line, and those around each mark.
fn windows(line: &str, marks: &[Mark], reach: usize) -> Vec<Range<usize>> {
    let before = |byte: usize| {
        let mut starts = line[..byte].char_indices().rev().map(|(at, _)| at);
        starts.nth(reach).unwrap_or(0)
    };
    let after = |byte: usize| {
        let mut starts = line[byte..].char_indices().map(|(at, _)| byte + at);
        starts.nth(reach).unwrap_or(line.len())
    };
    let around = |mark: &Mark| {
        let end = mark.range.end.min(after(mark.range.start));
        before(mark.range.start)..after(end)
    };
    let mut windows: Vec<Range<usize>> = Vec::new();
    for window in iter::once(0..after(0)).chain(marks.iter().map(around)) {
        match windows.last_mut() {
            Some(last) if window.start <= last.end => last.end = last.end.max(window.end),
            _ => windows.push(window),
        }
    }
    windows
}
