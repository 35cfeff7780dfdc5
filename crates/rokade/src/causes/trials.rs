//! Trying without: which acts are left out together, and what is then still found.

#![expect(
    clippy::indexing_slicing,
    reason = "an act is named by its place, and there is a place for each"
)]

use std::collections::{BTreeMap, BTreeSet};

use rokade_change::{ChangeSet, diff};
use rokade_core::chart::Chart;
use rokade_core::entry::Entries;
use rokade_core::finding::{Finding, Member, Side};
use rokade_core::ids::Subject;
use rokade_core::quantity::Quantity;
use rokade_rules::{ChartInput, Input, Limits, OfBase, ancestors, run_beside};

use super::acts::Acts;

/// So many runs are made if they are needed, while all of them together go over no more than
/// [`MOST_THINGS`].
const RUNS: usize = 16;
/// More runs are made while all of them together go over no more things than this.
const THINGS: usize = 200_000;
/// No run is made with which all of them would go over more things than this.
const MOST_THINGS: usize = 4_000_000;

/// The runs to make, each with the acts it leaves out.
pub(super) struct Trials {
    pub(super) runs: Vec<BTreeSet<usize>>,
}

impl Trials {
    /// Acts that are candidates of one finding, or stand on each other, are tried in runs of
    /// their own; acts that have nothing to do with each other share a run.
    pub(super) fn new(acts: &Acts<'_>, candidates: &[BTreeSet<usize>], chart: &Entries) -> Self {
        let mut groups = Groups::new(acts.all.len());
        let mut asked = BTreeSet::new();
        for some in candidates {
            asked.extend(some);
            groups.join(some);
        }
        for (act, dependents) in acts.needed_by.iter().enumerate() {
            for &dependent in dependents {
                groups.join(&BTreeSet::from([act, dependent]));
            }
        }
        let mut components: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for act in asked {
            components.entry(groups.root(act)).or_default().push(act);
        }
        let things = chart.units.len() + chart.staff.len() + chart.functions.len();
        let within = |bound: usize| bound / things.max(1);
        let most = within(THINGS).max(within(MOST_THINGS).min(RUNS));
        let mut runs: Vec<BTreeSet<usize>> = Vec::new();
        // A component that would need more runs than may be made is not tried at all.
        for component in components.values().filter(|some| some.len() <= most) {
            for (i, &act) in component.iter().enumerate() {
                if runs.len() <= i {
                    runs.push(BTreeSet::new());
                }
                runs[i].insert(act);
            }
        }
        Trials { runs }
    }
}

/// Which acts have to do with each other.
struct Groups(Vec<usize>);

impl Groups {
    fn new(acts: usize) -> Self {
        Groups((0..acts).collect())
    }

    fn root(&mut self, act: usize) -> usize {
        let mut root = act;
        while self.0[root] != root {
            self.0[root] = self.0[self.0[root]];
            root = self.0[root];
        }
        root
    }

    fn join(&mut self, acts: &BTreeSet<usize>) {
        let mut acts = acts.iter();
        let Some(&first) = acts.next() else { return };
        for &act in acts {
            let (a, b) = (self.root(first), self.root(act));
            self.0[a.max(b)] = a.min(b);
        }
    }
}

/// What is still found when something is left out, and how much of it; members by what they were
/// in the base, so that another id is no other member.
pub(super) struct Still {
    members: BTreeMap<Key, Quantity>,
    /// The members of what is found and not said.
    unsaid: BTreeMap<Key, Quantity>,
    /// Too little could be followed for rules to speak, so that silence says nothing.
    pub(super) silenced: bool,
}

/// A rule, a thing, and what of it.
type Key = (&'static str, Subject, String);

/// What is asked again in each run.
pub(super) struct Question<'a> {
    pub(super) inputs: &'a Input<'a>,
    /// Whether too little could be followed with everything in place.
    pub(super) was_silenced: bool,
    pub(super) limits: &'a Limits,
    /// The base is the same in every run.
    pub(super) of_base: &'a OfBase,
}

impl Still {
    /// Of the rules that `only` names, or all.
    pub(super) fn new(question: &Question<'_>, chart: &Chart, only: Option<&[&str]>) -> Self {
        let inputs = question.inputs;
        let changes = inputs.base.map(|(base, _)| (base, diff(base.chart, chart)));
        let revision = ChartInput {
            chart,
            ..inputs.revision
        };
        let without = Input {
            base: changes.as_ref().map(|(base, changes)| (*base, changes)),
            revision,
            hearings: inputs.hearings,
        };
        let found = run_beside(&without, question.limits, only, question.of_base);
        let changes = without.base.map(|(_, changes)| changes);
        let amounts = |findings: &[Finding]| {
            let mut amounts: BTreeMap<Key, Quantity> = BTreeMap::new();
            for finding in findings {
                for member in &finding.members {
                    for key in keys(finding.rule, member, changes) {
                        let amount = amounts.entry(key).or_insert(member.amount);
                        if member.amount.has_risen_from(*amount) {
                            *amount = member.amount;
                        }
                    }
                }
            }
            amounts
        };
        Still {
            members: amounts(&found.findings),
            unsaid: amounts(&found.unsaid),
            silenced: found.silenced && !question.was_silenced,
        }
    }

    /// How much there still is of a member; none where it is not found. What was not said need
    /// not be said now either.
    pub(super) fn amount_of(
        &self,
        rule: &'static str,
        member: &Member,
        is_said: bool,
        inputs: &Input<'_>,
    ) -> Option<Quantity> {
        let changes = inputs.base.map(|(_, changes)| changes);
        let mut keys = keys(rule, member, changes).into_iter();
        keys.find_map(|key| {
            let unsaid = (!is_said).then(|| self.unsaid.get(&key)).flatten();
            self.members.get(&key).or(unsaid).copied()
        })
    }
}

fn keys(rule: &'static str, member: &Member, changes: Option<&ChangeSet>) -> Vec<Key> {
    let mut before = match (member.side, changes) {
        (Side::Revision, Some(changes)) => ancestors(changes, &member.subject),
        _ => Vec::new(),
    };
    if before.is_empty() {
        before.push(member.subject.clone());
    }
    let keys = before.into_iter();
    keys.map(|subject| (rule, subject, member.part.clone()))
        .collect()
}
