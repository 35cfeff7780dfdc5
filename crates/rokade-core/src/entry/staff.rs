//! Staff: org:Post, or a group of like posts.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::rare::{Rare, held_apart};
use super::{Allow, OrUndecided};
use crate::ids::{CompetenceId, FunctionId, SiteId, StaffId, TargetGroupId, UnitId};
use crate::quantity::Quantity;
use crate::text::Text;

/// A post (org:Post), or a group of like posts.
///
/// Most of a chart are posts, and most posts say only this much. What else one can say is read
/// of it as well: a post dereferences to it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(from = "Written", into = "Written")]
pub struct StaffEntry {
    /// What the post is called; without it, its id. Never a person's name.
    pub title: Option<Text>,
    /// The unit it belongs to, or `undecided`; without it, none.
    pub unit: Option<OrUndecided<UnitId>>,
    /// How many posts; without it, 1.
    pub count: Option<Quantity>,
    /// The functions these posts perform; left out, not stated.
    pub performs: Option<Vec<FunctionId>>,
    /// The cost of each post a year, in the organisation's currency.
    pub cost: Option<Quantity>,
    /// What few posts say.
    pub more: Rare<MoreOfStaff>,
}

/// What few posts say.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MoreOfStaff {
    /// Where it is based (org:basedAt), or `undecided`; without it, where its unit is.
    pub site: Option<OrUndecided<SiteId>>,
    /// The target groups they serve; without it, those of the unit's own responsibilities.
    pub serves: Option<Vec<TargetGroupId>>,
    /// The competences they hold.
    pub competences: Vec<CompetenceId>,
    /// The post they report to (org:reportsTo); without it, the head of their unit.
    pub reports_to: Option<StaffId>,
    /// The post that leads them professionally, where it is another.
    pub professional_lead: Option<StaffId>,
    /// The groups these posts stand in for.
    pub covers_for: Vec<StaffId>,
    /// Where they asked to go: how many to which unit.
    pub wishes: IndexMap<UnitId, Quantity>,
    /// Whether somebody is in the post; without it, yes.
    pub filled: Option<bool>,
    /// Their numbers in other systems (org:identifier).
    pub identifiers: Vec<String>,
    /// Their ids in an earlier chart.
    pub previously: Vec<StaffId>,
    /// Rules that may speak of them without counting.
    pub allow: Vec<Allow>,
}

held_apart! {
    StaffEntry { title, unit, count, performs, cost }
    MoreOfStaff {
        site, serves, competences, reports_to, professional_lead, covers_for, wishes, filled,
        identifiers, previously, allow
    }
    Written
}

/// A post (org:Post), or a group of like posts.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default, rename = "StaffEntry")]
struct Written {
    /// What the post is called; without it, its id. Never a person's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<Text>,
    /// The unit it belongs to, or `undecided`; without it, none.
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<OrUndecided<UnitId>>,
    /// Where it is based (org:basedAt), or `undecided`; without it, where its unit is.
    #[serde(skip_serializing_if = "Option::is_none")]
    site: Option<OrUndecided<SiteId>>,
    /// How many posts; without it, 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<Quantity>,
    /// The functions these posts perform; left out, not stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    performs: Option<Vec<FunctionId>>,
    /// The target groups they serve; without it, those of the unit's own responsibilities.
    #[serde(rename = "for", skip_serializing_if = "Option::is_none")]
    serves: Option<Vec<TargetGroupId>>,
    /// The competences they hold.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    competences: Vec<CompetenceId>,
    /// The post they report to (org:reportsTo); without it, the head of their unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    reports_to: Option<StaffId>,
    /// The post that leads them professionally, where it is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    professional_lead: Option<StaffId>,
    /// The groups these posts stand in for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    covers_for: Vec<StaffId>,
    /// Where they asked to go: how many to which unit.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    wishes: IndexMap<UnitId, Quantity>,
    /// Whether somebody is in the post; without it, yes.
    #[serde(skip_serializing_if = "Option::is_none")]
    filled: Option<bool>,
    /// The cost of each post a year, in the organisation's currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    cost: Option<Quantity>,
    /// Their numbers in other systems (org:identifier).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    identifiers: Vec<String>,
    /// Their ids in an earlier chart.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    previously: Vec<StaffId>,
    /// Rules that may speak of them without counting.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    allow: Vec<Allow>,
}
