//! Which act wrote which field of which thing, and which act needs which.

use std::collections::{BTreeMap, BTreeSet};

use rokade_core::ids::Subject;

/// A field that an act wrote.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Write {
    /// The act, by its index.
    pub act: usize,
    /// The key; empty where the thing as a whole was made or ended.
    pub field: &'static str,
}

/// Which act wrote what, and which act needs which.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Log {
    writes: BTreeMap<Subject, Vec<Write>>,
    needs: Vec<BTreeSet<usize>>,
}

impl Log {
    /// What was written of a thing, in the order it was written.
    pub fn writes_of(&self, thing: &Subject) -> &[Write] {
        self.writes.get(thing).map_or(&[], Vec::as_slice)
    }

    /// Everything that was written, by thing.
    pub fn writes(&self) -> impl Iterator<Item = (&Subject, &[Write])> {
        self.writes
            .iter()
            .map(|(thing, writes)| (thing, writes.as_slice()))
    }

    /// The acts that made what an act names: without them it could not be applied.
    pub fn needs_of(&self, act: usize) -> impl Iterator<Item = usize> + '_ {
        self.needs.get(act).into_iter().flatten().copied()
    }

    /// Keeps that an act wrote a field; once for each, however often it did.
    pub(super) fn write(&mut self, act: usize, thing: Subject, field: &'static str) {
        let writes = self.writes.entry(thing).or_default();
        let write = Write { act, field };
        // The writes of an act stand together, but for those at the end of the events.
        let of_act = writes.iter().rev().take_while(|w| w.act == act);
        if !of_act.into_iter().any(|w| *w == write) {
            writes.push(write);
        }
    }

    /// What was written of a thing is from now on written of another: it has another id.
    pub(super) fn rename(&mut self, old: &Subject, new: &Subject) {
        let mut earlier = self.writes.remove(old).unwrap_or_default();
        let later = self.writes.entry(new.clone()).or_default();
        earlier.append(later);
        *later = earlier;
    }

    /// Keeps that an act needs another.
    #[expect(
        clippy::indexing_slicing,
        reason = "an act is named by its place among the acts"
    )]
    pub(super) fn need(&mut self, act: usize, on: usize) {
        if self.needs.len() <= act {
            self.needs.resize_with(act + 1, BTreeSet::new);
        }
        if act != on {
            self.needs[act].insert(on);
        }
    }
}
