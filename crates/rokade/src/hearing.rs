//! Hearings: each read with the proposal that it answers, and checked by itself; or several read
//! with the two charts that are compared.
//!
//! Which file a path leads to is for whoever reads files to say.

use std::collections::BTreeMap;

use rokade_core::chart::{Chart, unresolved};
use rokade_core::entry::{Entries, Language};
use rokade_core::fault::{AnsweredFault, Fault, FaultKind, FaultPlace};
use rokade_core::finding::{At, Finding, Value};
use rokade_core::ids::{Id, Subject};
use rokade_core::report::Report;
use rokade_core::span::{Origin, PathStep, SourceId, Span};
use rokade_core::words::WordsError;
use rokade_rules::{Causes, Found, Input, Policy, is_of_hearing, run, tell, unused_allows};

use crate::known::KnownFindings;
use crate::open::{Opened, OpenedHearing, Sources, open_hearing};
use crate::proposal::{Chain, find_at, open_chain};
use crate::report::{check, hearing_input, input, locate_in};

/// The proposal that a hearing answers: what the path leads to, or why it leads to nothing.
pub type Answered = Result<Chain, AnsweredFault>;

/// What a hearing names by paths, and what those lead to.
#[derive(Debug, Clone, Default)]
pub struct Referred {
    /// The proposal that it answers; none where it does not say which one it is.
    pub proposal: Option<Answered>,
    /// The counter-proposals, by the paths as written, each once.
    pub counter_proposals: Vec<(String, Answered)>,
}

/// A hearing with the proposal that it answers.
#[derive(Debug)]
pub struct AnsweredHearing {
    pub(crate) hearing: OpenedHearing,
    /// The proposal, where it could be read to its end.
    pub(crate) proposal: Option<Opened>,
    /// Whether it names things and they could not be looked up.
    unchecked: Unchecked,
}

/// Why what a hearing names was not looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unchecked {
    /// It was.
    No,
    /// It does not say which proposal it answers.
    Unsaid,
    /// The proposal could not be read: a fault of the hearing.
    Unread,
}

impl AnsweredHearing {
    /// The language that the chart of the proposal asks for.
    pub fn language(&self) -> Option<Language> {
        self.proposal.as_ref().and_then(Opened::language)
    }
}

/// The path of the proposal that a hearing answers, as written, from the hearing's own folder;
/// `None` where it says nothing, or only blanks.
pub fn proposal_of(sources: &Sources, file: SourceId) -> Option<String> {
    let path = open_hearing(sources, file, &[]).hearing.proposal;
    path.filter(|path| !path.trim().is_empty())
}

/// The paths of the counter-proposals that a hearing names, as written, from the hearing's own
/// folder; in the order of the points, each once.
pub fn counter_proposals_of(sources: &Sources, file: SourceId) -> Vec<String> {
    let hearing = open_hearing(sources, file, &[]).hearing;
    let mut paths: Vec<String> = Vec::new();
    for (_, point) in hearing.points() {
        let path = point.counter_proposal.iter();
        let path = path.filter(|path| !path.trim().is_empty() && !paths.contains(path));
        paths.extend(path.cloned().collect::<Vec<_>>());
    }
    paths
}

/// Opens a hearing with the proposal that it answers: what it names is looked up there, and in
/// what the proposal is applied to. `None` where the hearing does not say which one it is.
pub fn open_answered(sources: &Sources, file: SourceId, referred: &Referred) -> AnsweredHearing {
    let mut opened = open_with(sources, file, referred.proposal.as_ref());
    not_countered(sources, &mut opened.hearing, &referred.counter_proposals);
    opened
}

fn open_with(sources: &Sources, file: SourceId, answered: Option<&Answered>) -> AnsweredHearing {
    let alone = |unchecked, fault: Option<AnsweredFault>| {
        let mut hearing = open_hearing(sources, file, &[]);
        // What names nothing has nothing that could not be looked up.
        let names_nothing = hearing.complete && unresolved(&hearing.hearing, &[]).is_empty();
        if let Some(why) = fault {
            not_answered(&mut hearing, why);
        }
        let unchecked = match unchecked {
            Unchecked::Unsaid if names_nothing => Unchecked::No,
            other => other,
        };
        AnsweredHearing {
            hearing,
            proposal: None,
            unchecked,
        }
    };
    let chain = match answered {
        None => return alone(Unchecked::Unsaid, None),
        Some(Err(why)) => return alone(Unchecked::Unread, Some(*why)),
        Some(Ok(chain)) => chain,
    };
    let charts = charts_of(sources, chain);
    if charts.iter().any(|chart| !chart.complete) {
        return alone(Unchecked::Unread, Some(AnsweredFault::Unread));
    }
    AnsweredHearing {
        hearing: open_hearing(sources, file, &charts.iter().collect::<Vec<_>>()),
        proposal: charts.into_iter().next(),
        unchecked: Unchecked::No,
    }
}

/// Opens hearings to be read with a comparison: what they name is looked up in its two charts,
/// and in the proposal that a hearing says it answers, where that is another.
pub fn open_hearings(
    sources: &Sources,
    hearings: &[(SourceId, Referred)],
    compared: [&Opened; 2],
    revision: &Chain,
) -> Vec<OpenedHearing> {
    let mut opened: Vec<OpenedHearing> = hearings
        .iter()
        .map(|(file, referred)| {
            let (own, fault) = match &referred.proposal {
                Some(Ok(chain)) if chain != revision => (charts_of(sources, chain), None),
                Some(Err(why)) => (Vec::new(), Some(*why)),
                _ => (Vec::new(), None),
            };
            let unread = own.iter().any(|chart| !chart.complete);
            let own = own.iter().filter(|_| !unread);
            let charts: Vec<&Opened> = compared.into_iter().chain(own).collect();
            let mut hearing = open_hearing(sources, *file, &charts);
            if let Some(why) = fault.or(unread.then_some(AnsweredFault::Unread)) {
                not_answered(&mut hearing, why);
            }
            not_countered(sources, &mut hearing, &referred.counter_proposals);
            hearing
        })
        .collect();
    same_ids(sources, &mut opened);
    opened
}

/// What is checked by itself.
#[derive(Debug)]
pub enum Checked {
    /// A chart, or a proposal as the chart that it makes.
    Chart(Box<Opened>),
    /// A hearing.
    Hearing(Box<AnsweredHearing>),
}

impl Checked {
    /// The language that its chart asks for.
    pub fn language(&self) -> Option<Language> {
        match self {
            Checked::Chart(chart) => chart.language(),
            Checked::Hearing(hearing) => hearing.language(),
        }
    }
}

/// Checks charts and hearings, each by itself and with what is known of it, in one report.
///
/// # Errors
/// See [`check`].
pub fn check_each(
    sources: &Sources,
    all: &[(Checked, KnownFindings)],
    policy: &Policy,
) -> Result<Report, WordsError> {
    let reports = all.iter().map(|(one, known)| {
        let policy = Policy {
            known: known.clone(),
            ..policy.clone()
        };
        match one {
            Checked::Chart(chart) => check(sources, chart, &policy),
            Checked::Hearing(hearing) => check_hearing(sources, hearing, &policy),
        }
    });
    rokade_rules::merge(reports.collect::<Result<_, _>>()?, policy)
}

/// Checks a hearing by itself. What is wrong in the proposal that it answers is not said here.
///
/// # Errors
/// See [`check`].
pub fn check_hearing(
    sources: &Sources,
    answered: &AnsweredHearing,
    policy: &Policy,
) -> Result<Report, WordsError> {
    let nothing = nothing();
    let proposal = answered.proposal.as_ref().unwrap_or(&nothing);
    let hearings = [hearing_input(&answered.hearing)];
    let inputs = Input {
        base: None,
        revision: rokade_rules::ChartInput {
            // They are the proposal's own.
            faults: &[],
            ..input(proposal)
        },
        hearings: &hearings,
    };
    let only = policy.only.as_deref();
    let mut found = run(&inputs, &policy.limits_in_force(), only);
    let unused = unused_allows(&inputs, &found, &Causes::default(), only);
    found.findings.extend(unused);
    let file = answered.hearing.file;
    found.findings.retain(|finding| is_in(finding, file));
    found.not_judged.clear();
    found.silenced = answered.unchecked != Unchecked::No;
    if answered.unchecked == Unchecked::Unsaid {
        let name = Value::from(sources.name(file));
        let values = [("file", name)].into_iter().collect();
        let not_judged = ("unknown-reference", "not-judged-proposal", values);
        found.not_judged.push(not_judged);
    }
    told(sources, &inputs, &found, answered, policy)
}

fn told(
    sources: &Sources,
    inputs: &Input<'_>,
    found: &Found,
    answered: &AnsweredHearing,
    policy: &Policy,
) -> Result<Report, WordsError> {
    let hearing = std::slice::from_ref(&answered.hearing);
    let proposal = answered.proposal.as_ref();
    let mut report = tell(
        inputs,
        found,
        &Causes::default(),
        policy,
        sources.sources.clone(),
        &|side, place| locate_in(sources, (None, proposal), hearing, side, place),
    )?;
    let allows: Vec<_> = answered.hearing.hearing.allows().collect();
    if allows.iter().all(|allow| allow.until.is_none()) {
        // That an `allow` of the proposal cannot be measured is the proposal's to say.
        report.not_judged.truncate(found.not_judged.len());
    }
    Ok(report)
}

/// A chart that says nothing, for a hearing that is read without one.
fn nothing() -> Opened {
    let (chart, faults) = Chart::build(Entries::default());
    Opened {
        chart,
        faults,
        complete: true,
        derivation: None,
    }
}

/// Whether a finding is about a hearing: what it says first of all stands there.
fn is_in(finding: &Finding, file: SourceId) -> bool {
    match finding.labels.first().map(|label| &label.at) {
        Some(At::Span(_, span)) => span.source == file,
        Some(At::Place(_, place)) => is_of_hearing(&place.subject),
        None => finding.members.iter().any(|m| is_of_hearing(&m.subject)),
    }
}

/// The chart of a proposal, and that of what it is applied to.
fn charts_of(sources: &Sources, chain: &Chain) -> Vec<Opened> {
    let mut charts = vec![open_chain(sources, chain)];
    if !chain.proposals.is_empty() {
        charts.push(open_chain(sources, &chain.base()));
    }
    charts
}

/// Says at its path that the proposal of a hearing could not be read.
fn not_answered(hearing: &mut OpenedHearing, why: AnsweredFault) {
    let path = hearing.hearing.proposal.clone();
    if let (Some(path), Some(at)) = (path, hearing.proposal_at) {
        hearing.faults.push(Fault {
            kind: FaultKind::Answered { path, why },
            at: FaultPlace::Span(at),
            subject: Some(Subject::chart()),
        });
    }
}

/// Says at their paths which counter-proposals cannot be read.
fn not_countered(
    sources: &Sources,
    hearing: &mut OpenedHearing,
    counter_proposals: &[(String, Answered)],
) {
    let unread = counter_proposals.iter().filter_map(|(path, answered)| {
        let why = match answered {
            Err(why) => *why,
            Ok(chain) if open_chain(sources, chain).complete => return None,
            Ok(_) => AnsweredFault::Unread,
        };
        Some((path.as_str(), why))
    });
    let unread: BTreeMap<&str, AnsweredFault> = unread.collect();
    let mut faults = Vec::new();
    for (of, response) in &hearing.hearing.responses {
        let Some(origin) = response.origin else {
            continue;
        };
        for (i, point) in response.value.points.iter().enumerate() {
            let path = point.counter_proposal.as_deref().unwrap_or_default();
            let Some(&why) = unread.get(path) else {
                continue;
            };
            let place = hearing.hearing.written_at(of.as_str(), i);
            let at = [
                "points".into(),
                place.into(),
                PathStep::from("counter_proposal"),
            ];
            faults.push(Fault {
                kind: FaultKind::CounterProposal {
                    path: path.to_owned(),
                    why,
                },
                at: FaultPlace::Span(find_at(sources, origin, &at)),
                subject: point.id.as_ref().map(Id::subject),
            });
        }
    }
    hearing.faults.extend(faults);
}

/// Responses and points whose ids an earlier hearing has: what is said of them would point at
/// the other file. The later is left out, as in one file.
fn same_ids(sources: &Sources, hearings: &mut [OpenedHearing]) {
    let mut taken: BTreeMap<Subject, Span> = BTreeMap::new();
    for opened in hearings {
        let mut faults = Vec::new();
        let mut own = Vec::new();
        let mut origins = BTreeMap::new();
        opened.hearing.responses.retain(|id, response| {
            let Some(origin) = response.origin else {
                return true;
            };
            let at = find_at(sources, origin, &[]);
            let is_new = is_free(&taken, id, at, &mut faults);
            if is_new {
                own.push((id.subject(), at));
                origins.insert(id.clone(), origin);
            }
            is_new
        });
        opened.hearing.keep_points(&mut |of, place, point| {
            let (Some(id), Some(origin)) = (&point.id, origins.get(of)) else {
                return true;
            };
            let at = point_at(sources, *origin, place);
            let is_new = is_free(&taken, id, at, &mut faults);
            if is_new {
                own.push((id.subject(), at));
            }
            is_new
        });
        opened.faults.extend(faults);
        for (subject, at) in own {
            taken.entry(subject).or_insert(at);
        }
    }
}

fn point_at(sources: &Sources, response: Origin, point: usize) -> Span {
    let path = ["points".into(), point.into(), PathStep::from("id")];
    find_at(sources, response, &path)
}

fn is_free<I: Id>(
    taken: &BTreeMap<Subject, Span>,
    id: &I,
    at: Span,
    faults: &mut Vec<Fault>,
) -> bool {
    let Some(&first) = taken.get(&id.subject()) else {
        return true;
    };
    faults.push(Fault {
        kind: FaultKind::Duplicate {
            key: id.as_str().to_owned(),
            first: Some(first),
            kind: Some(I::KIND),
        },
        at: FaultPlace::Span(at),
        subject: Some(id.subject()),
    });
    false
}
