//! `cargo xtask gate`: whether Rokade has become slower, counted in instructions.
//!
//! A clock says little on a machine that others use; instructions are the same on every run but for the order of
//! hash tables. What is recorded is the ratio to a fixed piece of work on the same files, the events of
//! granit-parser, so that another compiler or processor changes both.

mod count;
mod planted;

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use clap::Args;
use serde::{Deserialize, Serialize};
use xtask::gen_org;

use crate::bench::{self, BenchError};

/// What is recorded.
const RECORD: &str = "xtask/gate.json";

/// Where charts, and the planted slowdown, are made.
const FOLDER: &str = "target/gate";

/// How the gate is run.
#[derive(Debug, Args)]
pub(crate) struct Request {
    /// Another `rokade` than the one of this repository, built in release
    #[arg(long, value_name = "FILE")]
    binary: Option<PathBuf>,
    /// Only work whose name has this in it
    #[arg(long, value_name = "TEXT", default_value = "")]
    only: String,
    /// Record what is counted, instead of comparing it
    #[arg(long)]
    record: bool,
    /// Plant a slowdown in a copy of the repository, and see that it is caught
    #[arg(long, conflicts_with_all = ["binary", "record"])]
    planted: bool,
}

/// Why the gate is shut.
#[derive(Debug, thiserror::Error)]
pub(crate) enum GateError {
    /// What could not be built or run.
    #[error(transparent)]
    Bench(#[from] BenchError),
    /// A chart that cannot be made.
    #[error(transparent)]
    GenOrg(#[from] gen_org::GenOrgError),
    /// A file that cannot be read or written.
    #[error("{0}: {1}")]
    File(PathBuf, #[source] io::Error),
    /// A record that is none.
    #[error("{RECORD}: {0}")]
    Record(#[from] serde_json::Error),
    /// Nothing that was counted.
    #[error("valgrind counted nothing of {program}: {said}")]
    NotCounted {
        /// The program.
        program: String,
        /// What was said instead.
        said: String,
    },
    /// What became slower.
    #[error("slower than what is recorded: {0}; if that has to be, `cargo xtask gate --record`")]
    Slower(String),
    /// A slowdown that nothing noticed.
    #[error("the planted slowdown was not caught")]
    NotCaught,
}

/// What is recorded: for each piece of work, the instructions for one of the fixed work.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Record {
    /// How many percent more are let through.
    tolerance: f64,
    ratios: BTreeMap<String, f64>,
}

impl Default for Record {
    fn default() -> Self {
        Record {
            tolerance: 10.0,
            ratios: BTreeMap::new(),
        }
    }
}

/// How a ratio compares with its record.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Verdict {
    Same,
    /// By so many percent.
    Slower(f64),
    Faster(f64),
    Unknown,
}

impl Record {
    fn judge(&self, name: &str, ratio: f64) -> Verdict {
        let Some(recorded) = self.ratios.get(name) else {
            return Verdict::Unknown;
        };
        let percent = (ratio / recorded - 1.0) * 100.0;
        if percent > self.tolerance {
            Verdict::Slower(percent)
        } else if percent < -self.tolerance {
            Verdict::Faster(-percent)
        } else {
            Verdict::Same
        }
    }
}

/// Counts, and compares with what is recorded or records it.
pub(crate) fn run(root: &Path, request: &Request) -> Result<(), GateError> {
    let binary = match (&request.binary, request.planted) {
        (Some(binary), _) => binary.clone(),
        (None, true) => planted::build(root)?,
        (None, false) => bench::build(root, "rokade-cli", "rokade")?,
    };
    let ratios = count::ratios(root, &binary, &request.only)?;
    if request.record {
        let mut record = read(root).unwrap_or_default();
        record.ratios.extend(ratios);
        return write(root, &record);
    }
    let slower = compare(&read(root)?, &ratios);
    match (slower.is_empty(), request.planted) {
        (true, true) => Err(GateError::NotCaught),
        (false, true) => {
            bench::say(&format!("caught: {}", slower.join(", ")));
            Ok(())
        }
        (true, false) => Ok(()),
        (false, false) => Err(GateError::Slower(slower.join(", "))),
    }
}

/// Prints each ratio beside its record, and gives what became slower.
fn compare(record: &Record, ratios: &BTreeMap<String, f64>) -> Vec<String> {
    let mut slower = Vec::new();
    for (name, &ratio) in ratios {
        let verdict = match record.judge(name, ratio) {
            Verdict::Same => "as recorded".to_owned(),
            Verdict::Slower(percent) => {
                slower.push(format!("{name} by {percent:.0} %"));
                format!("slower by {percent:.0} %")
            }
            Verdict::Faster(percent) => {
                format!("faster by {percent:.0} %: record again with `cargo xtask gate --record`")
            }
            Verdict::Unknown => {
                slower.push(format!("{name}, of which nothing is recorded"));
                "nothing is recorded".to_owned()
            }
        };
        let _ = writeln!(io::stdout(), "{name:24} {ratio:8.3}  {verdict}");
    }
    slower
}

fn read(root: &Path) -> Result<Record, GateError> {
    let path = root.join(RECORD);
    let text = fs::read(&path).map_err(|error| GateError::File(path, error))?;
    Ok(serde_json::from_slice(&text)?)
}

fn write(root: &Path, record: &Record) -> Result<(), GateError> {
    let path = root.join(RECORD);
    let text = serde_json::to_string_pretty(record)? + "\n";
    fs::write(&path, text).map_err(|error| GateError::File(path, error))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record() -> Record {
        Record {
            tolerance: 10.0,
            ratios: BTreeMap::from([("check".to_owned(), 2.0), ("diff".to_owned(), 4.0)]),
        }
    }

    #[test]
    fn a_slowdown_beyond_the_tolerance_is_caught() {
        let ratios =
            |check, diff| BTreeMap::from([("check".to_owned(), check), ("diff".to_owned(), diff)]);
        assert_eq!(compare(&record(), &ratios(2.1, 3.7)), Vec::<String>::new());
        assert_eq!(compare(&record(), &ratios(2.3, 4.0)), ["check by 15 %"]);
        let all = compare(&record(), &ratios(4.0, 8.0));
        assert_eq!(all, ["check by 100 %", "diff by 100 %"]);
    }

    #[test]
    fn what_became_faster_passes_and_is_to_be_recorded() {
        assert_eq!(record().judge("diff", 2.0), Verdict::Faster(50.0));
        assert_eq!(record().judge("diff", 3.9), Verdict::Same);
    }

    #[test]
    fn what_is_not_recorded_does_not_pass() {
        let ratios = BTreeMap::from([("report".to_owned(), 1.0)]);
        assert_eq!(compare(&record(), &ratios).len(), 1);
    }

    #[test]
    fn every_piece_is_recorded() {
        let record = read(&crate::root()).unwrap();
        let pieces = count::pieces(&crate::root()).unwrap();
        let names: Vec<&str> = pieces.iter().map(|piece| piece.name).collect();
        assert_eq!(record.ratios.len(), names.len());
        assert!(
            names.iter().all(|&name| record.ratios.contains_key(name)),
            "{names:?}"
        );
    }
}
