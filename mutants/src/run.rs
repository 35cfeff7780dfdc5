//! Tries the mutants, one after the other, each with the tests that would feel it.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs::{self, File};
use std::io::Write as _;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Instant;

use anyhow::Result;
use serde::{Deserialize, Serialize};

use crate::build::{Binary, Known, Work};
use crate::tests::{self, Ended, Test};

/// What came of a mutant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Outcome {
    /// A test failed.
    Caught,
    /// A test did not end.
    Timeout,
    /// All tests that would feel it passed.
    Missed,
    /// No test would feel it.
    Unreached,
}

/// One line of the results.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Tried {
    pub(crate) name: String,
    pub(crate) outcome: Outcome,
    /// The test that noticed.
    pub(crate) by: Option<String>,
    /// How many tests were run, of those that would feel it.
    pub(crate) run: usize,
    pub(crate) of: usize,
    pub(crate) seconds: f64,
}

/// Which mutants are tried, and how long.
#[derive(Debug)]
pub(crate) struct Asked {
    /// Parts of their names; none are all.
    pub(crate) names: Vec<String>,
    /// Those that have been tried too: all, or the missed ones.
    pub(crate) again: Option<Again>,
    /// Seconds of tests for each, as long as they take unmutated.
    pub(crate) budget: f64,
    /// These tests alone, by a part of program and name: what they miss is as it was.
    pub(crate) tests: Option<String>,
    pub(crate) jobs: usize,
}

/// Which are tried again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Again {
    All,
    Missed,
}

impl Asked {
    fn wants(&self, known: &Known, before: &HashMap<String, Tried>) -> bool {
        let is_named = self.names.is_empty()
            || self
                .names
                .iter()
                .any(|name| known.name.contains(name.as_str()));
        let is_due = match (before.get(&known.name), self.again) {
            (None, _) | (_, Some(Again::All)) => true,
            (Some(_), None) => false,
            (Some(tried), Some(Again::Missed)) => {
                matches!(tried.outcome, Outcome::Missed | Outcome::Unreached)
            }
        };
        known.without.is_none() && is_named && is_due
    }
}

/// The last result of each mutant.
pub(crate) fn results(work: &Work) -> HashMap<String, Tried> {
    let text = fs::read_to_string(work.folder.join("results.jsonl")).unwrap_or_default();
    let tried = text
        .lines()
        .filter_map(|line| serde_json::from_str::<Tried>(line).ok());
    tried.map(|tried| (tried.name.clone(), tried)).collect()
}

/// Tries those that are asked for, and writes each result as it comes.
pub(crate) fn run(work: &Work, asked: &Asked) -> Result<()> {
    let all: Vec<Known> = work.read("mutants.json")?;
    let binaries: Vec<Binary> = work.read("binaries.json")?;
    let mut tests = tests::all(work, &binaries, asked.jobs)?;
    if let Some(part) = &asked.tests {
        tests.retain(|test| called(&binaries, test).contains(part.as_str()));
    }
    let before = results(work);
    let mut due: Vec<&Known> = all
        .iter()
        .filter(|known| asked.wants(known, &before))
        .collect();
    // What has been missed takes longest.
    due.sort_by_key(|known| before.contains_key(&known.name));
    // What has noticed most in its time comes first.
    let mut noticed: HashMap<&str, f64> = HashMap::new();
    for by in before.values().filter_map(|tried| tried.by.as_deref()) {
        *noticed.entry(by).or_default() += 1.0;
    }
    let mut ranked: Vec<(f64, &Test)> = tests
        .iter()
        .map(|test| {
            let noticed = noticed
                .get(called(&binaries, test).as_str())
                .copied()
                .unwrap_or(0.0);
            ((noticed + 0.02) / (test.seconds + 0.02), test)
        })
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut felt: HashMap<u32, Vec<&Test>> = HashMap::new();
    for (_, test) in ranked {
        for &number in &test.reaches {
            felt.entry(number).or_default().push(test);
        }
    }
    eprintln!("{} mutants, {} tests", due.len(), tests.len());
    let file = File::options()
        .create(true)
        .append(true)
        .open(work.folder.join("results.jsonl"))?;
    let file = Mutex::new(file);
    let next = AtomicUsize::new(0);
    let killers = Killers::default();
    let begun = Instant::now();
    thread::scope(|scope| {
        let workers: Vec<_> = (0..asked.jobs)
            .map(|_| {
                scope.spawn(|| -> Result<()> {
                    loop {
                        let at = next.fetch_add(1, Ordering::Relaxed);
                        let Some(known) = due.get(at) else {
                            return Ok(());
                        };
                        let felt = felt.get(&known.number).map_or(&[][..], Vec::as_slice);
                        let turn = Turn {
                            work,
                            binaries: &binaries,
                            killers: &killers,
                            budget: asked.budget,
                        };
                        let tried = turn.try_one(known, felt)?;
                        let is_news = asked.tests.is_none() || tried.by.is_some();
                        if let Ok(mut file) = file.lock()
                            && is_news
                        {
                            writeln!(file, "{}", serde_json::to_string(&tried)?)?;
                        }
                        if at.is_multiple_of(100) {
                            let seconds = begun.elapsed().as_secs();
                            eprintln!("{at} of {} in {seconds} s", due.len());
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
        Ok(())
    })
}

/// What a test is called in the results.
fn called(binaries: &[Binary], test: &Test) -> String {
    format!("{} {}", binaries[test.binary].name, test.name)
}

/// A test, by its program, name and rule.
type Key = (usize, String, Option<String>);

fn key(test: &Test) -> Key {
    (test.binary, test.name.clone(), test.rule.clone())
}

/// Of each file, the tests that noticed its last mutants: they will often notice the next.
#[derive(Default)]
struct Killers(Mutex<HashMap<String, Vec<Key>>>);

impl Killers {
    /// As many as are tried first.
    const KEPT: usize = 6;

    fn of(&self, file: &str) -> Vec<Key> {
        let killers = self.0.lock().ok();
        killers
            .and_then(|killers| killers.get(file).cloned())
            .unwrap_or_default()
    }

    fn noticed(&self, file: &str, test: Key) {
        if let Ok(mut killers) = self.0.lock() {
            let of = killers.entry(file.to_owned()).or_default();
            of.retain(|other| *other != test);
            of.insert(0, test);
            of.truncate(Killers::KEPT);
        }
    }
}

/// What trying one mutant needs.
struct Turn<'a> {
    work: &'a Work,
    binaries: &'a [Binary],
    killers: &'a Killers,
    budget: f64,
}

impl Turn<'_> {
    fn try_one(&self, known: &Known, felt: &[&Test]) -> Result<Tried> {
        let begun = Instant::now();
        let mut run = 0;
        let mut noticed = None;
        for chunk in self.chunks(known, felt) {
            run += chunk.len();
            let binary = &self.binaries[chunk[0].binary];
            match tests::run(self.work, binary, &chunk, known.number)? {
                Ended::Passed => {}
                Ended::Failed(name) => {
                    if let Some(test) = chunk.iter().find(|test| test.name == name) {
                        self.killers.noticed(&known.file, key(test));
                    }
                    noticed = Some((Outcome::Caught, format!("{} {name}", binary.name)));
                    break;
                }
                Ended::TimedOut => {
                    noticed = Some((Outcome::Timeout, binary.name.clone()));
                    break;
                }
            }
        }
        let (outcome, by) = match noticed {
            Some((outcome, by)) => (outcome, Some(by)),
            None if felt.is_empty() => (Outcome::Unreached, None),
            None => (Outcome::Missed, None),
        };
        Ok(Tried {
            name: known.name.clone(),
            outcome,
            by,
            run,
            of: felt.len(),
            seconds: begun.elapsed().as_secs_f64(),
        })
    }

    /// The tests in runs of one program each, the most promising first: what noticed the last
    /// mutants, the crate's own, then those that have noticed most in their time, in runs that grow.
    fn chunks<'t>(&self, known: &Known, felt: &[&'t Test]) -> Vec<Vec<&'t Test>> {
        let mut done: HashSet<Key> = HashSet::new();
        let mut left = self.budget;
        let mut chunks = Vec::new();
        let mut take = |tests: &mut dyn Iterator<Item = &'t Test>, mut limit: f64| {
            let mut by_program: BTreeMap<(usize, Option<&str>, bool), Vec<&Test>> = BTreeMap::new();
            for test in tests {
                if test.seconds > limit || test.seconds > left || !done.insert(key(test)) {
                    continue;
                }
                limit -= test.seconds;
                left -= test.seconds;
                let program = (test.binary, test.rule.as_deref(), test.panics);
                by_program.entry(program).or_default().push(test);
            }
            chunks.extend(by_program.into_values());
        };
        let killers = self.killers.of(&known.file);
        let is_killer = |test: &&Test| killers.contains(&key(test));
        take(&mut felt.iter().copied().filter(is_killer), 0.5);
        let is_own = |test: &&Test| {
            let binary = &self.binaries[test.binary];
            binary.is_unit && binary.package == known.package
        };
        take(&mut felt.iter().copied().filter(is_own), 1.0);
        for limit in [0.3, 1.0, 4.0, f64::INFINITY] {
            take(&mut felt.iter().copied(), limit);
        }
        chunks
    }
}
