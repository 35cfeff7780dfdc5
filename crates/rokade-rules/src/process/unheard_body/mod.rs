//! `unheard-body`: a body speaks for a unit that something happens to, and is not heard before
//! it is decided.

use std::collections::BTreeSet;

use rokade_change::{Change, ChangeKind, PostFate, StaffChange, UnitVerdict};
use rokade_core::chart::{BodyView, Chart, ProcessView, StepView};
use rokade_core::date::DateSpan;
use rokade_core::entry::StepKind;
use rokade_core::finding::{Cause, Severity, Side, Value};
use rokade_core::ids::{BodyId, Id, Kind, Subject, UnitId, parse_id};
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
    let touched = Touched::of(&context.changes.changes);
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
            sink.report(one_body(context, id, &covered, certainty));
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

/// The units of each chart that something happens to.
#[derive(Default)]
struct Touched {
    base: BTreeSet<UnitId>,
    revision: BTreeSet<UnitId>,
}

impl Touched {
    /// What only gets another name, or is new, asks nothing of those who are there.
    fn of(changes: &[Change]) -> Self {
        use ChangeKind as K;
        let mut touched = Touched::default();
        for change in changes {
            match change.kind {
                K::UnitClosed
                | K::UnitMerged
                | K::UnitSplit
                | K::UnitMoved
                | K::UnitRelocated
                | K::HeadChanged => {
                    touched.base.extend(units(&change.base));
                    touched.revision.extend(units(&change.revision));
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
                    touched.base.extend(units(&change.from));
                    touched.revision.extend(units(&change.to));
                }
                _ => {}
            }
        }
        touched
    }
}

fn units<'a>(things: impl IntoIterator<Item = &'a Subject>) -> impl Iterator<Item = UnitId> {
    let things = things.into_iter();
    things
        .filter(|thing| thing.kind == Kind::Unit)
        .filter_map(|thing| parse_id(&thing.id).ok())
        .map(UnitId::from_checked)
}

/// The units that a body speaks for and that something happens to.
struct Covered {
    base: Vec<UnitId>,
    revision: Vec<UnitId>,
}

impl Covered {
    fn of(context: &PairContext<'_>, body: &BodyId, touched: &Touched) -> Self {
        let covered = |chart: &Chart, touched: &BTreeSet<UnitId>| -> Vec<UnitId> {
            let Some(body) = chart.body(body) else {
                return Vec::new();
            };
            let speaks_for = |id: &&UnitId| {
                let unit = chart.unit(id);
                unit.is_some_and(|unit| !unit.is_external() && body.speaks_for(unit))
            };
            touched.iter().filter(speaks_for).cloned().collect()
        };
        Covered {
            base: covered(context.base, &touched.base),
            revision: covered(context.revision, &touched.revision),
        }
    }

    fn is_nothing(&self) -> bool {
        self.base.is_empty() && self.revision.is_empty()
    }

    /// The posts of these units that something happens to.
    fn posts(&self, context: &PairContext<'_>) -> Quantity {
        let changes = context.changes;
        let whole: BTreeSet<&UnitId> = changes
            .units
            .iter()
            .filter(|unit| {
                unit.parent_changed
                    || unit.site_changed
                    || matches!(
                        unit.verdict,
                        UnitVerdict::Merged | UnitVerdict::Split | UnitVerdict::Closed
                    )
            })
            .map(|unit| &unit.unit)
            .collect();
        let is_touched = |change: &&StaffChange| {
            let moved = change.fate != PostFate::Stayed;
            let from = change.from_unit.as_ref();
            let leaves = from
                .is_some_and(|from| self.base.contains(from) && (moved || whole.contains(from)));
            let to = change.to_unit.as_ref();
            leaves || (moved && to.is_some_and(|to| self.revision.contains(to)))
        };
        changes.posts(changes.staff.iter().filter(is_touched))
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
    covered: &Covered,
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
    let posts = covered.posts(context);
    let some_posts = posts.high() != Some(0);
    let mut draft = Draft::new(Cause::itself(subject.clone()))
        .member(member(side, subject.clone(), posts))
        .certainty(certainty)
        .thing("body", side, subject.clone())
        .things("units", units_side, units.iter().map(Id::subject))
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
