//! `abolished-head`: a unit that had a head of its own is to have none.

use std::collections::BTreeMap;

use rokade_change::{StaffChange, UnitChange, UnitVerdict};
use rokade_core::chart::{HeadState, StaffView, Superior, UnitView};
use rokade_core::finding::{Cause, Severity, Side, Value};
use rokade_core::ids::{Id, Kind, UnitId};

use crate::people::most_first;
use crate::rule::{
    Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, member, texts,
};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "abolished-head",
    family: Family::Leadership,
    severity: Severity::Note,
    certainty: RuleCertainty::Certain,
    rank: Rank::Leadership,
    replaces: &[],
    follows: &[Kind::Unit],
    question: Question::Pair(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// A unit of the base, and one it became that has no head.
struct Headless<'c> {
    change: &'c UnitChange,
    before: UnitView<'c>,
    now: UnitView<'c>,
    led: Vec<&'c StaffChange>,
}

fn check(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let mut found: BTreeMap<(&UnitId, &UnitId), Headless<'_>> = BTreeMap::new();
    for change in &context.changes.units {
        for now in change.became(context.revision) {
            if let Some(headless) = headless(context, change, now) {
                found.insert((&change.unit, now.id()), headless);
            }
        }
    }
    if found.is_empty() {
        return;
    }
    for change in &context.changes.staff {
        // Posts follow the nearest unit above them that had the head they had.
        let unit = |id: &Option<UnitId>, revision: bool| {
            let chart = if revision {
                context.revision
            } else {
                context.base
            };
            id.as_ref().and_then(|id| chart.unit(id))
        };
        let (Some(from), Some(to)) = (unit(&change.from_unit, false), unit(&change.to_unit, true))
        else {
            continue;
        };
        let Some(led_by) = led_by(context, change) else {
            continue;
        };
        let key = found
            .values()
            .filter(|f| f.before == led_by && from.is_within(f.before) && to.is_within(f.now))
            .map(|f| (&f.change.unit, f.now.id()))
            .next();
        if let Some(headless) = key.and_then(|key| found.get_mut(&key)) {
            headless.led.push(change);
        }
    }
    for headless in found.values() {
        sink.report(one_unit(context, headless));
    }
}

/// Whether a unit had a head, filled or not, and what it became is to have none.
fn headless<'c>(
    context: &PairContext<'c>,
    change: &'c UnitChange,
    now: UnitView<'c>,
) -> Option<Headless<'c>> {
    let before = change.before(context.base)?;
    let had = before.head().post().is_some() || before.head().is_vacant();
    (had && now.head() == HeadState::None && !now.is_external()).then(|| Headless {
        change,
        before,
        now,
        led: Vec::new(),
    })
}

/// The unit whose head led posts of the base, not the head itself.
fn led_by<'c>(context: &PairContext<'c>, change: &StaffChange) -> Option<UnitView<'c>> {
    let post = context.base.post(&change.staff)?;
    match post.superior() {
        Superior::Post(head) => {
            let unit = post.unit()?;
            unit.line().find(|unit| unit.head().post() == Some(head))
        }
        Superior::Waiting(unit) => Some(unit),
        Superior::Ended | Superior::Top | Superior::NotStated => None,
    }
}

fn one_unit(context: &PairContext<'_>, headless: &Headless<'_>) -> Draft {
    let Headless {
        change,
        before,
        now,
        led,
    } = headless;
    let unit = before.id().subject();
    let posts = context.changes.posts(led.iter().copied());
    let staff = most_first(led.iter().map(|c| (c.staff.subject(), c.posts)));
    let old_head = before.head().post();
    let to_head = now.headed();
    let head = to_head.and_then(|unit| unit.head().post());
    let cause = change
        .cause()
        .unwrap_or_else(|| Cause::itself(unit.clone()));
    let mut draft = Draft::new(cause)
        .member(member(Side::Base, unit.clone(), posts))
        .thing("unit", Side::Base, unit.clone())
        .thing("now", Side::Revision, now.id().subject())
        .word(
            "became",
            match change.verdict {
                UnitVerdict::Kept | UnitVerdict::Closed => "kept",
                UnitVerdict::Renamed => "renamed",
                UnitVerdict::Merged => "merged",
                UnitVerdict::Split => "split",
            },
        )
        .things("old_head", Side::Base, old_head.map(subject))
        .things("head", Side::Revision, head.map(subject))
        .things(
            "head_of",
            Side::Revision,
            to_head.map(|unit| unit.id().subject()),
        )
        .set("staff", Value::Amounts(Side::Base, staff))
        .posts(posts)
        .at(
            Side::Revision,
            now.id().subject(),
            ["head".into()],
            "label-revision",
        )
        .at(Side::Base, unit, ["head".into()], "label-base");
    if change.to.len() > 1 {
        draft = draft.part(now.id().as_str());
    }
    draft
}

fn subject(post: StaffView<'_>) -> rokade_core::ids::Subject {
    post.id().subject()
}
