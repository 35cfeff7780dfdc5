//! `set`: a JSON Merge Patch (RFC 7396) over the result, entity by entity.
//!
//! A list whose entries have ids counts as a map by id. What a patch makes unreadable is left
//! as it was, with a fault; a loaded one does not.

use rokade_core::entry::{
    BodyEntry, CoLocationEntry, CommitmentEntry, CompetenceEntry, Ended, FunctionEntry,
    InterfaceEntry, OpenEntry, Patch, PremiseEntry, Process, SiteEntry, StaffEntry,
    TargetGroupEntry, UnitEntry,
};
use rokade_core::expected::Expected;
use rokade_core::fault::{Expectation, Fault, FaultKind, FaultPlace, Found};
use rokade_core::ids::{Id, Subject};
use rokade_core::span::{PathStep, Place, Span};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value as Json};

use super::state::State;
use super::thing::{Thing, for_every_thing};

impl State {
    /// Does what a patch says; whether it could.
    pub(super) fn patch(&mut self, patch: &Patch) -> bool {
        let is_done = match &patch.id {
            Some(id) => self.patch_entity(patch, id),
            None => self.patch_key(patch),
        };
        if is_done.is_none() {
            self.faults.push(unreadable(patch));
        }
        is_done.is_some()
    }

    fn patch_entity(&mut self, patch: &Patch, id: &str) -> Option<()> {
        macro_rules! run {
            ($($kind:ty),*) => {
                match patch.key {
                    $(key if key == <$kind as Thing>::Id::KIND.section() => {
                        self.patch_as::<$kind>(id, &patch.value)
                    })*
                    _ => None,
                }
            };
        }
        for_every_thing!(run)
    }

    fn patch_as<T: Thing>(&mut self, id: &str, value: &Json) -> Option<()> {
        let id = T::Id::parse(id).ok()?;
        self.name(id.subject());
        if value.is_null() {
            self.remove::<T>(id.as_str());
            return Some(());
        }
        let old = self.get::<T>(id.as_str()).cloned();
        let mut new: T = merged(old.as_ref(), value)?;
        new.hold_id(&id);
        // A whole entity in a file is asked for what it must have as it is read.
        if let Some((kind, key)) = new.lack() {
            self.faults.push(lacking(kind, id.subject(), &[key]));
        }
        if let Some(said) = merged::<T>(None, value) {
            self.name_all(&said);
        }
        if old.is_some() {
            self.edit::<T>(id.as_str(), |entry| *entry = new);
        } else {
            self.make::<T>(id, new);
        }
        Some(())
    }

    fn patch_key(&mut self, patch: &Patch) -> Option<()> {
        let header = &mut self.entries.header;
        let value = &patch.value;
        let field = match patch.key {
            "title" => {
                header.title = whole(value)?;
                "title"
            }
            "as_of" => {
                header.as_of = whole(value)?;
                "as_of"
            }
            "organization" => {
                header.organization = if value.is_null() {
                    None
                } else {
                    Some(merged(header.organization.as_ref(), value)?)
                };
                "organization"
            }
            "allow" => {
                header.allow = whole::<Vec<_>>(value)?.unwrap_or_default();
                "allow"
            }
            "ended" => return self.patch_ended(patch),
            "process" => return self.patch_process(patch),
            // A whole section: each of its entities by itself.
            key => return self.patch_section(key, value),
        };
        self.wrote(Subject::chart(), field);
        Some(())
    }

    fn patch_section(&mut self, key: &str, value: &Json) -> Option<()> {
        macro_rules! run {
            ($($kind:ty),*) => {
                match key {
                    $(key if key == <$kind as Thing>::Id::KIND.section() => {
                        for (id, value) in by_id(value)? {
                            self.patch_as::<$kind>(&id, &value)?;
                        }
                        // Only a null that stands for the section takes all of it out.
                        if value.is_null() {
                            let section = <$kind as Thing>::section(&self.entries);
                            let ids: Vec<_> = section.keys().cloned().collect();
                            for id in ids {
                                self.remove::<$kind>(id.as_str());
                            }
                        }
                        Some(())
                    })*
                    _ => None,
                }
            };
        }
        for_every_thing!(run)
    }

    fn patch_ended(&mut self, patch: &Patch) -> Option<()> {
        let value = &patch.value;
        let old = self.entries.ended.clone();
        let new = if value.is_null() {
            Ended::default()
        } else {
            merged(Some(&old), value)?
        };
        macro_rules! changed {
            ($($section:ident),*) => {$(
                for (id, entry) in &new.$section {
                    if old.$section.get(id) != Some(entry) {
                        self.wrote(id.subject(), "");
                        if let Some(origin) = patch.origin {
                            self.entries.nested.insert(id.subject(), origin);
                        }
                    }
                }
                for id in old.$section.keys() {
                    if !new.$section.contains_key(id) {
                        self.wrote(id.subject(), "");
                        self.entries.nested.shift_remove(&id.subject());
                    }
                }
            )*};
        }
        changed!(units, sites, functions, target_groups, staff);
        self.entries.ended = new;
        Some(())
    }

    fn patch_process(&mut self, patch: &Patch) -> Option<()> {
        let value = &patch.value;
        if let Some(origin) = patch.origin {
            self.entries.keys.insert(patch.key.to_owned(), origin);
        }
        let old = self.entries.process.clone();
        let new = if value.is_null() {
            Process::default()
        } else {
            let mut process = serde_json::to_value(&old).ok()?;
            merge(&mut process, value);
            // Where there was no step, the list is still the map that the patch has.
            if let Some(steps) = process.get_mut("steps").filter(|steps| steps.is_object()) {
                *steps = with_ids(by_id(steps)?);
            }
            serde_json::from_value(process).ok()?
        };
        self.name_all(&new);
        for (is_changed, field) in [
            (new.decision != old.decision, "decision"),
            (new.effective != old.effective, "effective"),
            (new.clarified_by != old.clarified_by, "clarified_by"),
        ] {
            if is_changed {
                self.wrote(Subject::chart(), field);
            }
        }
        for step in new.steps.iter().filter(|step| !old.steps.contains(step)) {
            if let Some(id) = &step.id {
                self.wrote(id.subject(), "");
                if step.kind.is_none() {
                    let kind = FaultKind::Missing { key: "kind" };
                    let place = ["process", "steps"];
                    self.faults.push(lacking(kind, Subject::chart(), &place));
                }
            }
        }
        for step in old.steps.iter().filter(|step| !new.steps.contains(step)) {
            if let Some(id) = &step.id {
                self.wrote(id.subject(), "");
            }
        }
        self.entries.process = new;
        Some(())
    }
}

/// A value in place of another; null is none.
#[expect(clippy::option_option, reason = "unreadable, none, or a value")]
fn whole<T: DeserializeOwned>(value: &Json) -> Option<Option<T>> {
    serde_json::from_value(value.clone()).ok()
}

/// What a patch makes of a value.
fn merged<T: Serialize + DeserializeOwned>(old: Option<&T>, patch: &Json) -> Option<T> {
    let mut value = match old {
        Some(old) => serde_json::to_value(old).ok()?,
        None => Json::Object(Map::new()),
    };
    merge(&mut value, patch);
    serde_json::from_value(value).ok()
}

/// RFC 7396, where a list whose entries have ids counts as a map by id.
fn merge(target: &mut Json, patch: &Json) {
    let listed = ids_of(target).is_some();
    let as_map = match (patch, listed) {
        (Json::Object(_), _) => None,
        (Json::Array(_), true) => ids_of(patch).map(|_| by_id(patch).unwrap_or_default()),
        _ => {
            *target = patch.clone();
            return;
        }
    };
    let entries = match (as_map, patch) {
        (Some(map), _) => map,
        (None, Json::Object(map)) => map.clone(),
        _ => {
            *target = patch.clone();
            return;
        }
    };
    if listed {
        let mut map = by_id(target).unwrap_or_default();
        merge_map(&mut map, &entries);
        *target = with_ids(map);
        return;
    }
    if !target.is_object() {
        *target = Json::Object(Map::new());
    }
    if let Json::Object(map) = target {
        merge_map(map, &entries);
    }
}

fn merge_map(target: &mut Map<String, Json>, patch: &Map<String, Json>) {
    for (key, value) in patch {
        if value.is_null() {
            target.shift_remove(key);
        } else {
            merge(target.entry(key.clone()).or_insert(Json::Null), value);
        }
    }
}

/// A map by id as the list that holds the ids itself.
fn with_ids(map: Map<String, Json>) -> Json {
    let entries = map.into_iter().map(|(id, mut entry)| {
        if let Json::Object(fields) = &mut entry {
            fields.insert("id".to_owned(), Json::String(id));
        }
        entry
    });
    Json::Array(entries.collect())
}

/// The ids of a list whose entries all have one.
fn ids_of(value: &Json) -> Option<Vec<&str>> {
    let list = value.as_array().filter(|list| !list.is_empty())?;
    list.iter().map(|entry| entry.get("id")?.as_str()).collect()
}

/// A list of entries with ids as a map; a map as it is; null as an empty one.
fn by_id(value: &Json) -> Option<Map<String, Json>> {
    match value {
        Json::Null => Some(Map::new()),
        Json::Object(map) => Some(map.clone()),
        Json::Array(_) => {
            let ids = ids_of(value)?;
            let ids = ids.into_iter().map(str::to_owned);
            Some(ids.zip(value.as_array()?.iter().cloned()).collect())
        }
        _ => None,
    }
}

/// What a patched thing must have and has not, at the key that would be it.
fn lacking(kind: FaultKind, subject: Subject, path: &[&str]) -> Fault {
    Fault {
        kind,
        at: FaultPlace::Place(Place {
            subject: subject.clone(),
            path: path.iter().copied().map(PathStep::from).collect(),
        }),
        subject: Some(subject),
    }
}

fn unreadable(patch: &Patch) -> Fault {
    let at = match patch.origin {
        Some(origin) => {
            let range = origin.start as usize..origin.end as usize;
            FaultPlace::Span(Span::new(origin.source, range))
        }
        None => FaultPlace::Place(Place {
            subject: Subject::chart(),
            path: vec![PathStep::from("set")],
        }),
    };
    Fault {
        kind: FaultKind::WrongType {
            key: Some(patch.id.as_deref().unwrap_or(patch.key).to_owned()),
            found: match &patch.value {
                Json::Null => Found::Nothing,
                Json::Object(_) => Found::Map,
                Json::Array(_) => Found::List,
                other => Found::Text(other.to_string()),
            },
            expected: Expectation::Shape(Expected::Map),
            nearest: None,
        },
        at,
        subject: None,
    }
}
