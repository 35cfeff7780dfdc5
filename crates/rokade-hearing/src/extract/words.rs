//! Words and their stems: "kantinen", "kantinens" and "kantine" are one, and so are "ø" and "oe".
//!
//! Which words a chart uses is for `names`.

use std::ops::Range;

use snowball_stemmers_rs::{Algorithm, Stemmer};

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// Its bytes in the text.
    pub(super) at: Range<usize>,
    /// It in small letters.
    pub(super) lower: String,
    /// Whether a hyphen and a blank follow, as in "job- og socialcenter".
    pub(super) is_open: bool,
}

/// The words of a text; what is joined by a hyphen or a slash is several.
#[expect(
    clippy::string_slice,
    reason = "a word begins and ends where characters do"
)]
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut from = None;
    let mut end = |range: Range<usize>| {
        let mut after = text[range.end..].chars();
        let is_open =
            after.next() == Some('-') && after.next().is_none_or(|c| c.is_whitespace() || c == ',');
        tokens.push(Token {
            lower: text[range.clone()].to_lowercase(),
            at: range,
            is_open,
        });
    };
    for (i, c) in text.char_indices() {
        match (c.is_alphanumeric(), from) {
            (true, None) => from = Some(i),
            (false, Some(start)) => {
                end(start..i);
                from = None;
            }
            _ => {}
        }
    }
    if let Some(start) = from {
        end(start..text.len());
    }
    tokens
}

/// Finds the stems of words of one language.
pub(super) struct Stems {
    stemmer: Stemmer,
}

/// The stems a word may have: one, or two where the language's own letters and the way ids write
/// them have different endings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Keys {
    pub(super) first: String,
    pub(super) second: Option<String>,
}

impl Keys {
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.first.as_str()).chain(self.second.as_deref())
    }
}

impl Stems {
    /// Stems of the language a text is in.
    pub(super) fn of_language_of(text: &[Token]) -> Self {
        let count = |words: &[&str]| {
            text.iter()
                .filter(|token| words.contains(&&*token.lower))
                .count()
        };
        let english = count(&["the", "and", "of", "to", "is", "that", "we", "with", "be"]);
        let danish = count(&[
            "og", "i", "at", "det", "der", "er", "til", "vi", "af", "den",
        ]);
        let algorithm = if english > danish {
            Algorithm::English
        } else {
            Algorithm::Danish
        };
        Stems {
            stemmer: Stemmer::create(algorithm),
        }
    }

    /// The stems of a word in small letters.
    pub(super) fn keys(&self, lower: &str) -> Keys {
        let first = even(&folded(&self.stemmer.stem(lower)));
        let second = even(&self.stemmer.stem(&folded(lower)));
        Keys {
            second: (second != first).then_some(second),
            first,
        }
    }
}

/// A word as ids write it: "æ", "ø" and "å" in two letters each.
pub(super) fn folded(lower: &str) -> String {
    let mut out = String::with_capacity(lower.len() + 2);
    for c in lower.chars() {
        match c {
            'æ' | 'ä' => out.push_str("ae"),
            'ø' | 'ö' => out.push_str("oe"),
            'å' => out.push_str("aa"),
            'é' | 'è' => out.push('e'),
            'ü' => out.push('y'),
            c => out.push(c),
        }
    }
    out
}

/// A stem without what only some forms of a word have: "center" and "centret", "hjælpemiddel" and
/// "hjælpemidler", whose stems differ by an unstressed e.
fn even(stem: &str) -> String {
    let mut stem = stem.to_owned();
    let vowel = |c: char| "aeiouyæøå".contains(c);
    let mut ends = stem.chars().rev();
    match (ends.next(), ends.next(), ends.next()) {
        // `hjaelpemiddel`, `koersel`: as `hjaelpemidl`, `koersl`.
        (Some('l'), Some('e'), Some(c)) if !vowel(c) => {
            let rest = stem.strip_suffix("el").unwrap_or(&stem);
            // Of a letter that is written twice one stays.
            let once = rest.strip_suffix(c).filter(|once| once.ends_with(c));
            stem = format!("{}l", once.unwrap_or(rest));
        }
        // `centr`, of which `center` has lost its end: as `cent`.
        (Some('r'), Some(c), Some(_)) if !vowel(c) && stem.len() > 4 => {
            stem.pop();
        }
        _ => {}
    }
    stem
}

#[cfg(test)]
mod tests {
    use super::*;

    fn danish() -> Stems {
        Stems::of_language_of(&tokens("det er og"))
    }

    #[test]
    fn forms_of_a_word_have_one_stem() {
        let stems = danish();
        for forms in [
            &["kantine", "kantinen", "kantinens", "kantiner", "kantinerne"][..],
            &[
                "jobcenter",
                "jobcentret",
                "jobcenteret",
                "jobcentrets",
                "jobcentre",
            ],
            &[
                "hjælpemiddel",
                "hjælpemidlet",
                "hjælpemidler",
                "hjælpemidlernes",
                "hjaelpemidler",
            ],
            &["kørsel", "kørslen", "koersel"],
            &["chauffør", "chaufførerne", "chauffører"],
            &["rådgiver", "rådgivere", "rådgiverne", "raadgiver"],
            &["grønlændere", "grønlænderne", "groenlaendere"],
            &["pedel", "pedeller", "pedellen"],
            &["ydelse", "ydelsen", "ydelser"],
        ] {
            let first = stems.keys(forms[0]);
            for form in forms {
                let keys = stems.keys(form);
                let shared = keys
                    .iter()
                    .any(|key| first.iter().any(|other| key == other));
                assert!(shared, "{form}: {keys:?}, not {first:?}");
            }
        }
        assert_ne!(stems.keys("tolk"), stems.keys("tolkning"));
    }

    #[test]
    fn words_are_told_apart() {
        let text = "Job- og Socialcenter (merbehov/merforbrug), ift. bolig-mæssige";
        let words: Vec<_> = tokens(text)
            .into_iter()
            .map(|token| (token.lower, token.is_open))
            .collect();
        let words: Vec<_> = words
            .iter()
            .map(|(word, open)| (word.as_str(), *open))
            .collect();
        assert_eq!(
            words,
            [
                ("job", true),
                ("og", false),
                ("socialcenter", false),
                ("merbehov", false),
                ("merforbrug", false),
                ("ift", false),
                ("bolig", false),
                ("mæssige", false)
            ]
        );
    }
}
