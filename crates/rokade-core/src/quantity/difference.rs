//! How much a quantity differs from what it was: a signed range, kept as wide as the two leave it.
//!
//! The words of a language are the caller's.

use std::fmt::Write as _;

use super::Quantity;
use super::text::write_number;

/// A signed range in hundredths. An end that is not known is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Difference {
    /// The least it can be.
    pub low: Option<i64>,
    /// The most it can be.
    pub high: Option<i64>,
    /// Whether the ends are only about right.
    pub approximate: bool,
}

/// The words that a difference is written with.
#[derive(Debug, Clone, Copy)]
pub struct DifferenceWords<'w> {
    /// The decimal sign.
    pub decimal: char,
    /// What separates thousands.
    pub thousands: &'w str,
    /// Between two ends of which one is not above nothing: `-2 to +3`.
    pub to: &'w str,
    /// Before a least.
    pub at_least: &'w str,
    /// Before a most.
    pub at_most: &'w str,
    /// For no difference.
    pub unchanged: &'w str,
}

impl Difference {
    /// No difference at all.
    pub const NONE: Difference = Difference {
        low: Some(0),
        high: Some(0),
        approximate: false,
    };

    /// Every difference that two quantities allow, whatever they have in common.
    #[must_use]
    pub fn between(before: Quantity, now: Quantity) -> Self {
        Difference {
            low: before.high().map(|most| now.low() - most),
            high: now.high().map(|most| most - before.low()),
            approximate: before.is_approximate() || now.is_approximate(),
        }
    }

    /// What two that are both true leave; the first where they cannot both be.
    #[must_use]
    pub fn common(self, other: Difference) -> Difference {
        let low = match (self.low, other.low) {
            (Some(a), Some(b)) => Some(a.max(b)),
            (a, b) => a.or(b),
        };
        let high = match (self.high, other.high) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        if low.zip(high).is_some_and(|(low, high)| low > high) {
            return self;
        }
        Difference {
            low,
            high,
            approximate: self.approximate || other.approximate,
        }
    }

    /// Whether it is certainly none.
    #[must_use]
    pub fn is_none(self) -> bool {
        (self.low, self.high) == (Some(0), Some(0))
    }

    /// As text: `+7–9`, `-2`, `-2 to +3`, `at least +4`; `None` where neither end is known.
    #[must_use]
    pub fn localized(self, words: DifferenceWords<'_>) -> Option<String> {
        let mut text = String::new();
        let signed = |text: &mut String, end: i64| {
            text.push_str(match end {
                1.. => "+",
                0 => "",
                _ => "-",
            });
            // A `String` takes all that is written to it.
            let _ = write_number(text, end.abs(), words.decimal, words.thousands);
        };
        if self.is_none() {
            return Some(words.unchanged.to_owned());
        }
        let ca = if self.approximate { "ca. " } else { "" };
        match (self.low, self.high) {
            (None, None) => return None,
            (Some(low), None) => {
                let _ = write!(text, "{} {ca}", words.at_least);
                signed(&mut text, low);
            }
            (None, Some(high)) => {
                let _ = write!(text, "{} {ca}", words.at_most);
                signed(&mut text, high);
            }
            (Some(low), Some(high)) => {
                text.push_str(ca);
                // The end nearer to nothing first: `-7–9` is seven to nine fewer.
                let (near, far) = if high < 0 { (high, low) } else { (low, high) };
                signed(&mut text, near);
                if low == high {
                } else if near.signum() * far.signum() > 0 {
                    text.push('–');
                    let _ = write_number(&mut text, far.abs(), words.decimal, words.thousands);
                } else {
                    let _ = write!(text, " {} ", words.to);
                    signed(&mut text, far);
                }
            }
        }
        Some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: DifferenceWords<'_> = DifferenceWords {
        decimal: ',',
        thousands: ".",
        to: "til",
        at_least: "mindst",
        at_most: "højst",
        unchanged: "uændret",
    };

    fn told(before: &str, now: &str) -> Option<String> {
        let quantity = |text: &str| text.parse::<Quantity>().unwrap();
        Difference::between(quantity(before), quantity(now)).localized(WORDS)
    }

    #[test]
    fn is_written_with_its_sign() {
        for (before, now, text) in [
            ("21-22", "29-30", "+7–9"),
            ("4", "2", "-2"),
            ("10", "1-3", "-7–9"),
            ("5", "5", "uændret"),
            ("3-5", "3-8", "-2 til +5"),
            ("3", "3-5", "0 til +2"),
            ("3-5", "3", "-2 til 0"),
            ("ca. 10", "12,5", "ca. +2,5"),
            ("0", "1000000", "+1.000.000"),
            ("2", "6+", "mindst +4"),
            ("2+", "6", "højst +4"),
        ] {
            assert_eq!(told(before, now).as_deref(), Some(text), "{before} > {now}");
        }
        assert_eq!(told("unknown", "unknown"), None);
    }

    #[test]
    fn two_that_are_true_leave_less() {
        let of = |low, high| Difference {
            low,
            high,
            approximate: false,
        };
        let common = |a: Difference, b: Difference| (a.common(b).low, a.common(b).high);
        let (wide, narrow) = (
            of(Some(-45_00), Some(-20_00)),
            of(Some(-35_00), Some(-30_00)),
        );
        assert_eq!(common(wide, narrow), (Some(-35_00), Some(-30_00)));
        assert_eq!(
            common(of(None, Some(3_00)), of(Some(1_00), None)),
            (Some(1_00), Some(3_00))
        );
        assert_eq!(
            common(of(Some(0), Some(1_00)), of(Some(2_00), None)),
            (Some(0), Some(1_00))
        );
    }
}
