//! Amounts that may be a share of something: `6`, or `50-100%` of what it is taken from.
//!
//! What that is, the place in the file decides; nothing here knows it.

use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{HUNDRED, Quantity, QuantityError};
use crate::expected::{Expected, from_text};

/// A percentage as far as it is known: a range in per cent, with at most two decimals.
///
/// It may be above a hundred, for a limit on what grows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Percent {
    // In hundredths of a per cent, in the order and the limits of a quantity.
    low: i64,
    high: i64,
    approximate: bool,
}

impl Percent {
    /// The least value, in hundredths of a per cent.
    pub fn low(self) -> i64 {
        self.low
    }

    /// The greatest value, in hundredths of a per cent.
    pub fn high(self) -> i64 {
        self.high
    }

    /// Whether it is marked `ca.`.
    pub fn is_approximate(self) -> bool {
        self.approximate
    }

    /// Whether it is exactly 100 %, so that nothing is left of what it is taken from.
    pub fn is_whole(self) -> bool {
        self.low == 100 * HUNDRED && self.high == self.low && !self.approximate
    }

    /// The number before the sign.
    pub fn number(self) -> Quantity {
        Quantity::new(self.low, Some(self.high), self.approximate)
    }

    /// The share that is left when this one is taken away; never below nothing.
    #[must_use]
    pub fn rest(self) -> Percent {
        let left = |end: i64| (100 * HUNDRED - end).max(0);
        Percent {
            low: left(self.high),
            high: left(self.low),
            approximate: self.approximate,
        }
    }
}

impl FromStr for Percent {
    type Err = QuantityError;

    fn from_str(text: &str) -> Result<Self, QuantityError> {
        let number = text.trim().strip_suffix('%').ok_or(QuantityError::Shape)?;
        let number: Quantity = number.parse()?;
        // A share that is unknown or has no upper end is written as such, without `%`.
        let high = number.high().ok_or(QuantityError::Shape)?;
        Ok(Percent {
            low: number.low(),
            high,
            approximate: number.is_approximate(),
        })
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}%", self.number())
    }
}

/// A quantity, or a share of what it is taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Amount {
    /// So much.
    Absolute(Quantity),
    /// So many per cent of it.
    Share(Percent),
}

impl Amount {
    /// How much it is when taken from `whole`.
    pub fn of(self, whole: Quantity) -> Quantity {
        match self {
            Amount::Absolute(quantity) => quantity,
            Amount::Share(percent) => whole.scaled_percent(percent),
        }
    }
}

impl From<Quantity> for Amount {
    fn from(quantity: Quantity) -> Self {
        Amount::Absolute(quantity)
    }
}

impl FromStr for Amount {
    type Err = QuantityError;

    fn from_str(text: &str) -> Result<Self, QuantityError> {
        if text.trim_end().ends_with('%') {
            text.parse().map(Amount::Share)
        } else {
            text.parse().map(Amount::Absolute)
        }
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Amount::Absolute(quantity) => quantity.fmt(f),
            Amount::Share(percent) => percent.fmt(f),
        }
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Amount::Absolute(quantity) => quantity.serialize(serializer),
            Amount::Share(percent) => serializer.collect_str(percent),
        }
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        from_text(deserializer, Expected::Amount, |text| text.parse().ok())
    }
}

/// What [`Amount`]'s reader takes, but for the order and the size of the ends.
pub(super) const PATTERN: &str = r"^\s*(unknown|(ca(\.\s*|\s+))?[0-9]+([.,][0-9]{1,2})?(\s*\+|(\s*[-–]\s*[0-9]+([.,][0-9]{1,2})?)?(\s*%)?))\s*$";

impl JsonSchema for Amount {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Amount".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": ["string", "number"],
            "minimum": 0,
            "maximum": super::LIMIT / HUNDRED,
            "pattern": PATTERN,
            "description": "A quantity, or a percentage of what it is taken from: `6`, `30-35`, `ca. 10%`, `50-100%`."
        })
    }
}
