//! How many posts of each group went where, so that every line balances.
//!
//! What is asked is always the same: groups of the base have posts, groups of the revision that
//! came of them have room, and some were cut on purpose. A post counts as placed unless there is
//! certainly no room for it. Nothing here knows a chart.

#![expect(
    clippy::indexing_slicing,
    reason = "a pool, a link and a group are named by their places, and there is a place for each"
)]

use rokade_core::quantity::{Certainty, Quantity};

/// Groups of posts that hang together by what they became.
#[derive(Debug, Clone, Default)]
pub(crate) struct Groups {
    /// The posts of each group of the base.
    pub(crate) posts: Vec<Quantity>,
    /// How many of them were cut on purpose, where any were.
    pub(crate) cut: Vec<Option<Quantity>>,
    /// The posts of each group of the revision.
    pub(crate) room: Vec<Quantity>,
    /// What came of what: a group of the base, and one of the revision. Sorted.
    pub(crate) links: Vec<(usize, usize)>,
}

/// How many posts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Share {
    /// A number with which sums hold: where it cannot be told whose posts they are, they are
    /// shared out in order.
    pub(crate) posts: Quantity,
    /// What it can be of this group alone.
    pub(crate) can_be: Quantity,
    /// The shares that were shared out together have the same number, and know their sum.
    pub(crate) pool: Option<usize>,
}

/// Where the posts of one group of the base went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Placed {
    /// Into each group that came of it, in the order of the links.
    pub(crate) into: Vec<(usize, Share)>,
    /// Cut on purpose.
    pub(crate) ended: Share,
    /// Left: nobody placed them.
    pub(crate) left: Share,
}

impl Share {
    const NONE: Share = Share::of(Quantity::ZERO);

    /// Posts of which it is known whose they are.
    pub(crate) const fn of(posts: Quantity) -> Self {
        Share {
            posts,
            can_be: posts,
            pool: None,
        }
    }

    /// Whether it is certainly nothing.
    pub(crate) fn is_none(self) -> bool {
        self.can_be.high() == Some(0)
    }
}

impl Groups {
    /// Where the posts of each group went; pools are numbered on from `pools`.
    pub(crate) fn place(&self, pools: &mut usize) -> Vec<Placed> {
        let mut placing = Placing {
            groups: self,
            ancestors: vec![0; self.room.len()],
            left: self.posts.clone(),
            left_shared: vec![None; self.posts.len()],
            pools,
            ended: vec![Quantity::ZERO; self.posts.len()],
            into: vec![Share::NONE; self.links.len()],
        };
        for &(_, to) in &self.links {
            placing.ancestors[to] += 1;
        }
        let whole: Quantity = self.posts.iter().sum();
        let room: Quantity = self.room.iter().sum();
        let is_short = self.links.is_empty() || is_less(room, whole);
        if is_short {
            placing.cut(whole.less(room));
        }
        placing.fill_groups_of_one();
        placing.fill_merged_groups();
        placing.settle(is_short);
        placing.placed()
    }

    /// The links of each group of the base.
    fn links_of(&self, from: usize) -> std::ops::Range<usize> {
        let start = self.links.partition_point(|&(f, _)| f < from);
        let end = self.links.partition_point(|&(f, _)| f <= from);
        start..end
    }
}

struct Placing<'a> {
    groups: &'a Groups,
    /// How many groups of the base each group of the revision came of.
    ancestors: Vec<usize>,
    left: Vec<Quantity>,
    /// What is left of each group, where it was shared out.
    left_shared: Vec<Option<(Quantity, usize)>>,
    /// How many times posts were shared out.
    pools: &'a mut usize,
    ended: Vec<Quantity>,
    /// Beside the links.
    into: Vec<Share>,
}

impl Placing<'_> {
    /// Takes out what was cut on purpose, as far as posts are missing.
    fn cut(&mut self, mut missing: Quantity) {
        for (from, cut) in self.groups.cut.iter().enumerate() {
            let Some(cut) = *cut else { continue };
            let cut = common(cut, missing);
            self.ended[from] = cut;
            self.left[from] = rest(self.left[from], cut);
            missing = rest(missing, cut);
        }
    }

    /// Groups of the revision that came of one group alone have their posts from it.
    fn fill_groups_of_one(&mut self) {
        for from in 0..self.left.len() {
            let links: Vec<usize> = self
                .groups
                .links_of(from)
                .filter(|&link| self.ancestors[self.groups.links[link].1] == 1)
                .collect();
            let rooms: Vec<Quantity> = links
                .iter()
                .map(|&link| self.groups.room[self.groups.links[link].1])
                .collect();
            let wanted: Quantity = rooms.iter().sum();
            let had = self.left[from];
            // More than there were: some are new, and nobody says in which group.
            let is_over = is_less(had, wanted);
            let mut left = had;
            let pool = self.pool(is_over);
            for ((&link, &room), others) in links.iter().zip(&rooms).zip(sums_of_others(&rooms)) {
                self.into[link] = if is_over {
                    let posts = common(left, room);
                    left = rest(left, posts);
                    Share {
                        posts,
                        can_be: between(had.less(others).low(), [had, room]),
                        pool,
                    }
                } else {
                    Share::of(common(room, had.less(others)))
                };
            }
            if !links.is_empty() {
                self.left[from] = rest(had, wanted);
            }
        }
    }

    /// Groups of the revision that came of several have all that is left of each, as far as
    /// there is room.
    fn fill_merged_groups(&mut self) {
        let groups = self.groups;
        let mut links: Vec<usize> = (0..groups.links.len())
            .filter(|&link| self.ancestors[groups.links[link].1] > 1)
            .collect();
        links.sort_by_key(|&link| (groups.links[link].1, groups.links[link].0));
        for links in links.chunk_by(|&a, &b| groups.links[a].1 == groups.links[b].1) {
            let room = groups.room[groups.links[links[0]].1];
            let had: Vec<Quantity> = links
                .iter()
                .map(|&l| self.left[groups.links[l].0])
                .collect();
            let whole: Quantity = had.iter().sum();
            let is_short = is_less(room, whole);
            let mut free = room;
            // Whose posts found no room, nobody says.
            let (placed, left) = (self.pool(is_short), self.pool(is_short));
            for ((&link, &had), others) in links.iter().zip(&had).zip(sums_of_others(&had)) {
                let from = groups.links[link].0;
                let posts = common(had, free);
                free = rest(free, posts);
                self.left[from] = rest(had, posts);
                self.into[link] = Share {
                    posts,
                    can_be: match placed {
                        Some(_) => between(room.less(others).low(), [had, room]),
                        None => posts,
                    },
                    pool: placed,
                };
                self.left_shared[from] = left.map(|pool| {
                    let can_be = between(had.less(room).low(), [had, whole.less(room)]);
                    (can_be, pool)
                });
            }
        }
    }

    /// Posts left over where all could have been placed are in the last group they came to; and
    /// those that were cut after all.
    fn settle(&mut self, is_short: bool) {
        for from in 0..self.left.len() {
            let left = self.left[from];
            if left.high() == Some(0) {
                continue;
            }
            let links = self.groups.links_of(from);
            let room: Quantity = links
                .clone()
                .map(|link| self.groups.room[self.groups.links[link].1])
                .sum();
            if let Some(last) = links.last()
                && !is_short
                && !is_less(room, self.groups.posts[from])
            {
                let share = self.into[last];
                self.into[last] = Share::of(share.posts + left);
                self.left[from] = Quantity::ZERO;
                self.left_shared[from] = None;
                continue;
            }
            if let (Some(cut), Some(0)) = (self.groups.cut[from], self.ended[from].high()) {
                self.ended[from] = common(cut, left);
                self.left[from] = rest(left, self.ended[from]);
                self.left_shared[from] = None;
            }
        }
    }

    /// A new number for posts that are shared out, if they are.
    fn pool(&mut self, shared: bool) -> Option<usize> {
        shared.then(|| {
            *self.pools += 1;
            *self.pools
        })
    }

    fn placed(self) -> Vec<Placed> {
        (0..self.left.len())
            .map(|from| Placed {
                into: self
                    .groups
                    .links_of(from)
                    .map(|link| (self.groups.links[link].1, self.into[link]))
                    .collect(),
                ended: Share::of(self.ended[from]),
                left: match self.left_shared[from] {
                    None => Share::of(self.left[from]),
                    Some((can_be, pool)) => Share {
                        posts: self.left[from],
                        can_be,
                        pool: Some(pool),
                    },
                },
            })
            .collect()
    }
}

fn is_less(one: Quantity, other: Quantity) -> bool {
    one.less_than(other) == Some(Certainty::Certain)
}

/// The numbers that two quantities for the same posts allow; the lesser where they cannot agree.
pub(crate) fn common(one: Quantity, other: Quantity) -> Quantity {
    if is_less(other, one) {
        return other;
    }
    let low = one.low().max(other.low());
    let high = match (one.high(), other.high()) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    };
    // As it is written where one of the two has just these ends.
    let mut as_written = [one, other]
        .into_iter()
        .filter(|q| (q.low(), q.high()) == (low, high));
    as_written
        .clone()
        .find(|q| !q.is_approximate())
        .or_else(|| as_written.next())
        .or_else(|| {
            let approximate = one.is_approximate() || other.is_approximate();
            Quantity::from_hundredths(low, high, approximate)
        })
        // Where the ends are the other way round, `one` is certainly less.
        .unwrap_or(one)
}

/// What is left of a whole; nothing where the part may be all of it.
fn rest(whole: Quantity, part: Quantity) -> Quantity {
    if is_less(part, whole) {
        whole.less(part)
    } else {
        Quantity::ZERO
    }
}

/// From a least number up to the least of two quantities.
fn between(low: i64, most: [Quantity; 2]) -> Quantity {
    let high = most.iter().filter_map(|q| q.high()).min();
    let approximate = most.iter().any(|q| q.is_approximate());
    let low = high.map_or(low, |high| low.min(high));
    Quantity::from_hundredths(low, high, approximate).unwrap_or(Quantity::UNKNOWN)
}

/// For each quantity, the sum of all others.
fn sums_of_others(quantities: &[Quantity]) -> Vec<Quantity> {
    let mut sums = vec![Quantity::ZERO; quantities.len()];
    let mut before = Quantity::ZERO;
    for (sum, &quantity) in sums.iter_mut().zip(quantities) {
        *sum += before;
        before += quantity;
    }
    let mut after = Quantity::ZERO;
    for (sum, &quantity) in sums.iter_mut().zip(quantities).rev() {
        *sum += after;
        after += quantity;
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    fn q(text: &str) -> Quantity {
        text.parse().unwrap()
    }

    fn groups(posts: &[&str], room: &[&str], links: &[(usize, usize)]) -> Groups {
        Groups {
            posts: posts.iter().map(|p| q(p)).collect(),
            cut: vec![None; posts.len()],
            room: room.iter().map(|r| q(r)).collect(),
            links: links.to_vec(),
        }
    }

    /// Whether all parts can make the whole.
    fn balances(groups: &Groups) -> bool {
        let parts: Quantity = groups
            .place(&mut 0)
            .iter()
            .map(|p| {
                let into: Quantity = p.into.iter().map(|(_, share)| share.posts).sum();
                into + p.ended.posts + p.left.posts
            })
            .sum();
        let whole: Quantity = groups.posts.iter().sum();
        Quantity::balances(parts, whole)
    }

    #[test]
    fn a_range_is_divided_without_a_rest() {
        let groups = groups(
            &["ca. 18-20"],
            &["12-13", "4", "2-3"],
            &[(0, 0), (0, 1), (0, 2)],
        );
        let placed = groups.place(&mut 0);
        assert_eq!(placed[0].into[0].1.posts, q("12-13"));
        assert_eq!(placed[0].into[1].1.posts, q("4"));
        assert!(placed[0].left.is_none());
        assert!(balances(&groups));
    }

    #[test]
    fn a_group_with_room_for_just_its_posts_is_placed_whole() {
        for posts in ["0", "1", "4", "3-5", "ca. 6", "ca. 18-20", "unknown"] {
            let placed = groups(&[posts], &[posts], &[(0, 0)]).place(&mut 0);
            assert_eq!(placed[0].into, [(0, Share::of(q(posts)))]);
            assert!(placed[0].left.is_none() && placed[0].ended.is_none());
        }
    }

    #[test]
    fn an_unknown_part_is_what_the_others_leave() {
        let placed = groups(&["20"], &["5", "unknown"], &[(0, 0), (0, 1)]).place(&mut 0);
        assert_eq!(placed[0].into[1].1.posts, q("15"));
    }

    #[test]
    fn what_has_no_room_is_left() {
        let groups = groups(&["20"], &["12", "4"], &[(0, 0), (0, 1)]);
        assert_eq!(groups.place(&mut 0)[0].left.posts, q("4"));
        assert!(balances(&groups));
    }

    #[test]
    fn a_merged_group_that_is_too_small_leaves_posts_of_either() {
        let groups = groups(&["10", "5"], &["12"], &[(0, 0), (1, 0)]);
        let placed = groups.place(&mut 0);
        let left: Quantity = placed.iter().map(|p| p.left.posts).sum();
        assert_eq!(left, q("3"));
        assert_eq!(placed[0].left.can_be, q("0-3"));
        assert_eq!(placed[1].left.can_be, q("0-3"));
        assert_eq!(placed[0].into[0].1.can_be, q("7-10"));
        assert_eq!(placed[1].into[0].1.can_be, q("2-5"));
        assert!(balances(&groups));
    }

    #[test]
    fn what_was_cut_on_purpose_is_cut_from_that_group() {
        let mut groups = groups(&["10", "5"], &["12"], &[(0, 0), (1, 0)]);
        groups.cut[0] = Some(q("3-4"));
        let placed = groups.place(&mut 0);
        assert_eq!(placed[0].ended.posts, q("3"));
        assert!(placed.iter().all(|p| p.left.is_none()));
        assert!(balances(&groups));
    }

    #[test]
    fn part_of_one_group_goes_to_another() {
        // 10 became 3 and, with 5 others, 12.
        let groups = groups(&["10", "5"], &["3", "12"], &[(0, 0), (0, 1), (1, 1)]);
        let placed = groups.place(&mut 0);
        assert_eq!(placed[0].into[1].1.posts, q("7"));
        assert_eq!(placed[1].into[0].1.posts, q("5"));
        assert!(placed.iter().all(|p| p.left.is_none()));
        assert!(balances(&groups));
    }

    #[test]
    fn no_more_came_than_there_were() {
        let groups = groups(&["4"], &["4", "4"], &[(0, 0), (0, 1)]);
        let placed = groups.place(&mut 0);
        assert_eq!(placed[0].into[0].1.can_be, q("0-4"));
        assert!(balances(&groups));
    }

    #[test]
    fn a_group_without_descendants_is_left_or_cut() {
        let mut groups = groups(&["ca. 3-4"], &[], &[]);
        assert_eq!(groups.place(&mut 0)[0].left.posts, q("ca. 3-4"));
        groups.cut[0] = Some(q("ca. 3-4"));
        assert!(groups.place(&mut 0)[0].left.is_none());
        groups.cut[0] = Some(q("1"));
        assert_eq!(groups.place(&mut 0)[0].left.posts, q("ca. 2-3"));
        assert!(balances(&groups));
    }

    #[test]
    fn whatever_the_numbers_every_line_balances() {
        let counts = ["0", "1", "4", "3-5", "ca. 6", "unknown"];
        let shapes: [&[(usize, usize)]; 4] = [
            &[(0, 0), (1, 0)],
            &[(0, 0), (0, 1), (1, 1)],
            &[(0, 0), (0, 1), (1, 0), (1, 1)],
            &[(0, 0), (1, 1)],
        ];
        for links in shapes {
            let rooms = links.iter().map(|&(_, to)| to + 1).max().unwrap_or(0);
            for n in 0..counts.len().pow(4) {
                let pick = |at: u32| counts[n / counts.len().pow(at) % counts.len()];
                let groups = groups(&[pick(0), pick(1)], &[pick(2), pick(3)][..rooms], links);
                assert!(balances(&groups), "{groups:?} {:?}", groups.place(&mut 0));
            }
        }
    }
}
