//! Making a chart of its entries: every reference looked up, every circle found, once.
//!
//! A reference to nothing is a fault and counts as not stated, so that it causes no second
//! finding. A reference to what has ended is no fault: it is left hanging, and rules find it.

use super::graph::{self, Forest};
use super::resolve::Resolver;
use super::unit::ParentState;
use crate::entry::Entries;
use crate::fault::{Fault, FaultKind, FaultPlace};
use crate::ids::Id;
use crate::span::Place;

/// An organisation on a date, as a typed graph.
#[derive(Debug)]
pub struct Chart {
    pub(super) entries: Entries,
    pub(super) forest: Forest,
    pub(super) units: Vec<UnitNode>,
    pub(super) staff: Vec<StaffNode>,
    pub(super) functions: Vec<FunctionNode>,
    pub(super) sites: Vec<SiteNode>,
    pub(super) groups: Vec<GroupNode>,
    pub(super) co_locations: Vec<CoLocationNode>,
}

/// What a reference to a thing that can end leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    /// A thing of this chart.
    Live(u32),
    /// One that has ended.
    Ended,
    /// `undecided`.
    Undecided,
}

#[derive(Debug, Default)]
pub(super) struct UnitNode {
    pub(super) parent: Option<Link>,
    pub(super) faulty_parent: bool,
    /// Its own site, or that of the nearest ancestor that has one.
    pub(super) site: Option<u32>,
    /// Its own site is undecided or has been closed, so that it has none from above either.
    pub(super) siteless: bool,
    pub(super) head: Option<HeadNode>,
    pub(super) external: bool,
    pub(super) staff: Vec<u32>,
    /// Function and cell of each responsibility it holds.
    pub(super) holds: Vec<(u32, u32)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HeadNode {
    Post(u32),
    Vacant,
    None,
}

#[derive(Debug, Default)]
pub(super) struct StaffNode {
    pub(super) unit: Option<Link>,
    /// Where the posts are based: their own site, else their unit's.
    pub(super) site: Option<u32>,
    /// Their own site is undecided or has been closed, so that they have not their unit's either.
    pub(super) siteless: bool,
    pub(super) performs: Vec<u32>,
    /// `None` where neither the posts nor their unit's responsibilities narrow it: anyone.
    pub(super) serves: Option<Vec<u32>>,
    pub(super) reports_to: Option<Link>,
    pub(super) professional_lead: Option<Link>,
    /// The units it heads, the topmost first.
    pub(super) heads: Vec<u32>,
}

#[derive(Debug, Default)]
pub(super) struct FunctionNode {
    pub(super) cells: Vec<CellNode>,
    pub(super) performers: Vec<u32>,
    /// Sites of other units' places where it is done.
    pub(super) hosted: Vec<u32>,
}

#[derive(Debug, Clone)]
pub(super) struct CellNode {
    pub(super) holder: Link,
    /// Which entry of `responsible`.
    pub(super) entry: u32,
    pub(super) site: Option<u32>,
    pub(super) group: Option<u32>,
}

#[derive(Debug, Default)]
pub(super) struct SiteNode {
    pub(super) staff: Vec<u32>,
    pub(super) units: Vec<u32>,
}

#[derive(Debug, Default)]
pub(super) struct GroupNode {
    pub(super) pathway: Vec<u32>,
}

#[derive(Debug, Default)]
pub(super) struct CoLocationNode {
    pub(super) functions: Vec<u32>,
    pub(super) units: Vec<u32>,
    pub(super) staff: Vec<u32>,
    pub(super) groups: Vec<u32>,
}

impl Chart {
    /// Makes a chart of entries, with every reference that leads nowhere and every circle.
    pub fn build(entries: Entries) -> (Chart, Vec<Fault>) {
        let mut resolver = Resolver::new(&entries);
        let mut units = resolver.units();
        let mut staff = resolver.staff();
        let mut functions = resolver.functions();
        let groups = resolver.groups();
        let co_locations = resolver.co_locations();
        resolver.everything_else();
        let mut faults = resolver.faults;

        faults.extend(cut_circles(&entries, &mut units));
        let parents: Vec<Option<u32>> = units
            .iter()
            .map(|unit| match unit.parent {
                Some(Link::Live(parent)) => Some(parent),
                _ => None,
            })
            .collect();
        let forest = Forest::new(&parents);
        inherit(&mut units, &forest, &parents);

        for (f, function) in functions.iter().enumerate() {
            for (c, cell) in function.cells.iter().enumerate() {
                if let Link::Live(unit) = cell.holder {
                    units[unit as usize].holds.push((f as u32, c as u32));
                }
            }
        }
        let mut sites: Vec<SiteNode> = Vec::new();
        sites.resize_with(entries.sites.len(), SiteNode::default);
        for (u, unit) in units.iter_mut().enumerate() {
            if let Some(site) = unit.site {
                sites[site as usize].units.push(u as u32);
            }
            if let Some(HeadNode::Post(post)) = unit.head {
                staff[post as usize].heads.push(u as u32);
            }
        }
        for (s, post) in staff.iter_mut().enumerate() {
            post.heads.sort_by_key(|&u| {
                (
                    forest.depth[u as usize],
                    entries.units.get_index(u as usize).map(|(id, _)| id),
                )
            });
            if let Some(Link::Live(unit)) = post.unit {
                let unit = &mut units[unit as usize];
                unit.staff.push(s as u32);
                if !post.siteless {
                    post.site = post.site.or(unit.site);
                }
                if post.serves.is_none() {
                    post.serves = served_by_unit(&functions, unit);
                }
            }
            if let Some(site) = post.site {
                sites[site as usize].staff.push(s as u32);
            }
            for &function in &post.performs {
                functions[function as usize].performers.push(s as u32);
            }
        }
        for (function, (_, entry)) in functions.iter_mut().zip(&entries.functions) {
            for host in &entry.value.hosted_by {
                let site = match (&host.site, &host.unit) {
                    (Some(site), _) => entries.sites.get_index_of(site.as_str()).map(|i| i as u32),
                    (None, Some(unit)) => entries
                        .units
                        .get_index_of(unit.as_str())
                        .and_then(|i| units[i].site),
                    (None, None) => None,
                };
                function.hosted.extend(site);
            }
        }
        let chart = Chart {
            entries,
            forest,
            units,
            staff,
            functions,
            sites,
            groups,
            co_locations,
        };
        (chart, faults)
    }

    /// What the chart was made of.
    pub fn entries(&self) -> &Entries {
        &self.entries
    }
}

/// The target groups of a unit's own responsibilities; `None` where one of them is for anyone,
/// or there are none.
/// The target groups of a unit's own responsibilities; `None` is anyone.
pub(super) fn served_by_unit(functions: &[FunctionNode], unit: &UnitNode) -> Option<Vec<u32>> {
    let mut groups = Vec::new();
    for &(function, cell) in &unit.holds {
        groups.push(functions[function as usize].cells[cell as usize].group?);
    }
    groups.sort_unstable();
    groups.dedup();
    (!groups.is_empty()).then_some(groups)
}

fn cut_circles(entries: &Entries, units: &mut [UnitNode]) -> Vec<Fault> {
    let edges = units
        .iter()
        .enumerate()
        .filter_map(|(i, unit)| match unit.parent {
            Some(Link::Live(parent)) => Some((i, parent as usize)),
            _ => None,
        });
    let circles = graph::circles(units.len(), edges);
    let id = |i: usize| entries.units.get_index(i).map(|(id, _)| id.clone());
    let mut faults = Vec::new();
    for circle in circles {
        // Told from the first in the file upwards, which is how its writer goes round it.
        let mut round = vec![circle[0]];
        let mut at = circle[0];
        while let Some(Link::Live(parent)) = units[at].parent {
            at = parent as usize;
            if at == circle[0] || round.len() > circle.len() {
                break;
            }
            round.push(at);
        }
        for &member in &circle {
            units[member].parent = None;
            units[member].faulty_parent = true;
        }
        let Some(first) = id(circle[0]) else { continue };
        faults.push(Fault {
            kind: FaultKind::ParentCycle {
                units: round.into_iter().filter_map(id).collect(),
            },
            at: FaultPlace::Place(Place {
                subject: first.subject(),
                path: vec!["parent".into()],
            }),
            subject: Some(first.subject()),
        });
    }
    faults
}

/// Hands down sites and `external`, parents before children.
fn inherit(units: &mut [UnitNode], forest: &Forest, parents: &[Option<u32>]) {
    let mut order: Vec<u32> = (0..units.len() as u32).collect();
    order.sort_by_key(|&i| forest.enter[i as usize]);
    for i in order {
        if let Some(parent) = parents[i as usize] {
            let (site, external) = {
                let parent = &units[parent as usize];
                (parent.site, parent.external)
            };
            let unit = &mut units[i as usize];
            if !unit.siteless {
                unit.site = unit.site.or(site);
            }
            unit.external |= external;
        }
    }
}

impl UnitNode {
    pub(super) fn parent_state(&self) -> ParentState<u32> {
        match self.parent {
            None if self.faulty_parent => ParentState::Unknown,
            None => ParentState::Root,
            Some(Link::Live(parent)) => ParentState::Unit(parent),
            Some(Link::Ended) => ParentState::Ended,
            Some(Link::Undecided) => ParentState::Undecided,
        }
    }
}

/// The id of the thing at an index, which every view has from the map itself.
pub(super) fn key_at<K, V>(section: &indexmap::IndexMap<K, V>, ix: u32) -> &K {
    let (id, _) = section
        .get_index(ix as usize)
        .expect("a view's index is within its chart");
    id
}
