//! What a proposal does that causes what was found, as far as a report tells it.
//!
//! Which act causes what is worked out by whoever can leave acts out; here it is only carried.

use rokade_core::entry::Allow;
use rokade_core::finding::Finding;
use rokade_core::ids::Subject;
use rokade_core::span::Span;

/// What caused each member of each finding.
#[derive(Debug, Clone, Default)]
pub struct Causes {
    /// Everything that the proposal does.
    pub acts: Vec<CausingAct>,
    /// For each finding, in the order they were found, and each of its members, the acts that
    /// caused it.
    pub of: Vec<Vec<Vec<usize>>>,
    /// The same for what is found and not said.
    pub of_unsaid: Vec<Vec<Vec<usize>>>,
    /// Whether the revision is compared with what the acts were done to, so that all they cause
    /// is found.
    pub beside_their_base: bool,
}

/// An event of a proposal, an entry of its `set`, or what it says for itself.
#[derive(Debug, Clone)]
pub struct CausingAct {
    /// What it is called, or what it is about.
    pub subject: Subject,
    /// The key of an event, `set` or `own`.
    pub word: &'static str,
    /// Which of the events, from 1.
    pub number: Option<usize>,
    /// Where it stands.
    pub span: Option<Span>,
    /// Rules that may speak of what it alone causes without counting.
    pub allow: Vec<Allow>,
    /// Where each of these names its rule.
    pub allow_spans: Vec<Span>,
}

impl Causes {
    /// The acts that caused a finding or a member of it, in the order they are done.
    pub(crate) fn of_finding(&self, index: usize) -> Vec<&CausingAct> {
        let members = self.of.get(index).into_iter().flatten();
        let mut acts: Vec<usize> = members.flatten().copied().collect();
        acts.sort_unstable();
        acts.dedup();
        acts.into_iter()
            .filter_map(|act| self.acts.get(act))
            .collect()
    }

    /// The entry of `allow` on the one event that caused a member, if it covers the rule.
    pub(crate) fn allow_of(
        &self,
        index: usize,
        member: usize,
        finding: &Finding,
    ) -> Option<&Allow> {
        let [act] = self.of.get(index)?.get(member)?[..] else {
            return None;
        };
        let covers = |allow: &&Allow| allow.rule.as_deref() == Some(finding.rule);
        self.acts.get(act)?.allow.iter().find(covers)
    }
}
