//! Prints an impact assessment (konsekvensvurdering): one file a format.
//!
//! An assessment is finished. A format decides how it looks and what a page leaves to the
//! spreadsheet, and nothing else; [`view`] numbers what is told, once for both.

#[cfg(test)]
mod fixture;
mod html;
#[cfg(test)]
mod tests;
mod view;
mod xlsx;

use std::io;

use rokade_core::assessment::Assessment;

use crate::format::RenderError;
use view::View;

names! {
    /// A format an impact assessment can be printed in.
    pub enum AssessmentFormat {
        /// A page to read, print or send.
        Html = "html",
        /// A spreadsheet.
        Xlsx = "xlsx",
    }
}

impl AssessmentFormat {
    /// Whether it is no text that a terminal can show.
    pub fn is_binary(self) -> bool {
        self == AssessmentFormat::Xlsx
    }
}

/// Prints an assessment.
///
/// # Errors
/// When it cannot be written.
pub fn render_assessment(
    format: AssessmentFormat,
    assessment: &Assessment,
    out: &mut dyn io::Write,
) -> Result<(), RenderError> {
    let view = View::new(assessment)?;
    match format {
        AssessmentFormat::Html => html::render(&view, out),
        AssessmentFormat::Xlsx => xlsx::render(&view, out),
    }
}
