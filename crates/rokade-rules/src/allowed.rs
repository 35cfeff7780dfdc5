//! The entries of `allow` that cover nothing: on the things of the revision, in its hearings, and
//! on the events of the proposal it comes of.

use std::collections::BTreeSet;

use rokade_core::entry::Allow;
use rokade_core::finding::Finding;
use rokade_core::ids::Subject;

use crate::catalogue;
use crate::causes::Causes;
use crate::rule::{HearingInput, OnEvent, Question, Rule, UnusedAllow};
use crate::run::{Found, Input, ancestors, is_of_hearing, is_silent};

/// Every entry of `allow` that covers none of what was found: those on things by what they stand
/// on, then those on events in the order of the proposals.
pub(crate) fn unused(input: &Input<'_>, found: &Found, causes: &Causes) -> Vec<UnusedAllow> {
    let mut unused = on_things(input, found);
    unused.extend(on_events(input, found, causes));
    unused
}

/// A rule that compares two charts cannot have been asked when there is one, and what it allows
/// is not unused.
fn on_things(input: &Input<'_>, found: &Found) -> Vec<UnusedAllow> {
    let entries = input.revision.chart.entries();
    let mut covered: BTreeSet<(&str, Subject)> = BTreeSet::new();
    for finding in found.findings.iter().chain(&found.unsaid) {
        covered.insert((finding.rule, Subject::chart()));
        for member in &finding.members {
            for subject in input.now(member.side, &member.subject) {
                covered.insert((finding.rule, subject));
            }
        }
    }
    let mut unused = Vec::new();
    let mut look = |owner: Subject, allows: &[Allow]| {
        for (item, allow) in allows.iter().enumerate() {
            let Some(name) = &allow.rule else { continue };
            let asked = catalogue::find(name).is_none_or(|rule| match rule.question {
                Question::Pair(_) => compares(input, rule),
                // What was in the base already is not said again, but is allowed; a hearing is of
                // the revision alone.
                Question::Chart(_) | Question::Both(..) => {
                    input.base.is_none() || is_of_hearing(&owner)
                }
                Question::Faults(_) => true,
                // It is only now being asked.
                Question::Allows(_) => false,
            });
            // What the base allows as well is not new.
            let is_old = input.base.is_some_and(|(base, changes)| {
                let before = base.chart.entries();
                let mut owners = ancestors(changes, &owner);
                owners.push(owner.clone());
                let allows = owners.iter().flat_map(|owner| before.allow_of(owner));
                let mut rules = allows.filter_map(|allow| allow.rule.as_ref());
                rules.any(|rule| rule == name)
            });
            if asked && !is_old && !covered.contains(&(name.as_str(), owner.clone())) {
                unused.push(UnusedAllow {
                    owner: owner.clone(),
                    item,
                    rule: name.clone(),
                    on_event: None,
                });
            }
        }
    };
    look(Subject::chart(), &entries.header.allow);
    for (owner, allows) in entries.allows() {
        look(owner, allows);
    }
    for HearingInput { hearing, .. } in input.hearings {
        for subject in hearing.subjects() {
            look(subject.clone(), hearing.allow_of(&subject));
        }
    }
    unused.sort_by(|a, b| (&a.owner, a.item).cmp(&(&b.owner, b.item)));
    unused
}

/// On an event, `allow` covers what that event alone caused. What it caused shows in full only
/// beside what the event was done to.
fn on_events(input: &Input<'_>, found: &Found, causes: &Causes) -> Vec<UnusedAllow> {
    let mut alone: BTreeSet<(&str, usize)> = BTreeSet::new();
    let mut with_others: BTreeSet<(&str, usize)> = BTreeSet::new();
    let findings = found.findings.iter().zip(&causes.of);
    let unsaid = found.unsaid.iter().zip(&causes.of_unsaid);
    let members = findings.chain(unsaid);
    let members = members.flat_map(|(finding, of): (&Finding, _)| {
        let of: &Vec<Vec<usize>> = of;
        of.iter().map(|acts| (finding.rule, acts))
    });
    for (rule, acts) in members {
        match acts[..] {
            [act] => drop(alone.insert((rule, act))),
            _ => with_others.extend(acts.iter().map(|&act| (rule, act))),
        }
    }
    let mut unused = Vec::new();
    for (at, act) in causes.acts.iter().enumerate() {
        for (item, allow) in act.allow.iter().enumerate() {
            let Some(name) = &allow.rule else { continue };
            let asked = catalogue::find(name).is_none_or(|rule| match rule.question {
                Question::Pair(_) | Question::Both(..) => {
                    causes.beside_their_base && compares(input, rule)
                }
                Question::Chart(_) => input.base.is_none() || causes.beside_their_base,
                Question::Faults(_) => true,
                Question::Allows(_) => false,
            });
            if asked && !alone.contains(&(name.as_str(), at)) {
                unused.push(UnusedAllow {
                    owner: act.subject.clone(),
                    item,
                    rule: name.clone(),
                    on_event: Some(OnEvent {
                        number: act.number,
                        span: act.allow_spans.get(item).copied(),
                        with_others: with_others.contains(&(name.as_str(), at)),
                    }),
                });
            }
        }
    }
    unused
}

/// Whether a rule that compares two charts has been asked.
fn compares(input: &Input<'_>, rule: &Rule) -> bool {
    input
        .base
        .is_some_and(|(_, changes)| !is_silent(rule, changes))
}
