//! What became of each group of posts: where they went, and how many nobody placed.

use std::collections::BTreeMap;

use rokade_core::chart::{Chart, Placement, StaffView, Superior};
use rokade_core::finding::{Cause, CauseKind};
use rokade_core::ids::{Id, SiteId, StaffId, UnitId};
use rokade_core::quantity::{Certainty, Quantity};

use crate::lineage::Lineage;
use crate::units::{UnitChange, UnitVerdict};

/// What became of posts of the base. Each post has the last of these that holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PostFate {
    /// With their unit, whatever became of it.
    Stayed,
    /// To another unit, site or line, and not along with their unit.
    Moved,
    /// Reduced or ended on purpose.
    Ended,
    /// Nobody has placed them.
    Unplaced,
}

/// Posts of one group of the base that share a fate.
#[derive(Debug, Clone)]
pub struct StaffChange {
    /// The group, in the base.
    pub staff: StaffId,
    /// The group they are in now.
    pub to: Option<StaffId>,
    /// How many.
    pub posts: Quantity,
    /// What became of them.
    pub fate: PostFate,
    /// Whether they are unplaced because it is undecided where they go.
    pub undecided: bool,
    /// Why; `None` where they stayed.
    pub cause: Option<Cause>,
    /// Their unit in the base.
    pub from_unit: Option<UnitId>,
    /// Their unit in the revision.
    pub to_unit: Option<UnitId>,
    /// Their site in the base.
    pub from_site: Option<SiteId>,
    /// Their site in the revision.
    pub to_site: Option<SiteId>,
    /// They are in another unit.
    pub unit_changed: bool,
    /// They are at another site.
    pub site_changed: bool,
    /// They report to another post.
    pub head_changed: bool,
}

/// Compares every group of the base, by id.
pub(crate) fn compare(
    base: &Chart,
    revision: &Chart,
    lineage: &Lineage,
    units: &[UnitChange],
) -> Vec<StaffChange> {
    let comparison = Comparison {
        revision,
        lineage,
        units: units.iter().map(|u| (&u.unit, u)).collect(),
    };
    let mut groups: Vec<StaffView<'_>> = base.staff().collect();
    groups.sort_by_key(|post| post.id());
    let mut changes = Vec::with_capacity(groups.len());
    for group in groups {
        comparison.group(group, base, &mut changes);
    }
    changes
}

struct Comparison<'a> {
    revision: &'a Chart,
    lineage: &'a Lineage,
    units: BTreeMap<&'a UnitId, &'a UnitChange>,
}

impl Comparison<'_> {
    fn group(&self, before: StaffView<'_>, base: &Chart, changes: &mut Vec<StaffChange>) {
        let to = self.lineage.staff.descendants(before.id());
        let now: Vec<StaffView<'_>> =
            to.iter().filter_map(|id| self.revision.post(id)).collect();
        let mut placed = Quantity::ZERO;
        let flows: Vec<(StaffView<'_>, Quantity)> = now
            .iter()
            .map(|&post| (post, self.share(before, post, now.len(), base)))
            .collect();
        for (post, posts) in flows {
            placed = placed + posts;
            changes.push(self.flow(before, post, posts));
        }
        let mut left = if now.is_empty() {
            before.count()
        } else if placed.less_than(before.count()) == Some(Certainty::Certain) {
            before.count().less(placed)
        } else {
            return;
        };
        if let Some(ended) = self.revision.entries().ended.staff.get(before.id()) {
            let by = match ended.by {
                None => left,
                Some(by) => by.of(before.count()),
            };
            let cut = if by.less_than(left) == Some(Certainty::Certain) {
                by
            } else {
                left
            };
            changes.push(self.gone(before, cut, PostFate::Ended));
            if cut == left {
                return;
            }
            left = left.less(cut);
        }
        changes.push(self.gone(before, left, PostFate::Unplaced));
    }

    /// How many posts of a group went into one of its descendants.
    fn share(
        &self,
        before: StaffView<'_>,
        post: StaffView<'_>,
        descendants: usize,
        base: &Chart,
    ) -> Quantity {
        let ancestors = self.lineage.staff.ancestors(post.id());
        let whole: Quantity = ancestors
            .iter()
            .filter_map(|id| base.post(id))
            .map(StaffView::count)
            .sum();
        if descendants > 1 {
            return post.count();
        }
        // All of it, and of those that joined it, unless there is certainly no room for all.
        if post.count().less_than(whole) == Some(Certainty::Certain) {
            let others: Quantity = ancestors
                .iter()
                .filter(|id| *id < before.id())
                .filter_map(|id| base.post(id))
                .map(StaffView::count)
                .sum();
            let room = post.count().less(others);
            return if room.less_than(before.count()) == Some(Certainty::Certain) {
                room
            } else {
                before.count()
            };
        }
        before.count()
    }

    fn flow(&self, before: StaffView<'_>, now: StaffView<'_>, posts: Quantity) -> StaffChange {
        let follows_unit = |a: &UnitId, b: &UnitId| self.lineage.units.follows(a, b);
        let unit_changed = match (before.unit(), now.unit()) {
            (Some(old), Some(new)) => !follows_unit(old.id(), new.id()),
            (None, Some(_)) => true,
            _ => false,
        };
        let site_changed = match (before.site(), now.site()) {
            (Some(old), Some(new)) => !self.lineage.sites.follows(old.id(), new.id()),
            _ => false,
        };
        let head_changed = match (before.superior(), now.superior()) {
            (Superior::Post(old), Superior::Post(new)) => {
                !self.lineage.staff.follows(old.id(), new.id())
            }
            _ => false,
        };
        let unplaced = before.unit().is_some() && now.unit().is_none();
        // Along with the unit: the unit sits elsewhere in just the same way.
        let with_unit = !unit_changed
            && before.unit().is_some_and(|unit| {
                self.units.get(unit.id()).is_some_and(|change| {
                    change.site_changed
                        && change.from_site.as_ref() == before.site().map(|s| s.id())
                        && change.to_site.as_ref() == now.site().map(|s| s.id())
                })
            });
        let stated = |post: StaffView<'_>| post.entry().reports_to.is_some();
        let line_restated = head_changed && (stated(before) || stated(now));
        let moved = unit_changed || (site_changed && !with_unit) || line_restated;
        let fate = if unplaced {
            PostFate::Unplaced
        } else if moved {
            PostFate::Moved
        } else {
            PostFate::Stayed
        };
        let mut change = StaffChange {
            staff: before.id().clone(),
            to: Some(now.id().clone()),
            posts,
            fate,
            undecided: now.placement() == Placement::Undecided,
            cause: None,
            from_unit: before.unit().map(|unit| unit.id().clone()),
            to_unit: now.unit().map(|unit| unit.id().clone()),
            from_site: before.site().map(|site| site.id().clone()),
            to_site: now.site().map(|site| site.id().clone()),
            unit_changed,
            site_changed,
            head_changed: head_changed && fate == PostFate::Moved,
        };
        change.cause = self.cause(&change);
        change
    }

    fn gone(&self, before: StaffView<'_>, posts: Quantity, fate: PostFate) -> StaffChange {
        let mut change = StaffChange {
            staff: before.id().clone(),
            to: None,
            posts,
            fate,
            undecided: false,
            cause: None,
            from_unit: before.unit().map(|unit| unit.id().clone()),
            to_unit: None,
            from_site: before.site().map(|site| site.id().clone()),
            to_site: None,
            unit_changed: false,
            site_changed: false,
            head_changed: false,
        };
        change.cause = self.cause(&change);
        change
    }

    fn cause(&self, change: &StaffChange) -> Option<Cause> {
        if change.fate == PostFate::Stayed {
            return None;
        }
        let Some(from) = &change.from_unit else {
            return Some(Cause::itself(change.staff.subject()));
        };
        let unit = self.units.get(from)?;
        if matches!(unit.verdict, UnitVerdict::Closed | UnitVerdict::Split) {
            return unit.cause();
        }
        Some(match &change.to_unit {
            Some(to) if self.lineage.units.follows(from, to) => {
                Cause::new(CauseKind::Transfer, [from.subject()])
            }
            Some(to) => Cause::new(CauseKind::Transfer, [from.subject(), to.subject()]),
            None => Cause::new(CauseKind::Left, [from.subject()]),
        })
    }
}
