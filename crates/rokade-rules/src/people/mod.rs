//! The staff (medarbejdere): a folder for each rule.

use crate::rule::Rule;

mod line_differs_from_place;

/// Every rule of the family.
pub(crate) static RULES: &[&Rule] = &[
    &line_differs_from_place::RULE,
];
