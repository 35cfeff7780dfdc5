//! From files to a report: the one way through all the layers.

use rokade_change::diff as compare;
use rokade_core::chart::Chart;
use rokade_core::entry::Language;
use rokade_core::fault::{Fault, FaultKind, Found};
use rokade_core::finding::Side;
use rokade_core::report::Report;
use rokade_core::span::{Place, Source, SourceId, Span, Syntax};
use rokade_core::words::WordsError;
use rokade_load::{Links, decode, links, load, locate};
use rokade_rules::{ChartInput, Input, Policy};

/// The files of a run.
#[derive(Debug, Default)]
pub struct Sources {
    sources: Vec<Source>,
    faults: Vec<Fault>,
}

impl Sources {
    /// Adds a file; what cannot be read as text is a fault of whatever chart the file is in.
    pub fn add(&mut self, name: &str, bytes: &[u8], syntax: Syntax) -> SourceId {
        let id = SourceId(self.sources.len() as u32);
        let (source, fault) = decode(id, name, bytes, syntax);
        self.sources.push(source);
        self.faults.extend(fault);
        id
    }

    /// A file that was added.
    pub fn get(&self, id: SourceId) -> &Source {
        &self.sources[id.0 as usize]
    }

    /// The name of a file, as it was given.
    pub fn name(&self, id: SourceId) -> &str {
        &self.get(id).name
    }

    /// What kind of file it is, from its top-level keys.
    pub fn links(&self, id: SourceId) -> Links {
        links(id, self.get(id))
    }
}

/// A chart with what is wrong in its files.
#[derive(Debug)]
pub struct Opened {
    /// The chart.
    pub chart: Chart,
    /// What is wrong, in the order of the files.
    pub faults: Vec<Fault>,
    /// Whether the files could be read to their end.
    pub complete: bool,
}

impl Opened {
    /// The language the chart asks for.
    pub fn language(&self) -> Option<Language> {
        let organization = self.chart.entries().header.organization.as_ref()?;
        organization.language
    }
}

/// Makes a chart of files that are read as one.
pub fn open(sources: &Sources, files: &[SourceId]) -> Opened {
    let parts: Vec<(SourceId, &Source)> = files.iter().map(|&id| (id, sources.get(id))).collect();
    let loaded = load(&parts);
    let (chart, unresolved) = Chart::build(loaded.entries);
    let of_these = |fault: &&Fault| match &fault.at {
        rokade_core::fault::FaultPlace::Span(span) => files.contains(&span.source),
        rokade_core::fault::FaultPlace::Place(_) => false,
    };
    let undecoded: Vec<Fault> = sources.faults.iter().filter(of_these).cloned().collect();
    let complete = loaded.complete && undecoded.is_empty();
    let mut faults = undecoded;
    let undecodable = !faults.is_empty();
    faults.extend(
        loaded
            .faults
            .into_iter()
            .filter(|fault| !(undecodable && is_about_replaced(fault))),
    );
    // What a file lost to a fault may be just what is missing here.
    if complete {
        faults.extend(unresolved);
    }
    Opened {
        chart,
        faults,
        complete,
    }
}

/// Checks one chart.
///
/// # Errors
/// When a sentence cannot be made, which the tests of the rules rule out.
pub fn check(sources: &Sources, chart: &Opened, policy: &Policy) -> Result<Report, WordsError> {
    let input = Input {
        base: None,
        revision: input(chart),
    };
    let locate = |_: Side, place: &Place| find(sources, &chart.chart, place);
    rokade_rules::report(&input, policy, sources.sources.clone(), &locate)
}

/// Checks charts, each by itself, in one report.
///
/// # Errors
/// See [`check`].
pub fn check_all(
    sources: &Sources,
    charts: &[Opened],
    policy: &Policy,
) -> Result<Report, WordsError> {
    let reports = charts.iter().map(|chart| check(sources, chart, policy));
    rokade_rules::merge(reports.collect::<Result<_, _>>()?, policy)
}

/// Compares two charts.
///
/// # Errors
/// See [`check`].
pub fn diff(
    sources: &Sources,
    base: &Opened,
    revision: &Opened,
    policy: &Policy,
) -> Result<Report, WordsError> {
    let changes = compare(&base.chart, &revision.chart);
    let inputs = Input {
        base: Some((input(base), &changes)),
        revision: input(revision),
    };
    let locate = |side: Side, place: &Place| match side {
        Side::Base => find(sources, &base.chart, place),
        Side::Revision => find(sources, &revision.chart, place),
    };
    rokade_rules::report(&inputs, policy, sources.sources.clone(), &locate)
}

/// Whether a fault is about letters that could not be decoded, which is said of the file once.
fn is_about_replaced(fault: &Fault) -> bool {
    let replaced = |text: &str| text.contains(char::REPLACEMENT_CHARACTER);
    match &fault.kind {
        FaultKind::UnknownKey { key, .. } | FaultKind::Duplicate { key, .. } => replaced(key),
        FaultKind::WrongType {
            found: Found::Text(text),
            ..
        } => replaced(text),
        _ => false,
    }
}

fn input(opened: &Opened) -> ChartInput<'_> {
    ChartInput {
        chart: &opened.chart,
        faults: &opened.faults,
        complete: opened.complete,
    }
}

/// The bytes of a field, found by reading its entity again.
fn find(sources: &Sources, chart: &Chart, place: &Place) -> Option<Span> {
    let (origin, path) = chart.entries().root_of(place)?;
    let range = locate(sources.get(origin.source), origin, &path);
    Some(Span::new(origin.source, range))
}

/// What syntax a file name stands for; `None` for files that are no part of a chart.
pub(crate) fn syntax_of(name: &str) -> Option<Syntax> {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    if file == "staff.csv" {
        return Some(Syntax::Csv);
    }
    match file.rsplit_once('.')?.1 {
        "yaml" | "yml" | "json" => Some(Syntax::Yaml),
        _ => None,
    }
}
