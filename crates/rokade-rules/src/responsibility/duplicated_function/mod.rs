//! `duplicated-function`: the same task stands twice, under two organisations or two heads of
//! whom neither is above the other.

mod apart;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::Hash;

use rokade_core::chart::{FunctionView, Named, UnitView};
use rokade_core::entry::Hashed;
use rokade_core::finding::{Cause, CauseKind, Member, Severity, Side, Value};
use rokade_core::ids::{Id, Subject};
use rokade_core::name::tidied;
use rokade_core::quantity::Quantity;

use self::apart::apart;
use crate::responsibility::holding::{LABELLED, Posts, performed_by, performers, subjects};
use crate::rule::{ChartContext, Draft, Family, Question, Rank, Rule, RuleCertainty, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "duplicated-function",
    family: Family::Responsibility,
    severity: Severity::Note,
    certainty: RuleCertainty::Certain,
    rank: Rank::Functions,
    replaces: &[],
    follows: &[],
    question: Question::Chart(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// A function that somebody has.
struct Held<'c> {
    function: FunctionView<'c>,
    units: Vec<UnitView<'c>>,
    kle: Option<Cow<'c, str>>,
    name: Option<Cow<'c, str>>,
}

/// One task as several functions.
struct Task<'a, 'c> {
    same: Vec<&'a Held<'c>>,
    members: Vec<Member>,
}

/// One finding the same units, whatever they both do.
#[expect(
    clippy::indexing_slicing,
    reason = "there is a place for each function that is held"
)]
fn check(context: &ChartContext<'_>, sink: &mut Sink<'_>) {
    let held: Vec<Held<'_>> = context
        .chart
        .functions_by_id()
        .filter(|function| !context.is_faulty(&function.id().subject()))
        // What must be in several units is there more than once on purpose.
        .filter(|function| function.entry().required_in.is_empty())
        .map(|function| Held {
            function,
            units: function.holders(),
            kle: text(function.entry().kle.as_deref()),
            name: text(function.entry().name.as_deref()),
        })
        .filter(|one| !one.units.is_empty())
        .collect();
    let groups = groups(&held);
    let others = others(&held, &groups);
    let mut lines: BTreeMap<BTreeSet<UnitView<'_>>, Vec<Task<'_, '_>>> = BTreeMap::new();
    for group in groups {
        let twice: Vec<usize> = group.into_iter().filter(|&one| others[one] > 0).collect();
        let members: Vec<Member> = twice
            .iter()
            .filter_map(|&one| {
                let subject = held[one].function.id().subject();
                sink.member(subject, "", Quantity::exact(others[one] as u32))
            })
            .collect();
        if !members.is_empty() {
            let same: Vec<&Held<'_>> = twice.into_iter().map(|one| &held[one]).collect();
            let units = same.iter().flat_map(|one| &one.units).copied();
            lines
                .entry(units.collect())
                .or_default()
                .push(Task { same, members });
        }
    }
    for tasks in lines.into_values() {
        let draft = one_line(sink.side(), tasks);
        sink.report(draft);
    }
}

fn text(text: Option<&str>) -> Option<Cow<'_, str>> {
    text.map(tidied).filter(|text| !text.is_empty())
}

/// Functions with those they share a name or a number with, directly or by way of others, by their first.
#[expect(
    clippy::indexing_slicing,
    reason = "there is a place for each function that is held"
)]
fn groups(held: &[Held<'_>]) -> Vec<Vec<usize>> {
    let mut first: Vec<usize> = (0..held.len()).collect();
    let root = |first: &mut [usize], mut at: usize| {
        while first[at] != at {
            first[at] = first[first[at]];
            at = first[at];
        }
        at
    };
    let mut seen: HashMap<(bool, &str), usize, Hashed> = HashMap::default();
    for (i, one) in held.iter().enumerate() {
        let kle = one.kle.as_deref().map(|kle| (true, kle));
        let name = one.name.as_deref().map(|name| (false, name));
        for key in kle.into_iter().chain(name) {
            let other = *seen.entry(key).or_insert(i);
            let (a, b) = (root(&mut first, other), root(&mut first, i));
            first[a.max(b)] = a.min(b);
        }
    }
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); held.len()];
    for i in 0..held.len() {
        groups[root(&mut first, i)].push(i);
    }
    groups
}

/// Of each function how many others are the same task, by name or number, while no unit that has
/// the one has anything to do with a unit that has the other.
fn others(held: &[Held<'_>], groups: &[Vec<usize>]) -> Vec<usize> {
    // Most functions are alone with their name and number.
    let several = groups.iter().filter(|group| group.len() > 1);
    let several: Vec<usize> = several.flatten().copied().collect();
    let by_name = apart_by(held, &several, |one| one.name.as_deref());
    let by_kle = apart_by(held, &several, |one| one.kle.as_deref());
    let by_both = apart_by(held, &several, |one| {
        one.name.as_deref().zip(one.kle.as_deref())
    });
    let either = by_name.into_iter().zip(by_kle);
    // What has both is in either.
    let either = either.zip(by_both);
    either
        .map(|((name, kle), both)| name + kle - both)
        .collect()
}

/// Of each of some functions how many others of them with the same key stand apart from it.
#[expect(
    clippy::indexing_slicing,
    reason = "there is a place for each function that is held"
)]
fn apart_by<'a, K: Hash + Eq>(
    held: &'a [Held<'_>],
    these: &[usize],
    key: impl Fn(&'a Held<'_>) -> Option<K>,
) -> Vec<usize> {
    let mut same: HashMap<K, Vec<usize>, Hashed> = HashMap::default();
    for &i in these {
        if let Some(key) = key(&held[i]) {
            same.entry(key).or_default().push(i);
        }
    }
    let mut others = vec![0; held.len()];
    for same in same.into_values().filter(|same| same.len() > 1) {
        let units: Vec<&[UnitView<'_>]> = same.iter().map(|&i| &held[i].units[..]).collect();
        for (i, apart) in same.into_iter().zip(apart(&units)) {
            others[i] = apart;
        }
    }
    others
}

impl Task<'_, '_> {
    /// What all its functions have in common.
    fn common(&self, of: for<'h> fn(&'h Held<'_>) -> Option<&'h str>) -> Option<&str> {
        let texts: BTreeSet<Option<&str>> = self.same.iter().map(|one| of(one)).collect();
        match texts.into_iter().collect::<Vec<_>>()[..] {
            [text] => text,
            _ => None,
        }
    }

    fn name(&self) -> Option<&str> {
        self.common(|one| one.name.as_deref())
    }

    fn kle(&self) -> Option<&str> {
        self.common(|one| one.kle.as_deref())
    }

    /// What they are the same by.
    fn by(&self) -> &'static str {
        match (self.name(), self.kle()) {
            (Some(_), Some(_)) => "both",
            (Some(_), None) => "name",
            (None, Some(_)) => "kle",
            (None, None) => "some",
        }
    }

    /// What it is called: by the name of the first where they have several.
    fn told(&self) -> String {
        let first = self.same.first().map(|one| one.function.name());
        self.name().or(first).unwrap_or_default().to_owned()
    }
}

fn one_line(side: Side, tasks: Vec<Task<'_, '_>>) -> Draft {
    let same = || tasks.iter().flat_map(|task| &task.same);
    let units: BTreeMap<_, UnitView<'_>> = same()
        .flat_map(|one| &one.units)
        .map(|unit| (unit.id(), *unit))
        .collect();
    let organisations: BTreeSet<Option<Subject>> =
        units.values().map(|unit| organisation(*unit)).collect();
    let apart_by = if organisations.len() > 1 {
        "organisations"
    } else {
        "heads"
    };
    let heads = units
        .values()
        .filter_map(|unit| unit.headed()?.head().post());
    let heads: Vec<Subject> = heads.map(|post| post.id().subject()).collect();
    let text = |text: Option<&str>| Value::Text(text.unwrap_or_default().to_owned());
    let (by, name, kle) = match &tasks[..] {
        [task] => (task.by(), text(task.name()), text(task.kle())),
        _ => ("several", text(None), text(None)),
    };
    let cause = units.keys().map(|id| id.subject());
    let mut draft = Draft::new(Cause::new(CauseKind::Itself, cause))
        .word("by", by)
        .word("apart_by", apart_by)
        .set("name", name)
        .set("kle", kle)
        .set(
            "tasks",
            Value::Names(tasks.iter().map(Task::told).collect()),
        )
        .things(
            "functions",
            side,
            same().map(|one| one.function.id().subject()),
        )
        .things("units", side, units.keys().map(|id| id.subject()))
        .things("organisations", side, organisations.into_iter().flatten())
        .things("heads", side, heads);
    let mut posts = Posts::new();
    for one in same() {
        posts.extend(performers(one.function));
    }
    let places = tasks
        .iter()
        .flat_map(|task| task.same.iter().map(move |one| (task, one)));
    for (task, one) in places.take(LABELLED) {
        let holders = Value::Things(side, subjects(&one.units));
        let key = if task.by() == "kle" { "kle" } else { "name" };
        draft = draft
            .at(side, one.function.id().subject(), [key.into()], "label")
            .label_set("holders", holders);
    }
    draft = draft.members(tasks.into_iter().flat_map(|task| task.members));
    performed_by(draft, side, posts)
}

/// The other organisation that a unit is part of; `None` is ours.
fn organisation(unit: UnitView<'_>) -> Option<Subject> {
    let external = unit.line().filter(|unit| unit.is_external());
    external.last().map(|unit| unit.id().subject())
}
