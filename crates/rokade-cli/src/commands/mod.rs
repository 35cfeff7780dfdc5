//! The commands, and their exit codes.

mod list;
mod report;
mod write;

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::CommandFactory as _;
use rokade::{Language, RenderError, WordsError};

use crate::args::{Args, Command};
use crate::input::InputError;
use crate::output::{print, say};
use crate::settings::{self, FileError, Languages};
use crate::tongue::Tongue;

/// Why a run failed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RunError {
    /// A path that cannot be read.
    #[error(transparent)]
    Input(#[from] InputError),
    /// Settings that cannot be used.
    #[error(transparent)]
    Settings(#[from] FileError),
    /// A rule that there is none of.
    #[error("there is no rule `{rule}`")]
    NoSuchRule {
        rule: String,
        nearest: Option<&'static str>,
    },
    /// Output that cannot be written.
    #[error(transparent)]
    Write(#[from] io::Error),
    /// A report that cannot be printed.
    #[error(transparent)]
    Render(#[from] RenderError),
    /// A sentence that cannot be made.
    #[error(transparent)]
    Words(#[from] WordsError),
    /// Data that cannot be written as JSON.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

/// Runs a command and says in its exit code how it went.
pub(crate) fn run(args: Args) -> ExitCode {
    let mut languages = Languages {
        asked: language(&args.command),
        file: None,
    };
    match command(args.command, &mut languages) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            for line in told(&error, languages.choose(None).value) {
                say(&line);
            }
            ExitCode::from(2)
        }
    }
}

/// The language that the command line asks for.
fn language(command: &Command) -> Option<Language> {
    match command {
        Command::Check { report, .. } | Command::Diff { report, .. } => report.language.lang,
        Command::Apply { language, .. }
        | Command::Script { language, .. }
        | Command::Explain { language, .. }
        | Command::Rules { language, .. } => language.lang,
        Command::Schema { .. } | Command::Completions { .. } => None,
    }
}

/// From where upwards the settings of a command are looked for: from the first file it reads, or
/// from where one stands. What says nothing in any language needs none.
fn settings_from(command: &Command) -> Option<&Path> {
    match command {
        Command::Check { paths, .. } => paths.first().map(PathBuf::as_path),
        Command::Diff { base, .. } | Command::Script { base, .. } => Some(base),
        Command::Apply { proposal, .. } => Some(proposal),
        Command::Explain { .. } | Command::Rules { .. } => Some(Path::new(".")),
        Command::Schema { .. } | Command::Completions { .. } => None,
    }
}

/// Runs a command; false where it found what it was to fail on. What the settings say of the
/// language is noted down as soon as it is known, for what is said of a run that fails.
fn command(command: Command, languages: &mut Languages) -> Result<bool, RunError> {
    let file = settings_from(&command).map(settings::nearest).transpose();
    if let Err(FileError::Faults { language, .. }) = &file {
        languages.file = *language;
    }
    let file = file?.unwrap_or_default();
    languages.file = file.language;
    let languages = *languages;
    match command {
        Command::Check { paths, report } => report::check(&paths, &report, &file),
        Command::Diff {
            base,
            revision,
            hearings,
            report,
        } => report::diff(&base, revision.as_deref(), &hearings, &report, &file),
        Command::Apply { proposal, .. } => write::apply(&proposal, languages),
        Command::Script { base, revision, .. } => write::script(&base, &revision, languages),
        Command::Explain { rule, .. } => list::explain(&rule, languages),
        Command::Rules { format, .. } => list::rules(format, languages),
        Command::Schema { report } => list::schema(report),
        Command::Completions { shell } => {
            let mut command = Args::command();
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut command, "rokade", &mut script);
            print(|out| out.write_all(&script))?;
            Ok(true)
        }
    }
}

/// An error in the user's language, where it is one of theirs; line by line.
fn told(error: &RunError, language: Language) -> Vec<String> {
    let told = Tongue::new(language).and_then(|tongue| {
        let one = match error {
            RunError::Settings(FileError::Faults { path, faults, .. }) => {
                let faults = faults.iter();
                return faults
                    .map(|fault| tongue.in_settings(path, fault))
                    .collect();
            }
            RunError::Settings(FileError::Input(error)) | RunError::Input(error) => {
                tongue.error(error)
            }
            RunError::NoSuchRule { rule, nearest } => tongue.no_such_rule(rule, *nearest),
            RunError::Write(error) => tongue.cannot_write(error),
            other => Ok(other.to_string()),
        };
        one.map(|line| vec![line])
    });
    told.unwrap_or_else(|_| vec![error.to_string()])
}
