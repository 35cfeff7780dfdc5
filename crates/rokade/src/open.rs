//! From files to charts, with what is wrong in them.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use rokade_core::chart::{Chart, unresolved};
use rokade_core::entry::{Entries, Hearing, Language};
use rokade_core::fault::{Fault, FaultKind, FaultPlace, Found};
use rokade_core::ids::Subject;
use rokade_core::personal::{self, PersonalData};
use rokade_core::span::{Source, SourceId, Span, Syntax};
use rokade_load::{Links, decode, links, load, load_hearing};

use crate::proposal::{Chain, Derivation, open_chain};

/// The files of a run.
#[derive(Debug, Default)]
pub struct Sources {
    pub(crate) sources: Vec<Source>,
    faults: Vec<Fault>,
}

impl Sources {
    /// Adds a file; what cannot be read as text is a fault of whatever chart the file is in.
    pub fn add<'b>(
        &mut self,
        name: &str,
        bytes: impl Into<Cow<'b, [u8]>>,
        syntax: Syntax,
    ) -> SourceId {
        let id = SourceId(self.sources.len() as u32);
        let (source, fault) = decode(id, name, bytes, syntax);
        self.sources.push(source);
        self.faults.extend(fault);
        id
    }

    /// A file that was added.
    ///
    /// # Panics
    /// When it was added to other sources than these.
    #[expect(
        clippy::indexing_slicing,
        reason = "an id is given out where a file is added"
    )]
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
    /// The chart: of a proposal, its base with its events applied.
    pub chart: Chart,
    /// What is wrong, in the order of the files.
    pub faults: Vec<Fault>,
    /// Whether the files could be read to their end.
    pub complete: bool,
    /// How it came of another chart, where it is that of a proposal.
    pub(crate) derivation: Option<Derivation>,
}

impl Opened {
    /// Whether small groups of posts have been made ranges in it.
    pub fn hides_small_groups(&self) -> bool {
        self.chart.entries().hides_small_groups
    }

    /// The language the chart asks for.
    pub fn language(&self) -> Option<Language> {
        let organization = self.chart.entries().header.organization.as_ref()?;
        organization.language
    }
}

/// What the files of one chart hold.
#[derive(Clone)]
pub(crate) struct Read {
    pub(crate) entries: Entries,
    pub(crate) faults: Vec<Fault>,
    pub(crate) complete: bool,
}

/// Makes a chart of files that are read as one.
pub fn open(sources: &Sources, files: &[SourceId]) -> Opened {
    let chain = Chain {
        root: Ok(files.to_vec()),
        proposals: Vec::new(),
    };
    open_chain(sources, &chain)
}

/// The faults of one entity, and of a chart, that are kept: of each the file is read again.
pub(crate) const MOST: (usize, usize) = (64, 10_000);

/// What refers to nothing, as far as anybody reads it.
pub(crate) fn bounded(mut faults: Vec<Fault>) -> Vec<Fault> {
    let mut of_entity: HashMap<Option<Subject>, usize> = HashMap::new();
    faults.retain(|fault| {
        if !matches!(fault.kind, FaultKind::UnknownReference { .. }) {
            return true;
        }
        let seen = of_entity.entry(fault.subject.clone()).or_default();
        *seen += 1;
        *seen <= MOST.0
    });
    faults.truncate(MOST.1);
    faults
}

/// A hearing with what is wrong in its file.
#[derive(Debug)]
pub struct OpenedHearing {
    /// Its file.
    pub file: SourceId,
    /// The hearing.
    pub hearing: Hearing,
    /// Where the path of the proposal stands that it answers.
    pub(crate) proposal_at: Option<Span>,
    /// What is wrong, in the order of the file.
    pub faults: Vec<Fault>,
    /// Whether the file could be read to its end.
    pub complete: bool,
}

/// Opens a hearing. What it names is looked up in these charts: the proposal it answers, and the
/// base of that, for what a proposal leaves out is often just what a hearing asks about.
pub fn open_hearing(sources: &Sources, file: SourceId, charts: &[&Opened]) -> OpenedHearing {
    let loaded = load_hearing(file, sources.get(file));
    let (mut faults, decoded) = with_undecoded(sources, &[file], loaded.faults);
    let complete = loaded.complete && decoded;
    // What a chart lost to a fault may be just what is missing here.
    if complete && charts.iter().all(|chart| chart.complete) && !charts.is_empty() {
        let charts: Vec<&Chart> = charts.iter().map(|opened| &opened.chart).collect();
        faults.extend(bounded(unresolved(&loaded.hearing, &charts)));
    }
    OpenedHearing {
        file,
        hearing: loaded.hearing,
        proposal_at: loaded.proposal_at,
        faults,
        complete,
    }
}

/// Reads files as one chart, without looking up what they name.
pub(crate) fn read(sources: &Sources, files: &[SourceId]) -> Read {
    let parts: Vec<(SourceId, &Source)> = files.iter().map(|&id| (id, sources.get(id))).collect();
    let loaded = load(&parts);
    let (faults, decoded) = with_undecoded(sources, files, loaded.faults);
    Read {
        entries: loaded.entries,
        faults,
        complete: loaded.complete && decoded,
    }
}

/// The faults of files, those of their encoding first; and whether all could be decoded.
pub(crate) fn with_undecoded(
    sources: &Sources,
    files: &[SourceId],
    loaded: Vec<Fault>,
) -> (Vec<Fault>, bool) {
    let of_these = |fault: &&Fault| match &fault.at {
        FaultPlace::Span(span) => files.contains(&span.source),
        FaultPlace::Place(_) => false,
    };
    let mut faults: Vec<Fault> = sources.faults.iter().filter(of_these).cloned().collect();
    let decoded = faults.is_empty();
    let others = loaded.into_iter();
    faults.extend(others.filter(|fault| decoded || !is_about_replaced(fault)));
    faults.extend(files.iter().flat_map(|&file| personal_data(sources, file)));
    (faults, decoded)
}

/// The places that are kept of personal data of one kind in a file: each is told, and where there
/// are more it is a list of people, and no chart. The rest is counted.
const MOST_PERSONAL: usize = 1_000;

/// What looks like personal data, wherever in a file it stands: one fault of each kind.
fn personal_data(sources: &Sources, file: SourceId) -> Vec<Fault> {
    let mut of_kinds: BTreeMap<PersonalData, (Vec<Span>, usize)> = BTreeMap::new();
    for (range, kind) in personal::find(&sources.get(file).text) {
        let (spans, others) = of_kinds.entry(kind).or_default();
        if spans.len() < MOST_PERSONAL {
            spans.push(Span::new(file, range));
        } else {
            *others += 1;
        }
    }
    let faults = of_kinds.into_iter().filter_map(|(kind, (spans, others))| {
        Some(Fault {
            at: FaultPlace::Span(*spans.first()?),
            kind: FaultKind::PersonalData {
                kind,
                spans,
                others,
            },
            subject: None,
        })
    });
    faults.collect()
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
