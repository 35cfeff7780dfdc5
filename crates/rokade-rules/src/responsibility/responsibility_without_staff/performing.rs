//! Who performs a function by each of its responsibilities, and which units say what their posts
//! perform.

use std::collections::{BTreeMap, BTreeSet};

use rokade_core::chart::{
    Cell, Chart, FunctionView, GroupView, Serves, SiteView, StaffView, UnitView,
};

use crate::responsibility::holding::is_there;

/// A responsibility: its entry, and one target group of it.
type Part<'c> = (usize, Option<GroupView<'c>>);

/// Those who perform a function, by its responsibilities: they sit where it is, serve whom it is
/// for, and no more specific responsibility takes that from it.
pub(super) struct Performing<'c>(BTreeMap<Part<'c>, Vec<StaffView<'c>>>);

impl<'c> Performing<'c> {
    pub(super) fn new(function: FunctionView<'c>) -> Self {
        if let Some(only) = function.undivided() {
            // Whoever serves anybody performs it by this one, wherever they sit.
            let serves = |post: &StaffView<'_>| match post.serves() {
                Serves::Anyone => true,
                Serves::Groups(groups) => !groups.is_empty(),
            };
            let performers = function.performers().filter(serves).collect();
            let part = (only.entry, only.group);
            return Performing(BTreeMap::from([(part, performers)]));
        }
        let mut performing: BTreeMap<Part<'c>, Vec<StaffView<'c>>> = BTreeMap::new();
        let named: BTreeSet<GroupView<'c>> =
            function.cells().filter_map(|cell| cell.group).collect();
        let named: Vec<GroupView<'c>> = named.into_iter().collect();
        let hosted: Vec<_> = function.hosted_at().into_iter().map(Some).collect();
        // Thousands may do the same at one site.
        let mut of_anyone: BTreeMap<Option<SiteView<'c>>, Vec<Part<'c>>> = BTreeMap::new();
        for post in function.performers() {
            // It is performed where it is hosted, else where they sit.
            let own = [post.site()];
            let sites = if hosted.is_empty() { &own[..] } else { &hosted };
            let serves = post.serves();
            let mut all: Vec<Part<'c>> = Vec::new();
            for &site in sites {
                match &serves {
                    Serves::Anyone => {
                        let known = of_anyone.entry(site);
                        let known = known.or_insert_with(|| parts(function, site, &named, true));
                        all.extend_from_slice(known);
                    }
                    Serves::Groups(groups) => all.extend(parts(function, site, groups, false)),
                }
            }
            all.sort_unstable();
            all.dedup();
            for part in all {
                performing.entry(part).or_default().push(post);
            }
        }
        Performing(performing)
    }

    /// Those who perform one responsibility, wherever they belong.
    pub(super) fn of(&self, cell: Cell<'c>) -> &[StaffView<'c>] {
        let part = (cell.entry, cell.group);
        self.0.get(&part).map_or(&[], Vec::as_slice)
    }
}

/// The responsibilities that posts that serve some groups, or anyone, perform a function by at a
/// site. One for a target group is asked for that group, and one for anyone for those whom they
/// serve; who serves anyone serves each group that is named.
fn parts<'c>(
    function: FunctionView<'c>,
    site: Option<SiteView<'c>>,
    served: &[GroupView<'c>],
    anyone: bool,
) -> Vec<Part<'c>> {
    let answering = |group: Option<GroupView<'c>>| {
        let cells = function.responsible_for(site, group).into_iter();
        cells.map(|cell| (cell.entry, cell.group))
    };
    let mut parts = Vec::new();
    for &group in served {
        let is_its = |(_, own): &Part<'c>| match own {
            Some(own) => *own == group,
            // Those who serve anyone are asked for that.
            None => !anyone,
        };
        parts.extend(answering(Some(group)).filter(is_its));
    }
    if anyone {
        parts.extend(answering(None).filter(|(_, own)| own.is_none()));
    }
    parts
}

/// Which units have posts of which it is said what they perform, and posts of which it is not.
/// Each list has, for the number of a unit, how many there are in the units before it.
pub(super) struct Said<'c> {
    saying: Vec<u32>,
    silent: Vec<u32>,
    /// The silent posts at each site, with the number of their unit.
    silent_at: BTreeMap<SiteView<'c>, Vec<u32>>,
}

impl<'c> Said<'c> {
    #[expect(
        clippy::indexing_slicing,
        reason = "there is a place for each unit, and one more"
    )]
    pub(super) fn new(chart: &'c Chart) -> Self {
        let units = chart.units().len();
        let (mut saying, mut silent) = (vec![0; units + 1], vec![0; units + 1]);
        let mut silent_at: BTreeMap<SiteView<'_>, Vec<u32>> = BTreeMap::new();
        for unit in chart.units() {
            let number = unit.span().start;
            for post in unit.staff().filter(|post| is_there(*post).is_some()) {
                if post.entry().performs.is_some() {
                    saying[number as usize + 1] += 1;
                } else if !post.is_head() {
                    // A head leads, and needs no work of its own.
                    silent[number as usize + 1] += 1;
                    if let Some(site) = post.site() {
                        silent_at.entry(site).or_default().push(number);
                    }
                }
            }
        }
        for number in 0..units {
            saying[number + 1] += saying[number];
            silent[number + 1] += silent[number];
        }
        for there in silent_at.values_mut() {
            there.sort_unstable();
        }
        Said {
            saying,
            silent,
            silent_at,
        }
    }

    /// Whether it is said of any posts under a unit what they perform.
    pub(super) fn says(&self, unit: UnitView<'_>) -> bool {
        any(&self.saying, unit)
    }

    /// Whether it is not said of any posts under a unit, at a site or anywhere.
    pub(super) fn is_silent(&self, unit: UnitView<'_>, site: Option<SiteView<'_>>) -> bool {
        let Some(site) = site else {
            return any(&self.silent, unit);
        };
        let (span, there) = (unit.span(), self.silent_at.get(&site));
        there.is_some_and(|there| {
            let at = there.partition_point(|number| *number < span.start);
            there.get(at).is_some_and(|number| *number < span.end)
        })
    }
}

#[expect(
    clippy::indexing_slicing,
    reason = "there is a place for each unit, and one more"
)]
fn any(before: &[u32], unit: UnitView<'_>) -> bool {
    let span = unit.span();
    before[span.start as usize] < before[span.end as usize]
}
