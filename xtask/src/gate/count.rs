//! Counting: what is run, under valgrind, and the fixed work that it is divided by.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use xtask::gen_org::{self, Shape};

use super::{FOLDER, GateError};
use crate::bench;

const CASE: &str = "orgs/aalborg-integration";

/// A piece of work that is counted.
pub(super) struct Piece {
    pub(super) name: &'static str,
    command: &'static str,
    files: Vec<PathBuf>,
    /// All that is read: what the fixed work is done on.
    read: Vec<PathBuf>,
}

/// The ratio of each piece of work to the fixed work on its files.
pub(super) fn ratios(
    root: &Path,
    binary: &Path,
    only: &str,
) -> Result<BTreeMap<String, f64>, GateError> {
    let readers = bench::build_readers(root)?;
    let mut ratios = BTreeMap::new();
    let pieces = pieces(root)?.into_iter();
    for piece in pieces.filter(|piece| piece.name.contains(only)) {
        let mut fixed = Command::new("valgrind");
        counted(&mut fixed, root, &readers)
            .arg("events")
            .args(&piece.read);
        let mut ours = Command::new("valgrind");
        counted(&mut ours, root, binary)
            .arg(piece.command)
            .args(&piece.files);
        let ratio = instructions(&mut ours)? / instructions(&mut fixed)?;
        // Three digits after the point are far below what the tolerance lets through.
        ratios.insert(piece.name.to_owned(), (ratio * 1000.0).round() / 1000.0);
    }
    Ok(ratios)
}

/// What is counted: each thing that people do, on a municipality of a thousand and on a real case.
pub(super) fn pieces(root: &Path) -> Result<Vec<Piece>, GateError> {
    let folder = root.join(FOLDER).join("municipality");
    gen_org::run(&gen_org::Request {
        shape: Shape::Municipality,
        staff: 1000,
        seed: bench::SEED,
        out: folder.clone(),
        csv: false,
    })?;
    let [base, revision, proposal] =
        ["base.yaml", "revision.yaml", "proposal.yaml"].map(|name| folder.join(name));
    let [today, planned] = ["current.yaml", "proposal.yaml"].map(|name| root.join(CASE).join(name));
    let piece = |name, command, files: &[&PathBuf], read: &[&PathBuf]| {
        let paths = |paths: &[&PathBuf]| paths.iter().map(|&path| path.clone()).collect();
        Piece {
            name,
            command,
            files: paths(files),
            read: paths(read),
        }
    };
    Ok(vec![
        piece("check 1k", "check", &[&base], &[&base]),
        piece("diff 1k", "diff", &[&base, &revision], &[&base, &revision]),
        piece(
            "diff proposal 1k",
            "diff",
            &[&proposal],
            &[&base, &proposal],
        ),
        piece("check aalborg", "check", &[&today], &[&today]),
        piece(
            "diff aalborg",
            "diff",
            &[&today, &planned],
            &[&today, &planned],
        ),
    ])
}

/// Valgrind with a program whose instructions it counts.
fn counted<'a>(valgrind: &'a mut Command, root: &Path, program: &Path) -> &'a mut Command {
    valgrind.current_dir(root).env("LC_ALL", "C");
    valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]);
    valgrind.arg(program)
}

fn instructions(valgrind: &mut Command) -> Result<f64, GateError> {
    let output = valgrind.output();
    let not_counted = |said: &str| {
        let words = valgrind.get_args().skip(2);
        let words: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
        GateError::NotCounted {
            program: words.join(" "),
            said: said.trim().to_owned(),
        }
    };
    let output = output.map_err(|error| not_counted(&error.to_string()))?;
    let said = String::from_utf8_lossy(&output.stderr);
    // With 2 a run has failed; 1 is said of what is found.
    let has_run = matches!(output.status.code(), Some(0 | 1));
    let counted = collected(&said).filter(|_| has_run);
    counted.ok_or_else(|| not_counted(&said))
}

/// The number that valgrind tells at its end.
fn collected(said: &str) -> Option<f64> {
    let (_, rest) = said.rsplit_once("Collected :")?;
    rest.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_number_is_what_was_collected() {
        let said = "==1== Events    : Ir\n==1== Collected : 1234567\n==1== \n";
        assert_eq!(collected(said), Some(1_234_567.0));
        assert_eq!(collected("==1== Command not found"), None);
    }
}
