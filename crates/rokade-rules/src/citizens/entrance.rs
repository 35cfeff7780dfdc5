//! Where citizens first come (én indgang), in one chart. It reports nothing: a rule tells of those
//! who no longer come to the same, and a measure counts how many there are.

use std::collections::BTreeSet;

use rokade_core::chart::{Chart, Entrance, GroupView};
use rokade_core::ids::UnitId;
use rokade_core::quantity::Quantity;

/// The entrances of some target groups.
#[derive(Debug, Default)]
pub(crate) struct Entrances<'c> {
    /// The units they come to.
    pub(crate) units: BTreeSet<&'c UnitId>,
    /// How many groups have none: it has ended, or none is stated.
    pub(crate) without: usize,
    /// Of how many it has not been decided.
    pub(crate) undecided: usize,
}

impl<'c> Entrances<'c> {
    pub(crate) fn of(entrances: impl IntoIterator<Item = Entrance<'c>>) -> Self {
        let mut all = Entrances::default();
        for entrance in entrances {
            match entrance {
                Entrance::Unit(unit) => {
                    all.units.insert(unit.id());
                }
                Entrance::Undecided => all.undecided += 1,
                Entrance::Ended | Entrance::NotStated => all.without += 1,
            }
        }
        all
    }

    /// How many there are: those that are undecided can each be a further one, or one of the
    /// others.
    pub(crate) fn count(&self) -> Quantity {
        let count = |n: usize| u32::try_from(n).map_or(Quantity::UNKNOWN, Quantity::exact);
        let known = self.units.len();
        let least = if known == 0 {
            self.undecided.min(1)
        } else {
            known
        };
        count(least) + count(known + self.undecided - least).any_part()
    }
}

/// Every entrance of a chart; `None` where it states none.
pub(crate) fn entrances(chart: &Chart) -> Option<Entrances<'_>> {
    let all = Entrances::of(chart.groups().map(GroupView::entrance));
    (all.undecided > 0 || !all.units.is_empty()).then_some(all)
}
