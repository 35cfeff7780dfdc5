//! Rows of small charts, and of the cases.

use rokade_core::assessment::{ChangeLine, StaffMove};
use rokade_core::entry::Language;
use rokade_core::finding::Rank;

use super::{changes, moves};
use crate::fixture::{CASES, Case, case};

const BASE: &str = r"
sites: { nord: { name: Nordhuset }, syd: { name: Sydhuset } }
units:
  center: { name: Centret, head: chef, site: nord }
  job: { name: Job, parent: center, head: leder-job }
  ydelse: { name: Ydelse, parent: center, head: leder-ydelse }
staff:
  chef: { title: Centerchef, unit: center }
  leder-job: { title: Leder af Job, unit: job }
  leder-ydelse: { title: Leder af Ydelse, unit: ydelse }
  raadgivere: { title: Rådgiver, unit: job, count: 12 }
  medarbejdere: { title: Ydelsesmedarbejder, unit: ydelse, count: 8 }
functions:
  samtaler: { name: Samtaler, responsible: job }
  udbetaling: { name: Udbetaling, responsible: ydelse }
";

fn moved(proposal: &str) -> Vec<StaffMove> {
    let case = Case::proposed(BASE, proposal);
    case.told(moves).expect("every sentence can be made")
}

fn changed(proposal: &str) -> Vec<ChangeLine> {
    let case = Case::proposed(BASE, proposal);
    case.told(changes).expect("every sentence can be made")
}

/// What a row says, in short.
fn row(one: &StaffMove) -> String {
    let side = |side: &Option<String>| side.clone().unwrap_or_else(|| "–".to_owned());
    let [from_unit, to_unit] = [&one.from_unit, &one.to_unit].map(side);
    let [from_site, to_site] = [&one.from_site, &one.to_site].map(side);
    let [from_head, to_head] = [&one.from_head, &one.to_head].map(side);
    format!(
        "{} {} {}: {from_unit} → {to_unit}, {from_site} → {to_site}, {from_head} → {to_head}",
        one.posts.text, one.title, one.fate
    )
}

fn line(one: &ChangeLine) -> String {
    let side = |side: &Option<String>| side.clone().unwrap_or_else(|| "–".to_owned());
    let posts = one.posts.as_ref().map_or("", |posts| &posts.text);
    let (from, to) = (side(&one.from), side(&one.to));
    format!(
        "{}: {}: {} {posts}: {from} → {to}",
        one.topic_name, one.kind, one.what
    )
}

#[test]
fn posts_that_simply_stay_are_left_out() {
    let rows = moved("events: [ { move: { staff: raadgivere, count: 4, to: ydelse, as: nye } } ]");
    let told: Vec<String> = rows.iter().map(row).collect();
    assert_eq!(
        told,
        ["4 Rådgiver flyttes: Job → Ydelse, Nordhuset → Nordhuset, Leder af Job → Leder af Ydelse"]
    );
    assert_eq!(rows[0].posts.quantity.min, 4.into());
}

#[test]
fn who_follows_a_unit_to_another_site_is_told() {
    let rows = moved("events: [ { relocate: { unit: ydelse, to: syd } } ]");
    let told: Vec<String> = rows.iter().map(row).collect();
    assert_eq!(
        told,
        [
            "1 Leder af Ydelse følger enheden: Ydelse → Ydelse, Nordhuset → Sydhuset, \
             Centerchef → Centerchef",
            "8 Ydelsesmedarbejder følger enheden: Ydelse → Ydelse, Nordhuset → Sydhuset, \
             Leder af Ydelse → Leder af Ydelse",
        ]
    );
}

#[test]
fn who_stays_under_another_head_is_told() {
    let rows = moved(
        "events: [ { recruit: { staff: ny, title: Ny leder, unit: ydelse } }, \
         { appoint: { unit: ydelse, head: ny } } ]",
    );
    let told: Vec<String> = rows.iter().map(row).collect();
    assert_eq!(
        told,
        [
            "1 Leder af Ydelse får ny leder: Ydelse → Ydelse, Nordhuset → Nordhuset, \
             Centerchef → Ny leder",
            "8 Ydelsesmedarbejder får ny leder: Ydelse → Ydelse, Nordhuset → Nordhuset, \
             Leder af Ydelse → Ny leder",
            "1 Ny leder ny: – → Ydelse, – → Nordhuset, – → Centerchef",
        ]
    );
}

#[test]
fn a_head_that_nobody_is_says_so() {
    let rows = moved("events: [ { appoint: { unit: ydelse, head: vacant } } ]");
    let of_staff = rows.iter().find(|one| one.title == "Ydelsesmedarbejder");
    let to = of_staff.and_then(|one| one.to_head.clone());
    assert_eq!(to.as_deref(), Some("ledig (lederstillingen i Ydelse)"));
}

#[test]
fn whoever_has_no_place_is_told_with_what_is_known() {
    let rows = moved(
        "events: [ { move: { staff: medarbejdere, to: undecided } }, { close: { unit: job } } ]",
    );
    let told: Vec<String> = rows.iter().map(row).collect();
    assert_eq!(
        told,
        [
            "1 Leder af Job uden plads: Job → –, Nordhuset → Nordhuset, Centerchef → –",
            "12 Rådgiver uden plads: Job → –, Nordhuset → Nordhuset, Leder af Job → –",
            "8 Ydelsesmedarbejder uden plads: Ydelse → ikke afgjort, Nordhuset → Nordhuset, \
             Leder af Ydelse → –",
        ]
    );
}

#[test]
fn other_organisations_move_their_own_posts() {
    let base = BASE.replace("ydelse: { name", "ydelse: { external: true, name");
    let case = Case::proposed(&base, "events: [ { relocate: { unit: ydelse, to: syd } } ]");
    assert_eq!(case.told(moves).expect("every sentence can be made"), []);
}

#[test]
fn lines_stand_by_topic_then_kind_then_name() {
    let lines = changed(
        "events:\n\
         - { move: { staff: raadgivere, count: 4, to: ydelse, as: nye } }\n\
         - { move: { function: samtaler, to: ydelse } }\n\
         - { rename: { unit: ydelse, name: Ydelse og råd } }\n\
         - { rename: { function: udbetaling, name: Udbetalinger } }\n\
         - { relocate: { unit: job, to: syd } }\n\
         - { appoint: { unit: job, head: none } }\n",
    );
    let told: Vec<String> = lines.iter().map(line).collect();
    assert_eq!(
        told,
        [
            "Enheder: enhed skifter adresse: Job : Nordhuset → Sydhuset",
            "Enheder: enhed får nyt navn: Ydelse : Ydelse → Ydelse og råd",
            "Opgaver: opgave flyttes: Samtaler : Job → Ydelse og råd",
            "Opgaver: opgave får nyt navn: Udbetaling : Udbetaling → Udbetalinger",
            "Medarbejdere: stillinger flyttes: Rådgiver 4: Job → Ydelse og råd",
            "Ledelse: enhed får en anden leder: Job : Leder af Job → ingen leder",
        ]
    );
    assert_eq!(lines[0].topic, Rank::Units);
}

#[test]
fn a_function_that_goes_to_one_who_has_the_rest_says_to_whom() {
    let base = r"
target_groups: { unge: { name: Unge } }
units: { a: { name: A }, b: { name: B } }
functions: { f: { name: Vejledning, responsible: [ { unit: a, for: [unge] }, { unit: b } ] } }
";
    let proposal = "events: [ { move: { function: f, from: a, to: b, for: [unge] } } ]";
    let lines = Case::proposed(base, proposal).told(changes);
    let lines = lines.expect("every sentence can be made");
    assert_eq!(
        line(&lines[0]),
        "Opgaver: opgave flyttes: Vejledning : A → B"
    );
}

#[test]
fn nothing_is_told_of_charts_that_do_not_line_up() {
    let units = |prefix: &str| -> String {
        let units = (0..10).map(|i| format!("  {prefix}{i}: {{ name: {prefix}{i} }}\n"));
        format!("units:\n{}", units.collect::<String>())
    };
    let charts = ["gammel", "ny"].map(|prefix| crate::fixture::chart(&units(prefix)));
    let [base, revision] = charts;
    let case = Case::of(base, revision);
    assert_eq!(case.told(moves).expect("every sentence can be made"), []);
    assert_eq!(case.told(changes).expect("every sentence can be made"), []);
}

#[test]
fn every_case_can_be_told_in_both_languages() {
    for (name, base, proposal) in CASES {
        for language in [Language::Da, Language::En] {
            let case = Case::proposed(base, proposal).told_in(language);
            let rows = case.told(moves).expect("every sentence can be made");
            let lines = case.told(changes).expect("every sentence can be made");
            assert!(rows.iter().all(|row| row.changes), "{name}");
            let topics = lines.iter().map(|line| line.topic);
            assert!(topics.is_sorted(), "{name}");
        }
    }
}

#[test]
fn small_groups_are_told_as_such() {
    let case = case("aalborg-integration").hidden();
    let rows = case.told(moves).expect("every sentence can be made");
    let porter = rows.iter().find(|row| row.title == "Pedel");
    assert_eq!(porter.map(|row| row.posts.text.as_str()), Some("under 5"));
}

#[test]
fn the_changes_of_the_main_case() {
    let lines = case("aalborg-integration").told(changes);
    let lines = lines.expect("every sentence can be made");
    let told: Vec<String> = lines.iter().map(line).collect();
    insta::assert_snapshot!(told.join("\n"));
}
