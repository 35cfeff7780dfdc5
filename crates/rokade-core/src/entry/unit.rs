//! Units: org:OrganizationalUnit.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Allow, OrUndecided};
use crate::date::DateSpan;
use crate::expected::Expected;
use crate::ids::{Id, SiteId, StaffId, UnitId};
use crate::quantity::Quantity;

/// A unit of the organisation (org:OrganizationalUnit).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct UnitEntry {
    /// Its name; without one, its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Other names in use.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// The unit it is part of (org:unitOf), or `undecided`; none makes it a root.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<OrUndecided<UnitId>>,
    /// The organisation's own level name, such as `afdeling`.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub unit_type: Option<String>,
    /// Where it sits (org:hasPrimarySite), or `undecided`; without it, where the nearest ancestor
    /// sits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site: Option<OrUndecided<SiteId>>,
    /// A staff id, `vacant`, or `none` for a unit without a head by design; left out, not stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub head: Option<Head>,
    /// When it was founded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub established: Option<DateSpan>,
    /// When it ends, for a project.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<DateSpan>,
    /// Its budget a year, in the organisation's currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub budget: Option<Quantity>,
    /// Units it must never stand under.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub independent_of: Vec<UnitId>,
    /// Another organisation, with all below it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub external: bool,
    /// What it is for (org:purpose).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
    /// Its numbers in other systems (org:identifier).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub identifiers: Vec<String>,
    /// Its ids in an earlier chart.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub previously: Vec<UnitId>,
    /// Rules that may speak of it without counting.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub allow: Vec<Allow>,
}

/// Who leads a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Head {
    /// This post.
    Post(StaffId),
    /// The post exists or is to be made, and nobody has it.
    Vacant,
    /// Without a head by design.
    None,
}

impl Serialize for Head {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(match self {
            Head::Post(id) => id.as_str(),
            Head::Vacant => "vacant",
            Head::None => "none",
        })
    }
}

impl<'de> Deserialize<'de> for Head {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::expected::from_text(deserializer, Expected::Head, |text| match text {
            "vacant" => Some(Head::Vacant),
            "none" => Some(Head::None),
            _ => StaffId::parse(text).ok().map(Head::Post),
        })
    }
}

impl JsonSchema for Head {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Head".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let id = generator.subschema_for::<StaffId>();
        json_schema!({ "anyOf": [{ "enum": ["vacant", "none"] }, id] })
    }
}
