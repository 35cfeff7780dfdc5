//! Posts and those in them: who has which competence, who stands alone, whose wishes are met.

use std::fmt::Write as _;

use super::*;

#[test]
fn citizens_of_a_decision_are_those_whose_way_goes_past_it() {
    let chart = |decided: &str, groups: &str| {
        format!(
            "units: {{ job: {{ name: Jobcenter, head: leder }} }}
staff: {{ leder: {{ title: Leder, unit: job }}, r: {{ title: Rådgiver, unit: job, performs: [plan] }} }}
functions:
  plan: {{ name: Jobplaner, responsible: job, decided_by: {decided} }}
  andet: {{ name: Andet, responsible: job }}
target_groups: {{ {groups} }}
"
        )
    };
    let citizens = |groups: &str| {
        let finding = one(diff(
            "decision-moved-from-frontline",
            &chart("performers", groups),
            &chart("head", groups),
        ));
        finding.citizens.map(|citizens| citizens.min.to_string())
    };
    let all = "a: { citizens: 400, pathway: [andet, plan] }, b: { citizens: 90, pathway: [andet] }, c: { citizens: 5, pathway: [plan] }";
    assert_eq!(citizens(all).as_deref(), Some("405"));
    assert_eq!(citizens("a: { pathway: [plan] }"), None);
}

/// Posts that perform a function and have a competence that takes three in one place.
fn competent(units: &str, staff: &str) -> String {
    format!(
        "units: {{ {units} }}
staff: {{ {staff} }}
competences: {{ k: {{ name: Grønlandsk, critical_mass: 3 }} }}
"
    )
}

#[test]
fn a_competence_is_thinner_where_fewer_or_more_surely_too_few_have_it() {
    let chart = |count: &str| {
        competent(
            "job: { name: Jobcenter }",
            &format!("r: {{ title: Rådgiver, unit: job, count: {count}, competences: [k] }}"),
        )
    };
    let told = |before: &str, now: &str| {
        let report = diff("diluted-competence", &chart(before), &chart(now));
        let messages = messages(&report);
        assert!(messages.len() < 2);
        messages.first().map(|message| (*message).to_owned())
    };
    let message = told("5", "2").expect("it was enough");
    assert!(
        message.starts_with("No unit and site has the 3 posts it takes to keep Grønlandsk alive; the most in one place is 2, in Jobcenter."),
        "{message}"
    );
    assert!(told("2", "1").is_some());
    assert!(told("2-3", "2").is_some());
    assert!(told("2", "2").is_none());
    assert!(told("1", "2").is_none());
}

#[test]
fn that_nobody_has_a_competence_is_said_in_other_words_than_that_few_do() {
    let message = |competences: &str| {
        one(check(
            "diluted-competence",
            &competent(
                "job: { name: Jobcenter }",
                &format!("r: {{ title: Rådgiver, unit: job, competences: [{competences}] }}"),
            ),
        ))
        .message
    };
    assert!(message("").starts_with("Nobody has Grønlandsk; it takes 3 posts"));
    assert!(message("k").starts_with("No unit and site has the 3 posts"));
}

#[test]
fn a_competence_that_got_another_id_is_told_from_one_that_is_new() {
    let chart = |id: &str, others: u32, new: &str| {
        format!(
            "units: {{ job: {{ name: Jobcenter }} }}
staff:
  r: {{ title: Rådgiver, unit: job, count: 4, performs: [f], competences: [{id}] }}
  o: {{ title: Vejleder, unit: job, count: {others}, performs: [f] }}
functions: {{ f: {{ name: Ydelse }} }}
competences: {{ {id}: {{ name: Grønlandsk }}{new} }}
"
        )
    };
    let finding = one(diff(
        "diluted-competence",
        &chart("k", 1, ""),
        &chart("sprog", 20, ", tegn: { name: Tegnsprog }"),
    ));
    assert_eq!(members(&finding), ["sprog"]);
    assert!(
        finding.message.contains("4 of 24, against 4 of 5"),
        "{}",
        finding.message
    );
}

#[test]
fn who_is_thinned_out_is_so_by_those_who_came_or_by_their_own_move() {
    let chart = |r: &str, others: &str| {
        format!(
            "sites: {{ kaj: {{ name: Kajen }} }}
units: {{ a: {{ name: Øst, site: kaj }}, b: {{ name: Vest, site: kaj }}, c: {{ name: Nord, site: kaj }} }}
staff:
  r: {{ title: Rådgiver, unit: {r}, count: 10, performs: [f], competences: [k] }}
  o: {{ title: Vejleder, unit: {others}, count: 40, performs: [f] }}
functions: {{ f: {{ name: Ydelse }} }}
competences: {{ k: {{ name: Grønlandsk }} }}
"
        )
    };
    let cause = |r: &str, others: &str| {
        let revision = chart(r, others);
        super::cause(&one(diff(
            "diluted-competence",
            &chart("c", "a"),
            &revision,
        )))
    };
    assert_eq!(cause("c", "c"), "transfer unit:a unit:c");
    assert_eq!(cause("b", "b"), "transfer unit:c unit:b");
}

#[test]
fn a_group_that_was_divided_is_told_apart_from_one_that_gave_to_the_same() {
    let base = "units: { job: { name: Jobcenter } }
staff:
  p: { title: Rådgiver, unit: job, count: 10 }
  q: { title: Vejleder, unit: job, count: 10 }
";
    let revision = "units: { job: { name: Jobcenter } }
staff:
  p-oest: { title: Rådgiver øst, unit: job, count: 8, previously: [p] }
  p-vest: { title: Rådgiver vest, unit: job, count: 7, previously: [p] }
  q-ny: { title: Mentor, unit: job, count: 15, previously: [q] }
  begge: { title: Konsulent, unit: job, count: 5, previously: [p, q] }
";
    let finding = one(diff("double-placed-staff", base, revision));
    assert_eq!(members(&finding), ["p"]);
    assert_eq!(
        finding.posts.map(|posts| posts.min.to_string()).as_deref(),
        Some("5")
    );
}

#[test]
fn what_was_merged_costs_once() {
    let base = "units: { job: { name: Jobcenter } }
staff:
  p: { title: Rådgiver, unit: job, count: 2, cost: 500000 }
  q: { title: Vejleder, unit: job, count: 2, cost: 500000 }
";
    let revision = "units: { job: { name: Jobcenter } }
staff: { m: { title: Konsulent, unit: job, count: 4, cost: 600000, previously: [p, q] } }
";
    let message = one(diff("higher-cost", base, revision)).message;
    assert!(message.contains("400,000"), "{message}");
}

/// Those who perform a function in one unit, and others who do in another.
fn performed(count: &str, others: &str) -> String {
    format!(
        "sites: {{ kaj: {{ name: Kajen }} }}
units: {{ job: {{ name: Jobcenter, site: kaj }}, ydelse: {{ name: Ydelse, site: kaj }} }}
staff:
  r: {{ title: Rådgiver, unit: job, count: {count}, performs: [f] }}
  andre: {{ title: Ydelsesrådgiver, unit: ydelse, count: {others}, performs: [f] }}
functions: {{ f: {{ name: Ydelse, kind: citizen, responsible: job }} }}
"
    )
}

#[test]
fn who_is_alone_is_so_surely_only_where_others_are_surely_elsewhere() {
    let certainty = |others| {
        let report = check("isolated-specialists", &performed("1", others));
        let mut findings = report.findings.iter();
        let found = findings.find(|finding| members(finding) == ["r"]);
        found.expect("there is one").certainty
    };
    assert_eq!(certainty("8"), Certainty::Certain);
    assert_eq!(certainty("unknown"), Certainty::Certain);
    assert_eq!(certainty("0-8"), Certainty::Possible);
}

#[test]
fn about_three_posts_may_be_too_few() {
    let told = |count| check("isolated-specialists", &performed(count, "18"));
    let report = told("ca. 3.2");
    assert_eq!(one(report).certainty, Certainty::Possible);
    assert_eq!(messages(&told("3.2")), [""; 0]);
    assert_eq!(messages(&told("ca. 3.4")), [""; 0]);
}

#[test]
fn who_came_to_be_alone_is_so_by_their_own_move_and_not_by_that_of_the_rest() {
    let chart = |staff: &str| {
        format!(
            "sites: {{ kaj: {{ name: Kajen }} }}
units: {{ a: {{ name: Øst, site: kaj }}, b: {{ name: Vest, site: kaj }}, c: {{ name: Nord, site: kaj }} }}
staff: {{ {staff} }}
functions: {{ f: {{ name: Ydelse, kind: citizen, responsible: a }} }}
"
        )
    };
    let base = chart("r: { title: Rådgiver, unit: a, count: 9, performs: [f] }");
    let revision = chart(
        "r1: { title: Rådgiver, unit: c, count: 1, performs: [f], previously: [r] }, r2: { title: Rådgiver, unit: b, count: 8, performs: [f], previously: [r] }",
    );
    let finding = one(diff("isolated-specialists", &base, &revision));
    assert_eq!(members(&finding), ["r1"]);
    assert_eq!(cause(&finding), "transfer unit:a unit:c");
}

#[test]
fn of_those_elsewhere_who_do_one_of_several_functions_all_are_counted() {
    let mut chart = "sites: { kaj: { name: Kajen } }
units: { job: { name: Jobcenter, site: kaj }, ydelse: { name: Ydelse, site: kaj } }
functions: { f: { name: Ydelse, kind: citizen }, g: { name: Råd, kind: citizen } }
staff:
  r: { title: Rådgiver, unit: job, performs: [f, g] }
"
    .to_owned();
    for i in 0..27 {
        let does = if i < 2 { "f" } else { "g" };
        let _ = writeln!(
            chart,
            "  v{i}: {{ title: Vejleder {i}, unit: ydelse, count: 9, performs: [{does}] }}"
        );
    }
    let message = one(check("isolated-specialists", &chart)).message;
    assert!(
        message.ends_with("Vejleder 0 (9), Vejleder 1 (9), Vejleder 2 (9), Vejleder 10 (9) +23."),
        "{message}"
    );
}

/// Posts at the quay whose head, or professional lead, is at the square.
fn led(staff: &str) -> String {
    format!(
        "sites: {{ kaj: {{ name: Kajen }}, torv: {{ name: Torvet }} }}
units: {{ job: {{ name: Jobcenter, site: kaj, head: leder }}, andre: {{ name: Andre, site: kaj }} }}
staff:
  leder: {{ title: Leder, unit: job, site: torv }}
{staff}"
    )
}

#[test]
fn head_and_professional_lead_are_both_elsewhere_only_where_they_are_so_for_the_same_posts() {
    let message = |staff: &str| one(check("line-differs-from-place", &led(staff))).message;
    let both = "  r: { title: Rådgiver, unit: job, count: 4, professional_lead: leder }\n";
    let headed = "  s: { title: Vejleder, unit: job, count: 3 }\n";
    let told = message(both);
    assert!(
        told.starts_with("At Kajen, 4 posts have both head and professional lead at Torvet"),
        "{told}"
    );
    let told = message(&format!("{both}{headed}"));
    assert!(
        told.starts_with("At Kajen, 7 posts have a head or a professional lead at Torvet"),
        "{told}"
    );
}

#[test]
fn posts_that_may_not_be_there_are_perhaps_led_from_elsewhere() {
    let certainty = |count: &str| {
        let staff = format!("  r: {{ title: Rådgiver, unit: job, count: {count} }}\n");
        one(check("line-differs-from-place", &led(&staff))).certainty
    };
    assert_eq!(certainty("0-3"), Certainty::Possible);
    assert_eq!(certainty("1-3"), Certainty::Certain);
}

#[test]
fn what_another_organisation_does_with_its_own_posts_is_not_told() {
    let chart = |unit: &str| {
        format!(
            "units:
  job: {{ name: Jobcenter }}
  nabo: {{ name: Nabokommunen, external: true }}
  genbo: {{ name: Genbokommunen, external: true }}
staff: {{ r: {{ title: Rådgiver, unit: {unit}, count: 4 }} }}
"
        )
    };
    let moved = |from: &str, to: &str| {
        let report = diff("moved-staff", &chart(from), &chart(to));
        report.findings.len()
    };
    assert_eq!(moved("nabo", "genbo"), 0);
    assert_eq!(moved("nabo", "job"), 1);
    assert_eq!(moved("job", "genbo"), 1);
}

#[test]
fn a_span_depends_on_how_many_are_led_by_a_head_or_by_a_professional_lead() {
    let found = |unit: &str, rest: &str| {
        let chart = format!(
            "units: {{ job: {{ name: Jobcenter, head: leder }}, andre: {{ name: Andre }} }}
staff:
  leder: {{ title: Leder, unit: job }}
  r: {{ title: Rådgiver, unit: {unit}, count: unknown{rest} }}
"
        );
        let report = check("unknown-headcount", &chart);
        report.findings.len()
    };
    assert_eq!(found("job", ""), 1);
    assert_eq!(found("andre", ", professional_lead: leder"), 1);
    assert_eq!(found("andre", ""), 0);
}

#[test]
fn wishes_are_asked_of_wherever_a_unit_closes_and_roughly_counted_ones_stay_so() {
    let chart = |rest: &str, wished: &str| {
        format!(
            "units: {{ a: {{ name: Øst }}, b: {{ name: Vest }}{rest} }}
staff: {{ r: {{ title: Rådgiver, unit: a, count: 6, wishes: {{ b: {wished} }} }} }}
"
        )
    };
    let told = |wished: &str| {
        let base = chart(", c: { name: Nord }", wished);
        let revision = chart("", wished) + "ended: { units: { c: { name: Nord } } }\n";
        let finding = one(diff("unmet-wishes", &base, &revision));
        let posts = finding.posts.expect("there are some");
        (posts.min.to_string(), posts.approximate)
    };
    assert_eq!(told("4"), ("4".to_owned(), false));
    assert_eq!(told("ca. 4"), ("4".to_owned(), true));
    let same = chart("", "4");
    assert_eq!(messages(&diff("unmet-wishes", &same, &same)), [""; 0]);
}
