//! What is written reads back the same, and is written the same again.

mod events;
mod hearings;
mod values;

use std::sync::LazyLock;

use indexmap::IndexMap;
use proptest::prelude::*;
use rokade_core::entry::{Entries, Event, Header, Patch, Proposal, Section};
use rokade_core::ids::Id;
use rokade_core::span::Entry;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value as Json};

use super::{load_yaml, proposals};
use crate::{schema, write_chart, write_proposal};

/// Entries without the places they stood at.
fn without_places(mut entries: Entries) -> Entries {
    entries.keys.clear();
    entries.nested.clear();
    macro_rules! forget {
        ($($section:ident)*) => {$(
            for entry in entries.$section.values_mut() {
                entry.origin = None;
            }
        )*};
    }
    forget!(sites units staff functions target_groups co_locations interfaces competences bodies
        premises open commitments);
    entries
}

/// A proposal without the places its parts stood at.
fn unplaced(mut proposal: Proposal) -> Proposal {
    proposal.own = without_places(proposal.own);
    for event in &mut proposal.events {
        *event = Event::computed(event.entry.clone());
    }
    for patch in &mut proposal.set {
        patch.origin = None;
    }
    proposal
}

/// Asserts that a chart reads back as it was, and gives what is written of it.
#[track_caller]
fn chart_reads_back(entries: &Entries) -> String {
    let text = write_chart(entries);
    let loaded = load_yaml(&text);
    assert!(loaded.complete, "{text}");
    assert_eq!(
        without_places(loaded.entries.clone()),
        without_places(entries.clone()),
        "{text}"
    );
    assert_eq!(write_chart(&loaded.entries), text);
    text
}

/// Asserts that a proposal reads back as it was, and gives what is written of it.
#[track_caller]
fn proposal_reads_back(proposal: &Proposal) -> String {
    let text = write_proposal(proposal);
    let loaded = proposals::load_text(&text);
    assert!(loaded.complete, "{text}");
    let read = unplaced(loaded.proposal.clone());
    let written = unplaced(proposal.clone());
    // Part by part first: the whole is too long to read.
    for (read, written) in read.set.iter().zip(&written.set) {
        assert_eq!(read, written, "{text}");
    }
    for (read, written) in read.events.iter().zip(&written.events) {
        assert_eq!(read, written, "{text}");
    }
    assert_eq!(read, written, "{text}");
    assert_eq!(write_proposal(&loaded.proposal), text);
    text
}

/// Asserts that the published schema takes what is written, read as any reader of YAML does.
#[track_caller]
fn holds_to_schema(text: &str) {
    static SCHEMA: LazyLock<jsonschema::Validator> =
        LazyLock::new(|| jsonschema::validator_for(&schema()).expect("is a schema"));
    let value: Json = serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let errors: Vec<String> = SCHEMA
        .iter_errors(&value)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{errors:#?}\n{text}");
}

fn read<T: DeserializeOwned>(value: &Json) -> T {
    let read = serde_json::from_value(value.clone());
    read.unwrap_or_else(|error| panic!("{error}: {value}"))
}

/// A section of entities that may hold their ids.
fn section<K: Id, V: DeserializeOwned>(of: &IndexMap<String, Json>, listed: bool) -> Section<K, V> {
    let entity = |(id, value): (&String, &Json)| {
        let mut value = value.clone();
        if listed {
            value["id"] = id.as_str().into();
        }
        let id = K::parse(id).expect("an id");
        (id, Entry::computed(read(&value)))
    };
    of.iter().map(entity).collect()
}

fn header_of(header: &Json) -> Header {
    Header {
        organization: header.get("organization").map(read),
        title: header.get("title").map(read),
        as_of: header.get("as_of").map(read),
        allow: header.get("allow").map(read).unwrap_or_default(),
    }
}

/// A few entities of every section.
type Sections = IndexMap<&'static str, IndexMap<String, Json>>;

fn sections() -> BoxedStrategy<Sections> {
    let section = |(key, values)| {
        prop::collection::btree_map(values::an_id(), values, 0..3)
            .prop_map(move |entities| (key, entities.into_iter().collect()))
    };
    let sections: Vec<_> = values::sections().into_iter().map(section).collect();
    sections
        .prop_map(|sections: Vec<(&'static str, IndexMap<String, Json>)>| {
            sections.into_iter().collect()
        })
        .boxed()
}

fn charts() -> BoxedStrategy<Entries> {
    (
        values::header(),
        sections(),
        values::ended(),
        values::process(),
    )
        .prop_map(|(header, sections, ended, process)| Entries {
            header: header_of(&header),
            sites: section(&sections["sites"], false),
            units: section(&sections["units"], false),
            staff: section(&sections["staff"], false),
            functions: section(&sections["functions"], false),
            target_groups: section(&sections["target_groups"], false),
            co_locations: section(&sections["co_locations"], true),
            interfaces: section(&sections["interfaces"], true),
            competences: section(&sections["competences"], false),
            bodies: section(&sections["bodies"], false),
            premises: section(&sections["premises"], true),
            open: section(&sections["open"], true),
            ended: read(&ended),
            commitments: section(&sections["commitments"], true),
            process: read(&process),
            ..Entries::default()
        })
        .boxed()
}

/// What `set` says: entities as their own types write them, where some keys are removed.
fn sets() -> BoxedStrategy<Vec<Patch>> {
    let removed = prop::collection::vec(
        prop::option::weighted(0.3, any::<prop::sample::Index>()),
        24,
    );
    let whole = prop::option::weighted(0.2, values::process());
    (charts(), removed, whole)
        .prop_map(|(chart, removed, whole)| {
            let mut removed = removed.into_iter().cycle();
            let mut set = Vec::new();
            macro_rules! patches {
                ($($section:ident)*) => {$(
                    for (id, entry) in &chart.$section {
                        let mut value = serde_json::to_value(&entry.value).expect("plain data");
                        let keys = value.as_object_mut().expect("a map of keys");
                        keys.shift_remove("id");
                        match removed.next().flatten() {
                            Some(_) if keys.is_empty() => value = Json::Null,
                            Some(key) => {
                                let key = key.index(keys.len());
                                if let Some(value) = keys.values_mut().nth(key) {
 *value = Json::Null;
}
                            }
                            None => {}
                        }
                        set.push(Patch {
                            key: stringify!($section),
                            id: Some(id.subject().id),
                            value,
                            origin: None,
                        });
                    }
                )*};
            }
            patches!(sites units staff functions target_groups co_locations interfaces competences
                bodies premises open commitments);
            if let Some(mut process) = whole {
                by_id(&mut process);
                set.push(Patch {
                    key: "process",
                    id: None,
                    value: process,
                    origin: None,
                });
            }
            set
        })
        .boxed()
}

/// Steps as a map by id, as a patch has them, and in it what their own type writes.
fn by_id(process: &mut Json) {
    let read: rokade_core::entry::Process = read(process);
    *process = serde_json::to_value(&read).expect("plain data");
    if let Some(Json::Array(steps)) = process.get("steps").cloned() {
        let step = |mut step: Json| {
            let id = step.as_object_mut()?.shift_remove("id")?;
            Some((id.as_str()?.to_owned(), step))
        };
        let steps: Map<String, Json> = steps.into_iter().filter_map(step).collect();
        process["steps"] = Json::Object(steps);
    }
}

fn proposals_of_any_kind() -> BoxedStrategy<Proposal> {
    (
        prop::option::of(values::words()),
        events::events(),
        sets(),
        values::header(),
        (values::ended(), values::process(), sections()),
    )
        .prop_map(|(base, events, set, header, (ended, process, sections))| {
            let events: Vec<Json> = read(&events);
            Proposal {
                base,
                events: events.iter().map(|e| Event::computed(read(e))).collect(),
                set,
                own: Entries {
                    header: header_of(&header),
                    ended: read(&ended),
                    process: read(&process),
                    commitments: section(&sections["commitments"], true),
                    ..Entries::default()
                },
            }
        })
        .boxed()
}

proptest! {
    // Each case has entities of every section with most of their keys.
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_chart(chart in charts()) {
        holds_to_schema(&chart_reads_back(&chart));
    }

    #[test]
    fn any_proposal(proposal in proposals_of_any_kind()) {
        proposal_reads_back(&proposal);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text(title in values::words(), name in values::words()) {
        let mut chart = Entries::default();
        chart.header.title = Some(title.clone());
        let mut unit = rokade_core::entry::UnitEntry {
            name: Some(name.clone().into()),
            ..Default::default()
        };
        unit.also = vec![title, name];
        chart.units.insert(Id::parse("a").expect("an id"), Entry::computed(unit));
        let text = chart_reads_back(&chart);
        let unseen = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
        prop_assert!(!text.contains(unseen), "{text}");
        // What YAML's own readers make of it is the same.
        let oracle: Json = serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        let unit = &chart.units.values().next().expect("one unit").value;
        prop_assert_eq!(oracle["title"].as_str(), chart.header.title.as_deref());
        prop_assert_eq!(oracle["units"]["a"]["name"].as_str(), unit.name.as_deref());
    }
}

#[test]
fn the_chart_of_the_format_s_description() {
    let text = chart_reads_back(&load_yaml(super::CHART).entries);
    assert_written(&text, include_str!("chart.yaml"));
}

#[test]
fn the_proposal_of_the_format_s_description() {
    let proposal = proposals::load_text(proposals::PROPOSAL).proposal;
    let text = proposal_reads_back(&proposal);
    holds_to_schema(&text);
    assert_written(&text, include_str!("proposal.yaml"));
}

#[track_caller]
fn assert_written(text: &str, expected: &str) {
    assert!(text == expected, "{text}");
}
