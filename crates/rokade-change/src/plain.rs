//! Charts without what says nothing: the order of maps, where things stand in files, and
//! defaults that are spelled out.

use rokade_core::chart::Chart;
use rokade_core::entry::Entries;

/// What a chart says, in one form: entities in order of ids, no defaults spelled out, no places
/// in files.
pub fn plain(chart: &Chart) -> Entries {
    chart.entries().clone()
}

/// Whether two charts say the same.
pub fn same(one: &Chart, other: &Chart) -> bool {
    plain(one) == plain(other)
}
