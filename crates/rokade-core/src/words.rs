//! Sentences in Danish and English, by Fluent.
//!
//! Only the language in use and only the texts that are asked for are parsed. What a value
//! looks like in each language is decided here: decimals, ranges, lists of names.

use std::borrow::Cow;
use std::cmp::{Ordering, Reverse};

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use indexmap::IndexMap;
use intl_memoizer::IntlLangMemoizer;
use unic_langid::{LanguageIdentifier, langid};

use crate::chart::Chart;
use crate::date::{DateSpan, Precision};
use crate::entry::Language;
use crate::finding::{Side, Value};
use crate::ids::Subject;
use crate::quantity::{Percent, Quantity};

mod collate;
mod money;
#[cfg(test)]
mod tests;

pub use collate::by_name;
pub use money::{currency_name, with_currency};

const MONTHS_DA: [&str; 12] = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// How many names a sentence tells before it counts the rest.
pub const NAMES_IN_A_SENTENCE: usize = 4;

/// What a group is said to be that is too small for its number to be told, in both languages.
pub const SMALL_GROUP: &str = "under 5";

/// Sentences of one source, in one language.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
}

/// A sentence that cannot be made: a fault of the program, not of a chart.
#[derive(Debug, thiserror::Error)]
pub enum WordsError {
    /// The text is no Fluent.
    #[error("the sentences cannot be parsed: {0}")]
    Parse(String),
    /// A key that the text does not have.
    #[error("there is no sentence `{0}`")]
    NoSuchSentence(String),
    /// A value that the sentence wants and was not given, or the like.
    #[error("the sentence `{0}` cannot be made: {1}")]
    Format(String, String),
}

impl Words {
    /// Parses sentences.
    ///
    /// # Errors
    /// When the text is no Fluent.
    pub fn new(language: Language, text: &str) -> Result<Self, WordsError> {
        let id: LanguageIdentifier = match language {
            Language::Da => langid!("da"),
            Language::En => langid!("en"),
        };
        let resource = FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| {
            let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
            WordsError::Parse(errors.join("; "))
        })?;
        let mut bundle = FluentBundle::new(vec![id]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::Da => format_danish,
            Language::En => format_english,
        }));
        bundle
            .add_resource(resource)
            .map_err(|errors| WordsError::Parse(format!("{errors:?}")))?;
        Ok(Words { bundle })
    }

    /// Whether there is such a sentence.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// Makes a sentence.
    ///
    /// # Errors
    /// When there is no such sentence, or a value it wants is missing.
    pub fn format(&self, key: &str, args: &FluentArgs<'_>) -> Result<String, WordsError> {
        let pattern = self
            .bundle
            .get_message(key)
            .and_then(|message| message.value())
            .ok_or_else(|| WordsError::NoSuchSentence(key.to_owned()))?;
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(args), &mut errors);
        match errors.first() {
            None => Ok(text.into_owned()),
            Some(error) => Err(WordsError::Format(key.to_owned(), error.to_string())),
        }
    }

    /// Makes a sentence of plain values.
    ///
    /// # Errors
    /// See [`Words::format`].
    pub fn say(&self, key: &str, values: &[(&'static str, Value)]) -> Result<String, WordsError> {
        let speaker = Speaker {
            language: self.language(),
            base: None,
            revision: None,
            all_names: false,
        };
        let values: IndexMap<&'static str, Value> = values.iter().cloned().collect();
        self.format(key, &speaker.args([&values]))
    }

    fn language(&self) -> Language {
        match self
            .bundle
            .locales
            .first()
            .map(|locale| locale.language.as_str())
        {
            Some("da") => Language::Da,
            _ => Language::En,
        }
    }
}

fn format_danish(value: &FluentValue<'_>, _: &IntlLangMemoizer) -> Option<String> {
    format_number(value, ',', ".")
}

fn format_english(value: &FluentValue<'_>, _: &IntlLangMemoizer) -> Option<String> {
    format_number(value, '.', ",")
}

fn format_number(value: &FluentValue<'_>, decimal: char, thousands: &str) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let text = number.as_string().into_owned();
    let quantity: Quantity = text.parse().ok()?;
    Some(quantity.localized(decimal, "", "", thousands))
}

/// Turns values into what Fluent takes: names of things, quantities, lists.
pub struct Speaker<'c> {
    /// The language.
    pub language: Language,
    /// The chart that has the names of the base's things.
    pub base: Option<&'c Chart>,
    /// The chart that has the names of the revision's things.
    pub revision: Option<&'c Chart>,
    /// Whether lists of names are told in full.
    pub all_names: bool,
}

impl Speaker<'_> {
    /// The arguments of a sentence; the first map that has a key wins. Lists bring their length
    /// under `<key>_count`, and quantities bring how they stand at the start of a sentence
    /// (`Ca. 30–35`) under `<key>_start`.
    pub fn args<'v>(
        &self,
        values: impl IntoIterator<Item = &'v IndexMap<&'static str, Value>>,
    ) -> FluentArgs<'static> {
        let mut args = FluentArgs::new();
        for values in values {
            for (key, value) in values {
                if args.get(*key).is_some() {
                    continue;
                }
                if let Some(count) = value.listed() {
                    args.set(format!("{key}_count"), count as u64);
                }
                if let Value::Quantity(_) = value {
                    args.set(format!("{key}_start"), at_start(self.value(value)));
                }
                args.set(*key, self.value(value));
            }
        }
        args
    }

    /// The arguments of a sentence with values of its own, which win, beside those of others. Of
    /// these nothing is worded again, for they can be long lists.
    pub fn args_beside<'v>(
        &self,
        own: &IndexMap<&'static str, Value>,
        others: &'v FluentArgs<'static>,
    ) -> FluentArgs<'v> {
        let mut args: FluentArgs<'v> = self.args([own]);
        for (key, value) in others.iter() {
            if args.get(key).is_none() {
                args.set(key.to_owned(), value.clone());
            }
        }
        args
    }

    /// A value as Fluent takes it: exact numbers stay numbers, so that plurals work.
    pub fn value(&self, value: &Value) -> FluentValue<'static> {
        self.value_beside(value, 0)
    }

    /// A value; of a list, with so many others that it does not name.
    fn value_beside(&self, value: &Value, others: usize) -> FluentValue<'static> {
        match value {
            Value::Cut { first, others } => self.value_beside(first, *others),
            Value::Number(number) => FluentValue::from(*number),
            Value::Quantity(quantity) => match quantity.as_integer() {
                Some(number) => FluentValue::from(number),
                None => text(self.quantity(*quantity)),
            },
            Value::Text(string) => text(string.trim().to_owned()),
            Value::Percent(percent) => text(self.percent(*percent)),
            Value::Money(quantity, currency) => text(self.money(*quantity, currency.as_deref())),
            Value::Date(date) => text(self.date(*date)),
            Value::Word(word) => text((*word).to_owned()),
            Value::Either { da, en } => text(match self.language {
                Language::Da => (*da).to_owned(),
                Language::En => (*en).to_owned(),
            }),
            Value::Thing(side, thing) => text(self.name(*side, thing)),
            Value::Texts(list) => text(self.list_beside(list.clone(), others)),
            Value::Quotes(list) => {
                let said = list.iter().map(|said| self.quoted(said.trim()));
                text(self.list_beside(said.collect(), others))
            }
            Value::Names(names) => text(self.first_told(
                names.iter().collect(),
                others,
                |a: &&String, b| by_name(self.language, a, b),
                |name| (*name).clone(),
            )),
            Value::Things(side, things) => {
                let named = |thing| (self.named(*side, thing), thing);
                text(self.first_told(
                    things.iter().map(named).collect(),
                    others,
                    |(a, one), (b, other)| by_name(self.language, a, b).then(one.cmp(other)),
                    |(name, _)| (*name).to_owned(),
                ))
            }
            Value::Row(side, things) => {
                let names = things.iter().map(|thing| self.name(*side, thing));
                text(self.list_beside(names.collect(), others))
            }
            Value::Amounts(side, amounts) => text(self.told_with(
                *side,
                amounts,
                others,
                |amount| Reverse((amount.low(), amount.high().unwrap_or(i64::MAX))),
                |amount| self.amount(amount),
            )),
            Value::Dates(side, dates) => text(self.told_with(
                *side,
                dates,
                others,
                |date| (date.is_unknown(), date.first(), date.last()),
                |date| self.date(date),
            )),
            Value::DatedTexts(dates) => {
                let mut dates: Vec<&(String, DateSpan)> = dates.iter().collect();
                dates.sort_by(|(a, _), (b, _)| by_name(self.language, a, b));
                let named = dates
                    .iter()
                    .map(|(name, date)| format!("{name} ({})", self.date(*date)));
                text(self.list_beside(named.collect(), others))
            }
        }
    }

    /// Things with something of each, in the order of that, and of their names where it is the same.
    fn told_with<T: Copy, O: Ord>(
        &self,
        side: Side,
        things: &[(Subject, T)],
        others: usize,
        order: impl Fn(T) -> O,
        tell: impl Fn(T) -> String,
    ) -> String {
        let things = things.iter();
        let named = things.map(|(thing, of)| (order(*of), self.named(side, thing), thing, *of));
        self.first_told(
            named.collect(),
            others,
            |(order, name, thing, _), (other_order, other_name, other, _)| {
                let by_name = || by_name(self.language, name, other_name);
                order
                    .cmp(other_order)
                    .then_with(by_name)
                    .then_with(|| thing.cmp(other))
            },
            |(_, name, _, of)| format!("{name} ({})", tell(*of)),
        )
    }

    /// A list of things in an order, of which only those that are told are sought out and worded:
    /// there may be a million of them. `others` are beside them.
    fn first_told<T>(
        &self,
        mut items: Vec<T>,
        others: usize,
        order: impl Fn(&T, &T) -> Ordering,
        tell: impl Fn(&T) -> String,
    ) -> String {
        let all = items.len() + others;
        if items.len() > NAMES_IN_A_SENTENCE && !self.all_names {
            items.select_nth_unstable_by(NAMES_IN_A_SENTENCE - 1, &order);
            items.truncate(NAMES_IN_A_SENTENCE);
        }
        items.sort_by(&order);
        let told: Vec<String> = items.iter().map(tell).collect();
        self.row(&told, all)
    }

    /// A date as people write it, as exactly as it is known: `20. juni 2017`, `uge 49 i 2015`.
    #[expect(clippy::indexing_slicing, reason = "months are counted from 1 to 12")]
    pub fn date(&self, date: DateSpan) -> String {
        let Some(first) = date.first() else {
            return match self.language {
                Language::Da => "ukendt dato".to_owned(),
                Language::En => "date unknown".to_owned(),
            };
        };
        let (year, day) = (first.year(), first.day());
        let months = match self.language {
            Language::Da => MONTHS_DA,
            Language::En => MONTHS_EN,
        };
        let month = months[usize::from(first.month().unsigned_abs()) - 1];
        let half = if first.month() == 1 { 1 } else { 2 };
        let week = first.iso_week_date();
        match (date.precision(), self.language) {
            (Precision::Day, Language::Da) => format!("{day}. {month} {year}"),
            (Precision::Day, Language::En) => format!("{day} {month} {year}"),
            // The year of a week is not always that of its Monday.
            (Precision::Week, Language::Da) => format!("uge {} i {}", week.week(), week.year()),
            (Precision::Week, Language::En) => format!("week {} of {}", week.week(), week.year()),
            (Precision::Month, _) => format!("{month} {year}"),
            (Precision::HalfYear, Language::Da) => format!("{half}. halvår {year}"),
            (Precision::HalfYear, Language::En) if half == 1 => format!("first half of {year}"),
            (Precision::HalfYear, Language::En) => format!("second half of {year}"),
            (Precision::Year | Precision::Unknown, _) => year.to_string(),
        }
    }

    /// A quantity as people write it: `ca. 30–35`, `ukendt`; of charts that hide small groups,
    /// what a small group is said to be is `under 5`.
    pub fn quantity(&self, quantity: Quantity) -> String {
        let charts = [self.base, self.revision];
        let mut charts = charts.into_iter().flatten();
        if charts.any(|chart| chart.entries().hides_small_groups) && quantity.is_small_group() {
            return SMALL_GROUP.to_owned();
        }
        self.written(quantity)
    }

    /// A quantity as the language writes it, be it small or not.
    fn written(&self, quantity: Quantity) -> String {
        match self.language {
            Language::Da => quantity.localized(',', "et ukendt antal", "mindst", "."),
            Language::En => quantity.localized('.', "an unknown number of", "at least", ","),
        }
    }

    /// A percentage: `10 %` in Danish, held together by a blank that does not break, and `10%` in
    /// English.
    pub fn percent(&self, percent: Percent) -> String {
        let number = self.quantity(percent.number());
        match self.language {
            Language::Da => format!("{number}\u{a0}%"),
            Language::En => format!("{number}%"),
        }
    }

    /// An amount of money: `1.000.000 kr.` in Danish, `DKK 1,000,000` in English.
    pub fn money(&self, quantity: Quantity, currency: Option<&str>) -> String {
        let number = match self.language {
            Language::Da if quantity.is_unknown() => return "et ukendt beløb".to_owned(),
            Language::En if quantity.is_unknown() => return "an unknown amount".to_owned(),
            _ => self.quantity(quantity),
        };
        match currency {
            Some(currency) => with_currency(self.language, &number, currency),
            None => number,
        }
    }

    /// A quantity that stands alone, as in brackets after a name.
    fn amount(&self, quantity: Quantity) -> String {
        match self.language {
            Language::Da if quantity.is_unknown() => "antal ukendt".to_owned(),
            Language::En if quantity.is_unknown() => "number unknown".to_owned(),
            _ => self.quantity(quantity),
        }
    }

    /// The name of a thing.
    pub fn name(&self, side: Side, thing: &Subject) -> String {
        match (thing.event_number(), self.language) {
            (Some(number), Language::Da) => format!("Ændring nr. {number}"),
            (Some(number), Language::En) => format!("Event no. {number}"),
            (None, _) => self.named(side, thing).to_owned(),
        }
    }

    fn named<'t>(&'t self, side: Side, thing: &'t Subject) -> &'t str {
        let chart = match side {
            Side::Base => self.base.or(self.revision),
            Side::Revision => self.revision.or(self.base),
        };
        chart.map_or(thing.id.as_str(), |chart| chart.name_of(thing))
    }

    /// What somebody said, in the quotation marks of the language.
    pub fn quoted(&self, said: &str) -> String {
        match self.language {
            Language::Da => format!("»{said}«"),
            Language::En => format!("“{said}”"),
        }
    }

    /// `a, b og c`; beyond a few, `a, b, c, d +2`.
    pub fn list(&self, items: Vec<String>) -> String {
        self.list_beside(items, 0)
    }

    fn list_beside(&self, mut items: Vec<String>, others: usize) -> String {
        let all = items.len() + others;
        if items.len() > NAMES_IN_A_SENTENCE && !self.all_names {
            items.truncate(NAMES_IN_A_SENTENCE);
        }
        self.row(&items, all)
    }

    /// The first of so many.
    fn row(&self, items: &[String], all: usize) -> String {
        let more = all - items.len();
        if more > 0 {
            let more = self.written(Quantity::exact(more as u32));
            return format!("{} +{more}", items.join(", "));
        }
        let and = match self.language {
            Language::Da => "og",
            Language::En => "and",
        };
        match items.split_last() {
            None => String::new(),
            Some((only, [])) => only.clone(),
            Some((last, rest)) => format!("{} {and} {last}", rest.join(", ")),
        }
    }
}

/// A value as it stands at the start of a sentence.
fn at_start(value: FluentValue<'static>) -> FluentValue<'static> {
    match value {
        FluentValue::String(string) => text(capitalized(&string)),
        number => number,
    }
}

/// A text with a capital first letter.
fn capitalized(string: &str) -> String {
    let mut letters = string.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

fn text(string: String) -> FluentValue<'static> {
    FluentValue::String(Cow::Owned(string))
}
