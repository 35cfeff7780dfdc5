//! Writing files: whole or not at all. The one place where the tool writes any.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// What saving asks of a disk, one call each, so that each can be made to fail in a test.
trait Disk {
    fn create(&mut self, path: &Path) -> io::Result<File>;
    fn write(&mut self, file: &mut File, bytes: &[u8]) -> io::Result<()>;
    fn sync(&mut self, file: &File) -> io::Result<()>;
    fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()>;
}

/// The disk there is.
struct TheDisk;

impl Disk for TheDisk {
    fn create(&mut self, path: &Path) -> io::Result<File> {
        File::create_new(path)
    }

    fn write(&mut self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)
    }

    fn sync(&mut self, file: &File) -> io::Result<()> {
        file.sync_all()
    }

    fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }
}

/// Writes a file whole or not at all: beside its place, and then renamed. A link stays, and what
/// it leads to is written; what is no file, such as a device, is refused.
pub(crate) fn save(path: &Path, bytes: &[u8]) -> io::Result<()> {
    save_on(&mut TheDisk, path, bytes)
}

fn save_on(disk: &mut dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = &place(path)?;
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let mut beside = OsString::from(".");
    beside.push(name);
    beside.push(format!(".{}.part", std::process::id()));
    let beside = path.with_file_name(beside);
    let mut file = disk.create(&beside)?;
    let written = disk
        .write(&mut file, bytes)
        .and_then(|()| disk.sync(&file))
        .and_then(|()| disk.rename(&beside, path));
    if written.is_err() {
        // What went wrong is what is told; that nothing is left of it is all that can be tried.
        let _ = fs::remove_file(&beside);
    }
    written
}

/// Where a file is written: where a link leads to, if it leads to a file.
fn place(path: &Path) -> io::Result<PathBuf> {
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(path.to_owned()),
        found => found?,
    };
    let path = fs::canonicalize(path)?;
    let kind = fs::metadata(&path)?;
    if kind.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if !kind.is_file() {
        // To rename over a pipe or a device would put a file in its place.
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a file"));
    }
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A disk on which one call fails, counted from 1.
    struct Failing {
        calls: usize,
        at: usize,
    }

    impl Failing {
        fn call(&mut self) -> io::Result<()> {
            self.calls += 1;
            if self.calls == self.at {
                return Err(io::ErrorKind::StorageFull.into());
            }
            Ok(())
        }
    }

    impl Disk for Failing {
        fn create(&mut self, path: &Path) -> io::Result<File> {
            self.call()?;
            TheDisk.create(path)
        }

        fn write(&mut self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
            // A full disk takes a part.
            TheDisk.write(file, &bytes[..bytes.len() / 2])?;
            self.call()?;
            TheDisk.write(file, &bytes[bytes.len() / 2..])
        }

        fn sync(&mut self, file: &File) -> io::Result<()> {
            self.call()?;
            TheDisk.sync(file)
        }

        fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()> {
            self.call()?;
            TheDisk.rename(from, to)
        }
    }

    #[test]
    fn whatever_fails_the_old_file_stays_and_nothing_else() {
        let folder = std::env::temp_dir().join(format!("rokade-save-{}", std::process::id()));
        let file = folder.join("report.html");
        for has_old in [true, false] {
            for at in 1..=5 {
                let _ = fs::remove_dir_all(&folder);
                fs::create_dir_all(&folder).expect("a folder of its own");
                if has_old {
                    fs::write(&file, "old").expect("it can be written");
                }
                let mut disk = Failing { calls: 0, at };
                let saved = save_on(&mut disk, &file, b"new and longer");
                // Four calls are made; the fifth does not fail.
                assert_eq!(saved.is_ok(), at == 5, "call {at}");
                let expected = match (at, has_old) {
                    (5, _) => Some("new and longer"),
                    (_, true) => Some("old"),
                    (_, false) => None,
                };
                assert_eq!(fs::read_to_string(&file).ok().as_deref(), expected);
                let left = fs::read_dir(&folder).expect("it is there").count();
                assert_eq!(left, usize::from(expected.is_some()), "call {at}");
            }
        }
        fs::remove_dir_all(&folder).expect("it is there");
    }
}
