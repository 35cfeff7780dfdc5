//! Charts and proposals from files, with what they stand on.

use std::path::{Path, PathBuf};

use rokade::{BaseFault, Chain, FileKind, Opened, SourceId, Sources, Syntax};

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
