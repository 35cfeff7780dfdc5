//! What a proposal says for itself: title, date, what has ended, commitments, process. Each
//! entry of it is an act, like an event.

use rokade_core::entry::{Allow, Entries, Process, Proposal};
use rokade_core::ids::{Id, Subject};
use rokade_core::span::Origin;

use super::state::State;
use super::{Act, ActKind};

/// A part of what a proposal says for itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Part {
    /// A commitment, by its place.
    Commitment(usize),
    /// What has ended.
    EndedUnit(usize),
    EndedSite(usize),
    EndedFunction(usize),
    EndedTargetGroup(usize),
    EndedStaff(usize),
    /// Who decides.
    Decision,
    /// When it takes effect.
    Effective,
    /// When everyone knows where they go.
    ClarifiedBy,
    /// A step of the process.
    Step(usize),
}

/// Every part, with the act that it is.
pub(super) fn parts(proposal: &Proposal) -> Vec<(Part, Act)> {
    let own = &proposal.own;
    let mut parts = Vec::new();
    let mut add = |part: Part, subject: Subject, origin: Option<Origin>, allow: &[Allow]| {
        let origin = origin.or_else(|| own.nested.get(&subject).copied());
        let act = Act {
            kind: ActKind::Own,
            subject,
            origin,
            allow: allow.to_vec(),
            done: false,
        };
        parts.push((part, act));
    };
    macro_rules! ended {
        ($($section:ident as $part:ident),*) => {$(
            for (i, (id, entry)) in own.ended.$section.iter().enumerate() {
                let section = own.keys.get("ended").copied();
                let origin = own.nested.get(&id.subject()).copied().or(section);
                add(Part::$part(i), id.subject(), origin, &entry.allow);
            }
        )*};
    }
    ended!(
        units as EndedUnit,
        sites as EndedSite,
        functions as EndedFunction,
        target_groups as EndedTargetGroup,
        staff as EndedStaff
    );
    for (i, (id, entry)) in own.commitments.iter().enumerate() {
        add(
            Part::Commitment(i),
            id.subject(),
            entry.origin,
            &entry.value.allow,
        );
    }
    let process = &own.process;
    let origin = own.keys.get("process").copied();
    for (is_stated, part) in [
        (process.decision.is_some(), Part::Decision),
        (process.effective.is_some(), Part::Effective),
        (process.clarified_by.is_some(), Part::ClarifiedBy),
    ] {
        if is_stated {
            add(part, Subject::chart(), origin, &[]);
        }
    }
    for (i, step) in process.steps.iter().enumerate() {
        let subject = step.id.as_ref().map_or_else(Subject::chart, Id::subject);
        let at = own.nested.get(&subject).copied().or(origin);
        add(Part::Step(i), subject, at, &step.allow);
    }
    parts
}

impl State {
    /// Writes what a proposal says of the chart as a whole, before its parts: the process is
    /// replaced by its own where it states one.
    pub(super) fn say(&mut self, own: &Entries) {
        let header = &mut self.entries.header;
        let said = &own.header;
        if said.organization.is_some() {
            header.organization.clone_from(&said.organization);
        }
        if said.title.is_some() {
            header.title.clone_from(&said.title);
        }
        if said.as_of.is_some() {
            header.as_of = said.as_of;
        }
        header.allow.clone_from(&said.allow);
        if own.process != Process::default() {
            self.entries.process = Process::default();
        }
        let keys = own.keys.iter().chain(&self.entries.keys);
        let mut all = indexmap::IndexMap::new();
        for (key, origin) in keys {
            all.entry(key.clone()).or_insert(*origin);
        }
        self.entries.keys = all;
        let nested = own.nested.iter();
        self.entries
            .nested
            .extend(nested.map(|(subject, origin)| (subject.clone(), *origin)));
    }

    /// Writes one part.
    pub(super) fn say_part(&mut self, own: &Entries, part: Part) {
        macro_rules! ended {
            ($section:ident, $i:expr) => {
                if let Some((id, entry)) = own.ended.$section.get_index($i) {
                    self.name_all(entry);
                    self.wrote(id.subject(), "");
                    let ended = &mut self.entries.ended.$section;
                    ended.insert(id.clone(), entry.clone());
                }
            };
        }
        match part {
            Part::EndedUnit(i) => ended!(units, i),
            Part::EndedSite(i) => ended!(sites, i),
            Part::EndedFunction(i) => ended!(functions, i),
            Part::EndedTargetGroup(i) => ended!(target_groups, i),
            Part::EndedStaff(i) => ended!(staff, i),
            Part::Commitment(i) => {
                if let Some((id, entry)) = own.commitments.get_index(i) {
                    self.name_all(&entry.value);
                    self.origin = entry.origin;
                    self.make(id.clone(), entry.value.clone());
                }
            }
            Part::Decision => {
                self.entries
                    .process
                    .decision
                    .clone_from(&own.process.decision);
                self.wrote(Subject::chart(), "decision");
            }
            Part::Effective => {
                self.entries.process.effective = own.process.effective;
                self.wrote(Subject::chart(), "effective");
            }
            Part::ClarifiedBy => {
                let clarified_by = &own.process.clarified_by;
                self.entries.process.clarified_by.clone_from(clarified_by);
                self.wrote(Subject::chart(), "clarified_by");
            }
            Part::Step(i) => {
                if let Some(step) = own.process.steps.get(i) {
                    self.name_all(step);
                    self.entries.process.steps.push(step.clone());
                    let subject = step.id.as_ref().map_or_else(Subject::chart, Id::subject);
                    if step.id.is_some() {
                        self.mark_made(subject.clone());
                    }
                    self.wrote(subject, if step.id.is_some() { "" } else { "steps" });
                }
            }
        }
    }
}
