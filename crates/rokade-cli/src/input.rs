//! Reading files and folders into [`Sources`].

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use rokade::{ChartFiles, Part, SourceId, Sources, Syntax, sort_folder};

/// Why a path could not be read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum InputError {
    /// There is no such file or folder.
    #[error("{path}: {source}")]
    Read {
        path: PathBuf,
        #[source]
        source: io::Error,
    },
    /// Something else than a file or a folder, such as a pipe.
    #[error("{0} is neither a file nor a folder")]
    NotAFile(PathBuf),
    /// A folder in which nothing is a chart.
    #[error("{0} holds no chart")]
    NoChart(PathBuf),
    /// Two charts were asked for one.
    #[error("{path} holds several charts: {}", names.join(", "))]
    SeveralCharts { path: PathBuf, names: Vec<String> },
    /// A proposal written as events.
    #[error("{0} is a proposal written as events")]
    Proposal(PathBuf),
    /// A hearing.
    #[error("{0} is a hearing")]
    Hearing(PathBuf),
}

/// What is in a path: charts, and the files of a folder that are none.
pub(crate) struct Found {
    pub(crate) charts: Vec<ChartFiles>,
    pub(crate) skipped: Vec<(String, Skip)>,
}

/// Why a file of a folder is not read as part of its chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Skip {
    /// It is a proposal written as events.
    Proposal,
    /// It is a hearing.
    Hearing,
    /// It looks like a part, and has a name that none has.
    Name,
}

/// Reads a file, or the files of a folder; not its subfolders.
pub(crate) fn read(sources: &mut Sources, path: &Path) -> Result<Found, InputError> {
    let failed = |source| InputError::Read {
        path: path.to_owned(),
        source,
    };
    let metadata = fs::metadata(path).map_err(failed)?;
    if metadata.is_dir() {
        return read_folder(sources, path);
    }
    if !metadata.is_file() {
        return Err(InputError::NotAFile(path.to_owned()));
    }
    let name = path.display().to_string();
    let syntax = Part::syntax(&name).unwrap_or(Syntax::Yaml);
    let file = add(sources, path, syntax)?;
    match Part::of(sources, file) {
        Part::Chart => Ok(Found {
            charts: vec![ChartFiles(vec![file])],
            skipped: Vec::new(),
        }),
        Part::Proposal => Err(InputError::Proposal(path.to_owned())),
        Part::Hearing => Err(InputError::Hearing(path.to_owned())),
    }
}

/// Reads the one chart of a path.
pub(crate) fn read_one(
    sources: &mut Sources,
    path: &Path,
) -> Result<(ChartFiles, Vec<(String, Skip)>), InputError> {
    let mut found = read(sources, path)?;
    if found.charts.len() > 1 {
        let names = found.charts.iter().flat_map(|chart| &chart.0);
        return Err(InputError::SeveralCharts {
            path: path.to_owned(),
            names: names.map(|&file| sources.name(file).to_owned()).collect(),
        });
    }
    match found.charts.pop() {
        Some(chart) => Ok((chart, found.skipped)),
        None => Err(InputError::NoChart(path.to_owned())),
    }
}

fn read_folder(sources: &mut Sources, path: &Path) -> Result<Found, InputError> {
    let failed = |source| InputError::Read {
        path: path.to_owned(),
        source,
    };
    let mut files = Vec::new();
    let mut skipped = Vec::new();
    for entry in fs::read_dir(path).map_err(failed)? {
        let file = entry.map_err(failed)?.path();
        if !file.is_file() {
            continue;
        }
        match file.to_str().and_then(Part::syntax) {
            Some(syntax) => files.push((file, syntax)),
            None if looks_like_a_part(&file) => {
                skipped.push((file.display().to_string(), Skip::Name));
            }
            None => {}
        }
    }
    // The order of a folder is the file system's; that of a report is not.
    files.sort_by(|(a, _): &(PathBuf, Syntax), (b, _)| a.cmp(b));
    let mut read = Vec::with_capacity(files.len());
    for (file, syntax) in files {
        read.push(add(sources, &file, syntax)?);
    }
    let parts = sort_folder(sources, &read);
    for one in parts.skipped {
        let name = sources.name(one.file);
        let skip = match one.part {
            Part::Hearing => Skip::Hearing,
            Part::Proposal | Part::Chart => Skip::Proposal,
        };
        if parts.charts.is_empty() {
            // There is nothing else here, so this is what was meant.
            return Err(match skip {
                Skip::Hearing => InputError::Hearing(name.into()),
                _ => InputError::Proposal(name.into()),
            });
        }
        skipped.push((name.to_owned(), skip));
    }
    if parts.charts.is_empty() {
        return Err(InputError::NoChart(path.to_owned()));
    }
    skipped.sort_by(|(a, _), (b, _)| a.cmp(b));
    Ok(Found {
        charts: parts.charts,
        skipped,
    })
}

/// Whether a file has an ending that parts have, in capitals or with another name.
fn looks_like_a_part(file: &Path) -> bool {
    let ending = file.extension().and_then(|ending| ending.to_str());
    let ending = ending.map(str::to_lowercase);
    ending.is_some_and(|ending| matches!(&*ending, "yaml" | "yml" | "json" | "csv"))
}

fn add(sources: &mut Sources, path: &Path, syntax: Syntax) -> Result<SourceId, InputError> {
    let read = || -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        // One byte more than can be read, so that the reader says that it is too much.
        File::open(path)?
            .take(rokade::MAX_BYTES as u64 + 1)
            .read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    let bytes = read().map_err(|source| InputError::Read {
        path: path.to_owned(),
        source,
    })?;
    Ok(sources.add(&path.display().to_string(), &bytes, syntax))
}
