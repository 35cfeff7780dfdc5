//! What is ended, what is open, what is promised, and how it is decided.

use std::fmt;

use indexmap::IndexMap;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{About, Allow};
use crate::date::DateSpan;
use crate::expected::Expected;
use crate::ids::{
    BodyId, CoLocationId, CommitmentId, FunctionId, OpenId, SiteId, StaffId, StepId, TargetGroupId,
    UnitId,
};
use crate::quantity::{Amount, Quantity};
use crate::text::Text;

/// What has ended on purpose: it keeps its id, so that what still names it is left hanging.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Ended {
    /// Closed units.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub units: IndexMap<UnitId, EndedEntry>,
    /// Closed sites.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub sites: IndexMap<SiteId, EndedEntry>,
    /// Discontinued functions, or parts of them.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub functions: IndexMap<FunctionId, EndedEntry>,
    /// Discontinued target groups.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub target_groups: IndexMap<TargetGroupId, EndedEntry>,
    /// Posts that were reduced.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub staff: IndexMap<StaffId, EndedEntry>,
}

/// A thing that has ended.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct EndedEntry {
    /// What it was called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// For a function: only at these sites.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub at: Vec<SiteId>,
    /// For staff: by how many posts; without it, all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Amount>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<DateSpan>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// Rules that may speak of it without counting.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub allow: Vec<Allow>,
}

/// A decision not yet made.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct OpenEntry {
    /// Its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<OpenId>,
    /// What it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<About>,
    /// What is to be decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// What can be chosen: units, or words of your own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<String>,
    /// When it is to be decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decide_by: Option<DateSpan>,
    /// Rules that may speak of it without counting.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub allow: Vec<Allow>,
}

/// What a proposal promises, checked against the result.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct CommitmentEntry {
    /// Its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<CommitmentId>,
    /// What is promised, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// What stays.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keep: Option<Keep>,
    /// Measures that may be no higher.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub at_most: IndexMap<String, Amount>,
    /// Measures that may be no lower.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub at_least: IndexMap<String, Amount>,
    /// Rules that may speak of it without counting.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub allow: Vec<Allow>,
}

/// What a commitment keeps.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Keep {
    /// A unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// A function.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub function: Option<FunctionId>,
    /// The sites where the function stays.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub at: Vec<SiteId>,
    /// A co-location.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub co_location: Option<CoLocationId>,
}

/// How a proposal is heard, decided and carried out.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Process {
    /// Who decides, and when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    /// When it takes effect.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effective: Option<DateSpan>,
    /// When every member of staff knows where they go; or one date for each organisation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clarified_by: Option<ClarifiedBy>,
    /// The steps.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<StepEntry>,
}

/// Who decides, and when.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Decision {
    /// The body that decides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<BodyId>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<DateSpan>,
    /// What was decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Its numbers in other systems, such as the case and the item of an agenda.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub identifiers: Vec<String>,
    /// How many members were absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub absent: Option<Quantity>,
}

/// When every member of staff knows where they go.
#[derive(Debug, Clone, PartialEq)]
pub enum ClarifiedBy {
    /// One date for all.
    Date(DateSpan),
    /// A date for each organisation.
    PerOrganization(IndexMap<String, DateSpan>),
}

impl Serialize for ClarifiedBy {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            ClarifiedBy::Date(date) => date.serialize(serializer),
            ClarifiedBy::PerOrganization(dates) => dates.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for ClarifiedBy {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Dates;

        impl<'de> Visitor<'de> for Dates {
            type Value = ClarifiedBy;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(Expected::Date.code())
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
                text.parse()
                    .map(ClarifiedBy::Date)
                    .map_err(|_| E::invalid_value(Unexpected::Str(text), &self))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                IndexMap::deserialize(MapAccessDeserializer::new(map))
                    .map(ClarifiedBy::PerOrganization)
            }
        }

        deserializer.deserialize_any(Dates)
    }
}

impl JsonSchema for ClarifiedBy {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ClarifiedBy".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let date = generator.subschema_for::<DateSpan>();
        json_schema!({
            "anyOf": [date.clone(), { "type": "object", "additionalProperties": date }]
        })
    }
}

/// A step of the process.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct StepEntry {
    /// Its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<StepId>,
    /// What it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// What kind of step it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<StepKind>,
    /// The body it is with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<BodyId>,
    /// The day, for a step of one day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<DateSpan>,
    /// The first day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<DateSpan>,
    /// The last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<DateSpan>,
    /// Steps it runs at the same time as.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parallel_with: Vec<StepId>,
    /// Steps that come before it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<StepId>,
    /// Whether it has taken place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done: Option<bool>,
    /// What it is about, or what came of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Its numbers in other systems, such as the case and the item of an agenda.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub identifiers: Vec<String>,
    /// How many members of the body were absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub absent: Option<Quantity>,
    /// Rules that may speak of it without counting.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub allow: Vec<Allow>,
}

/// The kinds of step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// A body is heard.
    Hearing,
    /// Somebody is told.
    Information,
    /// It is discussed.
    Discussion,
    /// It is decided.
    Decision,
    /// Staff are told their place.
    Clarification,
    /// Something is made ready: a plan, a building, a system.
    Preparation,
    /// People or things move.
    Move,
    /// A post is filled.
    Recruitment,
    /// It is looked back upon.
    Evaluation,
    /// Something outside the organisation's control.
    External,
}

impl StepKind {
    /// The word that files have for it, and that sentences choose by.
    pub fn word(self) -> &'static str {
        match self {
            StepKind::Hearing => "hearing",
            StepKind::Information => "information",
            StepKind::Discussion => "discussion",
            StepKind::Decision => "decision",
            StepKind::Clarification => "clarification",
            StepKind::Preparation => "preparation",
            StepKind::Move => "move",
            StepKind::Recruitment => "recruitment",
            StepKind::Evaluation => "evaluation",
            StepKind::External => "external",
        }
    }
}
