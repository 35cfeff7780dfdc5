//! `unheard-body`: a body speaks for a unit that something happens to, and is not heard before
//! it is decided.

use std::collections::{BTreeSet, HashMap};

use rokade_change::{Change, ChangeKind, PostFate, UnitChange, UnitVerdict};
use rokade_core::chart::{BodyView, Chart, ProcessView, StaffView, StepView};
use rokade_core::date::DateSpan;
use rokade_core::entry::StepKind;
use rokade_core::finding::{Cause, Severity, Side, Value};
use rokade_core::ids::{BodyId, Id, Kind, Subject, UnitId};
use rokade_core::quantity::{Certainty, Quantity};

use crate::process::steps::at_decision;
use crate::rule::{
    Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, member, texts,
};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "unheard-body",
    family: Family::Process,
    severity: Severity::Error,
    certainty: RuleCertainty::Either,
    rank: Rank::Process,
    replaces: &[],
    follows: &[Kind::Unit, Kind::Staff, Kind::Function],
    question: Question::Pair(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

fn check(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let touched = Touched::of(context);
    let process = context.revision.process();
    let bodies = context.base.bodies().chain(context.revision.bodies());
    let ids: BTreeSet<&BodyId> = bodies.map(BodyView::id).collect();
    let mut not_judged = Vec::new();
    for id in ids {
        let views = [context.base.body(id), context.revision.body(id)];
        let is_ours = views.iter().flatten().all(|body| body.is_ours());
        if !is_ours || process.is_decided_by(id) {
            continue;
        }
        let covered = Covered::of(context, id, &touched);
        if covered.is_nothing() {
            continue;
        }
        if !process.is_stated() {
            not_judged.push(id.subject());
        } else if let Some(certainty) = unheard(process, id) {
            sink.report(one_body(context, id, (&covered, &touched), certainty));
        }
    }
    if !not_judged.is_empty() {
        let in_base = |body: &Subject| context.base.entries().bodies.contains_key(&*body.id);
        let side = if not_judged.iter().all(in_base) {
            Side::Base
        } else {
            Side::Revision
        };
        sink.not_judged("not-judged", [("bodies", Value::Things(side, not_judged))]);
    }
}

/// What something happens to.
struct Touched<'c> {
    base: Units<'c>,
    revision: Units<'c>,
    /// What became of posts that something happens to, by the unit of the base they leave, or
    /// that does not stay as it is.
    leaving: HashMap<&'c UnitId, Vec<usize>>,
    /// Those that come to each unit of the revision.
    coming: HashMap<&'c UnitId, Vec<usize>>,
}

/// Units of ours that something happens to, by their numbers.
struct Units<'c>(Vec<(u32, &'c UnitId)>);

impl<'c> Touched<'c> {
    #[expect(clippy::indexing_slicing, reason = "there is a place for each unit")]
    fn of(context: &PairContext<'c>) -> Self {
        let changes = context.changes;
        let (base, revision) = units_touched(&changes.changes);
        let mut touched = Touched {
            base: Units::new(context.base, &base),
            revision: Units::new(context.revision, &revision),
            leaving: HashMap::new(),
            coming: HashMap::new(),
        };
        let mut is_whole = vec![false; context.base.units().len()];
        for change in changes.units.iter().filter(|unit| happens_to_all(unit)) {
            if let Some(unit) = change.before(context.base) {
                is_whole[unit.position()] = true;
            }
        }
        for (at, change) in changes.staff.iter().enumerate() {
            let moved = change.fate != PostFate::Stayed;
            let from = change.before(context.base).and_then(StaffView::unit);
            if let Some(from) = from.filter(|from| moved || is_whole[from.position()]) {
                touched.leaving.entry(from.id()).or_default().push(at);
            }
            if let Some(to) = change.to_unit.as_ref().filter(|_| moved) {
                touched.coming.entry(to).or_default().push(at);
            }
        }
        touched
    }
}

/// Whether what happens to a unit happens to all in it.
fn happens_to_all(unit: &UnitChange) -> bool {
    unit.parent_changed
        || unit.site_changed
        || matches!(
            unit.verdict,
            UnitVerdict::Merged | UnitVerdict::Split | UnitVerdict::Closed
        )
}

/// The units of each chart that something happens to. What only gets another name, or is new, asks
/// nothing of those who are there.
fn units_touched(changes: &[Change]) -> (BTreeSet<UnitId>, BTreeSet<UnitId>) {
    use ChangeKind as K;
    let (mut base, mut revision) = (BTreeSet::new(), BTreeSet::new());
    for change in changes {
        match change.kind {
            K::UnitClosed
            | K::UnitMerged
            | K::UnitSplit
            | K::UnitMoved
            | K::UnitRelocated
            | K::HeadChanged => {
                base.extend(units(&change.base));
                revision.extend(units(&change.revision));
            }
            K::FunctionMoved
            | K::FunctionSplit
            | K::FunctionAbsorbed
            | K::FunctionEnded
            | K::FunctionUnassigned
            | K::FunctionAbsent
            | K::FunctionJoined
            | K::StaffMoved
            | K::StaffEnded
            | K::StaffUnplaced => {
                base.extend(units(&change.from));
                revision.extend(units(&change.to));
            }
            _ => {}
        }
    }
    (base, revision)
}

fn units<'a>(things: impl IntoIterator<Item = &'a Subject>) -> impl Iterator<Item = UnitId> {
    things.into_iter().filter_map(Subject::to)
}

impl<'c> Units<'c> {
    fn new(chart: &'c Chart, ids: &BTreeSet<UnitId>) -> Self {
        let units = ids.iter().filter_map(|id| chart.unit(id));
        let ours = units.filter(|unit| !unit.is_external());
        let mut units: Vec<(u32, &UnitId)> =
            ours.map(|unit| (unit.span().start, unit.id())).collect();
        units.sort_unstable();
        Units(units)
    }

    /// Those that a body speaks for, by id.
    fn of(&self, body: Option<BodyView<'_>>) -> Vec<&'c UnitId> {
        let mut of_body: BTreeSet<&UnitId> = BTreeSet::new();
        for unit in body.into_iter().flat_map(BodyView::covers) {
            let span = unit.span();
            let start = self.0.partition_point(|(number, _)| *number < span.start);
            let below = self.0.iter().skip(start);
            let below = below.take_while(|(number, _)| *number < span.end);
            of_body.extend(below.map(|(_, id)| *id));
        }
        of_body.into_iter().collect()
    }
}

/// The units that a body speaks for and that something happens to.
struct Covered<'c> {
    base: Vec<&'c UnitId>,
    revision: Vec<&'c UnitId>,
}

impl<'c> Covered<'c> {
    fn of(context: &PairContext<'_>, body: &BodyId, touched: &Touched<'c>) -> Self {
        Covered {
            base: touched.base.of(context.base.body(body)),
            revision: touched.revision.of(context.revision.body(body)),
        }
    }

    fn is_nothing(&self) -> bool {
        self.base.is_empty() && self.revision.is_empty()
    }

    /// The posts of these units that something happens to.
    fn posts(&self, context: &PairContext<'_>, touched: &Touched<'_>) -> Quantity {
        let changes = context.changes;
        let leaving = self.base.iter().filter_map(|id| touched.leaving.get(*id));
        let coming = self
            .revision
            .iter()
            .filter_map(|id| touched.coming.get(*id));
        let each: BTreeSet<usize> = leaving.chain(coming).flatten().copied().collect();
        changes.posts(each.into_iter().filter_map(|at| changes.staff.get(at)))
    }
}

/// Whether a body is neither heard nor asked before the decision. A hearing that comes too late
/// is late-hearing's; what nobody has dated may come in time.
fn unheard(process: ProcessView<'_>, body: &BodyId) -> Option<Certainty> {
    let with_body = |step: &StepView<'_>| step.entry().body.as_ref() == Some(body);
    let mut certainty = Certainty::Certain;
    for step in process.steps().filter(with_body) {
        match step.kind() {
            Some(StepKind::Hearing) => return None,
            Some(StepKind::Discussion) => {
                let start = step.start().or(step.end());
                let late = start.zip(process.decided());
                match late.and_then(|(start, decided)| start.on_or_after(decided)) {
                    None => return None,
                    Some(Certainty::Possible) => certainty = Certainty::Possible,
                    Some(Certainty::Certain) => {}
                }
            }
            _ => {}
        }
    }
    Some(certainty)
}

fn one_body(
    context: &PairContext<'_>,
    body: &BodyId,
    (covered, touched): (&Covered<'_>, &Touched<'_>),
    certainty: Certainty,
) -> Draft {
    let process = context.revision.process();
    let subject = body.subject();
    let side = if context.revision.body(body).is_some() {
        Side::Revision
    } else {
        Side::Base
    };
    // By the names they have today, which are those that the body knows.
    let (units_side, units) = if covered.base.is_empty() {
        (Side::Revision, &covered.revision)
    } else {
        (Side::Base, &covered.base)
    };
    let decided = process.decided();
    let posts = covered.posts(context, touched);
    let some_posts = posts.high() != Some(0);
    let mut draft = Draft::new(Cause::itself(subject.clone()))
        .member(member(side, subject.clone(), posts))
        .certainty(certainty)
        .thing("body", side, subject.clone())
        .things("units", units_side, units.iter().map(|unit| unit.subject()))
        .word(
            "decision",
            if decided.is_some() {
                "known"
            } else {
                "unknown"
            },
        )
        .word("affected", if some_posts { "posts" } else { "units" })
        .set("decided", decided.unwrap_or(DateSpan::UNKNOWN))
        .at(side, subject, ["covers".into()], "label");
    for step in process.steps() {
        let late =
            step.entry().body.as_ref() == Some(body) && step.kind() == Some(StepKind::Discussion);
        if let Some(id) = step.id().filter(|_| late) {
            draft = draft.at(Side::Revision, id.subject(), [], "label-late");
        }
    }
    if decided.is_some() {
        draft = at_decision(draft, Side::Revision, process);
    }
    if some_posts {
        draft.posts(posts)
    } else {
        draft
    }
}
