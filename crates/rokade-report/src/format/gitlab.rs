//! A report as GitLab's Code Quality: a list of issues, each with a place and a mark by which it
//! is known again in the branch it is merged into.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

use rokade_core::finding::{Fingerprint, Severity};
use rokade_core::report::{Report, ReportFinding};
use serde::Serialize;

use super::{RenderError, json};
use crate::escape;
use crate::path::plain;
use crate::place::Places;
use crate::words::Frame;

/// The name under which it is told that not everything could be checked.
const INCOMPLETE: &str = "incomplete";

#[derive(Serialize)]
struct Issue<'r> {
    description: String,
    check_name: &'r str,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
    end: u32,
}

/// Prints a report as Code Quality.
pub(super) fn render(report: &Report, out: &mut dyn Write) -> Result<(), RenderError> {
    let frame = Frame::new(report.language)?;
    let places = Places::new(&report.sources);
    let mut marks = Marks::default();
    let mut issues = Vec::new();
    if !report.complete {
        // GitLab shows no issue without a place: it is told of the first file.
        let (location, path) = location(report, &places, None);
        issues.push(Issue {
            description: visible(&frame.say("incomplete", &[])?),
            check_name: INCOMPLETE,
            fingerprint: marks.unique(&Fingerprint::of([INCOMPLETE]), &path),
            severity: "blocker",
            location,
        });
    }
    for finding in &report.findings {
        let (location, path) = location(report, &places, Some(finding));
        issues.push(Issue {
            description: visible(&frame.line(finding)?),
            check_name: finding.rule,
            fingerprint: marks.unique(&finding.fingerprint, &path),
            severity: severity(finding),
            location,
        });
    }
    json::write(&issues, out)
}

/// What does not count is information: GitLab has no other word for it.
fn severity(finding: &ReportFinding) -> &'static str {
    match (finding.counts(), finding.severity) {
        (true, Severity::Error) => "critical",
        (true, Severity::Warning) => "major",
        (true, Severity::Note) | (false, _) => "info",
    }
}

fn location(
    report: &Report,
    places: &Places<'_>,
    finding: Option<&ReportFinding>,
) -> (Location, String) {
    let spot = finding.and_then(|finding| places.own(finding));
    let first = report.sources.first().map_or("-", |source| &*source.name);
    let name = spot.map_or(first, |spot| spot.file);
    let (begin, end) = spot.map_or((1, 1), |spot| (spot.start.line, spot.end.line));
    let path = visible(&plain(name));
    let location = Location {
        path: path.clone(),
        lines: Lines { begin, end },
    };
    (location, path)
}

/// The marks that issues have so far.
#[derive(Default)]
struct Marks {
    used: BTreeSet<String>,
    again: BTreeMap<(String, String), usize>,
}

impl Marks {
    /// A mark that no other issue has. Charts checked in one run can be about the same things;
    /// the file tells them apart, and a number what even the file does not.
    fn unique(&mut self, mark: &Fingerprint, path: &str) -> String {
        let mut unique = mark.to_string();
        while !self.used.insert(unique.clone()) {
            let key = (mark.to_string(), path.to_owned());
            let number = self.again.entry(key).or_default();
            *number += 1;
            unique = Fingerprint::of([mark.as_str(), path, &number.to_string()]).to_string();
        }
        unique
    }
}

fn visible(text: &str) -> String {
    escape::terminal(text, true).into_owned()
}

#[cfg(test)]
mod tests {
    use rokade_core::entry::Language;
    use serde_json::Value;

    use super::*;
    use crate::fixture::{HOSTILE, aalborg, finding, hostile, report};

    fn issues(report: &Report) -> Vec<Value> {
        let mut out = Vec::new();
        render(report, &mut out).unwrap();
        let issues: Value = serde_json::from_slice(&out).unwrap();
        issues.as_array().unwrap().clone()
    }

    #[test]
    fn each_finding_is_an_issue() {
        let issues = issues(&aalborg(Language::Da));
        let told = issues.iter().map(|issue| {
            let field = |name: &str| issue[name].as_str().unwrap();
            let location = &issue["location"];
            format!(
                "{} {} {}:{} {}\n",
                field("severity"),
                field("check_name"),
                location["path"].as_str().unwrap(),
                location["lines"]["begin"],
                field("description"),
            )
        });
        insta::assert_snapshot!(told.collect::<String>());
    }

    #[test]
    fn no_two_issues_have_one_mark() {
        let same = finding("moved-unit", Severity::Note, "x");
        let mark = same.fingerprint.clone();
        let other = finding("moved-unit", Severity::Note, "y");
        let issues = issues(&report(vec![same.clone(), same.clone(), other, same]));
        let marks = issues
            .iter()
            .map(|issue| issue["fingerprint"].as_str().unwrap());
        assert_eq!(marks.clone().collect::<BTreeSet<_>>().len(), 4);
        assert_eq!(marks.clone().next(), Some(mark.as_str()));
    }

    #[test]
    fn a_run_that_did_not_see_everything_is_an_issue() {
        let mut report = report(Vec::new());
        assert_eq!(issues(&report), [] as [Value; 0]);
        report.complete = false;
        let issues = issues(&report);
        assert_eq!(issues[0]["severity"], "blocker");
        assert_eq!(issues[0]["check_name"], INCOMPLETE);
    }

    #[test]
    fn names_are_text_to_be_seen() {
        for name in HOSTILE {
            let issues = issues(&hostile(name));
            assert_eq!(issues.len(), 1);
            assert_eq!(issues[0]["description"], visible(name));
        }
    }
}
