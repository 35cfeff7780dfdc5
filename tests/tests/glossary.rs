//! Every message held to `docs/glossary.md`: one Danish word for one English word, none of the words
//! that are not used, and the same values in both languages.
//!
//! The tables of the page are the one source; what is excepted stands here, each with its reason.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use rokade_rules::measures::MEASURES;

/// Words that one language needs in a message and the other does not, by message.
const EXCEPTED: &[(&str, &str, &str)] = &[
    // The format's English word is explained in Danish, and needs no explanation in English.
    ("rokade-rules/src/file/wrong_type", "help-missing", "høring"),
    (
        "rokade-rules/src/file/wrong_type",
        "help-missing-kind-of-point",
        "indvending",
    ),
    (
        "rokade-rules/src/file/wrong_type",
        "help-missing-kind-of-point",
        "spørgsmål",
    ),
];

/// Values that one language needs and the other does not, by message.
const VALUES_EXCEPTED: &[(&str, &str, &str)] = &[
    // The English verb is in the singular or the plural; the Danish one is the same.
    (
        "rokade-rules/src/responsibility/split_function",
        "message",
        "posts",
    ),
];

const DANISH: usize = 0;
const ENGLISH: usize = 1;

/// A word of the glossary with the forms that count as it, in each language.
struct Term {
    words: [String; 2],
    forms: [Vec<Form>; 2],
}

/// One form of a word.
struct Form {
    text: String,
    /// Whether it asks for its counterpart, or only counts as one.
    asks: bool,
}

/// What `docs/glossary.md` says.
struct Glossary {
    terms: Vec<Term>,
    unused: [Vec<String>; 2],
}

impl Glossary {
    fn read() -> Self {
        let page = rokade_tests::root().join("docs/glossary.md");
        Glossary::of(&fs::read_to_string(page).expect("the glossary is there"))
    }

    fn of(page: &str) -> Self {
        let mut glossary = Glossary {
            terms: Vec::new(),
            unused: [Vec::new(), Vec::new()],
        };
        for line in page.lines().filter(|line| line.starts_with('|')) {
            let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
            match cells[..] {
                ["Dansk" | "Ikke" | "Not", ..] => {}
                [first, ..] if first.starts_with("---") => {}
                [danish, english, danish_forms, english_forms, _, _] => {
                    glossary.terms.push(Term {
                        words: [danish.to_owned(), english.to_owned()],
                        forms: [forms(danish, danish_forms), forms(english, english_forms)],
                    });
                }
                [words, _] => {
                    let after_english = page
                        .find("## Words not to use")
                        .expect("the glossary has the part");
                    let at = line.as_ptr() as usize - page.as_ptr() as usize;
                    let side = usize::from(at > after_english);
                    glossary.unused[side].extend(listed(words));
                }
                _ => panic!("a row of another shape: {line}"),
            }
        }
        glossary
    }

    /// What is wrong with a text in both languages.
    fn faults(&self, texts: &[String; 2], excepted: &dyn Fn(&str) -> bool) -> Vec<String> {
        let texts = [DANISH, ENGLISH].map(|side| plain(&texts[side]));
        let mut faults = Vec::new();
        for side in [DANISH, ENGLISH] {
            let (text, other) = (&texts[side], &texts[1 - side]);
            let (asking, taken) = self.asking(text, side);
            for (form, terms) in asking {
                let is_met = terms
                    .iter()
                    .flat_map(|term| &term.forms[1 - side])
                    .any(|counterpart| found(other, &counterpart.text).next().is_some());
                if !is_met && !terms.iter().any(|term| excepted(&term.words[side])) {
                    let wanted: Vec<&str> = terms
                        .iter()
                        .map(|term| term.words[1 - side].as_str())
                        .collect();
                    faults.push(format!(
                        "“{form}” without “{}”: {texts:?}",
                        wanted.join("/")
                    ));
                }
            }
            for word in &self.unused[side] {
                let hit = found(text, word).find(|at| !taken.iter().any(|of| overlap(at, of)));
                if hit.is_some() {
                    faults.push(format!("“{word}” is not used: {text}"));
                }
            }
        }
        faults
    }

    /// The forms in a text that ask for a counterpart, each with the words it may be of; longer
    /// ones first, so that a target group is no group. And where they are.
    fn asking(&self, text: &str, side: usize) -> (BTreeMap<&str, Vec<&Term>>, Vec<Range<usize>>) {
        let mut forms: BTreeMap<&str, Vec<&Term>> = BTreeMap::new();
        for term in &self.terms {
            for form in term.forms[side].iter().filter(|form| form.asks) {
                forms.entry(&form.text).or_default().push(term);
            }
        }
        let mut by_length: Vec<&str> = forms.keys().copied().collect();
        by_length.sort_by_key(|form| std::cmp::Reverse(form.chars().count()));
        let mut taken: Vec<Range<usize>> = Vec::new();
        let mut asking = BTreeMap::new();
        for form in by_length {
            for at in found(text, form) {
                if !taken.iter().any(|of| overlap(&at, of)) {
                    taken.push(at);
                    asking.insert(form, forms[form].clone());
                }
            }
        }
        (asking, taken)
    }
}

fn forms(word: &str, others: &str) -> Vec<Form> {
    let all = std::iter::once(word.to_lowercase()).chain(listed(others));
    all.map(|text| match text.strip_prefix('(') {
        Some(text) => Form {
            text: text.trim_end_matches(')').to_owned(),
            asks: false,
        },
        None => Form { text, asks: true },
    })
    .collect()
}

fn listed(words: &str) -> Vec<String> {
    let words = words.split(", ").map(|word| word.trim().to_lowercase());
    words.filter(|word| !word.is_empty()).collect()
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// Where a form stands in a text as a word of its own, `*` being any letters. Names of files are
/// no words.
fn found<'t>(text: &'t str, form: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
    let is_open = form.ends_with('*');
    let core = form.trim_end_matches('*');
    let in_word = |letter: char| letter.is_alphanumeric() || letter == '-';
    text.match_indices(core).filter_map(move |(start, _)| {
        let rest = &text[start + core.len()..];
        let more = rest.find(|letter| !in_word(letter)).unwrap_or(rest.len());
        let end = start + core.len() + more;
        let mut after = text[end..].chars();
        let is_file = after.next() == Some('.') && after.next().is_some_and(char::is_alphanumeric);
        let before = text[..start].chars().next_back();
        let begins = !before.is_some_and(|letter| in_word(letter) || letter == '.');
        (begins && (is_open || more == 0) && !is_file).then_some(start..end)
    })
}

/// A text in lower case, without what stands in backticks, and with single blanks.
fn plain(text: &str) -> String {
    let parts = text.split('`').enumerate();
    let words: Vec<&str> = parts
        .map(|(i, part)| if i % 2 == 0 { part } else { "`" })
        .collect();
    let text = words.concat().to_lowercase();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A message: all its variants' texts, and the values it is made with.
#[derive(Default)]
struct Message {
    text: String,
    /// Values that are printed.
    printed: BTreeSet<String>,
    /// Values that are printed or chosen by.
    values: BTreeSet<String>,
}

impl Message {
    fn add(&mut self, pattern: &Pattern<String>, all: &BTreeMap<String, Pattern<String>>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.text.push_str(value),
                PatternElement::Placeable { expression } => self.add_expression(expression, all),
            }
        }
    }

    fn add_expression(
        &mut self,
        expression: &Expression<String>,
        all: &BTreeMap<String, Pattern<String>>,
    ) {
        match expression {
            Expression::Inline(InlineExpression::StringLiteral { value }) => {
                self.text.push_str(value);
            }
            Expression::Inline(InlineExpression::VariableReference { id }) => {
                // No word, and none with what stands beside it.
                self.text.push('\u{fffc}');
                self.printed.insert(id.name.clone());
                self.values.insert(id.name.clone());
            }
            Expression::Inline(InlineExpression::MessageReference {
                id,
                attribute: None,
            }) => {
                self.add(&all[&id.name], all);
            }
            Expression::Select { selector, variants } => {
                let InlineExpression::VariableReference { id } = selector else {
                    panic!("messages choose by values alone");
                };
                self.values.insert(id.name.clone());
                for variant in variants {
                    self.add(&variant.value, all);
                    self.text.push('\n');
                }
            }
            Expression::Inline(other) => panic!("no message is made with {other:?}"),
        }
    }
}

/// The messages of a file by their keys, attributes as `key.attribute`; what another message is
/// put in with is in both.
fn messages(path: &Path) -> BTreeMap<String, Message> {
    let text = fs::read_to_string(path).expect("can be read");
    let resource = fluent_syntax::parser::parse(text)
        .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
    let mut patterns = BTreeMap::new();
    for entry in resource.body {
        let (id, value, attributes) = match entry {
            Entry::Message(message) => (message.id.name, message.value, message.attributes),
            Entry::Term(term) => (
                format!("-{}", term.id.name),
                Some(term.value),
                term.attributes,
            ),
            _ => continue,
        };
        for attribute in attributes {
            patterns.insert(format!("{id}.{}", attribute.id.name), attribute.value);
        }
        patterns.extend(value.map(|value| (id, value)));
    }
    let made = patterns.iter().map(|(key, pattern)| {
        let mut message = Message::default();
        message.add(pattern, &patterns);
        (key.clone(), message)
    });
    made.collect()
}

/// Every folder with a `da.ftl`, by its path below `crates`.
fn folders() -> Vec<(String, PathBuf)> {
    let crates = rokade_tests::root().join("crates");
    let mut open = vec![crates.clone()];
    let mut folders = Vec::new();
    while let Some(folder) = open.pop() {
        let mut entries: Vec<PathBuf> = fs::read_dir(&folder)
            .expect("can be read")
            .map(|entry| entry.expect("can be read").path())
            .collect();
        entries.sort();
        open.extend(entries.iter().filter(|path| path.is_dir()).cloned());
        if entries
            .iter()
            .any(|path| path.ends_with("da.ftl") || path.ends_with("en.ftl"))
        {
            let name = folder
                .strip_prefix(&crates)
                .expect("it is below them")
                .to_string_lossy();
            folders.push((name.replace('\\', "/"), folder));
        }
    }
    folders.sort();
    folders
}

/// Every message in both languages, with where it stands.
fn pairs() -> Vec<(String, String, [Message; 2])> {
    let mut pairs = Vec::new();
    for (name, folder) in folders() {
        let [danish, mut english] = ["da.ftl", "en.ftl"].map(|file| messages(&folder.join(file)));
        let keys = |messages: &BTreeMap<String, Message>| -> Vec<String> {
            messages.keys().cloned().collect()
        };
        assert_eq!(
            keys(&danish),
            keys(&english),
            "{name} has other messages in English"
        );
        for (key, message) in danish {
            let english = english.remove(&key).expect("both have the same keys");
            pairs.push((name.clone(), key, [message, english]));
        }
    }
    assert!(pairs.len() > 800, "there are {} messages", pairs.len());
    pairs
}

#[test]
fn every_message_keeps_to_the_glossary() {
    let glossary = Glossary::read();
    let mut faults = Vec::new();
    for (folder, key, [danish, english]) in pairs() {
        let excepted = |word: &str| EXCEPTED.contains(&(&folder, &key, word));
        for fault in glossary.faults(&[danish.text, english.text], &excepted) {
            faults.push(format!("{folder}, {key}: {fault}"));
        }
    }
    for measure in MEASURES {
        for fault in glossary.faults(&[measure.da.into(), measure.en.into()], &|_| false) {
            faults.push(format!("measure {}: {fault}", measure.name));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn both_languages_say_the_same_values() {
    let mut faults = Vec::new();
    for (folder, key, [danish, english]) in pairs() {
        // How many there are is needed where the grammar asks for it; what there is, in both.
        let without = |values: &BTreeSet<String>, ends: &[&str]| -> BTreeSet<String> {
            let is_excepted =
                |value: &str| VALUES_EXCEPTED.contains(&(folder.as_str(), key.as_str(), value));
            let own = values.iter().filter(|value| !is_excepted(value));
            own.filter(|value| !ends.iter().any(|end| value.ends_with(end)))
                .cloned()
                .collect()
        };
        let told = |message: &Message| -> BTreeSet<String> {
            let printed = message.printed.iter();
            printed
                .map(|value| value.trim_end_matches("_start").to_owned())
                .collect()
        };
        let chosen = |message: &Message| without(&message.values, &["_count", "_start"]);
        if told(&danish) != told(&english) || chosen(&danish) != chosen(&english) {
            let of = |message: &Message| format!("{:?}", message.values);
            faults.push(format!(
                "{folder}, {key}: {} and {}",
                of(&danish),
                of(&english)
            ));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Numbers, dates and signs of one language in a text of the other.
fn foreign(text: &str, side: usize) -> Vec<String> {
    // `januar` is the other language's in either direction; `april`, `august` are both's.
    const MONTHS: [&[&str]; 2] = [
        &[
            "januar", "februar", "marts", "maj", "juni", "juli", "oktober",
        ],
        &[
            "january", "february", "march", "may", "june", "july", "october",
        ],
    ];
    const SIGNS: [&[&str]; 2] = [&["»", "«", "kr."], &["“", "”", "dkk"]];
    let text = plain(text);
    let mut faults = Vec::new();
    // “May” is also what may be.
    for month in MONTHS[1 - side].iter().filter(|month| **month != "may") {
        if found(&text, month).next().is_some() {
            faults.push((*month).to_owned());
        }
    }
    faults.extend(
        SIGNS[1 - side]
            .iter()
            .filter(|sign| text.contains(**sign))
            .map(ToString::to_string),
    );
    let letters: Vec<char> = text.chars().collect();
    let decimal = [',', '.'][1 - side];
    for at in letters.windows(3) {
        if at[0].is_ascii_digit() && at[1] == decimal && at[2].is_ascii_digit() {
            faults.push(at.iter().collect());
        }
    }
    // A percentage is set by the program, and no sentence writes its sign.
    faults.extend(text.contains('%').then(|| "%".to_owned()));
    faults
}

#[test]
fn numbers_and_dates_are_those_of_the_language() {
    for (folder, key, messages) in pairs() {
        for (side, message) in messages.iter().enumerate() {
            let foreign = foreign(&message.text, side);
            assert!(
                foreign.is_empty(),
                "{folder}, {key}: {foreign:?} in {}",
                message.text
            );
        }
    }
}

#[test]
fn danish_messages_hold_no_english_word_of_the_glossary() {
    let glossary = Glossary::read();
    let danish: BTreeSet<&str> = glossary
        .terms
        .iter()
        .flat_map(|term| &term.forms[DANISH])
        .map(|form| form.text.trim_end_matches('*'))
        .collect();
    let english: Vec<&str> = glossary
        .terms
        .iter()
        .flat_map(|term| &term.forms[ENGLISH])
        .filter(|form| form.asks)
        .map(|form| form.text.as_str())
        .filter(|form| !danish.contains(form.trim_end_matches('*')))
        .collect();
    for (folder, key, [message, _]) in pairs() {
        let text = plain(&message.text);
        for word in &english {
            let is_there = found(&text, word).next().is_some();
            assert!(!is_there, "{folder}, {key}: “{word}” in {text}");
        }
    }
}

#[test]
fn a_word_stands_once_in_the_glossary() {
    let glossary = Glossary::read();
    assert!(glossary.terms.len() > 60);
    for side in [DANISH, ENGLISH] {
        let mut words = BTreeSet::new();
        for term in &glossary.terms {
            assert!(
                words.insert(&term.words[side]),
                "{} stands twice",
                term.words[side]
            );
        }
        assert!(glossary.unused[side].len() > 20);
    }
}

#[test]
fn what_breaks_the_glossary_is_found() {
    let glossary = Glossary::read();
    let faults = |danish: &str, english: &str| {
        glossary
            .faults(&[danish.to_owned(), english.to_owned()], &|_| false)
            .len()
    };
    assert_eq!(
        faults(
            "Enheden flytter til en adresse.",
            "The unit moves to a site."
        ),
        0
    );
    assert_eq!(faults("Den flytter.", "The unit moves."), 1);
    assert_eq!(
        faults(
            "Målgrupperne har en indgang.",
            "The target groups have an entrance."
        ),
        0
    );
    assert_eq!(faults("Målgruppen skifter stilling.", "It changes."), 1);
    assert_eq!(
        faults("Se `unit` og staff.csv.", "See `unit` and staff.csv."),
        0
    );
    assert_eq!(faults("De implementerer det.", "They do it."), 1);
    assert_eq!(faults("De gør det.", "They implement it."), 1);
    // A word that is not used may be part of one that is.
    assert_eq!(faults("Sæt en teamleder ind.", "Put a team leader in."), 0);
    assert_eq!(foreign("Det er 12.5.", DANISH), ["2.5"]);
    assert_eq!(foreign("It is 12,5 in maj.", ENGLISH), ["maj", "2,5"]);
}
