//! What the passes found, as the rest of the program reads it: descendants and ancestors by id.

use indexmap::IndexMap;
use rokade_core::entry::Section;
use rokade_core::ids::Id;

use super::evidence::Evidence;
use super::pairs::{Bond, Link, Pairs};

/// The descendants and ancestors of every entity of a kind.
#[derive(Debug, Clone)]
pub struct Tracks<I> {
    /// In the order of ids, which the rest of the program relies on.
    forward: IndexMap<I, Ways<I>>,
    backward: IndexMap<I, Vec<I>>,
    gate: Gate,
}

/// What an entity of the base became, by id, and in the same order why.
#[derive(Debug, Clone)]
struct Ways<I> {
    to: Vec<I>,
    found: Vec<(Evidence, Bond)>,
}

/// Whether enough of a kind could be followed for its rules to speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gate {
    /// Entities of the smaller side.
    pub smaller: usize,
    /// How many of that side were followed.
    pub followed: usize,
}

/// Below this many entities nothing is concluded from how many could be followed.
pub(super) const FEW: usize = 8;

impl Gate {
    /// Under half of the smaller side of eight or more could be followed.
    pub fn is_shut(self) -> bool {
        self.smaller >= FEW && self.followed * 2 < self.smaller
    }
}

impl<I: Id> Tracks<I> {
    pub(super) fn new<E>(base: &Section<I, E>, revision: &Section<I, E>, pairs: &Pairs) -> Self {
        let id = |section: &Section<I, E>, at: u32| {
            section.get_index(at as usize).map(|(id, _)| id.clone())
        };
        let mut links: Vec<(I, I, &Link)> = pairs
            .links()
            .iter()
            .filter_map(|link| Some((id(base, link.from)?, id(revision, link.to)?, link)))
            .collect();
        links.sort_unstable_by(|a, b| (&a.1, &a.0).cmp(&(&b.1, &b.0)));
        let mut backward: IndexMap<I, Vec<I>> = IndexMap::new();
        for (from, to, _) in &links {
            match backward.last_mut() {
                Some((last, all)) if last == to => all.push(from.clone()),
                _ => {
                    backward.insert(to.clone(), vec![from.clone()]);
                }
            }
        }
        links.sort_unstable_by(|a, b| (&a.0, &a.1).cmp(&(&b.0, &b.1)));
        let mut forward: IndexMap<I, Ways<I>> = IndexMap::new();
        for (from, to, link) in links {
            let found = (link.evidence.clone(), link.bond);
            match forward.last_mut() {
                Some((last, ways)) if *last == from => {
                    ways.to.push(to);
                    ways.found.push(found);
                }
                _ => {
                    let ways = Ways {
                        to: vec![to],
                        found: vec![found],
                    };
                    forward.insert(from, ways);
                }
            }
        }
        let gate = Gate {
            smaller: base.len().min(revision.len()),
            followed: forward.len().min(backward.len()),
        };
        Tracks {
            forward,
            backward,
            gate,
        }
    }

    /// What an entity of the base became; sorted.
    pub fn descendants(&self, base: &I) -> &[I] {
        self.forward
            .get(base.as_str())
            .map_or(&[], |ways| ways.to.as_slice())
    }

    /// What an entity of the revision came from; sorted.
    pub fn ancestors(&self, revision: &I) -> &[I] {
        self.backward
            .get(revision.as_str())
            .map_or(&[], Vec::as_slice)
    }

    /// Whether one of the revision came from one of the base.
    pub fn follows(&self, base: &I, revision: &I) -> bool {
        self.descendants(base).binary_search(revision).is_ok()
    }

    fn found(&self, base: &I, revision: &I) -> Option<&(Evidence, Bond)> {
        let ways = self.forward.get(base.as_str())?;
        ways.found.get(ways.to.binary_search(revision).ok()?)
    }

    /// Why the two are held to be one.
    pub fn evidence(&self, base: &I, revision: &I) -> Option<&Evidence> {
        self.found(base, revision).map(|(evidence, _)| evidence)
    }

    /// Whether the two are the same thing, under whatever id and name: not where the one became
    /// part of the other, or was split off it.
    pub fn is_same(&self, base: &I, revision: &I) -> bool {
        let found = self.found(base, revision);
        found.is_some_and(|(_, bond)| *bond == Bond::Whole)
    }

    /// What an entity of the base is in the revision, if it is still there: one thing, of all
    /// that it became.
    pub fn same(&self, base: &I) -> Option<&I> {
        let ways = self.forward.get(base.as_str())?;
        let at = ways
            .found
            .iter()
            .position(|(_, bond)| *bond == Bond::Whole)?;
        ways.to.get(at)
    }

    /// Every pair, by the base's id.
    pub fn pairs(&self) -> impl Iterator<Item = (&I, &I)> {
        self.forward
            .iter()
            .flat_map(|(from, ways)| ways.to.iter().map(move |to| (from, to)))
    }

    /// Every pair of things that are the same, by the base's id, with why they are held to be.
    pub fn same_pairs(&self) -> impl Iterator<Item = (&I, &I, &Evidence)> {
        self.forward.iter().flat_map(|(from, ways)| {
            let all = ways.to.iter().zip(&ways.found);
            let whole = all.filter(|(_, (_, bond))| *bond == Bond::Whole);
            whole.map(move |(to, (evidence, _))| (from, to, evidence))
        })
    }

    /// Whether enough could be followed.
    pub fn gate(&self) -> Gate {
        self.gate
    }
}
