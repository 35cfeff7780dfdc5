//! What happens to units, in the words of both charts.

use rokade_core::chart::Chart;
use rokade_core::drawing::{Mark, Marked};
use rokade_core::entry::Language;
use rokade_core::ids::{Id, UnitId};

use super::super::Marks;
use super::{Pair, chart};

const BASE: &str = "
sites: { vej: { name: Kastetvej }, hus: { name: Forvaltningens hus } }
units:
  top: { name: Forvaltningen, head: direktoer, site: hus }
  job: { name: Jobafdelingen, parent: top, head: jobchef }
  social: { name: Socialafdelingen, parent: top, head: socialchef }
  ydelse: { name: Ydelse, parent: social, site: vej, head: ydelsesleder }
  team: { name: Familieteam, parent: social, site: vej, head: none }
staff:
  direktoer: { title: Direktør, unit: top }
  jobchef: { title: Jobchef, unit: job }
  socialchef: { title: Socialchef, unit: social }
  ydelsesleder: { title: Leder af Ydelse, unit: ydelse }
  raadgivere: { title: Ydelsesrådgiver, unit: ydelse, count: 18, performs: [ydelser] }
  familie: { title: Familiekonsulent, unit: team, count: 6, performs: [familie] }
functions:
  ydelser: { name: Ydelser, responsible: ydelse }
  vejledning: { name: Vejledning, responsible: ydelse }
  familie: { name: Familiearbejde, responsible: team }
";

#[track_caller]
fn gives(events: &str, before: &[&str], after: &[&str]) {
    let marks = Pair::proposed(BASE, events).marks();
    assert_eq!(marks, [before, after].map(<[&str]>::to_vec));
}

#[test]
fn nothing_that_changes_gives_no_mark() {
    gives("events: []", &[], &[]);
}

#[test]
fn a_unit_that_moves_says_where_to_and_where_from_and_both_parents_tell() {
    gives(
        "events: [{ move: { unit: ydelse, to: job } }]",
        &[
            "Jobafdelingen: ændres (får 1 enhed)",
            "Socialafdelingen: ændres (afgiver 1 enhed)",
            "Ydelse: flyttes (til Jobafdelingen)",
        ],
        &[
            "Jobafdelingen: ændret (har fået 1 enhed)",
            "Ydelse: flyttet (fra Socialafdelingen)",
            "Socialafdelingen: ændret (har afgivet 1 enhed)",
        ],
    );
}

#[test]
fn a_unit_of_which_nobody_knows_where_it_is_to_stand_says_that() {
    gives(
        "events: [{ move: { unit: ydelse, to: undecided } }]",
        &[
            "Socialafdelingen: ændres (afgiver 1 enhed)",
            "Ydelse: flyttes (det er ikke afgjort, hvortil)",
        ],
        &[
            "Socialafdelingen: ændret (har afgivet 1 enhed)",
            "Ydelse: flyttet (fra Socialafdelingen)",
        ],
    );
}

#[test]
fn a_unit_that_is_relocated_takes_along_what_sits_with_it() {
    gives(
        "events: [{ relocate: { unit: top, to: vej } }]",
        &[
            "Forvaltningen: skifter adresse (fra Forvaltningens hus til Kastetvej)",
            "Jobafdelingen: skifter adresse (fra Forvaltningens hus til Kastetvej)",
            "Socialafdelingen: skifter adresse (fra Forvaltningens hus til Kastetvej)",
        ],
        &[
            "Forvaltningen: ny adresse (fra Forvaltningens hus)",
            "Jobafdelingen: ny adresse (fra Forvaltningens hus)",
            "Socialafdelingen: ny adresse (fra Forvaltningens hus)",
        ],
    );
}

#[test]
fn a_unit_whose_site_is_undecided_loses_its_site() {
    gives(
        "set: { units: { team: { site: undecided } } }",
        &["Familieteam: mister adresse (fra Kastetvej; det er ikke afgjort, hvorhen)"],
        &["Familieteam: uden adresse (fra Kastetvej)"],
    );
}

#[test]
fn another_name_is_told_and_another_spelling_is_not() {
    gives(
        "events:
  - rename: { unit: job, name: Job og Ydelse, id: job-og-ydelse }
  - rename: { unit: team, name: FAMILIETEAM }
  - rename: { unit: social, id: socialen }",
        &["Jobafdelingen: omdøbes (til Job og Ydelse)"],
        &["Job og Ydelse: omdøbt (før: Jobafdelingen)"],
    );
}

#[test]
fn a_unit_that_closes_says_where_everything_goes_and_what_hangs() {
    gives(
        "events:
  - move: { function: ydelser, from: ydelse, to: job }
  - move: { staff: raadgivere, count: 12, to: job, as: jobydelse }
  - reduce: { staff: ydelsesleder, by: 1 }
  - close: { unit: ydelse }
set: { units: { job: { site: vej } } }",
        &[
            "Jobafdelingen: skifter adresse (fra Forvaltningens hus til Kastetvej), \
             ændres (får 1 opgave og 12 stillinger)",
            "Socialafdelingen: ændres (1 enhed under den lukkes)",
            "Ydelse: lukkes (1 opgave og 12 stillinger går til Jobafdelingen; \
             ingen får ansvaret for 1 opgave; 6 stillinger får ingen plads; \
             1 stilling nedlægges)",
        ],
        &[
            "Jobafdelingen: ny adresse (fra Forvaltningens hus), \
             ændret (har fået 1 opgave og 12 stillinger)",
            "Socialafdelingen: ændret (1 enhed under den er lukket)",
        ],
    );
}

#[test]
fn a_unit_that_had_another_part_of_a_function_before_gets_what_is_given_up() {
    let base = "
units:
  central: { name: Central Ydelse }
  lokal: { name: Lokal Ydelse }
target_groups: { unge: { name: Unge } }
functions:
  ydelser:
    name: Ydelser
    responsible:
      - { unit: central }
      - { unit: lokal, for: [unge] }
";
    let events = "events: [{ move: { function: ydelser, from: lokal, to: central, for: [unge] } }]";
    assert_eq!(
        Pair::proposed(base, events).marks(),
        [
            vec![
                "Central Ydelse: ændres (får 1 opgave)",
                "Lokal Ydelse: ændres (afgiver 1 opgave)"
            ],
            vec![
                "Central Ydelse: ændret (har fået 1 opgave)",
                "Lokal Ydelse: ændret (har afgivet 1 opgave)"
            ],
        ]
    );
}

#[test]
fn posts_that_only_change_site_or_head_change_their_unit() {
    gives(
        "events:
  - relocate: { staff: raadgivere, to: hus }
  - assign: { staff: familie, reports_to: jobchef }",
        &[
            "Ydelse: ændres (18 stillinger skifter adresse)",
            "Familieteam: ændres (6 stillinger skifter nærmeste leder)",
        ],
        &[
            "Ydelse: ændret (18 stillinger har skiftet adresse)",
            "Familieteam: ændret (6 stillinger har skiftet nærmeste leder)",
        ],
    );
}

#[test]
fn a_new_unit_says_what_it_is_made_of() {
    gives(
        "events:
  - establish: { unit: indgang, name: Borgerindgang, parent: top }
  - move: { function: vejledning, from: ydelse, to: indgang }
set: { staff: { vejleder: { title: Vejleder, unit: indgang, count: 7 } } }",
        &[
            "Forvaltningen: ændres (får 1 ny enhed)",
            "Ydelse: ændres (afgiver 1 opgave)",
        ],
        &[
            "Forvaltningen: ændret (har fået 1 ny enhed)",
            "Ydelse: ændret (har afgivet 1 opgave)",
            "Borgerindgang: ny (med 1 opgave og 7 stillinger)",
        ],
    );
}

#[test]
fn what_is_split_off_says_what_went_along() {
    gives(
        "events:
  - establish: { unit: indgang, name: Borgerindgang, parent: top }
  - move: { function: vejledning, from: ydelse, to: indgang }
  - move: { staff: raadgivere, count: 5, to: indgang, as: indgangsfolk }
set: { staff: { vejleder: { title: Vejleder, unit: indgang } } }",
        &["Ydelse: deles (Borgerindgang udskilles med 1 opgave og 5 stillinger)"],
        &[
            "Ydelse: delt (Borgerindgang er udskilt med 1 opgave og 5 stillinger)",
            "Borgerindgang: udskilt (af Ydelse med 1 opgave og 5 stillinger), \
             ændret (har fået 1 ny stilling)",
        ],
    );
}

#[test]
fn units_merged_into_a_new_one_name_each_other() {
    gives(
        "events: [{ merge: { units: [ydelse, team], into: samlet, name: Ydelse og Familie } }]",
        &[
            "Ydelse: lægges sammen (med Familieteam til Ydelse og Familie), mister leder \
             (lederstillingen bliver ledig)",
            "Familieteam: lægges sammen (med Ydelse til Ydelse og Familie), ny lederstilling \
             (den er ledig)",
        ],
        &["Ydelse og Familie: lagt sammen (af Familieteam og Ydelse)"],
    );
}

#[test]
fn a_unit_merged_into_one_that_stays_is_part_of_it() {
    gives(
        "events: [{ merge: { units: [team], into: ydelse } }]",
        &[
            "Ydelse: lægges sammen (med Familieteam)",
            "Familieteam: lægges sammen (bliver en del af Ydelse), ny leder (Leder af Ydelse)",
        ],
        &["Ydelse: lagt sammen (med Familieteam)"],
    );
}

#[test]
fn a_unit_that_is_divided_names_its_parts() {
    let base = "units: { stor: { name: Stor } }";
    let divided = "
units:
  stor: { name: Stor }
  lille: { name: Lille, previously: [stor] }
";
    assert_eq!(
        Pair::new(chart(base), chart(divided)).marks(),
        [
            vec!["Stor: deles (Lille udskilles)"],
            vec!["Stor: delt (Lille er udskilt)", "Lille: udskilt (af Stor)"]
        ]
    );
    let gone = "
units:
  en: { name: En, previously: [stor] }
  to: { name: To, previously: [stor] }
";
    assert_eq!(
        Pair::new(chart(base), chart(gone)).marks(),
        [
            vec!["Stor: deles (i En og To)"],
            vec!["En: udskilt (af Stor)", "To: udskilt (af Stor)"]
        ]
    );
}

#[test]
fn heads_that_change_are_told_by_title() {
    gives(
        "set: { units: { job: { head: socialchef }, social: { head: vacant }, ydelse: { head: none }, \
         team: { head: vacant } } }",
        &[
            "Jobafdelingen: ny leder (Socialchef i stedet for Jobchef)",
            "Socialafdelingen: mister leder (lederstillingen bliver ledig)",
            "Ydelse: mister leder (der bliver ingen lederstilling)",
            "Familieteam: ny lederstilling (den er ledig)",
        ],
        &[
            "Jobafdelingen: ny leder (Socialchef i stedet for Jobchef)",
            "Socialafdelingen: uden leder (lederstillingen er ledig)",
            "Ydelse: uden leder (der er ingen lederstilling)",
            "Familieteam: ny lederstilling (den er ledig)",
        ],
    );
}

#[test]
fn a_head_under_another_id_and_title_is_the_same_head() {
    gives(
        "events: [{ rename: { staff: jobchef, id: chef-job } }]
set: { staff: { chef-job: { title: Chef for Job } } }",
        &[],
        &[],
    );
}

#[test]
fn marks_of_one_unit_are_of_the_same_kinds_on_both_sides_most_important_first() {
    let pair = Pair::proposed(
        BASE,
        "events:
  - rename: { unit: ydelse, id: ydelsescenter, name: Ydelsescentret }
  - relocate: { unit: ydelsescenter, to: hus }
  - move: { unit: ydelsescenter, to: job }
  - move: { staff: familie, count: 2, to: ydelsescenter, as: familieydelse }
set: { units: { ydelsescenter: { head: jobchef } } }",
    );
    let marks = Marks::new(&pair.base, &pair.revision, &pair.changes, Language::Da);
    let marks = marks.expect("words");
    let id = |text| UnitId::parse(text).expect("an id");
    let kinds = |marks: &[Marked]| -> Vec<Mark> { marks.iter().map(|mark| mark.mark).collect() };
    let all = [
        Mark::Moved,
        Mark::Relocated,
        Mark::Renamed,
        Mark::NewHead,
        Mark::Changed,
    ];
    assert_eq!(kinds(marks.of_base(&id("ydelse"))), all);
    assert_eq!(kinds(marks.of_revision(&id("ydelsescenter"))), all);
    assert_eq!(kinds(marks.of_base(&id("social"))), [Mark::Changed]);
    assert!(marks.of_base(&id("top")).is_empty());
}

#[test]
fn what_hangs_of_a_unit_that_stays_is_told_first() {
    gives(
        "events: [{ move: { staff: raadgivere, count: 4, to: undecided, as: svaever } }]
set: { functions: { ydelser: { responsible: ~, statutory: true } } }",
        &["Ydelse: ændres (ingen får ansvaret for 1 opgave; 4 stillinger får ingen plads)"],
        &["Ydelse: ændret (ingen har ansvaret for 1 opgave; 4 stillinger er uden plads)"],
    );
}

#[test]
fn flows_of_few_posts_are_under_five_where_small_groups_are_hidden() {
    let open = Pair::proposed(
        BASE,
        "events:
  - move: { staff: raadgivere, count: 3, to: team, as: nogle }
  - reduce: { staff: ydelsesleder, by: 1 }
  - reduce: { staff: familie, by: 1 }",
    );
    let hidden = [&open.base, &open.revision].map(|chart| {
        let mut entries = chart.entries().clone();
        entries.hides_small_groups = true;
        Chart::build(entries).0
    });
    let [base, revision] = hidden;
    let [before, _] = Pair::new(base, revision).marks();
    assert_eq!(
        before,
        [
            "Ydelse: mister leder (lederstillingen bliver ledig), \
             ændres (afgiver under 5 stillinger; 1 stilling nedlægges)",
            "Familieteam: ændres (får under 5 stillinger; under 5 stillinger nedlægges)",
        ]
    );
}
