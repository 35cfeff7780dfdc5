//! Sites, target groups and co-locations seen from outside, and who is present where.

use std::collections::BTreeMap;

use super::build::{Chart, key_at};
use super::function::FunctionView;
use super::names::Named;
use super::staff::StaffView;
use super::unit::UnitView;
use crate::entry::{CoLocationEntry, SiteEntry, TargetGroupEntry};
use crate::ids::{CoLocationId, Id, SiteId, Subject, TargetGroupId};
use crate::quantity::Quantity;

/// A site of a chart.
#[derive(Clone, Copy)]
pub struct SiteView<'c> {
    pub(super) chart: &'c Chart,
    pub(super) ix: u32,
}

/// A target group of a chart.
#[derive(Clone, Copy)]
pub struct GroupView<'c> {
    pub(super) chart: &'c Chart,
    pub(super) ix: u32,
}

/// A stated co-location.
#[derive(Clone, Copy)]
pub struct CoLocationView<'c> {
    chart: &'c Chart,
    ix: u32,
}

/// A member of a co-location.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MemberRef<'c> {
    /// A function: present where it is met.
    Function(FunctionView<'c>),
    /// A unit.
    Unit(UnitView<'c>),
    /// A post or group.
    Staff(StaffView<'c>),
}

/// Where somebody is present, and with how many posts, by site id.
#[derive(Debug, Clone, Default)]
pub struct Presence<'c> {
    sites: BTreeMap<&'c SiteId, (SiteView<'c>, Quantity)>,
}

impl<'c> Presence<'c> {
    /// The sites, by id.
    pub fn sites(&self) -> impl Iterator<Item = SiteView<'c>> {
        self.sites.values().map(|(site, _)| *site)
    }

    /// The posts at each site, by the site's id.
    pub fn posts(&self) -> impl Iterator<Item = (SiteView<'c>, Quantity)> {
        self.sites.values().copied()
    }

    /// The posts at a site; `None` where nobody is.
    pub fn at(&self, site: &SiteId) -> Option<Quantity> {
        self.sites.get(site).map(|(_, posts)| *posts)
    }

    /// All posts.
    pub fn total(&self) -> Quantity {
        self.sites.values().map(|(_, posts)| *posts).sum()
    }

    /// Whether nothing says where they are.
    pub fn is_unknown(&self) -> bool {
        self.sites.is_empty()
    }

    fn add(&mut self, site: SiteView<'c>, posts: Quantity) {
        let (_, sum) = self.sites.entry(site.id()).or_insert((site, Quantity::ZERO));
        *sum = *sum + posts;
    }

    fn add_posts(&mut self, post: StaffView<'c>, groups: &[GroupView<'_>]) {
        if post.is_filled() && post.serves_any(groups) {
            if let Some(site) = post.site() {
                self.add(site, post.count());
            }
        }
    }
}

impl Chart {
    /// Every site, in the order of the file.
    pub fn sites(&self) -> impl ExactSizeIterator<Item = SiteView<'_>> {
        (0..self.sites.len() as u32).map(|ix| SiteView { chart: self, ix })
    }

    /// The site of an id.
    pub fn site(&self, id: &SiteId) -> Option<SiteView<'_>> {
        let ix = self.entries.sites.get_index_of(id)? as u32;
        Some(SiteView { chart: self, ix })
    }

    /// Every target group, in the order of the file.
    pub fn groups(&self) -> impl ExactSizeIterator<Item = GroupView<'_>> {
        (0..self.groups.len() as u32).map(|ix| GroupView { chart: self, ix })
    }

    /// The target group of an id.
    pub fn group(&self, id: &TargetGroupId) -> Option<GroupView<'_>> {
        let ix = self.entries.target_groups.get_index_of(id)? as u32;
        Some(GroupView { chart: self, ix })
    }

    /// Every stated co-location, in the order of the file.
    pub fn co_locations(&self) -> impl ExactSizeIterator<Item = CoLocationView<'_>> {
        (0..self.co_locations.len() as u32).map(|ix| CoLocationView { chart: self, ix })
    }

    /// The co-location of an id.
    pub fn co_location(&self, id: &CoLocationId) -> Option<CoLocationView<'_>> {
        let ix = self.entries.co_locations.get_index_of(id)? as u32;
        Some(CoLocationView { chart: self, ix })
    }

    /// Minutes between two sites, stated at either.
    pub fn travel(&self, from: &SiteId, to: &SiteId) -> Option<Quantity> {
        let minutes = |a: &SiteId, b: &SiteId| {
            let site = &self.entries.sites.get(a)?.value;
            site.travel.get(b).copied()
        };
        minutes(from, to).or_else(|| minutes(to, from))
    }
}

impl<'c> SiteView<'c> {
    /// Its id.
    pub fn id(self) -> &'c SiteId {
        key_at(&self.chart.entries.sites, self.ix)
    }

    /// What was written of it.
    pub fn entry(self) -> &'c SiteEntry {
        &self.chart.entries.sites[self.ix as usize].value
    }

    /// The posts and groups based there.
    pub fn staff(self) -> impl ExactSizeIterator<Item = StaffView<'c>> {
        let chart = self.chart;
        let staff = chart.sites[self.ix as usize].staff.iter();
        staff.map(move |&ix| StaffView { chart, ix })
    }

    /// The units that sit there.
    pub fn units(self) -> impl ExactSizeIterator<Item = UnitView<'c>> {
        let chart = self.chart;
        let units = chart.sites[self.ix as usize].units.iter();
        units.map(move |&ix| UnitView { chart, ix })
    }

    /// How many posts are based there, filled or not.
    pub fn posts(self) -> Quantity {
        self.staff().map(StaffView::count).sum()
    }

    /// Whether anybody or anything is there.
    pub fn is_in_use(self) -> bool {
        let node = &self.chart.sites[self.ix as usize];
        !node.staff.is_empty() || !node.units.is_empty()
    }
}

impl<'c> GroupView<'c> {
    /// Its id.
    pub fn id(self) -> &'c TargetGroupId {
        key_at(&self.chart.entries.target_groups, self.ix)
    }

    /// What was written of it.
    pub fn entry(self) -> &'c TargetGroupEntry {
        &self.chart.entries.target_groups[self.ix as usize].value
    }

    /// The functions the citizen meets, in order.
    pub fn pathway(self) -> impl ExactSizeIterator<Item = FunctionView<'c>> {
        let chart = self.chart;
        let pathway = chart.groups[self.ix as usize].pathway.iter();
        pathway.map(move |&ix| FunctionView { chart, ix })
    }

    /// How many citizens, where it is stated.
    pub fn citizens(self) -> Option<Quantity> {
        self.entry().citizens
    }

    /// Whether something still names it: a pathway of its own, a responsibility, posts.
    pub fn is_in_use(self) -> bool {
        let chart = self.chart;
        !chart.groups[self.ix as usize].pathway.is_empty()
            || chart
                .functions
                .iter()
                .any(|f| f.cells.iter().any(|cell| cell.group == Some(self.ix)))
            || chart
                .staff
                .iter()
                .any(|s| s.serves.as_ref().is_some_and(|groups| groups.contains(&self.ix)))
    }
}

impl<'c> CoLocationView<'c> {
    /// Its id.
    pub fn id(self) -> &'c CoLocationId {
        key_at(&self.chart.entries.co_locations, self.ix)
    }

    /// What was written of it.
    pub fn entry(self) -> &'c CoLocationEntry {
        &self.chart.entries.co_locations[self.ix as usize].value
    }

    /// The target groups it is for; none is anyone.
    pub fn groups(self) -> Vec<GroupView<'c>> {
        let chart = self.chart;
        let groups = chart.co_locations[self.ix as usize].groups.iter();
        groups.map(|&ix| GroupView { chart, ix }).collect()
    }

    /// Its members that are there, by kind and id.
    pub fn members(self) -> Vec<MemberRef<'c>> {
        let chart = self.chart;
        let node = &chart.co_locations[self.ix as usize];
        let functions = node.functions.iter();
        let functions = functions.map(|&ix| MemberRef::Function(FunctionView { chart, ix }));
        let units = node.units.iter().map(|&ix| MemberRef::Unit(UnitView { chart, ix }));
        let staff = node.staff.iter().map(|&ix| MemberRef::Staff(StaffView { chart, ix }));
        let mut members: Vec<MemberRef<'c>> = functions.chain(units).chain(staff).collect();
        members.sort_by_cached_key(Named::subject);
        members
    }
}

impl<'c> UnitView<'c> {
    /// Where a unit is present: where its own and its descendants' posts are that serve one of
    /// the groups, else at its site with no posts stated.
    pub fn presence(self, groups: &[GroupView<'_>]) -> Presence<'c> {
        let mut presence = Presence::default();
        for unit in self.subtree() {
            for post in unit.staff() {
                presence.add_posts(post, groups);
            }
        }
        if presence.is_unknown() {
            if let Some(site) = self.site() {
                presence.add(site, Quantity::ZERO);
            }
        }
        presence
    }
}

impl<'c> MemberRef<'c> {
    /// Where the member is present for these target groups; unknown where the chart does not
    /// say, such as a function that nobody is stated to perform.
    pub fn presence(self, groups: &[GroupView<'_>]) -> Presence<'c> {
        let mut presence = Presence::default();
        match self {
            MemberRef::Unit(unit) => return unit.presence(groups),
            MemberRef::Staff(post) => presence.add_posts(post, groups),
            MemberRef::Function(function) if groups.is_empty() => {
                for met in function.met(None) {
                    presence.add(met.site, met.posts);
                }
            }
            MemberRef::Function(function) => {
                // A group of posts that serves two of the target groups counts once.
                for post in function.performers() {
                    for &group in groups {
                        if post.serves_group(Some(group)) && function.is_met_by(post, group) {
                            presence.add_posts(post, &[]);
                            break;
                        }
                    }
                }
                if presence.is_unknown() {
                    for met in groups.iter().flat_map(|&group| function.met(Some(group))) {
                        presence.add(met.site, met.posts);
                    }
                }
            }
        }
        presence
    }
}

impl FunctionView<'_> {
    /// Whether posts that perform it, at their own site, are under the unit responsible there.
    fn is_met_by(self, post: StaffView<'_>, group: GroupView<'_>) -> bool {
        let Some(unit) = post.unit() else { return false };
        self.hosted_at().is_empty()
            && self
                .responsible_for(post.site(), Some(group))
                .iter()
                .any(|cell| cell.holder.unit().is_some_and(|holder| unit.is_within(holder)))
    }
}

impl Named for SiteView<'_> {
    fn subject(&self) -> Subject {
        self.id().subject()
    }

    fn name(&self) -> &str {
        let site = *self;
        site.entry().name.as_deref().map_or(site.id().as_str(), str::trim)
    }
}

impl Named for GroupView<'_> {
    fn subject(&self) -> Subject {
        self.id().subject()
    }

    fn name(&self) -> &str {
        let group = *self;
        group.entry().name.as_deref().map_or(group.id().as_str(), str::trim)
    }
}

impl Named for MemberRef<'_> {
    fn subject(&self) -> Subject {
        match self {
            MemberRef::Function(function) => function.subject(),
            MemberRef::Unit(unit) => unit.subject(),
            MemberRef::Staff(post) => post.subject(),
        }
    }

    fn name(&self) -> &str {
        match self {
            MemberRef::Function(function) => function.name(),
            MemberRef::Unit(unit) => unit.name(),
            MemberRef::Staff(post) => post.name(),
        }
    }
}

macro_rules! same_thing {
    ($($view:ident),*) => {$(
        impl PartialEq for $view<'_> {
            fn eq(&self, other: &Self) -> bool {
                self.ix == other.ix && std::ptr::eq(self.chart, other.chart)
            }
        }

        impl Eq for $view<'_> {}

        impl std::fmt::Debug for $view<'_> {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}", self.id())
            }
        }
    )*};
}
same_thing!(SiteView, GroupView, CoLocationView);
