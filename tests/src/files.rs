//! Charts and proposals from files, with what they stand on.

use std::path::{Path, PathBuf};

use rokade::{
    AnsweredFault, BaseFault, Chain, Checked, FileKind, Opened, Part, Referred, SourceId, Sources,
    Syntax,
};

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The chart of a file, or of a proposal with what it stands on, each a file.
///
/// # Panics
/// When the file cannot be read.
pub fn open_path(sources: &mut Sources, path: &Path) -> Opened {
    let chain = chain(sources, path);
    rokade::open_chain(sources, &chain)
}

/// What a file stands on. A base that cannot be read is a fault of the file that names it.
fn chain(sources: &mut Sources, path: &Path) -> Chain {
    let mut proposals = Vec::new();
    let mut read: Vec<PathBuf> = Vec::new();
    let mut path = path.to_owned();
    let root = loop {
        let file = match add(sources, &path) {
            Some(_) if read.contains(&path) => break Err(BaseFault::Loop),
            Some(file) => file,
            None => {
                assert!(!read.is_empty(), "{} cannot be read", path.display());
                break Err(BaseFault::Missing);
            }
        };
        read.push(path.clone());
        match sources.links(file).kind {
            FileKind::Chart => break Ok(vec![file]),
            FileKind::Hearing => break Err(BaseFault::Hearing),
            FileKind::Proposal { base } => {
                proposals.push(file);
                path = path.parent().unwrap_or(Path::new("")).join(base);
            }
        }
    };
    proposals.reverse();
    Chain { root, proposals }
}

fn add(sources: &mut Sources, path: &Path) -> Option<SourceId> {
    let bytes = std::fs::read(path).ok()?;
    Some(sources.add(&path.display().to_string(), &bytes, Syntax::Yaml))
}

/// A file as if it held these bytes: a chart, a proposal with what it stands on, or a hearing with
/// what it answers.
pub fn open_instead(sources: &mut Sources, path: &Path, bytes: &[u8]) -> Checked {
    let file = sources.add(&path.display().to_string(), bytes, Syntax::Yaml);
    if Part::of(sources, file) != Part::Hearing {
        let chain = chain_of(sources, path, file);
        return Checked::Chart(Box::new(rokade::open_chain(sources, &chain)));
    }
    let proposal = rokade::proposal_of(sources, file);
    let counters = rokade::counter_proposals_of(sources, file);
    let mut answered = |named: &str| {
        let at = path.parent().unwrap_or(Path::new("")).join(named);
        if at.is_file() {
            Ok(chain(sources, &at))
        } else {
            Err(AnsweredFault::Missing)
        }
    };
    let referred = Referred {
        proposal: proposal.map(|named| answered(&named)),
        counter_proposals: counters
            .into_iter()
            .map(|named| {
                let found = answered(&named);
                (named, found)
            })
            .collect(),
    };
    let hearing = rokade::open_answered(sources, file, &referred);
    Checked::Hearing(Box::new(hearing))
}

/// What a file that was read stands on.
fn chain_of(sources: &mut Sources, path: &Path, file: SourceId) -> Chain {
    let FileKind::Proposal { base } = sources.links(file).kind else {
        return Chain {
            root: Ok(vec![file]),
            proposals: Vec::new(),
        };
    };
    let base = path.parent().unwrap_or(Path::new("")).join(base);
    let mut below = if base.is_file() {
        chain(sources, &base)
    } else {
        Chain {
            root: Err(BaseFault::Missing),
            proposals: Vec::new(),
        }
    };
    below.proposals.push(file);
    below
}
