//! Who holds a competence, and where.

use std::collections::BTreeMap;

use rokade_change::normalized_name;
use rokade_core::chart::{Chart, SiteView, StaffView, UnitView};
use rokade_core::entry::CompetenceEntry;
use rokade_core::ids::{CompetenceId, Id, SiteId, UnitId};
use rokade_core::quantity::Quantity;

/// A unit and a site; `None` where the chart does not say.
pub(super) type PlaceIds<'c> = (Option<&'c UnitId>, Option<&'c SiteId>);

/// Those who are there and hold each competence, by id.
pub(super) struct Holders<'c>(BTreeMap<&'c CompetenceId, Vec<StaffView<'c>>>);

impl<'c> Holders<'c> {
    pub(super) fn new(chart: &'c Chart) -> Self {
        let mut holders: BTreeMap<&CompetenceId, Vec<StaffView<'c>>> = BTreeMap::new();
        let there = chart.staff_by_id();
        let there = there.filter(|post| post.is_filled() && post.count().high() != Some(0));
        for post in there {
            for competence in &post.entry().competences {
                let holders = holders.entry(competence).or_default();
                // One that is listed twice is held once.
                if holders.last() != Some(&post) {
                    holders.push(post);
                }
            }
        }
        Holders(holders)
    }

    /// Those who hold a competence.
    pub(super) fn of(&self, competence: &CompetenceId) -> &[StaffView<'c>] {
        self.0.get(competence).map_or(&[], Vec::as_slice)
    }
}

/// The unit and the site of posts.
pub(super) fn place_of(post: StaffView<'_>) -> PlaceIds<'_> {
    (post.unit().map(UnitView::id), post.site().map(SiteView::id))
}

/// How many posts there are in each unit at each site.
pub(super) fn by_place<'c>(posts: &[StaffView<'c>]) -> BTreeMap<PlaceIds<'c>, Quantity> {
    let mut by_place = BTreeMap::new();
    for post in posts {
        *by_place.entry(place_of(*post)).or_insert(Quantity::ZERO) += post.count();
    }
    by_place
}

/// The competences of a chart, by id.
pub(super) fn competences(chart: &Chart) -> Vec<(&CompetenceId, &CompetenceEntry)> {
    let mut all: Vec<_> = chart
        .entries()
        .competences
        .iter()
        .map(|(id, entry)| (id, &entry.value))
        .collect();
    all.sort_by_key(|(id, _)| *id);
    all
}

/// What a competence of another chart is called here: its id, else the only one of its name
/// that the other chart does not have.
pub(super) fn called<'c>(
    there: &Chart,
    competence: &'c CompetenceId,
    here: &'c Chart,
) -> Option<&'c CompetenceId> {
    let (there, here) = (&there.entries().competences, &here.entries().competences);
    if let Some((id, _)) = here.get_key_value(competence) {
        return Some(id);
    }
    let name = |id: &CompetenceId, entry: &CompetenceEntry| {
        normalized_name(entry.name.as_deref().unwrap_or(id.as_str()))
    };
    let wanted = name(competence, &there.get(competence)?.value);
    let mut alike = here
        .iter()
        .filter(|(id, entry)| !there.contains_key(*id) && name(id, &entry.value) == wanted);
    match (alike.next(), alike.next()) {
        (Some((id, _)), None) => Some(id),
        _ => None,
    }
}
