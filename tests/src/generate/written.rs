//! The pairs of charts that are written out: `tests/pairs` and the cases under `orgs`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::root;

/// A base and its revision, as files.
#[derive(Debug, Clone)]
pub struct Pair {
    /// What it is called in a snapshot.
    pub name: String,
    /// The file of the base.
    pub base: PathBuf,
    /// The file of the revision.
    pub revision: PathBuf,
}

/// The text of a file.
///
/// # Panics
/// When it cannot be read.
pub fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// Files and folders in a folder, by name.
fn within(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder);
    let entries = entries.unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    paths.sort();
    paths
}

/// Every pair, by name: each folder of `tests/pairs`, and the case of Aalborg, written out in
/// full, there and back.
pub fn pairs() -> Vec<Pair> {
    let mut pairs: Vec<Pair> = within(&root().join("tests/pairs"))
        .into_iter()
        .filter(|folder| folder.is_dir())
        .map(|folder| Pair {
            name: folder
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned(),
            base: folder.join("base.yaml"),
            revision: folder.join("revision.yaml"),
        })
        .collect();
    for revision in ["proposal", "counter-proposal"] {
        let (current, proposed) = (
            root().join("orgs/aalborg-integration/current.yaml"),
            root().join(format!("tests/in-full/aalborg-{revision}.yaml")),
        );
        pairs.push(Pair {
            name: format!("aalborg-{revision}"),
            base: current.clone(),
            revision: proposed.clone(),
        });
        pairs.push(Pair {
            name: format!("aalborg-{revision}-reversed"),
            base: proposed,
            revision: current,
        });
    }
    pairs.sort_by(|a, b| a.name.cmp(&b.name));
    pairs
}

/// Every file that is a whole chart, of the pairs and of every case.
pub fn whole_charts() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = pairs()
        .into_iter()
        .flat_map(|pair| [pair.base, pair.revision])
        .collect();
    for folder in within(&root().join("orgs"))
        .into_iter()
        .filter(|path| path.is_dir())
    {
        files.extend(within(&folder).into_iter().filter(|file| {
            let is_yaml = file
                .extension()
                .is_some_and(|extension| extension == "yaml");
            is_yaml
                && read(file)
                    .lines()
                    .any(|line| line.starts_with("organization:"))
        }));
    }
    files.sort();
    files.dedup();
    files
}
