//! A note as Markdown, for a document that is edited on.

use std::io::Write;

use super::view::{Block, Paragraph, View};
use crate::escape::markdown as safe;
use crate::format::RenderError;

/// Prints a note as Markdown.
pub(super) fn render(view: &View<'_>, out: &mut dyn Write) -> Result<(), RenderError> {
    out.write_all(document(view).as_bytes())?;
    out.flush()?;
    Ok(())
}

fn document(view: &View<'_>) -> String {
    let mut parts = vec![format!("# {}", safe(&view.title))];
    parts.extend(view.lead.iter().map(|sentence| safe(sentence)));
    if !view.rows.is_empty() {
        parts.push(table(view));
    }
    for section in &view.sections {
        parts.push(format!("## {}", safe(&section.heading)));
        parts.extend(section.blocks.iter().flat_map(block));
    }
    parts.extend(view.closing.iter().map(|sentence| safe(sentence)));
    parts.join("\n\n") + "\n"
}

fn table(view: &View<'_>) -> String {
    let line = |cells: &[String]| format!("| {} |", cells.join(" | "));
    let mut lines = vec![
        line(&view.columns.each_ref().map(|head| safe(head))),
        "| --- | --- | --- | --- |".to_owned(),
    ];
    for row in &view.rows {
        let cells = row.cells.each_ref().map(|paragraphs| {
            let all: Vec<String> = paragraphs.iter().map(paragraph).collect();
            // A cell is one line: this is the only way to begin another in it.
            all.join("<br>")
        });
        lines.push(line(&cells));
    }
    lines.join("\n")
}

fn paragraph(paragraph: &Paragraph) -> String {
    let text = safe(&paragraph.text);
    let text = match (text.is_empty(), paragraph.is_aside) {
        (false, true) => format!("*{text}*"),
        _ => text,
    };
    match &paragraph.strong {
        Some(strong) if text.is_empty() => format!("**{}**", safe(strong)),
        Some(strong) => format!("**{}** {text}", safe(strong)),
        None => text,
    }
}

fn block(block: &Block) -> Vec<String> {
    match block {
        Block::Paragraph(text) => vec![safe(text)],
        Block::List(lead, items) => {
            let items: Vec<String> = items
                .iter()
                .map(|item| format!("- {}", paragraph(item)))
                .collect();
            let mut parts: Vec<String> = lead.iter().map(|lead| safe(lead)).collect();
            parts.push(items.join("\n"));
            parts
        }
    }
}
