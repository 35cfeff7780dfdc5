//! Serde's view of the arena.
//!
//! Every text is handed over as text, in quotes or not, so quoting never changes a meaning.
//! Nothing is what is left out: a key of a struct with nothing as its value is passed over,
//! and an empty list or map is read where nothing stands for one. What is left out for a fault
//! is not seen at all. Nothing here records a fault; errors carry the node they arose at.

use rokade_core::expected::Expected;
use serde::de::value::BorrowedStrDeserializer;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, Unexpected, VariantAccess,
    Visitor,
};
use serde::forward_to_deserialize_any;

use crate::arena::{Arena, Node, NodeId, Shape};
use crate::error::{Error, Problem};

/// A node to be decoded.
#[derive(Clone, Copy)]
pub(crate) struct De<'de, 'a> {
    arena: &'de Arena<'a>,
    node: NodeId,
}

impl<'de, 'a> De<'de, 'a> {
    /// The entity.
    pub(crate) fn root(arena: &'de Arena<'a>) -> Self {
        De { arena, node: 0 }
    }

    fn here(&self) -> &'de Node<'a> {
        self.arena.node(self.node)
    }

    fn wrong(&self, problem: Problem) -> Error {
        Error::new(problem).at(self.node)
    }

    fn map(&self, fields: Option<&'static [&'static str]>, alike: bool) -> Pairs<'de, 'a> {
        let is_map = matches!(self.here().shape, Shape::Map { .. });
        Pairs {
            arena: self.arena,
            next: self.node + 1,
            past: if is_map {
                self.arena.past(self.node)
            } else {
                0
            },
            value: 0,
            fields,
            alike,
        }
    }

    fn list(&self) -> Items<'de, 'a> {
        let is_list = self.here().shape == Shape::List;
        Items {
            arena: self.arena,
            next: self.node + 1,
            past: if is_list {
                self.arena.past(self.node)
            } else {
                0
            },
        }
    }
}

impl<'de> Deserializer<'de> for De<'de, '_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.here().shape {
            Shape::Text { .. } => visitor.visit_borrowed_str(&self.here().text),
            Shape::Nothing | Shape::Refused => visitor.visit_unit(),
            Shape::Map { .. } => visitor.visit_map(self.map(None, false)),
            Shape::List => visitor.visit_seq(self.list()),
        }
        .map_err(|error| error.at(self.node))
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match (self.here().shape, &*self.here().text) {
            (Shape::Text { .. }, "true" | "True" | "TRUE") => visitor.visit_bool(true),
            // A key of a bool that is left out is false wherever the format has one.
            (Shape::Text { .. }, "false" | "False" | "FALSE") | (Shape::Nothing, _) => {
                visitor.visit_bool(false)
            }
            _ => Err(self.wrong(Problem::Wrong(Some(Expected::YesNo)))),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.here().shape {
            Shape::Nothing | Shape::Refused => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.here().shape {
            Shape::Nothing | Shape::List => visitor
                .visit_seq(self.list())
                .map_err(|error| error.at(self.node)),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.here().shape {
            Shape::Nothing | Shape::Map { .. } => visitor
                .visit_map(self.map(None, true))
                .map_err(|error| error.at(self.node)),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.here().shape {
            Shape::Nothing | Shape::Map { .. } => visitor
                .visit_map(self.map(Some(fields), false))
                .map_err(|error| error.at(self.node)),
            // A derived struct would also be read from a list.
            _ => Err(self.wrong(Problem::Wrong(Some(Expected::Map)))),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.here().shape {
            Shape::Text { .. } => visitor
                .visit_enum(Word(&self.here().text))
                .map_err(|error| error.at(self.node)),
            _ => Err(self.wrong(Problem::NotOneOf(variants))),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct tuple tuple_struct identifier
    }
}

/// The pairs of a map.
struct Pairs<'de, 'a> {
    arena: &'de Arena<'a>,
    next: NodeId,
    past: NodeId,
    value: NodeId,
    /// The keys of a struct, where it is one.
    fields: Option<&'static [&'static str]>,
    /// Whether it is a map from ids or words to values of one kind.
    alike: bool,
}

impl<'de> MapAccess<'de> for Pairs<'de, '_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        while self.next < self.past {
            let id = self.next;
            self.value = self.arena.past(id);
            self.next = self.arena.past(self.value);
            let key = self.arena.node(id);
            let value = self.arena.node(self.value);
            // An unknown key is told of also where it has no value.
            let unstated = value.shape == Shape::Nothing
                && self.fields.is_some_and(|known| known.contains(&&*key.text));
            if key.left_out || value.left_out || unstated {
                continue;
            }
            let key = De {
                arena: self.arena,
                node: id,
            };
            return seed
                .deserialize(key)
                .map(Some)
                .map_err(|error| error.at(id));
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        let value = De {
            arena: self.arena,
            node: self.value,
        };
        seed.deserialize(value).map_err(|error| {
            let error = error.at(self.value);
            if self.alike {
                error.in_map_value(self.value)
            } else {
                error
            }
        })
    }

    /// So that a map of things alike takes no more room than it needs.
    fn size_hint(&self) -> Option<usize> {
        let next = |&key: &NodeId| {
            let next = self.arena.past(self.arena.past(key));
            Some(next).filter(|&next| next < self.past)
        };
        let first = (self.alike && self.next < self.past).then_some(self.next);
        Some(std::iter::successors(first, next).count())
    }
}

/// The items of a list.
struct Items<'de, 'a> {
    arena: &'de Arena<'a>,
    next: NodeId,
    past: NodeId,
}

impl<'de> SeqAccess<'de> for Items<'de, '_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        while self.next < self.past {
            let item = self.next;
            self.next = self.arena.past(item);
            if self.arena.node(item).left_out {
                continue;
            }
            let node = De {
                arena: self.arena,
                node: item,
            };
            return seed
                .deserialize(node)
                .map(Some)
                .map_err(|error| error.at(item));
        }
        Ok(None)
    }

    /// So that a list takes no more room than it needs.
    fn size_hint(&self) -> Option<usize> {
        let arena = self.arena;
        let next = |&item: &NodeId| Some(arena.past(item)).filter(|&next| next < self.past);
        let first = (self.next < self.past).then_some(self.next);
        let items = std::iter::successors(first, next);
        Some(items.filter(|&item| !arena.node(item).left_out).count())
    }
}

/// A word that stands for a variant.
struct Word<'de>(&'de str);

impl<'de> EnumAccess<'de> for Word<'de> {
    type Error = Error;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Error> {
        let variant = seed.deserialize(BorrowedStrDeserializer::<Error>::new(self.0))?;
        Ok((variant, self))
    }
}

impl<'de> VariantAccess<'de> for Word<'de> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, _: T) -> Result<T::Value, Error> {
        Err(not_a_word())
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Error> {
        Err(not_a_word())
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Error> {
        Err(not_a_word())
    }
}

/// No variant of the format holds anything; one that did would be a mistake in its type.
fn not_a_word() -> Error {
    serde::de::Error::invalid_type(Unexpected::UnitVariant, &Expected::Map)
}
