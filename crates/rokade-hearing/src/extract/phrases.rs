//! The phrases by which sentences are known, as `phrases.txt` lists them.
//!
//! What follows of a phrase is for `kinds`.

use std::sync::LazyLock;

/// The lists, each under its name in square brackets.
const LISTS: &str = include_str!("phrases.txt");

macro_rules! lists {
    ($($name:ident)*) => {
        /// The phrases, list by list.
        #[derive(Debug)]
        pub(super) struct Phrases {
            $(pub(super) $name: Vec<&'static str>,)*
        }

        /// The phrases, read once.
        pub(super) static PHRASES: LazyLock<Phrases> = LazyLock::new(|| Phrases {
            $($name: list(stringify!($name)),)*
        });

        #[cfg(test)]
        const NAMES: &[&str] = &[$(stringify!($name)),*];
    };
}

lists! {
    asking verbs asks against in_favour wants own_wants own proposes holds follows bad denials ifs
    who no_verbs commands other_commands turns
}

/// The phrases of a list.
fn list(name: &str) -> Vec<&'static str> {
    let lines = LISTS.lines().map(str::trim);
    let after = lines
        .skip_while(|line| *line != format!("[{name}]"))
        .skip(1);
    let lines = after.take_while(|line| !line.starts_with(['#', '[']));
    let phrases = lines.flat_map(|line| line.split('|')).map(str::trim);
    phrases.filter(|phrase| !phrase.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_list_is_read_and_none_is_left_over() {
        let named: Vec<&str> = LISTS
            .lines()
            .filter_map(|line| line.strip_prefix('[')?.strip_suffix(']'))
            .collect();
        assert_eq!(named.iter().collect::<HashSet<_>>(), NAMES.iter().collect());
        assert_eq!(named.len(), NAMES.len());
        for name in NAMES {
            let phrases = list(name);
            assert!(!phrases.is_empty(), "{name}");
            let mut sorted = phrases.clone();
            sorted.sort_unstable();
            sorted.dedup();
            assert_eq!(
                phrases, sorted,
                "{name} is in order, and no phrase is there twice"
            );
        }
    }

    #[test]
    fn phrases_are_words_in_small_letters() {
        for phrase in NAMES.iter().flat_map(|name| list(name)) {
            let is_word = |word: &str| {
                word == ".."
                    || word
                        .chars()
                        .all(|c| (c.is_alphanumeric() && !c.is_uppercase()) || "*/".contains(c))
            };
            assert!(
                phrase.split(' ').all(is_word) && !phrase.starts_with(".."),
                "{phrase:?}"
            );
        }
        for phrase in &PHRASES.own_wants {
            assert!(PHRASES.wants.contains(phrase), "{phrase:?}");
        }
    }
}
