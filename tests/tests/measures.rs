//! The measures: on the first case, and on random restructurings, where they agree with
//! themselves.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use rokade_core::chart::Chart;
use rokade_core::entry::Entries;
use rokade_core::quantity::Quantity;
use rokade_rules::Limits;
use rokade_rules::measures::{MEASURES, Row, of_chart, of_pair};
use rokade_tests::generate::{Dice, edited, organisation, plan};
use rokade_tests::{open_path, root};

fn measured(base: &Chart, revision: &Chart) -> Vec<Row> {
    let changes = rokade::changes(base, revision);
    of_pair(base, revision, &changes, &[], &Limits::default(), None)
}

/// A row as `name [of]: base > value of whole`.
fn told(row: &Row) -> String {
    let say = |quantity: Option<Quantity>| quantity.map_or("-".to_owned(), |q| q.to_string());
    let of = row.of.as_ref().map(|(_, thing)| format!(" [{}]", thing.id));
    format!(
        "{}{}: {} > {} of {}",
        row.measure.name,
        of.unwrap_or_default(),
        say(row.base),
        say(row.value),
        say(row.whole)
    )
}

fn aalborg(revision: &str) -> Vec<String> {
    let folder = root().join("orgs/aalborg-integration");
    let chart = |name: &str| {
        let path = folder.join(format!("{name}.yaml"));
        open_path(&mut rokade::Sources::default(), &path).chart
    };
    let rows = measured(&chart("current"), &chart(revision));
    rows.iter().map(told).collect()
}

#[test]
fn the_proposal_of_the_first_case_in_numbers() {
    let rows = aalborg("proposal");
    for row in [
        "citizens_with_more_advisers: - > ca. 350-450 of ca. 1250-1650",
        "co_locations_broken: - > 1 of 2",
        "co_locations_weakened: - > 1 of 2",
        "unassigned_responsibilities: - > 2 of 14",
        "functions_moved: - > 6 of 14",
        "largest_span: ca. 21-22 > ca. 28 of ca. 21-22",
        "commitments_broken: - > 1 of 2",
        "cost_a_year: - > - of -",
        "entrances: 1 > 1 of 1",
        "citizens_with_more_units: - > ca. 1250-1650 of ca. 1250-1650",
        "handovers: 3 > 4 of 3",
        "unit_headcount [central-ydelse]: ca. 43-47 > ca. 63-68 of ca. 43-47",
    ] {
        assert!(rows.iter().any(|told| told == row), "{row}: {rows:#?}");
    }
    let counter = aalborg("counter-proposal");
    assert!(counter.contains(&"co_locations_broken: - > 0 of 2".to_owned()));
    assert!(counter.contains(&"commitments_broken: - > 0 of 3".to_owned()));
}

/// The row of a measure, for two charts as text.
fn row(measure: &str, base: &str, revision: &str) -> String {
    let [base, revision] = [base, revision].map(|text| {
        let text = format!("rokade: 1\n{text}");
        rokade_tests::open_yaml(&mut rokade::Sources::default(), "chart.yaml", &text).chart
    });
    let rows = measured(&base, &revision);
    let rows = rows.iter().filter(|row| row.measure.name == measure);
    rows.map(told).collect::<Vec<_>>().join("; ")
}

#[test]
fn what_no_chart_states_has_no_number() {
    let pathway = |steps: &str| {
        format!(
            "units: {{ job: {{ name: Jobcenter }} }}
functions: {{ a: {{ name: Samtale, responsible: job }}, b: {{ name: Plan, responsible: job }} }}
target_groups: {{ ledige: {{ name: Ledige, pathway: [{steps}] }} }}
"
        )
    };
    let handovers = |steps: &str| row("handovers", &pathway(steps), &pathway(steps));
    // On a way of one step there is nobody to be handed to.
    assert_eq!(handovers("a"), "handovers: - > - of -");
    assert_eq!(handovers("a, b"), "handovers: 0 > 0 of 0");
    let promised = "units: { job: { name: Jobcenter } }\n";
    assert_eq!(
        row("commitments_broken", promised, promised),
        "commitments_broken: - > - of -"
    );
}

#[test]
fn a_co_location_that_may_hold_is_possibly_made() {
    let chart = |site: &str, count: &str| {
        format!(
            "sites: {{ kaj: {{ name: Kajen }}, torv: {{ name: Torvet }} }}
units:
  job: {{ name: Jobcenter, site: kaj }}
  ydelse: {{ name: Ydelse{site} }}
staff:
  vejledere: {{ title: Vejleder, unit: job, count: 8 }}
  raadgivere: {{ title: Rådgiver, unit: ydelse, count: {count} }}
co_locations: [{{ id: c, units: [job, ydelse], because: Borgeren }}]
"
        )
    };
    let made = |before: &str, now: &str, count: &str| {
        let row = row(
            "co_locations_made",
            &chart(before, count),
            &chart(now, count),
        );
        row.replace("co_locations_made: - > ", "")
            .replace(" of -", "")
    };
    let (unknown, kaj, torv) = ("", ", site: kaj", ", site: torv");
    assert_eq!(made(torv, kaj, "3"), "1");
    assert_eq!(made(kaj, kaj, "3"), "0");
    assert_eq!(made(torv, torv, "3"), "0");
    // Perhaps nobody is there, and perhaps they sat together already.
    assert_eq!(made(torv, kaj, "0-3"), "0-1");
    assert_eq!(made(unknown, kaj, "3"), "0-1");
    assert_eq!(made(unknown, kaj, "0-3"), "0-1");
}

#[test]
fn a_chart_by_itself_has_the_numbers_it_has_as_a_base() {
    let path = root().join("orgs/aalborg-integration/current.yaml");
    let chart = open_path(&mut rokade::Sources::default(), &path).chart;
    let alone = of_chart(&chart, &[], &Limits::default(), None);
    let pair = measured(&chart, &chart);
    let pair = pair.iter().filter(|row| row.measure.is_of_one_chart());
    let told = |row: &Row| format!("{} {:?}", row.measure.name, row.value);
    let (alone, pair): (Vec<_>, Vec<_>) =
        (alone.iter().map(told).collect(), pair.map(told).collect());
    assert!(alone.len() > 5, "{alone:?}");
    assert_eq!(alone, pair);
}

#[test]
fn groups_that_become_one_are_counted_with_what_both_were() {
    let base = "units: { job: { name: Jobcenter }, hus: { name: Huset } }
staff:
  a: { title: Rådgiver, unit: job, count: 8-12 }
  b: { title: Vejleder, unit: job, count: 4 }
  d: { title: Mentor, unit: job, count: 2 }
";
    let revision = "units: { job: { name: Jobcenter }, hus: { name: Huset } }
staff:
  c: { title: Rådgiver, previously: [a, b], unit: job, count: 8-12 }
  d: { title: Mentor, unit: hus, count: 2 }
";
    let [base, revision] = [base, revision].map(|text| {
        let text = format!("rokade: 1\n{text}");
        rokade_tests::open_yaml(&mut rokade::Sources::default(), "chart.yaml", &text).chart
    });
    let rows = measured(&base, &revision);
    let headcount = rows
        .iter()
        .find(|row| told(row).starts_with("unit_headcount [job]"));
    let headcount = headcount.expect("the unit has other posts");
    // One of the groups is as large as the new one and is not the same posts: only the mentors go.
    let difference = headcount.difference.expect("it is known");
    assert_eq!((difference.low, difference.high), (Some(-200), Some(-200)));
}

#[test]
fn nothing_changes_in_a_chart_compared_with_itself() {
    let mut runner = TestRunner::deterministic();
    let rolls = |n: std::ops::Range<usize>| prop::collection::vec(any::<u16>(), n);
    for _ in 0..150 {
        let strategy = (rolls(500..900), rolls(10..60), rolls(0..200));
        let (base, edits, plans) = strategy
            .new_tree(&mut runner)
            .expect("nothing is rejected")
            .current();
        let base = organisation(&mut Dice::new(&base));
        let mut revision = edited(&base, &mut Dice::new(&edits));
        plan(&mut revision, &base, &mut Dice::new(&plans));
        let chart = |org: &Entries| Chart::build(org.clone()).0;
        let (base, revision) = (chart(&base), chart(&revision));
        let rows = measured(&base, &revision);
        // Every measure of the whole has one row.
        for measure in MEASURES {
            let own = rows.iter().filter(|row| row.measure.name == measure.name);
            let own: Vec<&Row> = own.collect();
            assert!(
                own.len() == 1 || own.iter().all(|row| row.of.is_some()),
                "{}",
                measure.name
            );
        }
        for row in measured(&revision, &revision) {
            let same = row.base == row.value;
            // What it counts has not changed, or nobody can tell.
            let nothing = row.value.is_none_or(|value| value.low() == 0);
            assert!(
                if row.base.is_some() { same } else { nothing },
                "{}",
                told(&row)
            );
        }
        // A chart by itself says the same of its state as in any pair.
        let alone = of_chart(&revision, &[], &Limits::default(), None);
        for row in &alone {
            let paired = rows
                .iter()
                .find(|other| other.measure.name == row.measure.name);
            let paired = paired.expect("it is measured in a pair too");
            assert_eq!(row.value, paired.value, "{}", row.measure.name);
        }
    }
}
