//! Phrases to look for in a sentence, written as a person reads them.
//!
//! `kan ikke støtte` is those words in a row; `bekymr*` any word that begins so; `*mæssig` any that
//! ends so; `..` stands for up to six words between. What a phrase means is for those who list it.

use super::words::Token;

/// The most words that `..` stands for.
const BETWEEN: usize = 6;

/// Whether a phrase occurs among words.
pub(super) fn occurs(phrase: &str, words: &[Token]) -> bool {
    position(phrase, words).is_some()
}

/// Whether one of several phrases does.
pub(super) fn any(phrases: &[&str], words: &[Token]) -> bool {
    phrases.iter().any(|phrase| occurs(phrase, words))
}

/// The first word of the first place where a phrase occurs.
pub(super) fn position(phrase: &str, words: &[Token]) -> Option<usize> {
    let mut starts = words
        .iter()
        .enumerate()
        .map(|(start, _)| words.split_at(start));
    let found = starts.find(|(_, rest)| begins(phrase.split(' '), rest))?;
    Some(found.0.len())
}

/// Whether words begin with a phrase. A gap is as short as it can be, which serves: a phrase has
/// few parts, and what is between them is what the gap allows.
fn begins<'p>(mut parts: impl Iterator<Item = &'p str>, mut words: &[Token]) -> bool {
    while let Some(part) = parts.next() {
        if part == ".." {
            let Some(next) = parts.next() else {
                return true;
            };
            let within = words.iter().take(BETWEEN + 1);
            let Some(at) = within.clone().position(|word| is(next, &word.lower)) else {
                return false;
            };
            (_, words) = words.split_at(at + 1);
            continue;
        }
        match words.split_first() {
            Some((word, rest)) if is(part, &word.lower) => words = rest,
            _ => return false,
        }
    }
    true
}

fn is(part: &str, lower: &str) -> bool {
    // One of several words: `hus/adresse`.
    part.split('/').any(
        |part| match (part.strip_prefix('*'), part.strip_suffix('*')) {
            (Some(end), _) => lower.ends_with(end),
            (None, Some(start)) => lower.starts_with(start),
            (None, None) => part == lower,
        },
    )
}

#[cfg(test)]
mod tests {
    use super::super::words::tokens;
    use super::*;

    #[test]
    fn phrases_are_words_in_a_row_with_gaps() {
        let words =
            tokens("Vi er meget bekymrede for, om det sker i samme hus eller på en ny adresse");
        for phrase in [
            "bekymr*",
            "vi er .. bekymr*",
            "samme hus/adresse",
            "ny adresse/matrikel",
            "vi .. *rede",
            "vi ..",
        ] {
            assert!(occurs(phrase, &words), "{phrase}");
        }
        for phrase in [
            "bekymret",
            "samme adresse",
            "vi .. adresse",
            "hus i",
            "adresse .. hus",
        ] {
            assert!(!occurs(phrase, &words), "{phrase}");
        }
        assert_eq!(position("samme", &words), Some(9));
    }
}
