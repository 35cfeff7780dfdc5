//! What part of a function units gave up though they still hold the rest, and who became
//! responsible beside those who were.
//!
//! It is asked of functions that no unit lost altogether. A part is a scope, posts that went
//! along, cases, or a function that came of it. Nothing here decides what became of a function.

use std::collections::{BTreeMap, BTreeSet};

use rokade_core::chart::{
    Cell, Chart, FunctionView, GroupView, SiteView, StaffView, Tracked, UnitView,
};
use rokade_core::ids::{FunctionId, SiteId, StaffId, TargetGroupId, UnitId};
use rokade_core::quantity::{Certainty, Quantity};

use crate::functions::Scope;
use crate::lineage::{Lineage, Tracks};

/// A part of a function, with those who had it and those who have it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FunctionPart {
    /// Units of the base that had it, by id.
    pub from: Vec<UnitId>,
    /// Units of the revision that have it and did not, by id.
    pub into: Vec<UnitId>,
    /// The scopes of it, in ids of the revision; those within another of them are left out.
    pub scopes: Vec<Scope>,
    /// Functions of the revision that are the part, held by those who got it alone.
    pub functions: Vec<FunctionId>,
    /// Posts of the base that performed it and went along.
    pub staff: Vec<StaffId>,
    /// How many cases went.
    pub cases: Option<Quantity>,
}

/// What happened to the parts of a function that nobody lost altogether.
#[derive(Debug, Clone, Default)]
pub(crate) struct Parts {
    /// What some gave up and others have.
    pub(crate) given_up: Option<FunctionPart>,
    /// What others have now as well, and nobody gave up.
    pub(crate) joined: Option<FunctionPart>,
}

/// A part while it is being gathered.
#[derive(Default)]
struct Gathered {
    from: BTreeSet<UnitId>,
    into: BTreeSet<UnitId>,
    scopes: BTreeSet<Scope>,
    functions: BTreeSet<FunctionId>,
    staff: BTreeSet<StaffId>,
    cases: Option<Quantity>,
}

impl Gathered {
    fn add(&mut self, from: &[UnitView<'_>], into: &[UnitView<'_>]) {
        self.from.extend(from.iter().map(|unit| unit.id().clone()));
        self.into.extend(into.iter().map(|unit| unit.id().clone()));
    }

    fn part(self) -> Option<FunctionPart> {
        let within = |scope: &Scope| {
            let for_anyone = Scope {
                group: None,
                ..scope.clone()
            };
            let anywhere = Scope {
                site: None,
                ..scope.clone()
            };
            let wider = [for_anyone, anywhere, Scope::default()];
            let mut wider = wider.iter().filter(|wider| *wider != scope);
            wider.any(|wider| self.scopes.contains(wider))
        };
        let scopes = self.scopes.iter().filter(|scope| !within(scope));
        (!self.from.is_empty() && !self.into.is_empty()).then(|| FunctionPart {
            scopes: scopes.cloned().collect(),
            from: self.from.into_iter().collect(),
            into: self.into.into_iter().collect(),
            functions: self.functions.into_iter().collect(),
            staff: self.staff.into_iter().collect(),
            cases: self.cases,
        })
    }
}

/// A site or target group of the revision, or any, with what it was in the base.
type Asked<'c, I, V> = BTreeMap<Option<I>, (Option<V>, Vec<Option<V>>)>;

pub(crate) struct Parting<'a> {
    pub(crate) base: &'a Chart,
    pub(crate) revision: &'a Chart,
    pub(crate) lineage: &'a Lineage,
}

impl<'a> Parting<'a> {
    /// What happened to the parts of a function: `now` is what it became, `gained` the units
    /// that hold it and held nothing of it, `alike` whether it [is held](Parting::is_held_alike) as
    /// it was.
    pub(crate) fn parts(
        &self,
        before: FunctionView<'a>,
        now: &[FunctionView<'a>],
        gained: &[UnitView<'a>],
        alike: bool,
    ) -> Parts {
        let (mut given_up, mut joined) = (Gathered::default(), Gathered::default());
        // Of what one unit had all of, only who is new to it can have got a part.
        if gained.is_empty() && before.cells().len() <= 1 {
            return Parts::default();
        }
        let (sites, groups) = if alike {
            Default::default()
        } else {
            (self.sites(before, now), self.groups(before, now))
        };
        for (site, (site_now, sites_before)) in &sites {
            for (group, (group_now, groups_before)) in &groups {
                let mut old: Vec<UnitView<'a>> = Vec::new();
                for &site in sites_before {
                    for &group in groups_before {
                        old.extend(units(before, site, group));
                    }
                }
                let new: Vec<UnitView<'a>> = now
                    .iter()
                    .flat_map(|f| units(*f, *site_now, *group_now))
                    .collect();
                let gave = self.without_follower(&old, &new);
                let got = self.without_ancestor(&old, &new);
                if got.is_empty() || old.is_empty() {
                    continue;
                }
                let scope = Scope {
                    site: site.clone(),
                    group: group.clone(),
                };
                if gave.is_empty() {
                    // Of a function that became several, who held a part of it is not new to the rest.
                    if now.len() == 1 {
                        joined.add(&old, &got);
                        joined.scopes.insert(scope);
                    }
                } else {
                    given_up.add(&gave, &got);
                    given_up.scopes.insert(scope);
                }
            }
        }
        own_functions(before, now, gained, &mut given_up);
        self.staff(before, now, gained, &mut given_up);
        self.cases(before, now, &mut given_up);
        let given_up = given_up.part();
        if given_up.is_some() {
            return Parts {
                given_up,
                joined: None,
            };
        }
        // Beside those who hold another part: nobody held theirs.
        let newcomers = ids(gained);
        let scopes = now.iter().flat_map(|f| f.cells()).filter_map(|cell| {
            let holder = cell.holder.unit()?;
            let scope = Scope {
                site: cell.site.map(|site| site.id().clone()),
                group: cell.group.map(|group| group.id().clone()),
            };
            newcomers.contains(holder.id()).then_some(scope)
        });
        joined.scopes.extend(scopes);
        if !gained.is_empty() {
            joined.add(&before.holders(), gained);
        }
        Parts {
            given_up,
            joined: joined.part(),
        }
    }

    /// Whether it is one function whose responsibilities are, one by one, those that it had.
    pub(crate) fn is_held_alike(&self, before: FunctionView<'a>, now: &[FunctionView<'a>]) -> bool {
        let lineage = self.lineage;
        let [now] = now else { return false };
        let alike = |(old, new): (Cell<'_>, Cell<'_>)| {
            let units = (old.holder.unit(), new.holder.unit());
            are_kept(&lineage.units, units)
                && are_kept(&lineage.sites, (old.site, new.site))
                && are_kept(&lineage.groups, (old.group, new.group))
        };
        before.cells().len() == now.cells().len() && before.cells().zip(now.cells()).all(alike)
    }

    fn follows(&self, old: UnitView<'_>, new: UnitView<'_>) -> bool {
        self.lineage.units.follows(old, new)
    }

    fn without_follower(&self, old: &[UnitView<'a>], new: &[UnitView<'a>]) -> Vec<UnitView<'a>> {
        let gave = |old: &UnitView<'_>| !new.iter().any(|&new| self.follows(*old, new));
        old.iter().copied().filter(gave).collect()
    }

    fn without_ancestor(&self, old: &[UnitView<'a>], new: &[UnitView<'a>]) -> Vec<UnitView<'a>> {
        let got = |new: &UnitView<'_>| !old.iter().any(|&old| self.follows(old, *new));
        new.iter().copied().filter(got).collect()
    }

    /// The sites that responsibilities name before or after, and any other.
    fn sites(
        &self,
        before: FunctionView<'a>,
        now: &[FunctionView<'a>],
    ) -> Asked<'a, SiteId, SiteView<'a>> {
        let tracks = &self.lineage.sites;
        let old = before.cells().filter_map(|cell| cell.site);
        let old = old.flat_map(|site| tracks.descendants(site.id()));
        let new = now.iter().flat_map(|f| f.cells());
        let new = new.filter_map(|cell| cell.site).map(SiteView::id);
        let mut asked = Asked::from([(None, (None, vec![None]))]);
        for id in old.chain(new) {
            let was = tracks.ancestors(id).iter();
            let mut was: Vec<_> = was.filter_map(|id| self.base.site(id)).map(Some).collect();
            if was.is_empty() {
                was.push(None);
            }
            asked.insert(Some(id.clone()), (self.revision.site(id), was));
        }
        asked
    }

    /// The target groups that responsibilities name before or after, and any other.
    fn groups(
        &self,
        before: FunctionView<'a>,
        now: &[FunctionView<'a>],
    ) -> Asked<'a, TargetGroupId, GroupView<'a>> {
        let tracks = &self.lineage.groups;
        let old = before.cells().filter_map(|cell| cell.group);
        let old = old.flat_map(|group| tracks.descendants(group.id()));
        let new = now.iter().flat_map(|f| f.cells());
        let new = new.filter_map(|cell| cell.group).map(GroupView::id);
        let mut asked = Asked::from([(None, (None, vec![None]))]);
        for id in old.chain(new) {
            let was = tracks.ancestors(id).iter();
            let mut was: Vec<_> = was.filter_map(|id| self.base.group(id)).map(Some).collect();
            if was.is_empty() {
                was.push(None);
            }
            asked.insert(Some(id.clone()), (self.revision.group(id), was));
        }
        asked
    }

    /// Posts that performed it under one who held it, and perform it under one who did not.
    fn staff(
        &self,
        before: FunctionView<'a>,
        now: &[FunctionView<'a>],
        gained: &[UnitView<'a>],
        given_up: &mut Gathered,
    ) {
        if gained.is_empty() {
            return;
        }
        let holders = before.holders();
        let old = Above::new(&holders);
        let gained = Above::new(gained);
        for post in before.performers() {
            let Some(unit) = post.unit() else { continue };
            let under = old.of(unit);
            let performs = self
                .lineage
                .staff
                .descendants(post.id())
                .iter()
                .filter_map(|id| self.revision.post(id))
                .filter(|post| now.iter().any(|f| post.does(*f)));
            let new: Vec<UnitView<'a>> = performs
                .filter_map(StaffView::unit)
                .flat_map(|unit| gained.of(unit))
                // Who was there already did not go there.
                .filter(|new| {
                    let was = self.lineage.units.ancestors(new.id()).iter();
                    let mut was = was.filter_map(|id| self.base.unit(id));
                    !was.any(|was| unit.is_within(was))
                })
                .collect();
            if !under.is_empty() && !new.is_empty() {
                given_up.add(&under, &new);
                given_up.staff.insert(post.id().clone());
            }
        }
    }

    /// Cases that one has fewer of and another more.
    fn cases(&self, before: FunctionView<'a>, now: &[FunctionView<'a>], given_up: &mut Gathered) {
        let old = cases(&[before]);
        let new = cases(now);
        let units = &self.lineage.units;
        let of = |stated: &BTreeMap<&UnitId, (UnitView<'a>, Quantity)>, units: &[UnitId]| {
            let stated = units.iter().filter_map(|unit| stated.get(unit));
            let stated: Vec<Quantity> = stated.map(|&(_, cases)| cases).collect();
            (!stated.is_empty()).then(|| stated.into_iter().sum::<Quantity>())
        };
        let certainly = Some(Certainty::Certain);
        let fewer: Vec<(UnitView<'a>, Quantity)> = old
            .values()
            .filter_map(|&(unit, cases)| {
                let left = of(&new, units.descendants(unit.id()))?;
                (left.less_than(cases) == certainly).then(|| (unit, cases.less(left)))
            })
            .collect();
        let more: Vec<UnitView<'a>> = new
            .values()
            .filter(|&&(unit, cases)| {
                let had = of(&old, units.ancestors(unit.id())).unwrap_or_default();
                cases.greater_than(had) == certainly
            })
            .map(|&(unit, _)| unit)
            .collect();
        if !fewer.is_empty() && !more.is_empty() {
            let gave: Vec<UnitView<'a>> = fewer.iter().map(|&(unit, _)| unit).collect();
            given_up.add(&gave, &more);
            given_up.cases = Some(fewer.into_iter().map(|(_, cases)| cases).sum());
        }
    }
}

/// Functions that came of it, and that only others hold.
fn own_functions<'a>(
    before: FunctionView<'a>,
    now: &[FunctionView<'a>],
    gained: &[UnitView<'a>],
    given_up: &mut Gathered,
) {
    let old = before.holders();
    for function in now {
        let new = function.holders();
        if !new.is_empty() && new.iter().all(|unit| gained.contains(unit)) {
            given_up.add(&old, &new);
            given_up.functions.insert(function.id().clone());
        }
    }
}

/// Whether the one was kept as the other, or there is neither.
fn are_kept<'c, V: Tracked<'c>>(tracks: &Tracks<V::Id>, both: (Option<V>, Option<V>)) -> bool {
    match both {
        (Some(old), Some(new)) => tracks.is_kept_as(old, new),
        (None, None) => true,
        _ => false,
    }
}

/// Some units, to be found above others: there may be many of them, and the line may be long.
struct Above<'s, 'c> {
    units: &'s [UnitView<'c>],
    each: BTreeSet<UnitView<'c>>,
}

impl<'s, 'c> Above<'s, 'c> {
    fn new(units: &'s [UnitView<'c>]) -> Self {
        Above {
            units,
            each: units.iter().copied().collect(),
        }
    }

    /// Those that a unit is, or stands under.
    fn of(&self, unit: UnitView<'c>) -> Vec<UnitView<'c>> {
        if self.units.len() <= unit.depth() as usize {
            let units = self.units.iter().copied();
            units.filter(|above| unit.is_within(*above)).collect()
        } else {
            let line = unit.line();
            line.filter(|unit| self.each.contains(unit)).collect()
        }
    }
}

fn ids<'c>(units: &[UnitView<'c>]) -> BTreeSet<&'c UnitId> {
    units.iter().map(|unit| unit.id()).collect()
}

/// The units responsible for a scope.
fn units<'c>(
    function: FunctionView<'c>,
    site: Option<SiteView<'_>>,
    group: Option<GroupView<'_>>,
) -> impl Iterator<Item = UnitView<'c>> {
    let cells = function.responsible_for(site, group).into_iter();
    cells.filter_map(|cell| cell.holder.unit())
}

/// The cases of each unit that some are stated of.
fn cases<'c>(functions: &[FunctionView<'c>]) -> BTreeMap<&'c UnitId, (UnitView<'c>, Quantity)> {
    let mut by_unit: BTreeMap<&UnitId, (UnitView<'c>, Quantity)> = BTreeMap::new();
    for function in functions {
        let mut counted = BTreeSet::new();
        for cell in function.cells() {
            let (Some(unit), Some(cases)) = (cell.holder.unit(), cell.cases) else {
                continue;
            };
            // An entry for several target groups is a cell for each.
            if counted.insert(cell.entry) {
                let (_, sum) = by_unit.entry(unit.id()).or_insert((unit, Quantity::ZERO));
                *sum += cases;
            }
        }
    }
    by_unit
}
