//! `responsibility-without-staff`: nobody performs a function under the unit that is responsible
//! for it.

mod performing;

use std::collections::{BTreeMap, BTreeSet};

use rokade_change::Scope;
use rokade_core::chart::{Cell, FunctionView, GroupView, Placement, SiteView, StaffView, UnitView};
use rokade_core::entry::FunctionKind;
use rokade_core::finding::{Cause, CauseKind, Member, Severity, Side, Value};
use rokade_core::ids::{Id, SiteId, StaffId, Subject, TargetGroupId, UnitId};
use rokade_core::quantity::{Certainty, Quantity};

use self::performing::{Performing, Said};
use crate::responsibility::holding::{
    LABELLED, Posts, citizens, is_there, on_whose_way, performed_by, scoped, with_citizens,
};
use crate::rule::{ChartContext, Draft, Family, Question, Rank, Rule, RuleCertainty, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "responsibility-without-staff",
    family: Family::Responsibility,
    severity: Severity::Warning,
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

/// A responsibility under which nobody performs the function.
struct Gap<'c> {
    unit: UnitView<'c>,
    scope: Scope,
    certainty: Certainty,
    /// The entry of `responsible`.
    entry: usize,
    /// Groups of posts that perform it, and in which perhaps nobody is.
    perhaps: Vec<StaffView<'c>>,
}

/// By the units under which nobody performs it, and whether that is only possible.
type Lines<'c> = BTreeMap<(Vec<Subject>, bool), Vec<(Bare<'c>, Member)>>;

/// A function with its gaps.
struct Bare<'c> {
    function: FunctionView<'c>,
    gaps: Vec<Gap<'c>>,
}

/// What the chart says of those who perform a responsibility.
enum Answer<'c> {
    /// Somebody does.
    Performed,
    /// Nobody does, as surely as this, but perhaps those in these posts.
    Nobody(Certainty, Vec<StaffView<'c>>),
    /// It does not say.
    NotStated,
}

/// One finding the same units: what is certain apart from what is only possible.
fn check(context: &ChartContext<'_>, sink: &mut Sink<'_>) {
    let mut lines = Lines::new();
    let mut unknown: BTreeSet<Subject> = BTreeSet::new();
    let said = Said::new(context.chart);
    for function in context.chart.functions_by_id() {
        let subject = function.id().subject();
        if context.is_faulty(&subject) {
            continue;
        }
        let mut gaps = Vec::new();
        let is_citizens = function.entry().kind == Some(FunctionKind::Citizen);
        if is_citizens && !of_cells(function, &said, &mut gaps) {
            unknown.insert(subject.clone());
        }
        of_needs(context, function, &said, &mut gaps);
        let all = gaps.len();
        let (certain, possible): (Vec<Gap<'_>>, Vec<Gap<'_>>) = gaps
            .into_iter()
            .partition(|gap| gap.certainty == Certainty::Certain);
        // What was certain is no news when it is possible.
        let known = [(certain.len(), certain, ""), (all, possible, POSSIBLE)];
        for (amount, gaps, part) in known.into_iter().filter(|(amount, ..)| *amount > 0) {
            let member = sink.member(subject.clone(), part, Quantity::exact(amount as u32));
            if let Some(member) = member.filter(|_| !gaps.is_empty()) {
                let units: BTreeSet<&UnitId> = gaps.iter().map(|gap| gap.unit.id()).collect();
                let units = units.into_iter().map(Id::subject).collect();
                let bare = Bare { function, gaps };
                let key = (units, part == POSSIBLE);
                lines.entry(key).or_default().push((bare, member));
            }
        }
    }
    for ((units, possible), bare) in lines {
        let draft = one_line(context, sink.side(), units, bare);
        sink.report(if possible {
            draft.part(POSSIBLE).certainty(Certainty::Possible)
        } else {
            draft
        });
    }
    if !unknown.is_empty() {
        let functions = Value::Things(sink.side(), unknown.into_iter().collect());
        sink.not_judged("not-judged", [("functions", functions)]);
    }
}

/// The responsibilities of units of ours, each asked for its own scope. False where the chart
/// does not say who performs one of them.
fn of_cells<'c>(function: FunctionView<'c>, said: &Said<'c>, gaps: &mut Vec<Gap<'c>>) -> bool {
    let performing = Performing::new(function);
    let mut stated = true;
    for cell in function.cells() {
        let Some(unit) = cell.holder.unit().filter(|unit| !unit.is_external()) else {
            continue;
        };
        match answer(function, (unit, None), performing.of(cell), said) {
            Answer::Performed => {}
            Answer::NotStated => stated = false,
            Answer::Nobody(certainty, perhaps) => gaps.push(Gap {
                unit,
                scope: Scope {
                    site: cell.site.map(|site| site.id().clone()),
                    group: cell.group.map(|group| group.id().clone()),
                },
                certainty,
                entry: cell.entry,
                perhaps,
            }),
        }
    }
    // The same unit, once for all sites or groups where it lacks staff for all of them.
    gaps.sort_by_cached_key(|gap| {
        let written = groups_of(function, gap.entry);
        (gap.unit.id(), gap.scope.clone(), written)
    });
    gaps.dedup_by(|b, a| (a.unit, &a.scope) == (b.unit, &b.scope));
    stated
}

/// The sites at which it is needed, as far as some unit of ours is responsible there.
fn of_needs<'c>(
    context: &ChartContext<'c>,
    function: FunctionView<'c>,
    said: &Said<'c>,
    gaps: &mut Vec<Gap<'c>>,
) {
    let stated = function.entry().needed_at.iter();
    let stated = stated.filter_map(|id| context.chart.site(id));
    let mut sites: Vec<SiteView<'c>> = stated.chain(function.needed_by_at()).collect();
    sites.sort_unstable();
    sites.dedup();
    if sites.is_empty() {
        return;
    }
    let groups = named_groups(function);
    // Where nobody performs it at all, one place more says nothing.
    let for_anyone = gaps.iter().map(|gap| &gap.scope);
    let for_anyone = for_anyone.filter(|scope| scope.group.is_none());
    let told: BTreeSet<Option<SiteId>> = for_anyone.map(|scope| scope.site.clone()).collect();
    sites.retain(|site| !told.contains(&None) && !told.contains(&Some(site.id().clone())));
    let mut met: BTreeMap<SiteView<'c>, Vec<StaffView<'c>>> = BTreeMap::new();
    for (site, post) in function.met_by(None) {
        met.entry(site).or_default().push(post);
    }
    for site in sites {
        let cells: Vec<Cell<'c>> = groups
            .iter()
            .flat_map(|group| function.responsible_for(Some(site), *group))
            .collect();
        let holders = || cells.iter().filter_map(|cell| cell.holder.unit());
        // The first unit, by the widest of what it has there: in no order of the file.
        let scope = |cell: &Cell<'c>| (cell.site, cell.group);
        let Some((unit, _, entry)) = cells
            .iter()
            .filter_map(|cell| Some((cell.holder.unit()?, scope(cell), cell.entry)))
            .min_by_key(|(unit, scope, entry)| {
                let written = groups_of(function, *entry);
                (*unit, *scope, written)
            })
        else {
            continue;
        };
        if holders().any(UnitView::is_external) {
            continue;
        }
        let there = met.get(&site).map_or(&[][..], Vec::as_slice);
        let mut worst: Option<(Certainty, Vec<StaffView<'c>>)> = None;
        let mut is_told = true;
        for unit in holders() {
            match answer(function, (unit, Some(site)), there, said) {
                Answer::Performed | Answer::NotStated => is_told = false,
                Answer::Nobody(certainty, perhaps) => {
                    let (least, all) = worst.get_or_insert((certainty, Vec::new()));
                    *least = certainty.min(*least);
                    all.extend(perhaps);
                }
            }
        }
        if let Some((certainty, perhaps)) = worst.filter(|_| is_told) {
            gaps.push(Gap {
                unit,
                scope: Scope {
                    site: Some(site.id().clone()),
                    group: None,
                },
                certainty,
                entry,
                perhaps,
            });
        }
    }
}

/// The target groups of an entry of `responsible`: of two that say the same, it is no matter of
/// their order which is told.
fn groups_of(function: FunctionView<'_>, entry: usize) -> Vec<&TargetGroupId> {
    let entries = function.entry().responsible.as_ref();
    let entry = entries.and_then(|entries| entries.0.get(entry));
    let mut groups: Vec<&TargetGroupId> = entry.iter().flat_map(|one| &one.groups).collect();
    groups.sort();
    groups
}

/// The target groups that responsibilities name, in their order, and all others.
fn named_groups(function: FunctionView<'_>) -> Vec<Option<GroupView<'_>>> {
    let mut seen = BTreeSet::new();
    let groups = function.cells().map(|cell| cell.group).chain([None]);
    let new = groups.filter(|group| seen.insert(*group));
    new.collect()
}

/// Whether any of those who perform it there are under a unit, at a site or anywhere.
fn answer<'c>(
    function: FunctionView<'c>,
    (unit, site): (UnitView<'c>, Option<SiteView<'c>>),
    performing: &[StaffView<'c>],
    said: &Said<'c>,
) -> Answer<'c> {
    // Nobody has placed them yet: nothing says that they will not be there.
    let is_under = |post: &StaffView<'_>| match post.placement() {
        Placement::Unit(own) => own.is_within(unit),
        Placement::Undecided => true,
        _ => false,
    };
    let there = || performing.iter().copied().filter(is_under);
    if there().any(|post| is_there(post) == Some(Certainty::Certain)) {
        return Answer::Performed;
    }
    let perhaps: Vec<_> = there().filter(|post| is_there(*post).is_some()).collect();
    if !perhaps.is_empty() {
        return Answer::Nobody(Certainty::Possible, perhaps);
    }
    let nobody = |certainty| Answer::Nobody(certainty, Vec::new());
    match (said.says(unit), said.is_silent(unit, site)) {
        (true, false) => nobody(Certainty::Certain),
        (true, true) => nobody(Certainty::Possible),
        (false, false) if function.performers_are_stated() => nobody(Certainty::Certain),
        (false, _) => Answer::NotStated,
    }
}

fn one_line(
    context: &ChartContext<'_>,
    side: Side,
    units: Vec<Subject>,
    bare: Vec<(Bare<'_>, Member)>,
) -> Draft {
    let scopes: Vec<Vec<Scope>> = bare
        .iter()
        .map(|(one, _)| one.gaps.iter().map(|gap| gap.scope.clone()).collect())
        .collect();
    let citizens = affected(context, &bare);
    let functions: Vec<FunctionView<'_>> = bare.iter().map(|(one, _)| one.function).collect();
    let draft = Draft::new(Cause::new(CauseKind::Itself, units.iter().cloned()))
        .things(
            "functions",
            side,
            functions.iter().map(|function| function.id().subject()),
        )
        .things("units", side, units);
    let mut draft = scoped(draft, side, &scopes);
    let (mut elsewhere, mut perhaps, mut unfilled) = (Posts::new(), Posts::new(), Posts::new());
    let is_possible = |gap: &Gap<'_>| gap.certainty == Certainty::Possible;
    let possible = bare.iter().any(|(one, _)| one.gaps.iter().any(is_possible));
    for (i, (one, member)) in bare.into_iter().enumerate() {
        let in_doubt = one.gaps.iter().flat_map(|gap| &gap.perhaps);
        let in_doubt: BTreeSet<&StaffId> = in_doubt.map(|post| post.id()).collect();
        for post in one.function.performers() {
            let under = |gap: &Gap<'_>| post.unit().is_some_and(|unit| unit.is_within(gap.unit));
            let posts = if in_doubt.contains(post.id()) {
                &mut perhaps
            } else if post.is_filled() {
                &mut elsewhere
            } else if one.gaps.iter().any(under) {
                &mut unfilled
            } else {
                continue;
            };
            posts.insert(post.id().subject(), post.count());
        }
        draft = draft.member(member);
        if i < LABELLED {
            let subject = one.function.id().subject();
            let entries: BTreeSet<usize> = one.gaps.iter().map(|gap| gap.entry).collect();
            for entry in entries {
                let path = ["responsible".into(), entry.into()];
                draft = draft.at(side, subject.clone(), path, "label");
            }
        }
    }
    let unstated = possible && perhaps.is_empty();
    let amounts = |posts: Posts| Value::Amounts(side, posts.into_iter().collect());
    draft = draft
        .word("because", if unstated { "unstated" } else { "stated" })
        .set("perhaps", amounts(perhaps))
        .set("unfilled", amounts(unfilled));
    with_citizens(performed_by(draft, side, elsewhere), citizens)
}

/// The citizens of the scopes; of those for anyone, the citizens on whose way the function is.
fn affected(context: &ChartContext<'_>, bare: &[(Bare<'_>, Member)]) -> Option<Quantity> {
    let scopes = bare.iter().flat_map(|(one, _)| &one.gaps);
    let of_scopes = scopes.filter_map(|gap| gap.scope.group.as_ref());
    let for_anyone: Vec<FunctionView<'_>> = bare
        .iter()
        .filter(|(one, _)| one.gaps.iter().any(|gap| gap.scope.group.is_none()))
        .map(|(one, _)| one.function)
        .collect();
    let on_way = on_whose_way(context.chart, &for_anyone);
    citizens(context.chart, of_scopes.chain(on_way))
}
