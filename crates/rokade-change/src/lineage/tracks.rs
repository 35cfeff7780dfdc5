//! What the passes found, as the rest of the program reads it: descendants and ancestors by id.

use std::collections::BTreeSet;

use indexmap::{IndexMap, IndexSet};
use rokade_core::chart::{Chart, Tracked};
use rokade_core::entry::{Hashed, Section};
use rokade_core::ids::Id;

use super::evidence::Evidence;
use super::pairs::{Bond, Link, Pairs};

/// The descendants and ancestors of every entity of a kind.
#[derive(Debug, Clone)]
pub struct Tracks<I> {
    /// What is the same under the same id, came of nothing else and became nothing else: nearly
    /// all of a large chart.
    kept: IndexSet<I, Hashed>,
    /// Where in the revision that is, by where in the base; [`NOWHERE`] for the rest.
    kept_at: Vec<u32>,
    /// Where in the base the one of each place in the revision was kept; [`NOWHERE`] for the rest.
    was_at: Vec<u32>,
    /// What the rest of the base became, in the order of ids.
    forward: IndexMap<I, Ways<I>, Hashed>,
    /// What the rest of the revision came from.
    backward: IndexMap<I, Vec<I>, Hashed>,
    gate: Gate,
}

/// What an entity of the base became, by id, and in the same order why.
#[derive(Debug, Clone)]
struct Ways<I> {
    to: Vec<I>,
    found: Vec<(Evidence, Bond)>,
}

/// No place in a section.
const NOWHERE: u32 = u32::MAX;

/// Why what was kept is held to be the same.
static KEPT: (Evidence, Bond) = (Evidence::SameId, Bond::Whole);

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
        let of_base = how_many(base.len(), pairs.links().iter().map(|link| link.from));
        let of_revision = how_many(revision.len(), pairs.links().iter().map(|link| link.to));
        let mut kept =
            IndexSet::with_capacity_and_hasher(base.len().min(revision.len()), Hashed::default());
        let mut kept_at = vec![NOWHERE; base.len()];
        let mut was_at = vec![NOWHERE; revision.len()];
        let mut links: Vec<(&I, &I, &Link)> = Vec::new();
        for link in pairs.links() {
            let (from, to) = (link.from as usize, link.to as usize);
            let ids = base.get_index(from).zip(revision.get_index(to));
            let Some(((old, _), (new, _))) = ids else {
                continue;
            };
            let is_kept = (link.bond, &link.evidence) == (KEPT.1, &KEPT.0)
                && (of_base[from], of_revision[to]) == (1, 1)
                && old == new;
            if is_kept {
                kept.insert(old.clone());
                kept_at[from] = link.to;
                was_at[to] = link.from;
            } else {
                links.push((old, new, link));
            }
        }
        links.sort_unstable_by_key(|&(from, to, _)| (to, from));
        let mut backward: IndexMap<I, Vec<I>, Hashed> = IndexMap::default();
        for (from, to, _) in &links {
            match backward.last_mut() {
                Some((last, all)) if last == *to => all.push((*from).clone()),
                _ => {
                    backward.insert((*to).clone(), vec![(*from).clone()]);
                }
            }
        }
        links.sort_unstable_by_key(|&(from, to, _)| (from, to));
        let mut forward: IndexMap<I, Ways<I>, Hashed> = IndexMap::default();
        for (from, to, link) in links {
            let found = (link.evidence.clone(), link.bond);
            match forward.last_mut() {
                Some((last, ways)) if last == from => {
                    ways.to.push(to.clone());
                    ways.found.push(found);
                }
                _ => {
                    let ways = Ways {
                        to: vec![to.clone()],
                        found: vec![found],
                    };
                    forward.insert(from.clone(), ways);
                }
            }
        }
        let gate = Gate {
            smaller: base.len().min(revision.len()),
            followed: kept.len() + forward.len().min(backward.len()),
        };
        Tracks {
            kept,
            kept_at,
            was_at,
            forward,
            backward,
            gate,
        }
    }

    /// One of the base in the revision that was compared, if it is there under the same id, came
    /// of nothing else and became nothing else.
    pub fn kept<'c, V: Tracked<'c, Id = I>>(&self, base: V, revision: &'c Chart) -> Option<V> {
        V::at(revision, place(&self.kept_at, base.position())?)
    }

    /// Whether one of the base was [kept](Tracks::kept), and is this one of the revision.
    pub fn is_kept_as<'c, V: Tracked<'c, Id = I>>(&self, base: V, revision: V) -> bool {
        place(&self.kept_at, base.position()) == Some(revision.position())
    }

    /// What one of the base is in the revision that was compared, by id. Where both charts are
    /// at hand, this is told sooner than by [descendants](Tracks::descendants).
    pub fn now<'c, V: Tracked<'c, Id = I>>(
        &self,
        base: V,
        revision: &'c Chart,
    ) -> impl Iterator<Item = V> {
        let kept = self.kept(base, revision);
        let rest = match kept {
            Some(_) => &[],
            None => self.became(base.id()),
        };
        let rest = rest.iter().filter_map(|id| V::of(revision, id));
        kept.into_iter().chain(rest)
    }

    /// What one of the revision was in the base that was compared, by id.
    pub fn before<'c, V: Tracked<'c, Id = I>>(
        &self,
        revision: V,
        base: &'c Chart,
    ) -> impl Iterator<Item = V> {
        let was = place(&self.was_at, revision.position()).and_then(|at| V::at(base, at));
        let rest = match was {
            Some(_) => &[],
            None => self.came_of(revision.id()),
        };
        let rest = rest.iter().filter_map(|id| V::of(base, id));
        was.into_iter().chain(rest)
    }

    /// Whether one of the revision came of nothing.
    pub fn is_new<'c, V: Tracked<'c, Id = I>>(&self, revision: V) -> bool {
        place(&self.was_at, revision.position()).is_none() && self.came_of(revision.id()).is_empty()
    }

    /// What an entity of the base became; sorted.
    pub fn descendants(&self, base: &I) -> &[I] {
        match self.kept.get(base.as_str()) {
            Some(same) => std::slice::from_ref(same),
            None => self.became(base),
        }
    }

    /// The same of one that was not kept.
    fn became(&self, base: &I) -> &[I] {
        self.forward.get(base.as_str()).map_or(&[], |ways| &ways.to)
    }

    /// What an entity of the revision came from; sorted.
    pub fn ancestors(&self, revision: &I) -> &[I] {
        match self.kept.get(revision.as_str()) {
            Some(same) => std::slice::from_ref(same),
            None => self.came_of(revision),
        }
    }

    /// The same of one that was not kept.
    fn came_of(&self, revision: &I) -> &[I] {
        self.backward.get(revision.as_str()).map_or(&[], |all| all)
    }

    /// Whether one of the revision came from one of the base.
    pub fn follows<'c, V: Tracked<'c, Id = I>>(&self, base: V, revision: V) -> bool {
        match place(&self.kept_at, base.position()) {
            Some(now) => now == revision.position(),
            None => self.became(base.id()).binary_search(revision.id()).is_ok(),
        }
    }

    /// The same of two ids.
    pub fn follows_by_id(&self, base: &I, revision: &I) -> bool {
        self.descendants(base).binary_search(revision).is_ok()
    }

    /// What hangs together with one of the base by what it became, on both sides, by id.
    pub fn related<'s>(&'s self, first: &'s I) -> (BTreeSet<&'s I>, BTreeSet<&'s I>) {
        let (mut before, mut now) = (BTreeSet::new(), BTreeSet::new());
        let mut open = vec![first];
        while let Some(id) = open.pop() {
            if before.insert(id) {
                for to in self.descendants(id) {
                    if now.insert(to) {
                        open.extend(self.ancestors(to));
                    }
                }
            }
        }
        (before, now)
    }

    fn found(&self, base: &I, revision: &I) -> Option<&(Evidence, Bond)> {
        if self.kept.contains(base.as_str()) {
            return (base == revision).then_some(&KEPT);
        }
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
        if let Some(same) = self.kept.get(base.as_str()) {
            return Some(same);
        }
        let ways = self.forward.get(base.as_str())?;
        let at = ways
            .found
            .iter()
            .position(|(_, bond)| *bond == Bond::Whole)?;
        ways.to.get(at)
    }

    /// Every pair, by the base's id.
    pub fn pairs(&self) -> impl Iterator<Item = (&I, &I)> {
        let kept = self.kept.iter().map(|id| (id, id));
        let rest = self.forward.iter();
        let rest = rest.flat_map(|(from, ways)| ways.to.iter().map(move |to| (from, to)));
        let mut all: Vec<(&I, &I)> = kept.chain(rest).collect();
        all.sort_unstable();
        all.into_iter()
    }

    /// Every pair of things that are the same, by the base's id, with why they are held to be.
    pub fn same_pairs(&self) -> impl Iterator<Item = (&I, &I, &Evidence)> {
        self.pairs().filter_map(|(from, to)| {
            let (evidence, bond) = self.found(from, to)?;
            (*bond == Bond::Whole).then_some((from, to, evidence))
        })
    }

    /// Whether enough could be followed.
    pub fn gate(&self) -> Gate {
        self.gate
    }
}

/// What a list of places says of one.
fn place(places: &[u32], of: usize) -> Option<usize> {
    let at = places.get(of).filter(|at| **at != NOWHERE);
    at.map(|&at| at as usize)
}

/// How many links each entity of a side has.
fn how_many(entities: usize, ends: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut count = vec![0; entities];
    for end in ends {
        count[end as usize] += 1;
    }
    count
}
