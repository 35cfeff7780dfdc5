//! The sites of drawings, in one list for a base and its revision, so that a place has the same
//! colour and number wherever it is drawn.

use std::collections::{BTreeMap, BTreeSet};

use rokade_change::ChangeSet;
use rokade_core::chart::{Chart, Named, SiteView};
use rokade_core::finding::Side;
use rokade_core::ids::SiteId;
use rokade_core::words::WordsError;

use crate::tongue::Tongue;

/// Sites by their places in the list.
pub(super) struct Sites<'c> {
    of_base: BTreeMap<&'c SiteId, usize>,
    of_revision: BTreeMap<&'c SiteId, usize>,
    /// Each place in the list: what is there before, and after.
    places: Vec<[Option<SiteView<'c>>; 2]>,
}

impl<'c> Sites<'c> {
    /// The sites of one chart that somebody is at.
    pub(super) fn of(chart: &'c Chart) -> Self {
        Sites::new(None, chart, None)
    }

    /// The sites of a base and its revision that somebody is at before or after: those of the
    /// base, then those that are new.
    pub(super) fn of_both(base: &'c Chart, revision: &'c Chart, changes: &ChangeSet) -> Self {
        Sites::new(Some(base), revision, Some(changes))
    }

    fn new(base: Option<&'c Chart>, revision: &'c Chart, changes: Option<&ChangeSet>) -> Self {
        let mut sites = Sites {
            of_base: BTreeMap::new(),
            of_revision: BTreeMap::new(),
            places: Vec::new(),
        };
        let mut took: BTreeSet<&SiteId> = BTreeSet::new();
        for site in base.iter().flat_map(|base| base.sites()) {
            let now = changes.and_then(|changes| now(site, revision, changes, &mut took));
            if site.is_in_use() || now.is_some_and(SiteView::is_in_use) {
                sites.push(Some(site), now);
            }
        }
        for site in revision.sites() {
            if site.is_in_use() && !took.contains(site.id()) {
                sites.push(None, Some(site));
            }
        }
        sites
    }

    fn push(&mut self, before: Option<SiteView<'c>>, now: Option<SiteView<'c>>) -> usize {
        let at = self.places.len();
        self.places.push([before, now]);
        self.of_base.extend(before.map(|site| (site.id(), at)));
        self.of_revision.extend(now.map(|site| (site.id(), at)));
        at
    }

    /// Where a site is in the list; at its end where nobody was known to be there.
    pub(super) fn place(&mut self, of: Side, site: SiteView<'c>) -> usize {
        let known = match of {
            Side::Base => self.of_base.get(site.id()),
            Side::Revision => self.of_revision.get(site.id()),
        };
        match (of, known) {
            (_, Some(at)) => *at,
            (Side::Base, None) => self.push(Some(site), None),
            (Side::Revision, None) => self.push(None, Some(site)),
        }
    }

    /// What the sites are called in one chart: by their names in the other where it has them not.
    pub(super) fn names(&self, side: Side) -> Vec<String> {
        let places = self.places.iter();
        let named = places.map(|[before, now]| match side {
            Side::Base => before.or(*now),
            Side::Revision => now.or(*before),
        });
        named.flatten().map(|site| site.name().to_owned()).collect()
    }

    /// What the sites are called where both charts are told of: by both names, where they differ.
    pub(super) fn names_of_both(&self, said: &Tongue<'_>) -> Result<Vec<String>, WordsError> {
        let both = self.names(Side::Base).into_iter();
        let both = both.zip(self.names(Side::Revision));
        both.map(|(before, now)| {
            if before == now {
                return Ok(now);
            }
            said.say("site", &[("now", now.into()), ("before", before.into())])
        })
        .collect()
    }
}

/// What a site of the base is in the revision: itself, or else what came of it, where that has
/// no place in the list yet.
fn now<'c>(
    site: SiteView<'_>,
    revision: &'c Chart,
    changes: &ChangeSet,
    took: &mut BTreeSet<&'c SiteId>,
) -> Option<SiteView<'c>> {
    let tracks = &changes.lineage.sites;
    let became = tracks.descendants(site.id()).iter();
    let is_of_another = |now: &SiteId| {
        let mut came_of = tracks.ancestors(now).iter();
        came_of.any(|was| was != site.id() && tracks.is_same(was, now))
    };
    let mut others = became.filter(|now| !is_of_another(now));
    let id = tracks.same(site.id()).or_else(|| others.next())?;
    let now = revision.site(id)?;
    took.insert(now.id()).then_some(now)
}
