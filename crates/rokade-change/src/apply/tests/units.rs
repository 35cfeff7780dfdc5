//! `establish`, `close`, `appoint`, `merge`, `split` and `rename`.

use rokade_core::fault::NotApplicable;

use super::{gives, refused};

fn told(base: &str, events: &str) -> Vec<(String, &'static str)> {
    let faults = refused(base, events);
    let told = faults.into_iter();
    told.map(|(event, path, why)| (format!("{event} {path}"), why.word()))
        .collect()
}

#[test]
fn establish_takes_the_keys_of_what_it_founds() {
    gives(
        "units: { top: {} }",
        "events:
          - establish: { unit: ny, name: Ny Enhed, parent: top, site: hus, head: chef, type: team, budget: 5, purpose: p, independent_of: [top] }
          - establish: { site: hus, name: Huset, capacity: 9 }
          - { establish: { function: f, kind: support, responsible: ny, needed_at: [hus] }, because: stordrift }
          - establish: { target_group: g, citizens: 10, pathway: [f], entrance: ny }
          - recruit: { staff: chef, title: Chef, unit: ny, cost: 1000000, filled: false }
          - recruit: { staff: chef, count: 2 }",
        "units: { top: {}, ny: { name: Ny Enhed, parent: top, site: hus, head: chef, type: team, budget: 5, purpose: p, independent_of: [top] } }
sites: { hus: { name: Huset, capacity: 9 } }
functions: { f: { kind: support, responsible: ny, needed_at: [hus], because: stordrift } }
target_groups: { g: { citizens: 10, pathway: [f], entrance: ny } }
staff: { chef: { title: Chef, unit: ny, cost: 1000000, filled: false, count: 3 } }",
    );
    assert_eq!(
        told(
            "units: { top: {}, x: {} }\nstaff: { s: {} }",
            "events: [ { establish: { unit: x } }, { close: { unit: x } }, { establish: { unit: x } }, { recruit: { staff: s, title: Ny } }, { reduce: { staff: s, by: 1 } }, { recruit: { staff: s } } ]",
        ),
        [
            ("#1 establish/unit".to_owned(), "exists"),
            ("#3 establish/unit".to_owned(), "ended"),
            ("#4 recruit/staff".to_owned(), "exists"),
            ("#6 recruit/staff".to_owned(), "ended"),
        ]
    );
}

#[test]
fn close_leaves_its_own_hanging_and_ends_what_named_it() {
    gives(
        "sites: { nord: {}, syd: {} }
units: { top: { site: syd }, a: { name: Afdelingen, parent: top, site: nord, head: leder }, under: { parent: a }, b: {}, c: {} }
staff: { leder: { unit: a }, x: { unit: a, wishes: { a: 1 } }, y: { unit: b, site: syd } }
functions: { f: { responsible: a, decided_by: a, hosted_by: [ { unit: a } ] } }
target_groups: { g: { pathway: [f], entrance: a }, h: { entrance: b } }
bodies: { lmu: { covers: [a, b] } }
interfaces: [ { id: to, units: [a, b] }, { id: tre, units: [a, b, c] }, { id: post, units: [a], staff: [y] } ]
co_locations: [ { id: to, units: [a], staff: [y] }, { id: tre, units: [a, b], functions: [f] } ]",
        "events: [ { close: { unit: a }, because: samling, date: 2020 }, { close: { site: syd } } ]",
        "sites: { nord: {} }
units: { top: { site: syd }, under: { parent: a, site: nord }, b: {}, c: {} }
staff: { leder: { unit: a, site: nord }, x: { unit: a, site: nord, wishes: { a: 1 } }, y: { unit: b, site: syd } }
functions: { f: { responsible: a, decided_by: a, hosted_by: [ { unit: a } ] } }
target_groups: { g: { pathway: [f] }, h: { entrance: b } }
bodies: { lmu: { covers: [b] } }
interfaces: [ { id: tre, units: [b, c] } ]
co_locations: [ { id: tre, units: [b], functions: [f] } ]
ended: { units: { a: { name: Afdelingen, because: samling, date: 2020 } }, sites: { syd: {} } }",
    );
}

#[test]
fn appoint_gives_a_unit_a_head() {
    gives(
        "units: { a: { head: x }, b: { head: x }, c: {} }\nstaff: { x: { unit: a }, y: { unit: c } }",
        "events: [ { appoint: { unit: a, head: y } }, { appoint: { unit: b, head: vacant } }, { appoint: { unit: c, head: none } } ]",
        "units: { a: { head: y }, b: { head: vacant }, c: { head: none } }\nstaff: { x: { unit: a }, y: { unit: c } }",
    );
    assert_eq!(
        told(
            "units: { a: {} }",
            "events: [ { appoint: { unit: a, head: z } } ]"
        ),
        [("#1 appoint/head".to_owned(), "unknown")]
    );
}

const MERGED: &str = "
sites: { nord: {}, syd: {} }
units:
  top: { site: nord }
  mellem: { parent: top }
  a: { parent: mellem, head: ha, budget: 10, type: team, independent_of: [d] }
  b: { parent: top, site: syd, head: hb, budget: 5, type: team }
  d: { parent: a }
staff: { ha: { unit: a }, hb: { unit: b }, x: { unit: a, wishes: { b: 2 } }, y: { unit: b, wishes: { a: 1, b: 2 } } }
functions:
  f: { responsible: [ { unit: a, for: [g], cases: 10 }, { unit: b, for: [h], cases: 20 } ] }
  k: { responsible: [ { unit: a, shared: true }, { unit: b, shared: true } ], decided_by: a }
target_groups: { g: { entrance: a }, h: {} }
bodies: { lmu: { covers: [a, b] } }
interfaces: [ { id: ab, units: [a, b] }, { id: ad, units: [a, d] } ]
open: [ { id: o, about: { units: [b] }, options: [a, b, helt andet] } ]
commitments: [ { id: p, keep: { unit: b } } ]
";

#[test]
fn a_merged_unit_gets_all_that_pointed_at_the_others() {
    gives(
        MERGED,
        "events: [ { merge: { units: [a, b], into: c, name: Samlet } } ]",
        "
sites: { nord: {}, syd: {} }
units:
  top: { site: nord }
  mellem: { parent: top }
  c: { name: Samlet, parent: top, head: vacant, budget: 15, type: team, independent_of: [d], previously: [a, b] }
  d: { parent: c }
staff: { ha: { unit: c }, hb: { unit: c, site: syd }, x: { unit: c, wishes: { c: 2 } }, y: { unit: c, site: syd, wishes: { c: 3 } } }
functions:
  f: { responsible: [ { unit: c, for: [g], cases: 10 }, { unit: c, for: [h], cases: 20 } ] }
  k: { responsible: c, decided_by: c }
target_groups: { g: { entrance: c }, h: {} }
bodies: { lmu: { covers: [c] } }
interfaces: [ { id: ad, units: [c, d] } ]
open: [ { id: o, about: { units: [c] }, options: [c, helt andet] } ]
commitments: [ { id: p, keep: { unit: c } } ]
",
    );
}

#[test]
fn one_that_was_there_keeps_its_parent_site_and_head() {
    let base = "
sites: { nord: {}, syd: {} }
units: { top: {}, a: { parent: top, site: nord, head: ha }, b: { parent: top, site: syd, head: hb } }
staff: { ha: { unit: a }, hb: { unit: b } }
";
    gives(
        base,
        "events: [ { merge: { units: [a, b], into: b } } ]",
        "
sites: { nord: {}, syd: {} }
units: { top: {}, b: { parent: top, site: syd, head: hb, previously: [a] } }
staff: { ha: { unit: b, site: nord }, hb: { unit: b } }
",
    );
    gives(
        base,
        "events: [ { merge: { units: [a], into: b, parent: undecided, site: nord, head: ha } } ]",
        "
sites: { nord: {}, syd: {} }
units: { top: {}, b: { parent: undecided, site: nord, head: ha, previously: [a] } }
staff: { ha: { unit: b }, hb: { unit: b, site: syd } }
",
    );
    // Not what it stood under, where that is merged into it.
    gives(
        "sites: { nord: {} }\nunits: { top: {}, a: { parent: top, site: nord }, x: { parent: a }, b: { parent: x } }",
        "events: [ { merge: { units: [a, b], into: b } } ]",
        "sites: { nord: {} }\nunits: { top: {}, x: { parent: b }, b: { parent: top, site: nord, previously: [a] } }",
    );
    // The site that all share; no common parent is a root.
    gives(
        "sites: { nord: {} }\nunits: { a: { site: nord }, p: { site: nord }, b: { parent: p } }",
        "events: [ { merge: { units: [a, b], into: c, head: none } } ]",
        "sites: { nord: {} }\nunits: { p: { site: nord }, c: { site: nord, head: none, previously: [a, b] } }",
    );
}

#[test]
fn target_groups_and_functions_merge_too() {
    gives(
        "units: { u: {}, v: {} }
staff: { x: { unit: u, performs: [f, k], for: [g, h] } }
functions:
  f: { responsible: { unit: u, for: [g] }, statutory: true, needed_by: { functions: [k], target_groups: [g] } }
  k: { responsible: { unit: u, for: [h] } }
target_groups: { g: { citizens: 10, pathway: [f, k], entrance: u }, h: { citizens: 5, pathway: [k] } }
co_locations: [ { id: fk, functions: [f, k], units: [v], for: [g, h] }, { id: kun, functions: [f, k] } ]",
        "events: [ { merge: { target_groups: [g, h], into: alle, name: Alle } }, { merge: { functions: [f, k], into: f } } ]",
        "units: { u: {}, v: {} }
staff: { x: { unit: u, performs: [f], for: [alle] } }
functions:
  f: { responsible: { unit: u, for: [alle] }, statutory: true, needed_by: { functions: [f], target_groups: [alle] }, previously: [k] }
target_groups: { alle: { name: Alle, citizens: 15, pathway: [f], previously: [g, h] } }
co_locations: [ { id: fk, functions: [f], units: [v], for: [alle] } ]",
    );
}

/// All that one unit then holds, it holds by the widest, however the parts are ordered.
#[test]
fn what_a_merged_unit_holds_anyway_is_left_out_in_any_order() {
    let parts = [
        "{ unit: a, site: nord, for: [g, h] }",
        "b",
        "{ unit: a, for: [g] }",
    ];
    for order in [
        [0, 1, 2],
        [0, 2, 1],
        [1, 0, 2],
        [1, 2, 0],
        [2, 0, 1],
        [2, 1, 0],
    ] {
        let parts = order.map(|at| parts[at]).join(", ");
        let base = format!(
            "sites: {{ nord: {{}} }}\nunits: {{ a: {{}}, b: {{}} }}\nfunctions: {{ f: {{ responsible: [{parts}] }} }}\ntarget_groups: {{ g: {{}}, h: {{}} }}"
        );
        gives(
            &base,
            "events: [ { merge: { units: [a], into: b } } ]",
            "sites: { nord: {} }\nunits: { b: { previously: [a] } }\nfunctions: { f: { responsible: b } }\ntarget_groups: { g: {}, h: {} }",
        );
    }
}

#[test]
fn what_cannot_be_merged() {
    assert_eq!(
        told(
            "units: { a: {}, b: { parent: a }, e: {} }",
            "events: [ { merge: { units: [a, z], into: c } }, { merge: { units: [a], into: e, parent: b } }, { close: { unit: e } }, { merge: { units: [a, b], into: e } } ]",
        ),
        [
            ("#1 merge/units/1".to_owned(), "unknown"),
            ("#2 merge/parent".to_owned(), "parent-circle"),
            ("#4 merge/into".to_owned(), "ended"),
        ]
    );
}

const SPLIT: &str = "
sites: { nord: {}, syd: {} }
units: { top: { site: nord }, dagtilbud: { site: syd }, u: { name: U, parent: top, type: center, head: leder, previously: [gammel] }, under: { parent: u }, andet: { parent: u } }
staff: { leder: { unit: u }, vejledere: { unit: u, count: 10, performs: [f] }, admin: { unit: u } }
functions:
  f: { responsible: { unit: u, for: [g], cases: 30 } }
  delt: { responsible: u }
  rest: { responsible: u }
target_groups: { g: {} }
bodies: { lmu: { covers: [u] } }
";

#[test]
fn a_split_unit_ends_and_what_is_not_listed_is_left_hanging() {
    gives(
        SPLIT,
        "events:
          - split:
              unit: u
              into:
                - { id: dsi, name: DSI, parent: dagtilbud, staff: { vejledere: 40% }, functions: [f, delt], units: [under] }
                - { id: job, type: team, staff: { vejledere: 6, leder: 1 }, functions: [delt] }",
        "
sites: { nord: {}, syd: {} }
units:
  top: { site: nord }
  dagtilbud: { site: syd }
  dsi: { name: DSI, parent: dagtilbud, site: nord, type: center, head: vacant, previously: [gammel, u] }
  job: { parent: top, type: team, head: leder, previously: [gammel, u] }
  under: { parent: dsi }
  andet: { parent: u, site: nord }
staff:
  leder: { unit: job }
  vejledere-dsi: { unit: dsi, count: 4, performs: [f], for: [g], previously: [vejledere] }
  vejledere: { unit: job, count: 6, performs: [f], for: [g] }
  admin: { unit: u, site: nord }
functions:
  f: { responsible: { unit: dsi, for: [g], cases: 30 } }
  delt: { responsible: [ { unit: dsi, shared: true }, { unit: job, shared: true } ] }
  rest: { responsible: u }
target_groups: { g: {} }
bodies: { lmu: { covers: [] } }
ended: { units: { u: { name: U } } }
"
        .replace("for: [g], previously", "previously")
        .replace("performs: [f], for: [g] }", "performs: [f] }")
        .as_str(),
    );
}

#[test]
fn a_unit_among_its_own_parts_goes_on() {
    gives(
        SPLIT,
        "events: [ { split: { unit: u, into: [ { id: u, name: U nu }, { id: ny, site: syd, head: none, functions: [f] } ] } } ]",
        &SPLIT
            .replace("u: { name: U, parent", "ny: { parent: top, type: center, site: syd, head: none, previously: [gammel, u] }, u: { name: U nu, parent")
            .replace("f: { responsible: { unit: u,", "f: { responsible: { unit: ny,")
            // The unit no longer holds any part of it.
            .replace(", performs: [f]", ""),
    );
    // The head goes with the part that lists it.
    gives(
        "units: { u: { head: leder } }\nstaff: { leder: { unit: u } }",
        "events: [ { split: { unit: u, into: [ { id: u }, { id: ny, staff: { leder: 1 } } ] } } ]",
        "units: { u: { head: vacant }, ny: { head: leder, previously: [u] } }\nstaff: { leder: { unit: ny } }",
    );
}

#[test]
fn what_cannot_be_split() {
    assert_eq!(
        told(
            &format!("{SPLIT}\ninterfaces: []"),
            "events:
              - split: { unit: u, into: [ { id: ny, staff: { vejledere: 11 } } ] }
              - split: { unit: u, into: [ { id: ny, staff: { vejledere: 6 } }, { id: ny-to, staff: { vejledere: 5 } } ] }
              - split: { unit: u, into: [ { id: top } ] }
              - split: { unit: u, into: [ { id: ny, units: [top] } ] }
              - split: { unit: andet, into: [ { id: ny, functions: [f] } ] }
              - split: { unit: u, into: [ { id: ny, parent: ny-to }, { id: ny-to, parent: ny } ] }",
        ),
        [
            ("#1 split/into/0/staff/vejledere".to_owned(), "too-many"),
            ("#2 split/into/1/staff/vejledere".to_owned(), "too-many"),
            ("#3 split/into/0/id".to_owned(), "exists"),
            ("#4 split/into/0/units/0".to_owned(), "parent-circle"),
            ("#5 split/into/0/functions/0".to_owned(), "not-held"),
            ("#6 split/into/0/parent".to_owned(), "parent-circle"),
        ]
    );
}

#[test]
fn a_thing_is_renamed_wherever_it_is_named() {
    gives(
        "sites: { s: { travel: { t: 5 } }, t: {} }
units: { u: { site: s, head: p, previously: [før] }, v: { parent: u, independent_of: [u] } }
staff: { p: { title: Leder, unit: u, performs: [f], for: [g], competences: [k], covers_for: [q], wishes: { u: 1 } }, q: { reports_to: p, professional_lead: p } }
functions: { f: { responsible: { unit: u, site: s, for: [g] }, decided_by: { staff: p }, needed_at: [s], needed_by: { functions: [f], staff: [p], units: [u], target_groups: [g] }, hosted_by: [ { unit: u, site: s } ] } }
target_groups: { g: { pathway: [f], entrance: u } }
co_locations: [ { id: c, functions: [f], units: [u], staff: [p], for: [g] } ]
interfaces: [ { id: i, units: [u], staff: [p] } ]
competences: { k: {} }
bodies: { b: { covers: [u] } }
premises: [ { id: m, kind: goal, text: Mål, about: { units: [u], staff: [p], functions: [f], sites: [s], target_groups: [g], co_locations: [c], steps: [t1] } } ]
open: [ { id: o, text: Hvor, options: [u, uvist] } ]
commitments: [ { id: l, keep: { function: f, at: [s] } } ]
process: { decision: { body: b }, clarified_by: { u: 2020 }, steps: [ { id: t1, kind: hearing, body: b }, { id: t2, kind: move, after: [t1] } ] }
ended: { staff: { p: { by: 1 } }, functions: { f: { at: [s] } } }",
        "events:
          - rename: { site: s, id: ns }
          - rename: { unit: u, id: nu, name: Ny U }
          - rename: { staff: p, id: np, name: Chef }
          - rename: { function: f, id: nf }
          - rename: { target_group: g, id: ng }
          - rename: { co_location: c, id: nc }
          - rename: { interface: i, id: ni }
          - rename: { competence: k, id: nk, name: Kunnen }
          - rename: { body: b, id: nb }
          - rename: { premise: m, id: nm }
          - rename: { open: o, id: no }
          - rename: { commitment: l, id: nl }
          - rename: { step: t1, id: nt, name: Trin }",
        "sites: { ns: { travel: { t: 5 }, previously: [s] }, t: {} }
units: { nu: { name: Ny U, site: ns, head: np, previously: [før, u] }, v: { parent: nu, independent_of: [nu] } }
staff: { np: { title: Chef, unit: nu, performs: [nf], for: [ng], competences: [nk], covers_for: [q], wishes: { nu: 1 }, previously: [p] }, q: { reports_to: np, professional_lead: np } }
functions: { nf: { responsible: { unit: nu, site: ns, for: [ng] }, decided_by: { staff: np }, needed_at: [ns], needed_by: { functions: [nf], staff: [np], units: [nu], target_groups: [ng] }, hosted_by: [ { unit: nu, site: ns } ], previously: [f] } }
target_groups: { ng: { pathway: [nf], entrance: nu, previously: [g] } }
co_locations: [ { id: nc, functions: [nf], units: [nu], staff: [np], for: [ng] } ]
interfaces: [ { id: ni, units: [nu], staff: [np] } ]
competences: { nk: { name: Kunnen } }
bodies: { nb: { covers: [nu] } }
premises: [ { id: nm, kind: goal, text: Mål, about: { units: [nu], staff: [np], functions: [nf], sites: [ns], target_groups: [ng], co_locations: [nc], steps: [nt] } } ]
open: [ { id: no, text: Hvor, options: [nu, uvist] } ]
commitments: [ { id: nl, keep: { function: nf, at: [ns] } } ]
process: { decision: { body: nb }, clarified_by: { nu: 2020 }, steps: [ { id: nt, name: Trin, kind: hearing, body: nb }, { id: t2, kind: move, after: [nt] } ] }
ended: { staff: { np: { by: 1 } }, functions: { nf: { at: [ns] } } }",
    );
}

#[test]
fn a_renamed_thing_keeps_its_place_and_frees_its_id() {
    let entries = super::done(
        "units: { a: {}, b: {}, c: {} }",
        "events: [ { rename: { unit: a, id: ny } }, { establish: { unit: a } }, { rename: { unit: ny, id: nyere } } ]",
    );
    let ids: Vec<String> = entries.units.keys().map(ToString::to_string).collect();
    assert_eq!(ids, ["nyere", "b", "c", "a"]);
    let past = &entries.units["nyere"].value.previously;
    assert_eq!(
        past.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["a", "ny"]
    );
    assert_eq!(
        told(
            "units: { a: {}, b: {} }\nstaff: { x: {} }\nopen: [ { id: o, text: Hvem } ]",
            "events: [ { rename: { unit: a, id: b } }, { rename: { staff: y, name: Ny } }, { close: { unit: b } }, { rename: { unit: a, id: b } }, { rename: { open: o, id: p } }, { rename: { step: t, id: u } } ]",
        ),
        [
            ("#1 rename/id".to_owned(), "exists"),
            ("#2 rename/staff".to_owned(), "unknown"),
            ("#4 rename/id".to_owned(), "ended"),
            ("#6 rename/step".to_owned(), "unknown"),
        ]
    );
}

#[test]
fn reduce_writes_what_has_ended_and_recruit_adds() {
    gives(
        "staff: { x: { title: Konsulent, count: 20 }, y: { title: Leder } }",
        "events:
          - reduce: { staff: x, by: 3-4, because: afgang }
          - reduce: { staff: x, by: 50% }
          - { reduce: { staff: y, by: 100% }, date: 2020 }
          - recruit: { staff: x, count: 2 }",
        "staff: { x: { title: Konsulent, count: 10-10.5 } }
ended: { staff: { x: { by: 11-12.5, because: afgang }, y: { name: Leder, by: 1, date: 2020 } } }",
    );
    let faults = refused(
        "staff: { x: { count: 3 } }",
        "events: [ { reduce: { staff: x, by: 4 } } ]",
    );
    assert!(matches!(&faults[0].2, NotApplicable::TooMany { .. }));
}

#[test]
fn what_units_at_several_depths_become_stands_under_what_is_above_all() {
    gives(
        "units: { top: {}, b: { parent: top, head: none }, c: { parent: b }, d: { parent: c, head: none } }",
        "events: [ { merge: { units: [b, d], into: n } } ]",
        "units: { top: {}, c: { parent: n }, n: { parent: top, head: vacant, previously: [b, d] } }",
    );
}

#[test]
fn a_part_of_a_group_gets_no_id_that_is_taken() {
    assert_eq!(
        told(
            "units: { u: {} }\nstaff: { x: { unit: u, count: 5 }, x-ny: { unit: u } }",
            "events: [ { split: { unit: u, into: [ { id: u }, { id: ny, staff: { x: 2 } } ] } } ]"
        ),
        [("#1 split/into/1/staff/x".to_owned(), "exists")]
    );
}

/// Of a group that leads a unit a part goes elsewhere; the head is who stays.
#[test]
fn a_head_stays_with_the_group_whose_id_it_has() {
    gives(
        "units: { u: { head: h } }\nstaff: { h: { unit: u, count: 2 } }",
        "events: [ { split: { unit: u, into: [ { id: u }, { id: ny, staff: { h: 1 } } ] } } ]",
        "units: { u: { head: h }, ny: { head: vacant, previously: [u] } }
staff: { h: { unit: u }, h-ny: { unit: ny, previously: [h] } }",
    );
}

#[test]
fn what_has_ended_is_told_from_what_never_was() {
    let base = "sites: { nord: {} }
units: { a: {} }
staff: { x: { unit: a } }
functions: { f: { responsible: a } }
ended:
  sites: { syd: {} }
  units: { b: {} }
  staff: { y: { by: 1 } }
  functions: { k: {} }
  target_groups: { g: {} }";
    let told = told(
        base,
        "events:
  - relocate: { unit: a, to: syd }
  - relocate: { unit: a, to: vest }
  - move: { staff: x, to: b }
  - move: { staff: y, to: a }
  - move: { function: k, to: a }
  - move: { function: f, to: a, for: [g] }
  - move: { function: f, to: a, for: [h] }",
    );
    let (events, words): (Vec<String>, Vec<&str>) = told.into_iter().unzip();
    assert_eq!(
        events,
        [
            "#1 relocate/to",
            "#2 relocate/to",
            "#3 move/to",
            "#4 move/staff",
            "#5 move/function",
            "#6 move/for/0",
            "#7 move/for/0"
        ]
    );
    assert_eq!(
        words,
        [
            "ended", "unknown", "ended", "ended", "ended", "ended", "unknown"
        ]
    );
}

#[test]
fn merged_units_stand_where_they_stood_and_never_under_themselves() {
    gives(
        "units: { top: {}, a: { parent: top, head: none }, b: { parent: a, head: none }, c: { parent: a, head: none } }",
        "events: [ { merge: { units: [a, b, c], into: n } } ]",
        "units: { top: {}, n: { parent: top, head: vacant, previously: [a, b, c] } }",
    );
    gives(
        "units: { a: { head: none }, b: { parent: a, head: none }, c: { parent: a, head: none } }",
        "events: [ { merge: { units: [b, c], into: n } } ]",
        "units: { a: { head: none }, n: { parent: a, head: vacant, previously: [b, c] } }",
    );
    gives(
        "units: { a: { head: none }, b: { parent: a, head: none } }",
        "events: [ { merge: { units: [a, b], into: n } } ]",
        "units: { n: { head: vacant, previously: [a, b] } }",
    );
}
