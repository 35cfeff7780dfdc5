//! Functions seen from outside: who is responsible for which scope, where they are met, and
//! where they are needed.

use std::collections::BTreeMap;

use super::build::{CellNode, Chart, FunctionNode, Link, key_at};
use super::names::Named;
use super::place::{GroupView, SiteView};
use super::presence::MemberRef;
use super::scopes::Scopes;
use super::staff::{Placement, Serves, StaffView};
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
    #[inline]
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
}

/// Where a function is met, and by how many posts.
#[derive(Debug, Clone, Copy)]
pub struct Met<'c> {
    /// The site.
    pub site: SiteView<'c>,
    /// The posts that perform it there.
    pub posts: Quantity,
}

/// Something that `needed_by` names, at a site where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needing<'c> {
    /// The site.
    pub site: SiteView<'c>,
    /// What needs the function there.
    pub by: MemberRef<'c>,
    /// Its posts there, by id; none where a unit without posts merely has its site there.
    pub posts: Vec<StaffView<'c>>,
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
    #[inline]
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
    #[inline]
    fn node(self) -> &'c FunctionNode {
        &self.chart.functions[self.ix as usize]
    }

    /// Its id.
    #[inline]
    pub fn id(self) -> &'c FunctionId {
        key_at(&self.chart.entries.functions, self.ix)
    }

    /// What was written of it.
    #[inline]
    pub fn entry(self) -> &'c FunctionEntry {
        &self.chart.entries.functions[self.ix as usize].value
    }

    fn cell(self, node: &CellNode) -> Cell<'c> {
        let chart = self.chart;
        let scope = &self
            .entry()
            .responsible
            .as_ref()
            .map(|r| &r.0[node.entry as usize]);
        let holder = match node.holder {
            Link::Live(ix) => Holder::Unit(UnitView { chart, ix }),
            Link::Undecided => Holder::Undecided,
            Link::Ended => match scope
                .and_then(|s| s.unit.as_ref())
                .and_then(OrUndecided::id)
            {
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
    #[inline]
    pub fn cells(self) -> impl ExactSizeIterator<Item = Cell<'c>> {
        self.node().cells.iter().map(move |node| self.cell(node))
    }

    /// Its responsibility, where there is one alone, for any site and anyone.
    pub fn undivided(self) -> Option<Cell<'c>> {
        let mut cells = self.cells();
        let only = cells.next().filter(|only| only.specificity() == 0);
        only.filter(|_| cells.next().is_none())
    }

    /// The units responsible for any part of it, each once, by id.
    #[inline]
    pub fn holders(self) -> Vec<UnitView<'c>> {
        let chart = self.chart;
        let units = self.scopes().holders.iter();
        units.map(|&ix| UnitView { chart, ix }).collect()
    }

    /// The most specific responsibilities for one target group at one site: more than one is an
    /// overlap. `None` is a site or group that no responsibility names.
    pub fn responsible_for(
        self,
        site: Option<SiteView<'_>>,
        group: Option<GroupView<'_>>,
    ) -> Vec<Cell<'c>> {
        let (site, group) = (site.map(|site| site.ix), group.map(|group| group.ix));
        self.answering(site, group).collect()
    }

    /// Whether some unit is responsible for a scope, or for some of it where part is `None`:
    /// not by a responsibility that a more specific one takes that scope out of, and not by more
    /// specific ones where what they leave is held by nobody.
    pub fn is_held(self, site: Option<SiteView<'_>>, group: Option<GroupView<'_>>) -> bool {
        let (site, group) = (site.map(|site| site.ix), group.map(|group| group.ix));
        let scopes = self.scopes();
        let exact = scopes.exactly(self.node(), site, group);
        if !exact.is_empty() {
            let mut cells = exact.iter().map(|&at| &self.node().cells[at as usize]);
            return cells.any(|cell| matches!(cell.holder, Link::Live(_)));
        }
        let sites = site.map_or_else(|| scopes.sites.clone(), |site| vec![Some(site)]);
        let groups = group.map_or_else(|| scopes.groups.clone(), |group| vec![Some(group)]);
        let mut scopes = sites
            .iter()
            .flat_map(|&site| groups.iter().map(move |&group| (site, group)));
        scopes.any(|(site, group)| {
            let mut cells = self.answering(site, group);
            cells.any(|cell| cell.holder.unit().is_some())
        })
    }

    /// Its responsibilities by scope.
    fn scopes(self) -> &'c Scopes {
        let node = self.node();
        node.scopes.get_or_init(|| Scopes::new(self.chart, node))
    }

    /// The posts and groups that perform it, filled or not.
    #[inline]
    pub fn performers(self) -> impl ExactSizeIterator<Item = StaffView<'c>> {
        let chart = self.chart;
        let performers = chart.lists[self.node().performers].iter();
        performers.map(move |&ix| StaffView { chart, ix })
    }

    /// Whether the chart says who performs it.
    pub fn performers_are_stated(self) -> bool {
        !self.node().performers.is_empty()
    }

    /// Where it is met for a target group (`None`: for anyone): where filled posts that perform
    /// it and serve that group, under the responsible unit, are based or hosted. By site id.
    ///
    /// Of a group of posts that is hosted at several sites, any part can be at each.
    pub fn met(self, group: Option<GroupView<'_>>) -> Vec<Met<'c>> {
        let presence = self.presence(group.as_slice());
        presence
            .posts()
            .map(|(site, posts)| Met { site, posts })
            .collect()
    }

    /// Who meets a target group (`None`: anyone) where, by the words of [`FunctionView::met`]:
    /// each group of posts with each of its sites.
    pub fn met_by(self, group: Option<GroupView<'_>>) -> Vec<(SiteView<'c>, StaffView<'c>)> {
        let at = |post| {
            self.met_at(post, group.as_slice())
                .into_iter()
                .map(move |site| (site, post))
        };
        self.performers().flat_map(at).collect()
    }

    /// Where posts that perform it meet it for one of some target groups (none: for anyone), by
    /// site id: where they are based, or where it is hosted, as far as the unit responsible
    /// there is theirs or above theirs.
    ///
    /// Posts whose unit is undecided still do what they did where they sit: nothing says that
    /// they are not under the responsible unit.
    pub(super) fn met_at(self, post: StaffView<'c>, groups: &[GroupView<'_>]) -> Vec<SiteView<'c>> {
        let unit = match post.placement() {
            Placement::Unit(unit) => Some(unit),
            Placement::Undecided => None,
            Placement::Ended | Placement::Nowhere => return Vec::new(),
        };
        if !post.is_filled() {
            return Vec::new();
        }
        let mut sites = if self.is_hosted() {
            self.hosted_at()
        } else {
            post.site().into_iter().collect()
        };
        let asked = self.asked_of(post, groups);
        let theirs = |cell: Cell<'c>| {
            let holder = cell.holder.unit();
            holder.is_some_and(|holder| unit.is_none_or(|unit| unit.is_within(holder)))
        };
        sites.retain(|&site| {
            asked
                .iter()
                .any(|&group| self.answering(Some(site.ix), group).any(theirs))
        });
        sites.sort_unstable();
        sites.dedup();
        sites
    }

    /// The responsibilities that posts perform it under: those that answer, where they sit or
    /// where it is hosted, for a target group that they serve, by a unit that is theirs or above
    /// theirs. Posts whose unit is undecided still do what they did, as where it is met.
    pub fn performed_under(self, post: StaffView<'_>) -> Vec<Cell<'c>> {
        let unit = match post.placement() {
            Placement::Unit(unit) => Some(unit),
            Placement::Undecided => None,
            Placement::Ended | Placement::Nowhere => return Vec::new(),
        };
        let sites: Vec<Option<u32>> = if self.is_hosted() {
            self.hosted_at().iter().map(|site| Some(site.ix)).collect()
        } else {
            vec![post.site().map(|site| site.ix)]
        };
        let asked = self.asked_of(post, &[]);
        let scopes = sites
            .iter()
            .flat_map(|&site| asked.iter().map(move |&group| (site, group)));
        let mut cells: Vec<Cell<'c>> = scopes
            .flat_map(|(site, group)| self.answering(site, group))
            .filter(|cell| {
                let holder = cell.holder.unit();
                holder.is_some_and(|holder| unit.is_none_or(|unit| unit.is_within(holder)))
            })
            .collect();
        let key = |cell: &Cell<'_>| (cell.entry, cell.group.map(|group| group.ix));
        cells.sort_by_key(key);
        cells.dedup_by_key(|cell| key(cell));
        cells
    }

    /// The target groups that posts serve among those asked for; none asks for all they serve.
    /// `None` stands for those in no target group that a responsibility names.
    fn asked_of(self, post: StaffView<'_>, groups: &[GroupView<'_>]) -> Vec<Option<u32>> {
        if !groups.is_empty() {
            let served = groups
                .iter()
                .filter(|&&group| post.serves_group(Some(group)));
            return served.map(|group| Some(group.ix)).collect();
        }
        match post.serves() {
            Serves::Groups(served) => served.iter().map(|group| Some(group.ix)).collect(),
            Serves::Anyone => self.scopes().groups.clone(),
        }
    }

    /// The most specific responsibilities for one target group at one site; `None` is one that
    /// no responsibility names.
    fn answering(
        self,
        site: Option<u32>,
        group: Option<u32>,
    ) -> impl ExactSizeIterator<Item = Cell<'c>> {
        let node = self.node();
        let at = self.scopes().answering(node, site, group);
        (0..at.len()).map(move |i| self.cell(&node.cells[at[i] as usize]))
    }

    /// Whether it is done at another unit's place, known or not.
    fn is_hosted(self) -> bool {
        let entries = &self.chart.entries;
        self.entry()
            .hosted_by
            .iter()
            .any(|host| match (&host.site, &host.unit) {
                (Some(site), _) => {
                    entries.sites.contains_key(site) || entries.ended.sites.contains_key(site)
                }
                (None, Some(unit)) => {
                    entries.units.contains_key(unit) || entries.ended.units.contains_key(unit)
                }
                // What leads nowhere counts as not stated.
                (None, None) => false,
            })
    }

    /// The sites of other units' places where it is done.
    pub fn hosted_at(self) -> Vec<SiteView<'c>> {
        let chart = self.chart;
        let hosted = chart.lists[self.node().hosted].iter();
        hosted.map(|&ix| SiteView { chart, ix }).collect()
    }

    /// The target groups on whose way it is, in the order of the file.
    pub fn on_way_of(self) -> impl ExactSizeIterator<Item = GroupView<'c>> {
        let chart = self.chart;
        let groups = chart.on_way(self.ix).iter();
        groups.map(move |&ix| GroupView { chart, ix })
    }

    /// The scopes in which this chart says it is needed and no unit is responsible, sorted and
    /// each once.
    ///
    /// The site of the responsible unit is where it is done, and no need.
    pub fn unmet_needs(self) -> Vec<Need> {
        let undivided = self.undivided();
        if undivided.is_some_and(|only| only.holder.unit().is_some()) {
            return Vec::new();
        }
        let entry = self.entry();
        let mut needs: Vec<(Option<SiteView<'_>>, Option<GroupView<'_>>, NeedReason)> = Vec::new();
        for cell in self.cells() {
            if cell.holder.unit().is_none() {
                needs.push((cell.site, cell.group, NeedReason::LeftHanging));
            }
        }
        let performed = self.performers().map(StaffView::site);
        needs.extend(performed.map(|site| (site, None, NeedReason::Performed)));
        let needed_at = entry.needed_at.iter();
        let needed_at = needed_at.filter_map(|id| self.chart.site(id));
        needs.extend(needed_at.map(|site| (Some(site), None, NeedReason::NeededAt)));
        let needed_by = self.needed_by_at().into_iter();
        needs.extend(needed_by.map(|site| (Some(site), None, NeedReason::NeededBy)));
        let needed_by = self.needed_by_groups();
        needs.extend(needed_by.map(|group| (None, Some(group), NeedReason::NeededBy)));
        let on_way = self.on_way_of();
        needs.extend(on_way.map(|group| (None, Some(group), NeedReason::Pathway)));
        if !entry.required_in.is_empty() {
            needs.push((None, None, NeedReason::RequiredIn));
        }
        if entry.statutory {
            needs.push((None, None, NeedReason::Statutory));
        }
        needs.sort_unstable();
        needs.dedup();
        needs.retain(|(site, group, _)| !self.is_held(*site, *group));
        let need = |(site, group, reason): (Option<SiteView<'_>>, Option<GroupView<'_>>, _)| Need {
            site: site.map(|site| site.id().clone()),
            group: group.map(|group| group.id().clone()),
            reason,
        };
        needs.into_iter().map(need).collect()
    }

    /// The target groups that need it themselves: those of a `needed_by` that names no functions,
    /// which they would narrow.
    fn needed_by_groups(self) -> impl Iterator<Item = GroupView<'c>> {
        let by = self.entry().needed_by.as_ref();
        let by = by.filter(|by| by.functions.is_empty());
        let groups = by.into_iter().flat_map(|by| &by.target_groups);
        groups.filter_map(|id| self.chart.group(id))
    }

    /// The sites at which what `needed_by` names is met or based, by id.
    pub fn needed_by_at(self) -> Vec<SiteView<'c>> {
        let mut sites: Vec<SiteView<'c>> = self
            .needed_by()
            .into_iter()
            .map(|needing| needing.site)
            .collect();
        sites.dedup();
        sites
    }

    /// What `needed_by` names, with each site at which it is met or based; by site, kind and id.
    pub fn needed_by(self) -> Vec<Needing<'c>> {
        let Some(by) = &self.entry().needed_by else {
            return Vec::new();
        };
        let chart = self.chart;
        let groups: Vec<GroupView<'c>> = by
            .target_groups
            .iter()
            .filter_map(|id| chart.group(id))
            .collect();
        let mut found: BTreeMap<(SiteView<'c>, Subject), Needing<'c>> = BTreeMap::new();
        let mut add = |site: SiteView<'c>, by: MemberRef<'c>, post: Option<StaffView<'c>>| {
            let needing = found.entry((site, by.subject())).or_insert(Needing {
                site,
                by,
                posts: Vec::new(),
            });
            needing.posts.extend(post);
        };
        for function in by.functions.iter().filter_map(|id| chart.function(id)) {
            let met = if groups.is_empty() {
                function.met_by(None)
            } else {
                groups
                    .iter()
                    .flat_map(|&group| function.met_by(Some(group)))
                    .collect()
            };
            for (site, post) in met {
                add(site, MemberRef::Function(function), Some(post));
            }
        }
        for unit in by.units.iter().filter_map(|id| chart.unit(id)) {
            for site in unit.presence(&[]).sites() {
                add(site, MemberRef::Unit(unit), None);
            }
            for post in unit
                .subtree()
                .flat_map(UnitView::staff)
                .filter(|post| post.is_filled())
            {
                if let Some(site) = post.site() {
                    add(site, MemberRef::Unit(unit), Some(post));
                }
            }
        }
        for post in by.staff.iter().filter_map(|id| chart.post(id)) {
            if let Some(site) = post.site() {
                add(site, MemberRef::Staff(post), Some(post));
            }
        }
        let mut found: Vec<Needing<'c>> = found.into_values().collect();
        for needing in &mut found {
            needing.posts.sort_unstable();
            needing.posts.dedup();
        }
        found
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

impl std::fmt::Debug for FunctionView<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "function {}", self.id())
    }
}
