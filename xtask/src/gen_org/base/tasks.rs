//! The functions of a municipality: drafted while units and posts are made, written at the end,
//! when it is known who holds and who performs them.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use rokade_core::entry::{
    DecidedBy, Entries, FunctionEntry, FunctionKind, OneOrMany, OrUndecided, Per, ResponsibleScope,
    Section, StaffEntry, TargetGroupEntry, Volume,
};
use rokade_core::ids::{FunctionId, Id, SiteId, StaffId, TargetGroupId, UnitId};
use rokade_core::quantity::Quantity;
use rokade_core::span::Entry;

use super::super::catalogue::{Group, Institution, Task};
use super::super::{dice::Dice, words};
use super::build::Builder;
use super::made;
use super::plan::BranchPlan;

/// The functions of a municipality, as far as they are known.
#[derive(Debug)]
pub(super) struct Drafts {
    suffix: String,
    functions: IndexMap<FunctionId, Draft>,
}

#[derive(Debug)]
struct Draft {
    task: Task,
    name: String,
    scopes: Vec<ResponsibleScope>,
    needed_at: Vec<SiteId>,
    /// How many posts perform it in each unit.
    posts: BTreeMap<UnitId, u32>,
}

impl Drafts {
    pub(super) fn new(suffix: String) -> Self {
        Drafts {
            suffix,
            functions: IndexMap::new(),
        }
    }

    /// The id that a task has here, in an area where it has one.
    pub(super) fn id(&self, key: &str, area: &str) -> FunctionId {
        let area = if area.is_empty() {
            String::new()
        } else {
            format!("-{}", words::slug(area))
        };
        made(&format!("{key}{area}{}", self.suffix))
    }

    /// The function of a task, drafted where it was not yet.
    pub(super) fn function(&mut self, task: &Task, area: &str) -> FunctionId {
        let id = self.id(task.key, area);
        if !self.functions.contains_key(&id) {
            let name = if area.is_empty() {
                task.name.to_owned()
            } else {
                format!("{}, {area}", task.name)
            };
            let draft = Draft {
                task: *task,
                name,
                scopes: Vec::new(),
                needed_at: Vec::new(),
                posts: BTreeMap::new(),
            };
            self.functions.insert(id.clone(), draft);
        }
        id
    }

    /// Makes a unit responsible; a scope that is held already stays with whoever holds it.
    pub(super) fn hold(
        &mut self,
        id: &FunctionId,
        unit: &UnitId,
        site: Option<&SiteId>,
        groups: &[TargetGroupId],
    ) {
        if let Some(draft) = self.functions.get_mut(id) {
            let scope = ResponsibleScope {
                unit: Some(OrUndecided::Id(unit.clone())),
                site: site.cloned(),
                groups: groups.to_vec(),
                ..ResponsibleScope::default()
            };
            let taken = |s: &ResponsibleScope| s.site == scope.site && s.groups == scope.groups;
            if !draft.scopes.iter().any(taken) {
                draft.scopes.push(scope);
            }
        }
    }

    pub(super) fn need(&mut self, id: &FunctionId, site: &SiteId) {
        if let Some(draft) = self.functions.get_mut(id) {
            draft.needed_at.push(site.clone());
        }
    }

    pub(super) fn performed(&mut self, id: &FunctionId, unit: &UnitId, posts: u32) {
        if let Some(draft) = self.functions.get_mut(id) {
            *draft.posts.entry(unit.clone()).or_default() += posts;
        }
    }

    /// Whether posts that are certainly there perform it in a unit.
    pub(super) fn is_performed_in(&self, id: &FunctionId, unit: &UnitId) -> bool {
        let draft = self.functions.get(id);
        draft.is_some_and(|draft| draft.posts.get(unit).is_some_and(|&posts| posts > 0))
    }

    /// Whether somebody is responsible for it for this target group.
    pub(super) fn is_held_for(&self, id: &FunctionId, group: &TargetGroupId) -> bool {
        self.functions.get(id).is_some_and(|draft| {
            let mut scopes = draft.scopes.iter();
            scopes.any(|scope| scope.groups.is_empty() || scope.groups.contains(group))
        })
    }

    /// Whether cases are counted.
    pub(super) fn has_cases(&self, id: &FunctionId) -> bool {
        self.functions
            .get(id)
            .is_some_and(|draft| draft.task.norm > 0)
    }

    /// Writes them all.
    pub(super) fn write(self, entries: &mut Entries, dice: &mut Dice) {
        entries.functions.reserve(self.functions.len());
        for (id, draft) in self.functions {
            let entry = draft.entry(&entries.staff, dice);
            entries.functions.insert(id, Entry::computed(entry));
        }
    }
}

impl Draft {
    fn entry(self, staff: &Section<StaffId, StaffEntry>, dice: &mut Dice) -> FunctionEntry {
        let Draft {
            task,
            name,
            mut scopes,
            needed_at,
            posts,
        } = self;
        if task.norm > 0 {
            for scope in &mut scopes {
                let unit = scope.unit.as_ref().and_then(OrUndecided::id);
                let posts = unit.and_then(|unit| posts.get(unit)).copied().unwrap_or(0);
                // A unit with several scopes has its posts for all of them.
                scope.cases = about(task.norm * posts * dice.between(40, 90) / 100);
            }
        }
        let citizen = task.kind == FunctionKind::Citizen;
        let volume = (task.kind == FunctionKind::Support && dice.percent(40)).then(|| Volume {
            enquiries: about(dice.between(20, 180)),
            per: Some(if dice.percent(50) {
                Per::Day
            } else {
                Per::Week
            }),
            per_post: None,
        });
        let holder = scopes.first().and_then(|scope| scope.unit.as_ref()?.id());
        let lead = holder.map(|unit| made::<StaffId>(&format!("fagkoordinator-{unit}")));
        let lead = lead.filter(|lead| staff.contains_key(lead));
        let decided_by = match dice.below(8) {
            0 if citizen => Some(DecidedBy::Head),
            1 | 2 if citizen => Some(DecidedBy::Performers),
            3 if citizen => holder.cloned().map(DecidedBy::Unit),
            4 | 5 if citizen => lead.map(DecidedBy::Staff),
            _ => None,
        };
        FunctionEntry {
            name: Some(name.into()),
            kind: Some(task.kind),
            kle: Some(task.kle.into()),
            statutory: task.statutory,
            responsible: (!scopes.is_empty()).then_some(OneOrMany(scopes)),
            cases_per_post: (task.norm > 0).then(|| Quantity::exact(task.norm)),
            volume,
            decided_by,
            needed_at,
            ..FunctionEntry::default()
        }
    }
}

/// A number as people give it who have not counted: in tens, `ca.`; none for nought.
pub(super) fn about(n: u32) -> Option<Quantity> {
    let tens = i64::from(n.div_ceil(10)) * 1000;
    (n > 0)
        .then(|| Quantity::from_hundredths(tens, Some(tens), true))
        .flatten()
}

impl Builder<'_> {
    /// The target groups of a forvaltning; what their citizens meet is filled in at the end.
    pub(super) fn groups(&mut self, plan: &BranchPlan) {
        for department in &plan.departments {
            for group in department.template.groups {
                let id = self.group(group, "", self.size as u32);
                self.town.groups.push(id);
            }
        }
    }

    fn group(&mut self, group: &Group, area: &str, staff: u32) -> TargetGroupId {
        let key = if area.is_empty() {
            group.key.to_owned()
        } else {
            format!("{}-{}", group.key, words::slug(area))
        };
        let id: TargetGroupId = made(&format!("{key}{}", self.town.suffix));
        let name = if area.is_empty() {
            group.name.to_owned()
        } else {
            format!("{}, {area}", group.name)
        };
        let citizens = group.citizens * staff / 100 * self.dice.between(80, 130) / 100;
        let entry = TargetGroupEntry {
            name: Some(name.into()),
            citizens: about(citizens.max(12)),
            pathway: group
                .pathway
                .iter()
                .map(|key| self.drafts.id(key, area))
                .collect(),
            ..TargetGroupEntry::default()
        };
        let target_groups = &mut self.entries.target_groups;
        target_groups.insert(id.clone(), Entry::computed(entry));
        id
    }

    /// Those whom the institutions of an area are for.
    pub(super) fn institution_group(
        &mut self,
        over: usize,
        template: &Institution,
        area: &str,
        institutions: usize,
    ) {
        let id = self.group(&template.group, area, institutions as u32 * 20);
        let unit = self.town.departments[over].id.clone();
        if let Some(group) = self.entries.target_groups.get_mut(id.as_str()) {
            group.value.entrance = Some(OrUndecided::Id(unit));
        }
        self.town.groups.push(id);
    }

    /// Of each pathway what somebody does for those citizens, and who meets them first.
    pub(super) fn pathways(&mut self) {
        for id in &self.town.groups {
            let Some(group) = self.entries.target_groups.get_mut(id.as_str()) else {
                continue;
            };
            let group = &mut group.value;
            let drafts = &self.drafts;
            group.pathway.retain(|step| drafts.is_held_for(step, id));
            let Some(first) = group.pathway.first().filter(|_| group.entrance.is_none()) else {
                continue;
            };
            let holds = |team: &&super::Team| {
                team.holds.iter().any(|hold| {
                    hold.function == *first && (hold.groups.is_empty() || hold.groups.contains(id))
                })
            };
            let team = self.town.teams.iter().find(holds);
            group.entrance = team.map(|team| OrUndecided::Id(team.id.clone()));
        }
        let loose = |id: &&TargetGroupId| id.as_str().starts_with("tilflyttere");
        self.town.loose_group = self.town.groups.iter().find(loose).cloned();
    }
}
