//! A comparison as a spreadsheet: every row, numbers as numbers, a filter and a head that stays.

use std::io::Write;

use rokade_core::comparison::{ComparedRow, Comparison, Direction, RowKind};
use rokade_core::finding::Value;
use rokade_core::words::{Words, WordsError};
use rust_xlsxwriter::XlsxError;

use super::view::View;
use super::words;
use crate::format::RenderError;
use crate::place::file_name;
use crate::xlsx::{Book, Cell, ends};

/// Prints a comparison as a spreadsheet.
pub(super) fn render(comparison: &Comparison, out: &mut dyn Write) -> Result<(), RenderError> {
    let table = table(comparison)?;
    let view = View::new(comparison, words(comparison.language)?, true, false)?;
    let about = (view.say("sheet-about", &[])?, about(&view)?);
    let title = view.say("title", &[])?;
    let bytes = workbook(&title, &table, &about).map_err(std::io::Error::other)?;
    out.write_all(&bytes)?;
    out.flush()?;
    Ok(())
}

/// The measures as a table of a spreadsheet.
pub(crate) struct MeasureTable {
    /// What the sheet is called.
    pub(crate) name: String,
    /// What the columns are called.
    pub(crate) columns: Vec<String>,
    /// Every row.
    pub(crate) rows: Vec<Vec<Cell>>,
}

/// Every row of a comparison.
pub(crate) fn table(comparison: &Comparison) -> Result<MeasureTable, WordsError> {
    let view = View::new(comparison, words(comparison.language)?, true, false)?;
    let mut rows = Vec::with_capacity(comparison.rows.len());
    for row in &comparison.rows {
        rows.push(cells(row, &view)?);
    }
    Ok(MeasureTable {
        name: view.say("sheet-rows", &[])?,
        columns: columns(comparison, &view.words)?,
        rows,
    })
}

fn workbook(
    title: &str,
    table: &MeasureTable,
    (about_name, about): &(String, Vec<Vec<String>>),
) -> Result<Vec<u8>, XlsxError> {
    let mut book = Book::new(title)?;
    book.table(&table.name, &table.columns, &table.rows)?;
    book.lines(about_name, about)?;
    book.finish()
}

fn columns(comparison: &Comparison, words: &Words) -> Result<Vec<String>, WordsError> {
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

fn cells(row: &ComparedRow, view: &View<'_>) -> Result<Vec<Cell>, WordsError> {
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
    let text = |text: &Option<String>| Cell::text(text.as_deref());
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

/// What is compared and what it says, line by line.
fn about(view: &View<'_>) -> Result<Vec<Vec<String>>, WordsError> {
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
