//! The tests: which there are, how long each takes, and which mutants it would feel.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read as _;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use anyhow::{Context as _, Result};
use serde::{Deserialize, Serialize};

use crate::build::{Binary, Work};

/// The crates whose own tests are run.
pub(crate) const UNITS: [&str; 7] = [
    "rokade-core",
    "rokade-change",
    "rokade-rules",
    "rokade-load",
    "rokade-assess",
    "rokade-report",
    "rokade",
];

/// The files of tests that are run: all but those of any bytes, of thousands of wrong files and of
/// attacks, which take long and are of the reader. Of those of the tool, `cli` runs it as a process,
/// which asks for the same mutant.
pub(crate) const HARNESSES: [(&str, &[&str]); 2] = [
    (
        "rokade-tests",
        &[
            "rule_pages",
            "pairs",
            "edges",
            "comparison",
            "cases",
            "measures",
            "catalogue",
            "allowances",
            "forms",
            "lineage",
            "proposals",
            "properties",
            "metamorphic",
            "invariance",
            "hearing",
            "note",
            "assessment",
            "anonymous",
            "drawings",
            "coverage",
            "agreement",
            "bad_files",
            "planted",
            "formats",
            "extraction",
            "long_lists",
        ],
    ),
    ("rokade-cli", &["cli"]),
];

/// One test longer than this is not run at all.
const LONGEST: Duration = Duration::from_secs(120);

/// One test, or the part of it that is about one rule.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Test {
    /// The place of its program in the list of programs.
    #[serde(skip)]
    pub(crate) binary: usize,
    pub(crate) name: String,
    /// The page of one rule alone.
    pub(crate) rule: Option<String>,
    /// How long it took.
    pub(crate) seconds: f64,
    /// Something panics in it where nothing is mutated.
    pub(crate) panics: bool,
    /// It fails where nothing is mutated, or takes too long.
    pub(crate) fails: bool,
    /// The numbers of the mutants it would feel.
    pub(crate) reaches: BTreeSet<u32>,
}

/// The tests of one program, as it was when they were recorded.
#[derive(Debug, Serialize, Deserialize)]
struct Recorded {
    built: SystemTime,
    tests: Vec<Test>,
}

/// How a run of some tests ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Ended {
    Passed,
    /// With the test that did.
    Failed(String),
    TimedOut,
}

/// A run of a program of tests, with the copy's settings.
fn command(work: &Work, binary: &Binary, rule: Option<&str>, limit: Duration) -> Command {
    // A mutant that asks for all memory there is must not get it, nor all time, should this program
    // be gone before it.
    let seconds = limit.as_secs() + 1;
    let limits = format!("ulimit -v 6000000; ulimit -c 0; ulimit -t {seconds}");
    let mut command = Command::new("sh");
    command
        .args(["-c", &format!("{limits}; exec \"$0\" \"$@\"")])
        .arg(&binary.path)
        .process_group(0)
        .current_dir(&binary.folder)
        .env("INSTA_UPDATE", "no")
        .env("INSTA_WORKSPACE_ROOT", work.tree())
        .env("CARGO_MANIFEST_DIR", &binary.folder)
        // Properties are tried on as many cases as ever, always the same.
        .env_remove("PROPTEST_CASES")
        .env("PROPTEST_RNG_SEED", "1")
        .env("PROPTEST_DISABLE_FAILURE_PERSISTENCE", "true")
        .env("PROPTEST_MAX_SHRINK_ITERS", "0")
        .env_remove("RUST_BACKTRACE")
        .env_remove("MUTANT")
        .env_remove("MUTANT_REACHED")
        .env_remove("MUTANT_PANICS")
        .env_remove("RULE")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    if let Some(rule) = rule {
        command.env("RULE", rule);
    }
    command
}

/// Waits for a program no longer than that. What it prints is little, and read at its end.
fn wait(mut child: Child, limit: Duration) -> Result<(Ended, String)> {
    let mut stdout = child.stdout.take().context("has no output")?;
    let reader = thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = stdout.read_to_end(&mut bytes);
        String::from_utf8_lossy(&bytes).into_owned()
    });
    let begun = Instant::now();
    let mut pause = Duration::from_micros(500);
    let ended = loop {
        if let Some(status) = child.try_wait()? {
            break if status.success() {
                Ended::Passed
            } else {
                Ended::Failed(String::new())
            };
        }
        if begun.elapsed() > limit {
            // With what it started.
            let group = format!("-{}", child.id());
            Command::new("kill")
                .args(["-KILL", "--", &group])
                .status()?;
            child.wait()?;
            break Ended::TimedOut;
        }
        thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(8));
    };
    let printed = reader.join().unwrap_or_default();
    Ok((ended, printed))
}

/// Runs some tests of one program with a mutant.
pub(crate) fn run(work: &Work, binary: &Binary, tests: &[&Test], mutant: u32) -> Result<Ended> {
    let rule = tests.first().and_then(|test| test.rule.as_deref());
    let clean: f64 = tests.iter().map(|test| test.seconds).sum();
    let limit = Duration::from_secs_f64((clean * 10.0).max(10.0));
    let mut command = command(work, binary, rule, limit);
    command.env("MUTANT", mutant.to_string());
    if tests.iter().any(|test| test.panics) {
        command.env("MUTANT_PANICS", "1");
    }
    command.args(["--exact", "--test-threads=1"]);
    command.args(tests.iter().map(|test| &test.name));
    let (ended, printed) = wait(command.spawn()?, limit)?;
    Ok(match ended {
        Ended::Failed(_) => Ended::Failed(failed(&printed)),
        ended => ended,
    })
}

/// The test that failed: it says so, or it is the last that began.
fn failed(printed: &str) -> String {
    let tests = printed
        .lines()
        .filter_map(|line| line.strip_prefix("test "));
    let mut last = "";
    for line in tests {
        let (name, ended) = line.split_once(" ... ").unwrap_or((line, ""));
        last = name;
        if ended.starts_with("FAILED") {
            break;
        }
    }
    last.to_owned()
}

/// All tests, recorded where their programs are newer than what is known of them.
pub(crate) fn all(work: &Work, binaries: &[Binary], jobs: usize) -> Result<Vec<Test>> {
    let folder = work.folder.join("reached");
    fs::create_dir_all(&folder)?;
    let mut all = Vec::new();
    let mut new = Vec::new();
    for (at, binary) in binaries.iter().enumerate() {
        let kept = format!("reached/{}-{}.json", binary.package, binary.name);
        let built = fs::metadata(&binary.path)?.modified()?;
        if let Ok(recorded) = work.read::<Recorded>(&kept)
            && recorded.built == built
        {
            all.extend(
                recorded
                    .tests
                    .into_iter()
                    .map(|test| Test { binary: at, ..test }),
            );
        } else {
            new.push((at, kept, built));
        }
    }
    let mut asked = Vec::new();
    for (at, _, _) in &new {
        for (name, rule) in names(work, &binaries[*at])? {
            asked.push((*at, name, rule));
        }
    }
    if !asked.is_empty() {
        eprintln!("recording {} tests", asked.len());
    }
    asked.reverse();
    let queue = Mutex::new(asked);
    let done = Mutex::new(Vec::new());
    thread::scope(|scope| {
        let workers: Vec<_> = (0..jobs)
            .map(|worker| {
                let (queue, done, folder) = (&queue, &done, &folder);
                scope.spawn(move || -> Result<()> {
                    let file = folder.join(format!("{worker}.part"));
                    loop {
                        let next = queue.lock().ok().and_then(|mut queue| queue.pop());
                        let Some((at, name, rule)) = next else {
                            return Ok(());
                        };
                        let test = record(work, &binaries[at], at, name, rule, &file)?;
                        if let Ok(mut done) = done.lock() {
                            done.push(test);
                        }
                    }
                })
            })
            .collect();
        for worker in workers {
            worker
                .join()
                .map_err(|_| anyhow::anyhow!("a worker panicked"))??;
        }
        anyhow::Ok(())
    })?;
    let done = done.into_inner().unwrap_or_default();
    let mut by_binary: BTreeMap<usize, Vec<Test>> = BTreeMap::new();
    for test in done {
        by_binary.entry(test.binary).or_default().push(test);
    }
    for (at, kept, built) in new {
        let tests = by_binary.remove(&at).unwrap_or_default();
        for test in tests.iter().filter(|test| test.fails) {
            eprintln!(
                "left out, since it fails unmutated: {} {}",
                binaries[at].name, test.name
            );
        }
        let recorded = Recorded { built, tests };
        work.write(&kept, &recorded)?;
        all.extend(recorded.tests);
    }
    all.retain(|test| !test.fails);
    Ok(all)
}

/// The tests of a program; those of the rules' pages once for each rule.
fn names(work: &Work, binary: &Binary) -> Result<Vec<(String, Option<String>)>> {
    let output = command(work, binary, None, LONGEST)
        .args(["--list", "--format", "terse"])
        .output()?;
    let output = String::from_utf8_lossy(&output.stdout).into_owned();
    let names = output
        .lines()
        .filter_map(|line| line.strip_suffix(": test"));
    let mut all = Vec::new();
    for name in names {
        if binary.name == "rule_pages" {
            for rule in rules(&work.tree())? {
                all.push((name.to_owned(), Some(rule)));
            }
        } else {
            all.push((name.to_owned(), None));
        }
    }
    Ok(all)
}

/// The names of all rules, by their pages.
fn rules(tree: &Path) -> Result<Vec<String>> {
    let mut all = Vec::new();
    for entry in fs::read_dir(tree.join("docs/rules/en"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "md")
            && let Some(stem) = path.file_stem().and_then(|stem| stem.to_str())
        {
            all.push(stem.to_owned());
        }
    }
    all.sort();
    Ok(all)
}

fn record(
    work: &Work,
    binary: &Binary,
    at: usize,
    name: String,
    rule: Option<String>,
    file: &Path,
) -> Result<Test> {
    let _ = fs::remove_file(file);
    let mut command = command(work, binary, rule.as_deref(), LONGEST);
    command
        .env("MUTANT_REACHED", file)
        .args(["--exact", "--test-threads=1", &name]);
    let begun = Instant::now();
    let (ended, _) = wait(command.spawn()?, LONGEST)?;
    let seconds = begun.elapsed().as_secs_f64();
    // A test that reaches none writes none.
    let bytes = fs::read(file).unwrap_or_default();
    let mut reaches: BTreeSet<u32> = bytes
        .as_chunks()
        .0
        .iter()
        .map(|&number| u32::from_le_bytes(number))
        .collect();
    let panics = reaches.remove(&u32::MAX);
    Ok(Test {
        binary: at,
        name,
        rule,
        seconds,
        panics,
        fails: ended != Ended::Passed,
        reaches,
    })
}
