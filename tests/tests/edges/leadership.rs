//! Leadership and staff: layers, heads, decisions, and what became of units.

use std::fmt::Write as _;

use super::*;

#[test]
fn a_layer_that_a_divided_unit_is_itself_is_no_new_one() {
    let base = "units:
  forv: { name: Forvaltningen }
  afd: { name: Afdelingen, parent: forv }
  team: { name: Teamet, parent: afd }
staff: { vejledere: { title: Vejleder, unit: team, count: 8 } }
";
    let revision = "units:
  forv: { name: Forvaltningen }
  afd: { name: Afdelingen, parent: forv }
  omraade: { name: Området, parent: afd, previously: [afd] }
  holdet: { name: Teamet, parent: omraade, previously: [team] }
staff: { vejledere: { title: Vejleder, unit: holdet, count: 8 } }
";
    let finding = one(diff("more-layers", base, revision));
    assert!(
        finding
            .message
            .starts_with("Teamet gets one more layer of management above it."),
        "{}",
        finding.message
    );
    assert_eq!(finding.cause.subjects[0].id, "team");
    assert!(!labels(&finding).contains(&"a layer that was not above them"));
}

#[test]
fn a_new_head_has_no_number_of_today() {
    let base = "units: { job: { name: Jobcenter, head: leder } }
staff: { leder: { title: Leder, unit: job } }
";
    let revision = "units:
  job: { name: Jobcenter, head: leder }
  nyt: { name: Nyhuset, parent: job, head: ny }
  team: { name: Teamet, parent: nyt, head: teamleder }
staff:
  leder: { title: Leder, unit: job }
  ny: { title: Leder af Nyhuset, unit: nyt }
  teamleder: { title: Teamleder, unit: team }
  teamet: { title: Vejleder, unit: team, count: 4 }
  huset: { title: Rådgiver, unit: nyt, count: 30 }
";
    let finding = one(diff("span-of-control", base, revision));
    assert!(
        finding
            .message
            .starts_with("Leder af Nyhuset has 31 direct reports; the limit is 25."),
        "{}",
        finding.message
    );
}

#[test]
fn a_decision_is_told_by_those_it_goes_furthest_from() {
    let chart = |decided: &str| {
        format!(
            "units:
  forv: {{ name: Forvaltningen, head: direktoer }}
  job: {{ name: Jobcenter, parent: forv, head: leder }}
  team: {{ name: Teamet, parent: job, head: teamleder }}
staff:
  direktoer: {{ title: Direktør, unit: forv }}
  leder: {{ title: Leder, unit: job }}
  teamleder: {{ title: Teamleder, unit: team }}
  a: {{ title: Rådgiver, unit: job, performs: [plan] }}
  b: {{ title: Vejleder, unit: team, performs: [plan] }}
  c: {{ title: Mentor, unit: job, performs: [plan] }}
functions: {{ plan: {{ name: Jobplaner, responsible: job, decided_by: {decided} }} }}
"
        )
    };
    let finding = one(diff(
        "decision-moved-from-frontline",
        &chart("performers"),
        &chart("forv"),
    ));
    assert!(
        finding
            .message
            .contains(": 3 levels up, by the head of Forvaltningen."),
        "{}",
        finding.message
    );
}

#[test]
fn a_specialist_who_may_not_be_there_is_possibly_alone() {
    let chart = |count: &str| {
        format!(
            "sites: {{ kaj: {{ name: Kajen }} }}
units: {{ job: {{ name: Jobcenter, site: kaj }}, ydelse: {{ name: Ydelse, site: kaj }} }}
staff:
  r: {{ title: Rådgiver, unit: job, count: {count}, performs: [f] }}
  andre: {{ title: Ydelsesrådgiver, unit: ydelse, count: 18, performs: [f] }}
functions: {{ f: {{ name: Ydelse, kind: citizen, responsible: job }} }}
"
        )
    };
    let certainty = |count| one(check("isolated-specialists", &chart(count))).certainty;
    assert_eq!(certainty("1"), Certainty::Certain);
    assert_eq!(certainty("0-1"), Certainty::Possible);
}

#[test]
fn a_decision_is_as_far_up_as_there_are_superiors_on_the_way() {
    let chart = |decided: &str| {
        format!(
            "units:
  forv: {{ name: Forvaltningen, head: direktoer }}
  job: {{ name: Jobcenter, parent: forv, head: leder }}
  team: {{ name: Teamet, parent: job, head: teamleder }}
staff:
  direktoer: {{ title: Direktør, unit: forv }}
  fuldmaegtig: {{ title: Fuldmægtig, unit: forv }}
  leder: {{ title: Leder, unit: job }}
  teamleder: {{ title: Teamleder, unit: team }}
  mester: {{ title: Mester, unit: team }}
  koordinator: {{ title: Koordinator, unit: team, reports_to: mester }}
  kollega: {{ title: Kollega, unit: team }}
  vejledere: {{ title: Vejleder, unit: team, performs: [plan], reports_to: koordinator }}
functions: {{ plan: {{ name: Jobplaner, responsible: job, decided_by: {decided} }} }}
"
        )
    };
    let told = |decided: &str| {
        let report = diff(
            "decision-moved-from-frontline",
            &chart("performers"),
            &chart(decided),
        );
        let message = one(report).message;
        let told = message.split_once(": ").map(|(_, told)| told.to_owned());
        told.and_then(|told| Some(told.split_once('.')?.0.to_owned()))
            .expect("it says how far")
    };
    for (decided, text) in [
        ("head", "2 levels up, by the head of Jobcenter"),
        ("team", "1 level up, by the head of Teamet"),
        ("forv", "3 levels up, by the head of Forvaltningen"),
        ("{ staff: leder }", "2 levels up, by the head of Jobcenter"),
        ("{ staff: koordinator }", "1 level up, by Koordinator"),
        ("{ staff: mester }", "2 levels up, by Mester"),
        ("{ staff: kollega }", "1 level up, by Kollega"),
        ("{ staff: fuldmaegtig }", "3 levels up, by Fuldmægtig"),
    ] {
        assert_eq!(told(decided), text, "{decided}");
    }
}

#[test]
fn a_unit_of_which_little_is_left_is_split_and_one_that_goes_on_is_renamed() {
    let functions = [
        "Bostøtte",
        "Rådgivning",
        "Misbrug",
        "Værested",
        "Herberg",
        "Krisecenter",
        "Tilbud",
    ];
    let chart = |unit: &str, own: &str, kept: usize| {
        let mut text = format!(
            "units: {{ {own}: {{ name: {unit} }}, b: {{ name: Jobcenter }} }}\nfunctions:\n"
        );
        for (i, name) in functions.iter().take(kept).enumerate() {
            let _ = writeln!(text, "  f{i}: {{ name: {name}, responsible: {own} }}");
        }
        text + "  plan: { name: Jobplaner, responsible: b }\n"
    };
    let told = |kept: usize| {
        let base = chart("Social", "a", functions.len());
        let report = diff("moved-unit", &base, &chart("Nyhuset", "n", kept));
        let balance = report.balance.expect("two charts are compared");
        balance.sentences.last().cloned().expect("it has lines")
    };
    assert_eq!(told(3), "Split: Social → Nyhuset (3 of 7 functions).");
    assert_eq!(
        told(4),
        "Renamed: Social → Nyhuset (4 of 7 functions follow)."
    );
}

#[test]
fn a_finding_on_a_head_is_known_again_whatever_new_id_the_unit_gets() {
    let base = "units: { job: { name: Jobcenter, head: leder }, hus: { name: Huset } }
staff: { leder: { title: Leder, unit: job }, vejledere: { title: Vejleder, unit: job, count: 8 } }
";
    let revision = |id: &str, head: &str| {
        format!(
            "units: {{ {id}: {{ name: Nyhuset, previously: [job], head: {head} }}, hus: {{ name: Huset }} }}
staff:
  leder: {{ title: Leder, unit: {id} }}
  ny: {{ title: Ny leder, unit: {id} }}
  vejledere: {{ title: Vejleder, unit: {id}, count: 8 }}
"
        )
    };
    for (rule, head) in [("abolished-head", "none"), ("changed-head", "ny")] {
        let mark = |id: &str| one(diff(rule, base, &revision(id, head))).fingerprint;
        assert_eq!(mark("nyhuset"), mark("hus-2"), "{rule}");
    }
}

#[test]
fn only_who_is_there_before_and_after_has_a_decision_moved_from_them() {
    let chart = |filled: &str, decided: &str| {
        format!(
            "units: {{ job: {{ name: Jobcenter, head: leder }} }}
staff:
  leder: {{ title: Leder, unit: job }}
  mentor: {{ title: Mentor, unit: job, performs: [plan]{filled} }}
  vejledere: {{ title: Vejleder, unit: job, count: 8, performs: [plan] }}
functions: {{ plan: {{ name: Jobplaner, responsible: job, decided_by: {decided} }} }}
"
        )
    };
    let told = |before: &str, now: &str| {
        let report = diff(
            "decision-moved-from-frontline",
            &chart(before, "performers"),
            &chart(now, "head"),
        );
        let message = one(report).message;
        let told = message.split_once("It concerns ").map(|(_, told)| told);
        told.expect("posts are told").to_owned()
    };
    let all = "9 posts: Vejleder (8) and Mentor (1).";
    let vejledere = "8 posts: Vejleder (8).";
    assert_eq!(told("", ""), all);
    assert_eq!(told("", ", filled: false"), vejledere);
    assert_eq!(told(", filled: false", ""), vejledere);
}

/// Four units below each other, and two posts: where they are, what the second performs, and which
/// unit's head decides.
fn four_levels(a: &str, b: &str, performs: &str, decided: &str) -> String {
    // What nobody performs is as far from who decides as the unit that is responsible.
    let of_other = match performs {
        "plan" => String::new(),
        _ => format!(", decided_by: {decided}"),
    };
    format!(
        "units:
  kommune: {{ name: Kommunen, head: direktoer }}
  forv: {{ name: Forvaltningen, parent: kommune, head: chef }}
  job: {{ name: Jobcenter, parent: forv, head: leder }}
  team: {{ name: Teamet, parent: job, head: teamleder }}
staff:
  direktoer: {{ title: Direktør, unit: kommune }}
  chef: {{ title: Chef, unit: forv }}
  leder: {{ title: Leder, unit: job }}
  teamleder: {{ title: Teamleder, unit: team }}
  a: {{ title: Rådgiver, unit: {a}, performs: [plan] }}
  b: {{ title: Vejleder, unit: {b}, performs: [{performs}] }}
functions:
  plan: {{ name: Jobplaner, responsible: job, decided_by: {decided} }}
  samtaler: {{ name: Samtaler, responsible: job{of_other} }}
"
    )
}

#[test]
fn of_several_ways_that_decisions_go_the_longest_is_told() {
    let told = |b: [&str; 2], performs: &str, decided: &str| {
        let base = four_levels("job", b[0], performs, "job");
        let revision = four_levels("job", b[1], performs, decided);
        one(diff("decision-moved-from-frontline", &base, &revision)).message
    };
    let by = |decided: &str, now: usize, before: &str| {
        format!(
            ": {now} levels up, by the head of {decided}. Today they are taken {before} up, by the head of Jobcenter."
        )
    };
    let top = by("Kommunen", 3, "1 level");
    // The second is nearer than it was, and the decision not as much further from it.
    let message = told(["team", "job"], "plan", "kommune");
    assert!(message.contains(&top), "{message}");
    let message = told(["team", "job"], "samtaler", "kommune");
    assert!(message.contains(&top), "{message}");
    // The second is further from it by both.
    let message = told(["job", "team"], "plan", "forv");
    assert!(
        message.contains(&by("Forvaltningen", 3, "1 level")),
        "{message}"
    );
    // Of ways that are as long, the first post's.
    let message = told(["team", "team"], "plan", "forv");
    assert!(
        message.contains(&by("Forvaltningen", 2, "1 level")),
        "{message}"
    );
}

#[test]
fn a_decision_is_further_because_posts_moved_or_because_it_is_said_to_be() {
    let cause = |b: [&str; 2], decided: &str| {
        let base = four_levels("forv", b[0], "samtaler", "job");
        let revision = four_levels("forv", b[1], "samtaler", decided);
        let told = one(diff("decision-moved-from-frontline", &base, &revision));
        assert_eq!(members(&told), ["samtaler"]);
        super::cause(&told)
    };
    assert_eq!(cause(["job", "team"], "job"), "transfer unit:job unit:team");
    assert_eq!(
        cause(["job", "team"], "kommune"),
        "itself function:samtaler"
    );
}

/// An interface between two units below a third, of whose posts some are in the first.
fn worked_together(top: &str, one: &str, other: &str, staff: &str, parties: &str) -> String {
    format!(
        "units:
  forv: {{ name: Forvaltningen, {top} }}
  job: {{ name: Jobcenter, parent: forv, head: leder }}
  a: {{ name: Teamet, {one} }}
  b: {{ name: Huset, {other} }}
staff:
  chef: {{ title: Chef, unit: forv }}
  leder: {{ title: Leder, unit: job }}
  x: {{ title: Teamleder, unit: a }}
  y: {{ title: Husleder, unit: b }}
  vejledere: {{ title: Vejleder, {staff} }}
interfaces: [{{ id: i, {parties} }}]
"
    )
}

#[test]
fn who_has_no_common_head_any_more_is_told_where_it_is_known() {
    let chart = |top: &str, one: &str, other: &str, staff: &str| {
        worked_together(top, one, other, staff, "units: [b], staff: [vejledere]")
    };
    let team = "unit: a";
    let base = chart("head: chef", "parent: forv", "parent: forv", team);
    let told = |revision: &str| messages(&diff("distant-management", &base, revision)).len();
    // A top without a head, and one that stands apart by design.
    let headless = chart("head: none", "parent: forv", "parent: forv", team);
    assert_eq!(told(&headless), 1);
    assert_eq!(
        told(&chart("head: chef", "parent: forv", "head: y", team)),
        1
    );
    // It is not decided yet what one of them, or the top, stands under.
    for revision in [
        chart("head: chef", "parent: undecided", "parent: forv", team),
        chart("head: chef", "parent: forv", "parent: undecided", team),
        chart(
            "parent: undecided, head: none",
            "parent: forv",
            "parent: forv",
            team,
        ),
    ] {
        assert_eq!(told(&revision), 0, "{revision}");
    }
    // Nobody is there to have a head.
    assert_eq!(
        told(&chart(
            "head: chef",
            "parent: forv",
            "parent: forv",
            "count: 4"
        )),
        0
    );
}

#[test]
fn nobody_is_distant_from_itself_or_in_another_organisation() {
    let told =
        |base: &str, revision: &str| messages(&diff("distant-management", base, revision)).len();
    let parties = "units: [a, b]";
    let team = "unit: a";
    // Each stands by itself, and one of them is to have no head.
    let base = worked_together("head: chef", "head: x", "head: y", team, parties);
    let revision = worked_together("head: chef", "head: none", "head: y", team, parties);
    assert_eq!(told(&base, &revision), 0);
    let chart = |other: &str| worked_together("head: chef", "parent: job", other, team, parties);
    let moved = |external: &str| {
        let other = |parent: &str| format!("parent: {parent}{external}");
        told(&chart(&other("job")), &chart(&other("forv")))
    };
    assert_eq!(moved(""), 1);
    assert_eq!(moved(", external: true"), 0);
}

#[test]
fn what_another_unit_below_gets_has_not_gone_with_the_unit_that_moved() {
    let chart = |parent: &str, plan: &str, samtaler: &str| {
        format!(
            "units:
  forv: {{ name: Forvaltningen }}
  andre: {{ name: Andre }}
  job: {{ name: Jobcenter, parent: {parent} }}
  team: {{ name: Teamet, parent: job }}
  hold: {{ name: Holdet, parent: job }}
functions:
  plan: {{ name: Jobplaner, responsible: {plan} }}
  samtaler: {{ name: Samtaler, responsible: {samtaler} }}
"
        )
    };
    let base = chart("forv", "team", "team");
    let message = one(diff("moved-unit", &base, &chart("andre", "team", "hold"))).message;
    assert!(
        message.contains("With it goes 1 function (Jobplaner), 2 units below included."),
        "{message}"
    );
}

#[test]
fn a_unit_that_moves_is_told_unless_it_is_another_organisations_before_and_after() {
    let told = |before: &str, now: &str| {
        let chart = |parent: &str, external: &str| {
            format!(
                "units:
  forv: {{ name: Forvaltningen }}
  andre: {{ name: Andre }}
  job: {{ name: Jobcenter, parent: {parent}{external} }}
"
            )
        };
        let report = diff("moved-unit", &chart("forv", before), &chart("andre", now));
        messages(&report).len()
    };
    let external = ", external: true";
    assert_eq!(told("", ""), 1);
    assert_eq!(told("", external), 1);
    assert_eq!(told(external, ""), 1);
    assert_eq!(told(external, external), 0);
}

#[test]
fn what_was_split_off_a_unit_that_keeps_its_head_has_another() {
    let chart = |split: &str, staff: &str| {
        format!(
            "units: {{ job: {{ name: Jobcenter, head: leder }}{split} }}
staff:
  leder: {{ title: Leder, unit: job }}
  vejledere: {{ title: Vejleder, unit: job, count: 8 }}
{staff}"
        )
    };
    let revision = chart(
        ", ny: { name: Nyt team, previously: [job], head: ny-leder }",
        "  ny-leder: { title: Ny leder, unit: ny }\n",
    );
    assert_eq!(
        messages(&diff("changed-head", &chart("", ""), &revision)),
        ["Jobcenter (the part Nyt team) gets another head: Ny leder instead of Leder."]
    );
}

#[test]
fn a_unit_that_is_left_without_a_place_is_to_be_given_one() {
    let chart = |parent: &str, closed: &str| {
        format!(
            "units:
  forv: {{ name: Forvaltningen }}
  job: {{ name: Jobcenter, parent: {parent} }}
{closed}"
        )
    };
    let andre = "  andre: { name: Andre }\n";
    let base = chart("andre", andre);
    let help = |revision: &str| one(diff("moved-unit", &base, revision)).help;
    let hanging = "Give the unit a `parent` in the proposal, or close it on purpose under `ended`.";
    let ended = "ended: { units: { andre: { name: Andre } } }\n";
    for (parent, closed) in [("undecided", andre), ("andre", ended)] {
        let help = help(&chart(parent, closed));
        assert_eq!(help.as_deref(), Some(hanging), "{parent}");
    }
    let help = help(&chart("forv", andre));
    assert!(help.is_some_and(|help| help.starts_with("Say in the hearing papers")));
}

#[test]
fn a_post_that_reports_to_itself_is_told_as_such() {
    let told = |superiors: &[(&str, &str)]| {
        let mut chart = "units: { job: { name: Jobcenter } }\nstaff:\n".to_owned();
        for (post, superior) in superiors {
            let _ = writeln!(
                chart,
                "  {post}: {{ title: Post {post}, unit: job, reports_to: {superior} }}"
            );
        }
        one(check("reporting-cycle", &chart)).message
    };
    let nobody = "so nobody above leads";
    assert_eq!(
        told(&[("a", "a")]),
        format!("Post a is to report to itself, {nobody} it.")
    );
    assert_eq!(
        told(&[("a", "b"), ("b", "a")]),
        format!("The posts Post a and Post b report to each other, {nobody} these 2 posts.")
    );
    let ring = told(&[("a", "b"), ("b", "c"), ("c", "a")]);
    assert!(
        ring.contains("in a ring (Post a → Post b → Post c → Post a)"),
        "{ring}"
    );
}

#[test]
fn too_many_reports_are_too_many_however_many_more_there_may_be() {
    let report = |count: u32| {
        let chart = format!(
            "units: {{ job: {{ name: Jobcenter, head: leder }} }}
staff:
  leder: {{ title: Leder, unit: job }}
  a: {{ title: Rådgiver, unit: job, count: {count} }}
  b: {{ title: Vejleder, unit: job, count: unknown }}
"
        );
        check("span-of-control", &chart)
    };
    let found = |report: &Report| (report.findings.len(), report.not_judged.len());
    assert_eq!(found(&report(30)), (1, 0));
    assert_eq!(found(&report(20)), (0, 1));
}

#[test]
fn a_new_unit_without_inner_organisation_is_drawn_flat_and_one_that_was_there_is_not() {
    const OTHERS: &str = "hus: { name: Huset, head: none }";
    let chart = |units: &str, unit: &str| {
        format!(
            "units: {{ {units} }}
staff:
  leder: {{ title: Leder, unit: {unit} }}
  a: {{ title: Rådgiver, unit: {unit}, count: 15 }}
  b: {{ title: Vejleder, unit: {unit}, count: 15 }}
"
        )
    };
    let told = |base: &str, unit: &str, ancestors: &str| {
        let units = format!("{OTHERS}, {unit}: {{ name: Nyhuset, head: leder{ancestors} }}");
        let finding = one(diff("span-of-control", base, &chart(&units, unit)));
        (
            finding.severity,
            finding.message.contains("drawn without inner organisation"),
        )
    };
    let flat = (Severity::Note, true);
    let grown = (Severity::Warning, false);
    let base = chart(OTHERS, "hus");
    assert_eq!(told(&base, "ny", ""), flat);
    // Made of two, neither of which it goes on as.
    let two = format!("{OTHERS}, job: {{ name: Job, head: none }}, ydelse: {{ name: Ydelse }}");
    let two = chart(&two, "hus");
    assert_eq!(told(&two, "ny", ", previously: [job, ydelse]"), flat);
    // It was there under another id, or under its own.
    let job = format!("{OTHERS}, job: {{ name: Job, head: none }}");
    let job = chart(&job, "hus");
    assert_eq!(told(&job, "ny", ", previously: [job]"), grown);
    assert_eq!(told(&job, "job", ""), grown);
}

#[test]
fn who_reports_to_a_post_that_nobody_is_in_waits() {
    let chart = |filled: &str| {
        format!(
            "units: {{ job: {{ name: Jobcenter, head: leder }}, hus: {{ name: Huset }} }}
staff:
  leder: {{ title: Leder, unit: job{filled} }}
  vejledere: {{ title: Vejleder, unit: job, count: 8 }}
  mentor: {{ title: Mentor, unit: hus, count: 2, reports_to: leder }}
"
        )
    };
    let finding = one(check("vacant-head", &chart(", filled: false")));
    assert!(
        finding.message.ends_with("10 posts wait for a head."),
        "{}",
        finding.message
    );
    assert_eq!(messages(&check("vacant-head", &chart(""))), [""; 0]);
}

#[test]
fn a_unit_that_was_responsible_for_nothing_has_a_wider_field_from_three_functions() {
    let chart = |functions: usize| {
        let held = |i| {
            let unit = if i <= functions { "job" } else { "hus" };
            format!("  f{i}: {{ name: Opgave {i}, responsible: {unit} }}\n")
        };
        let functions: String = (1..=9).map(held).collect();
        format!(
            "units: {{ job: {{ name: Jobcenter }}, hus: {{ name: Huset }} }}\nfunctions:\n{functions}"
        )
    };
    let told = |now: usize| diff("wider-field", &chart(0), &chart(now));
    assert_eq!(messages(&told(2)), [""; 0]);
    assert_eq!(
        messages(&told(3)),
        [
            "Jobcenter goes from 0 to 3 functions to be responsible for. New: Opgave 1, Opgave 2 and Opgave 3."
        ]
    );
}

#[test]
fn a_field_is_wider_from_half_as_many_again_where_there_was_one() {
    let chart = |led: &str, functions: usize| {
        let ids: Vec<String> = (1..=functions).map(|i| format!("f{i}")).collect();
        let mut text = format!(
            "units: {{ job: {{ name: Jobcenter }}, hus: {{ name: Huset }} }}
staff:
  koordinator: {{ title: Koordinator, unit: hus }}
  vejledere: {{ title: Vejleder, unit: job, professional_lead: koordinator, performs: [{}] }}
functions:
",
            if led.is_empty() {
                String::new()
            } else {
                ids.join(", ")
            }
        );
        for id in (1..=12).map(|i| format!("f{i}")) {
            let _ = writeln!(text, "  {id}: {{ name: Opgave {id}, responsible: hus }}");
        }
        text
    };
    let told = |before: usize, now: usize| {
        let led = |n: usize| chart(if n == 0 { "" } else { "led" }, n);
        messages(&diff("wider-field", &led(before), &led(now)))
            .first()
            .map(|message| message.split(" New").next().unwrap_or_default().to_owned())
    };
    let wider = |before: usize, now: usize| {
        Some(format!(
            "Koordinator goes from {before} to {now} functions to lead professionally."
        ))
    };
    assert_eq!(told(6, 9), wider(6, 9));
    assert_eq!(told(1, 4), wider(1, 4));
    assert_eq!(told(1, 3), None);
    assert_eq!(told(8, 11), None);
    // Who led nobody in anything has no field that was widened.
    assert_eq!(told(0, 9), None);
}
