//! Reading files and folders into [`Sources`], and after each proposal what it stands on.

mod git;
mod location;

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use rokade::{
    Answered, AnsweredFault, BaseFault, Chain, FileKind, Part, Parts, Referred, SourceId, Sources,
    Syntax, sort_folder,
};

use git::Entry;
use location::Key;

use crate::progress::{self, Step};

pub(crate) use git::{Commit, GitArg, GitError, normal};
pub(crate) use location::Location;

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
    read: BTreeMap<Key, SourceId>,
    /// Where each file is, as it was named; its name may show it otherwise.
    locations: BTreeMap<SourceId, Location>,
}

impl Input {
    /// Reads a file, with what it stands on, or the files of a folder; not its subfolders.
    pub(crate) fn read(&mut self, at: impl Into<Location>) -> Result<Found, InputError> {
        let at = at.into();
        let failed = |source| InputError::Read {
            path: at.name(),
            source,
        };
        match at.entry().map_err(failed)? {
            Entry::Folder => return self.folder(&at),
            Entry::Other => return Err(InputError::NotAFile(at.name())),
            Entry::File => {}
        }
        let file = self.file(&at).map_err(failed)?;
        let mut found = Found::default();
        if Part::of(&self.sources, file) == Part::Hearing {
            found.hearings.push(file);
        } else {
            found.charts.push(self.chain(file));
        }
        Ok(found)
    }

    /// The files on disk that were read, as they were named.
    pub(crate) fn disk_paths(&self) -> impl Iterator<Item = (SourceId, PathBuf)> + '_ {
        let all = self.locations.iter();
        all.filter_map(|(file, location)| match location {
            // Standard input stands for a file.
            Location::Disk(path) | Location::Stdin(path) => Some((*file, path.clone())),
            Location::Git(..) => None,
        })
    }

    /// The same, by their paths alone.
    pub(crate) fn disk_files(&self) -> Vec<PathBuf> {
        self.disk_paths().map(|(_, path)| path).collect()
    }

    /// Reads the one chart or proposal of a path.
    pub(crate) fn read_one(
        &mut self,
        at: impl Into<Location>,
    ) -> Result<(Chain, Vec<Skipped>), InputError> {
        let at = at.into();
        let path = at.name();
        let mut found = self.read(at)?;
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
                path,
                names: names
                    .map(|&file| self.sources.name(file).to_owned())
                    .collect(),
            });
        }
        match found.charts.pop() {
            Some(chart) => Ok((chart, found.skipped)),
            None => Err(InputError::NoChart(path)),
        }
    }

    /// Reads a proposal, with what it stands on.
    pub(crate) fn read_proposal(&mut self, at: impl Into<Location>) -> Result<Chain, InputError> {
        let at = at.into();
        let path = at.name();
        let (chain, _) = self.read_one(at)?;
        if chain.proposals.is_empty() {
            return Err(InputError::NoProposal(path));
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
        let at = self.from(hearing, path);
        self.named(&at).map_err(|why| match why {
            BaseFault::Hearing => AnsweredFault::Hearing,
            BaseFault::NoChart => AnsweredFault::NoChart,
            BaseFault::SeveralCharts => AnsweredFault::SeveralCharts,
            BaseFault::Missing | BaseFault::Loop => AnsweredFault::Missing,
        })
    }

    /// The chart or proposal that a file names by a path.
    fn named(&mut self, at: &Location) -> Result<Chain, BaseFault> {
        match at.entry() {
            Ok(Entry::Folder) => {
                return Ok(Chain {
                    root: Ok(self.folder_of_base(at)?),
                    proposals: Vec::new(),
                });
            }
            Ok(Entry::File) => {}
            Ok(Entry::Other) | Err(_) => return Err(BaseFault::Missing),
        }
        let file = self.file(at).map_err(|_| BaseFault::Missing)?;
        match Part::of(&self.sources, file) {
            Part::Hearing => Err(BaseFault::Hearing),
            _ => Ok(self.chain(file)),
        }
    }

    /// A path that a file names, which starts at the file's own folder.
    fn from(&self, file: SourceId, path: &str) -> Location {
        match self.locations.get(&file) {
            Some(location) => location.beside(path),
            None => Location::Disk(path.into()),
        }
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
            let at = self.from(file, &base);
            match at.entry() {
                Ok(Entry::Folder) => break self.folder_of_base(&at),
                Ok(Entry::File) => {}
                Ok(Entry::Other) | Err(_) => break Err(BaseFault::Missing),
            }
            match self.file(&at) {
                Ok(base) => file = base,
                Err(_) => break Err(BaseFault::Missing),
            }
        };
        proposals.reverse();
        Chain { root, proposals }
    }

    /// The files of the one chart that a folder is.
    fn folder_of_base(&mut self, at: &Location) -> Result<Vec<SourceId>, BaseFault> {
        let found = self.parts(at).map_err(|_| BaseFault::Missing)?;
        let mut charts = found.0.charts.into_iter();
        match (charts.next(), charts.next()) {
            (Some(files), None) => Ok(files.0),
            (None, _) => Err(BaseFault::NoChart),
            _ => Err(BaseFault::SeveralCharts),
        }
    }

    fn folder(&mut self, at: &Location) -> Result<Found, InputError> {
        let (parts, mut skipped) = self.parts(at)?;
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
            return Err(InputError::NoChart(at.name()));
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
    fn parts(&mut self, folder: &Location) -> Result<(Parts, Vec<Skipped>), InputError> {
        let listed = folder.list().map_err(|source| InputError::Read {
            path: folder.name(),
            source,
        })?;
        let mut read = Vec::new();
        let mut skipped = Vec::new();
        for (file, entry) in listed {
            if entry != Entry::File {
                continue;
            }
            let path = file.name();
            if path.to_str().and_then(Part::syntax).is_some() {
                let file = self.file(&file);
                read.push(file.map_err(|source| InputError::Read { path, source })?);
            } else if looks_like_a_part(&path) {
                skipped.push((path.display().to_string(), Skip::Name));
            }
        }
        Ok((sort_folder(&self.sources, &read), skipped))
    }

    /// Reads a file, unless it was read before, by whatever path.
    fn file(&mut self, at: &Location) -> io::Result<SourceId> {
        let key = at.key()?;
        if let Some(&file) = self.read.get(&key) {
            return Ok(file);
        }
        let name = at.name().display().to_string();
        progress::at(Step::Read(name.clone()));
        let bytes = at.read()?;
        let syntax = Part::syntax(&name).unwrap_or(Syntax::Yaml);
        let file = self.sources.add(&name, bytes, syntax);
        self.read.insert(key, file);
        self.locations.insert(file, at.clone());
        Ok(file)
    }
}

/// Whether a file has an ending that parts have, in capitals or with another name.
fn looks_like_a_part(file: &Path) -> bool {
    let ending = file.extension().and_then(|ending| ending.to_str());
    let ending = ending.map(str::to_lowercase);
    ending.is_some_and(|ending| matches!(&*ending, "yaml" | "yml" | "json" | "csv"))
}
