//! Places and who must be near whom: sites, co-locations and interfaces.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Allow;
use crate::ids::{CoLocationId, FunctionId, InterfaceId, SiteId, StaffId, TargetGroupId, UnitId};
use crate::quantity::Quantity;
use crate::text::Text;

/// A place with an address (org:Site).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct SiteEntry {
    /// Its name; without one, its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// Other names in use.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// How many workplaces it has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub capacity: Option<Quantity>,
    /// Minutes to other sites; both ways.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub travel: IndexMap<SiteId, Quantity>,
    /// Its numbers in other systems (org:identifier).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub identifiers: Vec<String>,
    /// Its ids in an earlier chart.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub previously: Vec<SiteId>,
    /// Rules that may speak of it without counting.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub allow: Vec<Allow>,
}

/// Functions, units and staff, two or more in all, who must sit together.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct CoLocationEntry {
    /// Its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<CoLocationId>,
    /// Functions that must be done there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub functions: Vec<FunctionId>,
    /// Units that must sit there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<UnitId>,
    /// Posts that must be based there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub staff: Vec<StaffId>,
    /// For these target groups; without them, for anyone.
    #[serde(rename = "for", skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<TargetGroupId>,
    /// Why they must.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// Rules that may speak of it without counting.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub allow: Vec<Allow>,
}

/// Who works together across units, and how closely.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct InterfaceEntry {
    /// Its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<InterfaceId>,
    /// The units.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<UnitId>,
    /// The groups of posts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub staff: Vec<StaffId>,
    /// How often they work together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub strength: Option<Strength>,
    /// Why, or about what.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// Rules that may speak of it without counting.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub allow: Vec<Allow>,
}

/// How often two work together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    /// Every day.
    Daily,
    /// Every week.
    Weekly,
    /// Every month.
    Monthly,
}
