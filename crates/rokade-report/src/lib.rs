//! Prints a report: one file a format.
//!
//! A report is finished. Nothing here filters, sorts, counts or grades again; a format decides
//! only how a report looks. [`fold`](fold()) makes the one short view that formats for people print.

#![cfg_attr(
    test,
    expect(clippy::string_slice, reason = "a test that slices wrongly fails")
)]

#[macro_use]
mod names;

mod assessment;
mod comparison;
mod drawing;
mod escape;
mod fold;
mod format;
mod html;
mod note;
mod options;
mod path;
mod place;
mod sheet;
mod words;
mod xlsx;

#[cfg(test)]
mod dom;
#[cfg(test)]
mod fixture;
#[cfg(test)]
mod sheets;

pub use assessment::{AssessmentFormat, render_assessment};
pub use comparison::{COMPARISON_VERSION, ComparisonFormat, comparison_schema, render_comparison};
pub use drawing::{ChartFormat, render_chart};
pub use escape::terminal;
pub use fold::{Counted, Detail, Entry, Folded, Group, More, fold};
pub use format::{
    Catalogue, Format, JSON_VERSION, RenderError, UnknownFormat, render, report_schema,
};
pub use note::{NOTE_VERSION, NoteFormat, note_schema, render_note};
pub use options::Options;
