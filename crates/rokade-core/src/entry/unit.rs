//! Units: org:OrganizationalUnit.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::rare::{Rare, held_apart};
use super::{Allow, OrUndecided};
use crate::date::DateSpan;
use crate::expected::Expected;
use crate::ids::{Id, SiteId, StaffId, UnitId};
use crate::quantity::Quantity;
use crate::text::Text;

/// A unit of the organisation (org:OrganizationalUnit).
///
/// What few units say is read of it as well: a unit dereferences to it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(from = "Written", into = "Written")]
pub struct UnitEntry {
    /// Its name; without one, its id.
    pub name: Option<Text>,
    /// The unit it is part of (org:unitOf), or `undecided`; none makes it a root.
    pub parent: Option<OrUndecided<UnitId>>,
    /// The organisation's own level name, such as `afdeling`.
    pub unit_type: Option<Text>,
    /// Where it sits (org:hasPrimarySite), or `undecided`; without it, where the nearest ancestor
    /// sits.
    pub site: Option<OrUndecided<SiteId>>,
    /// A staff id, `vacant`, or `none` for a unit without a head by design; left out, not stated.
    pub head: Option<Head>,
    /// What few units say.
    pub more: Rare<MoreOfUnit>,
}

/// What few units say.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MoreOfUnit {
    /// Other names in use.
    pub also: Vec<String>,
    /// When it was founded.
    pub established: Option<DateSpan>,
    /// When it ends, for a project.
    pub until: Option<DateSpan>,
    /// Its budget a year, in the organisation's currency.
    pub budget: Option<Quantity>,
    /// Units it must never stand under.
    pub independent_of: Vec<UnitId>,
    /// Another organisation, with all below it.
    pub external: bool,
    /// What it is for (org:purpose).
    pub purpose: Option<String>,
    /// Its numbers in other systems (org:identifier).
    pub identifiers: Vec<String>,
    /// Its ids in an earlier chart.
    pub previously: Vec<UnitId>,
    /// Rules that may speak of it without counting.
    pub allow: Vec<Allow>,
}

held_apart! {
    UnitEntry { name, parent, unit_type, site, head }
    MoreOfUnit {
        also, established, until, budget, independent_of, external, purpose, identifiers, previously, allow
    }
    Written
}

/// A unit of the organisation (org:OrganizationalUnit).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default, rename = "UnitEntry")]
struct Written {
    /// Its name; without one, its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<Text>,
    /// Other names in use.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    also: Vec<String>,
    /// The unit it is part of (org:unitOf), or `undecided`; none makes it a root.
    #[serde(skip_serializing_if = "Option::is_none")]
    parent: Option<OrUndecided<UnitId>>,
    /// The organisation's own level name, such as `afdeling`.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    unit_type: Option<Text>,
    /// Where it sits (org:hasPrimarySite), or `undecided`; without it, where the nearest ancestor
    /// sits.
    #[serde(skip_serializing_if = "Option::is_none")]
    site: Option<OrUndecided<SiteId>>,
    /// A staff id, `vacant`, or `none` for a unit without a head by design; left out, not stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    head: Option<Head>,
    /// When it was founded.
    #[serde(skip_serializing_if = "Option::is_none")]
    established: Option<DateSpan>,
    /// When it ends, for a project.
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<DateSpan>,
    /// Its budget a year, in the organisation's currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    budget: Option<Quantity>,
    /// Units it must never stand under.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    independent_of: Vec<UnitId>,
    /// Another organisation, with all below it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    external: bool,
    /// What it is for (org:purpose).
    #[serde(skip_serializing_if = "Option::is_none")]
    purpose: Option<String>,
    /// Its numbers in other systems (org:identifier).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    identifiers: Vec<String>,
    /// Its ids in an earlier chart.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    previously: Vec<UnitId>,
    /// Rules that may speak of it without counting.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    allow: Vec<Allow>,
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
