//! Who gave which function to whom: a unit can lose its part to one that held the rest before.
//!
//! It asks only of functions that some unit lost altogether; what became of a function is decided
//! where the charts are compared.

use std::collections::{BTreeMap, BTreeSet};

use rokade_change::{ChangeSet, FunctionChange, Lineage};
use rokade_core::chart::{Chart, FunctionView, UnitView};
use rokade_core::ids::{FunctionId, SiteId, TargetGroupId, UnitId};

/// The ways of every function of the base, by its id.
pub(crate) struct Passing<'a>(BTreeMap<&'a FunctionId, Passed<'a>>);

/// The ways of one function.
#[derive(Default)]
pub(crate) struct Passed<'a> {
    /// What became of it.
    pub(crate) change: Option<&'a FunctionChange>,
    to: BTreeMap<&'a UnitId, BTreeSet<&'a UnitId>>,
    from: BTreeMap<&'a UnitId, BTreeSet<&'a UnitId>>,
}

/// A scope: a site or anywhere, a target group or anyone.
type Scope<'c> = (Option<&'c SiteId>, Option<&'c TargetGroupId>);

/// Who holds what of a function of the revision; nobody where a scope is left hanging.
type Held<'c> = BTreeMap<Scope<'c>, Vec<&'c UnitId>>;

impl<'a> Passing<'a> {
    pub(crate) fn new(base: &'a Chart, revision: &'a Chart, changes: &'a ChangeSet) -> Self {
        let all = changes.functions.iter().map(|change| {
            let passed = Passed {
                change: Some(change),
                ..Passed::default()
            };
            (
                &change.function,
                passed.filled(base, revision, &changes.lineage),
            )
        });
        Passing(all.collect())
    }

    /// The ways of a function.
    pub(crate) fn of(&self, function: &FunctionId) -> Option<&Passed<'a>> {
        self.0.get(function)
    }
}

impl<'a> Passed<'a> {
    fn filled(mut self, base: &'a Chart, revision: &'a Chart, lineage: &'a Lineage) -> Self {
        let Some(change) = self.change.filter(|change| !change.from.is_empty()) else {
            return self;
        };
        let Some(before) = base.function(&change.function) else {
            return self;
        };
        let now: Vec<Held<'a>> = change
            .to
            .iter()
            .filter_map(|id| revision.function(id).map(held))
            .collect();
        for cell in before.cells() {
            let Some(unit) = cell.holder.unit().map(UnitView::id) else {
                continue;
            };
            if change.from.binary_search(unit).is_err() {
                continue;
            }
            let sites = place(cell.site.map(|site| lineage.sites.descendants(site.id())));
            let groups = place(
                cell.group
                    .map(|group| lineage.groups.descendants(group.id())),
            );
            for held in &now {
                for &site in &sites {
                    for &group in &groups {
                        for to in answering(held, (site, group)) {
                            self.to.entry(unit).or_default().insert(to);
                            self.from.entry(to).or_default().insert(unit);
                        }
                    }
                }
            }
        }
        self
    }

    /// The units of the revision that have what a unit of the base gave up.
    pub(crate) fn to(&self, unit: &UnitId) -> Vec<UnitId> {
        let Some(change) = self.change else {
            return Vec::new();
        };
        if let Some(to) = self.to.get(unit) {
            return to.iter().map(|id| (*id).clone()).collect();
        }
        match &change.given_up {
            Some(part) if part.from.binary_search(unit).is_ok() => part.into.clone(),
            _ if change.from.binary_search(unit).is_ok() => change.into.clone(),
            _ => Vec::new(),
        }
    }

    /// The units of the base that gave up what a unit of the revision has.
    pub(crate) fn from(&self, unit: &UnitId) -> Vec<UnitId> {
        let Some(change) = self.change else {
            return Vec::new();
        };
        if let Some(from) = self.from.get(unit) {
            return from.iter().map(|id| (*id).clone()).collect();
        }
        match &change.given_up {
            Some(part) if part.into.binary_search(unit).is_ok() => part.from.clone(),
            _ if change.into.binary_search(unit).is_ok() => change.from.clone(),
            _ => Vec::new(),
        }
    }

    /// Every unit of the revision that has what others gave up.
    pub(crate) fn into(&self) -> Vec<UnitId> {
        let Some(change) = self.change else {
            return Vec::new();
        };
        let exact = self.from.keys().map(|id| (*id).clone());
        let mut all: BTreeSet<UnitId> = exact.collect();
        match &change.given_up {
            Some(part) => all.extend(part.into.iter().cloned()),
            None => all.extend(change.into.iter().cloned()),
        }
        all.into_iter().collect()
    }
}

/// What a part of a scope is in the revision: anything, or what it became.
fn place<I>(ids: Option<&[I]>) -> Vec<Option<&I>> {
    ids.map_or_else(|| vec![None], |ids| ids.iter().map(Some).collect())
}

fn held(function: FunctionView<'_>) -> Held<'_> {
    let mut held = Held::new();
    for cell in function.cells() {
        let scope = (
            cell.site.map(rokade_core::chart::SiteView::id),
            cell.group.map(rokade_core::chart::GroupView::id),
        );
        let units = held.entry(scope).or_default();
        units.extend(cell.holder.unit().map(UnitView::id));
    }
    held
}

/// Who holds a scope: by the most specific responsibilities for it.
fn answering<'c>(held: &Held<'c>, (site, group): Scope<'c>) -> Vec<&'c UnitId> {
    let at = |scope: Scope<'c>| held.get(&scope);
    if let Some(units) = at((site, group)) {
        return units.clone();
    }
    let halves = [at((site, None)), at((None, group))];
    if halves.iter().any(Option::is_some) {
        return halves.into_iter().flatten().flatten().copied().collect();
    }
    at((None, None)).cloned().unwrap_or_default()
}
