//! `unplaced-staff`: posts of the base that the revision has no unit for, and has not ended.

use std::collections::BTreeMap;

use rokade_change::{PostFate, StaffChange, Unplaced};
use rokade_core::entry::OrUndecided;
use rokade_core::finding::{Cause, Severity, Side, Value, sorted};
use rokade_core::ids::{Id, Kind};
use rokade_core::quantity::Certainty;

use crate::people::most_first;
use crate::rule::{
    Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, member, texts,
};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "unplaced-staff",
    family: Family::People,
    severity: Severity::Error,
    certainty: RuleCertainty::Either,
    rank: Rank::People,
    replaces: &[],
    follows: &[Kind::Staff, Kind::Unit],
    question: Question::Pair(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// One finding a cause, which is the unit that the posts were in.
fn check(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let mut by_cause: BTreeMap<&Cause, Vec<&StaffChange>> = BTreeMap::new();
    for change in &context.changes.staff {
        if let (PostFate::Unplaced, Some(cause)) = (change.fate, &change.cause) {
            by_cause.entry(cause).or_default().push(change);
        }
    }
    for (cause, changes) in by_cause {
        sink.report(one_cause(context, cause, &changes));
    }
}

fn one_cause(context: &PairContext<'_>, cause: &Cause, changes: &[&StaffChange]) -> Draft {
    let posts = context.changes.posts(changes.iter().copied());
    let units = changes
        .iter()
        .filter_map(|c| c.from_unit.as_ref().map(Id::subject));
    let of = |why: Unplaced| {
        changes
            .iter()
            .copied()
            .filter(move |c| c.unplaced == Some(why))
    };
    // By the names they have in the revision, where they are named there.
    let named = |why: Unplaced| {
        Value::Amounts(
            Side::Revision,
            most_first(of(why).filter_map(|c| Some((c.to.as_ref()?.subject(), c.posts)))),
        )
    };
    let gone = |why: Unplaced| {
        Value::Amounts(
            Side::Base,
            most_first(of(why).map(|c| (c.staff.subject(), c.posts))),
        )
    };
    let closed_units = of(Unplaced::ClosedUnit).filter_map(|c| {
        let post = context.revision.post(c.to.as_ref()?)?;
        let unit = post.entry().unit.as_ref().and_then(OrUndecided::id)?;
        Some(unit.subject())
    });
    let members = most_first(changes.iter().map(|c| (c.staff.subject(), c.posts)));
    let mut draft = Draft::new(cause.clone())
        .word("cause", cause.kind.name())
        .things("units", Side::Base, units)
        .set("undecided", named(Unplaced::Undecided))
        .set("in_closed_unit", named(Unplaced::ClosedUnit))
        .things("closed_units", Side::Revision, closed_units)
        .set("without_unit", named(Unplaced::NoUnit))
        .set("too_few", gone(Unplaced::TooFew))
        .set("not_named", gone(Unplaced::NotNamed))
        .members(
            members
                .into_iter()
                .map(|(group, posts)| member(Side::Base, group, posts)),
        )
        .certainty(if posts.low() > 0 {
            Certainty::Certain
        } else {
            Certainty::Possible
        })
        .posts(posts);
    // The revision's own words come first: that is where it is mended.
    for subject in sorted(
        changes
            .iter()
            .filter_map(|c| c.to.as_ref().map(Id::subject)),
    ) {
        draft = draft.at(Side::Revision, subject, ["unit".into()], "label-revision");
    }
    let lineage = &context.changes.lineage.staff;
    let too_small = of(Unplaced::TooFew).flat_map(|c| lineage.descendants(&c.staff));
    for subject in sorted(too_small.map(Id::subject)) {
        draft = draft.at(Side::Revision, subject, ["count".into()], "label-count");
    }
    for subject in sorted(changes.iter().map(|c| c.staff.subject())) {
        draft = draft.at(Side::Base, subject, ["unit".into()], "label-base");
    }
    draft
}
