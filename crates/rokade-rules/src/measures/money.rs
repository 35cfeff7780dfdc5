//! Money.

use rokade_core::chart::StaffView;
use rokade_core::quantity::{Difference, Quantity};

use super::{Differing, One};
use crate::money::cost;
use crate::rule::PairContext;

pub(super) fn cost_a_year(one: &One<'_>) -> Option<Quantity> {
    cost::of_chart(one.chart)
}

/// What costs as before is in neither sum. A cost that one chart states and the other does not
/// may be any.
pub(super) fn difference(context: &PairContext<'_>) -> Differing {
    let found = cost::difference(context);
    let difference = if found.unknown.is_empty() {
        Difference::between(found.before, found.after)
    } else {
        Difference {
            low: None,
            high: None,
            approximate: false,
        }
    };
    let unstated = |post: &StaffView<'_>| cost::of_group(*post).is_none();
    Differing {
        difference,
        unstated: context
            .revision
            .staff()
            .filter(unstated)
            .map(StaffView::count)
            .sum(),
    }
}
