//! What is known in a run: read from a file, told of what is gone, and written again.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};

use rokade::{
    Aside, Fingerprint, Known, KnownFindings, Report, ReportFinding, SourceId, Span, Syntax,
};

use super::RunError;
use crate::args::ReportArgs;
use crate::input::Input;
use crate::save::save;
use crate::settings::{Baseline, Entry, read_baseline, written};
use crate::tongue::Tongue;

/// A baseline with the file that it is, or will be.
pub(super) struct Book {
    path: PathBuf,
    /// Its folder, from which its entries name files.
    folder: PathBuf,
    baseline: Baseline,
    source: SourceId,
    /// How the files of the run are named in it.
    files: std::cell::OnceCell<BTreeMap<SourceId, String>>,
}

impl Book {
    /// Opens the baseline that is asked for; one that is to be written need not be there.
    pub(super) fn open(args: &ReportArgs, input: &mut Input) -> Result<Option<Self>, RunError> {
        let Some(path) = &args.baseline else {
            return Ok(None);
        };
        let is_new = args.write_baseline && fs::symlink_metadata(path).is_err();
        let baseline = if is_new {
            Baseline::default()
        } else {
            read_baseline(path).map_err(|error| RunError::Baseline(path.clone(), error))?
        };
        let parent = path.parent().filter(|parent| *parent != Path::new(""));
        let folder = parent.unwrap_or(Path::new("."));
        let folder =
            fs::canonicalize(folder).map_err(|error| RunError::Save(path.clone(), error))?;
        let name = path.display().to_string();
        let source = input
            .sources
            .add(&name, baseline.text.as_bytes(), Syntax::Yaml);
        Ok(Some(Book {
            path: path.clone(),
            folder,
            baseline,
            source,
            files: std::cell::OnceCell::new(),
        }))
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// What it has of some files.
    pub(super) fn known(&self, files: &[SourceId], input: &Input) -> KnownFindings {
        let names = self.names(input);
        let names: BTreeSet<&str> = files
            .iter()
            .filter_map(|file| names.get(file).map(String::as_str))
            .collect();
        let entries = self.baseline.entries.iter();
        entries
            .filter(|entry| names.contains(entry.file.as_str()))
            .map(|entry| {
                let known = Known {
                    because: entry.because.clone(),
                    since: entry.since.clone(),
                };
                (entry.fingerprint.clone(), known)
            })
            .collect()
    }

    /// How each file on disk that was read is named in it.
    fn names(&self, input: &Input) -> &BTreeMap<SourceId, String> {
        self.files.get_or_init(|| {
            let files = input.disk_paths();
            files
                .filter_map(|(file, path)| Some((file, relative(&path, &self.folder)?)))
                .collect()
        })
    }

    /// What it has and is found no more, as findings.
    pub(super) fn gone(
        &self,
        report: &Report,
        input: &Input,
        tongue: &Tongue,
    ) -> Result<Vec<Aside>, RunError> {
        let read: BTreeSet<&String> = self.names(input).values().collect();
        let is_about = |entry: &&Entry| {
            if read.contains(&entry.file) {
                // What was not read to its end may still be there.
                report.complete
            } else {
                !self.folder.join(&entry.file).exists()
            }
        };
        let about: Vec<&Entry> = self.baseline.entries.iter().filter(is_about).collect();
        let gone = rokade::gone(report, about.iter().map(|entry| &entry.fingerprint));
        let mut asides = Vec::new();
        for entry in about {
            let is_there = self.folder.join(&entry.file).exists();
            if is_there && !gone.contains(&entry.fingerprint) {
                continue;
            }
            let (start, end) = entry.span;
            asides.push(Aside {
                rule: "unused-allow",
                mark: format!("{} {}", entry.file, entry.fingerprint),
                message: tongue.gone(&entry.file, &entry.rule, &entry.what)?,
                help: Some(tongue.gone_help()?),
                label: tongue.gone_label()?,
                span: Span::new(self.source, start..end),
            });
        }
        Ok(asides)
    }

    /// Writes what a run would fail on, with the reasons and days that are there; how many.
    /// Nothing is written of a run that could not check everything.
    pub(super) fn write(
        &self,
        report: &Report,
        fails: impl Fn(&ReportFinding) -> bool,
        args: &ReportArgs,
    ) -> Result<Option<usize>, RunError> {
        if !report.complete {
            return Ok(None);
        }
        let today = match args.on {
            Some(day) => day.to_string(),
            None => jiff::Timestamp::now()
                .to_zoned(jiff::tz::TimeZone::UTC)
                .date()
                .to_string(),
        };
        let files = self.files.get();
        let named = |source: SourceId| files.and_then(|files| files.get(&source));
        let read: BTreeSet<&String> = files.iter().flat_map(|files| files.values()).collect();
        let old: BTreeMap<(&str, &Fingerprint), &Entry> = self
            .baseline
            .entries
            .iter()
            .map(|entry| ((entry.file.as_str(), &entry.fingerprint), entry))
            .collect();
        // What is said of files that were not read, and are there, is as it was.
        let is_elsewhere =
            |entry: &&Entry| !read.contains(&entry.file) && self.folder.join(&entry.file).exists();
        let kept = self.baseline.entries.iter().filter(is_elsewhere);
        let mut entries: Vec<Entry> = kept.cloned().collect();
        for finding in &report.findings {
            let mut places = finding.labels.iter().map(|label| label.span.source);
            let Some(file) = places.find_map(named) else {
                continue;
            };
            let mut know = |what: &str, fingerprint: &Fingerprint| {
                let before = old.get(&(file.as_str(), fingerprint));
                entries.push(Entry {
                    file: file.clone(),
                    rule: finding.rule.to_owned(),
                    what: what.to_owned(),
                    fingerprint: fingerprint.clone(),
                    because: before.and_then(|entry| entry.because.clone()),
                    since: before
                        .and_then(|entry| entry.since.clone())
                        .or_else(|| Some(today.clone())),
                    span: (0, 0),
                });
            };
            if finding.allowed.is_some() || !fails(finding) {
                continue;
            }
            if finding.members.is_empty() {
                know("", &finding.fingerprint);
            }
            for member in finding.members.iter().filter(|member| !member.allowed) {
                know(&member.name, &member.fingerprint);
            }
        }
        let (text, findings) = written(entries);
        save(&self.path, text.as_bytes())
            .map_err(|error| RunError::Save(self.path.clone(), error))?;
        Ok(Some(findings))
    }
}

/// A file as seen from a folder, both without links, with `/` between folders; none where they
/// share nothing.
fn relative(path: &Path, folder: &Path) -> Option<String> {
    let path = fs::canonicalize(path).ok()?;
    let parts = |path: &Path| -> Vec<String> {
        let parts = path.components().map(Component::as_os_str);
        parts
            .map(|part| part.to_string_lossy().into_owned())
            .collect()
    };
    let (own, from) = (parts(&path), parts(folder));
    let shared = own.iter().zip(&from).take_while(|(a, b)| a == b).count();
    if shared == 0 {
        return None;
    }
    let up = std::iter::repeat_n("..", from.len() - shared);
    let down = own.iter().skip(shared).map(String::as_str);
    Some(up.chain(down).collect::<Vec<_>>().join("/"))
}
