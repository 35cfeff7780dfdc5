//! How alike two names are, and names made the same however they are set.
//!
//! Nothing here decides that two things are one: that is for the passes.

use std::collections::HashMap;

use rokade_core::entry::Hashed;
use rokade_core::name::words_of;

/// How alike two names are, from 0 to 1: the Dice coefficient of their trigrams.
pub(super) fn similarity(a: &str, b: &str) -> f64 {
    if a == b {
        return 1.0;
    }
    let trigrams = |name: &str| -> Vec<[char; 3]> {
        let padded: Vec<char> = format!("  {} ", normalized_name(name)).chars().collect();
        let seconds = padded.iter().skip(1).zip(padded.iter().skip(2));
        let trigrams = padded.iter().zip(seconds);
        let mut trigrams: Vec<[char; 3]> = trigrams.map(|(&a, (&b, &c))| [a, b, c]).collect();
        trigrams.sort_unstable();
        trigrams.dedup();
        trigrams
    };
    let (a, b) = (trigrams(a), trigrams(b));
    let shared = a.iter().filter(|one| b.binary_search(one).is_ok()).count();
    #[expect(
        clippy::cast_precision_loss,
        reason = "names have far fewer than 2^52 trigrams"
    )]
    let dice = 2.0 * shared as f64 / (a.len() + b.len()).max(1) as f64;
    dice
}

/// A name without what is no part of it: case, punctuation, blanks, word order, `&` for "og".
pub fn normalized_name(name: &str) -> String {
    let mut words = words_of(name);
    words.sort_unstable();
    words.join(" ")
}

/// Whether two names are one, however they are set; things without a name are not told apart.
pub(crate) fn same_name(a: Option<&str>, b: Option<&str>) -> bool {
    a == b || a.map(normalized_name) == b.map(normalized_name)
}

/// Numbers for texts, the same for texts that are the same however they are set.
#[derive(Default)]
pub(super) struct Symbols<'a> {
    as_written: HashMap<&'a str, Option<u32>, Hashed>,
    normalized: HashMap<String, u32, Hashed>,
}

impl<'a> Symbols<'a> {
    /// The number of a text; `None` where `normalize` leaves nothing of it.
    pub(super) fn of(
        &mut self,
        text: &'a str,
        normalize: impl Fn(&str) -> Option<String>,
    ) -> Option<u32> {
        // The same title stands on thousands of posts, and is normalized once.
        if let Some(known) = self.as_written.get(text) {
            return *known;
        }
        let next = self.normalized.len() as u32;
        let symbol = normalize(text).map(|text| *self.normalized.entry(text).or_insert(next));
        self.as_written.insert(text, symbol);
        symbol
    }

    /// How many different texts there were.
    pub(super) fn len(&self) -> usize {
        self.normalized.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_however_it_is_set() {
        let name = normalized_name("Center for Voksne & Velfærd");
        assert_eq!(name, normalized_name("center  for velfærd og voksne."));
        assert_ne!(name, normalized_name("Center for Voksne"));
        assert!(same_name(Some("A\u{30a}lborg "), Some("ålborg")));
        assert!(same_name(None, None));
        assert!(!same_name(Some("Ålborg"), None));
    }

    #[test]
    fn similarity_is_of_whole_names() {
        assert!(similarity("Jobcenter Integration", "jobcenter integration.") > 0.99);
        assert!(similarity("Jobcenter Integration", "Job Integration") > 0.5);
        assert!(similarity("Jobcenter Integration", "Kantine") < 0.2);
        assert!(
            (similarity("Kantine", "Kantinen") - similarity("Kantinen", "Kantine")).abs() < 1e-12
        );
    }

    #[test]
    fn symbols_are_of_what_is_left() {
        let mut symbols = Symbols::default();
        let normalize = |text: &str| Some(normalized_name(text)).filter(|text| !text.is_empty());
        let job = symbols.of("Jobcentret", normalize);
        assert!(job.is_some());
        assert_eq!(symbols.of("jobcentret.", normalize), job);
        assert_ne!(symbols.of("Kantinen", normalize), job);
        assert_eq!(symbols.of(" - ", normalize), None);
        assert_eq!(symbols.len(), 2);
    }
}
