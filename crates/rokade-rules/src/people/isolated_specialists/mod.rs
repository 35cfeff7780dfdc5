//! `isolated-specialists`: few posts that are alone with a task in their unit and at their site.

mod colleagues;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rokade_core::chart::{Chart, FunctionView, SiteView, StaffView, UnitView};
use rokade_core::entry::FunctionKind;
use rokade_core::finding::{Cause, CauseKind, Member, Severity, Side, Value};
use rokade_core::ids::{FunctionId, Id, Kind, SiteId, StaffId, Subject, UnitId};
use rokade_core::quantity::{Certainty, Quantity};

use self::colleagues::Colleagues;
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
    post: StaffView<'c>,
    unit: UnitView<'c>,
    site: SiteView<'c>,
    function: FunctionView<'c>,
    /// How many perform it there, this group among them.
    here: Quantity,
    /// Those who perform it elsewhere.
    elsewhere: Vec<StaffView<'c>>,
    certainty: Certainty,
}

/// Members with what is said of them.
type Found<'c> = (Vec<Member>, Vec<Few<'c>>);

/// Those who became few, with what they were in the base.
type BecameFew<'c> = (Vec<Few<'c>>, BTreeSet<&'c StaffId>);

fn chart(context: &ChartContext<'_>, sink: &mut Sink<'_>) {
    let mut by_place: BTreeMap<(Subject, Subject, Certainty), Found<'_>> = BTreeMap::new();
    for few in few(context.chart) {
        // In the base those too are noted who are few without others elsewhere: that there are
        // others now does not make them fewer.
        if few.elsewhere.is_empty() && sink.side() == Side::Revision {
            continue;
        }
        let Some(member) = sink.member(few.post.id().subject(), "", Quantity::ONE) else {
            continue;
        };
        let (unit, site) = (few.unit.id().subject(), few.site.id().subject());
        let (members, all) = by_place.entry((unit, site, few.certainty)).or_default();
        members.push(member);
        all.push(few);
    }
    let side = sink.side();
    for ((unit, site, certainty), (members, all)) in by_place {
        let draft = Draft::new(Cause::new(CauseKind::Itself, [unit, site])).members(members);
        sink.report(described(draft, side, &all, certainty));
    }
}

/// One finding a cause: who became so few, and were not.
fn pair(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let mut by_cause: BTreeMap<(Cause, Certainty), BecameFew<'_>> = BTreeMap::new();
    let mut performed = Performed::new();
    let mut neighbours = Neighbours::new();
    for few in few(context.revision) {
        if few.elsewhere.is_empty() {
            continue;
        }
        let before = colleagues_before(context, &few, &mut performed);
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
            .map(|few| member(Side::Revision, few.post.id().subject(), Quantity::ONE));
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
fn few(chart: &Chart) -> Vec<Few<'_>> {
    let functions = chart.functions_by_id();
    let citizen = functions.filter(|one| one.entry().kind == Some(FunctionKind::Citizen));
    citizen.flat_map(few_at).collect()
}

fn few_at(function: FunctionView<'_>) -> Vec<Few<'_>> {
    let colleagues = Colleagues::new(function);
    let mut found = Vec::new();
    for performer in &colleagues.performers {
        let here = colleagues.here(performer);
        let short = here.falls_short_of(Quantity::exact(ENOUGH));
        // A number that is not known says nothing.
        let Some(mut certainty) = short.filter(|_| here.high().is_some()) else {
            continue;
        };
        let &(post, unit, site) = performer;
        let others = colleagues.performers.iter();
        let others = others.filter(|other| !other.1.is_within(unit) || other.2 != site);
        let others: Vec<StaffView<'_>> = others.map(|(post, ..)| *post).collect();
        let surely = |post: &StaffView<'_>| post.count().low() > 0 || post.count().is_unknown();
        if here.low() == 0 || !(others.is_empty() || others.iter().any(surely)) {
            certainty = Certainty::Possible;
        }
        found.push(Few {
            post,
            unit,
            site,
            function,
            here,
            elsewhere: others,
            certainty,
        });
    }
    found
}

/// Those who perform functions of the base.
type Performed<'c> = HashMap<&'c FunctionId, Colleagues<'c>>;

/// What a group was that performed the function in the base, with how many did in its unit and
/// at its site.
fn colleagues_before<'c>(
    context: &PairContext<'c>,
    few: &Few<'_>,
    performed: &mut Performed<'c>,
) -> Vec<(StaffView<'c>, Quantity)> {
    let lineage = &context.changes.lineage;
    let mut before = Vec::new();
    for function in lineage.functions.ancestors(few.function.id()) {
        let Some(function) = context.base.function(function) else {
            continue;
        };
        let colleagues = performed.entry(function.id());
        let colleagues = colleagues.or_insert_with(|| Colleagues::new(function));
        let ancestors = lineage.staff.ancestors(few.post.id()).iter();
        let performers = ancestors.filter_map(|id| colleagues.get(id));
        before.extend(performers.map(|one| (one.0, colleagues.here(one))));
    }
    before
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
    let own = changes.filter(|change| change.to.as_ref() == Some(few.post.id()));
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
        let place = [few.unit.id().subject(), few.site.id().subject()];
        Cause::new(CauseKind::Itself, place)
    })
}

fn described(draft: Draft, side: Side, all: &[Few<'_>], certainty: Certainty) -> Draft {
    let posts = |views: &mut dyn Iterator<Item = StaffView<'_>>| -> Vec<(Subject, Quantity)> {
        let each: BTreeMap<Subject, Quantity> = views
            .map(|post| (post.id().subject(), post.count()))
            .collect();
        most_first(each)
    };
    let here = posts(&mut all.iter().map(|few| few.post));
    let elsewhere = posts(&mut all.iter().flat_map(|few| few.elsewhere.iter().copied()));
    let sum: Quantity = here.iter().map(|(_, posts)| *posts).sum();
    let functions: BTreeSet<&FunctionId> = all.iter().map(|few| few.function.id()).collect();
    let mut draft = draft
        .things("functions", side, functions.into_iter().map(Id::subject))
        .things("units", side, all.iter().map(|few| few.unit.id().subject()))
        .things("sites", side, all.iter().map(|few| few.site.id().subject()))
        .set("staff", Value::Amounts(side, here.clone()))
        .set("elsewhere", Value::Amounts(side, elsewhere))
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
