//! `set`, what a proposal says for itself, and what is kept of who did what.

use std::collections::BTreeSet;

use rokade_core::entry::{Patch, Proposal};
use rokade_core::fault::FaultKind;
use rokade_core::ids::{AnyId, CoLocationId, Id, Kind, Subject};
use rokade_core::span::Place;
use rokade_core::text::Text;
use serde_json::json;

use super::{applied, apply, chart, entries, gives, proposal, thing};
use crate::apply::ActKind;
use crate::plain::same;

#[test]
fn set_is_a_merge_patch_by_entity() {
    gives(
        "organization: { id: o, name: Før, currency: DKK }
units: { a: { name: A, type: team }, b: {} }
staff: { x: { title: X, performs: [f] } }
functions: { f: { responsible: [ { unit: a, cases: 3 } ] } }
co_locations: [ { id: c, units: [a, b], because: før } ]
ended: { units: { gammel: { name: Gammel } } }
process: { steps: [ { id: t, kind: hearing }, { id: s, kind: move } ] }",
        "events: [ { establish: { unit: ny } } ]
set:
  organization: { name: Nu }
  units: { a: { name: ~, parent: ny, allow: [ { rule: moved-unit, because: aftalt } ] }, b: ~ }
  staff: { x: { performs: [] }, y: { unit: ny, count: ca. 3 } }
  functions: { f: { responsible: [ ny ] } }
  co_locations: { c: { units: [a, ny] }, d: { units: [a, ny] } }
  ended: { units: { gammel: ~, b: { because: samling } } }
  process: { steps: { t: { done: true }, s: ~, ny-t: { kind: decision } } }",
        "organization: { id: o, name: Nu, currency: DKK }
units: { a: { type: team, parent: ny, allow: [ { rule: moved-unit, because: aftalt } ] }, ny: {} }
staff: { x: { title: X }, y: { unit: ny, count: ca. 3 } }
functions: { f: { responsible: ny } }
co_locations: [ { id: c, units: [a, ny], because: før }, { id: d, units: [a, ny] } ]
ended: { units: { b: { because: samling } } }
process: { steps: [ { id: t, kind: hearing, done: true }, { id: ny-t, kind: decision } ] }",
    );
}

#[test]
fn a_list_of_entries_with_ids_is_patched_by_id() {
    let base = entries("process: { steps: [ { id: t, kind: hearing }, { id: s, kind: move } ] }");
    let patch = |value| Proposal {
        set: vec![Patch {
            key: "process",
            id: None,
            value,
            origin: None,
        }],
        ..Proposal::default()
    };
    let result = |base: &_, value| apply(base, &patch(value), &BTreeSet::new()).entries.process;
    let process = result(&base, json!({ "steps": [{ "id": "s", "done": true }] }));
    assert_eq!(
        json!(process.steps),
        json!([{ "id": "t", "kind": "hearing" }, { "id": "s", "kind": "move", "done": true }])
    );
    let process = result(
        &entries("units: {}"),
        json!({ "steps": { "s": { "kind": "move", "done": null } } }),
    );
    assert_eq!(json!(process.steps), json!([{ "kind": "move", "id": "s" }]));
}

#[test]
fn nothing_in_place_of_a_section_takes_all_of_it_out() {
    gives(
        "units: { a: {}, b: {} }
target_groups: { g: {}, h: {} }
co_locations: [ { id: c, units: [a, b] }, { id: d, units: [b, a] } ]",
        "set: { co_locations: ~, target_groups: ~ }",
        "units: { a: {}, b: {} }",
    );
}

#[test]
fn a_patch_that_makes_no_sense_changes_nothing() {
    let base = entries("units: { a: { name: A } }");
    let patch = |key, id: Option<&str>, value| Patch {
        key,
        id: id.map(Text::from),
        value,
        origin: None,
    };
    let proposal = Proposal {
        set: vec![
            patch("units", Some("a"), json!({ "name": ["x"] })),
            patch("units", Some("A b"), json!({})),
            patch("nothing", None, json!(1)),
            patch("units", Some("a"), json!({ "type": "team" })),
        ],
        ..Proposal::default()
    };
    let applied = apply(&base, &proposal, &BTreeSet::new());
    assert_eq!(applied.faults.len(), 3);
    assert!(
        applied
            .faults
            .iter()
            .all(|fault| matches!(fault.kind, FaultKind::WrongType { .. }))
    );
    let done: Vec<bool> = applied.acts.iter().map(|act| act.done).collect();
    assert_eq!(done, [false, false, false, true]);
    assert_eq!(
        json!(applied.entries.units["a"].value),
        json!({ "name": "A", "type": "team" })
    );
}

#[test]
fn what_a_proposal_says_for_itself() {
    gives(
        "organization: { id: o, name: O }
title: I dag
as_of: 2020
allow: [ { rule: empty-unit, because: før } ]
units: { a: {} }
bodies: { b: { kind: committee } }
commitments: [ { id: gammelt, text: Før } ]
process: { effective: 2019, steps: [ { id: før, kind: hearing } ] }
ended: { units: { x: {} } }",
        "title: Forslag
as_of: 2021
allow: [ { rule: moved-unit, because: nu } ]
commitments: [ { id: nyt, keep: { unit: a } } ]
process: { decision: { body: b }, steps: [ { id: nu, kind: decision } ] }
ended: { staff: { y: { by: 1 } } }",
        "organization: { id: o, name: O }
title: Forslag
as_of: 2021
allow: [ { rule: moved-unit, because: nu } ]
units: { a: {} }
bodies: { b: { kind: committee } }
commitments: [ { id: gammelt, text: Før }, { id: nyt, keep: { unit: a } } ]
process: { decision: { body: b }, steps: [ { id: nu, kind: decision } ] }
ended: { units: { x: {} }, staff: { y: { by: 1 } } }",
    );
    // A process that is not stated is that of the base.
    gives(
        "process: { effective: 2019 }\ntitle: T",
        "title: U",
        "process: { effective: 2019 }\ntitle: U",
    );
}

const BASE: &str = "units: { a: {}, b: { parent: a } }
staff: { x: { unit: a, count: 5, performs: [f] } }
functions: { f: { responsible: a } }";
const EVENTS: &str = "events:
  - { id: ny-enhed, establish: { unit: ny, parent: a }, allow: [ { rule: empty-unit, because: senere } ] }
  - move: { staff: x, count: 2, to: ny, as: y }
  - move: { function: f, to: ny }
  - rename: { unit: ny, id: nyere }
  - close: { unit: ukendt }
set: { staff: { y: { unit: nyere } }, title: Sat }
commitments: [ { id: bliver, keep: { unit: nyere } } ]
process: { effective: 2020, steps: [ { id: t, kind: hearing } ] }";

#[test]
fn every_act_is_told_and_what_it_wrote() {
    let applied = applied(BASE, EVENTS);
    let acts: Vec<(ActKind, String, bool)> = applied
        .acts
        .iter()
        .map(|act| (act.kind, act.subject.to_string(), act.done))
        .collect();
    let subjects: Vec<(&str, bool)> = acts
        .iter()
        .map(|(_, subject, done)| (&subject[..], *done))
        .collect();
    assert_eq!(
        subjects,
        [
            ("event:ny-enhed", true),
            ("event:#2", true),
            ("event:#3", true),
            ("event:#4", true),
            ("event:#5", false),
            ("staff:y", true),
            ("chart:", true),
            ("commitment:bliver", true),
            ("chart:", true),
            ("step:t", true),
        ]
    );
    assert!(applied.acts.iter().all(|act| act.origin.is_some()));
    assert_eq!(applied.acts[0].allow.len(), 1);
    let written = |kind, id| -> Vec<(usize, &str)> {
        let writes = applied.log.writes_of(&thing(kind, id));
        writes
            .iter()
            .map(|write| (write.act, write.field))
            .collect()
    };
    // The renaming carries what was written under the old id along.
    assert_eq!(
        written(Kind::Unit, "nyere"),
        [(0, ""), (3, ""), (3, "previously")]
    );
    assert_eq!(written(Kind::Unit, "ny"), [(3, "")]);
    // The posts that stay stop what their unit lost; the event that took it wrote that.
    assert_eq!(written(Kind::Staff, "x"), [(1, "count"), (2, "performs")]);
    assert_eq!(
        written(Kind::Staff, "y"),
        [(1, ""), (1, "unit"), (3, "unit")]
    );
    assert_eq!(
        written(Kind::Function, "f"),
        [(2, "responsible"), (3, "responsible")]
    );
    assert_eq!(written(Kind::Chart, ""), [(6, "title"), (8, "effective")]);
    assert_eq!(written(Kind::Commitment, "bliver"), [(7, "")]);
    let needs: Vec<Vec<usize>> = (0..applied.acts.len())
        .map(|act| applied.log.needs_of(act).collect())
        .collect();
    let none = Vec::new;
    assert_eq!(
        needs,
        [
            none(),
            vec![0],
            vec![0],
            vec![0],
            none(),
            vec![1, 3],
            none(),
            vec![3],
            none(),
            none()
        ]
    );
}

#[test]
fn what_is_made_is_found_at_its_event_and_what_is_changed_where_it_was() {
    let applied = applied(BASE, EVENTS);
    let proposal = proposal(EVENTS);
    let entries = &applied.entries;
    let action = |event: usize| proposal.events[event].action;
    assert_eq!(entries.units["nyere"].origin, action(0));
    assert_eq!(entries.staff["y"].origin, action(1));
    assert!(action(0).is_some() && action(0) != action(1));
    assert_eq!(
        entries.staff["x"].origin,
        super::entries(BASE).staff["x"].origin
    );
    let root = |kind, id: &str| {
        let place = Place {
            subject: thing(kind, id),
            path: Vec::new(),
        };
        entries.root_of(&place).map(|(origin, _)| origin.source.0)
    };
    assert_eq!(root(Kind::Event, "ny-enhed"), Some(1));
    assert_eq!(root(Kind::Event, "#2"), Some(1));
    assert_eq!(root(Kind::Step, "t"), Some(1));
    let ended = super::applied("units: { a: {} }", "events: [ { close: { unit: a } } ]");
    let place = Place {
        subject: thing(Kind::Unit, "a"),
        path: Vec::new(),
    };
    assert_eq!(
        ended
            .entries
            .root_of(&place)
            .map(|(origin, _)| origin.source.0),
        Some(1)
    );
}

#[test]
fn an_act_left_out_is_as_if_it_were_not_written() {
    let (base, whole) = (entries(BASE), proposal(EVENTS));
    let without = |acts: &[usize]| apply(&base, &whole, &acts.iter().copied().collect());
    let left = without(&[1, 2, 3, 5, 7, 8]);
    let chart_of = |applied: super::Applied| rokade_core::chart::Chart::build(applied.entries).0;
    assert_eq!(left.acts.len(), 10);
    assert!(!left.acts[1].done && left.acts[9].done);
    // What is left out is no fault; what was faulty all along still is.
    assert_eq!(left.faults.len(), 1);
    assert!(same(
        &chart_of(left),
        &chart(
            "title: Sat
units: { a: {}, b: { parent: a }, ny: { parent: a } }
staff: { x: { unit: a, count: 5, performs: [f] } }
functions: { f: { responsible: a } }
process: { steps: [ { id: t, kind: hearing } ] }"
        )
    ));
    assert!(same(
        &chart_of(without(&(0..10).collect::<Vec<_>>())),
        &chart(BASE)
    ));
}

#[test]
fn half_an_event_is_not_applied_and_gets_no_second_fault() {
    let mut whole = proposal("events: [ { close: { unit: a } }, { close: { unit: b } } ]");
    whole.events[0].is_faulty = true;
    let applied = apply(&entries(BASE), &whole, &BTreeSet::new());
    assert_eq!(applied.faults, []);
    assert!(applied.entries.units.contains_key("a"));
    assert!(!applied.entries.units.contains_key("b"));
}

#[test]
fn an_event_that_says_nothing_or_two_things() {
    use rokade_core::entry::{Close, Event, EventEntry, Relocate};
    let proposal = Proposal {
        events: vec![
            Event::computed(EventEntry::default()),
            Event::computed(EventEntry {
                close: Some(Close::default()),
                relocate: Some(Relocate::default()),
                ..EventEntry::default()
            }),
            Event::computed(EventEntry {
                close: Some(Close::default()),
                ..EventEntry::default()
            }),
        ],
        ..Proposal::default()
    };
    let applied = apply(&entries(BASE), &proposal, &BTreeSet::new());
    let words: Vec<&str> = applied
        .faults
        .iter()
        .filter_map(|fault| match &fault.kind {
            FaultKind::NotApplicable { why, .. } => Some(why.word()),
            _ => None,
        })
        .collect();
    assert_eq!(words, ["no-action", "several-actions", "incomplete"]);
    let subjects: Vec<Option<Subject>> = applied.faults.iter().map(|f| f.subject.clone()).collect();
    assert_eq!(subjects[1], Some(thing(Kind::Event, "#2")));
}

#[test]
fn what_has_no_name_gets_none() {
    use rokade_core::entry::{Event, EventEntry, Rename};
    let base = entries("units: { a: {}, b: {} }\nco_locations: [ { id: c, units: [a, b] } ]");
    let proposal = Proposal {
        events: vec![Event::computed(EventEntry {
            rename: Some(Rename {
                co_location: Some(CoLocationId::from_checked("c".into())),
                name: Some(Text::from("Navn")),
                id: Some(AnyId::from_id(&CoLocationId::from_checked("d".into()))),
                ..Rename::default()
            }),
            ..EventEntry::default()
        })],
        ..Proposal::default()
    };
    let applied = apply(&base, &proposal, &BTreeSet::new());
    let words: Vec<&str> = applied
        .faults
        .iter()
        .filter_map(|fault| match &fault.kind {
            FaultKind::NotApplicable { why, .. } => Some(why.word()),
            _ => None,
        })
        .collect();
    assert_eq!(words, ["unfit"]);
    assert!(applied.entries.co_locations.contains_key("c"));
}

#[test]
fn same_ignores_what_says_nothing() {
    let one = chart(
        "sites: { nord: { name: nord, travel: { syd: 5 } }, syd: {} }
units: { a: { name: a, site: nord, head: h }, b: { parent: a, site: nord, head: none, also: [x, y] } }
staff: { h: { unit: a, count: 1, filled: true }, x: { title: x, unit: b, site: nord, performs: [f, k], for: [g], reports_to: h } }
functions: { f: { responsible: [ { unit: b, for: [g] } ] }, k: { responsible: [ { unit: b, for: [g, i] }, { unit: a, for: [j] } ], hosted_by: [ { unit: b, site: nord } ] } }
target_groups: { g: { pathway: [f, k] }, i: {}, j: {} }
interfaces: [ { id: ab, units: [a, b] } ]",
    );
    let other = chart(
        "interfaces: [ { units: [b, a], id: ab } ]
target_groups: { j: {}, i: {}, g: { pathway: [f, k] } }
functions: { k: { responsible: [ { unit: a, for: [j] }, { unit: b, for: [i] }, { unit: b, for: [g] } ], hosted_by: [ { unit: b } ] }, f: { responsible: { unit: b, for: [g] } } }
staff: { x: { unit: b, performs: [k, f], for: [g] }, h: { unit: a } }
units: { b: { parent: a, head: none, also: [y, x] }, a: { site: nord, head: h } }
sites: { syd: {}, nord: { travel: { syd: 5 } } }",
    );
    assert!(same(&one, &other));
    for (what, change) in [
        ("pathway: [f, k]", "pathway: [k, f]"),
        ("head: h }", "head: vacant }"),
        ("site: nord, head", "site: syd, head"),
        ("performs: [k, f]", "performs: [f]"),
        ("syd: 5", "syd: 6"),
        ("for: [i]", "for: [i], shared: true"),
        ("for: [g] }, h", "for: [i] }, h"),
    ] {
        let text = "interfaces: [ { units: [b, a], id: ab } ]
target_groups: { j: {}, i: {}, g: { pathway: [f, k] } }
functions: { k: { responsible: [ { unit: a, for: [j] }, { unit: b, for: [i] }, { unit: b, for: [g] } ], hosted_by: [ { unit: b } ] }, f: { responsible: { unit: b, for: [g] } } }
staff: { x: { unit: b, performs: [k, f], for: [g] }, h: { unit: a } }
units: { b: { parent: a, head: none, also: [y, x] }, a: { site: nord, head: h } }
sites: { syd: {}, nord: { travel: { syd: 5 } } }";
        assert!(text.contains(what), "{what}");
        assert!(
            !same(&one, &chart(&text.replacen(what, change, 1))),
            "{change}"
        );
    }
}

#[test]
fn who_leads_two_units_one_under_the_other_reports_to_the_next_above() {
    // Whichever of them comes first by its id.
    for (upper, lower) in [("a", "b"), ("b", "a")] {
        let org = |superior: &str| {
            chart(&format!(
                "units: {{ {upper}: {{ parent: top, head: h }}, {lower}: {{ parent: {upper}, head: h }}, top: {{ head: t }} }}
staff: {{ h: {{ unit: {lower}{superior} }}, t: {{ unit: top }}, x: {{ unit: top }} }}"
            ))
        };
        assert!(same(&org(""), &org(", reports_to: t")));
        assert!(!same(&org(""), &org(", reports_to: x")));
    }
}

#[test]
fn of_a_process_only_what_is_set_is_written() {
    let base = "bodies: { b: { kind: committee } }
process: { effective: 2026, decision: { body: b }, steps: [ { id: t, kind: hearing }, { id: s, kind: move } ] }";
    let written = |set: &str| -> Vec<String> {
        let applied = applied(base, &format!("set: {{ process: {set} }}"));
        let writes = applied.log.writes();
        writes
            .flat_map(|(thing, writes)| {
                writes
                    .iter()
                    .map(move |write| format!("{thing} {}", write.field))
            })
            .collect()
    };
    assert_eq!(written("{ steps: { t: { done: true } } }"), ["step:t "]);
    assert_eq!(written("{ steps: { s: ~ } }"), ["step:s "]);
    assert_eq!(
        written("{ steps: { ny: { kind: decision } } }"),
        ["step:ny "]
    );
    assert_eq!(written("{ effective: 2027 }"), ["chart: effective"]);
    assert_eq!(written("{ decision: ~ }"), ["chart: decision"]);
    assert_eq!(written("{ clarified_by: 2027 }"), ["chart: clarified_by"]);
}

#[test]
fn same_knows_what_is_said_of_functions_questions_and_endings() {
    let is_same = |one: &str, other: &str| {
        let head = "units: { a: {}, b: {} }
staff: { x: { unit: b } }
target_groups: { g: {}, h: {} }\n";
        let [one, other] = [one, other].map(|text| chart(&format!("{head}{text}")));
        same(&one, &other)
    };
    for (bare, empty, full) in [
        (
            "functions: { f: {} }",
            "functions: { f: { volume: {} } }",
            "functions: { f: { volume: { enquiries: 5 } } }",
        ),
        (
            "functions: { f: {} }",
            "functions: { f: { needed_by: {} } }",
            "functions: { f: { needed_by: { units: [a] } } }",
        ),
        (
            "open: [ { id: o, about: { units: [a, b] } } ]",
            "open: [ { id: o, about: { units: [b, a] } } ]",
            "open: [ { id: o, about: { units: [b] } } ]",
        ),
        (
            "functions: { f: {} }\nallow: [ { rule: empty-unit, because: x }, { rule: moved-unit, because: y } ]",
            "functions: { f: {} }\nallow: [ { rule: moved-unit, because: y }, { rule: empty-unit, because: x } ]",
            "functions: { f: {} }\nallow: [ { rule: moved-unit, because: y } ]",
        ),
        (
            "ended: { functions: { k: { at: [n, m] } } }",
            "ended: { functions: { k: { at: [m, n] } } }",
            "ended: { functions: { k: { at: [m] } } }",
        ),
        (
            "ended: { functions: { k: {} } }",
            "ended: { functions: { k: { name: k } } }",
            "ended: { functions: { k: { name: Kantine } } }",
        ),
    ] {
        let sites = "sites: { n: {}, m: {} }\n";
        let [bare, empty, full] = [bare, empty, full].map(|text| format!("{sites}{text}"));
        assert!(is_same(&bare, &empty), "{empty}");
        assert!(!is_same(&bare, &full), "{full}");
    }
}

#[test]
fn posts_serve_whom_their_unit_is_for() {
    let org = |responsible: &str, serves: &str| {
        chart(&format!(
            "units: {{ a: {{}}, b: {{}} }}
target_groups: {{ g: {{}}, h: {{}} }}
functions: {{ f: {{ responsible: {responsible} }} }}
staff: {{ x: {{ unit: b{serves} }} }}"
        ))
    };
    let is_default =
        |responsible: &str, serves: &str| same(&org(responsible, ""), &org(responsible, serves));
    let shared = "[ { unit: b, for: [h, g] }, { unit: a } ]";
    assert!(is_default(shared, ", for: [g, h]"));
    assert!(!is_default(shared, ", for: [g]"));
    // A unit that is there for anyone, or for nobody, says nothing of its posts.
    assert!(!is_default("b", ", for: [g, h]"));
    assert!(!is_default("{ unit: a, for: [g, h] }", ", for: [g, h]"));
}
