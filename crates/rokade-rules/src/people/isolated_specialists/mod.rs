//! `isolated-specialists`: few posts that are alone with a task in their unit and at their site.

mod colleagues;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;
use std::rc::Rc;

use rokade_core::chart::{Chart, FunctionView, SiteView, StaffView, UnitView};
use rokade_core::entry::{FunctionKind, Hashed};
use rokade_core::finding::{Cause, CauseKind, KEPT_OF_A_LIST, Member, Severity, Side, Value};
use rokade_core::ids::{FunctionId, Id, Kind, SiteId, StaffId, Subject, UnitId};
use rokade_core::quantity::{Certainty, Quantity};

use self::colleagues::{Colleagues, Performer};
use crate::people::kin::cause_of;
use crate::people::most_first;
use crate::rule::{
    ChartContext, Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, member,
    texts,
};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "isolated-specialists",
    family: Family::People,
    severity: Severity::Warning,
    certainty: RuleCertainty::Either,
    rank: Rank::People,
    replaces: &[],
    follows: &[Kind::Staff, Kind::Function],
    question: Question::Both(chart, pair),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// Fewer than so many cannot stand in for each other through illness and holidays.
const ENOUGH: u32 = 3;

/// A group of posts that performs a function, with all who do in its unit and at its site.
struct Few<'c> {
    who: Performer<'c>,
    /// All who perform the function.
    all: Rc<Colleagues<'c>>,
    /// How many perform it there, this group among them.
    here: Quantity,
    /// Whether others perform it elsewhere.
    is_elsewhere: bool,
    certainty: Certainty,
}

/// Members with what is said of them.
type Found<'c> = (Vec<Member>, Vec<Few<'c>>);

/// Those who became few, with what they were in the base.
type BecameFew<'c> = (Vec<Few<'c>>, BTreeSet<&'c StaffId>);

fn chart(context: &ChartContext<'_>, sink: &mut Sink<'_>) {
    let mut by_place: BTreeMap<(UnitView<'_>, SiteView<'_>, Certainty), Found<'_>> =
        BTreeMap::new();
    for few in few(context.chart) {
        // In the base those too are noted who are few without others elsewhere: that there are
        // others now does not make them fewer.
        if !few.is_elsewhere && sink.side() == Side::Revision {
            continue;
        }
        let Some(member) = sink.member(few.who.post.id().subject(), "", Quantity::ONE) else {
            continue;
        };
        let place = (few.who.unit, few.who.site, few.certainty);
        let (members, all) = by_place.entry(place).or_default();
        members.push(member);
        all.push(few);
    }
    let side = sink.side();
    for ((unit, site, certainty), (members, all)) in by_place {
        let place = [unit.id().subject(), site.id().subject()];
        let draft = Draft::new(Cause::new(CauseKind::Itself, place)).members(members);
        sink.report(described(draft, side, &all, certainty));
    }
}

/// One finding a cause: who became so few, and were not.
fn pair(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let mut by_cause: BTreeMap<(Cause, Certainty), BecameFew<'_>> = BTreeMap::new();
    let mut known = Before::default();
    let mut neighbours = Neighbours::new();
    for few in few(context.revision) {
        if !few.is_elsewhere {
            continue;
        }
        let before = known.colleagues(context, &few);
        // As few as they were, or fewer only because others are counted more exactly.
        if before
            .iter()
            .any(|(_, here)| few.here.less_than(*here).is_none() || *here == few.here)
        {
            continue;
        }
        let key = (
            cause(context, &few, &before, &mut neighbours),
            few.certainty,
        );
        let (all, groups) = by_cause.entry(key).or_default();
        groups.extend(before.iter().map(|(post, _)| post.id()));
        all.push(few);
    }
    for ((cause, certainty), (all, groups)) in by_cause {
        let members = all
            .iter()
            .map(|few| member(Side::Revision, few.who.post.id().subject(), Quantity::ONE));
        let members: Vec<Member> = members.collect();
        let draft = Draft::new(cause).members(members);
        let mut draft = described(draft, Side::Revision, &all, certainty);
        for old in groups {
            draft = draft.at(Side::Base, old.subject(), [], "label-base");
        }
        sink.report(draft);
    }
}

/// Every group of few posts with each citizen function that it performs, by function and id.
fn few(chart: &Chart) -> impl Iterator<Item = Few<'_>> {
    let functions = chart.functions_by_id();
    let citizen = functions.filter(|one| one.entry().kind == Some(FunctionKind::Citizen));
    citizen.flat_map(few_at)
}

fn few_at(function: FunctionView<'_>) -> Vec<Few<'_>> {
    let all = Rc::new(Colleagues::new(function));
    let is_sure = |one: &Performer<'_>| one.post.count().low() > 0 || one.post.count().is_unknown();
    let sure = all.all().iter().filter(|one| is_sure(one)).count();
    let mut found = Vec::new();
    for (one, together) in all.by_place() {
        let around = all.all_here(one);
        let Some((here, mut certainty)) = few_posts(around) else {
            continue;
        };
        let is_elsewhere = around.len() < all.all().len();
        let surely_elsewhere = around.iter().filter(|one| is_sure(one)).count() < sure;
        if here.low() == 0 || (is_elsewhere && !surely_elsewhere) {
            certainty = Certainty::Possible;
        }
        found.extend(together.iter().map(|who| Few {
            who: *who,
            all: Rc::clone(&all),
            here,
            is_elsewhere,
            certainty,
        }));
    }
    found.sort_unstable_by_key(|few| few.who.post);
    found
}

/// How many they are, where they are few; a number that is not known says nothing.
fn few_posts(performers: &[Performer<'_>]) -> Option<(Quantity, Certainty)> {
    let enough = Quantity::exact(ENOUGH);
    let mut posts = Quantity::ZERO;
    for one in performers {
        posts += one.post.count();
        // There can be very many; twice as many are enough however approximate they are.
        if posts.low() > 2 * enough.low() {
            return None;
        }
    }
    let certainty = posts.falls_short_of(enough);
    certainty
        .filter(|_| posts.high().is_some())
        .map(|certainty| (posts, certainty))
}

/// Those who perform functions of the base, and how many do at each place.
#[derive(Default)]
struct Before<'c> {
    performed: HashMap<&'c FunctionId, Colleagues<'c>, Hashed>,
    here: HashMap<(&'c FunctionId, &'c UnitId, &'c SiteId), Quantity, Hashed>,
}

impl<'c> Before<'c> {
    /// What a group was that performed the function in the base, with how many did in its unit and
    /// at its site.
    fn colleagues(
        &mut self,
        context: &PairContext<'c>,
        few: &Few<'c>,
    ) -> Vec<(StaffView<'c>, Quantity)> {
        let lineage = &context.changes.lineage;
        let mut before = Vec::new();
        for function in lineage.functions.before(few.all.function, context.base) {
            let colleagues = self.performed.entry(function.id());
            let colleagues = colleagues.or_insert_with(|| Colleagues::new(function));
            let posts = lineage.staff.before(few.who.post, context.base);
            for one in posts.filter_map(|post| colleagues.performer(post)) {
                let place = (function.id(), one.unit.id(), one.site.id());
                let here = self.here.entry(place);
                let here = here.or_insert_with(|| colleagues.posts_here(&one));
                before.push((one.post, *here));
            }
        }
        before
    }
}

/// What happened to those who were in a unit, at any depth, and at one site.
type Neighbours<'c> = HashMap<(&'c UnitId, Option<&'c SiteId>), Option<Cause>>;

/// What happened to the group, else to those who performed the function with it.
fn cause<'c>(
    context: &PairContext<'c>,
    few: &Few<'_>,
    before: &[(StaffView<'c>, Quantity)],
    neighbours: &mut Neighbours<'c>,
) -> Cause {
    let changes = before
        .iter()
        .flat_map(|(post, _)| context.changes.staff_at(*post));
    let own = changes.filter(|change| change.to.as_ref() == Some(few.who.post.id()));
    let own = own.filter_map(|change| change.cause.clone()).min();
    let colleagues = || {
        let with = before.iter().filter_map(|(post, _)| {
            let (unit, site) = (post.unit()?, post.site());
            let key = (unit.id(), site.map(SiteView::id));
            let cause = neighbours.entry(key).or_insert_with(|| {
                let with = unit.subtree().flat_map(UnitView::staff);
                let with = with.filter(|other| other.site() == site);
                cause_of(context, with.map(StaffView::id))
            });
            cause.clone()
        });
        with.min()
    };
    own.or_else(colleagues).unwrap_or_else(|| {
        let place = [few.who.unit.id().subject(), few.who.site.id().subject()];
        Cause::new(CauseKind::Itself, place)
    })
}

fn described(draft: Draft, side: Side, all: &[Few<'_>], certainty: Certainty) -> Draft {
    let each = all.iter().map(|few| few.who.post);
    let each: BTreeMap<Subject, Quantity> = each
        .map(|post| (post.id().subject(), post.count()))
        .collect();
    let here = most_first(each);
    let sum: Quantity = here.iter().map(|(_, posts)| *posts).sum();
    let functions: BTreeSet<&FunctionId> = all.iter().map(|few| few.all.function.id()).collect();
    let mut draft = draft
        .things("functions", side, functions.into_iter().map(Id::subject))
        .things(
            "units",
            side,
            all.iter().map(|few| few.who.unit.id().subject()),
        )
        .things(
            "sites",
            side,
            all.iter().map(|few| few.who.site.id().subject()),
        )
        .set("staff", Value::Amounts(side, here.clone()))
        .set("elsewhere", elsewhere(side, all))
        .part(match certainty {
            Certainty::Certain => "",
            Certainty::Possible => "possible",
        })
        .certainty(certainty)
        .posts(sum);
    for (subject, _) in here {
        draft = draft.at(side, subject, [], "label");
    }
    draft
}

/// Those who perform the functions elsewhere than all who are few.
fn elsewhere(side: Side, all: &[Few<'_>]) -> Value {
    let mut by_function: BTreeMap<&FunctionId, (&Colleagues<'_>, Range<usize>)> = BTreeMap::new();
    for few in all {
        let colleagues = &*few.all;
        let here = colleagues.here(&few.who);
        let (_, common) = by_function
            .entry(colleagues.function.id())
            .or_insert_with(|| (colleagues, here.clone()));
        *common = common.start.max(here.start)..common.end.min(here.end);
    }
    let count = match by_function.values().next() {
        Some((colleagues, here)) if by_function.len() == 1 => colleagues.all().len() - here.len(),
        _ => {
            let each = by_function.values();
            let each = each.flat_map(|(colleagues, here)| colleagues.but(here.clone()));
            each.map(StaffView::position).collect::<BTreeSet<_>>().len()
        }
    };
    let each = by_function.values().flat_map(|(colleagues, here)| {
        let elsewhere = colleagues.but(here.clone()).take(KEPT_OF_A_LIST);
        elsewhere.map(|post| (post.id().subject(), post.count()))
    });
    let each: BTreeMap<Subject, Quantity> = each.collect();
    Value::first_of(Value::Amounts(side, most_first(each)), count)
}
