//! The note on a hearing (høringsnotat): every point that was raised, tied to what was found in
//! the proposal that it answers; what was found and nobody raised; questions without an answer;
//! and what a counter-proposal settles of it all.
//!
//! Nothing that was raised is left out: where the model does not show it, that is said. Which
//! rules there are is not known here; what is worse or milder than what is told by whoever asks.

mod about;
mod said;
mod settle;
mod tie;

use std::collections::{BTreeMap, BTreeSet};

use rokade_change::ChangeSet;
use rokade_core::chart::Chart;
use rokade_core::entry::{Hearing, Language, PointEntry, PointKind, ResponseEntry};
use rokade_core::finding::{Finding, Fingerprint, Severity};
use rokade_core::note::{
    CounterProposal, HearingNote, NoteFinding, NoteResponse, PointAt, PointSettled, Settled,
};
use rokade_core::report::{Report, ReportFinding};
use rokade_core::words::WordsError;

use said::Said;
use settle::{Asked, Members, rest};
use tie::{Tied, scope, tie};

/// A proposal that was compared with the base, and what was found.
#[derive(Clone, Copy)]
pub struct Judged<'a> {
    /// What the proposal makes of the base.
    pub chart: &'a Chart,
    /// What it changes in the base; none where it is compared with nothing.
    pub changes: Option<&'a ChangeSet>,
    /// What was found, in finished sentences: without what is wrong in the files.
    pub report: &'a Report,
    /// The same as data.
    pub facts: &'a [Finding],
    /// The rules that could not judge something.
    pub unjudged: &'a [&'static str],
}

/// A counter-proposal.
pub struct Counter<'a> {
    /// Its title, or its file where it has none.
    pub title: &'a str,
    /// The name of its file.
    pub source: &'a str,
    /// What was found in it; none where it could not be read.
    pub judged: Option<Judged<'a>>,
}

/// A rule as a note speaks of it.
#[derive(Debug, Clone)]
pub struct RuleTitle {
    /// Its name.
    pub name: &'static str,
    /// What it finds, in a few words.
    pub title: String,
    /// Rules that it takes the place of where both hold: what they find is less of the same.
    pub milder: &'static [&'static str],
}

/// Why a note does not tell all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    /// The hearing does not say which proposal it answers.
    NoProposal,
    /// The proposal is a full chart, and nothing says what to compare it with.
    NoBase,
    /// So many faults are in the files of the proposals and of what they start from.
    Faults(usize),
    /// Something that is told already.
    Sentence(String),
}

/// What a note is made of.
pub struct NoteInput<'a> {
    /// The hearing.
    pub hearing: &'a Hearing,
    /// The name of its file.
    pub source: &'a str,
    /// The title of the proposal, or its file; empty where the hearing does not say which it is.
    pub title: &'a str,
    /// What the proposal starts from.
    pub base: Option<&'a Chart>,
    /// The proposal; none where it could not be read.
    pub proposal: Option<Judged<'a>>,
    /// The counter-proposals.
    pub counters: Vec<Counter<'a>>,
    /// Every rule that a point can raise.
    pub rules: &'a [RuleTitle],
    /// What could not be read, or has nothing to be read with.
    pub unread: Vec<Unread>,
    /// Whether small groups have been made ranges in all of these charts.
    pub hides_small_groups: bool,
    /// The language.
    pub language: Language,
}

/// A finding as it is told, and as data.
#[derive(Clone, Copy)]
struct Told<'a> {
    finding: &'a ReportFinding,
    fact: &'a Finding,
}

/// Makes a note.
///
/// # Errors
/// When a sentence cannot be made: a fault of the program.
pub fn note(input: &NoteInput<'_>) -> Result<HearingNote, WordsError> {
    let said = Said::new(input)?;
    let found = input.proposal.as_ref().map(told).unwrap_or_default();
    let points: Vec<(PointAt, &PointEntry)> = points(input.hearing).collect();
    let mut tied: BTreeMap<PointAt, Option<Tied<'_>>> = BTreeMap::new();
    for &(at, point) in &points {
        let judged = input.proposal.as_ref();
        let tie = judged.map(|judged| {
            let scope = scope(point, input.base, judged);
            tie(point, scope.as_ref(), judged, &found)
        });
        tied.insert(at, tie);
    }
    let raised: BTreeSet<usize> = tied
        .values()
        .flatten()
        .flat_map(|tied| tied.findings.iter().copied())
        .collect();
    let is_told = |(at, told): &(usize, &Told<'_>)| {
        raised.contains(at) || told.finding.severity >= Severity::Warning
    };
    // Numbered in the order of the report, which has the most important first.
    let mut told_findings: BTreeMap<usize, NoteFinding> = BTreeMap::new();
    for (number, (at, told)) in (1..).zip(found.iter().enumerate().filter(is_told)) {
        told_findings.insert(at, said.finding(told.finding, Some(number))?);
    }
    let findings_of = |tied: Option<&Tied<'_>>| -> Vec<NoteFinding> {
        let of = tied.into_iter().flat_map(|tied| &tied.findings);
        of.filter_map(|at| told_findings.get(at)).cloned().collect()
    };
    let mut responses = Vec::new();
    for (r, (id, response)) in input.hearing.responses.iter().enumerate() {
        let response = &response.value;
        let mut told = Vec::new();
        for (p, point) in response.points.iter().enumerate() {
            let tie = tied.get(&(r, p)).and_then(Option::as_ref);
            told.push(said.point(point, tie, findings_of(tie))?);
        }
        responses.push(NoteResponse {
            id: id.to_string(),
            from: said.sender(id, response),
            received: response.received.and_then(|date| said.date(date)),
            points: told,
        });
    }
    let is_unraised = |&(at, _): &(usize, &Told<'_>)| !raised.contains(&at);
    let unraised: Vec<(usize, &Told<'_>)> = found.iter().enumerate().filter(is_unraised).collect();
    let notes = unraised
        .iter()
        .filter(|(_, told)| told.finding.severity == Severity::Note);
    let unraised_notes = notes.count();
    let mut note = HearingNote {
        language: input.language,
        proposal: input.title.to_owned(),
        source: input.source.to_owned(),
        summary: Vec::new(),
        unanswered: points
            .iter()
            .filter(|(_, point)| is_unanswered(point))
            .map(|(at, _)| *at)
            .collect(),
        responses,
        unraised: unraised
            .iter()
            .filter_map(|(at, _)| told_findings.get(at).cloned())
            .collect(),
        unraised_notes,
        counter_proposals: Vec::new(),
        not_judged: said.unread(&input.unread)?,
        complete: input.unread.is_empty()
            && input
                .proposal
                .as_ref()
                .is_some_and(|judged| judged.report.complete),
        hides_small_groups: input.hides_small_groups,
    };
    counter_proposals(input, &said, &points, &tied, &found, &mut note)?;
    let unjudged = input
        .proposal
        .iter()
        .flat_map(|judged| &judged.report.not_judged);
    note.not_judged.extend(unjudged.cloned());
    note.summary = said.summary(&note)?;
    Ok(note)
}

/// Every point with its place.
fn points(hearing: &Hearing) -> impl Iterator<Item = (PointAt, &PointEntry)> {
    let responses = hearing.responses.values().enumerate();
    responses.flat_map(|(r, response)| {
        let response: &ResponseEntry = &response.value;
        let points = response.points.iter().enumerate();
        points.map(move |(p, point)| ((r, p), point))
    })
}

/// Whether a point is a question with neither an answer nor a decision in words.
fn is_unanswered(point: &PointEntry) -> bool {
    let says = |text: Option<&str>| text.is_some_and(|text| !text.trim().is_empty());
    let decided = point.decision.as_ref().and_then(|d| d.text.as_deref());
    point.kind == Some(PointKind::Question) && !says(point.answer.as_deref()) && !says(decided)
}

/// What was found, as it is told and as data. What a rule says of a hearing is no finding of the
/// model, and is not handed over.
fn told<'a>(judged: &Judged<'a>) -> Vec<Told<'a>> {
    let mut facts: BTreeMap<Fingerprint, &Finding> = BTreeMap::new();
    for fact in judged.facts {
        facts.entry(fact.fingerprint()).or_insert(fact);
    }
    let findings = judged.report.findings.iter();
    findings
        .filter_map(|finding| {
            let fact = facts.get(&finding.fingerprint).copied()?;
            Some(Told { finding, fact })
        })
        .collect()
}

/// What each counter-proposal settles.
fn counter_proposals(
    input: &NoteInput<'_>,
    said: &Said<'_>,
    points: &[(PointAt, &PointEntry)],
    tied: &BTreeMap<PointAt, Option<Tied<'_>>>,
    found: &[Told<'_>],
    note: &mut HearingNote,
) -> Result<(), WordsError> {
    for (place, counter) in input.counters.iter().enumerate() {
        let mut told_counter = CounterProposal {
            title: counter.title.to_owned(),
            source: counter.source.to_owned(),
            text: String::new(),
            wholly: Vec::new(),
            partly: Vec::new(),
            not_at_all: Vec::new(),
            added: Vec::new(),
            complete: counter.judged.is_some_and(|judged| judged.report.complete),
        };
        note.complete &= told_counter.complete;
        if let (Some(proposal), Some(judged)) = (&input.proposal, &counter.judged) {
            let its = told(judged);
            let members = [Members::of(proposal, found), Members::of(judged, &its)];
            for &(at, point) in points {
                let Some(Some(tie)) = tied.get(&at) else {
                    continue;
                };
                if tie.findings.is_empty() || !told_counter.complete {
                    continue;
                }
                let asked = |judged, found, members| Asked {
                    judged,
                    found,
                    members,
                    scope: scope(point, input.base, judged),
                };
                let proposal = asked(proposal, found, &members[0]);
                let counter = asked(judged, &its, &members[1]);
                let Some(rest) = rest(point, &tie.findings, &proposal, &counter, input.rules)
                else {
                    continue;
                };
                match rest.settled {
                    Settled::Wholly => &mut told_counter.wholly,
                    Settled::Partly => &mut told_counter.partly,
                    Settled::NotAtAll => &mut told_counter.not_at_all,
                }
                .push(at);
                let text = said.settled(place, &rest)?;
                if let Some(point) = note
                    .responses
                    .get_mut(at.0)
                    .and_then(|r| r.points.get_mut(at.1))
                {
                    point.settled.push(PointSettled {
                        counter_proposal: place,
                        settled: rest.settled,
                        remaining: rest.remaining,
                        of: rest.of,
                        text,
                    });
                }
            }
            let had: BTreeSet<&Fingerprint> =
                found.iter().map(|told| &told.finding.fingerprint).collect();
            for told in &its {
                let finding = told.finding;
                let weighs = finding.severity >= Severity::Warning && finding.allowed.is_none();
                if weighs && !had.contains(&finding.fingerprint) {
                    told_counter.added.push(said.finding(finding, None)?);
                }
            }
            note.not_judged.extend(
                judged
                    .report
                    .not_judged
                    .iter()
                    .filter(|sentence| !proposal.report.not_judged.contains(sentence))
                    .cloned(),
            );
        }
        told_counter.text = said.counter_proposal(&told_counter)?;
        note.counter_proposals.push(told_counter);
    }
    note.not_judged.dedup();
    Ok(())
}
