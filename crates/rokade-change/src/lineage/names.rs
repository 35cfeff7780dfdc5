//! P4, the same name in the same line; P5, the same name and nothing else with it; P6, the same
//! purpose.
//!
//! A name that two have on one side says nothing of either. Alike is not the same: no name is
//! ever compared with another.

use rokade_core::entry::{FunctionEntry, StaffEntry, UnitEntry};
use rokade_core::finding::Side;
use rokade_core::name::words_of;

use super::evidence::Evidence;
use super::layout::{Above, Layout};
use super::pairs::{Both, Keyed, Pairs, SIDES, only_two};
use super::work::{Named, Purposed, Traced, Work};

/// A purpose of fewer words is one that anything could have.
const WORDS_OF_A_PURPOSE: usize = 6;

/// P4 for a kind that has no line: sites and target groups.
pub(super) fn in_chart<E: Traced>(work: &mut Work<'_, E>) {
    if !work.pairs.is_open() {
        return;
    }
    let keys = keys(work, |_, _| Some(()));
    work.pairs.link_whole(&only_two(keys), &Evidence::Name);
}

/// P4 for units: the same name under the same unit at the same site, from the roots down.
pub(super) fn units(work: &mut Work<'_, UnitEntry>, sites: &mut Pairs, layout: &Both<Layout>) {
    if !work.pairs.is_open() {
        return;
    }
    let mut seats = Seats::new(sites, layout);
    let named = work.names();
    let pairs = &mut work.pairs;
    let mut keys = Vec::new();
    for side in SIDES {
        let left: Vec<u32> = pairs.left(side).collect();
        for unit in left {
            let layout = layout.get(side);
            let line = match layout.above[unit as usize] {
                Above::Nothing => None,
                Above::Unit(parent) => match pairs.class(side, parent) {
                    Some(class) => Some(class),
                    None => continue,
                },
                Above::Unclear => continue,
            };
            let seat = seats.of(side, layout.seat[unit as usize]);
            if let (Some(name), Some(seat)) = (named.of.get(side)[unit as usize], seat) {
                keys.push(((name, line, seat), side, unit));
            }
        }
    }
    let mut found = only_two(keys);
    pairs.link_whole(&found, &Evidence::Name);
    // What stands under two that have just been paired can be paired now.
    while let Some((from, to)) = found.pop() {
        let mut keys = Vec::new();
        for (side, unit) in [(Side::Base, from), (Side::Revision, to)] {
            let layout = layout.get(side);
            for &child in &layout.below[unit as usize] {
                let seat = seats.of(side, layout.seat[child as usize]);
                let name = named.of.get(side)[child as usize];
                if let (true, Some(name), Some(seat)) = (pairs.is_left(side, child), name, seat) {
                    keys.push(((name, seat), side, child));
                }
            }
        }
        let below = only_two(keys);
        pairs.link_whole(&below, &Evidence::Name);
        found.extend(below);
    }
}

/// P4 for functions: the same name held by the same unit.
pub(super) fn functions(
    work: &mut Work<'_, FunctionEntry>,
    units: &mut Pairs,
    layout: &Both<Layout>,
) {
    if !work.pairs.is_open() {
        return;
    }
    let named = work.names();
    let mut keys = Vec::new();
    for side in SIDES {
        for function in work.pairs.left(side) {
            let Some(name) = named.of.get(side)[function as usize] else {
                continue;
            };
            for &holder in &layout.get(side).holders[function as usize] {
                if let Some(class) = units.class(side, holder) {
                    keys.push(((name, class), side, function));
                }
            }
        }
    }
    work.pairs.link_whole(&only_two(keys), &Evidence::Name);
}

/// P4 for posts: the same title in the same unit at the same site; where several groups have
/// that, those who also perform the same.
pub(super) fn staff(
    work: &mut Work<'_, StaffEntry>,
    units: &mut Pairs,
    sites: &mut Pairs,
    functions: &mut Work<'_, FunctionEntry>,
    layout: &Both<Layout>,
) {
    if !work.pairs.is_open() {
        return;
    }
    let mut seats = Seats::new(sites, layout);
    let mut keys = keys(work, |side, post| {
        let layout = layout.get(side);
        let class = units.class(side, layout.unit[post as usize]?)?;
        Some((class, seats.of(side, layout.based[post as usize])?))
    });
    work.pairs
        .link_whole(&only_two(keys.clone()), &Evidence::Name);
    keys.retain(|&(_, side, post)| work.pairs.is_left(side, post));
    let keys = keys.into_iter().filter_map(|(key, side, post)| {
        let performs = work.entry(side, post).performs.as_deref();
        let mut classes = Vec::new();
        for id in performs.unwrap_or_default() {
            let function = functions.section(side).get_index_of(id)? as u32;
            classes.push(functions.pairs.class(side, function)?);
        }
        classes.sort_unstable();
        Some(((key, classes), side, post))
    });
    let found = only_two(keys.collect());
    work.pairs.link_whole(&found, &Evidence::Name);
}

/// P5: the same name, which nothing else of the kind has in either chart.
pub(super) fn unique<E: Traced>(work: &mut Work<'_, E>) {
    if !work.pairs.is_open() {
        return;
    }
    let found = alone(&work.pairs, &work.names());
    work.pairs.link_whole(&found, &Evidence::UniqueName);
}

/// P6: the same purpose, of six words or more, which nothing else of the kind has.
pub(super) fn purpose<E: Purposed>(work: &mut Work<'_, E>) {
    if !work.pairs.is_open() {
        return;
    }
    let purposes = work.texts(E::purpose, |text| {
        let words = words_of(text);
        (words.len() >= WORDS_OF_A_PURPOSE).then(|| words.join(" "))
    });
    let found = alone(&work.pairs, &purposes);
    work.pairs.link_whole(&found, &Evidence::Purpose);
}

/// What is left on both sides and has a text that nothing else has, left or not.
fn alone(pairs: &Pairs, named: &Named) -> Vec<(u32, u32)> {
    let mut keys = Vec::new();
    for side in SIDES {
        for entity in pairs.left(side) {
            if let Some(text) = named.of.get(side)[entity as usize] {
                let is_alone = SIDES
                    .iter()
                    .all(|&side| named.count.get(side)[text as usize] == 1);
                if is_alone {
                    keys.push((text, side, entity));
                }
            }
        }
    }
    only_two(keys)
}

/// What is left, by its name and something more.
fn keys<E: Traced, K: Ord>(
    work: &Work<'_, E>,
    mut more: impl FnMut(Side, u32) -> Option<K>,
) -> Vec<Keyed<(u32, K)>> {
    let named = work.names();
    let mut keys = Vec::new();
    for side in SIDES {
        for entity in work.pairs.left(side) {
            let name = named.of.get(side)[entity as usize];
            let more = more(side, entity);
            if let (Some(name), Some(more)) = (name, more) {
                keys.push(((name, more), side, entity));
            }
        }
    }
    keys
}

/// A site as part of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Seat {
    /// At no site, or nobody says.
    Nowhere,
    /// At a site that both charts have.
    At(u32),
}

/// Sites on both sides.
struct Seats<'a> {
    sites: &'a mut Pairs,
    /// Where one chart does not say where anything is, it is nowhere else than before.
    matter: bool,
}

impl<'a> Seats<'a> {
    fn new(sites: &'a mut Pairs, layout: &Both<Layout>) -> Self {
        let matter = SIDES.iter().all(|&side| layout.get(side).has_sites);
        Seats { sites, matter }
    }

    /// What a site is on both sides; `None` where it is on one alone.
    fn of(&mut self, side: Side, at: Option<u32>) -> Option<Seat> {
        match at {
            Some(address) if self.matter => self.sites.class(side, address).map(Seat::At),
            _ => Some(Seat::Nowhere),
        }
    }
}
