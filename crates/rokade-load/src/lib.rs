//! Reads org YAML, JSON and staff.csv into entries, with every fault at its line and column.
//!
//! [`decode`] makes text of bytes, [`links`] says what kind of file a text is, [`load`] reads
//! the files of one chart in one run, and [`locate`] finds a field again when a finding names
//! it. This crate does no I/O and looks up no ids: what an id refers to is rokade-core's
//! question.

#![cfg_attr(
    test,
    expect(clippy::string_slice, reason = "a test that slices wrongly fails")
)]

mod arena;
mod attempt;
mod capture;
mod csv;
mod de;
mod decode;
mod error;
mod faults;
mod file;
mod hearing;
mod limits;
mod lines;
mod links;
mod load;
mod locate;
mod near;
mod proposal;
mod reader;
mod required;
mod room;
mod schema;
mod section;
mod set;
mod write;

#[cfg(test)]
mod tests;

pub use decode::decode;
pub use hearing::{LoadedHearing, load_hearing};
pub use limits::MAX_BYTES;
pub use links::{FileKind, Links, links};
pub use load::{Loaded, LoadedProposal, load, load_proposal};
pub use locate::{locate, locate_all};
pub use schema::schema;
pub use write::{write_chart, write_hearing, write_proposal};
