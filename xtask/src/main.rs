//! Chores of this repository: a new rule from a template, files made from the code, synthetic
//! organisations.

#[cfg(unix)]
mod bench;
#[cfg(unix)]
mod gate;
mod generate;
mod new_rule;
mod picture;
#[cfg(unix)]
mod probe;
mod reference;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use xtask::gen_org::{self, Shape};
use xtask::package;

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
    /// Collect what a release packs: binary, manual pages, completions, texts
    Package {
        /// The kind of machine, as rustc names it; without it, this one
        #[arg(long)]
        target: Option<String>,
        /// A binary that is built already; without it, it is built with the profile `dist`
        #[arg(long, value_name = "FILE")]
        binary: Option<PathBuf>,
        /// Where the folder is made
        #[arg(long, default_value = "dist", value_name = "FOLDER")]
        out: PathBuf,
    },
    /// Write a synthetic municipality and its restructuring: base, revision and proposal
    GenOrg {
        /// How many entries `staff` has, each a post or a group of like posts: 10 to 1000000
        #[arg(long, value_parser = size)]
        staff: usize,
        /// The same seed gives the same files
        #[arg(long)]
        seed: u64,
        /// The folder; it is made, and must hold nothing else
        #[arg(long)]
        out: PathBuf,
        /// Write the charts as folders, with the staff in staff.csv
        #[arg(long)]
        csv: bool,
        /// What is unusual about it
        #[arg(long, value_enum, default_value_t = Shape::Municipality)]
        shape: Shape,
    },
    /// Measure Rokade against other programs, on charts of up to a million posts
    #[cfg(unix)]
    Bench(bench::Request),
    /// Count the instructions of Rokade on small inputs, and compare them with what is recorded
    #[cfg(unix)]
    Gate(gate::Request),
    /// What `bench` runs as a process of its own
    #[cfg(unix)]
    #[command(subcommand, hide = true)]
    Probe(probe::Probe),
}

/// A number of staff that an organisation can have.
fn size(text: &str) -> Result<usize, String> {
    let sizes = gen_org::SIZES;
    let size = text.parse().ok().filter(|size| sizes.contains(size));
    size.ok_or_else(|| format!("a number from {} to {}", sizes.start(), sizes.end()))
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
    /// A package that cannot be made.
    #[error(transparent)]
    Package(#[from] package::PackageError),
    /// An organisation that cannot be written.
    #[error(transparent)]
    GenOrg(#[from] gen_org::GenOrgError),
    /// A page that cannot be made.
    #[error("the rule reference cannot be made: {0}")]
    Words(#[from] rokade::WordsError),
    /// What cannot be measured, or misses a goal.
    #[cfg(unix)]
    #[error(transparent)]
    Bench(#[from] bench::BenchError),
    /// What cannot be counted, or became slower.
    #[cfg(unix)]
    #[error(transparent)]
    Gate(#[from] gate::GateError),
    /// A probe that failed.
    #[cfg(unix)]
    #[error("{0}")]
    Probe(#[from] std::io::Error),
    /// Data that cannot be written as JSON.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

fn main() -> ExitCode {
    let done = match Args::parse().chore {
        Chore::NewRule { family, name } => new_rule::run(&root(), &family, &name),
        Chore::Generate { check } => generate::run(&root(), check),
        Chore::Package {
            target,
            binary,
            out,
        } => collect(target.as_deref(), binary, &out),
        Chore::GenOrg {
            staff,
            seed,
            out,
            csv,
            shape,
        } => {
            let request = gen_org::Request {
                shape,
                staff,
                seed,
                out,
                csv,
            };
            gen_org::run(&request).map_err(ChoreError::from)
        }
        #[cfg(unix)]
        Chore::Bench(request) => bench::run(&root(), &request).map_err(ChoreError::from),
        #[cfg(unix)]
        Chore::Gate(request) => gate::run(&root(), &request).map_err(ChoreError::from),
        #[cfg(unix)]
        Chore::Probe(probe) => probe::run(&probe).map_err(ChoreError::from),
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

/// Collects a package, of a binary that is built first where none is named.
fn collect(target: Option<&str>, binary: Option<PathBuf>, out: &Path) -> Result<(), ChoreError> {
    let root = root();
    let binary = match binary {
        Some(binary) => binary,
        None => package::build(&root, target)?,
    };
    package::collect(&root, &binary, target, out)?;
    Ok(())
}

/// The root of the repository.
fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}
