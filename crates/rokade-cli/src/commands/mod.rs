//! The commands, and their exit codes.

mod assess;
mod baseline;
mod chart;
mod compare;
mod config;
mod document;
mod extract;
mod list;
mod man;
mod note;
mod report;
mod watch;
mod write;

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::CommandFactory as _;
use rokade::{Language, NoBase, ReadError, RenderError, WeightError, WordsError};

use crate::args::{Args, Command, HearingCommand};
use crate::input::{GitError, InputError};
use crate::output::{print, say};
use crate::progress;
use crate::settings::{self, BaselineError, FileError, Found, Languages, SettingsFile};
use crate::tongue::Tongue;
use report::Asked;

/// Why a run failed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RunError {
    /// A path that cannot be read.
    #[error(transparent)]
    Input(#[from] InputError),
    /// A version in git that cannot be read.
    #[error(transparent)]
    Git(#[from] GitError),
    /// A list of what is known that cannot be used.
    #[error("{0}: {1}")]
    Baseline(PathBuf, BaselineError),
    /// Files that cannot be watched.
    #[error(transparent)]
    Watch(#[from] notify::Error),
    /// Settings that cannot be used.
    #[error(transparent)]
    Settings(#[from] FileError),
    /// Proposals without one chart to compare them with.
    #[error(transparent)]
    NoBase(#[from] NoBase),
    /// A chart, and nothing to compare it with.
    #[error("{0} alone cannot be compared")]
    NothingToCompare(PathBuf),
    /// A weight that cannot be used.
    #[error(transparent)]
    Weight(#[from] WeightError),
    /// A file whose name stands for no format.
    #[error("there is no format for files that end in `.{0}`: choose one by --format")]
    NoFormat(String),
    /// A file that a terminal cannot show.
    #[error("`{0}` is written to a file: name it by -o")]
    NoTerminal(&'static str),
    /// A file that cannot be written.
    #[error("{0}: {1}")]
    Save(PathBuf, io::Error),
    /// A response that cannot be read as text.
    #[error("{0}: {1}")]
    Response(PathBuf, ReadError),
    /// A file to be written that is there already, with what somebody may have written in it.
    #[error("{0} is there already")]
    Taken(PathBuf),
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
    let done = command(args.command, &mut languages);
    progress::clear();
    match done {
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
        Command::Compare { comparison, .. } => comparison.document.language.lang,
        Command::Report { assessment, .. } => assessment.document.language.lang,
        Command::Chart { chart, .. } => chart.language.lang,
        Command::Hearing(hearing) => match &hearing.command {
            Some(HearingCommand::Extract(extract)) => extract.language.lang,
            None => hearing.note.document.language.lang,
        },
        Command::Config { language, .. }
        | Command::Apply { language, .. }
        | Command::Script { language, .. }
        | Command::Explain { language, .. }
        | Command::Rules { language, .. } => language.lang,
        Command::Schema { .. } | Command::Completions { .. } | Command::Man { .. } => None,
    }
}

/// Looks for the settings of a command from a path that it reads upwards. What they say of the language
/// is noted down at once, for what is said of a run that fails.
fn look_up(from: &Path, languages: &mut Languages) -> Result<Option<Found>, RunError> {
    let found = settings::nearest(from)?;
    languages.file = found.as_ref().and_then(|found| found.settings.language);
    progress::start(languages.choose(None).value);
    Ok(found)
}

/// The same, where a mistake in them cannot be told as a finding.
fn sound(from: Option<&Path>, languages: &mut Languages) -> Result<SettingsFile, RunError> {
    match look_up(from.unwrap_or(Path::new(".")), languages)? {
        Some(found) if !found.faults.is_empty() => Err(FileError::Faults(Box::new(found)).into()),
        found => Ok(found.map_or_else(SettingsFile::default, |found| found.settings)),
    }
}

fn first(paths: &[PathBuf]) -> Option<&Path> {
    paths.first().map(PathBuf::as_path)
}

/// Runs a command; false where it found what it was to fail on. What says nothing in any language
/// looks for no settings.
fn command(command: Command, languages: &mut Languages) -> Result<bool, RunError> {
    match command {
        // What is wrong in the settings is a finding where there is a report.
        Command::Check {
            paths,
            against,
            report,
        } => report::run(&Asked::Check { paths, against }, &report, languages),
        Command::Diff {
            base,
            revision,
            against,
            hearings,
            report,
        } => {
            let asked = Asked::Diff {
                first: base,
                revision,
                against,
                hearings,
            };
            report::run(&asked, &report, languages)
        }
        Command::Config { path, .. } => {
            let found = look_up(path.as_deref().unwrap_or(Path::new(".")), languages)?;
            config::config(path.as_deref(), found, *languages)
        }
        Command::Report { paths, assessment } => {
            let file = sound(first(&paths), languages)?;
            assess::assess(&paths, &assessment, &file)
        }
        Command::Chart { path, chart } => {
            sound(Some(&path), languages)?;
            chart::chart(&path, &chart, *languages)
        }
        Command::Compare { paths, comparison } => {
            let file = sound(first(&paths), languages)?;
            compare::compare(&paths, &comparison, &file)
        }
        Command::Hearing(hearing) => match (hearing.command, hearing.hearing) {
            (Some(HearingCommand::Extract(args)), _) => {
                sound(Some(&args.base), languages)?;
                extract::extract(&args, *languages)
            }
            (None, Some(path)) => {
                let file = sound(Some(&path), languages)?;
                note::note(&path, &hearing.note, &file)
            }
            // The arguments ask for one of the two.
            (None, None) => Ok(true),
        },
        Command::Apply { proposal, .. } => {
            sound(Some(&proposal), languages)?;
            write::apply(&proposal, *languages)
        }
        Command::Script { base, revision, .. } => {
            sound(Some(&base), languages)?;
            write::script(&base, &revision, *languages)
        }
        Command::Explain { rule, .. } => {
            sound(None, languages)?;
            list::explain(&rule, *languages)
        }
        Command::Rules { format, .. } => {
            sound(None, languages)?;
            list::rules(format, *languages)
        }
        Command::Schema {
            report,
            comparison,
            note,
        } => list::schema(report, comparison, note),
        Command::Man { output } => man::man(Args::command(), output.as_deref()),
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
            RunError::Settings(FileError::Faults(found)) => {
                let faults = found.faults.iter();
                return faults
                    .map(|fault| tongue.in_settings(&found.path, fault))
                    .collect();
            }
            RunError::Settings(FileError::Input(error)) | RunError::Input(error) => {
                tongue.error(error)
            }
            RunError::Git(error) => tongue.git(error),
            RunError::Baseline(path, error) => tongue.baseline(path, error),
            RunError::Watch(error) => tongue.cannot_watch(error),
            RunError::NoSuchRule { rule, nearest } => tongue.no_such_rule(rule, *nearest),
            RunError::NoBase(error) => tongue.no_base(error),
            RunError::NothingToCompare(path) => tongue.nothing_to_compare(path),
            RunError::Response(path, why) => tongue.no_response(path, *why),
            RunError::Taken(path) => tongue.taken(path),
            RunError::Weight(error) => tongue.weight(error),
            RunError::NoFormat(extension) => tongue.no_format(extension),
            RunError::NoTerminal(format) => tongue.no_terminal(format),
            RunError::Save(path, error) => tongue.cannot_save(path, error),
            RunError::Write(error) => tongue.cannot_write(error),
            other => Ok(other.to_string()),
        };
        one.map(|line| vec![line])
    });
    told.unwrap_or_else(|_| vec![error.to_string()])
}
