//! `wider-field`: a unit is responsible for many more functions, or a professional lead leads
//! in many more, than before.

use std::collections::{BTreeMap, BTreeSet};

use rokade_change::UnitVerdict;
use rokade_core::chart::{Chart, FunctionView, HeadState, StaffView, UnitView};
use rokade_core::finding::{Cause, Severity, Side};
use rokade_core::ids::{FunctionId, Id, Kind, StaffId, Subject};
use rokade_core::quantity::Quantity;

use crate::rule::{
    Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, member, texts,
};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "wider-field",
    family: Family::Leadership,
    severity: Severity::Note,
    certainty: RuleCertainty::Certain,
    rank: Rank::Leadership,
    replaces: &[],
    follows: &[Kind::Unit, Kind::Staff, Kind::Function],
    question: Question::Pair(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// The functions of somebody, before and now.
type Fields<'c> = (BTreeSet<&'c FunctionId>, BTreeSet<&'c FunctionId>);

/// A field of fewer functions than this is not so many wider than another.
const MORE: usize = 3;

/// How a field changed. A function that was divided or joined is counted as it was.
struct Change<'c> {
    before: usize,
    now: usize,
    gained: Vec<&'c FunctionId>,
    lost: Vec<&'c FunctionId>,
}

fn check(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    for change in &context.changes.units {
        units(context, change, sink);
    }
    professional_leads(context, sink);
}

fn units(context: &PairContext<'_>, change: &rokade_change::UnitChange, sink: &mut Sink<'_>) {
    let lineage = &context.changes.lineage.units;
    let (before, now) = (change.before(context.base), change.now(context.revision));
    let (Some(before), Some(now)) = (before, now) else {
        return;
    };
    let field_now = field(now);
    if field_now.len() < MORE {
        return;
    }
    // That units were merged says already that their fields were.
    let is_merged = change.verdict == UnitVerdict::Merged || lineage.ancestors(now.id()).len() > 1;
    if is_merged || now.is_external() {
        return;
    }
    let Some(wider) = wider(context, &(field(before), field_now)) else {
        return;
    };
    let unit = before.id().subject();
    let head = match now.head() {
        HeadState::Post(head) => Some(head.id().subject()),
        _ => None,
    };
    let draft = Draft::new(Cause::itself(unit.clone()))
        .member(member(Side::Base, unit.clone(), Quantity::ZERO))
        .word("kind", "unit")
        .thing("who", Side::Revision, now.id().subject())
        .things("head", Side::Revision, head);
    sink.report(described(draft, context, &wider, unit, now.id().subject()));
}

/// The functions that a unit is itself responsible for.
fn field(unit: UnitView<'_>) -> BTreeSet<&FunctionId> {
    let functions = unit.functions().into_iter();
    functions.map(FunctionView::id).collect()
}

fn professional_leads(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let lineage = &context.changes.lineage.staff;
    let (before, now) = (led_fields(context.base), led_fields(context.revision));
    for (id, (leader, field)) in now {
        let [old] = lineage.ancestors(id) else {
            continue;
        };
        // Who led nobody before is new to it, and has no field that was widened.
        let Some((_, field_before)) = before.get(old) else {
            continue;
        };
        if field_before.is_empty() || leader.unit().is_some_and(UnitView::is_external) {
            continue;
        }
        let Some(wider) = wider(context, &(field_before.clone(), field)) else {
            continue;
        };
        let draft = Draft::new(Cause::itself(old.subject()))
            .member(member(Side::Base, old.subject(), Quantity::ZERO))
            .word("kind", "professional-lead")
            .thing("who", Side::Revision, id.subject())
            .things("head", Side::Revision, None::<Subject>);
        sink.report(described(
            draft,
            context,
            &wider,
            old.subject(),
            id.subject(),
        ));
    }
}

/// The functions that those perform whom a post leads professionally.
fn led_fields(chart: &Chart) -> BTreeMap<&StaffId, (StaffView<'_>, BTreeSet<&FunctionId>)> {
    let mut fields: BTreeMap<&StaffId, (StaffView<'_>, BTreeSet<&FunctionId>)> = BTreeMap::new();
    for post in chart.staff() {
        if let Some(leader) = post.professional_lead().filter(|leader| *leader != post) {
            let (_, field) = fields
                .entry(leader.id())
                .or_insert_with(|| (leader, BTreeSet::new()));
            field.extend(post.performs().map(FunctionView::id));
        }
    }
    fields
}

/// How a field changed, where it grew to half as many again and by three or more.
fn wider<'c>(context: &PairContext<'_>, (before, now): &Fields<'c>) -> Option<Change<'c>> {
    let lineage = &context.changes.lineage.functions;
    let gained: Vec<&FunctionId> = now
        .iter()
        .copied()
        .filter(|id| {
            let ancestors = lineage.ancestors(id);
            !ancestors.iter().any(|old| before.contains(old))
        })
        .collect();
    let lost: Vec<&FunctionId> = before
        .iter()
        .copied()
        .filter(|id| {
            let descendants = lineage.descendants(id);
            !descendants.iter().any(|new| now.contains(new))
        })
        .collect();
    let change = Change {
        before: before.len(),
        now: before.len() - lost.len() + gained.len(),
        gained,
        lost,
    };
    let is_wider = 2 * change.now >= 3 * change.before && change.now >= change.before + MORE;
    is_wider.then_some(change)
}

fn described(
    draft: Draft,
    context: &PairContext<'_>,
    wider: &Change<'_>,
    before: Subject,
    now: Subject,
) -> Draft {
    let gained = wider.gained.iter().map(|id| id.subject());
    let mut draft = draft
        .set("before", wider.before)
        .set("now", wider.now)
        .things("gained", Side::Revision, gained)
        .things("lost", Side::Base, wider.lost.iter().map(|id| id.subject()))
        .at(Side::Revision, now, [], "label-revision");
    for id in &wider.gained {
        if let Some(function) = context.revision.function(id) {
            let subject = function.id().subject();
            draft = draft.at(Side::Revision, subject, [], "label-gained");
        }
    }
    draft.at(Side::Base, before, [], "label-base")
}
