//! Who is responsible (ansvar): a folder for each rule.

use crate::rule::Rule;

mod absent_function;
pub(crate) mod holding;
mod moved_function;
mod needs_split_across_sites;
mod unassigned_responsibility;

/// Every rule of the family.
pub(crate) static RULES: &[&Rule] = &[
    &unassigned_responsibility::RULE,
    &absent_function::RULE,
    &moved_function::RULE,
    &needs_split_across_sites::RULE,
];
