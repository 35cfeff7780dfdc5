//! The pairs of one kind while they are being found, by the entities' places in their sections.
//!
//! What a pass may look at is what is left: what no pass has paired, and nobody has ended on
//! purpose. Nothing here knows what an entity is.

use std::collections::BTreeSet;

use rokade_core::finding::Side;

use super::evidence::Evidence;

/// Whether two things are the same, or one is part of the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Bond {
    /// They are the same thing, under whatever id.
    Whole,
    /// The one became part of the other, or was split off it.
    Part,
}

/// A pair, with why.
#[derive(Debug, Clone)]
pub(super) struct Link {
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) evidence: Evidence,
    pub(super) bond: Bond,
}

/// The other side.
pub(super) fn other(side: Side) -> Side {
    match side {
        Side::Base => Side::Revision,
        Side::Revision => Side::Base,
    }
}

/// Something for each side.
#[derive(Debug, Clone, Default)]
pub(super) struct Both<T> {
    pub(super) base: T,
    pub(super) revision: T,
}

impl<T> Both<T> {
    pub(super) fn get(&self, side: Side) -> &T {
        match side {
            Side::Base => &self.base,
            Side::Revision => &self.revision,
        }
    }

    pub(super) fn get_mut(&mut self, side: Side) -> &mut T {
        match side {
            Side::Base => &mut self.base,
            Side::Revision => &mut self.revision,
        }
    }
}

/// Both sides, the base first.
pub(super) const SIDES: [Side; 2] = [Side::Base, Side::Revision];

/// The pairs of one kind so far.
pub(super) struct Pairs {
    links: Vec<Link>,
    paired: Both<Vec<bool>>,
    /// What has ended on purpose: it came to nothing, and what has its id now is another thing.
    barred: Both<Vec<bool>>,
    /// A forest over the entities of both sides; those that hang together have one root.
    above: Vec<u32>,
}

impl Pairs {
    pub(super) fn new(base: usize, revision: usize) -> Self {
        Pairs {
            links: Vec::new(),
            paired: Both {
                base: vec![false; base],
                revision: vec![false; revision],
            },
            barred: Both {
                base: vec![false; base],
                revision: vec![false; revision],
            },
            above: (0..(base + revision) as u32).collect(),
        }
    }

    pub(super) fn links(&self) -> &[Link] {
        &self.links
    }

    pub(super) fn links_mut(&mut self) -> &mut [Link] {
        &mut self.links
    }

    pub(super) fn len(&self, side: Side) -> usize {
        self.paired.get(side).len()
    }

    /// Notes a pair; the first pass that finds it keeps it.
    pub(super) fn link(&mut self, link: Link) {
        self.paired.base[link.from as usize] = true;
        self.paired.revision[link.to as usize] = true;
        let from = self.root(link.from);
        let to = self.root(self.paired.base.len() as u32 + link.to);
        // The lower number above: which it is says nothing, but must be the same every time.
        let (low, high) = (from.min(to), from.max(to));
        self.above[high as usize] = low;
        self.links.push(link);
    }

    /// Notes pairs of things that are the same.
    pub(super) fn link_whole(&mut self, found: &[(u32, u32)], evidence: &Evidence) {
        for &(from, to) in found {
            self.link(Link {
                from,
                to,
                evidence: evidence.clone(),
                bond: Bond::Whole,
            });
        }
    }

    pub(super) fn bar(&mut self, side: Side, entity: usize) {
        self.barred.get_mut(side)[entity] = true;
    }

    pub(super) fn is_paired(&self, side: Side, entity: u32) -> bool {
        self.paired.get(side)[entity as usize]
    }

    /// Whether an entity is still to be found on the other side.
    pub(super) fn is_left(&self, side: Side, entity: u32) -> bool {
        !self.is_paired(side, entity) && !self.barred.get(side)[entity as usize]
    }

    pub(super) fn is_barred(&self, side: Side, entity: u32) -> bool {
        self.barred.get(side)[entity as usize]
    }

    /// What is still to be found on the other side, in the order of the section.
    pub(super) fn left(&self, side: Side) -> impl Iterator<Item = u32> + '_ {
        (0..self.len(side) as u32).filter(move |&entity| self.is_left(side, entity))
    }

    /// Whether something is left on both sides.
    pub(super) fn is_open(&self) -> bool {
        SIDES.iter().all(|&side| self.left(side).next().is_some())
    }

    fn root(&mut self, mut node: u32) -> u32 {
        while self.above[node as usize] != node {
            // Halves the way for those who ask next.
            let next = self.above[self.above[node as usize] as usize];
            self.above[node as usize] = next;
            node = next;
        }
        node
    }

    /// What an entity is together with everything it hangs together with, on either side; `None`
    /// while it is not paired.
    pub(super) fn class(&mut self, side: Side, entity: u32) -> Option<u32> {
        if !self.is_paired(side, entity) {
            return None;
        }
        let node = match side {
            Side::Base => entity,
            Side::Revision => self.paired.base.len() as u32 + entity,
        };
        Some(self.root(node))
    }

    /// The entities of one side by what they are paired with.
    pub(super) fn ways(&self, from: Side) -> Ways {
        let mut ways = Ways {
            starts: vec![0; self.len(from) + 1],
            ends: vec![(0, Bond::Part); self.links.len()],
        };
        let ends = |link: &Link| match from {
            Side::Base => (link.from as usize, link.to),
            Side::Revision => (link.to as usize, link.from),
        };
        for link in &self.links {
            ways.starts[ends(link).0 + 1] += 1;
        }
        for at in 1..ways.starts.len() {
            ways.starts[at] += ways.starts[at - 1];
        }
        let mut next = ways.starts.clone();
        for link in &self.links {
            let (entity, end) = ends(link);
            ways.ends[next[entity]] = (end, link.bond);
            next[entity] += 1;
        }
        ways
    }
}

/// What each entity of a side is paired with.
pub(super) struct Ways {
    starts: Vec<usize>,
    ends: Vec<(u32, Bond)>,
}

impl Ways {
    pub(super) fn of(&self, entity: u32) -> &[(u32, Bond)] {
        let entity = entity as usize;
        &self.ends[self.starts[entity]..self.starts[entity + 1]]
    }
}

/// A key that an entity of one side has.
pub(super) type Keyed<K> = (K, Side, u32);

/// The pairs that share a key and nothing else shares it with them: an entity may have several
/// keys, and still has one partner.
pub(super) fn only_two<K: Ord>(mut keys: Vec<Keyed<K>>) -> Vec<(u32, u32)> {
    keys.sort_unstable();
    keys.dedup();
    let mut pairs: Vec<(u32, u32)> = Vec::new();
    let mut doubtful: BTreeSet<(Side, u32)> = BTreeSet::new();
    for same in keys.chunk_by(|a, b| a.0 == b.0) {
        match same {
            [(_, Side::Base, from), (_, Side::Revision, to)] => pairs.push((*from, *to)),
            all => {
                let sides = |of| all.iter().any(|(_, side, _)| *side == of);
                if sides(Side::Base) && sides(Side::Revision) {
                    doubtful.extend(all.iter().map(|&(_, side, entity)| (side, entity)));
                }
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    for two in pairs.windows(2) {
        if two[0].0 == two[1].0 {
            doubtful.insert((Side::Base, two[0].0));
        }
    }
    pairs.sort_unstable_by_key(|&(from, to)| (to, from));
    for two in pairs.windows(2) {
        if two[0].1 == two[1].1 {
            doubtful.insert((Side::Revision, two[0].1));
        }
    }
    pairs.retain(|&(from, to)| {
        !doubtful.contains(&(Side::Base, from)) && !doubtful.contains(&(Side::Revision, to))
    });
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_are_a_pair_when_nothing_else_has_their_key() {
        let (b, r) = (Side::Base, Side::Revision);
        assert_eq!(only_two(vec![("a", b, 0), ("a", r, 3)]), [(0, 3)]);
        // Two on one side, or one twice, and nothing on the other.
        assert_eq!(only_two(vec![("a", b, 0), ("a", b, 1), ("a", r, 3)]), []);
        assert_eq!(only_two(vec![("a", b, 0), ("a", b, 1)]), []);
        assert_eq!(
            only_two(vec![("a", b, 0), ("a", b, 0), ("a", r, 3)]),
            [(0, 3)]
        );
    }

    #[test]
    fn one_with_two_partners_has_none() {
        let (b, r) = (Side::Base, Side::Revision);
        let keys = vec![("a", b, 0), ("a", r, 3), ("b", b, 0), ("b", r, 4)];
        assert_eq!(only_two(keys), []);
        let keys = vec![("a", b, 0), ("a", r, 3), ("b", b, 1), ("b", r, 3)];
        assert_eq!(only_two(keys), []);
        // The same partner by two keys is one partner; another key that is doubtful is a doubt.
        let keys = vec![("a", b, 0), ("a", r, 3), ("b", b, 0), ("b", r, 3)];
        assert_eq!(only_two(keys.clone()), [(0, 3)]);
        let doubt = [("c", b, 0), ("c", b, 1), ("c", r, 4)];
        assert_eq!(only_two([&keys[..], &doubt].concat()), []);
    }

    #[test]
    fn what_hangs_together_has_one_class() {
        let mut pairs = Pairs::new(3, 3);
        pairs.link_whole(&[(0, 1), (1, 1)], &Evidence::Declared);
        assert_eq!(pairs.class(Side::Base, 0), pairs.class(Side::Base, 1));
        assert_eq!(pairs.class(Side::Base, 0), pairs.class(Side::Revision, 1));
        assert_eq!(pairs.class(Side::Base, 2), None);
        pairs.link_whole(&[(2, 2)], &Evidence::SameId);
        assert_ne!(pairs.class(Side::Base, 2), pairs.class(Side::Base, 0));
        assert_eq!(pairs.ways(Side::Revision).of(1).len(), 2);
        assert_eq!(pairs.ways(Side::Base).of(2), [(2, Bond::Whole)]);
        pairs.bar(Side::Revision, 0);
        assert!(!pairs.is_left(Side::Revision, 0) && !pairs.is_open());
    }
}
