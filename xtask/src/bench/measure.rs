//! Running programs in turn and taking medians. What a program takes is what the operating system says of
//! that one process.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// A program that took longer than this is run only once more.
const SLOW: f64 = 10.0;

/// What one process took.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Usage {
    /// Seconds of CPU, user and system, of all threads.
    pub(super) cpu: f64,
    /// Seconds by the clock.
    pub(super) wall: f64,
    /// The most bytes of memory at once.
    pub(super) rss: f64,
}

/// How a program ended.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Outcome {
    /// As it should.
    Done(Usage),
    /// It was stopped after so many seconds.
    TooLong(u32),
    /// It failed, or is not there; what can be said of that.
    Failed(String),
}

impl Outcome {
    pub(super) fn usage(&self) -> Option<Usage> {
        match self {
            Outcome::Done(usage) => Some(*usage),
            _ => None,
        }
    }
}

/// A program with its arguments.
#[derive(Debug, Clone)]
pub(super) struct Task {
    pub(super) program: PathBuf,
    pub(super) args: Vec<OsString>,
    pub(super) env: Option<(&'static str, PathBuf)>,
    /// The exit codes that mean it has done its work.
    pub(super) codes: &'static [i64],
}

impl Task {
    pub(super) fn new<A: Into<OsString>>(
        program: &Path,
        args: impl IntoIterator<Item = A>,
    ) -> Self {
        Task {
            program: program.to_owned(),
            args: args.into_iter().map(Into::into).collect(),
            env: None,
            codes: &[0],
        }
    }

    /// A program that says with 1 that it found something.
    pub(super) fn finds(mut self) -> Self {
        self.codes = &[0, 1];
        self
    }
}

/// Where and how programs are run.
#[derive(Debug, Clone)]
pub(super) struct Track {
    /// `xtask` in release, which measures.
    pub(super) xtask: PathBuf,
    /// Where the output of a program goes: a file, since some do less where nobody reads it.
    pub(super) output: PathBuf,
    /// Seconds after which a program is stopped.
    pub(super) limit: u32,
    /// How often each is run, after once to warm up.
    pub(super) rounds: usize,
}

impl Track {
    /// The same, with another number of rounds.
    pub(super) fn with_rounds(&self, rounds: usize) -> Track {
        Track {
            rounds,
            ..self.clone()
        }
    }

    /// Runs a program once.
    pub(super) fn once(&self, task: &Task) -> Outcome {
        let mut command = Command::new(&self.xtask);
        command.args(["probe", "run", "--limit", &self.limit.to_string()]);
        command.arg("--output").arg(&self.output).arg("--");
        command.arg(&task.program).args(&task.args);
        command.envs(task.env.as_ref().map(|(name, value)| (name, value)));
        let output = match command.output() {
            Ok(output) => output,
            Err(error) => return Outcome::Failed(error.to_string()),
        };
        let said = || String::from_utf8_lossy(&output.stderr).trim().to_owned();
        let Ok(measured) = serde_json::from_slice::<Value>(&output.stdout) else {
            return Outcome::Failed(said());
        };
        self.outcome(task, &measured, said)
    }

    fn outcome(&self, task: &Task, measured: &Value, said: impl Fn() -> String) -> Outcome {
        let number = |key: &str| measured[key].as_f64().unwrap_or_default();
        let usage = Usage {
            cpu: number("cpu"),
            wall: number("wall"),
            rss: number("rss"),
        };
        match measured["code"].as_i64() {
            Some(code) if task.codes.contains(&code) => Outcome::Done(usage),
            Some(code) => Outcome::Failed(format!("it ended with {code}: {}", said())),
            None if usage.wall >= f64::from(self.limit) => Outcome::TooLong(self.limit),
            None => Outcome::Failed("it was stopped".to_owned()),
        }
    }

    /// Runs programs in turn, all once and then all again, and gives the median of each.
    pub(super) fn race(&self, tasks: &[Task]) -> Vec<Outcome> {
        let warm: Vec<Outcome> = tasks.iter().map(|task| self.once(task)).collect();
        let mut runs: Vec<Vec<Usage>> = vec![Vec::new(); tasks.len()];
        for round in 0..self.rounds {
            for (at, task) in tasks.iter().enumerate() {
                let is_due = warm[at]
                    .usage()
                    .is_some_and(|usage| round == 0 || usage.wall < SLOW);
                if is_due {
                    runs[at].extend(self.once(task).usage());
                }
            }
        }
        let medians = runs.iter().map(|runs| median_usage(runs));
        let outcome = |(warm, median): (Outcome, Option<Usage>)| median.map_or(warm, Outcome::Done);
        warm.into_iter().zip(medians).map(outcome).collect()
    }

    /// Runs a program and reads what it says of itself: the medians of some numbers. Its first
    /// run is to warm up, unless it is slow.
    pub(super) fn numbers(&self, task: &Task, keys: &[&str]) -> Option<Vec<f64>> {
        let mut runs = vec![Vec::new(); keys.len()];
        for round in 0..=self.rounds {
            let is_slow = self.once(task).usage()?.wall >= SLOW;
            if round == 0 && !is_slow {
                continue;
            }
            let said: Value = serde_json::from_slice(&self.read().ok()?).ok()?;
            for (numbers, key) in runs.iter_mut().zip(keys) {
                numbers.push(said[key].as_f64()?);
            }
            if is_slow {
                break;
            }
        }
        runs.iter_mut().map(|numbers| median(numbers)).collect()
    }

    fn read(&self) -> io::Result<Vec<u8>> {
        fs::read(&self.output)
    }
}

fn median_usage(runs: &[Usage]) -> Option<Usage> {
    let of = |number: fn(&Usage) -> f64| median(&mut runs.iter().map(number).collect::<Vec<_>>());
    Some(Usage {
        cpu: of(|usage| usage.cpu)?,
        wall: of(|usage| usage.wall)?,
        rss: of(|usage| usage.rss)?,
    })
}

/// The middle of numbers; of an even number of them, the middle of the two.
fn median(numbers: &mut [f64]) -> Option<f64> {
    numbers.sort_by(f64::total_cmp);
    let upper = *numbers.get(numbers.len() / 2)?;
    let lower = numbers[(numbers.len() - 1) / 2];
    Some(f64::midpoint(lower, upper))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_median_is_in_the_middle() {
        assert_eq!(median(&mut []), None);
        assert_eq!(median(&mut [3.0]), Some(3.0));
        assert_eq!(median(&mut [9.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&mut [4.0, 1.0, 2.0, 100.0]), Some(3.0));
    }

    #[test]
    fn each_number_has_its_own_median() {
        let usage = |cpu, wall, rss| Usage { cpu, wall, rss };
        let runs = [
            usage(1.0, 9.0, 5.0),
            usage(2.0, 8.0, 4.0),
            usage(3.0, 7.0, 6.0),
        ];
        assert_eq!(median_usage(&runs), Some(usage(2.0, 8.0, 5.0)));
    }

    #[test]
    fn how_it_ended_is_told_apart() {
        let track = Track {
            xtask: PathBuf::new(),
            output: PathBuf::new(),
            limit: 5,
            rounds: 1,
        };
        let task = Task::new(Path::new("diff"), ["a", "b"]).finds();
        let outcome = |measured: Value| track.outcome(&task, &measured, || "said".to_owned());
        let done = serde_json::json!({ "code": 1, "cpu": 1.5, "wall": 2.0, "rss": 4096 });
        assert_eq!(outcome(done).usage().map(|usage| usage.rss), Some(4096.0));
        let failed = outcome(serde_json::json!({ "code": 2 }));
        assert_eq!(failed, Outcome::Failed("it ended with 2: said".to_owned()));
        let late = serde_json::json!({ "code": null, "wall": 5.01 });
        assert_eq!(outcome(late), Outcome::TooLong(5));
    }
}
