//! Norms, promises, names and spans: what is counted, and held against what.

use std::fmt::Write as _;

use super::*;

fn posts(finding: &ReportFinding) -> Option<String> {
    let posts = finding.posts.as_ref();
    posts.map(|posts| posts.min.to_string())
}

/// Two units that share one kind of case, each with its own target group.
fn cases(staff: &str, responsible: &str) -> Report {
    check(
        "caseload-over-norm",
        &format!(
            "units: {{ job: {{ name: Jobcenter }}, hus: {{ name: Huset }} }}
target_groups: {{ unge: {{ name: Unge }}, voksne: {{ name: Voksne }} }}
staff:
{staff}functions:
  ydelse:
    name: Ydelse
    cases_per_post: 50
    responsible:
{responsible}"
        ),
    )
}

#[test]
fn cases_that_nobody_has_counted_are_not_judged_though_posts_have_them() {
    let report = cases(
        "  a: { title: Rådgiver, unit: job, count: 4, performs: [ydelse] }
  b: { title: Vejleder, unit: hus, count: 4, performs: [ydelse] }
",
        "      - { unit: job, for: [unge], cases: 100 }
      - { unit: hus, for: [voksne] }
",
    );
    assert_eq!(messages(&report), [""; 0]);
    assert_eq!(report.not_judged.len(), 1, "{:?}", report.not_judged);
}

#[test]
fn cases_of_a_unit_in_which_nobody_performs_the_function_are_no_caseload() {
    let responsible = "      - { unit: job, for: [unge], cases: 100 }
      - { unit: hus, for: [voksne], cases: 100 }
";
    let report = cases(
        "  a: { title: Rådgiver, unit: job, count: 4, performs: [ydelse] }\n",
        responsible,
    );
    assert_eq!(messages(&report), [""; 0]);
    assert_eq!(report.not_judged, [""; 0]);
    // Where the chart names nobody at all who performs it, it says too little.
    let nobody = cases(
        "  a: { title: Rådgiver, unit: job, count: 4 }\n",
        responsible,
    );
    assert_eq!(nobody.not_judged.len(), 1);
}

#[test]
fn units_that_share_no_post_have_a_caseload_each() {
    let told = one(cases(
        "  a: { title: Rådgiver, unit: job, count: 2, performs: [ydelse] }
  b: { title: Vejleder, unit: hus, count: 2, performs: [ydelse] }
",
        "      - { unit: job, for: [unge], cases: 120 }
      - { unit: hus, for: [voksne], cases: 140 }
",
    ));
    assert_eq!(
        told.message,
        "Ydelse: more than the norm of 50 cases for each post: Huset (70) and Jobcenter (60). In all 260 cases for 4 posts; by the norm they take 5.2 posts."
    );
    assert_eq!(told.members.len(), 2);
}

#[test]
fn two_caseloads_of_one_unit_are_told_by_their_target_groups() {
    let told = one(cases(
        "  a: { title: Rådgiver, unit: job, count: 2, performs: [ydelse], for: [unge] }
  b: { title: Vejleder, unit: job, count: 2, performs: [ydelse], for: [voksne] }
",
        "      - { unit: job, for: [unge], cases: 120 }
      - { unit: job, for: [voksne], cases: 140 }
",
    ));
    assert_eq!(
        told.message,
        "Ydelse: more than the norm of 50 cases for each post: Voksne (70) and Unge (60). In all 260 cases for 4 posts; by the norm they take 5.2 posts."
    );
}

#[test]
fn about_so_many_cases_are_held_loosely_against_the_norm() {
    let over = |number: &str, count: &str| {
        let report = cases(
            &format!("  a: {{ title: Rådgiver, unit: job, count: {count}, performs: [ydelse] }}\n"),
            &format!("      - {{ unit: job, cases: {number} }}\n"),
        );
        report.findings.iter().map(|one| one.certainty).next()
    };
    // The norm is 200 for them: 10 more are within a tenth of it.
    assert_eq!(over("210", "4"), Some(Certainty::Certain));
    assert_eq!(over("ca. 210", "4"), Some(Certainty::Possible));
    assert_eq!(over("210", "ca. 4"), Some(Certainty::Possible));
    assert_eq!(over("ca. 230", "4"), Some(Certainty::Certain));
}

#[test]
fn a_caseload_that_hangs_on_an_open_count_is_not_judged_though_all_of_it_together_is_within() {
    let report = cases(
        "  a: { title: Rådgiver, unit: job, count: unknown, performs: [ydelse], for: [unge, voksne] }
  b: { title: Vejleder, unit: job, count: 10, performs: [ydelse], for: [voksne] }
",
        "      - { unit: job, for: [unge], cases: 200 }
      - { unit: job, for: [voksne], cases: 10 }
",
    );
    assert_eq!(messages(&report), [""; 0]);
    assert_eq!(report.not_judged.len(), 1, "{:?}", report.not_judged);
}

#[test]
fn each_of_the_names_of_one_unit_may_be_a_slip() {
    let told = one(check(
        "near-duplicate-name",
        "units:
  a: { name: Borgersevrice Nord, also: [Borgerservise Nord] }
  b: { name: Borgerservice Nord }
  c: { name: Borgerservice Vest }
",
    ));
    assert_eq!(
        told.message,
        "\"Borgersevrice Nord\" and \"Borgerservise Nord\" and 1 name more may be one unit: the names are the same but for one letter."
    );
    assert_eq!(members(&told), ["a", "b"]);
}

#[test]
fn a_slip_that_stands_in_two_names_of_one_unit_is_a_slip() {
    let told = one(check(
        "near-duplicate-name",
        "units:
  a: { name: Borgersevrice Nord, also: [Borgersevrice Syd] }
  b: { name: Borgerservice Nord }
  c: { name: Borgerservice Vest }
",
    ));
    assert_eq!(
        told.message,
        "\"Borgersevrice Nord\" and \"Borgerservice Nord\" may be one unit: the names are the same but for one letter."
    );
    assert_eq!(members(&told), ["a", "b"]);
}

/// Who decides on help in the home, which a team below a department performs.
fn decided(function: &str, by: &str) -> String {
    let decided = |one| if one == function { by } else { "performers" };
    let [hjaelp, pleje] = ["hjaelp", "pleje"].map(decided);
    format!(
        "units:
  afd: {{ name: Ældreafdelingen, head: chef }}
  team: {{ name: Team Nord, parent: afd, head: teamleder }}
  visitation: {{ name: Visitationen, parent: afd, head: visitator }}
staff:
  chef: {{ title: Afdelingschef, unit: afd }}
  teamleder: {{ title: Teamleder, unit: team, performs: [hjaelp] }}
  fag: {{ title: Fagperson, unit: team, performs: [pleje] }}
  kollega: {{ title: Koordinator, unit: team }}
  visitator: {{ title: Visitator, unit: visitation }}
functions:
  hjaelp: {{ name: Hjemmehjælp, responsible: team, decided_by: {hjaelp} }}
  pleje: {{ name: Pleje, responsible: visitation, decided_by: {pleje} }}
"
    )
}

/// What is told of decisions on a function.
fn further(function: &str, before: &str, now: &str) -> Option<String> {
    let [before, now] = [before, now].map(|by| decided(function, by));
    let report = diff("decision-moved-from-frontline", &before, &now);
    report.findings.into_iter().map(|told| told.message).next()
}

#[test]
fn where_the_head_decides_it_is_the_head_of_the_only_unit_responsible_for_the_function() {
    assert_eq!(
        further("pleje", "performers", "head").as_deref(),
        Some(
            "Decisions on Pleje are taken further from those who meet the citizen: 3 levels up, by the head of Visitationen. Today they are taken by themselves. It concerns 1 post: Fagperson (1)."
        )
    );
}

#[test]
fn who_performs_and_decides_is_nearer_than_a_colleague_who_decides() {
    assert_eq!(
        further("pleje", "{ staff: fag }", "{ staff: kollega }").as_deref(),
        Some(
            "Decisions on Pleje are taken further from those who meet the citizen: 1 level up, by Koordinator. Today they are taken by themselves. It concerns 1 post: Fagperson (1)."
        )
    );
    assert_eq!(
        further("pleje", "{ staff: kollega }", "{ staff: fag }"),
        None
    );
}

#[test]
fn for_the_head_of_a_team_a_colleague_in_it_who_decides_is_one_level_up() {
    assert_eq!(
        further("hjaelp", "performers", "{ staff: kollega }").as_deref(),
        Some(
            "Decisions on Hjemmehjælp are taken further from those who meet the citizen: 1 level up, by Koordinator. Today they are taken by themselves. It concerns 1 post: Teamleder (1)."
        )
    );
}

#[test]
fn for_the_head_of_a_team_the_next_head_is_one_level_up() {
    assert_eq!(
        further("hjaelp", "performers", "afd").as_deref(),
        Some(
            "Decisions on Hjemmehjælp are taken further from those who meet the citizen: 1 level up, by the head of Ældreafdelingen. Today they are taken by themselves. It concerns 1 post: Teamleder (1)."
        )
    );
}

#[test]
fn below_a_head_are_all_of_its_units_and_below_a_professional_lead_only_those_it_leads() {
    let told = check(
        "span-of-control",
        "units:
  afd: { name: Afdelingen, head: leder }
  team: { name: Teamet, parent: afd }
staff:
  leder: { title: Leder, unit: afd }
  direkte: { title: Rådgiver, unit: afd, count: 30 }
  team-folk: { title: Vejleder, unit: team, count: 7 }
  andre: { title: Fagperson, unit: undecided, count: 40, professional_lead: leder }
",
    );
    assert_eq!(
        messages(&told),
        [
            "Leder is professional lead for 40 posts; the limit is 25. Directly: Fagperson (40). In all 40 below.",
            "Leder has 30 direct reports; the limit is 25. Directly: Rådgiver (30). In all 37 below.",
        ]
    );
}

/// A head of so many, before and now.
fn span(before: &str, now: &str) -> Option<String> {
    let chart = |count: &str| {
        format!(
            "units: {{ afd: {{ name: Afdelingen, head: leder }} }}
staff:
  leder: {{ title: Leder, unit: afd }}
  folk: {{ title: Rådgiver, unit: afd, count: {count} }}
"
        )
    };
    let report = diff("span-of-control", &chart(before), &chart(now));
    report.findings.into_iter().map(|one| one.message).next()
}

#[test]
fn half_as_many_again_that_are_fewer_than_four_more_are_no_jump() {
    assert_eq!(span("6.5", "10"), None);
    assert_eq!(
        span("6", "10").as_deref(),
        Some("Leder goes from 6 to 10 direct reports. Directly: Rådgiver (10). In all 10 below.")
    );
}

#[test]
fn a_span_may_have_jumped_where_one_end_of_what_is_known_of_it_did() {
    assert_eq!(
        span("5-10", "12-14").as_deref(),
        Some(
            "Leder goes from 5–10 to 12–14 direct reports, as far as the counts say. Directly: Rådgiver (12–14). In all 12–14 below."
        )
    );
    assert_eq!(span("5-10", "9-14"), None);
}

fn broken(base: &str, revision: &str) -> Report {
    diff("broken-commitment", base, revision)
}

#[test]
fn a_promise_to_keep_a_unit_tells_what_a_part_of_it_becomes() {
    let base = "units: { job: { name: Jobcenter } }
staff:
  a: { title: Rådgiver, unit: job, count: 4 }
  b: { title: Vejleder, unit: job, count: 4 }
";
    let revision = "units:
  job: { name: Jobcenter }
  hus: { name: Huset, previously: [job] }
staff:
  a: { title: Rådgiver, unit: job, count: 4 }
  b: { title: Vejleder, unit: hus, count: 4 }
commitments: [{ id: l, text: Jobcentret består, keep: { unit: job } }]
";
    let told = one(broken(base, revision));
    assert_eq!(
        told.message,
        "“Jobcentret består” cannot be shown to hold: Jobcenter is divided, and a part becomes Huset."
    );
    assert_eq!(posts(&told).as_deref(), Some("8"));
}

#[test]
fn a_promise_to_keep_a_unit_without_posts_concerns_no_number_of_posts() {
    let told = one(broken(
        "units: { job: { name: Jobcenter }, hus: { name: Huset } }\n",
        "units: { hus: { name: Huset } }
ended: { units: { job: { name: Jobcenter } } }
commitments: [{ id: l, text: Jobcentret består, keep: { unit: job } }]
",
    ));
    assert_eq!(
        told.message,
        "“Jobcentret består” does not hold: Jobcenter is closed."
    );
    assert_eq!(posts(&told), None);
}

/// A promise to keep meals, at some sites or anywhere.
fn meals(at: &str, before: &str, now: &str) -> Report {
    let chart = |rest: &str| {
        format!(
            "sites: {{ kaj: {{ name: Kajen }}, torv: {{ name: Torvet }} }}
units: {{ job: {{ name: Jobcenter, site: kaj }}, hus: {{ name: Huset, site: torv }} }}
{rest}"
        )
    };
    let promise = format!(
        "commitments: [{{ id: l, text: Maden består, keep: {{ function: mad, at: [{at}] }} }}]\n"
    );
    broken(&chart(before), &chart(&format!("{now}{promise}")))
}

const COOKS: &str = "staff:
  a: { title: Kok, unit: job, count: 3, performs: [mad] }
functions: { mad: { name: Mad, responsible: job } }
";

#[test]
fn a_function_that_is_to_be_kept_anywhere_is_kept_where_a_unit_is_responsible_for_it() {
    assert_eq!(messages(&meals("", COOKS, COOKS)), [""; 0]);
    let told = one(meals("", COOKS, "functions: { mad: { name: Mad } }\n"));
    assert_eq!(
        told.message,
        "“Maden består” does not hold: nobody is responsible for Mad."
    );
    assert_eq!(posts(&told).as_deref(), Some("3"));
}

#[test]
fn a_function_that_nobody_performed_concerns_no_number_of_posts() {
    let before = "functions: { mad: { name: Mad, responsible: job } }\n";
    let told = one(meals("", before, "functions: { mad: { name: Mad } }\n"));
    assert_eq!(posts(&told), None);
}

#[test]
fn of_several_sites_those_are_told_at_which_it_is_worst() {
    let here = "functions: { mad: { name: Mad, responsible: job } }\n";
    let ended = format!("{here}ended: {{ functions: {{ mad: {{ at: [kaj] }} }} }}\n");
    let told = one(meals("kaj, torv", here, &ended));
    assert_eq!(
        told.message,
        "“Maden består” does not hold: Mad ends at Kajen."
    );
}

#[test]
fn a_function_that_nobody_performs_at_a_site_is_not_kept_there() {
    let told = one(meals("torv", COOKS, COOKS));
    assert_eq!(
        told.message,
        "“Maden består” does not hold: nobody performs Mad at Torvet."
    );
}

#[test]
fn where_nobody_is_said_to_perform_a_function_it_is_where_the_unit_is_or_is_responsible_for_it() {
    let function = |responsible: &str| {
        format!("functions: {{ mad: {{ name: Mad, responsible: {responsible} }} }}\n")
    };
    let kept = |at: &str, responsible: &str| {
        let function = function(responsible);
        let report = meals(at, &function, &function);
        report.findings.into_iter().map(|one| one.message).next()
    };
    assert_eq!(kept("kaj", "job"), None);
    assert_eq!(kept("torv", "{ unit: job, site: torv }"), None);
    assert_eq!(
        kept("torv", "job").as_deref(),
        Some("“Maden består” cannot be shown to hold: nothing says who performs Mad at Torvet.")
    );
}

#[test]
fn a_new_site_of_a_promise_is_told_by_its_name() {
    let base = "sites: { kaj: { name: Kajen } }
units: { job: { name: Jobcenter, site: kaj } }
functions: { mad: { name: Mad, responsible: job } }
";
    let revision = "sites: { kaj: { name: Kajen ved havnen }, torv: { name: Torvet } }
units: { job: { name: Jobcenter, site: kaj } }
functions: { mad: { name: Mad, responsible: { unit: job, site: kaj } } }
commitments: [{ id: l, text: Maden kommer til torvet, keep: { function: mad, at: [torv] } }]
";
    assert_eq!(
        one(broken(base, revision)).message,
        "“Maden kommer til torvet” does not hold: nobody is responsible for Mad at Torvet."
    );
}

#[test]
fn a_promise_of_so_many_posts_at_most_concerns_the_posts_there_are() {
    let base = "units: { job: { name: Jobcenter }, hus: { name: Huset } }
staff: { a: { title: Rådgiver, unit: job, count: 4 } }
";
    let revision = "units: { job: { name: Jobcenter }, hus: { name: Huset } }
staff: { a: { title: Rådgiver, unit: hus, count: 4 } }
commitments: [{ id: l, text: Få flyttes, at_most: { posts_in_other_unit: 2 } }]
";
    let told = one(broken(base, revision));
    assert_eq!(
        told.message,
        "“Få flyttes” does not hold. Posts in another unit: 4. At most 2 was promised."
    );
    assert_eq!(posts(&told).as_deref(), Some("4"));
}

#[test]
fn of_very_many_neighbours_without_posts_all_are_counted_once() {
    let chart = |site: &str| {
        let many = (10..35).map(|n| format!("  n{n}: {{ name: Team {n}, parent: forv }}\n"));
        let many = many.collect::<Vec<_>>().concat();
        format!(
            "sites: {{ kaj: {{ name: Kajen }}, torv: {{ name: Torvet }} }}
units:
  forv: {{ name: Forvaltningen, site: kaj }}
  ude: {{ name: Udehuset, site: kaj }}
  flytter: {{ name: Flytterne, parent: forv, site: {site} }}
{many}interfaces:
  - {{ id: i, units: [flytter, n12] }}
  - {{ id: j, units: [flytter, ude] }}
"
        )
    };
    let told = one(diff("left-neighbours", &chart("kaj"), &chart("torv")));
    assert_eq!(
        told.message,
        "Flytterne moves from Kajen to Torvet. Still at Kajen: Team 10, Team 11, Team 12, Team 13 +22. They work together with Team 12 and Udehuset."
    );
}

#[test]
fn whom_one_of_two_movers_left_they_both_left_though_the_other_lost_the_head_they_shared_too() {
    let chart = |units: &str, [stay, go]: [&str; 2]| {
        format!(
            "sites: {{ kaj: {{ name: Kajen }}, torv: {{ name: Torvet }} }}
units:
  forv: {{ name: Forvaltningen, head: direktoer }}
{units}staff:
  direktoer: {{ title: Direktør, unit: forv }}
  a: {{ title: Rådgiver, unit: {go}, count: 3 }}
  b: {{ title: Vejleder, unit: {go}, count: 4 }}
  x: {{ title: Mentor, unit: {stay}, count: 5 }}
  y: {{ title: Jurist, unit: {stay}, count: 6 }}
interfaces: [{{ id: i, staff: [a, x] }}]
"
        )
    };
    let base = chart(
        "  job: { name: Jobcenter, parent: forv, head: vacant, site: kaj }\n",
        ["job", "job"],
    );
    let revision = chart(
        "  nord: { name: Job Nord, parent: forv, head: vacant, site: kaj, previously: [job] }
  syd: { name: Job Syd, parent: forv, head: vacant, site: torv, previously: [job] }
",
        ["nord", "syd"],
    );
    let told = one(diff("left-neighbours", &base, &revision));
    assert_eq!(
        told.message,
        "Vejleder (4) and Rådgiver (3) move from Kajen to Torvet. Still at Kajen: Jurist (6) and Mentor (5)."
    );
}

#[test]
fn of_very_many_alike_the_one_that_is_written_otherwise_is_told_though_most_are_below_it() {
    let mut chart = "units:\n  a: { name: Team øst }\n".to_owned();
    for n in 10..80 {
        let _ = writeln!(chart, "  n{n}: {{ name: Team Øst, parent: a }}");
    }
    chart += "  z: { name: Team Øst }\n";
    let told = one(check("near-duplicate-name", &chart));
    assert_eq!(members(&told), ["a", "z"]);
}
