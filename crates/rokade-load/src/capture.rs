//! One value of a file into the arena, keys that stand there twice marked on the way.
//!
//! Nothing here knows the keys of the format, and nothing is decoded.

use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

use rokade_core::expected::Expected;
use rokade_core::fault::{Expectation, FaultKind, Found, SyntaxFault};
use rokade_core::ids::parse_id;

use crate::arena::{Arena, NodeId, Shape};
use crate::limits::MAX_NODES;
use crate::reader::{Head, Reader, Stop, Token};

/// Maps of so many keys are searched for a key's twin by comparing all.
const FEW: usize = 16;

impl<'a> Reader<'a> {
    /// Reads the rest of a value into the arena, which held another.
    pub(crate) fn capture(&mut self, head: Head<'a>) -> Result<(), Stop> {
        self.arena.clear();
        self.node(head)
    }

    /// Adds a value. The reader has bounded the depth.
    fn node(&mut self, head: Head<'a>) -> Result<(), Stop> {
        if self.arena.next_id() as usize >= MAX_NODES {
            let fault = SyntaxFault::TooManyNodes(MAX_NODES as u64);
            self.faults.syntax(&head.at, fault);
            return Err(Stop);
        }
        match head.token {
            Token::Text(text, plain) => {
                self.arena.push(text, Shape::Text { plain }, head.at);
            }
            Token::Nothing(text) => {
                self.arena.push(text, Shape::Nothing, head.at);
            }
            Token::Alias => {
                self.arena.push(Cow::Borrowed(""), Shape::Refused, head.at);
            }
            Token::List => {
                let list = self.arena.push(Cow::Borrowed(""), Shape::List, head.at);
                loop {
                    let item = self.next()?;
                    if matches!(item.token, Token::Close) {
                        break;
                    }
                    self.node(item)?;
                }
                self.arena.close(list, self.end());
            }
            Token::Map(flow) => {
                let map = self
                    .arena
                    .push(Cow::Borrowed(""), Shape::Map { flow }, head.at);
                loop {
                    let key = self.next()?;
                    if matches!(key.token, Token::Close) {
                        break;
                    }
                    self.pair(key)?;
                }
                self.arena.close(map, self.end());
                self.refuse_duplicates(map);
            }
            Token::Close | Token::End => return Err(Stop),
        }
        Ok(())
    }

    fn pair(&mut self, key: Head<'a>) -> Result<(), Stop> {
        let id = self.arena.next_id();
        let mut at = key.at.clone();
        let merges = matches!(&key.token, Token::Text(text, true) if text == "<<");
        let collection = match key.token {
            Token::Map(_) => Some(Found::Map),
            Token::List => Some(Found::List),
            _ => None,
        };
        self.node(key)?;
        if let Some(found) = collection {
            let kind = FaultKind::WrongType {
                key: None,
                found,
                expected: Expectation::Shape(Expected::Text),
                nearest: None,
            };
            self.faults.push(&at, kind, None);
            self.arena.leave_out(id);
        }
        self.merging |= merges;
        let value = self.next()?;
        if merges {
            if matches!(value.token, Token::Alias) {
                at.end = value.at.end;
            }
            self.faults.syntax(&at, SyntaxFault::Alias);
            self.arena.leave_out(id);
        }
        self.node(value)?;
        if merges {
            self.merging = false;
        }
        Ok(())
    }

    /// Leaves out every key of a map that stands there before.
    fn refuse_duplicates(&mut self, map: NodeId) {
        let twins = twins(&self.arena, map);
        for (first, second) in twins {
            let node = self.arena.node(second);
            let kind = FaultKind::Duplicate {
                key: crate::attempt::shortened(&node.text),
                first: Some(self.faults.span(&self.arena.node(first).range())),
                kind: None,
            };
            self.faults.push(&node.range(), kind, None);
            self.arena.leave_out(second);
        }
    }
}

/// Each key of a map that stands there before, with the first that does.
fn twins(arena: &Arena<'_>, map: NodeId) -> Vec<(NodeId, NodeId)> {
    let mut twins = Vec::new();
    let mut keys: Vec<(NodeId, &str)> = Vec::with_capacity(FEW);
    keys.extend(arena.pairs(map).filter_map(|(key, _)| {
        let node = arena.node(key);
        let is_text = matches!(node.shape, Shape::Text { .. });
        (is_text && !node.left_out).then_some((key, &*node.text))
    }));
    if keys.len() <= FEW {
        let is_same = if keys.iter().all(|(_, text)| text.is_ascii()) {
            str::eq
        } else {
            same_key
        };
        for (i, &(second, text)) in keys.iter().enumerate() {
            let same = |(_, first): &&(NodeId, &str)| is_same(first, text);
            if let Some(&(first, _)) = keys.iter().take(i).find(same) {
                twins.push((first, second));
            }
        }
    } else {
        let mut seen = HashMap::with_capacity(keys.len());
        for (key, text) in keys {
            match seen.entry(normal(text)) {
                Entry::Occupied(first) => twins.push((*first.get(), key)),
                Entry::Vacant(place) => {
                    place.insert(key);
                }
            }
        }
    }
    twins
}

/// Whether two keys are one, as ids are compared.
pub(crate) fn same_key(a: &str, b: &str) -> bool {
    a == b || (!(a.is_ascii() && b.is_ascii()) && normal(a) == normal(b))
}

/// A key as ids are compared: in NFC, where it is an id.
pub(crate) fn normal(key: &str) -> Cow<'_, str> {
    if key.is_ascii() {
        return Cow::Borrowed(key);
    }
    match parse_id(key) {
        Ok(id) if id != key => Cow::Owned(id.into()),
        _ => Cow::Borrowed(key),
    }
}
