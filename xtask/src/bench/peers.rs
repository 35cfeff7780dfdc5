//! What Rokade is measured against. Each is installed by its own package manager into a folder of the bench; one
//! that cannot be had is left out, and its rows say so.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::BenchError;
use super::measure::Task;

const PYYAML: &str = "pyyaml==6.0.3";
const JS_YAML: &str = "js-yaml@5.5.0";
const MICRODIFF: &str = "microdiff@1.6.0";

/// A way of reading YAML that `rokade-peers` has.
#[derive(Debug, Clone, Copy)]
pub(super) enum Reader {
    /// The events of granit-parser, counted.
    Events,
    /// `serde_yaml` into plain structs.
    SerdeYaml,
    /// serde-saphyr into the same, with the places of ids.
    SerdeSaphyr,
}

/// The programs to measure against, as far as they are there.
#[derive(Debug)]
pub(super) struct Peers {
    readers: PathBuf,
    folder: PathBuf,
    scripts: PathBuf,
    python: bool,
    node: bool,
}

impl Peers {
    /// Builds those in Rust, and installs the others where they are not there yet.
    pub(super) fn install(root: &Path, folder: &Path) -> Result<Self, BenchError> {
        let readers = build_readers(root)?;
        let folder = folder.join("peers");
        fs::create_dir_all(&folder).map_err(|error| BenchError::File(folder.clone(), error))?;
        let scripts = root.join("bench/peers");
        let mut peers = Peers {
            readers,
            folder,
            scripts,
            python: false,
            node: false,
        };
        peers.python = peers.has_python();
        peers.node = peers.has_node();
        Ok(peers)
    }

    fn has_python(&self) -> bool {
        // Without files the script only looks whether all is there.
        let works = || succeeds(&mut command(&self.python_task(&[])));
        let target = self.folder.join("python");
        works() || {
            super::say(&format!("installing {PYYAML}"));
            let mut pip = Command::new("python3");
            pip.args(["-m", "pip", "install", "--quiet", "--upgrade", "--target"]);
            succeeds(pip.arg(target).arg(PYYAML)) && works()
        }
    }

    fn has_node(&self) -> bool {
        let works = || succeeds(&mut command(&self.node_task(&[])));
        works() || {
            super::say(&format!("installing {JS_YAML} and {MICRODIFF}"));
            let mut npm = Command::new("npm");
            npm.args(["install", "--silent", "--no-save", "--no-package-lock"]);
            npm.args(["--no-audit", "--no-fund", "--prefix"]);
            succeeds(npm.arg(self.folder.join("js")).args([JS_YAML, MICRODIFF])) && works()
        }
    }

    /// Reading a chart.
    pub(super) fn read(&self, how: Reader, chart: &Path) -> Task {
        let how = match how {
            Reader::Events => "events",
            Reader::SerdeYaml => "serde-yaml",
            Reader::SerdeSaphyr => "serde-saphyr",
        };
        Task::new(&self.readers, [OsStr::new(how), chart.as_os_str()])
    }

    /// Comparing charts in Python.
    pub(super) fn python(&self, charts: &[PathBuf; 2]) -> Option<Task> {
        self.python.then(|| self.python_task(charts))
    }

    fn python_task(&self, charts: &[PathBuf]) -> Task {
        let script = self.scripts.join("compare.py");
        let mut task = Task::new(Path::new("python3"), [&script].into_iter().chain(charts));
        task.env = Some(("PYTHONPATH", self.folder.join("python")));
        task
    }

    /// Comparing charts in JavaScript.
    pub(super) fn node(&self, charts: &[PathBuf; 2]) -> Option<Task> {
        self.node.then(|| self.node_task(charts))
    }

    fn node_task(&self, charts: &[PathBuf]) -> Task {
        let args = [self.scripts.join("compare.cjs"), self.folder.join("js")];
        // A million entries are more than its usual limit.
        let heap = Path::new("--max-old-space-size=16384").to_owned();
        let args = [heap].into_iter().chain(args).chain(charts.to_vec());
        Task::new(Path::new("node"), args)
    }

    /// Comparing the lines of two texts, as GNU diff does.
    pub(super) fn lines(charts: &[PathBuf; 2]) -> Task {
        Task::new(Path::new("diff"), charts).finds()
    }

    /// Comparing the lines of two texts, as git does, with no settings of the user.
    pub(super) fn git(files: &[PathBuf; 2]) -> Task {
        let args = ["--no-pager", "diff", "--no-index", "--no-color"].map(PathBuf::from);
        let mut task = Task::new(Path::new("git"), args.iter().chain(files)).finds();
        task.env = Some(("GIT_CONFIG_GLOBAL", PathBuf::from("/dev/null")));
        task
    }
}

/// Builds the readers in Rust, and says where they are.
pub(crate) fn build_readers(root: &Path) -> Result<PathBuf, BenchError> {
    let target = root.join("bench/target");
    let mut cargo = super::cargo(root);
    cargo.args(["build", "--quiet", "--release", "--locked"]);
    cargo
        .arg("--manifest-path")
        .arg(root.join("bench/Cargo.toml"));
    cargo.arg("--target-dir").arg(&target);
    super::must(&mut cargo)?;
    Ok(target.join("release/rokade-peers"))
}

fn command(task: &Task) -> Command {
    let mut command = Command::new(&task.program);
    command.args(&task.args);
    command.envs(task.env.as_ref().map(|(name, value)| (name, value)));
    command
}

/// Whether a program is there and ends well, whatever it says.
fn succeeds(command: &mut Command) -> bool {
    command.stdin(Stdio::null());
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}
