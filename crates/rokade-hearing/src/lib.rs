//! Hearings (høringer): a response in plain text becomes points to be edited, and the points of
//! a hearing are tied to what was found in the proposal it answers.
//!
//! It knows reports and charts, not the rules that made them; it does no I/O and prints nothing.

#![cfg_attr(
    test,
    expect(clippy::string_slice, reason = "a test that slices wrongly fails")
)]

pub mod extract;
pub mod note;
