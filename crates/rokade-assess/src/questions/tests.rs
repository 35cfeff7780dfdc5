//! What is answered, of small charts and of the cases.

use std::fmt::Write as _;

use rokade_core::assessment::MedQuestion;
use rokade_core::entry::Language;

use super::environment::BEARS_ON_IT;
use super::questions;
use crate::fixture::{CASES, Case, case, chart};

const BASE: &str = r"
sites: { nord: { name: Nordhuset }, syd: { name: Sydhuset } }
target_groups:
  unge: { name: Unge, citizens: 200, pathway: [samtaler] }
  voksne: { name: Voksne, pathway: [samtaler] }
  gamle: { name: Gamle, citizens: 50 }
units:
  job: { name: Job, head: leder-job, site: nord }
  ydelse: { name: Ydelse, head: leder-ydelse, site: nord }
staff:
  leder-job: { title: Leder af Job, unit: job }
  leder-ydelse: { title: Leder af Ydelse, unit: ydelse }
  raadgivere: { title: Rådgiver, unit: job, count: 12, performs: [samtaler] }
functions: { samtaler: { name: Samtaler, responsible: job } }
bodies: { lmu: { name: LMU Job, kind: local_med, covers: [job] }, udvalg: { name: Udvalget, kind: committee } }
";

fn told(case: &Case) -> Vec<MedQuestion> {
    case.told(questions).expect("every sentence can be made")
}

fn asked(proposal: &str) -> Vec<MedQuestion> {
    told(&Case::proposed(BASE, proposal))
}

/// Each answer, and each thing that is missing after a question mark.
fn answers(questions: &[MedQuestion], at: usize) -> Vec<String> {
    let one = &questions[at];
    let missing = one.missing.iter().map(|text| format!("? {text}"));
    one.answers.iter().cloned().chain(missing).collect()
}

const WHAT: usize = 0;
const CONSEQUENCES: usize = 1;
const WHOM: usize = 2;
const ANNOUNCED: usize = 3;
const FOLLOWED_UP: usize = 4;
const ENVIRONMENT: usize = 5;
const HORIZON: usize = 6;

const MOVES: &str = "events:\n\
    - { move: { staff: raadgivere, to: ydelse, site: syd } }\n\
    - { move: { function: samtaler, to: ydelse } }\n\
    - { rename: { unit: ydelse, name: Ydelse og råd } }\n";

#[test]
fn the_seven_questions_are_asked_in_their_order() {
    let asked = asked("events: []");
    let questions: Vec<&str> = asked.iter().map(|one| one.question.as_str()).collect();
    assert_eq!(
        questions,
        [
            "Hvad ændres?",
            "Hvilke konsekvenser har det?",
            "For hvem?",
            "Hvordan og af hvem bliver det meldt ud?",
            "Hvordan følges der op på processen?",
            "Hvad skal med i vurderingen af arbejdsmiljøet?",
            "Hvad er tidshorisonten?",
        ]
    );
    assert_eq!(answers(&asked, WHAT)[0], "Intet ændres.");
}

#[test]
fn what_changes_and_for_whom_is_told_in_numbers_and_names() {
    let asked = asked(MOVES);
    assert_eq!(
        answers(&asked, WHAT),
        [
            "1 enhed får nyt navn: Ydelse (fremover Ydelse og råd).",
            "1 opgave flyttes: Samtaler.",
            "? Det fremgår ikke, hvad formålet med ændringen er.",
        ]
    );
    assert_eq!(
        answers(&asked, WHOM),
        [
            "2 enheder berøres: Job og Ydelse.",
            "12 stillinger flytter til en anden enhed.",
            "12 stillinger får en anden leder.",
            "12 stillinger får en anden adresse.",
            "Unge (200 borgere): ændringer i Samtaler.",
            "Voksne: ændringer i Samtaler.",
            "? Det er ikke oplyst, hvor mange borgere der er i målgruppen Voksne.",
        ]
    );
}

#[test]
fn a_goal_answers_what_it_is_for() {
    let goal = "set: { premises: { m: { kind: goal, text: Kortere vej for borgeren } } }";
    let asked = asked(&format!("{MOVES}{goal}"));
    assert_eq!(
        answers(&asked, WHAT)[0],
        "Formål: »Kortere vej for borgeren«."
    );
    assert!(asked[WHAT].missing.is_empty());
}

#[test]
fn consequences_are_counted_by_topic_and_errors_named() {
    let asked = asked("events: [ { close: { unit: job } } ]");
    let told = answers(&asked, CONSEQUENCES);
    let of = |topic: &str| told.iter().find(|one| one.starts_with(topic)).cloned();
    assert_eq!(
        of("Opgaver").as_deref(),
        Some("Opgaver: 1 fejl. Fejl: »Opgaver, ingen har ansvaret for«.")
    );
}

#[test]
fn the_process_says_how_it_is_announced_and_when() {
    let process = "process:\n  decision: { body: udvalg, date: 2017-06-20 }\n\
        \x20 effective: 2017-10\n  clarified_by: 2017-06-30\n  steps:\n\
        \x20   - { id: b, kind: clarification, name: Samtaler med alle, to: 2017-06-30 }\n\
        \x20   - { id: o, kind: information, body: lmu, date: 2017-06-21 }\n\
        \x20   - { id: e, kind: evaluation, name: Opfølgning, date: 2018 }\n\
        \x20   - { id: h, kind: hearing, body: lmu, from: 2017-04-01, to: 2017-05-15, done: true }\n\
        \x20   - { id: f, kind: move, name: Flytning af borde, date: unknown }\n";
    let asked = asked(&format!("{MOVES}{process}"));
    assert_eq!(
        answers(&asked, ANNOUNCED),
        [
            "Besked til medarbejderne: Samtaler med alle, senest 30. juni 2017.",
            "Orientering: LMU Job, den 21. juni 2017.",
            "Alle medarbejdere skal senest have besked om deres plads: 30. juni 2017.",
            "? Det fremgår ikke, hvem der melder ændringen ud.",
        ]
    );
    assert_eq!(
        answers(&asked, FOLLOWED_UP),
        [
            "Evaluering: Opfølgning, i 2018.",
            "? Det fremgår ikke, hvem der følger op: Opfølgning.",
        ]
    );
    assert_eq!(
        answers(&asked, HORIZON),
        [
            "Beslutningen tages af Udvalget den 20. juni 2017.",
            "Ændringen træder i kraft i oktober 2017.",
            "Alle medarbejdere skal senest have besked om deres plads: 30. juni 2017.",
            "Høring: LMU Job, fra 1. april 2017 til 15. maj 2017 (gennemført).",
            "Orientering: LMU Job, den 21. juni 2017.",
            "Besked til medarbejderne: Samtaler med alle, senest 30. juni 2017.",
            "Evaluering: Opfølgning, i 2018.",
            "? Trinnet Flytning af borde har ingen dato.",
        ]
    );
}

#[test]
fn what_the_process_does_not_say_is_to_be_asked_for() {
    let asked = asked(MOVES);
    assert_eq!(
        answers(&asked, ANNOUNCED),
        [
            "? Det fremgår ikke, hvordan og hvornår ændringen bliver meldt ud: \
             Processen har intet trin med orientering.",
            "? Det fremgår ikke, hvornår den enkelte medarbejder får besked om sin plads.",
            "? Det fremgår ikke, hvem der melder ændringen ud.",
        ]
    );
    assert_eq!(
        answers(&asked, FOLLOWED_UP),
        ["? Det fremgår ikke, hvordan og hvornår der følges op: \
          Processen har intet trin med evaluering."]
    );
    assert_eq!(
        answers(&asked, HORIZON),
        [
            "? Det fremgår ikke, hvem der tager beslutningen, eller hvornår.",
            "? Det fremgår ikke, hvornår ændringen træder i kraft.",
        ]
    );
}

#[test]
fn the_working_environment_is_not_assessed() {
    let risk = "set: { premises: { r: { kind: risk, text: Støj i storrummet } } }";
    let asked = asked(&format!("{MOVES}{risk}"));
    assert_eq!(
        answers(&asked, ENVIRONMENT),
        [
            "Rokade vurderer ikke arbejdsmiljøet. Det følgende hører med i den vurdering, \
             ledere og medarbejdere laver sammen.",
            "12 stillinger får en anden leder.",
            "12 stillinger får en anden adresse.",
            "Fund, der hører med (antal i parentes): Naboer, der bliver tilbage (1); \
             Medarbejdere, der ledes fra en anden adresse (1); \
             Ledere med mange direkte under sig (1).",
            "Forslaget nævner en risiko: »Støj i storrummet«.",
            "? Forslaget siger ikke selv, hvad ændringen betyder for arbejdsmiljøet. \
             Udvalget kan bede om en vurdering af det før beslutningen.",
        ]
    );
}

#[test]
fn every_rule_that_bears_on_the_working_environment_exists() {
    for rule in BEARS_ON_IT {
        let known = rokade_rules::catalogue::find(rule);
        assert!(known.is_some(), "{rule}");
    }
}

#[test]
fn charts_that_do_not_line_up_say_so() {
    let units = |prefix: &str| -> String {
        let units = (0..10).map(|i| format!("  {prefix}{i}: {{ name: {prefix}{i} }}\n"));
        format!("units:\n{}", units.collect::<String>())
    };
    let [base, revision] = ["gammel", "ny"].map(|prefix| chart(&units(prefix)));
    let asked = told(&Case::of(base, revision));
    assert!(asked[WHOM].answers.is_empty());
    assert_eq!(
        asked[WHOM].missing,
        [
            "De to diagrammer passer for dårligt sammen til, at det kan siges, hvad der bliver af hvad."
        ]
    );
}

#[test]
fn every_case_can_be_answered_in_both_languages() {
    for (name, base, proposal) in CASES {
        for language in [Language::Da, Language::En] {
            let asked = told(&Case::proposed(base, proposal).told_in(language));
            assert_eq!(asked.len(), 7, "{name}");
            for one in &asked {
                let says = one.answers.iter().chain(&one.missing);
                assert!(says.count() > 0, "{name}: {}", one.question);
            }
        }
    }
}

#[test]
fn the_answers_of_the_main_case() {
    let mut text = String::new();
    for (at, one) in told(&case("aalborg-integration")).iter().enumerate() {
        let _ = writeln!(text, "# {}", one.question);
        let asked = told(&case("aalborg-integration"));
        for line in answers(&asked, at) {
            let _ = writeln!(text, "{line}");
        }
    }
    insta::assert_snapshot!(text);
}
