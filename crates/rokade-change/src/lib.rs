//! Applies proposals to charts, and compares two charts: what became of what, what changed, and
//! whether every line balances.
//!
//! A change is a computed difference and always has one cause, found from the two charts alone.
//! This crate reads no files and knows no rules.

#![cfg_attr(
    test,
    expect(clippy::string_slice, reason = "a test that slices wrongly fails")
)]

mod anonymous;
mod apply;
mod balance;
mod changes;
mod functions;
mod lineage;
mod parts;
mod placing;
mod plain;
mod script;
mod staff;
mod units;

#[cfg(test)]
mod tests;

pub use anonymous::{SmallGroups, small_groups};
pub use apply::{Act, ActKind, Applied, Log, Write, apply};
pub use balance::{Balance, FunctionBalance, PostBalance};
pub use changes::{Change, ChangeKind, ChangeSet, diff};
pub use functions::{FunctionChange, FunctionFate, Scope, Unassigned};
pub use lineage::{
    Contents, Evidence, Gate, Held, Lineage, Part, Rename, Renaming, Tracks, Whereabouts,
    normalized_name,
};
pub use parts::FunctionPart;
pub use plain::{plain, same};
pub use script::script;
pub use staff::{PostFate, StaffChange, Unplaced};
pub use units::{UnitChange, UnitVerdict};
