//! The mutants, as cargo-mutants lists them.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;

/// One change to the code.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Mutant {
    /// Says which file, line and column, and what becomes of it; nothing else has the same.
    pub(crate) name: String,
    /// The crate.
    pub(crate) package: String,
    /// From the root of the repository.
    pub(crate) file: String,
    /// What kind of thing is changed.
    pub(crate) genre: Genre,
    /// What stands there instead.
    pub(crate) replacement: String,
    /// What is replaced.
    pub(crate) span: Span,
    /// As lines with `+` and `-`.
    #[serde(default)]
    pub(crate) diff: String,
}

/// What kind of thing is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub(crate) enum Genre {
    FnValue,
    BinaryOperator,
    UnaryOperator,
    MatchArm,
    MatchArmGuard,
    StructField,
}

/// From where to where.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(crate) struct Span {
    pub(crate) start: Place,
}

/// Counted from one, columns in characters.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(crate) struct Place {
    pub(crate) line: usize,
    pub(crate) column: usize,
}

/// All mutants of some crates.
pub(crate) fn list(repository: &Path, packages: &[String]) -> Result<Vec<Mutant>> {
    let mut command = Command::new("cargo");
    command
        .args(["mutants", "--list", "--json", "--diff", "--no-config"])
        .current_dir(repository);
    for package in packages {
        command.args(["-p", package]);
    }
    let output = command.output().context("cargo mutants cannot be run")?;
    if !output.status.success() {
        bail!(
            "cargo mutants: {}",
            String::from_utf8_lossy(&output.stderr).trim()
        );
    }
    serde_json::from_slice(&output.stdout)
        .context("cargo mutants lists them in another way than this was written for (27)")
}
