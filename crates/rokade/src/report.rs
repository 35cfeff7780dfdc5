//! From charts to a report: the one way through the rules.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

use indexmap::IndexMap;
use rokade_change::{ChangeSet, diff as changes};
use rokade_core::entry::Hashed;
use rokade_core::finding::{At, Fingerprint, Severity, Side};
use rokade_core::report::Report;
use rokade_core::span::{Origin, PathStep, Place, Span};
use rokade_core::words::WordsError;
use rokade_rules::{ChartInput, Found, HearingInput, Input, Policy, run, tell, unused_allows};

use crate::causes::causes;
use crate::open::{Opened, OpenedHearing, Sources};
use crate::proposal::{Written, find_all, find_at, find_in, written};

/// Checks one chart.
///
/// # Errors
/// When a sentence cannot be made, which the tests of the rules rule out.
pub fn check(sources: &Sources, chart: &Opened, policy: &Policy) -> Result<Report, WordsError> {
    heard(sources, None, chart, &[], policy)
}

/// Checks charts, each by itself, in one report.
///
/// # Errors
/// See [`check`].
pub fn check_all(
    sources: &Sources,
    charts: &[Opened],
    policy: &Policy,
) -> Result<Report, WordsError> {
    let reports = charts.iter().map(|chart| check(sources, chart, policy));
    rokade_rules::merge(reports.collect::<Result<_, _>>()?, policy)
}

/// Compares two charts.
///
/// # Errors
/// See [`check`].
pub fn diff(
    sources: &Sources,
    base: &Opened,
    revision: &Opened,
    policy: &Policy,
) -> Result<Report, WordsError> {
    heard(sources, Some(base), revision, &[], policy)
}

/// Checks a chart, or compares it with its base, with what was answered to it in hearings.
///
/// # Errors
/// See [`check`].
pub fn heard(
    sources: &Sources,
    base: Option<&Opened>,
    revision: &Opened,
    hearings: &[OpenedHearing],
    policy: &Policy,
) -> Result<Report, WordsError> {
    let changes = base.map(|base| changes(&base.chart, &revision.chart));
    let base = base.zip(changes.as_ref());
    told(sources, base, revision, hearings, policy)
}

/// The report on a chart, or on two of which it is known what changes.
pub(crate) fn told(
    sources: &Sources,
    compared: Option<(&Opened, &ChangeSet)>,
    revision: &Opened,
    hearings: &[OpenedHearing],
    policy: &Policy,
) -> Result<Report, WordsError> {
    told_and_found(sources, compared, revision, hearings, policy, None).map(|(report, _)| report)
}

/// What is found in charts as they are, for telling it of charts in which something is hidden:
/// ranges raise alarms that nobody need fear.
#[derive(Debug, Clone, Default)]
pub(crate) struct Truth(BTreeMap<Fingerprint, Severity>);

impl Truth {
    /// What was found.
    pub(crate) fn of(found: &Found) -> Self {
        let findings = found.findings.iter();
        Truth(
            findings
                .map(|finding| (finding.fingerprint(), finding.severity))
                .collect(),
        )
    }

    /// Leaves out what is not so, and grades the rest as it is.
    fn hold(&self, found: &mut Found) {
        found.findings.retain_mut(|finding| {
            let severity = self.0.get(&finding.fingerprint());
            finding.severity = severity.copied().unwrap_or(finding.severity);
            severity.is_some()
        });
    }
}

/// The same, with what was found as data; nothing that does not hold in truth, where that is
/// known.
pub(crate) fn told_and_found(
    sources: &Sources,
    compared: Option<(&Opened, &ChangeSet)>,
    revision: &Opened,
    hearings: &[OpenedHearing],
    policy: &Policy,
    truth: Option<&Truth>,
) -> Result<(Report, Found), WordsError> {
    let base = compared.map(|(base, _)| base);
    let hearing_inputs: Vec<HearingInput<'_>> = hearings.iter().map(hearing_input).collect();
    let inputs = Input {
        base: compared.map(|(base, changes)| (input(base), changes)),
        revision: input(revision),
        hearings: &hearing_inputs,
    };
    let only = policy.only.as_deref();
    let mut found = run(&inputs, &policy.limits_in_force(), only);
    if let Some(truth) = truth {
        truth.hold(&mut found);
    }
    let causes = causes(sources, base, revision, &inputs, &found, policy);
    let unused = unused_allows(&inputs, &found, &causes, only);
    found.findings.extend(unused);
    if let Some(truth) = truth {
        truth.hold(&mut found);
    }
    let charts = (base, Some(revision));
    let found_at = RefCell::new(found_together(sources, charts, &found));
    let locate = |side: Side, place: &Place| {
        *found_at
            .borrow_mut()
            .entry((side, place.clone()))
            .or_insert_with(|| locate_in(sources, charts, hearings, side, place))
    };
    let report = tell(
        &inputs,
        &found,
        &causes,
        policy,
        sources.sources.clone(),
        &locate,
    )?;
    Ok((report, found))
}

/// The base, where two charts are compared, and the revision, or the only chart.
type Charts<'a> = (Option<&'a Opened>, Option<&'a Opened>);

fn chart_of((base, revision): Charts<'_>, side: Side) -> Option<&Opened> {
    match side {
        Side::Base => base.or(revision),
        Side::Revision => revision,
    }
}

/// The bytes of a field of one of the charts, where it could be found.
type FoundAt = HashMap<(Side, Place), Option<Span>, Hashed>;

/// The bytes of the fields of entities that several findings point into: an entity can be as long
/// as its file, and is read once for all of them.
fn found_together(sources: &Sources, charts: Charts<'_>, found: &Found) -> FoundAt {
    let mut by_origin: IndexMap<Origin, IndexMap<(Side, &Place), Vec<PathStep>>> = IndexMap::new();
    for label in found.findings.iter().flat_map(|finding| &finding.labels) {
        let At::Place(side, place) = &label.at else {
            continue;
        };
        let chart = chart_of(charts, *side);
        if let Some(Written::Field(origin, path)) = chart.and_then(|chart| written(chart, place)) {
            by_origin
                .entry(origin)
                .or_default()
                .insert((*side, place), path);
        }
    }
    let several = by_origin.into_iter().filter(|(_, paths)| paths.len() > 1);
    let spans = several.flat_map(|(origin, paths)| find_all(sources, origin, paths));
    let found = spans.map(|((side, place), span)| ((side, place.clone()), Some(span)));
    found.collect()
}

/// The bytes of a field of one of two charts, or of a hearing.
pub(crate) fn locate_in(
    sources: &Sources,
    charts: Charts<'_>,
    hearings: &[OpenedHearing],
    side: Side,
    place: &Place,
) -> Option<Span> {
    let in_chart = chart_of(charts, side).and_then(|chart| find_in(sources, chart, place));
    if side == Side::Base && charts.0.is_some() {
        return in_chart;
    }
    in_chart.or_else(|| {
        let mut roots = hearings.iter().map(|opened| opened.hearing.root_of(place));
        let (origin, path) = roots.find_map(|root| root)?;
        Some(find_at(sources, origin, &path))
    })
}

pub(crate) fn hearing_input(opened: &OpenedHearing) -> HearingInput<'_> {
    HearingInput {
        hearing: &opened.hearing,
        faults: &opened.faults,
        complete: opened.complete,
    }
}

pub(crate) fn input(opened: &Opened) -> ChartInput<'_> {
    ChartInput {
        chart: &opened.chart,
        faults: &opened.faults,
        complete: opened.complete,
    }
}
