//! Events about functions: moving a part of one, ending one, and what their performers stop.

use std::collections::HashSet;

use rokade_core::entry::{
    Discontinue, FunctionEntry, Move, OrUndecided, SiteEntry, StaffEntry, TargetGroupEntry,
    UnitEntry,
};
use rokade_core::fault::NotApplicable;
use rokade_core::ids::{FunctionId, Id, SiteId, StaffId, UnitId};
use rokade_core::span::PathStep;

use super::cells::{self, Lack, Request};
use super::staff::incomplete;
use super::state::{Done, Loss, Refused, State};

impl State {
    pub(super) fn move_function(&mut self, action: &Move, function: &FunctionId) -> Done {
        let at = |key: &str| [PathStep::from("move"), key.into()];
        let Some(to) = &action.to else {
            return Err(incomplete("move", &["to"]));
        };
        self.find::<FunctionEntry>(function, &at("function"))?;
        self.find_decided::<UnitEntry>(Some(to), &at("to"))?;
        self.find_all::<TargetGroupEntry>(&action.groups, &at("for"))?;
        self.find_all::<SiteEntry>(&action.at, &at("at"))?;
        let Some(entry) = self.get::<FunctionEntry>(function.as_str()) else {
            return Ok(());
        };
        let mut responsible = entry.responsible.clone().unwrap_or_default();
        if let Some(from) = &action.from {
            // What a closed unit still holds hangs there, and can be taken from it.
            let is_named = responsible
                .0
                .iter()
                .any(|scope| scope.unit.as_ref().and_then(OrUndecided::id) == Some(from));
            if is_named && self.has_ended::<UnitEntry>(from.as_str()) {
                self.name(from.subject());
            } else {
                self.find::<UnitEntry>(from, &at("from"))?;
            }
        }
        let request = Request {
            from: action.from.as_ref(),
            to,
            sites: &action.at,
            groups: &action.groups,
            cases: action.cases,
        };
        let held = to.id().is_some_and(|to| self.holds(to, function));
        let losers = cells::take(&mut responsible.0, &request).map_err(|lack| {
            let refused = |why, key: &str| Refused::new(why, at(key).to_vec());
            match (lack, &action.from) {
                (Lack::NotHeld, Some(unit)) => {
                    let (function, unit) = (function.clone(), unit.clone());
                    refused(NotApplicable::NotHeld { function, unit }, "from")
                }
                (Lack::NotHeld, None) => incomplete("move", &["from"]),
                (Lack::TooMany { has, taken }, _) => {
                    let of = function.subject();
                    refused(NotApplicable::TooMany { of, has, taken }, "cases")
                }
            }
        })?;
        let because = self.because.clone();
        self.edit::<FunctionEntry>(function.as_str(), |entry| {
            entry.responsible = Some(responsible);
            if because.is_some() {
                entry.because = because;
            }
        });
        for unit in losers {
            self.lose(unit, function);
        }
        if let Some(to) = to.id().filter(|_| !held) {
            self.gain(to, function);
        }
        Ok(())
    }

    /// Whether a unit is responsible for any part of a function.
    pub(super) fn holds(&self, unit: &UnitId, function: &FunctionId) -> bool {
        let function: Option<&FunctionEntry> = self.get(function.as_str());
        let mut scopes = function
            .and_then(|function| function.responsible.as_ref())
            .into_iter()
            .flat_map(|r| &r.0);
        scopes.any(|scope| scope.unit.as_ref().and_then(OrUndecided::id) == Some(unit))
    }

    /// Keeps that a unit lost a part of a function to the act.
    pub(super) fn lose(&mut self, unit: UnitId, function: &FunctionId) {
        let losses = self.lost.entry(unit).or_default();
        losses
            .entry(function.clone())
            .or_default()
            .acts
            .push(self.act);
    }

    /// Keeps that a unit holds a function that it held no part of.
    pub(super) fn gain(&mut self, unit: &UnitId, function: &FunctionId) {
        let losses = self.lost.entry(unit.clone()).or_default();
        // What it lost earlier it held before.
        losses.entry(function.clone()).or_insert(Loss {
            acts: Vec::new(),
            is_new: true,
        });
    }

    /// At the end of the events: posts of a unit that no longer holds any part of a function
    /// stop performing it, unless an event moved them or gave them what they perform.
    ///
    /// Posts below the unit are its posts too. Where a unit above them, itself or another, holds
    /// a part still, they are under a responsible unit and go on.
    pub(super) fn stop_performing(&mut self) {
        let mut of_functions: indexmap::IndexMap<FunctionId, Vec<(UnitId, Vec<usize>)>> =
            indexmap::IndexMap::new();
        for (unit, functions) in std::mem::take(&mut self.lost) {
            for (function, loss) in functions {
                if !loss.is_new {
                    let units = of_functions.entry(function).or_default();
                    units.push((unit.clone(), loss.acts));
                }
            }
        }
        for (function, losers) in of_functions {
            let Some(entry) = self.get::<FunctionEntry>(function.as_str()) else {
                continue;
            };
            let scopes = entry.responsible.iter().flat_map(|r| &r.0);
            let holders: HashSet<UnitId> = scopes
                .filter_map(|scope| scope.unit.as_ref()?.id().cloned())
                .collect();
            for post in self.owners::<StaffEntry>(&function.subject()) {
                if self.placed.contains(&post) {
                    continue;
                }
                if let Some(acts) = self.stopped_by(&post, &function, &losers, &holders) {
                    self.stop(&post, &function, &acts);
                }
            }
        }
    }

    /// The acts by which posts are no longer under a unit that is responsible for what they
    /// perform.
    fn stopped_by(
        &self,
        post: &StaffId,
        function: &FunctionId,
        losers: &[(UnitId, Vec<usize>)],
        holders: &HashSet<UnitId>,
    ) -> Option<Vec<usize>> {
        let post: &StaffEntry = self.get(post.as_str())?;
        if !post.performs.as_ref()?.contains(function) {
            return None;
        }
        let mut acts = None;
        let mut at = post.unit.as_ref().and_then(OrUndecided::id);
        for _ in 0..=self.entries.units.len() {
            let Some(unit) = at else { break };
            if holders.contains(unit) {
                return None;
            }
            if acts.is_none() {
                let lost = losers.iter().find(|(loser, _)| loser == unit);
                acts = lost.map(|(_, acts)| acts.clone());
            }
            let unit = self.get::<UnitEntry>(unit.as_str());
            at = unit
                .and_then(|unit| unit.parent.as_ref())
                .and_then(OrUndecided::id);
        }
        acts
    }

    fn stop(&mut self, post: &StaffId, function: &FunctionId, acts: &[usize]) {
        for &act in acts {
            self.log.write(act, post.subject(), "performs");
        }
        if let Some(entry) = self.entries.staff.get_mut(post.as_str())
            && let Some(performs) = &mut entry.value.performs
        {
            performs.retain(|performed| performed != function);
        }
    }

    pub(super) fn discontinue(&mut self, action: &Discontinue) -> Done {
        let at = |key: &str| [PathStep::from("discontinue"), key.into()];
        if let Some(group) = &action.target_group {
            self.find::<TargetGroupEntry>(group, &at("target_group"))?;
            self.end::<TargetGroupEntry>(group);
            return Ok(());
        }
        let Some(function) = &action.function else {
            return Err(incomplete("discontinue", &["function", "target_group"]));
        };
        self.find::<FunctionEntry>(function, &at("function"))?;
        self.find_all::<SiteEntry>(&action.at, &at("at"))?;
        if action.at.is_empty() {
            self.end::<FunctionEntry>(function);
        } else {
            self.discontinue_at(function, &action.at);
        }
        Ok(())
    }

    /// Ends a function at some sites; elsewhere it goes on.
    fn discontinue_at(&mut self, function: &FunctionId, sites: &[SiteId]) {
        self.edit::<FunctionEntry>(function.as_str(), |entry| {
            let is_ended = |site: &SiteId| sites.contains(site);
            if let Some(scopes) = &mut entry.responsible {
                scopes
                    .0
                    .retain(|scope| !scope.site.as_ref().is_some_and(is_ended));
            }
            entry.responsible.take_if(|scopes| scopes.0.is_empty());
            entry.needed_at.retain(|site| !is_ended(site));
            entry
                .hosted_by
                .retain(|host| !host.site.as_ref().is_some_and(is_ended));
        });
        let (because, date) = (self.because.clone(), self.date);
        let ended = self.entries.ended.functions.entry(function.clone());
        let ended = ended.or_default();
        super::staff::add_all(&mut ended.at, sites);
        ended.because = because.or(ended.because.take());
        ended.date = date.or(ended.date);
        self.wrote(function.subject(), "at");
    }
}
