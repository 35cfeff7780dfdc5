//! What a chart's views say, computed again from the entries alone, the slow and plain way.
//!
//! It follows the words of the format and uses none of the chart's own indices.

use std::collections::{BTreeMap, BTreeSet};

use rokade_core::chart::{Chart, FunctionView, GroupView, Holder, SiteView, StaffView, UnitView};
use rokade_core::entry::{Entries, OrUndecided};
use rokade_core::ids::{SiteId, TargetGroupId, UnitId};
use rokade_core::quantity::Quantity;

/// Compares every view of a chart with its entries.
///
/// # Panics
/// When one says something else.
pub fn agrees(chart: &Chart) {
    let org = chart.entries();
    for unit in chart.units() {
        units_agree(chart, org, unit);
    }
    for post in chart.staff() {
        posts_agree(chart, org, post);
    }
    for function in chart.functions() {
        functions_agree(chart, org, function);
    }
}

/// The units above one, the nearest first, by the entries alone.
fn above(org: &Entries, id: &UnitId) -> Vec<UnitId> {
    let mut line = Vec::new();
    let mut at = id.clone();
    while let Some(OrUndecided::Id(parent)) = &org.units[&at].value.parent {
        if !org.units.contains_key(parent) {
            break;
        }
        line.push(parent.clone());
        at = parent.clone();
    }
    line
}

fn units_agree(chart: &Chart, org: &Entries, unit: UnitView<'_>) {
    let line = above(org, unit.id());
    let ids: Vec<&UnitId> = unit.ancestors().map(UnitView::id).collect();
    assert_eq!(ids, line.iter().collect::<Vec<_>>());
    assert_eq!(unit.depth() as usize, line.len());
    for other in chart.units() {
        let within = other == unit || line.contains(other.id());
        assert_eq!(unit.is_within(other), within, "{unit:?} within {other:?}");
        assert_eq!(other.subtree().any(|below| below == unit), within);
        let child = line.first() == Some(other.id());
        assert_eq!(other.children().any(|child| child == unit), child);
        let theirs = above(org, other.id());
        let common = std::iter::once(unit.id())
            .chain(&line)
            .find(|id| *id == other.id() || theirs.contains(id));
        assert_eq!(unit.nearest_common(other).map(UnitView::id), common);
    }
    // What is undecided or closed ends the search as surely as a site that is there.
    let stated = |id: &UnitId| org.units[id].value.site.as_ref();
    let site = std::iter::once(unit.id()).chain(&line).find_map(stated);
    let site = site.and_then(OrUndecided::id);
    let site = site.filter(|id| org.sites.contains_key(*id));
    assert_eq!(unit.site().map(SiteView::id), site);
    let external = std::iter::once(unit.id())
        .chain(&line)
        .any(|id| org.units[id].value.external);
    assert_eq!(unit.is_external(), external);
    let below = org.staff.values().filter(|post| match &post.value.unit {
        Some(OrUndecided::Id(of)) if org.units.contains_key(of) => {
            of == unit.id() || above(org, of).contains(unit.id())
        }
        _ => false,
    });
    let posts: Quantity = below
        .map(|post| post.value.count.unwrap_or(Quantity::ONE))
        .sum();
    assert_eq!(unit.posts_below(), posts);
}

/// A responsibility by the entries alone: its holder, if that is a unit that is there, its site
/// and its target group.
type NaiveCell = (Option<UnitId>, Option<SiteId>, Option<TargetGroupId>);

fn cells(org: &Entries, function: FunctionView<'_>) -> Vec<NaiveCell> {
    let scopes = function
        .entry()
        .responsible
        .iter()
        .flat_map(|scopes| &scopes.0);
    let scopes = scopes.filter(|scope| {
        scope
            .site
            .as_ref()
            .is_none_or(|site| org.sites.contains_key(site))
    });
    scopes
        .flat_map(|scope| {
            let unit = scope.unit.as_ref().and_then(OrUndecided::id);
            let unit = unit.filter(|unit| org.units.contains_key(*unit)).cloned();
            let groups: BTreeSet<Option<TargetGroupId>> = if scope.groups.is_empty() {
                BTreeSet::from([None])
            } else {
                scope.groups.iter().cloned().map(Some).collect()
            };
            groups
                .into_iter()
                .map(move |group| (unit.clone(), scope.site.clone(), group))
        })
        .collect()
}

/// The cells that answer for one site and one target group; `None` is one that no cell names.
fn answering<'a>(
    cells: &'a [NaiveCell],
    site: Option<&SiteId>,
    group: Option<&TargetGroupId>,
) -> Vec<&'a NaiveCell> {
    let specificity =
        |cell: &&NaiveCell| usize::from(cell.1.is_some()) + usize::from(cell.2.is_some());
    let all = cells.iter().filter(|(_, at, of)| {
        at.as_ref().is_none_or(|at| Some(at) == site)
            && of.as_ref().is_none_or(|of| Some(of) == group)
    });
    let all: Vec<&NaiveCell> = all.collect();
    let most = all.iter().map(specificity).max();
    all.into_iter()
        .filter(|cell| Some(specificity(cell)) == most)
        .collect()
}

fn posts_agree(chart: &Chart, org: &Entries, post: StaffView<'_>) {
    let entry = post.entry();
    let unit = entry
        .unit
        .as_ref()
        .and_then(OrUndecided::id)
        .and_then(|id| chart.unit(id));
    assert_eq!(post.unit(), unit);
    let site = match &entry.site {
        None => unit.and_then(UnitView::site),
        Some(site) => site.id().and_then(|id| chart.site(id)),
    };
    assert_eq!(post.site(), site);
    for group in chart.groups() {
        let serves = match (&entry.serves, unit) {
            (Some(groups), _) => groups.contains(group.id()),
            (None, None) => true,
            (None, Some(unit)) => {
                let held = chart.functions().flat_map(|function| cells(org, function));
                let held = held.filter(|(holder, _, _)| holder.as_ref() == Some(unit.id()));
                let held: Vec<Option<TargetGroupId>> = held.map(|(_, _, group)| group).collect();
                held.is_empty() || held.contains(&None) || held.contains(&Some(group.id().clone()))
            }
        };
        assert_eq!(post.serves_group(Some(group)), serves, "{post:?} {group:?}");
    }
    for function in chart.functions() {
        let does = entry
            .performs
            .iter()
            .flatten()
            .any(|id| id == function.id());
        assert_eq!(post.does(function), does);
        assert_eq!(
            function.performers().any(|performer| performer == post),
            does
        );
    }
}

fn functions_agree(chart: &Chart, org: &Entries, function: FunctionView<'_>) {
    let cells = cells(org, function);
    // One that no cell names stands for all the others.
    let sites: Vec<Option<&SiteId>> = org.sites.keys().map(Some).chain([None]).collect();
    let groups: Vec<Option<&TargetGroupId>> =
        org.target_groups.keys().map(Some).chain([None]).collect();
    for site in chart.sites().map(Some).chain([None]) {
        for group in chart.groups().map(Some).chain([None]) {
            let found: BTreeSet<(Option<UnitId>, usize)> = function
                .responsible_for(site, group)
                .iter()
                .map(|cell| {
                    (
                        cell.holder.unit().map(|u| u.id().clone()),
                        cell.specificity(),
                    )
                })
                .collect();
            let naive: BTreeSet<(Option<UnitId>, usize)> =
                answering(&cells, site.map(SiteView::id), group.map(GroupView::id))
                    .into_iter()
                    .map(|(unit, at, of)| {
                        (
                            unit.clone(),
                            usize::from(at.is_some()) + usize::from(of.is_some()),
                        )
                    })
                    .collect();
            assert_eq!(found, naive, "{function:?} at {site:?} for {group:?}");
        }
    }
    for site in chart.sites().map(Some).chain([None]) {
        for group in chart.groups().map(Some).chain([None]) {
            let at = |named: Option<&SiteId>| site.is_none_or(|site| Some(site.id()) == named);
            let of =
                |named: Option<&TargetGroupId>| group.is_none_or(|group| Some(group.id()) == named);
            let asked = (site.map(SiteView::id), group.map(GroupView::id));
            let mut exact = cells
                .iter()
                .filter(|(_, at, of)| (at.as_ref(), of.as_ref()) == asked);
            let some = sites.iter().filter(|named| at(**named)).any(|at| {
                groups.iter().filter(|named| of(**named)).any(|of| {
                    answering(&cells, *at, *of)
                        .iter()
                        .any(|(unit, _, _)| unit.is_some())
                })
            });
            // What a responsibility of just this scope leaves is held by its holder or nobody.
            let held = match exact.next() {
                Some((unit, _, _)) => unit.is_some() || exact.any(|(unit, _, _)| unit.is_some()),
                None => some,
            };
            assert_eq!(
                function.is_held(site, group),
                held,
                "{function:?} {site:?} {group:?}"
            );
        }
    }
    for group in chart.groups() {
        let found: BTreeMap<SiteId, Quantity> = function
            .met(Some(group))
            .into_iter()
            .map(|met| (met.site.id().clone(), met.posts))
            .collect();
        assert_eq!(
            found,
            met(chart, org, function, group, &cells),
            "{function:?} for {group:?}"
        );
    }
    assert_eq!(
        function
            .cells()
            .filter(|cell| matches!(cell.holder, Holder::Unit(_)))
            .count(),
        cells.iter().filter(|(unit, _, _)| unit.is_some()).count()
    );
}

/// Where a function is met for one target group, by the entries and the format's own words.
fn met(
    chart: &Chart,
    org: &Entries,
    function: FunctionView<'_>,
    group: GroupView<'_>,
    cells: &[NaiveCell],
) -> BTreeMap<SiteId, Quantity> {
    let mut sites: BTreeMap<SiteId, Quantity> = BTreeMap::new();
    let hosts = &function.entry().hosted_by;
    let hosted: BTreeSet<SiteId> = hosts
        .iter()
        .filter_map(|host| match &host.site {
            Some(site) => Some(site.clone()).filter(|site| org.sites.contains_key(site)),
            None => Some(chart.unit(host.unit.as_ref()?)?.site()?.id().clone()),
        })
        .collect();
    for post in chart
        .staff()
        .filter(|post| post.does(function) && post.is_filled())
    {
        let undecided = post.entry().unit == Some(OrUndecided::Undecided);
        let none = post.count().high() == Some(0);
        if none || !post.serves_group(Some(group)) || (post.unit().is_none() && !undecided) {
            continue;
        }
        let based: BTreeSet<SiteId> = post
            .site()
            .map(|site| site.id().clone())
            .into_iter()
            .collect();
        let at = if hosts.is_empty() { &based } else { &hosted };
        let theirs = |site: &SiteId| {
            answering(cells, Some(site), Some(group.id()))
                .iter()
                .any(|(holder, _, _)| {
                    holder.as_ref().is_some_and(|holder| {
                        post.unit().is_none_or(|unit| {
                            unit.id() == holder || above(org, unit.id()).contains(holder)
                        })
                    })
                })
        };
        let at: Vec<&SiteId> = at.iter().filter(|site| theirs(site)).collect();
        let count = if at.len() > 1 {
            post.count().any_part()
        } else {
            post.count()
        };
        for site in at {
            let sum = sites.entry(site.clone()).or_insert(Quantity::ZERO);
            *sum += count;
        }
    }
    sites
}
