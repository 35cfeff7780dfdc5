//! Citizens: their cases, their advisers, and where they go.

use std::fmt::Write as _;

use super::*;

#[test]
fn a_norm_for_enquiries_nobody_has_counted_is_not_judged() {
    let report = check(
        "caseload-over-norm",
        "units: { job: { name: Jobcenter } }
functions: { telefon: { name: Telefonen, responsible: job, volume: { per: day, per_post: 12 } } }
",
    );
    assert_eq!(messages(&report), [""; 0]);
    assert!(
        report.not_judged[0].contains("Telefonen"),
        "{:?}",
        report.not_judged
    );
}

/// A function whose cases are told by who holds how many.
fn cases(units: &str, responsible: &str) -> String {
    format!(
        "units: {{ {units} }}\nfunctions: {{ f: {{ name: Jobplaner, responsible: [{responsible}] }} }}\n"
    )
}

#[test]
fn what_a_unit_no_longer_counts_it_may_have_given_to_who_counts_now() {
    let units = "job: { name: Jobcenter }, unge: { name: Ungehus }";
    let base = cases(units, "{ unit: job, cases: 400 }");
    let others = cases(units, "{ unit: job }, { unit: unge, cases: 100 }");
    let changed = one(diff("changed-caseworker", &base, &others));
    assert_eq!(changed.certainty, Certainty::Possible);
    assert!(changed.message.contains("0–100"), "{}", changed.message);
    // Where nobody else has any, nothing says that it gave any up.
    let nobody = cases(units, "{ unit: job }");
    assert_eq!(
        messages(&diff("changed-caseworker", &base, &nobody)),
        [""; 0]
    );
    let three = "job: { name: Jobcenter }, unge: { name: Ungehus }, ny: { name: Nyhuset }";
    let base = cases(
        three,
        "{ unit: job, cases: 400 }, { unit: unge, cases: 100 }, { unit: ny, cases: 10 }",
    );
    let fewer = cases(
        three,
        "{ unit: job }, { unit: unge, cases: 40 }, { unit: ny, cases: 70 }",
    );
    let changed = one(diff("changed-caseworker", &base, &fewer));
    assert!(
        !changed.message.contains("Jobcenter"),
        "{}",
        changed.message
    );
}

#[test]
fn cases_that_may_be_none_are_no_certain_change() {
    let base = cases(
        "job: { name: Jobcenter }, unge: { name: Ungehus }",
        "{ unit: job, cases: ca. 105-120 }, { unit: unge, cases: 0-50 }",
    );
    let revision = cases(
        "job: { name: Jobcenter }, ny: { name: Nyhuset }",
        "{ unit: job, cases: ca. 100 }, { unit: ny, cases: 80 }",
    ) + "ended: { units: { unge: { name: Ungehus } } }\n";
    let changed = one(diff("changed-caseworker", &base, &revision));
    assert_eq!(
        changed.certainty,
        Certainty::Possible,
        "{}",
        changed.message
    );
}

#[test]
fn staff_of_whom_perhaps_none_stay_behind_go_along_with_their_cases() {
    let chart = |unit: &str, staff: &str| {
        format!(
            "units: {{ job: {{ name: Jobcenter }}, unge: {{ name: Ungehus }} }}
staff: {{ {staff} }}
functions: {{ f: {{ name: Jobplaner, responsible: {{ unit: {unit}, cases: 400 }} }} }}
"
        )
    };
    let base = chart(
        "job",
        "r: { title: Rådgiver, unit: job, count: 10, performs: [f] }",
    );
    let told = |staff: &str| one(diff("changed-caseworker", &base, &chart("unge", staff))).message;
    let along = told("r: { title: Rådgiver, unit: unge, count: 10, performs: [f] }");
    let perhaps = told(
        "r: { title: Rådgiver, unit: unge, count: 8-10, performs: [f] }, s: { title: Sagsbehandler, previously: [r], unit: job, count: 0-2 }",
    );
    let some = told(
        "r: { title: Rådgiver, unit: unge, count: 8, performs: [f] }, s: { title: Sagsbehandler, previously: [r], unit: job, count: 2 }",
    );
    assert_eq!(perhaps, along);
    assert_ne!(some, along);
}

#[test]
fn many_target_groups_are_all_told_and_some_pointed_at() {
    let groups = |entrance: &str| {
        let mut text =
            "units: { job: { name: Jobcenter }, hus: { name: Huset } }\ntarget_groups:\n"
                .to_owned();
        for i in 1..=12 {
            let entrance = if i == 1 { entrance } else { "job" };
            let _ = writeln!(
                text,
                "  g{i:02}: {{ name: Gruppe {i}, citizens: 10, entrance: {entrance} }}"
            );
        }
        text
    };
    let finding = one(diff("more-entrances", &groups("job"), &groups("hus")));
    let pointed = |text: &str| {
        labels(&finding)
            .into_iter()
            .filter(|label| label.contains(text))
            .count()
    };
    assert_eq!(
        (pointed("then first meet"), pointed("the entrance today")),
        (8, 8)
    );
}

#[test]
fn enquiries_that_nobody_is_said_to_take_are_not_judged() {
    let chart = |staff: &str| {
        format!(
            "units: {{ job: {{ name: Jobcenter }}, hus: {{ name: Huset }} }}
{staff}functions: {{ telefon: {{ name: Telefonen, responsible: job, volume: {{ enquiries: 60, per: day, per_post: 12 }} }} }}
"
        )
    };
    assert_eq!(check("caseload-over-norm", &chart("")).not_judged.len(), 1);
    // That those of another unit take them is told as that, and is no lack of what is stated.
    let elsewhere = "staff: { r: { title: Rådgiver, unit: hus, count: 2, performs: [telefon] } }\n";
    assert_eq!(
        check("caseload-over-norm", &chart(elsewhere)).not_judged,
        [""; 0]
    );
}

#[test]
fn the_sites_of_those_who_surely_are_there_are_told() {
    let chart = |staff: &str| {
        format!(
            "sites: {{ kaj: {{ name: Kajen }}, torv: {{ name: Torvet }} }}
units: {{ job: {{ name: Jobcenter, site: kaj }} }}
staff:
  a: {{ title: Jobrådgiver, unit: job, count: 8, performs: [plan] }}
{staff}functions: {{ plan: {{ name: Jobplan, responsible: job }}, ydelse: {{ name: Ydelse, responsible: job }} }}
target_groups: {{ ledige: {{ name: Ledige, citizens: 400, pathway: [plan, ydelse] }} }}
"
        )
    };
    let base = chart("  b: { title: Ydelsesrådgiver, unit: job, count: 4, performs: [ydelse] }\n");
    let revision = chart(
        "  b: { title: Ydelsesrådgiver, unit: job, site: torv, count: 4, performs: [ydelse] }
  c: { title: Vikar, unit: job, count: 0-1, performs: [ydelse] }
",
    );
    let finding = one(diff("more-sites-to-visit", &base, &revision));
    assert_eq!(finding.certainty, Certainty::Possible);
    assert!(
        finding
            .message
            .ends_with("Then: Kajen and Torvet. New site: Torvet."),
        "{}",
        finding.message
    );
}

#[test]
fn more_advisers_are_put_down_to_what_happened_to_those_who_can_no_longer_do_all() {
    let chart = |units: &str, staff: &str| {
        format!(
            "units: {{ job: {{ name: Jobcenter }}{units} }}
staff: {{ {staff} }}
functions: {{ plan: {{ name: Jobplan, responsible: job }}, ydelse: {{ name: Ydelse, responsible: job }} }}
target_groups: {{ ledige: {{ name: Ledige, citizens: 400, pathway: [plan, ydelse] }} }}
"
        )
    };
    let base = chart(
        ", hus: { name: Huset }",
        "a: { title: Rådgiver, unit: hus, count: 4, performs: [plan, ydelse] }",
    );
    let revision = chart(
        "",
        "a: { title: Rådgiver, unit: job, count: 4, performs: [plan] }, b: { title: Ydelsesrådgiver, unit: job, count: 2, performs: [ydelse] }",
    ) + "ended: { units: { hus: { name: Huset } } }\n";
    let finding = one(diff("more-advisers", &base, &revision));
    assert_eq!(finding.cause.subjects[0].id, "hus", "{:?}", finding.cause);
}

#[test]
fn on_a_way_too_long_to_be_counted_out_nothing_is_certain() {
    let chart = |steps: usize, staff: &str| {
        let mut functions = String::new();
        for i in 1..=17 {
            let _ = write!(
                functions,
                "f{i:02}: {{ name: Opgave {i}, responsible: job }}, "
            );
        }
        let steps = |from: usize| {
            (from..=steps)
                .map(|i| format!("f{i:02}"))
                .collect::<Vec<_>>()
                .join(", ")
        };
        let staff = staff.replace("ALL", &steps(1)).replace("REST", &steps(2));
        format!(
            "sites: {{ kaj: {{ name: Kajen }}, torv: {{ name: Torvet }} }}
units: {{ job: {{ name: Jobcenter, site: kaj }} }}
staff: {{ {staff} }}
functions: {{ {functions} }}
target_groups: {{ ledige: {{ name: Ledige, citizens: 400, pathway: [{}] }} }}
",
            steps(1)
        )
    };
    let alone = "a: { title: Rådgiver, unit: job, count: 4, performs: [ALL] }";
    let divided = "a: { title: Rådgiver, unit: job, count: 4, performs: [f01] }, b: { title: Vejleder, unit: job, site: torv, count: 4, performs: [REST] }";
    for rule in ["more-advisers", "more-sites-to-visit"] {
        let certainty =
            |before, now| one(diff(rule, &chart(before, alone), &chart(now, divided))).certainty;
        assert_eq!(certainty(16, 16), Certainty::Certain, "{rule}");
        assert_eq!(certainty(2, 17), Certainty::Possible, "{rule}");
        assert_eq!(certainty(17, 2), Certainty::Possible, "{rule}");
        assert_eq!(certainty(17, 17), Certainty::Possible, "{rule}");
    }
}
