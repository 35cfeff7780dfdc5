//! `moved-unit`: a unit under another unit, in another line of heads, or at another site.

use rokade_change::{PostFate, StaffChange, UnitChange, UnitVerdict};
use rokade_core::chart::{Chart, FunctionView, ParentState, StaffView, UnitView};
use rokade_core::entry::OrUndecided;
use rokade_core::finding::{Cause, CauseKind, Severity, Side};
use rokade_core::ids::{FunctionId, Id, Kind, Subject};
use rokade_core::quantity::Quantity;

use crate::rule::{
    Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, member, texts,
};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "moved-unit",
    family: Family::Leadership,
    severity: Severity::Note,
    certainty: RuleCertainty::Certain,
    rank: Rank::Units,
    replaces: &[],
    follows: &[Kind::Unit],
    question: Question::Pair(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// A unit that was moved itself, before and after, and what follows it.
struct Moved<'c> {
    change: &'c UnitChange,
    before: UnitView<'c>,
    now: UnitView<'c>,
    units_below: usize,
    /// Each once, by id.
    functions: Vec<&'c FunctionId>,
    staff: Vec<&'c StaffChange>,
}

fn check(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let mut moved: Vec<Moved<'_>> = Vec::new();
    for change in &context.changes.units {
        let (before, now) = (change.before(context.base), change.now(context.revision));
        let (Some(before), Some(now)) = (before, now) else {
            continue;
        };
        let is_ours = !(before.is_external() && now.is_external());
        if is_ours && (change.parent_changed || change.relocated) {
            moved.push(Moved {
                change,
                before,
                now,
                units_below: 0,
                functions: Vec::new(),
                staff: Vec::new(),
            });
        }
    }
    if !moved.is_empty() {
        follow(context, &mut moved);
    }
    for found in &moved {
        sink.report(one_unit(context, found));
    }
}

/// Adds what was below each unit and still is: each thing to the nearest unit above it that was
/// moved itself, and to no other.
#[expect(
    clippy::indexing_slicing,
    reason = "there is a place for each unit, and for each that was moved"
)]
fn follow<'c>(context: &PairContext<'c>, moved: &mut [Moved<'c>]) {
    let carriers = carriers(context.base, moved);
    let carrier = |unit: UnitView<'_>| carriers[unit.position()];
    for change in &context.changes.units {
        let unit = change.before(context.base);
        if let Some((unit, at)) = unit.and_then(|unit| Some((unit, carrier(unit)?)))
            && moved[at].before != unit
        {
            let found = &mut moved[at];
            let mut to = change.became(context.revision);
            found.units_below += usize::from(to.any(|unit| unit.is_within(found.now)));
        }
    }
    for unit in context.base.units() {
        if let Some(at) = carrier(unit) {
            let found = &mut moved[at];
            let became = unit.staff().flat_map(|post| context.changes.staff_at(post));
            found.staff.extend(became.filter(|change| {
                let to = change.now(context.revision).and_then(StaffView::unit);
                change.fate == PostFate::Stayed && to.is_some_and(|to| to.is_within(found.now))
            }));
        }
    }
    let lineage = &context.changes.lineage;
    for before in context.base.functions_by_id() {
        let along = before.holders().into_iter();
        let along = along.filter_map(|holder| Some((holder, carrier(holder)?)));
        let along: Vec<(UnitView<'_>, usize)> = along.collect();
        if along.is_empty() {
            continue;
        }
        let now = lineage.functions.now(before, context.revision);
        let holders: Vec<UnitView<'_>> = now.flat_map(FunctionView::holders).collect();
        for (holder, at) in along {
            let found = &mut moved[at];
            let keeps = |new: &UnitView<'_>| {
                lineage.units.follows(holder, *new) && new.is_within(found.now)
            };
            if found.functions.last() != Some(&before.id()) && holders.iter().any(keeps) {
                found.functions.push(before.id());
            }
        }
    }
}

/// Which of the units that were moved is the nearest above each unit of the base, or the unit
/// itself, by where it is in the chart.
#[expect(clippy::indexing_slicing, reason = "there is a place for each unit")]
fn carriers(base: &Chart, moved: &[Moved<'_>]) -> Vec<Option<usize>> {
    let mut carriers = vec![None; base.units().len()];
    for (at, found) in moved.iter().enumerate() {
        carriers[found.before.position()] = Some(at);
    }
    let roots = base.units().filter(|unit| unit.parent().is_none());
    for unit in roots.flat_map(UnitView::subtree) {
        let above = unit.parent().and_then(|above| carriers[above.position()]);
        carriers[unit.position()] = carriers[unit.position()].or(above);
    }
    carriers
}

fn one_unit(context: &PairContext<'_>, found: &Moved<'_>) -> Draft {
    let Moved {
        change,
        before,
        now,
        ..
    } = found;
    let unit = change.unit.subject();
    let posts = context.changes.posts(found.staff.iter().copied());
    let (from, to) = (parent(*before), parent(*now));
    let cause = change
        .cause()
        .unwrap_or_else(|| Cause::new(CauseKind::UnitMoved, [unit.clone()]));
    let field = if change.parent_changed {
        "parent"
    } else {
        "site"
    };
    let mut draft = Draft::new(cause)
        .member(member(Side::Base, unit.clone(), posts))
        .message(if change.parent_changed {
            "message"
        } else {
            "message-site"
        })
        .help(match to {
            _ if !change.parent_changed => "help-site",
            "closed" | "undecided" => "help-hanging",
            _ => "help",
        })
        .thing("unit", Side::Base, unit.clone())
        .thing("now", Side::Revision, now.id().subject())
        .word(
            "became",
            if change.verdict == UnitVerdict::Merged {
                "merged"
            } else {
                "itself"
            },
        )
        .word("parent", changed(change.parent_changed))
        .word("line", changed(change.head_line_changed))
        .word(
            "site",
            match (&change.from_site, &change.to_site) {
                _ if change.relocated => "changed",
                (Some(_), Some(_)) => "same",
                _ => "not-stated",
            },
        )
        .word("from", from)
        .word("to", to)
        .things("from_parent", Side::Base, parent_named(*before))
        .things("to_parent", Side::Revision, parent_named(*now))
        .things(
            "from_head",
            Side::Base,
            head_above(*before).map(|post| post.id().subject()),
        )
        .things(
            "to_head",
            Side::Revision,
            head_above(*now).map(|post| post.id().subject()),
        )
        .things(
            "from_site",
            Side::Base,
            change.from_site.as_ref().map(Id::subject),
        )
        .things(
            "to_site",
            Side::Revision,
            change.to_site.as_ref().map(Id::subject),
        )
        .word(
            "follows",
            match (posts == Quantity::ZERO, found.functions.is_empty()) {
                (true, true) => "nothing",
                (false, true) => "posts",
                (true, false) => "functions",
                (false, false) => "both",
            },
        )
        .set("units_below", found.units_below)
        .things(
            "functions",
            Side::Base,
            found.functions.iter().map(|id| id.subject()),
        )
        .posts(posts)
        .at(
            Side::Revision,
            now.id().subject(),
            [field.into()],
            "label-revision",
        )
        .at(Side::Base, unit, [field.into()], "label-base");
    // A unit whose place above is not there is left hanging, and more than a change.
    if change.parent_changed && matches!(to, "closed" | "undecided") {
        draft = draft.severity(Severity::Warning);
    }
    draft
}

fn changed(changed: bool) -> &'static str {
    if changed { "changed" } else { "same" }
}

/// What kind of thing a unit stands under.
fn parent(unit: UnitView<'_>) -> &'static str {
    match unit.parent_state() {
        ParentState::Unit(_) => "unit",
        ParentState::Undecided => "undecided",
        ParentState::Ended => "closed",
        ParentState::Root | ParentState::Unknown => "none",
    }
}

/// What a unit stands under, though it may have ended.
fn parent_named(unit: UnitView<'_>) -> Option<Subject> {
    match unit.parent_state() {
        ParentState::Unit(_) | ParentState::Ended => {
            let parent = unit.entry().parent.as_ref().and_then(OrUndecided::id);
            parent.map(Id::subject)
        }
        ParentState::Undecided | ParentState::Root | ParentState::Unknown => None,
    }
}

/// The nearest head above a unit, filled or not.
fn head_above(unit: UnitView<'_>) -> Option<StaffView<'_>> {
    unit.parent()?.headed()?.head().post()
}
