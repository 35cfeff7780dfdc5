//! What an event must say, and what does not go together in one.
//!
//! Asked over the arena, as all that is required. What an event names is not looked up.

use std::collections::BTreeSet;

use rokade_core::entry::{ActionKind, Allow, Rename};
use rokade_core::expected::Expected;
use rokade_core::fault::{Expectation, FaultKind, Found, NotApplicable};
use rokade_core::ids::{Id, UnitId};

use super::{Entity, Lack, each_in, require};
use crate::arena::{Arena, NodeId, Shape};
use crate::proposal::FOUNDED;

/// The things that have an id and no name.
const NAMELESS: [&str; 5] = ["co_location", "interface", "premise", "open", "commitment"];

/// What the event that the arena holds lacks, or has too much.
pub(super) fn lacks(arena: &Arena<'_>, lacks: &mut Vec<Lack>) {
    if !matches!(arena.node(0).shape, Shape::Map { .. } | Shape::Nothing) {
        return;
    }
    let actions: Vec<(ActionKind, NodeId, NodeId)> = arena
        .pairs(0)
        .filter(|&(key, _)| !arena.node(key).left_out)
        .filter_map(|(key, value)| {
            let text = &*arena.node(key).text;
            let mut kinds = ActionKind::ALL.into_iter();
            kinds
                .find(|kind| kind.key() == text)
                .map(|kind| (kind, key, value))
        })
        .collect();
    let stated =
        |&&(_, _, value): &&(ActionKind, NodeId, NodeId)| arena.node(value).shape != Shape::Nothing;
    let several: Vec<&'static str> = actions
        .iter()
        .filter(stated)
        .map(|(kind, ..)| kind.key())
        .collect();
    if several.len() > 1 {
        let why = NotApplicable::SeveralActions { actions: several };
        lacks.push((0, FaultKind::NotApplicable { action: None, why }));
        return;
    }
    let Some(&(kind, key, map)) = actions.iter().find(stated).or(actions.first()) else {
        if !is_misspelt(arena) {
            let why = NotApplicable::NoAction;
            lacks.push((0, FaultKind::NotApplicable { action: None, why }));
        }
        return;
    };
    // A key with nothing behind it says as little as an empty map.
    let here = match arena.node(map).shape {
        Shape::Map { .. } => map,
        Shape::Nothing => key,
        _ => return,
    };
    let mut ask = Ask {
        arena,
        kind,
        map,
        here,
        lacks,
    };
    ask.action();
}

/// Whether an action may stand under a key that is a fault already.
fn is_misspelt(arena: &Arena<'_>) -> bool {
    ActionKind::ALL
        .into_iter()
        .any(|kind| arena.states(0, kind.key()))
        || arena.pairs(0).any(|(key, value)| {
            let is_map = matches!(arena.node(value).shape, Shape::Map { .. });
            arena.node(key).left_out && is_map
        })
}

/// Asks for the keys of one action.
struct Ask<'x, 'a> {
    arena: &'x Arena<'a>,
    kind: ActionKind,
    /// The action's keys and values.
    map: NodeId,
    /// Where to say that something is missing.
    here: NodeId,
    lacks: &'x mut Vec<Lack>,
}

impl Ask<'_, '_> {
    fn action(&mut self) {
        match self.kind {
            ActionKind::Establish => self.establish(),
            ActionKind::Move => self.moves(),
            ActionKind::Relocate => {
                self.one_of(&["unit", "staff"]);
                self.needs("to");
            }
            ActionKind::Assign => {
                self.needs("staff");
                self.any_of(&["performs", "for", "reports_to", "professional_lead"]);
            }
            ActionKind::Merge => self.merge(),
            ActionKind::Split => self.split(),
            ActionKind::Rename => self.rename(),
            ActionKind::Appoint => {
                self.needs("unit");
                self.needs("head");
            }
            ActionKind::Recruit => {
                self.needs("staff");
                self.each("allow", Allow::REQUIRED);
            }
            ActionKind::Reduce => {
                self.needs("staff");
                self.needs("by");
            }
            ActionKind::Discontinue => {
                let thing = self.one_of(&["function", "target_group"]);
                self.only_with(thing, &["function"], &["at"]);
            }
            ActionKind::Close => {
                self.one_of(&["unit", "site"]);
            }
        }
    }

    fn establish(&mut self) {
        let thing = match self.named(&FOUNDED[..3])[..] {
            [] => self.one_of(&FOUNDED),
            _ => self.one_of(&FOUNDED[..3]),
        };
        self.only_with(thing, &["unit", "site"], &["site"]);
        if thing == Some("site") {
            self.site_is_decided();
        }
        self.each("responsible", &["unit"]);
        self.each("hosted_by", &["unit"]);
        self.each("allow", Allow::REQUIRED);
    }

    /// A new site has an id, though a unit's site may be undecided.
    fn site_is_decided(&mut self) {
        let Some(site) = self.arena.get(self.map, "site") else {
            return;
        };
        let node = self.arena.node(site);
        if node.text == "undecided" && !node.left_out {
            let kind = FaultKind::WrongType {
                key: Some("site".to_owned()),
                found: Found::Text(node.text.clone().into_owned()),
                expected: Expectation::Shape(Expected::Id),
                nearest: None,
            };
            self.lacks.push((site, kind));
        }
    }

    fn moves(&mut self) {
        let thing = self.one_of(&["staff", "function", "unit"]);
        self.needs("to");
        self.only_with(thing, &["staff"], &["count", "as"]);
        self.only_with(thing, &["staff", "unit"], &["site"]);
        self.only_with(thing, &["function"], &["from", "for", "at", "cases"]);
    }

    fn merge(&mut self) {
        let things = self.one_of(&["units", "target_groups", "functions"]);
        self.needs("into");
        self.only_with(things, &["units"], &["parent", "site", "head"]);
        // A list that is faulty, or was meant by a misspelt key, may name any number.
        let Some(list) = things.and_then(|things| self.arena.get(self.map, things)) else {
            return;
        };
        let Some(into) = self.arena.get(self.map, "into") else {
            return;
        };
        if self.arena.node(list).shape != Shape::List {
            return;
        }
        let mut members: BTreeSet<&str> = self
            .arena
            .items(list)
            .map(|item| &*self.arena.node(item).text)
            .collect();
        members.insert(&self.arena.node(into).text);
        if members.len() < 2 {
            self.lacks.push((list, FaultKind::TooFewMembers));
        }
    }

    fn split(&mut self) {
        self.needs("unit");
        let Some(parts) = self.arena.get(self.map, "into") else {
            self.needs("into");
            return;
        };
        let items: Vec<NodeId> = self.arena.items(parts).collect();
        if items.is_empty() && self.arena.node(parts).shape == Shape::List {
            self.lacks.push((parts, FaultKind::Missing { key: "id" }));
        } else {
            self.needs("into");
        }
        let mut ids = BTreeSet::new();
        for item in items {
            require(self.arena, item, &["id"], self.lacks);
            let Some(id) = self.arena.get(item, "id") else {
                continue;
            };
            let node = self.arena.node(id);
            if matches!(node.shape, Shape::Text { .. }) && !ids.insert(&*node.text) {
                let thing = UnitId::parse(&node.text).map(|id| id.subject());
                if let Ok(thing) = thing {
                    self.refuse(id, NotApplicable::Exists { thing });
                }
            }
        }
    }

    fn rename(&mut self) {
        let Some(thing) = self.one_of(Rename::THINGS) else {
            return;
        };
        if NAMELESS.contains(&thing) {
            self.needs("id");
            self.only_with(Some(thing), &[], &["name"]);
        } else {
            self.any_of(&["name", "id"]);
        }
    }

    /// Those of these keys that are stated, or were meant.
    fn named(&self, keys: &[&'static str]) -> Vec<&'static str> {
        let stated = |key: &&str| self.arena.states(self.map, key);
        keys.iter().copied().filter(stated).collect()
    }

    /// Asks for exactly one of these keys, and says which it is; the first where there are
    /// several.
    fn one_of(&mut self, keys: &'static [&'static str]) -> Option<&'static str> {
        let named = self.named(keys);
        let Some((&first, others)) = named.split_first() else {
            self.incomplete(keys);
            return None;
        };
        for other in others {
            self.unfit(other);
        }
        Some(first)
    }

    /// Asks for one of these keys or more.
    fn any_of(&mut self, keys: &'static [&'static str]) {
        if self.named(keys).is_empty() {
            self.incomplete(keys);
        }
    }

    /// Refuses keys that go only with some things, where it is another.
    fn only_with(&mut self, thing: Option<&str>, things: &[&str], keys: &[&'static str]) {
        let Some(thing) = thing else {
            return;
        };
        if !things.contains(&thing) {
            for key in self.named(keys) {
                self.unfit(key);
            }
        }
    }

    fn needs(&mut self, key: &'static str) {
        if !self.arena.states(self.map, key) {
            self.lacks.push((self.here, FaultKind::Missing { key }));
        }
    }

    fn incomplete(&mut self, needs: &'static [&'static str]) {
        self.refuse(self.here, NotApplicable::Incomplete { needs });
    }

    fn refuse(&mut self, at: NodeId, why: NotApplicable) {
        let action = Some(self.kind);
        self.lacks
            .push((at, FaultKind::NotApplicable { action, why }));
    }

    /// Says that a key does not go with the rest, at the key; where it was only meant by a
    /// misspelt one, that is a fault already.
    fn unfit(&mut self, key: &str) {
        let mut pairs = self.arena.pairs(self.map);
        let found = pairs.find(|&(k, _)| self.arena.node(k).text == key);
        if let Some((at, _)) = found {
            let key = key.to_owned();
            self.refuse(at, NotApplicable::Unfit { key });
        }
    }

    /// The keys that each map of a list of the action must have.
    fn each(&mut self, list: &str, keys: &[&'static str]) {
        each_in(self.arena, self.map, list, keys, self.lacks);
    }
}
