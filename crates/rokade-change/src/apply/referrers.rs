//! Who names what, so that an event touches only what it is about.
//!
//! Built kind by kind when first asked, and added to as entities change. Nothing is taken out:
//! whoever asks looks at what an entity says now.

use std::collections::{HashMap, HashSet};

use indexmap::{Equivalent, IndexSet};
use rokade_core::entry::{Entries, Hashed};
use rokade_core::ids::{Id, Kind, Subject};

use super::thing::Thing;

/// An index of references.
#[derive(Debug, Default)]
pub(super) struct Referrers {
    things: IndexSet<Subject, Hashed>,
    built: HashSet<Kind>,
    owners: HashMap<(u32, Kind), Vec<u32>, Hashed>,
}

/// A thing as a reference names it.
#[derive(Hash)]
struct Mention<'a> {
    kind: Kind,
    id: &'a str,
}

impl Equivalent<Subject> for Mention<'_> {
    fn equivalent(&self, thing: &Subject) -> bool {
        self.kind == thing.kind && thing.id == *self.id
    }
}

impl Referrers {
    fn number(&mut self, thing: Subject) -> u32 {
        self.things.insert_full(thing).0 as u32
    }

    fn mentioned(&mut self, kind: Kind, id: &str) -> u32 {
        match self.things.get_index_of(&Mention { kind, id }) {
            Some(number) => number as u32,
            None => self.number(Subject {
                kind,
                id: id.into(),
            }),
        }
    }

    fn add(&mut self, target: u32, owner_kind: Kind, owner: u32) {
        let owners = self.owners.entry((target, owner_kind)).or_default();
        // What one entity names twice mostly stands together.
        if owners.last() != Some(&owner) {
            owners.push(owner);
        }
    }

    /// The ids of entities of a kind that name a thing or did so earlier, each once, in the
    /// order of the file and then of the events.
    #[expect(
        clippy::indexing_slicing,
        reason = "an owner is named by its place among the things"
    )]
    pub(super) fn owners<T: Thing>(&mut self, entries: &Entries, thing: &Subject) -> Vec<T::Id> {
        let kind = T::Id::KIND;
        if self.built.insert(kind) {
            for (id, entry) in T::section(entries) {
                let owner = self.number(id.subject());
                entry.value.each_id(&mut |named, id| {
                    let target = self.mentioned(named, id);
                    self.add(target, kind, owner);
                });
            }
        }
        let Some(target) = self.things.get_index_of(thing) else {
            return Vec::new();
        };
        let owners = self.owners.get(&(target as u32, kind));
        let mut seen: HashSet<u32, Hashed> = HashSet::default();
        owners
            .into_iter()
            .flatten()
            .filter(|owner| seen.insert(**owner))
            .map(|&owner| T::Id::from_checked(self.things[owner as usize].id.clone()))
            .collect()
    }

    /// Takes in what an entity names that it did not name before.
    pub(super) fn changed<T: Thing>(&mut self, id: &T::Id, before: Option<&T>, now: &T) {
        let kind = T::Id::KIND;
        if !self.built.contains(&kind) {
            return;
        }
        let mut known: HashSet<u32, Hashed> = HashSet::default();
        if let Some(before) = before {
            before.each_id(&mut |kind, id| {
                known.insert(self.mentioned(kind, id));
            });
        }
        let owner = self.number(id.subject());
        now.each_id(&mut |named, id| {
            let target = self.mentioned(named, id);
            if known.insert(target) {
                self.add(target, kind, owner);
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_is_what_is_mentioned_by_kind_and_id() {
        let mut referrers = Referrers::default();
        let number = referrers.mentioned(Kind::Unit, "job");
        let mention = |kind, id| Mention { kind, id };
        let job = &referrers.things[number as usize];
        assert!(mention(Kind::Unit, "job").equivalent(job));
        assert!(!mention(Kind::Site, "job").equivalent(job));
        assert!(!mention(Kind::Unit, "hus").equivalent(job));
        assert_eq!(referrers.mentioned(Kind::Unit, "job"), number);
        assert_ne!(referrers.mentioned(Kind::Site, "job"), number);
    }
}
