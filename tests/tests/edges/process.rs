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
