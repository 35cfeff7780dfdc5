//! Posts: how many move, and where, and how many there are.

use std::collections::{BTreeMap, BTreeSet};

use rokade_change::{ChangeKind, PostFate, StaffChange};
use rokade_core::chart::{Chart, StaffView, UnitView};
use rokade_core::finding::Side;
use rokade_core::ids::{Id, StaffId, Subject, UnitId};
use rokade_core::quantity::{Difference, Quantity};

use super::{Changed, Measure, Row, find, found};
use crate::rule::PairContext;

/// The measure that has a row for each unit.
pub(super) const HEADCOUNT: &str = "unit_headcount";

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
    change.reports_elsewhere(context.base, context.revision, &context.changes.lineage)
}

/// How many posts there are in each unit that is new, or that posts leave or come to; with all
/// below it.
pub(super) fn headcount(context: &PairContext<'_>) -> Vec<Row> {
    let is_shut = context.changes.lineage.units.gate().is_shut();
    let Some(measure) = find(HEADCOUNT).filter(|_| !is_shut) else {
        return Vec::new();
    };
    let (gone, there) = touched(context);
    let tracks = &context.changes.lineage.units;
    let mut rows: BTreeMap<(Side, Subject), Row> = BTreeMap::new();
    for id in gone {
        let of = (Side::Base, id.subject());
        let row = row(measure, context, of.clone(), std::slice::from_ref(&id), &[]);
        rows.insert(of, row);
    }
    for id in there {
        let of = (Side::Revision, id.subject());
        let old = tracks.ancestors(&id);
        let row = row(measure, context, of.clone(), old, std::slice::from_ref(&id));
        rows.insert(of, row);
    }
    rows.into_values().collect()
}

/// How many posts there are in a unit of the base, and in one of the revision.
pub(super) fn of_unit(
    measure: &'static Measure,
    context: &PairContext<'_>,
    base: &UnitId,
    now: Option<&UnitId>,
) -> Row {
    let of = (Side::Base, base.subject());
    let now = now.map_or(&[][..], std::slice::from_ref);
    row(measure, context, of, std::slice::from_ref(base), now)
}

/// A row of units of the base and of the revision, of which there may be none.
fn row(
    measure: &'static Measure,
    context: &PairContext<'_>,
    of: (Side, Subject),
    before: &[UnitId],
    now: &[UnitId],
) -> Row {
    let (old, new) = (
        posts_in(context.base, before),
        posts_in(context.revision, now),
    );
    let sum = |posts: &Posts<'_>| -> Quantity { posts.values().map(|post| post.count()).sum() };
    let base = (!before.is_empty()).then(|| sum(&old));
    Row {
        measure,
        of: Some(of),
        base,
        value: Some(sum(&new)),
        whole: base,
        difference: Some(difference(context, &old, &new)),
        unstated: None,
    }
}

/// How many more posts these are than those. Groups that are in both, as large as they were, are
/// in neither sum, so that a rough count of them never looks like a change; and no more come or
/// go than are said to.
fn difference(context: &PairContext<'_>, old: &Posts<'_>, new: &Posts<'_>) -> Difference {
    let tracks = &context.changes.lineage.staff;
    let mut left: Posts<'_> = new.clone();
    let mut before = Quantity::ZERO;
    for (id, post) in old {
        let same = match tracks.descendants(id) {
            [only] if tracks.ancestors(only).len() == 1 => new.get(only),
            _ => None,
        };
        match same.filter(|now| now.count() == post.count() && !now.count().is_unknown()) {
            Some(now) => {
                left.remove(now.id());
            }
            None => before += post.count(),
        }
    }
    let now = left.values().map(|post| post.count()).sum();
    let by_counts = Difference::between(before, now);
    match flows(context, old, new) {
        Some(by_flows) => by_counts.common(by_flows),
        None => by_counts,
    }
}

/// What comes less what goes; nothing where a group grew that is followed, for nobody says where
/// its new posts came from.
fn flows(context: &PairContext<'_>, old: &Posts<'_>, new: &Posts<'_>) -> Option<Difference> {
    let changes = context.changes;
    let tracks = &changes.lineage.staff;
    let has_grown = |(id, post): (&&StaffId, &StaffView<'_>)| {
        let ancestors = tracks.ancestors(id).iter();
        let came = ancestors.flat_map(|old| changes.staff_of(old));
        let came = changes.posts(came.filter(|change| change.to.as_ref() == Some(*id)));
        let is_new = tracks.ancestors(id).is_empty();
        !is_new && post.count().grown_from(came).is_some()
    };
    if new.iter().any(has_grown) {
        return None;
    }
    let is_there = |change: &&StaffChange| {
        let to = change.to.as_ref();
        to.is_some_and(|to| new.contains_key(to))
    };
    let of_old = old.keys().flat_map(|id| changes.staff_of(id));
    let gone = changes.posts(of_old.filter(|change| !is_there(change)));
    let sources: BTreeSet<&StaffId> = new.keys().flat_map(|id| tracks.ancestors(id)).collect();
    let elsewhere = sources.into_iter().filter(|id| !old.contains_key(id));
    let of_elsewhere = elsewhere.flat_map(|id| changes.staff_of(id));
    let come = changes.posts(of_elsewhere.filter(is_there));
    let founded = new.iter().filter(|(id, _)| tracks.ancestors(id).is_empty());
    let founded: Quantity = founded.map(|(_, post)| post.count()).sum();
    Some(Difference::between(gone, come + founded))
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
    things.into_iter().filter_map(Subject::to)
}

type Posts<'c> = BTreeMap<&'c StaffId, StaffView<'c>>;

/// The posts of some units and of all below them, each once.
fn posts_in<'c>(chart: &'c Chart, units: &[UnitId]) -> Posts<'c> {
    let units = units.iter().filter_map(|id| chart.unit(id));
    let posts = units.flat_map(UnitView::subtree).flat_map(UnitView::staff);
    posts.map(|post| (post.id(), post)).collect()
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
