//! What is drawn of an organisation: org charts, and who is to sit with whom.
//!
//! It says what is drawn, and nothing of where on paper.

mod marks;
mod org;
mod placed;
mod said;
mod sites;
mod tally;
#[cfg(test)]
mod tests;
mod together;
mod told;

use rokade_change::ChangeSet;
use rokade_core::chart::Chart;
use rokade_core::drawing::{CoLocationMap, OrgChart};
use rokade_core::entry::Language;
use rokade_core::words::WordsError;

use crate::Input;

pub(crate) use marks::Marks;

/// A chart by itself.
pub fn org_chart(chart: &Chart, language: Language) -> Result<OrgChart, WordsError> {
    org::alone(chart, language)
}

/// Two charts, with what changes marked in both.
pub fn before_and_after(
    base: &Chart,
    revision: &Chart,
    changes: &ChangeSet,
    language: Language,
) -> Result<[OrgChart; 2], WordsError> {
    org::both(base, revision, changes, language)
}

/// Who is to sit with whom, before and after; none where no chart states it of anybody.
pub fn co_locations(input: &Input<'_>) -> Result<Option<CoLocationMap>, WordsError> {
    together::map(input)
}
