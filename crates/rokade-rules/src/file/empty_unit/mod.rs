//! `empty-unit`: a unit with nothing and nobody in it, or a head with nobody below.

use std::collections::{BTreeMap, BTreeSet};

use rokade_core::chart::{Chart, StaffView, UnitView};
use rokade_core::fault::{Fault, FaultKind};
use rokade_core::finding::{Cause, Severity, Side};
use rokade_core::ids::{Id, Kind, UnitId};
use rokade_core::quantity::Quantity;

use crate::rule::{
    ChartContext, Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, member,
    texts,
};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "empty-unit",
    family: Family::File,
    severity: Severity::Note,
    certainty: RuleCertainty::Certain,
    rank: Rank::New,
    replaces: &[],
    follows: &[Kind::Unit],
    question: Question::Both(chart, pair),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// What is in each unit of a chart.
struct Contents<'c> {
    /// Units at whose place a function of another is done.
    hosts: BTreeSet<&'c UnitId>,
}

impl<'c> Contents<'c> {
    fn new(chart: &'c Chart) -> Self {
        let functions = chart.entries().functions.values();
        let hosts = functions
            .flat_map(|function| &function.value.hosted_by)
            .filter_map(|host| host.unit.as_ref())
            .collect();
        Contents { hosts }
    }

    fn is_empty(&self, unit: UnitView<'_>) -> bool {
        unit.children().len() == 0
            && !unit.staff().any(|post| is_somebody(post.count()))
            && unit.functions().is_empty()
            && !self.hosts.contains(unit.id())
    }
}

/// The posts in a unit and below it, but for those that head it.
fn led(unit: UnitView<'_>) -> Quantity {
    let below: Quantity = unit.children().map(UnitView::posts_below).sum();
    let heads = |post: &StaffView<'_>| post.heads().any(|headed| headed == unit);
    let others = unit.staff().filter(|post| !heads(post));
    below + others.map(StaffView::count).sum()
}

fn is_somebody(count: Quantity) -> bool {
    count.high() != Some(0)
}

/// A unit that is empty while half of its like are not.
fn chart(context: &ChartContext<'_>, sink: &mut Sink<'_>) {
    let contents = Contents::new(context.chart);
    let meant = meant(context.faults);
    let units = context.chart.units_by_id();
    let units: Vec<UnitView<'_>> = units.filter(|unit| !unit.is_external()).collect();
    // Of each type, and of the units without units below: how many, and how many hold something.
    let mut types: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut leaves = (0, 0);
    let empty: Vec<bool> = units.iter().map(|&unit| contents.is_empty(unit)).collect();
    for (unit, &empty) in units.iter().zip(&empty) {
        let count = |counts: &mut (usize, usize)| {
            counts.0 += 1;
            counts.1 += usize::from(!empty);
        };
        if let Some(unit_type) = &unit.entry().unit_type {
            count(types.entry(unit_type.trim()).or_default());
        }
        if unit.children().len() == 0 {
            count(&mut leaves);
        }
    }
    for (unit, _) in units.iter().zip(&empty).filter(|(_, empty)| **empty) {
        // What a misspelt reference most likely meant is not empty.
        if context.is_faulty(&unit.id().subject()) || meant.contains(unit.id().as_str()) {
            continue;
        }
        let unit_type = unit.entry().unit_type.as_deref().map(str::trim);
        let of_type = unit_type
            .and_then(|t| types.get(t))
            .filter(|(like, _)| *like > 1);
        // The unit itself is one of either, and holds nothing.
        let (like, holding) = *of_type.unwrap_or(&leaves);
        let like = like - 1;
        if like == 0 || holding * 2 < like {
            continue;
        }
        let Some(member) = sink.member(unit.id().subject(), "", Quantity::ONE) else {
            continue;
        };
        let side = sink.side();
        let subject = unit.id().subject();
        sink.report(
            Draft::new(Cause::itself(subject.clone()))
                .member(member)
                .thing("unit", side, subject.clone())
                .word("like", if of_type.is_some() { "type" } else { "leaves" })
                .set("unit_type", unit_type.unwrap_or_default())
                .set("others", like)
                .word("holding", if holding == like { "all" } else { "some" })
                .set("others_holding", holding)
                .at(side, subject, [], "label"),
        );
    }
}

/// The units that misspelt references most likely mean.
fn meant(faults: &[Fault]) -> BTreeSet<&str> {
    let nearest = faults.iter().filter_map(|fault| match &fault.kind {
        FaultKind::UnknownReference {
            kind: Kind::Unit,
            nearest,
            ..
        } => nearest.as_deref(),
        _ => None,
    });
    nearest.collect()
}

/// A unit that became empty, or whose head is left with nobody to lead.
fn pair(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let base = Contents::new(context.base);
    let revision = Contents::new(context.revision);
    let units = context.revision.units_by_id();
    for unit in units.filter(|unit| !unit.is_external()) {
        let is_empty = revision.is_empty(unit);
        if !is_empty && is_led(unit) {
            continue;
        }
        let lineage = &context.changes.lineage.units;
        let before: Vec<UnitView<'_>> = lineage.before(unit, context.base).collect();
        let Some(first) = before.first() else {
            continue;
        };
        // Of a unit that became several, each is told by its own id.
        let named = match lineage.now(*first, context.revision).count() {
            1 => first.id(),
            _ => unit.id(),
        };
        let draft = Draft::new(Cause::itself(named.subject()))
            .member(member(Side::Revision, unit.id().subject(), Quantity::ONE))
            .thing("unit", Side::Revision, unit.id().subject());
        if is_empty {
            let draft = became_empty(context, &base, &before, draft);
            report(sink, unit, &before, draft, "label");
        } else {
            let draft = head_alone(unit, &before, draft);
            report(sink, unit, &before, draft, "label-head");
        }
    }
}

fn report(
    sink: &mut Sink<'_>,
    unit: UnitView<'_>,
    before: &[UnitView<'_>],
    draft: Option<Draft>,
    label: &'static str,
) {
    let Some(draft) = draft else { return };
    let mut draft = draft.at(Side::Revision, unit.id().subject(), [], label);
    for unit in before {
        draft = draft.at(Side::Base, unit.id().subject(), [], "label-base");
    }
    sink.report(draft);
}

/// What was in it, of what the revision states at all.
fn became_empty(
    context: &PairContext<'_>,
    base: &Contents<'_>,
    before: &[UnitView<'_>],
    draft: Draft,
) -> Option<Draft> {
    let states_staff = context.revision.staff().len() > 0;
    let states_functions = context.revision.functions().len() > 0;
    let staff = before
        .iter()
        .filter(|_| states_staff)
        .flat_map(|unit| unit.staff());
    let posts: Quantity = staff.map(StaffView::count).sum();
    let children: usize = before.iter().map(|unit| unit.children().len()).sum();
    let functions = before.iter().filter(|_| states_functions);
    let functions: usize = functions.map(|unit| unit.functions().len()).sum();
    let hosted = states_functions && before.iter().any(|unit| base.hosts.contains(unit.id()));
    let held = is_somebody(posts) || children > 0 || functions > 0 || hosted;
    held.then(|| {
        draft
            .part("empty")
            .message("became-empty")
            .help("help-became-empty")
            .set("units_before", children)
            .set("functions_before", functions)
            .word("had_posts", if is_somebody(posts) { "yes" } else { "no" })
            .set("posts_before", posts)
            .posts(posts)
    })
}

/// Whether a head of its own has somebody to lead, or there is no head.
fn is_led(unit: UnitView<'_>) -> bool {
    unit.head().post().is_none() || is_somebody(led(unit))
}

fn head_alone(unit: UnitView<'_>, before: &[UnitView<'_>], draft: Draft) -> Option<Draft> {
    let head = unit.head().post()?;
    let led: Quantity = before.iter().map(|unit| led(*unit)).sum();
    is_somebody(led).then(|| {
        draft
            .part("head")
            .message("head-alone")
            .help("help-head-alone")
            .thing("head", Side::Revision, head.id().subject())
            .set("posts_before", led)
            .posts(led)
    })
}
