//! Which sites of one chart anybody is at. It reports nothing: a rule tells of those that were
//! left, and a measure counts those in use.

use std::collections::{BTreeMap, BTreeSet};

use rokade_core::chart::{Chart, FunctionView, SiteView, StaffView, UnitView};

/// Whether anybody is at a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Use {
    /// Nobody is.
    Empty,
    /// Somebody is, unless a count turns out to be nothing.
    Perhaps,
    /// Somebody is.
    Used,
}

/// Every site of a chart: it is in use by the posts that are based there, filled or not, by a unit
/// of which no posts are stated anywhere, and by a function that is done there as a guest.
pub(crate) fn sites(chart: &Chart) -> BTreeMap<SiteView<'_>, Use> {
    let hosting: BTreeSet<SiteView<'_>> = chart
        .functions()
        .flat_map(FunctionView::hosted_at)
        .collect();
    let of = |site: SiteView<'_>| {
        if hosting.contains(&site) || seated(site).next().is_some() {
            return Use::Used;
        }
        let used = staff(site).map(|post| {
            let count = post.count();
            if count.low() > 0 || count.is_unknown() {
                Use::Used
            } else {
                Use::Perhaps
            }
        });
        used.max().unwrap_or(Use::Empty)
    };
    chart.sites().map(|site| (site, of(site))).collect()
}

/// The posts based at a site that there are any of.
pub(crate) fn staff(site: SiteView<'_>) -> impl Iterator<Item = StaffView<'_>> {
    site.staff().filter(|post| post.count().high() != Some(0))
}

/// The units that sit at a site without any posts being stated: with posts, they are where these
/// are.
pub(crate) fn seated(site: SiteView<'_>) -> impl Iterator<Item = UnitView<'_>> {
    let has_a_seat = |post: StaffView<'_>| post.site().is_some() && post.count().high() != Some(0);
    site.units()
        .filter(move |unit| !unit.subtree().flat_map(UnitView::staff).any(has_a_seat))
}
