//! Lists of things with the posts of each, as the rules of this family tell them.

use std::cmp::Reverse;

use rokade_core::ids::Subject;
use rokade_core::quantity::Quantity;

/// Each thing once with the sum of its posts, the most posts first, then by id.
pub(crate) fn most_first(
    posts: impl IntoIterator<Item = (Subject, Quantity)>,
) -> Vec<(Subject, Quantity)> {
    let mut sums: Vec<(Subject, Quantity)> = posts.into_iter().collect();
    // Most come in this order, and each once.
    sums.sort_by(|(one, _), (other, _)| one.cmp(other));
    sums.dedup_by(|(more, posts), (one, sum)| {
        let is_one = more == one;
        if is_one {
            *sum += *posts;
        }
        is_one
    });
    sums.sort_by_key(|(_, posts)| Reverse((posts.low(), posts.high().unwrap_or(i64::MAX))));
    sums
}
