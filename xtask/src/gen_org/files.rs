//! Writing an organisation and its change as files, in one form or the other.
//!
//! A folder that holds anything else is left alone. Each file is written beside its place and
//! put there whole.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};

use rokade_core::entry::Entries;
use rokade_core::fault::Fault;

use super::{Generated, Shape, csv};

/// What the files begin with, by which they are known as ours.
const MARK: &str = "# Made by `cargo xtask gen-org";

/// What a file is called while it is being written.
const PART: &str = ".part";

const PROPOSAL: &str = "proposal.yaml";
const CHARTS: [&str; 2] = ["base", "revision"];
const REST: &str = "organisation.yaml";
const STAFF: &str = "staff.csv";

/// What is to be written.
#[derive(Debug, Clone)]
pub struct Request {
    /// What is unusual about it.
    pub shape: Shape,
    /// How many entries of staff, one of [`SIZES`](super::SIZES).
    pub staff: usize,
    /// The seed: the same one gives the same files.
    pub seed: u64,
    /// The folder.
    pub out: PathBuf,
    /// The charts as folders, with the staff in `staff.csv`.
    pub csv: bool,
}

/// Why nothing, or not all, was written.
#[derive(Debug, thiserror::Error)]
pub enum GenOrgError {
    /// A file that cannot be read or written.
    #[error("{0}: {1}")]
    File(PathBuf, #[source] io::Error),
    /// A folder that is not ours to write in.
    #[error("{} is not made by gen-org; choose an empty folder", .0.display())]
    Foreign(PathBuf),
    /// An event that cannot be applied, which is a fault of the generator.
    #[error("the proposal cannot be applied: {0:?}")]
    NotApplicable(Box<Fault>),
}

/// Makes an organisation and writes it, its change, and what comes of that.
///
/// # Errors
/// When a file cannot be written, or the folder holds something else.
///
/// # Panics
/// When the number of staff is not among [`SIZES`](super::SIZES).
pub fn run(request: &Request) -> Result<(), GenOrgError> {
    let folder = Folder {
        path: &request.out,
        mark: mark(request),
    };
    folder.refuse_others()?;
    let Generated { base, mut proposal } =
        super::organisation(request.shape, request.staff, request.seed);
    proposal.base = Some(if request.csv {
        CHARTS[0].to_owned()
    } else {
        yaml(CHARTS[0])
    });
    // Only one chart is there at a time, and a second while it is made: a large one takes its
    // room. Nothing is put in its place before all is written.
    let [before, after] = CHARTS;
    let (base, mut parts) = folder.write_chart(before, base, request.csv)?;
    let revision = if request.shape == Shape::Rekeyed {
        super::rekeyed(&base, request.seed)
    } else {
        let applied = rokade_change::apply(&base, &proposal, &BTreeSet::new());
        if let Some(fault) = applied.faults.into_iter().next() {
            return Err(GenOrgError::NotApplicable(Box::new(fault)));
        }
        parts.push(folder.write(PROPOSAL, &rokade_load::write_proposal(&proposal))?);
        applied.entries
    };
    drop(base);
    let (_, others) = folder.write_chart(after, revision, request.csv)?;
    parts.extend(others);
    for part in parts {
        part.put()?;
    }
    if request.shape == Shape::Rekeyed {
        folder.remove_file(PROPOSAL)?;
    }
    folder.remove_other_form(request.csv)
}

fn yaml(name: &str) -> String {
    format!("{name}.yaml")
}

/// The first line of every file.
fn mark(request: &Request) -> String {
    let shape = match request.shape {
        Shape::Municipality => String::new(),
        shape => format!(" --shape {shape}"),
    };
    let csv = if request.csv { " --csv" } else { "" };
    format!(
        "{MARK}{shape} --staff {} --seed {}{csv}`: nothing in it is real.\n",
        request.staff, request.seed
    )
}

/// The folder that is written to.
struct Folder<'a> {
    path: &'a Path,
    mark: String,
}

impl Folder<'_> {
    /// Refuses a folder in which anything is not ours.
    fn refuse_others(&self) -> Result<(), GenOrgError> {
        for path in entries(self.path)? {
            let name = path
                .file_name()
                .and_then(|name| name.to_str())
                .unwrap_or_default();
            let ours = if CHARTS.contains(&name) && path.is_dir() {
                is_our_chart(&path)?
            } else {
                let charts = CHARTS.map(yaml);
                let known = name == PROPOSAL || charts.iter().any(|chart| chart == name);
                is_unfinished(name) || (known && is_ours(&path)?)
            };
            if !ours {
                return Err(GenOrgError::Foreign(path));
            }
        }
        Ok(())
    }

    /// Writes a chart, in one file or in two, beside the places where they go.
    fn write_chart(
        &self,
        name: &str,
        mut chart: Entries,
        csv: bool,
    ) -> Result<(Entries, Vec<Part>), GenOrgError> {
        if !csv {
            let part = self.write(&yaml(name), &rokade_load::write_chart(&chart))?;
            return Ok((chart, vec![part]));
        }
        let staff = self.part(&format!("{name}/{STAFF}"), &[&csv::rows(&chart.staff)])?;
        let rest = csv::rest(&chart.staff);
        let all = std::mem::replace(&mut chart.staff, rest);
        let part = self.write(&format!("{name}/{REST}"), &rokade_load::write_chart(&chart))?;
        chart.staff = all;
        Ok((chart, vec![part, staff]))
    }

    fn write(&self, name: &str, text: &str) -> Result<Part, GenOrgError> {
        self.part(name, &[self.mark.as_bytes(), text.as_bytes()])
    }

    /// Writes a file beside its place.
    fn part(&self, name: &str, bytes: &[&[u8]]) -> Result<Part, GenOrgError> {
        let place = self.path.join(name);
        let folder = place.parent().unwrap_or(self.path);
        let name = place
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        let path = folder.join(format!(".{name}{PART}"));
        let write = || -> io::Result<()> {
            fs::create_dir_all(folder)?;
            let mut file = File::create(&path)?;
            for bytes in bytes {
                file.write_all(bytes)?;
            }
            file.sync_all()
        };
        write().map_err(|error| GenOrgError::File(path.clone(), error))?;
        Ok(Part { path, place })
    }

    /// What an earlier run wrote in the other form: it would be of another organisation.
    fn remove_other_form(&self, csv: bool) -> Result<(), GenOrgError> {
        for name in CHARTS {
            if csv {
                self.remove_file(&yaml(name))?;
                continue;
            }
            let path = self.path.join(name);
            if path.exists() {
                fs::remove_dir_all(&path).map_err(|error| GenOrgError::File(path, error))?;
            }
        }
        Ok(())
    }

    /// Removes a file that an earlier run wrote, if it did.
    fn remove_file(&self, name: &str) -> Result<(), GenOrgError> {
        let path = self.path.join(name);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(GenOrgError::File(path, error))
            }
            _ => Ok(()),
        }
    }
}

/// A file that is written, and where it goes.
struct Part {
    path: PathBuf,
    place: PathBuf,
}

impl Part {
    fn put(&self) -> Result<(), GenOrgError> {
        let failed = |error| GenOrgError::File(self.place.clone(), error);
        fs::rename(&self.path, &self.place).map_err(failed)
    }
}

/// What could not be put in its place is taken away again.
impl Drop for Part {
    fn drop(&mut self) {
        // After it was put there is nothing to remove.
        let _ = fs::remove_file(&self.path);
    }
}

/// What is in a folder, in the order of names; nothing where there is no folder.
fn entries(path: &Path) -> Result<Vec<PathBuf>, GenOrgError> {
    let failed = |error| GenOrgError::File(path.to_owned(), error);
    if !path.exists() {
        return Ok(Vec::new());
    }
    let mut entries = Vec::new();
    for entry in fs::read_dir(path).map_err(failed)? {
        entries.push(entry.map_err(failed)?.path());
    }
    entries.sort();
    Ok(entries)
}

/// Whether a name is one of a file that an interrupted run left.
fn is_unfinished(name: &str) -> bool {
    name.starts_with('.') && name.ends_with(PART)
}

/// Whether a file begins as ours do.
fn is_ours(path: &Path) -> Result<bool, GenOrgError> {
    let failed = |error| GenOrgError::File(path.to_owned(), error);
    if !path.is_file() {
        return Ok(false);
    }
    let mut line = Vec::new();
    let file = File::open(path).map_err(failed)?;
    let mut file = io::Read::take(BufReader::new(file), MARK.len() as u64);
    file.read_until(b'\n', &mut line).map_err(failed)?;
    Ok(line == MARK.as_bytes())
}

/// Whether a folder holds a chart of ours, and nothing else. A CSV file has no comments: it
/// goes with the file beside it.
fn is_our_chart(path: &Path) -> Result<bool, GenOrgError> {
    for path in entries(path)? {
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        let beside = path.with_file_name(REST);
        let ours = is_unfinished(name) || ((name == REST || name == STAFF) && is_ours(&beside)?);
        if !ours {
            return Ok(false);
        }
    }
    Ok(true)
}
