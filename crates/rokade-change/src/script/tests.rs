//! Scripts of typical changes, read as a person would: two charts, and the events between them.

use std::collections::BTreeSet;

use rokade_core::chart::Chart;
use rokade_core::entry::Entries;
use rokade_core::span::{Source, SourceId, Syntax};
use rokade_load::{load, load_proposal, write_proposal};

use super::needed::{superfluous_by, useless};
use super::script;
use crate::apply::apply;
use crate::plain::{plain_in, same};

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

#[test]
fn functions_and_target_groups_that_became_one_are_merged() {
    let script = changed(&[
        (
            "  ydelse: { name: Ydelse, responsible: ydelse }\n  \
             samtaler: { name: Samtaler, responsible: job }\n",
            "  hjaelp: { name: Hjælp, responsible: [ydelse, job], previously: [ydelse, samtaler] }\n",
        ),
        ("performs: [ydelse]", "performs: [hjaelp]"),
        (
            "ledige: {}, syge: {}",
            "uden-job: { name: Uden job, previously: [ledige, syge] }",
        ),
    ]);
    assert_eq!(
        script,
        "events:\n\
         - merge: { functions: [samtaler, ydelse], into: hjaelp, name: Hjælp }\n\
         - merge: { target_groups: [ledige, syge], into: uden-job, name: Uden job }\n"
    );
}

#[test]
fn units_that_became_one_are_merged_where_the_new_one_stands() {
    let script = changed(&[
        (
            "  ydelse: { name: Ydelse, parent: borger, head: leder }\n  \
             job: { name: Job, parent: borger, head: none }\n",
            "  center: { name: Jobcenter, parent: borger, site: havnen, head: leder, previously: [job, ydelse] }\n",
        ),
        ("parent: job", "site: raadhus, parent: center"),
        ("unit: ydelse", "unit: center, site: raadhus"),
        ("unit: job", "unit: center, site: raadhus"),
        ("responsible: ydelse", "responsible: center"),
        ("responsible: job", "responsible: center"),
    ]);
    assert_eq!(
        script,
        "events:\n\
         - merge: { units: [job, ydelse], into: center, name: Jobcenter, parent: borger, site: havnen, head: leder }\n"
    );
}

#[test]
fn a_unit_that_others_are_merged_into_keeps_its_place() {
    let merged = |now: &str| {
        changed(&[(
            "  job: { name: Job, parent: borger, head: none }\n  \
             team: { name: Team Syd, parent: job, head: none }\n",
            now,
        )])
    };
    assert_eq!(
        merged("  job: { name: Job, parent: borger, head: none, previously: [job, team] }\n"),
        "events:\n- merge: { units: [job, team], into: job }\n"
    );
    assert_eq!(
        merged(
            "  job: { name: Job og team, parent: borger, head: none, previously: [job, team] }\n"
        ),
        "events:\n- merge: { units: [job, team], into: job, name: Job og team }\n"
    );
}

#[test]
fn a_unit_is_split_with_what_goes_along_with_each_part() {
    let script = changed(&[
        (
            "  job: { name: Job, parent: borger, head: none }\n  \
             team: { name: Team Syd, parent: job, head: none }\n",
            "  unge: { name: Unge, parent: ydelse, type: team, site: havnen, head: none, previously: [job] }\n  \
             voksne: { name: Voksne, parent: borger, head: none, previously: [job] }\n  \
             team: { name: Team Syd, parent: unge, site: raadhus, head: none }\n",
        ),
        ("unit: job", "unit: voksne"),
        ("responsible: job", "responsible: voksne"),
        (
            "target_groups:",
            "ended: { units: { job: { name: Job } } }\ntarget_groups:",
        ),
    ]);
    assert_eq!(
        script,
        "events:\n\
         - split:\n    \
             unit: job\n    \
             into:\n      \
               - { id: unge, name: Unge, parent: ydelse, type: team, site: havnen, head: none, units: [team] }\n      \
               - id: voksne\n        \
                 name: Voksne\n        \
                 parent: borger\n        \
                 head: none\n        \
                 staff: { vejledere: 4 }\n        \
                 functions: [samtaler]\n"
    );
}

#[test]
fn a_unit_that_goes_on_beside_its_part_keeps_what_it_has() {
    let now = |name: &str| {
        let goes_on = format!(
            "  job: {{ name: {name}, parent: borger, head: none }}\n  \
             unge: {{ name: Unge, parent: borger, head: none, previously: [job] }}\n  \
             team: {{ name: Team Syd, parent: unge, head: none }}\n"
        );
        changed(&[
            (
                "  job: { name: Job, parent: borger, head: none }\n  \
                 team: { name: Team Syd, parent: job, head: none }\n",
                &goes_on,
            ),
            ("unit: job", "unit: unge"),
        ])
    };
    let split = |job: &str| {
        format!(
            "events:\n\
             - split:\n    \
                 unit: job\n    \
                 into:\n      \
                   - {job}\n      \
                   - {{ id: unge, name: Unge, parent: borger, head: none, staff: {{ vejledere: 4 }}, units: [team] }}\n"
        )
    };
    assert_eq!(now("Job"), split("{ id: job }"));
    assert_eq!(now("Voksne"), split("{ id: job, name: Voksne }"));
}

#[test]
fn what_ends_is_discontinued_and_closed_with_its_reason() {
    let script = changed(&[
        ("  samtaler: { name: Samtaler, responsible: job }\n", ""),
        ("raadhus: {}, havnen: {}", "raadhus: {}"),
        (
            "target_groups: { ledige: {}, syge: {} }",
            "ended:\n  \
               functions: { samtaler: { name: Samtaler, because: Loven kræver dem ikke } }\n  \
               target_groups: { syge: { because: Hører under jobcentret } }\n  \
               sites: { havnen: { because: Lejemålet er opsagt } }\n\
             target_groups: { ledige: {} }",
        ),
    ]);
    assert_eq!(
        script,
        "events:\n\
         - discontinue: { function: samtaler, because: Loven kræver dem ikke }\n\
         - discontinue: { target_group: syge, because: Hører under jobcentret }\n\
         - close: { site: havnen, because: Lejemålet er opsagt }\n"
    );
}

#[test]
fn a_function_ends_at_a_site_and_goes_on_at_the_other() {
    let both = BASE.replace(
        "samtaler: { name: Samtaler, responsible: job }",
        "samtaler: { name: Samtaler, responsible: [{ unit: job, site: raadhus }, { unit: team, site: havnen }] }",
    );
    let one = BASE
        .replace(
            "samtaler: { name: Samtaler, responsible: job }",
            "samtaler: { name: Samtaler, responsible: { unit: job, site: raadhus } }",
        )
        .replace(
            "target_groups:",
            "ended: { functions: { samtaler: { at: [havnen], because: Ingen borgere } } }\ntarget_groups:",
        );
    assert_eq!(
        between(&both, &one),
        "events:\n- discontinue: { function: samtaler, at: [havnen], because: Ingen borgere }\n"
    );
}

#[test]
fn what_ended_is_an_event_though_more_is_said_of_it_than_events_say() {
    let script = changed(&[
        ("  team: { name: Team Syd, parent: job, head: none }\n", ""),
        (
            "target_groups:",
            "ended: { units: { team: { name: Teamet, allow: [{ rule: closed-unit, because: Aftalt }] } } }\n\
             target_groups:",
        ),
    ]);
    assert_eq!(
        script,
        "events:\n\
         - close: { unit: team }\n\n\
         set:\nended: { units: { team: { name: Teamet, allow: [{ rule: closed-unit, because: Aftalt }] } } }\n"
    );
}

#[test]
fn a_group_of_which_every_part_has_another_id_is_divided() {
    let script = changed(&[(
        "raadgivere: { title: Rådgiver, unit: ydelse, count: 10, performs: [ydelse] }",
        "raadgivere-job: { title: Rådgiver, unit: job, count: 4, performs: [ydelse], previously: [raadgivere] }\n  \
         raadgivere-ydelse: { title: Rådgiver, unit: ydelse, count: 6, performs: [ydelse], previously: [raadgivere] }",
    )]);
    assert_eq!(
        script,
        "events:\n\
         - move: { staff: raadgivere, count: 4, to: job, as: raadgivere-job }\n\
         - rename: { staff: raadgivere, id: raadgivere-ydelse }\n"
    );
}

#[test]
fn posts_go_to_a_unit_before_anybody_knows_to_which_site() {
    let undecided = "title: Vejleder, unit: ydelse, site: undecided";
    let script = changed(&[("title: Vejleder, unit: job", undecided)]);
    assert_eq!(
        script,
        "events:\n- move: { staff: vejledere, to: ydelse, site: undecided }\n"
    );
}

#[test]
fn posts_that_stay_in_their_unit_get_another_site_or_none_yet() {
    let now = |site: &str| {
        let post = format!("title: Vejleder, unit: job, site: {site}");
        changed(&[("title: Vejleder, unit: job", &post)])
    };
    for site in ["undecided", "havnen"] {
        let relocated = format!("events:\n- relocate: {{ staff: vejledere, to: {site} }}\n");
        assert_eq!(now(site), relocated);
    }
}

#[test]
fn a_unit_gets_a_head_who_is_recruited() {
    let script = changed(&[
        (
            "job: { name: Job, parent: borger, head: none }",
            "job: { name: Job, parent: borger, head: jobchef }",
        ),
        (
            "count: 4 }",
            "count: 4 }\n  jobchef: { title: Jobchef, unit: job }",
        ),
    ]);
    assert_eq!(
        script,
        "events:\n\
         - recruit: { staff: jobchef, title: Jobchef, unit: job }\n\
         - appoint: { unit: job, head: jobchef }\n"
    );
}

#[test]
fn posts_are_given_work_and_another_superior() {
    let had = "count: 4, performs: [samtaler], for: [ledige] }";
    let base = BASE.replace("count: 4 }", had);
    let now = |has: &str| between(&base, &base.replace(had, has));
    assert_eq!(
        now(
            "count: 4, performs: [samtaler, ydelse], for: [ledige, syge], \
             reports_to: raadgivere, professional_lead: leder }"
        ),
        "events:\n\
         - assign:\n    \
             staff: vejledere\n    \
             performs: [ydelse]\n    \
             for: [syge]\n    \
             reports_to: raadgivere\n    \
             professional_lead: leder\n"
    );
    // What was taken from them no event says.
    assert_eq!(
        now("count: 4, performs: [samtaler] }"),
        "set:\nstaff: { vejledere: { for: ~ } }\n"
    );
}

#[test]
fn a_new_team_is_established_with_its_site_its_group_and_its_function() {
    let script = changed(&[
        ("havnen: {}", "havnen: {}, skolen: { name: Skolen }"),
        (
            "  team: {",
            "  skoleteam: { name: Skoleteam, parent: unge, site: skolen, head: none }\n  unge: { name: Unge, parent: job, head: none }\n  team: {",
        ),
        ("syge: {}", "syge: {}, unge: { name: Unge }"),
        (
            "  samtaler: {",
            "  uddannelse: { name: Uddannelse, responsible: { unit: skoleteam, for: [unge] } }\n  samtaler: {",
        ),
    ]);
    assert_eq!(
        script,
        "events:\n\
         - establish: { site: skolen, name: Skolen }\n\
         - establish: { unit: unge, name: Unge, parent: job, head: none }\n\
         - establish: { unit: skoleteam, name: Skoleteam, parent: unge, site: skolen, head: none }\n\
         - establish: { target_group: unge, name: Unge }\n\
         - establish: { function: uddannelse, name: Uddannelse, responsible: { unit: skoleteam, for: [unge] } }\n"
    );
}

#[test]
fn what_a_proposal_says_of_itself_is_what_the_revision_says() {
    let base =
        format!("\ntitle: I dag\nas_of: 2026\norganization: {{ id: k, name: Kommunen }}{BASE}");
    let now = format!(
        "\ntitle: Forslag\nas_of: 2027\norganization: {{ id: k, name: Kommunen }}\n\
         commitments: [{{ id: bliver, text: Job bliver, keep: {{ unit: job }} }}]\n\
         process: {{ effective: 2027-01-01 }}{BASE}"
    );
    let own = script(&chart(&base), &chart(&now)).own;
    assert_eq!(own.header.title.as_deref(), Some("Forslag"));
    assert_eq!(own.header.as_of, "2027".parse().ok());
    assert_eq!(own.header.organization, None);
    assert_eq!(own.commitments.len(), 1);
    assert_eq!(own.process.effective, "2027-01-01".parse().ok());
    // What stays as it was is not said again.
    let own = script(&chart(&now), &chart(&now)).own;
    assert_eq!(own, Entries::default());
    let renamed = now.replace("Kommunen", "Ny Kommune");
    let own = script(&chart(&now), &chart(&renamed)).own;
    assert_eq!((own.header.title, own.header.as_of), (None, None));
    let name = own.header.organization.and_then(|it| it.name);
    assert_eq!(name.as_deref(), Some("Ny Kommune"));
}

#[test]
fn a_unit_can_become_three() {
    let script = changed(&[
        (
            "  team: { name: Team Syd, parent: job, head: none }\n",
            "  nord: { name: Team Nord, parent: job, head: none, previously: [team] }\n  \
         syd: { name: Team Syd, parent: job, head: none, previously: [team] }\n  \
         vest: { name: Team Vest, parent: job, head: none, previously: [team] }\n",
        ),
        (
            "target_groups:",
            "ended: { units: { team: { name: Team Syd } } }\ntarget_groups:",
        ),
    ]);
    assert_eq!(
        script,
        "events:\n\
         - split:\n    \
             unit: team\n    \
             into:\n      \
               - { id: nord, name: Team Nord, parent: job, head: none }\n      \
               - { id: syd, name: Team Syd, parent: job, head: none }\n      \
               - { id: vest, name: Team Vest, parent: job, head: none }\n"
    );
}

#[test]
fn a_unit_that_was_at_no_site_gets_one() {
    let nowhere = BASE.replace("site: raadhus, ", "");
    let now = nowhere.replace(
        "team: { name: Team Syd,",
        "team: { name: Team Syd, site: havnen,",
    );
    assert_eq!(
        between(&nowhere, &now),
        "events:\n- relocate: { unit: team, to: havnen }\n"
    );
}

#[test]
fn what_was_divided_is_not_merged_whole() {
    let script = changed(&[
        (
            "  job: { name: Job, parent: borger, head: none }\n  \
         team: { name: Team Syd, parent: job, head: none }\n",
            "  unge: { name: Unge, parent: borger, head: none, previously: [job, team] }\n  \
         voksne: { name: Voksne, parent: borger, head: none, previously: [job] }\n",
        ),
        ("unit: job", "unit: voksne"),
        ("responsible: job", "responsible: voksne"),
    ]);
    assert!(!script.contains("merge:"), "{script}");
}

#[test]
fn a_function_moves_at_one_site_and_why_is_said_where_it_is_new() {
    let old = "ydelse: { name: Ydelse, responsible: ydelse }";
    let base = BASE.replace(
        old,
        "ydelse: { name: Ydelse, because: Loven, responsible: [{ unit: ydelse, site: raadhus }, { unit: ydelse, site: havnen }] }",
    );
    let now = |why: &str| {
        let new = format!(
            "ydelse: {{ name: Ydelse, because: {why}, responsible: [{{ unit: ydelse, site: raadhus }}, {{ unit: job, site: havnen }}] }}"
        );
        between(&base, &BASE.replace(old, &new))
    };
    let moved = "move: { function: ydelse, from: ydelse, to: job, at: [havnen] }";
    assert_eq!(now("Loven"), format!("events:\n- {moved}\n"));
    assert_eq!(
        now("Nærhed"),
        format!("events:\n- {{ {moved}, because: Nærhed }}\n")
    );
}

/// The events that bring nothing nearer to the revision, by their numbers.
fn of_no_use(base: &str, revision: &str, events: &str) -> Vec<usize> {
    let (base, revision) = (chart(base), chart(revision));
    let text = format!("rokade: 1\nbase: base.yaml\nevents:\n{events}");
    let source = Source::new("proposal.yaml", text, Syntax::Yaml);
    let loaded = load_proposal(SourceId(0), &source);
    assert_eq!(loaded.faults, []);
    let applied = apply(base.entries(), &loaded.proposal, &BTreeSet::new());
    let before = plain_in(base.entries(), &revision);
    let target = plain_in(revision.entries(), &revision);
    let useless = useless(&applied, &before, &target, &revision);
    useless.into_iter().collect()
}

#[test]
fn an_event_stays_if_it_brings_something_and_takes_no_more_than_that() {
    let revision = BASE
        .replace(
            "title: Rådgiver, unit: ydelse",
            "title: Rådgiver, unit: job",
        )
        .replace(
            "unit: job, count: 4",
            "unit: job, count: 4, performs: [samtaler]",
        );
    let of_no_use = |events: &str| of_no_use(BASE, &revision, events);
    assert_eq!(
        of_no_use("- move: { staff: raadgivere, to: job }"),
        [0_usize; 0]
    );
    // To a third unit: it is as far as before.
    assert_eq!(of_no_use("- move: { staff: raadgivere, to: team }"), [0]);
    // What comes later does it.
    assert_eq!(
        of_no_use(
            "- move: { staff: raadgivere, to: team }\n- move: { staff: raadgivere, to: job }"
        ),
        [0]
    );
    assert_eq!(of_no_use("- rename: { unit: team, name: Team Nord }"), [0]);
    assert_eq!(of_no_use("- establish: { unit: vest, name: Vest }"), [0]);
    // One thing brought and one or two taken.
    let assign = |more: &str| {
        of_no_use(&format!(
            "- assign: {{ staff: vejledere, performs: [samtaler], {more} }}"
        ))
    };
    assert_eq!(assign("professional_lead: leder"), [0_usize; 0]);
    assert_eq!(
        assign("professional_lead: leder, reports_to: raadgivere"),
        [0]
    );
    // One that cannot be done goes first, and the others are asked when it is gone.
    assert_eq!(
        of_no_use("- move: { staff: raadgivere, to: team }\n- close: { unit: ukendt }"),
        [1]
    );
}

#[test]
fn an_event_stays_though_what_it_writes_has_still_to_be_set() {
    let revision = BASE.replace(
        "unit: job, count: 4",
        "unit: job, count: 4, performs: [samtaler], reports_to: leder, professional_lead: chef",
    );
    let events = "- assign: { staff: vejledere, performs: [samtaler], reports_to: raadgivere, professional_lead: leder }";
    assert_eq!(of_no_use(BASE, &revision, events), [0_usize; 0]);
}

#[test]
fn what_is_only_gone_did_not_close() {
    let gone = BASE.replace("  team: { name: Team Syd, parent: job, head: none }\n", "");
    let ended = |team: &str| {
        gone.replace(
            "target_groups:",
            &format!("ended: {{ units: {{ team: {team} }} }}\ntarget_groups:"),
        )
    };
    let of_no_use = |revision: &str| of_no_use(BASE, revision, "- close: { unit: team }");
    assert_eq!(of_no_use(&gone), [0]);
    assert_eq!(of_no_use(&ended("{ name: Team Syd }")), [0_usize; 0]);
    assert_eq!(of_no_use(&ended("{ name: Teamet }")), [0_usize; 0]);
}

#[test]
fn posts_move_to_the_site_of_their_unit() {
    let base = BASE.replace(
        "team: { name: Team Syd,",
        "team: { name: Team Syd, site: havnen,",
    );
    let now = base.replace("title: Vejleder, unit: job", "title: Vejleder, unit: team");
    assert_eq!(
        between(&base, &now),
        "events:\n- move: { staff: vejledere, to: team, site: havnen }\n"
    );
}

fn superfluous_however_tried(base: &str, revision: &str, events: &str) -> Vec<usize> {
    let (base, revision) = (chart(base), chart(revision));
    let text = format!("rokade: 1\nbase: base.yaml\nevents:\n{events}");
    let source = Source::new("proposal.yaml", text, Syntax::Yaml);
    let loaded = load_proposal(SourceId(0), &source);
    assert_eq!(loaded.faults, []);
    let [alone, together] =
        [true, false].map(|alone| superfluous_by(&base, &revision, &loaded.proposal, alone));
    assert_eq!(alone, together);
    alone.into_iter().collect()
}

#[test]
fn events_on_the_same_thing_are_not_left_out_together() {
    let base = "
sites: { raadhus: {} }
units: { borger: { site: raadhus }, job: { parent: borger } }
staff: { vejledere: { unit: job } }
";
    let revision = "
sites: { raadhus: {} }
units: { borger: { site: raadhus } }
staff: { vejledere: { unit: job, site: raadhus } }
ended: { units: { job: {} } }
";
    let events = "- relocate: { staff: vejledere, to: raadhus }\n- close: { unit: job }\n";
    assert_eq!(superfluous_however_tried(base, revision, events), [0]);
}

#[test]
fn what_a_later_event_writes_again_is_superfluous_however_it_is_tried() {
    let org = |above: &str, name: &str| {
        format!(
            "
sites: {{ raadhus: {{}}, havnen: {{}} }}
units:
  borger: {{ site: {above} }}
  job: {{ parent: borger }}
  team: {{ name: {name}, parent: job, site: havnen }}
"
        )
    };
    let events = "
- rename: { unit: team, name: Nord }
- relocate: { unit: borger, to: havnen }
- rename: { unit: team, name: Syd }
";
    let (base, revision) = (org("raadhus", "Team"), org("havnen", "Syd"));
    assert_eq!(superfluous_however_tried(&base, &revision, events), [0]);
}
