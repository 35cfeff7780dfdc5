//! What comes out of the tool: nothing that a chart holds acts where it is read, and nothing of
//! people comes out at all. Every output is read by what reads it.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that cannot be set up fails"
)]

mod charts;
mod hostile;
#[cfg(target_os = "linux")]
mod network;
#[path = "../cli/place.rs"]
#[expect(dead_code, reason = "the tests of the command line need more of it")]
mod place;
mod privacy;
mod read;
mod runs;
mod strings;
