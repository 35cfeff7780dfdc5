//! The JSON Schema of charts, proposals and hearings, for editors: made of the types that read
//! them.
//!
//! The schema says what the format takes, not all that the reader forgives. What a file is
//! follows from `hearing` and `base`, as for the reader.

mod hearing;
mod proposal;

use indexmap::IndexMap;
use rokade_core::date::DateSpan;
use rokade_core::entry::{
    Allow, BodyEntry, CoLocationEntry, CommitmentEntry, CompetenceEntry, Ended, FunctionEntry,
    InterfaceEntry, OpenEntry, Organization, PremiseEntry, Process, SiteEntry, StaffEntry,
    TargetGroupEntry, UnitEntry,
};
use rokade_core::ids::{BodyId, CompetenceId, FunctionId, SiteId, StaffId, TargetGroupId, UnitId};
use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

/// A chart: an organisation on a date.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, rename = "Chart")]
#[expect(
    dead_code,
    reason = "the keys of a chart for its schema; files are read key by key"
)]
struct Chart {
    /// The version of the format.
    rokade: Version,
    /// The organisation the chart is of.
    organization: Option<Organization>,
    /// What the chart is called.
    title: Option<String>,
    /// The date it is true of.
    as_of: Option<DateSpan>,
    /// Places (org:Site).
    sites: Option<IndexMap<SiteId, Option<SiteEntry>>>,
    /// Units (org:OrganizationalUnit).
    units: Option<IndexMap<UnitId, Option<UnitEntry>>>,
    /// Posts (org:Post), and groups of like posts.
    staff: Option<IndexMap<StaffId, Option<StaffEntry>>>,
    /// Tasks that somebody must be responsible for.
    functions: Option<IndexMap<FunctionId, Option<FunctionEntry>>>,
    /// The citizens that functions are for.
    target_groups: Option<IndexMap<TargetGroupId, Option<TargetGroupEntry>>>,
    /// Who must sit together, for whom, and why.
    co_locations: Option<Vec<CoLocationEntry>>,
    /// Who works together, and how closely.
    interfaces: Option<Vec<InterfaceEntry>>,
    /// Skills that posts hold.
    competences: Option<IndexMap<CompetenceId, Option<CompetenceEntry>>>,
    /// Who is heard, who decides, who asks.
    bodies: Option<IndexMap<BodyId, Option<BodyEntry>>>,
    /// Goals, principles, laws, precedents and figures: quoted and linked, not judged.
    premises: Option<Vec<PremiseEntry>>,
    /// What is not yet decided.
    open: Option<Vec<OpenEntry>>,
    /// What has ended on purpose.
    ended: Option<Ended>,
    /// What is promised.
    commitments: Option<Vec<CommitmentEntry>>,
    /// How it is heard, decided and carried out.
    process: Option<Process>,
    /// Rules that may speak of the chart as a whole without counting.
    allow: Option<Vec<Allow>>,
}

/// The version of the format.
struct Version;

impl JsonSchema for Version {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Version".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "const": 1 })
    }
}

/// The JSON Schema (draft 2020-12) of the format's files.
pub fn schema() -> Value {
    let mut generator = SchemaSettings::draft2020_12()
        .with_transform(AsRead)
        .into_generator();
    let chart = generator.subschema_for::<Chart>();
    let proposal = generator.subschema_for::<proposal::Proposal>();
    let hearing = generator.subschema_for::<hearing::HearingFile>();
    let mut definitions = generator.take_definitions(true);
    proposal::require(&mut definitions);
    hearing::require(&mut definitions);
    // Not `anyOf`: an editor then says what is wrong with a proposal, and not that it is none.
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Rokade",
        "description": "A chart of an organisation, a proposal to change one, or what was answered to a proposal.",
        "type": "object",
        "if": { "required": ["hearing"] },
        "then": hearing,
        "else": {
            "if": { "required": ["base"], "properties": { "base": { "type": "string" } } },
            "then": proposal,
            "else": chart,
        },
        "$defs": definitions,
    })
}

/// Lets values be written as the reader takes them: a text without quotes may look like a
/// number, and a key with nothing behind it is left out.
#[derive(Debug, Clone)]
struct AsRead;

impl Transform for AsRead {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        if let Some(values @ Value::Object(_)) = schema.get_mut("additionalProperties") {
            or_nothing(values);
        }
        let is_words = ["enum", "const", "pattern"]
            .iter()
            .any(|keyword| schema.get(*keyword).is_some());
        if is_words {
            return;
        }
        // What has keys of its own is nothing only where the key it stands under says so.
        let is_entity = schema.get("properties").is_some();
        let Some(kind) = schema.get_mut("type") else {
            return;
        };
        let mut kinds = match kind.take() {
            Value::Array(kinds) => kinds,
            one => vec![one],
        };
        let has = |kinds: &[Value], kind: &str| kinds.iter().any(|k| k == kind);
        if has(&kinds, "string") && !has(&kinds, "number") {
            kinds.push("number".into());
        }
        let may_be_nothing = ["array", "boolean", "object"]
            .iter()
            .any(|kind| has(&kinds, kind));
        if may_be_nothing && !is_entity && !has(&kinds, "null") {
            kinds.push("null".into());
        }
        *kind = match &kinds[..] {
            [one] => one.clone(),
            _ => Value::Array(kinds),
        };
    }
}

/// Lets nothing stand for a value of a map.
fn or_nothing(values: &mut Value) {
    let nothing = json!({ "type": "null" });
    if let Some(Value::Array(any)) = values.get_mut("anyOf") {
        if !any.contains(&nothing) {
            any.push(nothing);
        }
    } else if values.get("$ref").is_some() {
        *values = json!({ "anyOf": Value::Array(vec![values.take(), nothing]) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn takes(chart: &Value) -> bool {
        let schema = schema();
        assert!(jsonschema::draft202012::meta::is_valid(&schema));
        jsonschema::draft202012::is_valid(&schema, chart)
    }

    #[test]
    fn the_schema_takes_a_chart_and_refuses_what_is_none() {
        assert!(takes(&json!({
            "rokade": 1,
            "organization": { "id": "aalborg", "language": "da" },
            "title": 2017,
            "sites": { "a": null },
            "units": { "6": { "name": "Job", "parent": 6, "budget": 42_000_000, "also": null } },
            "staff": { "b": { "unit": "6", "count": "ca. 6", "performs": ["c"] } },
            "functions": {
                "c": { "responsible": [{ "unit": "6", "for": ["d"], "cases": 600 }], "kle": 32.24 },
                "e": { "responsible": "6", "decided_by": { "staff": "b" } },
            },
            "co_locations": [{ "id": "f", "functions": ["c", "e"] }],
            "ended": { "units": { "g": { "name": "G" } } },
        })));
        assert!(!takes(&json!({ "title": "without a version" })));
        assert!(!takes(&json!({ "rokade": 2 })));
        assert!(!takes(&json!({ "rokade": 1, "unit": {} })));
        assert!(!takes(
            &json!({ "rokade": 1, "units": { "a": { "nam": "A" } } })
        ));
        assert!(!takes(
            &json!({ "rokade": 1, "units": { "a": { "site": "Not an id" } } })
        ));
    }

    #[test]
    fn the_schema_takes_a_proposal_and_refuses_what_is_none() {
        let proposal = |events: Value, set: Value| {
            takes(&json!({ "rokade": 1, "base": "a.yaml", "events": events, "set": set }))
        };
        let events = |events: Value| proposal(events, Value::Null);
        let set = |set: Value| proposal(json!([]), set);
        assert!(events(json!([
            { "id": "a", "close": { "unit": "b" }, "because": "c", "date": 2021 },
            { "establish": { "unit": "b", "site": "c" } },
            { "move": { "staff": "a", "count": "50-100%", "to": "undecided" } },
            { "split": { "unit": "a", "into": [{ "id": "b", "staff": { "c": 4 } }] } },
        ])));
        assert!(set(json!({
            "title": null,
            "organization": { "name": null },
            "units": { "a": null, "b": { "parent": null, "also": null, "external": null } },
            "staff": { "a": { "wishes": { "b": null }, "performs": [] } },
            "sites": { "a": { "travel": null } },
            "co_locations": { "a": null, "b": { "functions": ["c"] } },
            "interfaces": [{ "id": "a", "strength": "daily" }],
            "ended": { "units": { "a": null }, "staff": null },
            "process": { "steps": { "a": null, "b": { "done": true } } },
        })));
        assert!(!events(json!([{ "id": "a" }])));
        assert!(!events(
            json!([{ "close": { "unit": "a" }, "rename": { "unit": "b", "id": "c" } }])
        ));
        assert!(!events(json!([{ "close": { "unit": "a", "site": "b" } }])));
        assert!(!events(json!([{ "move": { "staff": "a" } }])));
        assert!(!events(json!([{ "flyt": {} }])));
        assert!(!set(json!({ "units": { "a": { "nam": null } } })));
        assert!(!set(json!({ "steps": {} })));
        assert!(!takes(
            &json!({ "rokade": 1, "base": "a.yaml", "units": {} })
        ));
        assert!(!takes(&json!({ "rokade": 1, "events": [] })));
    }

    #[test]
    fn the_schema_takes_a_hearing_and_refuses_what_is_none() {
        let hearing = |hearing: Value| takes(&json!({ "rokade": 1, "hearing": hearing }));
        let point = |point: Value| {
            hearing(json!({ "responses": [{ "id": "a", "from": "b", "points": [point] }] }))
        };
        assert!(hearing(Value::Null));
        assert!(hearing(json!({ "responses": null })));
        assert!(hearing(json!({
            "proposal": "proposal.yaml",
            "responses": [{ "id": "a", "from": 6, "received": 2017, "points": null, "allow": [] }],
        })));
        assert!(point(json!({
            "id": "c",
            "about": { "functions": ["d"], "sites": [], "events": ["e"] },
            "kind": "counter-proposal",
            "asked_by": "f",
            "text": "g",
            "raises": ["moved-unit"],
            "answer": "h",
            "answered_by": "i",
            "decision": { "body": "j", "date": "unknown", "text": "k" },
            "changed": ["e"],
            "counter_proposal": "l.yaml",
            "allow": [{ "rule": "unanswered-question", "because": "m", "until": "2017-W05" }],
        })));
        assert!(!point(json!({ "id": "c" })));
        assert!(!point(json!({ "kind": "question" })));
        assert!(!point(json!({ "id": "c", "kind": "spørgsmål" })));
        assert!(!point(
            json!({ "id": "c", "kind": "question", "anwser": "d" })
        ));
        assert!(!point(
            json!({ "id": "c", "kind": "question", "about": { "unit": ["d"] } })
        ));
        assert!(!hearing(json!({ "responses": [{ "id": "a" }] })));
        assert!(!hearing(json!({ "responses": {} })));
        assert!(!hearing(json!({ "response": [] })));
        assert!(!takes(&json!({ "hearing": {} })));
        assert!(!takes(&json!({ "rokade": 1, "hearing": {}, "units": {} })));
        assert!(!takes(
            &json!({ "rokade": 1, "hearing": {}, "base": "a.yaml" })
        ));
    }

    #[test]
    fn every_key_of_the_top_level_says_what_it_is() {
        let schema = schema();
        for (of, top) in [
            ("Chart", crate::file::TOP),
            ("Proposal", crate::proposal::TOP),
            ("HearingFile", crate::hearing::TOP),
            ("HearingBody", crate::hearing::HEARING),
        ] {
            let properties = schema["$defs"][of]["properties"]
                .as_object()
                .expect("a map of keys");
            let missing: Vec<&String> = properties
                .iter()
                .filter(|(_, property)| property.get("description").is_none())
                .map(|(key, _)| key)
                .collect();
            assert_eq!(missing, Vec::<&String>::new());
            let keys: Vec<&str> = properties.keys().map(String::as_str).collect();
            let other: &[&str] = match of {
                "Chart" => &["base", "hearing", "events", "set"],
                "HearingFile" | "HearingBody" => &[],
                _ => crate::proposal::REFUSED,
            };
            for key in top {
                assert_ne!(keys.contains(key), other.contains(key), "{of} {key}");
            }
        }
    }

    #[test]
    fn every_event_has_its_definition() {
        let schema = schema();
        let event = &schema["$defs"]["EventEntry"];
        assert_eq!(event["oneOf"].as_array().map(Vec::len), Some(12));
        for name in [
            "Establish",
            "Move",
            "Relocate",
            "Assign",
            "Merge",
            "Rename",
            "Discontinue",
            "Close",
        ] {
            let definition = &schema["$defs"][name];
            let either = definition.get("oneOf").or(definition.get("anyOf"));
            assert!(either.is_some(), "{name}");
        }
    }
}
