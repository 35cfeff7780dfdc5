//! The rules, their pages and sentences, and the policy that makes a report of what they find.
//!
//! A rule is one folder with its question, its pages and its sentences. It returns findings
//! and never prints, filters or sorts.

pub mod catalogue;
pub mod causes;
mod citizens;
mod file;
mod leadership;
mod people;
mod place;
pub mod policy;
mod responsibility;
pub mod rule;
pub mod run;
mod summary;

pub use causes::{Causes, CausingAct};
pub use policy::{Locate, Policy, merge, report, tell};
pub use rule::{Family, Limits, Rule};
pub use run::{ChartInput, Found, Input, ancestors, descendants, run};
