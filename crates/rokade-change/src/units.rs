//! What became of each unit.

use rokade_core::chart::{Chart, HeadState, ParentState, UnitView};
use rokade_core::finding::{Cause, CauseKind};
use rokade_core::ids::{Id, SiteId, Subject, UnitId};

use crate::lineage::{Evidence, Lineage, Places, same_name};

/// What became of a unit of the base.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum UnitVerdict {
    /// It is there, with the same id and name, however the name is spelt.
    Kept,
    /// It is there under another id or another name.
    Renamed,
    /// It is part of a unit that is more than it was: others became part of it too, or most of
    /// it is new.
    Merged,
    /// It became several, or others were split off it.
    Split,
    /// Nothing came of it.
    Closed,
}

/// A unit of the base, compared.
#[derive(Debug, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "what changed of a unit are facts of their own, in any combination"
)]
pub struct UnitChange {
    /// The unit, in the base.
    pub unit: UnitId,
    /// With the unit to compare it with.
    places: Places,
    /// What it became.
    pub to: Vec<UnitId>,
    /// Itself, of what it became, if it is still there under whatever id.
    pub same: Option<UnitId>,
    /// What became of it.
    pub verdict: UnitVerdict,
    /// It stands under another unit, or under none where it stood under one, or the other way;
    /// not when its parent was merely renamed, merged or split, nor when it was merged itself.
    pub parent_changed: bool,
    /// It reports up another line because it was moved: its nearest head above differs.
    pub head_line_changed: bool,
    /// It sits elsewhere.
    pub site_changed: bool,
    /// Where it sat.
    pub from_site: Option<SiteId>,
    /// Where it sits.
    pub to_site: Option<SiteId>,
    /// It was relocated itself, not along with what it stands under.
    pub relocated: bool,
}

impl UnitChange {
    /// The cause of what happens to the functions and posts that go with this unit, by the
    /// first kind that applies.
    pub fn cause(&self) -> Option<Cause> {
        let kind = match self.verdict {
            UnitVerdict::Closed => CauseKind::UnitClosed,
            UnitVerdict::Merged => CauseKind::UnitMerged,
            UnitVerdict::Split => CauseKind::UnitSplit,
            UnitVerdict::Renamed => CauseKind::UnitRenamed,
            UnitVerdict::Kept if self.parent_changed => CauseKind::UnitMoved,
            UnitVerdict::Kept if self.relocated => CauseKind::UnitRelocated,
            UnitVerdict::Kept => return None,
        };
        Some(Cause::new(kind, [self.unit.subject()]))
    }

    /// Where the unit is in the base that was compared.
    pub(crate) fn position(&self) -> usize {
        self.places.position()
    }

    /// The unit, in the base that was compared.
    pub fn before<'c>(&self, base: &'c Chart) -> Option<UnitView<'c>> {
        self.places.before(base)
    }

    /// The unit to compare it with, in the revision that was compared: the only one it became,
    /// or itself where it was kept and others were split off it.
    pub fn now<'c>(&self, revision: &'c Chart) -> Option<UnitView<'c>> {
        self.places.now(revision)
    }

    /// The units it became, in the revision that was compared.
    pub fn became<'c>(&self, revision: &'c Chart) -> impl Iterator<Item = UnitView<'c>> {
        let one = (self.to.len() == 1).then(|| self.now(revision)).flatten();
        let more = if one.is_some() { &[][..] } else { &self.to };
        let more = more.iter().filter_map(|id| revision.unit(id));
        one.into_iter().chain(more)
    }
}

/// What became of each unit of a base, by where it is.
pub(crate) struct OfUnits<'a>(Vec<Option<&'a UnitChange>>);

impl<'a> OfUnits<'a> {
    #[expect(clippy::indexing_slicing, reason = "there is a place for each unit")]
    pub(crate) fn new(base: &Chart, changes: &'a [UnitChange]) -> Self {
        let mut of_units = vec![None; base.units().len()];
        for change in changes {
            of_units[change.position()] = Some(change);
        }
        OfUnits(of_units)
    }

    pub(crate) fn get(&self, unit: UnitView<'_>) -> Option<&'a UnitChange> {
        *self.0.get(unit.position())?
    }
}

/// Compares every unit of the base, by id.
pub(crate) fn compare(base: &Chart, revision: &Chart, lineage: &Lineage) -> Vec<UnitChange> {
    let units = base.units_by_id();
    units
        .map(|unit| compare_one(unit, revision, lineage))
        .collect()
}

fn compare_one(unit: UnitView<'_>, revision: &Chart, lineage: &Lineage) -> UnitChange {
    let units = &lineage.units;
    let kept = units.kept(unit, revision);
    let (to, same) = match kept {
        // Nearly all units of a large chart.
        Some(now) => (std::slice::from_ref(now.id()), Some(now.id())),
        None => (units.descendants(unit.id()), units.same(unit.id())),
    };
    let now = kept.or_else(|| match to {
        [one] => revision.unit(one),
        _ => revision.unit(same?),
    });
    let mut change = UnitChange {
        unit: unit.id().clone(),
        places: Places::of(unit, now),
        to: to.to_vec(),
        same: same.cloned(),
        verdict: match kept {
            Some(now) => verdict_of_kept(unit, now),
            None => verdict(unit, to, revision, lineage),
        },
        parent_changed: false,
        head_line_changed: false,
        site_changed: false,
        from_site: unit.site().map(|site| site.id().clone()),
        to_site: None,
        relocated: false,
    };
    let Some(now) = now else {
        return change;
    };
    change.to_site = now.site().map(|site| site.id().clone());
    if change.verdict != UnitVerdict::Merged {
        change.parent_changed = parent_changed(unit, now, lineage);
        change.head_line_changed = change.parent_changed && head_line_changed(unit, now, lineage);
    }
    change.site_changed = match (unit.site(), now.site()) {
        (Some(before), Some(after)) => !lineage.sites.follows(before, after),
        _ => false,
    };
    change.relocated = change.site_changed && !follows_its_parent(unit, now, lineage);
    change
}

fn verdict(unit: UnitView<'_>, to: &[UnitId], revision: &Chart, lineage: &Lineage) -> UnitVerdict {
    let id = unit.id();
    match to {
        [] => UnitVerdict::Closed,
        // The unit that others are merged into is the one that was kept.
        [one] if lineage.units.is_same(id, one) => {
            let now = revision.unit(one);
            now.map_or(UnitVerdict::Renamed, |now| verdict_of_kept(unit, now))
        }
        // The little that is left of it is a unit of its own.
        [one] if lineage.units.ancestors(one).len() == 1 && is_remnant(id, one, lineage) => {
            UnitVerdict::Split
        }
        [_] => UnitVerdict::Merged,
        _ => UnitVerdict::Split,
    }
}

/// The verdict of a unit that is there, under whatever id.
fn verdict_of_kept(before: UnitView<'_>, now: UnitView<'_>) -> UnitVerdict {
    let names = [now, before].map(|unit| unit.entry().name.as_deref());
    if before.id() == now.id() && same_name(names[0], names[1]) {
        UnitVerdict::Kept
    } else {
        UnitVerdict::Renamed
    }
}

/// Whether under half of a unit is in the one that came from it.
fn is_remnant(unit: &UnitId, now: &UnitId, lineage: &Lineage) -> bool {
    match lineage.units.evidence(unit, now) {
        Some(Evidence::Contents(contents)) => !contents.of_base.is_half(),
        _ => false,
    }
}

fn parent_changed(before: UnitView<'_>, now: UnitView<'_>, lineage: &Lineage) -> bool {
    match (before.parent_state(), now.parent_state()) {
        (ParentState::Unit(old), ParentState::Unit(new)) => !lineage.units.follows(old, new),
        // A parent that cannot be found is a fault of its own, and no move.
        (ParentState::Unknown, _) | (_, ParentState::Unknown) => false,
        (old, new) => std::mem::discriminant(&old) != std::mem::discriminant(&new),
    }
}

fn head_line_changed(before: UnitView<'_>, now: UnitView<'_>, lineage: &Lineage) -> bool {
    match (head_line(before), head_line(now)) {
        (HeadLine::NotStated, _) | (_, HeadLine::NotStated) => false,
        (HeadLine::Unit(old), HeadLine::Unit(new)) => !lineage.units.follows(old, new),
        (old, new) => std::mem::discriminant(&old) != std::mem::discriminant(&new),
    }
}

/// The nearest unit with a head above a unit.
enum HeadLine<'c> {
    Unit(UnitView<'c>),
    Nobody,
    NotStated,
}

fn head_line(unit: UnitView<'_>) -> HeadLine<'_> {
    for above in unit.ancestors() {
        match above.head() {
            HeadState::None => {}
            HeadState::NotStated => return HeadLine::NotStated,
            _ => return HeadLine::Unit(above),
        }
    }
    HeadLine::Nobody
}

/// Whether a unit sits elsewhere only because what it stands under does.
fn follows_its_parent(before: UnitView<'_>, now: UnitView<'_>, lineage: &Lineage) -> bool {
    let (Some(old), Some(new)) = (before.parent(), now.parent()) else {
        return false;
    };
    lineage.units.follows(old, new) && old.site() == before.site() && new.site() == now.site()
}

/// Units of the revision that came from nothing, by id.
pub(crate) fn founded(revision: &Chart, lineage: &Lineage) -> impl Iterator<Item = Subject> {
    let new = revision.units_by_id();
    let new = new.filter(|unit| lineage.units.is_new(*unit));
    new.map(|unit| unit.id().subject())
}
