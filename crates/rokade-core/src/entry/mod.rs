//! The entries of a chart as they are written: one type for each thing a file may hold.
//!
//! These types are the format. Serde reads and writes them, schemars makes the JSON Schema of
//! them, and their doc comments are what an editor shows. Every key is optional here; what is
//! required is checked when a chart is made, so that one run can report every fault.

mod common;
mod event;
mod function;
mod hearing;
mod names;
mod organisation;
mod place;
mod process;
mod proposal;
mod rare;
mod refs;
mod section;
mod staff;
#[cfg(test)]
mod tests;
mod unit;

pub use common::{About, Allow, OneOrMany, OrUndecided};
pub use event::{
    Action, ActionKind, Appoint, Assign, Close, Discontinue, Establish, Established, EventEntry,
    Merge, Move, Recruit, Reduce, Relocate, Rename, Split, SplitPart,
};
pub use function::{
    DecidedBy, FunctionEntry, FunctionKind, HostedBy, NeededBy, Per, Responsible, ResponsibleScope,
    TargetGroupEntry, Volume,
};
pub use hearing::{Hearing, PointEntry, PointKind, ResponseEntry};
pub use names::StatedName;
pub use organisation::{
    BodyEntry, BodyKind, CompetenceEntry, Language, Organization, PremiseEntry, PremiseKind,
};
pub use place::{CoLocationEntry, InterfaceEntry, SiteEntry, Strength};
pub use process::{
    ClarifiedBy, CommitmentEntry, Decision, Ended, EndedEntry, Keep, OpenEntry, Process, StepEntry,
    StepKind,
};
pub use proposal::{Event, Patch, Proposal};
pub use rare::{Rare, Seldom};
pub use refs::{MapId, References, Tell};
pub use section::{Entries, Hashed, Header, Section};
pub use staff::{MoreOfStaff, StaffEntry};
pub use unit::{Head, MoreOfUnit, UnitEntry};

/// A rule's name in `allow`, as written.
pub type RuleName = String;
