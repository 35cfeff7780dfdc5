//! `overlapping-responsibility`: two units are responsible for the same, and nobody says that
//! they share it.

use std::collections::{BTreeMap, BTreeSet};

use rokade_change::Scope;
use rokade_core::chart::{Cell, FunctionView, GroupView, SiteView, UnitView};
use rokade_core::finding::{Cause, CauseKind, Member, Severity, Side};
use rokade_core::ids::{Id, SiteId, Subject, TargetGroupId, UnitId};
use rokade_core::quantity::Quantity;

use crate::responsibility::holding::{
    LABELLED, Posts, citizens, performed_by, performers, scoped, with_citizens,
};
use crate::rule::{ChartContext, Draft, Family, Question, Rank, Rule, RuleCertainty, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "overlapping-responsibility",
    family: Family::Responsibility,
    severity: Severity::Warning,
    certainty: RuleCertainty::Certain,
    rank: Rank::Functions,
    replaces: &["joined-function"],
    follows: &[],
    question: Question::Chart(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// A function with the scopes in which several are responsible.
struct Overlap<'c> {
    function: FunctionView<'c>,
    scopes: Vec<Scope>,
    /// The entries of `responsible` that they stand in.
    entries: BTreeSet<usize>,
    units: BTreeSet<&'c UnitId>,
    /// How many units there are in each scope, together.
    holders: usize,
}

/// One finding the same units, whatever they share.
fn check(context: &ChartContext<'_>, sink: &mut Sink<'_>) {
    let mut lines: BTreeMap<Vec<Subject>, Vec<(Overlap<'_>, Member)>> = BTreeMap::new();
    for function in context.chart.functions_by_id() {
        let subject = function.id().subject();
        if context.is_faulty(&subject) {
            continue;
        }
        let Some(overlap) = overlap(function) else {
            continue;
        };
        // One more unit is worse, as one more scope is.
        let amount = Quantity::exact(overlap.holders as u32);
        if let Some(member) = sink.member(subject, "", amount) {
            let units = overlap.units.iter().map(|unit| unit.subject()).collect();
            lines.entry(units).or_default().push((overlap, member));
        }
    }
    for (units, overlaps) in lines {
        let draft = one_line(context, sink.side(), units, overlaps);
        sink.report(draft);
    }
}

/// Asks for every scope that a responsibility names who holds it. The same cells answer for
/// several scopes where none of these is taken out of them: they are told as the widest.
fn overlap(function: FunctionView<'_>) -> Option<Overlap<'_>> {
    if function.cells().len() < 2 {
        return None;
    }
    let sites: BTreeMap<Option<&SiteId>, Option<SiteView<'_>>> = function
        .cells()
        .map(|cell| (cell.site.map(SiteView::id), cell.site))
        .chain([(None, None)])
        .collect();
    let groups: BTreeMap<Option<&TargetGroupId>, Option<GroupView<'_>>> = function
        .cells()
        .map(|cell| (cell.group.map(GroupView::id), cell.group))
        .chain([(None, None)])
        .collect();
    let mut seen: BTreeSet<BTreeSet<(usize, Option<&TargetGroupId>)>> = BTreeSet::new();
    let mut found = Overlap {
        function,
        scopes: Vec::new(),
        entries: BTreeSet::new(),
        units: BTreeSet::new(),
        holders: 0,
    };
    // `None` is before all sites and groups, so that the widest scope is asked for first.
    for (site_id, &site) in &sites {
        for (group_id, &group) in &groups {
            let mut cells = function.responsible_for(site, group);
            cells.retain(|cell| cell.holder.unit().is_some());
            if !overlaps(&cells) {
                continue;
            }
            let key = cells
                .iter()
                .map(|cell| (cell.entry, cell.group.map(GroupView::id)));
            if seen.insert(key.collect()) {
                found.scopes.push(Scope {
                    site: site_id.cloned(),
                    group: group_id.cloned(),
                });
                found.entries.extend(cells.iter().map(|cell| cell.entry));
                let units = units(&cells);
                found.holders += units.len();
                found.units.extend(units);
            }
        }
    }
    (!found.scopes.is_empty()).then_some(found)
}

fn units<'c>(cells: &[Cell<'c>]) -> BTreeSet<&'c UnitId> {
    let units = cells.iter().filter_map(|cell| cell.holder.unit());
    units.map(UnitView::id).collect()
}

/// Two units of which one at least is ours, and one at least does not say that it shares.
fn overlaps(cells: &[Cell<'_>]) -> bool {
    let ours = cells
        .iter()
        .any(|cell| cell.holder.unit().is_some_and(|unit| !unit.is_external()));
    ours && units(cells).len() > 1 && !cells.iter().all(|cell| cell.shared)
}

fn one_line(
    context: &ChartContext<'_>,
    side: Side,
    units: Vec<Subject>,
    overlaps: Vec<(Overlap<'_>, Member)>,
) -> Draft {
    let scopes: Vec<Vec<Scope>> = overlaps.iter().map(|(one, _)| one.scopes.clone()).collect();
    let groups = scopes
        .iter()
        .flatten()
        .filter_map(|scope| scope.group.as_ref());
    let citizens = citizens(context.chart, groups);
    let functions = overlaps.iter().map(|(one, _)| one.function.id().subject());
    let draft = Draft::new(Cause::new(CauseKind::Itself, units.iter().cloned()))
        .things("functions", side, functions)
        .things("units", side, units);
    let mut draft = scoped(draft, side, &scopes);
    let mut posts = Posts::new();
    for (i, (one, member)) in overlaps.into_iter().enumerate() {
        posts.extend(performers(one.function));
        draft = draft.member(member);
        if i < LABELLED {
            for entry in one.entries {
                let path = ["responsible".into(), entry.into()];
                draft = draft.at(side, one.function.id().subject(), path, "label");
            }
        }
    }
    with_citizens(performed_by(draft, side, posts), citizens)
}
