//! Who is responsible (ansvar): a folder for each rule.

use crate::rule::Rule;

mod absent_function;
mod centralised_without_reason;
mod coverage_gap;
mod discontinued_function;
mod duplicated_function;
mod gathering;
pub(crate) mod holding;
mod joined_function;
mod merged_function;
mod moved_function;
mod needs_split_across_sites;
mod overlapping_responsibility;
mod responsibility_without_head;
mod responsibility_without_staff;
mod split_function;
mod unassigned_responsibility;

/// Every rule of the family.
pub(crate) static RULES: &[&Rule] = &[
    &unassigned_responsibility::RULE,
    &overlapping_responsibility::RULE,
    &absent_function::RULE,
    &discontinued_function::RULE,
    &responsibility_without_staff::RULE,
    &responsibility_without_head::RULE,
    &moved_function::RULE,
    &split_function::RULE,
    &merged_function::RULE,
    &joined_function::RULE,
    &centralised_without_reason::RULE,
    &needs_split_across_sites::RULE,
    &coverage_gap::RULE,
    &duplicated_function::RULE,
];
