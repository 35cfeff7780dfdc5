//! Chores of this repository: a new rule from a template, and files made from the code.

mod generate;
mod new_rule;
mod picture;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Chores of this repository.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask")]
struct Args {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Debug, Subcommand)]
enum Chore {
    /// Make the folder of a new rule: code, pages and sentences to fill in
    NewRule {
        /// The family, which is a folder of crates/rokade-rules/src
        family: String,
        /// The rule's name, such as `vacated-site`
        name: String,
    },
    /// Write the files that are made from the code
    Generate {
        /// Only say which of them are not as they should be
        #[arg(long)]
        check: bool,
    },
}

/// Why a chore failed.
#[derive(Debug, thiserror::Error)]
enum ChoreError {
    /// A file that cannot be read or written.
    #[error("{0}: {1}")]
    File(PathBuf, #[source] std::io::Error),
    /// Files that are not as the code makes them.
    #[error("not as the code makes it: {}; run `cargo xtask generate`", .0.join(", "))]
    Stale(Vec<String>),
    /// A rule that cannot be made.
    #[error("{0}")]
    Rule(String),
    /// A report that cannot be made.
    #[error("the picture's report cannot be made: {0}")]
    Report(String),
    /// Data that cannot be written as JSON.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

fn main() -> ExitCode {
    let done = match Args::parse().chore {
        Chore::NewRule { family, name } => new_rule::run(&root(), &family, &name),
        Chore::Generate { check } => generate::run(&root(), check),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            use std::io::Write as _;
            let _ = writeln!(std::io::stderr(), "{error}");
            ExitCode::from(1)
        }
    }
}

/// The root of the repository.
fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}
