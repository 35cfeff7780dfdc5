//! `changed-head`: another post heads a unit, or one does where nobody did.

use std::collections::BTreeMap;

use rokade_change::{StaffChange, UnitChange, UnitVerdict};
use rokade_core::chart::{HeadState, Named as _, StaffView, Superior, UnitView};
use rokade_core::finding::{Cause, Severity, Side, Value};
use rokade_core::ids::{Id, Kind, StaffId, UnitId};

use crate::people::most_first;
use crate::rule::{
    Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, member, texts,
};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "changed-head",
    family: Family::Leadership,
    severity: Severity::Note,
    certainty: RuleCertainty::Certain,
    rank: Rank::Leadership,
    replaces: &[],
    follows: &[Kind::Unit, Kind::Staff],
    question: Question::Pair(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// A unit of the base, one it became, and who heads that.
struct Headed<'c> {
    change: &'c UnitChange,
    before: UnitView<'c>,
    now: UnitView<'c>,
    head: StaffView<'c>,
}

fn check(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let mut found: Vec<Headed<'_>> = Vec::new();
    for change in &context.changes.units {
        let now = change.became(context.revision);
        found.extend(now.filter_map(|now| headed(context, change, now)));
    }
    if found.is_empty() {
        return;
    }
    // The posts that get each of these heads, and had another.
    let by_head: BTreeMap<(&UnitId, &StaffId), usize> = found
        .iter()
        .enumerate()
        .map(|(at, headed)| ((headed.before.id(), headed.head.id()), at))
        .collect();
    let mut led: Vec<Vec<&StaffChange>> = vec![Vec::new(); found.len()];
    for change in &context.changes.staff {
        let Some(before) = change.before(context.base) else {
            continue;
        };
        let head = new_superior(context, before, change);
        let Some((from, head)) = before.unit().zip(head) else {
            continue;
        };
        // Under a unit without a head of its own, the change is that of the unit above.
        let at = from
            .line()
            .find_map(|unit| by_head.get(&(unit.id(), head.id())));
        if let Some(led) = at.and_then(|&at| led.get_mut(at)) {
            led.push(change);
        }
    }
    for (headed, led) in found.iter().zip(&led) {
        sink.report(one_unit(context, headed, led));
    }
}

/// Whether a unit got another head than it had. Vacant and abolished heads have rules of their
/// own, and what is not stated has none.
fn headed<'c>(
    context: &PairContext<'c>,
    change: &'c UnitChange,
    now: UnitView<'c>,
) -> Option<Headed<'c>> {
    let before = change.before(context.base)?;
    let HeadState::Post(head) = now.head() else {
        return None;
    };
    let is_new = match before.head() {
        HeadState::NotStated => false,
        HeadState::None | HeadState::Vacant | HeadState::Unfilled(_) => true,
        HeadState::Post(old) => !context.changes.lineage.staff.follows(old, head),
    };
    (is_new && !now.is_external()).then_some(Headed {
        change,
        before,
        now,
        head,
    })
}

/// Whom posts of the base report to now, where they reported to another or to nobody.
fn new_superior<'c>(
    context: &PairContext<'c>,
    before: StaffView<'c>,
    change: &StaffChange,
) -> Option<StaffView<'c>> {
    let Superior::Post(head) = change.now(context.revision)?.superior() else {
        return None;
    };
    let is_new = match before.superior() {
        Superior::NotStated => false,
        Superior::Post(old) => !context.changes.lineage.staff.follows(old, head),
        Superior::Waiting(_) | Superior::Ended | Superior::Top => true,
    };
    is_new.then_some(head)
}

fn one_unit(context: &PairContext<'_>, headed: &Headed<'_>, led: &[&StaffChange]) -> Draft {
    let unit = headed.before.id().subject();
    let (was, old) = match headed.before.head() {
        HeadState::Post(post) => ("post", Some(post)),
        HeadState::Unfilled(post) => ("vacant", Some(post)),
        HeadState::Vacant => ("vacant", None),
        HeadState::None | HeadState::NotStated => ("none", None),
    };
    let posts = context.changes.posts(led.iter().copied());
    let staff = most_first(
        led.iter()
            .map(|change| (change.staff.subject(), change.posts)),
    );
    let cause = headed
        .change
        .cause()
        .unwrap_or_else(|| Cause::itself(unit.clone()));
    let mut draft = Draft::new(cause)
        .member(member(Side::Base, unit.clone(), posts))
        .thing("unit", Side::Base, unit.clone())
        .thing("now", Side::Revision, headed.now.id().subject())
        .word(
            "became",
            match headed.change.verdict {
                UnitVerdict::Kept | UnitVerdict::Closed => "kept",
                UnitVerdict::Renamed => "renamed",
                UnitVerdict::Merged => "merged",
                UnitVerdict::Split => "split",
            },
        )
        .word("was", was)
        // Two heads of one title are told apart by where they belong.
        .word(
            "titles",
            if headed.head.unit().is_some()
                && old.is_some_and(|old| old.unit().is_some() && old.name() == headed.head.name())
            {
                "alike"
            } else {
                "distinct"
            },
        )
        .things(
            "old_head_unit",
            Side::Base,
            old.and_then(StaffView::unit)
                .map(|unit| unit.id().subject()),
        )
        .things(
            "head_unit",
            Side::Revision,
            headed.head.unit().map(|unit| unit.id().subject()),
        )
        .things("old_head", Side::Base, old.map(|post| post.id().subject()))
        .thing("head", Side::Revision, headed.head.id().subject())
        .set("staff", Value::Amounts(Side::Base, staff))
        .posts(posts)
        .at(
            Side::Revision,
            headed.now.id().subject(),
            ["head".into()],
            "label-revision",
        )
        .at(Side::Base, unit, ["head".into()], "label-base");
    // A unit that became several has a finding for each with another head.
    if headed.change.to.len() > 1 {
        draft = draft.part(headed.now.id().as_str());
    }
    draft
}
