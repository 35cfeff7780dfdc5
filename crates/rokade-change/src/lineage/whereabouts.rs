//! Where everything of a unit is in the other chart, when all has been found: what is printed of
//! units that were found by contents, and of those that were not found.

use std::collections::BTreeMap;

use rokade_core::finding::Side;
use rokade_core::ids::UnitId;
use rokade_core::quantity::{Certainty, Quantity};

use super::Kinds;
use super::evidence::{Contents, Evidence, Held, Part, Whereabouts};
use super::layout::Layout;
use super::pairs::{Bond, Both, SIDES, Ways, other};

/// Counts the evidence of units found by contents, and tells where everything of those is that
/// were not found, of each side.
pub(super) fn tell(
    kinds: &mut Kinds<'_>,
    layout: &Both<Layout>,
) -> Both<BTreeMap<UnitId, Whereabouts>> {
    let mut by_contents: Both<Vec<u32>> = Both::default();
    for link in kinds.units.pairs.links() {
        if let Evidence::Contents(_) = link.evidence {
            by_contents.base.push(link.from);
            by_contents.revision.push(link.to);
        }
    }
    let mut counted: Both<BTreeMap<u32, Counted>> = Both::default();
    let mut unpaired: Both<BTreeMap<UnitId, Whereabouts>> = Both::default();
    for side in SIDES {
        let units = &kinds.units.pairs;
        let mut asked = std::mem::take(by_contents.get_mut(side));
        asked.extend((0..units.len(side) as u32).filter(|&unit| !units.is_paired(side, unit)));
        asked.sort_unstable();
        asked.dedup();
        if asked.is_empty() {
            continue;
        }
        let contents = Counter::new(kinds, layout, side);
        for unit in asked {
            let all = contents.count(unit);
            if units.is_paired(side, unit) {
                counted.get_mut(side).insert(unit, all);
            } else if let Some((id, _)) = kinds.units.section(side).get_index(unit as usize) {
                let there = all.told(|unit| {
                    let section = kinds.units.section(other(side));
                    section.get_index(unit as usize).map(|(id, _)| id.clone())
                });
                unpaired.get_mut(side).insert(id.clone(), there);
            }
        }
    }
    for link in kinds.units.pairs.links_mut() {
        if let Evidence::Contents(contents) = &mut link.evidence {
            let part = |counted: &BTreeMap<u32, Counted>, unit, there| -> Part {
                counted.get(&unit).map_or(Part::default(), |counted| Part {
                    held: counted.at.get(&there).copied().unwrap_or_default(),
                    of: counted.of,
                })
            };
            **contents = Contents {
                of_base: part(&counted.base, link.from, link.to),
                of_revision: part(&counted.revision, link.to, link.from),
            };
        }
    }
    unpaired
}

/// What a unit holds, by the units of the other chart it is in.
#[derive(Default)]
struct Counted {
    of: Held,
    nowhere: Held,
    at: BTreeMap<u32, Held>,
}

impl Counted {
    fn told(self, id: impl Fn(u32) -> Option<UnitId>) -> Whereabouts {
        let units = self.at.into_iter();
        let mut units: Vec<(UnitId, Held)> = units
            .filter_map(|(unit, held)| Some((id(unit)?, held)))
            .collect();
        let size = |held: &Held| (held.functions, held.posts.low(), held.units);
        units.sort_by(|(a, much), (b, more)| size(more).cmp(&size(much)).then(a.cmp(b)));
        Whereabouts {
            of: self.of,
            nowhere: self.nowhere,
            units,
        }
    }
}

/// Counts what units of one chart hold.
struct Counter<'a> {
    from: &'a Layout,
    to: &'a Layout,
    units: Ways,
    functions: Ways,
    staff: Ways,
    /// How many groups each group of the other chart came from.
    staff_back: Ways,
}

impl<'a> Counter<'a> {
    fn new(kinds: &Kinds<'_>, layout: &'a Both<Layout>, side: Side) -> Self {
        Counter {
            from: layout.get(side),
            to: layout.get(other(side)),
            units: kinds.units.pairs.ways(side),
            functions: kinds.functions.pairs.ways(side),
            staff: kinds.staff.pairs.ways(side),
            staff_back: kinds.staff.pairs.ways(other(side)),
        }
    }

    /// The units, of those a thing is in, that it came to: not others where the same unit has it
    /// still.
    fn came_to(&self, unit: u32, mut places: Vec<u32>) -> Vec<u32> {
        places.sort_unstable();
        places.dedup();
        let heirs = self.units.of(unit).iter();
        let own: Vec<u32> = heirs
            .filter(|(heir, bond)| *bond == Bond::Whole && places.binary_search(heir).is_ok())
            .map(|(heir, _)| *heir)
            .collect();
        if own.is_empty() { places } else { own }
    }

    fn count(&self, unit: u32) -> Counted {
        let mut counted = Counted::default();
        for &function in &self.from.functions[unit as usize] {
            counted.of.functions += 1;
            let now = self.functions.of(function);
            counted.nowhere.functions += usize::from(now.is_empty());
            let places = now
                .iter()
                .flat_map(|(now, _)| &self.to.holders[*now as usize]);
            for place in self.came_to(unit, places.copied().collect()) {
                counted.at.entry(place).or_default().functions += 1;
            }
        }
        for &group in &self.from.posts[unit as usize] {
            let posts = self.from.count[group as usize];
            counted.of.posts += posts;
            let now = self.staff.of(group);
            if now.is_empty() {
                counted.nowhere.posts += posts;
            }
            for (post, _) in now {
                if let Some(place) = self.to.unit[*post as usize] {
                    let many = self.posts(posts, *post, now.len());
                    counted.at.entry(place).or_default().posts += many;
                }
            }
        }
        for &child in &self.from.below[unit as usize] {
            counted.of.units += 1;
            let now = self.units.of(child);
            counted.nowhere.units += usize::from(now.is_empty());
            let places = now.iter().filter_map(|(now, _)| self.to.parent(*now));
            for place in self.came_to(unit, places.collect()) {
                counted.at.entry(place).or_default().units += 1;
            }
        }
        counted
    }

    /// How many of a group are in one that it became: all of that, where it is fewer.
    fn posts(&self, all: Quantity, now: u32, became: usize) -> Quantity {
        let there = self.to.count[now as usize];
        let divided = became > 1 && self.staff_back.of(now).len() == 1;
        if divided || there.less_than(all) == Some(Certainty::Certain) {
            there
        } else {
            all
        }
    }
}
