//! How it is heard and decided (MED): a folder for each rule.

use crate::rule::Rule;

mod clarification;
mod steps;

mod clarified_before_decided;
mod late_clarification;
mod late_hearing;
mod open_decision;
mod short_hearing;
mod step_out_of_order;
mod unanswered_question;
mod undated_step;
mod unheard_body;

/// Every rule of the family.
pub(crate) static RULES: &[&Rule] = &[
    &unheard_body::RULE,
    &late_hearing::RULE,
    &short_hearing::RULE,
    &step_out_of_order::RULE,
    &clarified_before_decided::RULE,
    &late_clarification::RULE,
    &undated_step::RULE,
    &open_decision::RULE,
    &unanswered_question::RULE,
];
