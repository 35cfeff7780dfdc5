//! What is assumed and what is open, of small charts and of the cases.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use rokade_core::entry::Language;

use super::{assumptions, unknowns};
use crate::fixture::{CASES, Case, case};

const BASE: &str = r"
sites: { nord: { name: Nordhuset } }
target_groups: { unge: { name: Unge, citizens: unknown } }
units:
  job: { name: Job, head: leder-job }
  ydelse: { name: Ydelse }
  projekt: { name: Projektet, head: none, until: unknown }
staff:
  leder-job: { title: Leder af Job, unit: job }
  raadgivere: { title: Rådgiver, unit: job, count: ca. 12 }
  mentorer: { title: Mentor, unit: job, count: unknown }
functions:
  samtaler: { name: Samtaler, responsible: { unit: job, cases: unknown }, volume: { enquiries: unknown, per: day } }
  vagt: { name: Vagt, responsible: undecided }
premises:
  - { id: fare, kind: risk, text: Det kan gå galt }
  - { id: loven, kind: law, text: Loven siger det, source: Lov om indsats, about: { functions: [samtaler], target_groups: [unge] } }
";

fn assumed(case: &Case) -> Vec<String> {
    let all = case.told(assumptions).expect("every sentence can be made");
    let told = all
        .iter()
        .map(|one| format!("{}: {} {:?}", one.kind, one.text, one.about));
    told.collect()
}

fn open(case: &Case) -> Vec<String> {
    case.told(unknowns).expect("every sentence can be made")
}

#[test]
fn premises_stand_by_kind_and_say_what_they_are_about() {
    let proposal = "commitments: [ { id: t, text: Job består, keep: { unit: job } } ]";
    let told = assumed(&Case::proposed(BASE, proposal));
    assert_eq!(
        told,
        [
            "lov: Loven siger det (kilde: Lov om indsats) [\"Samtaler\", \"Unge\"]",
            "risiko: Det kan gå galt []",
            "tilsagn: Job består [\"Job\"]",
            "grænse: En leder bør højst have 25 stillinger direkte under sig. \
             Har en leder flere, er det et fund. []",
            "grænse: En høring bør vare mindst 14 dage. Varer den kortere, er det et fund. []",
            "skøn: Antal stillinger med »ca.« er skøn, og det er summer af dem også. \
             I dag er det 1 af 3 medarbejdergrupper, i forslaget 1 af 3. []",
        ]
    );
}

#[test]
fn what_is_allowed_is_assumed_once_with_why() {
    let proposal = "events:\n\
        - { id: luk, close: { unit: job }, allow: [ { rule: unassigned-responsibility, because: Afklares i juni, until: 2030-06 } ] }\n";
    let mut case = Case::proposed(BASE, proposal);
    // What covers what is found where causes are known; here it is said.
    for finding in &mut case.report.findings {
        if finding.rule == "unassigned-responsibility" {
            finding.allowed = Some(rokade_core::report::Allowed {
                because: Some("Afklares i juni".to_owned()),
                until: Some("2030-06".to_owned()),
            });
        }
    }
    let told = assumed(&case);
    let allowed: Vec<&String> = told
        .iter()
        .filter(|one| one.starts_with("undtagelse"))
        .collect();
    assert_eq!(
        allowed,
        [
            "undtagelse: »Opgaver, ingen har ansvaret for« er undtaget til og med juni 2030: \
          Afklares i juni [\"Samtaler\"]"
        ]
    );
}

#[test]
fn each_kind_of_unknown_is_one_sentence() {
    let proposal = "events:\n\
        - { move: { staff: raadgivere, to: undecided } }\n\
        - { move: { unit: ydelse, to: undecided } }\n\
        set: { open: { a: { text: Hvem leder? }, b: { about: { units: [job] } } } }\n\
        process: { decision: { date: unknown }, effective: unknown, clarified_by: unknown, \
        steps: [ { id: h, kind: hearing, name: Høringen, from: unknown, to: unknown } ] }\n";
    assert_eq!(
        open(&Case::proposed(BASE, proposal))[..14],
        [
            "Endnu ikke besluttet: »Hvem leder?« og Job.",
            "Det er ikke afgjort, hvor i organisationen Ydelse skal være.",
            "Det er ikke afgjort, hvilken enhed disse stillinger hører til: Rådgiver.",
            "Det er ikke afgjort, hvem der får ansvaret for Vagt.",
            "Det er ikke oplyst, hvem der leder Ydelse.",
            "Det er ukendt, hvor mange stillinger der er af Mentor.",
            "Det er ukendt, hvor mange borgere der er i Unge.",
            "Det er ukendt, hvor mange henvendelser der er om Samtaler.",
            "Det er ukendt, hvor mange sager der er i Samtaler.",
            "Datoen for beslutningen er ukendt.",
            "Datoen for, hvornår ændringen træder i kraft, er ukendt.",
            "Datoen for, hvornår medarbejderne skal have besked, er ukendt.",
            "Datoen er ukendt for trinnet Høringen.",
            "Datoen for, hvornår enheden Projektet ophører, er ukendt.",
        ]
    );
}

#[test]
fn nothing_is_said_twice() {
    for (name, base, proposal) in CASES {
        for language in [Language::Da, Language::En] {
            let case = Case::proposed(base, proposal).told_in(language);
            let told = [assumed(&case), open(&case)].concat();
            let once: BTreeSet<&String> = told.iter().collect();
            assert_eq!(once.len(), told.len(), "{name}");
        }
    }
}

#[test]
fn the_basis_of_the_main_case() {
    let case = case("aalborg-integration");
    let mut text = String::new();
    for line in assumed(&case) {
        let _ = writeln!(text, "{line}");
    }
    for line in open(&case) {
        let _ = writeln!(text, "? {line}");
    }
    insta::assert_snapshot!(text);
}
