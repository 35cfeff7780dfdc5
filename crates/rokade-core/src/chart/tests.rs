//! What views say of a small chart.

use indexmap::IndexMap;
use serde::de::DeserializeOwned;
use serde_json::{Value as Json, json};

use super::*;
use crate::entry::{Entries, Section};
use crate::ids::{FunctionId, Id, StaffId, UnitId};
use crate::span::Entry;

fn section<K: Id + DeserializeOwned, V: DeserializeOwned>(all: Json) -> Section<K, V> {
    let plain: IndexMap<K, V> = serde_json::from_value(all).unwrap();
    let entries = plain.into_iter();
    entries
        .map(|(id, value)| (id, Entry::computed(value)))
        .collect()
}

fn chart(units: Json, staff: Json, functions: Json) -> Chart {
    let (chart, faults) = Chart::build(Entries {
        units: section(units),
        staff: section(staff),
        functions: section(functions),
        sites: section(json!({ "hus": {} })),
        bodies: section(json!({ "med": {} })),
        process: serde_json::from_value(json!({ "steps": [{ "id": "start" }] })).unwrap(),
        ..Entries::default()
    });
    assert_eq!(faults, []);
    chart
}

fn unit<'c>(chart: &'c Chart, id: &str) -> UnitView<'c> {
    chart.unit(&UnitId::parse(id).unwrap()).unwrap()
}

fn post<'c>(chart: &'c Chart, id: &str) -> StaffView<'c> {
    chart.post(&StaffId::parse(id).unwrap()).unwrap()
}

#[test]
fn who_heads_a_unit_and_the_one_above_has_the_next_head_above() {
    let units = json!({
        "alle": { "head": "direktoer" },
        "afdeling": { "parent": "alle", "head": "chef" },
        "team": { "parent": "afdeling", "head": "chef" },
        "gruppe": { "parent": "team", "head": "none" },
    });
    let staff = json!({ "direktoer": { "unit": "alle" }, "chef": { "unit": "team" }, "medarbejder": { "unit": "gruppe" } });
    let chart = chart(units, staff, json!({}));
    let superior = |id: &str| post(&chart, id).superior();
    assert_eq!(
        superior("medarbejder"),
        Superior::Post(post(&chart, "chef"))
    );
    assert_eq!(superior("chef"), Superior::Post(post(&chart, "direktoer")));
    assert_eq!(superior("direktoer"), Superior::Top);
}

#[test]
fn a_unit_holds_what_it_is_itself_responsible_for() {
    let functions = json!({
        "a": { "responsible": "over" }, "b": { "responsible": "under" }, "c": { "responsible": "over" }, "d": {},
    });
    let units = json!({ "over": {}, "under": { "parent": "over" } });
    let chart = chart(units, json!({}), functions);
    let held = |id: &str| -> String {
        let unit = unit(&chart, id);
        let held = chart.functions().filter(|function| unit.holds(*function));
        held.map(|function| function.id().to_string()).collect()
    };
    assert_eq!(
        (held("over"), held("under")),
        ("ac".to_owned(), "b".to_owned())
    );
}

#[test]
fn a_post_has_a_place_among_all_and_no_other_place_has_one() {
    let chart = chart(json!({}), json!({ "one": {}, "two": {} }), json!({}));
    for post in chart.staff() {
        assert_eq!(StaffView::at(&chart, post.position()), Some(post));
    }
    assert_eq!(StaffView::at(&chart, 2), None);
}

#[test]
fn views_are_shown_to_developers_by_what_they_are_and_their_ids() {
    let chart = chart(
        json!({ "team": {} }),
        json!({ "leder": {} }),
        json!({ "ydelse": {} }),
    );
    let function = chart.function(&FunctionId::parse("ydelse").unwrap());
    let shown = [
        format!("{:?}", unit(&chart, "team")),
        format!("{:?}", post(&chart, "leder")),
        format!("{:?}", function.unwrap()),
        format!("{:?}", chart.bodies().next().unwrap()),
        format!("{:?}", chart.process().steps().next().unwrap()),
        format!("{:?}", chart.sites().next().unwrap()),
    ];
    assert_eq!(
        shown,
        [
            "unit team",
            "staff leder",
            "function ydelse",
            "body med",
            "step Some(StepId(\"start\"))",
            "hus"
        ]
    );
}
