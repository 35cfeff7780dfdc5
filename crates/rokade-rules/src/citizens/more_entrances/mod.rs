//! `more-entrances`: citizens who came in by one entrance no longer do, or have none.

use std::collections::{BTreeMap, BTreeSet};

use rokade_core::chart::{Entrance, GroupView};
use rokade_core::finding::{Cause, Severity, Side, Value};
use rokade_core::ids::{Id, Kind, Subject, TargetGroupId, UnitId};
use rokade_core::quantity::{Certainty, Quantity};

use crate::citizens::entrance::{Entrances, entrances};
use crate::responsibility::holding::{LABELLED, citizens, with_citizens};
use crate::rule::{
    Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, member, texts,
};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "more-entrances",
    family: Family::Citizens,
    severity: Severity::Warning,
    certainty: RuleCertainty::Either,
    rank: Rank::Citizens,
    replaces: &[],
    follows: &[Kind::TargetGroup, Kind::Unit],
    question: Question::Pair(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// The target groups that come to one unit, each with what it became and where that comes to.
struct Shared<'c> {
    unit: &'c UnitId,
    groups: Vec<(GroupView<'c>, Vec<(GroupView<'c>, Entrance<'c>)>)>,
}

/// One finding an entrance of the base.
fn check(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let mut shared: BTreeMap<&UnitId, Shared<'_>> = BTreeMap::new();
    for group in context.base.groups_by_id() {
        let Entrance::Unit(unit) = group.entrance() else {
            continue;
        };
        let now = now(context, group);
        if !now.is_empty() {
            let unit = unit.id();
            let new = || Shared {
                unit,
                groups: Vec::new(),
            };
            let shared = shared.entry(unit).or_insert_with(new);
            shared.groups.push((group, now));
        }
    }
    let none_is_stated = entrances(context.revision).is_none();
    let mut unknown: BTreeSet<Subject> = BTreeSet::new();
    for shared in shared.into_values() {
        let is_gone = context
            .changes
            .lineage
            .units
            .descendants(shared.unit)
            .is_empty();
        if none_is_stated && !is_gone {
            let groups = shared.groups.iter().flat_map(|(_, now)| now);
            unknown.extend(groups.map(|(group, _)| group.id().subject()));
        } else if let Some(draft) = shared.told(context) {
            sink.report(draft);
        }
    }
    if !unknown.is_empty() {
        let groups = Value::Things(Side::Revision, unknown.into_iter().collect());
        sink.not_judged("not-judged", [("groups", groups)]);
    }
}

/// What a group became, with where that comes to. An entrance that leads nowhere is a fault of
/// the file, and said as that.
fn now<'c>(context: &PairContext<'c>, group: GroupView<'c>) -> Vec<(GroupView<'c>, Entrance<'c>)> {
    let now = context.changes.lineage.groups.now(group, context.revision);
    now.map(|group| (group, group.entrance()))
        .filter(|(group, entrance)| {
            *entrance != Entrance::NotStated || group.entry().entrance.is_none()
        })
        .collect()
}

impl<'c> Shared<'c> {
    fn told(&self, context: &PairContext<'c>) -> Option<Draft> {
        let all = || self.groups.iter().flat_map(|(_, now)| now);
        let now = Entrances::of(all().map(|(_, entrance)| *entrance));
        let come_apart = now.units.len() > 1 && (self.groups.len() > 1 || self.has_grown(context));
        let (kind, certainty) = match (come_apart, now.without, now.undecided) {
            (true, _, _) => ("apart", Certainty::Certain),
            (false, 0, 0) => return None,
            (false, 0, _) => ("undecided", Certainty::Possible),
            (false, _, _) => ("without", Certainty::Certain),
        };
        let with = |is: fn(&Entrance<'c>) -> bool| {
            let groups = all().filter(move |(_, entrance)| is(entrance));
            groups
                .map(|(group, _)| group.id().subject())
                .collect::<BTreeSet<Subject>>()
        };
        let without = with(|one| matches!(one, Entrance::Ended | Entrance::NotStated));
        let undecided = with(|one| *one == Entrance::Undecided);
        let affected = match kind {
            "apart" => self.affected(context),
            _ => self.with(|one| !matches!(one, Entrance::Unit(_))),
        };
        let citizens = citizens(context.base, affected.iter().copied());
        let mut draft = Draft::new(self.cause(context))
            .part(self.unit.as_str())
            .certainty(certainty)
            .word("kind", kind)
            .things(
                "groups",
                Side::Base,
                self.groups.iter().map(|(group, _)| group.id().subject()),
            )
            .thing("entrance", Side::Base, self.unit.subject())
            .things(
                "entrances",
                Side::Revision,
                now.units.iter().map(|unit| unit.subject()),
            )
            .things("without", Side::Revision, without)
            .things("undecided", Side::Revision, undecided);
        for (group, _) in &self.groups {
            if affected.contains(&group.id()) {
                let amount = group.citizens().unwrap_or(Quantity::UNKNOWN);
                draft = draft.member(member(Side::Base, group.id().subject(), amount));
            }
        }
        let mut labelled = BTreeSet::new();
        for (group, entrance) in all() {
            if labelled.len() < LABELLED && labelled.insert(group.id()) {
                draft = label_now(draft, *group, *entrance);
            }
        }
        for (group, _) in self.groups.iter().take(LABELLED) {
            let path = ["entrance".into()];
            draft = draft.at(Side::Base, group.id().subject(), path, "label-before");
        }
        Some(with_citizens(draft, citizens))
    }

    /// Whether a group that was divided has more entrances than it had with all those that its
    /// parts are made of: parts that share theirs with others can be fewer entrances in all.
    fn has_grown(&self, context: &PairContext<'c>) -> bool {
        let lineage = &context.changes.lineage.groups;
        let mut before: BTreeMap<&TargetGroupId, Entrance<'c>> = BTreeMap::new();
        let mut after: BTreeMap<&TargetGroupId, Entrance<'c>> = BTreeMap::new();
        let mut todo: Vec<GroupView<'c>> = self.groups.iter().map(|(group, _)| *group).collect();
        while let Some(group) = todo.pop() {
            if before.insert(group.id(), group.entrance()).is_some() {
                continue;
            }
            for (now, entrance) in now(context, group) {
                if after.insert(now.id(), entrance).is_none() {
                    todo.extend(lineage.before(now, context.base));
                }
            }
        }
        let count = |all: BTreeMap<_, Entrance<'c>>| Entrances::of(all.into_values()).units.len();
        count(after) > count(before)
    }

    /// The groups that no longer come to what the entrance became; all of them where it was
    /// divided between them.
    fn affected(&self, context: &PairContext<'c>) -> BTreeSet<&'c TargetGroupId> {
        let units = &context.changes.lineage.units;
        let stays = |entrance: &Entrance<'_>| match entrance {
            Entrance::Unit(unit) => units.follows_by_id(self.unit, unit.id()),
            _ => false,
        };
        let ids = |only_movers: bool| {
            let groups = self.groups.iter();
            let groups = groups.filter(move |(_, now)| {
                !only_movers || !now.iter().all(|(_, entrance)| stays(entrance))
            });
            groups.map(|(group, _)| group.id()).collect::<BTreeSet<_>>()
        };
        let movers = ids(true);
        if movers.is_empty() {
            ids(false)
        } else {
            movers
        }
    }

    /// The groups of which a part comes to such an entrance.
    fn with(&self, is: impl Fn(&Entrance<'c>) -> bool) -> BTreeSet<&'c TargetGroupId> {
        let groups = self.groups.iter();
        let groups = groups.filter(|(_, now)| now.iter().any(|(_, entrance)| is(entrance)));
        groups.map(|(group, _)| group.id()).collect()
    }

    /// What became of the entrance; where it is still there, it is its own cause.
    fn cause(&self, context: &PairContext<'_>) -> Cause {
        let change = context.changes.unit(self.unit);
        let change = change.filter(|change| change.to.len() != 1);
        change
            .and_then(rokade_change::UnitChange::cause)
            .unwrap_or_else(|| Cause::itself(self.unit.subject()))
    }
}

fn label_now(draft: Draft, group: GroupView<'_>, entrance: Entrance<'_>) -> Draft {
    let (word, unit) = match entrance {
        Entrance::Unit(unit) => ("unit", Some(unit.id().subject())),
        Entrance::Undecided => ("undecided", None),
        Entrance::Ended | Entrance::NotStated => ("none", None),
    };
    let unit = Value::Things(Side::Revision, unit.into_iter().collect());
    let path = ["entrance".into()];
    draft
        .at(Side::Revision, group.id().subject(), path, "label-now")
        .label_set("entrance_is", Value::Word(word))
        .label_set("unit", unit)
}
