//! Names as people write them: their words, their letters, their blanks.
//!
//! Two names are the same for a person long before they are the same text. Nothing here decides
//! that they are; it takes away what is no part of a name.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The words of a name in the order written, without case, punctuation and Unicode form; `&` and
/// "and" are "og".
pub fn words_of(name: &str) -> Vec<String> {
    words(&folded(name)).map(str::to_owned).collect()
}

/// A name without case, of which [`words`] has the words.
pub fn folded(name: &str) -> String {
    if name.is_ascii() {
        name.to_ascii_lowercase()
    } else if is_nfc_quick(name.chars()) == IsNormalized::Yes {
        name.to_lowercase()
    } else {
        name.nfc().collect::<String>().to_lowercase()
    }
}

/// The words of a name that was [`folded`].
pub fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded
        .split(|c: char| !(c.is_alphanumeric() || c == '&'))
        .flat_map(|part| {
            // An ampersand is a word also where no blanks stand around it.
            part.split('&').enumerate().flat_map(|(i, word)| {
                let and = (i > 0).then_some("og");
                and.into_iter()
                    .chain(Some(word).filter(|word| !word.is_empty()))
            })
        })
        .map(|word| if word == "and" { "og" } else { word })
}

/// A name without blanks at its edges, and with one where there are several.
pub fn tidied(name: &str) -> Cow<'_, str> {
    let has_other_blanks = name.contains(|c: char| c != ' ' && c.is_whitespace());
    if is_tidy(name) && !has_other_blanks {
        return Cow::Borrowed(name);
    }
    Cow::Owned(name.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Whether a name has no blanks at its edges and none doubled.
pub fn is_tidy(name: &str) -> bool {
    let mut after_blank = true;
    for c in name.chars() {
        let blank = c.is_whitespace();
        if blank && after_blank {
            return false;
        }
        after_blank = blank;
    }
    // An empty name has no blanks, and is not this module's to judge.
    !after_blank || name.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_without_dress() {
        assert_eq!(
            words_of("Job- & Socialcenter"),
            ["job", "og", "socialcenter"]
        );
        assert_eq!(
            words_of("&Park&Vej and hus"),
            ["og", "park", "og", "vej", "og", "hus"]
        );
        assert_eq!(words_of("A\u{30a}lborg"), words_of("ålborg"));
        assert!(words_of(" - ").is_empty());
    }

    #[test]
    fn all_blanks_become_one() {
        assert_eq!(tidied(" Job\u{a0}center \t Nord"), "Job center Nord");
        assert_eq!(tidied("Job\u{a0}center"), "Job center");
        assert!(matches!(tidied("Jobcenter Nord"), Cow::Borrowed(_)));
    }

    #[test]
    fn a_name_is_tidy_when_tidying_leaves_it() {
        for name in ["Jobcenter Nord", "Jobcenter", "", "Job\u{a0}center"] {
            assert!(is_tidy(name), "{name:?}");
            assert_eq!(tidied(name).is_empty(), name.is_empty());
        }
        for name in [
            " Jobcenter",
            "Jobcenter ",
            "Job  center",
            " ",
            "Job \u{a0}center",
            "Hus\n",
        ] {
            assert!(!is_tidy(name), "{name:?}");
            assert!(is_tidy(&tidied(name)), "{name:?}");
        }
    }
}
