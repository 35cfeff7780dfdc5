//! Policies, the summary, and which rule says what.

use std::fmt::Write as _;

use rokade_core::comparison::ComparedRow;
use rokade_core::finding::Side;

use super::*;

fn policy(only: &[&'static str]) -> Policy {
    Policy {
        language: Language::En,
        only: Some(only.to_vec()),
        ..Policy::default()
    }
}

/// What a report on two charts says first.
fn summary(rules: &[&'static str], base: &str, revision: &str) -> Vec<String> {
    let [base, revision] = [base, revision].map(|text| format!("rokade: 1\n{text}"));
    diff_text(&base, &revision, &policy(rules)).summary
}

const NONE_OF_ANYTHING: &str = "What changes: no unit closes, moves, is merged, split or new; none of 0 posts and none of 0 functions go elsewhere.";
const SAME: &str = "The two charts say the same: nothing changes.";

#[test]
fn charts_that_differ_in_a_name_alone_do_not_say_the_same() {
    let chart = |name: &str| format!("units: {{ job: {{ name: {name} }} }}\n");
    let summary = |now: &str| summary(&[], &chart("Jobcenter Nord"), &chart(now));
    assert_eq!(summary("Jobcenter Nord"), [SAME]);
    // The same name in other letters is the same name.
    assert_eq!(summary("JOBCENTER NORD"), [SAME]);
    let renamed = summary("Jobcenter Norden");
    assert_eq!(renamed.len(), 3, "{renamed:?}");
    assert!(renamed[0].starts_with("What changes: "), "{renamed:?}");
}

#[test]
fn equal_charts_with_the_same_fault_and_charts_that_differ_without_a_finding_are_both_told() {
    let rules = ["unknown-key"];
    let faulty = "units: { job: { name: Jobcenter, parrent: job } }\n";
    assert_eq!(
        summary(&rules, faulty, faulty),
        [
            NONE_OF_ANYTHING,
            "Left hanging: unknown keys.",
            "To weigh: no warnings."
        ]
    );
    let whole = "units: { job: { name: Jobcenter } }\n";
    let more = "units: { job: { name: Jobcenter }, ny: { name: Nyhuset } }\n";
    assert_eq!(
        summary(&rules, whole, more),
        [
            "What changes: 1 unit is new; none of 0 posts and none of 0 functions go elsewhere.",
            "Left hanging: nothing.",
            "To weigh: no warnings."
        ]
    );
}

#[test]
fn a_summary_tells_what_happens_to_units_each_kind_by_its_number() {
    let base = "units:
  job: { name: Jobcenter }
  unge: { name: Ungehus }
  ydelse: { name: Ydelse }
  arkiv: { name: Arkiv }
  ikt: { name: IKT, parent: job }
staff:
  a: { title: Rådgiver, unit: job, count: 5 }
  b: { title: Vejleder, unit: unge, count: 5 }
  c: { title: Sagsbehandler, unit: ydelse, count: 5 }
  d: { title: Arkivar, unit: arkiv }
";
    let revision = "units:
  ikt: { name: IKT }
  hus: { name: Huset, previously: [job, unge] }
  nord: { name: Ydelse Nord, previously: [ydelse] }
  syd: { name: Ydelse Syd, previously: [ydelse] }
  x: { name: Analyse }
staff:
  a: { title: Rådgiver, unit: hus, count: 5 }
  b: { title: Vejleder, unit: hus, count: 5 }
  c: { title: Sagsbehandler, unit: nord, count: 5 }
ended: { units: { arkiv: { name: Arkiv } }, staff: { d: {} } }
";
    assert_eq!(
        summary(&[], base, revision),
        [
            "What changes: 1 unit closes, 3 units are merged or split, 1 unit moves and 1 unit is new; none of 16 posts and none of 0 functions go elsewhere.",
            "Left hanging: nothing.",
            "To weigh: no warnings.",
        ]
    );
}

#[test]
fn a_summary_tells_who_is_left_hanging_once_and_other_errors_and_warnings_by_their_titles() {
    let base = "units: { job: { name: Jobcenter }, hus: { name: Huset } }
staff: { a: { title: Rådgiver, unit: job, count: 5 } }
functions:
  plan: { name: Jobplan, statutory: true, responsible: job }
  ydelse: { name: Ydelse, statutory: true, responsible: { unit: job, cases: 400 } }
";
    let revision = "units: { hus: { name: Huset } }
staff: { a: { title: Rådgiver, unit: undecided, count: 5 } }
functions:
  plan: { name: Jobplan, statutory: true }
  ydelse: { name: Ydelse, statutory: true, responsible: { unit: hus, cases: 300 } }
ended: { units: { job: { name: Jobcenter } } }
";
    let rules = [
        "unassigned-responsibility",
        "unplaced-staff",
        "undistributed-cases",
        "changed-caseworker",
    ];
    assert_eq!(
        summary(&rules, base, revision)[1..],
        [
            "Left hanging: nobody is responsible for Jobplan; 5 posts have no place; cases without a unit.",
            "To weigh: no warnings.",
        ]
    );
}

#[test]
fn of_many_titles_a_summary_tells_the_first_and_how_many_more() {
    let base = "units: { job: { name: Jobcenter } }
staff: { a: { title: Rådgiver, unit: job, count: 5 } }
";
    let revision = "units: { job: { name: Jobcenter, head: vacant }, syd: { name: 'Syd  og nord' }, jobc: { name: Jobcentre } }
staff: { a: { title: Rådgiver, unit: job, count: 5 } }
functions: { plan: { name: Jobplan, responsible: [job, syd] } }
";
    let warnings = |more: &[&'static str]| {
        let rules = [
            "several-roots",
            "vacant-head",
            "near-duplicate-name",
            "untidy-name",
        ];
        let rules = [&rules, more].concat();
        let graded = rules
            .iter()
            .map(|rule| ((*rule).to_owned(), Severity::Warning));
        let policy = Policy {
            severities: graded.collect(),
            ..policy(&rules)
        };
        let [base, revision] = [base, revision].map(|text| format!("rokade: 1\n{text}"));
        diff_text(&base, &revision, &policy).summary.remove(2)
    };
    assert_eq!(
        warnings(&[]),
        "To weigh: 4 warnings (several units at the top; units where nobody leads; names that are nearly the same; names with needless blanks)."
    );
    assert_eq!(
        warnings(&["overlapping-responsibility"]),
        "To weigh: 5 warnings (several units at the top; functions with several responsible units; units where nobody leads; names that are nearly the same +1)."
    );
}

/// A proposal and what it starts from, compared.
fn proposed(rules: &[&'static str], base: &str, events: &str) -> Report {
    let mut sources = Sources::default();
    let mut add = |name: &str, text: String| sources.add(name, text.as_bytes(), Syntax::Yaml);
    let root = add("base.yaml", format!("rokade: 1\n{base}"));
    let proposal = add(
        "proposal.yaml",
        format!("rokade: 1\nbase: base.yaml\n{events}"),
    );
    let chain = |proposals| Chain {
        root: Ok(vec![root]),
        proposals,
    };
    let base = rokade::open_chain(&sources, &chain(Vec::new()));
    let revision = rokade::open_chain(&sources, &chain(vec![proposal]));
    assert!(revision.faults.is_empty(), "{:?}", revision.faults);
    rokade::diff(&sources, &base, &revision, &policy(rules)).expect("every sentence can be made")
}

#[test]
fn the_day_of_the_run_goes_before_that_of_the_chart() {
    let told = |as_of: &str, on: Option<&str>| {
        let chart = format!(
            "rokade: 1\n{as_of}open: [{{ id: unge, text: Hvor hører de unge til?, decide_by: 2022-03-01 }}]\n"
        );
        let policy = Policy {
            on: on.map(|day| day.parse().expect("a day")),
            ..only("open-decision")
        };
        one(check_text(&chart, &policy)).message
    };
    let late = "It was to be decided by 1 March 2022.";
    let early = "It is to be decided by 1 March 2022.";
    for (as_of, on, end) in [
        ("", None, early),
        ("as_of: unknown\n", None, early),
        ("as_of: 2022-02-28\n", None, early),
        ("as_of: 2022-03-02\n", None, late),
        ("as_of: 2022-03-02\n", Some("2022-02-28"), early),
        ("as_of: 2022-02-28\n", Some("2022-03-02"), late),
        ("", Some("2022-03-02"), late),
    ] {
        let message = told(as_of, on);
        assert!(message.ends_with(end), "{as_of}{on:?} {message}");
    }
}

#[test]
fn an_allowance_that_ends_wants_to_know_what_day_it_is() {
    let told = |as_of: &str, until: &str| {
        check(
            "untidy-name",
            &format!(
                "{as_of}units: {{ job: {{ name: Jobcenter, allow: [{{ rule: untidy-name, because: Aftalt{until} }}] }} }}\n"
            ),
        )
        .not_judged
    };
    let undated = "An `allow` ends on a date, but nothing says what day it is: add `as_of` to the chart or give `--on`.";
    assert_eq!(told("", ", until: 2022-03-01"), [undated]);
    assert_eq!(told("as_of: unknown\n", ", until: 2022-03-01"), [undated]);
    assert_eq!(told("as_of: 2021-01-01\n", ", until: 2022-03-01"), [""; 0]);
    assert_eq!(told("", ""), [""; 0]);
}

#[test]
fn an_event_is_named_by_its_id_where_it_has_one_and_else_by_its_number() {
    let base = "units: { job: { name: Jobcenter }, hus: { name: Huset } }
staff:
  a: { title: Rådgiver, unit: job, count: 5 }
  b: { title: Vejleder, unit: job, count: 5 }
  c: { title: Sagsbehandler, unit: job, count: 5 }
";
    let report = proposed(
        &["moved-staff"],
        base,
        "events:
  - { id: flyt-a, move: { staff: a, to: hus } }
  - move: { staff: b, to: hus }
set: { staff: { c: { unit: hus } } }
",
    );
    let acts = report
        .findings
        .iter()
        .flat_map(|finding| &finding.caused_by);
    let acts: Vec<_> = acts
        .map(|act| (act.action, act.event.as_deref(), act.number))
        .collect();
    assert_eq!(
        acts,
        [
            ("move", Some("flyt-a"), Some(1)),
            ("move", None, Some(2)),
            ("set", None, None)
        ]
    );
}

#[test]
fn where_very_many_events_cause_one_finding_each_is_one_of_the_causes() {
    let mut base = "units: { job: { name: Jobcenter, head: leder }, hus: { name: Huset } }
staff:
  leder: { title: Leder, unit: job }
"
    .to_owned();
    let mut events = "events:\n".to_owned();
    for i in 1..=39 {
        let _ = writeln!(base, "  s{i}: {{ title: Rådgiver {i}, unit: hus }}");
        let _ = writeln!(events, "  - move: {{ staff: s{i}, to: job }}");
    }
    let finding = one(proposed(&["span-of-control"], &base, &events));
    assert_eq!(
        (finding.caused_by.len(), finding.caused_by_others),
        (20, 19)
    );
    assert_eq!(
        labels(&finding)[2..],
        ["this move is one of the causes"; 20]
    );
}

#[test]
fn what_could_not_be_judged_is_told_in_the_order_of_the_alphabet() {
    let chart = "rokade: 1
sites: { kaj: { name: Kajen, capacity: 9 } }
units: { job: { name: Jobcenter, site: kaj, head: leder } }
staff: { leder: { title: Leder, unit: job }, a: { title: Rådgiver, unit: job, count: unknown } }
";
    let report = check_text(chart, &policy(&["site-over-capacity", "span-of-control"]));
    assert_eq!(
        report.not_judged,
        [
            "How many report to one head cannot be judged everywhere: add `count` to Rådgiver.",
            "Whether there is room for everybody at Kajen could not be judged: the number of posts is not known. State the `count` of every group."
        ]
    );
}

#[test]
fn a_thing_with_a_fault_gets_no_second_finding() {
    let chart = |key: &str| format!("units: {{ job: {{ name: 'Job  center'{key} }} }}\n");
    let found = |key: &str| check("untidy-name", &chart(key)).findings.len();
    assert_eq!((found(""), found(", parrent: job")), (1, 0));
}

#[test]
fn what_was_found_before_under_another_id_is_not_new() {
    let chart = |id: &str, previously: &str, name: &str| {
        let thing = |key: &str| format!("{{ {id}: {{ {key}: '{name}'{previously} }} }}");
        let (name, title) = (thing("name"), thing("title"));
        format!(
            "sites: {name}\nunits: {name}\nstaff: {title}\nfunctions: {name}\ntarget_groups: {name}\n"
        )
    };
    let base = chart("gammel", "", "Job  center");
    let revision = chart("ny", ", previously: [gammel]", "Job  center");
    let tidy = chart("gammel", "", "Job center");
    assert_eq!(messages(&diff("untidy-name", &base, &revision)), [""; 0]);
    assert_eq!(
        members(&one(diff("untidy-name", &tidy, &revision))),
        ["ny"; 5]
    );
}

#[test]
fn a_fault_of_both_charts_is_two_findings_each_with_its_own_mark() {
    let chart = "units: { job: { name: Jobcenter, parrent: job } }\n";
    let report = diff("unknown-key", chart, chart);
    let parts = report.findings.iter().map(|finding| {
        let side = finding.labels[0].side;
        (side, finding.members[0].part.as_str())
    });
    let expected = [(Side::Base, "base parrent"), (Side::Revision, "parrent")];
    assert_eq!(parts.collect::<Vec<_>>(), expected);
    let alone = one(check("unknown-key", chart));
    assert_eq!(alone.fingerprint, report.findings[1].fingerprint);
}

#[test]
fn a_measure_that_does_not_exist_is_told_of_each_chart_that_promises_it() {
    let chart =
        |name: &str| format!("commitments: [{{ id: faa, text: Få, at_most: {{ {name}: 10 }} }}]\n");
    let (wrong, right) = ("citizens_with_more_adviser", "citizens_with_more_advisers");
    assert_eq!(
        messages(&check("unknown-key", &chart(wrong))),
        ["The format has no key `citizens_with_more_adviser` here."]
    );
    assert_eq!(messages(&check("unknown-key", &chart(right))), [""; 0]);
    let sides = |base: &str, now: &str| -> Vec<_> {
        let report = diff("unknown-key", &chart(base), &chart(now));
        report.findings.iter().map(|f| f.labels[0].side).collect()
    };
    assert_eq!(sides(wrong, right), [Side::Base]);
    assert_eq!(sides(right, wrong), [Side::Revision]);
    assert_eq!(sides(wrong, wrong), [Side::Base, Side::Revision]);
}

#[test]
fn what_a_promise_keeps_must_be_in_one_of_the_charts() {
    let base = "units: { job: { name: Jobcenter } }\nsites: { kaj: { name: Kajen } }\n";
    let found = |keep: &str| {
        let promise = format!("commitments: [{{ id: l, text: Bevares, keep: {keep} }}]\n");
        let report = diff("unknown-reference", base, &(base.to_owned() + &promise));
        let findings = report.findings.into_iter();
        findings.map(|finding| finding.message).collect::<Vec<_>>()
    };
    let not_there =
        |what: &str| format!("Bevares refers under `keep` to the {what}, which is not there.");
    assert_eq!(found("{ unit: job }"), [""; 0]);
    assert_eq!(found("{ unit: jop }"), [not_there("unit `jop`")]);
    assert_eq!(
        found("{ function: plan, at: [kai] }"),
        [not_there("function `plan`"), not_there("site `kai`")]
    );
    assert_eq!(
        found("{ co_location: samme }"),
        [not_there("co-location `samme`")]
    );
}

#[test]
fn what_is_allowed_for_nothing_is_not_said_of_a_file_that_cannot_be_read_to_its_end() {
    let chart = |end: &str| {
        format!(
            "rokade: 1\nunits:\n  job: {{ name: Jobcenter, allow: [{{ rule: untidy-name, because: Aftalt }}] }}\n{end}"
        )
    };
    let found = |end: &str| {
        let report = check_text(&chart(end), &policy(&["unused-allow"]));
        (report.complete, report.findings.len())
    };
    assert_eq!(
        (found(""), found("  hus: { name: Huset\n")),
        ((true, 1), (false, 0))
    );
}

#[test]
fn an_allowance_on_what_a_thing_became_is_used() {
    let base = "units: { job: { name: Jobcenter }, hus: { name: Huset } }
staff: { a: { title: Rådgiver, unit: job, count: 5 } }
";
    let revision = |rule: &str| {
        format!("units: {{ job: {{ name: Jobcenter }}, hus: {{ name: Huset }} }}
staff: {{ b: {{ title: Rådgiver, unit: hus, count: 5, previously: [a], allow: [{{ rule: {rule}, because: Aftalt }}] }} }}
")
    };
    let report = |rule: &str| {
        diff_text(
            &format!("rokade: 1\n{base}"),
            &format!("rokade: 1\n{}", revision(rule)),
            &policy(&["moved-staff", "unused-allow"]),
        )
    };
    let told = |rule: &str| {
        let report = report(rule);
        report
            .findings
            .iter()
            .map(|f| (f.rule, f.allowed.is_some()))
            .collect::<Vec<_>>()
    };
    assert_eq!(told("moved-staff"), [("moved-staff", true)]);
    assert_eq!(
        told("unplaced-staff"),
        [("moved-staff", false), ("unused-allow", false)]
    );
}

/// What a row says of each proposal.
fn values(row: &ComparedRow) -> Vec<Option<&str>> {
    let values = row.cells.iter().map(|cell| cell.value.as_ref());
    values
        .map(|value| value.map(|value| value.text.as_str()))
        .collect()
}

#[test]
fn a_unit_that_one_proposal_changes_is_in_the_others_as_it_is_today() {
    let base = "units: { job: { name: Jobcenter }, hus: { name: Huset } }
staff: { a: { title: Rådgiver, unit: job, count: 5 }, b: { title: Vejleder, unit: hus, count: 7 } }
";
    let moved = base.replace("unit: job", "unit: hus");
    let rows = compared(base, &[&moved, base]).rows;
    let rows = rows
        .iter()
        .filter_map(|row| Some((row.measure, row.of.as_deref()?, values(row))));
    let expected = [
        ("unit_headcount", "Huset", vec![Some("12"), Some("7")]),
        ("unit_headcount", "Jobcenter", vec![Some("0"), Some("5")]),
    ];
    assert_eq!(rows.collect::<Vec<_>>(), expected);
}

#[test]
fn a_comparison_has_a_row_for_what_could_not_be_measured() {
    let base = "units: { job: { name: Jobcenter } }\n";
    for (proposal, value) in [(base, Some("0")), ("units: { job: { name: Jobcenter", None)] {
        let rows = compared(base, &[proposal]).rows;
        let mut rows = rows.iter().filter(|row| row.measure == "posts_moved");
        assert_eq!(rows.next().map(values), Some(vec![value]));
    }
}

#[test]
fn two_causes_in_one_place_are_told_there_once() {
    let finding = one(proposed(
        &["clarified-before-decided"],
        "units: { job: { name: Jobcenter } }\nbodies: { bsu: { name: Beskæftigelsesudvalget, kind: committee } }\n",
        "process: { decision: { body: bsu, date: 2017-06-20 }, clarified_by: 2017-06-01 }\n",
    ));
    assert_eq!(finding.caused_by.len(), 2);
    assert_eq!(
        labels(&finding),
        [
            "to be known by 1 June 2017",
            "the decision is made 20 June 2017",
            "this is one of the causes"
        ]
    );
}
