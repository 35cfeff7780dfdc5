//! A report as the XML of `JUnit`, for servers that show tests: a finding is a test that failed.
//!
//! A suite is a rule and not a file: servers show tests by their class, whose name ends at its
//! last dot, and files have dots where rules have none. A test is known again from run to run by
//! its name, so that is made of what a finding follows from, and of nothing that is counted.
//! Errors and warnings fail. What is allowed or known is skipped, since that is what servers call
//! a test that somebody has set aside, and they show the reason. Notes pass: nothing is asked of
//! anybody, and a skipped test would read as one that did not run. One test more says whether
//! everything could be checked, so that no run is without tests, and none reads as clean that is
//! not.
//!
//! Only what the two schemas of Jenkins (`junit-4.xsd`, `junit-10.xsd`) both know is written; so a
//! place stands in the text, for they know no attribute for it.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::io::{self, BufWriter, Write};

use indexmap::IndexMap;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use rokade_core::finding::Severity;
use rokade_core::report::{Report, ReportFinding};
use rokade_core::words::WordsError;

use super::RenderError;
use crate::escape::xml as safe;
use crate::path::plain;
use crate::place::{Places, Spot};
use crate::words::Frame;

/// How many of the things a finding follows from are named in its test.
const NAMES: usize = 4;

/// What became of a test.
enum Outcome {
    Passed,
    /// With what type.
    Failed(&'static str),
    /// With what type: not everything could be checked.
    Broken(&'static str),
    /// Why.
    Skipped(String),
}

struct Case {
    name: String,
    outcome: Outcome,
    message: String,
    text: String,
}

struct Suite {
    name: String,
    cases: Vec<Case>,
}

impl Suite {
    fn count(&self, is: fn(&Outcome) -> bool) -> usize {
        self.cases.iter().filter(|case| is(&case.outcome)).count()
    }

    fn failures(&self) -> usize {
        self.count(|outcome| matches!(outcome, Outcome::Failed(_)))
    }

    fn errors(&self) -> usize {
        self.count(|outcome| matches!(outcome, Outcome::Broken(_)))
    }

    fn skipped(&self) -> usize {
        self.count(|outcome| matches!(outcome, Outcome::Skipped(_)))
    }
}

/// Prints a report as the XML of `JUnit`.
pub(super) fn render(report: &Report, out: &mut dyn Write) -> Result<(), RenderError> {
    let frame = Frame::new(report.language)?;
    let places = Places::new(&report.sources);
    let mut rules: IndexMap<&str, Vec<&ReportFinding>> = IndexMap::new();
    for finding in &report.findings {
        rules.entry(finding.rule).or_default().push(finding);
    }
    let mut suites = vec![completeness(report, &frame)?];
    for (rule, findings) in rules {
        suites.push(suite(rule, &findings, &places, &frame)?);
    }
    let mut out = BufWriter::new(out);
    write(&suites, &mut out)?;
    out.write_all(b"\n")?;
    out.flush()?;
    Ok(())
}

/// Whether everything could be checked.
fn completeness(report: &Report, frame: &Frame) -> Result<Suite, WordsError> {
    let mut text = Vec::new();
    if !report.not_judged.is_empty() {
        text.push(format!("{}:", frame.say("not-judged", &[])?));
        text.extend(report.not_judged.iter().map(|sentence| safe(sentence)));
    }
    let (outcome, message) = if report.complete {
        (Outcome::Passed, String::new())
    } else {
        let incomplete = frame.say("incomplete", &[])?;
        (Outcome::Broken("incomplete"), safe(&incomplete))
    };
    Ok(Suite {
        name: "rokade".to_owned(),
        cases: vec![Case {
            name: safe(&frame.say("is-complete", &[])?),
            outcome,
            message,
            text: text.join("\n"),
        }],
    })
}

fn suite(
    rule: &str,
    findings: &[&ReportFinding],
    places: &Places<'_>,
    frame: &Frame,
) -> Result<Suite, WordsError> {
    let mut names: HashMap<String, usize> = HashMap::new();
    let mut cases = Vec::new();
    for finding in findings {
        let mut name = name(finding);
        let times = names.entry(name.clone()).or_default();
        *times += 1;
        if *times > 1 {
            let _ = write!(name, " ({times})");
        }
        cases.push(Case {
            name,
            outcome: outcome(finding, frame)?,
            message: safe(&finding.message),
            text: text(finding, places, frame)?,
        });
    }
    Ok(Suite {
        name: rule.to_owned(),
        cases,
    })
}

/// What the rule finds, and what this finding follows from.
fn name(finding: &ReportFinding) -> String {
    let subjects = &finding.cause.subjects;
    let ids = subjects.iter().map(|subject| subject.id.as_str());
    let ids: Vec<&str> = ids.filter(|id| !id.is_empty()).collect();
    let mut name = finding.title.clone();
    if !ids.is_empty() {
        let named = ids.get(..NAMES).unwrap_or(&ids);
        let _ = write!(name, ": {}", named.join(", "));
    }
    if ids.len() > NAMES {
        let _ = write!(name, " +{}", ids.len() - NAMES);
    }
    safe(&name)
}

fn outcome(finding: &ReportFinding, frame: &Frame) -> Result<Outcome, WordsError> {
    if let Some(aside) = frame.aside(finding)? {
        return Ok(Outcome::Skipped(safe(&aside.sentence())));
    }
    Ok(match finding.severity {
        severity @ (Severity::Error | Severity::Warning) => Outcome::Failed(severity.name()),
        Severity::Note => Outcome::Passed,
    })
}

/// Where it is and what it says, what would mend it, and the other places.
fn text(finding: &ReportFinding, places: &Places<'_>, frame: &Frame) -> Result<String, WordsError> {
    let place = |spot: Spot<'_>| {
        let file = safe(&plain(spot.file));
        format!("{file}:{}:{}: ", spot.start.line, spot.start.column)
    };
    let own = places.own(finding).map_or_else(String::new, place);
    let kind = frame.kind(finding.severity, finding.certainty)?;
    let mut text = format!("{own}{kind}: {}", safe(&finding.message));
    if let Some(help) = &finding.help {
        let _ = write!(text, "\n{}: {}", frame.say("help", &[])?, safe(help));
    }
    for label in &finding.labels {
        if let Some(spot) = places.spot(label.span) {
            let _ = write!(text, "\n{}{}", place(spot), safe(&label.text));
        }
    }
    Ok(text)
}

fn write(suites: &[Suite], out: &mut dyn Write) -> io::Result<()> {
    let mut writer = Writer::new_with_indent(out, b' ', 2);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let sum = |of: fn(&Suite) -> usize| suites.iter().map(of).sum::<usize>().to_string();
    writer
        .create_element("testsuites")
        .with_attribute(("name", "rokade"))
        .with_attribute(("tests", sum(|suite| suite.cases.len()).as_str()))
        .with_attribute(("failures", sum(Suite::failures).as_str()))
        .with_attribute(("errors", sum(Suite::errors).as_str()))
        .write_inner_content(|writer| {
            suites
                .iter()
                .try_for_each(|suite| write_suite(suite, writer))
        })?;
    Ok(())
}

fn write_suite(suite: &Suite, writer: &mut Writer<&mut dyn Write>) -> io::Result<()> {
    writer
        .create_element("testsuite")
        .with_attribute(("name", suite.name.as_str()))
        .with_attribute(("tests", suite.cases.len().to_string().as_str()))
        .with_attribute(("failures", suite.failures().to_string().as_str()))
        .with_attribute(("errors", suite.errors().to_string().as_str()))
        .with_attribute(("skipped", suite.skipped().to_string().as_str()))
        .write_inner_content(|writer| {
            suite
                .cases
                .iter()
                .try_for_each(|case| write_case(case, &suite.name, writer))
        })?;
    Ok(())
}

fn write_case(case: &Case, suite: &str, writer: &mut Writer<&mut dyn Write>) -> io::Result<()> {
    let class = format!("rokade.{suite}");
    let element = writer
        .create_element("testcase")
        .with_attribute(("name", case.name.as_str()))
        .with_attribute(("classname", class.as_str()));
    if matches!(case.outcome, Outcome::Passed) && case.text.is_empty() {
        element.write_empty()?;
        return Ok(());
    }
    let text = BytesText::new(&case.text);
    element.write_inner_content(|writer| {
        let (name, kind) = match &case.outcome {
            Outcome::Failed(kind) => ("failure", *kind),
            Outcome::Broken(kind) => ("error", *kind),
            Outcome::Passed => return said(writer, text),
            Outcome::Skipped(why) => {
                writer
                    .create_element("skipped")
                    .write_text_content(BytesText::new(why))?;
                return said(writer, text);
            }
        };
        writer
            .create_element(name)
            .with_attribute(("type", kind))
            .with_attribute(("message", case.message.as_str()))
            .write_text_content(text)?;
        Ok(())
    })?;
    Ok(())
}

fn said(writer: &mut Writer<&mut dyn Write>, text: BytesText<'_>) -> io::Result<()> {
    writer
        .create_element("system-out")
        .write_text_content(text)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use quick_xml::Reader;
    use rokade_core::entry::Language;

    use super::*;
    use crate::fixture::{HOSTILE, aalborg, hostile, known, report};

    fn xml(report: &Report) -> String {
        let mut out = Vec::new();
        render(report, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    /// The elements there are, and every text and value as a reader has it.
    fn read(xml: &str) -> (Vec<String>, Vec<String>) {
        let (mut elements, mut texts) = (Vec::new(), Vec::new());
        let mut reader = Reader::from_str(xml);
        let mut text = String::new();
        loop {
            match reader.read_event().unwrap() {
                Event::Eof => return (elements, texts),
                Event::Start(start) | Event::Empty(start) => {
                    elements.push(format!("{:?}", start.name()));
                    for attribute in start.attributes() {
                        let value = attribute
                            .unwrap()
                            .normalized_value(quick_xml::XmlVersion::Explicit1_0);
                        texts.push(value.unwrap().into_owned());
                    }
                }
                Event::Text(part) => text.push_str(&part),
                Event::GeneralRef(name) => {
                    let name = format!("&{};", &*name);
                    text.push_str(&quick_xml::escape::unescape(&name).unwrap());
                }
                Event::End(_) => texts.push(std::mem::take(&mut text)),
                Event::Decl(_) => {}
                other => panic!("{other:?}"),
            }
        }
    }

    #[test]
    fn each_finding_is_a_test() {
        let mut report = aalborg(Language::Da);
        report.findings[1].known = Some(known(Some("aftalt"), None));
        insta::assert_snapshot!(xml(&report));
    }

    #[test]
    fn a_run_that_did_not_see_everything_is_an_error() {
        let mut report = report(Vec::new());
        let clean = xml(&report);
        assert!(
            clean.contains("tests=\"1\" failures=\"0\" errors=\"0\""),
            "{clean}"
        );
        report.complete = false;
        let incomplete = xml(&report);
        assert!(incomplete.contains("errors=\"1\""), "{incomplete}");
        assert!(
            incomplete.contains("<error type=\"incomplete\""),
            "{incomplete}"
        );
    }

    #[test]
    fn names_are_text() {
        let (plain, _) = read(&xml(&hostile("Jobcenter")));
        for name in HOSTILE {
            let (elements, texts) = read(&xml(&hostile(name)));
            assert_eq!(elements, plain, "{name}");
            assert!(texts.contains(&safe(name)), "{name}: {texts:?}");
        }
    }
}
