//! A note as a page that stands by itself, to read in a browser and to print; or as a part of a
//! larger page.

use std::io::Write;

use maud::{Markup, html};
use rokade_core::note::{HearingNote, PointAt};
use rokade_core::words::WordsError;

use super::view::{Block, Paragraph, Row, View};
use crate::format::RenderError;
use crate::html::{Text, heading, page, scrolling};

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
            (content(view, &Within::alone()))
            footer.note { @for sentence in &view.closing { p { (Text(sentence)) } } }
        }
    }
}

/// Where a note stands.
pub(crate) struct Within<'w> {
    /// The level of the headings in it.
    pub(crate) level: u8,
    /// Which it is, where there are several that could have the same title.
    pub(crate) number: Option<usize>,
    /// What stands before the number of a finding, such as a proposal's letter.
    pub(crate) mark: &'w str,
    /// The id of a point; none where nothing leads to it.
    pub(crate) point: &'w dyn Fn(PointAt) -> Option<String>,
    /// Where to read of a finding, by its number.
    pub(crate) finding: &'w dyn Fn(usize) -> Option<String>,
}

impl Within<'static> {
    /// A page by itself.
    fn alone() -> Self {
        Within {
            level: 2,
            number: None,
            mark: "",
            point: &|_| None,
            finding: &|_| None,
        }
    }
}

/// A note for a larger page: its title, and what is below it.
pub(crate) fn part(
    note: &HearingNote,
    within: &Within<'_>,
) -> Result<(String, Markup), WordsError> {
    let view = View::marked(note, false, within.mark)?;
    let content = content(&view, within);
    Ok((view.title, content))
}

/// All of a note below its title.
fn content(view: &View<'_>, within: &Within<'_>) -> Markup {
    let label = match within.number {
        Some(number) => format!("{} ({number})", view.title),
        None => view.title.clone(),
    };
    html! {
        @for sentence in &view.lead { p.lead { (Text(sentence)) } }
        @if !view.rows.is_empty() { (scrolling(&label, &table(view, within))) }
        @for section in &view.sections {
            section {
                (heading(within.level, None, &html! { (Text(&section.heading)) }))
                @for one in &section.blocks { (block(one, within)) }
            }
        }
    }
}

fn table(view: &View<'_>, within: &Within<'_>) -> Markup {
    html! {
        table.points {
            caption.unseen { (Text(&view.title)) }
            thead { tr { @for head in &view.columns { th scope="col" { (Text(head)) } } } }
            tbody { @for one in &view.rows { (row(view, one, within)) } }
        }
    }
}

fn row(view: &View<'_>, row: &Row, within: &Within<'_>) -> Markup {
    let id = row.at.and_then(|at| (within.point)(at));
    html! {
        tr id=[id] {
            @for (head, cell) in view.columns.iter().zip(&row.cells) {
                td data-label=(Text(head)) { @for one in cell { (paragraph(one, within)) } }
            }
        }
    }
}

fn paragraph(one: &Paragraph, within: &Within<'_>) -> Markup {
    html! {
        @if one.is_aside { p.note { (inline(one, within)) } } @else { p { (inline(one, within)) } }
    }
}

fn inline(one: &Paragraph, within: &Within<'_>) -> Markup {
    let to = one.finding.and_then(|number| (within.finding)(number));
    html! {
        @if let Some(strong) = &one.strong {
            @match &to {
                Some(to) => a href=(to) { strong { (Text(strong)) } },
                None => strong { (Text(strong)) },
            }
            " "
        }
        (Text(&one.text))
    }
}

fn block(block: &Block, within: &Within<'_>) -> Markup {
    html! {
        @match block {
            Block::Paragraph(text) => p { (Text(text)) },
            Block::List(lead, items) => {
                @if let Some(lead) = lead {
                    (heading(within.level + 1, None, &html! { (Text(lead)) }))
                }
                ul { @for item in items { li { (inline(item, within)) } } }
            }
        }
    }
}
