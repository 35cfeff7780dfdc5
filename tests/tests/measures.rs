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
