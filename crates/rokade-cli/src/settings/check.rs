//! What a file of settings says, and every mistake in it at its place, with the nearest known
//! word. Nothing in the file is passed over.

use rokade::{Language, Severity, catalogue, nearest_of};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::LIMITS;
use super::file::SettingsFile;
use crate::args::FailOn;

const KEYS: [&str; 5] = [
    "language",
    "fail-on",
    "certain-only",
    "severities",
    "limits",
];
const FAIL_ON: [FailOn; 4] = [FailOn::Error, FailOn::Warning, FailOn::Note, FailOn::Never];
const LANGUAGES: [Language; 2] = [Language::Da, Language::En];

/// So much of a value is repeated to the one who wrote it.
const TOLD: usize = 40;

/// Names that share so many letters from the first are perhaps one.
const BEGUN: usize = 4;

/// Something wrong in a file of settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    /// From 1.
    pub(crate) line: usize,
    /// From 1, in code points.
    pub(crate) column: usize,
    /// The byte it is at.
    pub(crate) byte: usize,
    pub(crate) kind: FaultKind,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FaultKind {
    /// It is no TOML; why, in the parser's words.
    Syntax(String),
    /// Its bytes are no UTF-8.
    NotUtf8,
    /// It is too large to be meant.
    TooLarge,
    /// A key that there is not.
    UnknownKey {
        key: String,
        nearest: Option<&'static str>,
        known: Vec<&'static str>,
    },
    /// A rule that there is not.
    UnknownRule {
        rule: String,
        nearest: Option<&'static str>,
    },
    /// A value that is none of the words that can stand there; what is found is empty where it
    /// is a table.
    NotOneOf {
        key: String,
        found: String,
        nearest: Option<&'static str>,
        known: Vec<&'static str>,
    },
    /// A value of another kind than its key takes.
    WrongType {
        key: String,
        found: String,
        expected: Shape,
    },
    /// A number that is too small or too large.
    OutOfRange {
        key: String,
        found: String,
        range: (u32, u32),
    },
    /// A limit that is given twice, in two ways to write it.
    Twice { key: String },
}

/// What a key takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// True or false.
    Bool,
    /// A whole number.
    Number,
    /// A table of keys.
    Table,
}

impl Shape {
    /// The word that sentences choose by.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Shape::Bool => "bool",
            Shape::Number => "number",
            Shape::Table => "table",
        }
    }
}

impl FaultKind {
    /// Whether nothing of the file can be relied on.
    pub(crate) fn is_of_all(&self) -> bool {
        matches!(
            self,
            FaultKind::Syntax(_) | FaultKind::NotUtf8 | FaultKind::TooLarge
        )
    }
}

impl Fault {
    /// A fault at a byte of a text.
    pub(super) fn at(text: &str, byte: usize, kind: FaultKind) -> Self {
        let mut end = byte.min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let (before, _) = text.split_at(end);
        let line = before.rsplit('\n').next().unwrap_or_default();
        Fault {
            line: before.matches('\n').count() + 1,
            column: line.chars().count() + 1,
            byte: end,
            kind,
        }
    }
}

/// What a text says, and everything that is wrong in it, from the top.
pub(super) fn check(text: &str) -> (SettingsFile, Vec<Fault>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut checker = Checker {
        text,
        settings: SettingsFile::default(),
        faults: Vec::new(),
    };
    checker.top(table.get_ref());
    if !errors.is_empty() {
        // What the parser made of a broken text was perhaps not written so; the language is all
        // that is used of it, to say what is wrong.
        checker.faults.clear();
        for error in &errors {
            let at = error.span().map_or(text.len(), |span| span.start);
            let kind = FaultKind::Syntax(error.message().to_owned());
            checker.faults.push((at, kind));
        }
    }
    let mut faults = checker.faults;
    faults.sort_by_key(|(at, _)| *at);
    let faults = faults.into_iter();
    let mut faults: Vec<Fault> = faults.map(|(at, kind)| Fault::at(text, at, kind)).collect();
    if !errors.is_empty() {
        // What follows on the line follows from the first.
        faults.dedup_by_key(|fault| fault.line);
    }
    (checker.settings, faults)
}

type Key<'t> = Spanned<std::borrow::Cow<'t, str>>;
type Value<'t> = Spanned<DeValue<'t>>;

struct Checker<'t> {
    text: &'t str,
    settings: SettingsFile,
    /// With the byte each is at.
    faults: Vec<(usize, FaultKind)>,
}

impl Checker<'_> {
    fn top(&mut self, table: &DeTable<'_>) {
        for (key, value) in table {
            match &**key.get_ref() {
                name @ "language" => {
                    let of = |word: &str| LANGUAGES.into_iter().find(|l| l.code() == word);
                    self.settings.language =
                        self.word(name, value, LANGUAGES.map(Language::code), of);
                }
                name @ "fail-on" => {
                    let of = |word: &str| FAIL_ON.into_iter().find(|f| f.name() == word);
                    self.settings.fail_on = self.word(name, value, FAIL_ON.map(FailOn::name), of);
                }
                name @ "certain-only" => match value.get_ref().as_bool() {
                    Some(certain_only) => self.settings.certain_only = Some(certain_only),
                    None => self.wrong_type(name, value, Shape::Bool),
                },
                name @ "severities" => {
                    if let Some(severities) = self.table(name, value) {
                        self.severities(severities);
                    }
                }
                name @ "limits" => {
                    if let Some(limits) = self.table(name, value) {
                        self.limits(limits);
                    }
                }
                name => self.unknown_key(key, name, KEYS.to_vec()),
            }
        }
    }

    fn severities(&mut self, table: &DeTable<'_>) {
        for (key, value) in table {
            let rule = &**key.get_ref();
            if catalogue::find(rule).is_none() {
                let kind = FaultKind::UnknownRule {
                    rule: shortened(rule),
                    nearest: catalogue::nearest(rule),
                };
                self.faults.push((key.span().start, kind));
                continue;
            }
            let of = |word: &str| Severity::ALL.into_iter().find(|s| s.name() == word);
            // As the help has them, the worst first.
            let mut names = Severity::ALL.map(Severity::name);
            names.reverse();
            if let Some(severity) = self.word(rule, value, names, of) {
                self.settings.severities.insert(rule.to_owned(), severity);
            }
        }
    }

    /// Limits: `span.max = 25` is a table `span` with `max` in it, and `"span.max" = 25` is one
    /// key.
    fn limits(&mut self, table: &DeTable<'_>) {
        for (key, value) in table {
            let name = &**key.get_ref();
            let prefix = format!("{name}.");
            let is_family = LIMITS.iter().any(|limit| limit.name.starts_with(&prefix));
            match value.get_ref().as_table().filter(|_| is_family) {
                Some(family) => {
                    for (key, value) in family {
                        self.limit(&format!("{prefix}{}", key.get_ref()), key, value);
                    }
                }
                None => self.limit(name, key, value),
            }
        }
    }

    fn limit(&mut self, name: &str, key: &Key<'_>, value: &Value<'_>) {
        let Some(limit) = LIMITS.iter().find(|limit| limit.name == name) else {
            self.unknown_key(key, name, LIMITS.iter().map(|limit| limit.name).collect());
            return;
        };
        if self.settings.limits.contains_key(limit.name) {
            let key_twice = name.to_owned();
            let kind = FaultKind::Twice { key: key_twice };
            self.faults.push((key.span().start, kind));
            return;
        }
        let Some(number) = value.get_ref().as_integer() else {
            self.wrong_type(name, value, Shape::Number);
            return;
        };
        let (least, most) = limit.range;
        let number = u32::from_str_radix(number.as_str(), number.radix()).ok();
        if let Some(number) = number.filter(|number| (least..=most).contains(number)) {
            self.settings.limits.insert(limit.name, number);
        } else {
            let kind = FaultKind::OutOfRange {
                key: name.to_owned(),
                found: self.written(value),
                range: limit.range,
            };
            self.faults.push((value.span().start, kind));
        }
    }

    /// A value that is one of a few words.
    fn word<T, const N: usize>(
        &mut self,
        key: &str,
        value: &Value<'_>,
        known: [&'static str; N],
        of: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let word = value.get_ref().as_str();
        if let Some(found) = word.and_then(of) {
            return Some(found);
        }
        let kind = FaultKind::NotOneOf {
            key: key.to_owned(),
            found: self.written(value),
            nearest: word.and_then(|word| nearest_of(&word.to_lowercase(), known)),
            known: known.to_vec(),
        };
        self.faults.push((value.span().start, kind));
        None
    }

    fn table<'v, 't>(&mut self, key: &str, value: &'v Value<'t>) -> Option<&'v DeTable<'t>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.wrong_type(key, value, Shape::Table);
        }
        table
    }

    fn wrong_type(&mut self, key: &str, value: &Value<'_>, expected: Shape) {
        let kind = FaultKind::WrongType {
            key: key.to_owned(),
            found: self.written(value),
            expected,
        };
        self.faults.push((value.span().start, kind));
    }

    fn unknown_key(&mut self, key: &Key<'_>, name: &str, known: Vec<&'static str>) {
        let nearest = nearest_of(&name.to_lowercase(), known.iter().copied());
        let kind = FaultKind::UnknownKey {
            key: shortened(name),
            nearest: nearest.or_else(|| begun_alike(name, &known)),
            known,
        };
        self.faults.push((key.span().start, kind));
    }

    /// What is written as a value: its first line, shortened; of a table only its header is, so
    /// nothing.
    fn written(&self, value: &Value<'_>) -> String {
        if value.get_ref().is_table() {
            return String::new();
        }
        let text = self.text.get(value.span()).unwrap_or_default();
        match text.split_once(['\r', '\n']) {
            None => shortened(text),
            Some((first, _)) => shortened(&format!("{first}…")),
        }
    }
}

/// The key that shares the longest beginning, of four letters or more: `lang` is `language`.
fn begun_alike(name: &str, known: &[&'static str]) -> Option<&'static str> {
    let shared = |known: &&&str| {
        let pairs = name.chars().zip(known.chars());
        pairs.take_while(|(a, b)| a == b).count()
    };
    let nearest = known.iter().max_by_key(shared);
    nearest.copied().filter(|known| shared(&known) >= BEGUN)
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= TOLD {
        return text.to_owned();
    }
    text.chars().take(TOLD).chain(['…']).collect()
}
