//! Making a chart of its entries: every reference looked up, every circle found, once.
//!
//! A reference to nothing is a fault and counts as not stated, so that it causes no second
//! finding. A reference to what has ended is no fault: it is left hanging, and rules find it.

use std::collections::HashMap;

use super::graph::{self, Forest};
use super::unit::ParentState;
use crate::entry::{About, DecidedBy, Entries, Head, OrUndecided};
use crate::fault::{Fault, FaultKind, FaultPlace};
use crate::ids::{Id, Kind, Subject};
use crate::nearest::Nearest;
use crate::span::{PathStep, Place};

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
                post.site = post.site.or(unit.site);
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
fn served_by_unit(functions: &[FunctionNode], unit: &UnitNode) -> Option<Vec<u32>> {
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
            unit.site = unit.site.or(site);
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

/// Looks references up and keeps what leads nowhere.
struct Resolver<'a> {
    entries: &'a Entries,
    faults: Vec<Fault>,
    nearest: HashMap<Kind, Nearest<'a>>,
}

/// Only the first faults of a chart get a "did you mean": the rest are of one making.
const SUGGESTIONS: usize = 100;

impl<'a> Resolver<'a> {
    fn new(entries: &'a Entries) -> Self {
        Resolver {
            entries,
            faults: Vec::new(),
            nearest: HashMap::new(),
        }
    }

    /// Looks an id up; a fault where nothing has it.
    fn find<T: Id>(&mut self, id: &T, owner: &Subject, path: &[PathStep]) -> Option<Link> {
        self.find_kind(T::KIND, id.as_str(), owner, path)
    }

    fn find_kind(
        &mut self,
        kind: Kind,
        id: &str,
        owner: &Subject,
        path: &[PathStep],
    ) -> Option<Link> {
        let entries = self.entries;
        let live = match kind {
            Kind::Unit => entries.units.get_index_of(id),
            Kind::Site => entries.sites.get_index_of(id),
            Kind::Staff => entries.staff.get_index_of(id),
            Kind::Function => entries.functions.get_index_of(id),
            Kind::TargetGroup => entries.target_groups.get_index_of(id),
            Kind::Competence => entries.competences.get_index_of(id),
            Kind::Body => entries.bodies.get_index_of(id),
            Kind::CoLocation => entries.co_locations.get_index_of(id),
            Kind::Step => entries
                .process
                .steps
                .iter()
                .position(|s| s.id.as_ref().is_some_and(|s| s.as_str() == id)),
            _ => None,
        };
        if let Some(i) = live {
            return Some(Link::Live(i as u32));
        }
        let ended = match kind {
            Kind::Unit => entries.ended.units.contains_key(id),
            Kind::Site => entries.ended.sites.contains_key(id),
            Kind::Staff => entries.ended.staff.contains_key(id),
            Kind::Function => entries.ended.functions.contains_key(id),
            Kind::TargetGroup => entries.ended.target_groups.contains_key(id),
            _ => false,
        };
        if ended {
            return Some(Link::Ended);
        }
        let nearest = (self.faults.len() < SUGGESTIONS)
            .then(|| {
                let index = self
                    .nearest
                    .entry(kind)
                    .or_insert_with(|| Nearest::new(ids_of(entries, kind)));
                index.to(id).map(str::to_owned)
            })
            .flatten();
        self.faults.push(Fault {
            kind: FaultKind::UnknownReference {
                kind,
                id: id.to_owned(),
                nearest,
            },
            at: FaultPlace::Place(Place {
                subject: owner.clone(),
                path: path.to_vec(),
            }),
            subject: Some(owner.clone()),
        });
        None
    }

    /// Looks up a list; ended and unknown ones are left out.
    fn list<T: Id>(&mut self, ids: &[T], owner: &Subject, path: &[PathStep]) -> Vec<u32> {
        let mut found = Vec::with_capacity(ids.len());
        for (i, id) in ids.iter().enumerate() {
            let mut path = path.to_vec();
            path.push(i.into());
            if let Some(Link::Live(i)) = self.find(id, owner, &path) {
                found.push(i);
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    fn one<T: Id>(&mut self, id: Option<&T>, owner: &Subject, key: &str) -> Option<Link> {
        id.and_then(|id| self.find(id, owner, &[key.into()]))
    }

    fn live<T: Id>(&mut self, id: Option<&T>, owner: &Subject, key: &str) -> Option<u32> {
        match self.one(id, owner, key) {
            Some(Link::Live(i)) => Some(i),
            _ => None,
        }
    }

    fn decided<T: Id>(
        &mut self,
        id: Option<&OrUndecided<T>>,
        owner: &Subject,
        path: &[PathStep],
    ) -> Option<Link> {
        match id? {
            OrUndecided::Undecided => Some(Link::Undecided),
            OrUndecided::Id(id) => self.find(id, owner, path),
        }
    }

    fn units(&mut self) -> Vec<UnitNode> {
        let mut nodes = Vec::with_capacity(self.entries.units.len());
        for (id, entry) in &self.entries.units {
            let (owner, unit) = (id.subject(), &entry.value);
            let parent = self.decided(unit.parent.as_ref(), &owner, &["parent".into()]);
            let head = match &unit.head {
                None => None,
                Some(Head::None) => Some(HeadNode::None),
                Some(Head::Vacant) => Some(HeadNode::Vacant),
                Some(Head::Post(post)) => match self.one(Some(post), &owner, "head") {
                    Some(Link::Live(post)) => Some(HeadNode::Post(post)),
                    // The post has ended, so nobody has it.
                    Some(_) => Some(HeadNode::Vacant),
                    None => None,
                },
            };
            let site = self.live(unit.site.as_ref(), &owner, "site");
            self.list(&unit.independent_of, &owner, &["independent_of".into()]);
            nodes.push(UnitNode {
                faulty_parent: unit.parent.is_some() && parent.is_none(),
                parent,
                site,
                head,
                external: unit.external,
                ..UnitNode::default()
            });
        }
        nodes
    }

    fn staff(&mut self) -> Vec<StaffNode> {
        let mut nodes = Vec::with_capacity(self.entries.staff.len());
        for (id, entry) in &self.entries.staff {
            let (owner, post) = (id.subject(), &entry.value);
            let node = StaffNode {
                unit: self.decided(post.unit.as_ref(), &owner, &["unit".into()]),
                site: self.live(post.site.as_ref(), &owner, "site"),
                performs: post.performs.as_ref().map_or_else(Vec::new, |functions| {
                    self.list(functions, &owner, &["performs".into()])
                }),
                serves: post
                    .serves
                    .as_ref()
                    .map(|groups| self.list(groups, &owner, &["for".into()])),
                reports_to: self.one(post.reports_to.as_ref(), &owner, "reports_to"),
                professional_lead: self.one(
                    post.professional_lead.as_ref(),
                    &owner,
                    "professional_lead",
                ),
                heads: Vec::new(),
            };
            self.list(&post.competences, &owner, &["competences".into()]);
            self.list(&post.covers_for, &owner, &["covers_for".into()]);
            for unit in post.wishes.keys() {
                let path = ["wishes".into(), PathStep::KeyName(unit.as_str().to_owned())];
                self.find(unit, &owner, &path);
            }
            nodes.push(node);
        }
        nodes
    }

    fn functions(&mut self) -> Vec<FunctionNode> {
        let mut nodes = Vec::with_capacity(self.entries.functions.len());
        for (id, entry) in &self.entries.functions {
            let (owner, function) = (id.subject(), &entry.value);
            let mut node = FunctionNode::default();
            for (e, scope) in function.responsible.iter().flat_map(|r| &r.0).enumerate() {
                let at = |key: &str| ["responsible".into(), e.into(), PathStep::from(key)];
                let holder = self.decided(scope.unit.as_ref(), &owner, &at("unit"));
                let site = scope
                    .site
                    .as_ref()
                    .map(|site| self.find(site, &owner, &at("site")));
                let groups = self.list(&scope.groups, &owner, &at("for"));
                let site = match site {
                    None => None,
                    Some(Some(Link::Live(site))) => Some(site),
                    // A scope at a closed or unknown site is no scope.
                    Some(_) => continue,
                };
                let Some(holder) = holder else { continue };
                let groups: Vec<Option<u32>> = if scope.groups.is_empty() {
                    vec![None]
                } else {
                    groups.into_iter().map(Some).collect()
                };
                node.cells.extend(groups.into_iter().map(|group| CellNode {
                    holder,
                    entry: e as u32,
                    site,
                    group,
                }));
            }
            if let Some(DecidedBy::Unit(unit)) = &function.decided_by {
                self.one(Some(unit), &owner, "decided_by");
            }
            if let Some(DecidedBy::Staff(post)) = &function.decided_by {
                self.find(post, &owner, &["decided_by".into(), "staff".into()]);
            }
            self.list(&function.needed_at, &owner, &["needed_at".into()]);
            if let Some(by) = &function.needed_by {
                let at = |key: &str| ["needed_by".into(), PathStep::from(key)];
                self.list(&by.functions, &owner, &at("functions"));
                self.list(&by.target_groups, &owner, &at("target_groups"));
                self.list(&by.units, &owner, &at("units"));
                self.list(&by.staff, &owner, &at("staff"));
            }
            for (h, host) in function.hosted_by.iter().enumerate() {
                let at = |key: &str| ["hosted_by".into(), h.into(), PathStep::from(key)];
                if let Some(unit) = &host.unit {
                    self.find(unit, &owner, &at("unit"));
                }
                if let Some(site) = &host.site {
                    self.find(site, &owner, &at("site"));
                }
            }
            nodes.push(node);
        }
        nodes
    }

    fn groups(&mut self) -> Vec<GroupNode> {
        let mut nodes = Vec::with_capacity(self.entries.target_groups.len());
        for (id, entry) in &self.entries.target_groups {
            let (owner, group) = (id.subject(), &entry.value);
            let mut pathway = Vec::with_capacity(group.pathway.len());
            for (i, function) in group.pathway.iter().enumerate() {
                let path = ["pathway".into(), PathStep::from(i)];
                if let Some(Link::Live(f)) = self.find(function, &owner, &path) {
                    pathway.push(f);
                }
            }
            self.decided(group.entrance.as_ref(), &owner, &["entrance".into()]);
            nodes.push(GroupNode { pathway });
        }
        nodes
    }

    fn co_locations(&mut self) -> Vec<CoLocationNode> {
        let mut nodes = Vec::with_capacity(self.entries.co_locations.len());
        for (id, entry) in &self.entries.co_locations {
            let (owner, stated) = (id.subject(), &entry.value);
            nodes.push(CoLocationNode {
                functions: self.list(&stated.functions, &owner, &["functions".into()]),
                units: self.list(&stated.units, &owner, &["units".into()]),
                staff: self.list(&stated.staff, &owner, &["staff".into()]),
                groups: self.list(&stated.groups, &owner, &["for".into()]),
            });
        }
        nodes
    }

    /// References that no view follows yet: looked up so that a misspelt one is found today.
    fn everything_else(&mut self) {
        let entries = self.entries;
        for (id, site) in &entries.sites {
            for other in site.value.travel.keys() {
                let path = [
                    "travel".into(),
                    PathStep::KeyName(other.as_str().to_owned()),
                ];
                self.find(other, &id.subject(), &path);
            }
        }
        for (id, interface) in &entries.interfaces {
            self.list(&interface.value.units, &id.subject(), &["units".into()]);
            self.list(&interface.value.staff, &id.subject(), &["staff".into()]);
        }
        for (id, body) in &entries.bodies {
            self.list(&body.value.covers, &id.subject(), &["covers".into()]);
        }
        for (id, premise) in &entries.premises {
            self.about(premise.value.about.as_ref(), &id.subject());
        }
        for (id, open) in &entries.open {
            self.about(open.value.about.as_ref(), &id.subject());
        }
        for (id, ended) in &entries.ended.functions {
            self.list(&ended.at, &id.subject(), &["at".into()]);
        }
        let process = &entries.process;
        if let Some(body) = process.decision.as_ref().and_then(|d| d.body.as_ref()) {
            let path = ["process", "decision", "body"].map(PathStep::from);
            self.find(body, &Subject::chart(), &path);
        }
        for (i, step) in process.steps.iter().enumerate() {
            let at = |key: &str| ["process".into(), "steps".into(), i.into(), key.into()];
            let owner = Subject::chart();
            if let Some(body) = &step.body {
                self.find(body, &owner, &at("body"));
            }
            self.list(&step.after, &owner, &at("after"));
            self.list(&step.parallel_with, &owner, &at("parallel_with"));
        }
    }

    fn about(&mut self, about: Option<&About>, owner: &Subject) {
        let Some(about) = about else { return };
        let at = |key: &str| ["about".into(), PathStep::from(key)];
        self.list(&about.units, owner, &at("units"));
        self.list(&about.staff, owner, &at("staff"));
        self.list(&about.functions, owner, &at("functions"));
        self.list(&about.sites, owner, &at("sites"));
        self.list(&about.target_groups, owner, &at("target_groups"));
        self.list(&about.co_locations, owner, &at("co_locations"));
        self.list(&about.steps, owner, &at("steps"));
    }
}

fn ids_of(entries: &Entries, kind: Kind) -> Vec<&str> {
    fn keys<K: Id, V>(section: &indexmap::IndexMap<K, V>) -> Vec<&str> {
        section.keys().map(Id::as_str).collect()
    }
    match kind {
        Kind::Unit => [keys(&entries.units), keys(&entries.ended.units)].concat(),
        Kind::Site => [keys(&entries.sites), keys(&entries.ended.sites)].concat(),
        Kind::Staff => [keys(&entries.staff), keys(&entries.ended.staff)].concat(),
        Kind::Function => [keys(&entries.functions), keys(&entries.ended.functions)].concat(),
        Kind::TargetGroup => [
            keys(&entries.target_groups),
            keys(&entries.ended.target_groups),
        ]
        .concat(),
        Kind::Competence => keys(&entries.competences),
        Kind::Body => keys(&entries.bodies),
        Kind::CoLocation => keys(&entries.co_locations),
        Kind::Step => {
            let ids = entries.process.steps.iter().filter_map(|s| s.id.as_ref());
            ids.map(Id::as_str).collect()
        }
        _ => Vec::new(),
    }
}

/// The id of the thing at an index, which every view has from the map itself.
pub(super) fn key_at<K, V>(section: &indexmap::IndexMap<K, V>, ix: u32) -> &K {
    let (id, _) = section
        .get_index(ix as usize)
        .expect("a view's index is within its chart");
    id
}
