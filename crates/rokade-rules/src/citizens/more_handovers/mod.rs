//! `more-handovers`: a citizen meets more units than before, or changes between them more often.

use std::collections::{BTreeMap, BTreeSet};

use rokade_core::chart::{FunctionView, GroupView};
use rokade_core::finding::{Cause, Severity, Side};
use rokade_core::ids::{Id, Kind, UnitId};
use rokade_core::quantity::{Certainty, Quantity};

use crate::citizens::groups::{OnTheWay, on_the_way, tell};
use crate::citizens::way::More;
use crate::rule::{Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "more-handovers",
    family: Family::Citizens,
    severity: Severity::Warning,
    certainty: RuleCertainty::Either,
    rank: Rank::Citizens,
    replaces: &[],
    follows: &[Kind::TargetGroup, Kind::Unit, Kind::Function],
    question: Question::Pair(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// What target groups are told together by: why, how surely, and all that the sentence says of
/// their way.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Line<'c> {
    cause: Cause,
    certainty: Certainty,
    more_units: bool,
    more_changes: bool,
    /// Units and changes, before and now, as far as they are known.
    counts: [(i64, Option<i64>); 4],
    met_before: Vec<&'c UnitId>,
    met_now: Vec<&'c UnitId>,
}

/// One finding for the target groups that go the same way for the same reason.
fn check(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let mut lines: BTreeMap<Line<'_>, Vec<OnTheWay<'_>>> = BTreeMap::new();
    for one in on_the_way(context) {
        let Some(more) = More::of(one) else {
            continue;
        };
        let Some(certainty) = more.units.max(more.changes) else {
            continue;
        };
        let ends = |quantity: Quantity| (quantity.low(), quantity.high());
        let line = Line {
            cause: cause(context, one.before),
            certainty,
            more_units: more.units.is_some(),
            more_changes: more.changes.is_some(),
            counts: [
                ends(more.was.units()),
                ends(more.is.units()),
                ends(more.was.handovers()),
                ends(more.is.handovers()),
            ],
            met_before: more.was.met(),
            met_now: more.is.met(),
        };
        lines.entry(line).or_default().push(one);
    }
    for (line, groups) in lines {
        sink.report(one_line(line, &groups));
    }
}

fn one_line(line: Line<'_>, groups: &[OnTheWay<'_>]) -> Draft {
    let word = |grown: bool| if grown { "yes" } else { "no" };
    let [units_before, units_now, changes_before, changes_now] = line.counts.map(|(low, high)| {
        Quantity::from_hundredths(low, high, false).unwrap_or(Quantity::UNKNOWN)
    });
    let draft = Draft::new(line.cause)
        .certainty(line.certainty)
        .word("more_units", word(line.more_units))
        .word("more_changes", word(line.more_changes))
        .set("units_before", units_before)
        .set("units_now", units_now)
        .set("changes_before", changes_before)
        .set("changes_now", changes_now)
        .things(
            "met_before",
            Side::Base,
            line.met_before.into_iter().map(Id::subject),
        )
        .things(
            "met_now",
            Side::Revision,
            line.met_now.into_iter().map(Id::subject),
        );
    tell(draft, groups)
}

/// What happened to the functions on the way; where that is nothing, such as when the pathway
/// itself grew, the group is its own cause.
fn cause(context: &PairContext<'_>, before: GroupView<'_>) -> Cause {
    let steps: BTreeSet<_> = before.pathway().map(FunctionView::id).collect();
    let own = steps
        .into_iter()
        .filter_map(|step| context.changes.function(step));
    own.filter_map(|change| change.cause.clone())
        .min()
        .unwrap_or_else(|| Cause::itself(before.id().subject()))
}
