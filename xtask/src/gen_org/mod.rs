//! Synthetic Danish municipalities of any size, and a restructuring of each.
//!
//! The same number and seed give the same organisation on every machine. Everything is made in
//! memory by [`organisation`]; [`run`] writes it as files. Nothing here is a real municipality.

mod base;
mod catalogue;
mod change;
mod csv;
mod dice;
mod files;
#[cfg(test)]
mod tests;
mod words;

use std::ops::RangeInclusive;

use rokade_core::date::DateSpan;
use rokade_core::entry::{Entries, Proposal};

pub use files::{GenOrgError, Request, run};

use dice::Dice;

/// How many entries of staff an organisation can have.
pub const SIZES: RangeInclusive<usize> = 10..=1_000_000;

/// An organisation, and a proposal to change it.
#[derive(Debug, Clone, PartialEq)]
pub struct Generated {
    /// The organisation as it is today.
    pub base: Entries,
    /// The change, as events. It names no base: whoever writes it knows where that stands.
    pub proposal: Proposal,
}

/// An organisation with exactly `staff` entries in `staff`, each a post or a group of like
/// posts, and a restructuring in proportion to it. Every event can be applied.
///
/// # Panics
/// When `staff` is not among [`SIZES`].
pub fn organisation(staff: usize, seed: u64) -> Generated {
    assert!(
        SIZES.contains(&staff),
        "an organisation has 10 to 1 000 000 entries of staff"
    );
    let mut dice = Dice::new(seed);
    let (base, towns) = base::organisation(staff, &mut dice);
    let proposal = change::proposal(&base, &towns, &mut dice);
    Generated { base, proposal }
}

/// A date of a text that is one.
fn date(text: &str) -> Option<DateSpan> {
    text.parse().ok()
}
