//! Target groups with a way to go, in both charts, and how those that a finding is about are told:
//! what the rules on pathways have in common. It judges nothing.

use rokade_core::chart::GroupView;
use rokade_core::finding::{Side, Value};
use rokade_core::ids::{Id, Subject};
use rokade_core::quantity::Quantity;

use crate::responsibility::holding::LABELLED;
use crate::rule::{Draft, PairContext, member};

/// A target group of the base, with one that it became.
#[derive(Clone, Copy)]
pub(crate) struct OnTheWay<'c> {
    pub(crate) before: GroupView<'c>,
    pub(crate) now: GroupView<'c>,
    /// Whether it became several.
    divided: bool,
    /// How many citizens, where that is stated.
    pub(crate) citizens: Option<Quantity>,
}

/// Every target group of which either chart states a pathway, by id, with each that it became.
pub(crate) fn on_the_way<'c>(context: &PairContext<'c>) -> Vec<OnTheWay<'c>> {
    let lineage = &context.changes.lineage.groups;
    let mut all = Vec::new();
    for before in context.base.groups_by_id() {
        let descendants: Vec<GroupView<'_>> = lineage.now(before, context.revision).collect();
        for &now in &descendants {
            if before.pathway().len() == 0 && now.pathway().len() == 0 {
                continue;
            }
            // Where groups were merged, the citizens in question are those of the smaller.
            let is_merged = lineage.ancestors(now.id()).len() > 1;
            let citizens = now.citizens().filter(|_| !is_merged);
            all.push(OnTheWay {
                before,
                now,
                divided: descendants.len() > 1,
                citizens: citizens.or(before.citizens()),
            });
        }
    }
    all
}

/// Tells of whom a finding is: one for all who go the same way for the same reason. Points at
/// their pathways, as `label-now` and `label-before`.
pub(crate) fn tell(mut draft: Draft, groups: &[OnTheWay<'_>]) -> Draft {
    let is_counted = |one: &&OnTheWay<'_>| one.citizens.is_some_and(|c| !c.is_unknown());
    let (counted, uncounted): (Vec<&OnTheWay<'_>>, Vec<&OnTheWay<'_>>) =
        groups.iter().partition(is_counted);
    let known = |one: &OnTheWay<'_>| one.citizens.unwrap_or(Quantity::UNKNOWN);
    let amount = |one: &OnTheWay<'_>| (one.now.id().subject(), known(one));
    let counted: Vec<(Subject, Quantity)> = counted.into_iter().map(amount).collect();
    let parts: Vec<String> = groups.iter().map(OnTheWay::part).collect();
    draft = draft
        .part(parts.join(", "))
        .set("groups", Value::Amounts(Side::Revision, counted))
        .things(
            "groups_uncounted",
            Side::Revision,
            uncounted.into_iter().map(|one| one.now.id().subject()),
        );
    for one in groups {
        let mut of_base = member(Side::Base, one.before.id().subject(), known(one));
        if one.divided {
            of_base.part = one.now.id().to_string();
        }
        draft = draft.member(of_base);
    }
    for one in groups.iter().take(LABELLED) {
        let (now, before) = (one.now.id().subject(), one.before.id().subject());
        draft = draft
            .at(Side::Revision, now, ["pathway".into()], "label-now")
            .at(Side::Base, before, ["pathway".into()], "label-before");
    }
    if groups.iter().any(|one| one.citizens.is_some()) {
        draft = draft.citizens(groups.iter().map(known).sum());
    }
    draft
}

impl OnTheWay<'_> {
    /// What tells it apart: one cause can be that of several groups.
    fn part(&self) -> String {
        if self.divided {
            format!("{}>{}", self.before.id(), self.now.id())
        } else {
            self.before.id().to_string()
        }
    }
}
