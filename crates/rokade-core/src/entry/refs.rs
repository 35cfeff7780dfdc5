//! Every id that an entry names: telling them, and giving them other ids.
//!
//! This is the one place that knows which fields are references. `previously` names things of
//! an earlier chart and is apart. Nothing here looks an id up.

use std::hash::BuildHasher;

use indexmap::IndexMap;

use super::{
    About, BodyEntry, ClarifiedBy, CoLocationEntry, CommitmentEntry, CompetenceEntry, DecidedBy,
    Decision, EndedEntry, Entries, FunctionEntry, Head, HostedBy, InterfaceEntry, Keep,
    MoreOfStaff, MoreOfUnit, NeededBy, OpenEntry, OrUndecided, PremiseEntry, Process, Responsible,
    SiteEntry, StaffEntry, StepEntry, TargetGroupEntry, UnitEntry,
};
use crate::ids::{Id, Kind, parse_id};
use crate::quantity::Quantity;
use crate::text::Text;

/// Is told every id: its kind and its text.
pub type Tell<'a> = dyn FnMut(Kind, &str) + 'a;

/// What an id of a kind becomes: itself, another, or nothing, which takes the reference out.
pub type MapId<'a> = dyn FnMut(Kind, &str) -> Option<Text> + 'a;

/// What names things by their ids.
pub trait References {
    /// Tells every id that is named, in the order of the fields.
    fn each_id(&self, tell: &mut Tell<'_>);

    /// Gives what is named other ids. A list that comes to name a thing twice names it once; a
    /// responsibility that loses its unit, its site or its last target group is taken out, since
    /// it would become a wider one.
    fn map_ids(&mut self, map: &mut MapId<'_>);

    /// The same for `previously`, where there is one.
    fn map_past(&mut self, map: &mut MapId<'_>) {
        let _ = map;
    }
}

fn to<T: Id>(id: &T, map: &mut MapId<'_>) -> Option<T> {
    map(T::KIND, id.as_str()).map(T::from_checked)
}

/// Keeps the first of each.
fn once<T: PartialEq>(items: Vec<T>) -> Vec<T> {
    let mut kept = Vec::with_capacity(items.len());
    for item in items {
        if !kept.contains(&item) {
            kept.push(item);
        }
    }
    kept
}

impl<T: Id> References for Option<T> {
    fn each_id(&self, tell: &mut Tell<'_>) {
        if let Some(id) = self {
            tell(T::KIND, id.as_str());
        }
    }

    fn map_ids(&mut self, map: &mut MapId<'_>) {
        *self = self.as_ref().and_then(|id| to(id, map));
    }
}

impl<T: Id> References for Vec<T> {
    fn each_id(&self, tell: &mut Tell<'_>) {
        for id in self {
            tell(T::KIND, id.as_str());
        }
    }

    fn map_ids(&mut self, map: &mut MapId<'_>) {
        let mapped: Vec<Option<T>> = self.iter().map(|id| to(id, map)).collect();
        let changed = mapped
            .iter()
            .zip(self.iter())
            .any(|(new, old)| new.as_ref() != Some(old));
        // A list that is as it was keeps what it says twice: that is for its writer to see.
        if changed {
            *self = once(mapped.into_iter().flatten().collect());
        }
    }
}

impl<T: Id> References for Option<Vec<T>> {
    fn each_id(&self, tell: &mut Tell<'_>) {
        if let Some(ids) = self {
            ids.each_id(tell);
        }
    }

    fn map_ids(&mut self, map: &mut MapId<'_>) {
        if let Some(ids) = self {
            ids.map_ids(map);
        }
    }
}

impl<T: Id> References for Option<OrUndecided<T>> {
    fn each_id(&self, tell: &mut Tell<'_>) {
        if let Some(OrUndecided::Id(id)) = self {
            tell(T::KIND, id.as_str());
        }
    }

    fn map_ids(&mut self, map: &mut MapId<'_>) {
        if let Some(OrUndecided::Id(id)) = self {
            *self = to(id, map).map(OrUndecided::Id);
        }
    }
}

impl References for Option<Head> {
    fn each_id(&self, tell: &mut Tell<'_>) {
        if let Some(Head::Post(post)) = self {
            tell(Kind::Staff, post.as_str());
        }
    }

    fn map_ids(&mut self, map: &mut MapId<'_>) {
        if let Some(Head::Post(post)) = self {
            *self = to(post, map).map(Head::Post);
        }
    }
}

impl References for Option<DecidedBy> {
    fn each_id(&self, tell: &mut Tell<'_>) {
        match self {
            Some(DecidedBy::Unit(unit)) => tell(Kind::Unit, unit.as_str()),
            Some(DecidedBy::Staff(post)) => tell(Kind::Staff, post.as_str()),
            _ => {}
        }
    }

    fn map_ids(&mut self, map: &mut MapId<'_>) {
        match self {
            Some(DecidedBy::Unit(unit)) => *self = to(unit, map).map(DecidedBy::Unit),
            Some(DecidedBy::Staff(post)) => *self = to(post, map).map(DecidedBy::Staff),
            _ => {}
        }
    }
}

impl<K: Id> References for IndexMap<K, Quantity> {
    fn each_id(&self, tell: &mut Tell<'_>) {
        for id in self.keys() {
            tell(K::KIND, id.as_str());
        }
    }

    fn map_ids(&mut self, map: &mut MapId<'_>) {
        let mut mapped: IndexMap<K, Quantity> = IndexMap::with_capacity(self.len());
        for (id, &quantity) in self.iter() {
            let Some(id) = to(id, map) else { continue };
            mapped
                .entry(id)
                .and_modify(|sum| *sum += quantity)
                .or_insert(quantity);
        }
        *self = mapped;
    }
}

impl References for Option<Responsible> {
    fn each_id(&self, tell: &mut Tell<'_>) {
        for scope in self.iter().flat_map(|scopes| &scopes.0) {
            scope.unit.each_id(tell);
            scope.site.each_id(tell);
            scope.groups.each_id(tell);
        }
    }

    fn map_ids(&mut self, map: &mut MapId<'_>) {
        let Some(scopes) = self else { return };
        scopes.0.retain_mut(|scope| {
            let stated = (
                scope.unit.is_some(),
                scope.site.is_some(),
                scope.groups.is_empty(),
            );
            scope.unit.map_ids(map);
            scope.site.map_ids(map);
            scope.groups.map_ids(map);
            let is_left = (
                scope.unit.is_some(),
                scope.site.is_some(),
                scope.groups.is_empty(),
            );
            stated == is_left
        });
        if scopes.0.is_empty() {
            *self = None;
        }
    }
}

impl References for Vec<HostedBy> {
    fn each_id(&self, tell: &mut Tell<'_>) {
        for host in self {
            host.unit.each_id(tell);
            host.site.each_id(tell);
        }
    }

    fn map_ids(&mut self, map: &mut MapId<'_>) {
        self.retain_mut(|host| {
            let stated = (host.unit.is_some(), host.site.is_some());
            host.unit.map_ids(map);
            host.site.map_ids(map);
            stated == (host.unit.is_some(), host.site.is_some())
        });
        *self = once(std::mem::take(self));
    }
}

/// Texts that may be ids of units, such as what can be chosen: what else stands there is not told
/// apart here, and no unit's id.
fn each_text<'t>(texts: impl Iterator<Item = &'t String>, tell: &mut Tell<'_>) {
    for text in texts {
        if parse_id(text).is_ok() {
            tell(Kind::Unit, text);
        }
    }
}

fn map_text(text: &str, map: &mut MapId<'_>) -> Option<String> {
    match parse_id(text) {
        Ok(id) => map(Kind::Unit, &id).map(String::from),
        Err(_) => Some(text.to_owned()),
    }
}

impl References for Vec<String> {
    fn each_id(&self, tell: &mut Tell<'_>) {
        each_text(self.iter(), tell);
    }

    fn map_ids(&mut self, map: &mut MapId<'_>) {
        *self = once(self.iter().filter_map(|text| map_text(text, map)).collect());
    }
}

impl References for Option<ClarifiedBy> {
    fn each_id(&self, tell: &mut Tell<'_>) {
        if let Some(ClarifiedBy::PerOrganization(dates)) = self {
            each_text(dates.keys(), tell);
        }
    }

    fn map_ids(&mut self, map: &mut MapId<'_>) {
        if let Some(ClarifiedBy::PerOrganization(dates)) = self {
            *dates = std::mem::take(dates)
                .into_iter()
                .filter_map(|(id, date)| Some((map_text(&id, map)?, date)))
                .collect();
        }
    }
}

/// The fields that hold references, entry by entry.
macro_rules! references {
    ($($entry:ty { $($field:ident),* } $(past $past:ident)?;)*) => {$(
        impl References for $entry {
            fn each_id(&self, tell: &mut Tell<'_>) {
                $(self.$field.each_id(tell);)*
                let _ = tell;
            }

            fn map_ids(&mut self, map: &mut MapId<'_>) {
                $(self.$field.map_ids(map);)*
                let _ = map;
            }

            $(fn map_past(&mut self, map: &mut MapId<'_>) {
                self.$past.map_ids(map);
            })?
        }
    )*};
}

references! {
    SiteEntry { travel } past previously;
    MoreOfUnit { independent_of } past previously;
    MoreOfStaff { site, serves, competences, reports_to, professional_lead, covers_for, wishes }
        past previously;
    FunctionEntry { responsible, decided_by, needed_at, needed_by, hosted_by } past previously;
    TargetGroupEntry { pathway, entrance } past previously;
    CoLocationEntry { functions, units, staff, groups };
    InterfaceEntry { units, staff };
    CompetenceEntry { };
    BodyEntry { covers };
    PremiseEntry { about };
    OpenEntry { about, options };
    CommitmentEntry { keep };
    EndedEntry { at };
    StepEntry { body, parallel_with, after };
    Process { decision, clarified_by, steps };
}

/// Entries that hold apart what is seldom said.
macro_rules! with_more {
    ($($entry:ty { $($field:ident),* };)*) => {$(
        impl References for $entry {
            fn each_id(&self, tell: &mut Tell<'_>) {
                $(self.$field.each_id(tell);)*
                self.more.each_id(tell);
            }

            fn map_ids(&mut self, map: &mut MapId<'_>) {
                $(self.$field.map_ids(map);)*
                if let Some(more) = self.more.said_mut() {
                    more.map_ids(map);
                }
            }

            fn map_past(&mut self, map: &mut MapId<'_>) {
                if let Some(more) = self.more.said_mut() {
                    more.map_past(map);
                }
            }
        }
    )*};
}

with_more! {
    UnitEntry { parent, site, head };
    StaffEntry { unit, performs };
}

/// Parts of entries that stand in an `Option` or a list.
macro_rules! parts {
    ($($part:ty { $($field:ident),* };)*) => {$(
        impl References for Option<$part> {
            fn each_id(&self, tell: &mut Tell<'_>) {
                if let Some(part) = self {
                    $(part.$field.each_id(tell);)*
                }
            }

            fn map_ids(&mut self, map: &mut MapId<'_>) {
                if let Some(part) = self {
                    $(part.$field.map_ids(map);)*
                }
            }
        }
    )*};
}

parts! {
    NeededBy { functions, target_groups, units, staff };
    About { units, staff, functions, sites, target_groups, co_locations, steps };
    Keep { unit, function, at, co_location };
    Decision { body };
}

impl References for Vec<StepEntry> {
    fn each_id(&self, tell: &mut Tell<'_>) {
        for step in self {
            step.each_id(tell);
        }
    }

    fn map_ids(&mut self, map: &mut MapId<'_>) {
        for step in self {
            step.map_ids(map);
        }
    }
}

impl Entries {
    /// Gives things other ids, or takes them out, where they are defined and wherever they are
    /// named; with `past`, in `previously` as well. Two things that get one id are not joined:
    /// the later stands.
    pub fn map_ids(&mut self, map: &dyn Fn(Kind, &str) -> Option<Text>, past: bool) {
        let fields = |entry: &mut dyn References| {
            entry.map_ids(&mut |kind, id| map(kind, id));
            if past {
                entry.map_past(&mut |kind, id| map(kind, id));
            }
        };
        macro_rules! named {
            ($($section:ident),*) => {$(
                for entry in self.$section.values_mut() {
                    fields(&mut entry.value);
                }
            )*};
        }
        named!(
            sites,
            units,
            staff,
            functions,
            target_groups,
            co_locations,
            interfaces,
            competences,
            bodies,
            premises,
            open,
            commitments
        );
        for ended in self.ended.functions.values_mut() {
            fields(ended);
        }
        fields(&mut self.process);

        let map = &mut |kind: Kind, id: &str| map(kind, id);
        macro_rules! keys {
            ($($section:expr),*) => {$(rekey(&mut $section, map);)*};
        }
        keys!(
            self.sites,
            self.units,
            self.staff,
            self.functions,
            self.target_groups,
            self.co_locations,
            self.interfaces,
            self.competences,
            self.bodies,
            self.premises,
            self.open,
            self.commitments,
            self.ended.units,
            self.ended.sites,
            self.ended.functions,
            self.ended.target_groups,
            self.ended.staff
        );
        macro_rules! own_ids {
            ($($section:ident),*) => {$(
                for (id, entry) in &mut self.$section {
                    entry.value.id = Some(id.clone());
                }
            )*};
        }
        own_ids!(co_locations, interfaces, premises, open, commitments);
        self.process.steps.retain_mut(|step| {
            let had_one = step.id.is_some();
            step.id.map_ids(map);
            step.id.is_some() == had_one
        });
        self.nested = std::mem::take(&mut self.nested)
            .into_iter()
            .filter_map(|(mut subject, origin)| {
                subject.id = map(subject.kind, &subject.id)?;
                Some((subject, origin))
            })
            .collect();
    }
}

/// Gives the keys of a map other ids.
fn rekey<K: Id, V, S: BuildHasher + Default>(section: &mut IndexMap<K, V, S>, map: &mut MapId<'_>) {
    *section = std::mem::take(section)
        .into_iter()
        .filter_map(|(id, value)| Some((to(&id, map)?, value)))
        .collect();
}
