//! The values of one entity as they stand in a file, in one vector that is used again.
//!
//! Nodes stand in the order of the text, a map's keys and values in turn; each says where its
//! last descendant ends, so that going on to the next is one step. Nothing here parses, and
//! nothing knows the format.

#![expect(
    clippy::indexing_slicing,
    reason = "a node is named by its place in this arena, which is emptied only between entities"
)]

use std::borrow::Cow;
use std::ops::Range;

/// The place of a node.
pub(crate) type NodeId = u32;

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A text; plain, so not in quotes or a block.
    Text {
        /// Whether it stands without quotes.
        plain: bool,
    },
    /// `~`, `null` or nothing.
    Nothing,
    /// Keys with values; flow is `{…}`.
    Map {
        /// Whether it is written in braces.
        flow: bool,
    },
    /// A list.
    List,
    /// An alias, which is refused and counts as not stated.
    Refused,
}

/// A value, or a key.
#[derive(Debug)]
pub(crate) struct Node<'a> {
    /// What it says, with quotes and escapes undone.
    pub(crate) text: Cow<'a, str>,
    /// What it is.
    pub(crate) shape: Shape,
    /// Whether it counts as not stated, since it is faulty.
    pub(crate) left_out: bool,
    start: u32,
    end: u32,
    past: NodeId,
}

impl Node<'_> {
    /// Its bytes.
    pub(crate) fn range(&self) -> Range<u32> {
        self.start..self.end
    }
}

/// What a node is in.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Spot {
    /// The map or list around it.
    pub(crate) parent: Option<NodeId>,
    /// The nearest key it stands under, itself apart.
    pub(crate) key: Option<NodeId>,
    /// Whether it is a key, or stands in one.
    pub(crate) is_key: bool,
}

/// The nodes of one entity; the first is the entity's value.
#[derive(Debug, Default)]
pub(crate) struct Arena<'a> {
    nodes: Vec<Node<'a>>,
    meant: Vec<(NodeId, &'static str)>,
}

impl<'a> Arena<'a> {
    /// Forgets the entity and keeps the memory.
    pub(crate) fn clear(&mut self) {
        self.nodes.clear();
        self.meant.clear();
    }

    /// How many nodes there are, which is the next one's place.
    pub(crate) fn next_id(&self) -> NodeId {
        self.nodes.len() as NodeId
    }

    /// Adds a node.
    pub(crate) fn push(&mut self, text: Cow<'a, str>, shape: Shape, at: Range<u32>) -> NodeId {
        let id = self.next_id();
        self.nodes.push(Node {
            text,
            shape,
            left_out: shape == Shape::Refused,
            start: at.start,
            end: at.end,
            past: id + 1,
        });
        id
    }

    /// Ends a map or list behind the last node and before this byte.
    pub(crate) fn close(&mut self, id: NodeId, end: u32) {
        let past = self.next_id();
        let node = &mut self.nodes[id as usize];
        node.past = past;
        node.end = end.max(node.start);
    }

    /// A node.
    pub(crate) fn node(&self, id: NodeId) -> &Node<'a> {
        &self.nodes[id as usize]
    }

    /// The node behind this one and all in it.
    pub(crate) fn past(&self, id: NodeId) -> NodeId {
        self.nodes[id as usize].past
    }

    /// Lets a node count as not stated.
    pub(crate) fn leave_out(&mut self, id: NodeId) {
        self.nodes[id as usize].left_out = true;
    }

    /// Keys and values of a map; of anything else, none.
    pub(crate) fn pairs(&self, map: NodeId) -> impl Iterator<Item = (NodeId, NodeId)> {
        let is_map = matches!(self.node(map).shape, Shape::Map { .. });
        let past = if is_map { self.past(map) } else { map };
        let mut next = map + 1;
        std::iter::from_fn(move || {
            (next < past).then(|| {
                let key = next;
                let value = self.past(key);
                next = self.past(value);
                (key, value)
            })
        })
    }

    /// Items of a list; of anything else, none.
    pub(crate) fn items(&self, list: NodeId) -> impl Iterator<Item = NodeId> {
        let is_list = self.node(list).shape == Shape::List;
        let past = if is_list { self.past(list) } else { list };
        let mut next = list + 1;
        std::iter::from_fn(move || {
            (next < past).then(|| {
                let item = next;
                next = self.past(item);
                item
            })
        })
    }

    /// The first value of a key.
    pub(crate) fn get(&self, map: NodeId, key: &str) -> Option<NodeId> {
        self.pairs(map)
            .find(|&(k, _)| self.node(k).text == key)
            .map(|(_, value)| value)
    }

    /// Whether a key stands there with a value, faulty or not, or was meant by another.
    pub(crate) fn states(&self, map: NodeId, key: &str) -> bool {
        self.get(map, key)
            .is_some_and(|value| self.node(value).shape != Shape::Nothing)
            || self.meant.iter().any(|&(m, k)| m == map && k == key)
    }

    /// Notes that an unknown key of a map most likely means a known one.
    pub(crate) fn meant(&mut self, map: NodeId, key: &'static str) {
        self.meant.push((map, key));
    }

    /// What a node is in, by going down from the first; only faults ask.
    pub(crate) fn spot(&self, target: NodeId) -> Spot {
        let mut spot = Spot::default();
        let mut at = 0;
        while at != target {
            spot.parent = Some(at);
            match self.node(at).shape {
                Shape::Map { .. } => {
                    let Some((key, value)) =
                        self.pairs(at).find(|&(_, value)| target < self.past(value))
                    else {
                        break;
                    };
                    if target < value {
                        spot.is_key = true;
                        break;
                    }
                    spot.key = Some(key);
                    at = value;
                }
                Shape::List => {
                    let Some(item) = self.items(at).find(|&item| target < self.past(item)) else {
                        break;
                    };
                    at = item;
                }
                _ => break,
            }
        }
        spot
    }
}
