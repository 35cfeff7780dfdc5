//! What the tests share: charts opened from text, random ones, and the examples on rule pages.

mod files;
pub mod generate;
pub mod mutate;
mod page;
pub mod random;
mod refused;
pub mod said;
pub mod targets;
mod tries;

pub use files::{open_instead, open_path, root};
pub use page::{Example, examples};
pub use refused::refused;
pub use tries::{config, holds};

use rokade::{Opened, Policy, Report, Sources, Syntax};

/// A chart from the text of one YAML file.
pub fn open_yaml(sources: &mut Sources, name: &str, text: &str) -> Opened {
    let id = sources.add(name, text.as_bytes(), Syntax::Yaml);
    rokade::open(sources, &[id])
}

/// The report on one chart.
///
/// # Panics
/// When a sentence cannot be made.
pub fn check_text(text: &str, policy: &Policy) -> Report {
    let mut sources = Sources::default();
    let chart = open_yaml(&mut sources, "chart.yaml", text);
    rokade::check(&sources, &chart, policy).expect("every sentence can be made")
}

/// The report on two charts.
///
/// # Panics
/// When a sentence cannot be made.
pub fn diff_text(base: &str, revision: &str, policy: &Policy) -> Report {
    let mut sources = Sources::default();
    let base = open_yaml(&mut sources, "base.yaml", base);
    let revision = open_yaml(&mut sources, "revision.yaml", revision);
    rokade::diff(&sources, &base, &revision, policy).expect("every sentence can be made")
}
