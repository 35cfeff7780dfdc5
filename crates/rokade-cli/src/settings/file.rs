//! Finding `rokade.toml` and reading it.
//!
//! The nearest one counts, from the folder of what is checked upwards, and no other beside it.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};

use rokade::{Language, Severity};

use super::check::{Fault, FaultKind, check};
use crate::args::FailOn;
use crate::input::InputError;

/// The name of the file.
const NAME: &str = "rokade.toml";

/// Far more than anybody writes.
const MAX_BYTES: usize = 1 << 20;

/// What a file of settings says.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct SettingsFile {
    pub(crate) language: Option<Language>,
    pub(crate) fail_on: Option<FailOn>,
    pub(crate) certain_only: Option<bool>,
    pub(crate) severities: BTreeMap<String, Severity>,
    /// By the names of [`LIMITS`](super::LIMITS).
    pub(crate) limits: BTreeMap<&'static str, u32>,
}

/// Why a file of settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum FileError {
    /// It cannot be read.
    #[error(transparent)]
    Input(#[from] InputError),
    /// It says what it cannot say.
    #[error("{}: {} mistakes", .0.path.display(), .0.faults.len())]
    Faults(Box<Found>),
}

/// A file of settings with everything that is wrong in it.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) path: PathBuf,
    /// Its text, as far as it is any.
    pub(crate) text: String,
    /// What it says, as far as that can be relied on.
    pub(crate) settings: SettingsFile,
    pub(crate) faults: Vec<Fault>,
}

/// Reads the nearest `rokade.toml` from a file or folder upwards, if there is one.
pub(crate) fn nearest(from: &Path) -> Result<Option<Found>, FileError> {
    find(from).map(|path| read(&path)).transpose()
}

/// The path of the nearest one, shown from the working folder where it lies below it.
fn find(from: &Path) -> Option<PathBuf> {
    let is_folder = fs::metadata(from).is_ok_and(|found| found.is_dir());
    let folder = match from.parent() {
        Some(parent) if !is_folder => parent,
        _ => from,
    };
    let here = Path::new(".");
    let folder = Some(folder).filter(|folder| *folder != Path::new(""));
    // Of a folder that is not there, the run says so itself.
    let folder = fs::canonicalize(folder.unwrap_or(here)).ok()?;
    let mut all = folder.ancestors().map(|folder| folder.join(NAME));
    // A link that leads nowhere is there, and has to be read: it is not passed over.
    let is_there = |path: &PathBuf| fs::symlink_metadata(path).is_ok_and(|found| !found.is_dir());
    let path = all.find(is_there)?;
    let below = fs::canonicalize(here).ok();
    let below = below.and_then(|here| Some(path.strip_prefix(here).ok()?.to_owned()));
    Some(below.unwrap_or(path))
}

fn read(path: &Path) -> Result<Found, FileError> {
    let bytes = read_some(path, MAX_BYTES)?;
    let (mut settings, faults) = parse(&bytes);
    if faults.iter().any(|fault| fault.kind.is_of_all()) {
        settings = SettingsFile {
            language: settings.language,
            ..SettingsFile::default()
        };
    }
    Ok(Found {
        path: path.to_owned(),
        text: String::from_utf8_lossy(&bytes).into_owned(),
        settings,
        faults,
    })
}

/// The bytes of a file, up to one more than it may have.
pub(super) fn read_some(path: &Path, most: usize) -> Result<Vec<u8>, InputError> {
    let failed = |source| InputError::Read {
        path: path.to_owned(),
        source,
    };
    if !fs::metadata(path).map_err(failed)?.is_file() {
        return Err(InputError::NotAFile(path.to_owned()));
    }
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(most as u64 + 1).read_to_end(&mut bytes))
        .map_err(failed)?;
    Ok(bytes)
}

/// What a file says, and everything that is wrong in it.
pub(super) fn parse(bytes: &[u8]) -> (SettingsFile, Vec<Fault>) {
    if bytes.len() > MAX_BYTES {
        let fault = Fault::at("", 0, FaultKind::TooLarge);
        return (SettingsFile::default(), vec![fault]);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => check(text),
        Err(error) => {
            let (before, _) = bytes.split_at(error.valid_up_to());
            let before = String::from_utf8_lossy(before);
            let fault = Fault::at(&before, before.len(), FaultKind::NotUtf8);
            (SettingsFile::default(), vec![fault])
        }
    }
}
