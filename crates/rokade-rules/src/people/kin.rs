//! Groups of posts that hang together by what they became.

use rokade_core::chart::StaffView;
use rokade_core::finding::Cause;
use rokade_core::ids::StaffId;

use crate::rule::PairContext;

/// Groups of the base, and all that came of any of them; each by id.
pub(crate) struct Kin<'c> {
    pub(crate) before: Vec<StaffView<'c>>,
    pub(crate) now: Vec<StaffView<'c>>,
}

/// Of the groups that are there still, came of nothing else and became nothing else, nearly all of
/// a large chart, those that are wanted as they were and are; by id.
pub(crate) fn kept<'c>(
    context: &PairContext<'c>,
    is_wanted: impl Fn(StaffView<'c>, StaffView<'c>) -> bool,
) -> Vec<(StaffView<'c>, StaffView<'c>)> {
    let tracks = &context.changes.lineage.staff;
    let kept = context.base.staff();
    let kept = kept.filter_map(|before| Some((before, tracks.kept(before, context.revision)?)));
    let mut wanted: Vec<_> = kept
        .filter(|(before, now)| is_wanted(*before, *now))
        .collect();
    wanted.sort_unstable();
    wanted
}

/// Every other group of the base with its kin, by the least id.
#[expect(clippy::indexing_slicing, reason = "there is a place for each post")]
pub(crate) fn kin<'c>(context: &PairContext<'c>) -> Vec<Kin<'c>> {
    let tracks = &context.changes.lineage.staff;
    let mut seen = vec![false; context.base.staff().len()];
    let mut all = Vec::new();
    for post in context.base.staff_by_id() {
        if tracks.kept(post, context.revision).is_none() && !seen[post.position()] {
            let (before, now) = tracks.related(post.id());
            let before = before.into_iter().filter_map(|id| context.base.post(id));
            let now = now.into_iter().filter_map(|id| context.revision.post(id));
            let (before, now) = (before.collect::<Vec<_>>(), now.collect());
            for post in &before {
                seen[post.position()] = true;
            }
            all.push(Kin { before, now });
        }
    }
    all
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
