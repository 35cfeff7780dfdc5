//! The nearest known word to one that is not known.
//!
//! Words within two edits are found through their deletions: two words that are near share a
//! form with a letter or two left out. Building the index takes time in proportion to the
//! words; asking takes time in proportion to the answers.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use strsim::damerau_levenshtein;

/// Words longer than this are matched on their beginning; the rest is compared in full.
const PREFIX: usize = 10;

/// An index of known words.
#[derive(Debug)]
pub struct Nearest<'a> {
    words: Vec<&'a str>,
    forms: HashMap<u64, Vec<u32>>,
}

impl<'a> Nearest<'a> {
    /// An index of these words.
    pub fn new(words: impl IntoIterator<Item = &'a str>) -> Self {
        let words: Vec<&str> = words.into_iter().collect();
        let mut forms: HashMap<u64, Vec<u32>> = HashMap::new();
        for (i, word) in words.iter().enumerate() {
            for form in deletions(word) {
                forms.entry(form).or_default().push(i as u32);
            }
        }
        Nearest { words, forms }
    }

    /// The nearest word within two edits and a third of its length; of equals, the first in
    /// the alphabet.
    pub fn to(&self, word: &str) -> Option<&'a str> {
        let mut candidates: Vec<u32> = deletions(word)
            .iter()
            .filter_map(|form| self.forms.get(form))
            .flatten()
            .copied()
            .collect();
        candidates.sort_unstable();
        candidates.dedup();
        candidates
            .into_iter()
            .filter_map(|i| self.words.get(i as usize).copied())
            .filter_map(|known| {
                let edits = damerau_levenshtein(word, known);
                near_enough(word, edits).then_some((edits, known))
            })
            .min()
            .map(|(_, known)| known)
    }
}

/// The nearest of a few words, by comparing each.
pub fn nearest_of<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .filter_map(|known| {
            let edits = damerau_levenshtein(word, known);
            near_enough(word, edits).then_some((edits, known))
        })
        .min()
        .map(|(_, known)| known)
}

/// By what a letter is raised in a mark: odd and of many digits, so that words seldom share one that are not alike.
const RAISED: u64 = 0x9e37_79b9_7f4a_7c15;

/// Marks of a word and of it with one letter left out: two words that one edit makes the same
/// share one. Others can, and seldom do.
pub fn one_edit_forms(word: &str) -> Vec<u64> {
    // The mark of a word is a sum, in which each letter is raised once for every letter behind it. So that of a word with
    // one left out comes of those before and those behind, and not of all letters anew.
    let mut before: Vec<(u64, char)> = Vec::with_capacity(word.len());
    let mut mark = 0_u64;
    for c in word.chars() {
        before.push((mark, c));
        mark = mark.wrapping_mul(RAISED).wrapping_add(u64::from(c));
    }
    let mut forms = Vec::with_capacity(before.len() + 1);
    forms.push(mark);
    let (mut behind, mut raised) = (0_u64, 1_u64);
    for (before, c) in before.into_iter().rev() {
        forms.push(before.wrapping_mul(raised).wrapping_add(behind));
        behind = behind.wrapping_add(u64::from(c).wrapping_mul(raised));
        raised = raised.wrapping_mul(RAISED);
    }
    forms.sort_unstable();
    forms.dedup();
    forms
}

/// Whether one edit makes the one word the other: a letter more, less or another, or two
/// neighbours changed about.
pub fn is_one_edit(a: &str, b: &str) -> bool {
    damerau_levenshtein(a, b) == 1
}

fn near_enough(word: &str, edits: usize) -> bool {
    edits <= 2 && edits * 3 <= word.chars().count().max(3)
}

/// Hashes of the word's beginning with none, one and two letters left out.
fn deletions(word: &str) -> Vec<u64> {
    let chars: Vec<char> = word.chars().take(PREFIX).collect();
    let mut forms = vec![hash(chars.iter())];
    for i in 0..chars.len() {
        let without = chars.iter().enumerate().filter(move |(k, _)| *k != i);
        forms.push(hash(without.map(|(_, c)| c)));
        for j in i + 1..chars.len() {
            let without = chars.iter().enumerate();
            let without = without.filter(move |(k, _)| *k != i && *k != j);
            forms.push(hash(without.map(|(_, c)| c)));
        }
    }
    forms.sort_unstable();
    forms.dedup();
    forms
}

fn hash<'a>(chars: impl Iterator<Item = &'a char>) -> u64 {
    let mut hasher = DefaultHasher::new();
    for c in chars {
        c.hash(&mut hasher);
    }
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const KNOWN: [&str; 6] = [
        "jobcenter-integration",
        "socialcenter-integration",
        "kantine",
        "pedel",
        "ydelse",
        "tolk",
    ];

    #[test]
    fn words_one_edit_apart_share_a_form() {
        for (a, b) in [
            ("vokse", "voksne"),
            ("solhus", "solhuz"),
            ("center", "cetner"),
        ] {
            assert!(is_one_edit(a, b));
            let forms = one_edit_forms(a);
            assert!(
                one_edit_forms(b).iter().any(|form| forms.contains(form)),
                "{a} {b}"
            );
        }
        assert!(!is_one_edit("center", "center") && !is_one_edit("nordvest", "nordost"));
    }

    #[test]
    fn finds_what_was_meant_and_nothing_far() {
        let index = Nearest::new(KNOWN);
        for (typed, meant) in [
            ("jobcenter-integratoin", Some("jobcenter-integration")),
            ("jobcnter-integration", Some("jobcenter-integration")),
            ("kantinen", Some("kantine")),
            ("pdeel", Some("pedel")),
            ("tlok", Some("tolk")),
            ("to", None),
            ("bibliotek", None),
        ] {
            assert_eq!(index.to(typed), meant, "{typed}");
            assert_eq!(nearest_of(typed, KNOWN), meant, "{typed}");
        }
    }

    proptest! {
        /// What is found by letters left out is what comparing with each finds.
        #[test]
        fn the_index_finds_what_comparing_with_each_does(
            words in proptest::collection::vec("[ab-]{0,14}", 0..6),
            typed in "[ab-]{0,14}",
        ) {
            let mut words: Vec<&str> = words.iter().map(String::as_str).collect();
            words.sort_unstable();
            words.dedup();
            prop_assert_eq!(Nearest::new(words.iter().copied()).to(&typed), nearest_of(&typed, words));
        }

        #[test]
        fn one_edit_leaves_a_form_in_common(word in "[a-dæ]{1,12}", at in 0..12_usize, c in "[a-d]?") {
            let at = word.char_indices().map(|(at, _)| at).nth(at).unwrap_or(0);
            let rest = &word[at..];
            let edited = [&word[..at], &c, &rest[rest.chars().next().map_or(0, char::len_utf8)..]].concat();
            let forms = one_edit_forms(&word);
            prop_assert!(one_edit_forms(&edited).iter().any(|form| forms.contains(form)));
            // A mark for the word, and for each letter left out: of equal neighbours either.
            let mut neighbours: Vec<char> = word.chars().collect();
            neighbours.dedup();
            prop_assert_eq!(forms.len(), neighbours.len() + 1);
        }
    }
}
