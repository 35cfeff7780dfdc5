//! Functions of several units that come to lie with one, and functions that become one.

use std::collections::BTreeSet;

use rokade_change::{FunctionChange, FunctionFate, UnitVerdict};
use rokade_core::chart::{FunctionView, StaffView, UnitView};
use rokade_core::finding::{Cause, CauseKind};
use rokade_core::ids::{Id, Subject, UnitId};

use crate::responsibility::holding::{Posts, holders, in_base, is_external};
use crate::rule::PairContext;

/// How a function was gathered with others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum How {
    /// Several units had it, and one has it.
    Holders,
    /// It and others became a new one.
    Merged,
    /// It went into one that stands.
    Absorbed,
}

/// A function of the base that was gathered.
pub(crate) struct Gathered<'a> {
    pub(crate) change: &'a FunctionChange,
    pub(crate) before: FunctionView<'a>,
    pub(crate) now: FunctionView<'a>,
    pub(crate) how: How,
    /// The units of the base that had what is now one, by id.
    pub(crate) sources: Vec<UnitView<'a>>,
    /// The units of the revision that have it, by id.
    pub(crate) receivers: Vec<UnitView<'a>>,
}

/// Every function of the base that was gathered, by id; not what is another organisation's.
pub(crate) fn gathered<'a>(context: &PairContext<'a>) -> Vec<Gathered<'a>> {
    let changes = context.changes.functions.iter();
    changes.filter_map(|change| one(context, change)).collect()
}

/// Whether several units had a function, and one has it.
pub(crate) fn comes_to_one_unit(context: &PairContext<'_>, change: &FunctionChange) -> bool {
    let [now] = &change.to[..] else { return false };
    if change.fate != FunctionFate::Moved || !change.unit_changed {
        return false;
    }
    let sources = holders(context.base, std::slice::from_ref(&change.function));
    let receivers = holders(context.revision, std::slice::from_ref(now));
    receivers.len() == 1 && origins(context, &sources, &receivers) > 1
}

/// Those of some units of the base that what is said to be the cause happened to: a cause names
/// the first of several that, say, close.
pub(crate) fn same_fate<'u>(
    context: &PairContext<'_>,
    cause: &Cause,
    units: impl Iterator<Item = &'u UnitId>,
) -> Vec<Subject> {
    let verdict = match cause.kind {
        CauseKind::UnitClosed => UnitVerdict::Closed,
        CauseKind::UnitMerged => UnitVerdict::Merged,
        CauseKind::UnitSplit => UnitVerdict::Split,
        _ => return Vec::new(),
    };
    let changes = units.filter_map(|unit| context.changes.unit(unit));
    let alike = changes.filter(|change| change.verdict == verdict);
    let named = cause.subjects.iter().cloned();
    let all: BTreeSet<Subject> = alike
        .map(|change| change.unit.subject())
        .chain(named)
        .collect();
    all.into_iter().collect()
}

fn one<'a>(context: &PairContext<'a>, change: &'a FunctionChange) -> Option<Gathered<'a>> {
    let before = context.base.function(&change.function)?;
    let now = context.revision.function(change.to.first()?)?;
    let ancestors = context.changes.lineage.functions.ancestors(now.id());
    let how = if comes_to_one_unit(context, change) {
        How::Holders
    } else if change.fate != FunctionFate::Absorbed {
        return None;
    } else if ancestors.contains(now.id()) {
        How::Absorbed
    } else {
        How::Merged
    };
    let sources = match how {
        How::Holders => before.holders(),
        How::Merged | How::Absorbed => holders(context.base, ancestors),
    };
    let receivers = now.holders();
    if is_external(&sources) && is_external(&receivers) {
        return None;
    }
    Some(Gathered {
        change,
        before,
        now,
        how,
        sources,
        receivers,
    })
}

/// From how many units something came; those that themselves became one are one.
fn origins(context: &PairContext<'_>, sources: &[UnitView<'_>], into: &[UnitView<'_>]) -> usize {
    let units = &context.changes.lineage.units;
    let origin = |unit: &UnitView<'_>| -> (bool, Vec<UnitId>) {
        let receiver = into.iter().find(|new| units.follows(*unit, **new));
        match (receiver, units.descendants(unit.id())) {
            (Some(receiver), _) => (true, vec![receiver.id().clone()]),
            (None, []) => (false, vec![unit.id().clone()]),
            (None, now) => (true, now.to_vec()),
        }
    };
    let origins: BTreeSet<(bool, Vec<UnitId>)> = sources.iter().map(origin).collect();
    origins.len()
}

impl Gathered<'_> {
    /// Whether it came to one unit from two or more of ours that did not themselves become one,
    /// and nobody says why.
    pub(crate) fn is_unexplained(&self, context: &PairContext<'_>) -> bool {
        let ours = self.sources.iter().copied();
        let ours: Vec<UnitView<'_>> = ours.filter(|unit| !unit.is_external()).collect();
        let ended = &context.revision.entries().ended.functions;
        let ended = ended.get(self.before.id());
        let reasons = [
            self.now.entry().because.as_deref(),
            ended.and_then(|ended| ended.because.as_deref()),
        ];
        let explained = reasons
            .into_iter()
            .flatten()
            .any(|because| !because.trim().is_empty());
        self.receivers.len() == 1 && !explained && origins(context, &ours, &self.receivers) > 1
    }

    /// Who performed it under the units that give it up.
    pub(crate) fn performed_where_given_up(&self, context: &PairContext<'_>) -> Posts {
        let units = &context.changes.lineage.units;
        let keeps = |unit: &UnitView<'_>| {
            let mut receivers = self.receivers.iter();
            receivers.any(|receiver| units.follows(*unit, *receiver))
        };
        let gave: Vec<_> = self.sources.iter().filter(|unit| !keeps(unit)).collect();
        let there = |post: &StaffView<'_>| {
            let unit = post.unit();
            unit.is_some_and(|unit| gave.iter().any(|gave| unit.is_within(**gave)))
        };
        let posts = self.before.performers().filter(there);
        posts
            .map(|post| (post.id().subject(), post.count()))
            .collect()
    }

    /// What became of a unit that had it; else the unit that receives it.
    pub(crate) fn cause(&self, context: &PairContext<'_>) -> Cause {
        let of_unit = |cause: &&Cause| {
            matches!(
                cause.kind,
                CauseKind::UnitClosed | CauseKind::UnitMerged | CauseKind::UnitSplit
            )
        };
        if let Some(cause) = self.change.cause.as_ref().filter(of_unit) {
            return cause.clone();
        }
        let receivers = self.receivers.iter();
        let receivers = receivers.map(|unit| in_base(context.changes, unit.id()));
        Cause::new(CauseKind::FunctionLineage, receivers)
    }
}
