//! The JSON Schema of a chart file, for editors: made of the types that read it.
//!
//! The schema says what the format takes, not all that the reader forgives.

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
use serde_json::Value;

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

/// The JSON Schema (draft 2020-12) of a chart file.
pub fn schema() -> Value {
    SchemaSettings::draft2020_12()
        .with_transform(AsRead)
        .into_generator()
        .into_root_schema_for::<Chart>()
        .to_value()
}

/// Lets values be written as the reader takes them: a text without quotes may look like a
/// number, and a key with nothing behind it is left out.
#[derive(Debug, Clone)]
struct AsRead;

impl Transform for AsRead {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        let is_words = ["enum", "const", "pattern"]
            .iter()
            .any(|keyword| schema.get(*keyword).is_some());
        if is_words {
            return;
        }
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
        if (has(&kinds, "array") || has(&kinds, "boolean")) && !has(&kinds, "null") {
            kinds.push("null".into());
        }
        *kind = match &kinds[..] {
            [one] => one.clone(),
            _ => Value::Array(kinds),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

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
    fn every_key_of_the_top_level_says_what_it_is() {
        let schema = schema();
        let properties = schema["properties"].as_object().expect("a map of keys");
        let missing: Vec<&String> = properties
            .iter()
            .filter(|(_, property)| property.get("description").is_none())
            .map(|(key, _)| key)
            .collect();
        assert_eq!(missing, Vec::<&String>::new());
        let keys: Vec<&str> = properties.keys().map(String::as_str).collect();
        for key in crate::file::TOP {
            let other = ["base", "hearing", "events", "set"].contains(key);
            assert_ne!(keys.contains(key), other, "{key}");
        }
    }
}
