//! The same files give the same bytes, in every format and in every run.
//!
//! Fifty runs of each with optimisation, three without. Each run is a process of its own, so that
//! hashes are seeded anew and threads take turns anew.

use std::process::Stdio;

use rokade::{AssessmentFormat, ChartFormat, ComparisonFormat, Format, NoteFormat};

use crate::place::Place;

const RUNS: usize = if cfg!(debug_assertions) { 3 } else { 50 };
const CASE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../orgs/aalborg-integration"
);

/// Every command that reads charts, in each of its formats.
fn lines() -> Vec<String> {
    let mut lines: Vec<String> = [
        "apply {}/proposal.yaml",
        "script {}/current.yaml {}/proposal.yaml",
        "diff {}/proposal.yaml --verbose",
        "check {}/current.yaml {}/proposal.yaml {}/hearing.yaml",
    ]
    .map(str::to_owned)
    .into();
    let mut add = |line: &str, formats: Vec<&str>| {
        lines.extend(
            formats
                .iter()
                .map(|format| format!("{line} --format {format}")),
        );
    };
    let hearing = "--hearing {}/hearing.yaml";
    add(
        &format!("diff {{}}/proposal.yaml {hearing}"),
        Format::ALL.iter().map(|format| format.name()).collect(),
    );
    add(
        "compare {}/current.yaml {}/proposal.yaml {}/counter-proposal.yaml",
        ComparisonFormat::ALL
            .iter()
            .map(|format| format.name())
            .collect(),
    );
    add(
        &format!("report {{}}/proposal.yaml {hearing}"),
        AssessmentFormat::ALL
            .iter()
            .map(|format| format.name())
            .collect(),
    );
    add(
        "hearing {}/hearing.yaml",
        NoteFormat::ALL.iter().map(|format| format.name()).collect(),
    );
    add(
        "chart {}/proposal.yaml",
        ChartFormat::ALL
            .iter()
            .map(|format| format.name())
            .collect(),
    );
    lines.iter().map(|line| line.replace("{}", CASE)).collect()
}

#[test]
fn every_run_prints_the_same_bytes() {
    let place = Place::new("repeatable");
    let bytes = |line: &str| {
        let mut command = place.command(line.split_whitespace());
        let output = command.stdin(Stdio::null()).output().unwrap();
        assert!(
            matches!(output.status.code(), Some(0 | 1)),
            "{line}: {output:?}"
        );
        assert!(!output.stdout.is_empty(), "{line} prints nothing");
        (output.status.code(), output.stdout, output.stderr)
    };
    for line in lines() {
        let first = bytes(&line);
        for run in 1..RUNS {
            assert!(
                bytes(&line) == first,
                "{line} prints something else in run {}",
                run + 1
            );
        }
    }
}
