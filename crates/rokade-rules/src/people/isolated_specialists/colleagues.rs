//! How many perform a function in each unit and at each site.

use std::collections::{BTreeMap, HashMap};

use rokade_core::chart::{FunctionView, SiteView, StaffView, UnitView};
use rokade_core::ids::{SiteId, StaffId, UnitId};
use rokade_core::quantity::Quantity;

/// A group of posts that performs a function, with its unit and its site.
pub(super) type Performer<'c> = (StaffView<'c>, UnitView<'c>, SiteView<'c>);

/// Those who perform one function.
pub(super) struct Colleagues<'c> {
    /// The filled posts of our own that say where they are, by id.
    pub(super) performers: Vec<Performer<'c>>,
    here: HashMap<(&'c UnitId, &'c SiteId), Quantity>,
}

impl<'c> Colleagues<'c> {
    pub(super) fn new(function: FunctionView<'c>) -> Self {
        let performers = performers(function);
        // What is below a unit comes right after it.
        let mut at_site: BTreeMap<&SiteId, Vec<(u32, Quantity)>> = BTreeMap::new();
        for (post, unit, site) in &performers {
            let there = at_site.entry(site.id()).or_default();
            there.push((unit.span().start, post.count()));
        }
        for there in at_site.values_mut() {
            there.sort_unstable_by_key(|(number, _)| *number);
        }
        let mut here = HashMap::new();
        for (_, unit, site) in &performers {
            here.entry((unit.id(), site.id())).or_insert_with(|| {
                let (there, span) = (at_site.get(site.id()), unit.span());
                let there = there.map_or(&[][..], Vec::as_slice);
                let start = there.partition_point(|(number, _)| *number < span.start);
                let end = there.partition_point(|(number, _)| *number < span.end);
                let below = there.iter().take(end).skip(start);
                below.map(|(_, posts)| *posts).sum()
            });
        }
        Colleagues { performers, here }
    }

    /// How many perform it in a performer's unit and at its site, those themselves among them.
    pub(super) fn here(&self, (_, unit, site): &Performer<'c>) -> Quantity {
        let here = self.here.get(&(unit.id(), site.id()));
        here.copied().unwrap_or(Quantity::ZERO)
    }

    /// A performer by its id.
    pub(super) fn get(&self, id: &StaffId) -> Option<&Performer<'c>> {
        let at = self
            .performers
            .binary_search_by(|(post, ..)| post.id().cmp(id))
            .ok()?;
        self.performers.get(at)
    }
}

fn performers(function: FunctionView<'_>) -> Vec<Performer<'_>> {
    let mut performers: Vec<Performer<'_>> = function
        .performers()
        .filter(|post| post.is_filled() && post.count().high() != Some(0))
        .filter_map(|post| {
            let unit = post.unit().filter(|unit| !unit.is_external())?;
            Some((post, unit, post.site()?))
        })
        .collect();
    performers.sort_by_key(|(post, ..)| post.id());
    performers
}
