//! Lists of things with the posts of each, as the rules of this family tell them.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rokade_core::ids::Subject;
use rokade_core::quantity::Quantity;

/// Each thing once with the sum of its posts, the most posts first, then by id.
pub(crate) fn most_first(
    posts: impl IntoIterator<Item = (Subject, Quantity)>,
) -> Vec<(Subject, Quantity)> {
    let mut sums: BTreeMap<Subject, Quantity> = BTreeMap::new();
    for (subject, posts) in posts {
        *sums.entry(subject).or_insert(Quantity::ZERO) += posts;
    }
    let mut sums: Vec<(Subject, Quantity)> = sums.into_iter().collect();
    sums.sort_by_key(|(_, posts)| Reverse((posts.low(), posts.high().unwrap_or(i64::MAX))));
    sums
}
