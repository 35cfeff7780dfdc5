//! P0, what the charts declare: `previously`, and what has ended on purpose.

use std::collections::HashSet;

use rokade_core::entry::Entries;
use rokade_core::finding::Side;
use rokade_core::ids::Id;
use rokade_core::quantity::Certainty;

use super::evidence::Evidence;
use super::pairs::{Bond, Link, Pairs, other};
use super::work::{Traced, Work};

/// Whose `previously` can be about the other chart: not that of the earlier one, whose past is
/// older than both.
#[derive(Debug, Clone, Copy)]
pub(super) struct Speaks {
    base: bool,
    revision: bool,
}

impl Speaks {
    pub(super) fn new(base: &Entries, revision: &Entries) -> Self {
        let certainly_before = |a: &Entries, b: &Entries| {
            let (a, b) = (a.header.as_of, b.header.as_of);
            let before = a.zip(b).and_then(|(a, b)| a.before(b));
            before == Some(Certainty::Certain)
        };
        Speaks {
            base: !certainly_before(base, revision),
            revision: !certainly_before(revision, base),
        }
    }
}

/// Pairs what `previously` declares, read both ways.
pub(super) fn pass<E: Traced>(work: &mut Work<'_, E>, speaks: Speaks) {
    if speaks.revision {
        let found = past_of(work, Side::Revision);
        for (id, old) in found {
            link(&mut work.pairs, old, id);
        }
    }
    // The mirror: the base is the later chart, and says what it was before.
    if speaks.base {
        let found = past_of(work, Side::Base);
        for (id, old) in found {
            link(&mut work.pairs, id, old);
        }
    }
}

fn link(pairs: &mut Pairs, from: u32, to: u32) {
    let known = |link: &Link| (link.from, link.to) == (from, to);
    // Both charts may say it, but hardly ever do.
    let twice = pairs.is_paired(Side::Base, from)
        && pairs.is_paired(Side::Revision, to)
        && pairs.links().iter().any(known);
    if !twice {
        pairs.link(Link {
            from,
            to,
            evidence: Evidence::Declared,
            bond: Bond::Part,
        });
    }
}

/// What the later chart says its things were in the earlier one, by their places.
fn past_of<E: Traced>(work: &Work<'_, E>, side: Side) -> Vec<(u32, u32)> {
    let (later, earlier) = (work.section(side), work.section(other(side)));
    let said = |id: &E::Id| -> &[E::Id] {
        earlier
            .get(id.as_str())
            .map_or(&[], |entry| entry.value.previously())
    };
    let mut found = Vec::new();
    for (at, (id, entry)) in later.iter().enumerate() {
        let past = entry.value.previously();
        if past.is_empty() {
            continue;
        }
        // What the earlier chart says already of the same thing, or of a thing this one was, is
        // past for both: who says it now was written after it.
        let older: HashSet<&E::Id> = past.iter().flat_map(said).collect();
        let own = said(id);
        let mut seen: HashSet<&E::Id> = HashSet::new();
        for old in past {
            let Some(old_at) = earlier.get_index_of(old.as_str()) else {
                continue;
            };
            // A thing that was there until now, and that nothing else accounts for, is one of
            // several that became this one.
            let accounted = || later.contains_key(old.as_str()) || work.has_ended(side, old);
            let is_past = own.contains(old) || (older.contains(old) && accounted());
            if !is_past && seen.insert(old) {
                found.push((at as u32, old_at as u32));
            }
        }
    }
    found
}

/// Tells, when declarations and ids have been read, which declared pairs are the same thing: the
/// only one it became, and the only one that became it, or the one that has its id still.
pub(super) fn settle<E: Traced>(work: &mut Work<'_, E>) {
    let (base, revision) = (work.section(Side::Base), work.section(Side::Revision));
    let has_its_id = |link: &Link| {
        let old = base.get_index(link.from as usize);
        let new = revision.get_index(link.to as usize);
        old.map(|(id, _)| id) == new.map(|(id, _)| id)
    };
    let pairs = &mut work.pairs;
    let (from, to) = (pairs.ways(Side::Base), pairs.ways(Side::Revision));
    for link in pairs.links_mut() {
        let is_one =
            from.of(link.from).len() == 1 && (to.of(link.to).len() == 1 || has_its_id(link));
        if link.evidence == Evidence::Declared && is_one {
            link.bond = Bond::Whole;
        }
    }
}
