//! Functions seen from outside: who is responsible for which scope, where they are met, and
//! where they are needed.

use std::collections::BTreeMap;

use super::build::{CellNode, Chart, FunctionNode, Link, key_at};
use super::names::Named;
use super::place::{GroupView, SiteView};
use super::staff::StaffView;
use super::unit::UnitView;
use crate::entry::{FunctionEntry, OrUndecided};
use crate::ids::{FunctionId, Id, SiteId, Subject, TargetGroupId, UnitId};
use crate::quantity::Quantity;

/// A function of a chart.
#[derive(Clone, Copy)]
pub struct FunctionView<'c> {
    pub(super) chart: &'c Chart,
    pub(super) ix: u32,
}

/// Who holds a responsibility.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder<'c> {
    /// This unit.
    Unit(UnitView<'c>),
    /// A unit that has ended: nobody.
    Ended(&'c UnitId),
    /// It has not been decided: nobody yet.
    Undecided,
}

impl<'c> Holder<'c> {
    /// The unit, where there is one.
    pub fn unit(self) -> Option<UnitView<'c>> {
        match self {
            Holder::Unit(unit) => Some(unit),
            _ => None,
        }
    }
}

/// One responsibility: a function, at a site or anywhere, for a target group or anyone.
#[derive(Debug, Clone, Copy)]
pub struct Cell<'c> {
    /// Who holds it.
    pub holder: Holder<'c>,
    /// The site; `None` is anywhere.
    pub site: Option<SiteView<'c>>,
    /// The target group; `None` is anyone.
    pub group: Option<GroupView<'c>>,
    /// The cases of the entry it stands in, which may hold several target groups.
    pub cases: Option<Quantity>,
    /// Whether it is shared on purpose.
    pub shared: bool,
    /// Which entry of `responsible` it stands in, from 0.
    pub entry: usize,
}

impl Cell<'_> {
    /// How many of site and group are stated.
    pub fn specificity(&self) -> usize {
        usize::from(self.site.is_some()) + usize::from(self.group.is_some())
    }

    /// Whether it takes in some of a scope; `None` is any.
    pub fn meets(&self, site: Option<SiteView<'_>>, group: Option<GroupView<'_>>) -> bool {
        let site = match (self.site, site) {
            (Some(own), Some(asked)) => own.id() == asked.id(),
            _ => true,
        };
        let group = match (self.group, group) {
            (Some(own), Some(asked)) => own.id() == asked.id(),
            _ => true,
        };
        site && group
    }
}

/// Where a function is met, and by how many posts.
#[derive(Debug, Clone, Copy)]
pub struct Met<'c> {
    /// The site.
    pub site: SiteView<'c>,
    /// The posts that perform it there.
    pub posts: Quantity,
}

/// A scope in which a function is needed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Need {
    /// At this site; `None` is somewhere.
    pub site: Option<SiteId>,
    /// For this target group; `None` is for somebody.
    pub group: Option<TargetGroupId>,
    /// What says so.
    pub reason: NeedReason,
}

/// What says that a function is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NeedReason {
    /// A unit that has ended still holds it, or it is undecided who does.
    LeftHanging,
    /// Posts still perform it.
    Performed,
    /// `needed_at`.
    NeededAt,
    /// `needed_by`.
    NeededBy,
    /// A target group's pathway.
    Pathway,
    /// `required_in`.
    RequiredIn,
    /// `statutory`.
    Statutory,
}

impl NeedReason {
    /// The word sentences choose by.
    pub fn word(self) -> &'static str {
        match self {
            NeedReason::LeftHanging => "left-hanging",
            NeedReason::Performed => "performed",
            NeedReason::NeededAt => "needed-at",
            NeedReason::NeededBy => "needed-by",
            NeedReason::Pathway => "pathway",
            NeedReason::RequiredIn => "required-in",
            NeedReason::Statutory => "statutory",
        }
    }
}

impl Chart {
    /// Every function, in the order of the file.
    pub fn functions(&self) -> impl ExactSizeIterator<Item = FunctionView<'_>> {
        (0..self.functions.len() as u32).map(|ix| FunctionView { chart: self, ix })
    }

    /// The function of an id.
    pub fn function(&self, id: &FunctionId) -> Option<FunctionView<'_>> {
        let ix = self.entries.functions.get_index_of(id)? as u32;
        Some(FunctionView { chart: self, ix })
    }
}

impl<'c> FunctionView<'c> {
    fn node(self) -> &'c FunctionNode {
        &self.chart.functions[self.ix as usize]
    }

    /// Its id.
    pub fn id(self) -> &'c FunctionId {
        key_at(&self.chart.entries.functions, self.ix)
    }

    /// What was written of it.
    pub fn entry(self) -> &'c FunctionEntry {
        &self.chart.entries.functions[self.ix as usize].value
    }

    fn cell(self, node: &CellNode) -> Cell<'c> {
        let chart = self.chart;
        let scope = &self.entry().responsible.as_ref().map(|r| &r.0[node.entry as usize]);
        let holder = match node.holder {
            Link::Live(ix) => Holder::Unit(UnitView { chart, ix }),
            Link::Undecided => Holder::Undecided,
            Link::Ended => match scope.and_then(|s| s.unit.as_ref()).and_then(OrUndecided::id) {
                Some(id) => Holder::Ended(id),
                None => Holder::Undecided,
            },
        };
        Cell {
            holder,
            site: node.site.map(|ix| SiteView { chart, ix }),
            group: node.group.map(|ix| GroupView { chart, ix }),
            cases: scope.and_then(|s| s.cases),
            shared: scope.is_some_and(|s| s.shared),
            entry: node.entry as usize,
        }
    }

    /// Its responsibilities, one for each scope and target group. None: nobody holds it.
    pub fn cells(self) -> impl ExactSizeIterator<Item = Cell<'c>> {
        self.node().cells.iter().map(move |node| self.cell(node))
    }

    /// The units responsible for any part of it, each once, by id.
    pub fn holders(self) -> Vec<UnitView<'c>> {
        let mut units: Vec<UnitView<'c>> =
            self.cells().filter_map(|cell| cell.holder.unit()).collect();
        units.sort_by_key(|unit| unit.id());
        units.dedup();
        units
    }

    /// The most specific responsibilities that take in a scope: more than one is an overlap.
    pub fn responsible_for(
        self,
        site: Option<SiteView<'_>>,
        group: Option<GroupView<'_>>,
    ) -> Vec<Cell<'c>> {
        let mut cells: Vec<Cell<'c>> = self
            .cells()
            .filter(|cell| cell.meets(site, group))
            .collect();
        let most = cells.iter().map(Cell::specificity).max().unwrap_or(0);
        cells.retain(|cell| cell.specificity() == most);
        cells
    }

    /// Whether some unit is responsible for a scope, or for some of it where part is `None`.
    pub fn is_held(self, site: Option<SiteView<'_>>, group: Option<GroupView<'_>>) -> bool {
        let full = site.is_some() && group.is_some();
        let mut cells = self.cells().filter(|cell| cell.meets(site, group));
        if full {
            let cells = self.responsible_for(site, group);
            return cells.iter().any(|cell| cell.holder.unit().is_some());
        }
        cells.any(|cell| cell.holder.unit().is_some())
    }

    /// The posts and groups that perform it, filled or not.
    pub fn performers(self) -> impl ExactSizeIterator<Item = StaffView<'c>> {
        self.node().performers.iter().map(move |&ix| StaffView {
            chart: self.chart,
            ix,
        })
    }

    /// Whether the chart says who performs it.
    pub fn performers_are_stated(self) -> bool {
        !self.node().performers.is_empty()
    }

    /// Where it is met for a target group (`None`: for anyone): where filled posts that perform
    /// it and serve that group, under the responsible unit, are based or hosted. By site id.
    pub fn met(self, group: Option<GroupView<'_>>) -> Vec<Met<'c>> {
        let mut sites: BTreeMap<&SiteId, Met<'c>> = BTreeMap::new();
        let mut add = |site: SiteView<'c>, posts: Quantity| {
            let met = sites.entry(site.id()).or_insert(Met {
                site,
                posts: Quantity::ZERO,
            });
            met.posts = met.posts + posts;
        };
        for post in self.performers() {
            if !post.is_filled() || !post.serves_group(group) {
                continue;
            }
            let Some(unit) = post.unit() else { continue };
            let under = |cell: Cell<'_>| {
                cell.holder.unit().is_some_and(|holder| unit.is_within(holder))
            };
            let hosted = self.hosted_at();
            if hosted.is_empty() {
                let Some(site) = post.site() else { continue };
                if self.responsible_for(Some(site), group).into_iter().any(under) {
                    add(site, post.count());
                }
            } else if self.responsible_for(None, group).into_iter().any(under) {
                for site in hosted {
                    add(site, post.count());
                }
            }
        }
        sites.into_values().collect()
    }

    /// The sites of other units' places where it is done.
    pub fn hosted_at(self) -> Vec<SiteView<'c>> {
        let chart = self.chart;
        let hosted = self.node().hosted.iter();
        hosted.map(|&ix| SiteView { chart, ix }).collect()
    }

    /// The scopes in which this chart says it is needed, sorted and each once.
    ///
    /// The site of the responsible unit is where it is done, and no need.
    pub fn needs(self) -> Vec<Need> {
        let entry = self.entry();
        let mut needs = Vec::new();
        let mut need = |site: Option<&SiteId>, group: Option<&TargetGroupId>, reason| {
            needs.push(Need {
                site: site.cloned(),
                group: group.cloned(),
                reason,
            });
        };
        for cell in self.cells() {
            if cell.holder.unit().is_none() {
                let (site, group) = (cell.site.map(SiteView::id), cell.group.map(GroupView::id));
                need(site, group, NeedReason::LeftHanging);
            }
        }
        for post in self.performers() {
            need(post.site().map(SiteView::id), None, NeedReason::Performed);
        }
        for id in &entry.needed_at {
            if let Some(site) = self.chart.site(id) {
                need(Some(site.id()), None, NeedReason::NeededAt);
            }
        }
        for site in self.needed_by_at() {
            need(Some(site.id()), None, NeedReason::NeededBy);
        }
        for group in self.chart.groups() {
            if group.pathway().any(|step| step == self) {
                need(None, Some(group.id()), NeedReason::Pathway);
            }
        }
        if !entry.required_in.is_empty() {
            need(None, None, NeedReason::RequiredIn);
        }
        if entry.statutory {
            need(None, None, NeedReason::Statutory);
        }
        needs.sort();
        needs.dedup();
        needs
    }

    /// The sites at which what `needed_by` names is met or based, by id.
    pub fn needed_by_at(self) -> Vec<SiteView<'c>> {
        let Some(by) = &self.entry().needed_by else {
            return Vec::new();
        };
        let groups: Vec<GroupView<'c>> = by
            .target_groups
            .iter()
            .filter_map(|id| self.chart.group(id))
            .collect();
        let mut sites: Vec<SiteView<'c>> = Vec::new();
        for function in by.functions.iter().filter_map(|id| self.chart.function(id)) {
            if groups.is_empty() {
                sites.extend(function.met(None).into_iter().map(|met| met.site));
            }
            for &group in &groups {
                sites.extend(function.met(Some(group)).into_iter().map(|met| met.site));
            }
        }
        for unit in by.units.iter().filter_map(|id| self.chart.unit(id)) {
            sites.extend(unit.presence(&[]).sites());
        }
        for post in by.staff.iter().filter_map(|id| self.chart.post(id)) {
            sites.extend(post.site());
        }
        sites.sort_by_key(|site| site.id());
        sites.dedup();
        sites
    }
}

impl Named for FunctionView<'_> {
    fn subject(&self) -> Subject {
        self.id().subject()
    }

    fn name(&self) -> &str {
        let function = *self;
        let name = function.entry().name.as_deref();
        name.map_or(function.id().as_str(), str::trim)
    }
}

impl PartialEq for FunctionView<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.ix == other.ix && std::ptr::eq(self.chart, other.chart)
    }
}

impl Eq for FunctionView<'_> {}

impl std::fmt::Debug for FunctionView<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "function {}", self.id())
    }
}
