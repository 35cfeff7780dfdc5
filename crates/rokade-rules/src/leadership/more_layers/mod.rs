//! `more-layers`: units that get more heads above them than they had.

use std::collections::{BTreeMap, BTreeSet};

use rokade_change::UnitVerdict;
use rokade_core::chart::UnitView;
use rokade_core::finding::{Cause, CauseKind, Severity, Side, Value};
use rokade_core::ids::{Id, Kind, UnitId};
use rokade_core::quantity::Quantity;

use super::layers::{Layers, above, is_layer};
use crate::people::most_first;
use crate::rule::{
    Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, member, texts,
};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "more-layers",
    family: Family::Leadership,
    severity: Severity::Note,
    certainty: RuleCertainty::Certain,
    rank: Rank::Leadership,
    replaces: &[],
    follows: &[Kind::Unit],
    question: Question::Pair(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// A unit with more layers above it.
struct Deeper<'c> {
    before: UnitView<'c>,
    now: UnitView<'c>,
    layers_before: usize,
    layers: usize,
    /// Those that it did not stand under, the nearest first.
    added: Vec<UnitView<'c>>,
}

/// One finding for each topmost layer that was put in between.
fn check(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let mut by_top: BTreeMap<&UnitId, Vec<Deeper<'_>>> = BTreeMap::new();
    let layers = [context.base, context.revision].map(Layers::new);
    for change in &context.changes.units {
        let is_kept = matches!(change.verdict, UnitVerdict::Kept | UnitVerdict::Renamed);
        let (before, now) = (change.before(context.base), change.now(context.revision));
        let (Some(before), Some(now), true) = (before, now, is_kept) else {
            continue;
        };
        if now.is_external() {
            continue;
        }
        if let Some(deeper) = deeper(context, &layers, before, now) {
            let top = deeper.added.last().map_or(now.id(), |top| top.id());
            by_top.entry(top).or_default().push(deeper);
        }
    }
    for (top, all) in by_top {
        sink.report(one_top(context, top, &all));
    }
}

fn deeper<'c>(
    context: &PairContext<'c>,
    [layers_before, layers]: &[Layers; 2],
    before: UnitView<'c>,
    now: UnitView<'c>,
) -> Option<Deeper<'c>> {
    let (layers_before, layers) = (layers_before.above(before), layers.above(now));
    if layers <= layers_before {
        return None;
    }
    let lineage = &context.changes.lineage.units;
    let was_above = |layer: &UnitView<'_>| {
        let mut old = lineage.before(*layer, context.base);
        old.any(|old| is_layer(old) && old != before && before.is_within(old))
    };
    let added = above(now).filter(|layer| !was_above(layer)).collect();
    Some(Deeper {
        before,
        now,
        layers_before,
        layers,
        added,
    })
}

fn one_top(context: &PairContext<'_>, top: &UnitId, all: &[Deeper<'_>]) -> Draft {
    // What stands under another of them follows it.
    let ids: BTreeSet<&UnitId> = all.iter().map(|deeper| deeper.now.id()).collect();
    let is_top = |deeper: &&Deeper<'_>| {
        let mut above = deeper.now.ancestors();
        !above.any(|above| ids.contains(above.id()))
    };
    let mut tops: Vec<&Deeper<'_>> = all.iter().filter(is_top).collect();
    // Two units of the base that became one are one.
    tops.dedup_by_key(|deeper| deeper.now.id());
    let more = |deeper: &Deeper<'_>| deeper.layers - deeper.layers_before;
    let most = tops.iter().map(|deeper| more(deeper)).max().unwrap_or(0);
    let posts: Quantity = tops.iter().map(|deeper| deeper.now.posts_below()).sum();
    let units = tops
        .iter()
        .map(|deeper| (deeper.now.id().subject(), deeper.now.posts_below()));
    let layers = tops.iter().flat_map(|deeper| &deeper.added);
    let layers = layers.map(|layer| layer.id().subject());
    let cause = match all.first().map(|deeper| deeper.before.id()) {
        // Nothing was put in between: a unit above got a head that had none, or was divided.
        Some(unit) if all.iter().all(|deeper| deeper.added.is_empty()) => {
            Cause::itself(unit.subject())
        }
        _ => Cause::new(CauseKind::Itself, [top.subject()]),
    };
    let mut draft = Draft::new(cause)
        .things(
            "units",
            Side::Revision,
            tops.iter().map(|deeper| deeper.now.id().subject()),
        )
        .set(
            "posts_by_unit",
            Value::Amounts(Side::Revision, most_first(units)),
        )
        .things("layers", Side::Revision, layers)
        .set("more", most)
        .set(
            "layers_before",
            tops.iter().map(|d| d.layers_before).max().unwrap_or(0),
        )
        .set(
            "layers_now",
            tops.iter().map(|d| d.layers).max().unwrap_or(0),
        )
        .posts(posts)
        .members(tops.iter().map(|deeper| {
            member(
                Side::Base,
                deeper.before.id().subject(),
                deeper.now.posts_below(),
            )
        }));
    if context.revision.unit(top).is_some() && all.iter().any(|d| !d.added.is_empty()) {
        draft = draft.at(Side::Revision, top.subject(), [], "label-layer");
    }
    for deeper in &tops {
        let subject = deeper.now.id().subject();
        draft = draft
            .at(Side::Revision, subject, ["parent".into()], "label-revision")
            .label_set("here", deeper.layers);
    }
    for deeper in &tops {
        let subject = deeper.before.id().subject();
        draft = draft
            .at(Side::Base, subject, ["parent".into()], "label-base")
            .label_set("here", deeper.layers_before);
    }
    draft
}
