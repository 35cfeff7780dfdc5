//! The units a citizen meets along a pathway, and whether they became more. It reports nothing: a
//! rule tells of it, and a measure counts it.

use std::collections::BTreeSet;

use rokade_core::chart::{GroupView, StaffView, UnitView};
use rokade_core::ids::UnitId;
use rokade_core::quantity::{Certainty, Quantity};

use crate::citizens::groups::OnTheWay;

/// The units responsible for each step of a pathway, as far as there are any.
pub(crate) struct Way<'c>(Vec<BTreeSet<&'c UnitId>>);

impl<'c> Way<'c> {
    pub(crate) fn of(group: GroupView<'c>) -> Self {
        let steps = group.pathway().map(|step| {
            let cells = step.responsible_for(None, Some(group)).into_iter();
            let units = cells.filter_map(|cell| cell.holder.unit());
            units.map(UnitView::id).collect::<BTreeSet<&UnitId>>()
        });
        Way(steps.filter(|units| !units.is_empty()).collect())
    }

    /// The units, each once, in the order in which they are first met.
    pub(crate) fn met(&self) -> Vec<&'c UnitId> {
        let mut met: Vec<&UnitId> = Vec::new();
        for unit in self.0.iter().flatten() {
            if !met.contains(unit) {
                met.push(unit);
            }
        }
        met
    }

    /// How many units are met: of several that share a step, one or all.
    pub(crate) fn units(&self) -> Quantity {
        let all: BTreeSet<&UnitId> = self.0.iter().flatten().copied().collect();
        let surely: BTreeSet<&UnitId> = self
            .0
            .iter()
            .filter(|units| units.len() == 1)
            .flatten()
            .copied()
            .collect();
        let least = surely.len().max(usize::from(!all.is_empty()));
        between(least, all.len())
    }

    /// How often the citizen goes from one unit to another.
    pub(crate) fn handovers(&self) -> Quantity {
        let (mut least, mut most) = (0, 0);
        for (from, to) in self.0.iter().zip(self.0.iter().skip(1)) {
            // Of the same several, it can be another of them.
            most += usize::from(from.len() > 1 || from != to);
            least += usize::from(from.is_disjoint(to));
        }
        between(least, most)
    }
}

/// What the way of a target group was and is, where the base states it.
pub(crate) struct More<'c> {
    pub(crate) was: Way<'c>,
    pub(crate) is: Way<'c>,
    /// Whether it leads to more units.
    pub(crate) units: Option<Certainty>,
    /// Whether it changes more often from one to another.
    pub(crate) changes: Option<Certainty>,
}

impl<'c> More<'c> {
    pub(crate) fn of(group: OnTheWay<'c>) -> Option<Self> {
        if group.before.pathway().len() == 0 {
            return None;
        }
        let (was, is) = (Way::of(group.before), Way::of(group.now));
        Some(More {
            units: is.units().grown_from(was.units()),
            changes: is.handovers().grown_from(was.handovers()),
            was,
            is,
        })
    }
}

/// Whether posts are sure to be there: somebody has placed them, and they are not perhaps none.
///
/// That a number is unknown says nothing against the group that is stated.
pub(crate) fn is_sure(post: StaffView<'_>) -> bool {
    let count = post.count();
    post.unit().is_some() && (count.low() > 0 || count.is_unknown())
}

/// A number of things that is at least so many, and at most so many.
pub(crate) fn between(least: usize, most: usize) -> Quantity {
    count(least) + count(most - least).any_part()
}

fn count(n: usize) -> Quantity {
    u32::try_from(n).map_or(Quantity::UNKNOWN, Quantity::exact)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rokade_core::ids::Id;

    #[test]
    fn a_citizen_is_handed_over_where_the_next_step_is_anothers() {
        let ids = ["a", "b", "c"].map(|id| UnitId::parse(id).expect("an id"));
        let [a, b, c] = &ids;
        let handovers = |steps: &[&[&UnitId]]| {
            let steps = steps.iter().map(|units| units.iter().copied().collect());
            Way(steps.collect()).handovers().to_string()
        };
        assert_eq!(handovers(&[&[a]]), "0");
        assert_eq!(handovers(&[&[a], &[a]]), "0");
        assert_eq!(handovers(&[&[a], &[b], &[a]]), "2");
        // Of several that share a step, the citizen may meet the same one again.
        assert_eq!(handovers(&[&[a, b], &[a, b]]), "0-1");
        assert_eq!(handovers(&[&[a], &[a, b]]), "0-1");
        assert_eq!(handovers(&[&[a, b], &[b]]), "0-1");
        assert_eq!(handovers(&[&[a, b], &[c]]), "1");
    }
}
