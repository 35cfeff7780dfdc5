//! `span-of-control`: more posts have one head, or one professional lead, than one can lead; or
//! many more than before.

pub(crate) mod spans;

use rokade_change::UnitVerdict;
use rokade_core::chart::{StaffView, Superior, UnitView};
use rokade_core::finding::{Cause, Severity, Side, Value};
use rokade_core::ids::{Id, Kind, Subject};
use rokade_core::quantity::Quantity;

use self::spans::{Line, Spans, has_jumped, is_over, is_too_small_to_jump, reporting};
use crate::people::most_first;
use crate::rule::{
    ChartContext, Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, texts,
};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "span-of-control",
    family: Family::Leadership,
    severity: Severity::Warning,
    certainty: RuleCertainty::Either,
    rank: Rank::Leadership,
    replaces: &[],
    follows: &[Kind::Staff, Kind::Unit],
    question: Question::Both(chart, pair),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

fn chart(context: &ChartContext<'_>, sink: &mut Sink<'_>) {
    let limit = context.limits.span_max;
    let spans = Spans::new(context.chart);
    let mut unknown: Vec<StaffView<'_>> = Vec::new();
    for (leader, line) in spans.leaders().filter(|(leader, _)| is_ours(*leader)) {
        let id = leader.id();
        let direct = spans.direct(leader, line);
        let over = is_over(direct, limit);
        if over.is_none() && direct.high().is_none() {
            let reports = spans.reports(leader, line).iter();
            unknown.extend(reports.filter(|post| reporting(**post).high().is_none()));
        }
        let side = sink.side();
        if let Some(certainty) = over
            && let Some(member) = sink.member(id.subject(), line.word(), direct)
        {
            let draft = described(side, &spans, leader, line, limit)
                .member(member)
                .certainty(certainty);
            sink.report(draft);
        }
    }
    if !unknown.is_empty() {
        let staff = unknown.iter().map(|post| post.id().subject());
        let staff = rokade_core::finding::sorted(staff);
        sink.not_judged("not-judged", [("staff", Value::Things(sink.side(), staff))]);
    }
}

/// Everything that can be said of spans when two charts are compared: what is above the limit
/// and was not, or is more than it was; else a jump below the limit.
fn pair(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let limit = context.limits.span_max;
    let (before, now) = (Spans::new(context.base), Spans::new(context.revision));
    for (leader, line) in now.leaders().filter(|(leader, _)| is_ours(*leader)) {
        let direct = now.direct(leader, line);
        if is_over(direct, limit).is_none() && is_too_small_to_jump(direct) {
            continue;
        }
        let old = predecessor(context, leader, line, &before);
        let mut ancestors = context.changes.lineage.staff.before(leader, context.base);
        let was_over = ancestors.any(|old| {
            let was = before.direct(old, line);
            is_over(was, limit).is_some() && !direct.has_risen_from(was)
        });
        let over = is_over(direct, limit).filter(|_| !was_over);
        let jumped = old.and_then(|old| has_jumped(before.direct(old, line), direct));
        let Some(certainty) = over.or(jumped) else {
            continue;
        };
        let drawn_flat = drawn_flat(context, leader, line);
        let mut draft = described(Side::Revision, &now, leader, line, limit)
            .member(rokade_core::finding::Member {
                side: Side::Revision,
                subject: leader.id().subject(),
                part: line.word().to_owned(),
                amount: direct,
            })
            .certainty(certainty);
        if let Some(old) = old {
            draft = draft.set("before", before.direct(old, line)).at(
                Side::Base,
                old.id().subject(),
                [],
                "label-base",
            );
        }
        sink.report(match (over.is_some(), drawn_flat) {
            (true, Some(unit)) => draft
                .severity(Severity::Note)
                .message("message-flat")
                .help("help-flat")
                .thing("unit", Side::Revision, unit),
            (true, None) if old.is_some() => draft.message("message-grown"),
            (true, None) => draft,
            (false, _) => draft
                .severity(Severity::Note)
                .message("message-jump")
                .help("help-jump"),
        });
    }
}

/// Whether a leader is of our own organisation.
fn is_ours(leader: StaffView<'_>) -> bool {
    leader.unit().is_none_or(|unit| !unit.is_external())
}

/// The post of the base to compare with: what the leader was, or who headed the same units, and
/// of several the one that led most. That a unit has another head is told as that, and is no jump.
fn predecessor<'c>(
    context: &PairContext<'c>,
    leader: StaffView<'c>,
    line: Line,
    before: &Spans<'c>,
) -> Option<StaffView<'c>> {
    let lineage = &context.changes.lineage;
    let mut old: Vec<StaffView<'_>> = lineage.staff.before(leader, context.base).collect();
    if line == Line::Head {
        let units = leader.heads();
        let units = units.flat_map(|unit| lineage.units.before(unit, context.base));
        old.extend(units.filter_map(|unit| unit.head().post()));
    }
    old.sort_unstable();
    old.dedup();
    old.into_iter()
        .max_by_key(|old| before.direct(*old, line).low())
}

/// The unit, where all a leader leads is a new unit of which only the posts are drawn: no units
/// below, and nobody who leads others.
fn drawn_flat(context: &PairContext<'_>, leader: StaffView<'_>, line: Line) -> Option<Subject> {
    let mut units = leader.heads();
    let (Some(unit), None, Line::Head) = (units.next(), units.next(), line) else {
        return None;
    };
    let is_new = context
        .changes
        .lineage
        .units
        .ancestors(unit.id())
        .iter()
        .all(|old| {
            let verdict = context.changes.unit(old).map(|change| change.verdict);
            old != unit.id() && matches!(verdict, Some(UnitVerdict::Merged | UnitVerdict::Split))
        });
    let reports_to_leader =
        |post: StaffView<'_>| post == leader || post.superior() == Superior::Post(leader);
    let is_flat = unit.children().len() == 0 && unit.staff().all(reports_to_leader);
    (is_new && is_flat).then(|| unit.id().subject())
}

fn described(
    side: Side,
    spans: &Spans<'_>,
    leader: StaffView<'_>,
    line: Line,
    limit: Quantity,
) -> Draft {
    let subject = leader.id().subject();
    let direct = spans.direct(leader, line);
    let reports = spans.reports(leader, line).iter();
    let staff = most_first(reports.map(|post| (post.id().subject(), reporting(*post))));
    let units = leader.heads().map(UnitView::id).map(Id::subject);
    Draft::new(Cause::itself(subject.clone()))
        .part(line.word())
        .thing("leader", side, subject.clone())
        .word("kind", line.word())
        .things("units", side, units)
        .set("direct", direct)
        .set("below", spans.below(leader, line))
        .set("limit", limit)
        .set("staff", Value::Amounts(side, staff))
        .posts(direct)
        .at(side, subject, [], "label")
}
