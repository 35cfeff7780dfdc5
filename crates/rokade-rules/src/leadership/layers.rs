//! Layers of management: how many heads stand between a unit and another above it.

use rokade_change::{ChangeSet, UnitVerdict};
use rokade_core::chart::{Chart, HeadState, ParentState, UnitView};
use rokade_core::finding::Cause;

/// Whether a unit is a layer of management: every unit is, but one without a head by design.
pub(super) fn is_layer(unit: UnitView<'_>) -> bool {
    unit.head() != HeadState::None
}

/// The layers above a unit.
pub(super) fn above(unit: UnitView<'_>) -> impl Iterator<Item = UnitView<'_>> {
    unit.ancestors().filter(|above| is_layer(*above))
}

/// How many layers there are above each unit of a chart.
pub(crate) struct Layers(Vec<usize>);

#[expect(
    clippy::indexing_slicing,
    reason = "there is a number for each unit of the chart"
)]
impl Layers {
    pub(crate) fn new(chart: &Chart) -> Self {
        let mut above = vec![0; chart.units().len()];
        let tops = chart.units().filter(|unit| unit.parent().is_none());
        // What a unit stands under comes before it.
        for unit in tops.flat_map(UnitView::subtree) {
            if let Some(parent) = unit.parent() {
                let layers = above[parent.position()] + usize::from(is_layer(parent));
                above[unit.position()] = layers;
            }
        }
        Layers(above)
    }

    /// Those above a unit of the chart.
    pub(crate) fn above(&self, unit: UnitView<'_>) -> usize {
        self.0[unit.position()]
    }

    /// Those from the top down to a unit of the chart, which may be one itself.
    pub(crate) fn down_to(&self, unit: UnitView<'_>) -> usize {
        self.above(unit) + usize::from(is_layer(unit))
    }
}

/// How many layers there are from a unit up to one above it, both counted.
pub(super) fn levels(from: UnitView<'_>, to: UnitView<'_>) -> usize {
    let below = from.line().take_while(|unit| *unit != to);
    below.filter(|unit| is_layer(*unit)).count() + usize::from(is_layer(to))
}

/// The nearest head that two units have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CommonHead<'c> {
    /// That of this unit.
    Unit(UnitView<'c>),
    /// There is none.
    Nobody,
    /// The chart does not say, or has not decided what one of them stands under.
    NotStated,
}

/// The nearest head that two units have in common.
fn common_head<'c>(one: UnitView<'c>, other: UnitView<'c>) -> CommonHead<'c> {
    let Some(common) = one.nearest_common(other) else {
        let ends = |unit: UnitView<'_>| {
            unit.line()
                .last()
                .is_some_and(|top| top.parent_state() == ParentState::Root)
        };
        return if ends(one) && ends(other) {
            CommonHead::Nobody
        } else {
            CommonHead::NotStated
        };
    };
    for unit in common.line() {
        match unit.head() {
            HeadState::None => {}
            HeadState::NotStated => return CommonHead::NotStated,
            _ => return CommonHead::Unit(unit),
        }
    }
    if common.line().last().map(UnitView::parent_state) == Some(ParentState::Root) {
        CommonHead::Nobody
    } else {
        CommonHead::NotStated
    }
}

/// A nearest common head that is another now, and further up.
pub(crate) struct FurtherHead<'c> {
    /// The unit it heads in the base.
    pub(crate) before: UnitView<'c>,
    /// How many levels above the lower of the two.
    pub(crate) levels_before: usize,
    /// The unit of the common head in the revision, and the levels up to it; `None` where there
    /// is no common head any more.
    pub(crate) now: Option<(UnitView<'c>, usize)>,
}

/// The common head of two that work together, each in one or several units, where another head
/// is the common one now and further up, or there is none. Where they are in several units, the
/// nearest of them count; what no chart states says nothing.
pub(crate) fn further_head<'c>(
    changes: &ChangeSet,
    before: [&[UnitView<'c>]; 2],
    now: [&[UnitView<'c>]; 2],
) -> Option<FurtherHead<'c>> {
    let Nearest::Head(head, levels_before) = nearest_of(before) else {
        return None;
    };
    let further = FurtherHead {
        before: head,
        levels_before,
        now: match nearest_of(now) {
            Nearest::NotStated => return None,
            Nearest::Nobody => None,
            Nearest::Head(head, levels) => Some((head, levels)),
        },
    };
    let is_further = match further.now {
        Some((unit, levels)) => {
            levels > levels_before && !changes.lineage.units.follows(head, unit)
        }
        None => !now[0].is_empty() && !now[1].is_empty(),
    };
    is_further.then_some(further)
}

/// The nearest of several common heads.
#[derive(Clone, Copy)]
enum Nearest<'c> {
    /// The chart does not say.
    NotStated,
    /// There is none.
    Nobody,
    /// The head of this unit, and the levels up to it.
    Head(UnitView<'c>, usize),
}

/// The nearest head that any unit of one has in common with any of the other.
fn nearest_of<'c>([ones, others]: [&[UnitView<'c>]; 2]) -> Nearest<'c> {
    let mut nearest = Nearest::Nobody;
    for &one in ones {
        for &other in others {
            match common_head(one, other) {
                CommonHead::NotStated => return Nearest::NotStated,
                CommonHead::Nobody => {}
                CommonHead::Unit(head) => {
                    let at = levels(one, head).max(levels(other, head));
                    if !matches!(nearest, Nearest::Head(_, levels) if levels <= at) {
                        nearest = Nearest::Head(head, at);
                    }
                }
            }
        }
    }
    nearest
}

/// What happened to a unit or to those above it, up to another: what was closed, merged, split
/// or moved, and took the unit along.
pub(crate) fn cause_on_line(
    changes: &ChangeSet,
    unit: UnitView<'_>,
    up_to: Option<UnitView<'_>>,
) -> Option<Cause> {
    let below = unit.line().take_while(|unit| Some(*unit) != up_to);
    below
        .filter_map(|unit| changes.unit(unit.id()))
        .filter(|change| {
            change.parent_changed
                || matches!(
                    change.verdict,
                    UnitVerdict::Closed | UnitVerdict::Merged | UnitVerdict::Split
                )
        })
        .filter_map(rokade_change::UnitChange::cause)
        .min()
}
