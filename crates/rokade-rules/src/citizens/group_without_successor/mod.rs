//! `group-without-successor`: a target group that the proposal has forgotten.

use std::collections::BTreeSet;

use rokade_core::chart::{FunctionView, GroupView, Named, Serves, UnitView};
use rokade_core::finding::{Cause, Severity, Side};
use rokade_core::ids::{Id, Kind, UnitId};
use rokade_core::quantity::Quantity;

use crate::responsibility::holding::{LABELLED, Posts, performed_by, with_citizens};
use crate::rule::{
    Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, member, texts,
};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "group-without-successor",
    family: Family::Citizens,
    severity: Severity::Error,
    certainty: RuleCertainty::Certain,
    rank: Rank::Citizens,
    replaces: &[],
    follows: &[Kind::TargetGroup],
    question: Question::Pair(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// One finding a target group.
fn check(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let ended = &context.revision.entries().ended.target_groups;
    let lineage = &context.changes.lineage.groups;
    let is_lost = |group: &GroupView<'_>| {
        lineage.descendants(group.id()).is_empty() && !ended.contains_key(group.id())
    };
    for group in context.base.groups().filter(is_lost) {
        sink.report(lost(context, group));
    }
}

fn lost(context: &PairContext<'_>, group: GroupView<'_>) -> Draft {
    let subject = group.id().subject();
    // The units that answer for this group by name.
    let cells = context.base.functions().flat_map(FunctionView::cells);
    let cells = cells.filter(|cell| cell.group == Some(group));
    let holders: BTreeSet<&UnitId> = cells
        .filter_map(|cell| cell.holder.unit())
        .map(UnitView::id)
        .collect();
    let serves = context.base.staff().filter(|post| match post.serves() {
        Serves::Anyone => false,
        Serves::Groups(groups) => groups.contains(&group),
    });
    let posts: Posts = serves
        .map(|post| (post.id().subject(), post.count()))
        .collect();
    let citizens = group.citizens();
    let steps: Vec<String> = group.pathway().map(|step| step.name().to_owned()).collect();
    let mut draft = Draft::new(Cause::itself(subject.clone()))
        .member(member(
            Side::Base,
            subject.clone(),
            citizens.unwrap_or(Quantity::UNKNOWN),
        ))
        .thing("group", Side::Base, subject.clone())
        .things("units", Side::Base, holders.iter().map(|id| id.subject()))
        .set("steps", steps)
        .set("citizens_in_group", citizens.unwrap_or(Quantity::UNKNOWN))
        .word(
            "citizens_are",
            match citizens {
                Some(_) => "known",
                None => "unknown",
            },
        )
        .at(Side::Base, subject, [], "label");
    for unit in holders.into_iter().take(LABELLED) {
        draft = draft.at(Side::Base, unit.subject(), [], "label-unit");
    }
    with_citizens(performed_by(draft, Side::Base, posts), citizens)
}
