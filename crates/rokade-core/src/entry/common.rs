//! Shapes that several entries share.

use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::date::DateSpan;
use crate::expected::Expected;
use crate::ids::{
    CoLocationId, FunctionId, Id, Kind, SiteId, StaffId, StepId, Subject, TargetGroupId, UnitId,
};

/// A rule that may speak of this entity without counting for the exit code.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Allow {
    /// The rule's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<super::RuleName>,
    /// Why it is allowed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// The last day it is; without it, always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<DateSpan>,
}

/// What a premise, an open decision or a hearing's point is about.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct About {
    /// Units.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<UnitId>,
    /// Posts or groups of posts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub staff: Vec<StaffId>,
    /// Functions.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub functions: Vec<FunctionId>,
    /// Sites.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sites: Vec<SiteId>,
    /// Target groups.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub target_groups: Vec<TargetGroupId>,
    /// Co-locations.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub co_locations: Vec<CoLocationId>,
    /// Steps of the process.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<StepId>,
    /// Events of the proposal.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<String>,
}

impl About {
    /// All things that it names, kind by kind; events are known by their own ids alone.
    pub fn things(&self) -> impl Iterator<Item = Subject> {
        fn subjects<I: Id>(ids: &[I]) -> impl Iterator<Item = Subject> {
            ids.iter().map(Id::subject)
        }
        subjects(&self.units)
            .chain(subjects(&self.staff))
            .chain(subjects(&self.functions))
            .chain(subjects(&self.sites))
            .chain(subjects(&self.target_groups))
            .chain(subjects(&self.co_locations))
            .chain(subjects(&self.steps))
    }
}

/// An id, or `undecided`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OrUndecided<T> {
    /// This one.
    Id(T),
    /// It has not been decided.
    Undecided,
}

impl<T> OrUndecided<T> {
    /// The id, where it is decided.
    pub fn id(&self) -> Option<&T> {
        match self {
            OrUndecided::Id(id) => Some(id),
            OrUndecided::Undecided => None,
        }
    }
}

impl<T: Id> Serialize for OrUndecided<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(match self {
            OrUndecided::Id(id) => id.as_str(),
            OrUndecided::Undecided => "undecided",
        })
    }
}

impl<'de, T: Id> Deserialize<'de> for OrUndecided<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let expected = match T::KIND {
            Kind::Site => Expected::SiteOrUndecided,
            _ => Expected::UnitOrUndecided,
        };
        crate::expected::from_text(deserializer, expected, |text| match text {
            "undecided" => Some(OrUndecided::Undecided),
            _ => T::parse(text).ok().map(OrUndecided::Id),
        })
    }
}

impl<T: JsonSchema> JsonSchema for OrUndecided<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("{}OrUndecided", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let id = generator.subschema_for::<T>();
        json_schema!({ "anyOf": [{ "const": "undecided" }, id] })
    }
}

/// A value, or a list of such values.
#[derive(Debug, Clone, PartialEq)]
pub struct OneOrMany<T>(pub Vec<T>);

impl<T> Default for OneOrMany<T> {
    fn default() -> Self {
        OneOrMany(Vec::new())
    }
}

impl<T: Serialize> Serialize for OneOrMany<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0[..] {
            [one] => one.serialize(serializer),
            many => many.serialize(serializer),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for OneOrMany<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either<T>(std::marker::PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Either<T> {
            type Value = OneOrMany<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(Expected::Responsible.code())
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
                T::deserialize(serde::de::value::StrDeserializer::new(text))
                    .map(|one| OneOrMany(vec![one]))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map)).map(|one| OneOrMany(vec![one]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(seq)).map(OneOrMany)
            }
        }

        deserializer.deserialize_any(Either(std::marker::PhantomData))
    }
}

impl<T: JsonSchema> JsonSchema for OneOrMany<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("{}OrList", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let one = generator.subschema_for::<T>();
        json_schema!({ "anyOf": [one.clone(), { "type": "array", "items": one }] })
    }
}
