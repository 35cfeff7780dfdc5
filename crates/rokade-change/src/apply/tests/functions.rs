//! `move` and `discontinue` of functions: whose is which part, and who stops performing it.

use rokade_core::fault::NotApplicable;
use serde_json::json;

use super::{done, gives, refused};

const UNITS: &str = "
sites: { nord: {}, syd: {} }
units: { a: {}, b: {}, c: {}, under-a: { parent: a } }
target_groups: { g: {}, h: {}, i: {} }
";

/// What becomes of `responsible`.
#[track_caller]
fn becomes(responsible: &str, event: &str, after: &str) {
    let chart = |responsible: &str| {
        let responsible = match responsible {
            "" => String::new(),
            stated => format!("responsible: {stated}"),
        };
        format!("{UNITS}\nfunctions: {{ f: {{ {responsible} }} }}")
    };
    let events = format!("events: [ {{ move: {{ function: f, {event} }} }} ]");
    gives(&chart(responsible), &events, &chart(after));
}

#[test]
fn a_function_goes_from_whoever_holds_it() {
    becomes("a", "from: a, to: b", "b");
    becomes("a", "to: b", "b");
    becomes("", "to: b", "b");
    becomes("undecided", "to: b", "b");
    becomes("a", "to: undecided", "undecided");
    becomes(
        "[ { unit: a, for: [g] }, { unit: c, for: [h] } ]",
        "to: b",
        "[ { unit: b, for: [g, h] } ]",
    );
    becomes(
        "[ { unit: a, for: [g] }, { unit: c, for: [h] } ]",
        "from: c, to: b",
        "[ { unit: a, for: [g] }, { unit: b, for: [h] } ]",
    );
}

#[test]
fn a_part_of_an_unscoped_responsibility_is_a_more_specific_one() {
    becomes(
        "a",
        "from: a, to: b, for: [g]",
        "[ a, { unit: b, for: [g] } ]",
    );
    becomes(
        "a",
        "to: b, for: [g, h], at: [nord]",
        "[ a, { unit: b, site: nord, for: [g, h] } ]",
    );
    becomes(
        "a",
        "to: b, at: [nord, syd]",
        "[ a, { unit: b, site: nord }, { unit: b, site: syd } ]",
    );
    becomes(
        "{ unit: a, site: nord }",
        "to: b, for: [g]",
        "[ { unit: a, site: nord }, { unit: b, site: nord, for: [g] }, ]",
    );
    becomes(
        "{ unit: a, for: [g, h] }",
        "from: a, to: b, for: [g], at: [nord]",
        "[ { unit: a, for: [g, h] }, { unit: b, site: nord, for: [g] } ]",
    );
}

#[test]
fn a_responsibility_for_several_groups_is_divided() {
    becomes(
        "{ unit: a, for: [g, h] }",
        "from: a, to: b, for: [h]",
        "[ { unit: a, for: [g] }, { unit: b, for: [h] } ]",
    );
    becomes(
        "{ unit: a, site: nord, for: [g, h] }",
        "to: b, for: [h], at: [nord]",
        "[ { unit: a, site: nord, for: [g] }, { unit: b, site: nord, for: [h] } ]",
    );
}

#[test]
fn what_comes_home_to_a_wider_responsibility_is_part_of_it() {
    becomes(
        "[ b, { unit: a, for: [g, h] } ]",
        "from: a, to: b, for: [g, h]",
        "b",
    );
    becomes(
        "[ b, { unit: a, for: [g, h] } ]",
        "from: a, to: b, for: [g]",
        "[ b, { unit: a, for: [h] } ]",
    );
    // Not where another's responsibility lies between.
    becomes(
        "[ b, { unit: c, site: nord }, { unit: a, site: nord, for: [g] } ]",
        "from: a, to: b",
        "[ b, { unit: c, site: nord }, { unit: b, site: nord, for: [g] } ]",
    );
}

#[test]
fn the_part_of_another_unit_stays_its_own() {
    // c holds the group at the site already, by the more specific entry.
    becomes(
        "[ a, { unit: c, site: nord, for: [g] } ]",
        "from: a, to: b, for: [g]",
        "[ a, { unit: b, for: [g] }, { unit: c, site: nord, for: [g] } ]",
    );
    // c holds the site; a new responsibility for a group would overlap with it there.
    becomes(
        "[ a, { unit: c, site: nord } ]",
        "from: a, to: b, for: [g]",
        "[ a, { unit: b, for: [g] }, { unit: c, site: nord }, { unit: c, site: nord, for: [g] } ]",
    );
    // Two share it; only the one's part goes.
    becomes(
        "[ { unit: a, shared: true }, { unit: c, shared: true } ]",
        "from: a, to: b, for: [g]",
        "[ { unit: a, shared: true }, { unit: c, shared: true }, { unit: b, for: [g], shared: true }, { unit: c, for: [g], shared: true } ]",
    );
    becomes(
        "[ { unit: a, shared: true }, { unit: c, shared: true } ]",
        "from: a, to: c",
        "c",
    );
}

#[test]
fn a_scope_that_nobody_holds_can_be_given() {
    becomes(
        "{ unit: a, for: [g] }",
        "to: b, for: [g, h]",
        "[ { unit: b, for: [g, h] } ]",
    );
    becomes(
        "{ unit: a, for: [g] }",
        "to: b, for: [i]",
        "[ { unit: a, for: [g] }, { unit: b, for: [i] } ]",
    );
    becomes(
        "{ unit: a, site: nord }",
        "to: b, at: [syd]",
        "[ { unit: a, site: nord }, { unit: b, site: syd } ]",
    );
}

#[test]
fn cases_without_a_narrower_scope_are_shared() {
    becomes(
        "{ unit: a, cases: 600 }",
        "from: a, to: b, cases: 400",
        "[ { unit: a, cases: 200, shared: true }, { unit: b, cases: 400, shared: true } ]",
    );
    becomes(
        "{ unit: a, for: [g], cases: 600 }",
        "to: b, for: [g], cases: 50%",
        "[ { unit: a, for: [g], cases: 300, shared: true }, { unit: b, for: [g], cases: 300, shared: true } ]",
    );
    // All of them is the whole of it.
    becomes(
        "{ unit: a, cases: 600 }",
        "from: a, to: b, cases: 600",
        "{ unit: b, cases: 600 }",
    );
    becomes(
        "a",
        "from: a, to: b, cases: 400",
        "[ { unit: a, shared: true }, { unit: b, cases: 400, shared: true } ]",
    );
}

#[test]
fn cases_of_a_narrower_scope_go_with_it() {
    becomes(
        "{ unit: a, for: [g, h], cases: 600 }",
        "from: a, to: b, for: [g], cases: 400",
        "[ { unit: a, for: [h], cases: 200 }, { unit: b, for: [g], cases: 400 } ]",
    );
    // How many go is not said: any part.
    becomes(
        "{ unit: a, for: [g, h], cases: 600 }",
        "from: a, to: b, for: [g]",
        "[ { unit: a, for: [h], cases: 0-600 }, { unit: b, for: [g], cases: 0-600 } ]",
    );
}

#[test]
fn what_is_not_held_cannot_be_taken() {
    let base = format!(
        "{UNITS}\nfunctions: {{ f: {{ responsible: [ {{ unit: a, for: [g], cases: 10 }}, {{ unit: c, for: [h] }} ] }} }}"
    );
    let faults = refused(
        &base,
        "events:
          - move: { function: f, from: b, to: c }
          - move: { function: f, from: a, to: c, for: [h] }
          - move: { function: f, from: a, to: c, cases: 11 }
          - move: { function: f, from: nogen, to: c }
          - move: { function: f, from: a, to: c, at: [vest] }",
    );
    let told: Vec<_> = faults
        .iter()
        .map(|(_, path, why)| (&path[..], why.word()))
        .collect();
    assert_eq!(
        told,
        [
            ("move/from", "not-held"),
            ("move/from", "not-held"),
            ("move/cases", "too-many"),
            ("move/from", "unknown"),
            ("move/at/0", "unknown"),
        ]
    );
    assert!(
        matches!(&faults[0].2, NotApplicable::NotHeld { function, unit } if function.to_string() == "f" && unit.to_string() == "b")
    );
}

#[test]
fn the_reason_is_kept_and_a_closed_unit_can_be_taken_from() {
    gives(
        "units: { a: {}, b: {} }\nfunctions: { f: { responsible: a, because: før } }",
        "events: [ { close: { unit: a } }, { move: { function: f, from: a, to: b }, because: stordrift } ]",
        "units: { b: {} }\nfunctions: { f: { responsible: b, because: stordrift } }\nended: { units: { a: {} } }",
    );
}

#[test]
fn posts_stop_what_their_unit_no_longer_holds_any_part_of() {
    let base = "
units: { a: {}, under-a: { parent: a }, b: {} }
staff:
  hos-a: { unit: a, performs: [f, andet] }
  under: { unit: under-a, performs: [f] }
  flyttet: { unit: a, performs: [f] }
  paalagt: { unit: a, performs: [f] }
  hos-b: { unit: b, performs: [f] }
functions: { f: { responsible: a }, andet: { responsible: a } }
target_groups: { g: {}, h: {} }
";
    gives(
        base,
        "events:
          - move: { function: f, from: a, to: b }
          - move: { staff: flyttet, to: under-a }
          - assign: { staff: paalagt, performs: [f] }",
        "
units: { a: {}, under-a: { parent: a }, b: {} }
staff:
  hos-a: { unit: a, performs: [andet] }
  under: { unit: under-a }
  flyttet: { unit: under-a, performs: [f] }
  paalagt: { unit: a, performs: [f] }
  hos-b: { unit: b, performs: [f] }
functions: { f: { responsible: b }, andet: { responsible: a } }
target_groups: { g: {}, h: {} }
",
    );
    // A part that leaves changes nothing; neither does what comes back before the end.
    for (events, responsible) in [
        (
            "{ move: { function: f, from: a, to: b, for: [g] } }",
            "[ a, { unit: b, for: [g] } ]",
        ),
        (
            "{ move: { function: f, to: b } }, { move: { function: f, to: a } }",
            "a",
        ),
        // The posts of a unit are under the one above it, which is responsible now.
        (
            "{ move: { function: f, to: under-a } }, { move: { function: f, to: a } }",
            "a",
        ),
    ] {
        let full = base.replace(
            "f: { responsible: a }",
            &format!("f: {{ responsible: {responsible} }}"),
        );
        gives(base, &format!("events: [ {events} ]"), &full);
    }
}

#[test]
fn posts_under_the_new_holder_go_on() {
    gives(
        "units: { a: {}, under-a: { parent: a } }\nstaff: { x: { unit: under-a, performs: [f] } }\nfunctions: { f: { responsible: under-a } }",
        "events: [ { move: { function: f, to: a } } ]",
        "units: { a: {}, under-a: { parent: a } }\nstaff: { x: { unit: under-a, performs: [f] } }\nfunctions: { f: { responsible: a } }",
    );
}

#[test]
fn discontinue_ends_a_function_here_or_everywhere() {
    let base = "
sites: { nord: {}, syd: {} }
units: { a: {} }
staff: { x: { unit: a, performs: [f] } }
functions:
  f: { name: Skrivestue, responsible: [ a, { unit: a, site: nord } ], needed_at: [nord, syd], hosted_by: [ { unit: a, site: nord } ] }
target_groups: { g: { name: Gruppe, pathway: [f] }, h: { pathway: [f] } }
";
    gives(
        base,
        "events:
          - discontinue: { function: f, at: [nord], because: ubenyttet }
          - { discontinue: { target_group: g }, date: 2020 }",
        "
sites: { nord: {}, syd: {} }
units: { a: {} }
staff: { x: { unit: a, performs: [f] } }
functions: { f: { name: Skrivestue, responsible: a, needed_at: [syd] } }
target_groups: { h: { pathway: [f] } }
ended:
  functions: { f: { at: [nord], because: ubenyttet } }
  target_groups: { g: { name: Gruppe, date: 2020 } }
",
    );
    gives(
        base,
        "events: [ { discontinue: { function: f, at: [nord] } }, { discontinue: { function: f }, because: sidst } ]",
        "
sites: { nord: {}, syd: {} }
units: { a: {} }
staff: { x: { unit: a, performs: [f] } }
target_groups: { g: { name: Gruppe, pathway: [f] }, h: { pathway: [f] } }
ended: { functions: { f: { name: Skrivestue, because: sidst } } }
",
    );
}

#[test]
fn entries_that_no_event_touches_stay_as_they_are_written() {
    let responsible = |base: &str, events: &str| {
        let function = &done(base, events).functions["f"].value;
        json!(function.responsible)
    };
    let base = "units: { a: {}, b: {}, c: {} }
target_groups: { g: {}, h: {}, i: {} }
functions: { f: { responsible: [ { unit: a, for: [g] }, { unit: a, for: [h] }, { unit: b, for: [i] } ] } }";
    assert_eq!(
        responsible(
            base,
            "events: [ { move: { function: f, from: b, to: c } } ]"
        ),
        json!([{ "unit": "a", "for": ["g"] }, { "unit": "a", "for": ["h"] }, { "unit": "c", "for": ["i"] }])
    );
    // What a unit is given besides is one with the first that it has, and nothing else is.
    assert_eq!(
        responsible(
            base,
            "events: [ { move: { function: f, from: b, to: a } } ]"
        ),
        json!([{ "unit": "a", "for": ["g", "i"] }, { "unit": "a", "for": ["h"] }])
    );
    let base = "units: { a: {}, b: {}, c: {} }
target_groups: { g: {}, h: {} }
functions: { f: { responsible: [ { unit: a, for: [g], cases: 3 }, { unit: a, for: [g], cases: 4 }, { unit: b, for: [h], cases: 5 } ] } }";
    assert_eq!(
        responsible(
            base,
            "events: [ { move: { function: f, from: b, to: c } } ]"
        ),
        json!([
            { "unit": "a", "for": ["g"], "cases": 3 },
            { "unit": "a", "for": ["g"], "cases": 4 },
            { "unit": "c", "for": ["h"], "cases": 5 },
        ])
    );
}

#[test]
fn an_entry_that_holds_another_off_is_not_needless() {
    // Whoever has the target group would have it at this site as well.
    becomes(
        "[ a, { unit: b, for: [g] }, { unit: c, site: nord } ]",
        "from: c, to: a",
        "[ a, { unit: b, for: [g] }, { unit: a, site: nord } ]",
    );
    // Nor is one that says how many cases there are.
    becomes(
        "[ a, { unit: c, site: nord, cases: 5 } ]",
        "from: c, to: a",
        "[ a, { unit: a, site: nord, cases: 5 } ]",
    );
}

#[test]
fn cases_go_along_with_the_part() {
    becomes(
        "{ unit: a, cases: 10 }",
        "from: a, to: b, at: [nord], cases: 4",
        "[ { unit: a, cases: 6 }, { unit: b, site: nord, cases: 4 } ]",
    );
    // How many of them are at which of the sites nobody says.
    becomes(
        "{ unit: a, cases: 10 }",
        "from: a, to: b, at: [nord, syd], cases: 4",
        "[ { unit: a, cases: 6 }, { unit: b, site: nord, cases: 0-4 }, { unit: b, site: syd, cases: 0-4 } ]",
    );
    // What nobody held comes with as many as the event says.
    becomes(
        "{ unit: a, site: syd }",
        "to: b, at: [nord], cases: 5",
        "[ { unit: a, site: syd }, { unit: b, site: nord, cases: 5 } ]",
    );
    becomes("", "to: b, cases: 5", "{ unit: b, cases: 5 }");
    becomes(
        "{ unit: c, for: [g] }",
        "to: b, for: [h], at: [nord, syd], cases: 5",
        "[ { unit: c, for: [g] }, { unit: b, site: nord, for: [h], cases: 0-5 }, { unit: b, site: syd, for: [h], cases: 0-5 } ]",
    );
    becomes(
        "{ unit: a, site: syd }",
        "to: b, at: [nord, syd], cases: 5",
        "[ { unit: a, site: syd, shared: true }, { unit: b, site: syd, cases: 0-5, shared: true }, { unit: b, site: nord, cases: 0-5 } ]",
    );
    becomes(
        "{ unit: b, site: syd }",
        "to: b, at: [nord, syd], cases: 5",
        "[ { unit: b, site: syd }, { unit: b, site: nord, cases: 5 } ]",
    );
    // Those of one unit for the same are together.
    becomes(
        "[ { unit: a, for: [g], cases: 3, shared: true }, { unit: b, for: [g], cases: 4, shared: true } ]",
        "from: b, to: a",
        "{ unit: a, for: [g], cases: 7 }",
    );
}

#[test]
fn what_a_more_specific_entry_holds_is_not_taken_from_the_wider_one() {
    becomes(
        "[ a, { unit: c, site: nord } ]",
        "from: a, to: b, at: [nord, syd]",
        "[ a, { unit: c, site: nord }, { unit: b, site: syd } ]",
    );
}

#[test]
fn who_shares_a_part_keeps_it_when_the_other_gives_its_own_away() {
    becomes(
        "[ { unit: a, for: [g, h], shared: true }, { unit: b, for: [g, h], shared: true } ]",
        "from: a, to: c, for: [g]",
        "[ { unit: a, for: [h], shared: true }, { unit: b, for: [g, h], shared: true }, { unit: c, for: [g], shared: true } ]",
    );
}

#[test]
fn merged_functions_are_needed_by_all_who_needed_one_of_them() {
    let needed = |f: &str, k: &str, both: &str| {
        let head = "units: { a: {}, b: {} }\ntarget_groups: { g: {}, h: {} }\nfunctions:";
        gives(
            &format!(
                "{head} {{ f: {{ responsible: a, needed_by: {f} }}, k: {{ responsible: a, needed_by: {k} }} }}"
            ),
            "events: [ { merge: { functions: [f, k], into: n } } ]",
            &format!("{head} {{ n: {{ responsible: a, previously: [f, k], needed_by: {both} }} }}"),
        );
    };
    needed(
        "{ units: [a], target_groups: [g] }",
        "{ units: [b], target_groups: [h] }",
        "{ units: [a, b], target_groups: [g, h] }",
    );
    // Without target groups it is needed for all of them.
    needed(
        "{ units: [a], target_groups: [g] }",
        "{ units: [b] }",
        "{ units: [a, b] }",
    );
}
