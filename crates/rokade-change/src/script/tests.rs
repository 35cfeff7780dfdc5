//! Scripts of typical changes, read as a person would: two charts, and the events between them.

use std::collections::BTreeSet;

use rokade_core::chart::Chart;
use rokade_core::span::{Source, SourceId, Syntax};
use rokade_load::{load, load_proposal, write_proposal};

use super::needed::superfluous_by;
use super::script;
use crate::apply::apply;
use crate::plain::same;

const BASE: &str = "
sites: { raadhus: {}, havnen: {} }
units:
  borger: { name: Borger, site: raadhus, head: chef }
  ydelse: { name: Ydelse, parent: borger, head: leder }
  job: { name: Job, parent: borger, head: none }
  team: { name: Team Syd, parent: job, head: none }
staff:
  chef: { title: Chef, unit: borger }
  leder: { title: Leder, unit: ydelse }
  raadgivere: { title: Rådgiver, unit: ydelse, count: 10, performs: [ydelse] }
  vejledere: { title: Vejleder, unit: job, count: 4 }
functions:
  ydelse: { name: Ydelse, responsible: ydelse }
  samtaler: { name: Samtaler, responsible: job }
target_groups: { ledige: {}, syge: {} }
";

fn chart(text: &str) -> Chart {
    let source = Source::new("chart.yaml", format!("rokade: 1{text}"), Syntax::Yaml);
    let loaded = load(&[(SourceId(0), &source)]);
    assert_eq!(loaded.faults, [], "in the chart:\n{text}");
    Chart::build(loaded.entries).0
}

/// The script from the base to what it is when some lines of it are others.
fn changed(lines: &[(&str, &str)]) -> String {
    let mut text = BASE.to_owned();
    for (old, new) in lines {
        assert!(text.contains(old), "the base has no {old:?}");
        text = text.replace(old, new);
    }
    between(BASE, &text)
}

fn between(base: &str, revision: &str) -> String {
    let (base, revision) = (chart(base), chart(revision));
    let script = script(&base, &revision);
    let applied = apply(base.entries(), &script, &BTreeSet::new());
    assert_eq!(applied.faults, []);
    let result = Chart::build(applied.entries).0;
    let written = write_proposal(&script);
    assert!(same(&result, &revision), "{written}");
    let lines = written.lines().skip(2);
    let lines = lines.map(|line| line.strip_prefix("  ").unwrap_or(line));
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[test]
fn nothing_is_nothing() {
    assert_eq!(between(BASE, BASE), "");
}

#[test]
fn a_new_parent_and_a_new_site() {
    let script = changed(&[(
        "team: { name: Team Syd, parent: job,",
        "team: { name: Team Syd, parent: ydelse, site: havnen,",
    )]);
    assert_eq!(
        script,
        "events:\n\
         - move: { unit: team, to: ydelse }\n\
         - relocate: { unit: team, to: havnen }\n"
    );
}

#[test]
fn a_unit_renamed_with_all_that_it_holds_is_one_event() {
    let script = changed(&[
        (
            "ydelse: { name: Ydelse, parent",
            "penge: { name: Penge, previously: [ydelse], parent",
        ),
        ("unit: ydelse", "unit: penge"),
        ("responsible: ydelse", "responsible: penge"),
    ]);
    assert_eq!(
        script,
        "events:\n- rename: { unit: ydelse, name: Penge, id: penge }\n"
    );
}

#[test]
fn a_part_of_a_group_moves_and_the_rest_stays() {
    let script = changed(&[(
        "count: 10, performs: [ydelse] }",
        "count: 6, performs: [ydelse] }\n  \
         raadgivere-job: { title: Rådgiver, unit: job, count: 4, performs: [ydelse], previously: [raadgivere] }",
    )]);
    assert_eq!(
        script,
        "events:\n\
         - move: { staff: raadgivere, count: 4, to: job, as: raadgivere-job }\n"
    );
}

#[test]
fn a_function_moves_with_those_who_perform_it() {
    let script = changed(&[
        ("responsible: ydelse", "responsible: job"),
        (
            "title: Rådgiver, unit: ydelse",
            "title: Rådgiver, unit: job",
        ),
    ]);
    assert_eq!(
        script,
        "events:\n\
         - move: { function: ydelse, from: ydelse, to: job }\n\
         - move: { staff: raadgivere, to: job }\n"
    );
}

#[test]
fn a_function_for_some_groups_comes_back_to_who_has_the_rest() {
    let parted = BASE.replace(
        "responsible: ydelse",
        "responsible: [job, { unit: ydelse, for: [ledige, syge] }]",
    );
    let whole = BASE.replace("responsible: ydelse", "responsible: job");
    assert_eq!(
        between(&parted, &whole),
        "events:\n\
         - move: { function: ydelse, from: ydelse, to: job, for: [ledige, syge] }\n\n\
         set:\nstaff: { raadgivere: { performs: [ydelse] } }\n"
    );
}

#[test]
fn fewer_and_more_posts() {
    let script = changed(&[
        ("count: 10", "count: 8"),
        ("count: 4", "count: 7"),
        (
            "target_groups:",
            "ended: { staff: { raadgivere: { by: 2, because: Naturlig afgang } } }\ntarget_groups:",
        ),
    ]);
    assert_eq!(
        script,
        "events:\n\
         - recruit: { staff: vejledere, count: 3 }\n\
         - reduce: { staff: raadgivere, by: 2, because: Naturlig afgang }\n"
    );
}

#[test]
fn a_unit_closes_and_what_it_held_goes_elsewhere() {
    let script = changed(&[
        (
            "  ydelse: { name: Ydelse, parent: borger, head: leder }\n",
            "",
        ),
        ("unit: ydelse", "unit: job"),
        ("responsible: ydelse", "responsible: job"),
        (
            "target_groups:",
            "ended: { units: { ydelse: { name: Ydelse, because: Samles i Job } } }\ntarget_groups:",
        ),
    ]);
    assert_eq!(
        script,
        "events:\n\
         - move: { function: ydelse, from: ydelse, to: job }\n\
         - move: { staff: leder, to: job }\n\
         - move: { staff: raadgivere, to: job }\n\
         - close: { unit: ydelse, because: Samles i Job }\n"
    );
}

#[test]
fn what_no_event_says_is_set() {
    let script = changed(&[
        ("title: Rådgiver,", "title: Rådgiver, cost: 500000,"),
        (
            "target_groups: { ledige: {}, syge: {} }",
            "target_groups: { ledige: { citizens: ca. 400 } }",
        ),
    ]);
    assert_eq!(
        script,
        "set:\n\
         staff: { raadgivere: { cost: 500000 } }\n\
         target_groups: { syge: ~, ledige: { citizens: ca. 400 } }\n"
    );
}

#[test]
fn responsibilities_that_are_one_when_united_are_replaced_whole() {
    let parted = BASE.replace(
        "responsible: ydelse",
        "responsible: [{ unit: ydelse, for: [ledige] }, { unit: ydelse, for: [syge] }]",
    );
    let narrowed = BASE.replace(
        "responsible: ydelse",
        "responsible: { unit: ydelse, for: [syge] }",
    );
    assert_eq!(
        between(&parted, &narrowed),
        "set:\nfunctions: { ydelse: { responsible: { unit: ydelse, for: [syge] } } }\n"
    );
}

/// What closing a unit writes down may be what an event says that comes before it.
#[test]
fn what_another_event_does_in_its_place_is_superfluous_however_it_is_tried() {
    let base = chart(
        "
sites: { raadhus: {} }
units: { borger: {}, job: { parent: borger } }
staff: { vejledere: { unit: job } }
",
    );
    let revision = chart(
        "
sites: { raadhus: {} }
units: { folk: { site: raadhus, previously: [borger] } }
staff: { vejledere: { unit: job, site: raadhus } }
ended: { units: { job: {} } }
",
    );
    let source = "rokade: 1\nbase: base.yaml\nevents:
  - rename: { unit: borger, id: folk }
  - relocate: { unit: folk, to: raadhus }
  - relocate: { staff: vejledere, to: raadhus }
  - close: { unit: job }\n";
    let source = Source::new("proposal.yaml", source, Syntax::Yaml);
    let proposal = load_proposal(SourceId(0), &source).proposal;
    for alone in [true, false] {
        let superfluous = superfluous_by(&base, &revision, &proposal, alone);
        assert_eq!(superfluous, BTreeSet::from([2]), "alone: {alone}");
    }
}
