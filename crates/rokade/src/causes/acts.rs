//! The acts of the proposals that a revision stands on, and what cannot be done without them.

use std::collections::BTreeSet;

use rokade_change::{Act, ActKind, same};
use rokade_core::chart::Chart;
use rokade_core::entry::Entries;
use rokade_core::span::Span;
use rokade_rules::CausingAct;

use crate::open::{Opened, Sources};
use crate::proposal::{Derivation, find_at, first_line};

/// The acts of every proposal that the base does not have as well, in the order they are done.
pub(super) struct Acts<'a> {
    pub(super) derivation: &'a Derivation,
    /// Level and index of each.
    pub(super) all: Vec<(usize, usize)>,
    /// The first act of each level.
    first: Vec<usize>,
    /// How many of the levels the base has too.
    below: usize,
    /// The acts that need each.
    pub(super) needed_by: Vec<BTreeSet<usize>>,
}

#[expect(
    clippy::indexing_slicing,
    reason = "an act is named by its place among these, and a level by its own"
)]
impl<'a> Acts<'a> {
    pub(super) fn new(derivation: &'a Derivation, base: Option<&Opened>) -> Self {
        let below: Vec<_> = base
            .and_then(|base| base.derivation.as_ref())
            .into_iter()
            .flat_map(|derivation| derivation.levels.iter().map(|level| level.file))
            .collect();
        let mut acts = Acts {
            derivation,
            all: Vec::new(),
            first: Vec::new(),
            below: 0,
            needed_by: Vec::new(),
        };
        for (l, level) in derivation.levels.iter().enumerate() {
            acts.first.push(acts.all.len());
            if below.contains(&level.file) {
                acts.below += 1;
            } else {
                acts.all.extend((0..level.acts.len()).map(|act| (l, act)));
            }
        }
        acts.needed_by = vec![BTreeSet::new(); acts.all.len()];
        for (at, &(l, act)) in acts.all.iter().enumerate() {
            for needed in derivation.levels[l].log.needs_of(act) {
                acts.needed_by[acts.first[l] + needed].insert(at);
            }
        }
        acts
    }

    /// These acts, and all that cannot be done without them.
    pub(super) fn with_dependents(&self, acts: &BTreeSet<usize>) -> BTreeSet<usize> {
        let mut all = acts.clone();
        let mut open: Vec<usize> = acts.iter().copied().collect();
        while let Some(act) = open.pop() {
            for &dependent in &self.needed_by[act] {
                if all.insert(dependent) {
                    open.push(dependent);
                }
            }
        }
        all
    }

    /// What to leave out of each level.
    pub(super) fn by_level(&self, acts: &BTreeSet<usize>) -> Vec<BTreeSet<usize>> {
        let mut levels = vec![BTreeSet::new(); self.derivation.levels.len()];
        for &act in acts {
            let (level, index) = self.all[act];
            levels[level].insert(index);
        }
        levels
    }

    /// The acts among these that nothing else among them stands on: leaving out the founding of
    /// a unit leaves out every move to it, and it is the move that is the cause.
    pub(super) fn nearest(&self, acts: &BTreeSet<usize>) -> Vec<usize> {
        let stands = |act: &usize| {
            let mut above = self.with_dependents(&BTreeSet::from([*act]));
            above.remove(act);
            above.is_disjoint(acts)
        };
        acts.iter().copied().filter(stands).collect()
    }

    /// Whether this chart is what the first of the acts is done to.
    pub(super) fn are_done_to(&self, base: &Opened) -> bool {
        let below: Entries = self.derivation.up_to(self.below);
        same(&Chart::build(below).0, &base.chart)
    }

    pub(super) fn told(&self, sources: &Sources) -> Vec<CausingAct> {
        let one = |&(l, index): &(usize, usize)| {
            let act = &self.derivation.levels[l].acts[index];
            let is_event = matches!(act.kind, ActKind::Event(_));
            CausingAct {
                subject: act.subject.clone(),
                word: match act.kind {
                    ActKind::Event(kind) => kind.key(),
                    ActKind::Set => "set",
                    ActKind::Own => "own",
                },
                number: is_event.then_some(index + 1),
                span: act.origin.map(|origin| first_line(sources, origin)),
                // What was not done causes nothing, and that is found already.
                allow: if act.done {
                    act.allow.clone()
                } else {
                    Vec::new()
                },
                allow_spans: spans_of_allows(sources, act),
            }
        };
        self.all.iter().map(one).collect()
    }
}

/// Where each `allow` of an act names its rule.
fn spans_of_allows(sources: &Sources, act: &Act) -> Vec<Span> {
    let Some(origin) = act.origin else {
        return Vec::new();
    };
    let path = |item: usize| ["allow".into(), item.into(), "rule".into()];
    let items = 0..act.allow.len();
    items
        .map(|item| find_at(sources, origin, &path(item)))
        .collect()
}
