//! Hearings: what is written reads back the same, and is written the same again.

use proptest::prelude::*;
use rokade_core::entry::{Hearing, PointEntry, ResponseEntry};
use rokade_core::ids::Id;
use rokade_core::span::{Entry, SourceId};
use serde_json::{Map, Value as Json};

use super::super::source;
use super::{assert_written, holds_to_schema, read, values};
use crate::{load_hearing, write_hearing};

const KINDS: [&str; 5] = [
    "question",
    "objection",
    "support",
    "counter-proposal",
    "request",
];

/// A hearing without the places its parts stood at.
fn unplaced(mut hearing: Hearing) -> Hearing {
    hearing.keys.clear();
    for response in hearing.responses.values_mut() {
        response.origin = None;
    }
    hearing
}

/// Asserts that a hearing reads back as it was, and gives what is written of it.
#[track_caller]
fn reads_back(hearing: &Hearing) -> String {
    let text = write_hearing(hearing);
    let loaded = load_hearing(SourceId(0), &source(&text));
    assert!(loaded.complete, "{text}");
    assert_eq!(
        unplaced(loaded.hearing.clone()),
        unplaced(hearing.clone()),
        "{text}"
    );
    assert_eq!(write_hearing(&loaded.hearing), text);
    text
}

fn with_id(id: &str, keys: &Json) -> Json {
    let mut entity = Map::from_iter([("id".to_owned(), Json::from(id))]);
    entity.extend(keys.as_object().cloned().unwrap_or_default());
    Json::Object(entity)
}

fn points_of(response: &mut Json) -> impl Iterator<Item = &mut Json> {
    let points = response.get_mut("points").and_then(Json::as_array_mut);
    points.into_iter().flatten()
}

fn points() -> values::Values {
    let decision = values::keys(vec![
        ("body", values::id()),
        ("date", values::date()),
        ("text", values::text()),
        ("identifiers", values::list(values::text())),
        ("absent", values::quantity()),
    ]);
    let point = values::all_keys::<PointEntry>(
        &["id"],
        vec![
            ("about", values::about()),
            (
                "kind",
                prop::sample::select(&KINDS[..])
                    .prop_map(Json::from)
                    .boxed(),
            ),
            ("asked_by", values::text()),
            ("text", values::text()),
            ("raises", values::list(values::text())),
            ("answer", values::text()),
            ("answered_by", values::text()),
            ("decision", decision),
            ("changed", values::list(values::id())),
            ("counter_proposal", values::text()),
            ("allow", values::allow()),
        ],
    );
    let points = prop::collection::vec(point, 0..4);
    points.prop_map(Json::from).boxed()
}

fn hearings() -> BoxedStrategy<Hearing> {
    let response = values::all_keys::<ResponseEntry>(
        &["id"],
        vec![
            ("from", values::id()),
            ("received", values::date()),
            ("points", points()),
            ("allow", values::allow()),
        ],
    );
    let responses = prop::collection::btree_map(values::an_id(), response, 0..3);
    // A response without an id is left out when it is read, and so is a second point of one id.
    (prop::option::of(values::words()), responses)
        .prop_map(|(proposal, responses)| {
            let mut points = 0;
            let response = |(id, mut response): (String, Json)| {
                for point in points_of(&mut response) {
                    points += 1;
                    *point = with_id(&format!("p-{points}"), point);
                }
                let value: ResponseEntry = read(&with_id(&id, &response));
                (Id::parse(&id).expect("an id"), Entry::computed(value))
            };
            Hearing {
                proposal,
                responses: responses.into_iter().map(response).collect(),
                ..Hearing::default()
            }
        })
        .boxed()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_hearing(hearing in hearings()) {
        let text = reads_back(&hearing);
        // What any reader of YAML makes of it is the same.
        let oracle: Json = serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        let written = hearing.responses.values().flat_map(|response| &response.value.points);
        let responses = oracle["hearing"]["responses"].as_array().into_iter().flatten();
        let read = responses.flat_map(|response| response["points"].as_array().into_iter().flatten());
        for (written, read) in written.zip(read) {
            prop_assert_eq!(written.text.as_deref(), read["text"].as_str());
            prop_assert_eq!(written.answer.as_deref(), read["answer"].as_str());
        }
    }
}

#[test]
fn a_hearing_as_a_person_writes_it() {
    let hearing = load_hearing(SourceId(0), &source(super::super::hearing::HEARING)).hearing;
    let text = reads_back(&hearing);
    holds_to_schema(&text);
    assert_written(
        &text,
        r#"rokade: 1

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
        - id: sted
          kind: counter-proposal
          counter_proposal: andet.yaml
    - id: svar-amu
      from: amu
      points:
        - id: godt
          kind: support
"#,
    );
    assert_eq!(
        write_hearing(&Hearing::default()),
        "rokade: 1\nhearing: {}\n"
    );
}
