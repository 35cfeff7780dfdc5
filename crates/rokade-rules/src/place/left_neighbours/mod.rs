//! `left-neighbours`: a unit or group moves, and those it sat with stay.

mod neighbours;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use rokade_change::StaffChange;
use rokade_core::chart::{MemberRef, Named, Presence, StaffView, UnitView};
use rokade_core::entry::{InterfaceEntry, Strength};
use rokade_core::finding::{Cause, Severity, Side, Value};
use rokade_core::ids::{Id, InterfaceId, Kind, SiteId, Subject, UnitId};
use rokade_core::quantity::Quantity;

use self::neighbours::{Neighbours, Staying};
use crate::people::most_first;
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
    neighbours: Neighbours,
    /// Those it works with.
    partners: BTreeMap<Subject, Quantity>,
    interfaces: BTreeSet<&'c InterfaceId>,
    daily: bool,
}

/// What movers are told together by: why, of what they are part, from where and to where.
type Line<'c> = (Cause, Option<Subject>, &'c SiteId, BTreeSet<&'c SiteId>);

/// One finding for those who left the same ones for the same place.
fn check(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    // Who loses the head as well is left to `lost-site-and-head`, which says both.
    let mut around = Around::new(context);
    let mut lines: BTreeMap<Line<'_>, (Vec<Mover<'_>>, Stay<'_>)> = BTreeMap::new();
    for mover in movers(context) {
        let stay = stay(&mut around, &mover);
        if stay.neighbours.is_empty() && stay.partners.is_empty() {
            continue;
        }
        let parent = parent(mover.member).map(|unit| unit.id().subject());
        let line = (mover.cause.clone(), parent, mover.from, mover.to.clone());
        let (movers, all) = lines.entry(line).or_default();
        movers.push(mover);
        all.neighbours.join(stay.neighbours);
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
#[expect(clippy::indexing_slicing, reason = "there is a place for each unit")]
fn movers<'c>(context: &PairContext<'c>) -> Vec<Mover<'c>> {
    let mut movers: Vec<Mover<'c>> = Vec::new();
    for change in &context.changes.units {
        let (Some(from), Some(to)) = (&change.from_site, &change.to_site) else {
            continue;
        };
        let (before, now) = (change.before(context.base), change.now(context.revision));
        let (Some(before), Some(now)) = (before, now) else {
            continue;
        };
        if !change.relocated || before.is_external() {
            continue;
        }
        // Where posts are stated, it is they who move or stay.
        let site = context.base.site(from);
        let Some(site) = site.filter(|site| before.is_at(*site) && !stays_at(context, now, from))
        else {
            continue;
        };
        movers.push(Mover {
            member: MemberRef::Unit(before),
            now: BTreeSet::from([now.id().subject()]),
            posts: before.posts_at(site).unwrap_or(Quantity::ZERO),
            from,
            to: BTreeSet::from([to]),
            cause: change
                .cause()
                .unwrap_or_else(|| Cause::itself(change.unit.subject())),
        });
    }
    // The site that each unit left, by where it is in the chart.
    let mut left: Vec<Option<&SiteId>> = vec![None; context.base.units().len()];
    for mover in &movers {
        if let MemberRef::Unit(unit) = mover.member {
            left[unit.position()] = Some(mover.from);
        }
    }
    let mut staff: Vec<Mover<'c>> = Vec::new();
    for change in &context.changes.staff {
        let Some(mover) = group(context, change) else {
            continue;
        };
        let goes_along = |post: StaffView<'_>| {
            let mut line = post.unit().into_iter().flat_map(UnitView::line);
            line.any(|unit| left[unit.position()] == Some(mover.from))
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
    if !change.site_changed || change.posts.high() == Some(0) {
        return None;
    }
    let post = change.before(context.base)?;
    let (from, to) = (change.from_site.as_ref()?, change.to_site.as_ref()?);
    let now = change.to.as_ref()?;
    if post.unit().is_some_and(UnitView::is_external) {
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
fn stays_at(context: &PairContext<'_>, now: UnitView<'_>, from: &SiteId) -> bool {
    context.sites_now(from).any(|site| now.is_at(site))
}

/// Where those who are near movers, or work with them, are.
struct Around<'a, 'c> {
    context: &'a PairContext<'c>,
    /// With whom each lost both site and head.
    lost: BTreeMap<Subject, BTreeSet<Subject>>,
    /// Every interface, with those who work together by it.
    interfaces: Vec<(&'c InterfaceId, &'c InterfaceEntry, Vec<MemberRef<'c>>)>,
    /// The interfaces by the numbers of the units that their parties are, or are part of.
    by_unit: Vec<(u32, usize)>,
    /// The interfaces of each group.
    by_staff: BTreeMap<Subject, BTreeSet<usize>>,
    /// Those who are directly part of a unit and stay at a site.
    staying: BTreeMap<(&'c UnitId, &'c SiteId), Rc<Staying>>,
}

impl<'a, 'c> Around<'a, 'c> {
    fn new(context: &'a PairContext<'c>) -> Self {
        let mut lost_with: BTreeMap<Subject, BTreeSet<Subject>> = BTreeMap::new();
        for [one, other] in lost(context).into_iter().flat_map(|lost| lost.pairs) {
            let others = lost_with.entry(one.clone()).or_default();
            others.insert(other.clone());
            lost_with.entry(other).or_default().insert(one);
        }
        let mut by_unit = Vec::new();
        let mut by_staff: BTreeMap<Subject, BTreeSet<usize>> = BTreeMap::new();
        let mut all = Vec::new();
        for (id, interface) in interfaces(context) {
            let parties = parties(context, interface).into_iter();
            let parties: Vec<MemberRef<'c>> = parties.map(|(party, _)| party).collect();
            for party in &parties {
                let unit = match party {
                    MemberRef::Unit(unit) => Some(*unit),
                    MemberRef::Staff(post) => {
                        let interfaces = by_staff.entry(post.subject()).or_default();
                        interfaces.insert(all.len());
                        post.unit()
                    }
                    MemberRef::Function(_) => None,
                };
                by_unit.extend(unit.map(|unit| (unit.span().start, all.len())));
            }
            all.push((id, interface, parties));
        }
        by_unit.sort_unstable();
        Around {
            context,
            lost: lost_with,
            interfaces: all,
            by_unit,
            by_staff,
            staying: BTreeMap::new(),
        }
    }

    /// The interfaces of a unit or group, and of what is below it.
    fn interfaces_of(&self, member: MemberRef<'_>) -> BTreeSet<usize> {
        match member {
            MemberRef::Unit(unit) => {
                let span = unit.span();
                let start = self.by_unit.partition_point(|(at, _)| *at < span.start);
                let below = self.by_unit.iter().skip(start);
                let below = below.take_while(|(at, _)| *at < span.end);
                below.map(|(_, interface)| *interface).collect()
            }
            _ => self
                .by_staff
                .get(&member.subject())
                .cloned()
                .unwrap_or_default(),
        }
    }

    fn staying(&mut self, unit: UnitView<'c>, from: &'c SiteId) -> Neighbours {
        let context = self.context;
        let staying = self.staying.entry((unit.id(), from)).or_insert_with(|| {
            let units = unit.children().map(MemberRef::Unit);
            let near = units.chain(unit.staff().map(MemberRef::Staff));
            let near = near.filter_map(|near| Some((near.subject(), still(context, near, from)?)));
            Rc::new(Staying::new(near))
        });
        Neighbours::of(staying)
    }

    /// Leaves out the neighbours who are one of some, or part of one: with what they are all part
    /// of, all of them.
    fn leave_out<'s>(
        &self,
        neighbours: &mut Neighbours,
        parent: Option<UnitView<'_>>,
        some: impl Iterator<Item = &'s Subject>,
    ) {
        for one in some {
            let unit = one.to().and_then(|id| self.context.base.unit(&id));
            let has_parent = |unit| parent.is_some_and(|parent| parent.is_within(unit));
            if unit.is_some_and(has_parent) {
                *neighbours = Neighbours::default();
                return;
            }
            neighbours.leave_out(one);
        }
    }
}

#[expect(
    clippy::indexing_slicing,
    reason = "an interface is named by its place"
)]
fn stay<'c>(around: &mut Around<'_, 'c>, mover: &Mover<'c>) -> Stay<'c> {
    let mut stay = Stay::default();
    let own = mover.member.subject();
    let parent = parent(mover.member);
    if let Some(parent) = parent {
        stay.neighbours = around.staying(parent, mover.from);
        // Of a group that was divided, some may stay; a unit is itself no neighbour of its own.
        if !matches!(mover.member, MemberRef::Staff(_)) {
            stay.neighbours.leave_out(&own);
        }
    }
    let lost = around.lost.get(&own);
    let both_are_lost = |other: &Subject| lost.is_some_and(|lost| lost.contains(other));
    if let Some(lost) = lost {
        around.leave_out(&mut stay.neighbours, parent, lost.iter());
    }
    let goes = |party: MemberRef<'c>| match (party, mover.member) {
        (MemberRef::Unit(party), MemberRef::Unit(mover)) => party.is_within(mover),
        (MemberRef::Staff(post), MemberRef::Unit(mover)) => {
            post.unit().is_some_and(|unit| unit.is_within(mover))
        }
        (party, mover) => party == mover,
    };
    for at in around.interfaces_of(mover.member) {
        let (id, interface, parties) = &around.interfaces[at];
        for party in parties.iter().filter(|party| !goes(**party)) {
            if both_are_lost(&party.subject()) {
                continue;
            }
            if let Some(posts) = still(around.context, *party, mover.from) {
                stay.partners.insert(party.subject(), posts);
                stay.interfaces.insert(id);
                stay.daily |= interface.strength == Some(Strength::Daily);
            }
        }
    }
    // Who is part of one it works with is told with it.
    around.leave_out(&mut stay.neighbours, parent, stay.partners.keys());
    stay
}

/// Those who sat at a site and still do: how many posts.
fn still(context: &PairContext<'_>, member: MemberRef<'_>, from: &SiteId) -> Option<Quantity> {
    let lineage = &context.changes.lineage;
    match member {
        MemberRef::Unit(unit) => {
            if !context.base.site(from).is_some_and(|site| unit.is_at(site)) {
                return None;
            }
            let now: Vec<UnitView<'_>> = lineage.units.now(unit, context.revision).collect();
            let sites = context.sites_now(from);
            let posts: Vec<Quantity> = if let [now] = now[..] {
                sites.filter_map(|site| now.posts_at(site)).collect()
            } else {
                // One of them can be below another.
                let mut there = Presence::default();
                for unit in now {
                    there.join(&unit.presence(&[]));
                }
                sites.filter_map(|site| there.at(site)).collect()
            };
            (!posts.is_empty()).then(|| posts.iter().sum())
        }
        MemberRef::Staff(post) => {
            let changes = context.changes.staff_at(post);
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
    let [counted, uncounted] = stay.neighbours.with(&stay.partners);
    let moving = movers.iter().map(|m| (m.member.subject(), m.posts));
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
        .set("stay", counted)
        .set("stay_uncounted", uncounted)
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
