//! The chart while events are applied to it: looking things up, making, changing and ending
//! them, with a log of who did what.
//!
//! Nothing here knows an event.

use std::collections::{HashMap, HashSet};

use indexmap::{IndexMap, IndexSet};
use rokade_core::date::DateSpan;
use rokade_core::entry::{
    ActionKind, BodyEntry, CoLocationEntry, CommitmentEntry, CompetenceEntry, EndedEntry, Entries,
    FunctionEntry, InterfaceEntry, OpenEntry, OrUndecided, PremiseEntry, References, SiteEntry,
    StaffEntry, TargetGroupEntry, UnitEntry,
};
use rokade_core::fault::{Fault, FaultKind, FaultPlace, NotApplicable};
use rokade_core::ids::{FunctionId, Id, Kind, StaffId, Subject, UnitId};
use rokade_core::nearest::Nearest;
use rokade_core::span::{Entry, Origin, PathStep, Place};

use super::log::Log;
use super::referrers::Referrers;
use super::thing::Thing;

/// Why an event cannot be applied, and at which of its fields that shows.
#[derive(Debug)]
pub(super) struct Refused {
    pub(super) why: NotApplicable,
    pub(super) path: Vec<PathStep>,
}

impl Refused {
    pub(super) fn new(why: NotApplicable, path: Vec<PathStep>) -> Self {
        Refused { why, path }
    }
}

/// What doing an event comes to.
pub(super) type Done = Result<(), Refused>;

/// Only the first faults get a "did you mean": the rest are of one making.
const SUGGESTIONS: usize = 100;

/// What became of a unit's part in a function.
#[derive(Debug, Clone, Default)]
pub(super) struct Loss {
    /// The acts that took something of it.
    pub(super) acts: Vec<usize>,
    /// It held nothing of it before this file's events.
    pub(super) is_new: bool,
}

/// The chart while events are applied to it.
#[derive(Debug, Default)]
pub(super) struct State {
    pub(super) entries: Entries,
    pub(super) log: Log,
    pub(super) faults: Vec<Fault>,
    /// The act that is being done.
    pub(super) act: usize,
    /// Where its action stands: there, what it makes is found.
    pub(super) origin: Option<Origin>,
    /// Why it is done.
    pub(super) because: Option<String>,
    /// When it is done.
    pub(super) date: Option<DateSpan>,
    /// What stands in its section still and counts as taken out: taking it out at once would
    /// move all that stands behind it, each time.
    gone: HashSet<Subject>,
    referrers: Referrers,
    made: HashMap<Subject, Vec<usize>>,
    named: IndexSet<(usize, Subject)>,
    /// Whose site, and whose `for`, was written only so that it did not change.
    pub(super) settled_sites: IndexSet<Subject>,
    pub(super) settled_groups: IndexSet<StaffId>,
    /// Posts that were moved, or were given what they perform.
    pub(super) placed: HashSet<StaffId>,
    /// Units that a function was taken from.
    pub(super) lost: IndexMap<UnitId, IndexMap<FunctionId, Loss>>,
}

impl State {
    pub(super) fn new(entries: Entries) -> Self {
        State {
            entries,
            ..State::default()
        }
    }

    /// A thing that is there.
    pub(super) fn get<T: Thing>(&self, id: &str) -> Option<&T> {
        let entry = T::section(&self.entries).get(id)?;
        if !self.gone.is_empty() && self.is_gone(T::Id::KIND, id) {
            return None;
        }
        Some(&entry.value)
    }

    fn is_gone(&self, kind: Kind, id: &str) -> bool {
        self.gone.contains(&Subject {
            kind,
            id: id.into(),
        })
    }

    pub(super) fn has<T: Thing>(&self, id: &str) -> bool {
        self.get::<T>(id).is_some()
    }

    /// Whether a thing has ended, and is not there any more.
    pub(super) fn has_ended<T: Thing>(&self, id: &str) -> bool {
        let ended = &self.entries.ended;
        let is_listed = match T::Id::KIND {
            Kind::Unit => ended.units.contains_key(id),
            Kind::Site => ended.sites.contains_key(id),
            Kind::Staff => ended.staff.contains_key(id),
            Kind::Function => ended.functions.contains_key(id),
            Kind::TargetGroup => ended.target_groups.contains_key(id),
            _ => false,
        };
        is_listed && !self.has::<T>(id)
    }

    /// Looks up what the act names; it must be there.
    pub(super) fn find<T: Thing>(&mut self, id: &T::Id, path: &[PathStep]) -> Done {
        self.name(id.subject());
        if self.has::<T>(id.as_str()) {
            return Ok(());
        }
        let why = if self.has_ended::<T>(id.as_str()) {
            NotApplicable::Ended {
                thing: id.subject(),
            }
        } else {
            NotApplicable::Unknown {
                kind: T::Id::KIND,
                id: id.as_str().to_owned(),
                nearest: None,
            }
        };
        Err(Refused::new(why, path.to_vec()))
    }

    /// The same for what may be undecided.
    pub(super) fn find_decided<T: Thing>(
        &mut self,
        id: Option<&OrUndecided<T::Id>>,
        path: &[PathStep],
    ) -> Done {
        match id.and_then(OrUndecided::id) {
            Some(id) => self.find::<T>(id, path),
            None => Ok(()),
        }
    }

    /// The same for a list.
    pub(super) fn find_all<T: Thing>(&mut self, ids: &[T::Id], path: &[PathStep]) -> Done {
        for (i, id) in ids.iter().enumerate() {
            let mut path = path.to_vec();
            path.push(i.into());
            self.find::<T>(id, &path)?;
        }
        Ok(())
    }

    /// An id for something new: nothing may have it or have had it.
    pub(super) fn vacant<T: Thing>(&self, id: &T::Id, path: &[PathStep]) -> Done {
        let thing = id.subject();
        let why = if self.has::<T>(id.as_str()) {
            NotApplicable::Exists { thing }
        } else if self.has_ended::<T>(id.as_str()) {
            NotApplicable::Ended { thing }
        } else {
            return Ok(());
        };
        Err(Refused::new(why, path.to_vec()))
    }

    /// Keeps that the act names a thing.
    pub(super) fn name(&mut self, thing: Subject) {
        self.named.insert((self.act, thing));
    }

    /// Keeps that the act names what an entry of it names.
    pub(super) fn name_all(&mut self, entry: &impl References) {
        entry.each_id(&mut |kind, id| {
            self.name(Subject {
                kind,
                id: id.into(),
            });
        });
    }

    /// Keeps that the act made a thing, or gave it its id.
    pub(super) fn mark_made(&mut self, thing: Subject) {
        self.made.entry(thing).or_default().push(self.act);
    }

    pub(super) fn wrote(&mut self, thing: Subject, field: &'static str) {
        self.log.write(self.act, thing, field);
    }

    /// Makes a thing.
    pub(super) fn make<T: Thing>(&mut self, id: T::Id, mut value: T) {
        let thing = id.subject();
        value.hold_id(&id);
        self.referrers.changed(&id, None, &value);
        self.gone.remove(&thing);
        self.mark_made(thing.clone());
        self.wrote(thing, "");
        let origin = self.origin;
        T::section_mut(&mut self.entries).insert(id, Entry { value, origin });
    }

    /// Changes a thing, and keeps which fields the act wrote.
    pub(super) fn edit<T: Thing>(&mut self, id: &str, change: impl FnOnce(&mut T)) {
        if self.gone.is_empty() || !self.is_gone(T::Id::KIND, id) {
            self.edit_found(id, change);
        }
    }

    fn edit_found<T: Thing>(&mut self, id: &str, change: impl FnOnce(&mut T)) {
        let section = T::section_mut(&mut self.entries);
        let Some((_, id, entry)) = section.get_full_mut(id) else {
            return;
        };
        let before = entry.value.clone();
        change(&mut entry.value);
        let fields = entry.value.changed(&before);
        if fields.is_empty() {
            return;
        }
        for field in fields {
            self.log.write(self.act, id.subject(), field);
        }
        self.referrers.changed(id, Some(&before), &entry.value);
    }

    /// Takes a thing out.
    pub(super) fn remove<T: Thing>(&mut self, id: &str) -> Option<T> {
        if !self.has::<T>(id) {
            return None;
        }
        let (_, id, entry) = T::section_mut(&mut self.entries).get_full_mut(id)?;
        let value = std::mem::take(&mut entry.value);
        let thing = id.subject();
        self.log.write(self.act, thing.clone(), "");
        self.gone.insert(thing);
        Some(value)
    }

    /// Takes a thing out that has ended on purpose.
    pub(super) fn end<T: Thing>(&mut self, id: &T::Id) {
        let Some(mut value) = self.remove::<T>(id.as_str()) else {
            return;
        };
        let entry = EndedEntry {
            name: value.name().and_then(|name| name.clone()),
            date: self.date,
            because: self.because.clone(),
            ..EndedEntry::default()
        };
        self.write_ended(id.subject(), entry);
    }

    /// Keeps that a thing has ended, as the act says it.
    pub(super) fn write_ended(&mut self, thing: Subject, entry: EndedEntry) {
        let ended = &mut self.entries.ended;
        let id = thing.id.clone();
        match thing.kind {
            Kind::Unit => drop(ended.units.insert(Id::from_checked(id), entry)),
            Kind::Site => drop(ended.sites.insert(Id::from_checked(id), entry)),
            Kind::Staff => drop(ended.staff.insert(Id::from_checked(id), entry)),
            Kind::Function => drop(ended.functions.insert(Id::from_checked(id), entry)),
            Kind::TargetGroup => drop(ended.target_groups.insert(Id::from_checked(id), entry)),
            _ => return,
        }
        self.wrote(thing.clone(), "");
        if let Some(origin) = self.origin {
            self.entries.nested.insert(thing, origin);
        }
    }

    /// The entities of a kind that name a thing.
    pub(super) fn owners<T: Thing>(&mut self, thing: &Subject) -> Vec<T::Id> {
        let mut owners = self.referrers.owners::<T>(&self.entries, thing);
        owners.retain(|id| self.has::<T>(id.as_str()));
        owners
    }

    /// Gives a thing another id, where it stands. What names it is for the caller.
    pub(super) fn rekey<T: Thing>(&mut self, old: &T::Id, new: &T::Id) {
        let (from, to) = (old.subject(), new.subject());
        let section = T::section_mut(&mut self.entries);
        let Some(at) = section.get_index_of(old.as_str()) else {
            return;
        };
        if section.replace_index(at, new.clone()).is_err() {
            // Only what was taken out earlier can have that id still: its place is given up.
            section.shift_remove(new.as_str());
            let at = section.get_index_of(old.as_str()).unwrap_or(at);
            let _ = section.replace_index(at, new.clone());
        }
        self.gone.remove(&to);
        if let Some(entry) = T::section_mut(&mut self.entries).get_mut(new.as_str()) {
            entry.value.hold_id(new);
            self.referrers.changed(new, None, &entry.value);
        }
        self.mark_made(to.clone());
        self.log.rename(&from, &to);
        if self.settled_sites.swap_remove(&from) {
            self.settled_sites.insert(to.clone());
        }
        if let Some(origin) = self.entries.nested.shift_remove(&from) {
            self.entries.nested.insert(to, origin);
        }
    }

    /// Keeps why an event could not be applied.
    pub(super) fn refuse(&mut self, event: &Subject, action: Option<ActionKind>, refused: Refused) {
        let Refused { why, path } = refused;
        self.faults.push(Fault {
            kind: FaultKind::NotApplicable { action, why },
            at: FaultPlace::Place(Place {
                subject: event.clone(),
                path,
            }),
            subject: Some(event.clone()),
        });
    }

    /// The chart, without what was taken out; which act needs which; and what misspelt ids
    /// were to be.
    pub(super) fn finish(mut self, base: &Entries) -> (Entries, Log, Vec<Fault>) {
        for (act, thing) in &self.named {
            let Some(makers) = self.made.get(thing) else {
                continue;
            };
            // What it makes itself, or was made before it; else what is made later, which it names ahead of time.
            let before = makers.iter().rev().find(|maker| *maker <= act);
            if let Some(&maker) = before.or_else(|| makers.first()) {
                self.log.need(*act, maker);
            }
        }
        if !self.gone.is_empty() {
            let gone = std::mem::take(&mut self.gone);
            macro_rules! sweep {
                ($($thing:ty),*) => {$(
                    <$thing>::section_mut(&mut self.entries)
                        .retain(|id, _| !gone.contains(&id.subject()));
                )*};
            }
            super::thing::for_every_thing!(sweep);
        }
        suggest(&mut self.faults, base, &self.entries);
        (self.entries, self.log, self.faults)
    }
}

/// Adds the nearest known ids to the first faults about unknown ones.
fn suggest(faults: &mut [Fault], base: &Entries, result: &Entries) {
    let mut known: HashMap<Kind, Nearest<'_>> = HashMap::new();
    for fault in faults.iter_mut().take(SUGGESTIONS) {
        let FaultKind::NotApplicable {
            why: NotApplicable::Unknown { kind, id, nearest },
            ..
        } = &mut fault.kind
        else {
            continue;
        };
        let known = known.entry(*kind).or_insert_with(|| {
            let mut ids = ids_of(base, *kind);
            ids.extend(ids_of(result, *kind));
            ids.sort_unstable();
            ids.dedup();
            Nearest::new(ids)
        });
        *nearest = known
            .to(id)
            // What comes to be later is spelt right, only too early.
            .filter(|near| near != id)
            .map(str::to_owned);
    }
}

fn ids_of(entries: &Entries, kind: Kind) -> Vec<&str> {
    fn keys<K: Id, V, S>(section: &IndexMap<K, V, S>) -> Vec<&str> {
        section.keys().map(Id::as_str).collect()
    }
    match kind {
        Kind::Unit => keys(&entries.units),
        Kind::Site => keys(&entries.sites),
        Kind::Staff => keys(&entries.staff),
        Kind::Function => keys(&entries.functions),
        Kind::TargetGroup => keys(&entries.target_groups),
        Kind::CoLocation => keys(&entries.co_locations),
        Kind::Interface => keys(&entries.interfaces),
        Kind::Competence => keys(&entries.competences),
        Kind::Body => keys(&entries.bodies),
        Kind::Premise => keys(&entries.premises),
        Kind::Open => keys(&entries.open),
        Kind::Commitment => keys(&entries.commitments),
        Kind::Step => {
            let steps = entries.process.steps.iter();
            steps
                .filter_map(|step| step.id.as_ref())
                .map(Id::as_str)
                .collect()
        }
        Kind::Chart | Kind::Event | Kind::Response | Kind::Point => Vec::new(),
    }
}
