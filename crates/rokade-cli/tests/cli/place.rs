//! A folder with charts in it, and the tool run there.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

pub(crate) const CLEAN: &str = "rokade: 1\nunits: { jobcenter: { name: Jobcenter } }\n";
pub(crate) const FAULTY: &str = "rokade: 1\nunits: { jobcenter: { nmae: Jobcenter } }\n";
pub(crate) const BROKEN: &str = "rokade: 1\nunits: { jobcenter: { name: @Jobcenter } }\n";
/// Nothing worse than a warning, which is certain.
pub(crate) const WARNED: &str = "rokade: 1\nunits: { a: { name: Torv }, b: { name: Havn } }\n";
/// Nothing worse than a warning, which is only possible: two names that may mean the same.
pub(crate) const POSSIBLE: &str = "rokade: 1\nunits:
  rod: { name: Kommunen }
  nord: { name: Nord, parent: rod }
  syd: { name: Syd, parent: rod }
  a: { name: Borgerservice Centrum, parent: nord }
  b: { name: Centrum Borgerservice, parent: syd }\n";
pub(crate) const PROPOSAL: &str = "rokade: 1\nbase: clean.yaml\nevents: []\n";
pub(crate) const HEARING: &str = "rokade: 1\nhearing: { responses: [] }\n";

/// A folder of a test's own, to be run in.
pub(crate) struct Place(pub(crate) PathBuf);

impl Place {
    pub(crate) fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        let place = Place(path);
        for (name, text) in [
            ("clean.yaml", CLEAN),
            ("faulty.yaml", FAULTY),
            ("broken.yaml", BROKEN),
            ("warned.yaml", WARNED),
            ("possible.yaml", POSSIBLE),
            ("proposal.yaml", PROPOSAL),
            ("hearing.yaml", HEARING),
        ] {
            place.write(name, text);
        }
        place
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// A pipe with a name.
    #[cfg(unix)]
    pub(crate) fn pipe(&self, name: &str) -> PathBuf {
        let path = self.0.join(name);
        let made = Command::new("mkfifo").arg(&path).status().unwrap();
        assert!(made.success());
        path
    }

    /// The tool, in this folder, without the caller's environment.
    pub(crate) fn command<A: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = A>) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rokade"));
        command
            .args(args)
            .current_dir(&self.0)
            .env_clear()
            .env("LC_ALL", "C");
        command.stdin(Stdio::null());
        command
    }

    pub(crate) fn run(&self, line: &str) -> Run {
        Run::of(&mut self.command(line.split_whitespace()))
    }

    /// The same, of a run that ends well and has nothing to remark.
    pub(crate) fn ok(&self, line: &str) -> Run {
        let run = self.run(line);
        assert_eq!((run.code, &*run.err), (0, ""), "{line}\n{}", run.out);
        run
    }

    pub(crate) fn run_with(&self, line: &str, variables: &[(&str, &str)]) -> Run {
        let mut command = self.command(line.split_whitespace());
        Run::of(command.envs(variables.iter().copied()))
    }

    pub(crate) fn code(&self, line: &str) -> i32 {
        self.run(line).code
    }
}

/// What came of a run.
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Run {
    pub(crate) fn of(command: &mut Command) -> Self {
        let Output {
            status,
            stdout,
            stderr,
        } = command.output().unwrap();
        Run {
            code: status.code().expect("it was not killed"),
            out: String::from_utf8(stdout).expect("output is UTF-8"),
            err: String::from_utf8(stderr).expect("messages are UTF-8"),
        }
    }
}
