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
}
