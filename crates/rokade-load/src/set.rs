//! `set`: a merge patch (RFC 7396) over what a proposal's events make of its base.
//!
//! Every part is read by the type of what it is merged into, so that it has the faults it would
//! have in a chart; but nothing is required of it, since it is only a part. What is faulty is
//! left out. A list whose entries have ids is written as a map by id, and becomes one here.

use std::ops::Range;

use rokade_core::date::DateSpan;
use rokade_core::entry::{
    Allow, BodyEntry, ClarifiedBy, CoLocationEntry, CommitmentEntry, CompetenceEntry, Decision,
    EndedEntry, FunctionEntry, InterfaceEntry, OpenEntry, Organization, Patch, PremiseEntry,
    SiteEntry, StaffEntry, StepEntry, TargetGroupEntry, UnitEntry,
};
use rokade_core::expected::Expected;
use rokade_core::fault::{Expectation, FaultKind, Found};
use rokade_core::ids::{
    BodyId, CoLocationId, CommitmentId, CompetenceId, FunctionId, Id, InterfaceId, OpenId,
    PremiseId, SiteId, StaffId, StepId, Subject, TargetGroupId, UnitId,
};
use rokade_core::span::Origin;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value as Json};

use crate::arena::{Arena, NodeId, Shape};
use crate::attempt::{Context, decode, first_line, shortened};
use crate::capture::normal;
use crate::file::{ENDED, Field, File, PROCESS, SAID, Seen};
use crate::reader::{Head, Key, Stop, Token};
use crate::required::{Entity, Lack, lacks_in_lists, require};

/// How a section is written in a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// A map from ids.
    Map,
    /// A list of entities that hold their ids; in `set` a map from ids does as well.
    List,
}

/// What is said of one entity.
struct Said {
    subject: Subject,
    value: Json,
    origin: Origin,
}

/// Reads a key of a map within `set`.
type Each<'x, 'a, 'l> = dyn FnMut(&mut File<'a, 'l>, Field<'a>) -> Result<Option<Json>, Stop> + 'x;

impl<'a, 'l> File<'a, 'l> {
    /// Reads all of `set`.
    pub(crate) fn patches(&mut self, head: &Head<'a>, set: &mut Vec<Patch>) -> Result<(), Stop> {
        if !self.is_map("set", head)? {
            return Ok(());
        }
        let flow = matches!(head.token, Token::Map(true));
        let mut seen = Seen::default();
        self.fields(flow, Some("set"), SAID, &mut seen, &mut |file, field| {
            file.patch(field, set)
        })
    }

    fn patch(&mut self, field: Field<'a>, set: &mut Vec<Patch>) -> Result<(), Stop> {
        let Field { key, at, head } = field;
        macro_rules! section {
            ($id:ty, $entry:ty, $form:ident) => {
                return self.section::<$id, $entry>(key, &at, &head, Form::$form, set)
            };
        }
        let value = match key {
            "sites" => section!(SiteId, SiteEntry, Map),
            "units" => section!(UnitId, UnitEntry, Map),
            "staff" => section!(StaffId, StaffEntry, Map),
            "functions" => section!(FunctionId, FunctionEntry, Map),
            "target_groups" => section!(TargetGroupId, TargetGroupEntry, Map),
            "co_locations" => section!(CoLocationId, CoLocationEntry, List),
            "interfaces" => section!(InterfaceId, InterfaceEntry, List),
            "competences" => section!(CompetenceId, CompetenceEntry, Map),
            "bodies" => section!(BodyId, BodyEntry, Map),
            "premises" => section!(PremiseId, PremiseEntry, List),
            "open" => section!(OpenId, OpenEntry, List),
            "commitments" => section!(CommitmentId, CommitmentEntry, List),
            "organization" => self.part::<Organization>(key, head)?,
            "title" => self.part::<String>(key, head)?,
            "as_of" => self.part::<DateSpan>(key, head)?,
            "allow" => self.allow(head)?,
            "ended" => self.map_of(key, ENDED, &head, &mut |file, field| file.ended_part(field))?,
            "process" => self.map_of(key, PROCESS, &head, &mut |file, field| {
                file.process_part(field)
            })?,
            _ => return self.reader.skip(&head),
        };
        if let Some(value) = value {
            set.push(Patch {
                key,
                id: None,
                value,
                origin: Some(self.origin(&at)),
            });
        }
        Ok(())
    }

    /// A section, entity by entity; nothing in its place removes all of it.
    fn section<K: Id, V: Entity + Serialize>(
        &mut self,
        key: &'static str,
        at: &Range<u32>,
        head: &Head<'a>,
        form: Form,
        set: &mut Vec<Patch>,
    ) -> Result<(), Stop> {
        if matches!(head.token, Token::Nothing(_)) {
            set.push(Patch {
                key,
                id: None,
                value: Json::Null,
                origin: Some(self.origin(at)),
            });
            return Ok(());
        }
        let said = self.by_id::<K, V>(key, head, form)?.unwrap_or_default();
        set.extend(said.into_iter().map(|said| Patch {
            key,
            id: Some(said.subject.id),
            value: said.value,
            origin: Some(said.origin),
        }));
        Ok(())
    }

    /// What is said of each entity of a section; nothing where it is not a section at all.
    fn by_id<K: Id, V: Entity + Serialize>(
        &mut self,
        section: &'static str,
        head: &Head<'a>,
        form: Form,
    ) -> Result<Option<Vec<Said>>, Stop> {
        match head.token {
            Token::Map(_) => self.map_by_id::<K, V>(section, form).map(Some),
            Token::List if form == Form::List => self.list_by_id::<V>(section).map(Some),
            Token::Alias => Ok(None),
            _ => {
                self.wrong_section(section, head, Expected::Map)?;
                Ok(None)
            }
        }
    }

    fn map_by_id<K: Id, V: Entity + Serialize>(
        &mut self,
        section: &'static str,
        form: Form,
    ) -> Result<Vec<Said>, Stop> {
        let mut said = Vec::new();
        let mut places = Places::default();
        loop {
            let (text, at) = match self.reader.key(Expected::Id, Some(section))? {
                Key::Done => return Ok(said),
                Key::Refused => continue,
                Key::Named(text, at) => (text, at),
            };
            let mark = self.reader.faults.mark();
            let value = self.reader.next()?;
            self.reader.capture(value)?;
            let origin = self.origin(&at);
            let subject = K::parse(&text).ok().map(|id| id.subject());
            self.reader.faults.belong_to(mark, subject.as_ref());
            let value = self.part_here::<V>(section, subject.as_ref());
            let Some(subject) = subject else {
                self.bad_id(section, &text, &at);
                continue;
            };
            let value = match (value, form) {
                (Some(value), Form::List) => Some(self.without_id(value, &subject)),
                (value, _) => value,
            };
            self.keep_said(&mut said, &mut places, subject, value, origin, &at);
        }
    }

    fn list_by_id<V: Entity + Serialize>(
        &mut self,
        section: &'static str,
    ) -> Result<Vec<Said>, Stop> {
        let mut said = Vec::new();
        let mut places = Places::default();
        loop {
            let item = self.reader.next()?;
            if matches!(item.token, Token::Close) {
                return Ok(said);
            }
            let start = item.at.start;
            let mark = self.reader.faults.mark();
            self.reader.capture(item)?;
            let whole = self.reader.arena.node(0).range();
            let origin = Origin {
                source: self.id,
                start,
                end: whole.end,
            };
            let subject = self.subject_of_item(section);
            self.reader.faults.belong_to(mark, subject.as_ref());
            let value = self.part_here::<V>(section, subject.as_ref());
            let arena = &self.reader.arena;
            let mut missing = Vec::new();
            require(arena, 0, &["id"], &mut missing);
            let id = arena.get(0, "id").map(|id| arena.node(id).range());
            self.record(missing, subject.as_ref());
            if let (Some(subject), Some(id)) = (subject, id) {
                let value = value.map(|value| self.without_id(value, &subject));
                self.keep_said(&mut said, &mut places, subject, value, origin, &id);
            }
        }
    }

    /// Keeps what is said of an entity, unless something was said of it before.
    fn keep_said(
        &mut self,
        said: &mut Vec<Said>,
        places: &mut Places,
        subject: Subject,
        value: Option<Json>,
        origin: Origin,
        at: &Range<u32>,
    ) {
        if let Some(first) = places.get(&subject) {
            let kind = FaultKind::Duplicate {
                key: subject.id.to_string(),
                first: Some(self.reader.faults.span(first)),
                kind: Some(subject.kind),
            };
            self.reader.faults.push(at, kind, Some(subject));
            return;
        }
        places.insert(subject.clone(), at.clone());
        if let Some(value) = value {
            said.push(Said {
                subject,
                value,
                origin,
            });
        }
    }

    /// Takes out the id that an entity holds itself. Under the key of another it is a fault.
    fn without_id(&mut self, mut value: Json, subject: &Subject) -> Json {
        let Some(map) = value.as_object_mut() else {
            return value;
        };
        let Some(id) = map.shift_remove("id") else {
            return value;
        };
        let arena = &self.reader.arena;
        let node = arena.get(0, "id").map(|id| arena.node(id));
        if let Some(node) = node.filter(|_| id != *subject.id) {
            let kind = FaultKind::WrongType {
                key: Some("id".to_owned()),
                found: Found::Text(shortened(&node.text)),
                expected: Expectation::Shape(Expected::Id),
                nearest: Some(subject.id.to_string()),
            };
            let at = node.range();
            self.reader.faults.push(&at, kind, Some(subject.clone()));
        }
        value
    }

    /// A map whose values `each` reads, which gives nothing for what is faulty.
    fn map_of(
        &mut self,
        key: &'static str,
        keys: &'static [&'static str],
        head: &Head<'a>,
        each: &mut Each<'_, 'a, 'l>,
    ) -> Result<Option<Json>, Stop> {
        if matches!(head.token, Token::Nothing(_)) {
            return Ok(Some(Json::Null));
        }
        if !self.is_map(key, head)? {
            return Ok(None);
        }
        let flow = matches!(head.token, Token::Map(true));
        let mut seen = Seen::default();
        let mut map = Map::new();
        self.fields(flow, Some(key), keys, &mut seen, &mut |file, field| {
            let key = field.key;
            if let Some(value) = each(file, field)? {
                map.insert(key.to_owned(), value);
            }
            Ok(())
        })?;
        Ok(Some(Json::Object(map)))
    }

    fn ended_part(&mut self, field: Field<'a>) -> Result<Option<Json>, Stop> {
        let Field { key, head, .. } = field;
        match key {
            "units" => self.nested::<UnitId, EndedEntry>(key, &head, Form::Map),
            "sites" => self.nested::<SiteId, EndedEntry>(key, &head, Form::Map),
            "functions" => self.nested::<FunctionId, EndedEntry>(key, &head, Form::Map),
            "target_groups" => self.nested::<TargetGroupId, EndedEntry>(key, &head, Form::Map),
            "staff" => self.nested::<StaffId, EndedEntry>(key, &head, Form::Map),
            _ => self.reader.skip(&head).map(|()| None),
        }
    }

    fn process_part(&mut self, field: Field<'a>) -> Result<Option<Json>, Stop> {
        let Field { key, head, .. } = field;
        match key {
            "decision" => self.part::<Decision>(key, head),
            "effective" => self.part::<DateSpan>(key, head),
            "clarified_by" => self.part::<ClarifiedBy>(key, head),
            "steps" => self.nested::<StepId, StepEntry>(key, &head, Form::List),
            _ => self.reader.skip(&head).map(|()| None),
        }
    }

    /// A section within a value, as a map by id.
    fn nested<K: Id, V: Entity + Serialize>(
        &mut self,
        key: &'static str,
        head: &Head<'a>,
        form: Form,
    ) -> Result<Option<Json>, Stop> {
        if matches!(head.token, Token::Nothing(_)) {
            return Ok(Some(Json::Null));
        }
        let said = self.by_id::<K, V>(key, head, form)?;
        let map = |said: Vec<Said>| {
            let pairs = said.into_iter();
            Json::Object(pairs.map(|s| (s.subject.id.into(), s.value)).collect())
        };
        Ok(said.map(map))
    }

    fn allow(&mut self, head: Head<'a>) -> Result<Option<Json>, Stop> {
        let value = self.part::<Vec<Allow>>("allow", head)?;
        let arena = &self.reader.arena;
        let mut missing = Vec::new();
        for item in arena.items(0) {
            require(arena, item, Allow::REQUIRED, &mut missing);
        }
        self.record(missing, None);
        Ok(value)
    }

    /// A value that is one part by itself.
    fn part<T: DeserializeOwned + Serialize>(
        &mut self,
        key: &str,
        head: Head<'a>,
    ) -> Result<Option<Json>, Stop> {
        self.reader.capture(head)?;
        Ok(self.decoded::<T>(key, None))
    }

    /// The entity that the arena holds, as far as it is stated.
    fn part_here<V: Entity + Serialize>(
        &mut self,
        key: &str,
        subject: Option<&Subject>,
    ) -> Option<Json> {
        let value = self.decoded::<V>(key, subject);
        let mut missing = Vec::new();
        lacks_in_lists(&self.reader.arena, &mut missing);
        self.record(missing, subject);
        value
    }

    fn record(&mut self, missing: Vec<Lack>, subject: Option<&Subject>) {
        for (node, kind) in missing {
            let reader = &mut self.reader;
            let at = first_line(reader.text(), reader.arena.node(node).range());
            reader.faults.push(&at, kind, subject.cloned());
        }
    }

    /// What the arena holds, read by its type and written as a patch; nothing where it is
    /// faulty as a whole.
    fn decoded<T: DeserializeOwned + Serialize>(
        &mut self,
        key: &str,
        subject: Option<&Subject>,
    ) -> Option<Json> {
        match self.reader.arena.node(0).shape {
            Shape::Nothing => return Some(Json::Null),
            Shape::Refused => return None,
            _ => {}
        }
        let context = Context {
            text: self.reader.text(),
            key: Some(key),
            subject,
        };
        let reader = &mut self.reader;
        let value: T = decode(&mut reader.arena, context, &mut reader.faults)?;
        // The types of the format have string keys throughout, and so can be written.
        let json = serde_json::to_value(&value).ok()?;
        Some(stated(&reader.arena, 0, Some(json)))
    }
}

/// Where entities stand of which something is said, by what they are.
type Places = std::collections::BTreeMap<Subject, Range<u32>>;

/// A value as its type writes it, with what the type does not write put back: what is nothing
/// removes, and so does a default that is spelled out. The depth of the text is bounded.
fn stated(arena: &Arena<'_>, node: NodeId, written: Option<Json>) -> Json {
    match arena.node(node).shape {
        Shape::Map { .. } => {
            let mut written = match written {
                Some(Json::Object(map)) => map,
                // The short form of a map that says no more than its unit.
                Some(short @ Json::String(_)) => Map::from_iter([("unit".to_owned(), short)]),
                _ => Map::new(),
            };
            let mut map = Map::new();
            for (key, value) in arena.pairs(node) {
                let (name, of) = (arena.node(key), arena.node(value));
                if name.left_out || of.shape == Shape::Refused {
                    continue;
                }
                let (name, of_type) = take(&mut written, &name.text);
                if of.shape == Shape::Nothing {
                    map.insert(name, Json::Null);
                } else if !of.left_out {
                    map.insert(name, stated(arena, value, of_type));
                }
            }
            Json::Object(map)
        }
        // One may be written without its list, and then means one by itself.
        Shape::List => match written {
            Some(list @ Json::Array(_)) => list,
            Some(one) => Json::Array(vec![one]),
            None => Json::Null,
        },
        _ => written.unwrap_or(Json::Null),
    }
}

/// Takes the value of a key that may be an id, which a type writes in its one form.
fn take(written: &mut Map<String, Json>, key: &str) -> (String, Option<Json>) {
    let value = written.shift_remove_entry(key);
    let id = || normal(key).into_owned();
    let (name, value) = match value {
        Some((name, value)) => (name, Some(value)),
        None => written
            .shift_remove_entry(&id())
            .map_or_else(|| (id(), None), |(name, value)| (name, Some(value))),
    };
    (name, value)
}
