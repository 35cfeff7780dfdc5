//! Prints the note on a hearing (høringsnotat): one file a format.
//!
//! A note is finished. A format decides how it looks and nothing else; [`view`] says what stands
//! in each cell and in what order, once for all of them.

mod docx;
#[cfg(test)]
pub(crate) mod fixture;
mod html;
mod json;
mod markdown;
#[cfg(test)]
mod tests;
mod text;
mod view;

use std::io;

use rokade_core::note::HearingNote;

pub(crate) use html::{Within, part};
pub use json::{NOTE_VERSION, note_schema};

use crate::format::RenderError;
use crate::options::Options;
use view::View;

names! {
    /// A format a note on a hearing can be printed in.
    pub enum NoteFormat {
        /// For people at a terminal.
        Text = "text",
        /// For a document that is edited on.
        Markdown = "markdown",
        /// A page to read, print or send.
        Html = "html",
        /// A Word document.
        Docx = "docx",
        /// For programs: everything, in a documented form.
        Json = "json",
    }
}

impl NoteFormat {
    /// Whether it is made for readers who did not make the charts: what is made for them gives
    /// away no small groups.
    pub fn is_for_readers(self) -> bool {
        match self {
            NoteFormat::Text | NoteFormat::Json => false,
            NoteFormat::Markdown | NoteFormat::Html | NoteFormat::Docx => true,
        }
    }

    /// Whether it is no text that a terminal can show.
    pub fn is_binary(self) -> bool {
        self == NoteFormat::Docx
    }
}

/// Prints a note on a hearing.
///
/// # Errors
/// When it cannot be written.
pub fn render_note(
    format: NoteFormat,
    note: &HearingNote,
    options: &Options,
    out: &mut dyn io::Write,
) -> Result<(), RenderError> {
    match format {
        NoteFormat::Text => text::render(&View::new(note, true)?, options, out),
        NoteFormat::Markdown => markdown::render(&View::new(note, false)?, out),
        NoteFormat::Html => html::render(&View::new(note, false)?, out),
        NoteFormat::Docx => docx::render(&View::new(note, false)?, out),
        NoteFormat::Json => json::render(note, out),
    }
}
