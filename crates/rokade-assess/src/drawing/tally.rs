//! What each unit gives up and gets: functions, posts and units that come, go, or are left
//! hanging, counted once. It has no words, and decides no mark.

use std::collections::{BTreeMap, BTreeSet};

use rokade_change::{
    Change, ChangeKind, ChangeSet, FunctionChange, FunctionFate, PostFate, StaffChange, Unassigned,
    UnitVerdict,
};
use rokade_core::chart::{Chart, FunctionView, GroupView, SiteView, UnitView};
use rokade_core::ids::{FunctionId, SiteId, Subject, TargetGroupId, UnitId};
use rokade_core::quantity::Quantity;

use crate::passing::{Passed, Passing};

/// What comes to a unit and goes from it, beside what merely goes along with it.
#[derive(Debug, Default)]
pub(super) struct Tally<'a> {
    /// Functions it gives up to others.
    pub(super) functions_given: usize,
    /// Functions it had and nobody is responsible for.
    pub(super) functions_hanging: usize,
    /// Functions it had that are no longer named.
    pub(super) functions_absent: usize,
    /// Functions it had that end on purpose, at all its sites or at some.
    pub(super) functions_ended: usize,
    /// Functions it keeps, and does elsewhere.
    pub(super) functions_relocated: usize,
    /// Functions it keeps, as part of others.
    pub(super) functions_joined: usize,
    /// Functions that it did not have, in ids of the revision.
    pub(super) functions_got: BTreeSet<&'a FunctionId>,
    /// Posts that go to other units.
    pub(super) posts_given: Vec<&'a StaffChange>,
    /// Posts that nobody has placed.
    pub(super) posts_hanging: Vec<&'a StaffChange>,
    /// Posts that end on purpose.
    pub(super) posts_ended: Vec<&'a StaffChange>,
    /// Posts that stay, and sit elsewhere.
    pub(super) posts_relocated: Vec<&'a StaffChange>,
    /// Posts that stay where they are, and report to another.
    pub(super) posts_led: Vec<&'a StaffChange>,
    /// Posts that come from other units.
    pub(super) posts_got: Vec<&'a StaffChange>,
    /// Functions of a unit that was divided, which are here and do not count as moved; in ids of
    /// the revision.
    pub(super) functions_along: BTreeSet<&'a FunctionId>,
    /// Posts of a unit that was divided, which are here and do not count as moved.
    pub(super) posts_along: Vec<&'a StaffChange>,
    /// Posts that are new.
    pub(super) posts_new: Quantity,
    /// Of a unit that is no more, those that its functions and posts go to, in ids of the
    /// revision.
    pub(super) heirs: BTreeSet<UnitId>,
    /// Units right below it that go elsewhere.
    pub(super) units_given: usize,
    /// Units right below it that are no more.
    pub(super) units_closed: usize,
    /// Units right below it that came from elsewhere.
    pub(super) units_got: usize,
    /// Units right below it that are new.
    pub(super) units_new: usize,
}

/// What comes to every unit and goes from it.
#[derive(Debug, Default)]
pub(super) struct Tallies<'a> {
    /// By units of the base: what goes, and what changes of what stays.
    pub(super) of_base: BTreeMap<UnitId, Tally<'a>>,
    /// By units of the revision: what comes.
    pub(super) of_revision: BTreeMap<UnitId, Tally<'a>>,
}

impl<'a> Tallies<'a> {
    /// Counts everything once. What too little could be followed of is left out.
    pub(super) fn new(base: &'a Chart, revision: &'a Chart, changes: &'a ChangeSet) -> Self {
        let mut tallies = Tallies::default();
        if !changes.lineage.functions.gate().is_shut() {
            let passing = Passing::new(base, revision, changes);
            for change in &changes.functions {
                if let Some(passed) = passing.of(&change.function) {
                    tallies.function(base, revision, changes, (change, passed));
                }
            }
        }
        let follows_staff = !changes.lineage.staff.gate().is_shut();
        if follows_staff {
            for change in &changes.staff {
                tallies.posts(changes, change);
            }
        }
        for change in &changes.changes {
            match change.kind {
                ChangeKind::FunctionFounded if !changes.lineage.functions.gate().is_shut() => {
                    let new = change.revision.iter();
                    let new = new.filter_map(|id| revision.function(&id.to()?));
                    new.for_each(|function| tallies.founded(function));
                }
                ChangeKind::StaffAdded if follows_staff => {
                    let to = change.to.iter().find_map(Subject::to);
                    if let (Some(unit), Some(posts)) = (to, change.posts) {
                        tallies.now(&unit).posts_new += posts;
                    }
                }
                ChangeKind::UnitMoved | ChangeKind::UnitClosed | ChangeKind::UnitFounded => {
                    tallies.unit(base, revision, changes, change);
                }
                _ => {}
            }
        }
        tallies
    }

    fn was(&mut self, unit: &UnitId) -> &mut Tally<'a> {
        self.of_base.entry(unit.clone()).or_default()
    }

    fn now(&mut self, unit: &UnitId) -> &mut Tally<'a> {
        self.of_revision.entry(unit.clone()).or_default()
    }

    fn function(
        &mut self,
        base: &Chart,
        revision: &Chart,
        changes: &ChangeSet,
        (change, passed): (&'a FunctionChange, &Passed<'a>),
    ) {
        let Some(before) = base.function(&change.function) else {
            return;
        };
        // Also those who held another part before, and answer now for what was given up.
        let mut into: BTreeSet<UnitId> = passed.into().into_iter().collect();
        into.extend(
            change
                .joined
                .iter()
                .flat_map(|part| part.into.iter().cloned()),
        );
        let parted = before.holders().into_iter().map(UnitView::id);
        let parted: Vec<&UnitId> = parted.filter(|unit| is_divided(changes, unit)).collect();
        for id in &change.to {
            let holders = revision.function(id).map(FunctionView::holders);
            for unit in holders.into_iter().flatten() {
                if into.contains(unit.id()) {
                    self.now(unit.id()).functions_got.insert(id);
                } else if parted.iter().any(|was| is_part(changes, was, unit.id())) {
                    self.now(unit.id()).functions_along.insert(id);
                }
            }
        }
        let given_up = change.given_up.iter().flat_map(|part| &part.from);
        let from: BTreeSet<&UnitId> = change.from.iter().chain(given_up).collect();
        let hanging = hanging(base, changes, change, before);
        for unit in &hanging {
            self.was(unit).functions_hanging += 1;
        }
        for &unit in &from {
            let tally = self.was(unit);
            match change.fate {
                FunctionFate::Ended => tally.functions_ended += 1,
                FunctionFate::Absent => tally.functions_absent += 1,
                _ => {
                    let to = passed.to(unit);
                    if !to.is_empty() || !hanging.contains(unit) {
                        tally.functions_given += 1;
                    }
                    if is_closed(changes, unit) {
                        tally.heirs.extend(to);
                    }
                }
            }
        }
        for unit in ended_at_sites(base, revision, changes, change, before) {
            self.was(&unit).functions_ended += 1;
        }
        if !from.is_empty() {
            return;
        }
        for unit in before.holders() {
            match change.fate {
                FunctionFate::Absorbed => self.was(unit.id()).functions_joined += 1,
                _ if change.site_changed => self.was(unit.id()).functions_relocated += 1,
                _ => {}
            }
        }
    }

    fn founded(&mut self, function: FunctionView<'a>) {
        for unit in function.holders() {
            self.now(unit.id()).functions_got.insert(function.id());
        }
    }

    fn posts(&mut self, changes: &ChangeSet, change: &'a StaffChange) {
        if change.posts.high() == Some(0) {
            return;
        }
        let from = change.from_unit.as_ref();
        if let Some((from, to)) = from.zip(change.to_unit.as_ref())
            && is_part(changes, from, to)
        {
            self.now(to).posts_along.push(change);
        }
        match change.fate {
            PostFate::Stayed => {}
            PostFate::Moved if change.unit_changed => {
                if let Some(from) = from {
                    let tally = self.was(from);
                    tally.posts_given.push(change);
                    if is_closed(changes, from) {
                        tally.heirs.extend(change.to_unit.clone());
                    }
                }
                if let Some(to) = &change.to_unit {
                    self.now(to).posts_got.push(change);
                }
            }
            fate => {
                let Some(from) = from else { return };
                let tally = self.was(from);
                let list = match fate {
                    PostFate::Ended => &mut tally.posts_ended,
                    PostFate::Unplaced => &mut tally.posts_hanging,
                    _ if change.site_changed => &mut tally.posts_relocated,
                    _ => &mut tally.posts_led,
                };
                list.push(change);
            }
        }
    }

    fn unit(&mut self, base: &Chart, revision: &Chart, changes: &ChangeSet, change: &'a Change) {
        let of = |subjects: &[Subject]| subjects.iter().find_map(Subject::to::<UnitId>);
        match change.kind {
            ChangeKind::UnitMoved => {
                if let Some(from) = of(&change.from) {
                    self.was(&from).units_given += 1;
                }
                if let Some(to) = of(&change.to) {
                    self.now(&to).units_got += 1;
                }
            }
            ChangeKind::UnitClosed => {
                let unit = change.base.as_ref().and_then(Subject::to);
                let parent = unit.and_then(|id| base.unit(&id)?.parent());
                // What closes with all below it says so once.
                let stays = parent.filter(|parent| !is_closed(changes, parent.id()));
                if let Some(parent) = stays {
                    self.was(parent.id()).units_closed += 1;
                }
            }
            _ => {
                let unit = of(&change.revision);
                let parent = unit.and_then(|id| revision.unit(&id)?.parent());
                let was_there =
                    parent.filter(|unit| !changes.lineage.units.ancestors(unit.id()).is_empty());
                if let Some(parent) = was_there {
                    self.now(parent.id()).units_new += 1;
                }
            }
        }
    }
}

/// The units of the base that held what nobody holds now.
fn hanging(
    base: &Chart,
    changes: &ChangeSet,
    change: &FunctionChange,
    before: FunctionView<'_>,
) -> BTreeSet<UnitId> {
    if change.fate != FunctionFate::Unassigned {
        return BTreeSet::new();
    }
    let mut units: BTreeSet<UnitId> = BTreeSet::new();
    for one in &change.unassigned {
        for (site, group) in scopes(base, changes, one) {
            let cells = before.responsible_for(site, group).into_iter();
            let holders = cells.filter_map(|cell| cell.holder.unit());
            units.extend(holders.map(|unit| unit.id().clone()));
        }
    }
    if units.is_empty() {
        units.extend(change.from.iter().cloned());
    }
    units
}

type ScopeView<'c> = (Option<SiteView<'c>>, Option<GroupView<'c>>);

/// What a scope of the revision was in the base.
fn scopes<'c>(base: &'c Chart, changes: &ChangeSet, one: &Unassigned) -> Vec<ScopeView<'c>> {
    let lineage = &changes.lineage;
    let sites: Vec<Option<SiteView<'c>>> = match &one.scope.site {
        None => vec![None],
        Some(id) => was(lineage.sites.ancestors(id), |id: &SiteId| base.site(id)),
    };
    let groups: Vec<Option<GroupView<'c>>> = match &one.scope.group {
        None => vec![None],
        Some(id) => was(lineage.groups.ancestors(id), |id: &TargetGroupId| {
            base.group(id)
        }),
    };
    let scopes = sites
        .iter()
        .flat_map(|site| groups.iter().map(move |group| (*site, *group)));
    scopes.collect()
}

fn was<I, V>(ids: &[I], view: impl Fn(&I) -> Option<V>) -> Vec<Option<V>> {
    ids.iter().filter_map(view).map(Some).collect()
}

/// The units of the base that had a function at sites where it ends on purpose, while it goes on
/// elsewhere.
fn ended_at_sites(
    base: &Chart,
    revision: &Chart,
    changes: &ChangeSet,
    change: &FunctionChange,
    before: FunctionView<'_>,
) -> BTreeSet<UnitId> {
    let ended = revision.entries().ended.functions.get(&change.function);
    let sites = ended.iter().flat_map(|ended| &ended.at);
    let sites = sites.flat_map(|now| {
        let then = changes.lineage.sites.ancestors(now);
        if then.is_empty() {
            std::slice::from_ref(now)
        } else {
            then
        }
    });
    let sites: Vec<SiteView<'_>> = sites.filter_map(|id| base.site(id)).collect();
    let cells = sites
        .into_iter()
        .flat_map(|site| before.responsible_for(Some(site), None));
    let units = cells.filter_map(|cell| cell.holder.unit());
    units
        .map(|unit| unit.id().clone())
        .filter(|unit| !change.from.contains(unit))
        .collect()
}

fn is_divided(changes: &ChangeSet, unit: &UnitId) -> bool {
    let change = changes.unit(unit);
    change.is_some_and(|change| change.verdict == UnitVerdict::Split || change.to.len() > 1)
}

/// Whether a unit of the revision is a part of one of the base that was divided, and not itself.
fn is_part(changes: &ChangeSet, was: &UnitId, now: &UnitId) -> bool {
    let units = &changes.lineage.units;
    units.follows_by_id(was, now) && !units.is_same(was, now) && is_divided(changes, was)
}

fn is_closed(changes: &ChangeSet, unit: &UnitId) -> bool {
    let change = changes.unit(unit);
    change.is_some_and(|change| change.verdict == UnitVerdict::Closed)
}
