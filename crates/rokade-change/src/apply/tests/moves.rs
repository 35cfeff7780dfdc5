//! `move`, `relocate` and `assign`: who goes where, what they take along, and what stays.

use rokade_core::fault::NotApplicable;
use rokade_core::ids::Kind;

use super::{applied, done, gives, refused, thing};

const BASE: &str = "
sites: { nord: {}, syd: {} }
units:
  top: { site: nord }
  job: { parent: top, head: leder }
  hold: { parent: job }
  ydelse: { parent: top, site: syd }
staff:
  leder: { unit: job }
  raad: { title: Rådgiver, unit: job, count: 22, performs: [f], cost: 500000, reports_to: leder, wishes: { ydelse: 4, hold: 2 } }
  fast: { unit: job, site: syd }
functions: { f: { responsible: { unit: job, for: [a] } }, g: { responsible: { unit: ydelse, for: [b] } } }
target_groups: { a: {}, b: {} }
";

fn posts(base: &str, events: &str) -> serde_json::Value {
    let entries = done(base, events);
    let staff = entries.staff.iter().map(|(id, entry)| {
        let value = serde_json::to_value(&entry.value).expect("posts are JSON");
        (id.to_string(), value)
    });
    staff.collect::<serde_json::Map<_, _>>().into()
}

#[test]
fn a_group_moves_whole_under_its_own_id_and_stays_where_it_sat() {
    // The site and the target groups that they had by default are written down.
    let staff = posts(BASE, "events: [ { move: { staff: raad, to: ydelse } } ]");
    assert_eq!(
        staff["raad"],
        serde_json::json!({
            "title": "Rådgiver", "unit": "ydelse", "site": "nord", "count": 22, "performs": ["f"],
            "for": ["a"], "cost": 500_000, "reports_to": "leder",
            "wishes": { "ydelse": 4, "hold": 2 },
        })
    );
    // Said twice over is said once: all of them, and every per cent of them.
    for all in ["count: 22", "count: 100%"] {
        let events = format!("events: [ {{ move: {{ staff: raad, {all}, to: ydelse }} }} ]");
        assert_eq!(posts(BASE, &events)["raad"], staff["raad"]);
    }
    // Under another id it is a renaming too.
    let staff = posts(
        BASE,
        "events: [ { move: { staff: raad, to: ydelse, as: ny } } ]",
    );
    assert_eq!(staff.get("raad"), None);
    assert_eq!(staff["ny"]["previously"], serde_json::json!(["raad"]));
}

#[test]
fn a_move_says_its_own_site_where_it_changes_one() {
    let staff = posts(
        BASE,
        "events: [ { move: { staff: raad, to: ydelse, site: syd } }, { move: { staff: leder, to: hold } } ]",
    );
    // What became the default in the end is not spelled out by us; what the event said is.
    assert_eq!(staff["raad"]["site"], "syd");
    assert_eq!(staff["leder"].get("site"), None);
}

#[test]
fn what_was_written_down_goes_when_it_comes_to_be_the_default() {
    let events = "events: [ { move: { staff: raad, to: ydelse } }, { move: { staff: raad, to: hold } }, { assign: { staff: raad, performs: [f] } } ]";
    let staff = posts(BASE, events);
    assert_eq!(staff["raad"].get("site"), None);
    // The team holds nothing itself: whom they serve stays written down.
    assert_eq!(staff["raad"]["for"], serde_json::json!(["a"]));
    let back =
        "events: [ { move: { staff: raad, to: ydelse } }, { move: { staff: raad, to: job } } ]";
    gives(BASE, back, BASE);
}

#[test]
fn a_part_becomes_a_group_of_its_own_and_the_rest_stays() {
    let staff = posts(
        BASE,
        "events: [ { move: { staff: raad, count: 18, to: ydelse, as: ydelse-raad } } ]",
    );
    assert_eq!(
        staff["ydelse-raad"],
        serde_json::json!({
            "title": "Rådgiver", "unit": "ydelse", "site": "nord", "count": 18, "performs": ["f"],
            "for": ["a"], "cost": 500_000, "reports_to": "leder", "wishes": { "ydelse": 4 },
            "previously": ["raad"],
        })
    );
    assert_eq!(staff["raad"]["count"], 4);
    assert_eq!(staff["raad"]["wishes"], serde_json::json!({ "hold": 2 }));
    assert_eq!(staff["raad"].get("previously"), None);
    let staff = posts(
        BASE,
        "events: [ { move: { staff: raad, count: 2, to: hold } }, { move: { staff: raad, count: 3, to: undecided } } ]",
    );
    assert_eq!(staff["raad-hold"]["count"], 2);
    assert_eq!(staff["raad-undecided"]["unit"], "undecided");
    // Without a unit there is no default any more.
    assert_eq!(staff["raad-undecided"]["site"], "nord");
}

#[test]
fn parts_of_ranges_add_up_to_what_is_possible() {
    for (has, taken, part, rest) in [
        ("ca. 22", "18", "18", "ca. 4"),
        ("30-35", "10-12", "10-12", "18-25"),
        ("40", "50-100%", "20-40", "0-20"),
        ("30-35", "50%", "15-17.5", "15-17.5"),
        ("unknown", "7", "7", "unknown"),
        ("10", "unknown", "unknown", "0-10"),
        // About as many as there are is not certainly more.
        ("ca. 10", "11", "ca. 10", ""),
    ] {
        let base =
            format!("units: {{ a: {{}}, b: {{}} }}\nstaff: {{ x: {{ unit: a, count: {has} }} }}");
        let events =
            format!("events: [ {{ move: {{ staff: x, count: {taken}, to: b, as: y }} }} ]");
        let staff = posts(&base, &events);
        let count = |id: &str| {
            let count = staff.get(id)?.get("count")?;
            Some(
                count
                    .as_str()
                    .map_or_else(|| count.to_string(), str::to_owned),
            )
        };
        assert_eq!(count("y").as_deref(), Some(part), "{taken} of {has}");
        let rest = (!rest.is_empty()).then_some(rest);
        assert_eq!(count("x").as_deref(), rest, "{taken} of {has}");
    }
}

#[test]
fn certainly_more_than_there_are_is_a_fault() {
    let faults = refused(
        BASE,
        "events: [ { id: for-mange, move: { staff: raad, count: 23, to: ydelse } }, { move: { staff: leder, to: ydelse } } ]",
    );
    let [(event, path, why)] = &faults[..] else {
        panic!("{faults:?}");
    };
    assert_eq!((&event[..], &path[..]), ("for-mange", "move/count"));
    assert!(matches!(why, NotApplicable::TooMany { of, .. } if *of == thing(Kind::Staff, "raad")));
    let applied = applied(
        BASE,
        "events: [ { move: { staff: raad, count: 23, to: ydelse } }, { move: { staff: leder, to: ydelse } } ]",
    );
    // The rest still apply.
    assert_eq!(
        applied.acts.iter().map(|act| act.done).collect::<Vec<_>>(),
        [false, true]
    );
    let unit = applied.entries.staff["leder"].value.unit.clone();
    assert_eq!(serde_json::to_value(unit).expect("JSON"), "ydelse");
}

#[test]
fn an_id_that_is_taken_is_a_fault() {
    let faults = refused(
        BASE,
        "events:
          - move: { staff: raad, count: 2, to: ydelse, as: fast }
          - move: { staff: raad, count: 2, to: ydelse }
          - move: { staff: raad, count: 2, to: ydelse }",
    );
    let told: Vec<_> = faults
        .iter()
        .map(|(event, path, why)| (&event[..], &path[..], why.word()))
        .collect();
    assert_eq!(
        told,
        [("#1", "move/as", "exists"), ("#3", "move/staff", "exists")]
    );
}

#[test]
fn a_unit_moves_with_all_below_it_and_nobody_changes_site() {
    gives(
        "sites: { nord: {}, syd: {} }
units: { top: { site: nord }, andre: { site: syd }, job: { parent: top }, hold: { parent: job } }
staff: { x: { unit: hold } }",
        "events: [ { move: { unit: job, to: andre } } ]",
        "sites: { nord: {}, syd: {} }
units: { top: { site: nord }, andre: { site: syd }, job: { parent: andre, site: nord }, hold: { parent: job } }
staff: { x: { unit: hold } }",
    );
    gives(
        "units: { top: {}, job: { parent: top } }",
        "events: [ { move: { unit: job, to: undecided } } ]",
        "units: { top: {}, job: { parent: undecided } }",
    );
    // A unit that had no site sits where it comes to stand.
    gives(
        "sites: { syd: {} }\nunits: { fri: {}, andre: { site: syd } }",
        "events: [ { move: { unit: fri, to: andre } } ]",
        "sites: { syd: {} }\nunits: { fri: { parent: andre }, andre: { site: syd } }",
    );
}

#[test]
fn a_circle_of_parents_is_a_fault() {
    let base = "units: { a: {}, b: { parent: a }, c: { parent: b } }";
    let faults = refused(
        base,
        "events: [ { move: { unit: a, to: c } }, { move: { unit: b, to: b } }, { establish: { unit: d, parent: e } }, { establish: { unit: e, parent: d } } ]",
    );
    let told: Vec<_> = faults
        .iter()
        .map(|(event, path, why)| (&event[..], &path[..], why.word()))
        .collect();
    assert_eq!(
        told,
        [
            ("#1", "move/to", "parent-circle"),
            ("#2", "move/to", "parent-circle"),
            ("#4", "establish/parent", "parent-circle"),
        ]
    );
}

#[test]
fn relocate_takes_along_what_sat_there_and_leaves_the_rest() {
    gives(
        "sites: { nord: {}, syd: {}, vest: {} }
units:
  top: { site: nord }
  job: { parent: top }
  hold: { parent: job, site: nord }
  andet: { parent: job, site: syd }
  under-andet: { parent: andet, site: nord }
staff:
  a: { unit: job }
  b: { unit: hold, site: nord }
  c: { unit: hold, site: syd }
  d: { unit: andet }
  e: { unit: andet, site: nord }
  f: { unit: top }",
        "events: [ { relocate: { unit: job, to: vest } } ]",
        "sites: { nord: {}, syd: {}, vest: {} }
units:
  top: { site: nord }
  job: { parent: top, site: vest }
  hold: { parent: job }
  andet: { parent: job, site: syd }
  under-andet: { parent: andet, site: vest }
staff:
  a: { unit: job }
  b: { unit: hold }
  c: { unit: hold, site: syd }
  d: { unit: andet }
  e: { unit: andet, site: vest }
  f: { unit: top }",
    );
    gives(
        "sites: { nord: {}, syd: {} }\nunits: { job: { site: nord } }\nstaff: { a: { unit: job }, b: { unit: job } }",
        "events: [ { relocate: { staff: a, to: syd } }, { relocate: { unit: job, to: undecided } } ]",
        "sites: { nord: {}, syd: {} }\nunits: { job: { site: undecided } }\nstaff: { a: { unit: job, site: syd }, b: { unit: job } }",
    );
    // A move that says its site is a move and a relocation.
    gives(
        "sites: { nord: {}, syd: {} }\nunits: { job: { site: nord }, ny: {} }\nstaff: { a: { unit: job, site: nord } }",
        "events: [ { move: { unit: job, to: ny, site: syd } } ]",
        "sites: { nord: {}, syd: {} }\nunits: { job: { parent: ny, site: syd }, ny: {} }\nstaff: { a: { unit: job, site: syd } }",
    );
}

#[test]
fn assign_adds_work_and_groups_and_replaces_superiors() {
    let staff = posts(
        BASE,
        "events:
          - assign: { staff: raad, performs: [g, f], for: [b], reports_to: fast, professional_lead: leder }
          - assign: { staff: fast, performs: [g] }",
    );
    assert_eq!(staff["raad"]["performs"], serde_json::json!(["f", "g"]));
    // To those they served by default is added too.
    assert_eq!(staff["raad"]["for"], serde_json::json!(["a", "b"]));
    assert_eq!(staff["raad"]["reports_to"], "fast");
    assert_eq!(staff["raad"]["professional_lead"], "leder");
    assert_eq!(staff["fast"]["performs"], serde_json::json!(["g"]));
    // Who serves anyone serves these already: adding never takes away.
    gives(
        "units: { u: {} }\nstaff: { x: { unit: u } }\ntarget_groups: { a: {} }",
        "events: [ { assign: { staff: x, for: [a] } } ]",
        "units: { u: {} }\nstaff: { x: { unit: u } }\ntarget_groups: { a: {} }",
    );
}

#[test]
fn a_transfer_between_organisations_is_a_move_out_of_an_external_unit() {
    gives(
        "units: { vallensbaek: { external: true }, job-v: { parent: vallensbaek }, ishoej: {} }
staff: { x: { unit: job-v, count: 5 } }",
        "events: [ { move: { staff: x, count: 3, to: ishoej, as: fra-v } }, { move: { unit: job-v, to: ishoej } } ]",
        "units: { vallensbaek: { external: true }, job-v: { parent: ishoej }, ishoej: {} }
staff: { x: { unit: job-v, count: 2 }, fra-v: { unit: ishoej, count: 3, previously: [x] } }",
    );
}

#[test]
fn what_is_not_there_when_its_turn_comes_is_a_fault() {
    let faults = refused(
        BASE,
        "events:
          - move: { staff: raat, to: ydelse }
          - move: { staff: raad, to: ny }
          - establish: { unit: ny }
          - close: { unit: ny }
          - move: { staff: raad, to: ny }
          - assign: { staff: raad, performs: [f, h] }
          - relocate: { unit: job, to: vest }",
    );
    let told: Vec<_> = faults
        .iter()
        .map(|(event, path, why)| (&event[..], &path[..], why.word()))
        .collect();
    assert_eq!(
        told,
        [
            ("#1", "move/staff", "unknown"),
            ("#2", "move/to", "unknown"),
            ("#5", "move/to", "ended"),
            ("#6", "assign/performs/1", "unknown"),
            ("#7", "relocate/to", "unknown"),
        ]
    );
    let near = |why: &NotApplicable| match why {
        NotApplicable::Unknown { nearest, .. } => nearest.clone(),
        _ => None,
    };
    assert_eq!(near(&faults[0].2).as_deref(), Some("raad"));
    // What comes too early is spelt right.
    assert_eq!(near(&faults[1].2), None);
}

#[test]
fn a_whole_group_may_keep_its_id_by_name() {
    gives(
        "units: { a: {}, b: {} }\nstaff: { x: { unit: a, count: 3 } }",
        "events: [ { move: { staff: x, to: b, as: x } } ]",
        "units: { a: {}, b: {} }\nstaff: { x: { unit: b, count: 3 } }",
    );
}

/// The one of the two had the function before, the other only on its way.
#[test]
fn posts_stop_what_either_of_two_merged_units_had_lost() {
    gives(
        "units: { a: {}, b: {}, c: {} }
staff: { x: { unit: a, performs: [f, g] } }
functions: { f: { responsible: a }, g: { responsible: a } }",
        "events:
  - move: { function: f, from: a, to: b }
  - move: { function: f, from: b, to: c }
  - merge: { units: [a, b], into: n }",
        "units: { c: {}, n: { head: vacant, previously: [a, b] } }
staff: { x: { unit: n, performs: [g] } }
functions: { f: { responsible: c }, g: { responsible: n } }",
    );
}
