//! What became of a stated co-location from a base to its revision: whether it broke or
//! weakened, who moved, and the finding that tells it. The rules choose which of them to report.

use std::collections::{BTreeMap, BTreeSet};

use rokade_change::{StaffChange, Tracks};
use rokade_core::chart::{Chart, CoLocationView, GroupView, MemberRef, Named, SiteView, Tracked};
use rokade_core::finding::{Cause, Side, Value};
use rokade_core::ids::{CoLocationId, Id, Kind, SiteId, StaffId, Subject, UnitId};
use rokade_core::quantity::{Certainty, Quantity};

use crate::place::flows::Flows;
use crate::place::sharing::{Seat, Seen};
use crate::place::telling::label_stated;
use crate::rule::{Draft, PairContext, member};

/// A co-location that holds less than it did.
pub(super) struct Parting<'c> {
    /// The co-location, or what else brings them together.
    subject: Subject,
    /// In whose words its members and target groups are told.
    words: Side,
    pub(super) before: Seen<'c>,
    pub(super) after: Seen<'c>,
    /// What became of it.
    pub(super) outcome: Outcome,
    certainty: Certainty,
    movers: BTreeMap<Subject, Mover>,
    /// Whether the movers can still sit where they sat, and the others as before.
    also: bool,
    cause: Cause,
}

/// What became of a co-location, the worse last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Outcome {
    /// Fewer of its posts sit together than before, by share.
    Weakened,
    /// Its members share no site, and did.
    Broken,
}

/// Somebody of the base who left the site that all shared.
#[derive(Default)]
struct Mover {
    posts: Quantity,
    /// What it is called now.
    now: BTreeSet<Subject>,
    from: BTreeSet<SiteId>,
    to: BTreeSet<SiteId>,
}

/// Every co-location that broke or weakened, by id.
///
/// It is measured by the words of the revision and by those of the base, for a revision that
/// drops it, or states it more narrowly, has not brought its members together; the worse counts.
pub(super) fn partings<'c>(context: &PairContext<'c>) -> Vec<Parting<'c>> {
    let (base, revision) = (context.base, context.revision);
    let stated = base.co_locations().chain(revision.co_locations());
    let ids: BTreeSet<&'c CoLocationId> = stated.map(CoLocationView::id).collect();
    ids.into_iter()
        .filter_map(|id| worst(context, id))
        .collect()
}

fn worst<'c>(context: &PairContext<'c>, id: &'c CoLocationId) -> Option<Parting<'c>> {
    let in_revision = context.revision.co_location(id).and_then(|stated| {
        let (before, after) = counterparts(context, stated, Side::Revision)?;
        Parting::of(context, id.subject(), Side::Revision, before, after)
    });
    let in_base = context.base.co_location(id).and_then(|stated| {
        let (before, after) = counterparts(context, stated, Side::Base)?;
        Parting::of(context, id.subject(), Side::Base, before, after)
    });
    match (in_revision, in_base) {
        (Some(new), Some(old)) if old.weight() > new.weight() => Some(old),
        (new, old) => new.or(old),
    }
}

/// How many co-locations that the proposal drops held in the base and cannot be judged now, and
/// the members that nothing says the place of.
pub(super) fn not_judged(context: &PairContext<'_>) -> (u64, BTreeSet<Subject>) {
    let mut unknown = BTreeSet::new();
    let mut count = 0;
    let dropped = context.base.co_locations();
    for stated in dropped.filter(|one| context.revision.co_location(one.id()).is_none()) {
        let Some((before, after)) = counterparts(context, stated, Side::Base) else {
            continue;
        };
        let members = after.unknown();
        if !before.shared.is_empty() && !members.is_empty() {
            unknown.extend(members);
            count += 1;
        }
    }
    (count, unknown)
}

/// A co-location that one chart states, in both: its members that are in both, and its target
/// groups. `None` where too little is left to ask of.
pub(super) fn counterparts<'c>(
    context: &PairContext<'c>,
    stated: CoLocationView<'c>,
    words: Side,
) -> Option<(Seen<'c>, Seen<'c>)> {
    let other = match words {
        Side::Base => context.revision,
        Side::Revision => context.base,
    };
    let mut own_parties = Vec::new();
    let mut other_parties = Vec::new();
    for member in stated.members() {
        let counterpart = counterpart(context, other, member, words);
        if !counterpart.is_empty() {
            own_parties.push(vec![member]);
            other_parties.push(counterpart);
        }
    }
    let own_groups = stated.groups();
    let other_groups = own_groups
        .iter()
        .flat_map(|&group| group_in(context, other, group, words));
    let mut other_groups: Vec<GroupView<'c>> = other_groups.collect();
    other_groups.sort_unstable();
    other_groups.dedup();
    let for_nobody = stated.is_for_nobody() || own_groups.is_empty() != other_groups.is_empty();
    if own_parties.len() < 2 || for_nobody {
        return None;
    }
    let own = Seen::new(own_parties, own_groups);
    let other = Seen::new(other_parties, other_groups);
    Some(match words {
        Side::Base => (own, other),
        Side::Revision => (other, own),
    })
}

/// What a member is in the other chart.
fn counterpart<'c>(
    context: &PairContext<'_>,
    other: &'c Chart,
    member: MemberRef<'c>,
    words: Side,
) -> Vec<MemberRef<'c>> {
    let lineage = &context.changes.lineage;
    match member {
        MemberRef::Function(function) => {
            let all = in_other(&lineage.functions, function, other, words);
            all.into_iter().map(MemberRef::Function).collect()
        }
        MemberRef::Unit(unit) => {
            let all = in_other(&lineage.units, unit, other, words);
            all.into_iter().map(MemberRef::Unit).collect()
        }
        MemberRef::Staff(post) => {
            let all = in_other(&lineage.staff, post, other, words);
            all.into_iter().map(MemberRef::Staff).collect()
        }
    }
}

fn group_in<'c>(
    context: &PairContext<'_>,
    other: &'c Chart,
    group: GroupView<'c>,
    words: Side,
) -> Vec<GroupView<'c>> {
    in_other(&context.changes.lineage.groups, group, other, words)
}

/// What a thing is in the other chart.
fn in_other<'c, V: Tracked<'c>>(
    tracks: &Tracks<V::Id>,
    thing: V,
    other: &'c Chart,
    words: Side,
) -> Vec<V> {
    match words {
        Side::Base => tracks.now(thing, other).collect(),
        Side::Revision => tracks.before(thing, other).collect(),
    }
}

impl<'c> Parting<'c> {
    /// What became of some who sat together; `None` where they did not, or still do as they did.
    pub(super) fn of(
        context: &PairContext<'c>,
        subject: Subject,
        words: Side,
        before: Seen<'c>,
        after: Seen<'c>,
    ) -> Option<Self> {
        let known = before.unknown().is_empty() && after.unknown().is_empty();
        if !known || before.shared.is_empty() {
            return None;
        }
        let mut followed = Followed::new(context, &before, &after);
        let (outcome, certainty) = if !after.shared.is_empty() {
            (Outcome::Weakened, followed.flows.share_fell()?)
        } else if before.certainly_share() {
            (Outcome::Broken, Certainty::Certain)
        } else {
            (Outcome::Broken, Certainty::Possible)
        };
        if followed.movers.is_empty() {
            followed.add_members_that_left(context, &before, &after);
        }
        let also = followed.movers.is_empty();
        if also {
            followed.movers = std::mem::take(&mut followed.spreading);
        }
        let cause = followed.causes.into_iter().next();
        Some(Parting {
            words,
            before,
            after,
            outcome,
            certainty,
            movers: followed.movers,
            also,
            cause: cause.unwrap_or_else(|| Cause::itself(subject.clone())),
            subject,
        })
    }

    fn weight(&self) -> (Outcome, Certainty) {
        (self.outcome, self.certainty)
    }

    /// The co-location, or what else brings them together.
    pub(super) fn subject(&self) -> &Subject {
        &self.subject
    }

    /// The co-location, where it is one.
    fn stated<'x>(&self, chart: &'x Chart) -> Option<CoLocationView<'x>> {
        if self.subject.kind != Kind::CoLocation {
            return None;
        }
        chart.co_location(&CoLocationId::parse(&self.subject.id).ok()?)
    }

    /// The posts that sit where some of them are not.
    pub(super) fn apart(&self) -> Quantity {
        self.after.apart()
    }

    /// What happened, without whose finding it is: who moved, where to, and how many sit where.
    pub(super) fn facts(&self, context: &PairContext<'_>) -> Draft {
        let told = match self.words {
            Side::Base => &self.before,
            Side::Revision => &self.after,
        };
        let moved = || self.movers.values();
        let moved_posts: Quantity = moved().map(|mover| mover.posts).sum();
        let minutes = self.minutes(context);
        let after = &self.after;
        let draft = Draft::new(self.cause.clone())
            .part(&*self.subject.id)
            .certainty(self.certainty)
            .posts(after.apart())
            .things("parties", self.words, told.members())
            .things("groups", self.words, told.groups.iter().map(Named::subject))
            .things("moved", Side::Base, self.movers.keys().cloned())
            .set("moved_posts", moved_posts)
            .word(
                "way",
                match (self.movers.is_empty(), moved_posts.high()) {
                    (true, _) => "count",
                    (false, _) if self.also => "also",
                    (false, Some(0)) => "place",
                    (false, _) => "posts",
                },
            )
            .things(
                "from",
                Side::Base,
                moved().flat_map(|m| &m.from).map(Id::subject),
            )
            .things(
                "to",
                Side::Revision,
                moved().flat_map(|m| &m.to).map(Id::subject),
            )
            .word(
                "distance",
                if minutes.is_some() {
                    "known"
                } else {
                    "unknown"
                },
            )
            .set("minutes", minutes.unwrap_or(Quantity::UNKNOWN))
            .set("together_before", self.before.together())
            .set("all_before", self.before.all.total())
            .set("together", after.together())
            .set("all", after.all.total())
            .set("sites", Value::Amounts(Side::Revision, after.by_site()))
            .word(
                "seats",
                match after.all.total().high() {
                    Some(0) => "not-stated",
                    _ => "stated",
                },
            );
        match told.citizens() {
            Some(citizens) => draft.citizens(citizens),
            None => draft,
        }
    }

    /// The finding: one for each co-location, which has its own reason and its own numbers.
    pub(super) fn draft(&self, context: &PairContext<'_>) -> Draft {
        let in_base = self.stated(context.base);
        let in_revision = self.stated(context.revision);
        let own_side = match in_revision {
            Some(_) => Side::Revision,
            None => Side::Base,
        };
        let subject = self.subject.clone();
        let mut draft = self
            .facts(context)
            .member(member(own_side, subject, self.after.apart()))
            .word(
                "stated",
                match (in_base.is_some(), in_revision.is_some()) {
                    (true, true) => "both",
                    (true, false) => "base",
                    _ => "revision",
                },
            );
        match (in_base, in_revision) {
            (_, Some(now)) => {
                draft = label_stated(draft, context.revision, Side::Revision, now.id());
            }
            (Some(before), None) => {
                draft = label_stated(draft, context.base, Side::Base, before.id());
            }
            (None, None) => {}
        }
        draft = self.label_movers(draft);
        if let (Some(before), Some(_)) = (in_base, in_revision) {
            draft = label_stated(draft, context.base, Side::Base, before.id());
        }
        draft
    }

    /// Points at those who moved, where they sit now and where they sat; those with most posts.
    pub(super) fn label_movers(&self, mut draft: Draft) -> Draft {
        let mut movers: Vec<(&Subject, &Mover)> = self.movers.iter().collect();
        let end = |mover: &Mover| mover.posts.high().unwrap_or(i64::MAX);
        movers.sort_by_key(|(_, mover)| std::cmp::Reverse(end(mover)));
        for (old, mover) in movers.into_iter().take(LABELLED) {
            let to = Value::Things(Side::Revision, mover.to.iter().map(Id::subject).collect());
            let label = if self.also { "label-also" } else { "label-now" };
            for now in mover.now.iter().take(LABELLED) {
                draft = draft
                    .at(Side::Revision, now.clone(), [field(now).into()], label)
                    .label_set("at", to.clone());
            }
            let from = Value::Things(Side::Base, mover.from.iter().map(Id::subject).collect());
            draft = draft
                .at(Side::Base, old.clone(), [field(old).into()], "label-before")
                .label_set("at", from);
        }
        draft
    }

    /// Minutes from where they left to where they came, over all of them; `None` where one of
    /// the ways is not stated.
    fn minutes(&self, context: &PairContext<'_>) -> Option<Quantity> {
        let mut all: Option<Quantity> = None;
        for mover in self.movers.values() {
            for from in &mover.from {
                for to in &mover.to {
                    let minutes = travel(context, from, to)?;
                    all = Some(all.map_or(minutes, |all| spanning(all, minutes)));
                }
            }
        }
        all
    }
}

/// How many that moved a finding points at; the data has them all.
const LABELLED: usize = 4;

/// Where an entity says where it is.
fn field(subject: &Subject) -> &'static str {
    match subject.kind {
        Kind::Function => "responsible",
        _ => "site",
    }
}

/// Minutes from a site of the base to one of the revision, as either chart states them.
pub(super) fn travel(context: &PairContext<'_>, from: &SiteId, to: &SiteId) -> Option<Quantity> {
    let sites = &context.changes.lineage.sites;
    let now = sites.descendants(from).iter();
    let then = sites.ancestors(to).iter();
    now.filter_map(|from| context.revision.travel(from, to))
        .chain(then.filter_map(|to| context.base.travel(from, to)))
        .next()
}

/// The quantity that holds every value of two.
pub(super) fn spanning(a: Quantity, b: Quantity) -> Quantity {
    let high = a.high().zip(b.high()).map(|(a, b)| a.max(b));
    let approximate = a.is_approximate() || b.is_approximate();
    Quantity::from_hundredths(a.low().min(b.low()), high, approximate).unwrap_or(a)
}

/// The posts of a co-location, followed.
#[derive(Default)]
struct Followed {
    flows: Flows,
    movers: BTreeMap<Subject, Mover>,
    /// Those who can sit elsewhere as well.
    spreading: BTreeMap<Subject, Mover>,
    /// What those who moved followed from; the first is the cause.
    causes: BTreeSet<Cause>,
}

/// Posts that sat where all were, and left.
struct Leaver<'a, 'c> {
    was: &'a Seat<'c>,
    is: &'a Seat<'c>,
    change: &'a StaffChange,
    from: Vec<&'c SiteId>,
    to: BTreeSet<&'c SiteId>,
    /// Whether it can still be where it was.
    may_stay: bool,
}

impl Followed {
    #[expect(
        clippy::indexing_slicing,
        reason = "the same parties, in the same places, before and after"
    )]
    fn new<'c>(context: &PairContext<'c>, before: &Seen<'c>, after: &Seen<'c>) -> Self {
        let mut followed = Followed::default();
        let (seats_before, seats_after) = (before.seats(), after.seats());
        let mut came: BTreeMap<&StaffId, Quantity> = BTreeMap::new();
        let mut leavers: Vec<Leaver<'_, 'c>> = Vec::new();
        // Members that are units of which some posts did not leave: not the unit left, then.
        let mut staying: BTreeSet<Subject> = BTreeSet::new();
        let changes = seats_before.iter();
        let changes = changes.flat_map(|(id, was)| {
            let became = context.changes.staff_of(id).iter();
            became.map(move |change| (was, change))
        });
        for (was, change) in changes {
            let is = change.to.as_ref().and_then(|id| seats_after.get(id));
            followed
                .flows
                .add(was.standing, is.map(|seat| seat.standing), change.posts);
            if let Some(is) = is {
                *came.entry(is.post.id()).or_insert(Quantity::ZERO) += change.posts;
            }
            let leaver = is.and_then(|is| leaver(context, before, after, (was, is), change));
            if leaver.as_ref().is_none_or(|leaver| leaver.may_stay) {
                staying.extend(unit_of(before, was).map(|(_, unit)| unit));
            }
            leavers.extend(leaver);
        }
        for (id, seat) in &seats_after {
            let came = came.get(id).copied().unwrap_or(Quantity::ZERO);
            // What may merely have been counted anew is not new.
            if seat.post.count().greater_than(came) == Some(Certainty::Certain) {
                followed
                    .flows
                    .add_new(seat.standing, seat.post.count().less(came));
            } else if came == Quantity::ZERO {
                followed.flows.add_new(seat.standing, seat.post.count());
            }
        }
        for leaver in leavers {
            let whole = unit_of(before, leaver.was).filter(|(_, unit)| !staying.contains(unit));
            let (subject, now) = match whole {
                Some((party, unit)) => {
                    let members = after.parties[party].members.iter();
                    (unit, members.map(Named::subject).collect())
                }
                None => (
                    leaver.was.post.subject(),
                    BTreeSet::from([leaver.is.post.subject()]),
                ),
            };
            let movers = if leaver.may_stay {
                &mut followed.spreading
            } else {
                &mut followed.movers
            };
            let mover = movers.entry(subject).or_default();
            mover.posts += leaver.change.posts;
            mover.now.extend(now);
            mover.from.extend(leaver.from.into_iter().cloned());
            mover.to.extend(leaver.to.into_iter().cloned());
            followed.causes.extend(cause_of(context, leaver.change));
        }
        followed
    }

    /// Where no post moved: the members that are no longer at the site all shared, because
    /// other posts perform a function now, or no posts of a unit are stated.
    fn add_members_that_left(
        &mut self,
        context: &PairContext<'_>,
        before: &Seen<'_>,
        after: &Seen<'_>,
    ) {
        let sites = &context.changes.lineage.sites;
        for (was, is) in before.parties.iter().zip(&after.parties) {
            let still = |to: &SiteView<'_>| {
                let mut shared = before.shared.iter();
                shared.any(|from| sites.follows(*from, *to))
            };
            if is.presence.sites().any(|site| still(&site)) {
                continue;
            }
            for member in &was.members {
                let mover = Mover {
                    posts: Quantity::ZERO,
                    now: is.members.iter().map(Named::subject).collect(),
                    from: before.shared.iter().map(|site| site.id().clone()).collect(),
                    to: is.presence.sites().map(|site| site.id().clone()).collect(),
                };
                self.movers.insert(member.subject(), mover);
                self.causes.extend(match member {
                    MemberRef::Unit(unit) => cause_of_unit(context, unit.id()),
                    MemberRef::Function(function) => {
                        let own = context.changes.function(function.id());
                        own.and_then(|change| change.cause.clone())
                    }
                    MemberRef::Staff(_) => None,
                });
            }
        }
    }
}

/// Posts that sat where all were and now sit, or can sit, where all are not, at another site than before.
fn leaver<'a, 'c>(
    context: &PairContext<'_>,
    before: &Seen<'c>,
    after: &Seen<'c>,
    (was, is): (&'a Seat<'c>, &'a Seat<'c>),
    change: &'a StaffChange,
) -> Option<Leaver<'a, 'c>> {
    let sites = &context.changes.lineage.sites;
    let from = was.sites.iter();
    let from = from.filter(|site| before.shared.contains(site));
    let from: Vec<&SiteId> = from.map(|site| site.id()).collect();
    let stays = |to: &SiteId| from.iter().any(|from| sites.follows_by_id(from, to));
    let is_kept = |site: &&SiteView<'c>| after.shared.contains(site) || stays(site.id());
    let (kept, to): (Vec<&SiteView<'c>>, Vec<_>) = is.sites.iter().partition(is_kept);
    (!from.is_empty() && !to.is_empty()).then_some(Leaver {
        was,
        is,
        change,
        from,
        to: to.into_iter().map(|site| site.id()).collect(),
        may_stay: !kept.is_empty(),
    })
}

/// The member that is a unit and has these posts, with its number among the members: it is told
/// as the unit when it leaves as a whole, and not as each group of posts in it.
fn unit_of(before: &Seen<'_>, was: &Seat<'_>) -> Option<(usize, Subject)> {
    let unit = was.post.unit()?;
    before.parties.iter().enumerate().find_map(|(i, party)| {
        let within = |member: &&MemberRef<'_>| match member {
            MemberRef::Unit(member) => unit.is_within(*member),
            _ => false,
        };
        party
            .members
            .iter()
            .find(within)
            .map(|member| (i, member.subject()))
    })
}

/// Why posts sit elsewhere.
fn cause_of(context: &PairContext<'_>, change: &StaffChange) -> Option<Cause> {
    change
        .cause
        .clone()
        .or_else(|| cause_of_unit(context, change.from_unit.as_ref()?))
}

/// Why a unit sits elsewhere: what became of the nearest unit, itself first, that did not merely
/// go along.
fn cause_of_unit(context: &PairContext<'_>, unit: &UnitId) -> Option<Cause> {
    let line = context.base.unit(unit)?.line();
    let mut line = line.filter_map(|unit| context.changes.unit(unit.id()));
    line.find(|change| change.relocated || change.to.len() != 1)?
        .cause()
}
