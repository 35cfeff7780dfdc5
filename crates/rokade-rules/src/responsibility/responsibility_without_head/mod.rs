//! `responsibility-without-head`: the responsible unit has a vacant head, and so have all above
//! it.

use std::collections::{BTreeMap, BTreeSet};

use rokade_core::chart::{FunctionView, HeadState, ParentState, StaffView, UnitView};
use rokade_core::finding::{Cause, CauseKind, Member, Severity, Side};
use rokade_core::ids::{Id, Subject, TargetGroupId, UnitId};
use rokade_core::quantity::{Certainty, Quantity};

use crate::responsibility::holding::{
    LABELLED, Posts, citizens, on_whose_way, performed_by, with_citizens,
};
use crate::rule::{ChartContext, Draft, Family, Question, Rank, Rule, RuleCertainty, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "responsibility-without-head",
    family: Family::Responsibility,
    severity: Severity::Error,
    certainty: RuleCertainty::Either,
    rank: Rank::Functions,
    replaces: &[],
    follows: &[],
    question: Question::Chart(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// The part of a function for which it is only possible.
const POSSIBLE: &str = "possible";

/// A line without anybody to lead it.
struct Headless<'c> {
    /// The units in it whose head is vacant, the topmost last.
    vacant: Vec<UnitView<'c>>,
    /// Where it is not decided what stands above, somebody may lead it.
    certainty: Certainty,
}

/// By the topmost units whose head is vacant, and whether that is only possible.
type Lines<'c> = BTreeMap<(Vec<Subject>, bool), Vec<(Unled<'c>, Member)>>;

/// A function with the units that have it and are led by nobody.
struct Unled<'c> {
    function: FunctionView<'c>,
    units: Vec<(UnitView<'c>, Headless<'c>)>,
}

/// One finding the topmost units whose head is vacant: what is certain apart from what is only
/// possible.
fn check(context: &ChartContext<'_>, sink: &mut Sink<'_>) {
    let mut lines = Lines::new();
    for function in context.chart.functions_by_id() {
        let holders = function.holders().into_iter();
        let ours = holders.filter(|unit| !unit.is_external());
        let units: Vec<_> = ours
            .filter_map(|unit| headless(unit).map(|line| (unit, line)))
            .collect();
        let subject = function.id().subject();
        let all = units.len();
        let (certain, possible): (Vec<_>, Vec<_>) = units
            .into_iter()
            .partition(|(_, line)| line.certainty == Certainty::Certain);
        // What was certain is no news when it is possible.
        let known = [(certain.len(), certain, ""), (all, possible, POSSIBLE)];
        for (amount, units, part) in known.into_iter().filter(|(amount, ..)| *amount > 0) {
            let member = sink.member(subject.clone(), part, Quantity::exact(amount as u32));
            if let Some(member) = member.filter(|_| !units.is_empty()) {
                let tops = units.iter().filter_map(|(_, line)| line.vacant.last());
                let tops: BTreeSet<&UnitId> = tops.map(|unit| unit.id()).collect();
                let tops = tops.into_iter().map(Id::subject).collect();
                let unled = Unled { function, units };
                let key = (tops, part == POSSIBLE);
                lines.entry(key).or_default().push((unled, member));
            }
        }
    }
    for ((tops, possible), unled) in lines {
        let draft = one_line(context, sink.side(), tops, unled);
        sink.report(if possible {
            draft.part(POSSIBLE).certainty(Certainty::Possible)
        } else {
            draft
        });
    }
}

/// The line of a unit in which somebody should lead and nobody does. Nothing where one leads,
/// where the chart does not say, or where no unit of it is to have a head.
fn headless(unit: UnitView<'_>) -> Option<Headless<'_>> {
    let mut vacant = Vec::new();
    let mut top = unit;
    for unit in unit.line() {
        match unit.head() {
            HeadState::Post(_) | HeadState::NotStated => return None,
            HeadState::Vacant | HeadState::Unfilled(_) => vacant.push(unit),
            HeadState::None => {}
        }
        top = unit;
    }
    let certainty = match top.parent_state() {
        ParentState::Root => Certainty::Certain,
        ParentState::Undecided | ParentState::Ended => Certainty::Possible,
        // That the parent cannot be found is a fault of its own.
        ParentState::Unknown | ParentState::Unit(_) => return None,
    };
    (!vacant.is_empty()).then_some(Headless { vacant, certainty })
}

fn one_line(
    context: &ChartContext<'_>,
    side: Side,
    tops: Vec<Subject>,
    unled: Vec<(Unled<'_>, Member)>,
) -> Draft {
    let lines = || unled.iter().flat_map(|(one, _)| &one.units);
    let units = lines().map(|(unit, _)| unit.id().subject());
    let vacant: BTreeMap<&UnitId, UnitView<'_>> = lines()
        .flat_map(|(_, line)| &line.vacant)
        .map(|unit| (unit.id(), *unit))
        .collect();
    let citizens = affected(context, &unled);
    let functions = unled.iter().map(|(one, _)| one.function.id().subject());
    let mut draft = Draft::new(Cause::new(CauseKind::Itself, tops))
        .things("functions", side, functions)
        .things("units", side, units)
        .things("vacant", side, vacant.keys().map(|id| id.subject()));
    let mut posts = Posts::new();
    for (i, (one, member)) in unled.into_iter().enumerate() {
        let under = |post: &StaffView<'_>| {
            let unit = post.unit();
            unit.is_some_and(|unit| one.units.iter().any(|(holder, _)| unit.is_within(*holder)))
        };
        let performers = one.function.performers().filter(under);
        posts.extend(performers.map(|post| (post.id().subject(), post.count())));
        draft = draft.member(member);
        if i < LABELLED {
            let subject = one.function.id().subject();
            draft = draft.at(side, subject, ["responsible".into()], "label");
        }
    }
    for id in vacant.keys().take(LABELLED) {
        draft = draft.at(side, id.subject(), ["head".into()], "label-head");
    }
    with_citizens(performed_by(draft, side, posts), citizens)
}

/// The citizens whom these units have the functions for; where that is anyone, those on whose
/// way they are.
fn affected(context: &ChartContext<'_>, unled: &[(Unled<'_>, Member)]) -> Option<Quantity> {
    let mut groups: BTreeSet<&TargetGroupId> = BTreeSet::new();
    let mut for_anyone: Vec<FunctionView<'_>> = Vec::new();
    for (one, _) in unled {
        for cell in one.function.cells() {
            let holder = cell.holder.unit();
            if !one.units.iter().any(|(unit, _)| Some(*unit) == holder) {
                continue;
            }
            match cell.group {
                Some(group) => {
                    groups.insert(group.id());
                }
                None => for_anyone.push(one.function),
            }
        }
    }
    groups.extend(on_whose_way(context.chart, &for_anyone));
    citizens(context.chart, groups.into_iter())
}
