//! Prints a report: one file a format. (Skeleton, being replaced by the real one.)
#![allow(missing_docs, unused)]
use rokade_core::report::Report;
#[derive(Debug, Clone, Copy)]
pub enum Format { Text, Json }
impl Format { pub const ALL: &'static [Format] = &[Format::Text, Format::Json]; pub fn name(self) -> &'static str { match self { Format::Text => "text", Format::Json => "json" } } }
#[derive(Debug, Clone, Default)]
pub struct Options { pub width: u16, pub color: bool, pub full: bool, pub unicode: bool, pub links: bool }
#[derive(Debug, thiserror::Error)]
pub enum RenderError { #[error(transparent)] Io(#[from] std::io::Error) , #[error("x")] Other }
pub fn render(format: Format, report: &Report, options: &Options, out: &mut dyn std::io::Write) -> Result<(), RenderError> { for s in &report.summary { writeln!(out, "{s}")?; } for f in &report.findings { writeln!(out, "{:?} {} {}", f.severity, f.rule, f.message)?; } Ok(()) }
pub fn report_schema() -> serde_json::Value { serde_json::Value::Null }
pub fn escape(text: &str) -> String { text.to_owned() }
