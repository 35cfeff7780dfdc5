//! Functions that other units hold from now on, as events.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use rokade_core::entry::{EventEntry, FunctionEntry, Move, OrUndecided, ResponsibleScope};
use rokade_core::ids::{SiteId, TargetGroupId, UnitId};

use super::candidates::{Writer, became, called};
use super::event;

impl Writer<'_> {
    /// Functions, or parts of them, that another unit is responsible for.
    pub(super) fn functions(&self, events: &mut Vec<EventEntry>) {
        let lineage = &self.changes.lineage;
        for before in self.base.functions() {
            let now = became(&lineage.functions, before.id());
            let Some(now) = now.and_then(|id| self.revision.function(id)) else {
                continue;
            };
            let because = |entry: &FunctionEntry| entry.because.clone();
            let because =
                because(now.entry()).filter(|why| before.entry().because.as_ref() != Some(why));
            for (from, to, cells) in self.transfers(before.entry(), now.entry()) {
                for (at, groups) in cells {
                    events.push(event(because.as_deref(), |event| {
                        event.moves = Some(Move {
                            function: Some(now.id().clone()),
                            from: from.clone(),
                            to: Some(to.clone()),
                            at: at.into_iter().collect(),
                            groups,
                            ..Move::default()
                        });
                    }));
                }
            }
        }
    }

    /// Who gave what to whom: for each site, the target groups, none for anyone.
    #[expect(clippy::type_complexity, reason = "it is taken apart where it is made")]
    fn transfers(
        &self,
        before: &FunctionEntry,
        now: &FunctionEntry,
    ) -> Vec<(
        Option<UnitId>,
        OrUndecided<UnitId>,
        BTreeMap<Option<SiteId>, Vec<TargetGroupId>>,
    )> {
        let lineage = &self.changes.lineage;
        let mut held: BTreeMap<(Option<SiteId>, Option<TargetGroupId>), OrUndecided<UnitId>> =
            BTreeMap::new();
        for (scope, group) in cells(before) {
            let site = scope
                .site
                .as_ref()
                .map(|id| called(&lineage.sites, id).clone());
            let group = group.map(|id| called(&lineage.groups, id).clone());
            let unit = match &scope.unit {
                Some(OrUndecided::Id(id)) => OrUndecided::Id(called(&lineage.units, id).clone()),
                Some(OrUndecided::Undecided) => OrUndecided::Undecided,
                None => continue,
            };
            held.insert((site, group), unit);
        }
        let mut transfers: IndexMap<
            (Option<UnitId>, Option<UnitId>),
            BTreeMap<Option<SiteId>, Vec<TargetGroupId>>,
        > = IndexMap::new();
        for (scope, group) in cells(now) {
            let Some(to) = &scope.unit else { continue };
            let cell = (scope.site.clone(), group.cloned());
            let anywhere = (None, None);
            let holder = held.get(&cell).or_else(|| held.get(&anywhere));
            if holder == Some(to) {
                continue;
            }
            let from = holder.and_then(OrUndecided::id).cloned();
            let groups = transfers
                .entry((from, to.id().cloned()))
                .or_default()
                .entry(cell.0)
                .or_default();
            groups.extend(cell.1);
        }
        // A part whose own entry is gone is held by whoever holds what it was a part of.
        let holds: BTreeMap<_, _> = cells(now)
            .filter_map(|(scope, group)| {
                Some(((scope.site.clone(), group.cloned()), scope.unit.as_ref()?))
            })
            .collect();
        for ((site, group), holder) in &held {
            let wider = [
                (site.clone(), group.clone()),
                (site.clone(), None),
                (None, group.clone()),
                (None, None),
            ];
            let to = wider.iter().find_map(|cell| holds.get(cell).copied());
            let is_own = holds.contains_key(&wider[0]);
            let Some(to) = to.filter(|to| !is_own && *to != holder) else {
                continue;
            };
            let groups = transfers
                .entry((holder.id().cloned(), to.id().cloned()))
                .or_default()
                .entry(site.clone())
                .or_default();
            groups.extend(group.clone());
        }
        let transfers = transfers.into_iter();
        transfers
            .map(|((from, to), cells)| {
                let to = to.map_or(OrUndecided::Undecided, OrUndecided::Id);
                (from, to, cells)
            })
            .collect()
    }
}

/// Every scope with each of its groups, none for anyone.
fn cells(
    function: &FunctionEntry,
) -> impl Iterator<Item = (&ResponsibleScope, Option<&TargetGroupId>)> {
    let scopes = function
        .responsible
        .iter()
        .flat_map(|responsible| &responsible.0);
    scopes.flat_map(|scope| {
        let anyone = scope.groups.is_empty().then_some(None);
        let groups = scope.groups.iter().map(Some);
        anyone
            .into_iter()
            .chain(groups)
            .map(move |group| (scope, group))
    })
}
