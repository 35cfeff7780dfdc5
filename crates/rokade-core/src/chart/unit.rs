//! Units seen from outside: their line, their head, what is below them.

use std::ops::Range;

use super::build::{Chart, HeadNode, UnitNode, key_at};
use super::function::FunctionView;
use super::names::Named;
use super::place::SiteView;
use super::staff::{Serves, StaffView};
use crate::entry::UnitEntry;
use crate::ids::{Id, Subject, UnitId};
use crate::quantity::Quantity;

/// A unit of a chart.
#[derive(Clone, Copy)]
pub struct UnitView<'c> {
    pub(super) chart: &'c Chart,
    pub(super) ix: u32,
}

/// What a unit stands under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParentState<U> {
    /// Nothing: it is a root.
    Root,
    /// A unit.
    Unit(U),
    /// It has not been decided.
    Undecided,
    /// A unit that has ended.
    Ended,
    /// The file names one that cannot be found.
    Unknown,
}

/// Who leads a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeadState<'c> {
    /// The chart does not say; no rule speaks of it.
    NotStated,
    /// Nobody, by design: reports go on to the unit above.
    None,
    /// The post is vacant, or has ended: reports wait there.
    Vacant,
    /// This post, with nobody in it: reports wait there.
    Unfilled(StaffView<'c>),
    /// This post.
    Post(StaffView<'c>),
}

impl<'c> HeadState<'c> {
    /// The post, filled or not.
    #[inline]
    pub fn post(self) -> Option<StaffView<'c>> {
        match self {
            HeadState::Post(post) | HeadState::Unfilled(post) => Some(post),
            _ => None,
        }
    }

    /// Whether nobody leads where somebody should.
    #[inline]
    pub fn is_vacant(self) -> bool {
        matches!(self, HeadState::Vacant | HeadState::Unfilled(_))
    }
}

impl Chart {
    /// Every unit, in the order of the file.
    #[inline]
    pub fn units(&self) -> impl ExactSizeIterator<Item = UnitView<'_>> {
        (0..self.units.len() as u32).map(|ix| UnitView { chart: self, ix })
    }

    /// The unit of an id.
    #[inline]
    pub fn unit(&self, id: &UnitId) -> Option<UnitView<'_>> {
        let ix = self.entries.units.get_index_of(id)? as u32;
        Some(UnitView { chart: self, ix })
    }
}

impl<'c> UnitView<'c> {
    #[inline]
    fn node(self) -> &'c UnitNode {
        &self.chart.units[self.ix as usize]
    }

    #[inline]
    fn other(self, ix: u32) -> UnitView<'c> {
        UnitView {
            chart: self.chart,
            ix,
        }
    }

    /// Its place among the units of the chart, from 0, in the order of the file.
    #[inline]
    pub fn position(self) -> usize {
        self.ix as usize
    }

    /// Its id.
    #[inline]
    pub fn id(self) -> &'c UnitId {
        key_at(&self.chart.entries.units, self.ix)
    }

    /// What was written of it.
    #[inline]
    pub fn entry(self) -> &'c UnitEntry {
        &self.chart.entries.units[self.ix as usize].value
    }

    /// The unit it is part of.
    #[inline]
    pub fn parent(self) -> Option<UnitView<'c>> {
        match self.node().parent_state() {
            ParentState::Unit(ix) => Some(self.other(ix)),
            _ => None,
        }
    }

    /// What it stands under, with the reasons for standing under nothing.
    #[inline]
    pub fn parent_state(self) -> ParentState<UnitView<'c>> {
        match self.node().parent_state() {
            ParentState::Unit(ix) => ParentState::Unit(self.other(ix)),
            ParentState::Root => ParentState::Root,
            ParentState::Undecided => ParentState::Undecided,
            ParentState::Ended => ParentState::Ended,
            ParentState::Unknown => ParentState::Unknown,
        }
    }

    /// The units above it, the nearest first.
    #[inline]
    pub fn ancestors(self) -> impl Iterator<Item = UnitView<'c>> {
        std::iter::successors(self.parent(), |unit| unit.parent())
    }

    /// Itself and the units above it, the nearest first.
    #[inline]
    pub fn line(self) -> impl Iterator<Item = UnitView<'c>> {
        std::iter::once(self).chain(self.ancestors())
    }

    /// How many units stand above it.
    #[inline]
    pub fn depth(self) -> u32 {
        self.chart.forest.depth[self.ix as usize]
    }

    /// The units directly below it.
    #[inline]
    pub fn children(self) -> impl ExactSizeIterator<Item = UnitView<'c>> {
        let children = self.chart.forest.children(self.ix).iter();
        children.map(move |&ix| self.other(ix))
    }

    /// Whether it is `above` or stands under it, at any depth.
    #[inline]
    pub fn is_within(self, above: UnitView<'_>) -> bool {
        self.chart.forest.contains(above.ix, self.ix)
    }

    /// The numbers of itself and of everything below it: a unit stands under another, or is it,
    /// when its first number is one of the other's.
    #[inline]
    pub fn span(self) -> Range<u32> {
        let forest = &self.chart.forest;
        forest.enter[self.ix as usize]..forest.leave[self.ix as usize]
    }

    /// Itself and everything below it, in the order of their numbers.
    #[inline]
    pub fn subtree(self) -> impl ExactSizeIterator<Item = UnitView<'c>> {
        let order = &self.chart.forest.order[self.span().start as usize..self.span().end as usize];
        order.iter().map(move |&ix| self.other(ix))
    }

    /// Where it sits: its own site, or that of the nearest ancestor that has one.
    #[inline]
    pub fn site(self) -> Option<SiteView<'c>> {
        let ix = self.node().site?;
        Some(SiteView {
            chart: self.chart,
            ix,
        })
    }

    /// Whether it is another organisation, or part of one.
    #[inline]
    pub fn is_external(self) -> bool {
        self.node().external
    }

    /// Who leads it.
    #[inline]
    pub fn head(self) -> HeadState<'c> {
        match self.node().head {
            None => HeadState::NotStated,
            Some(HeadNode::None) => HeadState::None,
            Some(HeadNode::Vacant) => HeadState::Vacant,
            Some(HeadNode::Post(ix)) => {
                let post = StaffView {
                    chart: self.chart,
                    ix,
                };
                if post.is_filled() {
                    HeadState::Post(post)
                } else {
                    HeadState::Unfilled(post)
                }
            }
        }
    }

    /// The nearest unit, itself first, that has a head of its own, filled or not. `None` where
    /// the line ends first, or comes to a unit whose head is not stated.
    #[inline]
    pub fn headed(self) -> Option<UnitView<'c>> {
        let leading = self.leading()?;
        (leading.head() != HeadState::NotStated).then_some(leading)
    }

    /// The nearest unit, itself first, that is not without a head by design.
    #[inline]
    pub(super) fn leading(self) -> Option<UnitView<'c>> {
        self.chart.leading(self.ix).map(|ix| self.other(ix))
    }

    /// The posts and groups that belong to it directly.
    #[inline]
    pub fn staff(self) -> impl ExactSizeIterator<Item = StaffView<'c>> {
        let chart = self.chart;
        let staff = chart.lists[self.node().staff].iter();
        staff.map(move |&ix| StaffView { chart, ix })
    }

    /// How many posts belong to it and to what is below it.
    pub fn posts_below(self) -> Quantity {
        self.chart.posts_below(self.ix)
    }

    /// Whom its posts serve when it is not stated: the target groups of its own
    /// responsibilities.
    pub fn serves(self) -> Serves<'c> {
        self.chart.serves(self.node().serves)
    }

    /// Whether it is itself responsible for any part of a function.
    #[inline]
    pub fn holds(self, function: FunctionView<'_>) -> bool {
        let holds = &self.chart.holds[self.node().holds];
        let at = holds.partition_point(|&(held, _)| held < function.ix);
        holds.get(at).is_some_and(|&(held, _)| held == function.ix)
    }

    /// The functions it is itself responsible for, wholly or in part; each once.
    #[inline]
    pub fn functions(self) -> Vec<FunctionView<'c>> {
        let holds = &self.chart.holds[self.node().holds];
        let mut functions: Vec<u32> = holds.iter().map(|&(f, _)| f).collect();
        functions.sort_unstable();
        functions.dedup();
        let chart = self.chart;
        functions
            .into_iter()
            .map(|ix| FunctionView { chart, ix })
            .collect()
    }

    /// The nearest unit that is above both, either of them included.
    pub fn nearest_common(self, other: UnitView<'c>) -> Option<UnitView<'c>> {
        self.line().find(|above| other.is_within(*above))
    }

    /// The nearest unit above both, either included, that has a head of its own: what two
    /// units have in common when they disagree. `None` where there is none or it is not stated.
    pub fn nearest_common_head(self, other: UnitView<'c>) -> Option<UnitView<'c>> {
        self.nearest_common(other)?.headed()
    }
}

impl Named for UnitView<'_> {
    fn subject(&self) -> Subject {
        self.id().subject()
    }

    fn name(&self) -> &str {
        let unit = *self;
        unit.entry()
            .name
            .as_deref()
            .map_or(unit.id().as_str(), str::trim)
    }
}

impl std::fmt::Debug for UnitView<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "unit {}", self.id())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::Entries;
    use crate::span::Entry;

    fn chart(units: &serde_json::Value, staff: &serde_json::Value) -> Chart {
        fn section<K, V>(json: &serde_json::Value) -> crate::entry::Section<K, V>
        where
            K: serde::de::DeserializeOwned + std::hash::Hash + Eq,
            V: serde::de::DeserializeOwned,
        {
            let plain: indexmap::IndexMap<K, V> =
                serde_json::from_value(json.clone()).expect("entries");
            let entries = plain.into_iter();
            entries
                .map(|(id, value)| (id, Entry::computed(value)))
                .collect()
        }
        let (chart, faults) = Chart::build(Entries {
            units: section(units),
            staff: section(staff),
            ..Entries::default()
        });
        assert_eq!(faults, []);
        chart
    }

    #[test]
    fn two_units_meet_at_the_nearest_head_above_both() {
        let chart = chart(
            &serde_json::json!({
                "top": { "head": "chef" },
                "afdeling": { "parent": "top", "head": "none" },
                "job": { "parent": "afdeling", "head": "vacant" },
                "ydelse": { "parent": "afdeling" },
                "team": { "parent": "job", "head": "none" },
                "uvist": {},
                "under-uvist": { "parent": "uvist", "head": "vacant" },
            }),
            &serde_json::json!({ "chef": { "unit": "top" } }),
        );
        let unit = |id: &str| {
            chart
                .unit(&UnitId::parse(id).expect("an id"))
                .expect("is there")
        };
        let common = |a, b| {
            unit(a)
                .nearest_common_head(unit(b))
                .map(|u| u.id().to_string())
        };
        // The department has no head by design, so it is the unit above that decides.
        assert_eq!(common("job", "ydelse").as_deref(), Some("top"));
        // A vacant post is still where they meet.
        assert_eq!(common("team", "job").as_deref(), Some("job"));
        assert_eq!(common("job", "uvist"), None);
        // A head that is not stated says nothing.
        assert_eq!(common("under-uvist", "uvist"), None);
        assert_eq!(unit("team").headed(), Some(unit("job")));
        assert_eq!(unit("team").line().count(), 4);
        assert!(unit("team").is_within(unit("top")) && !unit("top").is_within(unit("team")));
    }
}
