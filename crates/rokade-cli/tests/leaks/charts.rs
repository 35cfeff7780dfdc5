//! A chart, a proposal and a hearing in which every text that the format has says one string. The
//! list of texts is the schema's, so that a new one cannot be forgotten.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::strings::MARK;

/// Files to read together: `org.yaml`, `proposal.yaml`, `hearing.yaml`, as JSON.
pub(crate) struct Files {
    pub(crate) org: Value,
    pub(crate) proposal: Value,
    pub(crate) hearing: Value,
}

/// Every key under which the schema has a text of any content, as `Type.key`.
pub(crate) fn texts_of_schema() -> BTreeSet<String> {
    let schema = include_str!("../../../../schema/rokade.schema.json");
    let schema: Value = serde_json::from_str(schema).unwrap();
    let mut texts = BTreeSet::new();
    for (name, of) in schema["$defs"].as_object().unwrap() {
        let Some(properties) = of["properties"].as_object() else {
            continue;
        };
        for (key, value) in properties {
            if is_text(value) || is_text(&value["items"]) {
                texts.insert(format!("{name}.{key}"));
            }
        }
    }
    texts
}

/// Whether a schema takes any text: it names no pattern, no words and no other type.
fn is_text(schema: &Value) -> bool {
    let is_string = match &schema["type"] {
        Value::String(one) => one == "string",
        Value::Array(several) => several.contains(&json!("string")),
        _ => false,
    };
    let is_narrow = ["pattern", "enum", "const", "format"]
        .iter()
        .any(|key| schema.get(key).is_some());
    is_string && !is_narrow
}

/// The texts of the schema that a file says something hostile in.
pub(crate) fn said(value: &Value) -> BTreeSet<String> {
    let schema = include_str!("../../../../schema/rokade.schema.json");
    let schema: Value = serde_json::from_str(schema).unwrap();
    let mut said = BTreeSet::new();
    let mut left = vec![(value, &schema, "")];
    while let Some((value, of, name)) = left.pop() {
        if let Some(path) = of["$ref"].as_str() {
            let name = path.rsplit('/').next().unwrap_or_default();
            left.push((value, &schema["$defs"][name], name));
        }
        for several in ["anyOf", "oneOf", "allOf"] {
            let each = of[several].as_array().into_iter().flatten();
            left.extend(each.map(|one| (value, one, name)));
        }
        for branch in ["if", "then", "else", "items", "additionalProperties"] {
            let inner = of.get(branch).filter(|inner| inner.is_object());
            let Some(inner) = inner else { continue };
            match (branch, value) {
                ("items", Value::Array(items)) => {
                    left.extend(items.iter().map(|item| (item, inner, "")));
                }
                ("additionalProperties", Value::Object(map)) => {
                    left.extend(map.values().map(|item| (item, inner, "")));
                }
                ("if" | "then" | "else", _) => left.push((value, inner, name)),
                _ => {}
            }
        }
        let (Some(properties), Some(map)) = (of["properties"].as_object(), value.as_object())
        else {
            continue;
        };
        for (key, value) in map {
            if let Some(of) = properties.get(key) {
                let has_mark = match value {
                    Value::String(text) => text.contains(MARK),
                    Value::Array(items) => items
                        .iter()
                        .any(|item| item.as_str().is_some_and(|t| t.contains(MARK))),
                    _ => false,
                };
                said.extend(has_mark.then(|| format!("{name}.{key}")));
                left.push((value, of, ""));
            }
        }
    }
    said
}

/// A file whose ids, keys, references and paths are a text, as far as it can be read at all.
pub(crate) fn faulty(t: &str) -> Value {
    json!({
        "rokade": 1,
        "allow": [{ "rule": t, "because": t }],
        "units": { t: { "name": "A", "parent": t }, "job": { "name": "B", t: 1, "type": [t] } },
        "staff": { "a": { "title": "C", "unit": t, "performs": [t, { t: t }], "count": t } },
        "functions": { "f": { "kind": t, "responsible": { "unit": t } } },
        t: { "a": 1 },
    })
}

/// A value as a file that any YAML reader reads: nothing but ASCII.
pub(crate) fn written(value: &Value) -> String {
    let text = serde_json::to_string_pretty(value).unwrap();
    let mut file = String::with_capacity(text.len());
    for c in text.chars() {
        match u32::from(c) {
            0x7f..=0xffff => write!(file, "\\u{:04x}", u32::from(c)).unwrap(),
            0x1_0000.. => write!(file, "\\U{:08x}", u32::from(c)).unwrap(),
            _ => file.push(c),
        }
    }
    file
}

/// The files that say a text wherever one can.
pub(crate) fn files(t: &str) -> Files {
    let allow = json!([{ "rule": "vacant-head", "because": t }]);
    let org = json!({
        "rokade": 1,
        "title": t,
        "language": "da",
        "organization": { "id": "by", "name": t, "language": "da", "currency": t },
        "sites": {
            "torvet": { "name": t, "also": [t], "identifiers": [t], "allow": allow },
            "havnen": { "name": format!("{t}2") },
        },
        "units": {
            "kommune": { "name": format!("{t}3"), "type": t, "site": "torvet", "head": "chef" },
            "job": { "name": t, "also": [t], "type": t, "parent": "kommune", "purpose": t,
                "identifiers": [t], "head": "vacant", "allow": allow },
            "social": { "name": format!("{t}4"), "type": t, "parent": "kommune" },
            "u1": { "parent": "kommune" }, "u2": { "parent": "kommune" }, "u4": { "parent": "kommune" },
        },
        "staff": {
            "chef": { "title": t, "unit": "kommune", "identifiers": [t] },
            "raad": { "title": t, "unit": "social", "count": 12, "performs": ["ydelse", "kantine"],
                "competences": ["k"], "identifiers": [format!("{t}1")] },
        },
        "functions": {
            "ydelse": { "name": t, "also": [t], "kind": "citizen", "kle": t, "identifiers": [t],
                "purpose": t, "because": t, "responsible": "social" },
            "kantine": { "name": format!("{t}5"), "kind": "support", "responsible": "social",
                "needed_at": ["torvet"], "required_in": [t] },
        },
        "target_groups": { "unge": { "name": t, "also": [t], "citizens": 40, "pathway": ["ydelse"],
            "entrance": "social" } },
        "interfaces": [{ "id": "i", "units": ["job", "social"], "strength": "daily", "because": t }],
        "co_locations": [{ "id": "c", "functions": ["ydelse", "kantine"], "because": t }],
        "competences": { "k": { "name": t, "also": [t], "critical_mass": 13 } },
        "bodies": { "lmu": { "name": t, "also": [t], "kind": "local_med", "covers": ["social"] } },
        "premises": [{ "id": "p", "kind": "law", "text": t, "source": t, "about": { "units": ["job"] } }],
        "open": [{ "id": "o", "about": { "units": ["job"] }, "text": t }],
        "ended": { "units": { "gammel": { "name": t, "because": t } } },
    });
    let proposal = json!({
        "rokade": 1,
        "base": "org.yaml",
        "title": t,
        "events": [
            { "id": "luk", "close": { "unit": "social", "because": t }, "because": t },
            { "establish": { "unit": "nyt", "name": format!("{t}6"), "also": [t], "purpose": t,
                "parent": "kommune", "type": t, "site": "havnen", "identifiers": [t], "because": t } },
            { "establish": { "function": "f", "name": t, "kle": t, "required_in": [t] } },
            { "move": { "staff": "raad", "count": 4, "to": "nyt", "because": t } },
            { "relocate": { "unit": "nyt", "to": "torvet", "because": t } },
            { "assign": { "staff": "raad", "performs": ["f"], "because": t } },
            { "merge": { "units": ["u1", "u2"], "into": "u3", "name": t, "because": t } },
            { "split": { "unit": "u4", "into": [{ "id": "u5", "name": t, "type": t }], "because": t } },
            { "rename": { "unit": "job", "name": format!("{t}7"), "because": t } },
            { "appoint": { "unit": "nyt", "head": "vacant", "because": t } },
            { "recruit": { "staff": "ny", "title": t, "unit": "nyt", "identifiers": [t], "because": t } },
            { "reduce": { "staff": "raad", "by": 1, "because": t } },
            { "discontinue": { "function": "kantine", "because": t } },
        ],
        "commitments": [{ "id": "l", "text": t, "keep": { "unit": "social" } }],
        "process": { "decision": { "body": "lmu", "date": "2017-06-20", "text": t, "identifiers": [t] },
            "steps": [{ "id": "s", "name": t, "kind": "information", "from": "2017-07-01", "text": t,
                "identifiers": [t] }] },
    });
    let hearing = json!({
        "rokade": 1,
        "hearing": { "proposal": "proposal.yaml", "responses": [{ "id": "svar", "from": "lmu",
            "points": [
                { "id": "a", "kind": "question", "about": { "functions": ["kantine"] }, "text": t,
                    "asked_by": t, "raises": ["unassigned-responsibility"] },
                { "id": "b", "kind": "objection", "about": { "units": ["social"] }, "text": t,
                    "answer": t, "answered_by": t,
                    "decision": { "body": "lmu", "date": "2017-06-20", "text": t } },
            ] }] },
    });
    Files {
        org,
        proposal,
        hearing,
    }
}
