//! `more-advisers`: a citizen needs more staff groups than before to get through the pathway.

use std::collections::{BTreeMap, BTreeSet};

use rokade_core::chart::{Chart, FunctionView, GroupView, StaffView};
use rokade_core::cover::fewest;
use rokade_core::finding::{Cause, Severity, Side, Value};
use rokade_core::ids::{FunctionId, Id, Kind, StaffId, Subject};
use rokade_core::quantity::{Certainty, Quantity};

use crate::citizens::groups::{OnTheWay, on_the_way, tell};
use crate::citizens::way::is_sure;
use crate::responsibility::holding::LABELLED;
use crate::rule::{Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "more-advisers",
    family: Family::Citizens,
    severity: Severity::Warning,
    certainty: RuleCertainty::Either,
    rank: Rank::Citizens,
    replaces: &[],
    follows: &[Kind::TargetGroup, Kind::Staff, Kind::Function],
    question: Question::Pair(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// What target groups are told together by: why, how surely, and all that the sentence says of
/// their advisers.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Line {
    cause: Cause,
    certainty: Certainty,
    /// How many, before and now, as far as they are known.
    counts: [(i64, Option<i64>); 2],
    before: Vec<StaffId>,
    now: Vec<StaffId>,
    new_steps: Vec<FunctionId>,
}

/// One finding for the target groups that need the same advisers for the same reason.
fn check(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let mut unknown: BTreeSet<Subject> = BTreeSet::new();
    let mut lines: BTreeMap<Line, Vec<OnTheWay<'_>>> = BTreeMap::new();
    for one in on_the_way(context) {
        let base = Advisers::of(one.before);
        let revision = Advisers::of(one.now);
        let (Some(base), Some(revision)) = (base, revision) else {
            unknown.insert(one.now.id().subject());
            continue;
        };
        let Some(grown) = revision.count().grown_from(base.count()) else {
            continue;
        };
        let exact = base.exact && revision.exact;
        let certainty = if exact { grown } else { Certainty::Possible };
        let ids = |posts: &[StaffView<'_>]| posts.iter().map(|post| post.id().clone()).collect();
        let ends = |advisers: &Advisers<'_>| (advisers.count().low(), advisers.count().high());
        let line = Line {
            cause: cause(context, one.before, &base, one.now),
            certainty,
            counts: [ends(&base), ends(&revision)],
            // Told as the charts are when nobody is left out who may be there.
            before: ids(&base.fewest),
            now: ids(told(&base, &revision)),
            new_steps: new_steps(context, &base, &revision),
        };
        lines.entry(line).or_default().push(one);
    }
    for (line, groups) in lines {
        sink.report(one_line(context, line, &groups));
    }
    if !unknown.is_empty() {
        let groups = Value::Things(Side::Revision, unknown.into_iter().collect());
        sink.not_judged("not-judged", [("groups", groups)]);
    }
}

/// The fewest staff groups that together perform a pathway for a target group.
struct Advisers<'c> {
    /// The steps, each once.
    steps: Vec<FunctionView<'c>>,
    /// With everybody who may be there.
    fewest: Vec<StaffView<'c>>,
    /// With those alone who surely are, as far as they can do without the others.
    surely: Vec<StaffView<'c>>,
    /// Whether fewer are impossible.
    exact: bool,
}

impl<'c> Advisers<'c> {
    /// `None` where the chart states no pathway, or nobody to perform a step of it.
    #[expect(
        clippy::indexing_slicing,
        reason = "what is chosen is places among these"
    )]
    fn of(group: GroupView<'c>) -> Option<Self> {
        let mut steps: Vec<FunctionView<'c>> = group.pathway().collect();
        steps.sort_unstable();
        steps.dedup();
        let mut does: BTreeMap<StaffView<'c>, Vec<usize>> = BTreeMap::new();
        for (i, step) in steps.iter().enumerate() {
            for post in step.performers() {
                let there = post.is_filled() && post.count().high() != Some(0);
                if there && post.serves_group(Some(group)) {
                    does.entry(post).or_default().push(i);
                }
            }
        }
        let (posts, all): (Vec<StaffView<'c>>, Vec<Vec<usize>>) = does.into_iter().unzip();
        let cover = fewest(steps.len(), &all).filter(|cover| !cover.chosen.is_empty())?;

        let sure: BTreeSet<usize> = posts
            .iter()
            .zip(&all)
            .filter(|(post, _)| is_sure(**post))
            .flat_map(|(_, does)| does.iter().copied())
            .collect();
        let relied_on = posts.iter().zip(&all).map(|(post, does)| {
            let does = does.iter().copied();
            does.filter(|step| is_sure(*post) || !sure.contains(step))
                .collect()
        });
        let surely = fewest(steps.len(), &relied_on.collect::<Vec<_>>())?;
        let chosen = |chosen: Vec<usize>| chosen.into_iter().map(|i| posts[i]).collect();
        Some(Advisers {
            fewest: chosen(cover.chosen),
            surely: chosen(surely.chosen),
            exact: cover.exact,
            steps,
        })
    }

    /// How many they are: at most those that are surely there.
    fn count(&self) -> Quantity {
        let hundredths = |n: usize| i64::try_from(n).map_or(i64::MAX, |n| n.saturating_mul(100));
        let (low, high) = (hundredths(self.fewest.len()), hundredths(self.surely.len()));
        Quantity::from_hundredths(low, Some(high.max(low)), false).unwrap_or(Quantity::UNKNOWN)
    }
}

/// The steps of a pathway that were not on it before, under whatever name.
fn new_steps(
    context: &PairContext<'_>,
    base: &Advisers<'_>,
    revision: &Advisers<'_>,
) -> Vec<FunctionId> {
    let was = |step: &&FunctionView<'_>| {
        let old = context.changes.lineage.functions.ancestors(step.id());
        old.iter().any(|old| base.has(old))
    };
    let new = revision.steps.iter().filter(|step| !was(step));
    new.map(|step| step.id().clone()).collect()
}

fn one_line(context: &PairContext<'_>, line: Line, groups: &[OnTheWay<'_>]) -> Draft {
    let sizes = |chart: &Chart, staff: &[StaffId]| -> Vec<(Subject, Quantity)> {
        let posts = staff.iter().filter_map(|id| chart.post(id));
        posts
            .map(|post| (post.id().subject(), post.count()))
            .collect()
    };
    let [before, now] = line.counts.map(|(low, high)| {
        Quantity::from_hundredths(low, high, false).unwrap_or(Quantity::UNKNOWN)
    });
    let draft = Draft::new(line.cause)
        .certainty(line.certainty)
        .set("advisers_before", before)
        .set("advisers", now)
        .set(
            "staff_before",
            Value::Amounts(Side::Base, sizes(context.base, &line.before)),
        )
        .set(
            "staff",
            Value::Amounts(Side::Revision, sizes(context.revision, &line.now)),
        )
        .things(
            "new_steps",
            Side::Revision,
            line.new_steps.iter().map(Id::subject),
        );
    let mut draft = tell(draft, groups);
    for post in line.now.iter().take(LABELLED) {
        draft = draft.at(Side::Revision, post.subject(), [], "label-staff");
    }
    for post in line.before.iter().take(LABELLED) {
        draft = draft.at(Side::Base, post.subject(), [], "label-staff-before");
    }
    draft
}

/// Those that make it more: without those that may not be there, where else it is no more.
fn told<'a, 'c>(base: &Advisers<'_>, revision: &'a Advisers<'c>) -> &'a [StaffView<'c>] {
    if revision.fewest.len() > base.fewest.len() {
        &revision.fewest
    } else {
        &revision.surely
    }
}

impl Advisers<'_> {
    fn has(&self, step: &FunctionId) -> bool {
        self.steps.iter().any(|own| own.id() == step)
    }
}

/// What happened to the advisers who can no longer do all they did for the group; where that
/// is nothing, such as when the pathway itself grew, the group is its own cause.
fn cause(
    context: &PairContext<'_>,
    before: GroupView<'_>,
    base: &Advisers<'_>,
    now: GroupView<'_>,
) -> Cause {
    let lineage = &context.changes.lineage;
    let still_does = |old: StaffView<'_>, new: StaffView<'_>| {
        let steps = base.steps.iter().filter(|step| old.does(**step));
        let mut now_called = steps
            .map(|step| lineage.functions.now(*step, context.revision).peekable())
            // What became of nothing needs nobody.
            .filter_map(|mut functions| functions.peek().is_some().then_some(functions));
        new.is_filled()
            && new.serves_group(Some(now))
            && now_called.all(|mut functions| functions.any(|function| new.does(function)))
    };
    let hindered = base.fewest.iter().filter(|old| {
        let mut new = lineage.staff.now(**old, context.revision);
        !new.any(|new| still_does(**old, new))
    });
    hindered
        .flat_map(|post| context.changes.staff_at(*post))
        .filter_map(|change| change.cause.clone())
        .min()
        .unwrap_or_else(|| Cause::itself(before.id().subject()))
}
