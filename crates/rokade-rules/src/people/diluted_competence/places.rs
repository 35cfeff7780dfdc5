//! Who performs a function in each place, and how many of them hold a competence.

use std::collections::BTreeMap;

use rokade_core::chart::{FunctionView, StaffView};
use rokade_core::ids::{CompetenceId, FunctionId};
use rokade_core::quantity::Quantity;

use super::shares::Share;
use crate::people::holders::{PlaceIds, place_of};

/// Those who perform functions of one chart, by place.
pub(super) struct Places<'c, 'i> {
    competence: &'i CompetenceId,
    of: BTreeMap<&'c FunctionId, BTreeMap<PlaceIds<'c>, There<'c>>>,
}

/// Those who perform a function in one place.
#[derive(Default)]
pub(super) struct There<'c> {
    /// The filled posts, by whether they hold the competence.
    pub(super) share: Share,
    /// All of them.
    pub(super) performers: Vec<StaffView<'c>>,
}

impl<'c, 'i> Places<'c, 'i> {
    pub(super) fn new(competence: &'i CompetenceId) -> Self {
        let of = BTreeMap::new();
        Places { competence, of }
    }

    /// Those who perform a function where these posts, who perform it too, are.
    pub(super) fn at(&mut self, function: FunctionView<'c>, post: StaffView<'c>) -> &There<'c> {
        let places = self.of.entry(function.id());
        let places = places.or_insert_with(|| by_place(function, self.competence));
        places.entry(place_of(post)).or_default()
    }
}

fn by_place<'c>(
    function: FunctionView<'c>,
    competence: &CompetenceId,
) -> BTreeMap<PlaceIds<'c>, There<'c>> {
    let mut places: BTreeMap<PlaceIds<'c>, There<'c>> = BTreeMap::new();
    for post in function.performers() {
        let there = places.entry(place_of(post)).or_default();
        there.performers.push(post);
        if post.is_filled() {
            let is_holder = post.entry().competences.contains(competence);
            *there.share.of(is_holder) += post.count();
        }
    }
    places
}

impl Share {
    /// The holders, or the others.
    fn of(&mut self, holders: bool) -> &mut Quantity {
        if holders {
            &mut self.holders
        } else {
            &mut self.others
        }
    }
}
