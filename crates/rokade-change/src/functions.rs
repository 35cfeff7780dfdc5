//! What became of each function: who was responsible, who is, and what nobody holds.

use std::collections::{BTreeMap, BTreeSet};

use rokade_core::chart::{Chart, FunctionView, GroupView, Need, NeedReason, SiteView, UnitView};
use rokade_core::finding::{Cause, CauseKind};
use rokade_core::ids::{FunctionId, Id, SiteId, TargetGroupId, UnitId};
use rokade_core::quantity::Certainty;

use crate::lineage::Lineage;
use crate::parts::{FunctionPart, Parting, Parts};
use crate::units::{OfUnits, UnitChange};

/// What became of a function of the base. Each function has the last of these that holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FunctionFate {
    /// With the unit that had it, whatever became of that unit.
    Stayed,
    /// Another unit has it, or it has another site or line.
    Moved,
    /// The unit that had it gave up a part, and another has that part.
    Split,
    /// It is part of another function.
    Absorbed,
    /// It was discontinued on purpose.
    Ended,
    /// It is needed and nobody holds it, or a part of it.
    Unassigned,
    /// It is no longer named, and nothing says that it is needed.
    Absent,
}

/// A scope in which a function is needed and nobody is responsible, in ids of the revision.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unassigned {
    /// The scope.
    pub scope: Scope,
    /// What says that it is needed; `None` where only the base assigned it.
    pub reason: Option<NeedReason>,
    /// Certain where the revision says that it is needed.
    pub certainty: Certainty,
}

/// A site or anywhere, a target group or anyone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Scope {
    /// The site; `None` is anywhere.
    pub site: Option<SiteId>,
    /// The target group; `None` is anyone.
    pub group: Option<TargetGroupId>,
}

/// A function of the base, compared.
#[derive(Debug, Clone)]
pub struct FunctionChange {
    /// The function, in the base.
    pub function: FunctionId,
    /// What it became.
    pub to: Vec<FunctionId>,
    /// What became of it.
    pub fate: FunctionFate,
    /// Why; `None` where it stayed.
    pub cause: Option<Cause>,
    /// Units of the base that held it or a part, and no longer do.
    pub from: Vec<UnitId>,
    /// Units of the revision that hold it or a part, and did not.
    pub into: Vec<UnitId>,
    /// Another unit is responsible.
    pub unit_changed: bool,
    /// It is done at another site.
    pub site_changed: bool,
    /// The nearest unit with a head above it is another.
    pub head_changed: bool,
    /// Sites of the base where it was done and no longer is; only where `site_changed`.
    pub from_sites: Vec<SiteId>,
    /// Sites of the revision where it is done and was not; only where `site_changed`.
    pub to_sites: Vec<SiteId>,
    /// The nearest unit with a head above it in the base; only where `head_changed`.
    pub from_head: Option<UnitId>,
    /// The nearest unit with a head above it in the revision; only where `head_changed`.
    pub to_head: Option<UnitId>,
    /// What nobody holds and somebody did.
    pub unassigned: Vec<Unassigned>,
    /// What units gave up that still hold the rest; only where it was split.
    pub given_up: Option<FunctionPart>,
    /// What others hold beside those who did, and nobody gave up; only where it stayed.
    pub joined: Option<FunctionPart>,
}

/// Compares every function of the base, by id.
pub(crate) fn compare(
    base: &Chart,
    revision: &Chart,
    lineage: &Lineage,
    units: &[UnitChange],
) -> Vec<FunctionChange> {
    let compare = Comparison {
        base,
        revision,
        lineage,
        units: OfUnits::new(base, units),
    };
    let functions = base.functions_by_id();
    functions.map(|f| compare.function(f)).collect()
}

struct Comparison<'a> {
    base: &'a Chart,
    revision: &'a Chart,
    lineage: &'a Lineage,
    units: OfUnits<'a>,
}

impl Comparison<'_> {
    fn function(&self, before: FunctionView<'_>) -> FunctionChange {
        let functions = &self.lineage.functions;
        let now: Vec<FunctionView<'_>> = functions.now(before, self.revision).collect();
        let held_before = before.holders();
        let mut held_now: Vec<UnitView<'_>> = now.iter().flat_map(|f| f.holders()).collect();
        held_now.sort_unstable();
        held_now.dedup();

        // Holders stand in the order of their ids: a function may have thousands.
        let units = &self.lineage.units;
        let still_holds = |old: &UnitView<'_>| {
            let mut now = units.now(*old, self.revision);
            now.any(|new| held_now.binary_search(&new).is_ok())
        };
        let held = |new: &UnitView<'_>| {
            let mut before = units.before(*new, self.base);
            before.any(|old| held_before.binary_search(&old).is_ok())
        };
        let lost: Vec<UnitView<'_>> = held_before
            .iter()
            .copied()
            .filter(|old| !still_holds(old))
            .collect();
        let gained: Vec<UnitView<'_>> = held_now.iter().copied().filter(|new| !held(new)).collect();
        let parting = Parting {
            base: self.base,
            revision: self.revision,
            lineage: self.lineage,
        };
        // Most functions are held as they were, and some in a great many scopes.
        let alike = parting.is_held_alike(before, &now);
        let unassigned = self.unassigned(before, &now, alike);
        let ended = self.revision.entries().ended.functions.get(before.id());
        let ended_wholly = ended.is_some_and(|e| e.at.is_empty()) && now.is_empty();
        let parts = if lost.is_empty() {
            parting.parts(before, &now, &gained, alike)
        } else {
            Parts::default()
        };

        let mut change = FunctionChange {
            function: before.id().clone(),
            to: now.iter().map(|function| function.id().clone()).collect(),
            fate: FunctionFate::Stayed,
            cause: None,
            from: lost.iter().map(|unit| unit.id().clone()).collect(),
            into: gained.iter().map(|unit| unit.id().clone()).collect(),
            unit_changed: !lost.is_empty() && !held_now.is_empty(),
            site_changed: false,
            head_changed: false,
            from_sites: Vec::new(),
            to_sites: Vec::new(),
            from_head: None,
            to_head: None,
            unassigned,
            given_up: None,
            joined: None,
        };
        change.fate = if now.is_empty() && !ended_wholly && change.unassigned.is_empty() {
            FunctionFate::Absent
        } else if !change.unassigned.is_empty() {
            FunctionFate::Unassigned
        } else if ended_wholly {
            FunctionFate::Ended
        } else if self.is_absorbed(before, &change.to) {
            FunctionFate::Absorbed
        } else if parts.given_up.is_some() {
            FunctionFate::Split
        } else if change.unit_changed {
            FunctionFate::Moved
        } else {
            FunctionFate::Stayed
        };
        if matches!(change.fate, FunctionFate::Moved | FunctionFate::Stayed) {
            self.compare_places(before, &now, &mut change);
        }
        match change.fate {
            FunctionFate::Split => change.given_up = parts.given_up,
            FunctionFate::Stayed => change.joined = parts.joined,
            _ => {}
        }
        change.cause = self.cause(&change);
        change
    }

    /// The site and the line of a function that one unit holds before and after. What follows
    /// a unit that was moved or relocated is on that unit's line.
    fn compare_places(
        &self,
        before: FunctionView<'_>,
        now: &[FunctionView<'_>],
        change: &mut FunctionChange,
    ) {
        let [now] = now else { return };
        let scoped = |f: FunctionView<'_>| f.cells().any(|cell| cell.site.is_some());
        let has_stayed = change.fate == FunctionFate::Stayed;
        if has_stayed && !(scoped(before) && scoped(*now)) {
            // Only a scope that names another site is a move of the function itself.
            return;
        }
        let (before_at, now_at) = done_at(before, *now);
        // Sites stand in the order of their ids: a function may be done at thousands.
        let sites = &self.lineage.sites;
        let follow = |old: &SiteView<'_>| {
            let mut now = sites.now(*old, self.revision);
            now.any(|new| now_at.binary_search(&new).is_ok())
        };
        change.site_changed =
            !before_at.is_empty() && !now_at.is_empty() && !before_at.iter().all(follow);
        let head = |function: FunctionView<'_>| match &function.holders()[..] {
            [one] => one.headed().map(|unit| unit.id().clone()),
            _ => None,
        };
        let (head_before, head_now) = (head(before), head(*now));
        change.head_changed = match (&head_before, &head_now) {
            (Some(old), Some(new)) => !self.lineage.units.follows_by_id(old, new),
            _ => false,
        };
        if has_stayed {
            change.head_changed = false;
            // What the unit sat at and sits at now, it took along.
            let with_unit: BTreeSet<SiteId> = {
                let holders = before.holders();
                let changes = holders.iter().filter_map(|unit| self.units.get(*unit));
                let went = changes.filter(|unit| {
                    let to = unit.to_site.as_ref().and_then(|id| self.revision.site(id));
                    unit.site_changed && to.is_some_and(|to| now_at.binary_search(&to).is_ok())
                });
                went.filter_map(|unit| unit.from_site.clone()).collect()
            };
            change.site_changed &= !before_at
                .iter()
                .all(|old| follow(old) || with_unit.contains(old.id()));
            if change.site_changed {
                change.fate = FunctionFate::Moved;
            }
        }
        if change.site_changed {
            let was = |new: &SiteView<'_>| {
                let mut was = sites.before(*new, self.base);
                was.any(|old| before_at.binary_search(&old).is_ok())
            };
            let left = before_at.iter().filter(|old| !follow(old));
            let new = now_at.iter().filter(|new| !was(new));
            change.from_sites = left.map(|site| site.id().clone()).collect();
            change.to_sites = new.map(|site| site.id().clone()).collect();
        }
        if change.head_changed {
            (change.from_head, change.to_head) = (head_before, head_now);
        }
    }

    /// Whether it is part of another function, or of several: of one that others became part of
    /// too, or of one that is more than it.
    fn is_absorbed(&self, before: FunctionView<'_>, to: &[FunctionId]) -> bool {
        let functions = &self.lineage.functions;
        functions.kept(before, self.revision).is_none()
            && to.iter().all(|now| {
                let is_more = functions.ancestors(now).len() > 1 || to.len() == 1;
                is_more && !functions.is_same(before.id(), now)
            })
    }

    /// The scope of a cell of the base, in ids of the revision; `None` is any, an empty list is
    /// what is no longer there.
    fn scope_now(
        &self,
        site: Option<SiteView<'_>>,
        group: Option<GroupView<'_>>,
    ) -> (Option<Vec<SiteId>>, Option<Vec<TargetGroupId>>) {
        (
            site.map(|site| self.lineage.sites.descendants(site.id()).to_vec()),
            group.map(|group| self.lineage.groups.descendants(group.id()).to_vec()),
        )
    }

    /// The scopes in which nobody holds what somebody held.
    fn unassigned(
        &self,
        before: FunctionView<'_>,
        now: &[FunctionView<'_>],
        alike: bool,
    ) -> Vec<Unassigned> {
        // Where it is held as it was, all that was assigned is, and what is needed is held if it was.
        if alike {
            return Vec::new();
        }
        let mut found: BTreeMap<Scope, Unassigned> = BTreeMap::new();
        let mut add = |scope: Scope, reason: Option<NeedReason>, certainty: Certainty| {
            let new = Unassigned {
                scope: scope.clone(),
                reason,
                certainty,
            };
            let kept = found.entry(scope).or_insert_with(|| new.clone());
            if new.certainty > kept.certainty {
                *kept = new;
            }
        };
        for function in now {
            for need in function.unmet_needs() {
                if self.was_held(before, &need) {
                    let scope = Scope {
                        site: need.site,
                        group: need.group,
                    };
                    add(scope, Some(need.reason), Certainty::Certain);
                }
            }
        }
        if self.ended_at(before).is_some_and(<[SiteId]>::is_empty) {
            return found.into_values().collect();
        }
        for scope in self.assigned_in_base(before, now) {
            let ended = self.ended_at(before);
            let ended_there = |site: &SiteId| ended.is_some_and(|at| at.contains(site));
            if scope.site.as_ref().is_some_and(ended_there) {
                continue;
            }
            if !self.is_held(now, scope.site.as_ref(), scope.group.as_ref()) {
                add(scope, None, Certainty::Possible);
            }
        }
        // A need without a site or group adds nothing where the scope of it is named too, as
        // surely as the need itself.
        let scoped = found.values().filter(|one| one.scope != Scope::default());
        let named = scoped.map(|one| one.certainty).max();
        found
            .into_values()
            .filter(|one| one.scope != Scope::default() || Some(one.certainty) > named)
            .collect()
    }

    /// The sites at which the revision ended the function on purpose; empty is everywhere.
    fn ended_at(&self, before: FunctionView<'_>) -> Option<&[SiteId]> {
        let ended = self.revision.entries().ended.functions.get(before.id())?;
        Some(&ended.at)
    }

    /// Stated sites and target groups for which the base assigned it or says it is needed, and
    /// which the revision still uses.
    fn assigned_in_base(&self, before: FunctionView<'_>, now: &[FunctionView<'_>]) -> Vec<Scope> {
        let mut scopes = Vec::new();
        let mut add = |site: Option<SiteView<'_>>, group: Option<GroupView<'_>>| {
            let (sites, groups) = self.scope_now(site, group);
            let in_use = |id: &SiteId| self.revision.site(id).is_some_and(SiteView::is_in_use);
            let sites = options(sites, in_use);
            let in_use =
                |id: &TargetGroupId| self.revision.group(id).is_some_and(GroupView::is_in_use);
            let groups = options(groups, in_use);
            for site in &sites {
                for group in &groups {
                    scopes.push(Scope {
                        site: site.clone(),
                        group: group.clone(),
                    });
                }
            }
        };
        for cell in before.cells() {
            if cell.holder.unit().is_some() && cell.specificity() > 0 {
                add(cell.site, cell.group);
            }
        }
        for id in &before.entry().needed_at {
            let site = self.base.site(id);
            if site.is_some_and(|site| before.is_held(Some(site), None)) {
                add(site, None);
            }
        }
        let named_without_holder = !now.is_empty()
            && !before.holders().is_empty()
            && now.iter().all(|f| f.holders().is_empty());
        let law = now.is_empty() && before.entry().statutory && !before.holders().is_empty();
        if named_without_holder || law {
            scopes.push(Scope::default());
        }
        scopes.sort();
        scopes.dedup();
        scopes
    }

    fn is_held(
        &self,
        now: &[FunctionView<'_>],
        site: Option<&SiteId>,
        group: Option<&TargetGroupId>,
    ) -> bool {
        let site = site.and_then(|id| self.revision.site(id));
        let group = group.and_then(|id| self.revision.group(id));
        now.iter().any(|function| function.is_held(site, group))
    }

    /// Whether the base had somebody responsible for a need of the revision.
    fn was_held(&self, before: FunctionView<'_>, need: &Need) -> bool {
        let sites: Vec<Option<SiteView<'_>>> = match &need.site {
            None => vec![None],
            Some(id) => {
                let old = self.lineage.sites.ancestors(id).iter();
                old.map(|id| self.base.site(id)).collect()
            }
        };
        let groups: Vec<Option<GroupView<'_>>> = match &need.group {
            None => vec![None],
            Some(id) => {
                let old = self.lineage.groups.ancestors(id).iter();
                old.map(|id| self.base.group(id)).collect()
            }
        };
        // A new site or group was held by whoever held it where no responsibility names one.
        let is_new = sites.is_empty() || groups.is_empty();
        let sites = if sites.is_empty() { vec![None] } else { sites };
        let groups = if groups.is_empty() {
            vec![None]
        } else {
            groups
        };
        let held = |site, group| {
            if is_new {
                let cells = before.responsible_for(site, group);
                cells.iter().any(|cell| cell.holder.unit().is_some())
            } else {
                before.is_held(site, group)
            }
        };
        sites
            .iter()
            .any(|&site| groups.iter().any(|&group| held(site, group)))
    }

    fn cause(&self, change: &FunctionChange) -> Option<Cause> {
        if change.fate == FunctionFate::Stayed {
            return None;
        }
        let of_unit = |id: &UnitId| {
            let unit = self.base.unit(id)?;
            self.units.get(unit)?.cause()
        };
        let before = self.base.function(&change.function)?;
        let holders: Vec<UnitId> = match (&change.given_up, &change.from[..]) {
            (Some(part), _) => part.from.clone(),
            (None, []) => before.holders().iter().map(|u| u.id().clone()).collect(),
            (None, lost) => lost.to_vec(),
        };
        let mut causes: Vec<Cause> = holders.iter().filter_map(of_unit).collect();
        // A unit that was merely renamed or moved still has what it had; only what ends with
        // it, or is divided with it, follows from its lineage.
        causes.retain(|cause| {
            matches!(
                cause.kind,
                CauseKind::UnitClosed | CauseKind::UnitSplit | CauseKind::UnitMerged
            )
        });
        causes.sort();
        if let Some(first) = causes.into_iter().next() {
            return Some(first);
        }
        if matches!(change.fate, FunctionFate::Absorbed | FunctionFate::Ended) {
            let subject = change.function.subject();
            return Some(Cause::new(CauseKind::FunctionLineage, [subject]));
        }
        let from = holders.into_iter().next();
        let into = change
            .given_up
            .as_ref()
            .map_or(&change.into, |part| &part.into);
        let into = into.first().cloned();
        Some(match (from, into) {
            (Some(from), Some(into)) => {
                Cause::new(CauseKind::Transfer, [from.subject(), into.subject()])
            }
            (Some(from), None) => Cause::new(CauseKind::Left, [from.subject()]),
            (None, _) => Cause::new(CauseKind::FunctionLineage, [change.function.subject()]),
        })
    }
}

/// Where a function is done before and after, told by what both charts say of it: the sites of
/// its scopes, else those where it is met, else those of its units.
fn done_at<'c>(
    before: FunctionView<'c>,
    now: FunctionView<'c>,
) -> (Vec<SiteView<'c>>, Vec<SiteView<'c>>) {
    fn in_order<'c>(sites: impl Iterator<Item = SiteView<'c>>) -> Vec<SiteView<'c>> {
        let mut sites: Vec<SiteView<'c>> = sites.collect();
        sites.sort_unstable();
        sites.dedup();
        sites
    }
    let stated = |f: FunctionView<'c>| in_order(f.cells().filter_map(|cell| cell.site));
    let met = |f: FunctionView<'c>| {
        let met = f.met_by(None).into_iter();
        // A group of no posts is nowhere.
        let there = met.filter(|(_, post)| post.count().high() != Some(0));
        in_order(there.map(|(site, _)| site))
    };
    let seats = |f: FunctionView<'c>| in_order(f.holders().into_iter().filter_map(UnitView::site));
    let in_both = |sites: &dyn Fn(FunctionView<'c>) -> Vec<SiteView<'c>>| {
        let both = (sites(before), sites(now));
        (!both.0.is_empty() && !both.1.is_empty()).then_some(both)
    };
    let either = |f| {
        Some(stated(f))
            .filter(|sites| !sites.is_empty())
            .unwrap_or_else(|| seats(f))
    };
    in_both(&stated)
        .or_else(|| in_both(&met))
        .unwrap_or_else(|| (either(before), either(now)))
}

/// One choice of `None` where nothing is stated, else each id that is still used.
fn options<I: Id>(ids: Option<Vec<I>>, in_use: impl Fn(&I) -> bool) -> Vec<Option<I>> {
    match ids {
        None => vec![None],
        Some(ids) => ids.into_iter().filter(|id| in_use(id)).map(Some).collect(),
    }
}
