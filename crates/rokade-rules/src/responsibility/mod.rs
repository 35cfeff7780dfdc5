//! Who is responsible (ansvar): a folder for each rule.

use crate::rule::Rule;

mod unassigned_responsibility;

/// Every rule of the family.
pub(crate) static RULES: &[&Rule] = &[
    &unassigned_responsibility::RULE,
];
