//! How far a counter-proposal settles what the proposal shows of a point.
//!
//! Two proposals can give the same thing different ids: things are told apart by what they were
//! in the base.

use std::collections::{BTreeMap, BTreeSet};

use rokade_change::{Lineage, Tracks};
use rokade_core::chart::Chart;
use rokade_core::entry::PointEntry;
use rokade_core::finding::{Member, Side};
use rokade_core::ids::{
    FunctionId, Id, Kind, SiteId, StaffId, Subject, TargetGroupId, UnitId, parse_id,
};
use rokade_core::note::Settled;
use rokade_core::quantity::Quantity;

use super::about::{Look, Scope};
use super::tie::raised;
use super::{Judged, RuleTitle, Told};

/// What a member is in the base, or by itself where it is new; and what of it.
type Root = (Vec<Subject>, String);

/// What a proposal has, rule by rule, each with how much of it.
pub(super) struct Members<'f> {
    of_rules: BTreeMap<&'f str, BTreeMap<Root, Quantity>>,
}

/// How far, and how many things are still found of how many.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Rest {
    pub(super) settled: Settled,
    pub(super) remaining: usize,
    pub(super) of: usize,
    /// Whether there is more of something than in the proposal.
    pub(super) is_worse: bool,
}

impl<'f> Members<'f> {
    pub(super) fn of(judged: &Judged<'_>, found: &[Told<'f>]) -> Self {
        let mut of_rules: BTreeMap<&str, BTreeMap<Root, Quantity>> = BTreeMap::new();
        for told in found {
            let of_rule = of_rules.entry(told.finding.rule).or_default();
            for member in &told.fact.members {
                let amount = of_rule
                    .entry(root(member, judged))
                    .or_insert(Quantity::ZERO);
                *amount = amount.higher_of(member.amount);
            }
        }
        Members { of_rules }
    }

    fn get(&self, rule: &str, root: &Root) -> Option<Quantity> {
        self.of_rules.get(rule)?.get(root).copied()
    }
}

/// A proposal as it is asked whether it settles something: how it was judged, what was found in
/// it, and what that is about.
pub(super) struct Asked<'a, 'f> {
    pub(super) judged: &'a Judged<'a>,
    pub(super) found: &'a [Told<'f>],
    pub(super) members: &'a Members<'f>,
    pub(super) scope: Option<Scope<'a>>,
}

/// How far a counter-proposal settles a point that the proposal confirms by these findings; none
/// where it says nothing that could tell.
pub(super) fn rest(
    point: &PointEntry,
    confirmed: &[usize],
    proposal: &Asked<'_, '_>,
    counter: &Asked<'_, '_>,
    rules: &[RuleTitle],
) -> Option<Rest> {
    let mut had = in_scope(confirmed, proposal);
    had.retain(|(_, (things, _)), _| can_tell(things, counter.judged.chart));
    if had.is_empty() {
        return None;
    }
    let milder = |rule: &str| {
        let rule = rules.iter().find(|title| title.name == rule);
        rule.map_or(&[][..], |rule| rule.milder)
    };
    let (mut same, mut less, mut is_worse) = (0, 0, false);
    for ((rule, root), before) in &had {
        match counter.members.get(rule, root) {
            Some(now) if !before.has_risen_from(now) => {
                same += 1;
                is_worse |= now.has_risen_from(*before);
            }
            Some(_) => less += 1,
            None if milder(rule)
                .iter()
                .any(|rule| counter.members.get(rule, root).is_some()) =>
            {
                less += 1;
            }
            None => {}
        }
    }
    // What the same rules say there of what the point is about, in other things or by a rule that
    // a stronger one took the place of.
    let mut wanted: BTreeSet<&str> = had.keys().map(|(rule, _)| *rule).collect();
    wanted.extend(raised(point));
    let look = if raised(point).is_empty() {
        Look::Narrow
    } else {
        Look::Wide
    };
    let stronger: Vec<&str> = wanted.iter().copied().collect();
    wanted.extend(
        stronger
            .into_iter()
            .flat_map(|rule| milder(rule).iter().copied()),
    );
    let again: Vec<usize> = counter
        .found
        .iter()
        .enumerate()
        .filter(|(_, told)| wanted.contains(told.finding.rule))
        .filter(|(_, told)| {
            let scope = counter.scope.as_ref();
            scope.is_none_or(|scope| scope.confirms(told, look))
        })
        .map(|(at, _)| at)
        .collect();
    let is_old = |key: &(&str, Root)| had.contains_key(key);
    // The counter-proposal says it of more than it was said of, or milder.
    let other = in_scope(&again, counter).keys().any(|key| !is_old(key));
    let of = had.len();
    let settled = if same == of {
        Settled::NotAtAll
    } else if same == 0 && less == 0 && !other {
        Settled::Wholly
    } else {
        Settled::Partly
    };
    Some(Rest {
        settled,
        remaining: same + less,
        of,
        is_worse,
    })
}

/// Whether a chart says enough to tell whether something is found of these things: a promise that
/// it does not make is not kept by it, and a plan that it does not have is no better.
fn can_tell(things: &[Subject], chart: &Chart) -> bool {
    let entries = chart.entries();
    things.iter().all(|thing| match thing.kind {
        Kind::Commitment => entries.commitments.contains_key(thing.id.as_str()),
        Kind::Step | Kind::Chart => chart.process().is_stated(),
        _ => true,
    })
}

/// What findings are of, as far as the point is about it; all of it where it is about none.
fn in_scope<'f>(findings: &[usize], asked: &Asked<'_, 'f>) -> BTreeMap<(&'f str, Root), Quantity> {
    let mut members = BTreeMap::new();
    for told in findings.iter().filter_map(|&at| asked.found.get(at)) {
        let all = &told.fact.members;
        let is_in = |member: &&Member| {
            let scope = asked.scope.as_ref();
            let side = Some(member.side);
            scope.is_some_and(|scope| scope.has(side, &member.subject, Look::Wide))
        };
        let within: Vec<&Member> = all.iter().filter(is_in).collect();
        let counted = if within.is_empty() {
            all.iter().collect()
        } else {
            within
        };
        for member in counted {
            let key = (told.finding.rule, root(member, asked.judged));
            let amount = members.entry(key).or_insert(Quantity::ZERO);
            *amount = Quantity::higher_of(*amount, member.amount);
        }
    }
    members
}

/// What a member is in the base; itself where it is new.
fn root(member: &Member, judged: &Judged<'_>) -> Root {
    let itself = || vec![member.subject.clone()];
    let lineage = judged.changes.map(|changes| &changes.lineage);
    let before = match (member.side, lineage) {
        (Side::Revision, Some(lineage)) => ancestors(lineage, &member.subject),
        _ => Vec::new(),
    };
    let before = if before.is_empty() { itself() } else { before };
    (before, member.part.clone())
}

fn ancestors(lineage: &Lineage, subject: &Subject) -> Vec<Subject> {
    fn of<I: Id>(tracks: &Tracks<I>, id: &str) -> Vec<Subject> {
        let id = parse_id(id).ok().map(I::from_checked);
        let before = id.iter().flat_map(|id| tracks.ancestors(id));
        before.map(Id::subject).collect()
    }
    let id = subject.id.as_str();
    match subject.kind {
        Kind::Unit => of::<UnitId>(&lineage.units, id),
        Kind::Staff => of::<StaffId>(&lineage.staff, id),
        Kind::Function => of::<FunctionId>(&lineage.functions, id),
        Kind::Site => of::<SiteId>(&lineage.sites, id),
        Kind::TargetGroup => of::<TargetGroupId>(&lineage.groups, id),
        _ => Vec::new(),
    }
}
