//! `more-advisers`: a citizen needs more staff groups than before to get through the pathway.

use std::collections::{BTreeMap, BTreeSet};

use rokade_core::chart::{Chart, FunctionView, GroupView, StaffView};
use rokade_core::cover::fewest;
use rokade_core::finding::{Cause, Severity, Side, Value};
use rokade_core::ids::{FunctionId, Id, Kind, StaffId, Subject};
use rokade_core::quantity::{Certainty, Quantity};

use crate::rule::{Draft, Family, PairContext, Question, Rank, Rule, Sink, member, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "more-advisers",
    family: Family::Citizens,
    severity: Severity::Warning,
    rank: Rank::Citizens,
    replaces: &[],
    follows: &[Kind::TargetGroup, Kind::Staff, Kind::Function],
    question: Question::Pair(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// How many staff groups of each side are pointed at in the files.
const LABELLED: usize = 8;

fn check(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let mut unknown: BTreeSet<Subject> = BTreeSet::new();
    let mut groups: Vec<GroupView<'_>> = context.base.groups().collect();
    groups.sort_by_key(|group| group.id());
    for before in groups {
        for id in context.changes.lineage.groups.descendants(before.id()) {
            let Some(now) = context.revision.group(id) else {
                continue;
            };
            if before.pathway().len() == 0 && now.pathway().len() == 0 {
                continue;
            }
            let base = Advisers::of(context.base, before);
            let revision = Advisers::of(context.revision, now);
            let (Some(base), Some(revision)) = (base, revision) else {
                unknown.insert(now.id().subject());
                continue;
            };
            let Some(grown) = revision.count().grown_from(base.count()) else {
                continue;
            };
            let exact = base.exact && revision.exact;
            let certainty = if exact { grown } else { Certainty::Possible };
            sink.report(one_group(
                context,
                (before, &base),
                (now, &revision),
                certainty,
            ));
        }
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

/// Whether posts are sure to be there: somebody has placed them, and they are not perhaps none.
///
/// That a number is unknown says nothing against the group that is stated.
fn is_sure(post: StaffView<'_>) -> bool {
    let count = post.count();
    post.unit().is_some() && (count.low() > 0 || count.is_unknown())
}

impl<'c> Advisers<'c> {
    /// `None` where the chart states no pathway, or nobody to perform a step of it.
    fn of(chart: &'c Chart, group: GroupView<'c>) -> Option<Self> {
        let mut steps: Vec<FunctionView<'c>> = group.pathway().collect();
        steps.sort_by_key(|step| step.id());
        steps.dedup();
        let mut does: BTreeMap<&StaffId, Vec<usize>> = BTreeMap::new();
        for (i, step) in steps.iter().enumerate() {
            for post in step.performers() {
                let there = post.is_filled() && post.count().high() != Some(0);
                if there && post.serves_group(Some(group)) {
                    does.entry(post.id()).or_default().push(i);
                }
            }
        }
        let posts: Vec<StaffView<'c>> = does.keys().filter_map(|id| chart.post(id)).collect();
        let all: Vec<Vec<usize>> = does.into_values().collect();
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

fn one_group(
    context: &PairContext<'_>,
    (before, base): (GroupView<'_>, &Advisers<'_>),
    (now, revision): (GroupView<'_>, &Advisers<'_>),
    certainty: Certainty,
) -> Draft {
    let lineage = &context.changes.lineage;
    // Where groups were merged or divided, the citizens in question are those of the smaller.
    let citizens = if lineage.groups.ancestors(now.id()).len() > 1 {
        before.citizens()
    } else {
        now.citizens().or(before.citizens())
    };
    let divided = lineage.groups.descendants(before.id()).len() > 1;
    let part = if divided {
        format!("{}>{}", before.id(), now.id())
    } else {
        before.id().to_string()
    };
    let was = |step: &FunctionView<'_>| {
        lineage
            .functions
            .ancestors(step.id())
            .iter()
            .any(|old| base.has(old))
    };
    let new_steps = revision
        .steps
        .iter()
        .filter(|step| !was(step))
        .map(|step| step.id().subject());
    // Told as the charts are when nobody is left out who may be there.
    let (staff_before, staff) = (&base.fewest, told(base, revision, certainty));
    let mut draft = Draft::new(cause(context, before, base, now))
        .part(part)
        .certainty(certainty)
        .thing("group", Side::Revision, now.id().subject())
        .set("advisers_before", base.count())
        .set("advisers", revision.count())
        .set(
            "staff_before",
            Value::Amounts(Side::Base, sizes(staff_before)),
        )
        .set("staff", Value::Amounts(Side::Revision, sizes(staff)))
        .things("new_steps", Side::Revision, new_steps)
        .word(
            "citizens_are",
            if citizens.is_some() {
                "known"
            } else {
                "unknown"
            },
        )
        .set("citizens_in_group", citizens.unwrap_or(Quantity::UNKNOWN))
        .at(
            Side::Revision,
            now.id().subject(),
            ["pathway".into()],
            "label-revision",
        )
        .at(
            Side::Base,
            before.id().subject(),
            ["pathway".into()],
            "label-base",
        );
    for post in staff.iter().take(LABELLED) {
        draft = draft.at(Side::Revision, post.id().subject(), [], "label-staff");
    }
    for post in staff_before.iter().take(LABELLED) {
        draft = draft.at(Side::Base, post.id().subject(), [], "label-staff-before");
    }
    let amount = citizens.unwrap_or(Quantity::UNKNOWN);
    let mut of_base = member(Side::Base, before.id().subject(), amount);
    if divided {
        of_base.part = now.id().to_string();
    }
    draft = draft.member(of_base);
    match citizens {
        Some(citizens) => draft.citizens(citizens),
        None => draft,
    }
}

/// Those that make it more: without those that may not be there, where else it is no more.
fn told<'a, 'c>(
    base: &Advisers<'_>,
    revision: &'a Advisers<'c>,
    certainty: Certainty,
) -> &'a [StaffView<'c>] {
    let grown = revision.fewest.len() > base.fewest.len();
    if certainty == Certainty::Certain || grown {
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

fn sizes(posts: &[StaffView<'_>]) -> Vec<(Subject, Quantity)> {
    posts
        .iter()
        .map(|post| (post.id().subject(), post.count()))
        .collect()
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
            .map(|step| lineage.functions.descendants(step.id()))
            // What became of nothing needs nobody.
            .filter(|ids| !ids.is_empty());
        let does = |id: &FunctionId| context.revision.function(id).is_some_and(|f| new.does(f));
        new.is_filled() && new.serves_group(Some(now)) && now_called.all(|ids| ids.iter().any(does))
    };
    let hindered = base.fewest.iter().filter(|old| {
        let new = lineage.staff.descendants(old.id()).iter();
        !new.filter_map(|id| context.revision.post(id))
            .any(|new| still_does(**old, new))
    });
    hindered
        .flat_map(|post| context.changes.staff_of(post.id()))
        .filter_map(|change| change.cause.clone())
        .min()
        .unwrap_or_else(|| Cause::itself(before.id().subject()))
}
