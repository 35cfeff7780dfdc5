//! A note for programs: everything there is, in a documented, versioned form.
//!
//! The structs here are the form and its JSON Schema both, so that the two cannot drift. Keys
//! may be added within a version; none goes away or changes its meaning.

use std::io::Write;

use rokade_core::entry::{Language, PointKind};
use rokade_core::finding::{Fingerprint, Severity};
use rokade_core::note::{
    CounterProposal, HearingNote, NoteFinding, NotePoint, NoteResponse, PointAt, PointSettled,
    Settled, ShownAs, WhyNot,
};
use rokade_core::quantity::Certainty;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use crate::format::RenderError;
use crate::format::json::{JsonTool, schema_of, write};

/// The version of the form; it changes when a key goes away or means something else.
pub const NOTE_VERSION: u32 = 1;

/// A note of rokade on a hearing: every point that was raised, tied to what was found.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "HearingNote")]
struct JsonNote<'n> {
    /// The version of this form. Keys may be added within a version; none goes away or changes
    /// its meaning.
    #[schemars(extend("const" = NOTE_VERSION))]
    version: u32,
    /// What made it.
    tool: JsonTool,
    /// The language its sentences are in.
    language: Language,
    /// Whether all files could be read to their end and every rule could speak.
    complete: bool,
    /// Whether groups of under five posts were made ranges before anything was counted.
    hides_small_groups: bool,
    /// The title of the proposal that was heard, or its file; empty where the hearing does not
    /// say which it is.
    proposal: &'n str,
    /// The hearing's file, as it was given.
    source: &'n str,
    /// What it means, in three sentences at most.
    summary: &'n [String],
    /// Who answered what, in the order written.
    responses: Vec<JsonResponse<'n>>,
    /// Errors and warnings that nobody raised, in the order of the report.
    unraised: Vec<JsonFinding<'n>>,
    /// How many notes nobody raised.
    unraised_notes: usize,
    /// The points that ask and have no answer.
    unanswered: Vec<JsonPlace>,
    /// What each counter-proposal settles.
    counter_proposals: Vec<JsonCounter<'n>>,
    /// What could not be read or judged, and what to add to the charts.
    not_judged: &'n [String],
}

/// A point, by the places of its response and of itself, counted from 0.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Place")]
struct JsonPlace {
    /// The response.
    response: usize,
    /// The point of that response.
    point: usize,
}

/// What one body answered.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Response")]
struct JsonResponse<'n> {
    /// Its id in the hearing file.
    id: &'n str,
    /// Who answered.
    from: &'n str,
    /// When it was received, as it is written in the language; null where nobody knows.
    received: Option<&'n str>,
    /// What it says.
    points: Vec<JsonPoint<'n>>,
}

/// A point of a response.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Point")]
struct JsonPoint<'n> {
    /// Its id in the hearing file; empty where it has none.
    id: &'n str,
    /// What kind it is; null where it does not say.
    kind: Option<PointKind>,
    /// What that is called.
    kind_name: Option<&'n str>,
    /// Who asked, where it is not the body that answers.
    asked_by: Option<&'n str>,
    /// What it says.
    text: &'n str,
    /// What it is about, by name.
    about: &'n [String],
    /// What was answered.
    answer: Option<&'n str>,
    /// Who answered.
    answered_by: Option<&'n str>,
    /// What was decided because of it, in a sentence.
    decision: Option<&'n str>,
    /// The events that were revised because of it, in a sentence.
    changed: Option<&'n str>,
    /// Whether it asks and has no answer.
    unanswered: bool,
    /// What the model shows of it.
    shown: JsonShown<'n>,
    /// How far each counter-proposal settles what the model shows of it.
    settled: Vec<JsonSettled<'n>>,
}

/// What the model shows of a point.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Shown")]
struct JsonShown<'n> {
    /// All of it in a word.
    standing: JsonStanding,
    /// All of it in a sentence or two.
    text: &'n str,
    /// The findings that confirm it.
    findings: Vec<JsonFinding<'n>>,
    /// What it raises and the model does not show.
    not_found: Vec<JsonNotFound<'n>>,
}

/// What the model shows of a point, in a word.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "Standing")]
enum JsonStanding {
    /// All that it raises is found.
    Shown,
    /// Some of what it raises is found.
    Partly,
    /// Nothing of what it raises is found.
    NotShown,
    /// It names no rule, and there are errors or warnings about what it is about.
    Beside,
    /// It names no rule, and there are none.
    NothingBeside,
    /// It is for the proposal, and raises nothing.
    Supports,
    /// The model has nothing that it speaks of.
    Silent,
    /// It could not be judged: something is not known, or could not be read.
    NotJudged,
}

/// Something that a point raises and that the model does not show of it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "NotFound")]
struct JsonNotFound<'n> {
    /// The rule's name.
    rule: &'n str,
    /// What the rule finds, in a few words.
    title: &'n str,
    /// Why it is not shown.
    why: JsonWhy,
}

/// Why something that is raised is not shown.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "Why")]
enum JsonWhy {
    /// It is found nowhere.
    Nowhere,
    /// It is found, but not of what the point is about.
    Elsewhere,
    /// The charts do not say enough, or could not be read to their end.
    NotJudged,
}

/// A finding.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Finding")]
struct JsonFinding<'n> {
    /// Its number in the note, from 1; null for what a counter-proposal brings with it.
    number: Option<usize>,
    /// The rule's name.
    rule: &'n str,
    /// What the rule finds, in a few words.
    title: &'n str,
    /// How much it matters.
    severity: Severity,
    /// Whether it holds for all values the charts allow.
    certainty: Certainty,
    /// What holds, for whom, how many.
    message: &'n str,
    /// By which it is known again, also in the report of `rokade diff`.
    fingerprint: &'n Fingerprint,
    /// Whether it is allowed, and so does not count.
    allowed: bool,
}

/// How far a counter-proposal settles a point.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "PointSettled")]
struct JsonSettled<'n> {
    /// Which counter-proposal, counted from 0.
    counter_proposal: usize,
    /// How far.
    settled: JsonHowFar,
    /// How many of the things that the findings are about are still found.
    remaining: usize,
    /// Of how many.
    of: usize,
    /// All of that in a sentence.
    text: &'n str,
}

/// How far something is settled.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "HowFar")]
enum JsonHowFar {
    /// Nothing that confirmed it is found any more.
    Wholly,
    /// Some of it, or less.
    Partly,
    /// All of it is still found.
    NotAtAll,
}

/// A proposal that was made because of the hearing.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "CounterProposal")]
struct JsonCounter<'n> {
    /// Its title, or its file.
    title: &'n str,
    /// The name of its file, as it was given.
    source: &'n str,
    /// What it settles, and what it brings with it, in a few sentences.
    text: &'n str,
    /// The points it settles wholly.
    wholly: Vec<JsonPlace>,
    /// The points it settles partly.
    partly: Vec<JsonPlace>,
    /// The points it does not settle.
    not_at_all: Vec<JsonPlace>,
    /// Errors and warnings of it that the proposal does not have.
    added: Vec<JsonFinding<'n>>,
    /// Whether it could be read to its end and judged.
    complete: bool,
}

/// Prints a note as JSON.
pub(super) fn render(note: &HearingNote, out: &mut dyn Write) -> Result<(), RenderError> {
    write(&json(note), out)
}

/// The JSON Schema, of 2020-12, of a note on a hearing in JSON.
pub fn note_schema() -> Value {
    schema_of::<JsonNote<'_>>()
}

fn json(note: &HearingNote) -> JsonNote<'_> {
    JsonNote {
        version: NOTE_VERSION,
        tool: JsonTool::OURS,
        language: note.language,
        complete: note.complete,
        hides_small_groups: note.hides_small_groups,
        proposal: &note.proposal,
        source: &note.source,
        summary: &note.summary,
        responses: note.responses.iter().map(response).collect(),
        unraised: note.unraised.iter().map(finding).collect(),
        unraised_notes: note.unraised_notes,
        unanswered: places(&note.unanswered),
        counter_proposals: note.counter_proposals.iter().map(counter).collect(),
        not_judged: &note.not_judged,
    }
}

fn places(points: &[PointAt]) -> Vec<JsonPlace> {
    let places = points.iter();
    let places = places.map(|&(response, point)| JsonPlace { response, point });
    places.collect()
}

fn response(response: &NoteResponse) -> JsonResponse<'_> {
    JsonResponse {
        id: &response.id,
        from: &response.from,
        received: response.received.as_deref(),
        points: response.points.iter().map(point).collect(),
    }
}

fn point(point: &NotePoint) -> JsonPoint<'_> {
    let shown = &point.shown;
    JsonPoint {
        id: &point.id,
        kind: point.kind,
        kind_name: point.kind_name.as_deref(),
        asked_by: point.asked_by.as_deref(),
        text: &point.text,
        about: &point.about,
        answer: point.answer.as_deref(),
        answered_by: point.answered_by.as_deref(),
        decision: point.decision.as_deref(),
        changed: point.changed.as_deref(),
        unanswered: point.is_unanswered,
        shown: JsonShown {
            standing: standing(shown.standing),
            text: &shown.text,
            findings: shown.findings.iter().map(finding).collect(),
            not_found: shown
                .not_found
                .iter()
                .map(|one| JsonNotFound {
                    rule: &one.rule,
                    title: &one.title,
                    why: match one.why {
                        WhyNot::Nowhere => JsonWhy::Nowhere,
                        WhyNot::Elsewhere => JsonWhy::Elsewhere,
                        WhyNot::NotJudged => JsonWhy::NotJudged,
                    },
                })
                .collect(),
        },
        settled: point.settled.iter().map(settled).collect(),
    }
}

fn standing(standing: ShownAs) -> JsonStanding {
    match standing {
        ShownAs::Shown => JsonStanding::Shown,
        ShownAs::Partly => JsonStanding::Partly,
        ShownAs::NotShown => JsonStanding::NotShown,
        ShownAs::Beside => JsonStanding::Beside,
        ShownAs::NothingBeside => JsonStanding::NothingBeside,
        ShownAs::Supports => JsonStanding::Supports,
        ShownAs::Silent => JsonStanding::Silent,
        ShownAs::NotJudged => JsonStanding::NotJudged,
    }
}

fn finding(finding: &NoteFinding) -> JsonFinding<'_> {
    JsonFinding {
        number: finding.number,
        rule: finding.rule,
        title: &finding.title,
        severity: finding.severity,
        certainty: finding.certainty,
        message: &finding.message,
        fingerprint: &finding.fingerprint,
        allowed: finding.is_allowed,
    }
}

fn settled(settled: &PointSettled) -> JsonSettled<'_> {
    JsonSettled {
        counter_proposal: settled.counter_proposal,
        settled: match settled.settled {
            Settled::Wholly => JsonHowFar::Wholly,
            Settled::Partly => JsonHowFar::Partly,
            Settled::NotAtAll => JsonHowFar::NotAtAll,
        },
        remaining: settled.remaining,
        of: settled.of,
        text: &settled.text,
    }
}

fn counter(counter: &CounterProposal) -> JsonCounter<'_> {
    JsonCounter {
        title: &counter.title,
        source: &counter.source,
        text: &counter.text,
        wholly: places(&counter.wholly),
        partly: places(&counter.partly),
        not_at_all: places(&counter.not_at_all),
        added: counter.added.iter().map(finding).collect(),
        complete: counter.complete,
    }
}
