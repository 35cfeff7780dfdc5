//! Which names are alike, without comparing each with each.
//!
//! Names that are equal but for how they are set share a key. Names of which one word differs
//! by one edit share the rest, and a form of that word with a letter left out. Both are found
//! by sorting keys, so the work grows with the letters there are. Nothing here knows a chart.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

use rokade_core::ids::{Kind, Subject};
use rokade_core::name::{tidied, words_of};
use rokade_core::nearest::{is_one_edit, one_edit_forms};

/// A word of fewer letters differs by one from too many others.
const LETTERS: usize = 6;
/// Words beyond this are no words, and would cost their square.
const LONGEST_WORD: usize = 40;
/// Names beyond this are texts.
const LONGEST_NAME: usize = 200;
/// Words that differ in one letter and are more than this are a series, and no slip.
const SERIES: usize = 16;
/// Of more names than this that are equal, not every two are compared.
const MANY: usize = 64;

/// A name of a thing.
#[derive(Debug, Clone)]
pub(super) struct Name {
    /// What has it.
    pub(super) thing: Subject,
    /// The name, with its blanks in order.
    pub(super) text: String,
    /// Whether it is another name beside the first.
    is_other: bool,
    /// Its words in the order written.
    words: Vec<String>,
}

impl Name {
    pub(super) fn new(thing: Subject, text: &str, is_other: bool) -> Self {
        Name {
            thing,
            text: tidied(text),
            is_other,
            words: words_of(text),
        }
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
}

/// Names that may be one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Alike {
    /// Their places among the names.
    pub(super) names: Vec<usize>,
    /// What they differ in.
    pub(super) difference: Difference,
}

/// Names, of several things, that are the same but for their setting.
struct Group {
    names: Vec<usize>,
    kind: Kind,
    /// The words in the order of the alphabet.
    words: Vec<String>,
}

/// Finds the names that may be one, each thing in one group at most. Names come sorted by thing;
/// things that are `related` have their names on purpose.
pub(super) fn alike(names: &[Name], related: &dyn Fn(&Subject, &Subject) -> bool) -> Vec<Alike> {
    let mut found = Vec::new();
    let groups = groups(names);
    for group in &groups {
        found.extend(equal(names, &group.names, related));
    }
    for group in run_together(names) {
        found.extend(equal(names, &group, related));
    }
    found.extend(one_edit(names, &groups, related));
    joined(names, found)
}

/// Names by their words, whatever their order; those without a letter are none.
fn groups(names: &[Name]) -> Vec<Group> {
    let mut by_words: BTreeMap<(Kind, Vec<String>), Vec<usize>> = BTreeMap::new();
    for (n, name) in names.iter().enumerate() {
        let mut words = name.words.clone();
        words.sort_unstable();
        if !words.is_empty() {
            by_words.entry((name.thing.kind, words)).or_default().push(n);
        }
    }
    let group = |((kind, words), names)| Group { names, kind, words };
    by_words.into_iter().map(group).collect()
}

/// Names by their letters alone, so that "Job center" is "Jobcenter".
fn run_together(names: &[Name]) -> Vec<Vec<usize>> {
    let mut by_letters: BTreeMap<(Kind, String), Vec<usize>> = BTreeMap::new();
    for (n, name) in names.iter().enumerate() {
        let letters = name.words.concat();
        if !letters.is_empty() {
            by_letters.entry((name.thing.kind, letters)).or_default().push(n);
        }
    }
    by_letters.into_values().collect()
}

/// Those of equal names that are written differently, or are another name beside the first:
/// two units may well be called Sekretariatet.
fn equal(
    names: &[Name],
    group: &[usize],
    related: &dyn Fn(&Subject, &Subject) -> bool,
) -> Option<Alike> {
    if group.len() < 2 {
        return None;
    }
    let against = one_of_each_text_first(names, group);
    let differ = |a: &Name, b: &Name| {
        a.thing != b.thing
            && (a.text != b.text || a.is_other || b.is_other)
            && !related(&a.thing, &b.thing)
    };
    let involved: Vec<usize> = group
        .iter()
        .copied()
        .filter(|&a| against.iter().any(|&b| differ(&names[a], &names[b])))
        .collect();
    let first = *involved.first()?;
    let difference = if involved.iter().all(|&n| names[n].text == names[first].text) {
        Difference::None
    } else {
        Difference::Setting
    };
    Some(Alike {
        names: involved,
        difference,
    })
}

/// The names to compare others with: all, or of many some, with as many texts as there are.
fn one_of_each_text_first(names: &[Name], group: &[usize]) -> Vec<usize> {
    if group.len() <= MANY {
        return group.to_vec();
    }
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    let mut ranked: Vec<(usize, usize)> = group
        .iter()
        .map(|&n| {
            let times = times.entry(&names[n].text).or_default();
            *times += 1;
            (*times, n)
        })
        .collect();
    ranked.sort_unstable();
    ranked.into_iter().take(MANY).map(|(_, n)| n).collect()
}

/// Groups of which one word differs by one edit, where one of the two words is nowhere else.
fn one_edit(
    names: &[Name],
    groups: &[Group],
    related: &dyn Fn(&Subject, &Subject) -> bool,
) -> Vec<Alike> {
    let mut forms: Vec<(u64, u32, u32)> = Vec::new();
    for (g, group) in groups.iter().enumerate() {
        if group.words.iter().map(String::len).sum::<usize>() > LONGEST_NAME {
            continue;
        }
        let all = group.words.iter().fold(0_u64, |sum, word| sum.wrapping_add(hash(word)));
        for (w, word) in group.words.iter().enumerate() {
            let letters = word.chars().count();
            if letters + 1 < LETTERS || letters > LONGEST_WORD || !is_of_letters(word) {
                continue;
            }
            let rest = all.wrapping_sub(hash(word));
            for form in one_edit_forms(word) {
                forms.push((hash(&(group.kind, rest, form)), g as u32, w as u32));
            }
        }
    }
    forms.sort_unstable();
    let lone = lone_words(names);
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for slips in forms.chunk_by(|a, b| a.0 == b.0) {
        if slips.len() > SERIES {
            continue;
        }
        for (i, &(_, g, w)) in slips.iter().enumerate() {
            for &(_, h, v) in &slips[i + 1..] {
                let (a, b) = (&groups[g as usize], &groups[h as usize]);
                if differ_by_a_slip(a, w as usize, b, v as usize, &lone) && seen.insert((g, h)) {
                    found.extend(slip(names, a, b, related));
                }
            }
        }
    }
    found
}

/// Words that stand in the names of one thing alone.
fn lone_words(names: &[Name]) -> HashMap<&str, Option<&Subject>> {
    let mut lone: HashMap<&str, Option<&Subject>> = HashMap::new();
    for name in names {
        for word in &name.words {
            let of = lone.entry(word).or_insert(Some(&name.thing));
            if *of != Some(&name.thing) {
                *of = None;
            }
        }
    }
    lone
}

fn differ_by_a_slip(
    a: &Group,
    w: usize,
    b: &Group,
    v: usize,
    lone: &HashMap<&str, Option<&Subject>>,
) -> bool {
    let rest = |group: &Group, without: usize| {
        let words = group.words.iter().enumerate();
        let rest: Vec<String> = words.filter(|(i, _)| *i != without).map(|(_, w)| w.clone()).collect();
        rest
    };
    let (word, other) = (&a.words[w], &b.words[v]);
    let is_lone = |word: &str| lone.get(word).is_some_and(Option::is_some);
    let letters = word.chars().count().max(other.chars().count());
    letters >= LETTERS
        && (is_lone(word) || is_lone(other))
        && a.kind == b.kind
        && is_one_edit(word, other)
        && rest(a, w) == rest(b, v)
}

/// Those of two groups that have somebody in the other to be confused with.
fn slip(
    names: &[Name],
    a: &Group,
    b: &Group,
    related: &dyn Fn(&Subject, &Subject) -> bool,
) -> Option<Alike> {
    let differ = |a: usize, b: usize| {
        let (a, b) = (&names[a].thing, &names[b].thing);
        a != b && !related(a, b)
    };
    let within = |group: &Group, other: &Group| -> Vec<usize> {
        let some = &other.names[..other.names.len().min(MANY)];
        let names = group.names.iter().copied();
        names.filter(|&n| some.iter().any(|&m| differ(n, m))).collect()
    };
    let (mut involved, others) = (within(a, b), within(b, a));
    let (first, second) = (*involved.first()?, *others.first()?);
    let (words, others_words) = (&names[first].words, &names[second].words);
    let unlike = words.iter().zip(others_words).filter(|(a, b)| a != b).count();
    involved.extend(others);
    Some(Alike {
        names: involved,
        difference: if unlike == 1 {
            Difference::Letter
        } else {
            Difference::Both
        },
    })
}

/// Puts together what has a thing in common, so that each thing is spoken of once.
fn joined(names: &[Name], found: Vec<Alike>) -> Vec<Alike> {
    // Each name leads to one of a group's; what leads to itself stands for the group.
    let mut leads_to: Vec<usize> = (0..names.len()).collect();
    fn end(leads_to: &mut [usize], mut n: usize) -> usize {
        while leads_to[n] != n {
            leads_to[n] = leads_to[leads_to[n]];
            n = leads_to[n];
        }
        n
    }
    let mut join = |a: usize, b: usize| {
        let (a, b) = (end(&mut leads_to, a), end(&mut leads_to, b));
        leads_to[a.max(b)] = a.min(b);
    };
    for n in 1..names.len() {
        if names[n].thing == names[n - 1].thing {
            join(n - 1, n);
        }
    }
    for alike in &found {
        for &n in &alike.names {
            join(alike.names[0], n);
        }
    }
    let mut groups: BTreeMap<usize, Alike> = BTreeMap::new();
    for alike in found {
        let Some(&first) = alike.names.first() else { continue };
        let group = groups.entry(end(&mut leads_to, first)).or_insert_with(|| Alike {
            names: Vec::new(),
            difference: alike.difference,
        });
        group.difference = match (group.difference, alike.difference) {
            (a, b) if a == b => a,
            (Difference::None, other) | (other, Difference::None) => other,
            _ => Difference::Both,
        };
        group.names.extend(alike.names);
    }
    let mut groups: Vec<Alike> = groups.into_values().collect();
    for group in &mut groups {
        group.names.sort_unstable();
        group.names.dedup();
    }
    groups
}

fn is_of_letters(word: &str) -> bool {
    !word.contains(char::is_numeric)
}

fn hash(value: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Units that are not related, by their names; `~` is another name of the one before.
    fn found(list: &[&str]) -> Vec<(Vec<String>, Difference)> {
        let mut names: Vec<Name> = Vec::new();
        let mut things = 0;
        for text in list {
            let other = text.strip_prefix('~');
            things += usize::from(other.is_none());
            let thing = Subject::new(Kind::Unit, &format!("u{things:06}"));
            names.push(Name::new(thing, other.unwrap_or(text), other.is_some()));
        }
        let text = |n: usize| names[n].text.clone();
        alike(&names, &|_, _| false)
            .into_iter()
            .map(|found| (found.names.into_iter().map(text).collect(), found.difference))
            .collect()
    }

    fn one(list: &[&str]) -> Option<Difference> {
        let found = found(list);
        assert!(found.len() < 2, "{found:?}");
        found.first().map(|(_, difference)| *difference)
    }

    #[test]
    fn the_two_names_of_one_centre_are_alike() {
        for (a, b, difference) in [
            ("Center for Velfærd og Voksne", "Center for Voksne og Velfærd", Difference::Setting),
            ("Center for Velfærd og Vokse", "Center for Voksne og Velfærd", Difference::Both),
            ("Center for Vokse og Velfærd", "Center for Voksne og Velfærd", Difference::Letter),
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
        let others = ["Team Solsiden", "Hus Solsiden", "Team Solsider", "Hus Solsidere"];
        assert_eq!(one(&others), Some(Difference::Letter));
        let both_in_use = ["Vagten Bakken", "Vagten Bakker", "Team Bakken", "Team Bakker"];
        assert_eq!(one(&both_in_use), None);
    }

    #[test]
    fn other_names_count_even_when_they_are_equal() {
        assert_eq!(one(&["Central Ydelse", "~Ydelsescentret", "Ydelsescentret"]), Some(Difference::None));
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
    fn a_hundred_thousand_names_take_no_square_of_it() {
        let names: Vec<String> = (0..100_000)
            .map(|n| if n % 2 == 0 { "Hus Solen".to_owned() } else { format!("hus solen nummer{n}") })
            .collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        assert!(found(&names).is_empty());
        let cases = ["Solgården", "solgården", "SOLGÅRDEN"];
        let names: Vec<&str> = (0..100_000).map(|n| cases[n % 3]).collect();
        assert_eq!(found(&names)[0].0.len(), 100_000);
    }
}
