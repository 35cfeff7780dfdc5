//! What is better, and what it weighs, on lines made by hand.

use rokade_core::comparison::{Compared, RowKind, Standing};
use rokade_core::entry::Language;
use rokade_core::quantity::{Certainty, Difference, Quantity};

use super::cells::Tongue;
use super::order::{Order, lowest};
use super::rows::{Cell, Line};
use super::said::Said;
use super::weighing::{WeightError, parse_weights, weighing};
use crate::measures::find;

fn quantity(text: &str) -> Quantity {
    text.parse().unwrap()
}

/// A line of a measure: each value as it is written, `-` for none.
fn line(measure: &str, base: &str, values: &[&str]) -> Line {
    let stated = |text: &str| (text != "-").then(|| quantity(text));
    let measure = find(measure).unwrap();
    let cells = values.iter().map(|value| Cell {
        value: stated(value),
        difference: stated(base)
            .zip(stated(value))
            .map(|(base, value)| Difference::between(base, value)),
        unstated: None,
    });
    Line {
        measure,
        label: measure.en,
        currency: None,
        of: None,
        base: stated(base),
        whole: None,
        cells: cells.collect(),
        is_folded: false,
    }
}

fn standings(line: &Line) -> Vec<Option<Standing>> {
    (0..line.cells.len()).map(|at| line.standing(at)).collect()
}

#[test]
fn best_is_what_nothing_can_be_better_than() {
    use Standing::{Best, Worst};
    let lower = |values: &[&str]| standings(&line("posts_moved", "-", values));
    assert_eq!(lower(&["1", "2"]), [Some(Best), Some(Worst)]);
    assert_eq!(lower(&["1", "2", "3"]), [Some(Best), None, Some(Worst)]);
    // Two that are the same are both best.
    assert_eq!(
        lower(&["1", "1", "3"]),
        [Some(Best), Some(Best), Some(Worst)]
    );
    assert_eq!(lower(&["2", "2"]), [None, None]);
    // What overlaps is not told apart; what only meets is never the wrong way about.
    assert_eq!(lower(&["1-3", "2-4"]), [None, None]);
    assert_eq!(lower(&["1-2", "2-4", "9"]), [Some(Best), None, Some(Worst)]);
    // What is not known may be anything.
    assert_eq!(lower(&["0", "-", "5"]), [None, None, None]);
    assert_eq!(lower(&["0", "unknown"]), [None, None]);
    assert_eq!(lower(&["0", "3+"]), [Some(Best), Some(Worst)]);
    let higher = standings(&line("co_locations_made", "-", &["1", "2"]));
    assert_eq!(higher, [Some(Worst), Some(Best)]);
    let neither = standings(&line("sites_used", "1", &["1", "2"]));
    assert_eq!(neither, [None, None]);
}

#[test]
fn an_order_is_the_same_from_both_sides() {
    let values = ["0", "1", "1-3", "2-4", "3+", "-", "unknown", "ca. 1-3"];
    let line = line("posts_moved", "-", &values);
    // The same words may stand for different numbers where there is no upper end.
    assert_eq!(line.order(4, 4), Order::Open);
    assert_eq!(line.order(2, 2), Order::Alike);
    for one in 0..values.len() {
        for other in 0..values.len() {
            let back = match line.order(other, one) {
                Order::Better => Order::Worse,
                Order::Worse => Order::Better,
                same => same,
            };
            assert_eq!(line.order(one, other), back, "{one} {other}");
        }
        assert_ne!(line.order(one, one), Order::Better);
    }
}

#[test]
fn what_is_closer_known_than_its_numbers_is_told_apart_by_it() {
    let mut line = line("cost_a_year", "-", &["1000000+", "-"]);
    for (cell, more) in line.cells.iter_mut().zip([100_000_000, 0]) {
        cell.difference = Some(Difference {
            low: Some(more),
            high: Some(more),
            approximate: false,
        });
        cell.unstated = Some(quantity("30-35"));
    }
    assert_eq!(line.order(0, 1), Order::Worse);
    assert_eq!(line.kind(), RowKind::Differs);
    // Where one is silent of more posts, what is stated is not all of it.
    line.cells[1].unstated = Some(quantity("40"));
    assert_eq!(line.order(0, 1), Order::Open);
}

#[test]
fn a_row_tells_whether_proposals_differ_from_each_other_and_from_today() {
    let kind = |measure, base, values: &[&str]| line(measure, base, values).kind();
    assert_eq!(kind("posts_moved", "-", &["1", "2"]), RowKind::Differs);
    assert_eq!(kind("posts_moved", "-", &["2", "2"]), RowKind::Alike);
    assert_eq!(kind("posts_moved", "-", &["0", "0"]), RowKind::Unchanged);
    assert_eq!(kind("posts_moved", "-", &["-", "-"]), RowKind::Unknown);
    assert_eq!(kind("posts_moved", "-", &["-", "1"]), RowKind::Differs);
    assert_eq!(kind("layers", "3", &["3", "3"]), RowKind::Unchanged);
    assert_eq!(kind("layers", "3", &["4", "4"]), RowKind::Alike);
}

#[test]
fn weights_are_read_or_refused() {
    let read = |text: &str| parse_weights(text.split(' '));
    let weights = read("posts_moved=2 cost_a_year=0,5").unwrap();
    assert_eq!(weights[1].weight, quantity("0.5"));
    let refused = |text: &str| read(text).unwrap_err();
    assert_eq!(
        refused("post_moved=1"),
        WeightError::Unknown {
            name: "post_moved".to_owned(),
            nearest: Some("posts_moved")
        }
    );
    assert_eq!(
        refused("sites_used=1"),
        WeightError::NoDirection("sites_used")
    );
    assert_eq!(refused("layers=1 layers=2"), WeightError::Twice("layers"));
    assert_eq!(
        refused("layers=-1"),
        WeightError::Negative("layers=-1".to_owned())
    );
    for shape in [
        "layers",
        "layers=",
        "layers=x",
        "layers=1-2",
        "layers=ca. 1",
    ] {
        let error = parse_weights([shape]).unwrap_err();
        assert_eq!(error, WeightError::Shape(shape.to_owned()));
    }
}

fn chart(mark: &str) -> Compared {
    Compared {
        mark: mark.to_owned(),
        title: mark.to_owned(),
        source: String::new(),
        errors: 0,
        warnings: 0,
        notes: 0,
        complete: true,
    }
}

fn tongue() -> Tongue {
    Tongue::new(Language::En, super::words(Language::En).unwrap(), false)
}

/// Asks what is said of lines, of as many proposals as they have cells.
fn said<T>(lines: &[Line], ask: impl Fn(Said<'_>) -> T) -> T {
    let marks = ["A", "B", "C", "D", "E"];
    let proposals: Vec<Compared> = marks[..lines[0].cells.len()]
        .iter()
        .map(|mark| chart(mark))
        .collect();
    ask(Said {
        tongue: &tongue(),
        base: &chart("Today"),
        proposals: &proposals,
        lines,
    })
}

fn apart(lines: &[Line]) -> Vec<String> {
    let apart = said(lines, |said| said.apart().unwrap());
    apart.into_iter().map(|one| one.text).collect()
}

#[test]
fn what_sets_two_apart_is_told_of_the_one_it_speaks_for() {
    let moved = |values: &[&str]| line("posts_moved", "-", values);
    let layers = |values: &[&str]| line("layers", "3", values);
    let text = |lines: &[Line]| apart(lines).remove(0);
    let rest = "the rest is alike or cannot be told apart.";
    assert_eq!(
        text(&[moved(&["1", "2"]), layers(&["4", "3"])]),
        format!(
            "Proposal A is better than proposal B on posts that move (1 against 2); \
             proposal B is better on layers of management (3 against 4); {rest}"
        )
    );
    assert_eq!(
        text(&[moved(&["1", "2"]), layers(&["3", "3"])]),
        format!("Proposal A is better than proposal B on posts that move (1 against 2); {rest}")
    );
    assert_eq!(
        text(&[moved(&["2", "1"]), layers(&["3", "3"])]),
        format!("Proposal B is better than proposal A on posts that move (1 against 2); {rest}")
    );
    assert_eq!(
        text(&[moved(&["1-3", "2-4"])]),
        "No number shows whether proposal A or proposal B is better: they are alike or cannot be told apart."
    );
    assert_eq!(
        text(&[moved(&["2", "2"])]),
        "Proposal A and proposal B are alike in all numbers."
    );
    // As much, but not of as much today, is no likeness.
    let mut other = layers(&["3", "3"]);
    other.cells[1].difference = Some(Difference::between(quantity("2"), quantity("3")));
    assert!(text(&[other]).starts_with("No number shows"));
}

#[test]
fn each_two_of_four_are_told_apart_and_of_five_each_and_the_first() {
    let of = |values: &[&str]| {
        let lines = [line("posts_moved", "-", values)];
        let apart = said(&lines, |said| said.apart().unwrap());
        apart.into_iter().map(|one| one.of).collect::<Vec<_>>()
    };
    assert_eq!(
        of(&["1", "2", "3", "4"]),
        [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]]
    );
    assert_eq!(
        of(&["1", "2", "3", "4", "5"]),
        [[0, 1], [0, 2], [0, 3], [0, 4]]
    );
}

#[test]
fn the_lines_that_are_furthest_apart_are_told_first() {
    let lines = [
        line("posts_moved", "-", &["90", "100"]),
        line("co_locations_made", "-", &["5", "2"]),
        line("layers", "4", &["3", "4"]),
    ];
    let text = apart(&lines).remove(0);
    let places = ["5 against 2", "3 against 4", "90 against 100"].map(|told| text.find(told));
    assert!(places.iter().all(Option::is_some), "{text}");
    assert!(places.is_sorted(), "{text}");
    // The smaller number stands on either side.
    assert_eq!(lines[1].gap(0, 1), lines[1].gap(1, 0));
    assert_eq!(lines[1].gap(0, 1), (300, 500));
}

#[test]
fn a_summary_names_who_is_best_and_concludes_nothing_of_half_the_picture() {
    let lines = [
        line("posts_moved", "-", &["1", "2"]),
        line("layers", "3", &["3", "3"]),
    ];
    let summary = |lines: &[Line]| said(lines, |said| said.summary(&[]).unwrap());
    // Who is best in nothing is not named.
    assert_eq!(
        summary(&lines)[1],
        "Proposal A is best in 1 number; what weighs most, the numbers do not say."
    );
    assert_eq!(
        summary(&lines[1..])[1],
        "In none of the numbers can a proposal be said to be best."
    );
    let alone = [line("posts_moved", "-", &["1"])];
    assert_eq!(
        summary(&alone),
        [
            "One proposal is compared with “Today”: it changes 1 of the 1 numbers that can be worked out.",
            "The proposal leaves nothing hanging."
        ]
    );
    let half = |base: bool, proposal: bool| {
        let mut today = chart("Today");
        today.complete = base;
        let mut proposals = [chart("A"), chart("B")];
        proposals[1].complete = proposal;
        let said = Said {
            tongue: &tongue(),
            base: &today,
            proposals: &proposals,
            lines: &lines,
        };
        said.summary(&[]).unwrap()[1..].to_vec()
    };
    let incomplete = ["Not all could be read, so this is not the whole picture."];
    assert_eq!(half(false, true), incomplete);
    assert_eq!(half(true, false), incomplete);
    assert_eq!(half(true, true).len(), 2);
}

#[test]
fn what_is_better_in_something_and_worse_in_nothing_is_named() {
    let dominated = |lines: &[Line]| {
        let dominated = said(lines, |said| said.dominated().unwrap());
        let told = dominated.into_iter();
        told.map(|one| (one.proposal, one.by)).collect::<Vec<_>>()
    };
    let layers = line("layers", "3", &["3", "3", "3"]);
    let moved = |values: &[&str]| [line("posts_moved", "-", values), layers.clone()];
    assert_eq!(dominated(&moved(&["1", "2", "2"])), [(1, 0), (2, 0)]);
    assert_eq!(dominated(&moved(&["2", "2", "2"])), []);
    assert_eq!(dominated(&moved(&["1", "1-3", "3"])), [(2, 0)]);
    assert_eq!(
        dominated(&[
            moved(&["1", "2", "2"])[0].clone(),
            line("layers", "3", &["4", "3", "5"])
        ]),
        [(2, 0), (2, 1)]
    );
}

#[test]
fn the_lowest_is_sure_only_where_nothing_can_be_lower() {
    let ends = |low: i64, high: i64| (Some(low), Some(high));
    let none = (None, None);
    let certain = Some(Certainty::Certain);
    let possible = Some(Certainty::Possible);
    assert_eq!(lowest(ends(1, 2), &[ends(3, 4)]), certain);
    // One that is the same at most takes nothing from it, but two alike are no lowest.
    assert_eq!(lowest(ends(1, 2), &[ends(2, 4), ends(3, 4)]), certain);
    assert_eq!(lowest(ends(2, 2), &[ends(2, 2)]), None);
    assert_eq!(lowest(ends(1, 2), &[ends(2, 4)]), possible);
    assert_eq!(lowest(ends(2, 3), &[ends(1, 2)]), None);
    assert_eq!(lowest(ends(2, 3), &[ends(1, 3)]), possible);
    assert_eq!(lowest(ends(2, 3), &[ends(1, 1), ends(3, 4)]), None);
    // What is not known may be anything.
    assert_eq!(lowest(none, &[ends(1, 1)]), possible);
    assert_eq!(lowest(ends(1, 1), &[none]), possible);
    assert_eq!(lowest(ends(1, 1), &[]), None);
}

fn totals(weights: &str, lines: &[Line]) -> Vec<(String, Option<Certainty>)> {
    let proposals = [chart("A"), chart("B")];
    let weights = parse_weights(weights.split(' ')).unwrap();
    let weighing = weighing(&weights, lines, &proposals, &tongue())
        .unwrap()
        .unwrap();
    let told = weighing.totals.into_iter();
    told.map(|total| (format!("{}{:?}", total.text, total.left_out), total.best))
        .collect()
}

#[test]
fn totals_are_sums_with_their_ranges() {
    let lines = [
        line("posts_moved", "-", &["10-12", "20"]),
        line("layers", "3", &["4", "3"]),
        line("co_locations_made", "-", &["2", "0"]),
        line("handovers", "1", &["-", "-"]),
    ];
    let one = |weights: &str| totals(weights, &lines)[0].0.clone();
    assert_eq!(one("posts_moved=1"), "10–12[]");
    assert_eq!(one("posts_moved=2"), "20–24[]");
    assert_eq!(one("posts_moved=0.5"), "5–6[]");
    assert_eq!(one("posts_moved=1 layers=10"), "50–52[]");
    assert_eq!(one("posts_moved=1 co_locations_made=3"), "4–6[]");
    // What is better higher may take it below nothing.
    assert_eq!(one("co_locations_made=3"), "-6[]");
    assert_eq!(
        one("posts_moved=1 handovers=1"),
        r#"10–12["Handovers between units on the citizens' pathway"]"#
    );
    let best = |weights: &str| totals(weights, &lines).into_iter().map(|total| total.1);
    assert!(best("posts_moved=1").eq([Some(Certainty::Certain), None]));
    assert!(best("posts_moved=1 layers=9").eq([Some(Certainty::Possible); 2]));
    assert!(best("posts_moved=0").eq([None, None]));
}

#[test]
fn what_one_leaves_out_is_not_compared() {
    let lines = [
        line("posts_moved", "-", &["10", "20"]),
        line("layers", "3", &["-", "3"]),
    ];
    let best = totals("posts_moved=1 layers=1", &lines).into_iter();
    assert!(best.map(|total| total.1).eq([None, None]));
}

#[test]
fn both_languages_have_the_same_sentences() {
    let keys = |text: &str| -> Vec<String> {
        let lines = text.lines().filter_map(|line| line.split_once(" ="));
        let keys = lines.map(|(key, _)| key.to_owned());
        keys.filter(|key| !key.starts_with([' ', '*', '[']))
            .collect()
    };
    assert_eq!(keys(include_str!("da.ftl")), keys(include_str!("en.ftl")));
}
