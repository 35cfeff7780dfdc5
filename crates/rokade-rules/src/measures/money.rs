//! Money.

use rokade_core::quantity::Quantity;

use super::One;
use crate::money::cost;

pub(super) fn cost_a_year(one: &One<'_>) -> Option<Quantity> {
    cost::of_chart(one.chart)
}
