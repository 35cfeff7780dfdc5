//! From charts to a report: the one way through the rules.

use rokade_change::diff as compare;
use rokade_core::finding::Side;
use rokade_core::report::Report;
use rokade_core::span::Place;
use rokade_core::words::WordsError;
use rokade_rules::{ChartInput, Input, Policy, run, tell};

use crate::causes::causes;
use crate::open::{Opened, Sources};
use crate::proposal::find_in;

/// Checks one chart.
///
/// # Errors
/// When a sentence cannot be made, which the tests of the rules rule out.
pub fn check(sources: &Sources, chart: &Opened, policy: &Policy) -> Result<Report, WordsError> {
    let inputs = Input {
        base: None,
        revision: input(chart),
    };
    let found = run(&inputs, &policy.limits, policy.only.as_deref());
    let causes = causes(sources, None, chart, &inputs, &found, policy);
    let locate = |_: Side, place: &Place| find_in(sources, chart, place);
    tell(
        &inputs,
        &found,
        &causes,
        policy,
        sources.sources.clone(),
        &locate,
    )
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
    let changes = compare(&base.chart, &revision.chart);
    let inputs = Input {
        base: Some((input(base), &changes)),
        revision: input(revision),
    };
    let found = run(&inputs, &policy.limits, policy.only.as_deref());
    let causes = causes(sources, Some(base), revision, &inputs, &found, policy);
    let locate = |side: Side, place: &Place| match side {
        Side::Base => find_in(sources, base, place),
        Side::Revision => find_in(sources, revision, place),
    };
    tell(
        &inputs,
        &found,
        &causes,
        policy,
        sources.sources.clone(),
        &locate,
    )
}

pub(crate) fn input(opened: &Opened) -> ChartInput<'_> {
    ChartInput {
        chart: &opened.chart,
        faults: &opened.faults,
        complete: opened.complete,
    }
}
