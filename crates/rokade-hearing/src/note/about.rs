//! What a point is about, with all that belongs to it; and whether a finding is about that.
//!
//! A unit brings the units below it and what they become; everything else what it becomes.

use std::collections::BTreeSet;

use rokade_change::{Lineage, Tracks};
use rokade_core::chart::{Chart, FunctionView, StaffView, UnitView};
use rokade_core::entry::About;
use rokade_core::finding::{At, Finding, Side, Value};
use rokade_core::ids::{FunctionId, Id, Kind, StaffId, Subject, UnitId, parse_id};

use super::Told;

/// What a point is about, in the two charts.
pub(super) struct Scope<'a> {
    base: Option<&'a Chart>,
    revision: &'a Chart,
    /// In the base, and in the revision.
    things: [BTreeSet<Subject>; 2],
    events: BTreeSet<&'a str>,
}

/// How much of a finding is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// What it is of, and what it follows from: for points that name no rule.
    Narrow,
    /// All that it speaks of, and of posts and functions their units as well: for points that say
    /// by a rule what they mean.
    Wide,
}

impl<'a> Scope<'a> {
    pub(super) fn new(
        about: &'a About,
        base: Option<&'a Chart>,
        revision: &'a Chart,
        lineage: Option<&Lineage>,
    ) -> Self {
        let mut scope = Scope {
            base,
            revision,
            things: [BTreeSet::new(), BTreeSet::new()],
            events: about.events.iter().map(String::as_str).collect(),
        };
        scope.add_units(&about.units, lineage.map(|lineage| &lineage.units));
        scope.add(&about.staff, lineage.map(|lineage| &lineage.staff));
        scope.add(&about.functions, lineage.map(|lineage| &lineage.functions));
        scope.add(&about.sites, lineage.map(|lineage| &lineage.sites));
        scope.add(&about.target_groups, lineage.map(|lineage| &lineage.groups));
        scope.add(&about.co_locations, None);
        scope.add(&about.steps, None);
        scope
    }

    fn insert(&mut self, side: Side, subject: Subject) {
        let [base, revision] = &mut self.things;
        match side {
            Side::Base => base.insert(subject),
            Side::Revision => revision.insert(subject),
        };
    }

    /// Things under their ids in both charts, what they became, and what they came from: of what
    /// is new, a finding tells the ids of the base.
    fn add<I: Id>(&mut self, ids: &[I], tracks: Option<&Tracks<I>>) {
        for id in ids {
            self.insert(Side::Base, id.subject());
            self.insert(Side::Revision, id.subject());
            let Some(tracks) = tracks else { continue };
            for now in tracks.descendants(id) {
                self.insert(Side::Revision, now.subject());
            }
            for before in tracks.ancestors(id) {
                self.insert(Side::Base, before.subject());
            }
        }
    }

    fn add_units(&mut self, ids: &[UnitId], tracks: Option<&Tracks<UnitId>>) {
        self.add(ids, tracks);
        for id in ids {
            let was = tracks.into_iter().flat_map(|tracks| {
                let before = tracks.ancestors(id).iter();
                before.filter(|before| tracks.is_same(before, id))
            });
            for unit in std::iter::once(id).chain(was) {
                let below: Vec<UnitId> = subtree(self.base, unit);
                self.add(&below, tracks);
            }
            let is = tracks.and_then(|tracks| tracks.same(id));
            for unit in std::iter::once(id).chain(is) {
                for below in subtree(Some(self.revision), unit) {
                    self.insert(Side::Revision, below.subject());
                }
            }
        }
    }

    /// Whether a finding is about something of it.
    pub(super) fn confirms(&self, told: &Told<'_>, look: Look) -> bool {
        let caused = |act: &rokade_core::report::ReportAct| {
            let event = act.event.as_deref();
            event.is_some_and(|event| self.events.contains(event))
        };
        if told.finding.caused_by.iter().any(caused) {
            return true;
        }
        let mut is_about = false;
        let mut speaks = false;
        each_of(told.fact, &mut |side, subject| {
            speaks |= can_be_about(subject.kind);
            is_about = is_about || self.has(side, subject, look);
        });
        if look == Look::Wide {
            each_beside(told.fact, &mut |side, subject| {
                speaks |= can_be_about(subject.kind);
                // What is only told along with others does not stand for its unit.
                is_about = is_about || self.has(Some(side), subject, Look::Narrow);
            });
        }
        // A finding on the whole of the proposal is about everything in it.
        is_about || (look == Look::Wide && !speaks)
    }

    /// Whether it has a thing; of one whose chart is not said, in either.
    pub(super) fn has(&self, side: Option<Side>, subject: &Subject, look: Look) -> bool {
        let [base, revision] = &self.things;
        let sides = [
            (Side::Base, base, self.base),
            (Side::Revision, revision, Some(self.revision)),
        ];
        sides.into_iter().any(|(of, things, chart)| {
            if side.is_some_and(|side| side != of) {
                return false;
            }
            let is_in = || {
                let units = chart
                    .map(|chart| units_of(chart, subject))
                    .unwrap_or_default();
                units.into_iter().any(|unit| things.contains(&unit))
            };
            things.contains(subject) || (look == Look::Wide && is_in())
        })
    }
}

/// The kinds that a point can be about.
fn can_be_about(kind: Kind) -> bool {
    use Kind::{CoLocation, Function, Interface, Site, Staff, Step, TargetGroup, Unit};
    matches!(
        kind,
        Unit | Staff | Function | Site | TargetGroup | CoLocation | Interface | Step
    )
}

/// A unit's id and those of the units below it.
fn subtree(chart: Option<&Chart>, unit: &UnitId) -> Vec<UnitId> {
    let view = chart.and_then(|chart| chart.unit(unit));
    let below = view.into_iter().flat_map(UnitView::subtree);
    below.map(|unit| unit.id().clone()).collect()
}

/// The units in which a post is, or which are responsible for a function.
fn units_of(chart: &Chart, subject: &Subject) -> Vec<Subject> {
    let Ok(id) = parse_id(&subject.id) else {
        return Vec::new();
    };
    let units = match subject.kind {
        Kind::Staff => {
            let post = chart.post(&StaffId::from_checked(id));
            post.and_then(StaffView::unit).into_iter().collect()
        }
        Kind::Function => {
            let function = chart.function(&FunctionId::from_checked(id));
            function.map(FunctionView::holders).unwrap_or_default()
        }
        _ => Vec::new(),
    };
    units.into_iter().map(|unit| unit.id().subject()).collect()
}

/// Tells what a finding is of, and what it follows from, with the chart that has it, where that is
/// said.
fn each_of(fact: &Finding, tell: &mut dyn FnMut(Option<Side>, &Subject)) {
    for member in &fact.members {
        tell(Some(member.side), &member.subject);
    }
    // Ids of the base where it has them, else of the revision.
    for subject in &fact.cause.subjects {
        tell(None, subject);
    }
}

/// Tells what else a finding speaks of.
fn each_beside(fact: &Finding, tell: &mut dyn FnMut(Side, &Subject)) {
    let values = fact.labels.iter().flat_map(|label| label.data.values());
    for value in fact.data.values().chain(values) {
        each_named(value, tell);
    }
    for label in &fact.labels {
        if let At::Place(side, place) = &label.at {
            tell(*side, &place.subject);
        }
    }
}

fn each_named(value: &Value, tell: &mut dyn FnMut(Side, &Subject)) {
    match value {
        Value::Thing(side, subject) => tell(*side, subject),
        Value::Things(side, subjects) | Value::Row(side, subjects) => {
            for subject in subjects {
                tell(*side, subject);
            }
        }
        Value::Amounts(side, amounts) => {
            for (subject, _) in amounts {
                tell(*side, subject);
            }
        }
        Value::Dates(side, dates) => {
            for (subject, _) in dates {
                tell(*side, subject);
            }
        }
        Value::Cut { first, .. } => each_named(first, tell),
        _ => {}
    }
}
