//! Events of every kind, for what is written.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::strategy::Union;
use rokade_core::entry::{EventEntry, Recruit};
use serde_json::Value as Json;

use super::values::{
    Values, all_keys, allow, amount, an_id, date, id, keys, list, map, of_function, of_site,
    of_staff, of_target_group, of_unit, or_id, text,
};

/// Every action, under its key.
fn actions() -> Vec<(&'static str, Values)> {
    let mut actions = of_first_actions();
    actions.extend(of_other_actions());
    actions
}

fn of_first_actions() -> Vec<(&'static str, Values)> {
    let founded = [
        ("unit", of_unit()),
        ("site", of_site()),
        ("function", of_function()),
        ("target_group", of_target_group()),
    ];
    let founded = founded.map(|(named_by, of_kind)| {
        (id(), keys(of_kind)).prop_map(move |(id, mut entity)| {
            entity[named_by] = id;
            entity
        })
    });
    let founded = Union::new(founded);
    vec![
        ("establish", founded.boxed()),
        (
            "move",
            keys(vec![
                ("staff", id()),
                ("function", id()),
                ("unit", id()),
                ("count", amount()),
                ("from", id()),
                ("to", or_id("undecided")),
                ("site", or_id("undecided")),
                ("as", id()),
                ("for", list(id())),
                ("at", list(id())),
                ("cases", amount()),
                ("because", text()),
            ]),
        ),
        (
            "relocate",
            keys(vec![
                ("unit", id()),
                ("staff", id()),
                ("to", or_id("undecided")),
                ("because", text()),
            ]),
        ),
        (
            "assign",
            keys(vec![
                ("staff", id()),
                ("performs", list(id())),
                ("for", list(id())),
                ("reports_to", id()),
                ("professional_lead", id()),
                ("because", text()),
            ]),
        ),
    ]
}

fn of_other_actions() -> Vec<(&'static str, Values)> {
    let mut recruited = of_staff();
    recruited.extend([("staff", id()), ("because", text())]);
    let part = keys(vec![
        ("id", id()),
        ("name", text()),
        ("parent", or_id("undecided")),
        ("type", text()),
        ("site", or_id("undecided")),
        ("head", id()),
        ("staff", map(an_id(), amount())),
        ("functions", list(id())),
        ("units", list(id())),
    ]);
    let renamed = [
        "unit",
        "staff",
        "function",
        "site",
        "target_group",
        "co_location",
        "interface",
        "competence",
        "body",
        "premise",
        "open",
        "commitment",
        "step",
        "id",
    ];
    let named = [("name", text()), ("because", text())];
    vec![
        (
            "merge",
            keys(vec![
                ("units", list(id())),
                ("target_groups", list(id())),
                ("functions", list(id())),
                ("into", id()),
                ("name", text()),
                ("parent", or_id("undecided")),
                ("site", or_id("undecided")),
                ("head", or_id("vacant")),
                ("because", text()),
            ]),
        ),
        (
            "split",
            keys(vec![
                ("unit", id()),
                ("into", list(part)),
                ("because", text()),
            ]),
        ),
        (
            "rename",
            keys(
                renamed
                    .map(|key| (key, id()))
                    .into_iter()
                    .chain(named)
                    .collect(),
            ),
        ),
        (
            "appoint",
            keys(vec![
                ("unit", id()),
                ("head", or_id("none")),
                ("because", text()),
            ]),
        ),
        ("recruit", all_keys::<Recruit>(&[], recruited)),
        (
            "reduce",
            keys(vec![("staff", id()), ("by", amount()), ("because", text())]),
        ),
        (
            "discontinue",
            keys(vec![
                ("function", id()),
                ("target_group", id()),
                ("at", list(id())),
                ("because", text()),
            ]),
        ),
        (
            "close",
            keys(vec![("unit", id()), ("site", id()), ("because", text())]),
        ),
    ]
}

/// Events with one action each, of which few could be applied.
pub(super) fn events() -> Values {
    let beside = all_keys::<EventEntry>(
        &actions().iter().map(|(key, _)| *key).collect::<Vec<_>>(),
        vec![
            ("id", id()),
            ("because", text()),
            ("date", date()),
            ("allow", allow()),
        ],
    );
    let action = Union::new(
        actions()
            .into_iter()
            .map(|(key, value)| value.prop_map(move |value| (key, value)).boxed()),
    );
    let event = (beside, action).prop_map(|(mut beside, (key, action))| {
        beside[key] = action;
        beside
    });
    prop::collection::vec(event, 0..6)
        .prop_map(|mut events| {
            // Two events of one id are a fault, and the second loses it.
            let mut seen = BTreeSet::new();
            for event in events.iter_mut().filter_map(Json::as_object_mut) {
                if event
                    .get("id")
                    .is_some_and(|id| !seen.insert(id.to_string()))
                {
                    event.remove("id");
                }
            }
            Json::Array(events)
        })
        .boxed()
}
