//! Quantities as text and as JSON, both ways.
//!
//! One text form is canonical and is what [`Display`](fmt::Display) prints; the reader takes some
//! more that people write. The words of a language are the caller's.

use std::fmt::{self, Write as _};
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Number;

use super::{HUNDRED, LIMIT, Quantity};
use crate::expected::{Expected, from_text};

/// Why a text is no quantity, percentage or amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum QuantityError {
    /// There is nothing in it.
    #[error("a quantity cannot be empty")]
    Empty,
    /// Nothing in a chart is less than nothing.
    #[error("a quantity cannot be negative")]
    Negative,
    /// More than two decimals, or a separator of thousands: `1.000` could be either.
    #[error("a quantity has at most two decimals, and no separator of thousands")]
    TooPrecise,
    /// `35-30`.
    #[error("a range goes from the lower to the higher end")]
    Reversed,
    /// More than 10^12.
    #[error("a quantity is at most 1000000000000")]
    TooLarge,
    /// A percentage where there is nothing to take it of.
    #[error("a percentage cannot stand here")]
    Percent,
    /// Anything else.
    #[error("a quantity is a number, a range, `ca.` before either, or `unknown`")]
    Shape,
}

impl Quantity {
    /// As text for people: `ca. 30–35`, `0,5`, `mindst 6`, `12.000`.
    ///
    /// `decimal` is the decimal sign, `unknown` and `at_least` the words in the reader's language,
    /// `thousands` what separates thousands in numbers from ten thousand up.
    pub fn localized(
        self,
        decimal: char,
        unknown: &str,
        at_least: &str,
        thousands: &str,
    ) -> String {
        if self.is_unknown() {
            return unknown.to_owned();
        }
        let mut text = String::new();
        if self.high().is_none() {
            text.push_str(at_least);
            text.push(' ');
        }
        if self.is_approximate() {
            text.push_str("ca. ");
        }
        let mut ends = vec![self.low()];
        ends.extend(self.high().filter(|&high| high != self.low()));
        for (i, end) in ends.into_iter().enumerate() {
            if i > 0 {
                text.push('–');
            }
            // A `String` takes all that is written to it.
            let _ = write_number(&mut text, end, decimal, thousands);
        }
        text
    }

    /// As JSON: `{min, max or null, approximate}`.
    pub fn to_json(self) -> serde_json::Value {
        let json = QuantityJson::from(self);
        serde_json::json!({ "min": json.min, "max": json.max, "approximate": json.approximate })
    }
}

/// Writes hundredths as a number without needless decimals; numbers of four digits stay whole.
pub(super) fn write_number(
    out: &mut impl fmt::Write,
    hundredths: i64,
    decimal: char,
    thousands: &str,
) -> fmt::Result {
    let (whole, rest) = (hundredths / HUNDRED, hundredths % HUNDRED);
    let digits = whole.to_string();
    if thousands.is_empty() || whole < 10_000 {
        out.write_str(&digits)?;
    } else {
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                out.write_str(thousands)?;
            }
            out.write_char(digit)?;
        }
    }
    match (rest / 10, rest % 10) {
        (0, 0) => Ok(()),
        (tenths, 0) => write!(out, "{decimal}{tenths}"),
        _ => write!(out, "{decimal}{rest:02}"),
    }
}

/// Reads a number, decimal point or comma, into hundredths.
fn read_number(text: &str) -> Result<i64, QuantityError> {
    let (whole, decimals) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole) || !digits(decimals) {
        return Err(QuantityError::Shape);
    }
    let rest = match decimals.as_bytes() {
        [tenths] => i64::from(tenths - b'0') * 10,
        [tenths, hundredths] => i64::from(tenths - b'0') * 10 + i64::from(hundredths - b'0'),
        _ => return Err(QuantityError::TooPrecise),
    };
    // All digits, so what fails is too large.
    whole
        .parse::<i64>()
        .ok()
        .and_then(|whole| whole.checked_mul(HUNDRED)?.checked_add(rest))
        .filter(|&hundredths| hundredths <= LIMIT)
        .ok_or(QuantityError::TooLarge)
}

impl FromStr for Quantity {
    type Err = QuantityError;

    fn from_str(text: &str) -> Result<Self, QuantityError> {
        const DASHES: [char; 2] = ['-', '–'];
        let text = text.trim();
        if text.is_empty() {
            return Err(QuantityError::Empty);
        }
        if text == "unknown" {
            return Ok(Quantity::UNKNOWN);
        }
        if text.ends_with('%') {
            return Err(QuantityError::Percent);
        }
        let (approximate, ends) = match text.strip_prefix("ca") {
            Some(rest) => match rest.strip_prefix('.') {
                Some(rest) => (true, rest.trim_start()),
                None if rest.starts_with(char::is_whitespace) => (true, rest.trim_start()),
                None => return Err(QuantityError::Shape),
            },
            None => (false, text),
        };
        if let Some(low) = ends.strip_suffix('+') {
            let low = read_number(low.trim_end())?;
            return Ok(Quantity::new(low, None, approximate));
        }
        let (low, high) = match ends.split_once(DASHES) {
            Some(("", _)) => return Err(QuantityError::Negative),
            Some((low, high)) => (
                read_number(low.trim_end())?,
                read_number(high.trim_start())?,
            ),
            None => {
                let number = read_number(ends)?;
                (number, number)
            }
        };
        // `read_number` keeps both ends between nothing and the limit.
        Quantity::from_hundredths(low, Some(high), approximate).ok_or(QuantityError::Reversed)
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self == Quantity::UNKNOWN {
            return f.write_str("unknown");
        }
        if self.is_approximate() {
            f.write_str("ca. ")?;
        }
        write_number(f, self.low(), '.', "")?;
        match self.high() {
            None => f.write_char('+'),
            Some(high) if high == self.low() => Ok(()),
            Some(high) => {
                f.write_char('-')?;
                write_number(f, high, '.', "")
            }
        }
    }
}

impl Serialize for Quantity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.exact_whole() {
            Some(whole) => serializer.serialize_i64(whole),
            None => serializer.collect_str(self),
        }
    }
}

impl<'de> Deserialize<'de> for Quantity {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        from_text(deserializer, Expected::Quantity, |text| text.parse().ok())
    }
}

/// What [`Quantity`]'s reader takes, but for the order and the size of the ends.
pub(super) const PATTERN: &str = r"^\s*(unknown|(ca(\.\s*|\s+))?[0-9]+([.,][0-9]{1,2})?(\s*[-–]\s*[0-9]+([.,][0-9]{1,2})?|\s*\+)?)\s*$";

impl JsonSchema for Quantity {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Quantity".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": ["string", "number"],
            "minimum": 0,
            "maximum": LIMIT / HUNDRED,
            "pattern": PATTERN,
            "description": "A number with at most two decimals, a range, `ca.` before either, or `unknown`: `6`, `0.5`, `30-35`, `ca. 10`, `6+` (6 or more)."
        })
    }
}

/// A quantity in a report.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct QuantityJson {
    /// The least value.
    pub min: Number,
    /// The greatest value; `null` when there is no upper end.
    pub max: Option<Number>,
    /// Whether the ends are only about right.
    pub approximate: bool,
}

impl From<Quantity> for QuantityJson {
    fn from(quantity: Quantity) -> Self {
        QuantityJson {
            min: json_number(quantity.low()),
            max: quantity.high().map(json_number),
            approximate: quantity.is_approximate(),
        }
    }
}

/// Hundredths as a JSON number, without a detour over floats of our own.
pub fn json_number(hundredths: i64) -> Number {
    let whole = hundredths / HUNDRED;
    if hundredths % HUNDRED == 0 {
        return whole.into();
    }
    let mut text = String::from(if hundredths < 0 { "-" } else { "" });
    let _ = write_number(&mut text, hundredths.abs(), '.', "");
    // Digits, a point and digits are JSON.
    text.parse().unwrap_or_else(|_| whole.into())
}
