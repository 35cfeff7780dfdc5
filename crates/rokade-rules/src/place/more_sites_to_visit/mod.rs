//! `more-sites-to-visit`: a citizen must go to more sites than before to get through the pathway.

use std::collections::{BTreeMap, BTreeSet};

use rokade_core::chart::{FunctionView, GroupView, Named, SiteView, StaffView};
use rokade_core::cover::fewest;
use rokade_core::finding::{Cause, Severity, Side, Value};
use rokade_core::ids::{Id, Kind, SiteId, StaffId, Subject};
use rokade_core::quantity::{Certainty, Quantity};

use crate::citizens::groups::{OnTheWay, on_the_way, tell};
use crate::citizens::way::{between, is_sure};
use crate::responsibility::holding::LABELLED;
use crate::rule::{Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "more-sites-to-visit",
    family: Family::Place,
    severity: Severity::Warning,
    certainty: RuleCertainty::Either,
    rank: Rank::Citizens,
    replaces: &[],
    follows: &[Kind::TargetGroup, Kind::Staff, Kind::Function, Kind::Site],
    question: Question::Pair(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// A target group, and where it goes in each chart.
struct More<'c> {
    group: OnTheWay<'c>,
    was: Visits<'c>,
    is: Visits<'c>,
}

/// What target groups are told together by: why, how surely, and all that the sentence says of
/// where they go.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Line {
    cause: Cause,
    certainty: Certainty,
    /// The fewest sites, or else all of them, grew.
    all: bool,
    before: Vec<SiteId>,
    now: Vec<SiteId>,
    /// Sites of the revision where they went for nothing before, with what is only there.
    new: Vec<(SiteId, Vec<Subject>)>,
    counts: [(i64, Option<i64>); 2],
}

/// One finding for the groups that must go to the same sites for the same reason.
fn check(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let mut lines: BTreeMap<Line, Vec<More<'_>>> = BTreeMap::new();
    let mut unknown: BTreeSet<Subject> = BTreeSet::new();
    for group in on_the_way(context) {
        let was = Visits::of(group.before, &BTreeSet::new());
        let known = was.iter().flat_map(|was| was.at.keys());
        let sites = &context.changes.lineage.sites;
        let known = known.flat_map(|site| sites.now(*site, context.revision));
        let known = known.collect();
        let is = Visits::of(group.now, &known);
        let (Some(was), Some(is)) = (was, is) else {
            unknown.insert(group.now.id().subject());
            continue;
        };
        let more = More { group, was, is };
        if let Some(line) = more.line(context) {
            lines.entry(line).or_default().push(more);
        }
    }
    for (line, groups) in lines {
        sink.report(one_line(context, line, &groups));
    }
    if !unknown.is_empty() {
        let groups = Value::Things(Side::Revision, unknown.into_iter().collect());
        sink.not_judged("not-judged", [("groups", groups)]);
    }
}

/// Where a target group meets the steps of its pathway.
struct Visits<'c> {
    /// The steps, each once.
    steps: Vec<FunctionView<'c>>,
    /// Every site where a step is met, with the steps met there.
    at: BTreeMap<SiteView<'c>, BTreeSet<usize>>,
    /// The fewest sites that have every step, with everybody who may be there.
    fewest: Vec<SiteView<'c>>,
    /// With those alone who surely are, as far as they can be relied on.
    surely: Vec<SiteView<'c>>,
    /// How many sites there are in all, at least.
    least: usize,
    /// Whether fewer are impossible.
    exact: bool,
}

impl<'c> Visits<'c> {
    /// `None` where the chart states no pathway, or of a step not where it is met. Of choices
    /// equally small the one with most of the `known` sites is taken.
    #[expect(
        clippy::indexing_slicing,
        reason = "a step is named by its place, and there is a list for each site of the way"
    )]
    fn of(group: GroupView<'c>, known: &BTreeSet<SiteView<'c>>) -> Option<Self> {
        let mut steps: Vec<FunctionView<'c>> = group.pathway().collect();
        steps.sort_unstable();
        steps.dedup();
        let mut at: BTreeMap<SiteView<'c>, BTreeSet<usize>> = BTreeMap::new();
        let mut sure: BTreeMap<SiteView<'c>, BTreeSet<usize>> = BTreeMap::new();
        for (i, step) in steps.iter().enumerate() {
            for (site, post) in step.met_by(Some(group)) {
                if post.count().high() == Some(0) {
                    continue;
                }
                at.entry(site).or_default().insert(i);
                if is_sure(post) {
                    sure.entry(site).or_default().insert(i);
                }
            }
        }
        let mut sites: Vec<SiteView<'c>> = at.keys().copied().collect();
        sites.sort_by_key(|site| (!known.contains(site), *site));
        let steps_at = |site| -> Vec<usize> { at[site].iter().copied().collect() };
        let all: Vec<Vec<usize>> = sites.iter().map(steps_at).collect();
        let cover = fewest(steps.len(), &all).filter(|cover| !cover.chosen.is_empty())?;
        let somewhere: BTreeSet<usize> = sure.values().flatten().copied().collect();
        let relied_on = |site| -> Vec<usize> {
            let is_sure = |step: &usize| sure.get(site).is_some_and(|own| own.contains(step));
            let steps = at[site].iter().copied();
            steps
                .filter(|step| is_sure(step) || !somewhere.contains(step))
                .collect()
        };
        let relied_on: Vec<Vec<usize>> = sites.iter().map(relied_on).collect();
        let surely = fewest(steps.len(), &relied_on)?;
        let chosen = |chosen: Vec<usize>| chosen.into_iter().map(|i| sites[i]).collect();
        Some(Visits {
            fewest: chosen(cover.chosen),
            surely: chosen(surely.chosen),
            least: relied_on.iter().filter(|steps| !steps.is_empty()).count(),
            exact: cover.exact,
            steps,
            at,
        })
    }

    /// The fewest sites: at most those of posts that are surely there.
    fn fewest(&self) -> Quantity {
        between(self.fewest.len(), self.surely.len().max(self.fewest.len()))
    }

    /// All sites where a step is met.
    fn all(&self) -> Quantity {
        between(self.least, self.at.len())
    }
}

impl<'c> More<'c> {
    /// What to say of it; nothing where it is no more.
    fn line(&self, context: &PairContext<'c>) -> Option<Line> {
        let (was, is) = (&self.was, &self.is);
        let exact = was.exact && is.exact;
        let (all, certainty) = match is.fewest().grown_from(was.fewest()) {
            Some(certainty) if exact => (false, certainty),
            Some(_) => (false, Certainty::Possible),
            None => {
                is.all().grown_from(was.all())?;
                (true, Certainty::Possible)
            }
        };
        let (before, now) = if all {
            let all = |visits: &Visits<'c>| visits.at.keys().copied().collect();
            (all(was), all(is))
        } else if is.fewest.len() > was.fewest.len() {
            (was.fewest.clone(), is.fewest.clone())
        } else {
            // With everybody who may be there it is no more: without them it is.
            (was.fewest.clone(), is.surely.clone())
        };
        let sorted = |sites: &[SiteView<'_>]| {
            let mut sites = sites.to_vec();
            sites.sort_unstable();
            let ids = sites.iter().map(|site| site.id().clone());
            ids.collect::<Vec<SiteId>>()
        };
        let count = |visits: &Visits<'_>| {
            let count = if all { visits.all() } else { visits.fewest() };
            (count.low(), count.high())
        };
        Some(Line {
            cause: self.cause(context),
            certainty,
            all,
            before: sorted(&before),
            new: self.new_places(context, &now),
            now: sorted(&now),
            counts: [count(was), count(is)],
        })
    }

    fn was_there(&self, context: &PairContext<'_>, site: SiteView<'_>) -> bool {
        let sites = &context.changes.lineage.sites;
        let mut before = self.was.at.keys();
        before.any(|before| sites.follows(*before, site))
    }

    /// Of some sites those where they went for nothing before, with the steps that are met at
    /// none of the others.
    #[expect(
        clippy::indexing_slicing,
        reason = "a step is named by its place, and there is a list for each site of the way"
    )]
    fn new_places(
        &self,
        context: &PairContext<'_>,
        now: &[SiteView<'c>],
    ) -> Vec<(SiteId, Vec<Subject>)> {
        let mut new: Vec<(SiteId, Vec<Subject>)> = Vec::new();
        for site in now {
            if self.was_there(context, *site) {
                continue;
            }
            let elsewhere = now.iter().filter(|other| *other != site);
            let elsewhere: BTreeSet<usize> = elsewhere
                .flat_map(|other| self.is.at[other].iter().copied())
                .collect();
            let only = self.is.at[site].difference(&elsewhere);
            let steps = only.map(|&step| self.is.steps[step].id().subject());
            new.push((site.id().clone(), steps.collect()));
        }
        new.sort();
        new
    }

    /// What happened to those who met the group where it can no longer meet a step; where that
    /// is nothing, such as when the pathway itself grew, the group is its own cause.
    #[expect(
        clippy::indexing_slicing,
        reason = "a step is named by its place, and there is a list for each site of the way"
    )]
    fn cause(&self, context: &PairContext<'_>) -> Cause {
        let lineage = &context.changes.lineage;
        let still = |step: FunctionView<'_>, site: &SiteId| {
            let now = lineage.functions.descendants(step.id());
            let met = context.sites_now(site);
            let met = met.filter_map(|site| self.is.at.get(&site)).flatten();
            let mut met = met.map(|&step| self.is.steps[step].id());
            met.any(|step| now.contains(step))
        };
        let mut left: BTreeSet<&StaffId> = BTreeSet::new();
        let mut steps: BTreeSet<usize> = BTreeSet::new();
        for (i, step) in self.was.steps.iter().enumerate() {
            for (site, post) in step.met_by(Some(self.group.before)) {
                if self.was.fewest.contains(&site) && !still(*step, site.id()) {
                    left.insert(post.id());
                    steps.insert(i);
                }
            }
        }
        let of_staff = left
            .into_iter()
            .flat_map(|post| context.changes.staff_of(post))
            .filter_map(|change| change.cause.clone())
            .min();
        let of_function = || {
            let own = steps.iter().filter_map(|&step| {
                let step = self.was.steps[step].id();
                context.changes.function(step)
            });
            own.filter_map(|change| change.cause.clone()).min()
        };
        of_staff
            .or_else(of_function)
            .unwrap_or_else(|| Cause::itself(self.group.before.id().subject()))
    }
}

#[expect(
    clippy::indexing_slicing,
    reason = "a step is named by its place, and there is a list for each site of the way"
)]
fn one_line(context: &PairContext<'_>, line: Line, groups: &[More<'_>]) -> Draft {
    let name = |site: &SiteId| {
        let site = context.revision.site(site);
        site.map_or_else(String::new, |site| site.name().to_owned())
    };
    let new: Vec<String> = line
        .new
        .iter()
        .map(|(site, steps)| {
            let steps = steps.iter().filter_map(|step| {
                let mut own = groups[0].is.steps.iter();
                own.find(|one| one.id().subject() == *step)
            });
            let steps: Vec<&str> = steps.map(Named::name).collect();
            if steps.is_empty() {
                name(site)
            } else {
                format!("{} ({})", name(site), steps.join(", "))
            }
        })
        .collect();
    let count = |(low, high): (i64, Option<i64>)| {
        Quantity::from_hundredths(low, high, false).unwrap_or(Quantity::UNKNOWN)
    };
    let draft = Draft::new(line.cause)
        .certainty(line.certainty)
        .word("counted", if line.all { "all" } else { "fewest" })
        .set("sites_to_visit_before", count(line.counts[0]))
        .set("sites_to_visit", count(line.counts[1]))
        .set("sites_to_visit_most", most(count(line.counts[1])))
        .things(
            "sites_before",
            Side::Base,
            line.before.iter().map(Id::subject),
        )
        .things("sites", Side::Revision, line.now.iter().map(Id::subject))
        .set("new_places", Value::Names(new));
    let told: Vec<OnTheWay<'_>> = groups.iter().map(|one| one.group).collect();
    label_staff(tell(draft, &told), &line.new, groups)
}

/// The most that it can be.
fn most(count: Quantity) -> Quantity {
    let high = count.high();
    let most = high.and_then(|high| Quantity::from_hundredths(high, Some(high), false));
    most.unwrap_or(count)
}

/// Points at those whom the citizens have to go to a new site for.
fn label_staff(mut draft: Draft, new: &[(SiteId, Vec<Subject>)], groups: &[More<'_>]) -> Draft {
    let mut staff: BTreeMap<&StaffId, (StaffView<'_>, SiteView<'_>)> = BTreeMap::new();
    for one in groups {
        for step in &one.is.steps {
            for (site, post) in step.met_by(Some(one.group.now)) {
                if new.iter().any(|(new, _)| new == site.id()) {
                    staff.insert(post.id(), (post, site));
                }
            }
        }
    }
    for (post, site) in staff.into_values().take(LABELLED) {
        draft = draft
            .at(
                Side::Revision,
                post.subject(),
                ["site".into()],
                "label-staff",
            )
            .label_set("site", Value::Thing(Side::Revision, site.subject()));
    }
    draft
}
