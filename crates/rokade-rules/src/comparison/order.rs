//! Which of two numbers is better: certainly, or not at all.

use rokade_core::comparison::{Direction, RowKind, Standing};
use rokade_core::quantity::{Certainty, Quantity};

use super::rows::{Cell, Line};

/// How the first of two stands to the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// They are the same, or nobody knows either.
    Alike,
    /// The first is certainly better.
    Better,
    /// The second is certainly better.
    Worse,
    /// They overlap, or one is not known, or no way is better.
    Open,
}

/// The ends of a number, in hundredths.
type Ends = (Option<i64>, Option<i64>);

impl Line {
    /// Whether its cells are told apart by how they differ from the base, which is the same for
    /// all: closer than their numbers tell.
    pub(super) fn is_by_difference(&self) -> bool {
        let mut cells = self.cells.iter();
        let first = self.cells.first().and_then(|cell| cell.unstated);
        // Where one is silent of more than another, what is stated is not the whole difference.
        self.is_known() && cells.all(|cell| cell.unstated.is_some() && cell.unstated == first)
    }

    /// Whether anything is said, of the base or of a proposal.
    pub(super) fn is_known(&self) -> bool {
        self.base.is_some() || self.cells.iter().any(|cell| cell.value.is_some())
    }

    /// The ends that proposals are compared by.
    pub(super) fn ends(&self, at: usize) -> Option<Ends> {
        let cell = self.cells.get(at)?;
        if self.is_by_difference() {
            return cell.difference.map(|found| (found.low, found.high));
        }
        let ends = |value: Quantity| (Some(value.low()), value.high());
        cell.value.filter(|value| !value.is_unknown()).map(ends)
    }

    /// How one proposal stands to another.
    pub(super) fn order(&self, first: usize, second: usize) -> Order {
        let (one, other) = match (self.ends(first), self.ends(second)) {
            (None, None) => return Order::Alike,
            (Some(one), Some(other)) => (one, other),
            _ => return Order::Open,
        };
        // Without an upper end, two may be the same and stand for different numbers.
        if one == other {
            let is_known = one.0.is_some() && one.1.is_some();
            return if is_known { Order::Alike } else { Order::Open };
        }
        let below = |(_, high): Ends, (low, _): Ends| high.zip(low).is_some_and(|(a, b)| a < b);
        let (lower, higher) = (below(one, other), below(other, one));
        match self.better() {
            Some(Direction::Lower) if lower => Order::Better,
            Some(Direction::Lower) if higher => Order::Worse,
            Some(Direction::Higher) if higher => Order::Better,
            Some(Direction::Higher) if lower => Order::Worse,
            _ => Order::Open,
        }
    }

    /// Whether one can be better than another: for some of their values, it is.
    fn can_be_better(&self, first: usize, second: usize) -> bool {
        match self.order(first, second) {
            Order::Better => true,
            Order::Alike | Order::Worse => false,
            Order::Open => {
                let (Some(one), Some(other)) = (self.ends(first), self.ends(second)) else {
                    // What is not known may be anything.
                    return true;
                };
                let can_be_below = |(low, _): Ends, (_, high): Ends| {
                    low.zip(high).is_none_or(|(low, high)| low < high)
                };
                match self.better() {
                    Some(Direction::Lower) => can_be_below(one, other),
                    Some(Direction::Higher) => can_be_below(other, one),
                    None => false,
                }
            }
        }
    }

    /// Whether a proposal is the best or the worst: none is, or can be, better (worse), and one
    /// is certainly worse (better).
    pub(super) fn standing(&self, at: usize) -> Option<Standing> {
        self.better()?;
        let others: Vec<usize> = (0..self.cells.len()).filter(|&other| other != at).collect();
        let is = |order: Order| others.iter().any(|&other| self.order(at, other) == order);
        if !others.iter().any(|&other| self.can_be_better(other, at)) && is(Order::Better) {
            return Some(Standing::Best);
        }
        if !others.iter().any(|&other| self.can_be_better(at, other)) && is(Order::Worse) {
            return Some(Standing::Worst);
        }
        None
    }

    /// How far apart two proposals certainly are, of what the larger at least is: a numerator
    /// and a denominator above nothing.
    pub(super) fn gap(&self, first: usize, second: usize) -> (i128, i128) {
        let (Some(one), Some(other)) = (self.ends(first), self.ends(second)) else {
            return (0, 1);
        };
        let (lower, higher) = match one.1.zip(other.0) {
            Some((high, low)) if high < low => (one, other),
            _ => (other, one),
        };
        let (Some(from), Some(to)) = (lower.1, higher.0) else {
            return (0, 1);
        };
        let size = i128::from(to).abs().max(i128::from(from).abs()).max(1);
        (i128::from(to) - i128::from(from), size)
    }

    /// What the line has to tell.
    #[expect(
        clippy::indexing_slicing,
        reason = "a line has a cell for each proposal"
    )]
    pub(super) fn kind(&self) -> RowKind {
        if !self.is_known() {
            return RowKind::Unknown;
        }
        let is_as_first = |cell: &Cell| {
            let first = &self.cells[0];
            cell.value == first.value
                && cell.value.is_some() == first.value.is_some()
                && (!self.is_by_difference() || cell.difference == first.difference)
        };
        if self.cells.iter().any(|cell| !is_as_first(cell)) {
            return RowKind::Differs;
        }
        let changes = |cell: &Cell| match (self.is_of_change(), cell.difference) {
            (true, _) => cell.value != Some(Quantity::ZERO),
            (false, Some(difference)) => !difference.is_none(),
            (false, None) => true,
        };
        if self.cells.iter().any(changes) {
            RowKind::Alike
        } else {
            RowKind::Unchanged
        }
    }
}

/// How sure it is that one of some ends is the lowest; nothing where it is not, or none is.
pub(super) fn lowest(of: Ends, others: &[Ends]) -> Option<Certainty> {
    let certainly_below = |(low, _): &Ends| of.1.zip(*low).is_some_and(|(own, low)| own < low);
    let not_above = |(low, _): &Ends| of.1.zip(*low).is_some_and(|(own, low)| own <= low);
    if others.iter().all(not_above) && others.iter().any(certainly_below) {
        return Some(Certainty::Certain);
    }
    let can_be_below = |(_, high): &Ends| match (of.0, *high) {
        (Some(low), Some(high)) => low < high,
        _ => true,
    };
    (!others.is_empty() && others.iter().all(can_be_below)).then_some(Certainty::Possible)
}
