//! `check` and `diff`: the commands that make a report.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use rokade::{
    Aside, Certainty, Chain, Checked, KnownFindings, Language, Policy, Referred, Report, Severity,
    SourceId, Sources, Span, Syntax,
};

use super::baseline::Book;
use super::document::write_document;
use super::watch;
use super::{RunError, look_up};
use crate::args::{FailOn, ReportArgs};
use crate::input::{Commit, GitArg, Input, InputError, Location, Skipped};
use crate::output::{options, print_rendered, say};
use crate::progress::{self, Step};
use crate::settings::{FaultKind, Found, Languages, Settings, SettingsFile};
use crate::tongue::Tongue;

/// What a report is asked of.
#[derive(Debug)]
pub(super) enum Asked {
    /// Each path by itself.
    Check {
        paths: Vec<PathBuf>,
        against: Option<GitArg>,
    },
    /// Two paths, or a proposal with its base, or a path with what it was.
    Diff {
        first: PathBuf,
        revision: Option<PathBuf>,
        against: Option<GitArg>,
        hearings: Vec<PathBuf>,
    },
}

/// A report with all that its delivery needs.
pub(super) struct Made {
    pub(super) report: Report,
    settings: Settings,
    pub(super) language: Language,
    skipped: Vec<Skipped>,
    book: Option<Book>,
    /// The files on disk that were read.
    pub(super) files: Vec<PathBuf>,
}

/// Makes a report, once or whenever a file changes, and delivers it.
pub(super) fn run(
    asked: &Asked,
    args: &ReportArgs,
    languages: &mut Languages,
) -> Result<bool, RunError> {
    if args.watch {
        return watch::watch(asked, args, languages);
    }
    let made = make(asked, args, languages)?;
    let passes = deliver(&made, args);
    // The process ends with it.
    std::mem::forget(made);
    passes
}

/// Reads what is asked of, and makes the report.
pub(super) fn make(
    asked: &Asked,
    args: &ReportArgs,
    languages: &mut Languages,
) -> Result<Made, RunError> {
    let from = match asked {
        Asked::Check { paths, .. } => paths.first().map(PathBuf::as_path),
        Asked::Diff { first, .. } => Some(first.as_path()),
    };
    let from = from.filter(|path| *path != Path::new("-"));
    let from = from.or(args.stdin_name.as_deref());
    let found = look_up(from.unwrap_or(Path::new(".")), languages)?;
    let nothing = SettingsFile::default();
    let file = found.as_ref().map_or(&nothing, |found| &found.settings);
    let settings = Settings::new(args, file);
    let mut input = Input::default();
    let book = Book::open(args, &mut input)?;
    let of_settings = found.as_ref().map(|found| {
        let name = found.path.display().to_string();
        let text = found.text.as_bytes();
        input.sources.add(&name, text, Syntax::Yaml)
    });
    let mut reading = Reading {
        args,
        settings: &settings,
        input,
        book: book.as_ref(),
        skipped: Vec::new(),
    };
    let (report, policy) = match asked {
        Asked::Check { paths, against } => reading.check(paths, against.as_ref())?,
        Asked::Diff {
            first,
            revision,
            against,
            hearings,
        } => reading.diff(first, revision.as_deref(), against.as_ref(), hearings)?,
    };
    let Reading { input, skipped, .. } = reading;
    let language = policy.language;
    let tongue = Tongue::new(language)?;
    let mut asides = Vec::new();
    let mut is_whole = true;
    if let (Some(found), Some(file)) = (&found, of_settings) {
        asides.extend(in_settings(found, file, &tongue)?);
        is_whole = !found.faults.iter().any(|fault| fault.kind.is_of_all());
    }
    if let Some(book) = &book {
        asides.extend(book.gone(&report, &input, &tongue)?);
    }
    let mut report = rokade::with_asides(report, asides, &policy)?;
    report.complete &= is_whole;
    let mut files = input.disk_files();
    files.extend(found.map(|found| found.path));
    files.extend(args.baseline.clone());
    Ok(Made {
        report,
        settings,
        language,
        skipped,
        book,
        files,
    })
}

/// What is wrong in the settings, as findings.
fn in_settings(found: &Found, file: SourceId, tongue: &Tongue) -> Result<Vec<Aside>, RunError> {
    let mut asides = Vec::new();
    for fault in &found.faults {
        let rule = match &fault.kind {
            FaultKind::Syntax(_) | FaultKind::NotUtf8 | FaultKind::TooLarge => "syntax",
            FaultKind::UnknownKey { .. } | FaultKind::UnknownRule { .. } => "unknown-key",
            FaultKind::NotOneOf { .. }
            | FaultKind::WrongType { .. }
            | FaultKind::OutOfRange { .. } => "wrong-type",
            FaultKind::Twice { .. } => "duplicate-id",
        };
        let rest = found.text.get(fault.byte..).unwrap_or_default();
        let end = rest.find(|c: char| !c.is_alphanumeric() && !"-_\"".contains(c));
        let end = fault.byte + end.unwrap_or(rest.len());
        let line = fault.line.to_string();
        asides.push(Aside {
            rule,
            mark: format!("{} {line}", found.path.display()),
            message: tongue.fault(fault)?,
            help: None,
            label: tongue.in_settings_label()?,
            span: Span::new(file, fault.byte..end),
        });
    }
    Ok(asides)
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

    /// Its files.
    fn files(&self) -> Vec<SourceId> {
        match self {
            Item::Chart(chain) => files_of(chain),
            Item::Hearing(file, _) => vec![*file],
        }
    }
}

fn files_of(chain: &Chain) -> Vec<SourceId> {
    let root = chain.root.iter().flatten();
    root.chain(&chain.proposals).copied().collect()
}

/// Files as they are read for a report.
struct Reading<'a> {
    args: &'a ReportArgs,
    settings: &'a Settings,
    input: Input,
    book: Option<&'a Book>,
    skipped: Vec<Skipped>,
}

impl Reading<'_> {
    /// Checks each path by itself; one report holds them all.
    fn check(
        &mut self,
        paths: &[PathBuf],
        against: Option<&GitArg>,
    ) -> Result<(Report, Policy), RunError> {
        let mut all = Vec::new();
        for path in paths {
            let items = self.items(self.location(path))?;
            let before = match against {
                Some(against) => self.items_before(path, against)?,
                None => Vec::new(),
            };
            all.push((items, before));
        }
        let sources = &self.input.sources;
        let open = |items: &[Item]| -> Vec<Checked> {
            items.iter().map(|item| item.open(sources)).collect()
        };
        let opened: Vec<_> = all
            .iter()
            .map(|(items, before)| (open(items), open(before)))
            .collect();
        let chart = opened.iter().flat_map(|(checked, _)| checked);
        let chart = chart.into_iter().find_map(Checked::language);
        let policy = self.policy(chart);
        let mut checks = Vec::new();
        for ((items, _), (checked, before)) in all.iter().zip(opened) {
            let mut known = KnownFindings::new();
            if let (Some(against), false) = (against, before.is_empty()) {
                let nothing = |one| (one, KnownFindings::new());
                let before: Vec<_> = before.into_iter().map(nothing).collect();
                let report = rokade::check_each(sources, &before, &policy)?;
                known = rokade::known_since(&report, &against.reference);
            }
            for (item, checked) in items.iter().zip(checked) {
                let mut known = known.clone();
                if let Some(book) = self.book {
                    known.extend(book.known(&item.files(), &self.input));
                }
                checks.push((checked, known));
            }
        }
        progress::at(Step::Judge);
        let report = rokade::check_each(sources, &checks, &policy)?;
        self.leave(checks);
        Ok((report, policy))
    }

    /// Compares two paths, or a proposal with its base, or a path with what it was; with what was
    /// answered in hearings.
    fn diff(
        &mut self,
        first: &Path,
        revision: Option<&Path>,
        against: Option<&GitArg>,
        hearings: &[PathBuf],
    ) -> Result<(Report, Policy), RunError> {
        let (base, chain) = match (revision, against) {
            (Some(revision), _) => {
                let base = self.read_one(self.location(first))?;
                (base, self.read_one(self.location(revision))?)
            }
            (None, Some(against)) => {
                let base = self.read_one(self.before(first, against)?)?;
                (base, self.read_one(self.location(first))?)
            }
            (None, None) => {
                let proposal = self.input.read_proposal(self.location(first))?;
                (proposal.base(), proposal)
            }
        };
        let input = &mut self.input;
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
        self.skipped.retain(|(name, _)| !is_read(name));
        let mut files = files_of(&base);
        files.extend(files_of(&chain));
        let sources = &self.input.sources;
        let (base, revision) = rokade::open_two(sources, &base, &chain);
        let heard = rokade::open_hearings(sources, &answers, [&revision, &base], &chain);
        let mut policy = self.policy(revision.language().or(base.language()));
        if let Some(book) = self.book {
            policy.known = book.known(&files, &self.input);
        }
        progress::at(Step::Judge);
        let report = rokade::heard(sources, Some(&base), &revision, &heard, &policy)?;
        self.leave((base, revision, heard));
        Ok((report, policy))
    }

    /// Leaves what was read to the operating system, which takes it back at once: a million things
    /// take a while to give back one by one. Who watches files goes on, and gives it back.
    fn leave<T>(&self, read: T) {
        if !self.args.watch {
            std::mem::forget(read);
        }
    }

    fn policy(&self, chart: Option<Language>) -> Policy {
        let language = self.settings.languages.choose(chart).value;
        self.settings.policy(self.args, language)
    }

    /// Where a path of the command line is.
    fn location(&self, path: &Path) -> Location {
        if path == Path::new("-") {
            let name = self.args.stdin_name.clone();
            return Location::Stdin(name.unwrap_or_else(|| "<stdin>".into()));
        }
        Location::from(path)
    }

    /// Where a path of the command line is in a version in git.
    fn before(&self, path: &Path, against: &GitArg) -> Result<Location, RunError> {
        let own = match self.location(path) {
            Location::Stdin(name) if self.args.stdin_name.is_none() => {
                return Err(InputError::NotAFile(name).into());
            }
            location => location.name(),
        };
        let commit = Commit::open(&own, &against.reference)?;
        let path = match &against.path {
            Some(path) => crate::input::normal(Path::new(path)),
            None => Some(commit.path_of(&own)?),
        };
        Ok(Location::Git(Rc::new(commit), path))
    }

    fn items(&mut self, at: Location) -> Result<Vec<Item>, RunError> {
        let read = self.input.read(at)?;
        self.skipped.extend(read.skipped);
        let mut items: Vec<Item> = read.charts.into_iter().map(Item::Chart).collect();
        for hearing in read.hearings {
            let referred = self.input.referred(hearing);
            items.push(Item::Hearing(hearing, referred));
        }
        Ok(items)
    }

    /// What a path was; nothing where it was not there, unless another path was asked for.
    fn items_before(&mut self, path: &Path, against: &GitArg) -> Result<Vec<Item>, RunError> {
        let at = self.before(path, against)?;
        let skipped = self.skipped.len();
        let items = match self.items(at) {
            Err(RunError::Input(InputError::Read { source, .. }))
                if source.kind() == std::io::ErrorKind::NotFound && against.path.is_none() =>
            {
                Vec::new()
            }
            Err(RunError::Input(InputError::NoChart(_))) if against.path.is_none() => Vec::new(),
            items => items?,
        };
        // What is left out there is left out here, or is gone.
        self.skipped.truncate(skipped);
        Ok(items)
    }

    fn read_one(&mut self, at: Location) -> Result<Chain, RunError> {
        let (chain, skipped) = self.input.read_one(at)?;
        self.skipped.extend(skipped);
        Ok(chain)
    }
}

pub(super) fn tell_skipped(skipped: &[Skipped], language: Language) -> Result<(), RunError> {
    let tongue = Tongue::new(language)?;
    for (file, skip) in skipped {
        say(&tongue.skipped(file, *skip)?);
    }
    Ok(())
}

/// Prints a report, writes it to files, and says whether it passes.
pub(super) fn deliver(made: &Made, args: &ReportArgs) -> Result<bool, RunError> {
    let report = &made.report;
    let options = options(args);
    if !args.quiet {
        tell_skipped(&made.skipped, made.language)?;
        print_rendered(|out| rokade::render(args.format, report, &options, out))?;
    }
    for (format, path) in &args.output {
        let options = rokade::Options {
            color: false,
            width: 100,
            ..options.clone()
        };
        write_document(Some(path), |out| {
            rokade::render(*format, report, &options, out)
        })?;
    }
    if args.write_baseline {
        let Some(book) = &made.book else {
            return Ok(report.complete);
        };
        let written = book.write(report, |finding| fails(finding, &made.settings, true), args)?;
        if let (Some(findings), false) = (written, args.quiet) {
            say(&Tongue::new(made.language)?.baseline_written(book.path(), findings)?);
        }
        return Ok(report.complete);
    }
    Ok(passes(report, &made.settings))
}

/// Whether a report has nothing to fail on. What could not be checked never passes.
fn passes(report: &Report, settings: &Settings) -> bool {
    let mut findings = report.findings.iter();
    report.complete && !findings.any(|finding| finding.counts() && fails(finding, settings, false))
}

/// Whether a finding is one that a run fails on, but for what is allowed or known. Of a run that
/// never fails, all are what it would fail on, where `always`.
fn fails(finding: &rokade::ReportFinding, settings: &Settings, always: bool) -> bool {
    let least = match settings.fail_on.value {
        FailOn::Error => Some(Severity::Error),
        FailOn::Warning => Some(Severity::Warning),
        FailOn::Note => Some(Severity::Note),
        FailOn::Never => always.then_some(Severity::Note),
    };
    least.is_some_and(|least| finding.severity >= least)
        && (!settings.certain_only.value || finding.certainty == Certainty::Certain)
}
