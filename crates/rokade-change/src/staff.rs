//! What became of each group of posts: where they went, and how many nobody placed.

use std::collections::{BTreeMap, BTreeSet};

use rokade_core::chart::{Chart, Placement, SiteView, StaffView, Superior, UnitView};
use rokade_core::finding::{Cause, CauseKind};
use rokade_core::ids::{Id, SiteId, StaffId, UnitId};
use rokade_core::quantity::Quantity;

use crate::lineage::{Lineage, Places};
use crate::placing::{Groups, Share, common};
use crate::units::{OfUnits, UnitChange, UnitVerdict};

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

/// Why posts are unplaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unplaced {
    /// The revision says that it is undecided where they belong.
    Undecided,
    /// The revision has them in a unit that has ended.
    ClosedUnit,
    /// The revision has them, and no unit for them.
    NoUnit,
    /// The groups they became have fewer posts, and nobody said that the rest end.
    TooFew,
    /// The revision does not name them.
    NotNamed,
}

/// Posts of one group of the base that share a fate.
#[derive(Debug, Clone)]
pub struct StaffChange {
    /// The group, in the base.
    pub staff: StaffId,
    /// With the group they are in now.
    places: Places,
    /// The group they are in now.
    pub to: Option<StaffId>,
    /// How many of this group it can be; for several, see [`ChangeSet::posts`].
    ///
    /// [`ChangeSet::posts`]: crate::ChangeSet::posts
    pub posts: Quantity,
    /// As `posts`, but for posts that are shared out in order of ids so that sums hold: where
    /// groups were merged into one with less room, nobody says whose posts are left over.
    shared_out: Quantity,
    /// The posts that were shared out together have the same number.
    pool: Option<usize>,
    /// What became of them.
    pub fate: PostFate,
    /// Why they are unplaced, where they are.
    pub unplaced: Option<Unplaced>,
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
    /// They report to another post, or to somebody where they reported to nobody, or the other
    /// way, but not to a post that has ended or that nobody is in; only of posts that moved.
    pub head_changed: bool,
}

/// Compares every group of the base, by id.
#[expect(clippy::indexing_slicing, reason = "there is a place for each group")]
pub(crate) fn compare(
    base: &Chart,
    revision: &Chart,
    lineage: &Lineage,
    units: &[UnitChange],
) -> Vec<StaffChange> {
    let comparison = Comparison {
        base,
        revision,
        lineage,
        units: OfUnits::new(base, units),
    };
    let mut seen = vec![false; base.staff().len()];
    let mut pools = 0;
    let mut others = Vec::new();
    for before in base.staff_by_id() {
        if whole(lineage, before, revision).is_none() && !seen[before.position()] {
            let (before, now) = comparison.related(before);
            for post in &before {
                seen[post.position()] = true;
            }
            comparison.groups(&before, &now, &mut pools, &mut others);
        }
    }
    others.sort_by(|a, b| {
        let of = |change: &StaffChange| (change.before(base), change.fate);
        of(a).cmp(&of(b)).then_with(|| a.to.cmp(&b.to))
    });
    let mut others = others.into_iter().peekable();
    let mut changes = Vec::with_capacity(base.staff().len() + others.len());
    for before in base.staff_by_id() {
        if let Some(now) = whole(lineage, before, revision) {
            changes.push(comparison.flow(before, now, Share::of(before.count())));
        } else {
            let is_of_it = |change: &StaffChange| change.position() == before.position();
            changes.extend(std::iter::from_fn(|| others.next_if(is_of_it)));
        }
    }
    changes
}

/// The group that one of the base is, where it is there alone, under its own id and as large:
/// nearly all of a large chart.
pub(crate) fn whole<'c>(
    lineage: &Lineage,
    before: StaffView<'c>,
    revision: &'c Chart,
) -> Option<StaffView<'c>> {
    let now = lineage.staff.kept(before, revision);
    now.filter(|now| now.count() == before.count())
}

/// The posts that were shared out together, so that sums of some of them can be told.
#[derive(Debug, Clone, Default)]
pub(crate) struct Pools(BTreeMap<usize, Pool>);

#[derive(Debug, Clone)]
struct Pool {
    /// How many they are.
    whole: Quantity,
    /// What each can be.
    parts: Vec<((StaffId, Option<StaffId>), Quantity)>,
}

impl Pools {
    pub(crate) fn new(changes: &[StaffChange]) -> Self {
        let mut pools: BTreeMap<usize, Pool> = BTreeMap::new();
        for change in changes {
            let Some(number) = change.pool else { continue };
            let pool = pools.entry(number).or_insert_with(|| Pool {
                whole: Quantity::ZERO,
                parts: Vec::new(),
            });
            pool.whole += change.shared_out;
            pool.parts.push((change.key(), change.posts));
        }
        Pools(pools)
    }

    /// How many posts these are, each counted once.
    pub(crate) fn total<'a>(&self, changes: impl IntoIterator<Item = &'a StaffChange>) -> Quantity {
        let mut total = Quantity::ZERO;
        let mut shared: BTreeMap<usize, BTreeSet<(StaffId, Option<StaffId>)>> = BTreeMap::new();
        for change in changes {
            match change.pool {
                None => total += change.posts,
                Some(number) => {
                    shared.entry(number).or_default().insert(change.key());
                }
            }
        }
        for (number, some) in shared {
            let Some(pool) = self.0.get(&number) else {
                continue;
            };
            let (these, others): (Vec<_>, Vec<_>) =
                pool.parts.iter().partition(|(key, _)| some.contains(key));
            total += if others.is_empty() {
                pool.whole
            } else {
                let sum = |parts: Vec<&(_, Quantity)>| -> Quantity {
                    parts.into_iter().map(|(_, posts)| *posts).sum()
                };
                common(sum(these), pool.whole.less(sum(others)))
            };
        }
        total
    }
}

impl StaffChange {
    /// What tells it from the others of its pool.
    fn key(&self) -> (StaffId, Option<StaffId>) {
        (self.staff.clone(), self.to.clone())
    }

    /// Where the group is in the base.
    pub(crate) fn position(&self) -> usize {
        self.places.position()
    }

    /// The group, in the base that was compared.
    pub fn before<'c>(&self, base: &'c Chart) -> Option<StaffView<'c>> {
        self.places.before(base)
    }

    /// The group they are in now, in the revision that was compared.
    pub fn now<'c>(&self, revision: &'c Chart) -> Option<StaffView<'c>> {
        self.places.now(revision)
    }

    /// Whether they report to another post than before, be it that all of their unit do, or to
    /// nobody where they reported to somebody, or the other way.
    pub fn reports_elsewhere(&self, base: &Chart, revision: &Chart, lineage: &Lineage) -> bool {
        let both = self.before(base).zip(self.now(revision));
        both.is_some_and(|(before, now)| reports_elsewhere(lineage, before, now))
    }
}

fn reports_elsewhere(lineage: &Lineage, before: StaffView<'_>, now: StaffView<'_>) -> bool {
    match (before.superior(), now.superior()) {
        (Superior::NotStated, _) | (_, Superior::NotStated) => false,
        (Superior::Post(old), Superior::Post(new)) => !lineage.staff.follows(old, new),
        (Superior::Post(_), _) | (_, Superior::Post(_)) => true,
        _ => false,
    }
}

struct Comparison<'a> {
    base: &'a Chart,
    revision: &'a Chart,
    lineage: &'a Lineage,
    units: OfUnits<'a>,
}

impl<'a> Comparison<'a> {
    /// The groups that hang together with one of the base by what they became, each by id.
    fn related(&self, first: StaffView<'a>) -> (Vec<StaffView<'a>>, Vec<StaffView<'a>>) {
        let staff = &self.lineage.staff;
        if staff.now(first, self.revision).next().is_none() {
            return (vec![first], Vec::new());
        }
        let (before, now) = staff.related(first.id());
        let before = before.into_iter().filter_map(|id| self.base.post(id));
        let now = now.into_iter().filter_map(|id| self.revision.post(id));
        (before.collect(), now.collect())
    }

    #[expect(clippy::indexing_slicing, reason = "there is a place for each unit")]
    fn groups(
        &self,
        before: &[StaffView<'_>],
        now: &[StaffView<'_>],
        pools: &mut usize,
        changes: &mut Vec<StaffChange>,
    ) {
        let ended = &self.revision.entries().ended.staff;
        let mut links = Vec::new();
        for (from, post) in before.iter().enumerate() {
            for id in self.lineage.staff.descendants(post.id()) {
                if let Ok(to) = now.binary_search_by_key(&id, |post| post.id()) {
                    links.push((from, to));
                }
            }
        }
        let groups = Groups {
            posts: before.iter().map(|post| post.count()).collect(),
            cut: before
                .iter()
                .map(|post| {
                    let ended = ended.get(post.id())?;
                    Some(ended.by.map_or(post.count(), |by| by.of(post.count())))
                })
                .collect(),
            room: now.iter().map(|post| post.count()).collect(),
            links,
        };
        for (post, placed) in before.iter().zip(groups.place(pools)) {
            // A group of no posts that became another is one that became another all the same.
            let only = placed.into.len() == 1;
            for (to, share) in placed.into {
                if only || !share.is_none() {
                    changes.push(self.flow(*post, now[to], share));
                }
            }
            if !placed.ended.is_none() {
                changes.push(self.gone(*post, placed.ended, PostFate::Ended));
            }
            if !placed.left.is_none() {
                changes.push(self.gone(*post, placed.left, PostFate::Unplaced));
            }
        }
    }

    fn flow(&self, before: StaffView<'_>, now: StaffView<'_>, share: Share) -> StaffChange {
        let unit_changed = match (before.unit(), now.unit()) {
            (Some(old), Some(new)) => !self.lineage.units.follows(old, new),
            (None, Some(_)) => true,
            _ => false,
        };
        let site_changed = match (before.site(), now.site()) {
            (Some(old), Some(new)) => !self.lineage.sites.follows(old, new),
            _ => false,
        };
        // Along with the unit: the unit sits elsewhere in just the same way.
        let with_unit = !unit_changed
            && before.unit().is_some_and(|unit| {
                self.units.get(unit).is_some_and(|change| {
                    change.site_changed
                        && change.from_site.as_ref() == before.site().map(SiteView::id)
                        && change.to_site.as_ref() == now.site().map(SiteView::id)
                })
            });
        // That nobody is there to report to is told as that, and is no other head.
        let is_led = match now.superior() {
            Superior::Ended => false,
            Superior::Post(head) => head.is_filled(),
            _ => true,
        };
        let head_changed = is_led && reports_elsewhere(self.lineage, before, now);
        // Along with the unit: they reported to its head, and do.
        let line_restated = head_changed && !(follows_unit_line(before) && follows_unit_line(now));
        let moved = unit_changed || (site_changed && !with_unit) || line_restated;
        let fate = if before.unit().is_some() && now.unit().is_none() {
            PostFate::Unplaced
        } else if moved {
            PostFate::Moved
        } else {
            PostFate::Stayed
        };
        let unplaced = match now.placement() {
            _ if fate != PostFate::Unplaced => None,
            Placement::Undecided => Some(Unplaced::Undecided),
            Placement::Ended => Some(Unplaced::ClosedUnit),
            Placement::Unit(_) | Placement::Nowhere => Some(Unplaced::NoUnit),
        };
        let mut change = StaffChange {
            staff: before.id().clone(),
            places: Places::of(before, Some(now)),
            to: Some(now.id().clone()),
            posts: share.can_be,
            shared_out: share.posts,
            pool: share.pool,
            fate,
            unplaced,
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

    fn gone(&self, before: StaffView<'_>, share: Share, fate: PostFate) -> StaffChange {
        let unplaced = if self.lineage.staff.descendants(before.id()).is_empty() {
            Unplaced::NotNamed
        } else {
            Unplaced::TooFew
        };
        let mut change = StaffChange {
            staff: before.id().clone(),
            places: Places::of(before, None::<StaffView<'_>>),
            to: None,
            posts: share.can_be,
            shared_out: share.posts,
            pool: share.pool,
            fate,
            unplaced: (fate == PostFate::Unplaced).then_some(unplaced),
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
        let unit = self.units.get(self.base.unit(from)?)?;
        // A unit that was merely renamed or moved still has its posts; what leaves it then,
        // leaves it for another reason.
        let dissolved = matches!(
            unit.verdict,
            UnitVerdict::Closed | UnitVerdict::Split | UnitVerdict::Merged
        );
        // They sat with the unit when it was relocated, and went elsewhere than it did.
        let scattered = !change.unit_changed
            && change.site_changed
            && unit.relocated
            && unit.from_site == change.from_site
            && unit.to_site != change.to_site;
        if (dissolved || scattered)
            && let Some(cause) = unit.cause()
        {
            return Some(cause);
        }
        Some(match &change.to_unit {
            Some(to) if self.lineage.units.follows_by_id(from, to) => {
                Cause::new(CauseKind::Transfer, [from.subject()])
            }
            Some(to) => Cause::new(CauseKind::Transfer, [from.subject(), to.subject()]),
            None => Cause::new(CauseKind::Left, [from.subject()]),
        })
    }
}

/// Whether posts report as those of their unit do: to its head, or to the next head above where
/// it has none; a head to the next head above its own unit.
fn follows_unit_line(post: StaffView<'_>) -> bool {
    if post.entry().reports_to.is_none() {
        return true;
    }
    let unit = match post.heads().next() {
        Some(headed) => headed.parent(),
        None => post.unit(),
    };
    let head = unit
        .and_then(UnitView::headed)
        .and_then(|unit| unit.head().post());
    match post.superior() {
        Superior::Post(superior) => head == Some(superior),
        _ => false,
    }
}
