//! `report`: the impact assessment that a committee reads.

use std::path::{Path, PathBuf};

use rokade::{AssessmentFormat, Chain, Named, OpenedAssessment};

use super::RunError;
use super::compare::chains;
use super::document::{format_of, refuse_terminal, write_document};
use super::report::tell_skipped;
use crate::args::AssessArgs;
use crate::input::Input;
use crate::progress::{self, Step};
use crate::settings::{Settings, SettingsFile};

/// Writes what proposals do, for whom, and what is left hanging.
pub(super) fn assess(
    paths: &[PathBuf],
    args: &AssessArgs,
    file: &SettingsFile,
) -> Result<bool, RunError> {
    // What cannot be done is said before anything is read.
    let output = args.output.as_deref();
    let format = format_of(
        args.format,
        output,
        AssessmentFormat::of_extension,
        AssessmentFormat::Html,
    )?;
    if format.is_binary() {
        refuse_terminal(output, format.name())?;
    }
    let mut input = Input::default();
    let mut skipped = Vec::new();
    let (base, proposals) = chains(paths, args.base.as_deref(), &mut input, &mut skipped)?;
    let mut hearings = Vec::with_capacity(args.hearings.len());
    for path in &args.hearings {
        let hearing = input.read_hearing(Path::new(path))?;
        hearings.push((hearing, input.referred(hearing)));
    }
    let sources = &input.sources;
    let open = |chain: &Chain| rokade::open_named(sources, chain);
    let own_base = args.base.is_some().then_some(&base);
    let opened = OpenedAssessment {
        base: open(&base),
        proposals: proposals.iter().map(open).collect::<Vec<Named>>(),
        hearings: hearings
            .iter()
            .map(|(hearing, referred)| {
                rokade::open_note(sources, *hearing, referred, own_base, &[])
            })
            .collect(),
    };
    let report_args = args.document.as_report(true);
    let settings = Settings::new(&report_args, file);
    let language = settings.languages.choose(opened.language()).value;
    tell_skipped(&skipped, language)?;
    let policy = settings.policy(&report_args, language);
    let hides = args.document.hides_small_groups(true);
    progress::at(Step::Judge);
    let assessment = rokade::assess(sources, opened, &policy, hides)?;
    write_document(output, |out| {
        rokade::render_assessment(format, &assessment, out)
    })?;
    Ok(assessment.complete)
}
