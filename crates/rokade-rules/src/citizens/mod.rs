//! The citizens (borgere): a folder for each rule.

use crate::rule::Rule;

mod books;
mod cases;
pub(crate) mod entrance;
pub(crate) mod groups;
pub(crate) mod way;

mod caseload_over_norm;
mod changed_caseworker;
mod group_without_successor;
mod more_advisers;
mod more_entrances;
mod more_handovers;
mod pathway_gap;
mod undistributed_cases;

/// Every rule of the family.
pub(crate) static RULES: &[&Rule] = &[
    &more_advisers::RULE,
    &more_handovers::RULE,
    &pathway_gap::RULE,
    &group_without_successor::RULE,
    &changed_caseworker::RULE,
    &undistributed_cases::RULE,
    &caseload_over_norm::RULE,
    &more_entrances::RULE,
];
