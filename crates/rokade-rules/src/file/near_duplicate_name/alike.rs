//! Which names are alike, without comparing each with each.
//!
//! Names that are equal but for how they are set share a key. Words that differ by one edit
//! share a form with a letter left out; where one of them stands in the names of one thing
//! alone, the name with the other in its place is looked up. So the work grows with the letters
//! there are. Nothing here knows a chart.

#![expect(
    clippy::indexing_slicing,
    reason = "a name is named by its place in the list of names, and every list has one for each"
)]

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hash;

use indexmap::{IndexMap, IndexSet};
use rokade_core::entry::Hashed;
use rokade_core::ids::{Kind, Subject};
use rokade_core::name::{folded, tidied, words};
use rokade_core::nearest::{is_one_edit, one_edit_forms};

/// A word of fewer letters differs by one from too many others.
const LETTERS: usize = 6;
/// Words beyond this are no words, and would cost their square.
const LONGEST_WORD: usize = 40;
/// Words that differ in one letter and are more than this are a series, and no slip.
const SERIES: usize = 16;
/// Of more names than this that are equal, not every two are compared.
const MANY: usize = 64;

/// A word, by its place among all of them.
type Word = usize;

/// Names of things, those of one thing together.
#[derive(Default)]
pub(super) struct Names<'c> {
    all: Vec<Name<'c>>,
    words: IndexSet<String, Hashed>,
}

/// A name of a thing.
#[derive(Debug, Clone)]
pub(super) struct Name<'c> {
    /// What has it.
    pub(super) thing: Subject,
    /// The name, with its blanks in order.
    pub(super) text: Cow<'c, str>,
    /// Whether it is another name beside the first.
    is_other: bool,
    /// Its words in the order written.
    words: Vec<Word>,
}

impl<'c> Names<'c> {
    /// Adds a name; those of one thing come one after the other.
    pub(super) fn add(&mut self, thing: Subject, text: &'c str, is_other: bool) {
        let mut numbered = Vec::new();
        for word in words(&folded(text)) {
            let known = self.words.get_index_of(word);
            numbered.push(known.unwrap_or_else(|| self.words.insert_full(word.to_owned()).0));
        }
        self.all.push(Name {
            thing,
            text: tidied(text),
            is_other,
            words: numbered,
        });
    }

    /// The name that was added in this place.
    pub(super) fn get(&self, n: usize) -> &Name<'c> {
        &self.all[n]
    }
}

/// What the only difference of names is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Difference {
    /// None: the name of one thing is another name of another.
    None,
    /// Case, punctuation, blanks or word order.
    Setting,
    /// One letter.
    Letter,
    /// Both.
    Both,
}

impl Difference {
    /// The word that sentences choose by.
    pub(super) fn word(self) -> &'static str {
        match self {
            Difference::None => "none",
            Difference::Setting => "setting",
            Difference::Letter => "letter",
            Difference::Both => "both",
        }
    }

    /// What names differ in of which some differ in the one and some in the other.
    fn and(self, other: Difference) -> Difference {
        match (self, other) {
            (a, b) if a == b => a,
            (Difference::None, other) | (other, Difference::None) => other,
            _ => Difference::Both,
        }
    }
}

/// Names that may be one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Alike {
    /// Their places among the names.
    pub(super) names: Vec<usize>,
    /// What they differ in.
    pub(super) difference: Difference,
}

/// Finds the names that may be one, each thing in one group at most; those of things that are
/// `related` were given on purpose.
pub(super) fn alike(names: &Names<'_>, related: &dyn Fn(usize, usize) -> bool) -> Vec<Alike> {
    let all = All::new(names, related);
    let by_words = all.grouped(sorted_words);
    // "Job center" is "Jobcenter".
    let by_letters = all.grouped(|name| {
        let words = name.words.iter().map(|&word| &*names.words[word]);
        words.collect::<String>()
    });
    let equal = by_words.values().chain(by_letters.values());
    let mut found: Vec<Alike> = equal.filter_map(|group| all.equal(group)).collect();
    found.extend(all.slips(&by_words));
    all.joined(found)
}

/// The words of a name in an order that is the same however they stand in it.
fn sorted_words(name: &Name<'_>) -> Vec<Word> {
    let mut words = name.words.clone();
    words.sort_unstable();
    words
}

/// Names of one kind with the same key.
type Groups<K> = IndexMap<(Kind, K), Vec<usize>, Hashed>;

/// All names, with whose each is.
struct All<'a> {
    names: &'a [Name<'a>],
    words: &'a IndexSet<String, Hashed>,
    /// Of each name, the first name of the same thing.
    thing: Vec<usize>,
    related: &'a dyn Fn(usize, usize) -> bool,
}

impl<'a> All<'a> {
    fn new(all: &'a Names<'a>, related: &'a dyn Fn(usize, usize) -> bool) -> Self {
        let names = &*all.all;
        let mut thing = Vec::with_capacity(names.len());
        for (n, name) in names.iter().enumerate() {
            let same = n > 0 && names[n - 1].thing == name.thing;
            thing.push(if same { thing[n - 1] } else { n });
        }
        All {
            names,
            words: &all.words,
            thing,
            related,
        }
    }

    /// Names by a key; those without a letter or digit are no names.
    fn grouped<K: Hash + Eq>(&self, key: impl Fn(&Name<'_>) -> K) -> Groups<K> {
        let mut groups: Groups<K> = IndexMap::default();
        for (n, name) in self.names.iter().enumerate() {
            if !name.words.is_empty() {
                let group = groups.entry((name.thing.kind, key(name))).or_default();
                group.push(n);
            }
        }
        groups
    }

    /// By what they are of, and those of one thing as they stand: in no order of the file.
    fn in_order(&self, mut names: Vec<usize>) -> Vec<usize> {
        names.sort_unstable_by_key(|&n| (&self.names[n].thing, n));
        names
    }

    /// Whether two names are of two things whose names nobody saw together.
    fn are_apart(&self, a: usize, b: usize) -> bool {
        self.thing[a] != self.thing[b] && !(self.related)(a, b)
    }

    /// Those of equal names that are written differently, or are another name beside the first:
    /// two units may well be called Sekretariatet.
    fn equal(&self, group: &[usize]) -> Option<Alike> {
        let (&first, others) = group.split_first()?;
        let is_like_first = |&n: &usize| {
            let (name, first) = (&self.names[n], &self.names[first]);
            !name.is_other && name.text == first.text
        };
        if !self.names[first].is_other && others.iter().all(is_like_first) {
            return None;
        }
        let group = &*self.in_order(group.to_vec());
        let against = self.one_of_each_text_first(group);
        let differ = |a: usize, b: usize| {
            let (x, y) = (&self.names[a], &self.names[b]);
            (x.is_other || y.is_other || x.text != y.text) && self.are_apart(a, b)
        };
        let is_told = |&a: &usize| {
            let with = |others: &[usize]| others.iter().any(|&b| differ(a, b));
            // Those that others are compared with are so few that each can be compared with all.
            with(&against) || (against.contains(&a) && with(group))
        };
        let names: Vec<usize> = group.iter().copied().filter(is_told).collect();
        let first = *names.first()?;
        let same = names
            .iter()
            .all(|&n| self.names[n].text == self.names[first].text);
        let difference = if same {
            Difference::None
        } else {
            Difference::Setting
        };
        Some(Alike { names, difference })
    }

    /// The names to compare others with: all, or of many some, with as many texts as there are.
    fn one_of_each_text_first(&self, group: &[usize]) -> Vec<usize> {
        if group.len() <= MANY {
            return group.to_vec();
        }
        let mut times: BTreeMap<&str, usize> = BTreeMap::new();
        let mut ranked: Vec<(usize, usize)> = group
            .iter()
            .map(|&n| {
                let times = times.entry(&self.names[n].text).or_default();
                *times += 1;
                (*times, n)
            })
            .collect();
        // As often as it stands already: else in the order they had.
        ranked.sort_by_key(|(times, _)| *times);
        ranked.into_iter().take(MANY).map(|(_, n)| n).collect()
    }

    /// Names of which one word differs by one edit, where one of the two words is nowhere else.
    fn slips(&self, by_words: &Groups<Vec<Word>>) -> Vec<Alike> {
        let whose = self.whose();
        let mut seen = BTreeSet::new();
        let mut found = Vec::new();
        for (lone, other) in self.near_words(&whose) {
            let Whose::One(thing) = whose[lone] else {
                continue;
            };
            let names = self.names[thing..].iter().enumerate();
            let own = names.take_while(|(n, _)| self.thing[thing + n] == thing);
            for (n, name) in own {
                let Some(words) = with_other_word(name, lone, other) else {
                    continue;
                };
                let Some(group) = by_words.get(&(name.thing.kind, words)) else {
                    continue;
                };
                if seen.insert((thing + n, group[0])) {
                    found.extend(self.slip(thing + n, group));
                }
            }
        }
        found
    }

    /// Of every word, the thing whose names alone have it.
    fn whose(&self) -> Vec<Whose> {
        let mut whose = vec![Whose::None; self.words.len()];
        for (name, &thing) in self.names.iter().zip(&self.thing) {
            for &word in &name.words {
                whose[word] = match whose[word] {
                    Whose::None => Whose::One(thing),
                    Whose::One(one) if one == thing => Whose::One(one),
                    _ => Whose::Several,
                };
            }
        }
        whose
    }

    /// Pairs of words one edit apart of which the first is in the names of one thing alone.
    fn near_words(&self, whose: &[Whose]) -> Vec<(Word, Word)> {
        let mut forms: Vec<(u64, Word)> = Vec::new();
        for (w, word) in self.words.iter().enumerate() {
            let letters = word.chars().count();
            let fits = (LETTERS - 1..=LONGEST_WORD).contains(&letters);
            if fits && !word.contains(char::is_numeric) {
                forms.extend(one_edit_forms(word).into_iter().map(|form| (form, w)));
            }
        }
        forms.sort_unstable();
        let letters = |word: &str| word.chars().count();
        let mut near = Vec::new();
        for slips in forms.chunk_by(|a, b| a.0 == b.0) {
            if !(2..=SERIES).contains(&slips.len()) {
                continue;
            }
            for &(_, a) in slips {
                for &(_, b) in slips {
                    let (one, other) = (&*self.words[a], &*self.words[b]);
                    let is_long = letters(one).max(letters(other)) >= LETTERS;
                    if matches!(whose[a], Whose::One(_)) && is_long && is_one_edit(one, other) {
                        near.push((a, b));
                    }
                }
            }
        }
        near.sort_unstable();
        near.dedup();
        near
    }

    /// A name and those of others that it may be a slip of.
    fn slip(&self, name: usize, others: &[usize]) -> Option<Alike> {
        let some = others.iter().copied();
        let apart = some.filter(|&other| self.are_apart(name, other));
        let mut names = self.in_order(apart.collect());
        let words = |n: usize| &self.names[n].words;
        let pairs = words(name).iter().zip(words(*names.first()?));
        let unlike = pairs.filter(|(a, b)| a != b).count();
        names.push(name);
        Some(Alike {
            names,
            difference: if unlike == 1 {
                Difference::Letter
            } else {
                Difference::Both
            },
        })
    }

    /// Puts together what has a thing in common, so that each thing is spoken of once.
    fn joined(&self, found: Vec<Alike>) -> Vec<Alike> {
        let mut joins = Joins((0..self.names.len()).collect());
        for alike in &found {
            for pair in alike.names.windows(2) {
                joins.join(self.thing[pair[0]], self.thing[pair[1]]);
            }
        }
        let mut groups: BTreeMap<usize, Alike> = BTreeMap::new();
        for alike in found {
            let Some(&first) = alike.names.first() else {
                continue;
            };
            let group = groups
                .entry(joins.end(self.thing[first]))
                .or_insert_with(|| Alike {
                    names: Vec::new(),
                    difference: alike.difference,
                });
            group.difference = group.difference.and(alike.difference);
            group.names.extend(alike.names);
        }
        let mut groups: Vec<Alike> = groups.into_values().collect();
        for group in &mut groups {
            group.names = self.in_order(std::mem::take(&mut group.names));
            group.names.dedup();
        }
        groups
    }
}

/// Whose names have a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whose {
    /// Nobody's yet.
    None,
    /// Those of one thing, by its first name.
    One(usize),
    /// Those of several.
    Several,
}

/// The words of a name with another in the place of one, as [`sorted_words`] has them.
fn with_other_word(name: &Name<'_>, word: Word, other: Word) -> Option<Vec<Word>> {
    let mut words = name.words.clone();
    let at = words.iter().position(|w| *w == word)?;
    words[at] = other;
    words.sort_unstable();
    Some(words)
}

/// Things that are joined: each leads to one before it, the first of all to itself.
struct Joins(Vec<usize>);

impl Joins {
    fn end(&mut self, mut n: usize) -> usize {
        while self.0[n] != n {
            self.0[n] = self.0[self.0[n]];
            n = self.0[n];
        }
        n
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.end(a), self.end(b));
        self.0[a.max(b)] = a.min(b);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Units that are not related, by their names; `~` is another name of the one before.
    fn found(list: &[&str]) -> Vec<(Vec<String>, Difference)> {
        let mut names = Names::default();
        let mut things = 0;
        for text in list {
            let other = text.strip_prefix('~');
            things += usize::from(other.is_none());
            let thing = Subject::new(Kind::Unit, &format!("u{things:06}"));
            names.add(thing, other.unwrap_or(text), other.is_some());
        }
        let text = |n: usize| names.get(n).text.clone().into_owned();
        alike(&names, &|_, _| false)
            .into_iter()
            .map(|found| {
                (
                    found.names.into_iter().map(text).collect(),
                    found.difference,
                )
            })
            .collect()
    }

    #[test]
    fn of_very_many_alike_the_few_that_are_written_otherwise_are_compared_too() {
        let mut list = vec!["Team Øst"; MANY + 5];
        list.push("Team øst");
        let [(names, difference)] = &found(&list)[..] else {
            panic!("they are one group");
        };
        assert_eq!(
            (names.len(), *difference),
            (list.len(), Difference::Setting)
        );
    }

    #[test]
    fn a_name_is_told_wherever_it_stands_that_is_another_name_of_another() {
        assert_eq!(
            one(&["Jobhuset", "Huset", "~Jobhuset"]),
            Some(Difference::None)
        );
        assert_eq!(
            one(&["Huset", "~Jobhuset", "Jobhuset"]),
            Some(Difference::None)
        );
        assert_eq!(one(&["Jobhuset", "Jobhuset", "Huset"]), None);
    }

    #[test]
    fn names_that_differ_in_one_way_and_in_another_differ_in_both() {
        use Difference::{Both, Letter, None, Setting};
        for (one, other, all) in [
            (None, None, None),
            (None, Letter, Letter),
            (Setting, None, Setting),
            (Setting, Setting, Setting),
            (Setting, Letter, Both),
            (Letter, Both, Both),
        ] {
            assert_eq!((one.and(other), other.and(one)), (all, all));
        }
    }

    fn one(list: &[&str]) -> Option<Difference> {
        let found = found(list);
        assert!(found.len() < 2, "{found:?}");
        found.first().map(|(_, difference)| *difference)
    }

    #[test]
    fn the_two_names_of_one_centre_are_alike() {
        for (a, b, difference) in [
            (
                "Center for Velfærd og Voksne",
                "Center for Voksne og Velfærd",
                Difference::Setting,
            ),
            (
                "Center for Velfærd og Vokse",
                "Center for Voksne og Velfærd",
                Difference::Both,
            ),
            (
                "Center for Vokse og Velfærd",
                "Center for Voksne og Velfærd",
                Difference::Letter,
            ),
            ("Jobcenter", "Job-center", Difference::Setting),
            ("Jobcenter Nord", "Job center Nord", Difference::Setting),
            ("JOBCENTER", "Jobcenter", Difference::Setting),
            ("Park & Vej", "Park og Vej", Difference::Setting),
            ("Ydelsescentret", "Ydelsescenteret", Difference::Letter),
            ("Borgerservice", "Borgersevrice", Difference::Letter),
        ] {
            assert_eq!(one(&[a, b]), Some(difference), "{a} – {b}");
            assert_eq!(one(&[b, a]), Some(difference), "{b} – {a}");
        }
    }

    #[test]
    fn near_misses_are_not_alike() {
        for (a, b) in [
            // Equal as written: two units may be called the same.
            ("Sekretariatet", "Sekretariatet"),
            ("Sekretariatet", " Sekretariatet "),
            // Fewer than six letters, digits, two edits, another word.
            ("Team Øst", "Team Vst"),
            ("Skole", "Skule"),
            ("Gruppe12", "Gruppe13"),
            ("Afdeling 1", "Afdeling 2"),
            ("Nordvest", "Nordøst"),
            ("Jobcenter Nord", "Jobcenter Syd"),
            ("–", "…"),
        ] {
            assert_eq!(one(&[a, b]), None, "{a} – {b}");
        }
    }

    #[test]
    fn a_word_that_others_use_too_is_no_slip() {
        let others = [
            "Team Solsiden",
            "Hus Solsiden",
            "Team Solsider",
            "Hus Solsidere",
        ];
        assert_eq!(one(&others), Some(Difference::Letter));
        let both_in_use = [
            "Vagten Bakken",
            "Vagten Bakker",
            "Team Bakken",
            "Team Bakker",
        ];
        assert_eq!(one(&both_in_use), None);
    }

    #[test]
    fn other_names_count_even_when_they_are_equal() {
        assert_eq!(
            one(&["Central Ydelse", "~Ydelsescentret", "Ydelsescentret"]),
            Some(Difference::None)
        );
        assert_eq!(one(&["Central Ydelse", "~Ydelsescentret"]), None);
        assert_eq!(one(&["Jobcenter", "~Job-center"]), None);
    }

    #[test]
    fn three_names_are_one_finding() {
        let found = found(&["Park og Vej", "Vej og Park", "park & vej", "Ejendomme"]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].0.len(), 3);
    }

    #[test]
    fn many_names_take_no_square_of_it() {
        let names: Vec<String> = (0..20_000)
            .map(|n| {
                if n % 2 == 0 {
                    "Hus Solen".to_owned()
                } else {
                    format!("hus solen nummer{n}")
                }
            })
            .collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        assert!(found(&names).is_empty());
        let cases = ["Solgården", "solgården", "SOLGÅRDEN"];
        let names: Vec<&str> = (0..20_000).map(|n| cases[n % 3]).collect();
        assert_eq!(found(&names)[0].0.len(), 20_000);
    }
}
