//! The units of a chart in the order in which they are read: each after the one it stands under.
//!
//! Made once for a chart, without recursion: a chart can be ten thousand units deep.

use std::collections::BTreeMap;

use rokade_core::chart::{Chart, StaffView, UnitView};
use rokade_core::ids::UnitId;
use rokade_core::quantity::Quantity;

/// The units of a chart in order, with how much is in each and below it.
pub(crate) struct Outline<'c> {
    units: Vec<UnitView<'c>>,
    at: BTreeMap<&'c UnitId, usize>,
    posts: Vec<Quantity>,
}

impl<'c> Outline<'c> {
    #[expect(clippy::indexing_slicing, reason = "there is a sum for each unit")]
    pub(crate) fn new(chart: &'c Chart) -> Self {
        let mut units: Vec<UnitView<'c>> = Vec::with_capacity(chart.units().len());
        let mut open: Vec<UnitView<'c>> = chart.units().filter(|u| u.parent().is_none()).collect();
        open.reverse();
        while let Some(unit) = open.pop() {
            units.push(unit);
            let from = open.len();
            open.extend(unit.children());
            open[from..].reverse();
        }
        let at: BTreeMap<&UnitId, usize> =
            units.iter().enumerate().map(|(i, u)| (u.id(), i)).collect();
        let own = |unit: &UnitView<'_>| unit.staff().map(StaffView::count).sum();
        let mut posts: Vec<Quantity> = units.iter().map(own).collect();
        // What is below a unit stands after it.
        for i in (0..units.len()).rev() {
            let below = posts[i];
            if let Some(parent) = units[i].parent().and_then(|parent| at.get(parent.id())) {
                posts[*parent] += below;
            }
        }
        Outline { units, at, posts }
    }

    /// The units in order.
    pub(crate) fn units(&self) -> impl ExactSizeIterator<Item = UnitView<'c>> + '_ {
        self.units.iter().copied()
    }

    /// The place of a unit in the order; after all others where the chart does not have it.
    pub(crate) fn place(&self, unit: Option<&UnitId>) -> usize {
        let at = unit.and_then(|unit| self.at.get(unit));
        at.copied().unwrap_or(self.units.len())
    }

    /// How many posts are in a unit and below it.
    pub(crate) fn posts(&self, unit: UnitView<'_>) -> Quantity {
        let posts = self.posts.get(self.place(Some(unit.id())));
        posts.copied().unwrap_or_default()
    }
}
