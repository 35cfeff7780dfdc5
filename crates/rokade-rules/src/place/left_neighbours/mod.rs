//! `left-neighbours`: a unit or group moves, and those it sat with stay.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use rokade_change::StaffChange;
use rokade_core::chart::{MemberRef, Named, Presence, StaffView, UnitView};
use rokade_core::entry::Strength;
use rokade_core::finding::{Cause, Severity, Side, Value};
use rokade_core::ids::{Id, InterfaceId, Kind, SiteId, Subject};
use rokade_core::quantity::Quantity;

use crate::place::lost::{interfaces, lost, parties};
use crate::place::parting::{spanning, travel};
use crate::responsibility::holding::LABELLED;
use crate::rule::{
    Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, member, texts,
};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "left-neighbours",
    family: Family::Place,
    severity: Severity::Note,
    certainty: RuleCertainty::Certain,
    rank: Rank::Places,
    replaces: &[],
    follows: &[Kind::Unit, Kind::Staff, Kind::Site],
    question: Question::Pair(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// A unit or group of the base that sits elsewhere.
struct Mover<'c> {
    member: MemberRef<'c>,
    now: BTreeSet<Subject>,
    posts: Quantity,
    from: &'c SiteId,
    to: BTreeSet<&'c SiteId>,
    cause: Cause,
}

/// Those who stay where a mover sat.
#[derive(Default)]
struct Stay<'c> {
    /// Of what it is part of.
    neighbours: BTreeMap<Subject, (MemberRef<'c>, Quantity)>,
    /// Those it works with.
    partners: BTreeMap<Subject, Quantity>,
    interfaces: BTreeSet<&'c InterfaceId>,
    daily: bool,
}

/// What movers are told together by: why, of what they are part, from where and to where.
type Line<'c> = (Cause, Option<Subject>, &'c SiteId, BTreeSet<&'c SiteId>);

/// One finding for those who left the same ones for the same place.
fn check(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    // These two lose their head as well, and `lost-site-and-head` says both.
    let lost: BTreeSet<[Subject; 2]> = lost(context).into_iter().flat_map(|l| l.pairs).collect();
    let mut lines: BTreeMap<Line<'_>, (Vec<Mover<'_>>, Stay<'_>)> = BTreeMap::new();
    for mover in movers(context) {
        let stay = stay(context, &mover, &lost);
        if stay.neighbours.is_empty() && stay.partners.is_empty() {
            continue;
        }
        let parent = parent(mover.member).map(|unit| unit.id().subject());
        let line = (mover.cause.clone(), parent, mover.from, mover.to.clone());
        let (movers, all) = lines.entry(line).or_default();
        movers.push(mover);
        all.neighbours.extend(stay.neighbours);
        all.partners.extend(stay.partners);
        all.interfaces.extend(stay.interfaces);
        all.daily |= stay.daily;
    }
    for ((cause, parent, from, to), (movers, stay)) in lines {
        let to: Vec<&SiteId> = to.into_iter().collect();
        let sites = to.iter().map(|site| site.as_str()).collect::<Vec<_>>();
        let part = match parent {
            Some(parent) => format!("{}: {from}>{}", parent.id, sites.join(",")),
            None => format!("{from}>{}", sites.join(",")),
        };
        sink.report(one_line(context, cause, from, &to, &movers, &stay).part(part));
    }
}

/// What a mover is part of.
fn parent(member: MemberRef<'_>) -> Option<UnitView<'_>> {
    match member {
        MemberRef::Unit(unit) => unit.parent(),
        MemberRef::Staff(post) => post.unit(),
        MemberRef::Function(_) => None,
    }
}

/// The units that moved, and the groups that moved by themselves.
fn movers<'c>(context: &PairContext<'c>) -> Vec<Mover<'c>> {
    let mut movers: Vec<Mover<'c>> = Vec::new();
    for change in &context.changes.units {
        let (Some(from), Some(to)) = (&change.from_site, &change.to_site) else {
            continue;
        };
        let now = change.now().and_then(|id| context.revision.unit(id));
        let (Some(before), Some(now)) = (context.base.unit(&change.unit), now) else {
            continue;
        };
        // Where posts are stated, it is they who move or stay.
        let was = before.presence(&[]);
        let is_gone = was.is_at(from) && !stays_at(context, &now.presence(&[]), from);
        if !change.relocated || !is_gone || before.is_external() {
            continue;
        }
        movers.push(Mover {
            member: MemberRef::Unit(before),
            now: BTreeSet::from([now.id().subject()]),
            posts: was.at(from).unwrap_or(Quantity::ZERO),
            from,
            to: BTreeSet::from([to]),
            cause: change
                .cause()
                .unwrap_or_else(|| Cause::itself(change.unit.subject())),
        });
    }
    let mut staff: Vec<Mover<'c>> = Vec::new();
    for change in &context.changes.staff {
        let Some(mover) = group(context, change) else {
            continue;
        };
        let goes_along = |post: StaffView<'_>| {
            movers.iter().any(|unit| match unit.member {
                MemberRef::Unit(above) => {
                    unit.from == mover.from && post.unit().is_some_and(|own| own.is_within(above))
                }
                _ => false,
            })
        };
        if matches!(mover.member, MemberRef::Staff(post) if goes_along(post)) {
            continue;
        }
        match staff.last_mut().filter(|last| last.member == mover.member) {
            Some(last) => {
                last.posts += mover.posts;
                last.now.extend(mover.now);
                last.to.extend(mover.to);
                last.cause = last.cause.clone().min(mover.cause);
            }
            None => staff.push(mover),
        }
    }
    movers.extend(staff);
    movers
}

fn group<'c>(context: &PairContext<'c>, change: &'c StaffChange) -> Option<Mover<'c>> {
    let post = context.base.post(&change.staff)?;
    let (from, to) = (change.from_site.as_ref()?, change.to_site.as_ref()?);
    let now = change.to.as_ref()?;
    let is_external = post.unit().is_some_and(UnitView::is_external);
    if !change.site_changed || change.posts.high() == Some(0) || is_external {
        return None;
    }
    Some(Mover {
        member: MemberRef::Staff(post),
        now: BTreeSet::from([now.subject()]),
        posts: change.posts,
        from,
        to: BTreeSet::from([to]),
        cause: change
            .cause
            .clone()
            .unwrap_or_else(|| Cause::itself(change.staff.subject())),
    })
}

/// Whether somebody is still at a site of the base.
fn stays_at(context: &PairContext<'_>, now: &Presence<'_>, from: &SiteId) -> bool {
    let sites = context.changes.lineage.sites.descendants(from);
    sites.iter().any(|site| now.is_at(site))
}

fn stay<'c>(
    context: &PairContext<'c>,
    mover: &Mover<'c>,
    lost: &BTreeSet<[Subject; 2]>,
) -> Stay<'c> {
    let mut stay = Stay::default();
    let own = mover.member.subject();
    let both_are_lost = |other: &Subject| {
        let mut pair = [own.clone(), other.clone()];
        pair.sort();
        lost.contains(&pair)
    };
    let mut near: Vec<MemberRef<'c>> = Vec::new();
    if let Some(parent) = parent(mover.member) {
        near.extend(parent.children().map(MemberRef::Unit));
        near.extend(parent.staff().map(MemberRef::Staff));
    }
    // Of a group that was divided, some may stay; a unit is itself no neighbour of its own.
    near.retain(|other| *other != mover.member || matches!(other, MemberRef::Staff(_)));
    for other in near {
        if is_within(other, both_are_lost) {
            continue;
        }
        if let Some(posts) = still(context, other, mover.from) {
            stay.neighbours.insert(other.subject(), (other, posts));
        }
    }
    for (id, interface) in interfaces(context) {
        let parties = parties(context, interface);
        let goes = |party: MemberRef<'c>| match (party, mover.member) {
            (MemberRef::Unit(party), MemberRef::Unit(mover)) => party.is_within(mover),
            (MemberRef::Staff(post), MemberRef::Unit(mover)) => {
                post.unit().is_some_and(|unit| unit.is_within(mover))
            }
            (party, mover) => party == mover,
        };
        if !parties.iter().any(|(party, _)| goes(*party)) {
            continue;
        }
        for (party, _) in parties.iter().filter(|(party, _)| !goes(*party)) {
            if both_are_lost(&party.subject()) {
                continue;
            }
            if let Some(posts) = still(context, *party, mover.from) {
                stay.partners.insert(party.subject(), posts);
                stay.interfaces.insert(id);
                stay.daily |= interface.strength == Some(Strength::Daily);
            }
        }
    }
    // Who is part of one it works with is told with it.
    let partners = &stay.partners;
    let neighbours = std::mem::take(&mut stay.neighbours);
    stay.neighbours = neighbours
        .into_iter()
        .filter(|(_, (other, _))| !is_within(*other, |subject| partners.contains_key(subject)))
        .collect();
    stay
}

/// Whether a unit or group is one of some, or part of one.
fn is_within(member: MemberRef<'_>, one_of: impl Fn(&Subject) -> bool) -> bool {
    let unit = match member {
        MemberRef::Unit(unit) => Some(unit),
        MemberRef::Staff(post) => post.unit(),
        MemberRef::Function(_) => None,
    };
    let mut line = unit.into_iter().flat_map(UnitView::line);
    one_of(&member.subject()) || line.any(|unit| one_of(&unit.id().subject()))
}

/// Those who sat at a site and still do: how many posts.
fn still(context: &PairContext<'_>, member: MemberRef<'_>, from: &SiteId) -> Option<Quantity> {
    let lineage = &context.changes.lineage;
    match member {
        MemberRef::Unit(unit) => {
            if !unit.presence(&[]).is_at(from) {
                return None;
            }
            let now = lineage.units.descendants(unit.id()).iter();
            let mut there = Presence::default();
            for unit in now.filter_map(|id| context.revision.unit(id)) {
                there.join(&unit.presence(&[]));
            }
            let sites = lineage.sites.descendants(from).iter();
            let posts: Vec<Quantity> = sites.filter_map(|site| there.at(site)).collect();
            (!posts.is_empty()).then(|| posts.iter().sum())
        }
        MemberRef::Staff(post) => {
            let changes = context.changes.staff_of(post.id());
            let stayed = changes.iter().filter(|change| {
                change.from_site.as_ref() == Some(from)
                    && change.to_site.is_some()
                    && !change.site_changed
                    && change.posts.high() != Some(0)
            });
            let posts: Vec<Quantity> = stayed.map(|change| change.posts).collect();
            (!posts.is_empty()).then(|| posts.iter().sum())
        }
        MemberRef::Function(_) => None,
    }
}

fn one_line(
    context: &PairContext<'_>,
    cause: Cause,
    from: &SiteId,
    to: &[&SiteId],
    movers: &[Mover<'_>],
    stay: &Stay<'_>,
) -> Draft {
    let posts: Quantity = movers.iter().map(|mover| mover.posts).sum();
    let ways: Option<Vec<Quantity>> = to.iter().map(|to| travel(context, from, to)).collect();
    let minutes = ways.and_then(|ways| ways.into_iter().reduce(spanning));
    let neighbours = stay
        .neighbours
        .iter()
        .map(|(who, (_, posts))| (who, *posts));
    let partners = stay.partners.iter().map(|(who, posts)| (who, *posts));
    let (counted, uncounted): (Vec<_>, Vec<_>) = neighbours
        .chain(partners)
        .map(|(who, posts)| (who.clone(), posts))
        .partition(|(_, posts)| posts.high() != Some(0));
    let moving = movers
        .iter()
        .map(|m| (m.member.subject(), m.posts))
        .collect();
    let is_known = |known| if known { "known" } else { "unknown" };
    let has_posts = |mover: &&Mover<'_>| mover.posts.high() != Some(0);
    let moved_are = match movers.iter().filter(has_posts).count() {
        0 => "not-stated",
        n if n > 1 && n == movers.len() => "each",
        _ => "stated",
    };
    let mut draft = Draft::new(cause)
        .things(
            "movers",
            Side::Base,
            movers.iter().map(|m| m.member.subject()),
        )
        .set("moved_posts", posts)
        .set("moved", Value::Amounts(Side::Base, most_first(moving)))
        .word("moved_are", moved_are)
        .thing("from", Side::Base, from.subject())
        .things("to", Side::Revision, to.iter().map(|site| site.subject()))
        .word("distance", is_known(minutes.is_some()))
        .set("minutes", minutes.unwrap_or(Quantity::UNKNOWN))
        .set("stay", Value::Amounts(Side::Base, most_first(counted)))
        .things(
            "stay_uncounted",
            Side::Base,
            uncounted.into_iter().map(|(who, _)| who),
        )
        .things("partners", Side::Base, stay.partners.keys().cloned())
        .word("daily", if stay.daily { "yes" } else { "no" })
        .posts(posts);
    if stay.daily {
        draft = draft.severity(Severity::Warning);
    }
    for (i, mover) in movers.iter().enumerate() {
        let subject = mover.member.subject();
        draft = draft.member(member(Side::Base, subject.clone(), mover.posts));
        if i >= LABELLED {
            continue;
        }
        for now in &mover.now {
            let path = ["site".into()];
            draft = draft.at(Side::Revision, now.clone(), path, "label-now");
        }
        draft = draft.at(Side::Base, subject, ["site".into()], "label-before");
    }
    for id in stay.interfaces.iter().take(LABELLED) {
        draft = draft.at(Side::Base, id.subject(), [], "label-interface");
    }
    draft
}

/// Those with most posts first, for a sentence names only some.
fn most_first(mut amounts: Vec<(Subject, Quantity)>) -> Vec<(Subject, Quantity)> {
    amounts.sort_by_cached_key(|(who, posts)| {
        (Reverse(posts.high().unwrap_or(i64::MAX)), who.clone())
    });
    amounts
}
