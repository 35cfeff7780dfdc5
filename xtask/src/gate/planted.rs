//! A slowdown for the gate to catch, in a copy of the repository.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{FOLDER, GateError};
use crate::bench;

/// What is done twice, as a patch.
const PATCH: &str = "xtask/planted-slowdown.patch";

/// A binary in which something is done twice, built of a copy of the repository.
pub(super) fn build(root: &Path) -> Result<PathBuf, GateError> {
    let folder = root.join(FOLDER).join("planted");
    bench::say("planting the slowdown in a copy of the repository, and building it");
    copy(root, &folder)?;
    let mut apply = Command::new("git");
    // Without a repository around it, a patch is applied to the folder that git is run in.
    apply
        .current_dir(&folder)
        .env("GIT_CEILING_DIRECTORIES", root.join(FOLDER));
    apply.arg("apply").arg(root.join(PATCH));
    bench::must(&mut apply)?;
    let mut build = bench::release(&folder, "rokade-cli");
    build.args(["--target-dir", "target"]);
    bench::must(&mut build)?;
    Ok(folder.join("target/release/rokade"))
}

/// Copies what git has of the repository. What was built of an earlier copy is kept.
fn copy(root: &Path, to: &Path) -> Result<(), GateError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |error| GateError::File(path, error)
    };
    let list = Command::new("git")
        .current_dir(root)
        .args(["ls-files", "-z"])
        .output();
    let list = list.map_err(failed(root))?.stdout;
    for name in String::from_utf8_lossy(&list).split_terminator('\0') {
        let (from, to) = (root.join(name), to.join(name));
        // A file that is deleted and still listed.
        let Ok(bytes) = fs::read(&from) else { continue };
        // One that is as it was keeps its date, and is not built again.
        if fs::read(&to).is_ok_and(|there| there == bytes) {
            continue;
        }
        let folder = to.parent().unwrap_or(root);
        fs::create_dir_all(folder).map_err(failed(folder))?;
        fs::write(&to, bytes).map_err(failed(&to))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slowdown_can_still_be_planted() {
        let mut git = Command::new("git");
        git.current_dir(crate::root())
            .args(["apply", "--check", PATCH]);
        let output = git.output().unwrap();
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
}
