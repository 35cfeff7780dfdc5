//! Small groups: what a range hides, and what it leaves as it is.

use rokade_change::{SmallGroups, small_groups};
use rokade_core::chart::Chart;
use rokade_core::entry::Entries;

use super::*;

fn chart(rest: &str) -> Chart {
    let text =
        format!("rokade: 1\nunits: {{ a: {{ name: A, head: leder }}, b: {{ name: B }} }}\n{rest}");
    let mut sources = Sources::default();
    let opened = open_yaml(&mut sources, "chart.yaml", &text);
    assert!(opened.faults.is_empty(), "{:?}", opened.faults);
    opened.chart
}

fn staff(groups: &str) -> Chart {
    chart(&format!("staff: {{ leder: {{ unit: a }}, {groups} }}"))
}

/// The same, when some of a group have ended.
fn reduced(groups: &str, ended: &str) -> Chart {
    chart(&format!(
        "staff: {{ leder: {{ unit: a }}, {groups} }}\nended: {{ staff: {{ {ended} }} }}"
    ))
}

/// The base as it is told, and then each of its revisions.
fn hidden(base: &Chart, revisions: &[&Chart]) -> Vec<Entries> {
    let groups = small_groups(base, revisions);
    let charts = std::iter::once(base).chain(revisions.iter().copied());
    let told = charts.zip(&groups);
    told.map(|(chart, groups): (&Chart, &SmallGroups)| groups.hide(chart.entries()))
        .collect()
}

/// How many a group is said to be.
fn count(told: &Entries, id: &str) -> String {
    let post = &told.staff.get(id).expect("the group is there").value;
    post.count
        .map_or_else(|| "1".to_owned(), |count| count.to_string())
}

/// How many of a group are said to have ended.
fn ended(told: &Entries, id: &str) -> String {
    let ended = told.ended.staff.get(id).expect("some have ended");
    ended.by.expect("it is said how many").to_string()
}

#[test]
fn five_are_not_a_small_group() {
    let base =
        staff("x: { unit: a, count: 4 }, y: { unit: a, count: 5 }, z: { unit: a, count: 4.5 }");
    let told = &hidden(&base, &[])[0];
    assert_eq!(
        ["x", "y", "z"].map(|id| count(told, id)),
        ["1-4", "5", "1-4.5"]
    );
}

#[test]
fn about_so_many_are_about_so_many_where_they_may_be_more_than_four() {
    let base = staff("x: { unit: a, count: ca. 3 }, y: { unit: a, count: ca. 3-7 }");
    let told = &hidden(&base, &[])[0];
    assert_eq!(["x", "y"].map(|id| count(told, id)), ["1-4", "ca. 1-7"]);
}

#[test]
fn where_nothing_is_small_nothing_is_hidden() {
    let base = staff("x: { unit: a, count: 20 }");
    let revision = staff("x: { unit: a, count: 12 }, y: { unit: b, count: 8, previously: [x] }");
    let told = hidden(&base, &[&revision]);
    assert_eq!(count(&told[0], "x"), "20");
    assert_eq!(["x", "y"].map(|id| count(&told[1], id)), ["12", "8"]);
}

#[test]
fn few_wishes_are_hidden_in_a_large_group_and_many_are_not() {
    let base = staff(
        "x: { unit: a, count: 20, wishes: { a: 2, b: 9 } }, y: { unit: a, count: 20, wishes: { a: 11, b: 9 } }",
    );
    let told = &hidden(&base, &[])[0];
    let wishes = |id: &str| {
        let wishes = told
            .staff
            .get(id)
            .expect("the group is there")
            .value
            .wishes
            .values();
        wishes.map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(wishes("x"), ["0-20", "0-20"]);
    assert_eq!(wishes("y"), ["11", "9"]);
    assert_eq!(["x", "y"].map(|id| count(told, id)), ["20", "20"]);
}

#[test]
fn how_few_ended_is_hidden_and_that_a_head_did_is_not() {
    let base = reduced("x: { unit: a }", "tidligere: { by: 3 }");
    let revision = chart("ended: { staff: { leder: { by: 1 }, tidligere: { by: 3 } } }");
    let told = hidden(&base, &[&revision]);
    assert_eq!(ended(&told[0], "tidligere"), "1-4");
    assert_eq!(ended(&told[1], "tidligere"), "1-4");
    assert_eq!(ended(&told[1], "leder"), "1");
}

/// From twelve, eight to eleven, one to four are gone: nobody can tell that they are three.
#[test]
fn what_is_left_of_a_group_is_as_wide_as_what_ended() {
    let base = staff("x: { unit: a, count: 12 }");
    let revision = reduced("x: { unit: a, count: 9 }", "x: { by: 3 }");
    let told = hidden(&base, &[&revision]);
    assert_eq!(count(&told[0], "x"), "12");
    assert_eq!(count(&told[1], "x"), "8-11");
    assert_eq!(ended(&told[1], "x"), "1-4");
}

#[test]
fn what_becomes_of_two_small_groups_is_no_less_than_one_and_no_more_than_both() {
    let base = staff("x: { unit: a, count: 1 }, y: { unit: a, count: 1 }");
    let revision = staff("z: { unit: a, count: 2, previously: [x, y] }");
    let told = hidden(&base, &[&revision]);
    assert_eq!(["x", "y"].map(|id| count(&told[0], id)), ["1-4", "1-4"]);
    assert_eq!(count(&told[1], "z"), "1-8");
}

#[test]
fn what_is_about_so_many_is_so_when_it_is_hidden() {
    let base = staff("x: { unit: a, count: ca. 1 }, y: { unit: a, count: ca. 1 }");
    let revision = staff("z: { unit: a, count: ca. 2, previously: [x, y] }");
    let told = hidden(&base, &[&revision]);
    assert_eq!(["x", "y"].map(|id| count(&told[0], id)), ["1-4", "1-4"]);
    assert_eq!(count(&told[1], "z"), "ca. 1-8");
}

#[test]
fn a_second_proposal_that_divides_a_group_alike_hides_no_more_of_it() {
    let base = staff("x: { unit: a, count: 6 }");
    let divided = || staff("x: { unit: a, count: 3 }, y: { unit: b, count: 3, previously: [x] }");
    let (one, other) = (divided(), divided());
    let told = hidden(&base, &[&one]);
    assert_eq!(count(&told[0], "x"), "2-8");
    let told = hidden(&base, &[&one, &other]);
    assert_eq!(count(&told[0], "x"), "2-8");
}

/// Of two to eight, six left would tell that no more than two have ended.
#[test]
fn what_another_proposal_hides_of_a_group_does_not_bare_what_this_one_leaves() {
    let base = staff("x: { unit: a, count: 8 }");
    let divided = staff("x: { unit: a, count: 4 }, y: { unit: b, count: 4, previously: [x] }");
    let fewer = reduced("x: { unit: a, count: 6 }", "x: { by: 2 }");
    let told = hidden(&base, &[&divided, &fewer]);
    assert_eq!(count(&told[0], "x"), "2-8");
    assert_eq!(count(&told[2], "x"), "1-7");
    assert_eq!(ended(&told[2], "x"), "1-4");
}
