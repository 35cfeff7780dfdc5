//! The note on a hearing (høringsnotat): every point that was raised, with what the model shows
//! of it, in finished words.
//!
//! Formats print it and decide nothing.

use crate::entry::{Language, PointKind};
use crate::finding::{Fingerprint, Severity};
use crate::quantity::Certainty;

/// What was answered in hearings, tied to what was found.
#[derive(Debug, Clone)]
pub struct HearingNote {
    /// The language its sentences are in.
    pub language: Language,
    /// The proposal that was heard: its title, or its file where it has none; empty where the
    /// hearing does not say which it is.
    pub proposal: String,
    /// The name of the hearing's file, as it was given.
    pub source: String,
    /// What it means, first of all; at most three sentences.
    pub summary: Vec<String>,
    /// Who answered what, in the order written.
    pub responses: Vec<NoteResponse>,
    /// Errors and warnings that nobody raised, in the order of the report.
    pub unraised: Vec<NoteFinding>,
    /// How many notes nobody raised.
    pub unraised_notes: usize,
    /// The points that ask and have no answer.
    pub unanswered: Vec<PointAt>,
    /// What each counter-proposal settles, in the order they are named.
    pub counter_proposals: Vec<CounterProposal>,
    /// What could not be read or judged, and what to add to the charts.
    pub not_judged: Vec<String>,
    /// Whether all files could be read to their end and every rule could speak.
    pub complete: bool,
    /// Whether groups too small to be anonymous were made ranges before anything was counted.
    pub hides_small_groups: bool,
}

/// A point, by the places of its response and of itself in the note.
pub type PointAt = (usize, usize);

/// What one body answered.
#[derive(Debug, Clone)]
pub struct NoteResponse {
    /// Its id in the hearing file.
    pub id: String,
    /// Who answered (høringspart).
    pub from: String,
    /// When it was received, as it is written in the language; none where nobody knows.
    pub received: Option<String>,
    /// What it says.
    pub points: Vec<NotePoint>,
}

/// A point of a response.
#[derive(Debug, Clone)]
pub struct NotePoint {
    /// Its id in the hearing file; empty where it has none.
    pub id: String,
    /// What kind it is.
    pub kind: Option<PointKind>,
    /// What that is called.
    pub kind_name: Option<String>,
    /// Who asked, where it is not the body that answers.
    pub asked_by: Option<String>,
    /// What it says (høringssvar).
    pub text: String,
    /// What it is about, by name.
    pub about: Vec<String>,
    /// What was answered (forvaltningens bemærkninger).
    pub answer: Option<String>,
    /// Who answered.
    pub answered_by: Option<String>,
    /// What was decided because of it, in a sentence.
    pub decision: Option<String>,
    /// The events that were revised because of it, in a sentence.
    pub changed: Option<String>,
    /// Whether it asks and has no answer.
    pub is_unanswered: bool,
    /// What the model shows of it.
    pub shown: Shown,
    /// How far each counter-proposal settles what the model shows of it.
    pub settled: Vec<PointSettled>,
}

/// What the model shows of a point.
#[derive(Debug, Clone)]
pub struct Shown {
    /// All of it in a word.
    pub standing: ShownAs,
    /// The findings that confirm it, in the order of the report.
    pub findings: Vec<NoteFinding>,
    /// What it raises and the model does not show.
    pub not_found: Vec<NotFound>,
    /// All of that in a sentence or two: what confirms it, what is not shown, or that it is
    /// nothing a model of the organisation can tell.
    pub text: String,
}

/// What the model shows of a point, in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ShownAs {
    /// All that it raises is found.
    Shown,
    /// Some of what it raises is found.
    Partly,
    /// Nothing of what it raises is found.
    NotShown,
    /// It raises nothing by name, and there are errors or warnings about what it is about.
    Beside,
    /// It raises nothing by name, and there are none.
    NothingBeside,
    /// It is for the proposal, and raises nothing.
    Supports,
    /// The model has nothing that it speaks of.
    Silent,
    /// It could not be judged: something is not known, or could not be read.
    NotJudged,
}

/// Something that a point raises and that the model does not show of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotFound {
    /// The rule's name.
    pub rule: String,
    /// What the rule finds, in a few words.
    pub title: String,
    /// Why it is not shown.
    pub why: WhyNot,
}

/// Why something that is raised is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WhyNot {
    /// It is found nowhere.
    Nowhere,
    /// It is found, but not of what the point is about.
    Elsewhere,
    /// The charts do not say enough, or could not be read to their end.
    NotJudged,
}

/// A finding, as a note tells it.
#[derive(Debug, Clone)]
pub struct NoteFinding {
    /// Its number in the note, from 1, in the order of the report; none of what a counter-proposal
    /// brings with it.
    pub number: Option<usize>,
    /// The rule's name.
    pub rule: &'static str,
    /// What the rule finds, in a few words.
    pub title: String,
    /// How much it matters.
    pub severity: Severity,
    /// Whether it holds for all values the charts allow.
    pub certainty: Certainty,
    /// What holds, for whom, how many; with why it is allowed, where it is.
    pub message: String,
    /// By which it is known again.
    pub fingerprint: Fingerprint,
    /// Whether it is allowed, and so does not count.
    pub is_allowed: bool,
}

/// How far a counter-proposal settles a point.
#[derive(Debug, Clone)]
pub struct PointSettled {
    /// Which, by its place in the note.
    pub counter_proposal: usize,
    /// How far.
    pub settled: Settled,
    /// How many of the things that the findings are about are still found.
    pub remaining: usize,
    /// Of how many.
    pub of: usize,
    /// All of that in a sentence.
    pub text: String,
}

/// How far something is settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Settled {
    /// Nothing that confirmed it is found any more.
    Wholly,
    /// Some of it, or less.
    Partly,
    /// All of it is still found.
    NotAtAll,
}

/// A proposal that was made because of the hearing.
#[derive(Debug, Clone)]
pub struct CounterProposal {
    /// Its title, or its file where it has none.
    pub title: String,
    /// The name of its file, as it was given.
    pub source: String,
    /// What it settles and what it does not, and what it brings with it, in a few sentences.
    pub text: String,
    /// The points it settles wholly.
    pub wholly: Vec<PointAt>,
    /// The points it settles partly.
    pub partly: Vec<PointAt>,
    /// The points it does not settle.
    pub not_at_all: Vec<PointAt>,
    /// Errors and warnings of it that the proposal does not have.
    pub added: Vec<NoteFinding>,
    /// Whether it could be read to its end and judged.
    pub complete: bool,
}

impl HearingNote {
    /// The point of a place.
    pub fn point(&self, (response, point): PointAt) -> Option<(&NoteResponse, &NotePoint)> {
        let response = self.responses.get(response)?;
        Some((response, response.points.get(point)?))
    }

    /// Every point with its response, in the order written.
    pub fn points(&self) -> impl Iterator<Item = (&NoteResponse, &NotePoint)> {
        let responses = self.responses.iter();
        responses.flat_map(|response| response.points.iter().map(move |point| (response, point)))
    }
}
