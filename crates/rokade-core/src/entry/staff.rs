//! Staff: org:Post, or a group of like posts.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Allow, OrUndecided};
use crate::ids::{CompetenceId, FunctionId, SiteId, StaffId, TargetGroupId, UnitId};
use crate::quantity::Quantity;

/// A post (org:Post), or a group of like posts.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct StaffEntry {
    /// What the post is called; without it, its id. Never a person's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The unit it belongs to, or `undecided`; without it, none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<OrUndecided<UnitId>>,
    /// Where it is based (org:basedAt), or `undecided`; without it, where its unit is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site: Option<OrUndecided<SiteId>>,
    /// How many posts; without it, 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<Quantity>,
    /// The functions these posts perform; left out, not stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub performs: Option<Vec<FunctionId>>,
    /// The target groups they serve; without it, those of the unit's own responsibilities.
    #[serde(rename = "for", skip_serializing_if = "Option::is_none")]
    pub serves: Option<Vec<TargetGroupId>>,
    /// The competences they hold.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub competences: Vec<CompetenceId>,
    /// The post they report to (org:reportsTo); without it, the head of their unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reports_to: Option<StaffId>,
    /// The post that leads them professionally, where it is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub professional_lead: Option<StaffId>,
    /// The groups these posts stand in for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub covers_for: Vec<StaffId>,
    /// Where they asked to go: how many to which unit.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub wishes: IndexMap<UnitId, Quantity>,
    /// Whether somebody is in the post; without it, yes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filled: Option<bool>,
    /// The cost of each post a year, in the organisation's currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost: Option<Quantity>,
    /// Their numbers in other systems (org:identifier).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub identifiers: Vec<String>,
    /// Their ids in an earlier chart.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub previously: Vec<StaffId>,
    /// Rules that may speak of them without counting.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub allow: Vec<Allow>,
}
