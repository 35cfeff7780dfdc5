//! The staff (medarbejdere): a folder for each rule.

use crate::rule::Rule;

mod amounts;
mod diluted_competence;
mod double_placed_staff;
mod holders;
mod isolated_specialists;
mod kin;
mod line_differs_from_place;
mod lost_competence;
mod moved_staff;
mod unknown_headcount;
mod unmet_wishes;
mod unplaced_staff;

pub(crate) use amounts::most_first;
pub(crate) use kin::{kept, kin};

/// Every rule of the family.
pub(crate) static RULES: &[&Rule] = &[
    &unplaced_staff::RULE,
    &double_placed_staff::RULE,
    &moved_staff::RULE,
    &line_differs_from_place::RULE,
    &isolated_specialists::RULE,
    &diluted_competence::RULE,
    &lost_competence::RULE,
    &unmet_wishes::RULE,
    &unknown_headcount::RULE,
];
