//! A comparison for people at a terminal: tables where they fit, and else a block for each row.

use std::io::Write;

use comfy_table::{ContentArrangement, LineStyle, Table, TableStyle};
use rokade_core::comparison::{ComparedRow, Comparison};
use rokade_core::words::WordsError;

use super::view::{View, name};
use super::words;
use crate::format::RenderError;
use crate::options::Options;
use crate::sheet::Sheet;

/// What a table needs for what is measured, and for each chart.
const LABEL: usize = 22;
const CHART: usize = 17;
/// A name of more bytes than this is for no column: it would go on for pages, and a table takes the
/// square of a word's length to divide it.
const LONGEST: usize = 1000;

/// Prints a comparison as text.
pub(super) fn render(
    comparison: &Comparison,
    options: &Options,
    out: &mut dyn Write,
) -> Result<(), RenderError> {
    let view = View::new(comparison, words(comparison.language)?, options.full, true)?;
    let mut printer = Printer {
        view: &view,
        sheet: Sheet::new(options),
    };
    printer.page()?;
    out.write_all(printer.sheet.text.as_bytes())?;
    out.flush()?;
    Ok(())
}

struct Printer<'v> {
    view: &'v View<'v>,
    sheet: Sheet,
}

impl Printer<'_> {
    fn page(&mut self) -> Result<(), WordsError> {
        let view = self.view;
        let comparison = view.comparison;
        for sentence in &comparison.summary {
            self.sheet.lines(sentence, "", "");
        }
        self.sheet.blank();
        self.charts()?;
        for (heading, rows) in &view.tables {
            self.heading(heading);
            if self.fits(rows) {
                self.table(rows)?;
            } else {
                self.blocks(rows)?;
            }
        }
        if !view.folded.is_empty() {
            self.sheet.blank();
            for sentence in &view.folded {
                self.sheet.lines(sentence, "", "  ");
            }
        }
        self.names("unchanged", &view.unchanged)?;
        self.names("unknown-rows", &view.unknown)?;
        let apart: Vec<&str> = comparison
            .apart
            .iter()
            .map(|one| one.text.as_str())
            .collect();
        self.list("apart", &apart)?;
        self.list("dominated", &view.dominated())?;
        self.weighing()?;
        let unknown: Vec<&str> = comparison.not_judged.iter().map(String::as_str).collect();
        self.list("not-judged", &unknown)?;
        if comparison.hides_small_groups {
            self.sentence("small-groups")?;
        }
        if !comparison.complete {
            self.sentence("incomplete")?;
        }
        Ok(())
    }

    fn heading(&mut self, text: &str) {
        let dash = self.sheet.dash();
        self.sheet.blank();
        self.sheet.lines(&format!("{dash} {text} {dash}"), "", "");
    }

    fn sentence(&mut self, key: &str) -> Result<(), WordsError> {
        self.sheet.blank();
        let text = self.view.say(key, &[])?;
        self.sheet.lines(&text, "", "");
        Ok(())
    }

    fn list(&mut self, key: &str, sentences: &[&str]) -> Result<(), WordsError> {
        if sentences.is_empty() {
            return Ok(());
        }
        let heading = self.view.say(key, &[])?;
        self.heading(&heading);
        let bullet = self.sheet.bullet();
        for sentence in sentences {
            self.sheet.lines(sentence, bullet, "  ");
        }
        Ok(())
    }

    /// Names after a word, in one sentence.
    fn names(&mut self, key: &str, names: &[String]) -> Result<(), WordsError> {
        if names.is_empty() {
            return Ok(());
        }
        let word = self.view.say(key, &[])?;
        self.sheet.blank();
        self.sheet
            .lines(&format!("{word}: {}.", names.join("; ")), "", "  ");
        Ok(())
    }

    /// What is compared: letters, titles, files, and what was found.
    fn charts(&mut self) -> Result<(), WordsError> {
        let comparison = self.view.comparison;
        let all = || std::iter::once(&comparison.base).chain(&comparison.proposals);
        let longest = all().map(|one| one.mark.chars().count()).max().unwrap_or(0);
        for one in all() {
            let found = self.view.found(one)?;
            let first = format!("{:longest$}  ", one.mark);
            let rest = " ".repeat(longest + 2);
            self.sheet.lines(
                &format!("{} ({}): {found}", one.title, one.source),
                &first,
                &rest,
            );
        }
        Ok(())
    }

    /// Whether a table of these rows has room for a column a chart.
    fn fits(&self, rows: &[&ComparedRow]) -> bool {
        let charts = self.view.comparison.proposals.len() + 1;
        let is_short = |row: &&ComparedRow| name(row).len() <= LONGEST;
        LABEL + charts * CHART <= self.sheet.width && rows.iter().all(is_short)
    }

    fn table(&mut self, rows: &[&ComparedRow]) -> Result<(), WordsError> {
        let view = self.view;
        let comparison = view.comparison;
        let line = self.sheet.rule();
        let rule = LineStyle::none().fill(line).junction(line);
        let mut table = Table::new();
        table
            .load_style(TableStyle::new().header_separator(rule))
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(u16::try_from(self.sheet.width).unwrap_or(u16::MAX));
        let mut header = vec![view.say("measure", &[])?, comparison.base.mark.clone()];
        header.extend(comparison.proposals.iter().map(|one| one.mark.clone()));
        table.set_header(header);
        let dot = self.sheet.dot();
        for row in rows {
            let mut cells = vec![self.sheet.safe(&name(row)).into_owned(), view.base(row)?];
            for cell in &row.cells {
                let text = view.cell(cell)?;
                cells.push(match view.standing(cell)? {
                    Some(standing) => format!("{text} {dot} {standing}"),
                    None => text,
                });
            }
            table.add_row(cells);
        }
        for line in table.lines() {
            self.sheet.line(&line);
        }
        Ok(())
    }

    /// A block for each row, with a line for each chart.
    fn blocks(&mut self, rows: &[&ComparedRow]) -> Result<(), WordsError> {
        let view = self.view;
        for row in rows {
            self.sheet.lines(&name(row), "", "  ");
            let base = format!("{} {}", view.comparison.base.mark, view.base(row)?);
            self.sheet.lines(&base, "  ", "      ");
            for (one, cell) in view.comparison.proposals.iter().zip(&row.cells) {
                let mut text = format!("{} {}", one.mark, view.cell(cell)?);
                if let Some(standing) = view.standing(cell)? {
                    text = format!("{text} {} {standing}", self.sheet.dot());
                }
                self.sheet.lines(&text, "  ", "      ");
            }
        }
        Ok(())
    }

    fn weighing(&mut self) -> Result<(), WordsError> {
        let view = self.view;
        let Some(weighing) = &view.comparison.weighing else {
            return Ok(());
        };
        let heading = view.say("weighing", &[])?;
        self.heading(&heading);
        let note = view.say("weighing-note", &[])?;
        self.sheet.lines(&note, "", "");
        let weights = weighing.weights.iter();
        let weights: Vec<String> = weights
            .map(|weight| format!("{} × {}", weight.label, weight.text))
            .collect();
        self.sheet
            .lines(&format!("{}.", weights.join("; ")), "", "");
        for (one, total) in view.comparison.proposals.iter().zip(&weighing.totals) {
            let text = format!("{}  {}", one.mark, view.total(total)?);
            self.sheet.lines(&text, "", "   ");
        }
        Ok(())
    }
}
