//! What a finding reads, and so which acts can have caused it.

use std::collections::{BTreeMap, BTreeSet};

use rokade_core::chart::{
    Chart, CoLocationView, FunctionView, GroupView, HeadState, MemberRef, StaffView, Superior,
    UnitView,
};
use rokade_core::entry::References as _;
use rokade_core::finding::{Finding, Value};
use rokade_core::ids::{
    CoLocationId, FunctionId, Id, Kind, StaffId, Subject, TargetGroupId, UnitId,
};
use rokade_rules::{Input, descendants};

use super::acts::Acts;

/// Which acts have to do with which thing.
pub(super) struct Index<'a> {
    /// The acts that wrote a thing itself.
    own: BTreeMap<Subject, BTreeSet<usize>>,
    /// The acts that wrote a thing or one that is read with it.
    near: BTreeMap<Subject, BTreeSet<usize>>,
    charts: [Option<&'a Chart>; 2],
}

impl<'a> Index<'a> {
    pub(super) fn new(acts: &Acts<'_>, base: Option<&'a Chart>, revision: &'a Chart) -> Self {
        let mut index = Index {
            own: BTreeMap::new(),
            near: BTreeMap::new(),
            charts: [base, Some(revision)],
        };
        let at: BTreeMap<(usize, usize), usize> = acts
            .all
            .iter()
            .enumerate()
            .map(|(i, &act)| (act, i))
            .collect();
        for (l, level) in acts.derivation.levels.iter().enumerate() {
            for (thing, writes) in level.log.writes() {
                let writers: BTreeSet<usize> = writes
                    .iter()
                    .filter_map(|write| at.get(&(l, write.act)).copied())
                    .collect();
                if writers.is_empty() {
                    continue;
                }
                let charts: Vec<&Chart> = index.charts.iter().copied().flatten().collect();
                for near in charts.into_iter().flat_map(|chart| read_with(chart, thing)) {
                    index.near.entry(near).or_default().extend(&writers);
                }
                index
                    .near
                    .entry(thing.clone())
                    .or_default()
                    .extend(&writers);
                index.own.entry(thing.clone()).or_default().extend(writers);
            }
        }
        index
    }

    /// The acts that wrote a thing itself, whatever it is called in either chart.
    pub(super) fn wrote(&self, thing: &Subject, inputs: &Input<'_>) -> BTreeSet<usize> {
        let now = inputs.base.map(|(_, changes)| descendants(changes, thing));
        let now = now.into_iter().flatten();
        std::iter::once(thing.clone())
            .chain(now)
            .filter_map(|thing| self.own.get(&thing))
            .flatten()
            .copied()
            .collect()
    }

    pub(super) fn candidates(&self, finding: &Finding, inputs: &Input<'_>) -> BTreeSet<usize> {
        let mut candidates = BTreeSet::new();
        let mut things: BTreeSet<Subject> = finding.cause.subjects.iter().cloned().collect();
        things.extend(finding.members.iter().map(|member| member.subject.clone()));
        let data = finding.data.values().flat_map(Value::things);
        things.extend(data.cloned());
        if let Some((_, changes)) = inputs.base {
            let now: Vec<Subject> = things
                .iter()
                .flat_map(|thing| descendants(changes, thing))
                .collect();
            things.extend(now);
        }
        for thing in &things {
            for chart in self.charts.iter().copied().flatten() {
                for part in parts(chart, thing) {
                    candidates.extend(self.near.get(&part).into_iter().flatten());
                }
                for above in above(chart, thing)
                    .into_iter()
                    .chain(places_and_groups(chart, thing))
                {
                    candidates.extend(self.own.get(&above).into_iter().flatten());
                }
            }
            candidates.extend(self.near.get(thing).into_iter().flatten());
        }
        candidates
    }
}

/// The things whose findings read what is written of a thing.
fn read_with(chart: &Chart, thing: &Subject) -> Vec<Subject> {
    let id = thing.id.as_str();
    let mut with = Vec::new();
    match thing.kind {
        Kind::Staff => {
            let Some(post) = StaffId::parse(id).ok().and_then(|id| chart.post(&id)) else {
                return with;
            };
            with.extend(post.unit().map(|unit| unit.id().subject()));
            with.extend(post.site().map(|site| site.id().subject()));
            with.extend(post.performs().map(|function| function.id().subject()));
            with.extend(post.heads().map(|unit| unit.id().subject()));
            if let Superior::Post(superior) = post.superior() {
                with.push(superior.id().subject());
            }
            with.extend(post.professional_lead().map(|lead| lead.id().subject()));
        }
        Kind::Unit => {
            let Some(unit) = UnitId::parse(id).ok().and_then(|id| chart.unit(&id)) else {
                return with;
            };
            with.extend(unit.parent().map(|parent| parent.id().subject()));
            with.extend(unit.site().map(|site| site.id().subject()));
            if let HeadState::Post(head) = unit.head() {
                with.push(head.id().subject());
            }
            with.extend(unit.staff().map(|post| post.id().subject()));
            with.extend(
                unit.functions()
                    .into_iter()
                    .map(|function| function.id().subject()),
            );
        }
        Kind::Function => {
            let Some(function) = FunctionId::parse(id)
                .ok()
                .and_then(|id| chart.function(&id))
            else {
                return with;
            };
            with.extend(
                function
                    .holders()
                    .into_iter()
                    .map(|unit| unit.id().subject()),
            );
        }
        _ => {}
    }
    with
}

/// The things that a finding on a thing is made of.
fn parts(chart: &Chart, thing: &Subject) -> Vec<Subject> {
    let id = thing.id.as_str();
    match thing.kind {
        Kind::CoLocation => {
            let stated = CoLocationId::parse(id).ok();
            let stated = stated.and_then(|id| chart.co_location(&id));
            let members = stated.map(CoLocationView::members).unwrap_or_default();
            let subject = |member: MemberRef<'_>| match member {
                MemberRef::Function(function) => function.id().subject(),
                MemberRef::Unit(unit) => unit.id().subject(),
                MemberRef::Staff(post) => post.id().subject(),
            };
            members.into_iter().map(subject).collect()
        }
        Kind::TargetGroup => {
            let group = TargetGroupId::parse(id).ok();
            let group = group.and_then(|id| chart.group(&id));
            let pathway = group.into_iter().flat_map(GroupView::pathway);
            pathway.map(|function| function.id().subject()).collect()
        }
        _ => Vec::new(),
    }
}

/// The sites and target groups that a thing names: what is done at a site that closes, or for a
/// group that ends, ends with it.
fn places_and_groups(chart: &Chart, thing: &Subject) -> Vec<Subject> {
    let (id, entries) = (thing.id.as_str(), chart.entries());
    let mut named = Vec::new();
    let mut tell = |kind: Kind, id: &str| {
        if matches!(kind, Kind::Site | Kind::TargetGroup) {
            named.push(Subject {
                kind,
                id: id.into(),
            });
        }
    };
    match thing.kind {
        Kind::Unit => entries.units.get(id).map(|e| e.value.each_id(&mut tell)),
        Kind::Staff => entries.staff.get(id).map(|e| e.value.each_id(&mut tell)),
        Kind::Function => entries
            .functions
            .get(id)
            .map(|e| e.value.each_id(&mut tell)),
        Kind::CoLocation => entries
            .co_locations
            .get(id)
            .map(|e| e.value.each_id(&mut tell)),
        _ => None,
    };
    named
}

/// The units above a thing.
fn above(chart: &Chart, thing: &Subject) -> Vec<Subject> {
    let id = thing.id.as_str();
    let of = |unit: Option<UnitView<'_>>| {
        let line = unit
            .into_iter()
            .flat_map(|unit| std::iter::once(unit).chain(unit.ancestors()));
        line.map(|unit| unit.id().subject()).collect::<Vec<_>>()
    };
    match thing.kind {
        Kind::Staff => {
            let post = StaffId::parse(id).ok();
            of(post
                .and_then(|id| chart.post(&id))
                .and_then(StaffView::unit))
        }
        Kind::Unit => {
            let unit = UnitId::parse(id).ok();
            of(unit.and_then(|id| chart.unit(&id)))
        }
        Kind::Function => {
            let function = FunctionId::parse(id).ok();
            let function = function.and_then(|id| chart.function(&id));
            let holders = function.map(FunctionView::holders).unwrap_or_default();
            holders
                .into_iter()
                .flat_map(|unit| of(Some(unit)))
                .collect()
        }
        _ => Vec::new(),
    }
}
