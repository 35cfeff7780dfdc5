//! Proposals side by side: the cases, and what must hold of any proposals.

use std::path::Path;

use proptest::prelude::*;
use rokade::{Comparison, ComparisonFormat, Language, Named, Options, Policy, Sources};
use rokade_core::chart::Chart;
use rokade_core::comparison::{ComparedCell, ComparedRow, RowKind, Standing};
use rokade_core::entry::Entries;
use rokade_rules::Limits;
use rokade_rules::comparison::{ComparedChart, ComparisonInput, comparison, parse_weights};
use rokade_tests::generate::{Dice, edited, organisation, plan};
use rokade_tests::random::{file, rolls};
use rokade_tests::{config, open_path, root};

/// Proposals of a case, compared with what they start from.
fn case(folder: &str, files: &[&str], language: Language, weights: &[&str]) -> Comparison {
    let mut sources = Sources::default();
    let folder = Path::new("orgs").join(folder);
    let mut open = |file: &str| Named {
        opened: open_path(&mut sources, &root().join(&folder).join(file)),
        source: folder.join(file).display().to_string(),
    };
    let base = open("current.yaml");
    let proposals: Vec<Named> = files.iter().map(|file| open(file)).collect();
    let policy = Policy {
        language,
        ..Policy::default()
    };
    let weights = parse_weights(weights.iter().copied()).expect("the weights can be used");
    rokade::compare(&sources, base, proposals, &weights, &policy, false)
        .expect("every sentence can be made")
}

const AALBORG: [&str; 2] = ["proposal.yaml", "counter-proposal.yaml"];
const ISHOEJ: [&str; 2] = ["proposal-own-centre.yaml", "proposal-merged-centre.yaml"];

fn text(comparison: &Comparison) -> String {
    let mut out = Vec::new();
    let options = Options::default();
    rokade::render_comparison(ComparisonFormat::Text, comparison, &options, &mut out)
        .expect("a vector takes all that is written to it");
    String::from_utf8(out).expect("text is text")
}

fn row<'c>(comparison: &'c Comparison, measure: &str) -> &'c ComparedRow {
    let mut rows = comparison.rows.iter();
    rows.find(|row| row.measure == measure)
        .expect("every measure has a row")
}

fn values(row: &ComparedRow) -> Vec<&str> {
    let value = |cell: &ComparedCell| cell.value.is_some();
    assert!(row.cells.iter().all(value), "{row:?}");
    let texts = row.cells.iter().flat_map(|cell| &cell.value);
    texts.map(|value| value.text.as_str()).collect()
}

#[test]
fn the_counter_proposal_keeps_every_co_location_in_the_same_department() {
    let compared = case("aalborg-integration", &AALBORG, Language::Da, &[]);
    assert!(compared.complete);
    for measure in ["co_locations_broken", "co_locations_weakened"] {
        let row = row(&compared, measure);
        assert_eq!(values(row), ["1", "0"], "{measure}");
        assert_eq!(row.cells[1].standing, Some(Standing::Best));
    }
    // Both close the same centre, and bring what it had under the same department.
    let centre = compared
        .rows
        .iter()
        .find(|row| row.of.as_deref() == Some("Socialcenter Integration"))
        .expect("the unit that closes is told");
    assert_eq!(
        (values(centre), centre.kind),
        (vec!["0", "0"], RowKind::Alike)
    );
    assert_eq!(
        values(row(&compared, "posts_at_other_site")),
        ["ca. 24–26", "0"]
    );
    insta::assert_snapshot!("aalborg_da", text(&compared));
    let compared = case("aalborg-integration", &AALBORG, Language::En, &[]);
    insta::assert_snapshot!("aalborg_en", text(&compared));
}

#[test]
fn a_head_is_missing_and_costs_a_million_or_has_too_many_under_him() {
    let compared = case("ishoej-jobcenter", &ISHOEJ, Language::Da, &[]);
    assert_eq!(values(row(&compared, "vacant_heads")), ["1", "0"]);
    let span = row(&compared, "largest_span");
    assert_eq!(values(span)[1], "ca. 52–59");
    assert_eq!(span.cells[1].standing, Some(Standing::Worst));
    // What nobody states costs the same in both; the new post is what sets them apart.
    let cost = row(&compared, "cost_a_year");
    assert_eq!(cost.cells[0].difference.as_deref(), Some("ca. +1.000.000"));
    assert_eq!(cost.cells[0].standing, Some(Standing::Worst));
    assert_eq!(cost.cells[1].standing, Some(Standing::Best));
    assert!(compared.dominated.is_empty());
    insta::assert_snapshot!("ishoej_da", text(&compared));
}

#[test]
fn nothing_is_added_up_unless_it_is_asked_for() {
    assert!(
        case("aalborg-integration", &AALBORG, Language::Da, &[])
            .weighing
            .is_none()
    );
    let weights = [
        "posts_at_other_site=1",
        "co_locations_broken=20",
        "cost_a_year=1",
    ];
    let compared = case("aalborg-integration", &AALBORG, Language::Da, &weights);
    let weighing = compared.weighing.expect("it was asked for");
    let totals: Vec<&str> = weighing
        .totals
        .iter()
        .map(|total| total.text.as_str())
        .collect();
    assert_eq!(totals, ["ca. 44–46", "0"]);
    for total in &weighing.totals {
        assert_eq!(total.left_out, ["Årlig udgift til stillinger"]);
    }
}

/// A proposal that can be read, and one that cannot, beside each other.
fn with_broken(broken: &str) -> Comparison {
    let mut sources = Sources::default();
    let mut open = |name: &str, text: &str| Named {
        opened: rokade_tests::open_yaml(&mut sources, name, &format!("rokade: 1\n{text}")),
        source: name.to_owned(),
    };
    let chart = |posts: u8| {
        format!("units: {{ a: {{ name: A }} }}\nstaff: {{ x: {{ unit: a, count: {posts} }} }}")
    };
    let base = open("base.yaml", &chart(9));
    let proposals = vec![open("whole.yaml", &chart(8)), open("broken.yaml", broken)];
    rokade::compare(&sources, base, proposals, &[], &Policy::default(), false)
        .expect("every sentence can be made")
}

#[test]
fn a_file_that_cannot_be_read_is_not_compared() {
    let compared = with_broken("units: { a: [\n");
    assert!(!compared.complete && !compared.proposals[1].complete);
    assert!(compared.rows.iter().all(|row| row.cells[1].value.is_none()));
    assert!(compared.apart.is_empty() && compared.dominated.is_empty());
    assert!(
        compared.not_judged[0].contains("rokade check broken.yaml"),
        "{:?}",
        compared.not_judged
    );
}

#[test]
fn what_is_new_in_a_file_that_cannot_be_read_is_no_line() {
    let compared = with_broken(
        "units: { a: { name: A }, n: { name: Nyhuset } }\nstaff: { x: { unit: n, count: 9 } }\nsites: [\n",
    );
    let of: Vec<&str> = compared
        .rows
        .iter()
        .filter_map(|row| row.of.as_deref())
        .collect();
    assert_eq!(of, ["A"]);
}

#[test]
fn a_comparison_is_whole_where_every_proposal_could_be_read_and_followed() {
    let chart = |text: &str| {
        let text = format!("rokade: 1\n{text}");
        rokade_tests::open_yaml(&mut Sources::default(), "chart.yaml", &text).chart
    };
    let base = chart("units: { a: { name: A } }");
    let changes = rokade::changes(&base, &base);
    let is_complete = |complete: bool, judged: bool| {
        let one = |complete, judged| ComparedChart {
            chart: &base,
            source: "chart.yaml",
            counts: [0; 3],
            complete,
            judged,
        };
        let compared = comparison(&ComparisonInput {
            base: one(true, true),
            proposals: vec![
                (one(true, true), &changes),
                (one(complete, judged), &changes),
            ],
            limits: &Limits::default(),
            weights: &[],
            hides_small_groups: false,
            language: Language::En,
        });
        compared.expect("every sentence can be made").complete
    };
    assert!(is_complete(true, true));
    assert!(!is_complete(true, false) && !is_complete(false, true));
}

#[test]
fn staff_under_another_head_are_as_many_as_they_are_and_no_difference() {
    let chart = |head: &str, count: u32| {
        let text = format!(
            "rokade: 1\nunits: {{ a: {{ name: A, head: {head} }} }}\nstaff: {{ x: {{ unit: a }}, y: {{ unit: a }}, z: {{ unit: a, count: {count} }} }}"
        );
        rokade_tests::open_yaml(&mut Sources::default(), "chart.yaml", &text).chart
    };
    let compared = compared(&chart("x", 9), &[&chart("y", 7)]);
    let row = row(&compared, "staff_under_changed_head");
    assert_eq!(values(row), ["9"]);
    assert_eq!((&row.cells[0].difference, &row.base), (&None, &None));
}

/// Revisions of a base, compared.
fn compared(base: &Chart, revisions: &[&Chart]) -> Comparison {
    let changes: Vec<_> = revisions
        .iter()
        .map(|one| rokade::changes(base, one))
        .collect();
    let names = ["a.yaml", "b.yaml", "c.yaml", "d.yaml", "e.yaml", "f.yaml"];
    let chart = |chart, source| ComparedChart {
        chart,
        source,
        counts: [0; 3],
        complete: true,
        judged: true,
    };
    let proposals = revisions.iter().zip(&changes).zip(names);
    comparison(&ComparisonInput {
        base: chart(base, "base.yaml"),
        proposals: proposals
            .map(|((revision, changes), name)| (chart(revision, name), changes))
            .collect(),
        limits: &Limits::default(),
        weights: &[],
        hides_small_groups: false,
        language: Language::En,
    })
    .expect("every sentence can be made")
}

/// A base and three revisions of it, shown as the files they would be.
#[derive(Clone)]
struct Four(Vec<Entries>);

impl std::fmt::Debug for Four {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let files: Vec<String> = self.0.iter().map(file).collect();
        f.write_str(&files.join("\n"))
    }
}

impl Four {
    fn charts(&self) -> (Chart, Vec<Chart>) {
        let mut charts = self.0.iter().map(|org| Chart::build(org.clone()).0);
        let base = charts.next().expect("there are four");
        (base, charts.collect())
    }
}

fn four() -> impl Strategy<Value = Four> {
    let revisions = prop::collection::vec((rolls(10..60), rolls(0..100)), 3);
    (rolls(300..600), revisions).prop_map(|(base, revisions)| {
        let org = organisation(&mut Dice::new(&base));
        let revised = revisions.iter().map(|(edits, plans)| {
            let mut revision = edited(&org, &mut Dice::new(edits));
            plan(&mut revision, &org, &mut Dice::new(plans));
            revision
        });
        let revised: Vec<Entries> = revised.collect();
        Four(std::iter::once(org).chain(revised).collect())
    })
}

/// A row without its order: what it is of, and what each proposal comes to.
fn told(row: &ComparedRow, order: &[usize]) -> String {
    let cells: Vec<_> = order.iter().map(|&at| &row.cells[at]).collect();
    format!(
        "{} {:?} {:?} {:?} {:?} {cells:?}",
        row.measure, row.of, row.base, row.whole, row.kind
    )
}

/// A restructuring is measured by nearly every rule, several times.
fn few() -> ProptestConfig {
    let config = config();
    ProptestConfig {
        cases: config.cases / 8,
        ..config
    }
}

proptest! {
    #![proptest_config(few())]

    #[test]
    fn a_proposal_is_like_itself(four in four()) {
        let (base, revisions) = four.charts();
        let one = &revisions[0];
        let both = compared(&base, &[one, one]);
        for row in &both.rows {
            prop_assert_ne!(row.kind, RowKind::Differs, "{:?}", row);
            prop_assert!(row.cells.iter().all(|cell| cell.standing.is_none()), "{:?}", row);
        }
        prop_assert!(both.dominated.is_empty());
        prop_assert!(both.apart[0].text.contains("are alike in all numbers"), "{:?}", both.apart);
        // And what is compared with itself does not change.
        let same = compared(&base, &[&base]);
        for row in &same.rows {
            // What may be broken today may be in what is the same; no more.
            let may_be = |cell: &ComparedCell| {
                cell.difference.is_none()
                    && cell.value.as_ref().is_some_and(|value| value.quantity.min.as_i64() == Some(0))
            };
            let is_same = matches!(row.kind, RowKind::Unchanged | RowKind::Unknown);
            prop_assert!(is_same || row.cells.iter().all(may_be), "{:?}", row);
        }
    }

    #[test]
    fn the_order_of_proposals_orders_the_columns(four in four()) {
        let (base, revisions) = four.charts();
        let [a, b, c] = [&revisions[0], &revisions[1], &revisions[2]];
        let one = compared(&base, &[a, b, c]);
        let other = compared(&base, &[c, a, b]);
        let rows = |compared: &Comparison, order: &[usize]| -> Vec<String> {
            let mut rows: Vec<String> = compared.rows.iter().map(|row| told(row, order)).collect();
            rows.sort();
            rows
        };
        prop_assert_eq!(rows(&one, &[0, 1, 2]), rows(&other, &[1, 2, 0]));
        let dominated = |compared: &Comparison, order: [usize; 3]| {
            let mut pairs: Vec<(usize, usize)> = compared
                .dominated
                .iter()
                .map(|one| (order[one.proposal], order[one.by]))
                .collect();
            pairs.sort_unstable();
            pairs
        };
        prop_assert_eq!(dominated(&one, [0, 1, 2]), dominated(&other, [2, 0, 1]));
    }

    #[test]
    fn best_and_worst_are_two(four in four()) {
        let (base, revisions) = four.charts();
        let all: Vec<&Chart> = revisions.iter().collect();
        let both = compared(&base, &all);
        for row in &both.rows {
            let is = |standing| row.cells.iter().any(|cell| cell.standing == Some(standing));
            let (best, worst) = (is(Standing::Best), is(Standing::Worst));
            prop_assert!(row.better.is_some() || !best && !worst, "{:?}", row);
            if row.kind != RowKind::Differs {
                prop_assert!(!best && !worst, "{:?}", row);
            }
        }
        // Nobody is better than who is better than oneself.
        for one in &both.dominated {
            let back = both.dominated.iter().any(|other| (other.proposal, other.by) == (one.by, one.proposal));
            prop_assert!(!back);
        }
        // Two alone stand against each other.
        let two = compared(&base, &all[..2]);
        for row in &two.rows {
            let standings = [row.cells[0].standing, row.cells[1].standing];
            let opposite = matches!(
                standings,
                [None, None] | [Some(Standing::Best), Some(Standing::Worst)] | [Some(Standing::Worst), Some(Standing::Best)]
            );
            prop_assert!(opposite, "{:?}", row);
        }
    }
}
