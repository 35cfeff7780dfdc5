//! `unmet-wishes`: posts that are placed in other units than they asked for.

use std::collections::BTreeMap;

use rokade_change::{PostFate, UnitVerdict};
use rokade_core::chart::{Chart, StaffView, UnitView};
use rokade_core::finding::{Cause, Severity, Side, Value};
use rokade_core::ids::{Id, Kind, Subject, UnitId};
use rokade_core::quantity::{Certainty, Quantity};

use crate::people::kin::{Kin, cause_of, kept, kin};
use crate::people::most_first;
use crate::rule::{
    Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, member, texts,
};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "unmet-wishes",
    family: Family::People,
    severity: Severity::Note,
    certainty: RuleCertainty::Either,
    rank: Rank::People,
    replaces: &[],
    follows: &[Kind::Staff, Kind::Unit],
    question: Question::Pair(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// What groups asked for, and how much of it they do not get.
#[derive(Default)]
struct Wishes {
    /// The groups that asked, with how many of them did.
    groups: BTreeMap<Subject, Quantity>,
    /// The units asked for, with how many more asked than get there.
    unmet: BTreeMap<Subject, Quantity>,
    wished: Quantity,
}

/// One finding a cause: what happened to those who asked.
fn check(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    // Where nobody is moved there is nothing to wish for.
    if !is_restructured(context) {
        return;
    }
    let mut by_cause: BTreeMap<(Cause, Side), Wishes> = BTreeMap::new();
    // What the base says of wishes is said of all of a group; the parts it became may repeat it.
    let has_wishes = |post: &StaffView<'_>| !post.entry().wishes.is_empty();
    let kept = kept(context, |before, now| {
        has_wishes(&before) || has_wishes(&now)
    });
    let kept = kept.into_iter().map(|(before, now)| Kin {
        before: vec![before],
        now: vec![now],
    });
    for kin in kept.chain(kin(context)) {
        let (side, asking) = if kin.before.iter().any(has_wishes) {
            (Side::Base, &kin.before)
        } else {
            (Side::Revision, &kin.now)
        };
        let wishes = wishes(context, &kin, side, asking);
        if wishes.unmet.is_empty() {
            continue;
        }
        let cause = cause_of(context, kin.before.iter().map(|post| post.id()));
        let first = kin.before.first().map(|post| post.id().subject());
        let Some(cause) = cause.or_else(|| first.map(Cause::itself)) else {
            continue;
        };
        let all = by_cause.entry((cause, side)).or_default();
        all.groups.extend(wishes.groups);
        all.wished += wishes.wished;
        for (unit, posts) in wishes.unmet {
            *all.unmet.entry(unit).or_default() += posts;
        }
    }
    for ((cause, side), wishes) in by_cause {
        sink.report(one_cause(cause, side, wishes));
    }
}

fn is_restructured(context: &PairContext<'_>) -> bool {
    let changes = context.changes;
    changes.staff.iter().any(|c| c.fate != PostFate::Stayed)
        || changes.units.iter().any(|unit| {
            !matches!(unit.verdict, UnitVerdict::Kept | UnitVerdict::Renamed) || unit.parent_changed
        })
}

fn wishes(
    context: &PairContext<'_>,
    kin: &Kin<'_>,
    side: Side,
    asking: &[StaffView<'_>],
) -> Wishes {
    let mut wishes = Wishes::default();
    let mut asked_for: BTreeMap<&UnitId, Quantity> = BTreeMap::new();
    for post in asking {
        let mut of_group = Quantity::ZERO;
        for (unit, posts) in &post.entry().wishes {
            // That a number is not known says nothing of who gets it.
            if posts.high().is_some() {
                *asked_for.entry(unit).or_default() += *posts;
                of_group += *posts;
            }
        }
        if of_group.high() != Some(0) {
            wishes.groups.insert(post.id().subject(), of_group);
        }
    }
    for (unit, posts) in asked_for {
        wishes.wished += posts;
        let now: Vec<UnitView<'_>> = match side {
            Side::Base => units(
                context.revision,
                context.changes.lineage.units.descendants(unit),
            ),
            Side::Revision => units(context.revision, std::slice::from_ref(unit)),
        };
        let (there, elsewhere) = placed(&kin.now, &now);
        let unmet = least(posts.less(there), elsewhere);
        if unmet.high() != Some(0) {
            wishes.unmet.insert(unit.subject(), unmet);
        }
    }
    wishes
}

fn units<'c>(chart: &'c Chart, ids: &[UnitId]) -> Vec<UnitView<'c>> {
    ids.iter().filter_map(|id| chart.unit(id)).collect()
}

/// How many posts are placed in some units or below them, and how many elsewhere.
fn placed(posts: &[StaffView<'_>], units: &[UnitView<'_>]) -> (Quantity, Quantity) {
    let (mut there, mut elsewhere) = (Quantity::ZERO, Quantity::ZERO);
    for post in posts {
        let Some(own) = post.unit() else { continue };
        if units.iter().any(|unit| own.is_within(*unit)) {
            there += post.count();
        } else {
            elsewhere += post.count();
        }
    }
    (there, elsewhere)
}

/// The lesser of two quantities, end by end.
fn least(one: Quantity, other: Quantity) -> Quantity {
    let high = match (one.high(), other.high()) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    };
    let rough = one.is_approximate() || other.is_approximate();
    let low = one.low().min(other.low());
    Quantity::from_hundredths(low, high, rough && high != Some(0)).unwrap_or(one)
}

fn one_cause(cause: Cause, side: Side, wishes: Wishes) -> Draft {
    let unmet: Quantity = wishes.unmet.values().sum();
    let mut draft = Draft::new(cause)
        .part(match side {
            Side::Base => "",
            Side::Revision => "revision",
        })
        .set("wished", wishes.wished)
        .set(
            "staff",
            Value::Amounts(side, most_first(wishes.groups.clone())),
        )
        .set("units", Value::Amounts(side, most_first(wishes.unmet)))
        .members(
            wishes
                .groups
                .iter()
                .map(|(group, posts)| member(side, group.clone(), *posts)),
        )
        .certainty(if unmet.low() > 0 {
            Certainty::Certain
        } else {
            Certainty::Possible
        })
        .posts(unmet);
    for group in wishes.groups.into_keys() {
        draft = draft.at(side, group, ["wishes".into()], "label");
    }
    draft
}
