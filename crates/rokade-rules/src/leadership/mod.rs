//! Who leads (ledelse): a folder for each rule.

use crate::rule::Rule;

mod abolished_head;
mod changed_head;
mod decision_moved_from_frontline;
mod dependent_unit;
mod distant_management;
pub(crate) mod layers;
mod more_layers;
mod moved_unit;
mod reporting_cycle;
mod reports_to_nobody;
pub(crate) mod span_of_control;
mod vacant_head;
mod wider_field;

/// Every rule of the family.
pub(crate) static RULES: &[&Rule] = &[
    &vacant_head::RULE,
    &changed_head::RULE,
    &abolished_head::RULE,
    &reports_to_nobody::RULE,
    &reporting_cycle::RULE,
    &span_of_control::RULE,
    &wider_field::RULE,
    &more_layers::RULE,
    &distant_management::RULE,
    &decision_moved_from_frontline::RULE,
    &dependent_unit::RULE,
    &moved_unit::RULE,
];
