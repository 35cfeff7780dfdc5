//! The impact assessment (konsekvensvurdering) of a proposal, made of charts, of what changes
//! between them and of what was found: org charts before and after, who is to sit with whom, what
//! happens to each unit, what a co-determination committee discusses.
//!
//! It makes finished words and lays nothing out; it knows findings, not the rules that made them;
//! it does no I/O and prints nothing.

mod basis;
mod drawing;
#[cfg(test)]
mod fixture;
mod moves;
mod outline;
mod passing;
mod process;
mod questions;
mod tongue;
mod units;

use rokade_change::{ChangeSet, Gate};
use rokade_core::chart::Chart;
use rokade_core::entry::{Hearing, Language};
use rokade_core::note::HearingNote;
use rokade_core::quantity::Quantity;
use rokade_core::report::Report;

pub use basis::{assumptions, unknowns};
pub use drawing::{before_and_after, co_locations, org_chart};
pub use moves::{changes, moves};
pub use questions::questions;
pub use units::pages;

/// What the parts of an assessment are made of. Where small groups are to be hidden, they are
/// hidden in the charts, and so in all that is counted here.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// The organisation as it is.
    pub base: &'a Chart,
    /// What the proposal makes of it.
    pub revision: &'a Chart,
    /// What differs.
    pub changes: &'a ChangeSet,
    /// What was found, in finished sentences: without what is wrong in the files.
    pub report: &'a Report,
    /// The hearings on the proposal, as they are written and as they are told.
    pub hearings: &'a [(&'a Hearing, &'a HearingNote)],
    /// What is measured against.
    pub limits: Limits,
    /// The language of what is told.
    pub language: Language,
}

/// What findings are measured against, for a reader to know.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Direct reports a head can have.
    pub span_max: Quantity,
    /// The fewest days of a hearing.
    pub hearing_min_days: Quantity,
}

impl Input<'_> {
    /// Whether enough of the base could be followed to the revision to say what becomes of what.
    fn lines_up(&self) -> bool {
        let lineage = &self.changes.lineage;
        let gates = [
            lineage.units.gate(),
            lineage.staff.gate(),
            lineage.functions.gate(),
        ];
        !gates.into_iter().any(Gate::is_shut)
    }
}
