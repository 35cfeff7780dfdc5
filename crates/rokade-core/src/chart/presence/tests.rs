use indexmap::IndexMap;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::chart::{Chart, MemberRef, Presence};
use crate::entry::{Entries, Section};
use crate::ids::{FunctionId, Id, SiteId, StaffId, TargetGroupId, UnitId};
use crate::span::Entry;

fn section<K: Id + DeserializeOwned, V: DeserializeOwned>(
    chart: &Value,
    key: &str,
) -> Section<K, V> {
    let entries: IndexMap<K, V> = match chart.get(key) {
        None => IndexMap::new(),
        Some(section) => serde_json::from_value(section.clone()).unwrap(),
    };
    entries
        .into_iter()
        .map(|(id, value)| (id, Entry::computed(value)))
        .collect()
}

/// Two houses, a department with two units, two target groups, and what a test adds.
fn chart(more: &Value) -> Chart {
    let mut all = json!({
        "sites": { "house": {}, "centre": {}, "workshop": {} },
        "target_groups": { "refugees": {}, "others": {} },
        "units": {
            "department": {},
            "jobs": { "parent": "department", "site": "house" },
            "benefits": { "parent": "department", "site": "centre" },
        },
    });
    for (key, section) in more.as_object().unwrap() {
        all[key] = section.clone();
    }
    let entries = Entries {
        sites: section(&all, "sites"),
        units: section(&all, "units"),
        staff: section(&all, "staff"),
        functions: section(&all, "functions"),
        target_groups: section(&all, "target_groups"),
        ..Entries::default()
    };
    let (chart, faults) = Chart::build(entries);
    assert!(faults.is_empty(), "{faults:?}");
    chart
}

fn told(presence: &Presence<'_>) -> Vec<String> {
    presence
        .posts()
        .map(|(site, posts)| format!("{site:?} {posts}"))
        .collect()
}

fn function(chart: &Chart, groups: &[&str]) -> Vec<String> {
    let groups: Vec<_> = groups
        .iter()
        .map(|id| chart.group(&TargetGroupId::parse(id).unwrap()).unwrap())
        .collect();
    let function = chart.function(&FunctionId::parse("pay").unwrap()).unwrap();
    told(&function.presence(&groups))
}

fn unit(chart: &Chart, id: &str, groups: &[&str]) -> Vec<String> {
    let groups: Vec<_> = groups
        .iter()
        .map(|id| chart.group(&TargetGroupId::parse(id).unwrap()).unwrap())
        .collect();
    let unit = chart.unit(&UnitId::parse(id).unwrap()).unwrap();
    let presence = unit.presence(&groups);
    if groups.is_empty() {
        for site in chart.sites() {
            assert_eq!(unit.posts_at(site), presence.at(site));
            assert_eq!(unit.is_at(site), presence.is_at(site));
        }
    }
    told(&presence)
}

#[test]
fn a_function_is_met_where_filled_posts_under_the_responsible_unit_are() {
    let chart = chart(&json!({
        "functions": { "pay": { "responsible": "benefits" } },
        "staff": {
            "a": { "unit": "benefits", "count": 3, "performs": ["pay"] },
            "b": { "unit": "benefits", "count": 2, "site": "house", "performs": ["pay"] },
            "unfilled": { "unit": "benefits", "site": "house", "performs": ["pay"], "filled": false },
            "elsewhere": { "unit": "jobs", "count": 9, "performs": ["pay"] },
            "nowhere": { "site": "house", "count": 9, "performs": ["pay"] },
            "nobody": { "unit": "benefits", "site": "workshop", "count": 0, "performs": ["pay"] },
        },
    }));
    assert_eq!(function(&chart, &[]), ["centre 3", "house 2"]);
    assert_eq!(function(&chart, &["refugees"]), ["centre 3", "house 2"]);
}

#[test]
fn posts_below_the_responsible_unit_are_under_it() {
    let chart = chart(&json!({
        "functions": { "pay": { "responsible": "department" } },
        "staff": { "a": { "unit": "benefits", "performs": ["pay"] } },
    }));
    assert_eq!(function(&chart, &[]), ["centre 1"]);
}

#[test]
fn posts_of_an_undecided_unit_count_where_they_sit() {
    let chart = chart(&json!({
        "functions": { "pay": { "responsible": "benefits" } },
        "staff": {
            "a": { "unit": "undecided", "site": "house", "count": "2-3", "performs": ["pay"] },
            "b": { "unit": "undecided", "count": 4, "performs": ["pay"] },
        },
    }));
    assert_eq!(function(&chart, &[]), ["house 2-3"]);
}

#[test]
fn what_nobody_is_responsible_for_is_met_nowhere() {
    for responsible in [json!("undecided"), json!([])] {
        let chart = chart(&json!({
            "functions": { "pay": { "responsible": responsible } },
            "staff": {
                "a": { "unit": "benefits", "performs": ["pay"] },
                "b": { "unit": "undecided", "site": "house", "performs": ["pay"] },
            },
        }));
        assert!(function(&chart, &[]).is_empty());
    }
}

#[test]
fn for_anyone_takes_in_every_unit_that_is_responsible_for_somebody() {
    let chart = chart(&json!({
        "functions": { "pay": { "responsible": [
            { "unit": "benefits" },
            { "unit": "jobs", "for": ["refugees"] },
        ] } },
        "staff": {
            "general": { "unit": "benefits", "count": 20, "performs": ["pay"], "for": ["others"] },
            "anyone": { "unit": "benefits", "count": 3, "site": "workshop", "performs": ["pay"], "for": ["refugees", "others"] },
            "special": { "unit": "jobs", "count": 18, "performs": ["pay"], "for": ["refugees"] },
            "not-theirs": { "unit": "jobs", "count": 5, "site": "workshop", "performs": ["pay"], "for": ["others"] },
        },
    }));
    assert_eq!(
        function(&chart, &[]),
        ["centre 20", "house 18", "workshop 3"]
    );
    assert_eq!(function(&chart, &["refugees"]), ["house 18"]);
    assert_eq!(function(&chart, &["others"]), ["centre 20", "workshop 3"]);
    assert_eq!(
        function(&chart, &["refugees", "others"]),
        ["centre 20", "house 18", "workshop 3"]
    );
}

#[test]
fn the_most_specific_responsibility_decides_at_its_site() {
    let chart = chart(&json!({
        "functions": { "pay": { "responsible": [
            { "unit": "benefits" },
            { "unit": "jobs", "site": "house" },
        ] } },
        "staff": {
            "a": { "unit": "benefits", "count": 3, "performs": ["pay"] },
            "b": { "unit": "benefits", "count": 2, "site": "house", "performs": ["pay"] },
            "c": { "unit": "jobs", "count": 4, "performs": ["pay"] },
            "d": { "unit": "jobs", "count": 5, "site": "centre", "performs": ["pay"] },
        },
    }));
    assert_eq!(function(&chart, &[]), ["centre 3", "house 4"]);
}

#[test]
fn what_is_hosted_is_met_there_and_not_where_its_posts_are_based() {
    let hosted = |hosts: Value| {
        chart(&json!({
            "functions": { "pay": { "responsible": "jobs", "hosted_by": hosts } },
            "staff": { "a": { "unit": "jobs", "count": 4, "performs": ["pay"] } },
        }))
    };
    let one = hosted(json!([{ "unit": "benefits" }]));
    assert_eq!(function(&one, &["refugees"]), ["centre 4"]);
    let two = hosted(json!([{ "unit": "benefits" }, { "site": "workshop" }]));
    assert_eq!(function(&two, &[]), ["centre 0-4", "workshop 0-4"]);
    let pay = two.function(&FunctionId::parse("pay").unwrap()).unwrap();
    assert_eq!(pay.presence(&[]).total().to_string(), "4");
    // The department has no site: where it is done is not known.
    assert!(function(&hosted(json!([{ "unit": "department" }])), &[]).is_empty());
}

#[test]
fn posts_that_serve_two_of_the_groups_count_once() {
    let chart = chart(&json!({
        "functions": { "pay": { "responsible": "jobs", "hosted_by": [{ "site": "workshop" }] } },
        "staff": { "a": { "unit": "jobs", "count": 4, "performs": ["pay"] } },
    }));
    assert_eq!(function(&chart, &["refugees", "others"]), ["workshop 4"]);
}

#[test]
fn a_unit_is_where_its_posts_are_or_else_at_its_site() {
    let chart = chart(&json!({
        "functions": {},
        "staff": {
            "a": { "unit": "benefits", "count": 3, "site": "house", "for": ["refugees"] },
            "b": { "unit": "benefits", "site": "workshop", "for": ["others"], "filled": false },
            "c": { "unit": "jobs", "count": 2, "for": ["others"] },
        },
    }));
    assert_eq!(unit(&chart, "benefits", &[]), ["house 3", "workshop 1"]);
    assert_eq!(unit(&chart, "benefits", &["refugees"]), ["house 3"]);
    assert_eq!(
        unit(&chart, "department", &["others"]),
        ["house 2", "workshop 1"]
    );
    assert_eq!(unit(&chart, "jobs", &["refugees"]), ["house 0"]);
}

#[test]
fn joined_presences_count_shared_posts_once() {
    let chart = chart(&json!({
        "functions": { "pay": { "responsible": "benefits" } },
        "staff": {
            "a": { "unit": "benefits", "count": 3, "performs": ["pay"] },
            "b": { "unit": "benefits", "count": 2, "site": "house" },
        },
    }));
    let pay = chart.function(&FunctionId::parse("pay").unwrap()).unwrap();
    let benefits = chart.unit(&UnitId::parse("benefits").unwrap()).unwrap();
    let jobs = chart.unit(&UnitId::parse("jobs").unwrap()).unwrap();
    let mut all = pay.presence(&[]);
    all.join(&benefits.presence(&[]));
    all.join(&jobs.presence(&[]));
    assert_eq!(told(&all), ["centre 3", "house 2"]);
    assert_eq!(all.total().to_string(), "5");
    let b = chart.post(&StaffId::parse("b").unwrap()).unwrap();
    assert_eq!(told(&MemberRef::Staff(b).presence(&[])), ["house 2"]);
    let site = |id| chart.site(&SiteId::parse(id).unwrap()).unwrap();
    assert!(all.is_at(site("house")));
    assert!(!all.is_at(site("workshop")));
}
