//! `check` and `diff`: the commands that make a report.

use std::path::{Path, PathBuf};

use rokade::{Certainty, Chain, Checked, Language, Referred, Report, Severity, SourceId, Sources};

use super::RunError;
use crate::args::{FailOn, ReportArgs};
use crate::input::{Input, Skipped};
use crate::output::{options, print_rendered, say};
use crate::settings::{Settings, SettingsFile};
use crate::tongue::Tongue;

/// Checks each path by itself; one report holds them all.
pub(super) fn check(
    paths: &[PathBuf],
    args: &ReportArgs,
    file: &SettingsFile,
) -> Result<bool, RunError> {
    let mut input = Input::default();
    let mut found = Vec::new();
    let mut skipped = Vec::new();
    for path in paths {
        let read = input.read(path)?;
        skipped.extend(read.skipped);
        found.extend(read.charts.into_iter().map(Item::Chart));
        for hearing in read.hearings {
            let referred = input.referred(hearing);
            found.push(Item::Hearing(hearing, referred));
        }
    }
    let sources = &input.sources;
    let opened: Vec<Checked> = found.iter().map(|item| item.open(sources)).collect();
    let settings = Settings::new(args, file);
    let chart = opened.iter().find_map(Checked::language);
    let language = settings.languages.choose(chart).value;
    tell_skipped(&skipped, language)?;
    let policy = settings.policy(args, language);
    let report = rokade::check_each(sources, &opened, &policy)?;
    finish(&report, args, &settings)
}

/// What is checked by itself, with the files it is made of.
enum Item {
    Chart(Chain),
    Hearing(SourceId, Referred),
}

impl Item {
    fn open(&self, sources: &Sources) -> Checked {
        match self {
            Item::Chart(chain) => Checked::Chart(Box::new(rokade::open_chain(sources, chain))),
            Item::Hearing(file, referred) => {
                let hearing = rokade::open_answered(sources, *file, referred);
                Checked::Hearing(Box::new(hearing))
            }
        }
    }
}

/// Compares two paths, or a proposal with its base; with what was answered in hearings.
pub(super) fn diff(
    first: &Path,
    revision: Option<&Path>,
    hearings: &[PathBuf],
    args: &ReportArgs,
    file: &SettingsFile,
) -> Result<bool, RunError> {
    let mut input = Input::default();
    let mut skipped = Vec::new();
    let (base, chain) = if let Some(revision) = revision {
        let (base, of_base) = input.read_one(first)?;
        let (revision, of_revision) = input.read_one(revision)?;
        skipped.extend(of_base);
        skipped.extend(of_revision);
        (base, revision)
    } else {
        let proposal = input.read_proposal(first)?;
        (proposal.base(), proposal)
    };
    let mut answers = Vec::new();
    for path in hearings {
        let hearing = input.read_hearing(path)?;
        // One that is named twice is one.
        if answers.iter().all(|(file, _)| *file != hearing) {
            answers.push((hearing, input.referred(hearing)));
        }
    }
    // It is read with the comparison, and not left out.
    let is_read = |name: &str| {
        let mut read = answers.iter();
        read.any(|(file, _)| input.sources.name(*file) == name)
    };
    skipped.retain(|(name, _)| !is_read(name));
    let sources = &input.sources;
    let base = rokade::open_chain(sources, &base);
    let revision = rokade::open_chain(sources, &chain);
    let heard = rokade::open_hearings(sources, &answers, [&revision, &base], &chain);
    let settings = Settings::new(args, file);
    let chart = revision.language().or(base.language());
    let language = settings.languages.choose(chart).value;
    tell_skipped(&skipped, language)?;
    let policy = settings.policy(args, language);
    let report = rokade::heard(sources, Some(&base), &revision, &heard, &policy)?;
    finish(&report, args, &settings)
}

pub(super) fn tell_skipped(skipped: &[Skipped], language: Language) -> Result<(), RunError> {
    let tongue = Tongue::new(language)?;
    for (file, skip) in skipped {
        say(&tongue.skipped(file, *skip)?);
    }
    Ok(())
}

fn finish(report: &Report, args: &ReportArgs, settings: &Settings) -> Result<bool, RunError> {
    let options = options(args);
    print_rendered(|out| rokade::render(args.format, report, &options, out))?;
    Ok(passes(report, settings))
}

/// Whether a report has nothing to fail on. What could not be checked never passes.
fn passes(report: &Report, settings: &Settings) -> bool {
    let least = match settings.fail_on.value {
        FailOn::Error => Some(Severity::Error),
        FailOn::Warning => Some(Severity::Warning),
        FailOn::Note => Some(Severity::Note),
        FailOn::Never => None,
    };
    let counts = |finding: &&rokade::ReportFinding| {
        finding.allowed.is_none()
            && least.is_some_and(|least| finding.severity >= least)
            && (!settings.certain_only.value || finding.certainty == Certainty::Certain)
    };
    report.complete && !report.findings.iter().any(|finding| counts(&finding))
}
