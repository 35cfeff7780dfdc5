//! A note as a page that stands by itself, to read in a browser and to print.

use std::io::Write;

use maud::{Markup, html};

use super::view::{Block, Paragraph, View};
use crate::format::RenderError;
use crate::html::{Text, page};

/// Prints a note as HTML.
pub(super) fn render(view: &View<'_>, out: &mut dyn Write) -> Result<(), RenderError> {
    let text = page(view.note.language, &view.title, &body(view));
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}

fn body(view: &View<'_>) -> Markup {
    html! {
        div.wide {
            h1 { (Text(&view.title)) }
            @for sentence in &view.lead { p.lead { (Text(sentence)) } }
            @if !view.rows.is_empty() { (table(view)) }
            @for section in &view.sections {
                section {
                    h2 { (Text(&section.heading)) }
                    @for one in &section.blocks { (block(one)) }
                }
            }
            footer.note { @for sentence in &view.closing { p { (Text(sentence)) } } }
        }
    }
}

fn table(view: &View<'_>) -> Markup {
    html! {
        div.table {
            table.points {
                thead { tr { @for head in &view.columns { th scope="col" { (Text(head)) } } } }
                tbody {
                    @for row in &view.rows {
                        tr { @for cell in &row.cells {
                            td { @for one in cell { (paragraph(one)) } }
                        } }
                    }
                }
            }
        }
    }
}

fn paragraph(one: &Paragraph) -> Markup {
    html! {
        @if one.is_aside { p.note { (inline(one)) } } @else { p { (inline(one)) } }
    }
}

fn inline(one: &Paragraph) -> Markup {
    html! {
        @if let Some(strong) = &one.strong { strong { (Text(strong)) } " " }
        (Text(&one.text))
    }
}

fn block(block: &Block) -> Markup {
    html! {
        @match block {
            Block::Paragraph(text) => p { (Text(text)) },
            Block::List(lead, items) => {
                @if let Some(lead) = lead { h3 { (Text(lead)) } }
                ul { @for item in items { li { (inline(item)) } } }
            }
        }
    }
}
