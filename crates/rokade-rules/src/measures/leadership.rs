//! Who leads: heads, layers and spans.

use std::collections::{BTreeMap, BTreeSet};

use rokade_change::ChangeKind;
use rokade_core::chart::{HeadState, UnitView};
use rokade_core::finding::Side;
use rokade_core::ids::{Id, StaffId, Subject, UnitId};
use rokade_core::quantity::Quantity;

use super::{One, Row, count, find};
use crate::leadership::layers::Layers;
use crate::leadership::span_of_control::spans::{Line, Spans};
use crate::rule::PairContext;

fn units<'a>(one: &One<'a>) -> impl Iterator<Item = UnitView<'a>> {
    one.chart.units().filter(|unit| !unit.is_external())
}

/// Nothing where the chart says of no unit who leads it.
pub(super) fn vacant_heads(one: &One<'_>) -> Option<Quantity> {
    let is_stated = units(one).any(|unit| unit.head() != HeadState::NotStated);
    let vacant = units(one).filter(|unit| unit.head().is_vacant());
    is_stated.then(|| count(vacant.count()))
}

/// The posts that head a unit, filled or not; one that heads several counts once.
pub(super) fn head_posts(one: &One<'_>) -> Option<Quantity> {
    let mut posts: BTreeSet<&StaffId> = BTreeSet::new();
    let mut vacant = 0;
    let mut stated = false;
    for unit in units(one) {
        stated |= unit.head() != HeadState::NotStated;
        match unit.head() {
            HeadState::Post(post) | HeadState::Unfilled(post) => {
                posts.insert(post.id());
            }
            HeadState::Vacant => vacant += 1,
            HeadState::NotStated | HeadState::None => {}
        }
    }
    stated.then(|| count(posts.len() + vacant))
}

/// The most posts that one head leads directly.
pub(super) fn largest_span(one: &One<'_>) -> Option<Quantity> {
    let spans = Spans::new(one.chart);
    let leaders = spans.leaders().filter(|(leader, line)| {
        let is_ours = leader.unit().is_none_or(|unit| !unit.is_external());
        is_ours && *line == Line::Head
    });
    leaders
        .map(|(leader, line)| spans.direct(leader, line))
        .reduce(Quantity::higher_of)
}

/// The units on the longest line, without those that have no head by design.
pub(super) fn layers(one: &One<'_>) -> Option<Quantity> {
    let layers = Layers::new(one.chart);
    units(one).map(|unit| layers.down_to(unit)).max().map(count)
}

/// How many posts there are in each unit that has another head, with all below it.
pub(super) fn staff_under_changed_head(context: &PairContext<'_>) -> Vec<Row> {
    let is_shut = context.changes.lineage.units.gate().is_shut();
    let Some(measure) = find("staff_under_changed_head").filter(|_| !is_shut) else {
        return Vec::new();
    };
    let changed = context.changes.changes.iter();
    let changed = changed.filter(|change| change.kind == ChangeKind::HeadChanged);
    let mut rows: BTreeMap<Subject, Row> = BTreeMap::new();
    for change in changed {
        let before = change.base.as_ref().and_then(Subject::to);
        let before = before.and_then(|id| context.base.unit(&id));
        for now in change.revision.iter().filter_map(Subject::to::<UnitId>) {
            let Some(unit) = context.revision.unit(&now) else {
                continue;
            };
            let before = before.map(UnitView::posts_below);
            let row = Row {
                measure,
                of: Some((Side::Revision, now.subject())),
                base: before,
                value: Some(unit.posts_below()),
                whole: before,
                difference: None,
                unstated: None,
            };
            rows.insert(now.subject(), row);
        }
    }
    rows.into_values().collect()
}
