//! Citizens: their cases, their advisers, and where they go.

use std::fmt::Write as _;

use rokade::{Quantity, Value};

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

#[test]
fn cases_of_citizens_who_ended_on_purpose_are_nobodys_and_those_of_the_forgotten_are_missed() {
    let chart = |flygtninge: &str, groups: &str| {
        format!(
            "units: {{ job: {{ name: Jobcenter }} }}
functions: {{ f: {{ name: Jobplaner, responsible: [{flygtninge}{{ unit: job, for: [unge], cases: 300 }}] }} }}
target_groups: {{ unge: {{ name: Unge }}{groups} }}
"
        )
    };
    let base = chart(
        "{ unit: job, for: [flygtninge], cases: 400 }, ",
        ", flygtninge: { name: Flygtninge }",
    );
    let told = |groups: &str, ended: &str| {
        let revision = chart("", groups) + ended;
        let report = diff("undistributed-cases", &base, &revision);
        let findings = report.findings.into_iter();
        findings.map(|finding| finding.message).collect::<Vec<_>>()
    };
    let ended = "ended: { target_groups: { flygtninge: { name: Flygtninge } } }\n";
    let missed = ["400 cases are with no unit then: Jobplaner. Today Jobcenter has them."];
    assert_eq!(told("", ended), [""; 0]);
    assert_eq!(told("", ""), missed);
    let became = ", nye: { name: Nyankomne, previously: [flygtninge] }";
    assert_eq!(told(became, ended), missed);
}

#[test]
fn staff_are_followed_who_serve_those_whose_cases_they_are() {
    let chart = |unit: &str, of_unit: &str| {
        format!(
            "units: {{ job: {{ name: Jobcenter }}, unge: {{ name: Ungehus }} }}
staff:
  r: {{ title: Rådgiver, unit: {of_unit}, count: 10, performs: [f], for: [flygtninge] }}
  s: {{ title: Sagsbehandler, unit: job, count: 10, performs: [f], for: [ledige] }}
functions: {{ f: {{ name: Jobplaner, responsible: {{ unit: {unit}, for: [flygtninge], cases: 400 }} }} }}
target_groups: {{ flygtninge: {{ name: Flygtninge }}, ledige: {{ name: Ledige }} }}
"
        )
    };
    let base = chart("job", "job");
    let changed = one(diff("changed-caseworker", &base, &chart("unge", "unge")));
    assert_eq!(
        changed.message,
        "400 cases get another unit: Jobplaner. From Jobcenter to Ungehus. The staff go along with the cases."
    );
}

#[test]
fn what_is_roughly_known_and_without_an_upper_end_can_be_more_than_is_left() {
    let groups = "target_groups: { unge: { name: Unge }, ledige: { name: Ledige } }\n";
    let chart = |entries: &str| cases("job: { name: Jobcenter }", entries) + groups;
    let base = chart(
        "{ unit: job, for: [unge], cases: ca. 100 }, { unit: job, for: [ledige], cases: unknown }",
    );
    let revision = chart("{ unit: job, cases: ca. 95 }");
    let undistributed = one(diff("undistributed-cases", &base, &revision));
    assert_eq!(undistributed.certainty, Certainty::Possible);
    assert!(
        undistributed
            .message
            .starts_with("An unknown number of cases may be with no unit then"),
        "{}",
        undistributed.message
    );
}

#[test]
fn cases_of_functions_that_became_one_are_counted_once() {
    let chart = |functions: &str| {
        format!("units: {{ job: {{ name: Jobcenter }} }}\nfunctions:\n{functions}")
    };
    let base = chart(
        "  plan: { name: Jobplaner, responsible: { unit: job, cases: 100 } }
  samtale: { name: Samtaler, responsible: { unit: job, cases: 200 } }
",
    );
    let revision = chart(
        "  indsats: { name: Jobindsats, previously: [plan, samtale], responsible: { unit: job, cases: 250 } }
",
    );
    let undistributed = one(diff("undistributed-cases", &base, &revision));
    assert_eq!(
        undistributed.message,
        "50 cases are with no unit then: Jobplaner. Today Jobcenter has them."
    );
}

/// The cases of one function, moved or not, and who does it.
fn with_staff(responsible: &str, staff: &str) -> String {
    let units = "job: { name: Jobcenter }, unge: { name: Ungehus }, ny: { name: Nyhuset }";
    let staff = staff.replace("unit:", "count: 5, unit:");
    cases(units, responsible) + &format!("staff: {{ {staff} }}\n")
}

#[test]
fn cases_moved_with_a_unit_that_closed_are_put_down_to_that() {
    let base = cases(
        "job: { name: Jobcenter }, unge: { name: Ungehus }",
        "{ unit: job, cases: 400 }",
    );
    let revision = cases("unge: { name: Ungehus }", "{ unit: unge, cases: 300 }")
        + "ended: { units: { job: { name: Jobcenter } } }\n";
    for rule in ["changed-caseworker", "undistributed-cases"] {
        let finding = one(diff(rule, &base, &revision));
        assert_eq!(finding.certainty, Certainty::Certain, "{rule}");
        let subjects = finding.cause.subjects.iter();
        let subjects: Vec<_> = subjects.map(|subject| subject.id.as_str()).collect();
        assert_eq!(subjects, ["job"], "{rule}");
    }
}

#[test]
fn whether_staff_go_along_is_told_of_all_units_whose_cases_move() {
    let base = with_staff(
        "{ unit: job, cases: 400 }, { unit: unge, cases: 100 }",
        "r: { title: Rådgiver, unit: job, performs: [f] }, s: { title: Sagsbehandler, unit: unge, performs: [f] }",
    );
    let told = |staff: &str| {
        let revision = with_staff("{ unit: ny, cases: 500 }", staff);
        let finding = one(diff("changed-caseworker", &base, &revision));
        (finding.message, finding.help.unwrap_or_default())
    };
    let along = told(
        "r: { title: Rådgiver, unit: ny, performs: [f] }, s: { title: Sagsbehandler, unit: ny, performs: [f] }",
    );
    let some = told(
        "r: { title: Rådgiver, unit: ny, performs: [f] }, s: { title: Sagsbehandler, unit: unge }",
    );
    // Who comes along and no longer does it has no cases there either.
    let others = told(
        "r: { title: Rådgiver, unit: ny }, s: { title: Sagsbehandler, unit: unge }, x: { title: Ny rådgiver, unit: ny, performs: [f] }",
    );
    let moved = "500 cases get another unit";
    let units = "Jobplaner. From Jobcenter and Ungehus to Nyhuset.";
    assert_eq!(
        along,
        (
            format!("{moved}: {units} The staff go along with the cases."),
            "Tell the citizens that the unit is another and the caseworker the same.".to_owned()
        )
    );
    assert_eq!(
        some.0,
        format!("{moved}: {units} Only some of the staff go along with the cases.")
    );
    assert_eq!(others.0, format!("{moved} and another caseworker: {units}"));
    for help in [some.1, others.1] {
        assert!(help.starts_with("Let the staff go along"), "{help}");
    }
}

#[test]
fn where_it_is_not_said_who_does_it_no_caseworker_is_said_to_be_another() {
    let told = |before: &str, now: &str| {
        let base = with_staff("{ unit: job, cases: 400 }", before);
        let revision = with_staff("{ unit: unge, cases: 400 }", now);
        one(diff("changed-caseworker", &base, &revision)).message
    };
    let before = "r: { title: Rådgiver, unit: job, performs: [f] }";
    let now = "x: { title: Ny rådgiver, unit: unge, performs: [f] }";
    let unit = "400 cases get another unit: Jobplaner. From Jobcenter to Ungehus.";
    for (before, now) in [("", ""), (before, ""), ("", now)] {
        assert_eq!(told(before, now), unit);
    }
    assert_eq!(
        told(before, now),
        unit.replace(": Job", " and another caseworker: Job")
    );
}

#[test]
fn cases_that_stay_with_their_unit_can_get_another_caseworker_there() {
    let base = with_staff(
        "{ unit: job, cases: 400 }",
        "r: { title: Rådgiver, unit: job, performs: [f] }",
    );
    let told = |responsible: &str| {
        let revision = with_staff(
            responsible,
            "r: { title: Rådgiver, unit: job }, x: { title: Ny rådgiver, unit: job, performs: [f] }",
        );
        let finding = one(diff("changed-caseworker", &base, &revision));
        assert_eq!(finding.certainty, Certainty::Certain);
        finding.data["cases"].clone()
    };
    let all = Value::Quantity(Quantity::exact(400));
    assert_eq!(told("{ unit: job, cases: 400 }"), all);
    // No number is stated any longer, and nobody else has any.
    assert_eq!(told("{ unit: job }"), all);
    let parted = "{ unit: job, cases: 300 }, { unit: unge, cases: 100 }";
    assert_eq!(told(parted), all);
}

#[test]
fn what_another_organisation_gives_up_is_no_change_of_ours() {
    let chart = |unit: &str| {
        cases(
            "job: { name: Jobcenter }, nabo: { name: Nabokommunen, external: true }",
            &format!("{{ unit: {unit}, cases: 400 }}"),
        )
    };
    let changed = |before: &str, now: &str| {
        diff("changed-caseworker", &chart(before), &chart(now))
            .findings
            .len()
    };
    assert_eq!((changed("nabo", "job"), changed("job", "nabo")), (0, 1));
}

#[test]
fn an_entrance_that_is_undecided_can_be_one_more_or_one_of_the_others() {
    let chart = |undecided: usize, limit: &str| {
        let mut text = "units: { job: { name: Jobcenter }, hus: { name: Huset } }
target_groups:
  a: { name: A, entrance: job }
  b: { name: B, entrance: hus }
"
        .to_owned();
        for i in 1..=undecided {
            let _ = writeln!(text, "  u{i}: {{ name: Uvisse {i}, entrance: undecided }}");
        }
        text + limit
    };
    let told = |undecided: usize| {
        let promise = "commitments: [{ id: faa, text: Få indgange, at_most: { entrances: 1 } }]\n";
        one(diff(
            "broken-commitment",
            &chart(0, ""),
            &chart(undecided, promise),
        ))
        .message
    };
    for (undecided, entrances) in [(0, "2"), (1, "2–3"), (3, "2–5")] {
        assert_eq!(
            told(undecided),
            format!(
                "“Få indgange” does not hold. Entrances for citizens: {entrances}. At most 1 was promised."
            )
        );
    }
}

#[test]
fn where_all_that_is_stated_is_that_entrances_are_undecided_that_is_told() {
    let chart = |entrance: &str| {
        format!(
            "units: {{ job: {{ name: Jobcenter }} }}\ntarget_groups: {{ a: {{ name: Ledige{entrance} }} }}\n"
        )
    };
    let base = chart(", entrance: job");
    let undecided = diff("more-entrances", &base, &chart(", entrance: undecided"));
    assert_eq!(undecided.not_judged, [""; 0]);
    assert_eq!(
        messages(&undecided),
        ["Ledige may no longer come in by Jobcenter: nobody has decided where they are to go."]
    );
    let unsaid = diff("more-entrances", &base, &chart(""));
    assert_eq!((unsaid.findings.len(), unsaid.not_judged.len()), (0, 1));
}

#[test]
fn the_cases_of_several_units_above_the_norm_are_told_in_all() {
    let chart = |units: usize| {
        let mut text =
            "functions:\n  f: { name: Jobplaner, cases_per_post: 30, responsible: [".to_owned();
        for i in 1..=units {
            let _ = write!(text, "{{ unit: u{i}, cases: 100 }}, ");
        }
        text.push_str("] }\nunits:\n");
        for i in 1..=units {
            let _ = writeln!(text, "  u{i}: {{ name: Team {i} }}");
        }
        text.push_str("staff:\n");
        for i in 1..=units {
            let _ = writeln!(
                text,
                "  s{i}: {{ title: Rådgiver {i}, unit: u{i}, count: 2, performs: [f] }}"
            );
        }
        text
    };
    let told = |units: usize| {
        let finding = one(check("caseload-over-norm", &chart(units)));
        let labels = labels(&finding).len();
        (labels, finding.message)
    };
    let team = "Jobplaner: more than the norm of 30 cases for each post: Team 1 (50)";
    let alone = "100 cases for 2 posts; by the norm they take 3.4 posts.";
    assert_eq!(told(1), (1, format!("{team}. {alone}")));
    let both = "In all 200 cases for 4 posts; by the norm they take 6.7 posts.";
    assert_eq!(told(2), (2, format!("{team} and Team 2 (50). {both}")));
    assert_eq!((told(8).0, told(9).0), (8, 8));
}

/// Of some cases a part gets another unit, and the rest another caseworker where they are.
fn partly_moved(cases: &str, responsible: &str) -> ReportFinding {
    let base = with_staff(
        &format!("{{ unit: job, cases: {cases} }}"),
        "r: { title: Rådgiver, unit: job, performs: [f] }",
    );
    let revision = with_staff(
        responsible,
        "r: { title: Rådgiver, unit: job }, x: { title: Ny rådgiver, unit: job, performs: [f] }",
    );
    one(diff("changed-caseworker", &base, &revision))
}

#[test]
fn what_moves_and_what_stays_come_to_no_more_cases_than_there_are() {
    let told = |cases: &str, kept: &str, moved: &str| {
        let responsible = format!("{{ unit: job{kept} }}, {{ unit: unge, cases: {moved} }}");
        let message = partly_moved(cases, &responsible).message;
        let (number, _) = message.split_once(" cases get").expect("it is certain");
        number.to_owned()
    };
    for kept in ["", ", cases: 300-350", ", cases: 300"] {
        assert_eq!(told("400", kept, "50-100"), "400", "{kept}");
    }
    assert_eq!(told("400-450", ", cases: 100-150", "250-350"), "400–450");
    assert_eq!(told("400", ", cases: ca. 300", "100"), "Ca. 400");
}

#[test]
fn cases_that_stay_are_not_said_to_get_another_unit() {
    let finding = partly_moved(
        "400",
        "{ unit: job, cases: 300 }, { unit: unge, cases: 100 }",
    );
    assert_eq!(
        finding.message,
        "400 cases get another unit or another caseworker: Jobplaner. From Jobcenter to Ungehus. \
         No longer on them: Rådgiver (5)."
    );
}
