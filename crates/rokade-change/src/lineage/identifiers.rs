//! P3, numbers in other systems: what has half of another thing's numbers came from it.
//!
//! Asked of what is left on either side, so that base and revision swapped are the mirror: a
//! thing that came from another, or became part of it, and a thing that was split off one.

use std::collections::{BTreeMap, BTreeSet};

use rokade_core::finding::Side;

use super::evidence::Evidence;
use super::pairs::{Bond, Both, Link, SIDES, other};
use super::spelling::similarity;
use super::work::{Numbered, Work};

/// A number that more things than this have says nothing of which they are.
const COMMON: usize = 32;

/// Pairs what shares numbers.
pub(super) fn pass<E: Numbered>(work: &mut Work<'_, E>) {
    let anything_left = SIDES
        .iter()
        .any(|&side| work.pairs.left(side).next().is_some());
    if !anything_left {
        return;
    }
    let numbers = Numbers::of(work);
    let mut found: BTreeMap<(u32, u32), Evidence> = BTreeMap::new();
    for side in SIDES {
        for entity in work.pairs.left(side) {
            if let Some((partner, shared)) = best(work, &numbers, side, entity) {
                let pair = match side {
                    Side::Base => (entity, partner),
                    Side::Revision => (partner, entity),
                };
                let of = numbers.of.get(side)[entity as usize].len();
                found
                    .entry(pair)
                    .or_insert(Evidence::Identifiers { shared, of });
            }
        }
    }
    let mut times: Both<BTreeMap<u32, usize>> = Both::default();
    for &(from, to) in found.keys() {
        *times.base.entry(from).or_default() += 1;
        *times.revision.entry(to).or_default() += 1;
    }
    // The same thing: neither has another partner, and half of both are shared.
    let bond = |(from, to): (u32, u32), shared: usize| {
        let alone = times.base.get(&from) == Some(&1)
            && times.revision.get(&to) == Some(&1)
            && work.pairs.is_left(Side::Base, from)
            && work.pairs.is_left(Side::Revision, to);
        let half = |side, at: u32| shared * 2 >= numbers.of.get(side)[at as usize].len();
        if alone && half(Side::Base, from) && half(Side::Revision, to) {
            Bond::Whole
        } else {
            Bond::Part
        }
    };
    let links: Vec<Link> = found
        .iter()
        .map(|(&(from, to), evidence)| {
            let shared = match *evidence {
                Evidence::Identifiers { shared, .. } => shared,
                _ => 0,
            };
            Link {
                from,
                to,
                evidence: evidence.clone(),
                bond: bond((from, to), shared),
            }
        })
        .collect();
    for link in links {
        work.pairs.link(link);
    }
}

/// The thing of the other side that has most of an entity's numbers, and at least half; what is
/// left before what has been paired.
fn best<E: Numbered>(
    work: &Work<'_, E>,
    numbers: &Numbers<'_>,
    side: Side,
    entity: u32,
) -> Option<(u32, usize)> {
    let own = &numbers.of.get(side)[entity as usize];
    let mut shared: BTreeMap<u32, usize> = BTreeMap::new();
    for number in own {
        for &partner in numbers.having(other(side), number) {
            *shared.entry(partner).or_default() += 1;
        }
    }
    let may_be = |partner: u32| !work.pairs.is_barred(other(side), partner);
    shared.retain(|&partner, n| *n * 2 >= own.len() && may_be(partner));
    let called = work.called(side, entity);
    let rank = |&(partner, n): &(u32, usize)| {
        let alike = similarity(called, work.called(other(side), partner));
        (n, work.pairs.is_left(other(side), partner), alike)
    };
    shared.into_iter().max_by(|a, b| {
        let ((n_a, left_a, alike_a), (n_b, left_b, alike_b)) = (rank(a), rank(b));
        let ids = work.id(other(side), b.0).cmp(work.id(other(side), a.0));
        n_a.cmp(&n_b)
            .then(left_a.cmp(&left_b))
            .then(alike_a.total_cmp(&alike_b))
            .then(ids)
    })
}

/// The numbers that tell things apart.
struct Numbers<'a> {
    /// Of each entity, each once.
    of: Both<Vec<Vec<&'a str>>>,
    /// Who has each.
    having: Both<BTreeMap<&'a str, Vec<u32>>>,
}

impl<'a> Numbers<'a> {
    fn of<E: Numbered>(work: &Work<'a, E>) -> Self {
        let mut numbers = Numbers {
            of: Both::default(),
            having: Both::default(),
        };
        for side in SIDES {
            let having = numbers.having.get_mut(side);
            for (at, entry) in work.section(side).values().enumerate() {
                let own: BTreeSet<&str> =
                    entry.value.identifiers().iter().map(|n| n.trim()).collect();
                for number in own {
                    having.entry(number).or_default().push(at as u32);
                }
            }
        }
        let Both { base, revision } = &mut numbers.having;
        let is_common = |all: &Vec<u32>| all.len() > COMMON;
        let common: BTreeSet<&str> = base
            .iter()
            .chain(revision.iter())
            .filter(|(_, all)| is_common(all))
            .map(|(number, _)| *number)
            .collect();
        base.retain(|number, _| !common.contains(number));
        revision.retain(|number, _| !common.contains(number));
        for side in SIDES {
            let mut of = vec![Vec::new(); work.section(side).len()];
            for (number, all) in numbers.having.get(side) {
                for &at in all {
                    of[at as usize].push(*number);
                }
            }
            *numbers.of.get_mut(side) = of;
        }
        numbers
    }

    fn having(&self, side: Side, number: &str) -> &[u32] {
        self.having.get(side).get(number).map_or(&[], Vec::as_slice)
    }
}
