//! `check` and `diff`: the commands that make a report.

use std::path::{Path, PathBuf};

use rokade::{Certainty, Language, Policy, RenderError, Report, Severity};

use super::RunError;
use crate::args::{FailOn, ReportArgs};
use crate::input::{Input, Skipped};
use crate::output::{options, print, say};
use crate::tongue::{self, Tongue};

/// Checks each path by itself; one report holds them all.
pub(super) fn check(paths: &[PathBuf], args: &ReportArgs) -> Result<bool, RunError> {
    let mut input = Input::default();
    let mut charts = Vec::new();
    let mut skipped = Vec::new();
    for path in paths {
        let found = input.read(path)?;
        charts.extend(found.charts);
        skipped.extend(found.skipped);
    }
    let sources = &input.sources;
    let opened: Vec<_> = charts
        .iter()
        .map(|chart| rokade::open_chain(sources, chart))
        .collect();
    let language = tongue::choose(
        args.language.lang,
        opened.iter().find_map(rokade::Opened::language),
    );
    tell_skipped(&skipped, language)?;
    let policy = policy(args, language);
    let report = rokade::check_all(sources, &opened, &policy)?;
    finish(&report, args)
}

/// Compares two paths, or a proposal with its base.
pub(super) fn diff(
    first: &Path,
    revision: Option<&Path>,
    args: &ReportArgs,
) -> Result<bool, RunError> {
    let mut input = Input::default();
    let mut skipped = Vec::new();
    let (base, revision) = if let Some(revision) = revision {
        let (base, of_base) = input.read_one(first)?;
        let (revision, of_revision) = input.read_one(revision)?;
        skipped.extend(of_base);
        skipped.extend(of_revision);
        (base, revision)
    } else {
        let proposal = input.read_proposal(first)?;
        (proposal.base(), proposal)
    };
    let sources = &input.sources;
    let base = rokade::open_chain(sources, &base);
    let revision = rokade::open_chain(sources, &revision);
    let chart = revision.language().or(base.language());
    let language = tongue::choose(args.language.lang, chart);
    tell_skipped(&skipped, language)?;
    let report = rokade::diff(sources, &base, &revision, &policy(args, language))?;
    finish(&report, args)
}

fn tell_skipped(skipped: &[Skipped], language: Language) -> Result<(), RunError> {
    let tongue = Tongue::new(language)?;
    for (file, skip) in skipped {
        say(&tongue.skipped(file, *skip)?);
    }
    Ok(())
}

fn policy(args: &ReportArgs, language: Language) -> Policy {
    Policy {
        language,
        severities: args.severity.iter().cloned().collect(),
        on: args.on,
        all_names: args.full,
        ..Policy::default()
    }
}

fn finish(report: &Report, args: &ReportArgs) -> Result<bool, RunError> {
    let options = options(args);
    print(|out| {
        rokade::render(args.format, report, &options, out).map_err(|error| match error {
            RenderError::Io(error) => error,
            other @ RenderError::Words(_) => std::io::Error::other(other),
        })
    })?;
    Ok(passes(report, args))
}

/// Whether a report has nothing to fail on. What could not be checked never passes.
fn passes(report: &Report, args: &ReportArgs) -> bool {
    let least = match args.fail_on {
        FailOn::Error => Some(Severity::Error),
        FailOn::Warning => Some(Severity::Warning),
        FailOn::Note => Some(Severity::Note),
        FailOn::Never => None,
    };
    let counts = |finding: &&rokade::ReportFinding| {
        finding.allowed.is_none()
            && least.is_some_and(|least| finding.severity >= least)
            && (!args.certain_only || finding.certainty == Certainty::Certain)
    };
    report.complete && !report.findings.iter().any(|finding| counts(&finding))
}
