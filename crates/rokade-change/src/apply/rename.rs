//! Renaming: another name, another id, or both; and pointing everything that names a thing at
//! another.

use rokade_core::entry::{
    BodyEntry, CoLocationEntry, CommitmentEntry, CompetenceEntry, FunctionEntry, InterfaceEntry,
    OpenEntry, PremiseEntry, References, Rename, SiteEntry, StaffEntry, TargetGroupEntry,
    UnitEntry,
};
use rokade_core::fault::NotApplicable;
use rokade_core::ids::{AnyId, FunctionId, Id, Kind, StaffId, StepId, Subject, UnitId};
use rokade_core::span::PathStep;

use super::staff::incomplete;
use super::state::{Done, Loss, Refused, State};
use super::thing::{Thing, for_every_thing};

impl State {
    pub(super) fn rename_event(&mut self, action: &Rename) -> Done {
        let things = action.things();
        let Some(thing) = things.first() else {
            return Err(incomplete("rename", Rename::THINGS));
        };
        if action.name.is_none() && action.id.is_none() {
            return Err(incomplete("rename", &["name", "id"]));
        }
        macro_rules! run {
            ($($kind:ty),*) => {
                match thing.kind {
                    $(<$kind as Thing>::Id::KIND => self.rename_as::<$kind>(action, thing),)*
                    _ => self.rename_step(action, thing),
                }
            };
        }
        for_every_thing!(run)
    }

    fn rename_as<T: Thing>(&mut self, action: &Rename, thing: &Subject) -> Done {
        let at = |key: &str| [PathStep::from("rename"), key.into()];
        let old = T::Id::from_checked(thing.id.clone());
        self.find::<T>(&old, &at(thing.kind.name()))?;
        let new = action.id.as_ref().map(AnyId::to::<T::Id>);
        let new = new.filter(|new| *new != old);
        if let Some(new) = &new {
            self.vacant::<T>(new, &at("id"))?;
        }
        if action.name.is_some() && T::default().name().is_none() {
            let key = "name".to_owned();
            return Err(Refused::new(
                NotApplicable::Unfit { key },
                at("name").to_vec(),
            ));
        }
        if let Some(new) = &new {
            self.rename::<T>(&old, new);
        }
        let id = new.unwrap_or(old);
        if action.name.is_some() {
            self.edit::<T>(id.as_str(), |entry| {
                if let Some(name) = entry.name() {
                    name.clone_from(&action.name);
                }
            });
        }
        Ok(())
    }

    /// Gives a thing another id, wherever it is named.
    pub(super) fn rename<T: Thing>(&mut self, old: &T::Id, new: &T::Id) {
        self.rekey::<T>(old, new);
        // Nothing has the old id any more; what was written under it is the new one's.
        self.wrote(old.subject(), "");
        self.wrote(new.subject(), "");
        self.edit::<T>(new.as_str(), |entry| {
            if let Some(past) = entry.past() {
                // What comes back to an earlier id has it no longer behind it.
                past.retain(|id| id != new);
                if !past.contains(old) {
                    past.push(old.clone());
                }
            }
        });
        self.rename_ended(&old.subject(), new.as_str());
        self.rename_kept(&old.subject(), new.as_str());
        self.redirect(&old.subject(), new.as_str());
    }

    /// What has ended in part is listed by the id of the part that goes on.
    fn rename_ended(&mut self, old: &Subject, new: &str) {
        let ended = &mut self.entries.ended;
        match old.kind {
            Kind::Staff => {
                if let Some(at) = ended.staff.get_index_of(&*old.id) {
                    let _ = ended.staff.replace_index(at, Id::from_checked(new.into()));
                }
            }
            Kind::Function => {
                if let Some(at) = ended.functions.get_index_of(&*old.id) {
                    let _ = ended
                        .functions
                        .replace_index(at, Id::from_checked(new.into()));
                }
            }
            _ => {}
        }
    }

    /// What is kept of a thing until the end of the events.
    pub(super) fn rename_kept(&mut self, old: &Subject, new: &str) {
        match old.kind {
            Kind::Staff => {
                let (old, new) = (&*old.id, StaffId::from_checked(new.into()));
                if self.placed.remove(old) {
                    self.placed.insert(new.clone());
                }
                if self.settled_groups.swap_remove(old) {
                    self.settled_groups.insert(new);
                }
            }
            Kind::Unit => {
                if let Some(lost) = self.lost.shift_remove(&*old.id) {
                    let all = self
                        .lost
                        .entry(UnitId::from_checked(new.into()))
                        .or_default();
                    for (function, loss) in lost {
                        join(all.entry(function), loss);
                    }
                }
            }
            Kind::Function => {
                for lost in self.lost.values_mut() {
                    if let Some(loss) = lost.shift_remove(&*old.id) {
                        join(lost.entry(FunctionId::from_checked(new.into())), loss);
                    }
                }
            }
            _ => {}
        }
    }

    /// Points everything that names a thing at another of its kind.
    pub(super) fn redirect(&mut self, old: &Subject, new: &str) {
        let mut map = |kind: Kind, id: &str| {
            Some(if kind == old.kind && id == old.id {
                new.into()
            } else {
                id.into()
            })
        };
        macro_rules! run {
            ($($kind:ty),*) => {$(
                for owner in self.owners::<$kind>(old) {
                    self.edit::<$kind>(owner.as_str(), |entry| entry.map_ids(&mut map));
                }
            )*};
        }
        for_every_thing!(run);
        if old.kind == Kind::Site {
            for ended in self.entries.ended.functions.values_mut() {
                ended.map_ids(&mut map);
            }
        }
        if matches!(old.kind, Kind::Unit | Kind::Body | Kind::Step) {
            self.entries.process.map_ids(&mut map);
        }
    }

    fn rename_step(&mut self, action: &Rename, thing: &Subject) -> Done {
        let at = |key: &str| vec![PathStep::from("rename"), key.into()];
        self.name(thing.clone());
        let steps = &self.entries.process.steps;
        let has = |id: &str| {
            let mut ids = steps.iter().filter_map(|step| step.id.as_ref());
            ids.any(|step| step.as_str() == id)
        };
        if !has(&thing.id) {
            let (kind, id) = (thing.kind, thing.id.to_string());
            let why = NotApplicable::Unknown {
                kind,
                id,
                nearest: None,
            };
            return Err(Refused::new(why, at("step")));
        }
        let new = action.id.as_ref().map(AnyId::to::<StepId>);
        let new = new.filter(|new| new.as_str() != thing.id);
        if let Some(new) = &new
            && has(new.as_str())
        {
            let thing = new.subject();
            return Err(Refused::new(NotApplicable::Exists { thing }, at("id")));
        }
        for step in &mut self.entries.process.steps {
            if step.id.as_ref().is_some_and(|id| id.as_str() == thing.id) {
                if let Some(new) = &new {
                    step.id = Some(new.clone());
                }
                if action.name.is_some() {
                    step.name.clone_from(&action.name);
                }
            }
        }
        let mut now = thing.clone();
        if let Some(new) = &new {
            now = new.subject();
            self.mark_made(now.clone());
            self.redirect(thing, new.as_str());
            if let Some(origin) = self.entries.nested.shift_remove(thing) {
                self.entries.nested.insert(now.clone(), origin);
            }
        }
        self.wrote(now, if new.is_some() { "" } else { "name" });
        Ok(())
    }
}

/// Adds a loss to one that is kept already.
fn join<K>(kept: indexmap::map::Entry<'_, K, Loss>, loss: Loss) {
    match kept {
        indexmap::map::Entry::Vacant(free) => drop(free.insert(loss)),
        indexmap::map::Entry::Occupied(mut kept) => {
            let kept = kept.get_mut();
            kept.acts.extend(loss.acts);
            kept.is_new &= loss.is_new;
        }
    }
}
