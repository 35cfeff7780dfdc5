//! What a release packs for one kind of machine: the binary, its manual pages and completions, and
//! the texts that go with it. It packs nothing up and sends nothing anywhere.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The texts of the root that go along.
const TEXTS: [&str; 4] = ["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"];

/// The shells, and what each looks for by itself.
const SHELLS: [(&str, &str); 5] = [
    ("bash", "rokade.bash"),
    ("elvish", "rokade.elv"),
    ("fish", "rokade.fish"),
    ("powershell", "_rokade.ps1"),
    ("zsh", "_rokade"),
];

/// Why nothing could be packed.
#[derive(Debug, thiserror::Error)]
pub enum PackageError {
    /// A file that cannot be read or written.
    #[error("{0}: {1}")]
    File(PathBuf, #[source] io::Error),
    /// A program that cannot be run.
    #[error("{0} cannot be run: {1}")]
    NotRun(String, #[source] io::Error),
    /// A program that failed.
    #[error("{program} failed: {said}")]
    Failed {
        /// As it was called.
        program: String,
        /// What it said.
        said: String,
    },
    /// What cargo says of itself is not as expected.
    #[error("cargo does not say where it builds")]
    NoTarget,
}

/// Builds the tool with the profile `dist`, for this machine or a target, and says where it is.
pub fn build(root: &Path, target: Option<&str>) -> Result<PathBuf, PackageError> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let mut build = Command::new(&cargo);
    build.current_dir(root);
    build.args(["build", "--locked", "--profile", "dist"]);
    build.args(["--package", "rokade-cli"]);
    if let Some(target) = target {
        build.args(["--target", target]);
    }
    let status = build.status();
    let status = status.map_err(|error| PackageError::NotRun(cargo, error))?;
    if !status.success() {
        return Err(PackageError::Failed {
            program: "cargo build".to_owned(),
            said: status.to_string(),
        });
    }
    let mut binary = target_directory(root)?;
    binary.extend(target);
    binary.push("dist");
    let windows = target.map_or(cfg!(windows), |target| target.contains("windows"));
    binary.push(if windows { "rokade.exe" } else { "rokade" });
    Ok(binary)
}

/// Where cargo builds.
pub fn target_directory(root: &Path) -> Result<PathBuf, PackageError> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let mut metadata = Command::new(cargo);
    metadata.current_dir(root);
    metadata.args(["metadata", "--no-deps", "--format-version", "1"]);
    let metadata: serde_json::Value =
        serde_json::from_slice(&run(&mut metadata)?).map_err(|_| PackageError::NoTarget)?;
    let folder = metadata["target_directory"].as_str();
    Ok(PathBuf::from(folder.ok_or(PackageError::NoTarget)?))
}

/// Makes the folder `rokade-VERSION-TARGET`, anew, and says where it is. The binary is run, so it
/// must be one for this machine.
pub fn collect(
    root: &Path,
    binary: &Path,
    target: Option<&str>,
    out: &Path,
) -> Result<PathBuf, PackageError> {
    let target = target.unwrap_or("local");
    let name = format!("rokade-{}-{target}", env!("CARGO_PKG_VERSION"));
    let folder = out.join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| PackageError::File(folder.clone(), error))?;
    }
    let completions = folder.join("completions");
    fs::create_dir_all(&completions)
        .map_err(|error| PackageError::File(completions.clone(), error))?;
    copy(binary, &folder)?;
    for text in TEXTS {
        copy(&root.join(text), &folder)?;
    }
    run(Command::new(binary)
        .arg("man")
        .arg("--output")
        .arg(folder.join("man")))?;
    for (shell, file) in SHELLS {
        let script = run(Command::new(binary).args(["completions", shell]))?;
        let path = completions.join(file);
        fs::write(&path, script).map_err(|error| PackageError::File(path.clone(), error))?;
    }
    Ok(folder)
}

/// Copies a file into a folder, under its own name.
fn copy(file: &Path, folder: &Path) -> Result<(), PackageError> {
    let to = folder.join(file.file_name().unwrap_or_default());
    let copied = fs::copy(file, to);
    copied.map_err(|error| PackageError::File(file.to_owned(), error))?;
    Ok(())
}

/// What a program prints.
fn run(command: &mut Command) -> Result<Vec<u8>, PackageError> {
    let output = match command.output() {
        Ok(output) => output,
        Err(error) => return Err(PackageError::NotRun(command_line(command), error)),
    };
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(PackageError::Failed {
        program: command_line(command),
        said: format!("{}: {}", output.status, said.trim()),
    })
}

fn command_line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
    words.join(" ")
}
