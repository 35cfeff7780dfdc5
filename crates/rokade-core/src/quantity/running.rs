//! Sums of many stretches of one list.

use std::ops::Range;

use super::Quantity;

/// A list of quantities, of which the sum from any place to any other is told without going
/// through those between.
#[derive(Debug, Clone)]
pub(crate) struct RunningSums {
    each: Vec<Quantity>,
    /// What all before every so many are together: of each place it would take thrice the room.
    before: Vec<Sums>,
}

/// After so many quantities the sum of all so far is kept.
const APART: usize = 16;

/// What several quantities are together.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    low: i128,
    /// Of those that have an upper end.
    high: i128,
    without_end: u32,
    approximate: u32,
}

impl Sums {
    fn and(self, quantity: &Quantity) -> Self {
        Sums {
            low: self.low + i128::from(quantity.low()),
            high: self.high + i128::from(quantity.high().unwrap_or(0)),
            without_end: self.without_end + u32::from(quantity.high().is_none()),
            approximate: self.approximate + u32::from(quantity.is_approximate()),
        }
    }
}

impl FromIterator<Quantity> for RunningSums {
    fn from_iter<I: IntoIterator<Item = Quantity>>(quantities: I) -> Self {
        let each: Vec<Quantity> = quantities.into_iter().collect();
        let mut before = vec![Sums::default()];
        before.extend(
            each.chunks_exact(APART)
                .scan(Sums::default(), |sums, some| {
                    *sums = some.iter().fold(*sums, Sums::and);
                    Some(*sums)
                }),
        );
        RunningSums { each, before }
    }
}

impl RunningSums {
    /// The sum of those at some places.
    ///
    /// # Panics
    ///
    /// Where there are no such places.
    pub(crate) fn of(&self, places: Range<usize>) -> Quantity {
        let (before, all) = (self.before(places.start), self.before(places.end));
        let is_bounded = before.without_end == all.without_end;
        Quantity::bounded(
            all.low - before.low,
            is_bounded.then_some(all.high - before.high),
            before.approximate < all.approximate,
        )
    }

    #[expect(clippy::indexing_slicing, reason = "as documented")]
    fn before(&self, place: usize) -> Sums {
        let known = place / APART;
        let rest = self.each[known * APART..place].iter();
        rest.fold(self.before[known], Sums::and)
    }
}
