//! A report as workflow commands: GitHub Actions shows each line as an annotation of the place
//! it names. One line a finding, the most important first, since only the first ten of a kind
//! are shown.

use std::io::{BufWriter, Write};

use rokade_core::finding::Severity;
use rokade_core::quantity::Certainty;
use rokade_core::report::{Report, ReportFinding};
use rokade_core::words::WordsError;

use super::RenderError;
use crate::escape;
use crate::path::plain;
use crate::place::{Places, Spot};
use crate::words::Frame;

/// Prints a report as workflow commands.
pub(super) fn render(report: &Report, out: &mut dyn Write) -> Result<(), RenderError> {
    let frame = Frame::new(report.language)?;
    let places = Places::new(&report.sources);
    let mut out = BufWriter::new(out);
    if !report.complete {
        let incomplete = data(&frame.say("incomplete", &[])?);
        writeln!(out, "::error title=rokade::{incomplete}")?;
    }
    for finding in &report.findings {
        out.write_all(command(finding, &places, &frame)?.as_bytes())?;
    }
    out.flush()?;
    Ok(())
}

fn command(
    finding: &ReportFinding,
    places: &Places<'_>,
    frame: &Frame,
) -> Result<String, WordsError> {
    let aside = frame.aside(finding)?;
    // What does not count is no warning; its title says what it would be.
    let level = match (finding.counts(), finding.severity) {
        (true, Severity::Error) => "error",
        (true, Severity::Warning) => "warning",
        (true, Severity::Note) | (false, _) => "notice",
    };
    let mut title = finding.rule.to_owned();
    if !finding.counts() || finding.certainty == Certainty::Possible {
        title += " · ";
        title += &frame.kind(finding.severity, finding.certainty)?;
    }
    let mut lines = vec![data(&finding.message)];
    if let Some(aside) = &aside {
        title += " · ";
        title += &aside.word;
        lines.push(data(&aside.sentence()));
    } else if let Some(help) = &finding.help {
        lines.push(data(help));
    }
    let mut properties = places.own(finding).map_or_else(Vec::new, place);
    properties.push(format!("title={}", property(&title)));
    let (properties, lines) = (properties.join(","), lines.join("%0A"));
    Ok(format!("::{level} {properties}::{lines}\n"))
}

/// Columns are told only of a place on one line: else GitHub refuses it.
fn place(spot: Spot<'_>) -> Vec<String> {
    let mut properties = vec![
        format!("file={}", property(&plain(spot.file))),
        format!("line={}", spot.start.line),
        format!("endLine={}", spot.end.line),
    ];
    if spot.start.line == spot.end.line {
        properties.push(format!("col={}", spot.start.column));
        properties.push(format!("endColumn={}", spot.end.column));
    }
    properties
}

/// A text as the message of a command: one line, in which nothing is a command.
fn data(text: &str) -> String {
    escape::terminal(text, true).replace('%', "%25")
}

/// A text as the value of a property: it ends at neither of the marks that end one.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use rokade_core::entry::Language;

    use super::*;
    use crate::fixture::{HOSTILE, aalborg, hostile, known, report};

    fn text(report: &Report) -> String {
        let mut out = Vec::new();
        render(report, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn each_finding_is_a_command() {
        insta::assert_snapshot!(text(&aalborg(Language::En)));
    }

    #[test]
    fn what_is_known_or_allowed_is_a_notice_that_says_so() {
        let mut report = aalborg(Language::Da);
        report.findings[0].known = Some(known(Some("aftalt"), Some("2017-05-01")));
        let text = text(&report);
        let first = text.lines().next().unwrap();
        assert!(first.starts_with("::notice file="), "{first}");
        assert!(
            first.contains("title=unassigned-responsibility · fejl · kendt::"),
            "{first}"
        );
        assert!(first.contains("%0Akendt: aftalt (kendt siden"), "{first}");
    }

    #[test]
    fn a_run_that_did_not_see_everything_is_an_error() {
        let mut report = report(Vec::new());
        assert_eq!(text(&report), "");
        report.complete = false;
        assert!(text(&report).starts_with("::error title=rokade::Ikke alt "));
    }

    #[test]
    fn nothing_in_a_chart_is_a_command() {
        for name in HOSTILE {
            let text = text(&hostile(name));
            assert_eq!(text.lines().count(), 1, "{text}");
            let (properties, message) = text[2..].split_once("::").unwrap();
            let mut keys = Vec::new();
            for property in properties.split_once(' ').unwrap().1.split(',') {
                keys.push(property.split_once('=').unwrap().0);
            }
            assert_eq!(
                keys,
                ["file", "line", "endLine", "col", "endColumn", "title"]
            );
            let unescape = |text: &str| {
                let text = text.replace("%3A", ":").replace("%2C", ",");
                text.trim_end().replace("%25", "%")
            };
            let seen = escape::terminal(name, true);
            assert_eq!(unescape(message), format!("{seen}%0A{seen}"), "{name}");
        }
    }
}
