//! How time and memory grow: `check` and `diff` of ever larger organisations, and of unusual ones.

use std::path::PathBuf;

use xtask::gen_org::Shape;

use super::measure::Outcome;
use super::{Bench, BenchError};

/// A step of a series: one size of it.
#[derive(Debug)]
pub(super) struct Step {
    pub(super) what: String,
    pub(super) staff: usize,
    pub(super) outcome: Outcome,
    /// The CPU against that of the step before, of the same series.
    pub(super) times: Option<f64>,
}

/// What is run on an organisation.
#[derive(Debug, Clone, Copy)]
enum Run {
    Check,
    Diff,
    Proposal,
}

impl Run {
    fn name(self) -> &'static str {
        match self {
            Run::Check => "check",
            Run::Diff => "diff",
            Run::Proposal => "diff of the proposal",
        }
    }
}

/// What is run, on which shape, at which sizes.
const SERIES: [(Run, Shape, &[usize]); 11] = [
    (Run::Check, Shape::Municipality, USUAL),
    (Run::Diff, Shape::Municipality, USUAL),
    (Run::Proposal, Shape::Municipality, USUAL),
    (Run::Check, Shape::Chain, &[1000, 10_000]),
    (Run::Diff, Shape::Chain, &[1000, 10_000]),
    (Run::Check, Shape::Wide, &[10_000, 100_000]),
    (Run::Diff, Shape::Wide, &[10_000, 100_000]),
    (Run::Check, Shape::Sites, &[5000, 50_000]),
    (Run::Diff, Shape::Sites, &[5000, 50_000]),
    (Run::Diff, Shape::Rekeyed, &[10_000, 100_000, 1_000_000]),
    (Run::Proposal, Shape::Events, &[10_000, 100_000]),
];

const USUAL: &[usize] = &[1000, 10_000, 100_000, 1_000_000];

/// Runs every series. After a step that took too long, the larger ones of its series are left out.
pub(super) fn measure(bench: &Bench) -> Result<Vec<Step>, BenchError> {
    let mut steps = Vec::new();
    for (run, shape, sizes) in SERIES {
        let what = match shape {
            Shape::Municipality => run.name().to_owned(),
            shape => format!("{}, {shape}", run.name()),
        };
        let mut before = None;
        for &staff in sizes {
            if bench.quick && staff > 100_000 {
                continue;
            }
            let files = files(bench, run, shape, staff)?;
            let command = if matches!(run, Run::Check) {
                "check"
            } else {
                "diff"
            };
            super::say(&format!("{what} of {staff}"));
            let task = bench.rokade(command, &files);
            let outcome = bench.track.race(&[task]).remove(0);
            let cpu = outcome.usage().map(|usage| usage.cpu);
            let times = cpu.zip(before).map(|(cpu, before)| cpu / before);
            steps.push(Step {
                what: what.clone(),
                staff,
                outcome,
                times,
            });
            before = cpu;
            if cpu.is_none() {
                break;
            }
        }
    }
    Ok(steps)
}

fn files(bench: &Bench, run: Run, shape: Shape, staff: usize) -> Result<Vec<PathBuf>, BenchError> {
    match run {
        Run::Check => Ok(vec![bench.charts.file(shape, staff, "base.yaml")?]),
        Run::Diff => Ok(bench.charts.pair(shape, staff)?.into()),
        Run::Proposal => Ok(vec![bench.charts.file(shape, staff, "proposal.yaml")?]),
    }
}
