//! The columns of `staff.csv`, and its rows as staff.
//!
//! A row that cannot be read leaves the chart incomplete, since the posts in it are not known.

use std::borrow::Cow;
use std::ops::Range;

use indexmap::map::Entry as Place;
use rokade_core::entry::{Entries, StaffEntry};
use rokade_core::expected::Expected;
use rokade_core::fault::{Expectation, FaultKind, Found, SyntaxFault};
use rokade_core::ids::{Id, Kind, StaffId};
use rokade_core::span::{Entry, Origin, Source, SourceId};

use super::{Cell, Rows, delimiter, pieces};
use crate::arena::{Arena, Shape};
use crate::attempt::{Context, decode, first_line, shortened};
use crate::faults::Faults;
use crate::file::key_of;
use crate::limits::MAX_TEXT;
use crate::near;
use crate::reader::{Stop, is_nothing};
use crate::room::make_room_for_rows;

/// The columns there can be: the keys of staff that fit in a cell.
const COLUMNS: &[&str] = &[
    "id",
    "title",
    "unit",
    "site",
    "count",
    "performs",
    "for",
    "competences",
    "reports_to",
    "professional_lead",
    "covers_for",
    "filled",
    "cost",
    "identifiers",
    "previously",
];

/// Whether the cells of a column are lists.
pub(crate) fn is_list(column: &str) -> bool {
    matches!(
        column,
        "performs" | "for" | "competences" | "covers_for" | "identifiers" | "previously"
    )
}

/// What is known while the rows are read.
struct Table<'a, 'l> {
    id: SourceId,
    text: &'a str,
    /// The key of each column; none for one that is unknown.
    columns: Vec<Option<&'static str>>,
    id_column: usize,
    arena: Arena<'a>,
    sources: &'l [(SourceId, &'l Source)],
    entries: &'l mut Entries,
    faults: &'l mut Faults,
}

/// Reads `staff.csv`.
pub(crate) fn read<'l>(
    id: SourceId,
    text: &str,
    sources: &'l [(SourceId, &'l Source)],
    entries: &'l mut Entries,
    faults: &'l mut Faults,
) -> Result<(), Stop> {
    let mut rows = Rows::new(text, delimiter(text), 0);
    let mut cells = Vec::new();
    let Some(at) = rows.next(&mut cells) else {
        faults.syntax(&(0..0), SyntaxFault::Empty);
        return Err(Stop);
    };
    let columns = header(&cells, faults);
    let Some(id_column) = columns.iter().position(|&column| column == Some("id")) else {
        faults.syntax(&at, SyntaxFault::NoIdColumn);
        return Err(Stop);
    };
    let origin = Origin {
        source: id,
        start: at.start,
        end: at.end,
    };
    entries.keys.entry("staff".to_owned()).or_insert(origin);
    make_room_for_rows(text, entries);
    let mut table = Table {
        id,
        text,
        columns,
        id_column,
        arena: Arena::default(),
        sources,
        entries,
        faults,
    };
    let mut read = Ok(());
    while let Some(at) = rows.next(&mut cells) {
        table.faults.end_if_full(at.start)?;
        if let Some(start) = rows.unclosed() {
            let fault = SyntaxFault::Parser("unclosed quote".to_owned());
            table.faults.syntax(&(start..start + 1), fault);
            return Err(Stop);
        }
        if let Some(long) = cells.iter().find(|cell| cell.text.len() > MAX_TEXT) {
            let fault = SyntaxFault::TooLong(long.text.len() as u64);
            let row = first_line(text, at.start..at.start + 1);
            table.faults.syntax(&row, fault);
            read = Err(Stop);
        } else if cells.len() == table.columns.len() {
            table.row(&cells, &at);
        } else {
            let (cells, columns) = (cells.len(), table.columns.len());
            table
                .faults
                .syntax(&at, SyntaxFault::RaggedRow { cells, columns });
            read = Err(Stop);
        }
    }
    read
}

/// The key of each column.
#[expect(
    clippy::indexing_slicing,
    reason = "each column so far is one of these cells"
)]
fn header(cells: &[Cell<'_>], faults: &mut Faults) -> Vec<Option<&'static str>> {
    let mut columns: Vec<Option<&'static str>> = Vec::with_capacity(cells.len());
    for cell in cells {
        let name = cell.text.trim();
        let known = COLUMNS.iter().copied().find(|&column| column == name);
        let first = known.and_then(|_| columns.iter().position(|&column| column == known));
        let fault = match (known, first) {
            (None, _) if faults.is_full() => None,
            (None, _) => Some(FaultKind::UnknownKey {
                key: shortened(name),
                nearest: near::word(name, COLUMNS).map(str::to_owned),
                known: COLUMNS,
                fallen_apart: false,
            }),
            (Some(_), Some(first)) => Some(FaultKind::Duplicate {
                key: name.to_owned(),
                first: Some(faults.span(&cells[first].at)),
                kind: None,
            }),
            (Some(_), None) => None,
        };
        columns.push(known.filter(|_| first.is_none()));
        if let Some(fault) = fault {
            faults.push(&cell.at, fault, None);
        }
    }
    columns
}

impl<'a> Table<'a, '_> {
    #[expect(
        clippy::indexing_slicing,
        reason = "a row has as many cells as there are columns"
    )]
    fn row(&mut self, cells: &[Cell<'a>], at: &Range<u32>) {
        let name = &cells[self.id_column];
        if name.is_empty() {
            self.faults.push(at, FaultKind::Missing { key: "id" }, None);
        }
        let id = StaffId::parse(&name.text).ok();
        let subject = id.as_ref().map(Id::subject);
        self.fill(cells, at);
        let context = Context {
            text: self.text,
            key: None,
            subject: subject.as_ref(),
        };
        let value: StaffEntry = decode(&mut self.arena, context, self.faults).unwrap_or_default();
        let Some(id) = id else {
            if !name.is_empty() {
                let expected = Expectation::Shape(Expected::Id);
                let kind = FaultKind::WrongType {
                    key: Some("id".to_owned()),
                    found: Found::Text(shortened(&name.text)),
                    nearest: near::value(&name.text, &expected),
                    expected,
                };
                self.faults.push(&name.at, kind, None);
            }
            return;
        };
        match self.entries.staff.entry(id) {
            Place::Vacant(place) => {
                let origin = Some(Origin {
                    source: self.id,
                    start: at.start,
                    end: at.end,
                });
                place.insert(Entry { value, origin });
            }
            Place::Occupied(taken) => {
                let first = taken.get().origin;
                let kind = FaultKind::Duplicate {
                    key: taken.key().as_str().to_owned(),
                    first: first.and_then(|origin| key_of(self.sources, origin)),
                    kind: Some(Kind::Staff),
                };
                self.faults.push(&name.at, kind, subject);
            }
        }
    }

    /// Makes of a row the map that YAML would have of it.
    fn fill(&mut self, cells: &[Cell<'a>], at: &Range<u32>) {
        let arena = &mut self.arena;
        arena.clear();
        let map = arena.push(Cow::Borrowed(""), Shape::Map { flow: false }, at.clone());
        for (cell, column) in cells.iter().zip(&self.columns) {
            let Some(column) = column.filter(|&column| column != "id" && !cell.is_empty()) else {
                continue;
            };
            let plain = !cell.quoted;
            let nothing = plain && is_nothing(&cell.text);
            let text = Shape::Text { plain };
            arena.push(Cow::Borrowed(column), text, cell.at.clone());
            if nothing {
                arena.push(Cow::Borrowed(""), Shape::Nothing, cell.at.clone());
            } else if is_list(column) {
                let list = arena.push(Cow::Borrowed(""), Shape::List, cell.at.clone());
                for (piece, at) in pieces(cell) {
                    arena.push(piece_of(cell, piece), text, at);
                }
                arena.close(list, cell.at.end);
            } else {
                arena.push(cell.text.clone(), text, cell.at.clone());
            }
        }
        arena.close(map, at.end);
    }
}

/// A piece of a cell, borrowed from the file where the cell is.
#[expect(clippy::string_slice, reason = "a piece is a part of its cell")]
fn piece_of<'a>(cell: &Cell<'a>, piece: &str) -> Cow<'a, str> {
    match &cell.text {
        Cow::Borrowed(text) => {
            let start = piece.as_ptr() as usize - text.as_ptr() as usize;
            Cow::Borrowed(&text[start..start + piece.len()])
        }
        Cow::Owned(_) => Cow::Owned(piece.to_owned()),
    }
}
