//! What posts cost a year: of one chart, and group by group of what became of a base.
//!
//! Posts of other organisations cost us nothing. Posts that nobody has placed still cost what
//! they did, for nobody has ended them.

use rokade_change::PostFate;
use rokade_core::chart::{Chart, StaffView};
use rokade_core::ids::{Id, Subject};
use rokade_core::quantity::Quantity;

use crate::people::{kept, kin};
use crate::rule::PairContext;

/// What a group of posts costs us a year; nothing where the chart does not say.
pub(crate) fn of_group(post: StaffView<'_>) -> Option<Quantity> {
    let is_ours = post.unit().is_none_or(|unit| !unit.is_external());
    if !is_ours || post.count().high() == Some(0) {
        return Some(Quantity::ZERO);
    }
    post.entry().cost.map(|cost| post.count().of_each(cost))
}

/// What the posts of a chart cost a year: at least what those cost that state it. Nothing where
/// none do.
pub(crate) fn of_chart(chart: &Chart) -> Option<Quantity> {
    let (mut sum, mut is_stated) = (Quantity::ZERO, false);
    for post in chart.staff() {
        sum += of_group(post).unwrap_or(Quantity::UNKNOWN);
        is_stated |= post.entry().cost.is_some();
    }
    is_stated.then_some(sum)
}

/// How the cost of posts differs.
pub(crate) struct Difference {
    /// What the groups cost that differ, before.
    pub(crate) before: Quantity,
    /// What they cost now.
    pub(crate) after: Quantity,
    /// The groups of the revision that cost more than what they came of, and how much more.
    pub(crate) rises: Vec<(Subject, Quantity)>,
    /// The groups that state a cost in one chart and not in the other.
    pub(crate) unknown: Vec<Subject>,
}

/// Compares the cost of every group with that of what it came of. What costs as before is in
/// neither sum, so that a rough count of it never looks like a rise.
pub(crate) fn difference(context: &PairContext<'_>) -> Difference {
    let mut found = Difference {
        before: Quantity::ZERO,
        after: Quantity::ZERO,
        rises: Vec::new(),
        unknown: Vec::new(),
    };
    let differs = |before: StaffView<'_>, now: StaffView<'_>| of_group(before) != of_group(now);
    for (before, now) in kept(context, differs) {
        found.compare(context, &[before], &[now]);
    }
    for kin in kin(context) {
        found.compare(context, &kin.before, &kin.now);
    }
    let lineage = &context.changes.lineage.staff;
    let new = context.revision.staff_by_id();
    let new = new.filter(|post| lineage.is_new(*post));
    // A new post is one more cost only where anybody's is stated.
    for post in new.filter(|post| post.entry().cost.is_some()) {
        found.add(Some(Quantity::ZERO), of_group(post), &[post], &[]);
    }
    found
}

impl Difference {
    fn compare(
        &mut self,
        context: &PairContext<'_>,
        before: &[StaffView<'_>],
        now: &[StaffView<'_>],
    ) {
        let mut after = sum(now);
        for post in before {
            let unplaced = context.changes.staff_at(*post).iter();
            let unplaced = unplaced.filter(|c| c.fate == PostFate::Unplaced && c.to.is_none());
            let posts = context.changes.posts(unplaced);
            if posts != Quantity::ZERO {
                let still = post.entry().cost.map(|cost| posts.of_each(cost));
                after = after.zip(still).map(|(after, still)| after + still);
            }
        }
        self.add(sum(before), after, now, before);
    }

    fn add(
        &mut self,
        before: Option<Quantity>,
        after: Option<Quantity>,
        now: &[StaffView<'_>],
        then: &[StaffView<'_>],
    ) {
        let (Some(before), Some(after)) = (before, after) else {
            let is_stated = |post: &StaffView<'_>| post.entry().cost.is_some();
            if now.iter().chain(then).any(is_stated) {
                self.unknown
                    .extend(now.iter().map(|post| post.id().subject()));
            }
            return;
        };
        if before == after {
            return;
        }
        self.before += before;
        self.after += after;
        if after.grown_from(before).is_some() {
            // Of several groups, that which costs most.
            let most = now.iter().max_by_key(|post| {
                let cost = of_group(**post).unwrap_or(Quantity::ZERO);
                (cost.high().unwrap_or(i64::MAX), cost.low())
            });
            let rise = after.less(before);
            self.rises
                .extend(most.map(|post| (post.id().subject(), rise)));
        }
    }
}

/// What some groups cost; nothing where one of them does not say.
fn sum(posts: &[StaffView<'_>]) -> Option<Quantity> {
    posts.iter().map(|post| of_group(*post)).sum()
}
