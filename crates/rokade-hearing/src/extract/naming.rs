//! Which things of a chart a text names: by their names in any form of the words, the longest
//! first, by the first part of a compound, and by a name with one letter wrong.
//!
//! A word that could be several things of a kind names none of that kind. What is said of the
//! things is for other modules.

use std::collections::{HashMap, HashSet};

use rokade_core::chart::Chart;
use rokade_core::ids::{FunctionId, Id as _, Kind, Subject};

use super::names::{Form, Meant, Names, ROOT};
use super::words::{Keys, Stems, Token, folded, tokens};

/// The shortest first part of a compound that names something, in characters.
const SHORTEST_FIRST: usize = 4;

/// The shortest stem of a name that may have a letter wrong: with shorter ones another word is
/// too often meant, such as "flytning" and not "flygtning".
const SHORTEST_MISSPELT: usize = 10;

/// The longest word that is looked into, in bytes.
const LONGEST: usize = 80;

/// Last parts of a compound that make it the people who do something: "kantinepersonalet".
const PEOPLE: &[&str] = &[
    "medarbejder",
    "personal",
    "ansat",
    "kolleg",
    "folk",
    "konsulent",
    "raadgiv",
    "behandler",
    "gruppe",
    "team",
];

/// Last parts that make no compound: "bevillingsmæssigt" says how and not what.
const MANNERS: &[&str] = &["maessig", "vis", "agtig"];

/// Words after which something new or unknown comes.
const INDEFINITE: &[&str] = &["en", "et", "ny", "nyt", "nye", "a", "an", "new"];

/// What the first part of a compound may name.
const FIRST_PARTS: &[Kind] = &[Kind::Function, Kind::TargetGroup, Kind::Unit, Kind::Site];

/// Finds what a text names.
pub(super) struct Naming<'c> {
    charts: &'c [&'c Chart],
    stems: &'c Stems,
    names: &'c Names,
    misspelt: HashMap<String, Option<u32>>,
}

/// A thing that a text names, and the words that do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) subject: Subject,
    /// The first of the words, and the one after the last.
    pub(super) words: (usize, usize),
}

/// Words that name a group of people by what they do, where who that is hangs on the rest.
struct People {
    function: FunctionId,
    first: String,
    word: usize,
}

impl<'c> Naming<'c> {
    pub(super) fn new(charts: &'c [&'c Chart], stems: &'c Stems, names: &'c Names) -> Self {
        let mut naming = Naming {
            charts,
            stems,
            names,
            misspelt: HashMap::new(),
        };
        for chart in charts {
            naming.learn_misspellings(chart);
        }
        naming
    }

    /// What a text names, in the order of the text; each thing once.
    pub(super) fn named(&self, text: &str) -> Vec<Named> {
        let words = tokens(text);
        let keys: Vec<Keys> = words
            .iter()
            .map(|word| self.stems.keys(&word.lower))
            .collect();
        let mut found: Vec<Named> = Vec::new();
        let mut people: Vec<People> = Vec::new();
        let mut at = 0;
        while let Some(word) = words.get(at) {
            if word.is_open {
                // The word after it is one of its own.
                if let Some((end, node)) = self.open(&words, &keys, at) {
                    self.take(&mut found, node, (at, end), &[]);
                }
                at += 1;
                continue;
            }
            if let Some((end, node)) = self.longest(&[ROOT], &keys, at) {
                let before = found.len();
                if !self.is_any(&words, at, node) {
                    self.take(&mut found, node, (at, end), &[]);
                }
                // A word that could be several things may still have a first part that is one.
                if found.len() > before || end > at + 1 {
                    at = end;
                    continue;
                }
            }
            self.within(word, at, &mut found, &mut people);
            at += 1;
        }
        self.find_people(&people, &mut found);
        found.sort_by_key(|named| named.words);
        let mut seen: HashSet<Subject> = HashSet::new();
        found.retain(|named| seen.insert(named.subject.clone()));
        found
    }

    /// Whether "a new jobcentre" is meant, and not the one that is called so for short.
    fn is_any(&self, words: &[Token], at: usize, node: u32) -> bool {
        let mut before = words.iter().take(at).skip(at.saturating_sub(2));
        before.any(|word| INDEFINITE.contains(&&*word.lower))
            && self.names.meant(node).all(|meant| meant.form == Form::Word)
    }

    /// The most words from one on that are said for something, and the node they lead to.
    fn longest(&self, from: &[u32], keys: &[Keys], at: usize) -> Option<(usize, u32)> {
        let mut nodes = from.to_vec();
        let mut found = None;
        for (i, key) in keys.iter().enumerate().skip(at) {
            nodes = self.names.after_all(&nodes, key);
            if nodes.is_empty() {
                break;
            }
            let meant = nodes
                .iter()
                .find(|&&node| self.names.meant(node).next().is_some());
            if let Some(&node) = meant {
                found = Some((i + 1, node));
            }
        }
        found
    }

    /// What "job-" is said for in "job- og socialcenter": "jobcenter", with what follows.
    fn open(&self, words: &[Token], keys: &[Keys], at: usize) -> Option<(usize, u32)> {
        let first = &words.get(at)?.lower;
        let and = words.get(at + 1)?;
        let other = at + 2;
        if !matches!(&*and.lower, "og" | "eller" | "samt" | "and" | "or") {
            return None;
        }
        let second = &words.get(other)?.lower;
        if second.len() > LONGEST || first.len() > LONGEST {
            return None;
        }
        let lasts = second
            .char_indices()
            .skip(1)
            .map(|(i, _)| second.split_at(i).1);
        let lasts = lasts.filter(|last| last.chars().count() >= 3);
        let mut found: Option<(usize, u32)> = None;
        for last in lasts {
            let whole = self.stems.keys(&format!("{first}{last}"));
            let nodes = self.names.after_all(&[ROOT], &whole);
            if nodes.is_empty() {
                continue;
            }
            let alone = nodes
                .iter()
                .find(|&&node| self.names.meant(node).next().is_some());
            let longer = self.longest(&nodes, keys, other + 1);
            let reached = longer.or(alone.map(|&node| (other + 1, node)));
            found = found.max_by_end(reached);
        }
        found.map(|(_, node)| (at + 1, node))
    }

    /// What one word that is no name has in it: a first part that is one, or a wrong letter.
    fn within(&self, word: &Token, at: usize, found: &mut Vec<Named>, people: &mut Vec<People>) {
        if word.lower.len() > LONGEST {
            return;
        }
        let span = (at, at + 1);
        if let Some((first, rest, node)) = self.first_part(&word.lower) {
            self.take(found, node, span, FIRST_PARTS);
            let rest = folded(&rest);
            if PEOPLE.iter().any(|last| rest.starts_with(last)) {
                let functions = self
                    .names
                    .meant(node)
                    .filter(|meant| meant.kind == Kind::Function);
                people.extend(functions.filter_map(|meant| {
                    let id = meant.one.as_ref()?.id.clone();
                    Some(People {
                        function: FunctionId::from_checked(id),
                        first: folded(&first),
                        word: at,
                    })
                }));
            }
            return;
        }
        let keys = self.stems.keys(&word.lower);
        let misspelt = keys.iter().find_map(|key| self.nearly(key));
        if let Some(node) = misspelt {
            self.take(found, node, span, &[]);
        }
    }

    /// The longest first part of a compound that is a name of one word, with what follows it.
    fn first_part(&self, lower: &str) -> Option<(String, String, u32)> {
        let ends: Vec<usize> = lower
            .char_indices()
            .map(|(i, _)| i)
            .skip(SHORTEST_FIRST)
            .collect();
        for &end in ends.iter().rev() {
            let (first, rest) = lower.split_at(end);
            if rest.chars().count() < 3 {
                continue;
            }
            let last = folded(rest);
            if MANNERS.iter().any(|manner| last.starts_with(manner)) {
                return None;
            }
            // An "s" or "e" may join the parts.
            let bare = first
                .strip_suffix(['s', 'e'])
                .filter(|bare| bare.chars().count() >= SHORTEST_FIRST);
            for part in std::iter::once(first).chain(bare) {
                // The part is a word as it is, and no stem of another.
                let node = self
                    .names
                    .after_all(&[ROOT], &self.stems.keys(part))
                    .into_iter()
                    .find(|&node| {
                        let mut meant = self.names.meant(node);
                        meant.any(|meant| {
                            meant.form < Form::Word && FIRST_PARTS.contains(&meant.kind)
                        })
                    });
                if let Some(node) = node {
                    return Some((first.to_owned(), rest.to_owned(), node));
                }
            }
        }
        None
    }

    /// Takes up what a node is said for, of some kinds or of all.
    fn take(&self, found: &mut Vec<Named>, node: u32, words: (usize, usize), kinds: &[Kind]) {
        let wanted = |meant: &&Meant| kinds.is_empty() || kinds.contains(&meant.kind);
        let meant = self.names.meant(node).filter(wanted);
        found.extend(meant.filter_map(|meant| {
            Some(Named {
                subject: meant.one.clone()?,
                words,
            })
        }));
    }

    /// Who "ydelsesmedarbejderne" are: of those who perform the function, those whose title says
    /// so too, in the units that are named; where that is one group.
    fn find_people(&self, people: &[People], found: &mut Vec<Named>) {
        let units: HashSet<Subject> = found
            .iter()
            .filter(|named| named.subject.kind == Kind::Unit)
            .map(|named| named.subject.clone())
            .collect();
        for group in people {
            let mut functions = self
                .charts
                .iter()
                .filter_map(|chart| chart.function(&group.function));
            let Some(function) = functions.next() else {
                continue;
            };
            let mut staff: Vec<_> = function.performers().collect();
            let titled: Vec<_> = staff
                .iter()
                .copied()
                .filter(|post| {
                    let title = post.entry().title.as_deref().unwrap_or_default();
                    folded(&title.to_lowercase()).starts_with(&group.first)
                })
                .collect();
            if !titled.is_empty() {
                staff = titled;
            }
            let in_units: Vec<_> = staff
                .iter()
                .copied()
                .filter(|post| {
                    post.unit()
                        .is_some_and(|unit| units.contains(&unit.id().subject()))
                })
                .collect();
            if !in_units.is_empty() {
                staff = in_units;
            }
            if let [post] = staff[..] {
                found.push(Named {
                    subject: post.id().subject(),
                    words: (group.word, group.word + 1),
                });
            }
        }
    }

    /// Every way to leave one letter out of the names of one word, but for those of posts.
    fn learn_misspellings(&mut self, chart: &Chart) {
        let entries = chart.entries();
        let names = (entries.units.iter())
            .flat_map(|(id, unit)| [Some(id.as_str()), unit.value.name.as_deref()])
            .chain(
                entries
                    .sites
                    .iter()
                    .flat_map(|(id, e)| [Some(id.as_str()), e.value.name.as_deref()]),
            )
            .chain(
                entries
                    .functions
                    .iter()
                    .flat_map(|(id, e)| [Some(id.as_str()), e.value.name.as_deref()]),
            )
            .chain(
                entries
                    .target_groups
                    .iter()
                    .flat_map(|(id, e)| [Some(id.as_str()), e.value.name.as_deref()]),
            );
        let names: Vec<&str> = names.flatten().collect();
        for name in names {
            let words = tokens(name);
            let [word] = &words[..] else { continue };
            for key in self.stems.keys(&word.lower).iter() {
                let Some(node) = self.names.after(ROOT, key) else {
                    continue;
                };
                if key.chars().count() < SHORTEST_MISSPELT {
                    continue;
                }
                for form in with_one_left_out(key) {
                    let known = self.misspelt.entry(form).or_insert(Some(node));
                    // What could be two is neither.
                    if *known != Some(node) {
                        *known = None;
                    }
                }
            }
        }
    }

    /// The name that a stem is but for one letter: too many, too few or another.
    fn nearly(&self, key: &str) -> Option<u32> {
        // A word may be a letter shorter than the name.
        if key.chars().count() + 1 < SHORTEST_MISSPELT {
            return None;
        }
        let mut forms = with_one_left_out(key);
        let mut nodes = forms.by_ref().filter_map(|form| *self.misspelt.get(&form)?);
        let first = nodes.next()?;
        nodes.all(|node| node == first).then_some(first)
    }
}

/// A stem and every way to leave one letter out of it.
fn with_one_left_out(key: &str) -> impl Iterator<Item = String> {
    std::iter::once(key.to_owned()).chain(key.char_indices().map(|(at, c)| {
        let mut form = key.to_owned();
        form.replace_range(at..at + c.len_utf8(), "");
        form
    }))
}

/// The one of two matches that reaches further.
trait Further {
    fn max_by_end(self, other: Self) -> Self;
}

impl Further for Option<(usize, u32)> {
    fn max_by_end(self, other: Self) -> Self {
        match (self, other) {
            (Some(own), Some(other)) if other.0 > own.0 => Some(other),
            (own, other) => own.or(other),
        }
    }
}
