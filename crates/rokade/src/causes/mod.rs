//! Which acts of a proposal cause which findings: those without which a finding is gone.
//!
//! The candidates of a finding are the acts that wrote what it is about. Which of them decide is
//! tried by leaving them out, one of every group of acts that have to do with each other at a
//! time, so that a run serves many findings. Where no single act decides, all are named.

mod acts;
mod reads;
mod trials;

use std::collections::BTreeSet;

use rokade_core::chart::Chart;
use rokade_core::finding::Finding;
use rokade_core::threads::each;
use rokade_rules::{Causes, Found, Input, OfBase, Policy};

use self::acts::Acts;
use self::reads::Index;
use self::trials::{Question, Still, Trials};
use crate::open::{Opened, Sources};

/// What caused each member of each finding; nothing where the revision is no proposal.
pub(crate) fn causes(
    sources: &Sources,
    base: Option<&Opened>,
    revision: &Opened,
    inputs: &Input<'_>,
    found: &Found,
    policy: &Policy,
) -> Causes {
    let Some(derivation) = &revision.derivation else {
        return Causes::default();
    };
    if !inputs.is_complete() {
        return Causes::default();
    }
    let acts = Acts::new(derivation, base);
    let told = acts.told(sources);
    // Only an `allow` asks what is not said, and whether all that an event causes is found.
    let allows = told.iter().any(|act| !act.allow.is_empty());
    let unsaid: &[Finding] = if allows { &found.unsaid } else { &[] };
    let findings: Vec<&Finding> = found.findings.iter().chain(unsaid).collect();
    let mut of = if findings.is_empty() {
        Vec::new()
    } else {
        of_findings(&acts, &findings, base, revision, inputs, found, policy)
    };
    let of_unsaid = of.split_off(found.findings.len());
    Causes {
        acts: told,
        of,
        of_unsaid,
        beside_their_base: allows && base.is_some_and(|base| acts.are_done_to(base)),
    }
}

/// The acts that caused each member of each finding.
fn of_findings(
    acts: &Acts<'_>,
    findings: &[&Finding],
    base: Option<&Opened>,
    revision: &Opened,
    inputs: &Input<'_>,
    found: &Found,
    policy: &Policy,
) -> Vec<Vec<Vec<usize>>> {
    let index = Index::new(acts, base.map(|base| &base.chart), &revision.chart);
    // What is wrong in a file is there because it was written, not because of what is done.
    let of_faults = rokade_rules::catalogue::of_faults();
    let candidates: Vec<BTreeSet<usize>> = findings
        .iter()
        .map(|finding| {
            if of_faults.contains(&finding.rule) {
                return BTreeSet::new();
            }
            index.candidates(finding, inputs)
        })
        .collect();
    let trials = Trials::new(acts, &candidates, revision.chart.entries());
    let question = Question {
        inputs,
        was_silenced: found.silenced,
        limits: &policy.limits_in_force(),
        of_base: &OfBase::default(),
    };
    let in_force = policy.only.as_deref();
    let asked = |left_out: &BTreeSet<usize>| {
        if findings.len() > found.findings.len() {
            // It is asked what is not said as well.
            return in_force.map(<[&str]>::to_vec);
        }
        let touched = findings.iter().zip(&candidates);
        let touched = touched.filter(|(_, candidates)| !candidates.is_disjoint(left_out));
        let rules = touched.map(|(finding, _)| finding.rule);
        Some(to_ask_again(rules, in_force))
    };
    let mut tried: Vec<Vec<Tried>> = findings
        .iter()
        .map(|finding| vec![Tried::default(); finding.members.len()])
        .collect();
    for (left_out, still) in trials
        .runs
        .iter()
        .zip(still_found(acts, &trials, &question, &asked))
    {
        let all = findings.iter().zip(&candidates).zip(&mut tried);
        for (at, ((finding, candidates), tried)) in all.enumerate() {
            let acts: Vec<usize> = candidates.intersection(left_out).copied().collect();
            if acts.is_empty() || still.silenced {
                continue;
            }
            let is_said = at < found.findings.len();
            for (member, tried) in finding.members.iter().zip(tried) {
                match still.amount_of(finding.rule, member, is_said, inputs) {
                    None => tried.decides.extend(&acts),
                    Some(amount) if member.amount.has_risen_from(amount) => {
                        tried.adds.extend(&acts);
                    }
                    Some(_) => {}
                }
            }
        }
    }
    let left_out: BTreeSet<usize> = trials.runs.iter().flatten().copied().collect();
    let of = findings.iter().zip(tried).zip(&candidates);
    let of = of.map(|((finding, tried), candidates)| {
        let known = tried.iter().any(|member| !member.causes().is_empty());
        let members = finding.members.iter().zip(&tried).map(|(member, tried)| {
            if known || candidates.is_empty() {
                return acts.nearest(tried.causes());
            }
            // No single act decides: all that wrote it, else all that have to do with it. One
            // alone that does not decide is no cause.
            let wrote = index.wrote(&member.subject, inputs);
            let all = if wrote.len() < 2 {
                candidates.clone()
            } else {
                wrote
            };
            if all.len() < 2 && all.is_subset(&left_out) {
                return Vec::new();
            }
            all.into_iter().collect()
        });
        members.collect()
    });
    of.collect()
}

/// The rules to ask again, of those in force: some that found something, and those that may then
/// speak in their place.
fn to_ask_again(
    found: impl Iterator<Item = &'static str>,
    in_force: Option<&[&str]>,
) -> Vec<&'static str> {
    let mut asked = rokade_rules::catalogue::with_replacing(&found.collect());
    asked.retain(|name| in_force.is_none_or(|rules| rules.contains(name)));
    asked
}

/// What is still found in each run, of the rules that are asked in it.
fn still_found<'a>(
    acts: &Acts<'_>,
    trials: &Trials,
    question: &Question<'_>,
    asked: &(impl Fn(&BTreeSet<usize>) -> Option<Vec<&'a str>> + Sync),
) -> Vec<Still> {
    let still = |left_out: &BTreeSet<usize>| {
        let without = acts.with_dependents(left_out);
        let entries = acts.derivation.without(&acts.by_level(&without));
        Still::new(
            question,
            &Chart::build(entries).0,
            asked(left_out).as_deref(),
        )
    };
    each(&trials.runs, still)
}

/// What leaving acts out has shown of a member of a finding.
#[derive(Debug, Clone, Default)]
struct Tried {
    /// Without one of these it is not found.
    decides: BTreeSet<usize>,
    /// Without one of these there is less of it.
    adds: BTreeSet<usize>,
}

impl Tried {
    fn causes(&self) -> &BTreeSet<usize> {
        if self.decides.is_empty() {
            &self.adds
        } else {
            &self.decides
        }
    }
}
