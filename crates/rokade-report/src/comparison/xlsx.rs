//! A comparison as a spreadsheet: every row, numbers as numbers, a filter and a head that stays.
//!
//! Text is written as text: no cell is a formula. The same comparison gives the same bytes.

use std::io::Write;

use rokade_core::comparison::{ComparedRow, ComparedValue, Comparison, Direction, RowKind};
use rokade_core::finding::Value;
use rokade_core::quantity::QuantityJson;
use rokade_core::words::Words;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Table, TableColumn, Workbook, Worksheet,
    XlsxError,
};

use super::view::{View, file_name};
use super::words;
use crate::escape::spreadsheet as safe;
use crate::format::RenderError;

/// The widest a column is made.
const WIDEST: f64 = 60.0;

/// Prints a comparison as a spreadsheet.
pub(super) fn render(comparison: &Comparison, out: &mut dyn Write) -> Result<(), RenderError> {
    let words = words(comparison.language)?;
    let view = View::new(comparison, words, true, false)?;
    let about = about(&view)?;
    let columns = columns(comparison, &view.words)?;
    let mut rows = Vec::with_capacity(comparison.rows.len());
    for row in &comparison.rows {
        rows.push(cells(row, &view)?);
    }
    let names = (view.say("sheet-rows", &[])?, view.say("sheet-about", &[])?);
    let title = view.say("title", &[])?;
    let bytes = workbook(&title, names, &columns, &rows, &about).map_err(std::io::Error::other)?;
    out.write_all(&bytes)?;
    out.flush()?;
    Ok(())
}

/// What stands in a cell.
enum Cell {
    Empty,
    Text(String),
    Number { number: f64, approximate: bool },
}

fn workbook(
    title: &str,
    (rows_name, about_name): (String, String),
    columns: &[String],
    rows: &[Vec<Cell>],
    about: &[Vec<String>],
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The day of the file's making would make two runs differ.
    let date = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(
        &DocProperties::new()
            .set_title(title)
            .set_creation_datetime(&date),
    );
    let sheet = workbook.add_worksheet().set_name(rows_name)?;
    fill(sheet, columns, rows)?;
    let sheet = workbook.add_worksheet().set_name(about_name)?;
    let wrap = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (at, line) in (0..).zip(about) {
        for (column, text) in (0..).zip(line) {
            write_text(sheet, at, column, text, &wrap)?;
        }
    }
    sheet.set_column_width(0, 24)?.set_column_width(1, 90)?;
    sheet.set_column_width(2, 30)?.set_column_width(3, 40)?;
    workbook.save_to_buffer()
}

fn fill(sheet: &mut Worksheet, columns: &[String], rows: &[Vec<Cell>]) -> Result<(), XlsxError> {
    let plain = Format::new().set_align(FormatAlign::Top).set_text_wrap();
    for (at, row) in (1..).zip(rows) {
        for (column, cell) in (0..).zip(row) {
            match cell {
                Cell::Empty => {}
                Cell::Text(text) => write_text(sheet, at, column, text, &plain)?,
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
                    sheet.write_number_with_format(at, column, *number, &format)?;
                }
            }
        }
    }
    let heads = columns
        .iter()
        .map(|head| TableColumn::new().set_header(head));
    let table = Table::new().set_columns(&heads.collect::<Vec<_>>());
    let last = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let last_column = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.add_table(0, 0, last(rows.len()).max(1), last_column, &table)?;
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

/// Text, also where somebody edits it and it begins as a formula does.
fn write_text(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    let text = safe(text);
    if text.starts_with(['=', '+', '-', '@']) {
        let quoted = format.clone().set_quote_prefix();
        sheet.write_string_with_format(row, column, text, &quoted)?;
    } else {
        sheet.write_string_with_format(row, column, text, format)?;
    }
    Ok(())
}

fn columns(comparison: &Comparison, words: &Words) -> Result<Vec<String>, RenderError> {
    let mut columns = Vec::new();
    for key in [
        "column-measure",
        "column-of",
        "column-better",
        "column-kind",
        "column-base-min",
        "column-base-max",
        "column-whole",
    ] {
        columns.push(words.say(key, &[])?);
    }
    for one in &comparison.proposals {
        let mark = [("mark", Value::from(one.mark.as_str()))];
        for key in [
            "column-min",
            "column-max",
            "column-difference",
            "column-standing",
        ] {
            columns.push(words.say(key, &mark)?);
        }
    }
    Ok(columns)
}

fn cells(row: &ComparedRow, view: &View<'_>) -> Result<Vec<Cell>, RenderError> {
    let better = match row.better {
        Some(Direction::Lower) => "lower",
        Some(Direction::Higher) => "higher",
        None => "neither",
    };
    let kind = match row.kind {
        RowKind::Differs => "kind-differs",
        RowKind::Alike => "kind-alike",
        RowKind::Unchanged => "kind-unchanged",
        RowKind::Unknown => "kind-unknown",
    };
    let text = |text: &Option<String>| text.clone().map_or(Cell::Empty, Cell::Text);
    let mut cells = vec![
        Cell::Text(row.label.clone()),
        text(&row.of),
        Cell::Text(view.say(better, &[])?),
        Cell::Text(view.say(kind, &[])?),
    ];
    cells.extend(ends(row.base.as_ref()));
    cells.push(text(&row.whole.as_ref().map(|whole| whole.text.clone())));
    for cell in &row.cells {
        cells.extend(ends(cell.value.as_ref()));
        cells.push(text(&cell.difference));
        cells.push(text(&view.standing(cell)?));
    }
    Ok(cells)
}

/// The least and the most of a number; an end that is not known is an empty cell.
fn ends(value: Option<&ComparedValue>) -> [Cell; 2] {
    let Some(QuantityJson {
        min,
        max,
        approximate,
    }) = value.map(|value| &value.quantity)
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

/// What is compared and what it says, line by line.
fn about(view: &View<'_>) -> Result<Vec<Vec<String>>, RenderError> {
    let comparison = view.comparison;
    let mut lines = vec![vec![view.say("title", &[])?]];
    let sentence = |text: &str| vec![String::new(), text.to_owned()];
    lines.extend(comparison.summary.iter().map(|text| sentence(text)));
    lines.push(Vec::new());
    let mut head = Vec::new();
    for key in ["letter", "chart", "file", "found"] {
        head.push(view.say(key, &[])?);
    }
    lines.push(head);
    for one in std::iter::once(&comparison.base).chain(&comparison.proposals) {
        lines.push(vec![
            one.mark.clone(),
            one.title.clone(),
            file_name(&one.source).to_owned(),
            view.found(one)?,
        ]);
    }
    let apart = comparison
        .apart
        .iter()
        .map(|one| one.text.as_str())
        .collect();
    let not_judged = comparison.not_judged.iter().map(String::as_str).collect();
    let lists: [(&str, Vec<&str>); 3] = [
        ("apart", apart),
        ("dominated", view.dominated()),
        ("not-judged", not_judged),
    ];
    for (key, sentences) in lists {
        if !sentences.is_empty() {
            lines.extend([Vec::new(), vec![view.say(key, &[])?]]);
            lines.extend(sentences.into_iter().map(sentence));
        }
    }
    if let Some(weighing) = &comparison.weighing {
        lines.extend([Vec::new(), vec![view.say("weighing", &[])?]]);
        lines.push(sentence(&view.say("weighing-note", &[])?));
        for weight in &weighing.weights {
            lines.push(sentence(&format!("{} × {}", weight.label, weight.text)));
        }
        for (one, total) in comparison.proposals.iter().zip(&weighing.totals) {
            lines.push(vec![one.mark.clone(), view.total(total)?]);
        }
    }
    for (key, is_so) in [
        ("small-groups", comparison.hides_small_groups),
        ("incomplete", !comparison.complete),
    ] {
        if is_so {
            lines.extend([Vec::new(), sentence(&view.say(key, &[])?)]);
        }
    }
    Ok(lines)
}
