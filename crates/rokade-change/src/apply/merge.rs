//! Making several one: units, target groups or functions.

use std::collections::HashSet;

use rokade_core::entry::{
    FunctionEntry, Head, Merge, NeededBy, OrUndecided, SiteEntry, StaffEntry, TargetGroupEntry,
    UnitEntry,
};
use rokade_core::fault::NotApplicable;
use rokade_core::ids::{Id, UnitId};
use rokade_core::quantity::Quantity;
use rokade_core::span::PathStep;

use super::staff::{add_all, incomplete};
use super::state::{Done, Refused, State};
use super::thing::Thing;
use super::tidy::tidy;

/// What the values of all have in common; nothing where they differ or there are none.
fn shared<T: PartialEq>(mut values: impl Iterator<Item = T>) -> Option<T> {
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}

/// The sum, where all state a number.
fn sum(values: impl Iterator<Item = Option<Quantity>>) -> Option<Quantity> {
    values.sum()
}

impl State {
    pub(super) fn merge(&mut self, action: &Merge) -> Done {
        let Some(into) = &action.into else {
            return Err(incomplete("merge", &["into"]));
        };
        if !action.units.is_empty() {
            self.merge_units(action, &into.to())
        } else if !action.target_groups.is_empty() {
            let into = into.to();
            let merged =
                self.merged::<TargetGroupEntry>("target_groups", &action.target_groups, &into)?;
            self.merge_all(&merged, &into, action, combine_groups);
            self.tidy_cells_of::<TargetGroupEntry>(&into);
            Ok(())
        } else if !action.functions.is_empty() {
            let into = into.to();
            let merged = self.merged::<FunctionEntry>("functions", &action.functions, &into)?;
            self.merge_all(&merged, &into, action, combine_functions);
            for function in &merged {
                self.end_lonely(&function.subject());
            }
            Ok(())
        } else {
            let needs = &["units", "target_groups", "functions"];
            Err(incomplete("merge", needs))
        }
    }

    /// The things that become another: all that are listed but that one.
    fn merged<T: Thing>(
        &mut self,
        key: &str,
        listed: &[T::Id],
        into: &T::Id,
    ) -> Result<Vec<T::Id>, Refused> {
        self.find_all::<T>(listed, &["merge".into(), key.into()])?;
        if !self.has::<T>(into.as_str()) {
            self.vacant::<T>(into, &["merge".into(), "into".into()])?;
        }
        self.name(into.subject());
        let mut merged: Vec<T::Id> = Vec::new();
        for id in listed.iter().filter(|id| *id != into) {
            if !merged.contains(id) {
                merged.push(id.clone());
            }
        }
        Ok(merged)
    }

    /// Makes one of several: what it is made of is for `combine`, from what it was before, if
    /// anything, and what all of the others were.
    fn merge_all<T: Thing>(
        &mut self,
        merged: &[T::Id],
        into: &T::Id,
        action: &Merge,
        combine: impl FnOnce(Option<T>, &[T]) -> T,
    ) {
        let old: Option<T> = self.get::<T>(into.as_str()).cloned();
        let others: Vec<T> = merged
            .iter()
            .filter_map(|id| self.get::<T>(id.as_str()).cloned())
            .collect();
        let mut pasts: Vec<T::Id> = Vec::new();
        for (id, mut other) in merged.iter().zip(others.clone()) {
            add_all(&mut pasts, other.past().map_or(&[][..], |past| past));
            add_all(&mut pasts, std::slice::from_ref(id));
        }
        pasts.retain(|id| id != into);
        let is_new = old.is_none();
        let mut result = combine(old, &others);
        if let Some(past) = result.past() {
            add_all(past, &pasts);
        }
        if let (Some(name), Some(new)) = (result.name(), &action.name) {
            *name = Some(new.clone());
        }
        if is_new {
            self.make::<T>(into.clone(), result);
        } else {
            self.edit::<T>(into.as_str(), |entry| *entry = result);
        }
        for id in merged {
            self.remove::<T>(id.as_str());
            self.rename_kept(&id.subject(), into.as_str());
            self.redirect(&id.subject(), into.as_str());
        }
    }

    fn merge_units(&mut self, action: &Merge, into: &UnitId) -> Done {
        let at = |key: &str| [PathStep::from("merge"), key.into()];
        let merged = self.merged::<UnitEntry>("units", &action.units, into)?;
        self.find_decided::<UnitEntry>(action.parent.as_ref(), &at("parent"))?;
        self.find_decided::<SiteEntry>(action.site.as_ref(), &at("site"))?;
        if let Some(Head::Post(post)) = &action.head {
            self.find::<StaffEntry>(post, &at("head"))?;
        }
        let old = self.get::<UnitEntry>(into.as_str()).cloned();
        let all: HashSet<UnitId> = merged.iter().cloned().chain([into.clone()]).collect();
        if let Some(OrUndecided::Id(parent)) = &action.parent {
            let above = all.iter().find(|unit| self.is_under(parent, unit));
            if above.is_some() {
                let (unit, under) = (into.clone(), parent.clone());
                let why = NotApplicable::ParentCircle { unit, under };
                return Err(Refused::new(why, at("parent").to_vec()));
            }
        }

        // Who sits where, and whom they serve, before anything points at the one.
        let mut units = Vec::new();
        let mut posts = Vec::new();
        for unit in merged.iter().chain(old.is_some().then_some(into)) {
            for child in self.children(unit) {
                if !all.contains(&child) {
                    units.push(self.unit_before(&child));
                }
            }
            for post in self.posts(unit) {
                posts.push(self.post_before(&post));
            }
        }
        let own = old.is_some().then(|| self.unit_before(into));
        let parent = match (&action.parent, &old) {
            (Some(parent), _) => Some(parent.clone()),
            (None, Some(old)) => self.parent_left(into, old, &merged),
            (None, None) => self.common_parent(&merged),
        };
        let site = match (&action.site, &old) {
            (Some(site), _) => Some(site.clone()),
            (None, Some(old)) => old.site.clone(),
            (None, None) => {
                let sites = merged.iter().map(|unit| self.site_of_unit(unit));
                shared(sites).flatten()
            }
        };
        let head = match (&action.head, &old) {
            (Some(head), _) => Some(head.clone()),
            (None, Some(old)) => old.head.clone(),
            (None, None) => Some(Head::Vacant),
        };
        self.merge_all(&merged, into, action, |old, others| {
            let mut unit = combine_units(old, others);
            unit.parent = parent;
            unit.site = site;
            unit.head = head;
            unit.independent_of.retain(|other| !all.contains(other));
            unit
        });
        for unit in &merged {
            self.end_lonely(&unit.subject());
        }
        self.tidy_cells_of::<UnitEntry>(into);
        if let Some(own) = own.filter(|_| action.site.is_none()) {
            self.settle_unit(&own);
        }
        for unit in &units {
            self.settle_unit(unit);
        }
        for post in &posts {
            self.settle_post(post);
        }
        Ok(())
    }

    /// The parent of a unit that others become: its own, unless it stood under one of them.
    fn parent_left(
        &self,
        into: &UnitId,
        old: &UnitEntry,
        merged: &[UnitId],
    ) -> Option<OrUndecided<UnitId>> {
        let mut parent = old.parent.clone();
        for unit in self.line_above(into) {
            if merged.contains(&unit) {
                let merged: &UnitEntry = self.get(unit.as_str())?;
                parent.clone_from(&merged.parent);
            }
        }
        parent
    }

    /// What a new unit stands under that others become: what all name as their parent, or the
    /// nearest unit above all.
    fn common_parent(&self, merged: &[UnitId]) -> Option<OrUndecided<UnitId>> {
        let parents = merged.iter().map(|unit| {
            let unit = self.get::<UnitEntry>(unit.as_str());
            unit.and_then(|unit| unit.parent.clone())
        });
        if let Some(parent) = shared(parents) {
            return parent.filter(|parent| parent.id().is_none_or(|id| !merged.contains(id)));
        }
        let mut lines = merged.iter().map(|unit| self.line_above(unit));
        let mut common = lines.next()?;
        for line in lines {
            let line: HashSet<UnitId> = line.into_iter().collect();
            common.retain(|unit| line.contains(unit));
        }
        let common = common.into_iter().find(|unit| !merged.contains(unit));
        common.map(OrUndecided::Id)
    }

    /// The units above a unit, the nearest first.
    fn line_above(&self, unit: &UnitId) -> Vec<UnitId> {
        let parent = |unit: &UnitId| {
            let unit: &UnitEntry = self.get(unit.as_str())?;
            let parent = unit.parent.as_ref()?.id()?;
            self.has::<UnitEntry>(parent.as_str())
                .then(|| parent.clone())
        };
        std::iter::successors(parent(unit), |unit| parent(unit))
            .take(self.entries.units.len())
            .collect()
    }

    /// Makes one of the responsibilities that have come to be the same.
    fn tidy_cells_of<T: Thing>(&mut self, into: &T::Id) {
        for function in self.owners::<FunctionEntry>(&into.subject()) {
            self.edit::<FunctionEntry>(function.as_str(), |function| {
                if let Some(scopes) = &mut function.responsible {
                    tidy(&mut scopes.0);
                }
            });
        }
    }
}

fn combine_units(old: Option<UnitEntry>, others: &[UnitEntry]) -> UnitEntry {
    let is_new = old.is_none();
    let mut unit = old.unwrap_or_default();
    let all = || others.iter();
    if is_new {
        unit.unit_type = shared(all().map(|unit| unit.unit_type.clone())).flatten();
        unit.external = all().all(|unit| unit.external);
        unit.budget = sum(all().map(|unit| unit.budget));
    } else {
        // The money follows; where one is not stated, the sum is not known.
        let budgets = all().map(|unit| unit.budget).chain([unit.budget]);
        unit.budget = sum(budgets).or(unit.budget);
    }
    for other in others {
        add_all(&mut unit.independent_of, &other.independent_of);
        add_all(&mut unit.identifiers, &other.identifiers);
    }
    unit
}

fn combine_groups(old: Option<TargetGroupEntry>, others: &[TargetGroupEntry]) -> TargetGroupEntry {
    let is_new = old.is_none();
    let mut group = old.unwrap_or_default();
    let all = || others.iter();
    if is_new {
        group.citizens = sum(all().map(|group| group.citizens));
        group.entrance = shared(all().map(|group| group.entrance.clone())).flatten();
    } else {
        let citizens = all().map(|group| group.citizens).chain([group.citizens]);
        group.citizens = sum(citizens);
    }
    for other in others {
        add_all(&mut group.pathway, &other.pathway);
    }
    group
}

fn combine_functions(old: Option<FunctionEntry>, others: &[FunctionEntry]) -> FunctionEntry {
    let is_new = old.is_none();
    let mut function = old.unwrap_or_default();
    let all = || others.iter();
    if is_new {
        function.kind = shared(all().map(|f| f.kind)).flatten();
        function.kle = shared(all().map(|f| f.kle.clone())).flatten();
        function.purpose = shared(all().map(|f| f.purpose.clone())).flatten();
        function.cases_per_post = shared(all().map(|f| f.cases_per_post)).flatten();
        function.volume = shared(all().map(|f| f.volume.clone())).flatten();
        function.decided_by = shared(all().map(|f| f.decided_by.clone())).flatten();
        function.because = shared(all().map(|f| f.because.clone())).flatten();
    }
    for other in others {
        function.statutory |= other.statutory;
        if let Some(scopes) = &other.responsible {
            let own = function.responsible.get_or_insert_default();
            own.0.extend_from_slice(&scopes.0);
        }
        add_all(&mut function.identifiers, &other.identifiers);
        add_all(&mut function.required_in, &other.required_in);
        add_all(&mut function.needed_at, &other.needed_at);
        add_all(&mut function.hosted_by, &other.hosted_by);
        if let Some(by) = &other.needed_by {
            match &mut function.needed_by {
                Some(own) => add_needs(own, by),
                None => function.needed_by = Some(by.clone()),
            }
        }
    }
    if let Some(scopes) = &mut function.responsible {
        tidy(&mut scopes.0);
    }
    function
}

fn add_needs(own: &mut NeededBy, more: &NeededBy) {
    // Without target groups it is needed for all of them.
    if own.target_groups.is_empty() || more.target_groups.is_empty() {
        own.target_groups.clear();
    } else {
        add_all(&mut own.target_groups, &more.target_groups);
    }
    add_all(&mut own.functions, &more.functions);
    add_all(&mut own.units, &more.units);
    add_all(&mut own.staff, &more.staff);
}
