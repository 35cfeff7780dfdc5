//! Which findings confirm a point, and what it raises that is not found.
//!
//! A finding confirms a point when its rule is among those the point raises, and it is about
//! something the point is about. A point that names no rule is tied to the errors and warnings
//! on what it is about; unless it is for the proposal, for then it raises nothing.

use rokade_core::chart::Chart;
use rokade_core::entry::{About, PointEntry, PointKind};
use rokade_core::finding::Severity;

use super::about::{Look, Scope};
use super::{Judged, Told};
use rokade_core::note::{ShownAs, WhyNot};

/// What a point is tied to.
pub(super) struct Tied<'p> {
    /// The findings, by their places in the report.
    pub(super) findings: Vec<usize>,
    /// Rules that it raises and that are not found.
    pub(super) not_found: Vec<(&'p str, WhyNot)>,
    pub(super) standing: ShownAs,
}

/// Whether a point says nothing of what it is about.
pub(super) fn is_about_nothing(about: Option<&About>) -> bool {
    about.is_none_or(|about| *about == About::default())
}

/// What a point is about, in the charts that were compared.
pub(super) fn scope<'a>(
    point: &'a PointEntry,
    base: Option<&'a Chart>,
    judged: &Judged<'a>,
) -> Option<Scope<'a>> {
    let about = point
        .about
        .as_ref()
        .filter(|about| !is_about_nothing(Some(about)))?;
    let lineage = judged.changes.map(|changes| &changes.lineage);
    Some(Scope::new(about, base, judged.chart, lineage))
}

/// The rules a point raises, each once.
pub(super) fn raised(point: &PointEntry) -> Vec<&str> {
    let mut rules: Vec<&str> = Vec::new();
    for rule in &point.raises {
        if !rules.contains(&rule.as_str()) {
            rules.push(rule.as_str());
        }
    }
    rules
}

/// Ties a point to what was found.
pub(super) fn tie<'p>(
    point: &'p PointEntry,
    scope: Option<&Scope<'_>>,
    judged: &Judged<'_>,
    found: &[Told<'_>],
) -> Tied<'p> {
    let raised = raised(point);
    if raised.is_empty() {
        return beside(point, scope, judged, found);
    }
    let mut tied = Tied {
        findings: Vec::new(),
        not_found: Vec::new(),
        standing: ShownAs::Shown,
    };
    for rule in raised {
        let of_rule = found
            .iter()
            .enumerate()
            .filter(|(_, told)| told.finding.rule == rule);
        let is_about = |told: &Told<'_>| scope.is_none_or(|s| s.confirms(told, Look::Wide));
        let (hits, others): (Vec<_>, Vec<_>) = of_rule.partition(|(_, told)| is_about(told));
        if hits.is_empty() {
            let is_judged = judged.report.complete && !judged.unjudged.contains(&rule);
            let why = match (is_judged, others.is_empty()) {
                (false, _) => WhyNot::NotJudged,
                (true, true) => WhyNot::Nowhere,
                (true, false) => WhyNot::Elsewhere,
            };
            tied.not_found.push((rule, why));
        }
        tied.findings.extend(hits.into_iter().map(|(at, _)| at));
    }
    tied.findings.sort_unstable();
    let all_unjudged = tied
        .not_found
        .iter()
        .all(|(_, why)| *why == WhyNot::NotJudged);
    tied.standing = match (tied.findings.is_empty(), tied.not_found.is_empty()) {
        (false, true) => ShownAs::Shown,
        (false, false) => ShownAs::Partly,
        (true, _) if all_unjudged => ShownAs::NotJudged,
        (true, _) => ShownAs::NotShown,
    };
    tied
}

/// A point that names no rule.
fn beside<'p>(
    point: &PointEntry,
    scope: Option<&Scope<'_>>,
    judged: &Judged<'_>,
    found: &[Told<'_>],
) -> Tied<'p> {
    let mut tied = Tied {
        findings: Vec::new(),
        not_found: Vec::new(),
        standing: ShownAs::Silent,
    };
    if point.kind == Some(PointKind::Support) {
        tied.standing = ShownAs::Supports;
        return tied;
    }
    let Some(scope) = scope else {
        return tied;
    };
    let weighs = |told: &Told<'_>| told.finding.severity >= Severity::Warning;
    let hits = found.iter().enumerate();
    let hits = hits.filter(|(_, told)| weighs(told) && scope.confirms(told, Look::Narrow));
    tied.findings.extend(hits.map(|(at, _)| at));
    tied.standing = match tied.findings.is_empty() {
        false => ShownAs::Beside,
        true if judged.report.complete => ShownAs::NothingBeside,
        true => ShownAs::NotJudged,
    };
    tied
}
