//! The citizens (borgere): a folder for each rule.

use crate::rule::Rule;

mod more_advisers;

/// Every rule of the family.
pub(crate) static RULES: &[&Rule] = &[&more_advisers::RULE];
