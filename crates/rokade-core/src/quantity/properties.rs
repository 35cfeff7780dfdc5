//! What a quantity promises, tried against every value it can stand for.

use proptest::prelude::*;
use proptest::string::string_regex;

use super::Certainty::{Certain, Possible};
use super::tests::{percent, read_number_of};
use super::*;

/// Quantities of any size.
fn any_quantity() -> impl Strategy<Value = Quantity> {
    let end = || prop_oneof![0..=50i64, 0..=100_000i64, 0..=LIMIT];
    (end(), end(), any::<bool>(), any::<bool>()).prop_filter_map("ends", |(a, b, open, ca)| {
        Quantity::from_hundredths(a.min(b), (!open).then_some(a.max(b)), ca)
    })
}

/// How far the values of a small quantity without an upper end are tried: beyond all that two
/// small quantities can be compared at.
const HORIZON: i64 = 60;

/// Quantities so small that every value can be tried.
fn small() -> impl Strategy<Value = Quantity> {
    (
        0..=15i64,
        prop::option::weighted(0.8, 0..=6i64),
        any::<bool>(),
    )
        .prop_filter_map("ends", |(low, width, ca)| {
            Quantity::from_hundredths(low, width.map(|width| low + width), ca)
        })
}

/// Every value of a small quantity, in hundredths.
fn values(quantity: Quantity) -> std::ops::RangeInclusive<i64> {
    quantity.low()..=quantity.high().unwrap_or(HORIZON)
}

fn holds(value: i64, quantity: Quantity) -> bool {
    quantity.low() <= value && quantity.high().is_none_or(|high| value <= high)
}

/// How surely something holds of two quantities, found by trying every pair of their values.
fn tried(a: Quantity, b: Quantity, relation: impl Fn(i64, i64) -> bool) -> Option<Certainty> {
    let pairs = || values(a).flat_map(|x| values(b).map(move |y| (x, y)));
    if pairs().all(|(x, y)| relation(x, y)) {
        Some(Certain)
    } else {
        pairs().any(|(x, y)| relation(x, y)).then_some(Possible)
    }
}

/// The same against a limit: what is approximate may be off by a tenth of the limit, up or down.
fn tried_against(
    a: Quantity,
    limit: Quantity,
    relation: impl Fn(i64, i64) -> bool,
) -> Option<Certainty> {
    let off = i64::from(a.is_approximate());
    // In thousandths, so that a tenth of a limit is whole.
    let every = tried(a, limit, |x, y| {
        (-off..=off).all(|d| relation(10 * x + d * y, 10 * y))
    });
    let some = tried(a, limit, |x, y| {
        (-off..=off).any(|d| relation(10 * x + d * y, 10 * y))
    });
    every
        .filter(|&every| every == Certain)
        .or(some.map(|_| Possible))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn running_sums_are_the_sums_of_their_stretches(
        all in prop::collection::vec(any_quantity(), 0..40),
    ) {
        let sums: RunningSums = all.iter().copied().collect();
        for start in 0..=all.len() {
            for end in start..=all.len() {
                prop_assert_eq!(sums.of(start..end), all[start..end].iter().sum());
            }
        }
    }

    #[test]
    fn what_is_printed_is_read_again(a in any_quantity(), b in any_quantity()) {
        prop_assert_eq!(a.to_string().parse(), Ok(a));
        prop_assert_eq!((a + b).to_string().parse(), Ok(a + b));
        prop_assert_eq!(a.less(b).to_string().parse(), Ok(a.less(b)));
        let written = serde_json::to_value(a).unwrap_or_default();
        let read = match written.as_u64() {
            Some(number) => read_number_of(number),
            None => Quantity::deserialize(written).ok(),
        };
        prop_assert_eq!(read, Some(a));
        if b.high().is_some() {
            let share: Amount = Amount::Share(percent(&format!("{b}%")));
            prop_assert_eq!(share.to_string().parse(), Ok(share));
        }
        let whole = a.scaled_percent(percent("100%"));
        prop_assert_eq!(whole, if a.is_unknown() { Quantity::UNKNOWN } else { a });
    }

    #[test]
    fn no_text_panics(text in any::<String>()) {
        let _ = text.parse::<Quantity>();
        let _ = text.parse::<Amount>();
    }

    #[test]
    fn no_text_of_our_letters_panics(text in "[0-9ca.,%+–\\- \u{a0}]{0,12}") {
        if let Ok(read) = text.parse::<Quantity>() {
            prop_assert_eq!(read.to_string().parse(), Ok(read));
        }
        let _ = text.parse::<Amount>();
    }

    #[test]
    fn the_schema_takes_nothing_else(
        quantity in string_regex(text::PATTERN.trim_matches(['^', '$'])).expect("a pattern"),
        amount in string_regex(amount::PATTERN.trim_matches(['^', '$'])).expect("a pattern"),
    ) {
        use QuantityError::{Reversed, TooLarge};
        let read = quantity.parse::<Quantity>();
        prop_assert!(matches!(read, Ok(_) | Err(Reversed | TooLarge)), "{:?}", read);
        let read = amount.parse::<Amount>();
        prop_assert!(matches!(read, Ok(_) | Err(Reversed | TooLarge)), "{:?}", read);
    }

    #[test]
    fn sums_do_not_depend_on_order(a in any_quantity(), b in any_quantity(), c in any_quantity()) {
        prop_assert_eq!(a + b, b + a);
        prop_assert_eq!((a + b) + c, a + (b + c));
        prop_assert_eq!([a, b, c].into_iter().sum::<Quantity>(), c + a + b);
        prop_assert_eq!(a + Quantity::ZERO, a);
    }

    #[test]
    fn results_hold_every_value_possible(
        a in any_quantity(), b in any_quantity(), n in 0..5u32, at in 0..=100i64, by in 0..=100i64,
    ) {
        let value = |q: Quantity, at: i64| {
            let high = q.high().unwrap_or(LIMIT.max(q.low()));
            q.low() + (high - q.low()) / 100 * at + (high - q.low()) % 100 * at / 100
        };
        let (x, y) = (value(a, at), value(b, by));
        prop_assert!(holds(x, a) && holds(y, b));
        prop_assert!(holds(x + y, a + b));
        prop_assert!(x < y || holds(x - y, a.less(b)));
        prop_assert!(holds(x * i64::from(n), a.times(n)));
    }

    #[test]
    fn shares_hold_every_value_possible(
        a in small(), p in 0..=300i64, width in 0..=300i64, at in 0..=300i64,
    ) {
        let share = percent(&format!("{p}-{}%", p + width));
        let part = a.scaled_percent(share);
        let taken = p + at.min(width);
        for x in values(a) {
            prop_assert!(part.low() * 100 <= x * taken);
            prop_assert!(part.high().is_none_or(|high| x * taken <= high * 100));
        }
        // And no wider than a hundredth at either end.
        prop_assert!(a.low() * p < (part.low() + 1) * 100);
        let most = a.high().map(|high| high * (p + width));
        prop_assert!(part.high().zip(most).is_none_or(|(high, most)| most > (high - 1) * 100));
    }

    #[test]
    fn results_hold_no_value_that_is_not(a in small(), b in small()) {
        let left = || values(a).flat_map(|x| values(b).map(move |y| (x - y).max(0)));
        prop_assert_eq!(left().min(), Some(a.less(b).low()));
        prop_assert_eq!(left().max().filter(|_| a.high().is_some()), a.less(b).high());
    }

    #[test]
    fn comparisons_agree_with_every_value(a in small(), b in small()) {
        prop_assert_eq!(a.greater_than(b), tried(a, b, |x, y| x > y));
        prop_assert_eq!(a.less_than(b), tried(a, b, |x, y| x < y));
        prop_assert_eq!(a.exceeds(b), tried_against(a, b, |x, y| x > y));
        prop_assert_eq!(a.falls_short_of(b), tried_against(a, b, |x, y| x < y));
        let equal = tried(a, b, |x, y| x == y);
        prop_assert_eq!(Quantity::balances(a, b), equal.is_some());
        let known = !a.is_unknown() && !b.is_unknown();
        let sharp = !a.is_approximate() && !b.is_approximate();
        let expected = equal.filter(|_| known);
        prop_assert_eq!(a.equals(b), if sharp { expected } else { expected.map(|_| Possible) });
    }

    #[test]
    fn comparisons_of_any_size_are_two_sides_of_one(a in any_quantity(), b in any_quantity()) {
        prop_assert_eq!(a.greater_than(b), b.less_than(a));
        prop_assert_eq!(a.greater_than(b).is_none() && a.less_than(b).is_none(),
            a.high() == Some(a.low()) && b.high() == Some(b.low()) && a.low() == b.low());
        // Widening can make a certainty possible and the impossible possible, never more.
        prop_assert!(a.exceeds(b).is_some() || a.greater_than(b).is_none());
        prop_assert!(a.exceeds(b) != Some(Certain) || a.greater_than(b) == Some(Certain));
    }
}
