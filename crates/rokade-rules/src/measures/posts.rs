//! Posts: how many move, and where, and how many there are.

use std::collections::{BTreeMap, BTreeSet};

use rokade_change::{ChangeKind, PostFate, StaffChange};
use rokade_core::chart::{Chart, StaffView, Superior, UnitView};
use rokade_core::finding::Side;
use rokade_core::ids::{Id, Kind, StaffId, Subject, UnitId, parse_id};
use rokade_core::quantity::Quantity;

use super::{Changed, Row, find, found};
use crate::rule::PairContext;

pub(super) fn moved(context: &PairContext<'_>) -> Option<Changed> {
    of(context, |change| {
        change.unit_changed || change.site_changed || has_other_head(context, change)
    })
}

pub(super) fn in_other_unit(context: &PairContext<'_>) -> Option<Changed> {
    of(context, |change| change.unit_changed)
}

pub(super) fn under_other_head(context: &PairContext<'_>) -> Option<Changed> {
    of(context, |change| has_other_head(context, change))
}

pub(super) fn at_other_site(context: &PairContext<'_>) -> Option<Changed> {
    of(context, |change| change.site_changed)
}

pub(super) fn unplaced(context: &PairContext<'_>) -> Option<Changed> {
    of(context, |change| change.fate == PostFate::Unplaced)
}

/// The posts of the base of which something is so, of all of them.
fn of(context: &PairContext<'_>, is_so: impl Fn(&StaffChange) -> bool) -> Option<Changed> {
    if context.changes.lineage.staff.gate().is_shut() {
        return None;
    }
    let changes = context.changes.staff.iter().filter(|change| is_so(change));
    Some(Changed {
        value: context.changes.posts(changes),
        whole: Some(context.base.staff().map(StaffView::count).sum()),
    })
}

/// Whether posts report to another post than before, also where all of their unit do.
fn has_other_head(context: &PairContext<'_>, change: &StaffChange) -> bool {
    let now = change.to.as_ref().and_then(|to| context.revision.post(to));
    let (Some(before), Some(now)) = (context.base.post(&change.staff), now) else {
        return false;
    };
    match (before.superior(), now.superior()) {
        (Superior::NotStated, _) | (_, Superior::NotStated) => false,
        (Superior::Post(old), Superior::Post(new)) => {
            !context.changes.lineage.staff.follows(old.id(), new.id())
        }
        (Superior::Post(_), _) | (_, Superior::Post(_)) => true,
        _ => false,
    }
}

/// How many posts there are in each unit that is new, or that posts leave or come to; with all
/// below it.
pub(super) fn headcount(context: &PairContext<'_>) -> Vec<Row> {
    let is_shut = context.changes.lineage.units.gate().is_shut();
    let Some(measure) = find("unit_headcount").filter(|_| !is_shut) else {
        return Vec::new();
    };
    let (gone, there) = touched(context);
    let tracks = &context.changes.lineage.units;
    let mut rows: BTreeMap<(Side, Subject), Row> = BTreeMap::new();
    let mut add = |side: Side, unit: Subject, base: Option<Quantity>, now: Quantity| {
        let row = Row {
            measure,
            of: Some((side, unit.clone())),
            base,
            value: Some(now),
            whole: base,
        };
        rows.insert((side, unit), row);
    };
    for id in gone {
        let before = posts_in(context.base, std::slice::from_ref(&id));
        add(Side::Base, id.subject(), Some(before), Quantity::ZERO);
    }
    for id in there {
        let old = tracks.ancestors(&id);
        let before = (!old.is_empty()).then(|| posts_in(context.base, old));
        let now = posts_in(context.revision, std::slice::from_ref(&id));
        add(Side::Revision, id.subject(), before, now);
    }
    rows.into_values().collect()
}

/// The units of the base that are gone, and those of the revision that are new or not as they
/// were.
fn touched(context: &PairContext<'_>) -> (BTreeSet<UnitId>, BTreeSet<UnitId>) {
    let tracks = &context.changes.lineage.units;
    let (mut gone, mut there) = (BTreeSet::new(), BTreeSet::new());
    let mut in_base = |id: UnitId, there: &mut BTreeSet<UnitId>| match tracks.descendants(&id) {
        [] => {
            gone.insert(id);
        }
        now => there.extend(now.iter().cloned()),
    };
    for change in &context.changes.changes {
        use ChangeKind as K;
        match change.kind {
            K::StaffMoved | K::StaffAdded | K::StaffEnded | K::StaffUnplaced => {
                for id in units(&change.from) {
                    in_base(id, &mut there);
                }
                there.extend(units(&change.to));
            }
            K::UnitClosed | K::UnitMerged | K::UnitSplit | K::UnitFounded => {
                for id in units(&change.base) {
                    in_base(id, &mut there);
                }
                there.extend(units(&change.revision));
            }
            _ => {}
        }
    }
    (gone, there)
}

fn units<'a>(things: impl IntoIterator<Item = &'a Subject>) -> impl Iterator<Item = UnitId> {
    let units = things.into_iter().filter(|thing| thing.kind == Kind::Unit);
    units
        .filter_map(|thing| parse_id(&thing.id).ok())
        .map(UnitId::from_checked)
}

/// The posts of some units and of all below them, each once.
fn posts_in(chart: &Chart, units: &[UnitId]) -> Quantity {
    let units = units.iter().filter_map(|id| chart.unit(id));
    let posts = units.flat_map(UnitView::subtree).flat_map(UnitView::staff);
    let posts: BTreeMap<&StaffId, Quantity> = posts.map(|post| (post.id(), post.count())).collect();
    posts.values().sum()
}

pub(super) fn diluted(context: &PairContext<'_>) -> Option<Changed> {
    let found = found::in_pair(context, "diluted-competence")?;
    Some(Changed::only(found::members(&found)))
}

/// The posts that asked and are placed elsewhere, of all that asked.
pub(super) fn wishes_unmet(context: &PairContext<'_>) -> Option<Changed> {
    let wished = |chart: &Chart| -> Quantity {
        let wishes = chart.staff().flat_map(|post| post.entry().wishes.values());
        wishes.copied().sum()
    };
    let found = found::in_pair(context, "unmet-wishes")?;
    let (before, now) = (wished(context.base), wished(context.revision));
    Some(Changed {
        // Its posts are a range already.
        value: found.findings.iter().filter_map(|f| f.posts).sum(),
        whole: Some(if before == Quantity::ZERO {
            now
        } else {
            before
        }),
    })
}
