//! What is read of proposals, and what is said of faulty ones.

use rokade_core::entry::{
    Action, ActionKind, Establish, FunctionEntry, OrUndecided, Patch, SiteEntry, TargetGroupEntry,
    UnitEntry,
};
use rokade_core::fault::{Fault, FaultKind, NotApplicable, SyntaxFault};
use rokade_core::ids::Id;
use rokade_core::span::{Origin, PathStep, SourceId};
use schemars::JsonSchema;
use serde_json::Value as Json;

use super::{in_words, kind_in_words, source, span_of};
use crate::limits::MAX_EVENTS;
use crate::{LoadedProposal, load_proposal, locate};

/// The proposal of the format's description.
pub(super) const PROPOSAL: &str = include_str!("proposal.yaml");

pub(super) fn load_text(text: &str) -> LoadedProposal {
    load_proposal(SourceId(0), &source(text))
}

fn faults_of(text: &str) -> Vec<String> {
    let source = source(text);
    let loaded = load_proposal(SourceId(0), &source);
    loaded.faults.iter().map(|f| in_words(f, &source)).collect()
}

/// Asserts that a proposal, whose version and base are on its first two lines, has these faults
/// and no others.
#[track_caller]
fn assert_faults(text: &str, expected: &[&str]) {
    let text = format!("rokade: 1\nbase: a.yaml\n{text}");
    assert_eq!(faults_of(&text), expected, "{text}");
}

#[track_caller]
fn clean(text: &str) -> LoadedProposal {
    assert_eq!(faults_of(text), Vec::<String>::new(), "{text}");
    let loaded = load_text(text);
    assert!(loaded.complete);
    loaded
}

/// The patches of a `set`: key, id and value.
fn patches(set: &str) -> Vec<String> {
    let loaded = load_text(&format!("rokade: 1\nbase: a.yaml\nset: {set}\n"));
    let in_words = |patch: &Patch| {
        let id = patch.id.as_deref().unwrap_or("-");
        format!("{} {id} {}", patch.key, patch.value)
    };
    loaded.proposal.set.iter().map(in_words).collect()
}

fn slice(text: &str, origin: Option<Origin>) -> &str {
    let origin = origin.expect("it stands in a file");
    &text[origin.start as usize..origin.end as usize]
}

#[test]
fn the_proposal_of_the_format_s_description() {
    let loaded = clean(PROPOSAL);
    let proposal = loaded.proposal;
    assert_eq!(proposal.base.as_deref(), Some("current.yaml"));
    let kinds: Vec<ActionKind> = proposal
        .events
        .iter()
        .map(|event| event.entry.action().expect("one action").kind())
        .collect();
    for kind in ActionKind::ALL {
        assert!(kinds.contains(&kind), "{kind:?}");
    }
    assert!(proposal.events.iter().all(|event| !event.is_faulty));
    assert_eq!(
        proposal.events[1].entry.because(),
        Some("stordrift"),
        "beside"
    );
    let reduced = proposal.events.iter().find_map(|event| {
        let is_reduced = matches!(event.entry.action(), Some(Action::Reduce(_)));
        is_reduced.then(|| event.entry.because()).flatten()
    });
    assert_eq!(reduced, Some("Naturlig afgang"), "inside");
    let own = &proposal.own;
    assert!(own.header.title.is_some() && own.header.as_of.is_some());
    assert_eq!(own.commitments.len(), 2);
    assert_eq!(own.process.steps.len(), 1);
    let keys: Vec<&str> = own.keys.keys().map(String::as_str).collect();
    assert_eq!(
        keys,
        [
            "rokade",
            "base",
            "title",
            "as_of",
            "events",
            "set",
            "commitments",
            "process"
        ]
    );
}

#[test]
fn every_event_and_its_action_have_their_places() {
    let text = "rokade: 1\nbase: a.yaml\nevents:\n  - close: { unit: a }\n  - { id: b, \
                move: { unit: a, to: c }, because: x }\n  - because: y\n    establish:\n      \
                unit: d\n      name: D\n";
    let loaded = clean(text);
    let events = &loaded.proposal.events;
    let places: Vec<(&str, &str)> = events
        .iter()
        .map(|event| (slice(text, event.origin), slice(text, event.action)))
        .collect();
    assert_eq!(places[0], ("close: { unit: a }", "close: { unit: a }"));
    assert_eq!(
        places[1],
        (
            "{ id: b, move: { unit: a, to: c }, because: x }",
            "move: { unit: a, to: c }"
        )
    );
    assert_eq!(places[2].1, "establish:\n      unit: d\n      name: D");
    let nested: Vec<String> = loaded
        .proposal
        .own
        .nested
        .keys()
        .map(ToString::to_string)
        .collect();
    assert_eq!(nested, ["event:#1", "event:b", "event:#3"]);
    // A field is found from the action's key on, in an event of any form.
    let source = source(text);
    for (event, key, to) in [
        (0, "close", "unit"),
        (1, "move", "to"),
        (2, "establish", "name"),
    ] {
        let origin = events[event].origin.expect("it stands in a file");
        let path = [PathStep::from(key), PathStep::from(to)];
        let found = &text[locate(&source, origin, &path)];
        assert_eq!(found, ["a", "c", "D"][event]);
        let key_itself = &text[locate(&source, origin, &[PathStep::KeyName(key.to_owned())])];
        assert_eq!(key_itself, key);
        let action = events[event].action.expect("it stands in a file");
        assert_eq!(&text[locate(&source, action, &[PathStep::from(to)])], found);
    }
}

#[test]
fn json_is_read_as_well() {
    let text = r#"{ "rokade": 1, "base": "a.yaml", "events": [
        { "move": { "staff": "a", "count": 18, "to": "undecided" } },
        { "close": { "site": "6" } } ], "set": { "units": { "b": null } } }"#;
    let loaded = clean(text);
    let [moved, closed] = &loaded.proposal.events[..] else {
        panic!("{loaded:?}");
    };
    let Some(Action::Move(moved)) = moved.entry.action() else {
        panic!("{moved:?}");
    };
    assert_eq!(moved.to, Some(OrUndecided::Undecided));
    assert_eq!(slice(text, closed.action), r#""close": { "site": "6" }"#);
    assert_eq!(loaded.proposal.set[0].value, Json::Null);
}

#[test]
fn the_sections_of_a_chart_are_refused_at_the_top() {
    assert_faults(
        "units: { a: { nmae: A } }\nstaff:\nco_locations: [5]\nevnts: []\nhearing: x\n",
        &[
            "3:1 units | unknown key units (set?)",
            "4:1 staff | unknown key staff (set?)",
            "5:1 co_locations | unknown key co_locations (set?)",
            "6:1 evnts | unknown key evnts (events?)",
            "7:1 hearing | unknown key hearing",
        ],
    );
}

#[test]
fn what_a_proposal_says_for_itself_is_read_as_in_a_chart() {
    assert_faults(
        "as_of: snart\nprocess: { steps: [{ id: a }] }\ncommitments: [{ text: x }]\n\
         ended: { units: { A: {} } }\nallow: [{ because: x }]\n",
        &[
            "3:8 snart | as_of: date, not snart",
            "4:20 { id: a } | missing kind | step:a",
            "5:15 { text: x } | missing id",
            "6:19 A | units: id, not A (a?)",
            "7:9 { because: x } | missing rule",
        ],
    );
    assert_eq!(
        faults_of("base: a.yaml\nevents: []\n"),
        ["1:1 base | missing rokade"]
    );
    assert_eq!(
        faults_of("rokade: 1\nbase: a.yaml\nbase: b.yaml\nevents: 5\nset: []\n"),
        [
            "3:1 base | duplicate base of 2:1 None",
            "4:9 5 | events: list, not 5",
            "5:6 [] | set: map, not a list"
        ]
    );
}

#[test]
fn an_event_says_exactly_one_thing() {
    assert_faults(
        "events:\n  - { id: a }\n  - ~\n  - { close: { unit: a }, move: { unit: a, to: b } }\n  \
         - { because: x, mvoe: { unit: a, to: b } }\n  - { flyt: { unit: a, to: b } }\n  - 5\n  \
         - { close: ~, rename: { unit: a, id: b } }\n  - close:\n",
        &[
            "4:5 { id: a } | NotApplicable { action: None, why: NoAction } | event:a",
            "5:5 ~ | NotApplicable { action: None, why: NoAction } | event:#2",
            "6:5 { close: { unit: a }, move: { unit: a, to: b } } | NotApplicable { action: \
             None, why: SeveralActions { actions: [\"close\", \"move\"] } } | event:#3",
            "7:19 mvoe | unknown key mvoe (move?) | event:#4",
            "8:7 flyt | unknown key flyt | event:#5",
            "9:5 5 | events: map, not 5 | event:#6",
            "11:5 close | NotApplicable { action: Some(Close), why: \
             Incomplete { needs: [\"unit\", \"site\"] } } | event:#8",
        ],
    );
}

/// A table: lines with what stands in the lines behind them that are indented.
fn table(text: &str) -> Vec<(&str, Vec<&str>)> {
    let mut rows: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in text.lines() {
        match (line.strip_prefix("    "), rows.last_mut()) {
            (Some(inside), Some((_, lines))) => lines.push(inside),
            _ => rows.push((line, Vec::new())),
        }
    }
    rows
}

/// What is wrong in one action: the text at each fault, and the fault.
fn of_action(action: &str) -> Vec<String> {
    let text = format!("rokade: 1\nbase: a.yaml\nevents:\n- {action}\n");
    let source = source(&text);
    let loaded = load_text(&text);
    assert_eq!(loaded.proposal.events.len(), 1);
    let is_faulty = !loaded.faults.is_empty();
    assert_eq!(loaded.proposal.events[0].is_faulty, is_faulty, "{action}");
    let in_short = |fault: &Fault| {
        let subject = fault.subject.as_ref().map(ToString::to_string);
        assert_eq!(subject.as_deref(), Some("event:#1"), "{action}");
        let at = &source.text[span_of(fault).range()];
        let what = match &fault.kind {
            FaultKind::NotApplicable {
                why: NotApplicable::Incomplete { needs },
                ..
            } => {
                format!("needs {}", needs.join(" "))
            }
            FaultKind::NotApplicable {
                why: NotApplicable::Unfit { key },
                ..
            } if key == at => "unfit".to_owned(),
            FaultKind::NotApplicable {
                why: NotApplicable::Exists { thing },
                ..
            } => format!("exists {thing}"),
            other => kind_in_words(other, &source),
        };
        format!("{at} | {what}")
    };
    let mut faults: Vec<String> = loaded.faults.iter().map(in_short).collect();
    faults.sort();
    faults
}

#[test]
fn every_action_needs_its_keys_and_takes_no_others() {
    let table = table(include_str!("proposals/actions.txt"));
    for kind in ActionKind::ALL {
        assert!(
            table
                .iter()
                .any(|(action, _)| action.starts_with(kind.key())),
            "{kind:?}"
        );
    }
    for (action, mut expected) in table {
        expected.sort_unstable();
        assert_eq!(of_action(action), expected, "{action}");
    }
}

#[test]
fn two_events_of_one_id_are_both_kept() {
    let text = "rokade: 1\nbase: a.yaml\nevents:\n- { id: a, close: { unit: b } }\n- { id: a, \
                close: { unit: c } }\n- { id: A, close: { unit: d } }\n";
    assert_eq!(
        faults_of(text),
        [
            "5:9 a | duplicate a of 4:9 Some(\"event\") | event:#2",
            "6:9 A | id: id, not A (a?) | event:#3"
        ]
    );
    let events = load_text(text).proposal.events;
    let ids: Vec<Option<&str>> = events
        .iter()
        .map(|event| event.entry.id.as_ref().map(Id::as_str))
        .collect();
    assert_eq!(ids, [Some("a"), None, None]);
    assert_eq!(
        events.iter().map(|e| e.is_faulty).collect::<Vec<_>>(),
        [false, false, true]
    );
}

#[test]
fn more_events_than_anybody_writes_are_not_read() {
    let mut text = "rokade: 1\nbase: a.yaml\nevents:\n".to_owned();
    text += &"- close: { unit: a }\n".repeat(MAX_EVENTS);
    let whole = load_text(&text);
    assert!(whole.complete && whole.faults.is_empty());
    assert_eq!(whole.proposal.events.len(), MAX_EVENTS);
    text += "- close: { unit: a }\n";
    let cut = load_text(&text);
    assert!(!cut.complete);
    assert_eq!(cut.proposal.events.len(), MAX_EVENTS);
    let too_many = FaultKind::Syntax(SyntaxFault::TooManyNodes(MAX_EVENTS as u64));
    let kinds: Vec<&FaultKind> = cut.faults.iter().map(|fault| &fault.kind).collect();
    assert_eq!(kinds, [&too_many]);
}

#[test]
fn a_faulty_event_keeps_the_numbers_of_those_behind_it() {
    let text = "rokade: 1\nbase: a.yaml\nevents: [x, { close: { unit: a } }, [], { close: 5 }]\n";
    let loaded = load_text(text);
    let faulty: Vec<bool> = loaded.proposal.events.iter().map(|e| e.is_faulty).collect();
    assert_eq!(faulty, [true, false, true, true]);
    let numbers: Vec<String> = loaded
        .proposal
        .own
        .nested
        .keys()
        .map(ToString::to_string)
        .collect();
    assert_eq!(numbers, ["event:#1", "event:#2", "event:#3", "event:#4"]);
}

#[test]
fn the_keys_of_what_is_founded_are_those_of_its_section() {
    fn keys_of<T: JsonSchema>() -> Vec<String> {
        let schema = schemars::schema_for!(T).to_value();
        let keys = schema["properties"].as_object().expect("a map of keys");
        let mut keys: Vec<String> = keys.keys().cloned().collect();
        keys.sort();
        keys
    }
    let mut all = vec!["unit", "function", "target_group", "site"];
    for (named_by, taken) in [
        ("unit", keys_of::<UnitEntry>()),
        ("site", keys_of::<SiteEntry>()),
        ("function", keys_of::<FunctionEntry>()),
        ("target_group", keys_of::<TargetGroupEntry>()),
    ] {
        let mut listed = Establish::keys_of(named_by).to_vec();
        all.extend(&listed);
        listed.sort_unstable();
        assert_eq!(listed, taken, "{named_by}");
    }
    all.sort_unstable();
    all.dedup();
    assert_eq!(keys_of::<Establish>(), all);
    assert!(Establish::keys_of("staff").is_empty());
}

#[test]
fn a_patch_says_what_becomes_of_each_key() {
    for (set, expected) in table(include_str!("proposals/patches.txt")) {
        assert_faults(&format!("set: {set}\n"), &[]);
        assert_eq!(patches(set), expected, "{set}");
    }
    // A decomposed letter is the same id.
    let set = "{ staff: { e\u{301}: { wishes: { e\u{301}: ~ } } } }";
    assert_eq!(patches(set), [r#"staff é {"wishes":{"é":null}}"#]);
}

#[test]
fn a_patch_is_checked_as_a_chart_is_but_requires_nothing() {
    assert_faults(
        "set:\n  units:\n    a: { nmae: A, site: Not an id, head: ~ }\n    A: ~\n    b: 5\n  staff: [a]\n  \
         steps: {}\n  co_locations:\n    a: { id: b, units: [c] }\n    a: ~\n  premises: [{ kind: goal }]\n  \
         functions: { a: { responsible: [{ site: b }] }, c: { performs: [d] } }\n  process: { steps: { a: {}, a: ~ } }\n",
        &[
            "5:10 nmae | unknown key nmae (name?) | unit:a",
            "5:25 Not an id | site: site-or-undecided, not Not an id (not-an-id?) | unit:a",
            "6:5 A | units: id, not A (a?)",
            "7:8 5 | units: map, not 5 | unit:b",
            "8:10 [a] | staff: map, not a list",
            "9:3 steps | unknown key steps (sites?)",
            "11:14 b | id: id, not b (a?) | co_location:a",
            "12:5 a | duplicate a of 11:5 Some(\"co_location\") | co_location:a",
            "13:14 { kind: goal } | missing id",
            "14:35 { site: b } | missing unit | function:a",
            "14:56 performs | unknown key performs | function:c",
            "15:30 a | duplicate a of 15:23 Some(\"step\") | step:a",
        ],
    );
    assert_eq!(
        patches("{ units: { a: { nmae: A, site: Not an id, head: ~ }, b: 5 } }"),
        [r#"units a {"head":null}"#]
    );
}

#[test]
fn a_file_that_is_cut_off_is_not_complete() {
    let text = "rokade: 1\nbase: a.yaml\nevents:\n- close: { unit: a }\n- move: { unit: [\n";
    let loaded = load_text(text);
    assert!(!loaded.complete);
    assert_eq!(loaded.faults.len(), 1);
    assert_eq!(loaded.proposal.events.len(), 1);
    let empty = load_text("");
    assert!(!empty.complete && empty.faults.len() == 1);
    let control = load_text("rokade: 1\nbase: a.yaml\ntitle: \"\u{7}\"\n");
    assert!(!control.complete && control.faults.len() == 1);
}
