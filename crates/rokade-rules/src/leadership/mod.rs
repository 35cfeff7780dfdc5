//! Who leads (ledelse): a folder for each rule.

use crate::rule::Rule;

mod changed_head;
mod moved_unit;
mod span_of_control;
mod vacant_head;

/// Every rule of the family.
pub(crate) static RULES: &[&Rule] = &[
    &vacant_head::RULE,
    &changed_head::RULE,
    &span_of_control::RULE,
    &moved_unit::RULE,
];
