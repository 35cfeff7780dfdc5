//! Looking up every reference of a chart's entries, once.
//!
//! What leads nowhere is a fault, with the nearest id that there is. Nothing here makes a chart.

use std::collections::HashMap;

use super::build::{
    CellNode, CoLocationNode, FunctionNode, GroupNode, HeadNode, Link, StaffNode, UnitNode,
};
use super::lists::{List, Lists};
use crate::entry::{About, DecidedBy, Entries, Head, OrUndecided};
use crate::fault::{Fault, FaultKind, FaultPlace};
use crate::ids::{Id, Kind, Subject};
use crate::nearest::Nearest;
use crate::span::{PathStep, Place};

/// Looks references up and keeps what leads nowhere.
pub(super) struct Resolver<'a> {
    entries: &'a Entries,
    faults: Vec<Fault>,
    /// The lists of the nodes made so far.
    lists: Lists,
    nearest: HashMap<Kind, Nearest<'a>>,
}

/// A step to where a reference stands, told only where it leads nowhere.
#[derive(Clone, Copy)]
enum Step<'p> {
    Key(&'p str),
    KeyName(&'p str),
    Item(usize),
}

impl<'p> From<&'p str> for Step<'p> {
    fn from(key: &'p str) -> Self {
        Step::Key(key)
    }
}

impl From<usize> for Step<'_> {
    fn from(item: usize) -> Self {
        Step::Item(item)
    }
}

impl From<Step<'_>> for PathStep {
    fn from(step: Step<'_>) -> Self {
        match step {
            Step::Key(key) => PathStep::Key(key.to_owned()),
            Step::KeyName(key) => PathStep::KeyName(key.to_owned()),
            Step::Item(item) => PathStep::Item(item),
        }
    }
}

/// Only the first faults of a chart get a "did you mean": the rest are of one making.
const SUGGESTIONS: usize = 100;

impl<'a> Resolver<'a> {
    pub(super) fn new(entries: &'a Entries) -> Self {
        Resolver {
            entries,
            faults: Vec::new(),
            lists: Lists::default(),
            nearest: HashMap::new(),
        }
    }

    /// The lists of all nodes, and what leads nowhere.
    pub(super) fn finish(self) -> (Lists, Vec<Fault>) {
        (self.lists, self.faults)
    }

    /// Looks an id up; a fault where nothing has it.
    fn find<T: Id>(&mut self, id: &T, owner: &Subject, path: &[Step<'_>]) -> Option<Link> {
        self.find_item(id, owner, path, None)
    }

    /// The same of an item of a list.
    fn find_item<T: Id>(
        &mut self,
        id: &T,
        owner: &Subject,
        path: &[Step<'_>],
        item: Option<usize>,
    ) -> Option<Link> {
        let found = self.link(T::KIND, id.as_str());
        if found.is_none() {
            let path = path.iter().copied().chain(item.map(Step::Item));
            self.unknown(
                T::KIND,
                id.as_str(),
                owner,
                path.map(PathStep::from).collect(),
            );
        }
        found
    }

    /// What an id leads to.
    fn link(&self, kind: Kind, id: &str) -> Option<Link> {
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
        ended.then_some(Link::Ended)
    }

    /// A reference that leads nowhere.
    fn unknown(&mut self, kind: Kind, id: &str, owner: &Subject, path: Vec<PathStep>) {
        let entries = self.entries;
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
                path,
            }),
            subject: Some(owner.clone()),
        });
    }

    /// Looks up a list; ended and unknown ones are left out.
    fn list<T: Id>(&mut self, ids: &[T], owner: &Subject, path: &[Step<'_>]) -> Vec<u32> {
        let mut found = Vec::with_capacity(ids.len());
        for (i, id) in ids.iter().enumerate() {
            if let Some(Link::Live(i)) = self.find_item(id, owner, path, Some(i)) {
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

    fn decided<T: Id>(
        &mut self,
        id: Option<&OrUndecided<T>>,
        owner: &Subject,
        path: &[Step<'_>],
    ) -> Option<Link> {
        match id? {
            OrUndecided::Undecided => Some(Link::Undecided),
            OrUndecided::Id(id) => self.find(id, owner, path),
        }
    }

    pub(super) fn units(&mut self) -> Vec<UnitNode> {
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
            let site = self.decided(unit.site.as_ref(), &owner, &["site".into()]);
            self.list(&unit.independent_of, &owner, &["independent_of".into()]);
            nodes.push(UnitNode {
                faulty_parent: unit.parent.is_some() && parent.is_none(),
                parent,
                site: live(site),
                siteless: matches!(site, Some(Link::Ended | Link::Undecided)),
                head,
                external: unit.external,
                ..UnitNode::default()
            });
        }
        nodes
    }

    pub(super) fn staff(&mut self) -> Vec<StaffNode> {
        let mut nodes = Vec::with_capacity(self.entries.staff.len());
        for (id, entry) in &self.entries.staff {
            let (owner, post) = (id.subject(), &entry.value);
            let site = self.decided(post.site.as_ref(), &owner, &["site".into()]);
            let unit = self.decided(post.unit.as_ref(), &owner, &["unit".into()]);
            let performs = post.performs.as_deref().unwrap_or_default();
            let performs = self.list(performs, &owner, &["performs".into()]);
            let serves = post.serves.as_ref();
            let serves = serves.map(|groups| self.list(groups, &owner, &["for".into()]));
            let node = StaffNode {
                unit,
                site: live(site),
                siteless: matches!(site, Some(Link::Ended | Link::Undecided)),
                filled: post.filled.unwrap_or(true),
                performs: self.lists.add(performs),
                serves: serves.map(|groups| self.lists.add(groups)),
                reports_to: self.one(post.reports_to.as_ref(), &owner, "reports_to"),
                professional_lead: self.one(
                    post.professional_lead.as_ref(),
                    &owner,
                    "professional_lead",
                ),
                heads: List::default(),
            };
            self.list(&post.competences, &owner, &["competences".into()]);
            self.list(&post.covers_for, &owner, &["covers_for".into()]);
            for unit in post.wishes.keys() {
                let path = ["wishes".into(), Step::KeyName(unit.as_str())];
                self.find(unit, &owner, &path);
            }
            nodes.push(node);
        }
        nodes
    }

    pub(super) fn functions(&mut self) -> Vec<FunctionNode> {
        let mut nodes = Vec::with_capacity(self.entries.functions.len());
        for (id, entry) in &self.entries.functions {
            let (owner, function) = (id.subject(), &entry.value);
            let mut node = FunctionNode::default();
            for (e, scope) in function.responsible.iter().flat_map(|r| &r.0).enumerate() {
                let at = |key: &'static str| ["responsible".into(), e.into(), Step::from(key)];
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
                let at = |key: &'static str| ["needed_by".into(), Step::from(key)];
                self.list(&by.functions, &owner, &at("functions"));
                self.list(&by.target_groups, &owner, &at("target_groups"));
                self.list(&by.units, &owner, &at("units"));
                self.list(&by.staff, &owner, &at("staff"));
            }
            for (h, host) in function.hosted_by.iter().enumerate() {
                let at = |key: &'static str| ["hosted_by".into(), h.into(), Step::from(key)];
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

    pub(super) fn groups(&mut self) -> Vec<GroupNode> {
        let mut nodes = Vec::with_capacity(self.entries.target_groups.len());
        for (id, entry) in &self.entries.target_groups {
            let (owner, group) = (id.subject(), &entry.value);
            let mut pathway = Vec::with_capacity(group.pathway.len());
            for (i, function) in group.pathway.iter().enumerate() {
                let path = ["pathway".into(), Step::from(i)];
                if let Some(Link::Live(f)) = self.find(function, &owner, &path) {
                    pathway.push(f);
                }
            }
            self.decided(group.entrance.as_ref(), &owner, &["entrance".into()]);
            let pathway = self.lists.add(pathway);
            nodes.push(GroupNode { pathway });
        }
        nodes
    }

    pub(super) fn co_locations(&mut self) -> Vec<CoLocationNode> {
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
    pub(super) fn everything_else(&mut self) {
        let entries = self.entries;
        for (id, site) in &entries.sites {
            for other in site.value.travel.keys() {
                let path = ["travel".into(), Step::KeyName(other.as_str())];
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
            let path = ["process", "decision", "body"].map(Step::from);
            self.find(body, &Subject::chart(), &path);
        }
        for (i, step) in process.steps.iter().enumerate() {
            let at = |key: &'static str| ["process".into(), "steps".into(), i.into(), key.into()];
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
        let at = |key: &'static str| ["about".into(), Step::from(key)];
        self.list(&about.units, owner, &at("units"));
        self.list(&about.staff, owner, &at("staff"));
        self.list(&about.functions, owner, &at("functions"));
        self.list(&about.sites, owner, &at("sites"));
        self.list(&about.target_groups, owner, &at("target_groups"));
        self.list(&about.co_locations, owner, &at("co_locations"));
        self.list(&about.steps, owner, &at("steps"));
    }
}

/// What a reference leads to that is still there.
fn live(link: Option<Link>) -> Option<u32> {
    match link {
        Some(Link::Live(i)) => Some(i),
        _ => None,
    }
}

/// Every id of a kind, those of what has ended among them.
pub(super) fn ids_of(entries: &Entries, kind: Kind) -> Vec<&str> {
    fn keys<K: Id, V, S>(section: &indexmap::IndexMap<K, V, S>) -> Vec<&str> {
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
        Kind::Event => {
            let events = entries.nested.keys().filter(|s| s.kind == Kind::Event);
            events.map(|s| s.id.as_str()).collect()
        }
        _ => Vec::new(),
    }
}
