//! What is the same under another id or another name: told in one line each kind, and no change
//! of its own but for units.

use rokade_core::chart::Chart;
use rokade_core::entry::Section;
use rokade_core::ids::{Id, Subject};

use super::spelling::same_name;
use super::work::Traced;
use super::{Evidence, Lineage, Tracks};

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

    /// Everything that is the same under another id or another name, in the order of a file.
    pub(crate) fn all(base: &Chart, revision: &Chart, lineage: &Lineage) -> Vec<Rename> {
        let (b, r) = (base.entries(), revision.entries());
        let mut all = Vec::new();
        of_kind(&lineage.sites, &b.sites, &r.sites, &mut all);
        of_kind(&lineage.units, &b.units, &r.units, &mut all);
        of_kind(&lineage.staff, &b.staff, &r.staff, &mut all);
        of_kind(&lineage.functions, &b.functions, &r.functions, &mut all);
        of_kind(
            &lineage.groups,
            &b.target_groups,
            &r.target_groups,
            &mut all,
        );
        all
    }
}

fn of_kind<E: Traced>(
    tracks: &Tracks<E::Id>,
    base: &Section<E::Id, E>,
    revision: &Section<E::Id, E>,
    all: &mut Vec<Rename>,
) {
    for (from, to, evidence) in tracks.same_pairs() {
        let (Some(before), Some(now)) = (base.get(from.as_str()), revision.get(to.as_str())) else {
            continue;
        };
        let name = match (before.value.name(), now.value.name()) {
            (before, now) if before == now => Renaming::None,
            (before, now) if same_name(before, now) => Renaming::Respelt,
            _ => Renaming::Renamed,
        };
        if from != to || name != Renaming::None {
            all.push(Rename {
                base: from.subject(),
                revision: to.subject(),
                evidence: evidence.clone(),
                name,
            });
        }
    }
}
