//! A repository made of `docs/ci/example`, with stubs of what would leave the machine.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a chart lacks after this is said of it is an error: nobody answers for what the unit did.
pub(crate) const BREAKS: &str = "  - close: { unit: borgerservice }\n";

/// Writes down what it was asked, an argument a line, and answers from files beside it.
const GH: &str = r#"#!/usr/bin/env bash
set -eu
home=$(dirname "$0")/..
{ echo "$ gh"; printf '%s\n' "$@"; } >> "$home/asked"
case "$1 ${2-}" in
  "pr view")
    # gh's --jq is jq; the last argument is what it is asked.
    jq --raw-output "${!#}" "$home/comments.json" ;;
  "release download") cp "$home"/release/* . ;;
esac
"#;

const CARGO: &str = r#"#!/usr/bin/env bash
set -eu
home=$(dirname "$0")/..
{ echo "$ cargo"; printf '%s\n' "$@"; } >> "$home/asked"
while [ "$1" != --root ]; do shift; done
mkdir -p "$2/bin"
ln -sf "$home/rokade" "$2/bin/rokade"
"#;

/// The repository's own top folder.
pub(crate) fn top() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap().to_owned()
}

/// A file of the repository.
pub(crate) fn text(path: &str) -> String {
    fs::read_to_string(top().join(path)).expect(path)
}

/// A file of the repository, as YAML.
pub(crate) fn yaml(path: &str) -> serde_yaml::Value {
    serde_yaml::from_str(&text(path)).expect(path)
}

/// A scratch folder: `repo`, a git repository, and around it what its stubs need.
pub(crate) struct Scratch {
    pub(crate) home: PathBuf,
    pub(crate) repo: PathBuf,
}

/// What came of a script.
pub(crate) struct Run {
    pub(crate) code: i32,
    /// What it printed, and after that what it said on standard error.
    pub(crate) log: String,
}

impl Scratch {
    pub(crate) fn new(name: &str) -> Self {
        let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("ci").join(name);
        let _ = fs::remove_dir_all(&home);
        let scratch = Scratch {
            repo: home.join("repo"),
            home,
        };
        copy(&top().join("docs/ci/example"), &scratch.repo);
        for folder in ["bin", "temp", "release"] {
            fs::create_dir_all(scratch.home.join(folder)).unwrap();
        }
        scratch.program("gh", GH);
        scratch.program("cargo", CARGO);
        symlink(env!("CARGO_BIN_EXE_rokade"), scratch.home.join("rokade")).unwrap();
        fs::write(scratch.home.join("comments.json"), r#"{ "comments": [] }"#).unwrap();
        scratch.git(&["init", "--quiet", "--initial-branch=main"]);
        scratch.commit();
        scratch
    }

    fn program(&self, name: &str, script: &str) {
        let path = self.home.join("bin").join(name);
        fs::write(&path, script).unwrap();
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    }

    /// Puts the tool itself on the path, as where it is installed already.
    pub(crate) fn installed(self) -> Self {
        symlink(self.home.join("rokade"), self.home.join("bin/rokade")).unwrap();
        self
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.repo.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn append(&self, name: &str, more: &str) {
        let before = fs::read_to_string(self.repo.join(name)).unwrap();
        self.write(name, &(before + more));
    }

    /// Commits all there is; the commit's name.
    pub(crate) fn commit(&self) -> String {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message=x"]);
        self.git(&["rev-parse", "HEAD"])
    }

    pub(crate) fn git(&self, args: &[&str]) -> String {
        let output = self.command("git").args(args).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "git {args:?}: {said}");
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    }

    /// A program in the repository, with the stubs before all else and nothing of the caller's
    /// settings.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        let system = std::env::var("PATH").unwrap_or_default();
        command
            .current_dir(&self.repo)
            .env_clear()
            .env("PATH", format!("{}/bin:{system}", self.home.display()))
            .env("HOME", &self.home)
            .env("LC_ALL", "C")
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .stdin(Stdio::null());
        for who in ["AUTHOR", "COMMITTER"] {
            command.env(format!("GIT_{who}_NAME"), "test");
            command.env(format!("GIT_{who}_EMAIL"), "test@example.org");
        }
        command
    }

    /// A shell in the repository, with options of its own before the script.
    pub(crate) fn shell(&self, shell: &[&str], script: &str, variables: &[(&str, &str)]) -> Run {
        let path = self.home.join("temp/script");
        fs::write(&path, script).unwrap();
        let mut command = self.command(shell[0]);
        command.args(&shell[1..]).arg(path);
        Run::of(command.envs(variables.iter().copied()))
    }

    /// What the stubs were asked: each call as its arguments, with the program first.
    pub(crate) fn asked(&self) -> Vec<Vec<String>> {
        let asked = fs::read_to_string(self.home.join("asked")).unwrap_or_default();
        let calls = asked.split("$ ").skip(1);
        calls
            .map(|call| call.lines().map(str::to_owned).collect())
            .collect()
    }
}

impl Run {
    pub(crate) fn of(command: &mut Command) -> Self {
        let output = command.output().unwrap();
        let log = [output.stdout, output.stderr].concat();
        Run {
            code: output.status.code().expect("it was not killed"),
            log: String::from_utf8(log).expect("output is UTF-8"),
        }
    }
}

/// Copies a folder with all that is in it.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}
