//! Reading files and folders into [`Sources`], and after each proposal what it stands on.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use rokade::{
    Answered, AnsweredFault, BaseFault, Chain, FileKind, Part, Parts, Referred, SourceId, Sources,
    Syntax, sort_folder,
};

/// Why a path could not be read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum InputError {
    /// There is no such file or folder.
    #[error("{path}: {source}")]
    Read {
        path: PathBuf,
        #[source]
        source: io::Error,
    },
    /// Something else than a file or a folder, such as a pipe.
    #[error("{0} is neither a file nor a folder")]
    NotAFile(PathBuf),
    /// A folder in which nothing is a chart.
    #[error("{0} holds no chart")]
    NoChart(PathBuf),
    /// Two charts were asked for one.
    #[error("{path} holds several charts: {}", names.join(", "))]
    SeveralCharts { path: PathBuf, names: Vec<String> },
    /// A hearing where a chart or a proposal is needed.
    #[error("{0} is a hearing")]
    Hearing(PathBuf),
    /// Something else where a hearing is needed.
    #[error("{0} is no hearing")]
    NoHearing(PathBuf),
    /// A chart where a proposal is needed.
    #[error("{0} is a chart and not a proposal")]
    NoProposal(PathBuf),
}

/// What is in a path: charts and proposals, or hearings; and the files of a folder that are not
/// read.
#[derive(Default)]
pub(crate) struct Found {
    pub(crate) charts: Vec<Chain>,
    pub(crate) hearings: Vec<SourceId>,
    pub(crate) skipped: Vec<Skipped>,
}

/// A file of a folder that is not read, and why.
pub(crate) type Skipped = (String, Skip);

/// Why a file of a folder is not read as part of its chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Skip {
    /// It is a proposal written as events.
    Proposal,
    /// It is a hearing.
    Hearing,
    /// It looks like a part, and has a name that none has.
    Name,
}

/// Reads files, each once.
#[derive(Default)]
pub(crate) struct Input {
    pub(crate) sources: Sources,
    read: BTreeMap<PathBuf, SourceId>,
    /// The path of each file, as it was named; its name may show it otherwise.
    paths: BTreeMap<SourceId, PathBuf>,
}

impl Input {
    /// Reads a file, with what it stands on, or the files of a folder; not its subfolders.
    pub(crate) fn read(&mut self, path: &Path) -> Result<Found, InputError> {
        let failed = |source| InputError::Read {
            path: path.to_owned(),
            source,
        };
        let metadata = fs::metadata(path).map_err(failed)?;
        if metadata.is_dir() {
            return self.folder(path);
        }
        if !metadata.is_file() {
            return Err(InputError::NotAFile(path.to_owned()));
        }
        let file = self.file(path).map_err(failed)?;
        let mut found = Found::default();
        if Part::of(&self.sources, file) == Part::Hearing {
            found.hearings.push(file);
        } else {
            found.charts.push(self.chain(file));
        }
        Ok(found)
    }

    /// Reads the one chart or proposal of a path.
    pub(crate) fn read_one(&mut self, path: &Path) -> Result<(Chain, Vec<Skipped>), InputError> {
        let mut found = self.read(path)?;
        if let Some(&hearing) = found.hearings.first() {
            let name = self.sources.name(hearing);
            return Err(InputError::Hearing(name.into()));
        }
        if found.charts.len() > 1 {
            let names = found
                .charts
                .iter()
                .flat_map(|chart| chart.root.iter().flatten());
            return Err(InputError::SeveralCharts {
                path: path.to_owned(),
                names: names
                    .map(|&file| self.sources.name(file).to_owned())
                    .collect(),
            });
        }
        match found.charts.pop() {
            Some(chart) => Ok((chart, found.skipped)),
            None => Err(InputError::NoChart(path.to_owned())),
        }
    }

    /// Reads a proposal, with what it stands on.
    pub(crate) fn read_proposal(&mut self, path: &Path) -> Result<Chain, InputError> {
        let (chain, _) = self.read_one(path)?;
        if chain.proposals.is_empty() {
            return Err(InputError::NoProposal(path.to_owned()));
        }
        Ok(chain)
    }

    /// Reads a hearing.
    pub(crate) fn read_hearing(&mut self, path: &Path) -> Result<SourceId, InputError> {
        match self.read(path)?.hearings[..] {
            [hearing] => Ok(hearing),
            _ => Err(InputError::NoHearing(path.to_owned())),
        }
    }

    /// What a hearing names by paths: the proposal it answers and the counter-proposals, each with
    /// what it stands on.
    pub(crate) fn referred(&mut self, hearing: SourceId) -> Referred {
        let proposal = rokade::proposal_of(&self.sources, hearing);
        let counter_proposals = rokade::counter_proposals_of(&self.sources, hearing);
        Referred {
            proposal: proposal.map(|path| self.answered(hearing, &path)),
            counter_proposals: counter_proposals
                .into_iter()
                .map(|path| {
                    let answered = self.answered(hearing, &path);
                    (path, answered)
                })
                .collect(),
        }
    }

    fn answered(&mut self, hearing: SourceId, path: &str) -> Answered {
        let path = self.from(hearing, path);
        self.named(&path).map_err(|why| match why {
            BaseFault::Hearing => AnsweredFault::Hearing,
            BaseFault::NoChart => AnsweredFault::NoChart,
            BaseFault::SeveralCharts => AnsweredFault::SeveralCharts,
            BaseFault::Missing | BaseFault::Loop => AnsweredFault::Missing,
        })
    }

    /// The chart or proposal that a file names by a path.
    fn named(&mut self, path: &Path) -> Result<Chain, BaseFault> {
        let metadata = fs::metadata(path).map_err(|_| BaseFault::Missing)?;
        if metadata.is_dir() {
            return Ok(Chain {
                root: Ok(self.folder_of_base(path)?),
                proposals: Vec::new(),
            });
        }
        if !metadata.is_file() {
            return Err(BaseFault::Missing);
        }
        let file = self.file(path).map_err(|_| BaseFault::Missing)?;
        match Part::of(&self.sources, file) {
            Part::Hearing => Err(BaseFault::Hearing),
            _ => Ok(self.chain(file)),
        }
    }

    /// A path that a file names, which starts at the file's own folder.
    fn from(&self, file: SourceId, path: &str) -> PathBuf {
        let folder = self.paths.get(&file).and_then(|path| path.parent());
        folder.unwrap_or(Path::new("")).join(path)
    }

    /// Follows a file down to the chart it stands on.
    fn chain(&mut self, mut file: SourceId) -> Chain {
        let mut proposals = Vec::new();
        let root = loop {
            if proposals.contains(&file) {
                break Err(BaseFault::Loop);
            }
            let base = match self.sources.links(file).kind {
                FileKind::Chart => break Ok(vec![file]),
                FileKind::Hearing => break Err(BaseFault::Hearing),
                FileKind::Proposal { base } => base,
            };
            proposals.push(file);
            let path = self.from(file, &base);
            if fs::metadata(&path).is_ok_and(|found| found.is_dir()) {
                break self.folder_of_base(&path);
            }
            if !fs::metadata(&path).is_ok_and(|found| found.is_file()) {
                break Err(BaseFault::Missing);
            }
            match self.file(&path) {
                Ok(base) => file = base,
                Err(_) => break Err(BaseFault::Missing),
            }
        };
        proposals.reverse();
        Chain { root, proposals }
    }

    /// The files of the one chart that a folder is.
    fn folder_of_base(&mut self, path: &Path) -> Result<Vec<SourceId>, BaseFault> {
        let found = self.parts(path).map_err(|_| BaseFault::Missing)?;
        let mut charts = found.0.charts.into_iter();
        match (charts.next(), charts.next()) {
            (Some(files), None) => Ok(files.0),
            (None, _) => Err(BaseFault::NoChart),
            _ => Err(BaseFault::SeveralCharts),
        }
    }

    fn folder(&mut self, path: &Path) -> Result<Found, InputError> {
        let (parts, mut skipped) = self.parts(path)?;
        let mut charts: Vec<Chain> = parts
            .charts
            .into_iter()
            .map(|files| Chain {
                root: Ok(files.0),
                proposals: Vec::new(),
            })
            .collect();
        let has_charts = !charts.is_empty();
        let mut hearings = Vec::new();
        for one in parts.skipped {
            match one.part {
                // Where there is nothing else, the hearings are what is meant; or the proposals.
                Part::Hearing => hearings.push(one.file),
                _ if has_charts => {
                    let name = self.sources.name(one.file).to_owned();
                    skipped.push((name, Skip::Proposal));
                }
                _ => charts.push(self.chain(one.file)),
            }
        }
        if charts.is_empty() && hearings.is_empty() {
            return Err(InputError::NoChart(path.to_owned()));
        }
        if !charts.is_empty() {
            let names = hearings.drain(..).map(|file| self.sources.name(file));
            skipped.extend(names.map(|name| (name.to_owned(), Skip::Hearing)));
        }
        skipped.sort_by(|(a, _), (b, _)| a.cmp(b));
        Ok(Found {
            charts,
            hearings,
            skipped,
        })
    }

    /// Reads the files of a folder and sorts them; with those whose names no part has.
    fn parts(&mut self, path: &Path) -> Result<(Parts, Vec<Skipped>), InputError> {
        let failed = |source| InputError::Read {
            path: path.to_owned(),
            source,
        };
        let mut files = Vec::new();
        let mut skipped = Vec::new();
        for entry in fs::read_dir(path).map_err(failed)? {
            let file = entry.map_err(failed)?.path();
            if !file.is_file() {
                continue;
            }
            if file.to_str().and_then(Part::syntax).is_some() {
                files.push(file);
            } else if looks_like_a_part(&file) {
                skipped.push((file.display().to_string(), Skip::Name));
            }
        }
        // The order of a folder is the file system's; that of a report is not.
        files.sort();
        let mut read = Vec::with_capacity(files.len());
        for file in files {
            let failed = |source| InputError::Read {
                path: file.clone(),
                source,
            };
            read.push(self.file(&file).map_err(failed)?);
        }
        Ok((sort_folder(&self.sources, &read), skipped))
    }

    /// Reads a file, unless it was read before, by whatever path.
    fn file(&mut self, path: &Path) -> io::Result<SourceId> {
        let canonical = fs::canonicalize(path)?;
        if let Some(&file) = self.read.get(&canonical) {
            return Ok(file);
        }
        let mut bytes = Vec::new();
        // One byte more than can be read, so that the reader says that it is too much.
        File::open(path)?
            .take(rokade::MAX_BYTES as u64 + 1)
            .read_to_end(&mut bytes)?;
        let name = path.display().to_string();
        let syntax = Part::syntax(&name).unwrap_or(Syntax::Yaml);
        let file = self.sources.add(&name, &bytes, syntax);
        self.read.insert(canonical, file);
        self.paths.insert(file, path.to_owned());
        Ok(file)
    }
}

/// Whether a file has an ending that parts have, in capitals or with another name.
fn looks_like_a_part(file: &Path) -> bool {
    let ending = file.extension().and_then(|ending| ending.to_str());
    let ending = ending.map(str::to_lowercase);
    ending.is_some_and(|ending| matches!(&*ending, "yaml" | "yml" | "json" | "csv"))
}
