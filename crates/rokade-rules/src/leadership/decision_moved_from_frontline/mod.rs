//! `decision-moved-from-frontline`: who decides is further from those who meet the citizen.

mod deciders;

use std::collections::{BTreeMap, BTreeSet};

use rokade_change::{FunctionChange, StaffChange};
use rokade_core::chart::{Chart, FunctionView, GroupView, StaffView, UnitView};
use rokade_core::finding::{Cause, CauseKind, Severity, Side, Value};
use rokade_core::ids::{FunctionId, Id, Kind, Subject};
use rokade_core::quantity::Quantity;

use self::deciders::{Decider, decider, distance};
use crate::people::most_first;
use crate::rule::{
    Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, member, texts,
};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "decision-moved-from-frontline",
    family: Family::Leadership,
    severity: Severity::Warning,
    certainty: RuleCertainty::Certain,
    rank: Rank::Leadership,
    replaces: &[],
    follows: &[Kind::Function, Kind::Staff, Kind::Unit],
    question: Question::Pair(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// A function of which decisions are taken further away.
struct Further<'c> {
    before: &'c FunctionId,
    now: &'c FunctionId,
    levels_before: usize,
    levels: usize,
    /// Who decided, where that is somebody in particular.
    decided: BTreeSet<Subject>,
    /// The posts that meet the citizen; none where the charts do not say who does.
    staff: Vec<&'c StaffChange>,
}

/// Who decided, as a word, and who decides, as a word and a thing.
type Deciders = (&'static str, (&'static str, Option<Subject>));

/// What became of posts, with them before and now.
type Performed<'c> = (&'c StaffChange, [StaffView<'c>; 2]);

/// What became of the filled posts that performed a function of the base, and are filled; by id.
fn performed<'c>(context: &PairContext<'c>, function: FunctionView<'c>) -> Vec<Performed<'c>> {
    let each = filled(function).into_iter().flat_map(|old| {
        let became = context.changes.staff_at(old).iter();
        became.filter_map(move |change| {
            let new = change.now(context.revision)?;
            new.is_filled().then_some((change, [old, new]))
        })
    });
    each.collect()
}

/// The filled posts that perform a function, by id.
fn filled(function: FunctionView<'_>) -> Vec<StaffView<'_>> {
    let performers = function.performers();
    let mut filled: Vec<StaffView<'_>> = performers.filter(|post| post.is_filled()).collect();
    filled.sort_unstable();
    filled
}

/// One finding a cause and those who decide.
fn check(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let mut found: BTreeMap<(Option<Cause>, Deciders), Vec<Further<'_>>> = BTreeMap::new();
    for change in &context.changes.functions {
        let before = context.base.function(&change.function);
        // What nobody is stated to decide is decided nowhere.
        let Some(before) = before.filter(|before| before.entry().decided_by.is_some()) else {
            continue;
        };
        let performed = performed(context, before);
        for id in &change.to {
            if let Some(now) = context.revision.function(id) {
                one_function(context, &performed, change, (before, now), &mut found);
            }
        }
    }
    for ((cause, deciders), all) in found {
        sink.report(one_cause(context, cause, deciders, &all));
    }
}

fn one_function<'c>(
    context: &PairContext<'c>,
    performed: &[Performed<'c>],
    change: &FunctionChange,
    (before, now): (FunctionView<'c>, FunctionView<'c>),
    found: &mut BTreeMap<(Option<Cause>, Deciders), Vec<Further<'c>>>,
) {
    if now.entry().decided_by.is_none() {
        return;
    }
    let mut by_deciders: BTreeMap<Deciders, Further<'c>> = BTreeMap::new();
    let mut add = |was: (Decider<'_>, usize), is: (Decider<'_>, usize), staff| {
        if is.1 <= was.1 {
            return;
        }
        let key = (was.0.word(), (is.0.word(), is.0.subject()));
        let further = by_deciders.entry(key).or_insert(Further {
            before: before.id(),
            now: now.id(),
            levels_before: was.1,
            levels: is.1,
            decided: BTreeSet::new(),
            staff: Vec::new(),
        });
        further.decided.extend(was.0.subject());
        if is.1 - was.1 > further.levels - further.levels_before {
            (further.levels_before, further.levels) = (was.1, is.1);
        }
        further.staff.extend(staff);
    };
    let mut same_people = false;
    for &(staff, [old, new]) in performed {
        if !new.does(now) {
            continue;
        }
        same_people = true;
        let was = of_post(before, old, context.base);
        let is = of_post(now, new, context.revision);
        if let (Some(was), Some(is)) = (was, is) {
            add(was, is, Some(staff));
        }
    }
    if !same_people
        && let (Some(was), Some(is)) = (
            of_function(before, context.base, Pick::Farthest),
            of_function(now, context.revision, Pick::Nearest),
        )
    {
        add(was, is, None);
    }
    // What is decided otherwise is not decided otherwise for each unit that the posts are in.
    let decided_otherwise = before.entry().decided_by != now.entry().decided_by;
    for (deciders, further) in by_deciders {
        let staff = further.staff.iter().filter_map(|c| c.cause.clone()).min();
        let moved = change.cause.clone().or(staff);
        let cause = moved.filter(|_| !decided_otherwise);
        found.entry((cause, deciders)).or_default().push(further);
    }
}

fn of_post<'c>(
    function: FunctionView<'c>,
    post: StaffView<'c>,
    chart: &'c Chart,
) -> Option<(Decider<'c>, usize)> {
    let unit = post.unit().filter(|unit| !unit.is_external())?;
    let decider = decider(function, unit, chart)?;
    Some((decider, distance(unit, Some(post), decider)?))
}

/// Which of several stands for all.
#[derive(Clone, Copy, PartialEq)]
enum Pick {
    Farthest,
    Nearest,
}

/// As far as those who perform a function are from who decides, or, where nobody is stated to,
/// as far as its only responsible unit is.
fn of_function<'c>(
    function: FunctionView<'c>,
    chart: &'c Chart,
    pick: Pick,
) -> Option<(Decider<'c>, usize)> {
    let performers = filled(function);
    if performers.is_empty() {
        let [only] = &function.holders()[..] else {
            return None;
        };
        let only: UnitView<'c> = *only;
        let decider = decider(function, only, chart)?;
        return Some((decider, distance(only, None, decider)?));
    }
    let all: Option<Vec<_>> = performers
        .into_iter()
        .map(|post| of_post(function, post, chart))
        .collect();
    let all = all?.into_iter();
    match pick {
        Pick::Farthest => all.max_by_key(|(_, levels)| *levels),
        Pick::Nearest => all.min_by_key(|(_, levels)| *levels),
    }
}

fn one_cause(
    context: &PairContext<'_>,
    cause: Option<Cause>,
    (was, (is, new)): Deciders,
    all: &[Further<'_>],
) -> Draft {
    let functions: BTreeSet<Subject> = all.iter().map(|f| f.now.subject()).collect();
    let before: BTreeSet<Subject> = all.iter().map(|f| f.before.subject()).collect();
    // A post that performs several of the functions is counted once.
    let mut staff: Vec<&StaffChange> = all.iter().flat_map(|f| f.staff.iter().copied()).collect();
    staff.sort_by_key(|change| (&change.staff, change.fate, &change.to));
    staff.dedup_by_key(|change| (&change.staff, change.fate, &change.to));
    let posts = context.changes.posts(staff.iter().copied());
    let each = most_first(staff.iter().map(|c| (c.staff.subject(), c.posts)));
    let worst = all.iter().max_by_key(|f| f.levels - f.levels_before);
    let (levels_before, levels) = worst.map_or((0, 0), |f| (f.levels_before, f.levels));
    let decided: BTreeSet<Subject> = all.iter().flat_map(|f| f.decided.clone()).collect();
    let name = new.as_ref().map_or("", |thing| thing.id.as_str());
    let part = format!("{was}>{is}:{name}");
    let itself = || Cause::new(CauseKind::Itself, before.iter().cloned());
    let mut draft = Draft::new(cause.unwrap_or_else(itself))
        .part(part)
        .members(
            before
                .iter()
                .map(|function| member(Side::Base, function.clone(), posts)),
        )
        .things("functions", Side::Revision, functions.iter().cloned())
        .word("decided_by", is)
        .things("decides", Side::Revision, new)
        .word("was_decided_by", was)
        .things("decided", Side::Base, decided)
        .set("levels", levels)
        .set("levels_before", levels_before)
        .set("staff", Value::Amounts(Side::Base, each))
        .posts(posts);
    for function in &functions {
        let path = ["decided_by".into()];
        draft = draft.at(Side::Revision, function.clone(), path, "label-revision");
    }
    for function in before {
        draft = draft.at(Side::Base, function, ["decided_by".into()], "label-base");
    }
    match citizens(context.revision, all) {
        Some(citizens) => draft.citizens(citizens),
        None => draft,
    }
}

/// The citizens who meet the functions, where the chart says it of any.
fn citizens(revision: &Chart, all: &[Further<'_>]) -> Option<Quantity> {
    let meet = revision.groups().filter(|group| {
        group
            .pathway()
            .any(|step| all.iter().any(|further| further.now == step.id()))
    });
    let citizens: Vec<Quantity> = meet.filter_map(GroupView::citizens).collect();
    (!citizens.is_empty()).then(|| citizens.into_iter().sum())
}
