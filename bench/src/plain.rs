//! A chart as plain structs: every key of the format, and nothing that is looked up or checked.
//!
//! This is the least that a program does with a chart before it can ask it anything. A key that
//! is not here is an error, so that nothing is skipped.

#![expect(dead_code, reason = "what is decoded is not looked at")]

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// What a scalar says, whether it is written as text, number or truth value.
#[derive(Debug, Default)]
pub(crate) struct Text(String);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Scalar;

        impl Visitor<'_> for Scalar {
            type Value = Text;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a scalar")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Text, E> {
                Ok(Text(text.to_owned()))
            }

            fn visit_string<E: Error>(self, text: String) -> Result<Text, E> {
                Ok(Text(text))
            }

            fn visit_u64<E: Error>(self, number: u64) -> Result<Text, E> {
                Ok(Text(number.to_string()))
            }

            fn visit_i64<E: Error>(self, number: i64) -> Result<Text, E> {
                Ok(Text(number.to_string()))
            }

            fn visit_f64<E: Error>(self, number: f64) -> Result<Text, E> {
                Ok(Text(number.to_string()))
            }

            fn visit_bool<E: Error>(self, truth: bool) -> Result<Text, E> {
                Ok(Text(truth.to_string()))
            }
        }

        deserializer.deserialize_any(Scalar)
    }
}

/// A map in the order written.
#[derive(Debug)]
pub(crate) struct Rows<K, V>(Vec<(K, V)>);

impl<K, V> Default for Rows<K, V> {
    fn default() -> Self {
        Rows(Vec::new())
    }
}

impl<'de, K: Deserialize<'de>, V: Deserialize<'de>> Deserialize<'de> for Rows<K, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Map<K, V>(PhantomData<(K, V)>);

        impl<'de, K: Deserialize<'de>, V: Deserialize<'de>> Visitor<'de> for Map<K, V> {
            type Value = Rows<K, V>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut rows = Vec::new();
                while let Some(row) = map.next_entry()? {
                    rows.push(row);
                }
                Ok(Rows(rows))
            }
        }

        deserializer.deserialize_map(Map(PhantomData))
    }
}

/// A scalar, or a map, or a list of either.
#[derive(Debug)]
pub(crate) enum Either<T> {
    /// A scalar.
    Text(String),
    /// A map.
    Map(T),
    /// A list.
    List(Vec<Either<T>>),
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Either<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Any<T> {
            type Value = Either<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a scalar, a map or a list")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Either::Text(text.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map)).map(Either::Map)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Self::Value, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(list)).map(Either::List)
            }
        }

        deserializer.deserialize_any(Any(PhantomData))
    }
}

/// Structs whose keys are all optional.
macro_rules! structs {
    ($($name:ident { $($field:ident $(= $key:literal)?: $kind:ty),* })*) => {$(
        #[derive(Debug, Default, Deserialize)]
        #[serde(default, deny_unknown_fields)]
        pub(crate) struct $name {
            $($(#[serde(rename = $key)])? $field: $kind,)*
        }
    )*};
}

type One = Option<Text>;
type Many = Vec<Text>;
type Amounts = Rows<Text, Text>;

structs! {
    Organization { id: One, name: One, language: One, currency: One }
    Allow { rule: One, because: One, until: One }
    About {
        units: Many, staff: Many, functions: Many, sites: Many, target_groups: Many,
        co_locations: Many, steps: Many, events: Many
    }
    Site {
        name: One, also: Many, capacity: One, travel: Amounts, identifiers: Many,
        previously: Many, allow: Vec<Allow>
    }
    Unit {
        name: One, also: Many, parent: One, kind = "type": One, site: One, head: One,
        established: One, until: One, budget: One, independent_of: Many, external: bool,
        purpose: One, identifiers: Many, previously: Many, allow: Vec<Allow>
    }
    Staff {
        title: One, unit: One, site: One, count: One, performs: Many, serves = "for": Many,
        competences: Many, reports_to: One, professional_lead: One, covers_for: Many,
        wishes: Amounts, filled: Option<bool>, cost: One, identifiers: Many, previously: Many,
        allow: Vec<Allow>
    }
    Scope { unit: One, site: One, groups = "for": Many, cases: One, shared: bool }
    Volume { enquiries: One, per: One, per_post: One }
    ByStaff { staff: One }
    NeededBy { functions: Many, target_groups: Many, units: Many, staff: Many }
    HostedBy { unit: One, site: One }
    Function {
        name: One, also: Many, kind: One, kle: One, identifiers: Many, purpose: One,
        statutory: bool, responsible: Option<Either<Scope>>, cases_per_post: One,
        volume: Option<Volume>, decided_by: Option<Either<ByStaff>>, because: One,
        required_in: Many, needed_at: Many, needed_by: Option<NeededBy>,
        hosted_by: Vec<HostedBy>, previously: Many, allow: Vec<Allow>
    }
    TargetGroup {
        name: One, also: Many, citizens: One, pathway: Many, entrance: One, previously: Many,
        allow: Vec<Allow>
    }
    CoLocation {
        id: One, functions: Many, units: Many, staff: Many, groups = "for": Many, because: One,
        allow: Vec<Allow>
    }
    Interface { id: One, units: Many, staff: Many, strength: One, because: One, allow: Vec<Allow> }
    Competence { name: One, also: Many, critical_mass: One, allow: Vec<Allow> }
    Body { name: One, also: Many, kind: One, covers: Many, allow: Vec<Allow> }
    Premise {
        id: One, kind: One, text: One, source: One, about: Option<About>, allow: Vec<Allow>
    }
    Open {
        id: One, about: Option<About>, text: One, options: Many, decide_by: One,
        allow: Vec<Allow>
    }
    EndedEntry { name: One, at: Many, by: One, date: One, because: One, allow: Vec<Allow> }
    Ended {
        units: Rows<Text, EndedEntry>, sites: Rows<Text, EndedEntry>,
        functions: Rows<Text, EndedEntry>, target_groups: Rows<Text, EndedEntry>,
        staff: Rows<Text, EndedEntry>
    }
    Keep { unit: One, function: One, at: Many, co_location: One }
    Commitment { id: One, text: One, keep: Option<Keep>, allow: Vec<Allow> }
    Decision { body: One, date: One, text: One, identifiers: Many, absent: One }
    Step {
        id: One, name: One, kind: One, body: One, date: One, from: One, to: One,
        parallel_with: Many, after: Many, done: Option<bool>, text: One, identifiers: Many,
        absent: One, allow: Vec<Allow>
    }
    Process {
        decision: Option<Decision>, clarified_by: Option<Either<Amounts>>, steps: Vec<Step>
    }
}

/// A chart, with ids of this type.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound = "K: Deserialize<'de>")]
pub(crate) struct Chart<K> {
    rokade: Text,
    #[serde(default)]
    organization: Organization,
    #[serde(default)]
    title: One,
    #[serde(default)]
    as_of: One,
    #[serde(default)]
    allow: Vec<Allow>,
    #[serde(default)]
    sites: Rows<K, Site>,
    #[serde(default)]
    units: Rows<K, Unit>,
    #[serde(default)]
    staff: Rows<K, Staff>,
    #[serde(default)]
    functions: Rows<K, Function>,
    #[serde(default)]
    target_groups: Rows<K, TargetGroup>,
    #[serde(default)]
    co_locations: Vec<CoLocation>,
    #[serde(default)]
    interfaces: Vec<Interface>,
    #[serde(default)]
    competences: Rows<K, Competence>,
    #[serde(default)]
    bodies: Rows<K, Body>,
    #[serde(default)]
    premises: Vec<Premise>,
    #[serde(default)]
    open: Vec<Open>,
    #[serde(default)]
    ended: Ended,
    #[serde(default)]
    commitments: Vec<Commitment>,
    #[serde(default)]
    process: Process,
}
