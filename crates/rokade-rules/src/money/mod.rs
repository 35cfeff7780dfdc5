//! Money (økonomi) and promises (tilsagn): a folder for each rule.

use crate::rule::Rule;

pub(crate) mod cost;

mod broken_commitment;
mod budget_over_frame;
mod higher_cost;

/// Every rule of the family.
pub(crate) static RULES: &[&Rule] = &[
    &broken_commitment::RULE,
    &budget_over_frame::RULE,
    &higher_cost::RULE,
];
