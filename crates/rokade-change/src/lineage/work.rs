//! One kind of thing while it is followed: both sections, and the pairs so far.

use std::cell::OnceCell;
use std::rc::Rc;

use indexmap::IndexMap;
use rokade_core::entry::{
    EndedEntry, FunctionEntry, Section, SiteEntry, StaffEntry, TargetGroupEntry, UnitEntry,
};
use rokade_core::finding::Side;
use rokade_core::ids::{FunctionId, Id, SiteId, StaffId, TargetGroupId, UnitId};

use super::pairs::{Both, Pairs, SIDES, other};
use super::spelling::{Symbols, normalized_name};

/// What a chart says has ended, of one kind.
pub(super) type Ended<I> = IndexMap<I, EndedEntry>;

/// An entry that can be followed from one chart to another.
pub(super) trait Traced {
    type Id: Id;
    fn name(&self) -> Option<&str>;
    fn previously(&self) -> &[Self::Id];
}

/// An entry that says what it is in other systems.
pub(super) trait Numbered: Traced {
    fn identifiers(&self) -> &[String];
}

/// An entry that says what it is for.
pub(super) trait Purposed: Traced {
    fn purpose(&self) -> Option<&str>;
}

impl Traced for UnitEntry {
    type Id = UnitId;
    fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }
    fn previously(&self) -> &[UnitId] {
        &self.previously
    }
}

impl Traced for FunctionEntry {
    type Id = FunctionId;
    fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }
    fn previously(&self) -> &[FunctionId] {
        &self.previously
    }
}

impl Traced for StaffEntry {
    type Id = StaffId;
    fn name(&self) -> Option<&str> {
        self.title.as_deref()
    }
    fn previously(&self) -> &[StaffId] {
        &self.previously
    }
}

impl Traced for SiteEntry {
    type Id = SiteId;
    fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }
    fn previously(&self) -> &[SiteId] {
        &self.previously
    }
}

impl Traced for TargetGroupEntry {
    type Id = TargetGroupId;
    fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }
    fn previously(&self) -> &[TargetGroupId] {
        &self.previously
    }
}

macro_rules! numbered {
    ($($entry:ty),*) => {$(
        impl Numbered for $entry {
            fn identifiers(&self) -> &[String] {
                &self.identifiers
            }
        }
    )*};
}
numbered!(UnitEntry, FunctionEntry, StaffEntry, SiteEntry);

macro_rules! purposed {
    ($($entry:ty),*) => {$(
        impl Purposed for $entry {
            fn purpose(&self) -> Option<&str> {
                self.purpose.as_deref()
            }
        }
    )*};
}
purposed!(UnitEntry, FunctionEntry);

/// The names of a kind as numbers.
#[derive(Debug, Default)]
pub(super) struct Named {
    /// The name of each entity.
    pub(super) of: Both<Vec<Option<u32>>>,
    /// How many entities have each name.
    pub(super) count: Both<Vec<u32>>,
}

/// One kind of thing while it is followed.
pub(super) struct Work<'a, E: Traced> {
    pub(super) base: &'a Section<E::Id, E>,
    pub(super) revision: &'a Section<E::Id, E>,
    ended: Both<&'a Ended<E::Id>>,
    pub(super) pairs: Pairs,
    names: OnceCell<Rc<Named>>,
}

impl<'a, E: Traced> Work<'a, E> {
    /// A kind of which nothing has been paired. What the other chart has ended on purpose came
    /// to nothing: no pass but what is declared, and the same id, may say otherwise.
    pub(super) fn new(
        base: &'a Section<E::Id, E>,
        revision: &'a Section<E::Id, E>,
        ended: Both<&'a Ended<E::Id>>,
    ) -> Self {
        let mut work = Work {
            base,
            revision,
            ended,
            pairs: Pairs::new(base.len(), revision.len()),
            names: OnceCell::new(),
        };
        for side in SIDES {
            for (at, id) in work.section(side).keys().enumerate() {
                if work.has_ended(other(side), id) {
                    work.pairs.bar(side, at);
                }
            }
        }
        work
    }

    /// Whether a chart says that a thing has ended on purpose. What has ended in part is there.
    pub(super) fn has_ended(&self, side: Side, id: &E::Id) -> bool {
        let ended = self.ended.get(side).get(id.as_str());
        ended.is_some_and(|ended| ended.at.is_empty() && ended.by.is_none())
    }

    pub(super) fn section(&self, side: Side) -> &'a Section<E::Id, E> {
        match side {
            Side::Base => self.base,
            Side::Revision => self.revision,
        }
    }

    pub(super) fn entry(&self, side: Side, entity: u32) -> &'a E {
        &self.section(side)[entity as usize].value
    }

    pub(super) fn key(&self, side: Side, entity: u32) -> Option<&'a E::Id> {
        let entry = self.section(side).get_index(entity as usize);
        entry.map(|(id, _)| id)
    }

    pub(super) fn id(&self, side: Side, entity: u32) -> &'a str {
        self.key(side, entity).map_or("", Id::as_str)
    }

    /// What an entity is called: its name, else its id.
    pub(super) fn called(&self, side: Side, entity: u32) -> &'a str {
        let name = self.entry(side, entity).name();
        name.unwrap_or_else(|| self.id(side, entity))
    }

    /// The names as numbers, of everything and not only of what is left.
    pub(super) fn names(&self) -> Rc<Named> {
        let names = || {
            self.texts(E::name, |name| {
                Some(normalized_name(name)).filter(|name| !name.is_empty())
            })
        };
        Rc::clone(self.names.get_or_init(|| Rc::new(names())))
    }

    /// A text of each entity as a number, and how many have it.
    pub(super) fn texts(
        &self,
        text: impl Fn(&E) -> Option<&str>,
        normalize: impl Fn(&str) -> Option<String>,
    ) -> Named {
        let mut symbols = Symbols::default();
        let mut named = Named::default();
        for side in SIDES {
            let entries = self.section(side).values();
            let of = entries.map(|e| symbols.of(text(&e.value)?, &normalize));
            *named.of.get_mut(side) = of.collect();
        }
        for side in SIDES {
            let mut count = vec![0; symbols.len()];
            for symbol in named.of.get(side).iter().flatten() {
                count[*symbol as usize] += 1;
            }
            *named.count.get_mut(side) = count;
        }
        named
    }
}
