//! Writing charts and proposals as YAML that a person can read and edit, and that reads back
//! the same.

use rokade_core::entry::{Entries, Proposal};

/// A chart as one YAML file.
pub fn write_chart(chart: &Entries) -> String {
    let _ = chart;
    String::new()
}

/// A proposal as a YAML file: an event a line where it fits, then `set` and what else it says.
pub fn write_proposal(proposal: &Proposal) -> String {
    let _ = proposal;
    String::new()
}
