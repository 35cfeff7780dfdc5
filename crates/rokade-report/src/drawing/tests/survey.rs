//! Charts too large to be drawn whole.

use std::fmt::Write as _;

use proptest::prelude::*;
use rokade_core::drawing::{Mark, OrgChart};

use super::fixture::{chart, marked, unit};
use crate::drawing::survey::{departments, survey};
use crate::drawing::{ChartFormat, render_chart, words};

/// Units under each other in so many, of which every tenth changes.
fn broad(units: usize, children: usize) -> OrgChart {
    let one = |at: usize| {
        let mut one = unit(
            &format!("Enhed {at}"),
            (at > 0).then(|| (at - 1) / children),
        );
        if at % 10 == 9 {
            one.marks = vec![marked(Mark::Changed, "ændres", "")];
        }
        one
    };
    chart((0..units).map(one).collect())
}

fn drawn(chart: &OrgChart, most: usize) -> OrgChart {
    let words = words(chart.language).unwrap();
    survey(chart, most, &words).unwrap().into_owned()
}

fn printed(format: ChartFormat, chart: &OrgChart) -> String {
    let mut out = Vec::new();
    render_chart(format, chart, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn a_chart_that_fits_is_drawn_as_it_is() {
    let chart = broad(40, 4);
    assert_eq!(drawn(&chart, 40), chart);
    assert_ne!(drawn(&chart, 39), chart);
}

#[test]
fn the_top_is_drawn_and_what_changes_with_what_it_stands_under() {
    let mut chart = broad(200, 4);
    for unit in &mut chart.units {
        unit.marks.clear();
    }
    chart.units[150].marks = vec![marked(Mark::Moved, "flyttes", "")];
    let drawn = drawn(&chart, 30);
    let names: Vec<&str> = drawn.units.iter().map(|unit| unit.name.as_str()).collect();
    // 150 stands under 37, which stands under 9, which stands under 2.
    assert_eq!(
        names,
        [
            "Enhed 0",
            "Enhed 1",
            "Enhed 2",
            "Enhed 3",
            "Enhed 4",
            "Enhed 9",
            "Enhed 37",
            "Enhed 150"
        ]
    );
    let parents: Vec<Option<usize>> = drawn.units.iter().map(|unit| unit.parent).collect();
    assert_eq!(parents[4..], [Some(0), Some(2), Some(5), Some(6)]);
    assert_eq!(drawn.units[0].below, None);
    let below = |at: usize| drawn.units[at].below.as_deref();
    assert_eq!(
        below(6),
        Some("3 enheder under den er ikke tegnet (uden ændringer)")
    );
    assert_eq!(
        drawn.description,
        "Et diagram. Tegnet er 8 af dem: de øverste enheder og alle enheder med ændringer. Ved \
         hver enhed står det, hvor mange under den der ikke er tegnet."
    );
}

#[test]
fn where_there_is_no_room_for_all_that_changes_the_most_important_comes_first() {
    let mut chart = broad(1000, 4);
    chart.units[999].marks = vec![marked(Mark::Closed, "lukkes", "")];
    let drawn = drawn(&chart, 30);
    assert!(drawn.units.len() <= 30, "{}", drawn.units.len());
    assert!(drawn.units.iter().any(|unit| unit.name == "Enhed 999"));
    assert!(drawn.description.contains("med de største ændringer"));
}

#[test]
fn a_large_chart_is_told_in_the_parts_of_its_top() {
    let chart = broad(1000, 7);
    let [parts, others] = departments([&chart, &broad(1001, 7)]);
    assert_eq!(parts, others[..1000]);
    // Of 1 + 7 + 49 units; the last of all stands below the thirteenth of the 49.
    assert_eq!(parts[0], Some(0));
    assert_eq!(parts[56], Some(56));
    assert_eq!(parts[999], Some(20));
}

#[test]
fn a_picture_of_a_large_organisation_has_what_can_be_looked_at() {
    let svg = printed(ChartFormat::Svg, &broad(10_000, 6));
    let units = svg.matches("<g class=\"d-unit").count();
    assert!(
        svg.len() < 500_000 && units <= 300 && units > 200,
        "{units}"
    );
    assert!(svg.contains("Tegnet er"));
    // What another program draws has all of it, unless it would not take it.
    let dot = printed(ChartFormat::Dot, &broad(10_000, 6));
    assert_eq!(dot.matches("tooltip").count(), 10_000);
    let mermaid = printed(ChartFormat::Mermaid, &broad(10_000, 6));
    assert!(mermaid.chars().count() <= 50_000 && mermaid.matches(" --- ").count() <= 500);
    assert!(mermaid.contains("er ikke tegnet"));
}

#[test]
fn very_deep_and_very_flat_charts_are_drawn_in_no_time() {
    for children in [1, 20_000] {
        let chart = broad(20_000, children);
        assert!(drawn(&chart, 200).units.len() <= 200);
        assert!(!printed(ChartFormat::Svg, &chart).is_empty());
    }
    let mut flat = broad(20_000, 1);
    for unit in &mut flat.units {
        unit.parent = None;
    }
    assert_eq!(drawn(&flat, 200).units.len(), 200);
}

proptest! {
    /// Whatever stands under what: all are drawn or counted, once.
    #[test]
    fn nothing_is_lost(parents in prop::collection::vec(any::<prop::sample::Index>(), 1..200), most in 4..60_usize) {
        let mut units = vec![unit("Øverst", None)];
        for (at, parent) in parents.iter().enumerate() {
            units.push(unit(&format!("Enhed {at}"), Some(parent.index(at + 1))));
            if at % 7 == 3 {
                units[at + 1].marks = vec![marked(Mark::Changed, "ændres", "")];
            }
        }
        let chart = chart(units);
        let drawn = drawn(&chart, most);
        prop_assert!(drawn.units.len() <= most.max(1));
        let mut told = String::new();
        let mut counted = drawn.units.len();
        for unit in &drawn.units {
            if let Some(below) = &unit.below {
                let digits: String = below.chars().take_while(char::is_ascii_digit).collect();
                counted += digits.parse::<usize>().unwrap();
                let _ = writeln!(told, "{below}");
            }
        }
        prop_assert_eq!(counted, chart.units.len(), "{}", told);
    }
}
