//! What a Danish planner most likely meant, in the words of the format.
//!
//! The format's words are English and its numbers and dates have few forms; this knows the
//! Danish words for them and the ways people write numbers and dates. It only suggests: what it
//! returns is always something the format takes in that place.

use rokade_core::date::DateSpan;
use rokade_core::expected::Expected;
use rokade_core::fault::Expectation;
use rokade_core::quantity::Quantity;

/// Danish words with the format's; one Danish word may have several, each in its own place.
const WORDS: &[(&str, &str)] = &[
    ("andre", "external"),
    ("ansættelse", "recruitment"),
    ("afklaring", "clarification"),
    ("beslutning", "decision"),
    ("bestyrelse", "board"),
    ("borger", "citizen"),
    ("borgere", "citizen"),
    ("borgerrettet", "citizen"),
    ("byråd", "council"),
    ("dag", "day"),
    ("daglig", "daily"),
    ("dagligt", "daily"),
    ("dansk", "da"),
    ("drøftelse", "discussion"),
    ("ekstern", "external"),
    ("eksternt", "external"),
    ("engelsk", "en"),
    ("evaluering", "evaluation"),
    ("fagforening", "union"),
    ("flytning", "move"),
    ("forberedelse", "preparation"),
    ("hoved-med", "main_med"),
    ("hovedmed", "main_med"),
    ("høring", "hearing"),
    ("indsigelse", "objection"),
    ("indvending", "objection"),
    ("modforslag", "counter-proposal"),
    ("anmodning", "request"),
    ("ønske", "request"),
    ("spørgsmål", "question"),
    ("ikke afgjort", "undecided"),
    ("ikke afklaret", "undecided"),
    ("ikke besat", "vacant"),
    ("ikke besluttet", "undecided"),
    ("ikke kendt", "unknown"),
    ("ikke opgjort", "unknown"),
    ("ingen", "none"),
    ("intern", "support"),
    ("kommunalbestyrelse", "council"),
    ("ledelse", "management"),
    ("leder", "head"),
    ("lederen", "head"),
    ("ledig", "vacant"),
    ("lmu", "local_med"),
    ("lokal-med", "local_med"),
    ("lokalmed", "local_med"),
    ("lov", "law"),
    ("medarbejdere", "performers"),
    ("medarbejderne", "performers"),
    ("mål", "goal"),
    ("måned", "month"),
    ("månedlig", "monthly"),
    ("månedligt", "monthly"),
    ("orientering", "information"),
    ("parti", "party"),
    ("personalemøde", "staff_meeting"),
    ("princip", "principle"),
    ("præcedens", "precedent"),
    ("rekruttering", "recruitment"),
    ("risiko", "risk"),
    ("sektor-med", "sector_med"),
    ("sektormed", "sector_med"),
    ("støtte", "support"),
    ("støttefunktion", "support"),
    ("tal", "figure"),
    ("uafgjort", "undecided"),
    ("uafklaret", "undecided"),
    ("ubekendt", "unknown"),
    ("ubesat", "vacant"),
    ("ubestemt", "undecided"),
    ("udvalg", "committee"),
    ("uge", "week"),
    ("ugentlig", "weekly"),
    ("ugentligt", "weekly"),
    ("ukendt", "unknown"),
    ("uvist", "unknown"),
    ("vakant", "vacant"),
    ("år", "year"),
    ("?", "unknown"),
];

/// Words that say what is counted and change no number.
const COUNTED: &[&str] = &[
    "stk",
    "stilling",
    "stillinger",
    "personer",
    "medarbejdere",
    "årsværk",
    "sager",
    "borgere",
    "pladser",
    "minutter",
    "min",
    "kr",
    "dkk",
    "posts",
    "people",
    "staff",
    "cases",
    "citizens",
];

const MONTHS: [(&str, &str); 12] = [
    ("januar", "january"),
    ("februar", "february"),
    ("marts", "march"),
    ("april", "april"),
    ("maj", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("august", "august"),
    ("september", "september"),
    ("oktober", "october"),
    ("november", "november"),
    ("december", "december"),
];

/// The one of the format's `words` that a Danish one stands for.
pub(super) fn word(written: &str, words: &[&str]) -> Option<&'static str> {
    let written = written.trim().to_lowercase();
    let meant = WORDS.iter().filter(|(danish, _)| *danish == written);
    meant
        .map(|(_, word)| *word)
        .find(|word| words.contains(word))
}

/// What was meant where something was expected.
pub(super) fn value(written: &str, expected: &Expectation) -> Option<String> {
    let shape = match expected {
        Expectation::OneOf(words) => return word(written, words).map(str::to_owned),
        Expectation::Shape(shape) => *shape,
    };
    let words: &[&str] = match shape {
        Expected::Quantity | Expected::Amount | Expected::Date => &["unknown"],
        Expected::Head => &["vacant", "none"],
        Expected::UnitOrUndecided | Expected::SiteOrUndecided | Expected::Responsible => {
            &["undecided"]
        }
        Expected::DecidedBy => &["performers", "head"],
        Expected::Language => &["da", "en"],
        _ => &[],
    };
    if let Some(word) = word(written, words) {
        return Some(word.to_owned());
    }
    match shape {
        Expected::Quantity | Expected::Amount => quantity(written),
        Expected::Date => date(written),
        _ => None,
    }
}

/// A quantity as the format writes it.
fn quantity(written: &str) -> Option<String> {
    let mut text = format!(" {} ", written.trim().to_lowercase());
    for (from, to) in [
        ("—", "-"),
        ("−", "-"),
        (" til ", "-"),
        (" to ", "-"),
        (" cirka ", " ca. "),
        (" omkring ", " ca. "),
        (" about ", " ca. "),
        (" ~", " ca. "),
        ("kr. ", " "),
    ] {
        text = text.replace(from, to);
    }
    let mut text = text.trim();
    for (from, to) in [("mindst ", "+"), ("at least ", "+")] {
        if let Some(rest) = text.strip_prefix(from) {
            return quantity_of(rest)
                .filter(|q| q.is_exact())
                .map(|q| format!("{q}{to}"));
        }
    }
    let last = text
        .rsplit([' ', '.'])
        .find(|part| !part.is_empty())
        .unwrap_or(text);
    if COUNTED.contains(&last) {
        text = text
            .trim_end_matches('.')
            .strip_suffix(last)
            .unwrap_or(text)
            .trim_end();
    }
    quantity_of(text).map(|quantity| quantity.to_string())
}

/// Reads a quantity in which thousands may be set apart.
fn quantity_of(text: &str) -> Option<Quantity> {
    let (prefix, number) = match text.find(|c: char| c.is_ascii_digit()) {
        Some(at) => text.split_at(at),
        None => return None,
    };
    let ends: Option<Vec<String>> = number.split(['-', '–']).map(joined_thousands).collect();
    format!("{prefix}{}", ends?.join("-")).parse().ok()
}

/// A number without what sets its thousands apart.
fn joined_thousands(number: &str) -> Option<String> {
    let number = number.trim();
    let parts: Vec<&str> = number.split(['.', ' ', '\u{a0}', '\'']).collect();
    if let [whole, thousands @ ..] = &parts[..]
        && !thousands.is_empty()
        && (1..=3).contains(&whole.len())
        && !whole.starts_with('0')
        && thousands
            .iter()
            .all(|part| part.split(',').next().is_some_and(|p| p.len() == 3))
    {
        return Some(parts.concat());
    }
    (!number.is_empty()).then(|| number.to_owned())
}

/// A date as the format writes it.
fn date(written: &str) -> Option<String> {
    let lower = written.to_lowercase();
    let parts: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty() && !["den", "d"].contains(part))
        .collect();
    let month = |part: &str| {
        let named = |(da, en): &(&str, &str)| {
            [da, en]
                .iter()
                .any(|name| **name == part || (part.len() == 3 && name.starts_with(part)))
        };
        MONTHS.iter().position(named).map(|i| i + 1)
    };
    let number = |part: &str| part.parse::<u16>().ok();
    // What is no year here is none when it is read as a date.
    let text = match &parts[..] {
        ["uge" | "week", week, year] | [year, "uge" | "week", week] => {
            format!("{year}-W{:02}", number(week)?)
        }
        [half, "halvår", year] => format!("{year}-H{}", number(half)?),
        [year, month, day] if year.len() == 4 && number(year).is_some() => {
            format!("{year}-{:02}-{:02}", number(month)?, number(day)?)
        }
        [day, named, year] => {
            let month = month(named).or_else(|| number(named).map(usize::from))?;
            format!("{year}-{month:02}-{:02}", number(day)?)
        }
        [named, year] => {
            let month = month(named).or_else(|| number(named).map(usize::from))?;
            format!("{year}-{month:02}")
        }
        _ => return None,
    };
    text.parse::<DateSpan>().ok().map(|date| date.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn danish_words_are_the_formats_where_they_fit() {
        let shape = |written, expected| value(written, &Expectation::Shape(expected));
        assert_eq!(
            shape("Ukendt", Expected::Quantity).as_deref(),
            Some("unknown")
        );
        assert_eq!(
            shape("Ikke besat", Expected::Head).as_deref(),
            Some("vacant")
        );
        assert_eq!(shape("Ikke besat", Expected::Quantity), None);
        assert_eq!(shape("Dansk", Expected::Language).as_deref(), Some("da"));
        assert_eq!(shape("Dansk", Expected::Head), None);
        let undecided = [
            Expected::UnitOrUndecided,
            Expected::SiteOrUndecided,
            Expected::Responsible,
        ];
        for expected in undecided {
            let meant = shape("Ikke afklaret", expected);
            assert_eq!(meant.as_deref(), Some("undecided"));
        }
        assert_eq!(
            shape("Lederen", Expected::DecidedBy).as_deref(),
            Some("head")
        );
        assert_eq!(shape("Lederen", Expected::Head), None);
        assert_eq!(
            shape("cirka 10", Expected::Amount).as_deref(),
            Some("ca. 10")
        );
        assert_eq!(shape("cirka 10", Expected::Date), None);
        assert_eq!(
            shape("okt 2017", Expected::Date).as_deref(),
            Some("2017-10")
        );
        assert_eq!(shape("okt 2017", Expected::Quantity), None);
        assert_eq!(word("Støtte", &["citizen", "support"]), Some("support"));
        assert_eq!(word("støtte", &["daily", "weekly"]), None);
    }

    #[test]
    fn quantities_are_mended() {
        for (written, meant) in [
            ("30 til 35", Some("30-35")),
            ("cirka 10", Some("ca. 10")),
            ("~10", Some("ca. 10")),
            ("1.000", Some("1000")),
            ("kr. 1.250.000", Some("1250000")),
            ("42 000 000", Some("42000000")),
            ("6 stillinger", Some("6")),
            ("ca. 6 stk.", Some("ca. 6")),
            ("mindst 6", Some("6+")),
            ("1.000-1.200", Some("1000-1200")),
            // What the word does to the number is not known here.
            ("42 mio.", None),
            ("mange", None),
            ("50 %", None),
            ("", None),
            ("-", None),
            ("3-", None),
        ] {
            assert_eq!(quantity(written).as_deref(), meant, "{written}");
        }
    }

    #[test]
    fn dates_are_mended() {
        for (written, meant) in [
            ("20-06-2017", Some("2017-06-20")),
            ("1.10.2017", Some("2017-10-01")),
            ("1/10 2017", Some("2017-10-01")),
            ("den 1. oktober 2017", Some("2017-10-01")),
            ("okt 2017", Some("2017-10")),
            ("2017-6-1", Some("2017-06-01")),
            ("uge 49, 2015", Some("2015-W49")),
            ("1. halvår 2021", Some("2021-H1")),
            ("2015 uge 49", Some("2015-W49")),
            ("1 halvår 21", None),
            ("uge 49, 15", None),
            ("15, uge 49", None),
            ("oktober 17", None),
            ("2017 oktober 1", None),
            ("31-02-2017", None),
            ("snart", None),
            ("1-2-17", None),
        ] {
            assert_eq!(date(written).as_deref(), meant, "{written}");
        }
    }
}
