//! What a chart calls its things, as stems: names, other names, titles, ids as words, and what of
//! a name is said for short.
//!
//! Where they occur in a text is for `naming`.

use std::collections::HashMap;

use rokade_core::chart::Chart;
use rokade_core::ids::{Id, Kind, Subject};

use super::words::{Keys, Stems, Token, folded, tokens};

/// Words that say what kind of thing something is: by themselves they name none.
const GENERAL: &[&str] = &[
    "afdeling",
    "afsnit",
    "ansat",
    "ansatte",
    "borger",
    "borgere",
    "center",
    "centre",
    "chef",
    "department",
    "direktør",
    "distrikt",
    "enhed",
    "forvaltning",
    "funktion",
    "gruppe",
    "head",
    "hus",
    "indsats",
    "kommune",
    "konsulent",
    "kontor",
    "koordinator",
    "leder",
    "ledelse",
    "manager",
    "medarbejder",
    "medarbejdere",
    "municipality",
    "opgave",
    "område",
    "personale",
    "rådgiver",
    "sagsbehandler",
    "sekretariat",
    "sektion",
    "staff",
    "stab",
    "team",
    "teamleder",
    "tilbud",
    "udvalg",
    "unit",
    "andre",
    "andet",
    "øvrige",
    "fælles",
    "samlet",
    "arbejde",
    "service",
    "råd",
];

/// Last parts of a compound that make it the name of a place of work: "jobcentret" is said for
/// "Jobcenter Integration".
const HOUSES: &[&str] = &[
    "afdeling",
    "center",
    "centre",
    "centret",
    "enhed",
    "forvaltning",
    "hus",
    "huset",
    "skole",
    "skolen",
    "team",
    "kontor",
    "sekretariat",
    "tjeneste",
    "bibliotek",
    "institution",
    "afsnit",
    "klinik",
    "værksted",
];

/// Words after which a name says more than it need.
const LINKS: &[&str] = &[
    "af", "efter", "for", "fra", "i", "med", "mod", "om", "over", "på", "til", "under", "ved",
    "about", "at", "by", "for", "from", "in", "of", "on", "to", "under", "with",
];

/// Words that a name may begin with and a text leave out.
const ARTICLES: &[&str] = &["de", "den", "det", "the", "a", "an", "en", "et"];

/// How much of a name is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    /// All of it.
    Full,
    /// A part of it that stands by itself.
    Part,
    /// One word of it.
    Word,
}

/// The things of one kind that words are said for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Meant {
    pub(super) form: Form,
    pub(super) kind: Kind,
    /// The thing; `None` where it could be several.
    pub(super) one: Option<Subject>,
}

/// What a chart calls its things.
pub(super) struct Names {
    /// From a word after other words to the node of both.
    edges: HashMap<(u32, String), u32>,
    /// What the words up to a node are said for.
    nodes: Vec<Vec<Meant>>,
}

/// The node that no words lead to.
pub(super) const ROOT: u32 = 0;

impl Names {
    /// What charts call their things; of one id in two charts it is one thing.
    pub(super) fn of(charts: &[&Chart], stems: &Stems) -> Self {
        let mut names = Names {
            edges: HashMap::new(),
            nodes: vec![Vec::new()],
        };
        for chart in charts {
            names.learn(chart, stems);
        }
        names
    }

    fn learn(&mut self, chart: &Chart, stems: &Stems) {
        let entries = chart.entries();
        macro_rules! each {
            ($section:ident, $name:ident) => {
                for (id, entry) in &entries.$section {
                    let own = entry.value.$name.as_deref();
                    self.thing(stems, &id.subject(), own);
                }
            };
        }
        each!(units, name);
        each!(sites, name);
        each!(functions, name);
        each!(target_groups, name);
        each!(staff, title);
        each!(bodies, name);
        macro_rules! also {
            ($($section:ident)*) => {$(
                for (id, entry) in &entries.$section {
                    for name in &entry.value.also {
                        self.name(stems, &id.subject(), name);
                    }
                }
            )*};
        }
        also!(units sites functions target_groups bodies);
    }

    /// The node that a word leads to from another.
    pub(super) fn after(&self, node: u32, key: &str) -> Option<u32> {
        // The map is asked by an owned key; words are few and short.
        self.edges.get(&(node, key.to_owned())).copied()
    }

    /// The nodes that a word leads to from others.
    pub(super) fn after_all(&self, nodes: &[u32], keys: &Keys) -> Vec<u32> {
        let mut after: Vec<u32> = nodes
            .iter()
            .flat_map(|&node| keys.iter().filter_map(move |key| self.after(node, key)))
            .collect();
        after.sort_unstable();
        after.dedup();
        after
    }

    /// What the words up to a node are said for, in the fullest form.
    #[expect(
        clippy::indexing_slicing,
        reason = "a node is named by its place among the nodes"
    )]
    pub(super) fn meant(&self, node: u32) -> impl Iterator<Item = &Meant> {
        let meant = &self.nodes[node as usize];
        let fullest = meant.iter().map(|meant| meant.form).min();
        meant
            .iter()
            .filter(move |meant| Some(meant.form) == fullest)
    }

    fn thing(&mut self, stems: &Stems, subject: &Subject, name: Option<&str>) {
        let words = tokens(subject.id.as_str());
        // An id is short where the name says what it is short for: `oevrige`.
        let says_something = words.len() > 1 || words.iter().any(|word| !is_general(&word.lower));
        if says_something || name.is_none() {
            self.add(stems, subject, &words, Form::Full);
        }
        if let Some(name) = name {
            self.name(stems, subject, name);
        }
    }

    /// A name and what is said for short.
    fn name(&mut self, stems: &Stems, subject: &Subject, name: &str) {
        let words = tokens(name);
        let words = without_article(&words);
        self.add(stems, subject, words, Form::Full);
        if subject.kind == Kind::Body {
            return;
        }
        for part in parts(subject.kind, name, words) {
            let says_something = part.len() > 1 || part.iter().any(|word| is_telling(&word.lower));
            if says_something && part.len() < words.len() {
                self.add(stems, subject, part, Form::Part);
            }
        }
        if words.len() > 1 && matches!(subject.kind, Kind::Unit | Kind::Site) {
            for word in words.iter().filter(|word| is_house(&word.lower)) {
                self.add(stems, subject, std::slice::from_ref(word), Form::Word);
            }
        }
    }

    #[expect(
        clippy::indexing_slicing,
        reason = "a node is named by its place among the nodes"
    )]
    fn add(&mut self, stems: &Stems, subject: &Subject, words: &[Token], form: Form) {
        // A name of one general word names its thing where nothing else is called so.
        if words.is_empty()
            || (form > Form::Full && words.len() == 1 && !is_telling(&words[0].lower))
        {
            return;
        }
        let mut node = ROOT;
        for word in words {
            let keys = stems.keys(&word.lower);
            let known = keys.iter().find_map(|key| self.after(node, key));
            let next = known.unwrap_or_else(|| {
                self.nodes.push(Vec::new());
                self.nodes.len() as u32 - 1
            });
            for key in keys.iter() {
                self.edges.entry((node, key.to_owned())).or_insert(next);
            }
            node = next;
        }
        let meant = &mut self.nodes[node as usize];
        let of_kind = meant
            .iter_mut()
            .find(|meant| meant.kind == subject.kind && meant.form == form);
        match of_kind {
            Some(meant) if meant.one.as_ref() != Some(subject) => meant.one = None,
            Some(_) => {}
            None => meant.push(Meant {
                form,
                kind: subject.kind,
                one: Some(subject.clone()),
            }),
        }
    }
}

fn without_article(words: &[Token]) -> &[Token] {
    match words {
        [first, rest @ ..] if !rest.is_empty() && ARTICLES.contains(&&*first.lower) => rest,
        words => words,
    }
}

/// The parts of a name that are said for all of it: what stands before a comma, a bracket or
/// "for" and the like; what stands in brackets or behind "Center for"; each of two tasks.
#[expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "places are those of words, and words begin and end where characters do"
)]
fn parts<'w>(kind: Kind, name: &str, words: &'w [Token]) -> Vec<&'w [Token]> {
    let mut parts = Vec::new();
    let is_sign = |at: usize| {
        let between = &name[words[at - 1].at.end..words[at].at.start];
        between.contains([',', '(', ')', ':', '/', '–']) || between.trim() == "-"
    };
    let signs: Vec<usize> = (1..words.len()).filter(|&at| is_sign(at)).collect();
    if let Some(&first) = signs.first() {
        parts.push(&words[..first]);
        let opens = name[..words[first].at.start].ends_with('(');
        if opens {
            let end = signs.get(1).copied().unwrap_or(words.len());
            parts.push(&words[first..end]);
        }
    }
    let until = signs.first().copied().unwrap_or(words.len());
    let main = &words[..until];
    let link = main.iter().position(|word| LINKS.contains(&&*word.lower));
    match link {
        Some(at) if at > 0 => {
            if main[..at].iter().all(|word| !is_telling(&word.lower)) {
                parts.push(&main[at + 1..]);
            } else if matches!(kind, Kind::Function | Kind::TargetGroup | Kind::Staff) {
                parts.push(&main[..at]);
            }
        }
        None if kind == Kind::Function => {
            let and = main
                .iter()
                .position(|word| matches!(&*word.lower, "og" | "and"));
            if let Some(at) = and.filter(|&at| at > 0 && !main[at - 1].is_open) {
                parts.push(&main[..at]);
                parts.push(&main[at + 1..]);
            }
        }
        _ => {}
    }
    parts
}

/// Whether a word alone can be said for the one thing in whose name it is.
fn is_telling(lower: &str) -> bool {
    lower.chars().count() >= 5 && !is_general(lower)
}

/// Whether a word only says what kind of thing something is, in whatever form.
pub(super) fn is_general(lower: &str) -> bool {
    let forms = [
        "", "en", "n", "et", "er", "r", "erne", "ne", "rne", "e", "s", "ens", "ets", "nes", "rnes",
    ];
    forms.iter().any(|form| {
        lower.strip_suffix(form).is_some_and(|stem| {
            GENERAL.contains(&stem) || GENERAL.iter().any(|word| folded(word) == stem)
        })
    })
}

/// Whether a word is a compound whose last part is a place of work.
fn is_house(lower: &str) -> bool {
    let mut lasts = HOUSES.iter().filter_map(|house| lower.strip_suffix(house));
    lasts.any(|first| first.chars().count() >= 3)
}
