//! P1, the same id where ids of the kind can be trusted, and P2, ids of a whole series that are
//! the same but for a prefix or a suffix.

use indexmap::IndexMap;
use rokade_core::entry::Hashed;
use rokade_core::finding::Side;
use rokade_core::ids::Id as _;

use super::evidence::Evidence;
use super::pairs::{Bond, Link};
use super::spelling::similarity;
use super::tracks::FEW;
use super::work::{Traced, Work};

/// Names at least so alike agree, where ids are the same.
const ALIKE: f64 = 0.6;

/// Names at least so alike agree, where ids are of one series.
const ALIKE_IN_SERIES: f64 = 0.5;

/// P1: pairs what has the same id, unless so few of those agree in name or line that keys were
/// reused.
pub(super) fn same_id<E: Traced>(work: &mut Work<'_, E>, line_kept: impl Fn(&E, &E) -> bool) {
    let mut common: Vec<(u32, u32)> = Vec::new();
    let mut agree = 0;
    // The two files mostly have things in one order: then the next is the one.
    let mut next = 0;
    for (from, (id, before)) in work.base.iter().enumerate() {
        let in_step = work.revision.get_index(next);
        let in_step = in_step.filter(|(now, _)| *now == id);
        let found = in_step.map(|(_, now)| (next, now)).or_else(|| {
            let found = work.revision.get_full(id.as_str());
            found.map(|(to, _, now)| (to, now))
        });
        if let Some((to, now)) = found {
            next = to + 1;
            let named = match (before.value.name(), now.value.name()) {
                (Some(a), Some(b)) => similarity(a, b) >= ALIKE,
                // Without names the ids are the names.
                (None, None) => true,
                _ => false,
            };
            agree += usize::from(named || line_kept(&before.value, &now.value));
            common.push((from as u32, to as u32));
        }
    }
    if common.len() >= FEW && agree * 2 < common.len() {
        return;
    }
    // An id that has come to name another thing is declared on both sides.
    common.retain(|&(from, to)| {
        let pairs = &work.pairs;
        !pairs.is_paired(Side::Base, from) || !pairs.is_paired(Side::Revision, to)
    });
    for (from, to) in common {
        work.pairs.link(Link {
            from,
            to,
            evidence: Evidence::SameId,
            bond: Bond::Whole,
        });
    }
}

/// P2: pairs the ids that are left and differ only in what all of their side have in common.
/// `line` tells of two whether they are in the same line, where that is known.
pub(super) fn affix<E: Traced>(
    work: &mut Work<'_, E>,
    mut line: impl FnMut(u32, u32) -> Option<bool>,
) {
    let ids = |side| -> Vec<(u32, &str)> {
        let left = work.pairs.left(side);
        left.map(|at| (at, work.id(side, at))).collect()
    };
    let (base, revision) = (ids(Side::Base), ids(Side::Revision));
    let smaller = base.len().min(revision.len());
    // Of one id everything is prefix.
    if smaller < 2 {
        return;
    }
    for cut in [Cut::Anywhere, Cut::AtWords] {
        let (from, to) = (Affix::of(&base, cut), Affix::of(&revision, cut));
        if from == to {
            // Then it is the ids that are the same, and those were not trusted.
            continue;
        }
        let now = revision.iter().map(|&(r, id)| (to.stem(id), r));
        let now: IndexMap<&str, u32, Hashed> = now.collect();
        let stems = base.iter().map(|&(b, id)| (from.stem(id), b));
        let mut found: Vec<(&str, u32, u32)> = stems
            .filter_map(|(stem, b)| Some((stem, b, *now.get(stem)?)))
            .collect();
        // In the order of their stems, which neither the files nor the sides decide.
        found.sort_unstable();
        let found: Vec<(u32, u32)> = found.into_iter().map(|(_, b, r)| (b, r)).collect();
        if found.len() * 5 >= smaller * 4 && agree(work, &found, &mut line) {
            work.pairs.link_whole(&found, &Evidence::Affix);
            return;
        }
    }
}

/// Whether half of the pairs agree in name, and that is no chance: where most posts are called
/// the same anything agrees with anything, and the line must tell.
fn agree<E: Traced>(
    work: &Work<'_, E>,
    found: &[(u32, u32)],
    line: &mut impl FnMut(u32, u32) -> Option<bool>,
) -> bool {
    let alike = |from: u32, to: u32| {
        similarity(
            work.called(Side::Base, from),
            work.called(Side::Revision, to),
        )
    };
    let (mut agree, mut in_line) = (0, 0);
    let mut sum = 0.0;
    for &(from, to) in found {
        let (kept, alike) = (line(from, to), alike(from, to));
        sum += alike;
        if kept != Some(false) && alike >= ALIKE_IN_SERIES {
            agree += 1;
            in_line += usize::from(kept == Some(true));
        }
    }
    if agree * 2 < found.len() {
        return false;
    }
    if in_line * 2 >= found.len() {
        return true;
    }
    // How alike the names of wrong pairs are: each with the next one's, both ways.
    let all = found.len();
    let mut wrong = 0.0;
    for (at, &(from, to)) in found.iter().enumerate() {
        let (next_from, next_to) = found[(at + 1) % all];
        wrong += alike(from, next_to) + alike(next_from, to);
    }
    #[expect(
        clippy::cast_precision_loss,
        reason = "a chart has far fewer than 2^52 entities"
    )]
    let (right, wrong) = (sum / all as f64, wrong / (2 * all) as f64);
    wrong < 1.0 && right - wrong >= (1.0 - wrong) / 2.0
}

/// Where an id may be cut.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cut {
    /// Between any two letters.
    Anywhere,
    /// Between words, letters and digits: for a side whose ids happen to begin alike.
    AtWords,
}

/// What all ids of a side have in common at both ends, in bytes.
#[derive(PartialEq, Eq)]
struct Affix<'a> {
    prefix: &'a str,
    suffix: &'a str,
}

impl<'a> Affix<'a> {
    #[expect(
        clippy::string_slice,
        reason = "what ids have in common begins and ends where characters do"
    )]
    fn of(ids: &[(u32, &'a str)], cut: Cut) -> Self {
        let Some(&(_, first)) = ids.first() else {
            return Affix {
                prefix: "",
                suffix: "",
            };
        };
        let mut prefix = first;
        for (_, id) in ids {
            let common = prefix.char_indices().zip(id.chars());
            let end = common
                .take_while(|((_, a), b)| a == b)
                .last()
                .map_or(0, |((at, a), _)| at + a.len_utf8());
            prefix = &prefix[..end];
        }
        let ends = || ids.iter().map(|(_, id)| *id);
        while cut == Cut::AtWords && !ends().all(|id| parts_at(id, prefix.len())) {
            prefix = &prefix[..prefix.char_indices().next_back().map_or(0, |(at, _)| at)];
        }
        let mut suffix = &first[prefix.len()..];
        for (_, id) in ids {
            let rest = &id[prefix.len()..];
            let common = suffix.char_indices().rev().zip(rest.chars().rev());
            let start = common
                .take_while(|((_, a), b)| a == b)
                .last()
                .map_or(suffix.len(), |((at, _), _)| at);
            suffix = &suffix[start..];
        }
        while cut == Cut::AtWords && !ends().all(|id| parts_at(id, id.len() - suffix.len())) {
            suffix = &suffix[suffix.chars().next().map_or(0, char::len_utf8)..];
        }
        Affix { prefix, suffix }
    }

    #[expect(
        clippy::string_slice,
        reason = "an id begins and ends with what all of them do"
    )]
    fn stem<'b>(&self, id: &'b str) -> &'b str {
        &id[self.prefix.len()..id.len() - self.suffix.len()]
    }
}

/// Whether an id falls into two parts here: at an end, at a `-`, or between letter and digit.
#[expect(
    clippy::string_slice,
    reason = "it is an end of what ids have in common"
)]
fn parts_at(id: &str, at: usize) -> bool {
    let (before, after) = (id[..at].chars().next_back(), id[at..].chars().next());
    match (before, after) {
        (Some(before), Some(after)) => {
            before == '-' || after == '-' || before.is_numeric() != after.is_numeric()
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn affix_of<'a>(ids: &[&'a str], cut: Cut) -> (&'a str, &'a str) {
        let ids: Vec<(u32, &str)> = ids.iter().map(|id| (0, *id)).collect();
        let affix = Affix::of(&ids, cut);
        for (_, id) in &ids {
            assert!(id.len() >= affix.prefix.len() + affix.suffix.len(), "{id}");
            assert_eq!([affix.prefix, affix.stem(id), affix.suffix].concat(), *id);
        }
        (affix.prefix, affix.suffix)
    }

    #[test]
    fn what_all_ids_have_at_their_ends_is_no_part_of_them() {
        use Cut::{Anywhere, AtWords};
        assert_eq!(affix_of(&["x170", "x171", "x182"], Anywhere), ("x1", ""));
        assert_eq!(affix_of(&["x170", "x171", "x182"], AtWords), ("x", ""));
        assert_eq!(
            affix_of(&["team-nord", "team-syd"], Anywhere),
            ("team-", "d")
        );
        assert_eq!(affix_of(&["team-nord", "team-syd"], AtWords), ("team-", ""));
        assert_eq!(affix_of(&["nord-ny", "syd-ny"], AtWords), ("", "-ny"));
        // A short id is not cut twice in the same place.
        assert_eq!(affix_of(&["aa", "aaa"], Anywhere), ("aa", ""));
        assert_eq!(affix_of(&["æø", "æå"], Anywhere), ("æ", ""));
    }
}
