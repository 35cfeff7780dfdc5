//! What is left between two charts, as a merge patch.

use indexmap::IndexMap;
use rokade_core::chart::Chart;
use rokade_core::entry::{Entries, Patch, Section};
use rokade_core::ids::Id;
use serde::Serialize;
use serde_json::{Map, Value as Json, json};

/// The patch that makes the revision of some entries: both in their plain form, which says where
/// they differ, and as they are, which says how it is written.
pub(super) fn between(
    now: &Entries,
    plain_now: &Entries,
    revision: &Chart,
    plain_revision: &Entries,
) -> Vec<Patch> {
    let target = revision.entries();
    let mut patches = Vec::new();
    macro_rules! sections {
        ($($section:ident),*) => {$(
            of_section(
                stringify!($section),
                &now.$section,
                &plain_now.$section,
                &plain_revision.$section,
                &target.$section,
                &mut patches,
            );
        )*};
    }
    for (key, before, after) in [
        (
            "organization",
            json!(now.header.organization),
            json!(target.header.organization),
        ),
        ("title", json!(now.header.title), json!(target.header.title)),
        ("as_of", json!(now.header.as_of), json!(target.header.as_of)),
    ] {
        if before != after {
            patches.push(patch(
                key,
                None,
                difference(&before, &before, &after, &after),
            ));
        }
    }
    sections!(
        sites,
        units,
        staff,
        functions,
        target_groups,
        co_locations,
        interfaces,
        competences,
        bodies,
        premises,
        open
    );
    of_key(
        "ended",
        &json!(plain_now.ended),
        &json!(plain_revision.ended),
        &json!(target.ended),
        &mut patches,
    );
    sections!(commitments);
    of_key(
        "process",
        &by_id(json!(plain_now.process)),
        &by_id(json!(plain_revision.process)),
        &by_id(json!(target.process)),
        &mut patches,
    );
    patches
}

fn patch(key: &'static str, id: Option<&str>, value: Json) -> Patch {
    Patch {
        key,
        id: id.map(Into::into),
        value,
        origin: None,
    }
}

fn of_section<I: Id, E: Serialize + PartialEq>(
    key: &'static str,
    stated: &Section<I, E>,
    now: &Section<I, E>,
    target: &Section<I, E>,
    written: &Section<I, E>,
    patches: &mut Vec<Patch>,
) {
    for id in now.keys().filter(|id| !target.contains_key(*id)) {
        patches.push(patch(key, Some(id.as_str()), Json::Null));
    }
    // In the order in which the revision is written.
    for (id, entry) in written {
        let Some(wanted) = target.get(id) else {
            continue;
        };
        let value = match now.get(id) {
            None => without_id(json!(entry.value)),
            Some(now) if now.value == wanted.value => continue,
            Some(now) => {
                let stated = stated
                    .get(id)
                    .map_or(Json::Null, |entry| json!(entry.value));
                let (now, wanted) = (json!(now.value), json!(wanted.value));
                difference(&stated, &now, &wanted, &json!(entry.value))
            }
        };
        patches.push(patch(key, Some(id.as_str()), value));
    }
}

fn of_key(key: &'static str, now: &Json, target: &Json, written: &Json, patches: &mut Vec<Patch>) {
    if now != target {
        patches.push(patch(key, None, difference(now, now, target, written)));
    }
}

/// The merge patch from one value to another, with values as they are written. What is stated
/// otherwise than as a map cannot be merged into, and is replaced.
fn difference(stated: &Json, now: &Json, target: &Json, written: &Json) -> Json {
    let (Json::Object(stated), Json::Object(now), Json::Object(target)) = (stated, now, target)
    else {
        return written.clone();
    };
    let mut patch = Map::new();
    for key in now.keys().filter(|key| !target.contains_key(*key)) {
        patch.insert(key.clone(), Json::Null);
    }
    for (key, wanted) in target {
        let written = written.get(key).unwrap_or(wanted);
        match now.get(key) {
            Some(now) if now == wanted => {}
            Some(now) => {
                let stated = stated.get(key).unwrap_or(now);
                patch.insert(key.clone(), difference(stated, now, wanted, written));
            }
            None => {
                patch.insert(key.clone(), written.clone());
            }
        }
    }
    Json::Object(patch)
}

/// An entity that stands under its id, and so need not hold it.
fn without_id(mut entity: Json) -> Json {
    if let Some(keys) = entity.as_object_mut() {
        keys.shift_remove("id");
    }
    entity
}

/// A process whose steps stand under their ids, as `set` takes them. A step without an id can
/// only be replaced with all the others.
fn by_id(mut process: Json) -> Json {
    let Some(Json::Array(steps)) = process.get("steps") else {
        return process;
    };
    let mut map: IndexMap<String, Json> = IndexMap::new();
    for step in steps {
        let Some(id) = step.get("id").and_then(Json::as_str) else {
            return process;
        };
        map.insert(id.to_owned(), without_id(step.clone()));
    }
    if map.len() == steps.len() {
        let map = Json::Object(map.into_iter().collect());
        if let Some(steps) = process.get_mut("steps") {
            *steps = map;
        }
    }
    process
}
