//! Making a chart of its entries: every reference looked up, every circle found, once.
//!
//! A reference to nothing is a fault and counts as not stated, so that it causes no second
//! finding. A reference to what has ended is no fault: it is left hanging, and rules find it.

use std::sync::OnceLock;

use super::counted::Counted;
use super::graph::{self, Forest};
use super::lists::{List, Lists};
use super::order::Orders;
use super::resolve::Resolver;
use super::scopes::Scopes;
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
    /// The lists that nodes name.
    pub(super) lists: Lists,
    /// Function and cell of each responsibility, unit by unit.
    pub(super) holds: Lists<(u32, u32)>,
    pub(super) units: Vec<UnitNode>,
    pub(super) staff: Vec<StaffNode>,
    pub(super) functions: Vec<FunctionNode>,
    pub(super) sites: Vec<SiteNode>,
    pub(super) groups: Vec<GroupNode>,
    pub(super) co_locations: Vec<CoLocationNode>,
    pub(super) counted: Counted,
    pub(super) orders: Orders,
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
    pub(super) staff: List,
    /// Function and cell of each responsibility it holds.
    pub(super) holds: List,
    /// The target groups of its own responsibilities; `None` where one of them is for anyone, or
    /// there are none.
    pub(super) serves: Option<List>,
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
    /// Somebody is in the posts.
    pub(super) filled: bool,
    pub(super) performs: List,
    /// `None` where neither the posts nor their unit's responsibilities narrow it: anyone.
    pub(super) serves: Option<List>,
    pub(super) reports_to: Option<Link>,
    pub(super) professional_lead: Option<Link>,
    /// The units it heads, the topmost first.
    pub(super) heads: List,
}

#[derive(Debug, Default)]
pub(super) struct FunctionNode {
    pub(super) cells: Vec<CellNode>,
    pub(super) performers: List,
    /// Sites of other units' places where it is done.
    pub(super) hosted: List,
    /// Its responsibilities by scope, where they have been asked for by it.
    pub(super) scopes: OnceLock<Scopes>,
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
    pub(super) staff: List,
    pub(super) units: List,
}

#[derive(Debug, Default)]
pub(super) struct GroupNode {
    pub(super) pathway: List,
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
        let staff = resolver.staff();
        let functions = resolver.functions();
        let groups = resolver.groups();
        let co_locations = resolver.co_locations();
        resolver.everything_else();
        let (lists, mut faults) = resolver.finish();

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

        let mut chart = Chart {
            forest,
            lists,
            holds: Lists::default(),
            units,
            staff,
            functions,
            sites: Vec::new(),
            groups,
            co_locations,
            counted: Counted::default(),
            orders: Orders::default(),
            entries,
        };
        chart.hand_responsibilities_to_units();
        chart.hand_posts_to_units();
        chart.hand_posts_what_is_their_units();
        chart.hand_heads_to_posts();
        chart.hand_posts_to_functions();
        chart.hand_staff_and_units_to_sites();
        chart.hand_hosts_to_functions();
        (chart, faults)
    }

    fn hand_responsibilities_to_units(&mut self) {
        let cells = (0..).zip(&self.functions).flat_map(|(f, function)| {
            (0..)
                .zip(&function.cells)
                .filter_map(move |(c, cell)| match cell.holder {
                    Link::Live(unit) => Some((unit, (f, c))),
                    _ => None,
                })
        });
        let held = self.holds.add_each(self.units.len(), cells);
        for (unit, held) in self.units.iter_mut().zip(held) {
            unit.holds = held;
            let groups = served(&self.functions, &self.holds[held]);
            unit.serves = groups.map(|groups| self.lists.add(groups));
        }
    }

    fn hand_posts_to_units(&mut self) {
        let posts = (0..).zip(&self.staff);
        let posts = posts.filter_map(|(s, post)| match post.unit {
            Some(Link::Live(unit)) => Some((unit, s)),
            _ => None,
        });
        let posts = self.lists.add_each(self.units.len(), posts);
        for (unit, posts) in self.units.iter_mut().zip(posts) {
            unit.staff = posts;
        }
    }

    fn hand_posts_what_is_their_units(&mut self) {
        for post in &mut self.staff {
            if let Some(Link::Live(unit)) = post.unit {
                let unit = &self.units[unit as usize];
                if !post.siteless {
                    post.site = post.site.or(unit.site);
                }
                post.serves = post.serves.or(unit.serves);
            }
        }
    }

    fn hand_heads_to_posts(&mut self) {
        let headed = (0..).zip(&self.units);
        let headed = headed.filter_map(|(u, unit)| match unit.head {
            Some(HeadNode::Post(post)) => Some((post, u)),
            _ => None,
        });
        let headed = self.lists.add_each(self.staff.len(), headed);
        for (post, headed) in self.staff.iter_mut().zip(headed) {
            post.heads = headed;
            self.lists[headed].sort_by_key(|&u| {
                let id = self.entries.units.get_index(u as usize).map(|(id, _)| id);
                (self.forest.depth[u as usize], id)
            });
        }
    }

    fn hand_posts_to_functions(&mut self) {
        let performed = (0..).zip(&self.staff).flat_map(|(s, post)| {
            let performs = self.lists[post.performs].iter();
            performs.map(move |&function| (function, s))
        });
        let performed: Vec<(u32, u32)> = performed.collect();
        let performers = self
            .lists
            .add_each(self.functions.len(), performed.into_iter());
        for (function, performers) in self.functions.iter_mut().zip(performers) {
            function.performers = performers;
        }
    }

    fn hand_staff_and_units_to_sites(&mut self) {
        let staff = (0..).zip(&self.staff);
        let staff = staff.filter_map(|(s, post)| Some((post.site?, s)));
        let units = (0..).zip(&self.units);
        let units = units.filter_map(|(u, unit)| Some((unit.site?, u)));
        let sites = self.entries.sites.len();
        let staff = self.lists.add_each(sites, staff);
        let units = self.lists.add_each(sites, units);
        let sites = staff.into_iter().zip(units);
        self.sites = sites
            .map(|(staff, units)| SiteNode { staff, units })
            .collect();
    }

    fn hand_hosts_to_functions(&mut self) {
        let entries = &self.entries;
        for (function, (_, entry)) in self.functions.iter_mut().zip(&entries.functions) {
            let hosts = entry.value.hosted_by.iter();
            let sites = hosts.filter_map(|host| match (&host.site, &host.unit) {
                (Some(site), _) => entries.sites.get_index_of(site.as_str()).map(|i| i as u32),
                (None, Some(unit)) => {
                    let unit = entries.units.get_index_of(unit.as_str())?;
                    self.units[unit].site
                }
                (None, None) => None,
            });
            function.hosted = self.lists.add(sites);
        }
    }

    /// What the chart was made of.
    #[inline]
    pub fn entries(&self) -> &Entries {
        &self.entries
    }

    /// Whether it is worth a second thread to go through it: of a small chart, one is done before
    /// another has begun.
    pub fn is_large(&self) -> bool {
        self.units.len() + self.staff.len() >= MANY_THINGS
    }
}

/// From how many units and groups of posts on a chart is large.
const MANY_THINGS: usize = 5_000;

/// The target groups of responsibilities; `None` where one of them is for anyone, or there are
/// none.
fn served(functions: &[FunctionNode], holds: &[(u32, u32)]) -> Option<Vec<u32>> {
    let mut groups = Vec::new();
    for &(function, cell) in holds {
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
            if at == circle[0] {
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
    for &i in &forest.order {
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
#[inline]
pub(super) fn key_at<K, V, S>(section: &indexmap::IndexMap<K, V, S>, ix: u32) -> &K {
    let (id, _) = section
        .get_index(ix as usize)
        .expect("a view's index is within its chart");
    id
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Source;

    #[test]
    fn charts_can_be_read_and_made_on_threads_of_their_own() {
        fn crosses<T: Send + Sync>() {}
        crosses::<Source>();
        crosses::<Entries>();
        crosses::<Chart>();
        crosses::<Fault>();
    }
}
