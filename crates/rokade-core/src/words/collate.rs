//! The order in which names stand for a reader: that of the alphabet of the language.
//!
//! Danish puts æ, ø and å last, and reads aa as å; in both languages case and accents decide only
//! between names that are the same without them, and the numbers in names count by their value.
//! Ids, paths and keys are no names: what is ordered for machines is ordered by bytes.

use std::cmp::Ordering;
use std::sync::LazyLock;

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu_locale_core::{Locale, locale};

use crate::entry::Language;

static DANISH: LazyLock<CollatorBorrowed<'static>> = LazyLock::new(|| collator(locale!("da")));
static ENGLISH: LazyLock<CollatorBorrowed<'static>> = LazyLock::new(|| collator(locale!("en")));

#[expect(
    clippy::expect_used,
    reason = "the tables of both languages are compiled in"
)]
fn collator(locale: Locale) -> CollatorBorrowed<'static> {
    let mut preferences = CollatorPreferences::from(locale);
    preferences.numeric_ordering = Some(CollationNumericOrdering::True);
    Collator::try_new(preferences, CollatorOptions::default())
        .expect("the tables of both languages are compiled in")
}

/// Which of two names comes first in the alphabet of a language.
///
/// Names that differ at all are never equal, so that an order does not depend on where they stood.
pub fn by_name(language: Language, a: &str, b: &str) -> Ordering {
    let collator = match language {
        Language::Da => &DANISH,
        Language::En => &ENGLISH,
    };
    collator.compare(a, b).then_with(|| a.cmp(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(language: Language, names: &[&str]) -> Vec<String> {
        let mut sorted: Vec<String> = names.iter().map(ToString::to_string).collect();
        sorted.sort_by(|a, b| by_name(language, a, b));
        sorted
    }

    /// That names come in this order, from wherever they start.
    fn assert_order(language: Language, names: &[&str]) {
        let mut backwards = names.to_vec();
        backwards.reverse();
        assert_eq!(sorted(language, &backwards), names);
        let mut by_bytes = names.to_vec();
        by_bytes.sort_unstable();
        assert_eq!(sorted(language, &by_bytes), names);
    }

    #[test]
    fn danish_ends_with_ae_oe_and_aa() {
        assert_order(
            Language::Da,
            &[
                "Andel",
                "Zebra",
                "Ægir",
                "Ærø",
                "Øst",
                "Østerbro",
                "Åbenrå",
                "Aabenraa",
                "Aage",
                "Århus",
                "Aarhus",
                "Åse",
            ],
        );
    }

    #[test]
    fn foreign_letters_stand_beside_those_they_are_like() {
        assert_order(
            Language::Da,
            &[
                "Café",
                "Cafeteria",
                "Ebba",
                "Édouard",
                "Emil",
                "Müller",
                "Mynte",
                "Z",
                "æble",
                "äpple",
                "Ø",
                "ö",
                "Öresund",
                "Å",
            ],
        );
    }

    #[test]
    fn english_takes_letters_by_their_base() {
        assert_order(
            Language::En,
            &[
                "Aabenraa",
                "Ægir",
                "Åse",
                "Café",
                "Cafeteria",
                "Emil",
                "Øst",
                "Zebra",
            ],
        );
    }

    #[test]
    fn case_and_accents_decide_only_between_names_that_are_else_the_same() {
        assert_order(
            Language::Da,
            &["Bede", "bede", "Bedre", "bedst", "Béla", "Ben"],
        );
        assert_order(
            Language::En,
            &["bede", "Bede", "Bedre", "bedst", "Béla", "Ben"],
        );
    }

    #[test]
    fn numbers_count_by_their_value() {
        for language in [Language::Da, Language::En] {
            assert_order(
                language,
                &["Team 2", "Team 10", "Team 10 a", "Team 100", "Team Ni"],
            );
        }
    }

    #[test]
    fn names_that_differ_are_never_equal() {
        // A soft hyphen weighs nothing in any alphabet.
        for (a, b) in [("Skole", "Sko\u{ad}le"), ("Å", "A\u{30a}"), ("Aa", "AA")] {
            for language in [Language::Da, Language::En] {
                let order = by_name(language, a, b);
                assert_ne!(order, Ordering::Equal, "{a} {b}");
                assert_eq!(order, by_name(language, b, a).reverse(), "{a} {b}");
            }
        }
    }
}
