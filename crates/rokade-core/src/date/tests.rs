//! What a coarse date promises, tried against its days.

use jiff::ToSpan;
use jiff::civil::date;
use proptest::prelude::*;
use proptest::string::string_regex;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as ValueError, U64Deserializer};

use super::*;
use Certainty::{Certain, Possible};

fn d(text: &str) -> DateSpan {
    text.parse()
        .unwrap_or_else(|error| panic!("{text:?}: {error}"))
}

#[test]
fn every_form_is_read_and_printed() {
    for (text, precision, first, last) in [
        (
            "2017-06-20",
            Precision::Day,
            date(2017, 6, 20),
            date(2017, 6, 20),
        ),
        (
            "2015-W49",
            Precision::Week,
            date(2015, 11, 30),
            date(2015, 12, 6),
        ),
        (
            "2020-W53",
            Precision::Week,
            date(2020, 12, 28),
            date(2021, 1, 3),
        ),
        (
            "2020-W01",
            Precision::Week,
            date(2019, 12, 30),
            date(2020, 1, 5),
        ),
        (
            "2015-04",
            Precision::Month,
            date(2015, 4, 1),
            date(2015, 4, 30),
        ),
        (
            "2016-02",
            Precision::Month,
            date(2016, 2, 1),
            date(2016, 2, 29),
        ),
        (
            "2021-H1",
            Precision::HalfYear,
            date(2021, 1, 1),
            date(2021, 6, 30),
        ),
        (
            "2021-H2",
            Precision::HalfYear,
            date(2021, 7, 1),
            date(2021, 12, 31),
        ),
        (
            "2021",
            Precision::Year,
            date(2021, 1, 1),
            date(2021, 12, 31),
        ),
        (
            "9999",
            Precision::Year,
            date(9999, 1, 1),
            date(9999, 12, 31),
        ),
        (
            "1000-W01",
            Precision::Week,
            date(999, 12, 30),
            date(1000, 1, 5),
        ),
    ] {
        let read = d(text);
        assert_eq!(read.to_string(), text);
        assert_eq!(read.precision(), precision, "{text}");
        assert_eq!(
            (read.first(), read.last()),
            (Some(first), Some(last)),
            "{text}"
        );
        assert!(!read.is_unknown());
    }
    assert_eq!(d("unknown"), DateSpan::UNKNOWN);
    assert_eq!(DateSpan::UNKNOWN.to_string(), "unknown");
    assert_eq!((d("unknown").first(), d("unknown").last()), (None, None));
    assert_eq!(d(" 2021 "), d("2021"));
}

#[test]
fn what_is_no_date_is_refused_with_the_reason() {
    use DateError::{Impossible, Shape};
    for (text, error) in [
        ("2017-02-30", Impossible),
        ("2017-02-29", Impossible),
        ("2017-00-10", Impossible),
        ("2015-W54", Impossible),
        ("2015-W00", Impossible),
        // 2015 has 53 weeks, 2016 has 52.
        ("2016-W53", Impossible),
        ("2015-13", Impossible),
        ("2015-00", Impossible),
        ("2021-H3", Impossible),
        ("2021-H0", Impossible),
        ("0999", Impossible),
        ("0999-12-31", Impossible),
        // Ends two days after the calendar does.
        ("9999-W52", Impossible),
        ("", Shape),
        ("10000", Shape),
        ("999", Shape),
        ("2017-6-20", Shape),
        ("2017-06-2", Shape),
        ("2017/06/20", Shape),
        ("20-06-2017", Shape),
        ("2017-06-20T00", Shape),
        ("2017-06-20-01", Shape),
        ("2015-w49", Shape),
        ("2015-W4", Shape),
        ("2015-W049", Shape),
        ("2015-W49-1", Shape),
        ("2021-H", Shape),
        ("2021-Q1", Shape),
        ("2021-", Shape),
        ("-2021", Shape),
        ("+021", Shape),
        ("2021-+1", Shape),
        ("2015-é", Shape),
        ("Unknown", Shape),
    ] {
        assert_eq!(text.parse::<DateSpan>(), Err(error), "{text:?}");
    }
    assert!("2015-W53".parse::<DateSpan>().is_ok());
}

#[test]
fn only_a_day_is_a_day() {
    assert_eq!(parse_day("2017-06-20"), Some(date(2017, 6, 20)));
    for text in [
        "2017-06",
        "2017",
        "2017-W20",
        "2017-H1",
        "unknown",
        "2017-02-30",
        "",
    ] {
        assert_eq!(parse_day(text), None, "{text:?}");
    }
    assert_eq!(DateSpan::from(date(2017, 6, 20)), d("2017-06-20"));
}

#[test]
fn dates_compare_as_intervals() {
    for (one, other, before, on_or_after) in [
        ("2017-05-15", "2017-06-20", Some(Certain), None),
        ("2017-06-20", "2017-06-20", None, Some(Certain)),
        ("2017-06-21", "2017-06-20", None, Some(Certain)),
        ("2017-06", "2017-06-20", Some(Possible), Some(Possible)),
        ("2017-06", "2017-06-30", Some(Possible), Some(Possible)),
        ("2017-06-30", "2017-06", None, Some(Certain)),
        ("2017", "2017", Some(Possible), Some(Possible)),
        ("2016", "2017", Some(Certain), None),
        ("unknown", "2017", Some(Possible), Some(Possible)),
        ("unknown", "unknown", Some(Possible), Some(Possible)),
    ] {
        assert_eq!(d(one).before(d(other)), before, "{one} before {other}");
        assert_eq!(d(other).after(d(one)), before, "{other} after {one}");
        assert_eq!(
            d(one).on_or_after(d(other)),
            on_or_after,
            "{one} on or after {other}"
        );
        assert_eq!(
            d(other).on_or_before(d(one)),
            on_or_after,
            "{other} on or before {one}"
        );
    }
}

#[test]
fn periods_overlap_where_they_share_a_day() {
    for (one, other, overlap) in [
        (
            ("2017-04-01", "2017-05-15"),
            ("2017-05-15", "2017-06-01"),
            Some(Certain),
        ),
        (
            ("2017-04-01", "2017-05-14"),
            ("2017-05-15", "2017-06-01"),
            None,
        ),
        (
            ("2017-04-01", "2017-05"),
            ("2017-05-15", "2017-06-01"),
            Some(Possible),
        ),
        (
            ("2017-04-01", "unknown"),
            ("2017-05-15", "2017-06-01"),
            Some(Possible),
        ),
        (("2017-07", "2017-08"), ("2017-05-15", "2017-06-01"), None),
        (
            ("2017-01-01", "2017-12-31"),
            ("2017-05", "2017-06"),
            Some(Certain),
        ),
    ] {
        let period = |(from, to): (&str, &str)| (d(from), d(to));
        let (a, b) = (period(one), period(other));
        assert_eq!(
            DateSpan::periods_overlap(a, b),
            overlap,
            "{one:?} {other:?}"
        );
        assert_eq!(
            DateSpan::periods_overlap(b, a),
            overlap,
            "{other:?} {one:?}"
        );
    }
}

#[test]
fn days_between_are_a_quantity() {
    for (from, to, days) in [
        ("2017-04-01", "2017-05-15", "44"),
        ("2017-04-01", "2017-04-01", "0"),
        ("2017-04-02", "2017-04-01", "0"),
        ("2017-04-01", "2017-05", "30-60"),
        ("2017-04", "2017-05-01", "1-30"),
        ("2017-04", "2017-04", "0-29"),
        ("2016-02-28", "2016-03-01", "2"),
        ("unknown", "2017", "unknown"),
        ("2017", "unknown", "unknown"),
        ("1000-01-01", "9999-12-31", "3287181"),
    ] {
        assert_eq!(
            d(from).days_until(d(to)).to_string(),
            days,
            "{from} to {to}"
        );
    }
}

#[test]
fn a_date_is_text_in_files() {
    assert_eq!(
        serde_json::to_string(&d("2021")).ok().as_deref(),
        Some("\"2021\"")
    );
    assert_eq!(serde_json::from_str("\"2021\"").ok(), Some(d("2021")));
    // A bare year, from a format that tells numbers from text.
    let year: U64Deserializer<ValueError> = 2021u64.into_deserializer();
    assert_eq!(DateSpan::deserialize(year).ok(), Some(d("2021")));
    for json in ["true", "\"x\"", "\"21\"", "[2021]", "null"] {
        let error = serde_json::from_str::<DateSpan>(json).map_err(|error| error.to_string());
        assert!(error.is_err_and(|error| error.contains("date")), "{json}");
    }
}

fn any_day() -> impl Strategy<Value = Date> {
    // Near the end of a year as often as anywhere: there weeks and years part.
    let month = prop_oneof![Just(1i8), Just(12i8), 1..=12i8];
    (1000..=9998i16, month, 1..=31i8).prop_filter_map("a day of the calendar", |(y, m, day)| {
        Date::new(y, m, day).ok()
    })
}

/// The forms that hold a day, from the finest to the coarsest.
fn forms_of(day: Date) -> [DateSpan; 5] {
    let week = day.iso_week_date();
    let half = (day.month() + 5) / 6;
    [
        d(&format!("{day}")),
        d(&format!("{:04}-W{:02}", week.year(), week.week())),
        d(&format!("{:04}-{:02}", day.year(), day.month())),
        d(&format!("{:04}-H{half}", day.year())),
        d(&format!("{:04}", day.year())),
    ]
}

/// Any date there is to write, near enough to others for comparisons to differ.
fn any_date() -> impl Strategy<Value = DateSpan> {
    let day = (2014..=2016i16, 1..=12i8, 1..=31i8)
        .prop_filter_map("a day of the calendar", |(y, m, day)| {
            Date::new(y, m, day).ok()
        });
    (day, 0..6usize).prop_map(|(day, form)| {
        forms_of(day)
            .get(form)
            .copied()
            .unwrap_or(DateSpan::UNKNOWN)
    })
}

/// Some days of a date, its first and last among them; of an unknown one, some far apart.
fn days_of(span: DateSpan) -> Vec<Date> {
    let first = span.first().unwrap_or(date(1900, 1, 1));
    let last = span.last().unwrap_or(date(2100, 1, 1));
    let step = if span.is_unknown() { 4000 } else { 1 };
    let mut days: Vec<Date> = first
        .series(step.days())
        .take_while(|&day| day <= last)
        .collect();
    days.push(last);
    days
}

/// How surely something holds, found by trying every pair of days.
fn tried(a: DateSpan, b: DateSpan, relation: impl Fn(Date, Date) -> bool) -> Option<Certainty> {
    let (a, b) = (days_of(a), days_of(b));
    let count = a
        .iter()
        .map(|&x| b.iter().filter(|&&y| relation(x, y)).count())
        .sum::<usize>();
    Certainty::of(count == a.len() * b.len(), count > 0)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn what_is_printed_is_read_again(day in any_day()) {
        for span in forms_of(day) {
            prop_assert_eq!(span.to_string().parse(), Ok(span));
            let json = serde_json::to_value(span).map(serde_json::from_value::<DateSpan>);
            prop_assert!(json.is_ok_and(|read| read.is_ok_and(|read| read == span)));
        }
    }

    #[test]
    fn a_coarse_date_holds_its_days_and_its_neighbour_begins_after_it(day in any_day()) {
        for span in forms_of(day) {
            let (first, last) = (span.first().unwrap_or(Date::MAX), span.last().unwrap_or(Date::MIN));
            prop_assert!(first <= day && day <= last, "{} in {}", day, span);
            // Each of its days is of it, and the days beside it are of another such date.
            let same = |day: Date| forms_of(day).contains(&span);
            prop_assert!(same(first) && same(last), "{}", span);
            for outside in [first.yesterday(), last.tomorrow()].into_iter().flatten() {
                if (1000..=9998).contains(&outside.year()) {
                    prop_assert!(!same(outside), "{} in {}", outside, span);
                }
            }
        }
    }

    #[test]
    fn no_text_panics(text in any::<String>(), near in "[0-9]{3,5}[-WH0-9é ]{0,7}") {
        let _ = text.parse::<DateSpan>();
        let _ = parse_day(&text);
        if let Ok(read) = near.parse::<DateSpan>() {
            prop_assert_eq!(read.to_string(), near.trim());
        }
    }

    #[test]
    fn the_schema_takes_nothing_else(
        text in string_regex(PATTERN.trim_matches(['^', '$'])).expect("a pattern"),
    ) {
        prop_assert_ne!(text.parse::<DateSpan>(), Err(DateError::Shape));
    }

    #[test]
    fn comparisons_agree_with_every_day(a in any_date(), b in any_date()) {
        prop_assert_eq!(a.before(b), tried(a, b, |x, y| x < y));
        prop_assert_eq!(a.after(b), tried(a, b, |x, y| x > y));
        prop_assert_eq!(a.on_or_after(b), tried(a, b, |x, y| x >= y));
        prop_assert_eq!(a.on_or_before(b), tried(a, b, |x, y| x <= y));
    }

    #[test]
    fn days_between_hold_every_pair_of_days(a in any_date(), b in any_date()) {
        prop_assume!(!a.is_unknown() && !b.is_unknown());
        let between = a.days_until(b);
        let pairs = || {
            let others = days_of(b);
            days_of(a).into_iter().flat_map(move |x| {
                let days = |y: Date| i64::from((y - x).get_days()).max(0) * 100;
                others.iter().map(|&y| days(y)).collect::<Vec<_>>()
            })
        };
        prop_assert_eq!(pairs().min(), Some(between.low()));
        prop_assert_eq!(pairs().max(), between.high());
    }
}
