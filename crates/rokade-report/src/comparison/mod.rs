//! Prints a comparison of proposals: one file a format.
//!
//! A comparison is finished. A format decides how it looks and what a short view leaves out of
//! it, and nothing else.

#[cfg(test)]
pub(crate) mod fixture;
mod html;
mod json;
mod markdown;
#[cfg(test)]
mod tests;
mod text;
mod view;
mod xlsx;

use std::io;

use rokade_core::comparison::Comparison;
use rokade_core::entry::Language;
use rokade_core::words::{Words, WordsError};

pub(crate) use html::part;
pub use json::{COMPARISON_VERSION, comparison_schema};
pub(crate) use xlsx::table;

use crate::format::RenderError;
use crate::options::Options;

names! {
    /// A format a comparison can be printed in.
    pub enum ComparisonFormat {
        /// For people at a terminal.
        Text = "text",
        /// For programs: everything, in a documented form.
        Json = "json",
        /// For a document that is edited on.
        Markdown = "markdown",
        /// A page to read, print or send.
        Html = "html",
        /// A spreadsheet.
        Xlsx = "xlsx",
    }
}

impl ComparisonFormat {
    /// Whether it is made for readers who did not make the charts: what is made for them gives
    /// away no small groups.
    pub fn is_for_readers(self) -> bool {
        match self {
            ComparisonFormat::Text | ComparisonFormat::Json => false,
            ComparisonFormat::Markdown | ComparisonFormat::Html | ComparisonFormat::Xlsx => true,
        }
    }

    /// Whether it is no text that a terminal can show.
    pub fn is_binary(self) -> bool {
        self == ComparisonFormat::Xlsx
    }
}

/// Prints a comparison.
///
/// # Errors
/// When it cannot be written.
pub fn render_comparison(
    format: ComparisonFormat,
    comparison: &Comparison,
    options: &Options,
    out: &mut dyn io::Write,
) -> Result<(), RenderError> {
    match format {
        ComparisonFormat::Text => text::render(comparison, options, out),
        ComparisonFormat::Json => json::render(comparison, out),
        ComparisonFormat::Markdown => markdown::render(comparison, options, out),
        ComparisonFormat::Html => html::render(comparison, options, out),
        ComparisonFormat::Xlsx => xlsx::render(comparison, out),
    }
}

/// The words of the frame in a language.
fn words(language: Language) -> Result<Words, WordsError> {
    let text = match language {
        Language::Da => include_str!("da.ftl"),
        Language::En => include_str!("en.ftl"),
    };
    Words::new(language, text)
}
