//! `broken-co-location`: those who must sit together share no site.

use std::collections::BTreeSet;

use rokade_core::chart::{CoLocationView, Named};
use rokade_core::finding::{Cause, Severity, Value};
use rokade_core::ids::{Id, Kind, Subject};
use rokade_core::quantity::Quantity;

use crate::place::parting::{Outcome, not_judged, partings};
use crate::place::sharing::Seen;
use crate::place::telling::with_places;
use crate::rule::{
    ChartContext, Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, texts,
};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "broken-co-location",
    family: Family::Place,
    severity: Severity::Error,
    certainty: RuleCertainty::Either,
    rank: Rank::Places,
    replaces: &[],
    follows: &[Kind::Unit, Kind::Staff, Kind::Function, Kind::Site],
    question: Question::Both(chart, pair),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

fn chart(context: &ChartContext<'_>, sink: &mut Sink<'_>) {
    let mut unknown: BTreeSet<Subject> = BTreeSet::new();
    let mut count = 0;
    for co_location in context.chart.co_locations_by_id() {
        let Some(seen) = Seen::stated(co_location) else {
            continue;
        };
        if is_faulty(context, co_location, &seen) {
            continue;
        }
        let not_known = seen.unknown();
        if !not_known.is_empty() {
            unknown.extend(not_known);
            count += 1;
        } else if seen.shared.is_empty() {
            apart(context, sink, co_location, &seen);
        }
    }
    tell_not_judged(sink, count, unknown);
}

/// Whether a fault in it, or in those it brings together, has been found: a faulty value is not
/// there, and what follows from that is no second finding.
fn is_faulty(context: &ChartContext<'_>, stated: CoLocationView<'_>, seen: &Seen<'_>) -> bool {
    !context.faulty.is_empty()
        && std::iter::once(stated.id().subject())
            .chain(seen.members())
            .chain(seen.all.staff().map(|(post, _)| post.subject()))
            .any(|subject| context.is_faulty(&subject))
}

fn apart(
    context: &ChartContext<'_>,
    sink: &mut Sink<'_>,
    stated: CoLocationView<'_>,
    seen: &Seen<'_>,
) {
    let subject = stated.id().subject();
    // It is broken or it is not: more posts make it no more so.
    let Some(member) = sink.member(subject.clone(), "", Quantity::ONE) else {
        return;
    };
    let side = sink.side();
    let draft = Draft::new(Cause::itself(subject))
        .message("alone")
        .help("help-alone")
        .member(member);
    sink.report(with_places(draft, context.chart, side, stated.id(), seen));
}

fn pair(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    for parting in partings(context) {
        if parting.outcome == Outcome::Broken {
            sink.report(parting.draft(context));
        }
    }
    // Those that the proposal states are told of when it is looked at by itself.
    let (count, unknown) = not_judged(context);
    tell_not_judged(sink, count, unknown);
}

fn tell_not_judged(sink: &mut Sink<'_>, count: u64, unknown: BTreeSet<Subject>) {
    if count > 0 {
        let things = Value::Things(sink.side(), unknown.into_iter().collect());
        sink.not_judged(
            "not-judged",
            [("count", Value::from(count)), ("unknown", things)],
        );
    }
}
