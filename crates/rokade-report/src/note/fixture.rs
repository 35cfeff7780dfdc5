//! Notes built by hand, for tests.

use rokade_core::entry::{Language, PointKind};
use rokade_core::finding::{Fingerprint, Severity};
use rokade_core::note::{
    CounterProposal, HearingNote, NotFound, NoteFinding, NotePoint, NoteResponse, PointSettled,
    Settled, Shown, ShownAs, WhyNot,
};
use rokade_core::quantity::Certainty;

fn finding(text: &str, number: Option<usize>) -> NoteFinding {
    NoteFinding {
        number,
        rule: "moved-unit",
        title: text.to_owned(),
        severity: Severity::Warning,
        certainty: Certainty::Possible,
        message: text.to_owned(),
        fingerprint: Fingerprint::of([text]),
        is_allowed: false,
    }
}

fn point(text: &str) -> NotePoint {
    let some = || Some(text.to_owned());
    NotePoint {
        id: "punkt".to_owned(),
        kind: Some(PointKind::Question),
        kind_name: Some("Spørgsmål".to_owned()),
        asked_by: some(),
        text: text.to_owned(),
        about: vec![text.to_owned()],
        answer: some(),
        answered_by: some(),
        decision: some(),
        changed: some(),
        is_unanswered: true,
        shown: Shown {
            standing: ShownAs::Partly,
            findings: vec![finding(text, Some(1))],
            not_found: vec![NotFound {
                rule: text.to_owned(),
                title: text.to_owned(),
                why: WhyNot::Elsewhere,
            }],
            text: text.to_owned(),
        },
        settled: vec![PointSettled {
            counter_proposal: 0,
            settled: Settled::Partly,
            remaining: 1,
            of: 2,
            text: text.to_owned(),
        }],
    }
}

/// A note in which everything that a file can say is this.
pub(crate) fn note(text: &str) -> HearingNote {
    let response = |id: &str, points| NoteResponse {
        id: id.to_owned(),
        from: text.to_owned(),
        received: Some("12. maj 2017".to_owned()),
        points,
    };
    HearingNote {
        language: Language::Da,
        proposal: text.to_owned(),
        source: "/hjem/hearing.yaml".to_owned(),
        summary: vec![text.to_owned()],
        responses: vec![
            response("et", vec![point(text), point(text)]),
            response("to", Vec::new()),
        ],
        unraised: vec![finding(text, Some(2))],
        unraised_notes: 3,
        unanswered: vec![(0, 0)],
        counter_proposals: vec![CounterProposal {
            title: text.to_owned(),
            source: "/hjem/modforslag.yaml".to_owned(),
            text: text.to_owned(),
            wholly: vec![(0, 0)],
            partly: vec![(0, 1)],
            not_at_all: vec![(0, 0)],
            added: vec![finding(text, None)],
            complete: true,
        }],
        not_judged: vec![text.to_owned()],
        complete: false,
        hides_small_groups: true,
    }
}
