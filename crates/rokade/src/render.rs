//! A report printed: formats that carry the catalogue are given it here.

use std::io::Write;

use rokade_core::report::Report;
use rokade_report::{Format, Options, RenderError};
use rokade_rules::catalogue;

/// Prints a report.
///
/// # Errors
/// When it cannot be written.
pub fn render(
    format: Format,
    report: &Report,
    options: &Options,
    out: &mut dyn Write,
) -> Result<(), RenderError> {
    rokade_report::render(format, report, options, &catalogue::pages, out)
}
