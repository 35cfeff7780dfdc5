//! What several rules on responsibility ask of a function: who performs it, whose it is.

use std::collections::{BTreeMap, BTreeSet};

use rokade_change::{ChangeSet, FunctionChange, FunctionPart, Scope};
use rokade_core::chart::{Chart, FunctionView, GroupView, StaffView, UnitView};
use rokade_core::finding::{Side, Value};
use rokade_core::ids::{FunctionId, Id, Subject, TargetGroupId, UnitId};
use rokade_core::quantity::{Certainty, Quantity};

use crate::rule::{Draft, PairContext};

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
    units.sort_unstable();
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

/// Points at who is responsible for a function, before and after.
pub(crate) fn label_holders(
    context: &PairContext<'_>,
    mut draft: Draft,
    change: &FunctionChange,
) -> Draft {
    let now = change.to.iter();
    for function in now.filter_map(|id| context.revision.function(id)) {
        let holders = Value::Things(Side::Revision, subjects(&function.holders()));
        draft = draft
            .at(
                Side::Revision,
                function.id().subject(),
                ["responsible".into()],
                "label-revision",
            )
            .label_set("holders", holders);
    }
    let before = context.base.function(&change.function);
    let before = before.map_or_else(Vec::new, |function| subjects(&function.holders()));
    draft
        .at(
            Side::Base,
            change.function.subject(),
            ["responsible".into()],
            "label-base",
        )
        .label_set("holders", Value::Things(Side::Base, before))
}

/// Whether a part of a function goes from one other organisation to another: that is not ours to
/// judge.
pub(crate) fn is_of_others(context: &PairContext<'_>, part: &FunctionPart) -> bool {
    let from = part.from.iter().filter_map(|id| context.base.unit(id));
    let into = part.into.iter().filter_map(|id| context.revision.unit(id));
    is_external(&from.collect::<Vec<_>>()) && is_external(&into.collect::<Vec<_>>())
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

/// How many citizens some target groups are, each once; `None` where no chart says it of any.
pub(crate) fn citizens<'a>(
    chart: &Chart,
    groups: impl Iterator<Item = &'a TargetGroupId>,
) -> Option<Quantity> {
    let groups: BTreeSet<&TargetGroupId> = groups.collect();
    let citizens: Vec<Option<Quantity>> = groups
        .into_iter()
        .map(|id| chart.group(id).and_then(GroupView::citizens))
        .collect();
    let stated = citizens.iter().any(Option::is_some);
    let known = |citizens: Option<Quantity>| citizens.unwrap_or(Quantity::UNKNOWN);
    stated.then(|| citizens.into_iter().map(known).sum())
}

/// Says how many citizens it is about, where that is stated of any.
pub(crate) fn with_citizens(draft: Draft, citizens: Option<Quantity>) -> Draft {
    match citizens {
        Some(citizens) => draft.citizens(citizens),
        None => draft,
    }
}

/// The target groups on whose way some functions are, by id.
pub(crate) fn on_whose_way<'c>(
    chart: &'c Chart,
    functions: &[FunctionView<'_>],
) -> Vec<&'c TargetGroupId> {
    let on_way = functions.iter().filter_map(|one| chart.function(one.id()));
    let groups = on_way.flat_map(FunctionView::on_way_of).map(GroupView::id);
    let mut groups: Vec<&TargetGroupId> = groups.collect();
    groups.sort();
    groups.dedup();
    groups
}

/// Says in which scopes something is so: those of each function that the finding is about. The
/// sentences choose by whether all of them, some or none are narrowed to a site or target group.
pub(crate) fn scoped(draft: Draft, side: Side, functions: &[Vec<Scope>]) -> Draft {
    let all = || functions.iter().flatten();
    let narrowed = |is: fn(&Scope) -> bool| {
        let narrowed = |scopes: &Vec<Scope>| !scopes.is_empty() && scopes.iter().all(is);
        share(functions.iter().map(narrowed))
    };
    let sites = all().filter_map(|scope| scope.site.as_ref().map(Id::subject));
    let groups = all().filter_map(|scope| scope.group.as_ref().map(Id::subject));
    draft
        .things("sites", side, sites)
        .things("groups", side, groups)
        .word("sites_are", narrowed(|scope| scope.site.is_some()))
        .word("groups_are", narrowed(|scope| scope.group.is_some()))
}

/// Whether somebody is in some posts: surely, perhaps, or nobody. That a number is unknown says
/// nothing against the group that is stated.
pub(crate) fn is_there(post: StaffView<'_>) -> Option<Certainty> {
    let count = post.count();
    if !post.is_filled() || count.high() == Some(0) {
        None
    } else if count.low() > 0 || count.is_unknown() {
        Some(Certainty::Certain)
    } else {
        Some(Certainty::Possible)
    }
}

/// What a unit of the revision is called in a cause: by its id in the base where it was there.
pub(crate) fn in_base(changes: &ChangeSet, unit: &UnitId) -> Subject {
    let was = changes.lineage.units.ancestors(unit).first();
    was.unwrap_or(unit).subject()
}
