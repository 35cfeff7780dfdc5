//! Which entries of a script do something that nothing else of it does.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use rokade_core::chart::Chart;
use rokade_core::entry::{Entries, OrUndecided, Proposal, References};
use rokade_core::ids::{Id, Kind, Subject};
use serde_json::{Value as Json, json};

use super::number_of;
use crate::apply::{Act, ActKind, Applied, apply};
use crate::plain::plain_in;

/// The events that could not be applied, or brought nothing nearer to what is wanted than it was
/// before, or less than what they took away from it.
pub(super) fn useless(
    applied: &Applied,
    before: &Entries,
    target: &Entries,
    revision: &Chart,
) -> BTreeSet<usize> {
    let is_event = |act: &&Act| matches!(act.kind, ActKind::Event(_));
    let events = applied.acts.iter().filter(is_event).count();
    let mut useless: BTreeSet<usize> = applied
        .faults
        .iter()
        .filter_map(|fault| number_of(fault.subject.as_ref()?))
        .collect();
    if !useless.is_empty() {
        return useless;
    }
    let now = plain_in(&applied.entries, revision);
    let mut gains = vec![(0_usize, 0_usize); events];
    for (thing, writes) in applied.log.writes() {
        let [was, is, wanted] = [before, &now, target].map(|entries| fields(entries, thing));
        // The last to write a field is who it is due to.
        let latest: BTreeMap<&str, usize> = writes
            .iter()
            .map(|write| (write.field, write.act))
            .collect();
        for (field, act) in latest {
            let [was, is, wanted] = [&was, &is, &wanted].map(|fields| part(fields, field));
            let Some((gained, lost)) = gains.get_mut(act) else {
                continue;
            };
            *gained += usize::from(is == wanted && was != wanted);
            *lost += usize::from(is != wanted && was == wanted);
            // That a thing has ended is much, whatever more is said of it.
            let has_ended = |part: &Part| !part.is_live && part.value.is_some();
            let ends = has_ended(&is) && has_ended(&wanted);
            *gained += usize::from(ends && is != wanted && !has_ended(&was));
        }
    }
    let gains = gains.into_iter().enumerate();
    useless.extend(
        gains
            .filter(|(_, (gained, lost))| *gained == 0 || gained < lost)
            .map(|(act, _)| act),
    );
    useless
}

/// A thing with all its fields, live or ended.
#[derive(PartialEq)]
struct Fields {
    live: Option<Json>,
    ended: Option<Json>,
}

/// Does the same for every section whose things have ids, by their kind.
macro_rules! by_kind {
    ($kind:expr, $do:ident, $else:expr) => {
        match $kind {
            Kind::Site => $do!(sites),
            Kind::Unit => $do!(units),
            Kind::Staff => $do!(staff),
            Kind::Function => $do!(functions),
            Kind::TargetGroup => $do!(target_groups),
            Kind::CoLocation => $do!(co_locations),
            Kind::Interface => $do!(interfaces),
            Kind::Competence => $do!(competences),
            Kind::Body => $do!(bodies),
            Kind::Premise => $do!(premises),
            Kind::Open => $do!(open),
            Kind::Commitment => $do!(commitments),
            Kind::Chart | Kind::Step | Kind::Event | Kind::Response | Kind::Point => $else,
        }
    };
}

/// Does the same for every section of what can end.
macro_rules! ended_by_kind {
    ($kind:expr, $do:ident, $else:expr) => {
        match $kind {
            Kind::Site => $do!(sites),
            Kind::Unit => $do!(units),
            Kind::Staff => $do!(staff),
            Kind::Function => $do!(functions),
            Kind::TargetGroup => $do!(target_groups),
            _ => $else,
        }
    };
}

fn fields(entries: &Entries, thing: &Subject) -> Fields {
    let id = thing.id.as_str();
    macro_rules! live {
        ($section:ident) => {
            entries.$section.get(id).map(|entry| json!(entry.value))
        };
    }
    macro_rules! ended {
        ($section:ident) => {
            entries.ended.$section.get(id).map(|entry| json!(entry))
        };
    }
    Fields {
        live: by_kind!(thing.kind, live, None),
        ended: ended_by_kind!(thing.kind, ended, None),
    }
}

/// A field of a thing, and whether the thing is there.
#[derive(PartialEq)]
struct Part {
    is_live: bool,
    value: Option<Json>,
}

/// A field of a thing; the whole says only whether it is there, and what of it has ended.
fn part(fields: &Fields, field: &str) -> Part {
    let live = fields.live.as_ref();
    Part {
        is_live: live.is_some(),
        value: match field {
            "" => fields.ended.clone(),
            _ => live.and_then(|live| live.get(field)).cloned(),
        },
    }
}

/// As long as all events together go over no more things than this, each is tried alone.
const THINGS: usize = 1_000_000;

/// The events without which the result is the same all the same.
///
/// Each is left out by itself. Where that would take too long, events that have nothing to do
/// with each other are left out together, so that there are as many runs as events that all have
/// to do with one another. What looks superfluous then is left out by itself, after the others
/// that are: what it does another may do in its place.
pub(super) fn superfluous(base: &Chart, revision: &Chart, proposal: &Proposal) -> BTreeSet<usize> {
    let entries = base.entries();
    let things = entries.units.len() + entries.staff.len() + entries.functions.len();
    let alone = proposal.events.len().saturating_mul(things) <= THINGS;
    superfluous_by(base, revision, proposal, alone)
}

/// The same, where it is said whether each event is left out alone.
#[expect(
    clippy::indexing_slicing,
    reason = "an act is named by its place among the acts, and a run by its own"
)]
pub(super) fn superfluous_by(
    base: &Chart,
    revision: &Chart,
    proposal: &Proposal,
    alone: bool,
) -> BTreeSet<usize> {
    let all = apply(base.entries(), proposal, &BTreeSet::new());
    let trial = Trial {
        base: base.entries(),
        revision,
        proposal,
        later: later(&all.entries),
        all,
    };
    let mut superfluous = BTreeSet::new();
    for run in trial.runs(alone) {
        let without = apply(trial.base, proposal, &run.events);
        let changed = trial.changed(&without);
        for &event in &run.events {
            let is_changed = |thing: &Subject| changed.contains(thing);
            if run.written[&event].iter().any(is_changed) {
                continue;
            }
            let mut also = superfluous.clone();
            also.insert(event);
            let without = apply(trial.base, proposal, &also);
            if trial.changed(&without).is_empty() {
                superfluous = also;
            }
        }
    }
    superfluous
}

/// What things that have another id now were called earlier.
fn later(entries: &Entries) -> HashMap<Subject, Vec<Subject>> {
    let mut later: HashMap<Subject, Vec<Subject>> = HashMap::new();
    macro_rules! each {
        ($($section:ident),*) => {$(
            for (id, entry) in &entries.$section {
                for old in &entry.value.previously {
                    later.entry(old.subject()).or_default().push(id.subject());
                }
            }
        )*};
    }
    each!(sites, units, staff, functions, target_groups);
    later
}

/// A proposal, applied in whole, to compare with what comes of it in part.
struct Trial<'a> {
    base: &'a Entries,
    revision: &'a Chart,
    proposal: &'a Proposal,
    all: Applied,
    /// The ids that things have in the result, by earlier ones.
    later: HashMap<Subject, Vec<Subject>>,
}

/// Events that are left out together, with what each of them wrote.
#[derive(Default)]
struct Run {
    events: BTreeSet<usize>,
    written: BTreeMap<usize, Vec<Subject>>,
    /// What the events or those that need them wrote.
    reached: BTreeSet<Subject>,
    /// That, and what it stands on.
    near: HashSet<Subject>,
}

impl Trial<'_> {
    #[expect(
        clippy::indexing_slicing,
        reason = "an act is named by its place among the acts, and a run by its own"
    )]
    fn runs(&self, alone: bool) -> Vec<Run> {
        let events = self.proposal.events.len();
        let mut written: Vec<Vec<Subject>> = vec![Vec::new(); events];
        for (thing, writes) in self.all.log.writes() {
            let acts: BTreeSet<usize> = writes.iter().map(|write| write.act).collect();
            for act in acts.into_iter().filter(|act| *act < events) {
                written[act].push(thing.clone());
            }
        }
        let mut needed_by: Vec<Vec<usize>> = vec![Vec::new(); events];
        for act in 0..events {
            for needed in self.all.log.needs_of(act).filter(|needed| *needed < events) {
                needed_by[needed].push(act);
            }
        }
        let mut runs: Vec<Run> = Vec::new();
        if alone {
            let one = |(event, written)| Run {
                events: BTreeSet::from([event]),
                written: BTreeMap::from([(event, written)]),
                ..Run::default()
            };
            return written.into_iter().enumerate().map(one).collect();
        }
        for event in 0..events {
            let mut reached: BTreeSet<Subject> = BTreeSet::new();
            let mut seen = BTreeSet::from([event]);
            let mut open = vec![event];
            while let Some(act) = open.pop() {
                reached.extend(written[act].iter().cloned());
                for &dependent in &needed_by[act] {
                    if seen.insert(dependent) {
                        open.push(dependent);
                    }
                }
            }
            let mut near: HashSet<Subject> = reached.iter().cloned().collect();
            for thing in &reached {
                for named in self.stands_on(thing) {
                    near.extend(self.later.get(&named).into_iter().flatten().cloned());
                    near.insert(named);
                }
            }
            let free = |run: &Run| {
                let apart = |these: &BTreeSet<Subject>, those: &HashSet<Subject>| {
                    !these.iter().any(|thing| those.contains(thing))
                };
                apart(&reached, &run.near) && apart(&run.reached, &near)
            };
            let at = runs.iter().position(free).unwrap_or_else(|| {
                runs.push(Run::default());
                runs.len() - 1
            });
            let run = &mut runs[at];
            run.events.insert(event);
            run.written
                .insert(event, std::mem::take(&mut written[event]));
            run.reached.extend(reached);
            run.near.extend(near);
        }
        runs
    }

    /// What a thing names, before and after, and the units above it.
    fn stands_on(&self, thing: &Subject) -> Vec<Subject> {
        let id = thing.id.as_str();
        let mut named = Vec::new();
        for entries in [self.base, &self.all.entries] {
            let mut tell = |kind: Kind, id: &str| {
                named.push(Subject {
                    kind,
                    id: id.into(),
                });
            };
            macro_rules! of {
                ($section:ident) => {
                    if let Some(entry) = entries.$section.get(id) {
                        entry.value.each_id(&mut tell);
                    }
                };
            }
            by_kind!(thing.kind, of, ());
            let mut at = match thing.kind {
                Kind::Unit => entries.units.get(id).and_then(|u| u.value.parent.as_ref()),
                Kind::Staff => entries.staff.get(id).and_then(|p| p.value.unit.as_ref()),
                _ => None,
            };
            for _ in 0..entries.units.len() {
                let Some(unit) = at.and_then(OrUndecided::id) else {
                    break;
                };
                named.push(unit.subject());
                let above = entries.units.get(unit);
                at = above.and_then(|above| above.value.parent.as_ref());
            }
        }
        named
    }

    /// The things of which a part says something else than the whole.
    fn changed(&self, part: &Applied) -> HashSet<Subject> {
        let both = self.all.log.writes().chain(part.log.writes());
        let things: BTreeSet<&Subject> = both.map(|(thing, _)| thing).collect();
        let [whole, part] = [&self.all, part].map(|applied| {
            let some = only(&applied.entries, &things);
            plain_in(&some, self.revision)
        });
        let mut changed = HashSet::new();
        for thing in things {
            let id = thing.id.as_str();
            macro_rules! differs {
                ($section:ident) => {
                    whole.$section.get(id) != part.$section.get(id)
                };
            }
            macro_rules! ended_differs {
                ($section:ident) => {
                    whole.ended.$section.get(id) != part.ended.$section.get(id)
                };
            }
            let is_other = by_kind!(
                thing.kind,
                differs,
                whole.header != part.header || whole.process != part.process
            );
            if is_other || ended_by_kind!(thing.kind, ended_differs, false) {
                changed.insert(thing.clone());
            }
        }
        changed
    }
}

/// Some things of a chart, with what it says of itself; sites all or none, since what is said of
/// one can be said of another.
fn only(entries: &Entries, things: &BTreeSet<&Subject>) -> Entries {
    let mut some = Entries {
        header: entries.header.clone(),
        process: entries.process.clone(),
        ..Entries::default()
    };
    if things.iter().any(|thing| thing.kind == Kind::Site) {
        some.sites.clone_from(&entries.sites);
    }
    for thing in things {
        let id = thing.id.as_str();
        macro_rules! live {
            ($section:ident) => {
                if let Some((id, entry)) = entries.$section.get_key_value(id) {
                    some.$section.insert(id.clone(), entry.clone());
                }
            };
        }
        macro_rules! ended {
            ($section:ident) => {
                if let Some((id, entry)) = entries.ended.$section.get_key_value(id) {
                    some.ended.$section.insert(id.clone(), entry.clone());
                }
            };
        }
        by_kind!(thing.kind, live, ());
        ended_by_kind!(thing.kind, ended, ());
    }
    some
}
