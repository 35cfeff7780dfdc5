//! `distant-management`: those who work together have their nearest common head further up.

use std::collections::{BTreeMap, BTreeSet};

use rokade_core::chart::{Chart, StaffView, UnitView};
use rokade_core::entry::{InterfaceEntry, Strength};
use rokade_core::finding::{Cause, Severity, Side};
use rokade_core::ids::{Id, InterfaceId, Kind, StaffId, Subject, UnitId};
use rokade_core::quantity::Quantity;

use crate::leadership::layers::{cause_on_line, further_head};
use crate::rule::{
    Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, member, texts,
};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "distant-management",
    family: Family::Leadership,
    severity: Severity::Warning,
    certainty: RuleCertainty::Certain,
    rank: Rank::Leadership,
    replaces: &[],
    follows: &[Kind::Unit, Kind::Staff],
    question: Question::Pair(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// One who works with others: a unit or a group of posts, before and now.
struct Party<'c> {
    subject: Subject,
    before: UnitView<'c>,
    now: Vec<UnitView<'c>>,
    posts: Vec<StaffView<'c>>,
}

/// Two of them whose common head is further up.
struct Apart<'c> {
    interface: &'c InterfaceId,
    strength: Option<Strength>,
    parties: [Subject; 2],
    levels_before: usize,
    /// `None` where they have no common head at all.
    levels: Option<usize>,
    posts: Vec<StaffView<'c>>,
}

/// The unit of the common head before, and now where there is one.
type Heads<'c> = (&'c UnitId, Option<&'c UnitId>);

/// One finding a cause and common head.
fn check(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let mut found: BTreeMap<(Cause, Heads<'_>), Vec<Apart<'_>>> = BTreeMap::new();
    let mut interfaces: Vec<(&InterfaceId, &InterfaceEntry)> = context
        .base
        .entries()
        .interfaces
        .iter()
        .map(|(id, entry)| (id, &entry.value))
        .collect();
    interfaces.sort_by_key(|(id, _)| *id);
    for (id, interface) in interfaces {
        let parties = parties(context, interface);
        for (i, one) in parties.iter().enumerate() {
            for other in parties.iter().skip(i + 1) {
                if let Some((cause, heads, apart)) = apart(context, (id, interface), one, other) {
                    found.entry((cause, heads)).or_default().push(apart);
                }
            }
        }
    }
    for ((cause, heads), all) in found {
        sink.report(one_head(context, cause, heads, &all));
    }
}

/// The units and posts of an interface that are there in both charts, by id.
fn parties<'c>(context: &PairContext<'c>, interface: &InterfaceEntry) -> Vec<Party<'c>> {
    let units: BTreeSet<&UnitId> = interface.units.iter().collect();
    let staff: BTreeSet<&StaffId> = interface.staff.iter().collect();
    let units = units.into_iter().filter_map(|id| {
        let before = context.base.unit(id)?;
        let now = context.changes.unit(id)?.now(context.revision)?;
        let posts = now.subtree().flat_map(UnitView::staff).collect();
        Some(Party {
            subject: before.id().subject(),
            before,
            now: vec![now],
            posts,
        })
    });
    let staff = staff.into_iter().filter_map(|id| {
        let post = context.base.post(id)?;
        let posts = posts_now(
            context.revision,
            context.changes.lineage.staff.descendants(id),
        );
        Some(Party {
            subject: post.id().subject(),
            before: post.unit()?,
            now: posts.iter().filter_map(|post| post.unit()).collect(),
            posts,
        })
    });
    units.chain(staff).collect()
}

fn posts_now<'c>(revision: &'c Chart, ids: &[StaffId]) -> Vec<StaffView<'c>> {
    ids.iter().filter_map(|id| revision.post(id)).collect()
}

fn apart<'c>(
    context: &PairContext<'c>,
    (id, interface): (&'c InterfaceId, &InterfaceEntry),
    one: &Party<'c>,
    other: &Party<'c>,
) -> Option<(Cause, Heads<'c>, Apart<'c>)> {
    if one.before.is_external() || other.before.is_external() {
        return None;
    }
    let further = further_head(
        context.changes,
        [&[one.before], &[other.before]],
        [&one.now, &other.now],
    )?;
    let (head, levels_before) = (further.before, further.levels_before);
    let causes = [one.before, other.before]
        .into_iter()
        .filter_map(|unit| cause_on_line(context.changes, unit, Some(head)));
    let own = [one, other].into_iter().filter_map(|party| {
        let post: StaffId = party.subject.to()?;
        let changes = context.changes.staff_of(&post).iter();
        changes.filter_map(|change| change.cause.clone()).min()
    });
    let cause = causes.chain(own).min();
    let mut parties = [one.subject.clone(), other.subject.clone()];
    parties.sort();
    Some((
        cause.unwrap_or_else(|| Cause::itself(id.subject())),
        (head.id(), further.now.map(|(now, _)| now.id())),
        Apart {
            interface: id,
            strength: interface.strength,
            parties,
            levels_before,
            levels: further.now.map(|(_, levels)| levels),
            posts: one.posts.iter().chain(&other.posts).copied().collect(),
        },
    ))
}

fn one_head(
    context: &PairContext<'_>,
    cause: Cause,
    (before, now): Heads<'_>,
    all: &[Apart<'_>],
) -> Draft {
    let posts: BTreeMap<&StaffId, Quantity> = all
        .iter()
        .flat_map(|apart| &apart.posts)
        .map(|post| (post.id(), post.count()))
        .collect();
    let posts: Quantity = posts.values().sum();
    let head = |chart: &Chart, unit: &UnitId| {
        let post = chart.unit(unit)?.head().post()?;
        Some(post.id().subject())
    };
    let interfaces: BTreeSet<&InterfaceId> = all.iter().map(|apart| apart.interface).collect();
    let parties: BTreeSet<&Subject> = all.iter().flat_map(|apart| &apart.parties).collect();
    let levels_before = all.iter().map(|apart| apart.levels_before).max();
    let levels = all.iter().filter_map(|apart| apart.levels).max();
    let strongest = all.iter().filter_map(|apart| apart.strength);
    let strongest = strongest.min_by_key(|strength| match strength {
        Strength::Daily => 0,
        Strength::Weekly => 1,
        Strength::Monthly => 2,
    });
    let mut draft = Draft::new(cause)
        .part(match now {
            Some(now) => format!("{before}>{now}"),
            None => before.to_string(),
        })
        .members(
            interfaces
                .iter()
                .map(|id| member(Side::Base, id.subject(), posts)),
        )
        .things("parties", Side::Base, parties.into_iter().cloned())
        .word(
            "strength",
            match strongest {
                Some(Strength::Daily) => "daily",
                Some(Strength::Weekly) => "weekly",
                Some(Strength::Monthly) => "monthly",
                None => "not-stated",
            },
        )
        .thing("unit_before", Side::Base, before.subject())
        .things("head_before", Side::Base, head(context.base, before))
        .things("unit_now", Side::Revision, now.map(UnitId::subject))
        .things(
            "head_now",
            Side::Revision,
            now.and_then(|unit| head(context.revision, unit)),
        )
        .set("levels_before", levels_before.unwrap_or(0))
        .set("levels_now", levels.unwrap_or(0))
        .posts(posts);
    if let Some(now) = now {
        draft = draft.at(Side::Revision, now.subject(), ["head".into()], "label-now");
    }
    for id in interfaces {
        draft = draft.at(Side::Base, id.subject(), [], "label-interface");
    }
    draft.at(Side::Base, before.subject(), ["head".into()], "label-base")
}
