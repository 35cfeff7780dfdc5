//! The formats a report can be printed in: one file each, and the one place that lists them.

pub(crate) mod json;
mod text;

use std::io;

use rokade_core::report::Report;
use rokade_core::words::WordsError;

pub use json::{JSON_VERSION, report_schema};

use crate::options::Options;

names! {
    /// A format a report can be printed in.
    pub enum Format {
        /// For people at a terminal.
        Text = "text",
        /// For programs: everything, in a documented form.
        Json = "json",
    }
}

/// Why a report could not be printed.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// It could not be written; a reader that went away is an error as any other.
    #[error("the report could not be written: {0}")]
    Io(#[from] io::Error),
    /// A word of its frame could not be made, which tests rule out.
    #[error(transparent)]
    Words(#[from] WordsError),
}

/// A name that no format has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no format `{0}`")]
pub struct UnknownFormat(pub String);

/// Prints a report.
///
/// # Errors
/// When it cannot be written.
pub fn render(
    format: Format,
    report: &Report,
    options: &Options,
    out: &mut dyn io::Write,
) -> Result<(), RenderError> {
    match format {
        Format::Text => text::render(report, options, out),
        Format::Json => json::render(report, out),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_is_found_by_its_name() {
        for format in Format::ALL {
            assert_eq!(format.to_string().parse(), Ok(format));
        }
        assert_eq!(
            "xml".parse::<Format>(),
            Err(UnknownFormat("xml".to_owned()))
        );
    }
}
