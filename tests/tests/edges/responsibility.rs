//! Responsibility: what is told of many functions at once.

use std::fmt::Write as _;

use super::*;

/// The units of whoever has functions, and twelve of these.
fn twelve(units: &str, function: impl Fn(usize) -> String) -> String {
    let mut text = format!("{units}functions:\n");
    for i in 1..=12 {
        let _ = writeln!(text, "{}", function(i));
    }
    text
}

/// Twelve functions that the same units are responsible for.
fn twelve_of(responsible: &str) -> String {
    twelve(UNITS, |i| {
        format!("  f{i:02}: {{ name: Opgave {i}, kind: citizen, responsible: {responsible} }}")
    })
}

const UNITS: &str = "units: { job: { name: Jobcenter, head: none }, hus: { name: Huset } }
target_groups: { unge: { name: Unge } }
staff: { r: { title: Rådgiver, unit: hus, count: 2, performs: [f01, f02, f03, f04, f05, f06, f07, f08, f09, f10, f11, f12] } }
";

#[test]
fn many_functions_are_all_told_and_some_pointed_at() {
    let job = twelve_of("job");
    let (mut ended, mut gone) = (UNITS.replace(", performs", ", was"), String::new());
    ended = ended
        .lines()
        .filter(|line| !line.starts_with("staff"))
        .fold(String::new(), |all, line| all + line + "\n");
    gone.push_str(&ended);
    gone.push_str("functions: { rest: { name: Resten, responsible: hus } }\n");
    ended.push_str("ended:\n  functions:\n");
    for i in 1..=12 {
        let _ = writeln!(ended, "    f{i:02}: {{}}");
    }
    let merged = UNITS.to_owned()
        + "functions: { alt: { name: Alt, responsible: job, previously: [f01, f02, f03, f04, f05, f06, f07, f08, f09, f10, f11, f12] } }\n";
    let merged = merged.replace(
        "performs: [f01, f02, f03, f04, f05, f06, f07, f08, f09, f10, f11, f12]",
        "performs: [alt]",
    );
    let shared = twelve_of("[{ unit: job, shared: true }, { unit: hus, shared: true }]");
    let divided = twelve_of("[job, { unit: hus, for: [unge] }]");
    let both = twelve_of("[job, hus]");
    let hus = twelve_of("hus");
    let closed = hus
        .replace(
            ", hus: { name: Huset } }",
            " }\nended: { units: { hus: { name: Huset } } }",
        )
        .replace("unit: hus, count", "unit: job, count");
    for (report, labels) in [
        (diff("absent-function", &job, &gone), 8),
        (diff("centralised-without-reason", &both, &hus), 16),
        (diff("discontinued-function", &job, &ended), 16),
        (diff("joined-function", &job, &shared), 16),
        (diff("merged-function", &job, &merged), 16),
        (diff("moved-function", &job, &hus), 16),
        (diff("split-function", &job, &divided), 16),
        (check("overlapping-responsibility", &both), 16),
        // The vacant head as well.
        (
            check(
                "responsibility-without-head",
                &job.replace("none", "vacant"),
            ),
            9,
        ),
        (check("responsibility-without-staff", &job), 8),
        (check("unassigned-responsibility", &closed), 8),
    ] {
        let finding = one(report);
        let told = (finding.members.len(), finding.labels.len());
        assert_eq!(told, (12, labels), "{}", finding.rule);
    }
}

#[test]
fn what_had_ended_at_a_site_is_not_told_again_when_the_site_gets_another_id() {
    let chart = |site: &str, also: &str, at: &str| {
        format!(
            "sites: {{ {site}: {{ name: Kajen{also} }}, torv: {{ name: Torvet }} }}
units: {{ job: {{ name: Jobcenter, site: torv }} }}
functions: {{ f: {{ name: Vejledning, responsible: job }} }}
ended: {{ functions: {{ f: {{ at: [{at}] }} }} }}
"
        )
    };
    let base = chart("kaj", "", "kaj");
    let told = |revision: &str| messages(&diff("discontinued-function", &base, revision)).len();
    assert_eq!(told(&chart("kaj", "", "kaj")), 0);
    assert_eq!(told(&chart("kajen", ", previously: [kaj]", "kajen")), 0);
    assert_eq!(told(&chart("kaj", "", "kaj, torv")), 1);
}
