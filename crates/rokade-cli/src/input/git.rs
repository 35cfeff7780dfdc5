//! A version of the files in a git repository.
//!
//! The git program reads it, and no library: it is wherever there is a repository to check, it
//! knows the user's settings (partial clones, worktrees, which folders are safe), and a library
//! would bring some two hundred crates for reading a tree and a few files. Files are read as they
//! are stored: no filter or hook of the repository is run.

use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Component, Path, PathBuf};
use std::process::{Command, Output};

/// What is asked of git by `--against`: `git:REF`, or `git:REF:PATH`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct GitArg {
    /// A commit, as git names them.
    pub(crate) reference: String,
    /// Another path than the one that is checked, from the top of the repository.
    pub(crate) path: Option<String>,
}

impl std::str::FromStr for GitArg {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let expected = "git:REF or git:REF:PATH, such as `git:origin/main`";
        let named = text.strip_prefix("git:").ok_or(expected)?;
        // No name of a commit has a colon in it.
        let (reference, path) = match named.split_once(':') {
            Some((reference, path)) => (reference, Some(path)),
            None => (named, None),
        };
        if reference.is_empty() || path.is_some_and(str::is_empty) {
            return Err(expected.to_owned());
        }
        Ok(GitArg {
            reference: reference.to_owned(),
            path: path.map(str::to_owned),
        })
    }
}

/// Why git could not be asked.
#[derive(Debug, thiserror::Error)]
pub(crate) enum GitError {
    /// There is no git program.
    #[error("git cannot be run: {0}")]
    NoGit(io::Error),
    /// The folder is in no repository, or git does not trust it.
    #[error("{folder}: {said}")]
    NoRepository { folder: PathBuf, said: String },
    /// The repository has no such commit.
    #[error("git knows no commit {0}")]
    NoCommit(String),
    /// A path that lies outside the repository.
    #[error("{path} lies outside the repository {top}")]
    Outside { path: PathBuf, top: PathBuf },
}

/// The files of a commit.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Commit {
    /// The top folder of the repository.
    pub(super) top: PathBuf,
    /// As it was named.
    pub(crate) reference: String,
    /// The commit itself: what a name stands for may change while it is read.
    pub(super) id: String,
}

/// What stands at a path of a commit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Entry {
    File,
    Folder,
    /// A link or a submodule.
    Other,
}

impl Commit {
    /// A commit of the repository that a path is in.
    pub(crate) fn open(near: &Path, reference: &str) -> Result<Self, GitError> {
        let folder = folder_of(near);
        let asked = |args: &[&OsStr]| run(&folder, args).map_err(GitError::NoGit);
        let top = asked(&["rev-parse".as_ref(), "--show-toplevel".as_ref()])?;
        if !top.status.success() {
            let said = String::from_utf8_lossy(&top.stderr);
            return Err(GitError::NoRepository {
                said: said.lines().next().unwrap_or_default().to_owned(),
                folder,
            });
        }
        let commit = format!("{reference}^{{commit}}");
        let found = asked(&[
            "rev-parse".as_ref(),
            "--verify".as_ref(),
            "--quiet".as_ref(),
            "--end-of-options".as_ref(),
            commit.as_ref(),
        ])?;
        if !found.status.success() {
            return Err(GitError::NoCommit(reference.to_owned()));
        }
        Ok(Commit {
            top: PathBuf::from(line(&top.stdout)),
            reference: reference.to_owned(),
            id: line(&found.stdout),
        })
    }

    /// Where a path on disk is in the repository, from its top; also of what is on disk no more.
    pub(crate) fn path_of(&self, path: &Path) -> Result<PathBuf, GitError> {
        let outside = || GitError::Outside {
            path: path.to_owned(),
            top: self.top.clone(),
        };
        let (folder, name) = match (path.file_name(), path.is_dir()) {
            (Some(name), false) => (folder_of(path), Some(name)),
            _ => (path.to_owned(), None),
        };
        let folder = folder.canonicalize().map_err(|_| outside())?;
        let top = self.top.canonicalize().map_err(|_| outside())?;
        let below = folder.strip_prefix(top).map_err(|_| outside())?;
        Ok(name.map_or_else(|| below.to_owned(), |name| below.join(name)))
    }

    /// What stands at a path; none where nothing does.
    pub(crate) fn entry(&self, path: &Path) -> io::Result<Option<Entry>> {
        if path.as_os_str().is_empty() {
            return Ok(Some(Entry::Folder));
        }
        let found = self.list_tree(path, false)?;
        Ok(found.into_iter().map(|(_, entry)| entry).next())
    }

    /// What stands in a folder, by name.
    pub(crate) fn list(&self, folder: &Path) -> io::Result<Vec<(PathBuf, Entry)>> {
        self.list_tree(folder, true)
    }

    fn list_tree(&self, path: &Path, inside: bool) -> io::Result<Vec<(PathBuf, Entry)>> {
        let mut pattern = OsString::from(slashed(path));
        if inside && !pattern.is_empty() {
            pattern.push("/");
        }
        let mut args: Vec<&OsStr> = vec![
            "ls-tree".as_ref(),
            "-z".as_ref(),
            "--full-tree".as_ref(),
            self.id.as_ref(),
        ];
        if !pattern.is_empty() {
            args.extend(["--".as_ref(), pattern.as_os_str()]);
        }
        let listed = succeeded(run(&self.top, &args)?)?;
        let listed = String::from_utf8_lossy(&listed).into_owned();
        let entry = |line: &str| {
            let (kind, path) = line.split_once('\t')?;
            let entry = match kind.split(' ').next()? {
                "040000" => Entry::Folder,
                "100644" | "100755" | "100664" => Entry::File,
                _ => Entry::Other,
            };
            Some((PathBuf::from(path), entry))
        };
        Ok(listed.split('\0').filter_map(entry).collect())
    }

    /// The bytes of a file.
    pub(crate) fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let name = format!("{}:{}", self.id, slashed(path));
        let read = run(
            &self.top,
            &["cat-file".as_ref(), "blob".as_ref(), name.as_ref()],
        );
        succeeded(read?)
    }
}

/// A path from the top of a repository without `.` and `..`; none where it leads out of it.
pub(crate) fn normal(path: &Path) -> Option<PathBuf> {
    let mut normal = PathBuf::new();
    for part in path.components() {
        match part {
            Component::Normal(part) => normal.push(part),
            Component::CurDir => {}
            Component::ParentDir => {
                if !normal.pop() {
                    return None;
                }
            }
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    Some(normal)
}

/// A path as git writes it.
fn slashed(path: &Path) -> String {
    let parts = path.components().map(Component::as_os_str);
    let parts: Vec<_> = parts.map(OsStr::to_string_lossy).collect();
    parts.join("/")
}

fn folder_of(path: &Path) -> PathBuf {
    if path.is_dir() {
        return path.to_owned();
    }
    let parent = path.parent().filter(|parent| *parent != Path::new(""));
    parent.unwrap_or(Path::new(".")).to_owned()
}

fn run(folder: &Path, args: &[&OsStr]) -> io::Result<Output> {
    Command::new("git")
        .arg("--no-pager")
        // Special characters in paths are no patterns here.
        .arg("--literal-pathspecs")
        .arg("-C")
        .arg(folder)
        .args(args)
        .env("LC_ALL", "C")
        .env("GIT_OPTIONAL_LOCKS", "0")
        .stdin(std::process::Stdio::null())
        .output()
}

fn succeeded(output: Output) -> io::Result<Vec<u8>> {
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let said = said.lines().next().unwrap_or("git failed").to_owned();
    Err(io::Error::other(said))
}

fn line(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes)
        .trim_end_matches(['\n', '\r'])
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commit_is_named_with_or_without_a_path() {
        let arg = |text: &str| text.parse::<GitArg>();
        let named = |reference: &str, path: Option<&str>| {
            Ok(GitArg {
                reference: reference.to_owned(),
                path: path.map(str::to_owned),
            })
        };
        assert_eq!(arg("git:HEAD~1"), named("HEAD~1", None));
        assert_eq!(
            arg("git:main:orgs/a.yaml"),
            named("main", Some("orgs/a.yaml"))
        );
        for wrong in ["main", "git:", "git::x", "git:main:", "hg:tip"] {
            assert!(arg(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_path_cannot_lead_out_of_a_repository() {
        let of = |path: &str| normal(Path::new(path)).map(|path| slashed(&path));
        assert_eq!(of("a/./b/../c.yaml").as_deref(), Some("a/c.yaml"));
        assert_eq!(of("a/../../c.yaml"), None);
        assert_eq!(of("/etc/passwd"), None);
    }
}
