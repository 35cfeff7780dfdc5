//! Proposals side by side: from charts to a comparison.

use rokade_change::{ChangeSet, diff as changes, small_groups};
use rokade_core::chart::Chart;
use rokade_core::comparison::Comparison;
use rokade_core::finding::Severity;
use rokade_core::report::Report;
use rokade_core::words::WordsError;
use rokade_rules::Policy;
use rokade_rules::comparison::{ComparedChart, ComparisonInput, Weighed, comparison};

use crate::open::{Opened, Sources};
use crate::proposal::Chain;
use crate::report::{check, told};

/// A chart with the name of the file it comes from.
#[derive(Debug)]
pub struct Named {
    /// The chart.
    pub opened: Opened,
    /// The file: of a proposal its own, and not that of its base.
    pub source: String,
}

/// Why it is not plain what proposals are compared with.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoBase {
    /// A chart stands on nothing that it could be compared with.
    #[error("{0} is a full chart, and it is not said what to compare it with")]
    Chart(String),
    /// The proposals start from different charts.
    #[error("{0} and {1} start from different charts")]
    Different(String, String),
}

/// The one chart that all proposals start from.
///
/// # Errors
/// When one is a chart by itself, or they start from different ones.
pub fn common_base(sources: &Sources, proposals: &[Chain]) -> Result<Option<Chain>, NoBase> {
    let mut common: Option<&Chain> = None;
    for chain in proposals {
        if chain.proposals.is_empty() {
            return Err(NoBase::Chart(source_of(sources, chain)));
        }
        // What a proposal starts from that could not be found is said of the proposal.
        if chain.root.is_err() {
            continue;
        }
        match common {
            Some(first) if first.root != chain.root => {
                let [one, other] = [first, chain].map(|chain| source_of(sources, chain));
                return Err(NoBase::Different(one, other));
            }
            _ => common = common.or(Some(chain)),
        }
    }
    let base = common.or(proposals.first());
    Ok(base.map(|chain| Chain {
        root: chain.root.clone(),
        proposals: Vec::new(),
    }))
}

/// The file that a chart is known by: the uppermost proposal, or the first file of the chart.
pub fn source_of(sources: &Sources, chain: &Chain) -> String {
    let of_chart = || chain.root.iter().flatten().next();
    let file = chain.proposals.last().or_else(of_chart);
    file.map_or_else(String::new, |&file| sources.name(file).to_owned())
}

/// Opens a chart, or a proposal with what it stands on, under the name of its file.
pub fn open_named(sources: &Sources, chain: &Chain) -> Named {
    Named {
        opened: crate::proposal::open_chain(sources, chain),
        source: source_of(sources, chain),
    }
}

/// Compares proposals with a base, and with each other. With `hides_small_groups` every number of
/// posts is of charts in which small groups are ranges; how much was found is as `diff` says.
///
/// # Errors
/// When a sentence cannot be made, which the tests of the rules rule out.
pub fn compare(
    sources: &Sources,
    mut base: Named,
    mut proposals: Vec<Named>,
    weights: &[Weighed],
    policy: &Policy,
    hides_small_groups: bool,
) -> Result<Comparison, WordsError> {
    let of_base = check(sources, &base.opened, policy)?;
    let mut found: Vec<(Report, ChangeSet)> = Vec::with_capacity(proposals.len());
    for proposal in &proposals {
        let changed = changes(&base.opened.chart, &proposal.opened.chart);
        let compared = Some((&base.opened, &changed));
        let report = told(sources, compared, &proposal.opened, &[], policy)?;
        found.push((report, changed));
    }
    if hides_small_groups {
        // That a rule finds something is no number of posts; found again in ranges, much would be
        // possible that nobody need fear.
        let mut opened: Vec<_> = proposals.iter_mut().map(|one| &mut one.opened).collect();
        hide_small_groups(&mut base.opened, &mut opened);
        for (proposal, (_, changed)) in proposals.iter().zip(&mut found) {
            *changed = changes(&base.opened.chart, &proposal.opened.chart);
        }
    }
    let limits = policy.limits_in_force();
    let input = ComparisonInput {
        base: compared(&base, &of_base),
        proposals: proposals
            .iter()
            .zip(&found)
            .map(|(proposal, (report, changed))| (compared(proposal, report), changed))
            .collect(),
        limits: &limits,
        weights,
        hides_small_groups,
        language: policy.language,
    };
    comparison(&input)
}

fn compared<'a>(named: &'a Named, report: &Report) -> ComparedChart<'a> {
    let counts = [Severity::Error, Severity::Warning, Severity::Note];
    ComparedChart {
        chart: &named.opened.chart,
        source: &named.source,
        counts: counts.map(|severity| report.count(severity)),
        complete: named.opened.complete,
        // What the base left unread is said of the base.
        judged: report.complete,
    }
}

/// Makes small groups of posts ranges in all that is compared, before anything is counted; so
/// that none can be worked out from the others.
pub fn hide_small_groups(base: &mut Opened, proposals: &mut [&mut Opened]) {
    let charts: Vec<&Chart> = proposals.iter().map(|proposal| &proposal.chart).collect();
    let groups = small_groups(&base.chart, &charts);
    let proposals = proposals.iter_mut().map(|proposal| &mut **proposal);
    for (opened, groups) in std::iter::once(base).chain(proposals).zip(groups) {
        // What its files have wrong in them is known already.
        (opened.chart, _) = Chart::build(groups.hide(opened.chart.entries()));
        opened.hides_small_groups = true;
        if let Some(derivation) = &mut opened.derivation {
            derivation.small_groups = Some(groups);
        }
    }
}
