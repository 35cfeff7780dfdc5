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
