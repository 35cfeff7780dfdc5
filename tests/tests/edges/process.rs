//! How it is heard and decided, what was promised, and what it costs.

use std::fmt::Write as _;

use super::*;

#[test]
fn a_budget_without_an_upper_end_is_not_judged() {
    let report = check(
        "budget-over-frame",
        "units:
  job: { name: Jobcenter, budget: 400 }
  hus: { name: Huset, parent: job, budget: 100+ }
",
    );
    assert_eq!(messages(&report), [""; 0]);
    assert_eq!(report.not_judged.len(), 1);
}

#[test]
fn an_organisation_is_called_by_its_name_where_its_day_is_told() {
    let report = check(
        "late-clarification",
        "organization: { id: ishoej, name: Ishøj Kommune }
units: { vallensbaek: { name: Vallensbæk Kommune, external: true } }
process:
  clarified_by: { ishoej: 2021-05-31, vallensbaek: 2021-06-30 }
  effective: 2022-01-01
",
    );
    let finding = one(report);
    let told = |name: &str| finding.message.matches(name).count();
    assert_eq!(
        (told("Ishøj Kommune"), told("Vallensbæk Kommune")),
        (1, 1),
        "{}",
        finding.message
    );
}

#[test]
fn a_question_is_told_with_who_asked_it_and_not_where_the_answer_may_be_misspelt() {
    let mut sources = Sources::default();
    let revision = open_yaml(
        &mut sources,
        "revision.yaml",
        "rokade: 1\nunits: { job: { name: Jobcenter } }\nbodies: { lmu: { name: LMU, kind: local_med, covers: [job] }, df: { name: DF, kind: party } }\n",
    );
    let hearing = "rokade: 1
hearing:
  responses:
    - id: svar-lmu
      from: lmu
      points: [{ id: a, kind: question, text: Hvor?, answr: Her }]
    - id: svar-df
      from: df
      points:
        - { id: b, kind: question, text: Hvem?, asked_by: Byrådsmedlem for DF }
        - { id: c, kind: question, text: Hvornår? }
";
    let id = sources.add("hearing.yaml", hearing.as_bytes(), Syntax::Yaml);
    let hearing = rokade::open_hearing(&sources, id, &[&revision]);
    let report = rokade::heard(
        &sources,
        None,
        &revision,
        &[hearing],
        &only("unanswered-question"),
    );
    let finding = one(report.expect("every sentence can be made"));
    assert_eq!(members(&finding), ["b", "c"]);
    assert_eq!(
        labels(&finding),
        [
            "asked by Byrådsmedlem for DF, and not answered",
            "not answered"
        ]
    );
}

#[test]
fn a_unit_that_is_divided_into_others_was_not_kept() {
    let base = "units: { a: { name: Enheden }, b: { name: Resten } }\n";
    let kept = "commitments: [{ id: c, text: Enheden består, keep: { unit: a } }]\n";
    let others = "units: { x: { name: Øst, previously: [a] }, y: { name: Vest, previously: [a] }, b: { name: Resten } }\n";
    let finding = one(diff("broken-commitment", base, &format!("{others}{kept}")));
    assert_eq!(finding.certainty, Certainty::Certain);
    let stays = "units: { a: { name: Enheden }, y: { name: Vest, previously: [a] }, b: { name: Resten } }\n";
    let finding = one(diff("broken-commitment", base, &format!("{stays}{kept}")));
    assert_eq!(finding.certainty, Certainty::Possible);
}

#[test]
fn a_function_that_perhaps_nobody_does_at_a_site_is_perhaps_not_kept() {
    let chart = |count: &str| {
        format!(
            "sites: {{ kaj: {{ name: Kajen }} }}
units: {{ job: {{ name: Jobcenter, site: kaj }} }}
staff: {{ r: {{ title: Rådgiver, unit: job, count: {count}, performs: [f] }} }}
functions: {{ f: {{ name: Vejledning, responsible: job }} }}
"
        )
    };
    let kept = "commitments: [{ id: c, text: Der er stadig vejledning, keep: { function: f, at: [kaj] } }]\n";
    let told = |count: &str| {
        diff(
            "broken-commitment",
            &chart("3"),
            &format!("{}{kept}", chart(count)),
        )
    };
    assert_eq!(one(told("0-3")).certainty, Certainty::Possible);
    assert_eq!(messages(&told("1-3")), [""; 0]);
    // Those whom merely nobody has counted are there.
    assert_eq!(messages(&told("unknown")), [""; 0]);
}

#[test]
fn of_several_units_the_one_that_is_surely_beyond_a_limit_is_told() {
    let chart = |a: &str, b: &str| {
        format!(
            "units: {{ a: {{ name: Øst }}, b: {{ name: Vest }} }}
staff: {{ r: {{ title: Rådgiver, unit: a, count: {a} }}, s: {{ title: Vejleder, unit: b, count: {b} }} }}
"
        )
    };
    let promised = "commitments: [{ id: c, text: Små enheder, at_most: { unit_headcount: 10 } }]\n";
    for (a, b, name) in [
        ("8-12", "20", "Vest"),
        ("20", "8-12", "Øst"),
        ("20", "30", "Øst"),
    ] {
        let revision = chart(a, b) + promised;
        let finding = one(diff("broken-commitment", &chart("5", "5"), &revision));
        assert_eq!(finding.certainty, Certainty::Certain);
        assert!(finding.message.contains(name), "{}", finding.message);
    }
}

#[test]
fn of_charts_that_do_not_line_up_nobody_says_that_staff_must_know_their_place() {
    let chart = |prefix: &str, names: &str, rest: &str| {
        let sites = "{ kaj: { name: Kajen }, torv: { name: Torvet } }";
        let mut text = format!("sites: {sites}\nunits:\n  k: {{ name: Kommunen }}\n");
        for (i, name) in names.split(' ').enumerate() {
            let _ = writeln!(text, "  {prefix}{i}: {{ name: {name}, parent: k }}");
        }
        text + "staff: { r: { title: Rådgiver, unit: k, count: 5, site: " + rest
    };
    let names = "Jobcenter Ydelse Social Borgerservice Kultur Miljø Idræt Skole";
    let others = "Øst Vest Nord Syd Havnen Skoven Engen Fjorden";
    let moved = "torv } }\nprocess: { effective: 2022-01-01 }\n";
    let base = chart("a", names, "kaj } }\n");
    let same = chart("a", names, moved);
    let other = chart("x", others, moved);
    assert_eq!(messages(&diff("late-clarification", &base, &same)).len(), 1);
    assert_eq!(
        messages(&diff("late-clarification", &base, &other)),
        [""; 0]
    );
}

#[test]
fn posts_that_nobody_placed_still_cost_what_they_did() {
    let base = "units: { job: { name: Jobcenter } }
staff: { r: { title: Rådgiver, unit: job, count: 10, cost: 100 } }
";
    let revision = "units: { job: { name: Jobcenter } }
staff:
  r: { title: Rådgiver, unit: job, count: 4, cost: 100 }
  ny: { title: Mentor, unit: job, cost: 700 }
";
    let message = one(diff("higher-cost", base, revision)).message;
    assert!(
        message.starts_with("Posts cost 700 more a year: Mentor"),
        "{message}"
    );
}

#[test]
fn what_was_promised_before_is_judged_by_what_was_before() {
    let chart = |count: &str| {
        format!(
            "units: {{ a: {{ name: Øst, head: l }} }}
staff: {{ l: {{ title: Leder, unit: a }}, r: {{ title: Rådgiver, unit: a, count: {count} }} }}
commitments: [{{ id: c, text: Få under hver leder, at_most: {{ largest_span: 10 }} }}]
"
        )
    };
    let told = |before: &str, now: &str| {
        let report = diff("broken-commitment", &chart(before), &chart(now));
        let found = report.findings.iter();
        found.map(|finding| finding.certainty).collect::<Vec<_>>()
    };
    assert_eq!(told("5", "20"), [Certainty::Certain]);
    // What may not have been kept, and now is not, is new.
    assert_eq!(told("8-12", "20"), [Certainty::Certain]);
    assert_eq!(told("20", "30"), []);
    assert_eq!(told("20", "8-12"), []);
}

#[test]
fn of_a_promise_that_was_broken_before_only_the_part_that_is_new_is_told() {
    let chart = |unit: &str| {
        format!(
            "units: {{ a: {{ name: Øst }}, b: {{ name: Vest, head: l }} }}
staff:
  l: {{ title: Leder, unit: b }}
  r: {{ title: Rådgiver, unit: {unit}, count: 5, reports_to: l }}
commitments: [{{ id: c, text: Små enheder, at_most: {{ largest_span: 4 }}, keep: {{ unit: a }} }}]
"
        )
    };
    let finding = one(diff("broken-commitment", &chart("a"), &chart("b")));
    assert!(
        finding
            .message
            .ends_with("Øst is left without posts and functions."),
        "{}",
        finding.message
    );
}

#[test]
fn a_unit_that_was_to_be_kept_and_is_closed_breaks_an_old_promise() {
    let promised = "commitments: [{ id: c, text: Enheden består, keep: { unit: a } }]\n";
    let base = format!("units: {{ a: {{ name: Enheden }}, b: {{ name: Resten }} }}\n{promised}");
    let revision = format!(
        "units: {{ b: {{ name: Resten }} }}\nended: {{ units: {{ a: {{ name: Enheden }} }} }}\n{promised}"
    );
    let finding = one(diff("broken-commitment", &base, &revision));
    assert!(
        finding.message.contains("Enheden is closed"),
        "{}",
        finding.message
    );
}

#[test]
fn a_promise_that_questions_are_answered_is_judged_by_the_hearing_on_the_proposal() {
    let chart = "rokade: 1
units: { job: { name: Jobcenter } }
bodies: { lmu: { name: LMU, kind: local_med, covers: [job] } }
commitments: [{ id: c, text: Alle får svar, at_most: { questions_unanswered: 0 } }]
";
    let told = |answer: &str| {
        let mut sources = Sources::default();
        let base = open_yaml(&mut sources, "base.yaml", chart);
        let revision = open_yaml(&mut sources, "revision.yaml", chart);
        let hearing = format!(
            "rokade: 1
hearing:
  responses:
    - {{ id: svar, from: lmu, points: [{{ id: a, kind: question, text: Hvor?{answer} }}] }}
"
        );
        let id = sources.add("hearing.yaml", hearing.as_bytes(), Syntax::Yaml);
        let hearing = rokade::open_hearing(&sources, id, &[&revision]);
        rokade::heard(
            &sources,
            Some(&base),
            &revision,
            &[hearing],
            &only("broken-commitment"),
        )
        .expect("every sentence can be made")
    };
    let finding = one(told(""));
    assert_eq!(finding.certainty, Certainty::Certain);
    assert!(
        finding.message.ends_with(": 1. At most 0 was promised."),
        "{}",
        finding.message
    );
    assert_eq!(messages(&told(", answer: Her")), [""; 0]);
}

#[test]
fn budgets_of_units_with_a_fault_are_not_added_up() {
    let told = |whole: &str, part: &str| {
        let report = check(
            "budget-over-frame",
            &format!(
                "units:
  job: {{ name: Jobcenter, budget: 400{whole} }}
  hus: {{ name: Huset, parent: job, budget: 500{part} }}
"
            ),
        );
        let found = report.findings.iter();
        found.filter(|one| one.rule == "budget-over-frame").count()
    };
    assert_eq!(told("", ""), 1);
    assert_eq!(told(", head: ukendt", ""), 0);
    assert_eq!(told("", ", head: ukendt"), 0);
}

#[test]
fn coarse_days_of_two_organisations_may_be_the_same() {
    let certainty = |own: &str, other: &str| {
        let chart = format!(
            "organization: {{ id: ishoej, name: Ishøj Kommune }}
units: {{ vallensbaek: {{ name: Vallensbæk Kommune, external: true }} }}
process: {{ clarified_by: {{ ishoej: {own}, vallensbaek: {other} }} }}
"
        );
        one(check("late-clarification", &chart)).certainty
    };
    assert_eq!(certainty("2021-05-31", "2021-06-30"), Certainty::Certain);
    assert_eq!(certainty("2021-06", "2021-06-30"), Certainty::Possible);
    assert_eq!(certainty("2021-06", "2021-H1"), Certainty::Possible);
}

#[test]
fn where_nothing_says_when_staff_know_their_place_the_process_is_pointed_at() {
    let chart = |site: &str, rest: &str| {
        format!(
            "sites: {{ kaj: {{ name: Kajen }}, torv: {{ name: Torvet }} }}
units: {{ job: {{ name: Jobcenter }} }}
staff: {{ r: {{ title: Rådgiver, unit: job, count: 5, site: {site} }} }}
process: {{ effective: 2022-01-01{rest} }}
"
        )
    };
    let told = |rest: &str| {
        let report = diff(
            "late-clarification",
            &chart("kaj", ""),
            &chart("torv", rest),
        );
        let finding = one(report);
        let is_unknown = finding.message.ends_with(": the day is not known.");
        (labels(&finding).len(), is_unknown)
    };
    assert_eq!(told(""), (1, false));
    assert_eq!(told(", clarified_by: unknown"), (1, true));
    let step = ", steps: [{ id: besked, kind: clarification }]";
    assert_eq!(told(step), (1, true));
    assert_eq!(told(&format!(", clarified_by: unknown{step}")), (2, true));
}

/// Something that is not decided, on a day.
fn open(today: &str, rest: &str) -> String {
    format!(
        "as_of: {today}
units: {{ a: {{ name: Øst }}, b: {{ name: Vest }} }}
open: [{{ id: o, text: Hvor?, decide_by: 2021-06-30 }}]
{rest}"
    )
}

#[test]
fn a_decision_is_late_when_its_day_has_passed_and_that_is_new() {
    let early = open("2021-01-01", "");
    let late = open("2021-09-01", "");
    let finding = one(check("open-decision", &late));
    assert!(
        finding
            .message
            .ends_with("It was to be decided by 30 June 2021."),
        "{}",
        finding.message
    );
    assert_eq!(finding.severity, Severity::Warning);
    assert_eq!(one(check("open-decision", &early)).severity, Severity::Note);
    let finding = one(diff("open-decision", &early, &late));
    assert_eq!(finding.severity, Severity::Warning);
    assert_eq!(messages(&diff("open-decision", &late, &late)), [""; 0]);
    assert_eq!(messages(&diff("open-decision", &early, &early)), [""; 0]);
}

#[test]
fn of_two_ways_to_be_late_the_surer_one_is_told_and_its_day_pointed_at() {
    let chart = open("2021-06", "process: { effective: 2021-01-01 }\n");
    let finding = one(check("open-decision", &chart));
    assert_eq!(finding.certainty, Certainty::Certain);
    assert!(
        finding
            .message
            .ends_with("The change has taken effect (1 January 2021)."),
        "{}",
        finding.message
    );
    assert_eq!(
        labels(&finding),
        ["not decided in time", "takes effect 1 January 2021"]
    );
}

#[test]
fn a_decision_that_comes_after_the_change_is_pointed_at_with_the_day_of_the_change() {
    let chart = open("2020-06-01", "process: { effective: 2021-01-01 }\n");
    let finding = one(check("open-decision", &chart));
    assert_eq!(
        labels(&finding),
        ["not decided in time", "takes effect 1 January 2021"]
    );
}

#[test]
fn each_thing_that_stands_as_undecided_is_told_once() {
    let message = |staff: &str, rest: &str| {
        let chart = format!(
            "sites: {{ kaj: {{ name: Kajen }} }}
units: {{ a: {{ name: Øst, site: kaj }} }}
staff: {{ {staff} }}
{rest}"
        );
        one(check("open-decision", &chart)).message
    };
    assert_eq!(
        message(
            "r: { title: Rådgiver, unit: undecided }, s: { title: Vejleder, unit: a }",
            ""
        ),
        "Some things are not yet decided. Which unit they belong to: Rådgiver (1)."
    );
    assert_eq!(
        message("r: { title: Rådgiver, unit: a, site: undecided }", ""),
        "Some things are not yet decided. At which site: Rådgiver."
    );
    let groups = "target_groups:
  x: { name: Ledige, entrance: undecided }
  y: { name: Unge, entrance: undecided }
  z: { name: Syge, entrance: a }
open: [{ id: o, about: { target_groups: [x] } }]
";
    let chart = format!("units: {{ a: {{ name: Øst }} }}\n{groups}");
    let report = check("open-decision", &chart);
    let undecided = messages(&report)
        .into_iter()
        .filter(|message| message.starts_with("Some things"));
    assert_eq!(
        undecided.collect::<Vec<_>>(),
        ["Some things are not yet decided. Whom the citizens meet first: Unge."]
    );
}

#[test]
fn a_step_may_come_too_early_for_several() {
    let finding = one(check(
        "step-out-of-order",
        "process:
  steps:
    - { id: a, kind: hearing, from: 2021-03-01, to: 2021-03-31 }
    - { id: b, kind: hearing, from: 2021-03-01, to: 2021-04-30 }
    - { id: c, kind: decision, date: 2021-02-01, after: [a, b] }
",
    ));
    assert_eq!(members(&finding), ["c", "c"]);
    assert_eq!(labels(&finding).len(), 3);
}

#[test]
fn of_steps_of_which_only_one_end_is_known_nobody_says_that_they_may_be_out_of_order() {
    let told = |a: &str, c: &str| {
        let report = check(
            "step-out-of-order",
            &format!(
                "process:
  steps:
    - {{ id: a, kind: hearing, {a} }}
    - {{ id: c, kind: decision, {c}, after: [a] }}
"
            ),
        );
        report.findings.first().map(|finding| finding.certainty)
    };
    let possible = Some(Certainty::Possible);
    assert_eq!(told("to: 2021-03", "from: 2021-03"), possible);
    assert_eq!(told("to: 2021-03", "to: 2021-03"), None);
    assert_eq!(told("from: 2021-03", "from: 2021-03"), None);
    assert_eq!(told("from: 2021-03", "to: 2021-03"), None);
    assert_eq!(told("to: 2021-03", "to: 2021-02"), Some(Certainty::Certain));
}

/// What a body is told to speak for, with how many posts.
fn unheard(base: &str, revision: &str) -> Vec<String> {
    let bodies = "bodies: { lmu: { name: LMU, kind: local_med, covers: [a] } }\n";
    let base = format!("{base}{bodies}");
    let revision = format!("{revision}{bodies}process: {{ effective: 2022-01-01 }}\n");
    let report = diff("unheard-body", &base, &revision);
    let messages = report.findings.iter();
    messages
        .map(|finding| finding.message.clone())
        .collect::<Vec<_>>()
}

#[test]
fn a_body_speaks_for_all_in_a_unit_that_moves_and_for_none_where_only_the_head_changes() {
    let chart = |a: &str, r: &str| {
        format!(
            "sites: {{ kaj: {{ name: Kajen }}, torv: {{ name: Torvet }} }}
units:
  k: {{ name: Kommunen, site: kaj }}
  b: {{ name: Vest, parent: k, site: kaj }}
  a: {{ name: Øst, {a} }}
staff:
  r: {{ title: Rådgiver, unit: {r}, count: 5, site: kaj }}
  s: {{ title: Vejleder, unit: a, count: 8, site: kaj }}
"
        )
    };
    let base = chart("parent: k, site: kaj", "a");
    let told = |a: &str, r: &str| unheard(&base, &chart(a, r));
    let posts = |number: u32| {
        format!(
            "LMU speaks for Øst, where something happens to {number} posts, but is neither heard nor part of a discussion before the decision."
        )
    };
    assert_eq!(told("parent: b, site: kaj", "a"), [posts(13)]);
    assert_eq!(told("parent: k, site: torv", "a"), [posts(13)]);
    assert_eq!(told("parent: k, site: kaj", "b"), [posts(5)]);
    assert_eq!(told("parent: k, site: kaj, head: vacant", "a"), [""; 0]);
}

#[test]
fn a_body_does_not_speak_for_the_unit_that_stands_next() {
    let chart = |parent: &str| {
        format!(
            "units:
  k: {{ name: Kommunen }}
  a: {{ name: Øst, parent: k }}
  b: {{ name: Vest, parent: k }}
  c: {{ name: Nord, parent: {parent} }}
"
        )
    };
    assert_eq!(unheard(&chart("b"), &chart("k")), [""; 0]);
    let moved = chart("k").replace("Vest, parent: k", "Vest");
    assert_eq!(unheard(&chart("k"), &moved), [""; 0]);
}

#[test]
fn only_a_discussion_of_the_body_itself_is_pointed_at_as_late() {
    let chart = |parent: &str| {
        format!(
            "units: {{ k: {{ name: Kommunen }}, a: {{ name: Øst, parent: k }}, b: {{ name: Vest, parent: {parent} }} }}
bodies:
  lmu: {{ name: LMU, kind: local_med, covers: [b] }}
  hmu: {{ name: HMU, kind: main_med, covers: [a] }}
process:
  decision: {{ date: 2021-06-01 }}
  steps:
    - {{ id: sent, kind: discussion, body: lmu, date: 2021-07-01 }}
    - {{ id: igen, kind: discussion, body: lmu, date: 2021-08-01 }}
    - {{ id: andre, kind: discussion, body: hmu, date: 2021-07-01 }}
    - {{ id: besked, kind: information, body: lmu, date: 2021-07-01 }}
"
        )
    };
    let report = diff("unheard-body", &chart("k"), &chart("a"));
    let late = "a discussion on the day of the decision or after it";
    let pointed = report.findings.iter().map(|finding| {
        let pointed = labels(finding);
        let pointed = pointed.iter().filter(|text| **text == late);
        (members(finding), pointed.count())
    });
    let pointed: Vec<_> = pointed.collect();
    assert_eq!(pointed, [(vec!["hmu"], 1), (vec!["lmu"], 2)]);
}
