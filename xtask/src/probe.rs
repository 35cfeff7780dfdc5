//! What `cargo xtask bench` runs as processes of their own: a program with its time and memory, and the
//! steps of the library.
//!
//! Whoever measures builds this in release. It prints JSON, and nothing about it is for people.

use std::ffi::OsString;
use std::fs::File;
use std::hint::black_box;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{fs, thread};

use clap::Subcommand;
use nix::sys::resource::{Usage, UsageWho, getrusage};
use nix::sys::signal::{Signal, kill};
use nix::sys::time::TimeValLike as _;
use nix::unistd::Pid;
use rokade::{Opened, Policy, SourceId, Sources, Syntax};
use rokade_core::span::Source;
use rokade_rules::{ChartInput, Input};
use serde_json::{Value, json};

/// What can be measured.
#[derive(Debug, Subcommand)]
pub(crate) enum Probe {
    /// Run one program: its time, its memory, how it ended
    Run {
        /// Seconds after which it is stopped
        #[arg(long)]
        limit: u32,
        /// Where its output goes
        #[arg(long)]
        output: PathBuf,
        /// The program and its arguments
        #[arg(last = true, required = true)]
        command: Vec<OsString>,
    },
    /// Read the files of one chart, and look up nothing
    Read { files: Vec<PathBuf> },
    /// Make a chart of its files
    Open { files: Vec<PathBuf> },
    /// Open one chart or two, compare them, and put every rule to them: the CPU seconds of each step
    Steps {
        base: PathBuf,
        revision: Option<PathBuf>,
    },
}

/// Measures, and prints what was measured.
pub(crate) fn run(probe: &Probe) -> io::Result<()> {
    let measured = match probe {
        Probe::Run {
            limit,
            output,
            command,
        } => program(Duration::from_secs(u64::from(*limit)), output, command)?,
        Probe::Read { files } => read(files)?,
        Probe::Open { files } => {
            let mut sources = Sources::default();
            let chart = open(&mut sources, files)?;
            std::mem::forget(black_box((chart, sources)));
            Value::Null
        }
        Probe::Steps { base, revision } => steps(base, revision.as_deref())?,
    };
    writeln!(io::stdout(), "{measured}")
}

/// Runs a program to its end or its limit. This process has no other child, so that what the system
/// says of its children is about this one.
fn program(limit: Duration, output: &Path, command: &[OsString]) -> io::Result<Value> {
    let [program, args @ ..] = command else {
        return Err(io::ErrorKind::InvalidInput.into());
    };
    let start = Instant::now();
    let mut child = Command::new(program)
        .args(args)
        .stdin(Stdio::null())
        .stdout(File::create(output)?)
        .spawn()?;
    let id = Pid::from_raw(child.id().cast_signed());
    // It ends with this process, which ends with the child.
    thread::spawn(move || {
        thread::sleep(limit);
        let _ = kill(id, Signal::SIGKILL);
    });
    let status = child.wait()?;
    let wall = start.elapsed();
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    Ok(json!({
        "code": status.code(),
        "cpu": cpu(&usage),
        "wall": wall.as_secs_f64(),
        "rss": rss(&usage),
    }))
}

/// Seconds that a processor worked.
#[expect(
    clippy::cast_precision_loss,
    reason = "microseconds of a run are far below 2^52"
)]
fn cpu(usage: &Usage) -> f64 {
    (usage.user_time() + usage.system_time()).num_microseconds() as f64 / 1e6
}

/// The most memory that was in use at once, in bytes.
fn rss(usage: &Usage) -> i64 {
    // Linux counts in kibibytes, and macOS in bytes.
    let unit = if cfg!(target_os = "macos") { 1 } else { 1024 };
    usage.max_rss() * unit
}

fn syntax(path: &Path) -> Syntax {
    if path.extension().is_some_and(|ending| ending == "csv") {
        Syntax::Csv
    } else {
        Syntax::Yaml
    }
}

fn read(files: &[PathBuf]) -> io::Result<Value> {
    let mut sources = Vec::new();
    for path in files {
        let text = fs::read_to_string(path)?;
        sources.push(Source::new(
            &path.display().to_string(),
            &text,
            syntax(path),
        ));
    }
    let parts: Vec<(SourceId, &Source)> = (0..).map(SourceId).zip(&sources).collect();
    let loaded = rokade_load::load(&parts);
    std::mem::forget(black_box(loaded));
    Ok(Value::Null)
}

fn open(sources: &mut Sources, files: &[PathBuf]) -> io::Result<Opened> {
    let mut ids = Vec::new();
    for path in files {
        let bytes = fs::read(path)?;
        ids.push(sources.add(&path.display().to_string(), bytes, syntax(path)));
    }
    Ok(rokade::open(sources, &ids))
}

fn steps(base: &Path, revision: Option<&Path>) -> io::Result<Value> {
    let mut sources = Sources::default();
    let mut charts = Vec::new();
    let (opened, load) = timed(|| -> io::Result<()> {
        for path in [Some(base), revision].into_iter().flatten() {
            charts.push(open(&mut sources, &[path.to_owned()])?);
        }
        Ok(())
    })?;
    opened?;
    let (changes, compare) = timed(|| match &charts[..] {
        [base, revision] => Some(rokade::changes(&base.chart, &revision.chart)),
        _ => None,
    })?;
    let inputs: Vec<ChartInput<'_>> = charts.iter().map(input).collect();
    let input = Input {
        base: changes.as_ref().map(|changes| (inputs[0], changes)),
        revision: inputs[inputs.len() - 1],
        hearings: &[],
    };
    let limits = Policy::default().limits_in_force();
    let (found, rules) = timed(|| rokade_rules::run(&input, &limits, None))?;
    let measured = json!({
        "load": load,
        "compare": compare,
        "rules": rules,
        "findings": found.findings.len(),
    });
    std::mem::forget((found, changes));
    Ok(measured)
}

fn input(opened: &Opened) -> ChartInput<'_> {
    ChartInput {
        chart: &opened.chart,
        faults: &opened.faults,
        complete: opened.complete,
    }
}

/// What was done, and the CPU seconds that this process took for it.
fn timed<T>(work: impl FnOnce() -> T) -> io::Result<(T, f64)> {
    let before = cpu(&getrusage(UsageWho::RUSAGE_SELF)?);
    let done = black_box(work());
    let after = cpu(&getrusage(UsageWho::RUSAGE_SELF)?);
    Ok((done, after - before))
}
