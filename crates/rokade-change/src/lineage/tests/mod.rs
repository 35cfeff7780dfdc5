//! Each pass on both sides of its thresholds.

mod contents;
mod ids;
mod names;

use indexmap::IndexMap;
use rokade_core::chart::Chart;
use rokade_core::entry::{Entries, Header, Section};
use rokade_core::ids::Id;
use rokade_core::span::Entry;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::pairs::{Both, SIDES};
use super::{Lineage, Tracks};

fn section<K, V>(json: &Value) -> Section<K, V>
where
    K: DeserializeOwned + std::hash::Hash + Eq,
    V: DeserializeOwned,
{
    let plain: IndexMap<K, V> = match json {
        Value::Null => IndexMap::new(),
        json => serde_json::from_value(json.clone()).expect("entries"),
    };
    let entries = plain.into_iter();
    entries
        .map(|(id, value)| (id, Entry::computed(value)))
        .collect()
}

/// A chart of sections, as a file has them.
fn chart(json: &Value) -> Chart {
    let header = Header {
        as_of: json["as_of"].as_str().and_then(|date| date.parse().ok()),
        ..Header::default()
    };
    let ended = match &json["ended"] {
        Value::Null => json!({}),
        ended => ended.clone(),
    };
    let (chart, faults) = Chart::build(Entries {
        header,
        sites: section(&json["sites"]),
        units: section(&json["units"]),
        staff: section(&json["staff"]),
        functions: section(&json["functions"]),
        target_groups: section(&json["target_groups"]),
        ended: serde_json::from_value(ended).expect("what has ended"),
        ..Entries::default()
    });
    assert_eq!(faults, []);
    chart
}

/// The pairs of one kind, each with how it was found; `part` where they are not the same thing.
fn told<I: Id>(tracks: &Tracks<I>) -> Vec<String> {
    let pairs = tracks.pairs().map(|(a, b)| {
        let evidence = tracks.evidence(a, b).map_or("", super::Evidence::name);
        let part = if tracks.is_same(a, b) { "" } else { ", part" };
        format!("{a} > {b} ({evidence}{part})")
    });
    pairs.collect()
}

/// Every pair but those of the same id.
fn found(base: &Value, revision: &Value) -> Vec<String> {
    let charts = Both {
        base: chart(base),
        revision: chart(revision),
    };
    let lineage = Lineage::new(&charts.base, &charts.revision);
    let all = [
        told(&lineage.sites),
        told(&lineage.groups),
        told(&lineage.units),
        told(&lineage.functions),
        told(&lineage.staff),
    ]
    .concat();
    mirrored(&charts, &lineage);
    all.into_iter()
        .filter(|pair| !pair.ends_with("(same-id)"))
        .collect()
}

/// Base and revision swapped are the mirror.
fn mirrored(charts: &Both<Chart>, there: &Lineage) {
    fn pairs<I: Id>(tracks: &Tracks<I>, back: bool) -> Vec<(String, String)> {
        let pairs = tracks.pairs();
        let mut pairs: Vec<(String, String)> = pairs
            .map(|(a, b)| {
                let (a, b) = if back { (b, a) } else { (a, b) };
                (a.to_string(), b.to_string())
            })
            .collect();
        pairs.sort();
        pairs
    }
    let back = Lineage::new(&charts.revision, &charts.base);
    assert_eq!(pairs(&there.sites, false), pairs(&back.sites, true));
    assert_eq!(pairs(&there.groups, false), pairs(&back.groups, true));
    assert_eq!(pairs(&there.units, false), pairs(&back.units, true));
    assert_eq!(pairs(&there.functions, false), pairs(&back.functions, true));
    assert_eq!(pairs(&there.staff, false), pairs(&back.staff, true));
}

#[test]
fn both_sides_are_two() {
    let both = Both {
        base: 1,
        revision: 2,
    };
    assert_eq!(SIDES.map(|side| *both.get(side)), [1, 2]);
}

#[test]
fn under_half_of_eight_shuts_the_gate() {
    let units = |prefix: &str, names: [&str; 8]| -> Value {
        let units = names.iter().enumerate();
        units
            .map(|(n, name)| (format!("{prefix}{n}x{n}"), json!({ "name": name })))
            .collect::<serde_json::Map<String, Value>>()
            .into()
    };
    let before = [
        "Havnen", "Kantinen", "Museet", "Skatten", "Plejen", "Vejen", "Skolen", "Voksne",
    ];
    let gate = |names: [&str; 8]| {
        let base = chart(&json!({ "units": units("a", before) }));
        let revision = chart(&json!({ "units": units("b", names) }));
        Lineage::new(&base, &revision).units.gate()
    };
    let three = [
        "Havnen", "Kantinen", "Museet", "Bo", "Ro", "Fo", "To", "Klo",
    ];
    assert_eq!(gate(three).followed, 3);
    assert!(gate(three).is_shut());
    let four = [
        "Havnen", "Kantinen", "Museet", "Skatten", "Ro", "Fo", "To", "Klo",
    ];
    assert_eq!(gate(four).followed, 4);
    assert!(!gate(four).is_shut());
}
