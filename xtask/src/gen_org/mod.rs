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
mod shapes;
#[cfg(test)]
mod tests;
mod words;

use std::ops::RangeInclusive;

use rokade_core::date::DateSpan;
use rokade_core::entry::{Entries, Proposal};

pub use files::{GenOrgError, Request, run};
pub use shapes::Shape;

use dice::Dice;

/// How many entries of staff an organisation can have.
pub const SIZES: RangeInclusive<usize> = 10..=1_000_000;

/// An organisation, and how it is to change.
#[derive(Debug, Clone, PartialEq)]
pub struct Generated {
    /// The organisation as it is today.
    pub base: Entries,
    /// The change, as events. It names no base: whoever writes it knows where that stands.
    pub proposal: Proposal,
}

/// An organisation with exactly `staff` entries in `staff`, each a post or a group of like
/// posts, and a restructuring in proportion to it. Every event can be applied. Where all ids
/// become others ([`rekeyed`]) there is none.
///
/// # Panics
/// When `staff` is not among [`SIZES`].
pub fn organisation(shape: Shape, staff: usize, seed: u64) -> Generated {
    assert!(
        SIZES.contains(&staff),
        "an organisation has 10 to 1 000 000 entries of staff"
    );
    let mut dice = Dice::new(seed);
    let municipality = |extent, mut dice: Dice| {
        let (base, towns) = base::organisation(staff, &mut dice);
        let proposal = change::proposal(&base, &towns, extent, &mut dice);
        Generated { base, proposal }
    };
    match shape {
        Shape::Municipality => municipality(change::USUAL, dice),
        Shape::Events => municipality(change::MANY, dice),
        Shape::Rekeyed => Generated {
            base: base::organisation(staff, &mut dice).0,
            proposal: Proposal::default(),
        },
        Shape::Chain => shapes::chain(staff, &mut dice),
        Shape::Wide => shapes::wide(staff, &mut dice),
        Shape::Sites => shapes::sites(staff, &mut dice),
    }
}

/// The same organisation, with another id for every unit, post, function, site and target group.
pub fn rekeyed(base: &Entries, seed: u64) -> Entries {
    shapes::rekeyed(base, seed)
}

/// A date of a text that is one.
fn date(text: &str) -> Option<DateSpan> {
    text.parse().ok()
}
