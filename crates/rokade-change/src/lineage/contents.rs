//! P7, contents: a unit that has what another had is that unit, took it over, or was split off
//! it, whatever either is called.
//!
//! Of things that lie in units left on neither side nothing is concluded: they have moved.

use std::collections::BTreeMap;

use rokade_core::finding::Side;

use super::Kinds;
use super::evidence::Evidence;
use super::flows::{Flow, Mass, ONE, View};
use super::layout::Layout;
use super::pairs::{Bond, Both, Link};
use super::spelling::similarity;

/// Half; a part of a million is rounding.
const HALF: f64 = 0.5 - 1e-6;

/// Names so alike make up for a second thing.
const ALIKE: f64 = 0.4;

/// What has been found in the leaves is told to the roots at most so often: more layers than any
/// organisation has.
const LAYERS: usize = 64;

/// What has been merged or divided can show what was renamed, and so on, at most so often.
const ROUNDS: usize = 8;

/// Pairs units by what they hold. From the leaves up: each round knows what became of the units
/// below in the rounds before.
pub(super) fn pass(kinds: &mut Kinds<'_>, layout: &Both<Layout>) {
    for _ in 0..ROUNDS {
        if !anything_left(kinds) {
            return;
        }
        let renamed = renames(kinds, layout);
        let others = mergers_and_splits(kinds, layout);
        if !renamed && !others {
            return;
        }
    }
}

fn anything_left(kinds: &Kinds<'_>) -> bool {
    let pairs = &kinds.units.pairs;
    pairs.left(Side::Base).next().is_some() || pairs.left(Side::Revision).next().is_some()
}

/// What is known of two units.
#[derive(Debug, Clone, Copy, Default)]
struct Shared {
    /// Of what the unit of the base had, what is in the unit of the revision.
    out: Mass,
    /// Of what the unit of the revision has, what came from the unit of the base.
    come: Mass,
}

/// Everything that flows between two charts.
struct Flows {
    pairs: BTreeMap<(u32, u32), Shared>,
    /// What each unit of the base had.
    had: Vec<Mass>,
    /// What each unit of the revision has.
    has: Vec<Mass>,
}

/// Functions and posts, which do not change while units are renamed.
struct Still {
    there: Vec<Flow>,
    back: Vec<Flow>,
}

impl Still {
    fn of(kinds: &Kinds<'_>, layout: &Both<Layout>) -> Self {
        let all = |side| {
            let view = View::new(kinds, layout, side);
            let mut flows = Vec::new();
            view.functions(&mut flows);
            view.posts(&mut flows);
            flows
        };
        Still {
            there: all(Side::Base),
            back: all(Side::Revision),
        }
    }
}

impl Flows {
    fn of(kinds: &Kinds<'_>, layout: &Both<Layout>, still: &Still) -> Self {
        let (there, back) = (
            View::new(kinds, layout, Side::Base),
            View::new(kinds, layout, Side::Revision),
        );
        let mut pairs: BTreeMap<(u32, u32), Shared> = BTreeMap::new();
        let mut units = Vec::new();
        there.units(&mut units);
        for ((from, to), mass) in still.there.iter().chain(&units) {
            pairs.entry((*from, *to)).or_default().out.add(*mass);
        }
        let mut units = Vec::new();
        back.units(&mut units);
        for ((to, from), mass) in still.back.iter().chain(&units) {
            pairs.entry((*from, *to)).or_default().come.add(*mass);
        }
        Flows {
            pairs,
            had: there.totals(),
            has: back.totals(),
        }
    }

    fn out(&self, (from, _): (u32, u32), shared: Shared) -> f64 {
        shared.out.share_of(self.had[from as usize])
    }

    fn come(&self, (_, to): (u32, u32), shared: Shared) -> f64 {
        shared.come.share_of(self.has[to as usize])
    }
}

/// Two units that may be the same.
struct Candidate<'a> {
    /// How much of both is the same.
    share: f64,
    alike: f64,
    /// Whichever side they are of, so that ties fall the same way from both.
    ids: [&'a str; 2],
    pair: (u32, u32),
}

/// A unit that is gone and one that is new, where most of the one is most of the other.
fn renames(kinds: &mut Kinds<'_>, layout: &Both<Layout>) -> bool {
    let still = Still::of(kinds, layout);
    let mut found_any = false;
    for _ in 0..LAYERS {
        let flows = Flows::of(kinds, layout, &still);
        let units = &kinds.units;
        let mut candidates: Vec<Candidate<'_>> = Vec::new();
        for (&pair, &shared) in &flows.pairs {
            let (from, to) = pair;
            let open =
                units.pairs.is_left(Side::Base, from) && units.pairs.is_left(Side::Revision, to);
            let (out, come) = (flows.out(pair, shared), flows.come(pair, shared));
            if !open || out < HALF || come < HALF {
                continue;
            }
            let alike = alike(kinds, pair);
            let heads = shared.out.heads().min(shared.come.heads());
            if heads + heads / 1_000_000 >= 2 * ONE || alike >= ALIKE {
                let mut ids = [units.id(Side::Base, from), units.id(Side::Revision, to)];
                ids.sort_unstable();
                candidates.push(Candidate {
                    share: out * come,
                    alike,
                    ids,
                    pair,
                });
            }
        }
        candidates.sort_by(|a, b| {
            let best = b.share.total_cmp(&a.share);
            best.then(b.alike.total_cmp(&a.alike))
                .then(a.ids.cmp(&b.ids))
        });
        let mut found = Vec::new();
        let mut taken = Both {
            base: vec![false; units.base.len()],
            revision: vec![false; units.revision.len()],
        };
        for Candidate {
            pair: (from, to), ..
        } in candidates
        {
            if !taken.base[from as usize] && !taken.revision[to as usize] {
                taken.base[from as usize] = true;
                taken.revision[to as usize] = true;
                found.push((from, to));
            }
        }
        if found.is_empty() {
            break;
        }
        found_any = true;
        kinds.units.pairs.link_whole(&found, &counted_later());
    }
    found_any
}

/// A unit that is gone and lies mostly in another; one that is new and came mostly from another;
/// and one that was divided among several new ones, or put together from several that are gone.
fn mergers_and_splits(kinds: &mut Kinds<'_>, layout: &Both<Layout>) -> bool {
    let still = Still::of(kinds, layout);
    let flows = Flows::of(kinds, layout, &still);
    let units = &kinds.units.pairs;
    let gone = |from: u32| units.is_left(Side::Base, from);
    let new = |to: u32| units.is_left(Side::Revision, to);
    // What has ended on purpose is nobody's heir, and nobody is its.
    let may_be = |(from, to): (u32, u32)| {
        !units.is_barred(Side::Base, from) && !units.is_barred(Side::Revision, to)
    };
    let enough = |pair, mass: Mass| {
        let things = mass.things() + mass.things() / 1_000_000;
        things >= 2 * ONE || (things >= ONE && alike(kinds, pair) >= ALIKE)
    };
    let mut found: Vec<(u32, u32)> = Vec::new();
    for (&pair, &shared) in &flows.pairs {
        let merged = gone(pair.0) && flows.out(pair, shared) >= HALF && enough(pair, shared.out);
        let split = new(pair.1) && flows.come(pair, shared) >= HALF && enough(pair, shared.come);
        if may_be(pair) && (merged || split) {
            found.push(pair);
        }
    }
    for &(from, to) in &found {
        kinds.units.pairs.link(Link {
            from,
            to,
            evidence: counted_later(),
            bond: Bond::Part,
        });
    }
    let divided = divided(kinds, &flows);
    for &(from, to) in &divided {
        kinds.units.pairs.link(Link {
            from,
            to,
            evidence: counted_later(),
            bond: Bond::Part,
        });
    }
    !found.is_empty() || !divided.is_empty()
}

/// Units that are gone and lie mostly in two or more new ones, with those; and new ones that
/// were put together so.
fn divided(kinds: &Kinds<'_>, flows: &Flows) -> Vec<(u32, u32)> {
    let units = &kinds.units.pairs;
    let mut left: Vec<((u32, u32), Shared)> = Vec::new();
    for (&pair, &shared) in &flows.pairs {
        let things = shared.out.things().min(shared.come.things());
        let open = units.is_left(Side::Base, pair.0) && units.is_left(Side::Revision, pair.1);
        if open && things + things / 1_000_000 >= ONE {
            left.push((pair, shared));
        }
    }
    let mut total: Both<BTreeMap<u32, (usize, Mass)>> = Both::default();
    for ((from, to), shared) in &left {
        for (sums, unit, mass) in [
            (&mut total.base, *from, shared.out),
            (&mut total.revision, *to, shared.come),
        ] {
            let sum = sums.entry(unit).or_default();
            sum.0 += 1;
            sum.1.add(mass);
        }
    }
    let is_divided =
        |(several, mass): (usize, Mass), all: Mass| several >= 2 && mass.share_of(all) >= HALF;
    left.retain(|((from, to), _)| {
        is_divided(total.base[from], flows.had[*from as usize])
            || is_divided(total.revision[to], flows.has[*to as usize])
    });
    left.into_iter().map(|(pair, _)| pair).collect()
}

fn alike(kinds: &Kinds<'_>, (from, to): (u32, u32)) -> f64 {
    let name = |side, unit| kinds.units.entry(side, unit).name.as_deref();
    match (name(Side::Base, from), name(Side::Revision, to)) {
        (Some(a), Some(b)) => similarity(a, b),
        _ => 0.0,
    }
}

/// What follows is counted when everything has been found: functions and posts can be found by
/// the unit they are in.
fn counted_later() -> Evidence {
    Evidence::Contents(Box::default())
}
