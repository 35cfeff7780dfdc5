//! What is read of hearing files, and what is said of faulty ones.

use rokade_core::entry::{Hearing, PointKind};
use rokade_core::ids::{Kind, Subject};
use rokade_core::span::{PathStep, Place, SourceId};

use super::{in_words, source};
use crate::{LoadedHearing, load_hearing, locate};

pub(super) const HEARING: &str = r#"rokade: 1
hearing:
  proposal: proposal.yaml
  responses:
    - id: svar-lmu
      from: lmu
      received: 2017-05-12
      points:
        - id: kantine
          about: { functions: [kantine, pedel], sites: [kastetvej], events: [flyt-ydelse] }
          kind: question
          asked_by: Fællestillidsmanden
          text: "Hvor skal kantine og pedel organiseres?"
          raises: [unassigned-responsibility]
          answer: Under jobcentret
          answered_by: Direktøren
          decision: { body: bsu, date: 2017-06-20, text: Tages til efterretning }
          changed: [flyt-ydelse]
        - { id: sted, kind: counter-proposal, counter_proposal: andet.yaml }
    - { id: svar-amu, from: amu, points: [{ id: godt, kind: support }] }
"#;

fn loaded(text: &str) -> LoadedHearing {
    load_hearing(SourceId(0), &source(text))
}

fn faults(text: &str) -> Vec<String> {
    let source = source(text);
    let loaded = load_hearing(SourceId(0), &source);
    let words = loaded.faults.iter().map(|fault| in_words(fault, &source));
    words.collect()
}

fn text_at<'t>(hearing: &Hearing, text: &'t str, kind: Kind, id: &str, path: &[&str]) -> &'t str {
    let place = Place {
        subject: Subject::new(kind, id),
        path: path.iter().copied().map(PathStep::from).collect(),
    };
    let (origin, path) = hearing.root_of(&place).expect("it is there");
    &text[locate(&source(text), origin, &path)]
}

#[test]
fn every_key_is_read() {
    let LoadedHearing {
        hearing,
        proposal_at,
        faults,
        complete,
    } = loaded(HEARING);
    assert_eq!(
        proposal_at.map(|at| &HEARING[at.range()]),
        Some("proposal.yaml")
    );
    assert!(complete && faults.is_empty(), "{faults:?}");
    assert_eq!(hearing.proposal.as_deref(), Some("proposal.yaml"));
    let points: Vec<_> = hearing.points().collect();
    assert_eq!(points.len(), 3);
    let (response, question) = points[0];
    assert_eq!(
        response.from.as_ref().map(ToString::to_string).as_deref(),
        Some("lmu")
    );
    assert_eq!(question.kind, Some(PointKind::Question));
    assert_eq!(question.answer.as_deref(), Some("Under jobcentret"));
    assert_eq!(
        question.about.as_ref().map(|about| about.functions.len()),
        Some(2)
    );
    assert_eq!(points[1].1.kind, Some(PointKind::CounterProposal));
    let subjects: Vec<String> = hearing.subjects().map(|s| s.to_string()).collect();
    assert_eq!(
        subjects,
        [
            "response:svar-lmu",
            "point:kantine",
            "point:sted",
            "response:svar-amu",
            "point:godt"
        ]
    );
}

#[test]
fn a_field_of_a_point_is_found_again() {
    let hearing = loaded(HEARING).hearing;
    let at = |kind, id, path: &[&str]| text_at(&hearing, HEARING, kind, id, path);
    assert_eq!(at(Kind::Point, "sted", &[]), "sted");
    assert_eq!(at(Kind::Point, "godt", &["kind"]), "support");
    assert_eq!(at(Kind::Point, "kantine", &["answered_by"]), "Direktøren");
    assert_eq!(at(Kind::Response, "svar-lmu", &["received"]), "2017-05-12");
    assert_eq!(at(Kind::Response, "svar-amu", &[]), "svar-amu");
}

#[test]
fn every_fault_has_its_place() {
    let text = "rokade: 1
titel: x
hearing:
  propposal: a.yaml
  responses:
    - id: a
      from: Lokal MED
      modtaget: 2017
      points:
        - { id: p, kind: spørgsmål }
        - { text: Hvor }
        - { id: p, kind: question }
    - { id: a, from: b }
    - { points: [{ id: p, kind: support }] }
";
    assert_eq!(
        faults(text),
        [
            "2:1 titel | unknown key titel",
            "4:3 propposal | unknown key propposal (proposal?)",
            "7:13 Lokal MED | from: id, not Lokal MED (lokal-med?) | response:a",
            "8:7 modtaget | unknown key modtaget | response:a",
            "10:26 spørgsmål | kind: question/objection/support/counter-proposal/request, not spørgsmål | response:a",
            "11:11 { text: Hvor } | missing id | response:a",
            "11:11 { text: Hvor } | missing kind | response:a",
            "12:17 p | duplicate p of  Some(\"point\") | point:p",
            "13:13 a | duplicate a of 6:11 Some(\"response\") | response:a",
            "14:7 { points: [{ id: p, kind: support }] } | missing id",
            "14:7 { points: [{ id: p, kind: support }] } | missing from",
        ]
    );
    assert_eq!(faults("hearing: {}\n"), ["1:1 hearing | missing rokade"]);
    assert_eq!(
        faults("rokade: 1\nhearing: [a]\n"),
        ["2:10 [a] | hearing: map, not a list"]
    );
    let broken = loaded("rokade: 1\nhearing: { responses: [ {");
    assert!(!broken.complete && broken.faults.len() == 1);
}
