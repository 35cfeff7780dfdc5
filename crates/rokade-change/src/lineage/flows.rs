//! How much of each unit of one chart lies in which unit of the other.
//!
//! Counted for one direction at a time; the other direction is the same with the charts swapped,
//! so that what is merged one way is split off the other way. Whole numbers only: in whatever
//! order parts are added, the sum is the same.

use rokade_core::finding::Side;
use rokade_core::quantity::Quantity;

use super::Kinds;
use super::layout::Layout;
use super::pairs::{Both, Pairs, Ways, other};

/// One thing. Halves, thirds and so on down to sixteenths of it are whole numbers.
pub(super) const ONE: u64 = 72_072_000;

/// A function that so many units have is no sign of which of them took over from which.
const EVERYWHERE: usize = 4096;

/// An amount of things, in parts of [`ONE`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Mass {
    pub(super) functions: u64,
    /// Posts, by count.
    pub(super) posts: u64,
    /// Groups of posts, each of which is one thing.
    pub(super) groups: u64,
    pub(super) units: u64,
}

impl Mass {
    pub(super) fn add(&mut self, more: Mass) {
        self.functions = self.functions.saturating_add(more.functions);
        self.posts = self.posts.saturating_add(more.posts);
        self.groups = self.groups.saturating_add(more.groups);
        self.units = self.units.saturating_add(more.units);
    }

    /// What share of all this is: the mean over the kinds that there are.
    pub(super) fn share_of(self, all: Mass) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a share needs no 64 bits")]
        let kinds = [
            (self.functions, all.functions),
            (self.posts, all.posts),
            (self.units, all.units),
        ]
        .into_iter()
        .filter(|(_, all)| *all > 0)
        .map(|(part, all)| part as f64 / all as f64);
        let (mut sum, mut count) = (0.0, 0.0);
        for share in kinds {
            sum += share;
            count += 1.0;
        }
        if count > 0.0 { sum / count } else { 0.0 }
    }

    /// How many things, where a group of posts is one.
    pub(super) fn things(self) -> u64 {
        self.functions
            .saturating_add(self.groups)
            .saturating_add(self.units)
    }

    /// How many things, where each post is one.
    pub(super) fn heads(self) -> u64 {
        self.functions
            .saturating_add(self.posts)
            .saturating_add(self.units)
    }
}

/// Something of a unit of the one chart that lies in a unit of the other.
pub(super) type Flow = ((u32, u32), Mass);

/// The charts as seen from one of them.
pub(super) struct View<'a> {
    from: &'a Layout,
    to: &'a Layout,
    side: Side,
    units: &'a Pairs,
    /// What units of this chart are paired with.
    units_to: Ways,
    /// What units of the other chart are paired with.
    units_from: Ways,
    functions_to: Ways,
    staff_to: Ways,
}

impl<'a> View<'a> {
    pub(super) fn new(kinds: &'a Kinds<'_>, layout: &'a Both<Layout>, side: Side) -> Self {
        View {
            from: layout.get(side),
            to: layout.get(other(side)),
            side,
            units: &kinds.units.pairs,
            units_to: kinds.units.pairs.ways(side),
            units_from: kinds.units.pairs.ways(other(side)),
            functions_to: kinds.functions.pairs.ways(side),
            staff_to: kinds.staff.pairs.ways(side),
        }
    }

    /// Whether anything can be concluded of two units: only where one of them is left.
    fn matters(&self, from: u32, to: u32) -> bool {
        self.units.is_left(self.side, from) || self.units.is_left(other(self.side), to)
    }

    fn still_has(&self, from: u32, places: &[u32]) -> bool {
        let heirs = self.units_to.of(from);
        heirs.iter().any(|(heir, _)| places.contains(heir))
    }

    /// Functions: from those that no longer hold them to those that did not.
    pub(super) fn functions(&self, flows: &mut Vec<Flow>) {
        for (function, holders) in self.from.holders.iter().enumerate() {
            let mut places: Vec<u32> = Vec::new();
            for (now, _) in self.functions_to.of(function as u32) {
                places.extend(&self.to.holders[*now as usize]);
            }
            places.sort_unstable();
            places.dedup();
            if places.is_empty() || holders.len().saturating_mul(places.len()) > EVERYWHERE {
                continue;
            }
            let lost: Vec<u32> = holders
                .iter()
                .copied()
                .filter(|&from| !self.still_has(from, &places))
                .collect();
            let had = |to: u32| {
                let past = self.units_from.of(to);
                past.iter().any(|(unit, _)| holders.contains(unit))
            };
            let gained: Vec<u32> = places.iter().copied().filter(|&to| !had(to)).collect();
            if lost.is_empty() || gained.is_empty() {
                continue;
            }
            // No more than those who lost it had of it, nor than those who gained it have.
            let part = |some: usize, all: usize| ONE * some as u64 / all as u64;
            let whole = part(lost.len(), holders.len()).min(part(gained.len(), places.len()));
            let each = whole / (lost.len() * gained.len()) as u64;
            let mass = Mass {
                functions: each,
                ..Mass::default()
            };
            for &from in &lost {
                let to = gained.iter().filter(|&&to| self.matters(from, to));
                flows.extend(to.map(|&to| ((from, to), mass)));
            }
        }
    }

    /// Posts: by count, as the groups that they became share them.
    pub(super) fn posts(&self, flows: &mut Vec<Flow>) {
        for (group, home) in self.from.unit.iter().enumerate() {
            let (Some(home), now) = (*home, self.staff_to.of(group as u32)) else {
                continue;
            };
            let all: u64 = now
                .iter()
                .map(|(post, _)| weight(self.to.count[*post as usize]))
                .sum();
            let own = weight(self.from.count[group]);
            for (post, _) in now {
                let Some(place) = self.to.unit[*post as usize] else {
                    continue;
                };
                if !self.matters(home, place) {
                    continue;
                }
                let part = weight(self.to.count[*post as usize]);
                let of = |amount: u64| portion(amount, part, all);
                let mass = Mass {
                    posts: of(own),
                    groups: of(ONE),
                    ..Mass::default()
                };
                flows.push(((home, place), mass));
            }
        }
    }

    /// Units under units. Not those that now stand under what their unit stood under, or the
    /// other way: a layer that was taken out or put in is no merger.
    pub(super) fn units(&self, flows: &mut Vec<Flow>) {
        let is_heir =
            |from: u32, to: u32| self.units_to.of(from).iter().any(|(heir, _)| *heir == to);
        for unit in 0..self.from.above.len() as u32 {
            let Some(parent) = self.from.parent(unit) else {
                continue;
            };
            let now = self.units_to.of(unit);
            let places: Vec<u32> = now
                .iter()
                .filter_map(|(unit, _)| self.to.parent(*unit))
                .collect();
            if places.is_empty() || self.still_has(parent, &places) {
                continue;
            }
            let mass = Mass {
                units: ONE / now.len() as u64,
                ..Mass::default()
            };
            for place in places {
                let taken_out = self
                    .from
                    .parent(parent)
                    .is_some_and(|above| is_heir(above, place));
                let put_in = self
                    .to
                    .parent(place)
                    .is_some_and(|above| is_heir(parent, above));
                if self.matters(parent, place) && !taken_out && !put_in {
                    flows.push(((parent, place), mass));
                }
            }
        }
    }

    /// Everything that each unit of this chart has.
    pub(super) fn totals(&self) -> Vec<Mass> {
        let mut totals = vec![Mass::default(); self.from.above.len()];
        for holders in &self.from.holders {
            for &holder in holders {
                totals[holder as usize].add(Mass {
                    functions: ONE / holders.len() as u64,
                    ..Mass::default()
                });
            }
        }
        for (unit, total) in totals.iter_mut().enumerate() {
            for &group in &self.from.posts[unit] {
                total.add(Mass {
                    posts: weight(self.from.count[group as usize]),
                    ..Mass::default()
                });
            }
            total.units = ONE.saturating_mul(self.from.below[unit].len() as u64);
        }
        totals
    }
}

/// Posts as an amount: the middle of the range; one where nobody knows.
fn weight(count: Quantity) -> u64 {
    let low = count.low();
    let high = count.high().unwrap_or_else(|| low.max(100));
    // Hundredths, twice; more posts than anybody has are as good as that many.
    let twice = u64::try_from(low.saturating_add(high))
        .unwrap_or(0)
        .min(200_000_000_000);
    twice * (ONE / 200)
}

/// `amount · part / all`, without running over.
fn portion(amount: u64, part: u64, all: u64) -> u64 {
    let portion = u128::from(amount) * u128::from(part) / u128::from(all.max(1));
    u64::try_from(portion).unwrap_or(u64::MAX)
}
