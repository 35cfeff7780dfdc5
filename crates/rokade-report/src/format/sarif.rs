//! A report as SARIF 2.1.0, for code scanning and editors: every rule of the catalogue with its
//! page, every finding with its places in both charts, and whether everything could be checked.
//!
//! A SARIF reader shows texts as they are, or as Markdown. So what a chart contributed is made
//! visible here, and nothing in it is a link or a placeholder.

use std::collections::{BTreeMap, HashMap};
use std::io::Write;

use rokade_core::entry::Language;
use rokade_core::finding::{Rank, Severity, Side};
use rokade_core::quantity::{Certainty, QuantityJson};
use rokade_core::report::{Report, ReportFinding, ReportLabel, RuleCertainty, RulePage, RuleScope};
use rokade_core::span::Source;
use rokade_core::words::WordsError;
use serde::Serialize;

use super::{Catalogue, RenderError, json};
use crate::escape;
use crate::path::uri;
use crate::place::{Places, Spot};
use crate::words::Frame;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// What relative names begin at, as GitHub and others call it.
const ROOT: &str = "%SRCROOT%";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Log<'r> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'r>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'r> {
    tool: Tool<'r>,
    language: Language,
    invocations: [Invocation; 1],
    original_uri_base_ids: BTreeMap<&'static str, Base>,
    artifacts: Vec<Artifact>,
    results: Vec<Outcome<'r>>,
    column_kind: &'static str,
}

#[derive(Serialize)]
struct Tool<'r> {
    driver: Driver<'r>,
}

#[derive(Serialize)]
struct Driver<'r> {
    name: &'static str,
    version: &'static str,
    rules: Vec<Rule<'r>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule<'r> {
    id: &'r str,
    short_description: Message,
    full_description: Message,
    help: Page<'r>,
    default_configuration: Configuration,
    properties: RuleProperties<'r>,
}

#[derive(Serialize)]
struct Page<'r> {
    text: &'r str,
    markdown: &'r str,
}

#[derive(Serialize)]
struct Configuration {
    level: Severity,
}

#[derive(Serialize)]
struct RuleProperties<'r> {
    tags: [&'r str; 1],
    scope: RuleScope,
    certainty: RuleCertainty,
}

#[derive(Serialize)]
struct Message {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
    tool_execution_notifications: Vec<Notification>,
}

#[derive(Serialize)]
struct Notification {
    level: Severity,
    message: Message,
}

#[derive(Serialize)]
struct Base {
    description: Message,
}

#[derive(Serialize)]
struct Artifact {
    location: ArtifactLocation,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactLocation {
    uri: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    uri_base_id: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    index: Option<usize>,
}

/// A `result`: the name is taken.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome<'r> {
    rule_id: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: Severity,
    message: Message,
    locations: Vec<Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
    partial_fingerprints: BTreeMap<&'static str, String>,
    // Empty where a finding counts; where the key is missing, a reader does not know.
    suppressions: Vec<Suppression>,
    properties: Properties<'r>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    #[serde(rename = "physicalLocation")]
    physical: PhysicalLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
    properties: LocationProperties,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    region: Region,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
}

#[derive(Serialize)]
struct LocationProperties {
    side: Side,
}

#[derive(Serialize)]
struct Suppression {
    kind: &'static str,
    status: &'static str,
    justification: String,
}

#[derive(Serialize)]
struct Properties<'r> {
    certainty: Certainty,
    topic: Rank,
    #[serde(skip_serializing_if = "Option::is_none")]
    posts: Option<&'r QuantityJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    citizens: Option<&'r QuantityJson>,
}

/// The files of a report, each once: one can be read for the base and for what stands on it.
struct Files<'r> {
    places: Places<'r>,
    artifacts: Vec<Artifact>,
    // Which artifact each source is.
    indexes: Vec<usize>,
}

impl<'r> Files<'r> {
    fn new(sources: &'r [Source]) -> Self {
        let mut first: HashMap<String, usize> = HashMap::new();
        let (mut artifacts, mut indexes) = (Vec::new(), Vec::new());
        for source in sources {
            let location = file(&source.name, None);
            let index = *first.entry(location.uri.clone()).or_insert(artifacts.len());
            if index == artifacts.len() {
                artifacts.push(Artifact { location });
            }
            indexes.push(index);
        }
        Files {
            places: Places::new(sources),
            artifacts,
            indexes,
        }
    }
}

/// Prints a report as SARIF.
pub(super) fn render(
    report: &Report,
    catalogue: &Catalogue<'_>,
    out: &mut dyn Write,
) -> Result<(), RenderError> {
    let rules = catalogue(report.language)?;
    json::write(&log(report, &rules)?, out)
}

fn log<'r>(report: &'r Report, rules: &'r [RulePage]) -> Result<Log<'r>, WordsError> {
    let frame = Frame::new(report.language)?;
    let files = Files::new(&report.sources);
    let indexes: HashMap<&str, usize> = rules
        .iter()
        .enumerate()
        .map(|(index, rule)| (&*rule.info.name, index))
        .collect();
    let mut results = Vec::new();
    for finding in &report.findings {
        let index = indexes.get(finding.rule).copied();
        results.push(outcome(finding, index, &files, &frame)?);
    }
    let root = Base {
        description: message(&frame.say("source-root", &[])?),
    };
    let run = Run {
        tool: Tool {
            driver: Driver {
                name: "rokade",
                version: env!("CARGO_PKG_VERSION"),
                rules: rules.iter().map(rule).collect(),
            },
        },
        language: report.language,
        invocations: [invocation(report, &frame)?],
        original_uri_base_ids: [(ROOT, root)].into(),
        artifacts: files.artifacts,
        results,
        column_kind: "unicodeCodePoints",
    };
    Ok(Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [run],
    })
}

fn rule(page: &RulePage) -> Rule<'_> {
    let text = |text: &str| Message {
        text: text.to_owned(),
    };
    Rule {
        id: &page.info.name,
        short_description: text(&page.info.title),
        full_description: text(&page.what),
        help: Page {
            text: &page.help,
            markdown: &page.page,
        },
        default_configuration: Configuration {
            level: page.info.severity,
        },
        properties: RuleProperties {
            tags: [&page.info.family],
            scope: page.info.scope,
            certainty: page.info.certainty,
        },
    }
}

/// What could not be judged, and that the run failed where it did not see everything: a log
/// without results is then not clean.
fn invocation(report: &Report, frame: &Frame) -> Result<Invocation, WordsError> {
    let mut notifications = Vec::new();
    if !report.complete {
        notifications.push(Notification {
            level: Severity::Error,
            message: message(&frame.say("incomplete", &[])?),
        });
    }
    notifications.extend(report.not_judged.iter().map(|sentence| Notification {
        level: Severity::Note,
        message: message(sentence),
    }));
    Ok(Invocation {
        execution_successful: report.complete,
        tool_execution_notifications: notifications,
    })
}

fn outcome<'r>(
    finding: &'r ReportFinding,
    rule_index: Option<usize>,
    files: &Files<'r>,
    frame: &Frame,
) -> Result<Outcome<'r>, WordsError> {
    let mut said = message(&finding.message);
    if let Some(help) = finding.help.as_ref().filter(|_| finding.counts()) {
        said.text = format!("{}\n\n{}", said.text, message(help).text);
    }
    let located = |label: &ReportLabel, id| {
        let spot = files.places.spot(label.span)?;
        let index = *files.indexes.get(label.span.source.0 as usize)?;
        Some(location(spot, index, label, id))
    };
    let mut labels = finding.labels.iter();
    let own = labels.next().and_then(|label| located(label, None));
    let related = (1..).zip(labels);
    let related = related.filter_map(|(id, label)| located(label, Some(id)));
    let members: Vec<&str> = finding
        .members
        .iter()
        .map(|member| member.fingerprint.as_str())
        .collect();
    let kind = if finding.allowed.is_some() {
        "inSource"
    } else {
        "external"
    };
    let suppression = frame.aside(finding)?.map(|aside| Suppression {
        kind,
        status: "accepted",
        justification: escape::terminal(&aside.reason, true).into_owned(),
    });
    Ok(Outcome {
        rule_id: finding.rule,
        rule_index,
        level: finding.severity,
        message: said,
        locations: own.into_iter().collect(),
        related_locations: related.collect(),
        partial_fingerprints: [
            ("rokadeFinding/v1", finding.fingerprint.to_string()),
            ("rokadeMembers/v1", members.join(" ")),
        ]
        .into(),
        suppressions: suppression.into_iter().collect(),
        properties: Properties {
            certainty: finding.certainty,
            topic: finding.topic,
            posts: finding.posts.as_ref(),
            citizens: finding.citizens.as_ref(),
        },
    })
}

fn location(spot: Spot<'_>, index: usize, label: &ReportLabel, id: Option<usize>) -> Location {
    Location {
        id,
        physical: PhysicalLocation {
            artifact_location: file(spot.file, Some(index)),
            region: Region {
                start_line: spot.start.line,
                start_column: spot.start.column,
                end_line: spot.end.line,
                end_column: spot.end.column,
            },
        },
        message: (!label.text.is_empty()).then(|| message(&label.text)),
        properties: LocationProperties { side: label.side },
    }
}

fn file(name: &str, index: Option<usize>) -> ArtifactLocation {
    let uri = uri(name);
    ArtifactLocation {
        uri: uri.text,
        uri_base_id: uri.is_relative.then_some(ROOT),
        index,
    }
}

/// A text of which nothing is a link (`[…](…)`) or a placeholder (`{0}`). Readers differ in what
/// they make of an escaped bracket, and none makes a link of one with a blank behind it. Braces
/// are doubled, as the standard has it, only where a placeholder would be read: there is nothing
/// to put in place of one, so other braces are shown as they are.
fn message(text: &str) -> Message {
    let text = escape::terminal(text, true).replace("](", "] (");
    let mut after_braces = text.split('{').skip(1);
    let has_placeholder = after_braces.any(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    Message {
        text: if has_placeholder {
            text.replace('{', "{{").replace('}', "}}")
        } else {
            text
        },
    }
}

#[cfg(test)]
mod tests;
