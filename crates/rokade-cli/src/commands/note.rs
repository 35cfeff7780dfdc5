//! `hearing`: the note on a hearing.

use std::path::Path;

use rokade::{Chain, HearingNote, RenderError};

use super::RunError;
use super::report::tell_skipped;
use crate::args::NoteArgs;
use crate::input::Input;
use crate::output::{is_terminal, options, print, save};
use crate::settings::{Settings, SettingsFile};

/// Ties what was answered in a hearing to what was found in the proposal that it answers.
pub(super) fn note(path: &Path, args: &NoteArgs, file: &SettingsFile) -> Result<bool, RunError> {
    // What cannot be done is said before anything is read.
    if args.format.is_binary() && args.output.is_none() && is_terminal() {
        return Err(RunError::NoTerminal(args.format.name()));
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
    let report_args = args.as_report();
    let settings = Settings::new(&report_args, file);
    let language = settings.languages.choose(opened.language()).value;
    tell_skipped(&skipped, language)?;
    if args.hides_small_groups() {
        opened.hide_small_groups();
    }
    if args.format.is_for_readers() {
        opened.hide_staff_ids(language);
    }
    let policy = settings.policy(&report_args, language);
    let note = rokade::note(sources, &opened, &policy)?;
    write(&note, args)?;
    Ok(note.complete)
}

fn write(note: &HearingNote, args: &NoteArgs) -> Result<(), RunError> {
    let options = options(&args.as_report());
    let render =
        |out: &mut dyn std::io::Write| rokade::render_note(args.format, note, &options, out);
    if let Some(path) = &args.output {
        let mut bytes = Vec::new();
        render(&mut bytes)?;
        return save(path, &bytes).map_err(|error| RunError::Save(path.clone(), error));
    }
    print(|out| {
        render(out).map_err(|error| match error {
            RenderError::Io(error) => error,
            other @ RenderError::Words(_) => std::io::Error::other(other),
        })
    })?;
    Ok(())
}
