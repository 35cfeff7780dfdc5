//! What the rules on the process ask of its steps. It reports nothing.

use std::collections::BTreeMap;

use rokade_core::chart::{ProcessView, StaffView, StepView, UnitView};
use rokade_core::entry::StepKind;
use rokade_core::finding::Side;
use rokade_core::ids::{Id, StaffId, Subject};
use rokade_core::quantity::Quantity;
use rokade_core::span::PathStep;

use crate::rule::Draft;

/// A step that can be named, and its name.
pub(super) type Step<'c> = (Subject, StepView<'c>);

/// The steps that have an id, by id: one without has a fault, and cannot be pointed at.
pub(super) fn named(process: ProcessView<'_>) -> Vec<Step<'_>> {
    let named = process.steps();
    let mut named: Vec<Step<'_>> = named
        .filter_map(|step| Some((step.id()?.subject(), step)))
        .collect();
    named.sort_by(|(a, _), (b, _)| a.cmp(b));
    named
}

/// The hearings among them.
pub(super) fn hearings(process: ProcessView<'_>) -> Vec<Step<'_>> {
    let mut hearings = named(process);
    hearings.retain(|(_, step)| step.kind() == Some(StepKind::Hearing));
    hearings
}

/// The key that says when a step begins.
pub(super) fn start_key(step: StepView<'_>) -> PathStep {
    let key = if step.entry().from.is_some() {
        "from"
    } else {
        "date"
    };
    key.into()
}

/// The key that says when a step ends.
pub(super) fn end_key(step: StepView<'_>) -> PathStep {
    let entry = step.entry();
    match (entry.to, entry.date) {
        (Some(_), _) => "to".into(),
        (None, Some(_)) => "date".into(),
        (None, None) => start_key(step),
    }
}

/// Points at the day of the decision.
pub(super) fn at_decision(draft: Draft, side: Side, process: ProcessView<'_>) -> Draft {
    let step = process.deciding_step();
    match step.and_then(|step| Some((step.id()?.subject(), step))) {
        Some((subject, step)) => draft.at(side, subject, [end_key(step)], "label-decision"),
        None => draft.at(
            side,
            Subject::chart(),
            ["process", "decision", "date"].map(PathStep::from),
            "label-decision",
        ),
    }
}

/// Points at the day it takes effect.
pub(super) fn at_effective(draft: Draft, side: Side) -> Draft {
    let path = ["process", "effective"].map(PathStep::from);
    draft.at(side, Subject::chart(), path, "label-effective")
}

/// The posts that the bodies of some steps speak for, each once; nothing where none is stated.
pub(super) fn spoken_for<'c>(steps: impl IntoIterator<Item = StepView<'c>>) -> Option<Quantity> {
    let mut posts: BTreeMap<&StaffId, StaffView<'_>> = BTreeMap::new();
    for body in steps.into_iter().filter_map(StepView::body) {
        let units = body.covers().flat_map(UnitView::subtree);
        for post in units.flat_map(UnitView::staff) {
            posts.insert(post.id(), post);
        }
    }
    (!posts.is_empty()).then(|| posts.values().map(|post| post.count()).sum())
}
