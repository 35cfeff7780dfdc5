//! Writing charts, proposals and hearings as YAML that a person can read and edit, and that reads back
//! the same.
//!
//! Here is the order of what is written. How it is laid out is `layout`'s, and what needs
//! quotes `scalar`'s. Where things stood before is not written.

mod layout;
mod scalar;

use indexmap::IndexMap;
use rokade_core::entry::{
    Entries, Establish, EventEntry, Header, Hearing, Patch, Process, Proposal, Section,
};
use rokade_core::ids::Id;
use serde::Serialize;
use serde_json::{Map, Value as Json};

use layout::Layout;

/// A chart as one YAML file.
pub fn write_chart(chart: &Entries) -> String {
    let mut layout = Layout::default();
    version(&mut layout);
    header(&mut layout, &chart.header);
    by_id(&mut layout, "sites", &chart.sites);
    by_id(&mut layout, "units", &chart.units);
    by_id(&mut layout, "staff", &chart.staff);
    by_id(&mut layout, "functions", &chart.functions);
    by_id(&mut layout, "target_groups", &chart.target_groups);
    listed(&mut layout, "co_locations", &chart.co_locations);
    listed(&mut layout, "interfaces", &chart.interfaces);
    by_id(&mut layout, "competences", &chart.competences);
    by_id(&mut layout, "bodies", &chart.bodies);
    listed(&mut layout, "premises", &chart.premises);
    listed(&mut layout, "open", &chart.open);
    what_follows(&mut layout, chart);
    layout.finish()
}

/// A proposal as a YAML file: an event a line where it fits, then `set` and what else it says.
pub fn write_proposal(proposal: &Proposal) -> String {
    let mut layout = Layout::default();
    version(&mut layout);
    if let Some(base) = &proposal.base {
        layout.key("base", &json(base));
    }
    header(&mut layout, &proposal.own.header);
    if !proposal.events.is_empty() {
        layout.section("events");
        for event in &proposal.events {
            layout.event(&event_as_written(&event.entry));
        }
    }
    if !proposal.set.is_empty() {
        layout.section("set");
        for (key, value) in &set_as_written(&proposal.set) {
            layout.entity(key, value);
        }
    }
    what_follows(&mut layout, &proposal.own);
    layout.finish()
}

/// A hearing as a YAML file: a response below the other, and each of its points on lines of its
/// own, to be read and edited.
pub fn write_hearing(hearing: &Hearing) -> String {
    let mut layout = Layout::default();
    version(&mut layout);
    if hearing.proposal.is_none() && hearing.responses.is_empty() {
        layout.key("hearing", &Json::Object(Map::new()));
        return layout.finish();
    }
    layout.section("hearing");
    if let Some(proposal) = &hearing.proposal {
        layout.entity("proposal", &json(proposal));
    }
    if !hearing.responses.is_empty() {
        let responses = hearing.responses.iter().map(|(id, response)| {
            let mut keys = Map::from_iter([("id".to_owned(), id.as_str().into())]);
            if let Json::Object(own) = json(&response.value) {
                keys.extend(own.into_iter().filter(|(key, _)| key != "id"));
            }
            Json::Object(keys)
        });
        layout.in_full("responses", &responses.collect::<Vec<_>>(), "points", 2);
    }
    layout.finish()
}

fn version(layout: &mut Layout) {
    layout.key("rokade", &Json::from(1));
}

fn header(layout: &mut Layout, header: &Header) {
    let Header {
        organization,
        title,
        as_of,
        allow,
    } = header;
    if let Some(organization) = organization {
        layout.key("organization", &json(organization));
    }
    if let Some(title) = title {
        layout.key("title", &json(title));
    }
    if let Some(as_of) = as_of {
        layout.key("as_of", &json(as_of));
    }
    if !allow.is_empty() {
        layout.key("allow", &json(allow));
    }
}

/// What a chart and a proposal both may say of how it comes about.
fn what_follows(layout: &mut Layout, entries: &Entries) {
    map(layout, "ended", &json(&entries.ended));
    listed(layout, "commitments", &entries.commitments);
    if entries.process != Process::default() {
        map(layout, "process", &json(&entries.process));
    }
}

/// A section whose entities stand under their ids.
fn by_id<K: Id, V: Serialize>(layout: &mut Layout, key: &str, section: &Section<K, V>) {
    if section.is_empty() {
        return;
    }
    layout.section(key);
    for (id, entry) in section {
        layout.entity(id.as_str(), &json(&entry.value));
    }
}

/// A section whose entities hold their ids.
fn listed<K: Id, V: Serialize>(layout: &mut Layout, key: &str, section: &Section<K, V>) {
    if section.is_empty() {
        return;
    }
    layout.section(key);
    for (id, entry) in section {
        let mut entity = Map::from_iter([("id".to_owned(), id.as_str().into())]);
        if let Json::Object(mut keys) = json(&entry.value) {
            keys.shift_remove("id");
            entity.extend(keys);
        }
        layout.item(&Json::Object(entity));
    }
}

/// A section that is a map of other things than entities.
fn map(layout: &mut Layout, key: &str, value: &Json) {
    if let Json::Object(keys) = value
        && !keys.is_empty()
    {
        layout.section(key);
        for (key, value) in keys {
            layout.entity(key, value);
        }
    }
}

/// An event with the keys of what it founds in the order that its section has them.
fn event_as_written(event: &EventEntry) -> Json {
    let mut written = json(event);
    let Some(Json::Object(founded)) = written.get_mut("establish") else {
        return written;
    };
    let named_by = ["unit", "function", "target_group", "site"];
    if let Some(named_by) = named_by.into_iter().find(|&key| founded.contains_key(key)) {
        let first = std::iter::once(named_by).chain(Establish::keys_of(named_by).iter().copied());
        let mut ordered: Map<String, Json> = first
            .filter_map(|key| founded.shift_remove_entry(key))
            .collect();
        ordered.append(founded);
        *founded = ordered;
    }
    written
}

/// The parts of a patch, as the one map that it is in a file.
fn set_as_written(set: &[Patch]) -> Map<String, Json> {
    let mut sections: IndexMap<&str, Json> = IndexMap::new();
    for patch in set {
        let section = sections.entry(patch.key);
        match &patch.id {
            None => *section.or_insert(Json::Null) = patch.value.clone(),
            Some(id) => {
                let section = section.or_insert_with(|| Json::Object(Map::new()));
                if let Json::Object(entities) = section {
                    entities.insert(id.to_string(), patch.value.clone());
                }
            }
        }
    }
    sections
        .into_iter()
        .map(|(key, value)| (key.to_owned(), value))
        .collect()
}

/// The types of the format have string keys and no numbers that JSON cannot hold, so they can
/// all be written.
fn json(value: &impl Serialize) -> Json {
    serde_json::to_value(value).unwrap_or(Json::Null)
}
