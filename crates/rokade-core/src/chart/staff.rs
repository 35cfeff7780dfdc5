//! Posts seen from outside: where they belong, whom they report to, whom they serve.

use super::build::{Chart, Link, StaffNode, key_at};
use super::counted::SuperiorNode;
use super::function::FunctionView;
use super::lists::List;
use super::names::Named;
use super::place::{GroupView, SiteView};
use super::unit::{HeadState, UnitView};
use crate::entry::StaffEntry;
use crate::ids::{Id, StaffId, Subject};
use crate::quantity::Quantity;

/// A post, or a group of like posts.
#[derive(Clone, Copy)]
pub struct StaffView<'c> {
    pub(super) chart: &'c Chart,
    pub(super) ix: u32,
}

/// Where posts belong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placement<'c> {
    /// To this unit.
    Unit(UnitView<'c>),
    /// To a unit that has ended.
    Ended,
    /// It has not been decided.
    Undecided,
    /// To no unit.
    Nowhere,
}

impl<'c> Placement<'c> {
    /// The unit, where there is one.
    #[inline]
    pub fn unit(self) -> Option<UnitView<'c>> {
        match self {
            Placement::Unit(unit) => Some(unit),
            _ => None,
        }
    }
}

/// Whom posts serve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Serves<'c> {
    /// Anyone.
    Anyone,
    /// These target groups.
    Groups(Vec<GroupView<'c>>),
}

/// Whom a post reports to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Superior<'c> {
    /// This post.
    Post(StaffView<'c>),
    /// The head of this unit, where nobody is.
    Waiting(UnitView<'c>),
    /// A post that has ended.
    Ended,
    /// Nobody: it stands at the top.
    Top,
    /// The chart does not say.
    NotStated,
}

impl Chart {
    /// Every post and group, in the order of the file.
    #[inline]
    pub fn staff(&self) -> impl ExactSizeIterator<Item = StaffView<'_>> {
        (0..self.staff.len() as u32).map(|ix| StaffView { chart: self, ix })
    }

    /// Whom a list of target groups is; no list is anyone.
    pub(super) fn serves(&self, groups: Option<List>) -> Serves<'_> {
        let Some(groups) = groups else {
            return Serves::Anyone;
        };
        let groups = self.lists[groups].iter();
        Serves::Groups(groups.map(|&ix| GroupView { chart: self, ix }).collect())
    }

    /// The post or group of an id.
    #[inline]
    pub fn post(&self, id: &StaffId) -> Option<StaffView<'_>> {
        let ix = self.entries.staff.get_index_of(id)? as u32;
        Some(StaffView { chart: self, ix })
    }
}

impl<'c> StaffView<'c> {
    #[inline]
    fn node(self) -> &'c StaffNode {
        &self.chart.staff[self.ix as usize]
    }

    /// Its place among the posts and groups of the chart, from 0, in the order of the file.
    #[inline]
    pub fn position(self) -> usize {
        self.ix as usize
    }

    /// Its id.
    #[inline]
    pub fn id(self) -> &'c StaffId {
        key_at(&self.chart.entries.staff, self.ix)
    }

    /// What was written of it.
    #[inline]
    pub fn entry(self) -> &'c StaffEntry {
        &self.chart.entries.staff[self.ix as usize].value
    }

    /// How many posts: as stated, else one.
    #[inline]
    pub fn count(self) -> Quantity {
        self.entry().count.unwrap_or(Quantity::ONE)
    }

    /// Whether somebody is in the post.
    #[inline]
    pub fn is_filled(self) -> bool {
        self.node().filled
    }

    /// Where it belongs.
    #[inline]
    pub fn placement(self) -> Placement<'c> {
        match self.node().unit {
            None => Placement::Nowhere,
            Some(Link::Live(ix)) => Placement::Unit(UnitView {
                chart: self.chart,
                ix,
            }),
            Some(Link::Ended) => Placement::Ended,
            Some(Link::Undecided) => Placement::Undecided,
        }
    }

    /// The unit it belongs to.
    #[inline]
    pub fn unit(self) -> Option<UnitView<'c>> {
        self.placement().unit()
    }

    /// Where it is based: its own site, else its unit's.
    #[inline]
    pub fn site(self) -> Option<SiteView<'c>> {
        let ix = self.node().site?;
        Some(SiteView {
            chart: self.chart,
            ix,
        })
    }

    /// The functions it performs; none where it is not stated.
    #[inline]
    pub fn performs(self) -> impl ExactSizeIterator<Item = FunctionView<'c>> {
        let chart = self.chart;
        let performs = chart.lists[self.node().performs].iter();
        performs.map(move |&ix| FunctionView { chart, ix })
    }

    /// Whether it performs a function.
    #[inline]
    pub fn does(self, function: FunctionView<'_>) -> bool {
        let performs = &self.chart.lists[self.node().performs];
        performs.binary_search(&function.ix).is_ok()
    }

    /// Whom it serves.
    pub fn serves(self) -> Serves<'c> {
        self.chart.serves(self.node().serves)
    }

    /// Whether it serves a target group; everybody serves `None`, which is anyone.
    #[inline]
    pub fn serves_group(self, group: Option<GroupView<'_>>) -> bool {
        match (self.node().serves, group) {
            (None, _) | (_, None) => true,
            (Some(groups), Some(group)) => self.chart.lists[groups].contains(&group.ix),
        }
    }

    /// Whether it serves one of some target groups; no groups are anyone.
    pub fn serves_any(self, groups: &[GroupView<'_>]) -> bool {
        groups.is_empty() || groups.iter().any(|&group| self.serves_group(Some(group)))
    }

    /// The units it heads, the topmost first.
    #[inline]
    pub fn heads(self) -> impl ExactSizeIterator<Item = UnitView<'c>> {
        let chart = self.chart;
        let heads = chart.lists[self.node().heads].iter();
        heads.map(move |&ix| UnitView { chart, ix })
    }

    /// Whether it heads a unit.
    #[inline]
    pub fn is_head(self) -> bool {
        !self.node().heads.is_empty()
    }

    /// Whom it reports to: as stated; else the head of its unit; for a head, the next head
    /// above the topmost unit it heads.
    #[inline]
    pub fn superior(self) -> Superior<'c> {
        let chart = self.chart;
        match chart.superior(self.ix) {
            SuperiorNode::Post(ix) => Superior::Post(StaffView { chart, ix }),
            SuperiorNode::Waiting(ix) => Superior::Waiting(UnitView { chart, ix }),
            SuperiorNode::Ended => Superior::Ended,
            SuperiorNode::Top => Superior::Top,
            SuperiorNode::NotStated => Superior::NotStated,
        }
    }

    /// The same, found anew.
    pub(super) fn find_superior(self) -> Superior<'c> {
        match self.node().reports_to {
            Some(Link::Live(ix)) => Superior::Post(StaffView {
                chart: self.chart,
                ix,
            }),
            Some(_) => Superior::Ended,
            None => self.superior_by_default(),
        }
    }

    /// Whom it would report to if nothing else were stated: the head of its unit; for a head,
    /// the next head above the topmost unit it heads.
    pub fn superior_by_default(self) -> Superior<'c> {
        let start = match self.heads().next() {
            Some(headed) => headed.parent(),
            None => match self.unit() {
                Some(unit) => Some(unit),
                None => return Superior::NotStated,
            },
        };
        let mut at = start;
        while let Some(unit) = at.and_then(UnitView::leading) {
            match unit.head() {
                HeadState::Post(post) => return Superior::Post(post),
                HeadState::Vacant | HeadState::Unfilled(_) => return Superior::Waiting(unit),
                HeadState::NotStated => return Superior::NotStated,
                HeadState::None => {}
            }
            at = unit.parent();
        }
        Superior::Top
    }

    /// The post that leads it professionally, where the chart names one that is there.
    #[inline]
    pub fn professional_lead(self) -> Option<StaffView<'c>> {
        match self.node().professional_lead {
            Some(Link::Live(ix)) => Some(StaffView {
                chart: self.chart,
                ix,
            }),
            _ => None,
        }
    }
}

impl Named for StaffView<'_> {
    fn subject(&self) -> Subject {
        self.id().subject()
    }

    fn name(&self) -> &str {
        let post = *self;
        post.entry()
            .title
            .as_deref()
            .map_or(post.id().as_str(), str::trim)
    }
}

impl std::fmt::Debug for StaffView<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "staff {}", self.id())
    }
}
