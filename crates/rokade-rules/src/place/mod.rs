//! Who sits where (samlokalisering): a folder for each rule.

use crate::rule::Rule;

mod flows;
mod parting;
mod sharing;

mod broken_co_location;
mod site_over_capacity;
mod weakened_co_location;

/// Every rule of the family.
pub(crate) static RULES: &[&Rule] = &[
    &broken_co_location::RULE,
    &weakened_co_location::RULE,
    &site_over_capacity::RULE,
];
