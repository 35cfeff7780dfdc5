//! `double-placed-staff`: what a group was divided into has more posts than the group had.

use rokade_core::chart::StaffView;
use rokade_core::finding::{Cause, CauseKind, Severity, Side, Value};
use rokade_core::ids::{Id, Kind};
use rokade_core::quantity::{Certainty, Quantity};

use crate::people::kin::{Kin, kin};
use crate::people::most_first;
use crate::rule::{
    Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, member, texts,
};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "double-placed-staff",
    family: Family::People,
    severity: Severity::Error,
    certainty: RuleCertainty::Certain,
    rank: Rank::People,
    replaces: &[],
    follows: &[Kind::Staff],
    question: Question::Pair(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

fn check(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    // What was kept was divided into nothing.
    for kin in kin(context) {
        for (before, now) in divided(context, &kin) {
            let there_are: Quantity = before.iter().map(|post| post.count()).sum();
            let listed: Quantity = now.iter().map(|post| post.count()).sum();
            if is_too_many(listed, there_are) {
                sink.report(one_division(&before, &now, there_are, listed));
            }
        }
    }
}

type Groups<'c> = Vec<StaffView<'c>>;

/// Groups that were divided, with what came of them alone. A group that merely grew has new
/// posts, and so has one that several were merged into.
fn divided<'c>(context: &PairContext<'_>, kin: &Kin<'c>) -> Vec<(Groups<'c>, Groups<'c>)> {
    let lineage = &context.changes.lineage.staff;
    let is_divided = |post: &&StaffView<'_>| lineage.descendants(post.id()).len() > 1;
    if !kin.before.iter().any(|post| is_divided(&post)) {
        return Vec::new();
    }
    let came_of_alone = |post: &StaffView<'_>| -> Groups<'c> {
        let only = [post.id().clone()];
        let came = kin.now.iter().copied();
        came.filter(|now| lineage.ancestors(now.id()) == only)
            .collect()
    };
    let alone: Vec<(Groups<'c>, Groups<'c>)> = kin
        .before
        .iter()
        .map(|post| (vec![*post], came_of_alone(post)))
        .filter(|(_, now)| now.len() > 1)
        .collect();
    let is_over = |(before, now): &(Groups<'c>, Groups<'c>)| {
        let sum = |posts: &[StaffView<'_>]| posts.iter().map(|post| post.count()).sum();
        is_too_many(sum(now), sum(before))
    };
    if alone.iter().any(is_over) {
        alone
    } else {
        vec![(kin.before.clone(), kin.now.clone())]
    }
}

/// Whether more are listed than there are, whatever the numbers turn out to be; what is only
/// approximately known can be a tenth off.
fn is_too_many(listed: Quantity, there_are: Quantity) -> bool {
    let rough = listed.is_approximate() || there_are.is_approximate();
    let listed = Quantity::from_hundredths(listed.low(), listed.high(), rough).unwrap_or(listed);
    listed.exceeds(there_are) == Some(Certainty::Certain)
}

fn one_division(
    before: &[StaffView<'_>],
    now: &[StaffView<'_>],
    there_are: Quantity,
    listed: Quantity,
) -> Draft {
    let over = listed.less(there_are);
    let subjects = |posts: &[StaffView<'_>]| -> Vec<_> {
        posts.iter().map(|post| post.id().subject()).collect()
    };
    let now_amounts = now.iter().map(|post| (post.id().subject(), post.count()));
    let mut draft = Draft::new(Cause::new(CauseKind::Itself, subjects(before)))
        .things("staff", Side::Base, subjects(before))
        .set("there_are", there_are)
        .set(
            "listed",
            Value::Amounts(Side::Revision, most_first(now_amounts)),
        )
        .set("listed_posts", listed)
        .set("over", over)
        .members(
            before
                .iter()
                .map(|post| member(Side::Base, post.id().subject(), post.count())),
        )
        .posts(over);
    for post in now {
        let subject = post.id().subject();
        draft = draft
            .at(Side::Revision, subject, ["count".into()], "label-revision")
            .label_set("here", post.count());
    }
    for post in before {
        let subject = post.id().subject();
        draft = draft
            .at(Side::Base, subject, ["count".into()], "label-base")
            .label_set("here", post.count());
    }
    draft
}
