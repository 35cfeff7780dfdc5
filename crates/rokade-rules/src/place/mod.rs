//! Who sits where (samlokalisering): a folder for each rule.

use crate::rule::Rule;

mod flows;
pub(crate) mod kept;
mod lost;
mod parting;
mod sharing;
mod telling;
pub(crate) mod used;

mod broken_co_location;
mod left_neighbours;
mod lost_site_and_head;
mod more_sites_to_visit;
mod not_yet_co_located;
mod site_over_capacity;
mod vacated_site;
mod weakened_co_location;

/// Every rule of the family.
pub(crate) static RULES: &[&Rule] = &[
    &broken_co_location::RULE,
    &weakened_co_location::RULE,
    &not_yet_co_located::RULE,
    &left_neighbours::RULE,
    &lost_site_and_head::RULE,
    &site_over_capacity::RULE,
    &more_sites_to_visit::RULE,
    &vacated_site::RULE,
];
