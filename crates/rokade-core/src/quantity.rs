//! Every number of a chart: counts, cases, citizens, money, limits, as far as they are known.
//!
//! A quantity is a range of whole hundredths, written `6`, `30-35`, `ca. 10` or `unknown`, and
//! every operation keeps all values possible. Nothing here is a float, knows a chart, or chooses
//! the words of a message.

use std::fmt;
use std::iter::Sum;
use std::num::NonZeroI64;
use std::ops::{Add, AddAssign};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

mod amount;
mod difference;
#[cfg(test)]
mod properties;
mod running;
#[cfg(test)]
mod tests;
mod text;

pub use amount::{Amount, Percent};
pub use difference::{Difference, DifferenceWords};
pub(crate) use running::RunningSums;
pub use text::{QuantityError, QuantityJson, json_number};

/// Hundredths in a whole.
const HUNDRED: i64 = 100;

/// The largest end that can be written or computed, in hundredths: 10^12 wholes.
///
/// It leaves room to multiply an end by eleven in an `i64`, and has the fifteen digits that a
/// reader of JSON who uses floats gets back unchanged.
const LIMIT: i64 = 1_000_000_000_000 * HUNDRED;

/// How surely a comparison holds.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// It holds for some of the values.
    Possible,
    /// It holds for every value.
    Certain,
}

impl Certainty {
    /// `Certain` when it holds for every value, `Possible` when for some, else nothing.
    pub(crate) fn of(for_every: bool, for_some: bool) -> Option<Self> {
        if for_every {
            Some(Certainty::Certain)
        } else {
            for_some.then_some(Certainty::Possible)
        }
    }
}

/// A number as far as it is known: a range with both ends in it, perhaps without an upper end.
///
/// `ca.` keeps the ends as they are written and marks the value as approximate; only
/// [`exceeds`](Quantity::exceeds) and [`falls_short_of`](Quantity::falls_short_of) read the mark.
/// `==` asks whether two quantities are written alike; whether the numbers they stand for are
/// equal is [`equals`](Quantity::equals).
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Quantity {
    // Every post has some, so one is two words, and so is one that may be missing. In hundredths,
    // 0 ≤ low ≤ high ≤ LIMIT.
    /// Twice the lower end; one more where the value is approximate.
    marked_low: i64,
    /// One more than the upper end, or `NO_END`.
    above: NonZeroI64,
}

/// Stands for an upper end that is not there.
const NO_END: NonZeroI64 = NonZeroI64::MAX;

impl Quantity {
    /// Anything from nothing up.
    pub const UNKNOWN: Quantity = Quantity::new(0, None, false);
    /// Exactly nothing.
    pub const ZERO: Quantity = Quantity::new(0, Some(0), false);
    /// Exactly one.
    pub const ONE: Quantity = Quantity::new(HUNDRED, Some(HUNDRED), false);

    const fn new(low: i64, high: Option<i64>, approximate: bool) -> Self {
        let above = match high {
            Some(high) => NonZeroI64::new(high + 1),
            None => None,
        };
        Quantity {
            marked_low: 2 * low + approximate as i64,
            above: match above {
                Some(above) => above,
                None => NO_END,
            },
        }
    }

    /// A whole number that is known.
    pub fn exact(n: u32) -> Self {
        let hundredths = i64::from(n) * HUNDRED;
        Quantity::new(hundredths, Some(hundredths), false)
    }

    /// A quantity of its ends in hundredths; `None` for `high` is no upper end.
    ///
    /// Nothing when an end is negative or above 10^12 wholes, or the ends are reversed.
    pub fn from_hundredths(low: i64, high: Option<i64>, approximate: bool) -> Option<Self> {
        let fits = |end: i64| (0..=LIMIT).contains(&end);
        let is_one = fits(low) && high.is_none_or(|high| fits(high) && low <= high);
        is_one.then(|| Quantity::new(low, high, approximate))
    }

    /// The least value, in hundredths.
    pub fn low(self) -> i64 {
        self.marked_low >> 1
    }

    /// The greatest value, in hundredths; `None` when there is no upper end.
    pub fn high(self) -> Option<i64> {
        (self.above != NO_END).then(|| self.above.get() - 1)
    }

    /// Whether it is the range that a small group is said to be where no number is to be told:
    /// all from nothing, or from one, up to four.
    pub fn is_small_group(self) -> bool {
        self.low() <= 1_00 && self.high() == Some(4_00) && !self.is_approximate()
    }

    /// Whether nothing at all is known of it.
    pub fn is_unknown(self) -> bool {
        self.low() == 0 && self.high().is_none()
    }

    /// Whether it is marked `ca.`, or came of something that was.
    pub fn is_approximate(self) -> bool {
        self.marked_low & 1 == 1
    }

    /// Whether it is one number, and that not approximate.
    pub fn is_exact(self) -> bool {
        self.high() == Some(self.low()) && !self.is_approximate()
    }

    /// The number, when it is exact, whole and in the range of the type.
    pub fn as_integer(self) -> Option<u32> {
        self.exact_whole().and_then(|n| u32::try_from(n).ok())
    }

    fn exact_whole(self) -> Option<i64> {
        (self.is_exact() && self.low() % HUNDRED == 0).then_some(self.low() / HUNDRED)
    }

    /// What can be left when `part` is taken away: every value possible, never below nothing.
    ///
    /// `30-35` less `10-12` is `18-25`. It cannot see that a part is the very whole; what is left
    /// then is [`Quantity::ZERO`], and the caller knows.
    #[must_use]
    pub fn less(self, part: Quantity) -> Quantity {
        let low = part.high().map_or(0, |most| (self.low() - most).max(0));
        let high = self.high().map(|high| (high - part.low()).max(0));
        Quantity::new(
            low,
            high,
            // What is anything at all is not approximately that.
            (self.is_approximate() || part.is_approximate()) && (low > 0 || high.is_some()),
        )
    }

    /// What a part of it can be that is not known: anything from nothing to all of it.
    #[must_use]
    pub fn any_part(self) -> Quantity {
        Quantity::new(
            0,
            self.high(),
            self.is_approximate() && self.high().is_some(),
        )
    }

    /// The quantity `n` times over; no time at all is exactly nothing.
    #[must_use]
    pub fn times(self, n: u32) -> Quantity {
        if n == 0 {
            return Quantity::ZERO;
        }
        let times = |end: i64| i128::from(end) * i128::from(n);
        Quantity::bounded(
            times(self.low()),
            self.high().map(times),
            self.is_approximate(),
        )
    }

    /// So many, each of so much: posts and what one costs. Ends are rounded outwards to hundredths.
    #[must_use]
    pub fn of_each(self, each: Quantity) -> Quantity {
        if self == Quantity::ZERO || each == Quantity::ZERO {
            return Quantity::ZERO;
        }
        let product = |a: i64, b: i64| i128::from(a) * i128::from(b);
        let hundred = i128::from(HUNDRED);
        let low = product(self.low(), each.low()) / hundred;
        let high = self.high().zip(each.high());
        let high = high.map(|(a, b)| (product(a, b) + hundred - 1) / hundred);
        let approximate = self.is_approximate() || each.is_approximate();
        Quantity::bounded(low, high, approximate && (low > 0 || high.is_some()))
    }

    /// How much for each of so many: cases and who shares them. Ends are rounded outwards to
    /// hundredths; for nobody there is no upper end.
    #[must_use]
    pub fn for_each(self, of: Quantity) -> Quantity {
        let hundred = i128::from(HUNDRED);
        let (few, many) = (i128::from(of.low()), of.high().map(i128::from));
        let low = match many {
            Some(many) if many > 0 => i128::from(self.low()) * hundred / many,
            _ => 0,
        };
        let high = self.high().filter(|_| few > 0);
        let high = high.map(|high| (i128::from(high) * hundred + few - 1) / few);
        let approximate = self.is_approximate() || of.is_approximate();
        Quantity::bounded(low, high, approximate && (low > 0 || high.is_some()))
    }

    /// The greatest of several: at least the greatest lower end, at most the greatest upper one.
    #[must_use]
    pub fn higher_of(self, other: Quantity) -> Quantity {
        Quantity::new(
            self.low().max(other.low()),
            self.high().zip(other.high()).map(|(a, b)| a.max(b)),
            self.is_approximate() || other.is_approximate(),
        )
    }

    /// The share of it that a percentage is; ends are rounded outwards to hundredths.
    #[must_use]
    pub fn scaled_percent(self, percent: Percent) -> Quantity {
        const WHOLE: i128 = 10_000;
        if percent.high() == 0 && !percent.is_approximate() {
            return Quantity::ZERO;
        }
        let low = i128::from(self.low()) * i128::from(percent.low()) / WHOLE;
        let high = self
            .high()
            .map(|high| (i128::from(high) * i128::from(percent.high()) + WHOLE - 1) / WHOLE);
        let approximate = self.is_approximate() || percent.is_approximate();
        Quantity::bounded(low, high, approximate && (low > 0 || high.is_some()))
    }

    /// Whether parts can sum to a whole: where they cannot, something is certainly amiss.
    pub fn balances(parts: Quantity, whole: Quantity) -> bool {
        parts.overlaps(whole)
    }

    fn overlaps(self, other: Quantity) -> bool {
        self.high().is_none_or(|high| other.low() <= high)
            && other.high().is_none_or(|high| self.low() <= high)
    }

    /// Whether it is more than the other, by the ends as they are written.
    pub fn greater_than(self, other: Quantity) -> Option<Certainty> {
        Certainty::of(
            other.high().is_some_and(|high| self.low() > high),
            self.high().is_none_or(|high| high > other.low()),
        )
    }

    /// Whether it is less than the other, by the ends as they are written.
    pub fn less_than(self, other: Quantity) -> Option<Certainty> {
        other.greater_than(self)
    }

    /// Whether it has become more than it was: [`greater_than`](Quantity::greater_than), but not
    /// where neither end rose. What is as it was, however little is known of it, has not grown.
    pub fn grown_from(self, before: Quantity) -> Option<Certainty> {
        let most = |quantity: Quantity| quantity.high().unwrap_or(i64::MAX);
        let rose = self.low() > before.low() || most(self) > most(before);
        self.greater_than(before).filter(|_| rose)
    }

    /// Whether neither end is less than it was, and one is more: what is counted as loosely as
    /// before is not more than it was.
    pub fn has_risen_from(self, before: Quantity) -> bool {
        let ends = |quantity: Quantity| (quantity.low(), quantity.high().unwrap_or(i64::MAX));
        let ((low, high), (now_low, now_high)) = (ends(before), ends(self));
        now_low >= low && now_high >= high && (now_low, now_high) != (low, high)
    }

    /// Whether the two stand for the same number. What is unknown equals nothing, itself included.
    pub fn equals(self, other: Quantity) -> Option<Certainty> {
        let known = !self.is_unknown() && !other.is_unknown();
        Certainty::of(
            known && self.is_exact() && self == other,
            known && self.overlaps(other),
        )
    }

    /// Whether it is above a limit. What is approximate is first widened, both ways, by ten per
    /// cent of the limit.
    pub fn exceeds(self, limit: Quantity) -> Option<Certainty> {
        let (less, more) = self.tenths_of_limit();
        Certainty::of(
            limit
                .high()
                .is_some_and(|limit| 10 * self.low() > more * limit),
            self.high()
                .is_none_or(|high| 10 * high > less * limit.low()),
        )
    }

    /// Whether it is below a limit. What is approximate is first widened, both ways, by ten per
    /// cent of the limit.
    pub fn falls_short_of(self, limit: Quantity) -> Option<Certainty> {
        let (less, more) = self.tenths_of_limit();
        Certainty::of(
            self.high()
                .is_some_and(|high| 10 * high < less * limit.low()),
            limit
                .high()
                .is_none_or(|limit| 10 * self.low() < more * limit),
        )
    }

    /// The tenths of a limit at which the value, taken at its highest and at its lowest, reaches
    /// it: to widen the value by a tenth of the limit is to move the limit by a tenth, and that
    /// needs no rounding.
    fn tenths_of_limit(self) -> (i64, i64) {
        if self.is_approximate() {
            (9, 11)
        } else {
            (10, 10)
        }
    }

    /// Ends that grew beyond the limit: the lower stays at it and the upper is given up, so that
    /// no value possible is lost, the sum does not depend on its order, and what is printed can
    /// be read.
    fn bounded(low: i128, high: Option<i128>, approximate: bool) -> Self {
        let within = |end: i128| i64::try_from(end).ok().filter(|&end| end <= LIMIT);
        Quantity::new(
            within(low).unwrap_or(LIMIT),
            high.and_then(within),
            approximate,
        )
    }
}

impl fmt::Debug for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Quantity")
            .field("low", &self.low())
            .field("high", &self.high())
            .field("approximate", &self.is_approximate())
            .finish()
    }
}

/// Exactly nothing, which a sum starts from.
impl Default for Quantity {
    fn default() -> Self {
        Quantity::ZERO
    }
}

impl Add for Quantity {
    type Output = Quantity;

    fn add(self, other: Quantity) -> Quantity {
        let sum = |one: i64, other: i64| i128::from(one) + i128::from(other);
        Quantity::bounded(
            sum(self.low(), other.low()),
            self.high().zip(other.high()).map(|(a, b)| sum(a, b)),
            self.is_approximate() || other.is_approximate(),
        )
    }
}

impl AddAssign for Quantity {
    fn add_assign(&mut self, other: Quantity) {
        *self = *self + other;
    }
}

impl Sum for Quantity {
    fn sum<I: Iterator<Item = Quantity>>(quantities: I) -> Quantity {
        quantities.fold(Quantity::ZERO, Add::add)
    }
}

impl<'a> Sum<&'a Quantity> for Quantity {
    fn sum<I: Iterator<Item = &'a Quantity>>(quantities: I) -> Quantity {
        quantities.copied().sum()
    }
}
