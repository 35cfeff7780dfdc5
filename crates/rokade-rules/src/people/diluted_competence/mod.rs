//! `diluted-competence`: too few with a competence in one place, or few among many who do the
//! same.

mod places;
mod shares;

use std::collections::{BTreeMap, BTreeSet};

use rokade_core::chart::{Chart, StaffView};
use rokade_core::finding::{Cause, Severity, Side, Value};
use rokade_core::ids::{CompetenceId, FunctionId, Id, Kind, SiteId, StaffId, Subject, UnitId};
use rokade_core::quantity::{Certainty, Quantity};

use self::places::Places;
use self::shares::{Share, more_than_halved};
use crate::people::holders::{Holders, PlaceIds, by_place, called, competences, place_of};
use crate::people::kin::cause_of;
use crate::people::most_first;
use crate::rule::{
    ChartContext, Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, member,
    texts,
};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "diluted-competence",
    family: Family::People,
    severity: Severity::Warning,
    certainty: RuleCertainty::Either,
    rank: Rank::People,
    replaces: &[],
    follows: &[Kind::Staff, Kind::Unit, Kind::Site],
    question: Question::Both(chart, pair),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// No unit and site has the posts that keep a competence alive.
struct Thin<'c> {
    mass: Quantity,
    /// The posts of the largest place.
    most: Quantity,
    place: Option<PlaceIds<'c>>,
    holders: Vec<StaffView<'c>>,
    certainty: Certainty,
}

/// Holders are a smaller share of those who perform a function in their unit and at their site.
struct Diluted<'c> {
    function: &'c FunctionId,
    group: &'c StaffId,
    place: PlaceIds<'c>,
    before: Share,
    now: Share,
    certainty: Certainty,
    /// What happened to the group, or to those it is now among.
    cause: Option<Cause>,
    /// Its posts.
    posts: Quantity,
    old: &'c StaffId,
}

fn chart(context: &ChartContext<'_>, sink: &mut Sink<'_>) {
    let holders = Holders::new(context.chart);
    for (id, _) in competences(context.chart) {
        let Some(thin) = thin(context.chart, id, &holders) else {
            continue;
        };
        // That it is thinner than it was, the comparison says.
        let Some(member) = sink.member(id.subject(), "", Quantity::ONE) else {
            continue;
        };
        let side = sink.side();
        let draft = Draft::new(Cause::itself(id.subject())).member(member);
        sink.report(labelled(
            described(draft, side, id, Some(&thin), &[]),
            side,
            id,
            &thin,
        ));
    }
}

/// One finding a competence: nowhere enough where there were, or a share that was halved.
fn pair(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let holders = [Holders::new(context.base), Holders::new(context.revision)];
    for (id, _) in competences(context.base) {
        let Some(now) = called(context.base, id, context.revision) else {
            continue;
        };
        // A competence that nobody has any more is another rule's.
        if holders[1].of(now).is_empty() {
            continue;
        }
        let thinner = thinner(context, [id, now], &holders);
        let diluted = most_diluted(diluted(context, [id, now], &holders));
        if thinner.is_none() && diluted.is_empty() {
            continue;
        }
        let groups = holders[0].of(id);
        let mut causes: Vec<Cause> = diluted.iter().filter_map(|d| d.cause.clone()).collect();
        if thinner.is_some() {
            causes.extend(cause_of(context, groups.iter().map(|post| post.id())));
        }
        let cause = causes.into_iter().min();
        let draft = Draft::new(cause.unwrap_or_else(|| Cause::itself(id.subject())))
            .part(id.as_str())
            .member(member(Side::Revision, now.subject(), Quantity::ONE));
        let mut draft = described(draft, Side::Revision, now, thinner.as_ref(), &diluted);
        for group in diluted.iter().map(|d| d.group).collect::<BTreeSet<_>>() {
            draft = draft.at(Side::Revision, group.subject(), [], "label-group");
        }
        if let Some(thin) = &thinner {
            draft = labelled(draft, Side::Revision, now, thin);
        }
        for group in diluted.iter().map(|d| d.old).collect::<BTreeSet<_>>() {
            draft = draft.at(Side::Base, group.subject(), [], "label-base");
        }
        sink.report(draft);
    }
}

/// Whether no place has the critical mass; nothing where a number that is not known decides it.
fn thin<'c>(chart: &'c Chart, id: &CompetenceId, holders: &Holders<'c>) -> Option<Thin<'c>> {
    let mass = chart.entries().competences.get(id)?.value.critical_mass?;
    let holders = holders.of(id).to_vec();
    let places = by_place(&holders);
    let mut certainty = Certainty::Certain;
    for posts in places.values() {
        posts.high()?;
        certainty = certainty.min(posts.falls_short_of(mass)?);
    }
    let largest = places
        .iter()
        .max_by_key(|(place, posts)| (posts.high(), posts.low(), std::cmp::Reverse(**place)));
    let (place, most) = match largest {
        Some((place, most)) => (Some(*place), *most),
        None => (None, Quantity::ZERO),
    };
    // A mass of nothing asks for nobody.
    let short = most.falls_short_of(mass)?;
    Some(Thin {
        mass,
        most,
        place,
        holders,
        certainty: certainty.min(short),
    })
}

/// Whether it is thin now, and was not, or less surely, or had more posts in one place.
fn thinner<'c>(
    context: &PairContext<'c>,
    [before, now]: [&CompetenceId; 2],
    [held_before, held_now]: &[Holders<'c>; 2],
) -> Option<Thin<'c>> {
    let thin_now = thin(context.revision, now, held_now)?;
    match thin(context.base, before, held_before) {
        Some(thin_before)
            if thin_before.certainty >= thin_now.certainty
                && thin_now.most.less_than(thin_before.most) != Some(Certainty::Certain) =>
        {
            None
        }
        _ => Some(thin_now),
    }
}

/// Every group that held a competence and does, with each function for which its share fell.
fn diluted<'c>(
    context: &PairContext<'c>,
    [before, now]: [&CompetenceId; 2],
    [held_before, held_now]: &[Holders<'c>; 2],
) -> Vec<Diluted<'c>> {
    let lineage = &context.changes.lineage;
    let holds_now: BTreeSet<&StaffId> = held_now.of(now).iter().map(|post| post.id()).collect();
    let (mut of_base, mut of_revision) = (Places::new(before), Places::new(now));
    let mut found = Vec::new();
    for &old in held_before.of(before) {
        let still = lineage.staff.now(old, context.revision);
        for new in still.filter(|post| holds_now.contains(post.id())) {
            for function in old.performs() {
                let mut still = lineage.functions.now(function, context.revision);
                let still = still.find(|function| new.does(*function));
                let Some(still) = still else { continue };
                let share_before = of_base.at(function, old).share;
                let at_new = of_revision.at(still, new);
                let share_now = at_new.share;
                let Some(certainty) = more_than_halved(share_before, share_now) else {
                    continue;
                };
                let changes = context.changes.staff_at(old).iter();
                let change = changes
                    .clone()
                    .find(|change| change.to.as_ref() == Some(new.id()));
                found.push(Diluted {
                    function: still.id(),
                    group: new.id(),
                    place: place_of(new),
                    before: share_before,
                    now: share_now,
                    certainty,
                    cause: change
                        .and_then(|change| change.cause.clone())
                        .or_else(|| newcomers(context, &at_new.performers)),
                    posts: new.count(),
                    old: old.id(),
                });
            }
        }
    }
    found
}

/// What happened to those who perform a function in a place.
fn newcomers(context: &PairContext<'_>, there: &[StaffView<'_>]) -> Option<Cause> {
    let ancestors = |post: &StaffView<'_>| context.changes.lineage.staff.ancestors(post.id());
    cause_of(context, there.iter().flat_map(ancestors))
}

/// Of the functions of one place, the one with most others: the rest say the same of it.
fn most_diluted(all: Vec<Diluted<'_>>) -> Vec<Diluted<'_>> {
    let mut by_group: BTreeMap<(&StaffId, &StaffId), Diluted<'_>> = BTreeMap::new();
    for diluted in all {
        use std::collections::btree_map::Entry;
        let size = |d: &Diluted<'_>| (d.certainty, d.now.others.low(), d.now.others.high());
        match by_group.entry((diluted.group, diluted.old)) {
            Entry::Vacant(entry) => {
                entry.insert(diluted);
            }
            Entry::Occupied(mut entry) => {
                let kept = entry.get();
                let is_more = (size(&diluted), std::cmp::Reverse(diluted.function))
                    > (size(kept), std::cmp::Reverse(kept.function));
                if is_more {
                    entry.insert(diluted);
                }
            }
        }
    }
    by_group.into_values().collect()
}

fn described(
    draft: Draft,
    side: Side,
    competence: &CompetenceId,
    thin: Option<&Thin<'_>>,
    diluted: &[Diluted<'_>],
) -> Draft {
    let amounts = |posts: &[StaffView<'_>]| {
        let each = posts.iter().map(|post| (post.id().subject(), post.count()));
        Value::Amounts(side, most_first(each))
    };
    let place = |place: Option<PlaceIds<'_>>| -> (Option<Subject>, Option<Subject>) {
        let (in_unit, at_site) = place.unwrap_or_default();
        (in_unit.map(UnitId::subject), at_site.map(SiteId::subject))
    };
    // The place where it is most thinned out speaks for the others.
    let worst = diluted
        .iter()
        .max_by_key(|d| (d.certainty, d.now.others.low(), std::cmp::Reverse(d.group)));
    let (in_unit, at_site) = place(match worst {
        Some(worst) => Some(worst.place),
        None => thin.and_then(|thin| thin.place),
    });
    let groups: BTreeMap<Subject, Quantity> = diluted
        .iter()
        .map(|d| (d.group.subject(), d.posts))
        .collect();
    // Who sits in another place is not among those that the numbers are about.
    let (there, elsewhere): (Vec<_>, Vec<_>) = diluted
        .iter()
        .partition(|d| worst.is_some_and(|worst| worst.place == d.place));
    let there: BTreeMap<Subject, Quantity> = there
        .into_iter()
        .map(|d| (d.group.subject(), d.posts))
        .collect();
    let elsewhere: BTreeSet<Subject> = elsewhere
        .into_iter()
        .filter_map(|d| d.place.0.map(UnitId::subject))
        .collect();
    let certainties = thin
        .map(|thin| thin.certainty)
        .into_iter()
        .chain(diluted.iter().map(|d| d.certainty));
    let (mut draft, posts) = match thin {
        Some(thin) => (
            draft
                .set("critical_mass", thin.mass)
                .set("most_in_one_place", thin.most)
                .set("holders", amounts(&thin.holders)),
            thin.holders.iter().map(|post| post.count()).sum(),
        ),
        None => (draft, groups.values().sum()),
    };
    if let Some(worst) = worst {
        draft = draft
            .set("holders_before", worst.before.holders)
            .set("all_before", worst.before.all())
            .set("holders_now", worst.now.holders)
            .set("all_now", worst.now.all())
            .thing("function", side, worst.function.subject())
            .word(
                "share_is",
                match worst.certainty {
                    Certainty::Certain => "certain",
                    Certainty::Possible => "possible",
                },
            )
            .set("staff", Value::Amounts(side, most_first(there)))
            .things("also_in", side, elsewhere);
    }
    let kind = match (thin, worst) {
        (Some(thin), _) if thin.holders.is_empty() => "nobody",
        (Some(_), None) => "mass",
        (None, _) => "share",
        (Some(_), Some(_)) => "both",
    };
    draft
        .word("kind", kind)
        .message(match kind {
            "nobody" => "message-nobody",
            "mass" => "message",
            "share" => "message-share",
            _ => "message-both",
        })
        .thing("competence", side, competence.subject())
        .things("unit", side, in_unit)
        .things("site", side, at_site)
        .certainty(certainties.max().unwrap_or(Certainty::Certain))
        .posts(posts)
}

fn labelled(draft: Draft, side: Side, competence: &CompetenceId, thin: &Thin<'_>) -> Draft {
    let mut draft = draft.at(
        side,
        competence.subject(),
        ["critical_mass".into()],
        "label-mass",
    );
    for post in &thin.holders {
        draft = draft.at(side, post.id().subject(), ["competences".into()], "label");
    }
    draft
}
