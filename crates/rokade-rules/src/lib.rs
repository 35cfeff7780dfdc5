//! The rules, their pages and sentences, and the policy that makes a report of what they find.
//!
//! A rule is one folder with its question, its pages and its sentences. It returns findings
//! and never prints, filters or sorts.

mod allowed;
pub mod catalogue;
pub mod causes;
mod citizens;
pub mod comparison;
mod file;
mod leadership;
pub mod measures;
mod money;
mod named;
mod people;
mod place;
pub mod policy;
mod process;
pub mod reference;
mod responsibility;
pub mod rule;
pub mod run;
mod summary;

pub use causes::{Causes, CausingAct};
pub use policy::{Locate, Policy, merge, report, tell};
pub use rule::{Family, HearingInput, Limits, Rule};
pub use run::{
    ChartInput, Found, Input, OfBase, ancestors, descendants, is_of_hearing, run, run_beside,
    unused_allows,
};
