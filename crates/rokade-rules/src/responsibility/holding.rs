//! What several rules on responsibility ask of a function: who performs it, whose it is.

use std::collections::BTreeMap;

use rokade_core::chart::{Chart, FunctionView, UnitView};
use rokade_core::finding::{Side, Value};
use rokade_core::ids::{FunctionId, Id, Subject};
use rokade_core::quantity::Quantity;

use crate::rule::Draft;

/// How many members of a finding are pointed at in the files; the rest are in its list.
pub(crate) const LABELLED: usize = 8;

/// Groups of posts with their size, each once.
pub(crate) type Posts = BTreeMap<Subject, Quantity>;

/// Who performs a function, filled or not.
pub(crate) fn performers(function: FunctionView<'_>) -> Posts {
    function
        .performers()
        .map(|post| (post.id().subject(), post.count()))
        .collect()
}

/// How many posts they are.
pub(crate) fn sum(posts: &Posts) -> Quantity {
    posts.values().copied().sum()
}

/// Says who performs something, and how many posts they are where the chart says it of any.
pub(crate) fn performed_by(draft: Draft, side: Side, posts: Posts) -> Draft {
    let sum = sum(&posts);
    let is_stated = !posts.is_empty();
    let draft = draft.set("staff", Value::Amounts(side, posts.into_iter().collect()));
    if is_stated { draft.posts(sum) } else { draft }
}

/// The units responsible for any of some functions, each once, by id.
pub(crate) fn holders<'c>(chart: &'c Chart, functions: &[FunctionId]) -> Vec<UnitView<'c>> {
    let functions = functions.iter().filter_map(|id| chart.function(id));
    let mut units: Vec<UnitView<'c>> = functions.flat_map(FunctionView::holders).collect();
    units.sort_by_key(|unit| unit.id());
    units.dedup();
    units
}

/// Whether only other organisations hold something: that is not ours to judge.
pub(crate) fn is_external(holders: &[UnitView<'_>]) -> bool {
    !holders.is_empty() && holders.iter().all(|unit| unit.is_external())
}

/// The things of some units.
pub(crate) fn subjects(units: &[UnitView<'_>]) -> Vec<Subject> {
    units.iter().map(|unit| unit.id().subject()).collect()
}

/// Whether something is so of all, of some, or of none: the word sentences choose by.
pub(crate) fn share(of: impl IntoIterator<Item = bool>) -> &'static str {
    let (mut any, mut all) = (false, true);
    for one in of {
        any |= one;
        all &= one;
    }
    match (any, all) {
        (false, _) => "none",
        (true, true) => "all",
        (true, false) => "some",
    }
}
