//! Dates as far as they are known: a day, or a week, month, half-year or year as an interval.
//!
//! A coarse date stands for one day somewhere in its interval, and compares as a quantity does.
//! Nothing here reads the clock: today is what the caller says it is.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, ISOWeekDate, Weekday};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::expected::{Expected, from_text};
use crate::quantity::{Certainty, Quantity};

#[cfg(test)]
mod tests;

/// How exactly a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Precision {
    /// `2017-06-20`.
    Day,
    /// `2015-W49`, Monday to Sunday as in ISO 8601.
    Week,
    /// `2015-04`.
    Month,
    /// `2021-H1`, January to June, or `2021-H2`, July to December.
    HalfYear,
    /// `2021`.
    Year,
    /// `unknown`.
    Unknown,
}

/// A day as far as it is known: somewhere between two days, both included.
///
/// `==` asks whether two dates are written alike; two coarse dates that are may still stand for
/// different days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DateSpan {
    // An unknown date reaches from the first day there is to the last, so that comparisons need
    // no case of their own for it.
    first: Date,
    last: Date,
    precision: Precision,
}

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Not written in any of the forms.
    #[error(
        "a date is a day as `2017-06-20`, or `2015-W49`, `2015-04`, `2021-H1`, `2021`, `unknown`"
    )]
    Shape,
    /// Written as a date, of a day, week, month or half-year that no calendar has, or outside the
    /// years 1000 to 9999.
    #[error("there is no such date")]
    Impossible,
}

impl DateSpan {
    /// Nobody has said when.
    pub const UNKNOWN: DateSpan = DateSpan {
        first: Date::MIN,
        last: Date::MAX,
        precision: Precision::Unknown,
    };

    /// The first day it can be; `None` when it is unknown.
    pub fn first(self) -> Option<Date> {
        (!self.is_unknown()).then_some(self.first)
    }

    /// The last day it can be; `None` when it is unknown.
    pub fn last(self) -> Option<Date> {
        (!self.is_unknown()).then_some(self.last)
    }

    /// Whether it is `unknown`.
    pub fn is_unknown(self) -> bool {
        self.precision == Precision::Unknown
    }

    /// How exactly it is written.
    pub fn precision(self) -> Precision {
        self.precision
    }

    /// Whether it is earlier than the other.
    pub fn before(self, other: DateSpan) -> Option<Certainty> {
        Certainty::of(self.last < other.first, self.first < other.last)
    }

    /// Whether it is later than the other.
    pub fn after(self, other: DateSpan) -> Option<Certainty> {
        other.before(self)
    }

    /// Whether it is the other day or later.
    pub fn on_or_after(self, other: DateSpan) -> Option<Certainty> {
        Certainty::of(self.first >= other.last, self.last >= other.first)
    }

    /// Whether it is the other day or earlier.
    pub fn on_or_before(self, other: DateSpan) -> Option<Certainty> {
        other.on_or_after(self)
    }

    /// Whether two periods, each from one date to another with both days in it, share a day.
    pub fn periods_overlap(
        one: (DateSpan, DateSpan),
        other: (DateSpan, DateSpan),
    ) -> Option<Certainty> {
        // Nothing is less than possible, and that less than certain.
        one.0.on_or_before(other.1).min(other.0.on_or_before(one.1))
    }

    /// Whole days from this date to the other: a range when either is coarse, `unknown` when
    /// either is. Where the other can be the earlier one, the range starts at 0; where it must be,
    /// it is 0.
    pub fn days_until(self, other: DateSpan) -> Quantity {
        if self.is_unknown() || other.is_unknown() {
            return Quantity::UNKNOWN;
        }
        let days = |from: Date, to: Date| (to.duration_since(from).as_hours() / 24).max(0);
        let least = days(self.last, other.first);
        let most = days(self.first, other.last);
        // The calendar has too few days to reach the limit of a quantity.
        Quantity::from_hundredths(100 * least, Some(100 * most), false).unwrap_or(Quantity::UNKNOWN)
    }
}

impl From<Date> for DateSpan {
    /// A day, which is to be of the years 1000 to 9999 if it is ever to be written.
    fn from(day: Date) -> Self {
        DateSpan {
            first: day,
            last: day,
            precision: Precision::Day,
        }
    }
}

/// Reads a day such as `2017-06-20`, and no coarser date.
pub fn parse_day(text: &str) -> Option<Date> {
    let date: DateSpan = text.parse().ok()?;
    (date.precision == Precision::Day).then_some(date.first)
}

/// Reads a number of so many digits, no more and no fewer, and no sign.
fn digits(text: &str, count: usize) -> Option<i16> {
    (text.len() == count && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

/// A month or a day.
fn two_digits(text: &str) -> Option<i8> {
    digits(text, 2).and_then(|number| number.try_into().ok())
}

/// From the first day of a month to the last day of the same or another.
fn months(year: i16, from: i8, to: i8) -> Option<(Date, Date)> {
    let first = Date::new(year, from, 1).ok()?;
    let last = Date::new(year, to, 1).ok()?.last_of_month();
    Some((first, last))
}

/// Monday to Sunday; a week that ends after the last day there is counts as none.
fn week(year: i16, week: i8) -> Option<(Date, Date)> {
    let day = |weekday| Some(ISOWeekDate::new(year, week, weekday).ok()?.date());
    Some((day(Weekday::Monday)?, day(Weekday::Sunday)?))
}

impl FromStr for DateSpan {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let text = text.trim();
        if text == "unknown" {
            return Ok(DateSpan::UNKNOWN);
        }
        let mut parts = text.splitn(3, '-');
        let year = parts.next().and_then(|year| digits(year, 4));
        let year = year.ok_or(DateError::Shape)?;
        let (precision, days) = match (parts.next(), parts.next()) {
            (None, _) => (Precision::Year, months(year, 1, 12)),
            (Some(part), None) => {
                if let Some(number) = part.strip_prefix('W') {
                    let number = two_digits(number).ok_or(DateError::Shape)?;
                    (Precision::Week, week(year, number))
                } else if let Some(half) = part.strip_prefix('H') {
                    let days = match digits(half, 1).ok_or(DateError::Shape)? {
                        1 => months(year, 1, 6),
                        2 => months(year, 7, 12),
                        _ => None,
                    };
                    (Precision::HalfYear, days)
                } else {
                    let month = two_digits(part).ok_or(DateError::Shape)?;
                    (Precision::Month, months(year, month, month))
                }
            }
            (Some(month), Some(day)) => {
                let month = two_digits(month).ok_or(DateError::Shape)?;
                let day = two_digits(day).ok_or(DateError::Shape)?;
                let day = Date::new(year, month, day).ok();
                (Precision::Day, day.map(|day| (day, day)))
            }
        };
        match days {
            Some((first, last)) if year >= 1000 => Ok(DateSpan {
                first,
                last,
                precision,
            }),
            _ => Err(DateError::Impossible),
        }
    }
}

impl fmt::Display for DateSpan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let first = self.first;
        match self.precision {
            Precision::Day => write!(f, "{first}"),
            Precision::Week => {
                // The year of a week is not always that of its Monday.
                let week = first.iso_week_date();
                write!(f, "{:04}-W{:02}", week.year(), week.week())
            }
            Precision::Month => write!(f, "{:04}-{:02}", first.year(), first.month()),
            Precision::HalfYear => {
                let half = if first.month() == 1 { 1 } else { 2 };
                write!(f, "{:04}-H{half}", first.year())
            }
            Precision::Year => write!(f, "{:04}", first.year()),
            Precision::Unknown => f.write_str("unknown"),
        }
    }
}

impl Serialize for DateSpan {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for DateSpan {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        from_text(deserializer, Expected::Date, |text| text.parse().ok())
    }
}

/// What the reader takes, but for days and weeks that the calendar does not have.
const PATTERN: &str = r"^\s*(unknown|[1-9][0-9]{3}(-(W(0[1-9]|[1-4][0-9]|5[0-3])|H[12]|(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?))?)\s*$";

impl JsonSchema for DateSpan {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "DateSpan".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": ["string", "integer"],
            "minimum": 1000,
            "maximum": 9999,
            "pattern": PATTERN,
            "description": "A day, or coarser: `2017-06-20`, `2015-W49`, `2015-04`, `2021-H1`, `2021`, `unknown`."
        })
    }
}
