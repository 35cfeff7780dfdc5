//! The formats a report can be printed in: one file each, and the one place that lists them.

mod concise;
mod github;
mod gitlab;
pub(crate) mod json;
mod junit;
mod markdown;
mod sarif;
mod text;

use std::io;

use rokade_core::entry::Language;
use rokade_core::report::{Report, RulePage};
use rokade_core::words::WordsError;

pub(crate) use text::Sections;

pub use json::{JSON_VERSION, report_schema};

use crate::options::Options;

names! {
    /// A format a report can be printed in.
    pub enum Format {
        /// For people at a terminal.
        Text = "text",
        /// For programs: everything, in a documented form.
        Json = "json",
        /// For code scanning: findings with the whole catalogue of rules.
        Sarif = "sarif",
        /// For servers that show tests.
        Junit = "junit",
        /// Annotations of GitHub Actions.
        Github = "github",
        /// GitLab's Code Quality.
        Gitlab = "gitlab",
        /// A comment on a pull request.
        Markdown = "markdown",
        /// One line a finding.
        Concise = "concise",
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

/// Every rule with its page in a language. It is asked only by a format that prints them: to make
/// it, every rule's sentences are read.
pub type Catalogue<'c> = dyn Fn(Language) -> Result<Vec<RulePage>, WordsError> + 'c;

/// Prints a report.
///
/// # Errors
/// When it cannot be written.
pub fn render(
    format: Format,
    report: &Report,
    options: &Options,
    catalogue: &Catalogue<'_>,
    out: &mut dyn io::Write,
) -> Result<(), RenderError> {
    match format {
        Format::Text => text::render(report, options, out),
        Format::Json => json::render(report, out),
        Format::Sarif => sarif::render(report, catalogue, out),
        Format::Junit => junit::render(report, out),
        Format::Github => github::render(report, out),
        Format::Gitlab => gitlab::render(report, out),
        Format::Markdown => markdown::render(report, options, out),
        Format::Concise => concise::render(report, options, out),
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
