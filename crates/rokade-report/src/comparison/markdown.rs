//! A comparison as Markdown, for a document that is edited on.

use std::io::Write;

use rokade_core::comparison::{ComparedRow, Comparison};
use rokade_core::words::WordsError;

use super::view::{View, name};
use super::words;
use crate::escape::markdown as safe;
use crate::format::RenderError;
use crate::options::Options;
use crate::place::file_name;

/// Prints a comparison as Markdown.
pub(super) fn render(
    comparison: &Comparison,
    options: &Options,
    out: &mut dyn Write,
) -> Result<(), RenderError> {
    let view = View::new(comparison, words(comparison.language)?, options.full, false)?;
    out.write_all(document(&view)?.as_bytes())?;
    out.flush()?;
    Ok(())
}

fn document(view: &View<'_>) -> Result<String, WordsError> {
    let comparison = view.comparison;
    let say = |key: &str| view.say(key, &[]);
    let mut parts = vec![format!("# {}", safe(&say("title")?))];
    parts.extend(comparison.summary.iter().map(|sentence| safe(sentence)));
    if !comparison.complete {
        parts.push(format!("**{}**", safe(&say("incomplete")?)));
    }
    parts.push(charts(view)?);
    for (heading, rows) in &view.tables {
        parts.push(format!("## {}", safe(heading)));
        parts.push(rows_of(view, rows)?);
    }
    parts.extend(view.folded.iter().map(|sentence| safe(sentence)));
    for (key, names) in [
        ("unchanged", &view.unchanged),
        ("unknown-rows", &view.unknown),
    ] {
        if !names.is_empty() {
            let names = safe(&names.join("; "));
            parts.push(format!("**{}:** {names}.", safe(&say(key)?)));
        }
    }
    let apart: Vec<&str> = comparison
        .apart
        .iter()
        .map(|one| one.text.as_str())
        .collect();
    let not_judged: Vec<&str> = comparison.not_judged.iter().map(String::as_str).collect();
    parts.extend(list(view, "apart", &apart)?);
    parts.extend(list(view, "dominated", &view.dominated())?);
    parts.extend(weighing(view)?);
    parts.extend(list(view, "not-judged", &not_judged)?);
    if comparison.hides_small_groups {
        parts.push(safe(&say("small-groups")?));
    }
    Ok(parts.join("\n\n") + "\n")
}

/// A table of cells that are safe already.
fn table(header: &[String], rows: &[Vec<String>]) -> String {
    let line = |cells: &[String]| format!("| {} |", cells.join(" | "));
    let rule: Vec<String> = header.iter().map(|_| "---".to_owned()).collect();
    let mut lines = vec![line(header), line(&rule)];
    lines.extend(rows.iter().map(|row| line(row)));
    lines.join("\n")
}

fn charts(view: &View<'_>) -> Result<String, WordsError> {
    let comparison = view.comparison;
    let mut header = Vec::new();
    for key in ["letter", "chart", "file", "found"] {
        header.push(safe(&view.say(key, &[])?));
    }
    let mut rows = Vec::new();
    for one in std::iter::once(&comparison.base).chain(&comparison.proposals) {
        rows.push(vec![
            safe(&one.mark),
            safe(&one.title),
            safe(file_name(&one.source)),
            safe(&view.found(one)?),
        ]);
    }
    Ok(table(&header, &rows))
}

fn rows_of(view: &View<'_>, rows: &[&ComparedRow]) -> Result<String, WordsError> {
    let comparison = view.comparison;
    let mut header = vec![
        safe(&view.say("measure", &[])?),
        safe(&comparison.base.mark),
    ];
    for one in &comparison.proposals {
        let mark = [("mark", one.mark.as_str().into())];
        header.push(safe(&view.say("proposal", &mark)?));
    }
    let mut body = Vec::new();
    for row in rows {
        let mut cells = vec![safe(&name(row)), safe(&view.base(row)?)];
        for cell in &row.cells {
            let text = safe(&view.cell(cell)?);
            cells.push(match view.standing(cell)? {
                Some(standing) => format!("{text} **{}**", safe(&standing)),
                None => text,
            });
        }
        body.push(cells);
    }
    Ok(table(&header, &body))
}

fn list(view: &View<'_>, key: &str, sentences: &[&str]) -> Result<Vec<String>, WordsError> {
    if sentences.is_empty() {
        return Ok(Vec::new());
    }
    let items: Vec<String> = sentences
        .iter()
        .map(|sentence| format!("- {}", safe(sentence)))
        .collect();
    let heading = format!("## {}", safe(&view.say(key, &[])?));
    Ok(vec![heading, items.join("\n")])
}

fn weighing(view: &View<'_>) -> Result<Vec<String>, WordsError> {
    let Some(weighing) = &view.comparison.weighing else {
        return Ok(Vec::new());
    };
    let weights = weighing.weights.iter();
    let weights: Vec<String> = weights
        .map(|weight| format!("- {} × {}", safe(&weight.label), safe(&weight.text)))
        .collect();
    let mut rows = Vec::new();
    for (one, total) in view.comparison.proposals.iter().zip(&weighing.totals) {
        let mark = view.say("proposal", &[("mark", one.mark.as_str().into())])?;
        rows.push(vec![safe(&mark), safe(&view.total(total)?)]);
    }
    let header = [view.say("chart", &[])?, view.say("total", &[])?];
    Ok(vec![
        format!("## {}", safe(&view.say("weighing", &[])?)),
        safe(&view.say("weighing-note", &[])?),
        weights.join("\n"),
        table(&header.map(|head| safe(&head)), &rows),
    ])
}
