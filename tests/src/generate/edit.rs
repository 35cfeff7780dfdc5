//! Random edits: what a restructuring does to an organisation, done to its entries.
//!
//! Each edit is small and by itself; several make a revision. What became of what is said by
//! `previously`, in ids of the base, and what ended on purpose by `ended`, or by neither.

use rokade_core::entry::{
    CoLocationEntry, EndedEntry, Entries, FunctionEntry, Head, OrUndecided, ResponsibleScope,
    StaffEntry, UnitEntry,
};
use rokade_core::ids::{
    CoLocationId, FunctionId, Id, Kind, SiteId, StaffId, TargetGroupId, UnitId,
};
use rokade_core::quantity::{Amount, Quantity};
use rokade_core::span::Entry;

use super::refs::{remap, tidy};
use super::{Dice, Known};

/// A revision of an organisation: one to six random edits.
#[must_use]
pub fn edited(base: &Entries, dice: &mut Dice<'_>) -> Entries {
    let mut edit = Edit {
        base,
        org: base.clone(),
        fresh: 100,
    };
    for _ in 0..=dice.below(6) {
        edit.one(dice);
        tidy(&mut edit.org);
    }
    edit.org
}

struct Edit<'a> {
    base: &'a Entries,
    org: Entries,
    /// The number of the next new id: no id of the base is used again.
    fresh: usize,
}

impl Edit<'_> {
    fn one(&mut self, dice: &mut Dice<'_>) {
        match dice.below(12) {
            0..=2 => self.a_unit(dice),
            3..=5 => self.a_group_of_posts(dice),
            6..=8 => self.a_function(dice),
            9 | 10 => self.a_place(dice),
            _ => self.a_target_group(dice),
        }
    }

    fn fresh<T: Id>(&mut self) -> T {
        self.fresh += 1;
        super::id(self.fresh)
    }

    fn a_unit(&mut self, dice: &mut Dice<'_>) {
        let known = Known::of(&self.org);
        let Some(id) = dice.pick(&known.units) else {
            return;
        };
        let other = dice.pick(&known.units).filter(|other| *other != id);
        match dice.below(9) {
            0 => {
                let undecided = dice.one_in(8);
                self.org.units[&id].value.parent = if undecided {
                    Some(OrUndecided::Undecided)
                } else {
                    other.map(OrUndecided::Id)
                };
            }
            1 => self.org.units[&id].value.site = dice.pick(&known.sites).map(OrUndecided::Id),
            2 => self.org.units[&id].value.head = super::head(dice, &known),
            // Closed: what named it is left hanging, or goes elsewhere.
            3 => {
                if dice.one_in(2) {
                    self.replace(&id, other.as_ref());
                }
                let gone = self.org.units.shift_remove(&id);
                let ended = EndedEntry {
                    name: gone.and_then(|unit| unit.value.name),
                    ..EndedEntry::default()
                };
                self.org.ended.units.insert(id, ended);
            }
            // No longer there, and nobody says why.
            4 => self.replace(&id, other.as_ref()),
            5 => {
                let new: UnitId = self.fresh();
                self.renames(Kind::Unit, id.as_str(), new.as_str());
                let unit = &mut self.org.units[&new].value;
                if self.base.units.contains_key(&id) {
                    unit.previously = vec![id];
                }
                if dice.one_in(2) {
                    unit.name = super::name(dice, &super::UNITS);
                }
            }
            6 => {
                let Some(other) = other else { return };
                self.merge(&id, &other, dice);
            }
            // Divided: a new unit takes some of its posts and functions.
            7 => {
                let new: UnitId = self.fresh();
                let half = self.org.units[&id].value.clone();
                for post in self.org.staff.values_mut().map(|post| &mut post.value) {
                    if post.unit.as_ref().and_then(OrUndecided::id) == Some(&id) && dice.one_in(2) {
                        post.unit = Some(OrUndecided::Id(new.clone()));
                    }
                }
                let mut new_unit = UnitEntry {
                    name: super::name(dice, &super::UNITS),
                    ..half
                };
                new_unit.previously = vec![id].into_iter().filter(|id| self.is_old(id)).collect();
                self.org.units.insert(new, Entry::computed(new_unit));
            }
            _ => {
                let new: UnitId = self.fresh();
                let unit = super::unit(dice, &known, known.units.len());
                self.org.units.insert(new, Entry::computed(unit));
            }
        }
    }

    fn is_old(&self, id: &UnitId) -> bool {
        self.base.units.contains_key(id)
    }

    /// Lets another unit, or none, stand wherever this one was named, and takes it out.
    fn replace(&mut self, id: &UnitId, other: Option<&UnitId>) {
        let kept = self.org.units.shift_remove(id);
        remap(
            &mut self.org,
            &|kind, name| match kind {
                Kind::Unit if name == id.as_str() => other.map(|other| other.as_str().to_owned()),
                _ => Some(name.to_owned()),
            },
            false,
        );
        debug_assert!(kept.is_some(), "only units that are there are replaced");
    }

    fn renames(&mut self, of: Kind, old: &str, new: &str) {
        remap(
            &mut self.org,
            &|kind, name| Some(if kind == of && name == old { new } else { name }.to_owned()),
            false,
        );
    }

    /// Merges two units into a new one, or into one of them.
    fn merge(&mut self, a: &UnitId, b: &UnitId, dice: &mut Dice<'_>) {
        let mut past: Vec<UnitId> = Vec::new();
        for id in [a, b] {
            let earlier = self.org.units[id].value.previously.clone();
            past.extend(if self.is_old(id) {
                vec![id.clone()]
            } else {
                earlier
            });
        }
        past.sort();
        past.dedup();
        let into: UnitId = if dice.one_in(3) {
            a.clone()
        } else {
            self.fresh()
        };
        self.replace(b, Some(a));
        if into != *a {
            self.renames(Kind::Unit, a.as_str(), into.as_str());
        }
        self.org.units[&into].value.previously = past;
    }

    fn a_group_of_posts(&mut self, dice: &mut Dice<'_>) {
        let known = Known::of(&self.org);
        let Some(id) = dice.pick(&known.staff) else {
            return;
        };
        let count = self.org.staff[&id].value.count.unwrap_or(Quantity::ONE);
        let post = &mut self.org.staff[&id].value;
        match dice.below(10) {
            0 => {
                let unit = dice.pick(&known.units).map(OrUndecided::Id);
                post.unit = match dice.below(8) {
                    6 => Some(OrUndecided::Undecided),
                    7 => None,
                    _ => unit,
                };
            }
            1 | 9 => post.site = dice.pick(&known.sites).map(OrUndecided::Id),
            2 => {
                post.performs = Some(dice.some(&known.functions, 3));
                post.serves = dice.one_in(2).then(|| dice.some(&known.groups, 2));
            }
            // Some of them go to another unit, and say where they came from.
            3 => {
                let new: StaffId = self.fresh();
                let part = dice.quantity();
                let post = &mut self.org.staff[&id].value;
                let left = post.clone();
                post.count = Some(count.less(part));
                let previously = if self.base.staff.contains_key(&id) {
                    vec![id]
                } else {
                    left.previously.clone()
                };
                let mut new_post = StaffEntry {
                    unit: dice.pick(&known.units).map(OrUndecided::Id),
                    count: Some(part),
                    ..left
                };
                new_post.previously = previously;
                self.org.staff.insert(new, Entry::computed(new_post));
            }
            4 => {
                let by = dice.quantity();
                post.count = Some(count.less(by));
                let ended = EndedEntry {
                    by: Some(Amount::from(by)),
                    ..EndedEntry::default()
                };
                self.org.ended.staff.insert(id, ended);
            }
            5 => post.count = Some(dice.quantity()),
            // Gone, on purpose or without a word.
            6 => {
                let ended = dice.one_in(2);
                let gone = |kind: Kind, name: &str| {
                    let it = kind == Kind::Staff && name == id.as_str();
                    (!it).then(|| name.to_owned())
                };
                remap(&mut self.org, &gone, false);
                if ended {
                    self.org.ended.staff.insert(id, EndedEntry::default());
                }
            }
            7 => {
                let new: StaffId = self.fresh();
                self.renames(Kind::Staff, id.as_str(), new.as_str());
                if self.base.staff.contains_key(&id) {
                    self.org.staff[&new].value.previously = vec![id];
                }
            }
            _ => {
                let new: StaffId = self.fresh();
                let post = super::post(dice, &known);
                self.org.staff.insert(new, Entry::computed(post));
            }
        }
    }

    fn a_function(&mut self, dice: &mut Dice<'_>) {
        let known = Known::of(&self.org);
        let Some(id) = dice.pick(&known.functions) else {
            return;
        };
        let other = dice.pick(&known.functions).filter(|other| *other != id);
        let function = &mut self.org.functions[&id].value;
        match dice.below(9) {
            0 => {
                function.responsible = dice.pick(&known.units).map(|unit| super::held_by(&unit));
            }
            1 => function.responsible = super::responsible(dice, &known),
            2 => function.responsible = None,
            // A part of it goes to another unit.
            3 => {
                let unit = dice.pick(&known.units).map(OrUndecided::Id);
                let part = ResponsibleScope {
                    unit: Some(unit.unwrap_or(OrUndecided::Undecided)),
                    groups: dice.some(&known.groups, 2),
                    ..ResponsibleScope::default()
                };
                function.responsible.get_or_insert_default().0.push(part);
            }
            // Dropped, on purpose or without a word.
            4 => {
                let ended = dice.one_in(2);
                self.drop_function(&id);
                if ended {
                    let ended = EndedEntry {
                        because: dice.one_in(2).then(|| "Ingen benytter den".to_owned()),
                        ..EndedEntry::default()
                    };
                    self.org.ended.functions.insert(id, ended);
                }
            }
            5 => {
                let new: FunctionId = self.fresh();
                self.renames(Kind::Function, id.as_str(), new.as_str());
                if self.base.functions.contains_key(&id) {
                    self.org.functions[&new].value.previously = vec![id];
                }
            }
            6 => {
                let Some(other) = other else { return };
                let old = |id: &FunctionId| self.base.functions.contains_key(id);
                let past = [&id, &other]
                    .into_iter()
                    .filter(|id| old(id))
                    .cloned()
                    .collect();
                let kept = self.org.functions.shift_remove(&other);
                debug_assert!(kept.is_some(), "only functions that are there are merged");
                self.renames(Kind::Function, other.as_str(), id.as_str());
                self.org.functions[&id].value.previously = past;
            }
            // A part of it becomes a function of its own.
            7 => {
                let mut part = function.clone();
                let old = self.base.functions.contains_key(&id);
                part.previously = old.then_some(id).into_iter().collect();
                let new: FunctionId = self.fresh();
                self.org.functions.insert(new, Entry::computed(part));
            }
            _ => {
                let new: FunctionId = self.fresh();
                let function: FunctionEntry = super::function(dice, &known);
                self.org.functions.insert(new, Entry::computed(function));
            }
        }
    }

    fn drop_function(&mut self, id: &FunctionId) {
        let gone = |kind: Kind, name: &str| {
            let it = kind == Kind::Function && name == id.as_str();
            (!it).then(|| name.to_owned())
        };
        remap(&mut self.org, &gone, false);
    }

    fn a_place(&mut self, dice: &mut Dice<'_>) {
        let known = Known::of(&self.org);
        let Some(id) = dice.pick(&known.sites) else {
            return;
        };
        match dice.below(8) {
            0 => {
                let new: SiteId = self.fresh();
                self.renames(Kind::Site, id.as_str(), new.as_str());
                if self.base.sites.contains_key(&id) {
                    self.org.sites[&new].value.previously = vec![id];
                }
            }
            1 => {
                let gone = self.org.sites.shift_remove(&id);
                let ended = EndedEntry {
                    name: gone.and_then(|site| site.value.name),
                    ..EndedEntry::default()
                };
                self.org.ended.sites.insert(id, ended);
            }
            2 => self.org.sites[&id].value.capacity = Some(dice.quantity()),
            // Two more must sit together.
            6 => {
                let stated: CoLocationId = self.fresh();
                let entry = CoLocationEntry {
                    id: Some(stated.clone()),
                    functions: dice.some(&known.functions, 3),
                    units: dice.some(&known.units, 2),
                    ..CoLocationEntry::default()
                };
                self.org.co_locations.insert(stated, Entry::computed(entry));
            }
            // Those who must sit together part.
            3..=5 => {
                let stated: Vec<FunctionId> = self
                    .org
                    .co_locations
                    .values()
                    .flat_map(|stated| stated.value.functions.clone())
                    .collect();
                let Some(function) = dice.pick(&stated) else {
                    return;
                };
                let performs = |post: &StaffEntry| {
                    post.performs
                        .as_ref()
                        .is_some_and(|performs| performs.contains(&function))
                };
                for post in self.org.staff.values_mut().map(|post| &mut post.value) {
                    if performs(post) {
                        post.site = Some(OrUndecided::Id(id.clone()));
                        if dice.one_in(2) {
                            break;
                        }
                    }
                }
            }
            _ => {
                let new: SiteId = self.fresh();
                let site = super::site(dice, &known);
                self.org.sites.insert(new.clone(), Entry::computed(site));
                if let Some(unit) = dice.pick(&known.units) {
                    self.org.units[&unit].value.site = Some(OrUndecided::Id(new));
                }
            }
        }
    }

    fn a_target_group(&mut self, dice: &mut Dice<'_>) {
        let known = Known::of(&self.org);
        let Some(id) = dice.pick(&known.groups) else {
            return;
        };
        match dice.below(4) {
            0 => {
                let new: TargetGroupId = self.fresh();
                self.renames(Kind::TargetGroup, id.as_str(), new.as_str());
                if self.base.target_groups.contains_key(&id) {
                    self.org.target_groups[&new].value.previously = vec![id];
                }
            }
            1 => {
                let gone = |kind: Kind, name: &str| {
                    let it = kind == Kind::TargetGroup && name == id.as_str();
                    (!it).then(|| name.to_owned())
                };
                remap(&mut self.org, &gone, false);
            }
            2 => self.org.target_groups[&id].value = super::group(dice, &known),
            _ => {
                let head: Option<Head> = super::head(dice, &known);
                if let Some(unit) = dice.pick(&known.units) {
                    self.org.units[&unit].value.head = head;
                }
            }
        }
    }
}
