//! The tool as a user runs it: help, messages, exit codes, languages, pipes.
//!
//! What a report looks like is not asked here but with the formats; only help texts and the
//! tool's own messages are kept as snapshots. Nothing depends on the caller's environment.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that cannot be set up fails"
)]

mod assessments;
mod compare;
mod exit_codes;
mod extract;
mod hearings;
mod known;
mod messages;
mod notes;
mod place;
mod proposals;
mod readme;
mod repeatable;
mod reports;
mod settings;
mod streams;
#[cfg(unix)]
mod unix;
#[cfg(unix)]
mod writes;
