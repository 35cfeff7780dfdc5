//! Prints a report: one file a format.
//!
//! A report is finished. Nothing here filters, sorts, counts or grades again; a format decides
//! only how a report looks. [`fold`](fold()) makes the one short view that formats for people print.

#[macro_use]
mod names;

mod comparison;
mod escape;
mod fold;
mod format;
mod html;
mod note;
mod options;
mod place;
mod sheet;
mod words;

#[cfg(test)]
mod fixture;

pub use comparison::{COMPARISON_VERSION, ComparisonFormat, comparison_schema, render_comparison};
pub use escape::terminal;
pub use fold::{Counted, Detail, Entry, Folded, Group, More, fold};
pub use format::{Format, JSON_VERSION, RenderError, UnknownFormat, render, report_schema};
pub use note::{NOTE_VERSION, NoteFormat, note_schema, render_note};
pub use options::Options;
