//! Groups of posts that hang together by what they became.

use std::collections::HashSet;

use rokade_core::chart::StaffView;
use rokade_core::finding::Cause;
use rokade_core::ids::StaffId;

use crate::rule::PairContext;

/// Groups of the base, and all that came of any of them; each by id.
pub(crate) struct Kin<'c> {
    pub(crate) before: Vec<StaffView<'c>>,
    pub(crate) now: Vec<StaffView<'c>>,
}

/// Every group of the base with its kin, by the least id.
pub(crate) fn kin<'c>(context: &PairContext<'c>) -> Vec<Kin<'c>> {
    let mut seen: HashSet<&StaffId> = HashSet::new();
    let mut all = Vec::new();
    for post in context.base.staff_by_id() {
        if !seen.contains(post.id()) {
            let kin = kin_of(context, post);
            seen.extend(kin.before.iter().map(|post| post.id()));
            all.push(kin);
        }
    }
    all
}

fn kin_of<'c>(context: &PairContext<'c>, first: StaffView<'c>) -> Kin<'c> {
    let tracks = &context.changes.lineage.staff;
    // Nearly all became one, or nothing.
    let to = tracks.descendants(first.id());
    if to.len() < 2 && to.iter().all(|to| tracks.ancestors(to).len() == 1) {
        return Kin {
            before: vec![first],
            now: to
                .iter()
                .filter_map(|id| context.revision.post(id))
                .collect(),
        };
    }
    let (before, now) = tracks.related(first.id());
    let before = before.into_iter().filter_map(|id| context.base.post(id));
    let now = now.into_iter().filter_map(|id| context.revision.post(id));
    Kin {
        before: before.collect(),
        now: now.collect(),
    }
}

/// What happened to some groups of the base; nothing where they stayed as they were.
pub(super) fn cause_of<'a>(
    context: &PairContext<'_>,
    groups: impl IntoIterator<Item = &'a StaffId>,
) -> Option<Cause> {
    groups
        .into_iter()
        .flat_map(|id| context.changes.staff_of(id))
        .filter_map(|change| change.cause.clone())
        .min()
}
