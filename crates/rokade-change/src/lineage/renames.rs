//! What is the same under another id or another name: told in one line each kind, and no change
//! of its own but for units.

use rokade_core::finding::Side;
use rokade_core::ids::{Id, Subject};

use super::Evidence;
use super::pairs::Bond;
use super::spelling::same_name;
use super::work::{Traced, Work};

/// A thing that is the same under another id, or under another name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rename {
    /// The thing, in the base.
    pub base: Subject,
    /// The same thing, in the revision.
    pub revision: Subject,
    /// Why they are held to be the same.
    pub evidence: Evidence,
    /// What became of its name.
    pub name: Renaming,
}

/// What became of the name of a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Renaming {
    /// It is as it was.
    None,
    /// Blanks, case, punctuation or the order of its words differ, and nothing more.
    Respelt,
    /// It is another.
    Renamed,
}

impl Rename {
    /// Whether it has another id.
    pub fn has_new_id(&self) -> bool {
        self.base.id != self.revision.id
    }

    /// Everything of a kind that is the same under another id or another name, by the base's id.
    pub(super) fn of<E: Traced>(work: &Work<'_, E>) -> Vec<Rename> {
        let mut all = Vec::new();
        let same = work.pairs.links().iter();
        for link in same.filter(|link| link.bond == Bond::Whole) {
            let (before, now) = (
                work.entry(Side::Base, link.from).name(),
                work.entry(Side::Revision, link.to).name(),
            );
            let name = if before == now {
                Renaming::None
            } else if same_name(before, now) {
                Renaming::Respelt
            } else {
                Renaming::Renamed
            };
            let ids = work.key(Side::Base, link.from);
            let Some((from, to)) = ids.zip(work.key(Side::Revision, link.to)) else {
                continue;
            };
            if from != to || name != Renaming::None {
                all.push(Rename {
                    base: from.subject(),
                    revision: to.subject(),
                    evidence: link.evidence.clone(),
                    name,
                });
            }
        }
        all.sort_by(|a, b| a.base.cmp(&b.base));
        all
    }
}
