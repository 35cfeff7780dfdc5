//! A comparison as a page that stands by itself, to read in a browser and to print.

use std::io::Write;

use maud::{Markup, html};
use rokade_core::comparison::{
    Compared, ComparedCell, ComparedRow, Comparison, Direction, Standing,
};
use rokade_core::words::WordsError;

use super::view::{View, name};
use super::words;
use crate::format::RenderError;
use crate::html::{Text, heading, page, scrolling};
use crate::options::Options;
use crate::place::file_name;

/// Prints a comparison as HTML.
pub(super) fn render(
    comparison: &Comparison,
    options: &Options,
    out: &mut dyn Write,
) -> Result<(), RenderError> {
    let view = View::new(comparison, words(comparison.language)?, options.full, false)?;
    let title = format!("{}: {}", view.say("title", &[])?, comparison.base.title);
    let text = page(comparison.language, &title, &body(&view)?);
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}

fn body(view: &View<'_>) -> Result<Markup, WordsError> {
    let comparison = view.comparison;
    let say = |key: &str| view.say(key, &[]);
    let version = [("version", env!("CARGO_PKG_VERSION").into())];
    Ok(html! {
        h1 { (Text(&say("title")?)) }
        @for sentence in &comparison.summary { p.lead { (Text(sentence)) } }
        @if !comparison.complete { p { strong { (Text(&say("incomplete")?)) } } }
        (charts(view)?)
        (measures(view, 2)?)
        footer.note {
            @if comparison.hides_small_groups { p { (Text(&say("small-groups")?)) } }
            p { (Text(&view.say("made-by", &version)?)) }
        }
    })
}

/// A comparison as a part of a larger page.
pub(crate) struct Part {
    /// What is compared, and what was found in it.
    pub(crate) charts: Markup,
    /// The measures, and what sets the proposals apart.
    pub(crate) measures: Markup,
}

/// A comparison for a larger page; `level` is that of the headings in it.
pub(crate) fn part(comparison: &Comparison, level: u8) -> Result<Part, WordsError> {
    let view = View::new(comparison, words(comparison.language)?, false, false)?;
    Ok(Part {
        charts: charts(&view)?,
        measures: measures(&view, level)?,
    })
}

/// All that is measured, and what follows from it.
fn measures(view: &View<'_>, level: u8) -> Result<Markup, WordsError> {
    let comparison = view.comparison;
    let apart: Vec<&str> = comparison
        .apart
        .iter()
        .map(|one| one.text.as_str())
        .collect();
    let not_judged: Vec<&str> = comparison.not_judged.iter().map(String::as_str).collect();
    let mut tables = Vec::new();
    for (heading, rows) in &view.tables {
        tables.push(table(view, heading, rows)?);
    }
    Ok(html! {
        @for table in &tables { (table) }
        @for sentence in &view.folded { p.note { (Text(sentence)) } }
        (names(view, "unchanged", &view.unchanged)?)
        (names(view, "unknown-rows", &view.unknown)?)
        (list(view, level, "apart", &apart)?)
        (list(view, level, "dominated", &view.dominated())?)
        (weighing(view, level)?)
        (list(view, level, "not-judged", &not_judged)?)
    })
}

/// Names after a word, in one sentence.
fn names(view: &View<'_>, key: &str, names: &[String]) -> Result<Markup, WordsError> {
    let word = view.say(key, &[])?;
    Ok(html! {
        @if !names.is_empty() {
            p { strong { (Text(&word)) ": " } (Text(&names.join("; "))) "." }
        }
    })
}

fn list(view: &View<'_>, level: u8, key: &str, sentences: &[&str]) -> Result<Markup, WordsError> {
    let words = view.say(key, &[])?;
    Ok(html! {
        @if !sentences.is_empty() {
            section {
                (heading(level, None, &html! { (Text(&words)) }))
                ul { @for sentence in sentences { li { (Text(sentence)) } } }
            }
        }
    })
}

/// What is compared, and what was found in it.
fn charts(view: &View<'_>) -> Result<Markup, WordsError> {
    let comparison = view.comparison;
    let mut rows = Vec::new();
    for one in std::iter::once(&comparison.base).chain(&comparison.proposals) {
        let found = view.found(one)?;
        rows.push(html! {
            tr {
                th scope="row" { (Text(&one.mark)) }
                td { (Text(&one.title)) }
                td { (Text(file_name(&one.source))) }
                td { (Text(&found)) }
            }
        });
    }
    let caption = view.say("proposals", &[])?;
    let table = html! {
        table {
            caption { (Text(&caption)) }
            thead {
                tr {
                    th scope="col" { (Text(&view.say("letter", &[])?)) }
                    th scope="col" { (Text(&view.say("chart", &[])?)) }
                    th scope="col" { (Text(&view.say("file", &[])?)) }
                    th scope="col" { (Text(&view.say("found", &[])?)) }
                }
            }
            tbody { @for row in &rows { (row) } }
        }
    };
    Ok(scrolling(&caption, &table))
}

fn table(view: &View<'_>, heading: &str, rows: &[&ComparedRow]) -> Result<Markup, WordsError> {
    let comparison = view.comparison;
    let mut heads = Vec::new();
    for one in &comparison.proposals {
        heads.push(proposal(view, one)?);
    }
    let mut body = Vec::new();
    for row in rows {
        let mut cells = Vec::new();
        for one in &row.cells {
            cells.push(cell(view, one)?);
        }
        let way = match row.better {
            Some(Direction::Lower) => Some(view.say("better-lower", &[])?),
            Some(Direction::Higher) => Some(view.say("better-higher", &[])?),
            None => None,
        };
        body.push(html! {
            tr {
                th scope="row" {
                    (Text(&name(row)))
                    @if let Some(way) = &way { " " span.note { "(" (Text(way)) ")" } }
                }
                td { span.number { (Text(&view.base(row)?)) } }
                @for cell in &cells { (cell) }
            }
        });
    }
    let table = html! {
        table {
            caption { (Text(heading)) }
            thead {
                tr {
                    th scope="col" { (Text(&view.say("measure", &[])?)) }
                    th scope="col" { (Text(&comparison.base.mark)) }
                    @for head in &heads { th scope="col" { (head) } }
                }
            }
            tbody { @for row in &body { (row) } }
        }
    };
    Ok(scrolling(heading, &table))
}

fn proposal(view: &View<'_>, one: &Compared) -> Result<Markup, WordsError> {
    let mark = view.say("proposal", &[("mark", one.mark.as_str().into())])?;
    Ok(html! { (Text(&mark)) })
}

fn cell(view: &View<'_>, cell: &ComparedCell) -> Result<Markup, WordsError> {
    let class = match cell.standing {
        Some(Standing::Best) => "best",
        Some(Standing::Worst) | None => "worst",
    };
    let standing = view.standing(cell)?;
    Ok(html! {
        td {
            span.number { (Text(&view.value(cell)?)) }
            @if let Some(difference) = &cell.difference {
                " " span.number { "(" (Text(difference)) ")" }
            }
            @if let Some(word) = &standing { " " span class=(class) { (Text(word)) } }
        }
    })
}

fn weighing(view: &View<'_>, level: u8) -> Result<Markup, WordsError> {
    let Some(weighing) = &view.comparison.weighing else {
        return Ok(html! {});
    };
    let mut totals = Vec::new();
    for (one, total) in view.comparison.proposals.iter().zip(&weighing.totals) {
        let (head, text) = (proposal(view, one)?, view.total(total)?);
        totals.push(html! { tr { th scope="row" { (head) } td { (Text(&text)) } } });
    }
    let words = view.say("weighing", &[])?;
    let table = html! {
        table {
            caption { (Text(&words)) }
            thead { tr {
                th scope="col" { (Text(&view.say("chart", &[])?)) }
                th scope="col" { (Text(&view.say("total", &[])?)) }
            } }
            tbody { @for total in &totals { (total) } }
        }
    };
    Ok(html! {
        section {
            (heading(level, None, &html! { (Text(&words)) }))
            p { (Text(&view.say("weighing-note", &[])?)) }
            ul { @for weight in &weighing.weights {
                li { (Text(&weight.label)) " × " (Text(&weight.text)) }
            } }
            (scrolling(&words, &table))
        }
    })
}
