//! The events that lineage recognised, in an order in which they can be applied.
//!
//! What is told here may be too much or not quite so: events that bring the base no nearer to the
//! revision are left out again. Everything is named as it is called when its turn comes: what
//! gets another id gets it early.

use indexmap::IndexMap;
use rokade_core::chart::{Chart, UnitView};
use rokade_core::entry::{
    Appoint, Close, Discontinue, EndedEntry, Establish, Established, EventEntry, Head, Merge, Move,
    Relocate, Rename, Split, SplitPart,
};
use rokade_core::ids::{AnyId, FunctionId, Id, UnitId};
use rokade_core::quantity::Amount;

use super::event;
use crate::changes::ChangeSet;
use crate::lineage::Tracks;
use crate::units::UnitChange;

pub(super) fn of(base: &Chart, revision: &Chart, changes: &ChangeSet) -> Vec<EventEntry> {
    let writer = Writer {
        base,
        revision,
        changes,
    };
    let mut events = Vec::new();
    writer.founded(&mut events);
    writer.renamed(&mut events);
    writer.merged(&mut events);
    writer.split(&mut events);
    for unit in &changes.units {
        writer.unit(unit, &mut events);
    }
    writer.functions(&mut events);
    writer.staff(&mut events);
    writer.recruited(&mut events);
    writer.enlarged(&mut events);
    writer.reduced(&mut events);
    writer.appointed(&mut events);
    writer.ended(&mut events);
    events
}

pub(super) struct Writer<'a> {
    pub(super) base: &'a Chart,
    pub(super) revision: &'a Chart,
    pub(super) changes: &'a ChangeSet,
}

/// The one thing that a thing of the base became, and that came of it alone.
pub(super) fn became<'t, I: Id>(tracks: &'t Tracks<I>, base: &I) -> Option<&'t I> {
    match tracks.descendants(base) {
        [one] if tracks.ancestors(one).len() == 1 => Some(one),
        _ => None,
    }
}

/// What a thing of the base is called in the revision: by what it became, where that is one.
pub(super) fn called<'t, I: Id>(tracks: &'t Tracks<I>, base: &'t I) -> &'t I {
    match tracks.descendants(base) {
        [one] => one,
        _ => base,
    }
}

impl Writer<'_> {
    /// New sites, units from the roots down, target groups and functions.
    fn founded(&self, events: &mut Vec<EventEntry>) {
        let entries = self.revision.entries();
        let lineage = &self.changes.lineage;
        let mut establish = |thing: Established| {
            events.push(event(None, |event| {
                event.establish = Some(Box::new(Establish::from(thing)));
            }));
        };
        for (id, site) in &entries.sites {
            if lineage.sites.ancestors(id).is_empty() {
                establish(Established::Site(id.clone(), Box::new(site.value.clone())));
            }
        }
        let mut units: Vec<UnitView<'_>> = self
            .revision
            .units()
            .filter(|unit| lineage.units.ancestors(unit.id()).is_empty())
            .collect();
        units.sort_by_key(|unit| unit.depth());
        for unit in units {
            let entry = Box::new(unit.entry().clone());
            establish(Established::Unit(unit.id().clone(), entry));
        }
        for (id, group) in &entries.target_groups {
            if lineage.groups.ancestors(id).is_empty() {
                let entry = Box::new(group.value.clone());
                establish(Established::TargetGroup(id.clone(), entry));
            }
        }
        for (id, function) in &entries.functions {
            if lineage.functions.ancestors(id).is_empty() {
                let entry = Box::new(function.value.clone());
                establish(Established::Function(id.clone(), entry));
            }
        }
    }

    /// Other names and other ids.
    fn renamed(&self, events: &mut Vec<EventEntry>) {
        let (base, revision) = (self.base.entries(), self.revision.entries());
        let lineage = &self.changes.lineage;
        macro_rules! renamed {
            ($section:ident, $tracks:expr, $key:ident, $name:ident) => {
                for (old, before) in &base.$section {
                    let Some(new) = became($tracks, old) else {
                        continue;
                    };
                    let Some(now) = revision.$section.get(new) else {
                        continue;
                    };
                    let (before, now) = (&before.value.$name, &now.value.$name);
                    let name = now.clone().filter(|_| now != before);
                    let id = (new != old).then(|| AnyId::from_id(new));
                    if name.is_some() || id.is_some() {
                        events.push(event(None, |event| {
                            event.rename = Some(Rename {
                                $key: Some(old.clone()),
                                name,
                                id,
                                ..Rename::default()
                            });
                        }));
                    }
                }
            };
        }
        renamed!(sites, &lineage.sites, site, name);
        renamed!(units, &lineage.units, unit, name);
        renamed!(functions, &lineage.functions, function, name);
        renamed!(target_groups, &lineage.groups, target_group, name);
        renamed!(staff, &lineage.staff, staff, title);
    }

    /// Units, functions and target groups that became one.
    fn merged(&self, events: &mut Vec<EventEntry>) {
        let lineage = &self.changes.lineage;
        for unit in self.revision.units() {
            let Some(units) = joined(&lineage.units, unit.id()) else {
                continue;
            };
            let entry = unit.entry();
            let stood = self.base.unit(unit.id()).map(UnitView::entry);
            let is_new = stood.is_none();
            events.push(event(None, |event| {
                event.merge = Some(Merge {
                    units,
                    into: Some(AnyId::from_id(unit.id())),
                    name: entry
                        .name
                        .clone()
                        .filter(|name| stood.and_then(|unit| unit.name.as_ref()) != Some(name)),
                    parent: entry.parent.clone().filter(|_| is_new),
                    site: entry.site.clone().filter(|_| is_new),
                    head: entry.head.clone().filter(|_| is_new),
                    ..Merge::default()
                });
            }));
        }
        for function in self.revision.functions() {
            if let Some(functions) = joined(&lineage.functions, function.id()) {
                events.push(event(None, |event| {
                    event.merge = Some(Merge {
                        functions,
                        into: Some(AnyId::from_id(function.id())),
                        name: function.entry().name.clone(),
                        ..Merge::default()
                    });
                }));
            }
        }
        for group in self.revision.groups() {
            if let Some(target_groups) = joined(&lineage.groups, group.id()) {
                events.push(event(None, |event| {
                    event.merge = Some(Merge {
                        target_groups,
                        into: Some(AnyId::from_id(group.id())),
                        name: group.entry().name.clone(),
                        ..Merge::default()
                    });
                }));
            }
        }
    }

    /// Units that became several.
    fn split(&self, events: &mut Vec<EventEntry>) {
        let tracks = &self.changes.lineage.units;
        for unit in self.base.units() {
            let parts = tracks.descendants(unit.id());
            let alone = |part: &UnitId| tracks.ancestors(part).len() == 1;
            if parts.len() < 2 || !parts.iter().all(alone) {
                continue;
            }
            let into = parts.iter().filter_map(|id| self.part(unit, id)).collect();
            events.push(event(None, |event| {
                event.split = Some(Split {
                    unit: Some(unit.id().clone()),
                    into,
                    because: None,
                });
            }));
        }
    }

    fn part(&self, unit: UnitView<'_>, id: &UnitId) -> Option<SplitPart> {
        let now = self.revision.unit(id)?;
        if id == unit.id() {
            let name = now.entry().name.clone();
            return Some(SplitPart {
                id: Some(id.clone()),
                name: name.filter(|name| unit.entry().name.as_ref() != Some(name)),
                ..SplitPart::default()
            });
        }
        let entry = now.entry();
        let lineage = &self.changes.lineage;
        let is_here = |to: Option<UnitView<'_>>| to.is_some_and(|to| to.id() == id);
        let mut staff = IndexMap::new();
        for post in unit.staff() {
            let now = became(&lineage.staff, post.id()).and_then(|post| self.revision.post(post));
            if let Some(now) = now.filter(|now| is_here(now.unit())) {
                staff.insert(now.id().clone(), Amount::from(post.count()));
            }
        }
        let functions = unit.functions().into_iter().filter_map(|function| {
            let now = became(&lineage.functions, function.id())?;
            let now = self.revision.function(now)?;
            is_here(now.holders().into_iter().find(|holder| holder.id() == id))
                .then(|| now.id().clone())
        });
        let units = unit.children().filter_map(|child| {
            let now = self.revision.unit(became(&lineage.units, child.id())?)?;
            is_here(now.parent()).then(|| now.id().clone())
        });
        Some(SplitPart {
            id: Some(id.clone()),
            name: entry.name.clone(),
            parent: entry.parent.clone(),
            unit_type: entry.unit_type.clone(),
            site: entry.site.clone(),
            head: entry.head.clone(),
            staff,
            functions: functions.collect(),
            units: units.collect(),
        })
    }

    /// A unit that stands elsewhere, or sits elsewhere.
    fn unit(&self, change: &UnitChange, events: &mut Vec<EventEntry>) {
        let Some(now) = change.now(self.revision) else {
            return;
        };
        let id = now.id();
        if let Some(to) = now.entry().parent.clone().filter(|_| change.parent_changed) {
            events.push(event(None, |event| {
                event.moves = Some(Move {
                    unit: Some(id.clone()),
                    to: Some(to),
                    ..Move::default()
                });
            }));
        }
        let before = change.before(self.base).map(UnitView::entry);
        let stated = before.is_some_and(|unit| unit.site != now.entry().site);
        if (change.relocated || stated)
            && let Some(to) = now.entry().site.clone()
        {
            events.push(event(None, |event| {
                event.relocate = Some(Relocate {
                    unit: Some(id.clone()),
                    to: Some(to),
                    ..Relocate::default()
                });
            }));
        }
    }

    /// Heads that units were given, or lost.
    fn appointed(&self, events: &mut Vec<EventEntry>) {
        let lineage = &self.changes.lineage;
        for change in &self.changes.units {
            let (before, now) = (change.before(self.base), change.now(self.revision));
            let (Some(before), Some(now)) = (before, now) else {
                continue;
            };
            let head = match &before.entry().head {
                Some(Head::Post(id)) => Some(Head::Post(called(&lineage.staff, id).clone())),
                other => other.clone(),
            };
            if let Some(wanted) = now
                .entry()
                .head
                .clone()
                .filter(|now| head.as_ref() != Some(now))
            {
                events.push(event(None, |event| {
                    event.appoint = Some(Appoint {
                        unit: Some(now.id().clone()),
                        head: Some(wanted),
                        because: None,
                    });
                }));
            }
        }
    }

    /// What ended on purpose.
    fn ended(&self, events: &mut Vec<EventEntry>) {
        let (before, now) = (&self.base.entries().ended, &self.revision.entries().ended);
        for (id, ended) in now
            .functions
            .iter()
            .filter(|(id, e)| before.functions.get(*id) != Some(e))
        {
            let function: &FunctionId = called(&self.changes.lineage.functions, id);
            events.push(dated(ended, |event| {
                event.discontinue = Some(Discontinue {
                    function: Some(function.clone()),
                    at: ended.at.clone(),
                    because: ended.because.clone(),
                    ..Discontinue::default()
                });
            }));
        }
        for (id, ended) in now
            .target_groups
            .iter()
            .filter(|(id, _)| self.base.group(id).is_some())
        {
            events.push(dated(ended, |event| {
                event.discontinue = Some(Discontinue {
                    target_group: Some(id.clone()),
                    because: ended.because.clone(),
                    ..Discontinue::default()
                });
            }));
        }
        for (id, ended) in now
            .units
            .iter()
            .filter(|(id, _)| self.base.unit(id).is_some())
        {
            events.push(dated(ended, |event| {
                event.close = Some(Close {
                    unit: Some(id.clone()),
                    because: ended.because.clone(),
                    ..Close::default()
                });
            }));
        }
        for (id, ended) in now
            .sites
            .iter()
            .filter(|(id, _)| self.base.site(id).is_some())
        {
            events.push(dated(ended, |event| {
                event.close = Some(Close {
                    site: Some(id.clone()),
                    because: ended.because.clone(),
                    ..Close::default()
                });
            }));
        }
    }
}

pub(super) fn dated(ended: &EndedEntry, set: impl FnOnce(&mut EventEntry)) -> EventEntry {
    let mut event = event(None, set);
    event.date = ended.date;
    event
}

/// The several things that became one, and nothing else.
fn joined<I: Id>(tracks: &Tracks<I>, into: &I) -> Option<Vec<I>> {
    let all = tracks.ancestors(into);
    let wholly = |old: &I| tracks.descendants(old).len() == 1;
    (all.len() > 1 && all.iter().all(wholly)).then(|| all.to_vec())
}
