//! The fewest that together have everything: staff groups for a pathway, sites for its steps.
//!
//! Pure counting: who the candidates are, and what they must have, the caller knows.

use std::collections::BTreeSet;

/// Up to so many things to be covered the answer is exact; beyond, it may be too many.
pub const EXACT_UP_TO: usize = 16;

/// A choice of candidates that together have everything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cover {
    /// The candidates chosen, by their place in the list, ascending.
    pub chosen: Vec<usize>,
    /// Whether no smaller choice is possible.
    pub exact: bool,
}

/// The fewest candidates that together have the things `0..things`; `None` where one of the
/// things nobody has.
///
/// Each candidate is the list of what it has. Of choices equally small the one is taken whose
/// candidates come first in the list, so the caller's order decides and nothing else does.
pub fn fewest(things: usize, candidates: &[Vec<usize>]) -> Option<Cover> {
    let had: BTreeSet<usize> = candidates.iter().flatten().copied().collect();
    if !(0..things).all(|thing| had.contains(&thing)) {
        return None;
    }
    let chosen = if things <= EXACT_UP_TO {
        exactly(things, candidates)
    } else {
        greedily(things, candidates)
    };
    Some(Cover {
        chosen,
        exact: things <= EXACT_UP_TO,
    })
}

#[expect(
    clippy::indexing_slicing,
    reason = "there is a place for each set of things, and the sets are of these things alone"
)]
fn exactly(things: usize, candidates: &[Vec<usize>]) -> Vec<usize> {
    let bits = |has: &Vec<usize>| -> u32 {
        let within = has.iter().filter(|&&thing| thing < things);
        within.fold(0, |bits, &thing| bits | 1 << thing)
    };
    let sets: Vec<u32> = candidates.iter().map(bits).collect();
    let mut distinct = sets.clone();
    distinct.sort_unstable();
    distinct.dedup();
    // What another has too, and more, never makes a choice smaller.
    let largest: Vec<u32> = distinct
        .iter()
        .copied()
        .filter(|&set| {
            !distinct
                .iter()
                .any(|&other| other != set && other & set == set)
        })
        .collect();

    // How many it takes for each set of things that are still missing.
    let all: usize = (1 << things) - 1;
    let mut needed = vec![0_u32; all + 1];
    for missing in 1..=all {
        let first = missing & missing.wrapping_neg();
        needed[missing] = largest
            .iter()
            .map(|&set| set as usize)
            .filter(|set| set & first != 0)
            .map(|set| needed[missing & !set] + 1)
            .min()
            .unwrap_or(u32::MAX / 2);
    }
    // The first candidate that belongs to some smallest choice is in the one taken. One that was
    // passed over belongs to none with those taken since, or it would have been taken.
    let mut missing = all;
    let mut chosen = Vec::new();
    for (i, &set) in sets.iter().enumerate() {
        let left = missing & !(set as usize);
        if missing != 0 && needed[left] + 1 == needed[missing] {
            chosen.push(i);
            missing = left;
        }
    }
    chosen
}

fn greedily(things: usize, candidates: &[Vec<usize>]) -> Vec<usize> {
    let mut missing: BTreeSet<usize> = (0..things).collect();
    let mut chosen = Vec::new();
    while !missing.is_empty() {
        let gain = |has: &Vec<usize>| {
            let has: BTreeSet<usize> = has.iter().copied().collect();
            has.intersection(&missing).count()
        };
        // The first of those that have most: `max_by_key` would give the last.
        let best = candidates
            .iter()
            .enumerate()
            .rev()
            .max_by_key(|(_, has)| gain(has));
        let Some((i, has)) = best else { break };
        missing.retain(|thing| !has.contains(thing));
        chosen.push(i);
    }
    chosen.sort_unstable();
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choice(things: usize, candidates: &[&[usize]]) -> Option<Vec<usize>> {
        let candidates: Vec<Vec<usize>> = candidates.iter().map(|has| has.to_vec()).collect();
        fewest(things, &candidates).map(|cover| cover.chosen)
    }

    #[test]
    fn nothing_takes_nobody_and_what_nobody_has_cannot_be_covered() {
        assert_eq!(choice(0, &[&[0]]), Some(vec![]));
        assert_eq!(choice(2, &[&[0]]), None);
        assert_eq!(choice(1, &[]), None);
    }

    #[test]
    fn what_is_had_twice_or_is_not_asked_for_changes_nothing() {
        assert_eq!(choice(2, &[&[0, 0], &[1, 1, 7]]), Some(vec![0, 1]));
        assert_eq!(choice(1, &[&[0, 1], &[0]]), Some(vec![0]));
    }

    #[test]
    fn it_is_smaller_than_the_greedy_choice() {
        // Greedy takes the four in the middle first, and then needs two more.
        let candidates: &[&[usize]] = &[&[1, 2, 3, 4], &[0, 1, 2], &[3, 4, 5]];
        assert_eq!(choice(6, candidates), Some(vec![1, 2]));
    }

    #[test]
    fn of_equals_the_first_are_taken() {
        assert_eq!(choice(2, &[&[0], &[1], &[0], &[1]]), Some(vec![0, 1]));
        assert_eq!(choice(3, &[&[2], &[0, 1], &[1, 2], &[0]]), Some(vec![0, 1]));
        // One that has less is as good as one that has more, where both will do.
        assert_eq!(choice(2, &[&[0], &[0, 1], &[1]]), Some(vec![1]));
        assert_eq!(choice(3, &[&[0], &[0, 1], &[1, 2]]), Some(vec![0, 2]));
    }

    #[test]
    fn every_small_case_agrees_with_trying_them_all() {
        let things = 4;
        for seed in 0..400_usize {
            let candidates: Vec<Vec<usize>> = (0..5)
                .map(|c| {
                    let set = (seed + 1) * (c * 7 + 3) / 5;
                    (0..things).filter(|thing| set >> thing & 1 == 1).collect()
                })
                .collect();
            let covers = |choice: usize| {
                (0..things).all(|thing| {
                    (0..5).any(|c| choice >> c & 1 == 1 && candidates[c].contains(&thing))
                })
            };
            let list =
                |choice: usize| -> Vec<usize> { (0..5).filter(|c| choice >> c & 1 == 1).collect() };
            let best = (0..32_usize)
                .filter(|&choice| covers(choice))
                .map(list)
                .min_by_key(|choice| (choice.len(), choice.clone()));
            assert_eq!(
                fewest(things, &candidates).map(|c| c.chosen),
                best,
                "{candidates:?}"
            );
        }
    }

    #[test]
    fn beyond_sixteen_it_covers_and_says_that_it_may_be_too_many() {
        let candidates: Vec<Vec<usize>> = vec![(0..9).collect(), (5..20).collect(), vec![3]];
        let cover = fewest(20, &candidates).unwrap();
        assert_eq!((cover.chosen, cover.exact), (vec![0, 1], false));
    }
}
