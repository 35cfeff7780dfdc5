//! `hearing`: the note on a hearing.

use std::path::Path;

use rokade::{Chain, NoteFormat};

use super::RunError;
use super::document::{format_of, refuse_terminal, write_document};
use super::report::tell_skipped;
use crate::args::NoteArgs;
use crate::input::Input;
use crate::output::options;
use crate::progress::{self, Step};
use crate::settings::{Settings, SettingsFile};

/// Ties what was answered in a hearing to what was found in the proposal that it answers.
pub(super) fn note(path: &Path, args: &NoteArgs, file: &SettingsFile) -> Result<bool, RunError> {
    // What cannot be done is said before anything is read.
    let output = args.output.as_deref();
    let format = format_of(
        args.format,
        output,
        NoteFormat::of_extension,
        NoteFormat::Text,
    )?;
    if format.is_binary() {
        refuse_terminal(output, format.name())?;
    }
    let mut input = Input::default();
    let hearing = input.read_hearing(path)?;
    let referred = input.referred(hearing);
    let mut skipped = Vec::new();
    let mut read = |path: &Path| -> Result<Chain, RunError> {
        let (chain, of_path) = input.read_one(path)?;
        skipped.extend(of_path);
        Ok(chain)
    };
    let base = args.base.as_deref().map(&mut read).transpose()?;
    let mut counters = Vec::with_capacity(args.counters.len());
    for path in &args.counters {
        counters.push(read(path)?);
    }
    let sources = &input.sources;
    let mut opened = rokade::open_note(sources, hearing, &referred, base.as_ref(), &counters);
    let report_args = args.document.as_report(args.full);
    let settings = Settings::new(&report_args, file);
    let language = settings.languages.choose(opened.language()).value;
    tell_skipped(&skipped, language)?;
    let policy = settings.policy(&report_args, language);
    let hides = args.document.hides_small_groups(format.is_for_readers());
    if format.is_for_readers() {
        opened.hide_staff_ids(language);
    }
    progress::at(Step::Judge);
    let note = rokade::note(sources, opened, &policy, hides)?;
    let options = options(&report_args);
    write_document(output, |out| {
        rokade::render_note(format, &note, &options, out)
    })?;
    Ok(note.complete)
}
