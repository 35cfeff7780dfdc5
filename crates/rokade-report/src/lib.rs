//! Prints a report: one file a format.
//!
//! A report is finished. Nothing here filters, sorts, counts or grades again; a format decides
//! only how a report looks. [`fold`](fold()) makes the one short view that formats for people print.

mod escape;
mod fold;
mod format;
mod options;
mod place;
mod words;

#[cfg(test)]
mod fixture;

pub use escape::terminal;
pub use fold::{Counted, Detail, Entry, Folded, Group, More, fold};
pub use format::{Format, JSON_VERSION, RenderError, UnknownFormat, render, report_schema};
pub use options::Options;
