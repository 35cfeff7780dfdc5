//! A report as one line a finding, `file:line:col: rule: message`: the form that editors and
//! problem matchers read, and that `grep` and `wc` are good at.

use std::io::{BufWriter, Write};

use rokade_core::report::Report;

use super::RenderError;
use crate::escape;
use crate::options::Options;
use crate::place::Places;
use crate::words::Frame;

/// Prints a report as one line a finding.
pub(super) fn render(
    report: &Report,
    options: &Options,
    out: &mut dyn Write,
) -> Result<(), RenderError> {
    let frame = Frame::new(report.language)?;
    let places = Places::new(&report.sources);
    let mut out = BufWriter::new(out);
    let safe = |text: &str| escape::terminal(text, options.unicode).into_owned();
    for finding in &report.findings {
        let message = safe(&frame.line(finding)?);
        // Without a place of its own it is told of the first file, so that the form is kept.
        let first = report.sources.first().map_or("-", |source| &*source.name);
        let (file, line, column) = places.own(finding).map_or((first, 1, 1), |spot| {
            (spot.file, spot.start.line, spot.start.column)
        });
        let (file, rule) = (safe(file), finding.rule);
        writeln!(out, "{file}:{line}:{column}: {rule}: {message}")?;
    }
    if !report.complete {
        writeln!(out, "rokade: {}", safe(&frame.say("incomplete", &[])?))?;
    }
    out.flush()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use rokade_core::entry::Language;

    use super::*;
    use crate::fixture::{HOSTILE, aalborg, hostile, report};

    fn text(report: &Report, unicode: bool) -> String {
        let options = Options {
            unicode,
            ..Options::default()
        };
        let mut out = Vec::new();
        render(report, &options, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn each_finding_is_a_line() {
        insta::assert_snapshot!(text(&aalborg(Language::Da), true));
    }

    #[test]
    fn a_run_that_did_not_see_everything_says_so() {
        let mut report = report(Vec::new());
        assert_eq!(text(&report, true), "");
        report.complete = false;
        assert!(text(&report, true).starts_with("rokade: Ikke alt "));
    }

    #[test]
    fn nothing_in_a_chart_is_a_line_of_its_own() {
        for (name, unicode) in HOSTILE.into_iter().flat_map(|n| [(n, true), (n, false)]) {
            let text = text(&hostile(name), unicode);
            let seen = escape::terminal(name, unicode);
            assert_eq!(text, format!("{seen}:1:1: {}: {seen}\n", "moved-unit"));
        }
    }
}
