//! What an entity must have beyond what serde asks: every key is optional to its type, so that
//! one run can report every fault.
//!
//! Asked over the arena and not over the value: there a key that was left out for a fault is
//! still seen, and so is not also missing. Nothing here looks at any other entity.

mod event;

use rokade_core::entry::{
    Allow, BodyEntry, CoLocationEntry, CommitmentEntry, CompetenceEntry, EndedEntry, EventEntry,
    FunctionEntry, InterfaceEntry, OpenEntry, PremiseEntry, ResponseEntry, SiteEntry, StaffEntry,
    StepEntry, TargetGroupEntry, UnitEntry,
};
use rokade_core::fault::FaultKind;
use serde::de::DeserializeOwned;

use crate::arena::{Arena, NodeId, Shape};

/// Where something is missing, and what.
pub(crate) type Lack = (NodeId, FaultKind);

/// An entity of a section.
pub(crate) trait Entity: DeserializeOwned + Default {
    /// The keys it must have itself.
    const REQUIRED: &'static [&'static str] = &[];

    /// What its parts must have.
    fn parts(_: &Arena<'_>, _: &mut Vec<Lack>) {}
}

/// What an entity of this kind lacks, which the arena holds.
pub(crate) fn lacks<V: Entity>(arena: &Arena<'_>, lacks: &mut Vec<Lack>) {
    require(arena, 0, V::REQUIRED, lacks);
    V::parts(arena, lacks);
    each(arena, "allow", Allow::REQUIRED, lacks);
}

/// The keys that a map lacks.
pub(crate) fn require(
    arena: &Arena<'_>,
    map: NodeId,
    keys: &[&'static str],
    lacks: &mut Vec<Lack>,
) {
    let node = arena.node(map);
    let is_map = matches!(node.shape, Shape::Map { .. });
    // Nothing is read as a map without keys, unless it is a fault already.
    if is_map || (node.shape == Shape::Nothing && !node.left_out) {
        for &key in keys {
            if !arena.states(map, key) {
                lacks.push((map, FaultKind::Missing { key }));
            }
        }
    }
}

/// The keys that each map of a list lacks, or one map in its place.
fn each(arena: &Arena<'_>, list: &str, keys: &[&'static str], lacks: &mut Vec<Lack>) {
    each_in(arena, 0, list, keys, lacks);
}

/// The same of a list that a map holds.
fn each_in(
    arena: &Arena<'_>,
    map: NodeId,
    list: &str,
    keys: &[&'static str],
    lacks: &mut Vec<Lack>,
) {
    let Some(list) = arena.get(map, list) else {
        return;
    };
    if matches!(arena.node(list).shape, Shape::Map { .. }) {
        require(arena, list, keys, lacks);
    }
    for item in arena.items(list) {
        require(arena, item, keys, lacks);
    }
}

/// What the whole items of an entity's lists lack, where the entity itself is only a part of
/// one: a patch replaces lists, and merges maps.
pub(crate) fn lacks_in_lists(arena: &Arena<'_>, lacks: &mut Vec<Lack>) {
    let lists: [(&str, &[&'static str]); 3] = [
        ("allow", Allow::REQUIRED),
        ("responsible", &["unit"]),
        ("hosted_by", &["unit"]),
    ];
    for (list, keys) in lists {
        if let Some(list) = arena.get(0, list) {
            for item in arena.items(list) {
                require(arena, item, keys, lacks);
            }
        }
    }
}

/// Whether these lists name fewer than two in all. A list that is faulty may name any number.
fn too_few(arena: &Arena<'_>, lists: &[&'static str], lacks: &mut Vec<Lack>) {
    let mut count = 0;
    for list in lists {
        match arena.get(0, list) {
            Some(list) => match arena.node(list).shape {
                Shape::List => count += arena.items(list).count(),
                Shape::Nothing => {}
                _ => return,
            },
            // A key that meant this one is a fault already.
            None if arena.states(0, list) => return,
            None => {}
        }
    }
    if count < 2 && matches!(arena.node(0).shape, Shape::Map { .. }) {
        lacks.push((0, FaultKind::TooFewMembers));
    }
}

impl Entity for SiteEntry {}
impl Entity for UnitEntry {}
impl Entity for StaffEntry {}
impl Entity for TargetGroupEntry {}
impl Entity for CompetenceEntry {}
impl Entity for BodyEntry {}
impl Entity for EndedEntry {}

impl Entity for EventEntry {
    fn parts(arena: &Arena<'_>, lacks: &mut Vec<Lack>) {
        event::lacks(arena, lacks);
    }
}

impl Entity for Allow {
    const REQUIRED: &'static [&'static str] = &["rule"];
}

impl Entity for FunctionEntry {
    fn parts(arena: &Arena<'_>, lacks: &mut Vec<Lack>) {
        each(arena, "responsible", &["unit"], lacks);
        each(arena, "hosted_by", &["unit"], lacks);
    }
}

impl Entity for CoLocationEntry {
    const REQUIRED: &'static [&'static str] = &["id"];

    fn parts(arena: &Arena<'_>, lacks: &mut Vec<Lack>) {
        too_few(arena, &["functions", "units", "staff"], lacks);
    }
}

impl Entity for InterfaceEntry {
    const REQUIRED: &'static [&'static str] = &["id"];

    fn parts(arena: &Arena<'_>, lacks: &mut Vec<Lack>) {
        too_few(arena, &["units", "staff"], lacks);
    }
}

impl Entity for PremiseEntry {
    const REQUIRED: &'static [&'static str] = &["id", "text"];
}

impl Entity for OpenEntry {
    const REQUIRED: &'static [&'static str] = &["id"];
}

impl Entity for CommitmentEntry {
    const REQUIRED: &'static [&'static str] = &["id"];
}

impl Entity for StepEntry {
    const REQUIRED: &'static [&'static str] = &["id", "kind"];
}

impl Entity for ResponseEntry {
    const REQUIRED: &'static [&'static str] = &["id", "from"];

    fn parts(arena: &Arena<'_>, lacks: &mut Vec<Lack>) {
        // Points are always a list: a map in its place is that fault alone.
        let points = arena.get(0, "points");
        for point in points.into_iter().flat_map(|points| arena.items(points)) {
            require(arena, point, &["id", "kind"], lacks);
        }
    }
}
