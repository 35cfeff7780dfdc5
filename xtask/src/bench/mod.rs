//! `cargo xtask bench`: Rokade measured against other programs, and against itself at other sizes.
//!
//! Everything is a process of its own, run in turn with the others on the same charts; only ratios
//! are goals. The programs and charts are made once and kept in a folder. Nothing here knows how a
//! chart is read.

mod charts;
mod goals;
mod growth;
mod measure;
mod peers;
mod row;
mod table;

use std::ffi::OsString;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Args;

use charts::Charts;
use measure::{Task, Track};
use peers::Peers;
use row::Verdict;

pub(crate) use charts::SEED;
pub(crate) use peers::build_readers;

/// The page that holds the tables.
const PAGE: &str = "docs/performance.md";

/// Why nothing could be measured, or not all.
#[derive(Debug, thiserror::Error)]
pub(crate) enum BenchError {
    /// A file that cannot be read or written.
    #[error("{0}: {1}")]
    File(PathBuf, #[source] io::Error),
    /// A program that has to work.
    #[error("{program} failed: {said}")]
    Failed {
        /// Its name.
        program: String,
        /// What it said, or what the system says.
        said: String,
    },
    /// What is measured cannot be built.
    #[error(transparent)]
    Built(#[from] xtask::package::PackageError),
    /// A table that has no place on its page.
    #[error("{PAGE} has no place for the table `{0}`")]
    NoPlace(String),
    /// Goals that do not hold.
    #[error("missed: goal {0}")]
    Missed(String),
}

/// What is to be measured.
#[derive(Debug, Args)]
pub(crate) struct Request {
    /// Only this goal, and others that are named
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u8).range(1..=i64::from(goals::GOALS)))]
    goal: Vec<u8>,
    /// How time and memory grow, instead of the goals
    #[arg(long, conflicts_with = "goal")]
    growth: bool,
    /// No more than 100 000 entries of staff
    #[arg(long)]
    quick: bool,
    /// How often each is run; what takes over ten seconds is run once
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u16).range(1..))]
    rounds: u16,
    /// Seconds after which a program is stopped
    #[arg(long, default_value_t = 300)]
    limit: u32,
    /// Where charts and peers are made and kept
    #[arg(long, default_value = "target/bench", value_name = "FOLDER")]
    folder: PathBuf,
    /// Another `rokade` than the one of this repository, built as it is released
    #[arg(long, value_name = "FILE")]
    binary: Option<PathBuf>,
    /// Put the table into docs/performance.md
    #[arg(long, conflicts_with_all = ["goal", "quick"])]
    write: bool,
}

/// What is needed to measure.
struct Bench {
    rokade: PathBuf,
    charts: Charts,
    peers: Peers,
    track: Track,
    quick: bool,
}

impl Bench {
    /// Builds and installs what is measured.
    fn prepare(root: &Path, request: &Request) -> Result<Self, BenchError> {
        let folder = root.join(&request.folder);
        let failed = |error| BenchError::File(folder.clone(), error);
        std::fs::create_dir_all(&folder).map_err(failed)?;
        say("building");
        let rokade = match &request.binary {
            Some(binary) => binary.clone(),
            None => xtask::package::build(root, None)?,
        };
        let xtask = build(root, "xtask", "xtask")?;
        Ok(Bench {
            rokade,
            charts: Charts {
                xtask: xtask.clone(),
                folder: folder.join("charts"),
            },
            peers: Peers::install(root, &folder)?,
            track: Track {
                xtask,
                output: folder.join("output"),
                limit: request.limit,
                rounds: usize::from(request.rounds),
            },
            quick: request.quick,
        })
    }

    /// A run of the command line.
    fn rokade(&self, command: &str, files: &[PathBuf]) -> Task {
        let args = [OsString::from(command)].into_iter();
        let files = files.iter().map(OsString::from);
        Task::new(&self.rokade, args.chain(files)).finds()
    }

    /// A step of the library, as a process.
    fn probe<P: Into<OsString>>(&self, step: &str, files: impl IntoIterator<Item = P>) -> Task {
        let args = ["probe", step].map(OsString::from).into_iter();
        Task::new(
            &self.track.xtask,
            args.chain(files.into_iter().map(Into::into)),
        )
    }
}

/// Measures, and prints a table.
pub(crate) fn run(root: &Path, request: &Request) -> Result<(), BenchError> {
    let bench = Bench::prepare(root, request)?;
    let (name, table, missed) = if request.growth {
        (
            "growth",
            table::growth(&growth::measure(&bench)?),
            Vec::new(),
        )
    } else {
        let (table, missed) = against_goals(&bench, &request.goal)?;
        ("goals", table, missed)
    };
    let table = format!("{table}\n{}\n", machine());
    let _ = write!(io::stdout(), "{table}");
    if request.write {
        table::write(&root.join(PAGE), name, &table)?;
    }
    if missed.is_empty() {
        Ok(())
    } else {
        Err(BenchError::Missed(missed.join(", ")))
    }
}

/// The table of the goals, and which of them do not hold.
fn against_goals(bench: &Bench, wanted: &[u8]) -> Result<(String, Vec<String>), BenchError> {
    let mut rows = Vec::new();
    for goal in 1..=goals::GOALS {
        if wanted.is_empty() || wanted.contains(&goal) {
            say(&format!("goal {goal}"));
            rows.extend(goals::measure(bench, goal)?);
        }
    }
    let missed = rows
        .iter()
        .filter(|row| row.verdict() == Verdict::Missed && !row.stretch);
    let mut missed: Vec<String> = missed.map(|row| row.goal.to_string()).collect();
    missed.dedup();
    Ok((table::goals(&rows), missed))
}

/// What it was measured on, as far as it matters.
fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(0, std::num::NonZero::get);
    let memory = std::fs::read_to_string("/proc/meminfo")
        .ok()
        .and_then(|text| {
            let line = text.lines().find(|line| line.starts_with("MemTotal:"))?;
            let kilobytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
            Some(format!(", {} GB of memory", kilobytes.div_ceil(1 << 20)))
        });
    let (os, arch) = (std::env::consts::OS, std::env::consts::ARCH);
    let memory = memory.unwrap_or_default();
    format!("{cores} cores{memory}, {os} on {arch}. Medians, after one run to warm up.")
}

/// Builds a program of the workspace in release, by itself: together with others it would get
/// features that they ask for.
pub(crate) fn build(root: &Path, package: &str, binary: &str) -> Result<PathBuf, BenchError> {
    must(&mut release(root, package))?;
    let folder = xtask::package::target_directory(root)?;
    Ok(folder.join("release").join(binary))
}

/// Cargo, to build a package of the repository in release.
pub(crate) fn release(root: &Path, package: &str) -> Command {
    let mut build = cargo(root);
    build.args(["build", "--quiet", "--release", "--locked"]);
    build.args(["--package", package]);
    build
}

/// Cargo, in the root of the repository.
pub(crate) fn cargo(root: &Path) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut cargo = Command::new(cargo);
    cargo.current_dir(root);
    cargo
}

/// Runs a program that has to work.
pub(crate) fn must(command: &mut Command) -> Result<(), BenchError> {
    let program = command.get_program().to_string_lossy().into_owned();
    let said = match command.status() {
        Ok(status) if status.success() => return Ok(()),
        Ok(status) => status.to_string(),
        Err(error) => error.to_string(),
    };
    Err(BenchError::Failed { program, said })
}

/// Says on stderr what is being done.
pub(crate) fn say(what: &str) {
    let _ = writeln!(io::stderr(), "{what}");
}
