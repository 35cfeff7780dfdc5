//! Spreadsheets: sheets of real tables, with numbers as numbers, a filter and a head that stays.
//!
//! Text is written as text: no cell is a formula. The same rows give the same bytes. It decides
//! nothing about what stands in a sheet.

use rokade_core::comparison::ComparedValue;
use rokade_core::quantity::QuantityJson;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Table, TableColumn, Workbook, Worksheet,
    XlsxError,
};

use crate::escape::spreadsheet as safe;

/// The widest a column is made.
const WIDEST: f64 = 60.0;
/// How many rows a sheet takes below its head.
const MOST_ROWS: usize = 1_048_575;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    Empty,
    Text(String),
    Number { number: f64, approximate: bool },
}

impl Cell {
    /// A text, or nothing.
    pub(crate) fn text(text: Option<&str>) -> Self {
        match text {
            Some(text) if !text.is_empty() => Cell::Text(text.to_owned()),
            _ => Cell::Empty,
        }
    }

    /// A whole number.
    pub(crate) fn number(number: usize) -> Self {
        Cell::Number {
            number: f64::from(u32::try_from(number).unwrap_or(u32::MAX)),
            approximate: false,
        }
    }
}

/// The least and the most of a value; an end that is not known is an empty cell.
pub(crate) fn ends(value: Option<&ComparedValue>) -> [Cell; 2] {
    ends_of(value.map(|value| &value.quantity))
}

/// The least and the most of a number; an end that is not known is an empty cell.
pub(crate) fn ends_of(quantity: Option<&QuantityJson>) -> [Cell; 2] {
    let Some(QuantityJson {
        min,
        max,
        approximate,
    }) = quantity
    else {
        return [Cell::Empty, Cell::Empty];
    };
    let cell = |number: Option<f64>| match number {
        Some(number) => Cell::Number {
            number,
            approximate: *approximate,
        },
        None => Cell::Empty,
    };
    [
        cell(min.as_f64()),
        cell(max.as_ref().and_then(serde_json::Number::as_f64)),
    ]
}

/// What did not fit into a sheet or a cell.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cut {
    /// Rows that were left out.
    pub(crate) rows: usize,
    /// Cells whose text was cut.
    pub(crate) cells: usize,
}

/// A spreadsheet that is being written.
pub(crate) struct Book {
    workbook: Workbook,
    looks: Looks,
    /// What did not fit so far.
    pub(crate) cut: Cut,
}

impl Book {
    /// An empty one.
    pub(crate) fn new(title: &str) -> Result<Self, XlsxError> {
        let mut workbook = Workbook::new();
        // The day of the file's making would make two runs differ.
        let date = ExcelDateTime::from_ymd(2000, 1, 1)?;
        workbook.set_properties(
            &DocProperties::new()
                .set_title(safe(title).0)
                .set_creation_datetime(&date),
        );
        Ok(Book {
            workbook,
            looks: Looks::new(),
            cut: Cut::default(),
        })
    }

    /// A sheet that is one table; `columns` are all different.
    pub(crate) fn table(
        &mut self,
        name: &str,
        columns: &[String],
        rows: &[Vec<Cell>],
    ) -> Result<(), XlsxError> {
        self.table_of_at_most(MOST_ROWS, name, columns, rows)
    }

    fn table_of_at_most(
        &mut self,
        most: usize,
        name: &str,
        columns: &[String],
        rows: &[Vec<Cell>],
    ) -> Result<(), XlsxError> {
        let fitting = rows.get(..most).unwrap_or(rows);
        self.cut.rows += rows.len() - fitting.len();
        let sheet = self.workbook.add_worksheet().set_name(name)?;
        for (at, row) in (1..).zip(fitting) {
            for (column, cell) in (0..).zip(row) {
                let is_cut = self.looks.write(sheet, at, column, cell)?;
                self.cut.cells += usize::from(is_cut);
            }
        }
        frame(sheet, columns, fitting)
    }

    /// A sheet of lines, the first cell of each a heading of what follows.
    pub(crate) fn lines(&mut self, name: &str, lines: &[Vec<String>]) -> Result<(), XlsxError> {
        let sheet = self.workbook.add_worksheet().set_name(name)?;
        for (at, line) in (0..).zip(lines) {
            for (column, text) in (0..).zip(line) {
                let is_cut = self.looks.write_text(sheet, at, column, text)?;
                self.cut.cells += usize::from(is_cut);
            }
        }
        sheet.set_column_width(0, 24)?.set_column_width(1, 90)?;
        sheet.set_column_width(2, 30)?.set_column_width(3, 40)?;
        sheet
            .set_landscape()
            .set_paper_size(9)
            .set_print_fit_to_pages(1, 0);
        Ok(())
    }

    /// Its bytes.
    pub(crate) fn finish(mut self) -> Result<Vec<u8>, XlsxError> {
        self.workbook.save_to_buffer()
    }
}

/// How cells look.
struct Looks {
    plain: Format,
    quoted: Format,
}

impl Looks {
    fn new() -> Self {
        let plain = Format::new().set_align(FormatAlign::Top).set_text_wrap();
        Looks {
            quoted: plain.clone().set_quote_prefix(),
            plain,
        }
    }

    /// Writes a cell; whether its text was cut.
    fn write(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        column: u16,
        cell: &Cell,
    ) -> Result<bool, XlsxError> {
        match cell {
            Cell::Empty => Ok(false),
            Cell::Text(text) => self.write_text(sheet, row, column, text),
            Cell::Number {
                number,
                approximate,
            } => {
                let digits = if number.fract() == 0.0 {
                    "#,##0"
                } else {
                    "#,##0.0#"
                };
                let about = if *approximate { "\"ca. \"" } else { "" };
                let format = Format::new()
                    .set_align(FormatAlign::Top)
                    .set_num_format(format!("{about}{digits}"));
                sheet.write_number_with_format(row, column, *number, &format)?;
                Ok(false)
            }
        }
    }

    /// Text, also where somebody edits it and it begins as a formula does.
    fn write_text(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        column: u16,
        text: &str,
    ) -> Result<bool, XlsxError> {
        let (text, is_cut) = safe(text);
        let format = if text.starts_with(['=', '+', '-', '@']) {
            &self.quoted
        } else {
            &self.plain
        };
        sheet.write_string_with_format(row, column, text, format)?;
        Ok(is_cut)
    }
}

/// The head of a table, its filter, its columns' widths, and how it prints.
fn frame(sheet: &mut Worksheet, columns: &[String], rows: &[Vec<Cell>]) -> Result<(), XlsxError> {
    let heads = columns
        .iter()
        .map(|head| TableColumn::new().set_header(head));
    let table = Table::new().set_columns(&heads.collect::<Vec<_>>());
    let last = u32::try_from(rows.len()).unwrap_or(u32::MAX).max(1);
    let last_column = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.add_table(0, 0, last, last_column, &table)?;
    sheet.set_freeze_panes(1, 1)?;
    for (at, head) in (0..).zip(columns) {
        let of_column = rows
            .iter()
            .filter_map(|row| match row.get(usize::from(at)) {
                Some(Cell::Text(text)) => Some(text.chars().count()),
                _ => None,
            });
        let longest = of_column.max().unwrap_or(0);
        // Room for the button of the filter beside the head.
        let width = longest.max(head.chars().count() + 3);
        let width = f64::from(u32::try_from(width).unwrap_or(u32::MAX));
        sheet.set_column_width(at, (width + 1.0).min(WIDEST))?;
    }
    sheet
        .set_landscape()
        .set_paper_size(9)
        .set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheets::cells;

    #[test]
    fn what_does_not_fit_is_counted() {
        let mut book = Book::new("x").unwrap();
        let long = "x".repeat(40_000);
        let rows: Vec<Vec<Cell>> = ["et", &long, "tre"]
            .map(|text| vec![Cell::text(Some(text))])
            .into();
        book.table_of_at_most(2, "Ark", &["Tekst".to_owned()], &rows)
            .unwrap();
        assert_eq!(book.cut, Cut { rows: 1, cells: 1 });
        let sheets = cells(&book.finish().unwrap());
        let texts: Vec<usize> = sheets[0]
            .1
            .iter()
            .map(|row| row[0].chars().count())
            .collect();
        assert_eq!(texts, [5, 2, 32_001]);
    }

    #[test]
    fn what_begins_as_a_formula_does_stays_text_when_it_is_edited() {
        let styled = |text: &str| {
            let mut book = Book::new("x").unwrap();
            let rows = [vec![Cell::text(Some(text))]];
            book.table("Ark", &["Tekst".to_owned()], &rows).unwrap();
            let parts = crate::fixture::parts(&book.finish().unwrap());
            let (_, styles) = parts
                .iter()
                .find(|(file, _)| file == "xl/styles.xml")
                .unwrap();
            styles.contains("quotePrefix=\"1\"")
        };
        for text in ["=1+1", "+1", "-1", "@SUM(A1)"] {
            assert!(styled(text), "{text}");
        }
        assert!(!styled("1 = 1"));
    }

    #[test]
    fn an_end_that_nobody_knows_is_an_empty_cell() {
        let of = |text: &str| {
            let quantity: rokade_core::quantity::Quantity = text.parse().unwrap();
            ends_of(Some(&QuantityJson::from(quantity)))
        };
        let number = |number, approximate| Cell::Number {
            number,
            approximate,
        };
        assert_eq!(of("ca. 2-3"), [number(2.0, true), number(3.0, true)]);
        assert_eq!(of("7+"), [number(7.0, false), Cell::Empty]);
        assert_eq!(ends_of(None), [Cell::Empty, Cell::Empty]);
    }
}
