//! Proposals side by side: from charts to a comparison.

use std::collections::BTreeMap;

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
    let of_base = Counted::of(&check(sources, &base.opened, policy)?);
    let mut found: Vec<(Counted, ChangeSet)> = Vec::with_capacity(proposals.len());
    for proposal in &proposals {
        let changed = changes(&base.opened.chart, &proposal.opened.chart);
        let compared = Some((&base.opened, &changed));
        let report = told(sources, compared, &proposal.opened, &[], policy)?;
        found.push((Counted::of(&report), changed));
    }
    if hides_small_groups {
        // That a rule finds something is no number of posts; found again in ranges, much would be
        // possible that nobody need fear.
        let mut charts: Vec<&mut Named> = vec![&mut base];
        charts.extend(&mut proposals);
        self::hide_small_groups(&mut charts);
        for (proposal, (_, changed)) in proposals.iter().zip(&mut found) {
            *changed = changes(&base.opened.chart, &proposal.opened.chart);
        }
    }
    let proposals = proposals.iter().zip(&found);
    let proposals: Vec<_> = proposals
        .map(|(proposal, (counted, changed))| (proposal, counted, changed))
        .collect();
    side_by_side((&base, &of_base), &proposals, weights, policy)
}

/// How much was found in a chart.
#[derive(Debug, Clone)]
pub(crate) struct Counted {
    counts: [usize; 3],
    /// Whether every rule could speak of it.
    judged: bool,
}

impl Counted {
    pub(crate) fn of(report: &Report) -> Self {
        let counts = [Severity::Error, Severity::Warning, Severity::Note];
        Counted {
            counts: counts.map(|severity| report.count(severity)),
            judged: report.complete,
        }
    }
}

/// Proposals beside their base, with how much was found in each and what each changes.
pub(crate) fn side_by_side(
    (base, of_base): (&Named, &Counted),
    proposals: &[(&Named, &Counted, &ChangeSet)],
    weights: &[Weighed],
    policy: &Policy,
) -> Result<Comparison, WordsError> {
    let limits = policy.limits_in_force();
    let input = ComparisonInput {
        base: compared(base, of_base),
        proposals: proposals
            .iter()
            .map(|(proposal, counted, changed)| (compared(proposal, counted), *changed))
            .collect(),
        limits: &limits,
        weights,
        hides_small_groups: base.opened.hides_small_groups(),
        language: policy.language,
    };
    comparison(&input)
}

fn compared<'a>(named: &'a Named, counted: &Counted) -> ComparedChart<'a> {
    ComparedChart {
        chart: &named.opened.chart,
        source: &named.source,
        counts: counted.counts,
        complete: named.opened.complete,
        // What the base left unread is said of the base.
        judged: counted.judged,
    }
}

/// Makes small groups of posts ranges in all charts that are told of together, the base first,
/// before anything is counted; so that none can be worked out from the others.
pub fn hide_small_groups(charts: &mut [&mut Named]) {
    // A chart that is there twice, as a proposal and as what a hearing answers, is one.
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    let mut unique: Vec<&Chart> = Vec::new();
    let mut places: Vec<usize> = Vec::with_capacity(charts.len());
    for named in &*charts {
        places.push(*known.entry(&named.source).or_insert_with(|| {
            unique.push(&named.opened.chart);
            unique.len() - 1
        }));
    }
    let Some((base, revisions)) = unique.split_first() else {
        return;
    };
    let groups = small_groups(base, revisions);
    for (named, place) in charts.iter_mut().zip(places) {
        let opened = &mut named.opened;
        let Some(groups) = groups.get(place).cloned() else {
            continue;
        };
        // What its files have wrong in them is known already.
        (opened.chart, _) = Chart::build(groups.hide(opened.chart.entries()));
        if let Some(derivation) = &mut opened.derivation {
            derivation.small_groups = Some(groups);
        }
    }
}
