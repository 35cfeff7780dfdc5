//! The organisation as a typed graph: entries as written, charts, quantities, dates, findings.
//!
//! Everything else stands on this crate. It does no I/O, reads no clock and prints nothing.

#![cfg_attr(
    test,
    expect(clippy::string_slice, reason = "a test that slices wrongly fails")
)]

pub mod assessment;
pub mod chart;
pub mod comparison;
pub mod cover;
pub mod date;
pub mod drawing;
pub mod entry;
pub mod expected;
pub mod fault;
pub mod finding;
pub mod ids;
pub mod name;
pub mod nearest;
pub mod note;
pub mod personal;
pub mod quantity;
pub mod report;
pub mod span;
pub mod text;
pub mod threads;
pub mod words;
