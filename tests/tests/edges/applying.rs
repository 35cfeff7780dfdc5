//! Events: what becomes of a chart when they are applied to it.

use std::collections::BTreeSet;

use rokade_change::Applied;
use rokade_core::entry::{Entries, OrUndecided, ResponsibleScope, StaffEntry, UnitEntry};
use rokade_core::fault::{Fault, FaultKind, FaultPlace, NotApplicable};
use rokade_core::ids::{Id, Kind, UnitId};
use rokade_core::span::{PathStep, Source, SourceId};
use rokade_load::{load, load_proposal};

use super::*;

fn entries(chart: &str) -> Entries {
    let source = Source::new("base.yaml", format!("rokade: 1\n{chart}"), Syntax::Yaml);
    let loaded = load(&[(SourceId(0), &source)]);
    assert_eq!(loaded.faults, [], "in the chart:\n{chart}");
    loaded.entries
}

fn applied(base: &str, events: &str) -> Applied {
    let text = format!("rokade: 1\nbase: base.yaml\n{events}");
    let source = Source::new("proposal.yaml", text, Syntax::Yaml);
    let loaded = load_proposal(SourceId(1), &source);
    assert_eq!(loaded.faults, [], "in the proposal:\n{events}");
    rokade_change::apply(&entries(base), &loaded.proposal, &BTreeSet::new())
}

/// What events make of a chart, without a fault.
fn done(base: &str, events: &str) -> Entries {
    let applied = applied(base, events);
    assert_eq!(applied.faults, [], "of:\n{events}");
    applied.entries
}

fn unit<'e>(entries: &'e Entries, id: &str) -> &'e UnitEntry {
    &entries.units.get(id).expect("the unit is there").value
}

fn post<'e>(entries: &'e Entries, id: &str) -> &'e StaffEntry {
    &entries.staff.get(id).expect("the group is there").value
}

fn performed(entries: &Entries, staff: &str) -> Vec<String> {
    let performs = post(entries, staff).performs.iter().flatten();
    performs.map(ToString::to_string).collect()
}

fn served(entries: &Entries, staff: &str) -> Option<Vec<String>> {
    let serves = post(entries, staff).serves.as_ref()?;
    Some(serves.iter().map(ToString::to_string).collect())
}

/// Who holds which part of the function `f`: a word each for unit, site, groups and the rest.
fn held(entries: &Entries) -> Vec<String> {
    let function = &entries.functions.get("f").expect("it is there").value;
    let scopes = function.responsible.iter().flat_map(|r| &r.0);
    scopes.map(told).collect()
}

fn told(scope: &ResponsibleScope) -> String {
    let unit = scope.unit.as_ref().and_then(OrUndecided::id);
    let mut words = vec![unit.map_or("undecided", UnitId::as_str).to_owned()];
    if let Some(site) = &scope.site {
        words.push(format!("at {site}"));
    }
    if !scope.groups.is_empty() {
        let groups: Vec<&str> = scope.groups.iter().map(Id::as_str).collect();
        words.push(format!("for {}", groups.join("+")));
    }
    if let Some(cases) = scope.cases {
        words.push(format!("with {cases}"));
    }
    if scope.shared {
        words.push("shared".to_owned());
    }
    words.join(" ")
}

/// Units, sites and target groups, and one function that some of them are responsible for.
fn with_function(responsible: &str) -> String {
    format!(
        "sites: {{ nord: {{}}, syd: {{}} }}
units: {{ a: {{}}, b: {{}}, c: {{}}, d: {{}} }}
target_groups: {{ unge: {{}}, voksne: {{}} }}
functions: {{ f: {{ responsible: [{responsible}] }} }}"
    )
}

fn after_move(responsible: &str, action: &str) -> Vec<String> {
    let events = format!("events:\n  - move: {{ function: f, {action} }}");
    held(&done(&with_function(responsible), &events))
}

/// The place within the event or the entry, and why.
fn fault(faults: &[Fault]) -> (String, &FaultKind) {
    assert_eq!(faults.len(), 1, "{faults:#?}");
    let FaultPlace::Place(place) = &faults[0].at else {
        panic!("{faults:#?}");
    };
    let steps = place.path.iter().map(|step| match step {
        PathStep::Key(key) | PathStep::KeyName(key) => key.clone(),
        PathStep::Item(item) => item.to_string(),
    });
    let steps: Vec<String> = steps.collect();
    (steps.join("."), &faults[0].kind)
}

fn refused(base: &str, events: &str) -> (String, NotApplicable) {
    let applied = applied(base, events);
    let (path, kind) = fault(&applied.faults);
    let FaultKind::NotApplicable { why, .. } = kind else {
        panic!("{kind:?}");
    };
    (path, why.clone())
}

fn unit_id(id: &str) -> UnitId {
    UnitId::from_checked(id.into())
}

#[test]
fn of_what_two_share_for_some_groups_one_group_can_be_taken_from_one() {
    let held = after_move(
        "{ unit: a, for: [unge, voksne], shared: true }, { unit: b, for: [unge, voksne], shared: true }",
        "from: a, to: c, for: [unge]",
    );
    assert_eq!(
        held,
        [
            "a for voksne shared",
            "b for unge+voksne shared",
            "c for unge shared"
        ]
    );
}

#[test]
fn what_one_holds_at_a_site_is_as_it_was_when_another_gives_away_a_group() {
    let held = after_move(
        "{ unit: a, for: [unge, voksne] }, { unit: b, site: nord }",
        "from: a, to: c, for: [unge]",
    );
    assert_eq!(held, ["a for voksne", "b at nord", "c for unge"]);
}

#[test]
fn who_gives_a_group_away_keeps_none_of_it_at_a_site() {
    let held = after_move("a, { unit: a, site: nord }", "from: a, to: c, for: [unge]");
    assert_eq!(held, ["a", "a at nord", "c for unge", "c at nord for unge"]);
}

#[test]
fn what_two_hold_without_sharing_it_one_does_not_keep_where_the_other_gives_it_away() {
    let action = "from: a, to: c, for: [unge]";
    assert_eq!(after_move("a, b", action), ["a", "b", "c for unge"]);
    // That only one of them says so is not enough.
    let held = after_move("{ unit: a, shared: true }, b", action);
    assert_eq!(held, ["a shared", "b", "c for unge"]);
    let held = after_move("a, { unit: b, shared: true }", action);
    assert_eq!(held, ["a", "b shared", "c for unge"]);
}

#[test]
fn what_a_more_specific_entry_is_taken_out_of_goes_on_without_it() {
    let action = "from: a, to: c, for: [unge], at: [nord]";
    // Of everything.
    let held = after_move("{ unit: a, for: [unge] }, b", action);
    assert_eq!(held, ["a for unge", "b", "c at nord for unge"]);
    let held = after_move(
        "{ unit: a, for: [unge] }, { unit: b, shared: true }, { unit: d, shared: true }",
        action,
    );
    assert_eq!(
        held,
        ["a for unge", "b shared", "d shared", "c at nord for unge"]
    );
    // Of the whole site, and of the whole group.
    let held = after_move("{ unit: a, for: [unge] }, { unit: b, site: nord }", action);
    assert_eq!(held, ["a for unge", "b at nord", "c at nord for unge"]);
    let held = after_move("{ unit: a, site: nord }, { unit: b, for: [unge] }", action);
    assert_eq!(held, ["a at nord", "b for unge", "c at nord for unge"]);
}

#[test]
fn what_is_held_twice_over_stays_so_where_no_event_touches_it() {
    let held = after_move(
        "a, { unit: a, site: nord }, { unit: b, site: syd }",
        "from: b, to: c",
    );
    assert_eq!(held, ["a", "a at nord", "c at syd"]);
}

#[test]
fn what_a_unit_gets_of_what_it_holds_anyway_is_said_once() {
    let held = after_move(
        "c, { unit: a, site: nord }, { unit: d, site: nord, for: [unge] }",
        "from: a, to: c",
    );
    assert_eq!(held, ["c", "d at nord for unge"]);
}

#[test]
fn what_one_of_two_merged_units_shared_with_a_third_is_shared_still() {
    let base = with_function("{ unit: a, shared: true }, b, { unit: d, shared: true }");
    let merged = done(&base, "events:\n  - merge: { units: [a, b], into: c }");
    assert_eq!(held(&merged), ["c shared", "d shared"]);
}

#[test]
fn a_function_is_not_taken_from_a_unit_that_is_no_more() {
    let base = "ended: { units: { gammel: {} } }
units: { a: {}, b: {} }
functions: { f: { responsible: a } }";
    let (path, why) = refused(
        base,
        "events:\n  - move: { function: f, from: gammel, to: b }",
    );
    let thing = unit_id("gammel").subject();
    assert_eq!(path, "move.from");
    assert_eq!(why, NotApplicable::Ended { thing });
}

#[test]
fn a_moved_post_goes_on_with_its_work_under_another_id() {
    let result = done(
        "units: { a: {}, b: {}, c: {} }
functions: { f: { responsible: b } }
staff: { raadgiver: { unit: a, performs: [f] }, vejleder: { unit: b, performs: [f] } }",
        "events:
  - move: { staff: raadgiver, to: b }
  - rename: { staff: raadgiver, id: konsulent }
  - move: { function: f, from: b, to: c }",
    );
    assert_eq!(performed(&result, "konsulent"), ["f"]);
    assert!(performed(&result, "vejleder").is_empty());
}

#[test]
fn posts_stop_with_a_function_that_left_and_then_got_another_id() {
    let result = done(
        "units: { a: {}, b: {} }
functions: { f: { responsible: a } }
staff: { raadgiver: { unit: a, performs: [f] } }",
        "events:
  - move: { function: f, from: a, to: b }
  - rename: { function: f, id: g }",
    );
    assert!(performed(&result, "raadgiver").is_empty());
}

#[test]
fn a_unit_split_in_two_can_lose_what_it_kept() {
    let result = done(
        "units: { a: {}, c: {} }
functions: { f: { responsible: a } }
staff: { raadgiver: { unit: a, performs: [f] } }",
        "events:
  - split: { unit: a, into: [{ id: a, functions: [f] }, { id: b }] }
  - move: { function: f, from: a, to: c }",
    );
    assert_eq!(held(&result), ["c"]);
    assert!(performed(&result, "raadgiver").is_empty());
}

#[test]
fn moved_posts_serve_the_groups_of_their_old_unit_and_not_those_of_others() {
    let result = done(
        "units: { a: {}, b: {}, c: {} }
target_groups: { unge: {}, voksne: {} }
functions: { f: { responsible: [{ unit: a, for: [unge] }, { unit: b, for: [voksne] }] } }
staff: { raadgiver: { unit: a } }",
        "events:\n  - move: { staff: raadgiver, to: c }",
    );
    assert_eq!(served(&result, "raadgiver"), Some(vec!["unge".to_owned()]));
}

#[test]
fn whom_posts_are_said_to_serve_stays_said_where_their_new_unit_serves_the_same() {
    let base = "units: { a: {}, b: {} }
target_groups: { unge: {} }
functions: { f: { responsible: { unit: b, for: [unge] } } }
staff: { raadgiver: { unit: a, for: [unge] } }";
    let result = done(base, "events:\n  - move: { staff: raadgiver, to: b }");
    assert_eq!(served(&result, "raadgiver"), Some(vec!["unge".to_owned()]));
}

#[test]
fn to_be_given_work_says_nothing_of_whom_a_post_serves() {
    let result = done(
        "units: { a: {} }
target_groups: { unge: {} }
functions: { f: { responsible: { unit: a, for: [unge] } } }
staff: { raadgiver: { unit: a } }",
        "events:\n  - assign: { staff: raadgiver, performs: [f] }",
    );
    assert_eq!(performed(&result, "raadgiver"), ["f"]);
    assert_eq!(served(&result, "raadgiver"), None);
}

#[test]
fn a_site_that_a_unit_states_stays_stated_where_it_moves_to_the_same() {
    let base = "sites: { nord: {}, syd: {} }
units: { gammel: {}, ny: { site: nord }, hold: { parent: gammel, site: nord } }";
    let events = "events:
  - move: { unit: hold, to: ny }
set: { units: { ny: { site: syd } } }";
    let result = done(base, events);
    let site = unit(&result, "hold").site.as_ref();
    assert_eq!(site, unit(&entries(base), "hold").site.as_ref());
}

#[test]
fn a_unit_that_moves_there_and_back_says_what_it_said() {
    let base = "sites: { nord: {}, syd: {} }
units: { nordlig: { site: nord }, sydlig: { site: syd }, hold: { parent: nordlig } }";
    let events = "events:
  - move: { unit: hold, to: sydlig }
  - move: { unit: hold, to: nordlig }";
    assert_eq!(done(base, events).units, entries(base).units);
}

const SPLIT: &str = "sites: { nord: {}, syd: {} }
units: { top: { site: nord }, a: { parent: top }, under: { parent: a } }";

#[test]
fn a_part_is_put_under_no_unit_that_is_not_there() {
    let (path, why) = refused(
        SPLIT,
        "events:\n  - split: { unit: a, into: [{ id: b, parent: ingen }] }",
    );
    assert_eq!(path, "split.into.0.parent");
    assert!(
        matches!(&why, NotApplicable::Unknown { kind: Kind::Unit, id, .. } if id == "ingen"),
        "{why:?}"
    );
}

#[test]
fn a_unit_that_is_split_is_not_put_under_what_is_below_it() {
    let (path, why) = refused(
        SPLIT,
        "events:\n  - split: { unit: a, into: [{ id: a, parent: under }, { id: b }] }",
    );
    assert_eq!(path, "split.into.0.parent");
    let (unit, under) = (unit_id("a"), unit_id("under"));
    assert_eq!(why, NotApplicable::ParentCircle { unit, under });
}

#[test]
fn a_part_can_stand_under_another_part() {
    let result = done(
        SPLIT,
        "events:\n  - split: { unit: a, into: [{ id: b, parent: c }, { id: c }] }",
    );
    let parent = |id: &str| unit(&result, id).parent.as_ref().and_then(OrUndecided::id);
    assert_eq!(parent("b"), Some(&unit_id("c")));
    assert_eq!(parent("c"), Some(&unit_id("top")));
}

#[test]
fn the_site_a_part_is_given_stays_stated() {
    let base = "sites: { nord: {} }
units: { top: { site: nord }, a: { parent: top }, b: { parent: top, site: nord } }";
    let result = done(
        base,
        "events:
  - split: { unit: a, into: [{ id: a1, site: nord }, { id: a2 }] }
  - split: { unit: b, into: [{ id: b1 }, { id: b2 }] }",
    );
    let states_it = |id: &&str| unit(&result, id).site.is_some();
    let stated: Vec<&str> = ["a1", "a2", "b1", "b2"]
        .into_iter()
        .filter(states_it)
        .collect();
    assert_eq!(stated, ["a1", "b1", "b2"]);
}

#[test]
fn the_parts_of_another_organisation_are_of_that_organisation() {
    let result = done(
        "units: { nabo: { name: Nabokommunen, external: true } }",
        "events:\n  - split: { unit: nabo, into: [{ id: oest }, { id: vest }] }",
    );
    assert!(unit(&result, "oest").external && unit(&result, "vest").external);
}

#[test]
fn how_the_cases_of_a_split_unit_are_divided_is_not_known() {
    let base = with_function("{ unit: a, cases: 400 }");
    let split = |into: &str| {
        let events = format!("events:\n  - split: {{ unit: a, into: [{into}] }}");
        held(&done(&base, &events))
    };
    assert_eq!(
        split("{ id: x, functions: [f] }, { id: y, functions: [f] }"),
        ["x with 0-400 shared", "y with 0-400 shared"]
    );
    assert_eq!(
        split("{ id: x, functions: [f] }, { id: y }"),
        ["x with 400"]
    );
}

#[test]
fn an_event_needs_the_one_that_last_made_what_it_names() {
    let result = applied(
        "units: { a: {} }",
        "events:
  - establish: { unit: hold }
  - rename: { unit: hold, id: holdet }
  - establish: { unit: hold }
  - move: { unit: hold, to: a }",
    );
    assert_eq!(result.faults, []);
    let needs = |act| result.log.needs_of(act).collect::<Vec<_>>();
    assert_eq!(needs(1), [0]);
    assert_eq!(needs(3), [2]);
}

#[test]
fn an_event_that_makes_a_thing_itself_does_not_need_who_made_one_of_that_id_before() {
    let result = applied(
        "units: { a: {}, b: {} }",
        "events:
  - establish: { unit: c }
  - rename: { unit: c, id: d }
  - merge: { units: [a, b], into: c }",
    );
    assert_eq!(result.faults, []);
    assert_eq!(result.log.needs_of(2).count(), 0);
}

#[test]
fn an_interface_that_is_set_with_one_member_is_too_little_at_the_key_it_has() {
    let base = "units: { a: {} }\nstaff: { vejleder: { unit: a } }";
    for (section, stated, key) in [
        ("interfaces", "units: [a]", "units"),
        ("interfaces", "staff: [vejleder]", "staff"),
        ("co_locations", "units: [a]", "units"),
    ] {
        let set = format!("set: {{ {section}: {{ moede: {{ {stated} }} }} }}");
        let result = applied(base, &set);
        let (path, kind) = fault(&result.faults);
        assert_eq!((path.as_str(), kind), (key, &FaultKind::TooFewMembers));
    }
}

#[test]
fn what_two_share_for_a_group_they_share_at_a_site_that_another_gives_away() {
    let held = after_move(
        "a, { unit: b, for: [unge], shared: true }, { unit: d, for: [unge], shared: true }",
        "from: a, to: c, at: [nord]",
    );
    assert_eq!(
        held,
        [
            "a",
            "b for unge shared",
            "d for unge shared",
            "b at nord for unge shared",
            "d at nord for unge shared",
            "c at nord"
        ]
    );
}
