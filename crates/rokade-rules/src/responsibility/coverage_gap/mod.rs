//! `coverage-gap`: a function that every unit of a type must have is missing in one of them.

use std::collections::{BTreeMap, BTreeSet};

use rokade_core::chart::{Chart, Entrance, FunctionView, GroupView, Named, Serves, UnitView};
use rokade_core::finding::{Cause, CauseKind, Member, Severity, Side, Value};
use rokade_core::ids::{FunctionId, Id, Subject, TargetGroupId, UnitId};
use rokade_core::quantity::{Certainty, Quantity};

use crate::responsibility::holding::{LABELLED, is_there, with_citizens};
use crate::rule::{ChartContext, Draft, Family, Question, Rank, Rule, RuleCertainty, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "coverage-gap",
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

/// The target groups a unit serves and for which it lacks a function, each with how sure that
/// is; `None` is anyone, where the chart names no group that the unit serves.
type Lacks<'c> = BTreeMap<Option<&'c TargetGroupId>, Certainty>;

/// The target groups that units serve.
type Served<'c> = BTreeMap<&'c UnitId, Vec<GroupView<'c>>>;

/// Units with what they lack something for.
type Lacking<'c> = BTreeMap<&'c UnitId, (UnitView<'c>, Lacks<'c>)>;

/// A function with the units that lack it.
struct Missing<'c> {
    function: FunctionView<'c>,
    units: Lacking<'c>,
    members: Vec<Member>,
}

/// The units that lack something, each with the target groups: what is the same for several
/// functions is one finding.
type Where<'c> = Vec<(&'c UnitId, Vec<Option<&'c TargetGroupId>>)>;

fn check(context: &ChartContext<'_>, sink: &mut Sink<'_>) {
    let chart = context.chart;
    let types = Types::of(chart);
    let entrances = entrances(chart);
    let mut lines: BTreeMap<(Certainty, Where<'_>), Vec<Missing<'_>>> = BTreeMap::new();
    let mut unknown: BTreeMap<&str, BTreeSet<Subject>> = BTreeMap::new();
    let mut served = Served::new();
    for function in chart.functions_by_id() {
        let subject = function.id().subject();
        if context.is_faulty(&subject) {
            continue;
        }
        let required = &function.entry().required_in;
        for name in required.iter().filter(|name| types.units(name).is_empty()) {
            unknown
                .entry(name.trim())
                .or_default()
                .insert(subject.clone());
        }
        // What nobody has at all is told as that.
        if function.holders().is_empty() {
            continue;
        }
        let mut units = Lacking::new();
        for unit in required.iter().flat_map(|name| types.units(name)) {
            let groups = served
                .entry(unit.id())
                .or_insert_with(|| served_by(&entrances, *unit));
            let lacks = lacks(function, *unit, groups);
            if !lacks.is_empty() {
                units.insert(unit.id(), (*unit, lacks));
            }
        }
        for certainty in [Certainty::Certain, Certainty::Possible] {
            if let Some(missing) = missing(function, &units, certainty, sink) {
                let units = missing.units.iter();
                let key = units.map(|(id, (_, lacks))| (*id, lacks.keys().copied().collect()));
                let key = (certainty, key.collect());
                lines.entry(key).or_default().push(missing);
            }
        }
    }
    for ((certainty, _), missing) in lines {
        let draft = one_line(context, (&types, &served), sink.side(), missing);
        sink.report(match certainty {
            Certainty::Certain => draft,
            Certainty::Possible => draft.certainty(certainty),
        });
    }
    for (name, functions) in unknown {
        let functions = Value::Things(sink.side(), functions.into_iter().collect());
        let data = [
            ("type", Value::Text(name.to_owned())),
            ("functions", functions),
        ];
        sink.not_judged("not-judged", data);
    }
}

/// The units that lack a function as surely as this, as far as that is new.
fn missing<'c>(
    function: FunctionView<'c>,
    units: &Lacking<'c>,
    certainty: Certainty,
    sink: &mut Sink<'_>,
) -> Option<Missing<'c>> {
    let mut missing = Missing {
        function,
        units: Lacking::new(),
        members: Vec::new(),
    };
    for (id, (unit, lacks)) in units {
        let own: Lacks<'c> = lacks
            .iter()
            .filter(|(_, sure)| **sure == certainty)
            .map(|(group, sure)| (*group, *sure))
            .collect();
        // What was certain is no news when it is possible.
        let (part, amount) = match certainty {
            Certainty::Certain => (function.id().to_string(), own.len()),
            Certainty::Possible => (format!("{} possible", function.id()), lacks.len()),
        };
        if amount == 0 {
            continue;
        }
        let member = sink.member(id.subject(), &part, Quantity::exact(amount as u32));
        if let Some(member) = member.filter(|_| !own.is_empty()) {
            missing.members.push(member);
            missing.units.insert(id, (*unit, own));
        }
    }
    (!missing.units.is_empty()).then_some(missing)
}

/// The units of ours by the name of their type, whatever its case.
struct Types<'c>(BTreeMap<String, Vec<UnitView<'c>>>);

impl<'c> Types<'c> {
    fn of(chart: &'c Chart) -> Self {
        let mut types: BTreeMap<String, Vec<UnitView<'c>>> = BTreeMap::new();
        for unit in chart.units().filter(|unit| !unit.is_external()) {
            if let Some(name) = &unit.entry().unit_type {
                types.entry(key(name)).or_default().push(unit);
            }
        }
        for units in types.values_mut() {
            units.sort_unstable();
        }
        Types(types)
    }

    fn units(&self, name: &str) -> &[UnitView<'c>] {
        self.0.get(&key(name)).map_or(&[], Vec::as_slice)
    }
}

fn key(name: &str) -> String {
    name.trim().to_lowercase()
}

/// The target groups that come to a unit first, by the number of that unit.
type Entrances<'c> = Vec<(u32, GroupView<'c>)>;

fn entrances(chart: &Chart) -> Entrances<'_> {
    let groups = chart.groups().filter_map(|group| match group.entrance() {
        Entrance::Unit(unit) => Some((unit.span().start, group)),
        _ => None,
    });
    let mut entrances: Entrances<'_> = groups.collect();
    entrances.sort_by_key(|(number, _)| *number);
    entrances
}

/// The target groups that a unit serves: those its posts serve, those it has functions for, and
/// those that come to it first. What is below it counts.
fn served_by<'c>(entrances: &Entrances<'c>, unit: UnitView<'c>) -> Vec<GroupView<'c>> {
    let mut served: BTreeMap<&TargetGroupId, GroupView<'c>> = BTreeMap::new();
    let mut add = |group: GroupView<'c>| served.insert(group.id(), group);
    for below in unit.subtree() {
        for post in below.staff() {
            if let Serves::Groups(groups) = post.serves() {
                for group in groups {
                    add(group);
                }
            }
        }
        for function in below.functions() {
            for cell in function.cells() {
                if let (Some(holder), Some(group)) = (cell.holder.unit(), cell.group)
                    && holder == below
                {
                    add(group);
                }
            }
        }
    }
    let start = entrances.partition_point(|(number, _)| *number < unit.span().start);
    let below = entrances.iter().skip(start);
    for (_, group) in below.take_while(|(number, _)| *number < unit.span().end) {
        add(*group);
    }
    served.into_values().collect()
}

/// The groups for which neither the unit nor one below it is responsible for the function, and
/// nobody in them performs it.
fn lacks<'c>(
    function: FunctionView<'c>,
    unit: UnitView<'c>,
    groups: &[GroupView<'c>],
) -> Lacks<'c> {
    let asked: Vec<Option<GroupView<'c>>> = if groups.is_empty() {
        vec![None]
    } else {
        groups.iter().copied().map(Some).collect()
    };
    let mut lacks = Lacks::new();
    for group in asked {
        let is_responsible = function.cells().any(|cell| {
            let holder = cell.holder.unit();
            holder.is_some_and(|holder| holder.is_within(unit))
                && (group.is_none() || cell.group.is_none() || cell.group == group)
        });
        if is_responsible {
            continue;
        }
        let performers = function.performers().filter(|post| {
            let own = post.unit();
            own.is_some_and(|own| own.is_within(unit)) && post.serves_group(group)
        });
        let certainty = match performers.filter_map(is_there).max() {
            Some(Certainty::Certain) => continue,
            Some(Certainty::Possible) => Certainty::Possible,
            None => Certainty::Certain,
        };
        lacks.insert(group.map(GroupView::id), certainty);
    }
    lacks
}

fn one_line(
    context: &ChartContext<'_>,
    known: (&Types<'_>, &Served<'_>),
    side: Side,
    missing: Vec<Missing<'_>>,
) -> Draft {
    let functions: Vec<Subject> = missing
        .iter()
        .map(|one| one.function.id().subject())
        .collect();
    // What several functions lack they lack in the same units.
    let units = missing
        .first()
        .map_or_else(BTreeMap::new, |one| one.units.clone());
    let lacks = || units.values().flat_map(|(_, lacks)| lacks);
    let groups: BTreeSet<&TargetGroupId> = lacks().filter_map(|(group, _)| *group).collect();
    let citizens = citizens(context.chart, known, &missing, &groups);
    let mut required: Vec<String> = Vec::new();
    for one in &missing {
        let names = one.function.entry().required_in.iter();
        required.extend(names.map(|name| name.trim().to_owned()));
    }
    required.sort();
    required.dedup();
    let possible = lacks().any(|(_, sure)| *sure == Certainty::Possible);
    let part: Vec<String> = units
        .values()
        .map(|(_, lacks)| {
            let groups = lacks.keys().flatten().map(|id| id.as_str());
            groups.collect::<Vec<_>>().join("+")
        })
        .collect();
    let part = format!(
        "{}{}",
        part.join(","),
        if possible { " possible" } else { "" }
    );
    let cause = units.keys().map(|id| id.subject());
    let mut draft = Draft::new(Cause::new(CauseKind::Itself, cause))
        .word("groups_are", how_alike(&units))
        .set("places", Value::Names(places(context.chart, &units)))
        .part(part)
        .set("types", Value::Names(required))
        .things("functions", side, functions)
        .things("units", side, units.keys().map(|id| id.subject()))
        .things("groups", side, groups.iter().map(|id| id.subject()));
    for id in units.keys().take(LABELLED) {
        draft = draft.at(side, id.subject(), [], "label");
    }
    for one in &missing {
        let function: &FunctionId = one.function.id();
        draft = draft.at(
            side,
            function.subject(),
            ["required_in".into()],
            "label-required",
        );
    }
    draft = draft.members(missing.into_iter().flat_map(|one| one.members));
    with_citizens(draft, citizens)
}

/// Whether units lack something for no group that is named, for the same ones, or for others.
fn how_alike(units: &Lacking<'_>) -> &'static str {
    let groups: BTreeSet<Vec<Option<&TargetGroupId>>> = units
        .values()
        .map(|(_, lacks)| lacks.keys().copied().collect())
        .collect();
    let named = |groups: &Vec<Option<&TargetGroupId>>| groups.iter().any(Option::is_some);
    match groups.len() {
        1 if groups.iter().any(named) => "same",
        1 => "none",
        _ => "other",
    }
}

/// Each unit with the groups that it lacks something for, as it is told.
fn places(chart: &Chart, units: &Lacking<'_>) -> Vec<String> {
    let place = |(unit, lacks): &(UnitView<'_>, Lacks<'_>)| {
        let groups = lacks.keys().flatten().filter_map(|id| chart.group(id));
        let groups: Vec<String> = groups.map(|group| group.name().to_owned()).collect();
        if groups.is_empty() {
            unit.name().to_owned()
        } else {
            format!("{} ({})", unit.name(), groups.join(", "))
        }
    };
    units.values().map(place).collect()
}

/// The citizens of the groups. Where other units of the type serve a group too, only some of its
/// citizens are this unit's.
fn citizens(
    chart: &Chart,
    (types, groups_of): (&Types<'_>, &Served<'_>),
    missing: &[Missing<'_>],
    groups: &BTreeSet<&TargetGroupId>,
) -> Option<Quantity> {
    let lacks = |unit: &UnitView<'_>, group: &TargetGroupId| {
        missing.iter().all(|one| {
            let own = one.units.get(unit.id());
            own.is_some_and(|(_, lacks)| lacks.contains_key(&Some(group)))
        })
    };
    let serves = |unit: &UnitView<'_>, id: &TargetGroupId| {
        let served = groups_of.get(unit.id());
        served.is_some_and(|groups| groups.iter().any(|group| group.id() == id))
    };
    let of_types: Vec<UnitView<'_>> = missing
        .iter()
        .flat_map(|one| &one.function.entry().required_in)
        .flat_map(|name| types.units(name).iter().copied())
        .collect();
    let citizens: Vec<Option<Quantity>> = groups
        .iter()
        .map(|id| {
            let citizens = chart.group(id)?.citizens()?;
            let elsewhere = of_types
                .iter()
                .any(|unit| !lacks(unit, id) && serves(unit, id));
            Some(if elsewhere {
                citizens.any_part()
            } else {
                citizens
            })
        })
        .collect();
    let stated = citizens.iter().any(Option::is_some);
    let known = |citizens: Option<Quantity>| citizens.unwrap_or(Quantity::UNKNOWN);
    stated.then(|| citizens.into_iter().map(known).sum())
}
