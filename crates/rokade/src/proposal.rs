//! Proposals: a chart, and the files of events that are applied to it one after the other.

use std::collections::BTreeSet;

use indexmap::IndexMap;
use rokade_change::{Act, ActKind, Applied, Log, SmallGroups, apply};
use rokade_core::chart::Chart;
use rokade_core::entry::{Entries, Proposal};
use rokade_core::fault::{BaseFault, Fault, FaultKind, FaultPlace};
use rokade_core::ids::{Kind, Subject};
use rokade_core::span::{Origin, PathStep, Place, SourceId, Span};
use rokade_core::threads::both;
use rokade_load::{FileKind, load_proposal, locate, locate_all};

use crate::open::{MOST, Opened, Read, Sources, bounded, read, with_undecoded};

/// The files that a proposal stands on: a chart, and proposals from the lowest to the one asked
/// for, each the base of the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain {
    /// The files of the chart, or why there is none.
    pub root: Result<Vec<SourceId>, BaseFault>,
    /// The proposals upon it, the lowest first.
    pub proposals: Vec<SourceId>,
}

impl Chain {
    /// What the uppermost proposal is applied to; the chart itself where there is none.
    #[must_use]
    pub fn base(&self) -> Chain {
        let below = self.proposals.split_last().map(|(_, below)| below);
        Chain {
            root: self.root.clone(),
            proposals: below.unwrap_or_default().to_vec(),
        }
    }
}

/// How a chart came of another.
#[derive(Debug)]
pub(crate) struct Derivation {
    /// The chart that the first proposal is applied to.
    pub(crate) root: Entries,
    /// The proposals, the lowest first.
    pub(crate) levels: Vec<Level>,
    /// What is said of small groups in all that comes of it, where they are hidden.
    pub(crate) small_groups: Option<SmallGroups>,
}

/// A proposal that was applied.
#[derive(Debug)]
pub(crate) struct Level {
    pub(crate) file: SourceId,
    pub(crate) proposal: Proposal,
    pub(crate) acts: Vec<Act>,
    pub(crate) log: Log,
}

impl Derivation {
    /// The entries that come of it when some acts of each level are left out.
    pub(crate) fn without(&self, left_out: &[BTreeSet<usize>]) -> Entries {
        self.applied(self.levels.len(), left_out)
    }

    /// The entries that come of its first levels.
    pub(crate) fn up_to(&self, levels: usize) -> Entries {
        self.applied(levels, &[])
    }

    fn applied(&self, levels: usize, left_out: &[BTreeSet<usize>]) -> Entries {
        let entries = self.told(levels, left_out);
        match &self.small_groups {
            Some(groups) => groups.hide(&entries),
            None => entries,
        }
    }

    fn told(&self, levels: usize, left_out: &[BTreeSet<usize>]) -> Entries {
        let none = BTreeSet::new();
        let mut levels = self.levels.iter().take(levels).enumerate();
        let Some((_, first)) = levels.next() else {
            return self.root.clone();
        };
        let of = |at: usize| left_out.get(at).unwrap_or(&none);
        let start = apply(&self.root, &first.proposal, of(0)).entries;
        levels.fold(start, |entries, (at, level)| {
            apply(&entries, &level.proposal, of(at)).entries
        })
    }

    /// The act that last wrote a field; none where the field is as its thing has it.
    fn writer_of(&self, place: &Place) -> Option<&Act> {
        let ended_in_part = ended_in_part(place);
        let (subject, field) = match place.path.first()? {
            PathStep::Key(_) if ended_in_part.is_some() => (ended_in_part.as_ref()?, "at"),
            PathStep::Key(key) | PathStep::KeyName(key) => (&place.subject, key.as_str()),
            PathStep::Item(_) => return None,
        };
        let mut levels = self.levels.iter().rev();
        levels.find_map(|level| {
            let mut writes = level.log.writes_of(subject).iter().rev();
            // What an act made, the act's own bytes tell.
            let is_all = |field: &str| field.is_empty() && ended_in_part.is_none();
            let last = writes.find(|write| is_all(write.field) || write.field == field)?;
            let act = level.acts.get(last.act);
            Some(act.filter(|_| !last.field.is_empty()))
        })?
    }
}

/// The function of which a place is where it is said at which sites it has ended.
fn ended_in_part(place: &Place) -> Option<Subject> {
    let [
        PathStep::Key(key),
        PathStep::Key(section),
        PathStep::KeyName(id),
    ] = &place.path[..]
    else {
        return None;
    };
    let is_such = place.subject.kind == Kind::Chart && key == "ended";
    let kind = Kind::Function;
    (is_such && section == kind.section()).then(|| Subject::new(kind, id))
}

/// Makes a chart of its files, or of a proposal by applying it, and all it stands on, to the
/// chart at the bottom.
pub fn open_chain(sources: &Sources, chain: &Chain) -> Opened {
    let root = match &chain.root {
        Ok(files) => read(sources, files),
        Err(why) => Read {
            entries: Entries::default(),
            faults: base_fault(sources, &chain.proposals, *why),
            complete: false,
        },
    };
    upon(sources, root, &chain.proposals)
}

/// Opens two charts or proposals at once, each on a thread of its own: reading files is most of
/// what comparing them costs. Of a chart and a proposal upon it the chart is read once.
pub fn open_two(sources: &Sources, first: &Chain, second: &Chain) -> (Opened, Opened) {
    let once = match &first.root {
        Ok(files) if first.proposals.is_empty() && second.root == first.root => {
            Some(read(sources, files))
        }
        _ => None,
    };
    let again = once.clone();
    let open = |chain: &Chain, root: Option<Read>| match root {
        Some(root) => upon(sources, root, &chain.proposals),
        None => open_chain(sources, chain),
    };
    both(|| open(first, once), || open(second, again))
}

/// The chart of what was read, with proposals applied to it one after the other.
fn upon(sources: &Sources, root: Read, proposals: &[SourceId]) -> Opened {
    let Read {
        mut entries,
        mut faults,
        mut complete,
    } = root;
    let root = (!proposals.is_empty()).then(|| entries.clone());
    let mut levels = Vec::with_capacity(proposals.len());
    for &file in proposals {
        let source = sources.get(file);
        let loaded = load_proposal(file, source);
        let (found, decoded) = with_undecoded(sources, &[file], loaded.faults);
        faults.extend(found);
        complete &= loaded.complete && decoded;
        let Applied {
            entries: result,
            faults: not_applicable,
            acts,
            log,
        } = apply(&entries, &loaded.proposal, &BTreeSet::new());
        // Without its base, or with events that were not read, nothing is known to be amiss.
        if complete {
            let places = not_applicable.into_iter().take(MOST.1);
            faults.extend(places.map(|fault| placed(sources, &result, fault)));
        }
        entries = result;
        levels.push(Level {
            file,
            proposal: loaded.proposal,
            acts,
            log,
        });
    }
    let (chart, unresolved) = Chart::build(entries);
    // What a file lost to a fault may be just what is missing here.
    if complete {
        faults.extend(bounded(unresolved));
    }
    Opened {
        chart,
        faults,
        complete,
        derivation: root.map(|root| Derivation {
            root,
            levels,
            small_groups: None,
        }),
    }
}

/// A fault of an event where it stands: events of the next proposal have the same numbers.
fn placed(sources: &Sources, entries: &Entries, fault: Fault) -> Fault {
    let at = match fault.at {
        FaultPlace::Place(place) if place.subject.kind == Kind::Event => {
            match find(sources, entries, &place) {
                Some(span) => FaultPlace::Span(span),
                None => FaultPlace::Place(place),
            }
        }
        at => at,
    };
    Fault { at, ..fault }
}

/// The fault of a proposal that has no base, at the path it names.
fn base_fault(sources: &Sources, proposals: &[SourceId], why: BaseFault) -> Vec<Fault> {
    let fault = || {
        let links = sources.links(*proposals.first()?);
        let FileKind::Proposal { base } = links.kind else {
            return None;
        };
        Some(Fault {
            kind: FaultKind::Base { path: base, why },
            at: FaultPlace::Span(links.base_span?),
            subject: Some(Subject::chart()),
        })
    };
    fault().into_iter().collect()
}

/// The bytes of a field, found by reading its entity again.
pub(crate) fn find(sources: &Sources, entries: &Entries, place: &Place) -> Option<Span> {
    let (origin, path) = entries.root_of(place)?;
    Some(find_at(sources, origin, &path))
}

/// The bytes of fields of what stands somewhere, each path with what it is the path of.
pub(crate) fn find_all<T>(
    sources: &Sources,
    origin: Origin,
    paths: IndexMap<T, Vec<PathStep>>,
) -> impl Iterator<Item = (T, Span)> {
    let asked: Vec<&[PathStep]> = paths.values().map(Vec::as_slice).collect();
    let found = locate_all(sources.get(origin.source), origin, &asked);
    let spans = found
        .into_iter()
        .map(move |range| Span::new(origin.source, range));
    paths.into_keys().zip(spans)
}

/// The bytes of a field of what stands somewhere.
pub(crate) fn find_at(sources: &Sources, origin: Origin, path: &[PathStep]) -> Span {
    let range = locate(sources.get(origin.source), origin, path);
    Span::new(origin.source, range)
}

/// Where a field is to be looked for.
pub(crate) enum Written {
    /// In an entity or an act, along a path.
    Field(Origin, Vec<PathStep>),
    /// It is the whole of an act.
    Act(Origin),
}

/// Where a field of a chart was written: by a proposal, or in the chart itself.
pub(crate) fn written(opened: &Opened, place: &Place) -> Option<Written> {
    let derivation = opened.derivation.as_ref();
    let writer = derivation.and_then(|derivation| derivation.writer_of(place));
    match writer.and_then(|act| Some((act.kind, act.origin?))) {
        Some((ActKind::Set, origin)) => Some(Written::Field(origin, place.path.clone())),
        Some((_, origin)) => Some(Written::Act(origin)),
        None => {
            let (origin, path) = opened.chart.entries().root_of(place)?;
            Some(Written::Field(origin, path))
        }
    }
}

/// The bytes of a field of a chart: where a proposal wrote it, there.
pub(crate) fn find_in(sources: &Sources, opened: &Opened, place: &Place) -> Option<Span> {
    Some(match written(opened, place)? {
        Written::Field(origin, path) => find_at(sources, origin, &path),
        Written::Act(origin) => first_line(sources, origin),
    })
}

/// The first line of what was written somewhere.
#[expect(
    clippy::string_slice,
    reason = "what was read begins and ends where characters do"
)]
pub(crate) fn first_line(sources: &Sources, origin: Origin) -> Span {
    let text = &sources.get(origin.source).text;
    let range = origin.start as usize..origin.end as usize;
    let length = text[range.clone()]
        .find(['\n', '\r'])
        .unwrap_or(range.len());
    Span::new(origin.source, range.start..range.start + length)
}
