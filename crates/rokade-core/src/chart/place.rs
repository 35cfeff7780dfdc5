//! Sites, target groups and co-locations seen from outside.

use super::build::{Chart, key_at};
use super::function::FunctionView;
use super::names::Named;
use super::presence::MemberRef;
use super::staff::StaffView;
use super::unit::UnitView;
use crate::entry::{CoLocationEntry, OrUndecided, SiteEntry, TargetGroupEntry};
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
    pub(super) chart: &'c Chart,
    pub(super) ix: u32,
}

/// Where the citizens of a target group first come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entrance<'c> {
    /// To this unit.
    Unit(UnitView<'c>),
    /// To a unit that has ended: nowhere.
    Ended,
    /// It has not been decided.
    Undecided,
    /// The chart does not say; a reference that leads nowhere says nothing either.
    NotStated,
}

impl Chart {
    /// Every site, in the order of the file.
    #[inline]
    pub fn sites(&self) -> impl ExactSizeIterator<Item = SiteView<'_>> {
        (0..self.sites.len() as u32).map(|ix| SiteView { chart: self, ix })
    }

    /// The site of an id.
    #[inline]
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
    /// Its place among the sites of the chart, from 0, in the order of the file.
    #[inline]
    pub fn position(self) -> usize {
        self.ix as usize
    }

    /// Its id.
    #[inline]
    pub fn id(self) -> &'c SiteId {
        key_at(&self.chart.entries.sites, self.ix)
    }

    /// What was written of it.
    #[inline]
    pub fn entry(self) -> &'c SiteEntry {
        &self.chart.entries.sites[self.ix as usize].value
    }

    /// The posts and groups based there.
    #[inline]
    pub fn staff(self) -> impl ExactSizeIterator<Item = StaffView<'c>> {
        let chart = self.chart;
        let staff = chart.lists[chart.sites[self.ix as usize].staff].iter();
        staff.map(move |&ix| StaffView { chart, ix })
    }

    /// The units that sit there.
    #[inline]
    pub fn units(self) -> impl ExactSizeIterator<Item = UnitView<'c>> {
        let chart = self.chart;
        let units = chart.lists[chart.sites[self.ix as usize].units].iter();
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
    #[inline]
    pub fn id(self) -> &'c TargetGroupId {
        key_at(&self.chart.entries.target_groups, self.ix)
    }

    /// What was written of it.
    #[inline]
    pub fn entry(self) -> &'c TargetGroupEntry {
        &self.chart.entries.target_groups[self.ix as usize].value
    }

    /// The functions the citizen meets, in order.
    pub fn pathway(self) -> impl ExactSizeIterator<Item = FunctionView<'c>> {
        let chart = self.chart;
        let pathway = chart.lists[chart.groups[self.ix as usize].pathway].iter();
        pathway.map(move |&ix| FunctionView { chart, ix })
    }

    /// The unit the citizens first meet.
    pub fn entrance(self) -> Entrance<'c> {
        let chart = self.chart;
        match &self.entry().entrance {
            None => Entrance::NotStated,
            Some(OrUndecided::Undecided) => Entrance::Undecided,
            Some(OrUndecided::Id(id)) => match chart.unit(id) {
                Some(unit) => Entrance::Unit(unit),
                None if chart.entries.ended.units.contains_key(id) => Entrance::Ended,
                None => Entrance::NotStated,
            },
        }
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
            || chart.staff.iter().any(|post| {
                post.serves
                    .is_some_and(|groups| chart.lists[groups].contains(&self.ix))
            })
    }
}

impl<'c> CoLocationView<'c> {
    /// Its id.
    #[inline]
    pub fn id(self) -> &'c CoLocationId {
        key_at(&self.chart.entries.co_locations, self.ix)
    }

    /// What was written of it.
    #[inline]
    pub fn entry(self) -> &'c CoLocationEntry {
        &self.chart.entries.co_locations[self.ix as usize].value
    }

    /// The target groups it is for; none is anyone.
    pub fn groups(self) -> Vec<GroupView<'c>> {
        let chart = self.chart;
        let groups = chart.co_locations[self.ix as usize].groups.iter();
        groups.map(|&ix| GroupView { chart, ix }).collect()
    }

    /// Whether it is for target groups of which none is there any more: for nobody, then, and
    /// not for anyone.
    pub fn is_for_nobody(self) -> bool {
        !self.entry().groups.is_empty() && self.groups().is_empty()
    }

    /// Its members that are there, by kind and id.
    pub fn members(self) -> Vec<MemberRef<'c>> {
        let chart = self.chart;
        let node = &chart.co_locations[self.ix as usize];
        let functions = node.functions.iter();
        let functions = functions.map(|&ix| MemberRef::Function(FunctionView { chart, ix }));
        let units = node
            .units
            .iter()
            .map(|&ix| MemberRef::Unit(UnitView { chart, ix }));
        let staff = node
            .staff
            .iter()
            .map(|&ix| MemberRef::Staff(StaffView { chart, ix }));
        let mut members: Vec<MemberRef<'c>> = functions.chain(units).chain(staff).collect();
        members.sort_by_cached_key(Named::subject);
        members
    }
}

impl Named for SiteView<'_> {
    fn subject(&self) -> Subject {
        self.id().subject()
    }

    fn name(&self) -> &str {
        let site = *self;
        site.entry()
            .name
            .as_deref()
            .map_or(site.id().as_str(), str::trim)
    }
}

impl Named for GroupView<'_> {
    fn subject(&self) -> Subject {
        self.id().subject()
    }

    fn name(&self) -> &str {
        let group = *self;
        group
            .entry()
            .name
            .as_deref()
            .map_or(group.id().as_str(), str::trim)
    }
}

macro_rules! shown_by_id {
    ($($view:ident),*) => {$(
        impl std::fmt::Debug for $view<'_> {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}", self.id())
            }
        }
    )*};
}
shown_by_id!(SiteView, GroupView, CoLocationView);
