//! The staff (medarbejdere): a folder for each rule.

use crate::rule::Rule;

mod amounts;
mod line_differs_from_place;
mod moved_staff;
mod unplaced_staff;

pub(crate) use amounts::most_first;

/// Every rule of the family.
pub(crate) static RULES: &[&Rule] = &[
    &unplaced_staff::RULE,
    &moved_staff::RULE,
    &line_differs_from_place::RULE,
];
