//! A report for programs: everything there is, in a documented, versioned form.
//!
//! The structs here are the form and its JSON Schema both, so that the two cannot drift. Keys
//! may be added within a version; none goes away or changes its meaning.

use std::io::{self, BufWriter, Write};

use indexmap::IndexMap;
use rokade_core::entry::Language;
use rokade_core::finding::{Fingerprint, Rank, Severity, Side, Value};
use rokade_core::personal::mask;
use rokade_core::quantity::{Certainty, QuantityJson};
use rokade_core::report::{
    Allowed, Command, Known, Report, ReportAct, ReportBalance, ReportCause, ReportChange,
    ReportFinding, ReportMember,
};
use rokade_core::span::LineColumn;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;
use serde_json::Value as Json;
use serde_json::ser::{CharEscape, Formatter, PrettyFormatter, Serializer};

use super::RenderError;
use crate::escape::first_hidden;
use crate::place::Places;

/// The version of the form; it changes when a key goes away or means something else.
pub const JSON_VERSION: u32 = 1;

/// A report of rokade: what one organisation chart, or the difference of two, says and leaves
/// unsaid.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Report")]
struct JsonReport<'r> {
    /// The version of this form. Keys may be added within a version; none goes away or changes
    /// its meaning.
    #[schemars(extend("const" = JSON_VERSION))]
    version: u32,
    /// What made the report.
    tool: JsonTool,
    /// What was asked for.
    command: Command,
    /// The language its sentences are in.
    language: Language,
    /// Whether all files could be read to their end and every rule could speak. Where not, a
    /// report without findings is not clean.
    complete: bool,
    /// What it means, in three sentences at most.
    summary: &'r [String],
    /// The files that were read.
    sources: Vec<JsonSource<'r>>,
    /// The lines that balance; null for one chart, or where not all could be read.
    balance: Option<&'r ReportBalance>,
    /// Everything found, the most important first.
    findings: Vec<JsonFinding<'r>>,
    /// Everything that differs between the two charts.
    changes: &'r [ReportChange],
    /// What could not be judged, and what to add to the charts.
    not_judged: &'r [String],
    /// How many findings count, by severity; what is allowed or known does not.
    counts: JsonCounts,
}

/// A program.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Tool")]
pub(crate) struct JsonTool {
    /// Its name.
    name: &'static str,
    /// Its version.
    version: &'static str,
}

impl JsonTool {
    /// This program.
    pub(crate) const OURS: JsonTool = JsonTool {
        name: "rokade",
        version: env!("CARGO_PKG_VERSION"),
    };
}

/// A file that was read.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Source")]
struct JsonSource<'r> {
    /// Its path as it was given, or a name for standard input.
    name: &'r str,
}

/// A finding.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Finding")]
struct JsonFinding<'r> {
    /// The rule's name.
    rule: &'r str,
    /// What the rule finds, in a few words.
    title: &'r str,
    /// What it is about: reports are told in this order, after the errors.
    topic: Rank,
    /// How much it matters, after the policy.
    severity: Severity,
    /// Whether it holds for all values the charts allow, or for some.
    certainty: Certainty,
    /// What it follows from.
    cause: &'r ReportCause,
    /// The events that caused it, where the revision is a proposal written as events: without
    /// one of these the finding, or a member of it, would not be.
    caused_by: Vec<JsonAct<'r>>,
    /// How many more events caused it than are named: where it takes very many, twenty are.
    caused_by_others: usize,
    /// Everything it is about.
    subjects: &'r [ReportMember],
    /// Where to look, the finding's own place first.
    spans: Vec<JsonSpan<'r>>,
    /// The values of its sentences.
    #[schemars(with = "IndexMap<&'static str, Json>")]
    data: &'r IndexMap<&'static str, Value>,
    /// What holds, for whom, how many.
    message: &'r str,
    /// What would mend it.
    help: Option<&'r str>,
    /// Posts affected.
    posts: Option<&'r QuantityJson>,
    /// Citizens affected.
    citizens: Option<&'r QuantityJson>,
    /// By which it is known again.
    fingerprint: &'r Fingerprint,
    /// Why it does not count; null where it does.
    allowed: Option<&'r Allowed>,
    /// Why it does not count, where all of it that is not allowed was known before: it stands in
    /// a baseline, or was found in what it is held against.
    known: Option<&'r Known>,
}

/// An event of a proposal; or an entry of its `set`, or of what it says for itself.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Act")]
struct JsonAct<'r> {
    /// The key of the event, such as `move`; or `set`, or `own` for what the proposal says for
    /// itself: process, commitments, what has ended.
    action: &'r str,
    /// The id of the event; null where it has none.
    event: Option<&'r str>,
    /// Which of the events of its file, from 1; null for what is no event.
    number: Option<usize>,
    /// The name of its file, as among `sources`.
    source: Option<&'r str>,
    /// Where it starts.
    start: Option<LineColumn>,
    /// Where its first line ends: the place after its last character.
    end: Option<LineColumn>,
}

/// A place in a file.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Span")]
struct JsonSpan<'r> {
    /// The name of the file, as among `sources`.
    source: &'r str,
    /// In which chart.
    side: Side,
    /// Where it starts.
    start: LineColumn,
    /// Where it ends: the place after its last character.
    end: LineColumn,
    /// What is to be seen there.
    label: &'r str,
}

/// Numbers of findings.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Counts")]
struct JsonCounts {
    /// Somebody or something is left hanging.
    error: usize,
    /// A consequence to be weighed.
    warning: usize,
    /// A change worth listing.
    note: usize,
}

/// Prints a report as JSON.
pub(super) fn render(report: &Report, out: &mut dyn Write) -> Result<(), RenderError> {
    write(&json(report), out)
}

/// Writes anything as JSON that is safe to look at.
pub(crate) fn write(value: &impl Serialize, out: &mut dyn Write) -> Result<(), RenderError> {
    let mut out = BufWriter::new(out);
    let formatter = Printable(PrettyFormatter::new());
    value
        .serialize(&mut Serializer::with_formatter(&mut out, formatter))
        .map_err(io::Error::from)?;
    out.write_all(b"\n")?;
    out.flush()?;
    Ok(())
}

/// The JSON Schema, of 2020-12, of a report in JSON.
pub fn report_schema() -> Json {
    schema_of::<JsonReport<'_>>()
}

/// The JSON Schema, of 2020-12, of what is written as JSON.
pub(crate) fn schema_of<T: JsonSchema>() -> Json {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings
        .into_generator()
        .into_root_schema_for::<T>()
        .to_value()
}

fn json(report: &Report) -> JsonReport<'_> {
    let places = Places::new(&report.sources);
    let sources = report
        .sources
        .iter()
        .map(|source| JsonSource { name: &source.name });
    JsonReport {
        version: JSON_VERSION,
        tool: JsonTool::OURS,
        command: report.command,
        language: report.language,
        complete: report.complete,
        summary: &report.summary,
        sources: sources.collect(),
        balance: report.balance.as_ref(),
        findings: report
            .findings
            .iter()
            .map(|f| json_finding(f, &places))
            .collect(),
        changes: &report.changes,
        not_judged: &report.not_judged,
        counts: JsonCounts {
            error: report.count(Severity::Error),
            warning: report.count(Severity::Warning),
            note: report.count(Severity::Note),
        },
    }
}

fn json_finding<'r>(finding: &'r ReportFinding, places: &Places<'r>) -> JsonFinding<'r> {
    let spans = finding.labels.iter().filter_map(|label| {
        let spot = places.spot(label.span)?;
        Some(JsonSpan {
            source: spot.file,
            side: label.side,
            start: spot.start,
            end: spot.end,
            label: &label.text,
        })
    });
    JsonFinding {
        rule: finding.rule,
        title: &finding.title,
        topic: finding.topic,
        severity: finding.severity,
        certainty: finding.certainty,
        cause: &finding.cause,
        caused_by: finding
            .caused_by
            .iter()
            .map(|act| json_act(act, places))
            .collect(),
        caused_by_others: finding.caused_by_others,
        subjects: &finding.members,
        spans: spans.collect(),
        data: &finding.data,
        message: &finding.message,
        help: finding.help.as_deref(),
        posts: finding.posts.as_ref(),
        citizens: finding.citizens.as_ref(),
        fingerprint: &finding.fingerprint,
        allowed: finding.allowed.as_ref(),
        known: finding.known.as_ref(),
    }
}

fn json_act<'r>(act: &'r ReportAct, places: &Places<'r>) -> JsonAct<'r> {
    let spot = act.span.and_then(|span| places.spot(span));
    JsonAct {
        action: act.action,
        event: act.event.as_deref(),
        number: act.number,
        source: spot.map(|spot| spot.file),
        start: spot.map(|spot| spot.start),
        end: spot.map(|spot| spot.end),
    }
}

/// Lays out as [`PrettyFormatter`], and writes what a terminal would act on, or nobody would
/// see, as `\u….`: the text is the same to a program and safe to look at. What looks like
/// personal data is masked; a character that JSON escapes is part of none.
struct Printable(PrettyFormatter<'static>);

impl Formatter for Printable {
    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let fragment = mask(fragment);
        let mut rest = &*fragment;
        while let Some((at, c)) = first_hidden(rest) {
            let (shown, hidden) = rest.split_at(at);
            writer.write_all(shown.as_bytes())?;
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(writer, "\\u{unit:04x}")?;
            }
            (_, rest) = hidden.split_at(c.len_utf8());
        }
        writer.write_all(rest.as_bytes())
    }

    fn write_char_escape<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        escape: CharEscape,
    ) -> io::Result<()> {
        self.0.write_char_escape(writer, escape)
    }

    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_array(writer)
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array(writer)
    }

    fn begin_array_value<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        self.0.begin_array_value(writer, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array_value(writer)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object(writer)
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object(writer)
    }

    fn begin_object_key<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        self.0.begin_object_key(writer, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object_value(writer)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object_value(writer)
    }
}

#[cfg(test)]
mod tests;
