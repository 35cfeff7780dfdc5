//! Functions: tasks somebody must be responsible for, and the target groups they are for.

use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Allow, OneOrMany, OrUndecided};
use crate::expected::Expected;
use crate::ids::{FunctionId, Id, SiteId, StaffId, TargetGroupId, UnitId};
use crate::quantity::Quantity;
use crate::text::Text;

/// A task somebody must be responsible for.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct FunctionEntry {
    /// Its name; without one, its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// Other names in use.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// What kind of task it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<FunctionKind>,
    /// KL's task number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kle: Option<Text>,
    /// Its numbers in other systems (org:identifier).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub identifiers: Vec<String>,
    /// What it is for (org:purpose).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
    /// The law asks for it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub statutory: bool,
    /// A unit, anywhere and for anyone, or units by scope; left out, nobody.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub responsible: Option<Responsible>,
    /// The norm: cases for each performing post.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cases_per_post: Option<Quantity>,
    /// How much of it there is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub volume: Option<Volume>,
    /// Who decides: `performers`, `head`, a unit, or `{ staff: id }`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<DecidedBy>,
    /// Why it lies where it lies, where that needs a reason.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// Unit types that must each have it, for each group they serve.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub required_in: Vec<String>,
    /// Sites where it is needed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub needed_at: Vec<SiteId>,
    /// Who needs it: functions narrowed by target groups, and units and staff besides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub needed_by: Option<NeededBy>,
    /// Where it is done at another unit's place.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hosted_by: Vec<HostedBy>,
    /// Its ids in an earlier chart.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub previously: Vec<FunctionId>,
    /// Rules that may speak of it without counting.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub allow: Vec<Allow>,
}

/// What kind of task a function is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FunctionKind {
    /// Done for and with citizens.
    Citizen,
    /// Done for colleagues and buildings.
    Support,
    /// Leading and planning.
    Management,
}

/// Who is responsible: one unit, a scope, or a list of scopes.
pub type Responsible = OneOrMany<ResponsibleScope>;

/// A unit's responsibility for a site, for target groups, or for anywhere and anyone.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ResponsibleScope {
    /// The unit, or `undecided`.
    pub unit: Option<OrUndecided<UnitId>>,
    /// The site; without it, anywhere.
    pub site: Option<SiteId>,
    /// The target groups; without them, for anyone.
    pub groups: Vec<TargetGroupId>,
    /// How many cases are in it.
    pub cases: Option<Quantity>,
    /// True where two units hold the same scope on purpose.
    pub shared: bool,
}

/// The long form of [`ResponsibleScope`]; apart from it so that the short form, a unit's id
/// alone, can be read and written too.
#[derive(Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default, rename = "ResponsibleScopeMap")]
struct ScopeMap {
    /// The unit, or `undecided`.
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<OrUndecided<UnitId>>,
    /// The site; without it, anywhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    site: Option<SiteId>,
    /// The target groups; without them, for anyone.
    #[serde(rename = "for", skip_serializing_if = "Vec::is_empty")]
    groups: Vec<TargetGroupId>,
    /// How many cases are in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    cases: Option<Quantity>,
    /// True where two units hold the same scope on purpose.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    shared: bool,
}

impl Serialize for ResponsibleScope {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            ResponsibleScope {
                unit: Some(unit),
                site: None,
                groups,
                cases: None,
                shared: false,
            } if groups.is_empty() => unit.serialize(serializer),
            scope => {
                let scope = scope.clone();
                ScopeMap {
                    unit: scope.unit,
                    site: scope.site,
                    groups: scope.groups,
                    cases: scope.cases,
                    shared: scope.shared,
                }
                .serialize(serializer)
            }
        }
    }
}

impl<'de> Deserialize<'de> for ResponsibleScope {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Scope;

        impl<'de> Visitor<'de> for Scope {
            type Value = ResponsibleScope;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(Expected::Responsible.code())
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
                let unit = match text {
                    "undecided" => OrUndecided::Undecided,
                    _ => OrUndecided::Id(UnitId::parse(text).map_err(|_| {
                        E::invalid_value(Unexpected::Str(text), &Expected::UnitOrUndecided)
                    })?),
                };
                Ok(ResponsibleScope {
                    unit: Some(unit),
                    ..ResponsibleScope::default()
                })
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                let map = ScopeMap::deserialize(MapAccessDeserializer::new(map))?;
                Ok(ResponsibleScope {
                    unit: map.unit,
                    site: map.site,
                    groups: map.groups,
                    cases: map.cases,
                    shared: map.shared,
                })
            }
        }

        deserializer.deserialize_any(Scope)
    }
}

impl JsonSchema for ResponsibleScope {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ResponsibleScope".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let unit = generator.subschema_for::<OrUndecided<UnitId>>();
        let map = generator.subschema_for::<ScopeMap>();
        json_schema!({ "anyOf": [unit, map] })
    }
}

/// How much of a function there is.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Volume {
    /// How many enquiries.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enquiries: Option<Quantity>,
    /// In what time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per: Option<Per>,
    /// The norm: how many one performing post can take in that time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_post: Option<Quantity>,
}

/// A length of time that volumes are counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Per {
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
}

/// Who decides in a function's cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DecidedBy {
    /// Those who perform it.
    Performers,
    /// The head of the responsible unit.
    Head,
    /// This unit.
    Unit(UnitId),
    /// This post.
    Staff(StaffId),
}

#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename = "DecidedByStaff")]
struct ByStaff {
    /// The post that decides.
    staff: StaffId,
}

impl Serialize for DecidedBy {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            DecidedBy::Performers => serializer.serialize_str("performers"),
            DecidedBy::Head => serializer.serialize_str("head"),
            DecidedBy::Unit(unit) => unit.serialize(serializer),
            DecidedBy::Staff(staff) => ByStaff {
                staff: staff.clone(),
            }
            .serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for DecidedBy {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Decider;

        impl<'de> Visitor<'de> for Decider {
            type Value = DecidedBy;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(Expected::DecidedBy.code())
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
                match text {
                    "performers" => Ok(DecidedBy::Performers),
                    "head" => Ok(DecidedBy::Head),
                    _ => UnitId::parse(text)
                        .map(DecidedBy::Unit)
                        .map_err(|_| E::invalid_value(Unexpected::Str(text), &self)),
                }
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                ByStaff::deserialize(MapAccessDeserializer::new(map))
                    .map(|by| DecidedBy::Staff(by.staff))
            }
        }

        deserializer.deserialize_any(Decider)
    }
}

impl JsonSchema for DecidedBy {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "DecidedBy".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let unit = generator.subschema_for::<UnitId>();
        let staff = generator.subschema_for::<ByStaff>();
        json_schema!({ "anyOf": [{ "enum": ["performers", "head"] }, unit, staff] })
    }
}

/// Who needs a function: functions narrowed by target groups; units and staff are added.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct NeededBy {
    /// Where these are met.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub functions: Vec<FunctionId>,
    /// For these groups only.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub target_groups: Vec<TargetGroupId>,
    /// Where these units are.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<UnitId>,
    /// Where these posts are based.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub staff: Vec<StaffId>,
}

/// A function done at another unit's place.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct HostedBy {
    /// The unit whose place it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// The site; without it, the unit's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site: Option<SiteId>,
}

/// The citizens a function is for.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct TargetGroupEntry {
    /// Its name; without one, its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// Other names in use.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// How many citizens.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub citizens: Option<Quantity>,
    /// The functions the citizen meets, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pathway: Vec<FunctionId>,
    /// The unit first met.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entrance: Option<OrUndecided<UnitId>>,
    /// Its ids in an earlier chart.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub previously: Vec<TargetGroupId>,
    /// Rules that may speak of it without counting.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub allow: Vec<Allow>,
}
