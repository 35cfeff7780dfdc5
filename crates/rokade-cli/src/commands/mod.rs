//! The commands, and their exit codes.

mod list;
mod report;
mod write;

use std::io;
use std::process::ExitCode;

use clap::CommandFactory as _;
use rokade::{Language, RenderError, WordsError};

use crate::args::{Args, Command};
use crate::input::InputError;
use crate::output::{print, say};
use crate::tongue::{self, Tongue};

/// Why a run failed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RunError {
    /// A path that cannot be read.
    #[error(transparent)]
    Input(#[from] InputError),
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
    let asked = match &args.command {
        Command::Check { report, .. } | Command::Diff { report, .. } => report.language.lang,
        Command::Apply { language, .. }
        | Command::Script { language, .. }
        | Command::Explain { language, .. }
        | Command::Rules { language, .. } => language.lang,
        Command::Schema { .. } | Command::Completions { .. } => None,
    };
    match command(args.command) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            say(&told(&error, tongue::choose(asked, None)));
            ExitCode::from(2)
        }
    }
}

/// Runs a command; false where it found what it was to fail on.
fn command(command: Command) -> Result<bool, RunError> {
    match command {
        Command::Check { paths, report } => report::check(&paths, &report),
        Command::Diff {
            base,
            revision,
            report,
        } => report::diff(&base, revision.as_deref(), &report),
        Command::Apply { proposal, language } => write::apply(&proposal, language.lang),
        Command::Script {
            base,
            revision,
            language,
        } => write::script(&base, &revision, language.lang),
        Command::Explain { rule, language } => list::explain(&rule, language.lang),
        Command::Rules { format, language } => list::rules(format, language.lang),
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

/// An error in the user's language, where it is one of theirs.
fn told(error: &RunError, language: Language) -> String {
    let told = Tongue::new(language).and_then(|tongue| match error {
        RunError::Input(error) => tongue.error(error),
        RunError::NoSuchRule { rule, nearest } => tongue.no_such_rule(rule, *nearest),
        RunError::Write(error) => tongue.cannot_write(error),
        other => Ok(other.to_string()),
    });
    told.unwrap_or_else(|_| error.to_string())
}
