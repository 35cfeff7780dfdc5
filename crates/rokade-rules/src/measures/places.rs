//! Places: co-locations, sites and workplaces.

use std::collections::BTreeSet;

use rokade_core::chart::{CoLocationView, SiteView};
use rokade_core::ids::CoLocationId;
use rokade_core::quantity::Quantity;

use super::{Changed, One, count, found};
use crate::place::kept::{Held, held};
use crate::place::used::{Use, sites};
use crate::rule::PairContext;

pub(super) fn broken(context: &PairContext<'_>) -> Option<Changed> {
    changed(context, "broken-co-location")
}

pub(super) fn weakened(context: &PairContext<'_>) -> Option<Changed> {
    changed(context, "weakened-co-location")
}

fn changed(context: &PairContext<'_>, rule: &str) -> Option<Changed> {
    let found = found::in_pair(context, rule)?;
    // Each finding is one co-location, whoever its members are.
    Some(Changed {
        value: found::sum(&found, |_| Some(Quantity::ONE)),
        whole: Some(count(context.base.co_locations().len())),
    })
}

/// Those who must sit together, did not, and do; nothing where nobody must.
pub(super) fn made(context: &PairContext<'_>) -> Option<Changed> {
    let stated = context.base.co_locations();
    let stated = stated.chain(context.revision.co_locations());
    let ids: BTreeSet<&CoLocationId> = stated.map(CoLocationView::id).collect();
    let is_stated = !ids.is_empty();
    let mut value = Quantity::ZERO;
    for id in ids {
        value += match held(context, id) {
            (Held::No, Held::Yes) => Quantity::ONE,
            (Held::No | Held::Unknown, Held::Perhaps) | (Held::Unknown, Held::Yes) => {
                Quantity::ONE.any_part()
            }
            _ => Quantity::ZERO,
        };
    }
    is_stated.then(|| Changed::only(value))
}

/// Nothing where no site is stated.
pub(super) fn sites_used(one: &One<'_>) -> Option<Quantity> {
    let sites = sites(one.chart);
    let are = |used: Use| sites.values().filter(|site| **site == used).count();
    (!sites.is_empty()).then(|| count(are(Use::Used)) + count(are(Use::Perhaps)).any_part())
}

/// Posts for which their site has no workplace; nothing where no site states how many it has.
pub(super) fn posts_over_capacity(one: &One<'_>) -> Option<Quantity> {
    let over = |site: SiteView<'_>| Some(site.posts().less(site.entry().capacity?));
    let over: Vec<Quantity> = one.chart.sites().filter_map(over).collect();
    (!over.is_empty()).then(|| over.iter().sum())
}
