//! The sections of a chart, entity by entity: maps from ids, and lists of entities with ids.
//!
//! Each entity is captured, decoded and checked as it ends, so only one is held at a time.
//! Which sections there are is `file`'s.

use rokade_core::entry::{
    CoLocationEntry, CommitmentEntry, Entries, InterfaceEntry, OpenEntry, PremiseEntry, StepEntry,
};
use rokade_core::expected::Expected;
use rokade_core::fault::{Expectation, FaultKind};
use rokade_core::ids::{
    CoLocationId, CommitmentId, Id, InterfaceId, OpenId, PremiseId, StepId, Subject,
};
use rokade_core::span::Origin;

use crate::arena::Shape;
use crate::attempt::{Context, decode, first_line, shortened};
use crate::file::File;
use crate::near;
use crate::reader::{Head, Key, Stop, Token};
use crate::required::{Entity, Lack, lacks};

/// Keeps an entity of one kind, unless its id is taken.
pub(crate) type Keep<K, V> = fn(&mut Entries, K, V, Origin) -> Option<Taken<K>>;

/// An id that is taken.
pub(crate) struct Taken<K> {
    /// The id.
    pub(crate) id: K,
    /// Where the entity stands that has it.
    pub(crate) first: Option<Origin>,
}

/// An entity of a list, which holds its id itself.
pub(crate) trait Listed: Entity {
    /// Its kind of id.
    type Id: Id;

    /// Its id.
    fn id(&self) -> Option<&Self::Id>;
}

macro_rules! listed {
    ($($entry:ty = $id:ty;)*) => {$(
        impl Listed for $entry {
            type Id = $id;

            fn id(&self) -> Option<&$id> {
                self.id.as_ref()
            }
        }
    )*};
}

listed! {
    CoLocationEntry = CoLocationId;
    InterfaceEntry = InterfaceId;
    PremiseEntry = PremiseId;
    OpenEntry = OpenId;
    CommitmentEntry = CommitmentId;
    StepEntry = StepId;
}

impl<'a> File<'a, '_> {
    /// Reads a map from ids to entities.
    pub(crate) fn map_section<K: Id, V: Entity>(
        &mut self,
        section: &'static str,
        head: &Head<'a>,
        into: Keep<K, V>,
    ) -> Result<(), Stop> {
        if !self.is_map(section, head)? {
            return Ok(());
        }
        loop {
            let (text, at) = match self.reader.key(Expected::Id, Some(section))? {
                Key::Done => return Ok(()),
                Key::Refused => continue,
                Key::Named(text, at) => (text, at),
            };
            let mark = self.reader.faults.mark();
            let value = self.reader.next()?;
            self.reader.capture(value)?;
            let origin = self.origin(&at);
            let id = K::parse(&text).ok();
            let subject = id.as_ref().map(Id::subject);
            self.reader.faults.belong_to(mark, subject.as_ref());
            let entity = self.entity::<V>(section, subject.as_ref());
            match id {
                // A faulty value counts as not stated; the thing is there all the same.
                Some(id) => self.keep(into, id, entity.unwrap_or_default(), origin),
                None => self.bad_id(section, &text, &at),
            }
        }
    }

    /// Reads a list of entities that hold their ids.
    pub(crate) fn list_section<V: Listed>(
        &mut self,
        section: &'static str,
        head: &Head<'a>,
        into: Keep<V::Id, V>,
    ) -> Result<(), Stop> {
        self.items(section, head, |file, entity: V, origin| {
            if let Some(id) = entity.id().cloned() {
                file.keep(into, id, entity, origin);
            }
        })
    }

    /// Reads a list of entities and hands over each that is not faulty as a whole.
    pub(crate) fn items<V: Entity>(
        &mut self,
        section: &'static str,
        head: &Head<'a>,
        mut put: impl FnMut(&mut Self, V, Origin),
    ) -> Result<(), Stop> {
        if !head.is_stated() {
            return Ok(());
        }
        if !matches!(head.token, Token::List) {
            return self.wrong_section(section, head, Expected::List);
        }
        loop {
            let item = self.reader.next()?;
            if matches!(item.token, Token::Close) {
                return Ok(());
            }
            let start = item.at.start;
            let mark = self.reader.faults.mark();
            self.reader.capture(item)?;
            let origin = Origin {
                source: self.id,
                start,
                end: self.reader.arena.node(0).range().end,
            };
            let subject = self.subject_of_item(section);
            self.reader.faults.belong_to(mark, subject.as_ref());
            if let Some(entity) = self.entity::<V>(section, subject.as_ref()) {
                put(self, entity, origin);
            }
        }
    }

    /// The item that the arena holds, where it has an id.
    pub(crate) fn subject_of_item(&self, section: &str) -> Option<Subject> {
        let kind = rokade_core::ids::Kind::ALL
            .into_iter()
            .find(|kind| kind.section() == section)?;
        let arena = &self.reader.arena;
        let id = arena.node(arena.get(0, "id")?);
        let id = rokade_core::ids::parse_id(&id.text).ok()?;
        Some(Subject { kind, id })
    }

    /// Decodes and checks the entity that the arena holds.
    pub(crate) fn entity<V: Entity>(&mut self, key: &str, subject: Option<&Subject>) -> Option<V> {
        let context = Context {
            text: self.reader.text(),
            key: Some(key),
            subject,
        };
        let reader = &mut self.reader;
        let entity = decode(&mut reader.arena, context, &mut reader.faults);
        let mut found: Vec<Lack> = Vec::new();
        lacks::<V>(&reader.arena, &mut found);
        for (node, kind) in found {
            let at = first_line(context.text, reader.arena.node(node).range());
            reader.faults.push(&at, kind, subject.cloned());
        }
        entity
    }

    /// Keeps an entity, unless its id is taken.
    pub(crate) fn keep<K: Id, V>(&mut self, into: Keep<K, V>, id: K, entity: V, origin: Origin) {
        let taken = into(self.entries, id, entity, origin);
        let Some(taken) = taken else {
            return;
        };
        let kind = FaultKind::Duplicate {
            key: taken.id.as_str().to_owned(),
            first: taken.first.and_then(|first| self.key_of(first)),
            kind: Some(K::KIND),
        };
        let at = match self.key_of(origin) {
            Some(span) => span.start..span.end,
            None => origin.start..origin.end,
        };
        let subject = taken.id.subject();
        self.reader.faults.push(&at, kind, Some(subject));
    }

    /// A key that is no id.
    pub(crate) fn bad_id(&mut self, section: &str, text: &str, at: &std::ops::Range<u32>) {
        let expected = Expectation::Shape(Expected::Id);
        let kind = FaultKind::WrongType {
            key: Some(section.to_owned()),
            found: rokade_core::fault::Found::Text(shortened(text)),
            nearest: near::value(text, &expected),
            expected,
        };
        self.reader.faults.push(at, kind, None);
    }

    /// Whether a value is a map; what is neither that nor nothing is a fault and passed over.
    pub(crate) fn is_map(&mut self, key: &str, head: &Head<'a>) -> Result<bool, Stop> {
        if !head.is_stated() {
            return Ok(false);
        }
        if matches!(head.token, Token::Map(_)) {
            return Ok(true);
        }
        self.wrong_section(key, head, Expected::Map)?;
        Ok(false)
    }

    /// A section of another shape than it has, which is passed over.
    pub(crate) fn wrong_section(
        &mut self,
        key: &str,
        head: &Head<'a>,
        expected: Expected,
    ) -> Result<(), Stop> {
        self.reader.skip(head)?;
        let end = self.reader.end().max(head.at.end);
        let at = first_line(self.reader.text(), head.at.start..end);
        let kind = FaultKind::WrongType {
            key: Some(key.to_owned()),
            found: head.found(),
            expected: Expectation::Shape(expected),
            nearest: None,
        };
        self.reader.faults.push(&at, kind, None);
        Ok(())
    }

    /// Decodes the rest of a value that is one entity by itself.
    pub(crate) fn value<T: serde::de::DeserializeOwned>(
        &mut self,
        key: &str,
        head: Head<'a>,
    ) -> Result<Option<T>, Stop> {
        self.reader.capture(head)?;
        let root = self.reader.arena.node(0).shape;
        if matches!(root, Shape::Nothing | Shape::Refused) {
            return Ok(None);
        }
        let context = Context {
            text: self.reader.text(),
            key: Some(key),
            subject: None,
        };
        let reader = &mut self.reader;
        Ok(decode(&mut reader.arena, context, &mut reader.faults))
    }
}
