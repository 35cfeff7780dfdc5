//! Findings: what a rule holds to be so, as data.
//!
//! A finding has no prose. Its sentence is made from it at the very end, in Danish or English.

use std::fmt;

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize, Serializer};
use sha2::{Digest, Sha256};

use crate::date::DateSpan;
use crate::ids::{Kind, Subject};
use crate::quantity::{Certainty, Percent, Quantity, QuantityJson};
use crate::span::{Place, Span};

/// How much a finding matters.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// A change worth listing.
    Note,
    /// A consequence to be weighed.
    Warning,
    /// Somebody or something is left hanging.
    Error,
}

impl Severity {
    /// Every severity, the least first.
    pub const ALL: [Severity; 3] = [Severity::Note, Severity::Warning, Severity::Error];

    /// The word for it in options and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// What a finding is about, in the order in which reports tell it, after the errors.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Rank {
    /// The file, where it cannot be trusted.
    File,
    /// Units closed, merged, split, renamed, moved.
    Units,
    /// Functions.
    Functions,
    /// Places.
    Places,
    /// Citizens.
    Citizens,
    /// Staff.
    People,
    /// Heads and spans.
    Leadership,
    /// Hearings, decisions, deadlines.
    Process,
    /// Costs and promises.
    Money,
    /// What is no longer named.
    Absent,
    /// What is new or untidy.
    New,
}

impl Rank {
    /// The word for it in JSON and in the keys of sentences.
    pub fn name(self) -> &'static str {
        match self {
            Rank::File => "file",
            Rank::Units => "units",
            Rank::Functions => "functions",
            Rank::Places => "places",
            Rank::Citizens => "citizens",
            Rank::People => "people",
            Rank::Leadership => "leadership",
            Rank::Process => "process",
            Rank::Money => "money",
            Rank::Absent => "absent",
            Rank::New => "new",
        }
    }
}

/// Which of the two charts.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// The organisation as it is.
    Base,
    /// The organisation as it is proposed, or the only chart.
    Revision,
}

/// What happened, that a finding follows from. Of the causes that apply to a fact, the first
/// in this order is its cause.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum CauseKind {
    /// A unit was closed.
    UnitClosed,
    /// Units were merged.
    UnitMerged,
    /// A unit was split.
    UnitSplit,
    /// A unit was renamed or has another id.
    UnitRenamed,
    /// A unit has another parent.
    UnitMoved,
    /// A unit has another site.
    UnitRelocated,
    /// A function became another, was merged, split or ended.
    FunctionLineage,
    /// Something went from one unit to another.
    Transfer,
    /// Something is no longer held by the unit that held it.
    Left,
    /// The thing itself; nothing else explains it.
    Itself,
}

impl CauseKind {
    /// The word for it in JSON and in fingerprints.
    pub fn name(self) -> &'static str {
        match self {
            CauseKind::UnitClosed => "unit-closed",
            CauseKind::UnitMerged => "unit-merged",
            CauseKind::UnitSplit => "unit-split",
            CauseKind::UnitRenamed => "unit-renamed",
            CauseKind::UnitMoved => "unit-moved",
            CauseKind::UnitRelocated => "unit-relocated",
            CauseKind::FunctionLineage => "function-lineage",
            CauseKind::Transfer => "transfer",
            CauseKind::Left => "left",
            CauseKind::Itself => "itself",
        }
    }
}

/// The one cause of a finding.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Cause {
    /// What happened.
    pub kind: CauseKind,
    /// To what: ids of the base where it has them, else of the revision.
    pub subjects: Vec<Subject>,
}

impl Cause {
    /// A cause of a kind.
    pub fn new(kind: CauseKind, subjects: impl IntoIterator<Item = Subject>) -> Self {
        Cause {
            kind,
            subjects: subjects.into_iter().collect(),
        }
    }

    /// The thing itself.
    pub fn itself(subject: Subject) -> Self {
        Cause::new(CauseKind::Itself, [subject])
    }
}

/// A value that a sentence is made with, and that JSON carries.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A text, as the chart or the file has it.
    Text(String),
    /// Texts, printed as a list.
    Texts(Vec<String>),
    /// Names, printed as a list in the order of the language.
    Names(Vec<String>),
    /// What somebody said, printed as a list in the quotation marks of the language.
    Quotes(Vec<String>),
    /// A whole number.
    Number(u64),
    /// A quantity.
    Quantity(Quantity),
    /// A percentage.
    Percent(Percent),
    /// Money, in a currency where the chart names one.
    Money(Quantity, Option<String>),
    /// A date.
    Date(DateSpan),
    /// A word a sentence chooses by, such as a kind of place.
    Word(&'static str),
    /// The program's own words, in each language.
    Either {
        /// Danish.
        da: &'static str,
        /// English.
        en: &'static str,
    },
    /// A thing of a chart, printed by its name.
    Thing(Side, Subject),
    /// Things of a chart, printed by their names in the order of the language.
    Things(Side, Vec<Subject>),
    /// Things of a chart whose order says something, printed by their names in that order.
    Row(Side, Vec<Subject>),
    /// Things with a quantity each, printed the most first, then in the order of the language.
    Amounts(Side, Vec<(Subject, Quantity)>),
    /// Things with a date each, printed the earliest first, then in the order of the language.
    Dates(Side, Vec<(Subject, DateSpan)>),
    /// Names with a date each, printed in the order of the language.
    DatedTexts(Vec<(String, DateSpan)>),
    /// A list cut short, printed as such: each of very many can have others of very many.
    Cut {
        /// What is left of the list.
        first: Box<Value>,
        /// How many others it had.
        others: usize,
    },
}

/// How many things a list keeps that is cut short.
pub const KEPT_OF_A_LIST: usize = 20;

impl Value {
    /// The first [few](KEPT_OF_A_LIST) of a list that has so many.
    pub fn first_of(mut list: Value, all: usize) -> Value {
        match &mut list {
            Value::Texts(list) | Value::Names(list) | Value::Quotes(list) => {
                list.truncate(KEPT_OF_A_LIST);
            }
            Value::Things(_, list) | Value::Row(_, list) => list.truncate(KEPT_OF_A_LIST),
            Value::Amounts(_, list) => list.truncate(KEPT_OF_A_LIST),
            Value::Dates(_, list) => list.truncate(KEPT_OF_A_LIST),
            Value::DatedTexts(list) => list.truncate(KEPT_OF_A_LIST),
            _ => {}
        }
        Value::Cut {
            others: all.saturating_sub(list.listed().unwrap_or(all)),
            first: Box::new(list),
        }
    }

    /// The things it names.
    pub fn things(&self) -> Vec<&Subject> {
        match self {
            Value::Thing(_, thing) => vec![thing],
            Value::Things(_, things) | Value::Row(_, things) => things.iter().collect(),
            Value::Amounts(_, amounts) => amounts.iter().map(|(thing, _)| thing).collect(),
            Value::Dates(_, dates) => dates.iter().map(|(thing, _)| thing).collect(),
            Value::Cut { first, .. } => first.things(),
            _ => Vec::new(),
        }
    }

    /// How many things it lists; none where it is no list.
    pub fn listed(&self) -> Option<usize> {
        match self {
            Value::Texts(list) | Value::Names(list) | Value::Quotes(list) => Some(list.len()),
            Value::Things(_, list) | Value::Row(_, list) => Some(list.len()),
            Value::Amounts(_, list) => Some(list.len()),
            Value::Dates(_, list) => Some(list.len()),
            Value::DatedTexts(list) => Some(list.len()),
            Value::Cut { first, others } => first.listed().map(|kept| kept + others),
            _ => None,
        }
    }
}

// As JSON has it: things by kind and id, quantities with both ends.
impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let json = |quantity: &Quantity| QuantityJson::from(*quantity);
        match self {
            Value::Text(text) => serializer.serialize_str(text),
            Value::Texts(texts) | Value::Names(texts) | Value::Quotes(texts) => {
                texts.serialize(serializer)
            }
            Value::Number(number) => serializer.serialize_u64(*number),
            Value::Quantity(quantity) | Value::Money(quantity, _) => {
                json(quantity).serialize(serializer)
            }
            Value::Percent(percent) => serializer.collect_str(percent),
            Value::Date(date) => serializer.collect_str(date),
            Value::Word(word) => serializer.serialize_str(word),
            Value::Either { en, .. } => serializer.serialize_str(en),
            Value::Thing(_, thing) => thing.serialize(serializer),
            Value::Things(_, things) | Value::Row(_, things) => things.serialize(serializer),
            Value::Amounts(_, amounts) => {
                serializer.collect_seq(amounts.iter().map(|(thing, amount)| Amounted {
                    thing,
                    amount: json(amount),
                }))
            }
            Value::DatedTexts(dates) => {
                let dates = dates.iter().map(|(text, date)| (text, date.to_string()));
                serializer.collect_seq(dates.map(|(text, date)| DatedText { text, date }))
            }
            Value::Dates(_, dates) => {
                let dates = dates.iter().map(|(thing, date)| (thing, date.to_string()));
                serializer.collect_seq(dates.map(|(thing, date)| Dated { thing, date }))
            }
            Value::Cut { first, others } => {
                let others = *others;
                CutShort { first, others }.serialize(serializer)
            }
        }
    }
}

#[derive(Serialize)]
struct Amounted<'v> {
    #[serde(flatten)]
    thing: &'v Subject,
    amount: QuantityJson,
}

#[derive(Serialize)]
struct Dated<'v> {
    #[serde(flatten)]
    thing: &'v Subject,
    date: String,
}

#[derive(Serialize)]
struct CutShort<'v> {
    first: &'v Value,
    others: usize,
}

#[derive(Serialize)]
struct DatedText<'v> {
    text: &'v str,
    date: String,
}

macro_rules! value_from {
    ($($from:ty => $variant:ident),*) => {$(
        impl From<$from> for Value {
            fn from(value: $from) -> Self {
                Value::$variant(value.into())
            }
        }
    )*};
}
value_from!(String => Text, &str => Text, Vec<String> => Texts, u64 => Number, u32 => Number,
            Quantity => Quantity, DateSpan => Date);

impl From<usize> for Value {
    fn from(value: usize) -> Self {
        Value::Number(value as u64)
    }
}

/// A thing that a finding is about, with how much of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// In which chart it has the id.
    pub side: Side,
    /// The thing.
    pub subject: Subject,
    /// What of it, where one thing can be a member twice: a site, a target group.
    pub part: String,
    /// How much: posts, usually; a finding of one chart that is also in the other, for no less,
    /// is not new.
    pub amount: Quantity,
}

/// Where a label stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum At {
    /// A field of an entity of one of the charts.
    Place(Side, Place),
    /// These bytes of one of the charts' files.
    Span(Side, Span),
}

/// A place in a file that a finding points at.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// Where.
    pub at: At,
    /// The key of its text among the rule's sentences.
    pub text: &'static str,
    /// Values for its text, before those of the finding.
    pub data: IndexMap<&'static str, Value>,
}

/// What a rule found.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The rule's name.
    pub rule: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// Whether it holds for every value the charts allow, or for some.
    pub certainty: Certainty,
    /// What it follows from.
    pub cause: Cause,
    /// What of the cause, where one cause has several findings of a rule: a key, a site.
    pub part: String,
    /// Everything it is about.
    pub members: Vec<Member>,
    /// The values its sentences are made with.
    pub data: IndexMap<&'static str, Value>,
    /// Where to look; the first is the finding's own place.
    pub labels: Vec<Label>,
    /// The key of its sentence.
    pub message: &'static str,
    /// The key of its help; empty for none.
    pub help: &'static str,
    /// Posts affected.
    pub posts: Option<Quantity>,
    /// Citizens affected.
    pub citizens: Option<Quantity>,
}

/// A short stable mark by which a finding, or a member of one, is known again.
#[derive(
    Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
pub struct Fingerprint(String);

impl Fingerprint {
    /// The mark of some words; the same words give the same mark in every version.
    pub fn of<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let mut hash = Sha256::new();
        for word in words {
            hash.update((word.len() as u64).to_le_bytes());
            hash.update(word);
        }
        let mut mark = String::with_capacity(16);
        for byte in hash.finalize().iter().take(8) {
            use fmt::Write as _;
            let _ = write!(mark, "{byte:02x}");
        }
        Fingerprint(mark)
    }

    /// The mark that is written so; none where no mark is.
    pub fn parse(text: &str) -> Option<Self> {
        let is_digit = |c: char| matches!(c, '0'..='9' | 'a'..='f');
        let is_mark = text.len() == 16 && text.chars().all(is_digit);
        is_mark.then(|| Fingerprint(text.to_owned()))
    }

    /// The mark.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Finding {
    /// rule + cause, with its subjects and part.
    pub fn fingerprint(&self) -> Fingerprint {
        let subjects: Vec<String> = self.cause.subjects.iter().map(Subject::to_string).collect();
        Fingerprint::of(
            [self.rule, self.cause.kind.name(), &self.part]
                .into_iter()
                .chain(subjects.iter().map(String::as_str)),
        )
    }
}

impl Member {
    /// rule + the member.
    pub fn fingerprint(&self, rule: &str) -> Fingerprint {
        Fingerprint::of([rule, self.subject.kind.name(), &self.subject.id, &self.part])
    }
}

/// Things in one order whatever order the files have: by kind, then id.
pub fn sorted(things: impl IntoIterator<Item = Subject>) -> Vec<Subject> {
    let mut things: Vec<Subject> = things.into_iter().collect();
    things.sort();
    things.dedup();
    things
}

impl Subject {
    /// A thing of a kind.
    pub fn new(kind: Kind, id: &str) -> Self {
        Subject {
            kind,
            id: id.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn things(ids: &[&str]) -> Vec<Subject> {
        ids.iter().map(|id| Subject::new(Kind::Unit, id)).collect()
    }

    fn named(value: &Value) -> Vec<&str> {
        value
            .things()
            .into_iter()
            .map(|thing| thing.id.as_str())
            .collect()
    }

    #[test]
    fn a_value_says_which_things_it_names_and_how_many_it_lists() {
        let day = || "2020-01-01".parse::<DateSpan>().unwrap();
        let one = things(&["a"])[0].clone();
        let two = || things(&["a", "b"]);
        let texts = || vec!["a".to_owned(), "b".to_owned()];
        let side = Side::Base;
        for (value, names, listed) in [
            (Value::Text("a".into()), vec![], None),
            (Value::Thing(side, one), vec!["a"], None),
            (Value::Things(side, two()), vec!["a", "b"], Some(2)),
            (Value::Row(side, two()), vec!["a", "b"], Some(2)),
            (
                Value::Amounts(
                    side,
                    two()
                        .into_iter()
                        .map(|thing| (thing, Quantity::ONE))
                        .collect(),
                ),
                vec!["a", "b"],
                Some(2),
            ),
            (
                Value::Dates(
                    side,
                    two().into_iter().map(|thing| (thing, day())).collect(),
                ),
                vec!["a", "b"],
                Some(2),
            ),
            (
                Value::DatedTexts(vec![("a".into(), day())]),
                vec![],
                Some(1),
            ),
            (Value::Texts(texts()), vec![], Some(2)),
            (Value::Names(texts()), vec![], Some(2)),
            (Value::Quotes(texts()), vec![], Some(2)),
            (
                Value::first_of(Value::Things(side, two()), 5),
                vec!["a", "b"],
                Some(5),
            ),
        ] {
            assert_eq!(
                (named(&value), value.listed()),
                (names, listed),
                "{value:?}"
            );
        }
    }

    #[test]
    fn of_a_long_list_the_first_are_kept_and_the_others_counted() {
        let day = "2020-01-01".parse::<DateSpan>().unwrap();
        let ids: Vec<String> = (0..30).map(|n| format!("u{n:02}")).collect();
        let subjects: Vec<Subject> = ids.iter().map(|id| Subject::new(Kind::Unit, id)).collect();
        let side = Side::Revision;
        for list in [
            Value::Texts(ids.clone()),
            Value::Names(ids.clone()),
            Value::Quotes(ids.clone()),
            Value::Things(side, subjects.clone()),
            Value::Row(side, subjects.clone()),
            Value::Amounts(
                side,
                subjects
                    .iter()
                    .map(|thing| (thing.clone(), Quantity::ONE))
                    .collect(),
            ),
            Value::Dates(
                side,
                subjects.iter().map(|thing| (thing.clone(), day)).collect(),
            ),
            Value::DatedTexts(ids.iter().map(|id| (id.clone(), day)).collect()),
        ] {
            let cut = Value::first_of(list, 30);
            let Value::Cut { first, others } = &cut else {
                panic!("{cut:?}")
            };
            assert_eq!(
                (first.listed(), *others, cut.listed()),
                (Some(KEPT_OF_A_LIST), 10, Some(30))
            );
        }
        // What is no list has nothing to cut.
        let Value::Cut { others, .. } = Value::first_of(Value::Number(7), 3) else {
            panic!()
        };
        assert_eq!(others, 0);
    }

    #[test]
    fn a_fingerprint_is_sixteen_digits_of_which_letters_are_small() {
        let mark = Fingerprint::of(["moved-unit", "team"]);
        assert_eq!(Fingerprint::parse(mark.as_str()), Some(mark));
        assert_ne!(Fingerprint::of(["ab", "c"]), Fingerprint::of(["a", "bc"]));
        for text in [
            "",
            "0123456789abcde",
            "0123456789abcdef0",
            "0123456789ABCDEF",
            "0123456789abcdeg",
        ] {
            assert_eq!(Fingerprint::parse(text), None, "{text}");
        }
    }

    #[test]
    fn words_of_causes_are_those_of_json() {
        let kinds = [
            CauseKind::UnitClosed,
            CauseKind::UnitMerged,
            CauseKind::UnitSplit,
            CauseKind::UnitRenamed,
            CauseKind::UnitMoved,
            CauseKind::UnitRelocated,
            CauseKind::FunctionLineage,
            CauseKind::Transfer,
            CauseKind::Left,
            CauseKind::Itself,
        ];
        for kind in kinds {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.name());
        }
    }
}
