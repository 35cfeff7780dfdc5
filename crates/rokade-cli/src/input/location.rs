//! Where files are read from: the disk, standard input, or a commit of a git repository.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use super::git::{self, Commit, Entry};

/// A file or a folder, somewhere.
#[derive(Debug, Clone)]
pub(crate) enum Location {
    /// On disk.
    Disk(PathBuf),
    /// Standard input, under the name of the file that it stands for.
    Stdin(PathBuf),
    /// In a commit, by its path from the top of the repository; none where a path leads out of it.
    Git(Rc<Commit>, Option<PathBuf>),
}

/// What makes two locations the same file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Key {
    Disk(PathBuf),
    Stdin,
    /// A commit, and where the file stands, or would, in its repository on disk.
    Git(String, PathBuf),
}

impl From<&Path> for Location {
    fn from(path: &Path) -> Self {
        Location::Disk(path.to_owned())
    }
}

impl From<&PathBuf> for Location {
    fn from(path: &PathBuf) -> Self {
        Location::Disk(path.clone())
    }
}

impl Location {
    /// What it is called: the path as it was given, or as git writes it.
    pub(crate) fn name(&self) -> PathBuf {
        match self {
            Location::Disk(path) | Location::Stdin(path) => path.clone(),
            Location::Git(commit, path) => {
                let path = path.as_deref().unwrap_or(Path::new(".."));
                let path = path.to_string_lossy().replace('\\', "/");
                format!("git:{}:{path}", commit.reference).into()
            }
        }
    }

    /// What stands there.
    pub(crate) fn entry(&self) -> io::Result<Entry> {
        match self {
            Location::Disk(path) => on_disk(path),
            Location::Stdin(_) => Ok(Entry::File),
            Location::Git(commit, path) => {
                let path = path.as_deref().ok_or(io::ErrorKind::NotFound)?;
                let found = commit.entry(path)?;
                found.ok_or_else(|| io::ErrorKind::NotFound.into())
            }
        }
    }

    /// By what it is known again.
    pub(crate) fn key(&self) -> io::Result<Key> {
        Ok(match self {
            Location::Disk(path) => Key::Disk(fs::canonicalize(path)?),
            Location::Stdin(_) => Key::Stdin,
            Location::Git(commit, path) => {
                let path = path.clone().ok_or(io::ErrorKind::NotFound)?;
                Key::Git(commit.id.clone(), commit.top.join(path))
            }
        })
    }

    /// Its bytes, up to one more than can be read, so that the reader says that it is too much.
    pub(crate) fn read(&self) -> io::Result<Vec<u8>> {
        let most = rokade::MAX_BYTES as u64 + 1;
        let mut bytes = Vec::new();
        match self {
            Location::Disk(path) => {
                let file = File::open(path)?;
                // Of what is no regular file the length is not known.
                let length = file.metadata().map_or(0, |file| file.len().min(most));
                bytes.reserve_exact(length as usize);
                file.take(most).read_to_end(&mut bytes)?;
            }
            Location::Stdin(_) => {
                io::stdin().lock().take(most).read_to_end(&mut bytes)?;
            }
            Location::Git(commit, path) => {
                let path = path.as_deref().ok_or(io::ErrorKind::NotFound)?;
                bytes = commit.read(path)?;
            }
        }
        Ok(bytes)
    }

    /// What stands in a folder, by name; without what cannot be looked at.
    pub(crate) fn list(&self) -> io::Result<Vec<(Location, Entry)>> {
        let mut all: Vec<(PathBuf, Entry)> = match self {
            Location::Disk(path) => {
                let mut all = Vec::new();
                for entry in fs::read_dir(path)? {
                    let path = entry?.path();
                    if let Ok(entry) = on_disk(&path) {
                        all.push((path, entry));
                    }
                }
                all
            }
            Location::Stdin(_) => Vec::new(),
            Location::Git(commit, path) => {
                commit.list(path.as_deref().ok_or(io::ErrorKind::NotFound)?)?
            }
        };
        // The order of a folder is the file system's; that of a report is not.
        all.sort_by(|(a, _), (b, _)| a.cmp(b));
        let location = |(path, entry)| match self {
            Location::Git(commit, _) => (Location::Git(Rc::clone(commit), Some(path)), entry),
            Location::Disk(_) | Location::Stdin(_) => (Location::Disk(path), entry),
        };
        Ok(all.into_iter().map(location).collect())
    }

    /// A path that a file names, which starts at the file's own folder.
    pub(crate) fn beside(&self, path: &str) -> Location {
        let join = |own: &Path| own.parent().unwrap_or(Path::new("")).join(path);
        match self {
            Location::Disk(own) | Location::Stdin(own) => Location::Disk(join(own)),
            Location::Git(commit, own) => {
                let path = own.as_deref().and_then(|own| git::normal(&join(own)));
                Location::Git(Rc::clone(commit), path)
            }
        }
    }
}

/// What a path on disk leads to.
fn on_disk(path: &Path) -> io::Result<Entry> {
    let found = fs::metadata(path)?;
    Ok(match (found.is_dir(), found.is_file()) {
        (true, _) => Entry::Folder,
        (false, true) => Entry::File,
        (false, false) => Entry::Other,
    })
}
