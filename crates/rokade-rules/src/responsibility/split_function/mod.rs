//! `split-function`: the unit that was responsible gives up part of a function, and another has
//! that part.

use std::collections::BTreeMap;

use rokade_change::{FunctionChange, FunctionFate, FunctionPart};
use rokade_core::chart::{StaffView, UnitView};
use rokade_core::finding::{Cause, Severity, Side};
use rokade_core::ids::{Id, Kind, UnitId};
use rokade_core::quantity::Quantity;

use crate::responsibility::holding::{
    LABELLED, Posts, citizens, is_of_others, label_holders, performed_by, scoped, sum,
    with_citizens,
};
use crate::rule::{
    Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, member, texts,
};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "split-function",
    family: Family::Responsibility,
    severity: Severity::Note,
    certainty: RuleCertainty::Certain,
    rank: Rank::Functions,
    replaces: &[],
    follows: &[Kind::Function, Kind::Unit],
    question: Question::Pair(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

type Divided<'a> = (&'a FunctionChange, &'a FunctionPart);

/// One finding a cause, as a rule (from unit, to unit).
fn check(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let mut lines: BTreeMap<&Cause, Vec<Divided<'_>>> = BTreeMap::new();
    for change in &context.changes.functions {
        let (FunctionFate::Split, Some(part), Some(cause)) =
            (change.fate, &change.given_up, &change.cause)
        else {
            continue;
        };
        if is_of_others(context, part) {
            continue;
        }
        lines.entry(cause).or_default().push((change, part));
    }
    for (cause, divided) in lines {
        sink.report(one_line(context, cause, &divided));
    }
}

fn one_line(context: &PairContext<'_>, cause: &Cause, divided: &[Divided<'_>]) -> Draft {
    let functions = divided.iter().map(|(change, _)| change.function.subject());
    let from = divided
        .iter()
        .flat_map(|(_, part)| part.from.iter().map(Id::subject));
    let into = divided
        .iter()
        .flat_map(|(_, part)| part.into.iter().map(Id::subject));
    let parts = divided
        .iter()
        .flat_map(|(_, part)| part.functions.iter().map(Id::subject));
    let cases: Vec<Quantity> = divided.iter().filter_map(|(_, part)| part.cases).collect();
    let scopes: Vec<_> = divided
        .iter()
        .map(|(_, part)| part.scopes.clone())
        .collect();
    let groups = scopes
        .iter()
        .flatten()
        .filter_map(|scope| scope.group.as_ref());
    let citizens = citizens(context.revision, groups);
    let draft = Draft::new(cause.clone())
        .things("functions", Side::Base, functions)
        .things("from", Side::Base, from)
        .things("into", Side::Revision, into)
        .things("parts", Side::Revision, parts)
        .word(
            "cases_are",
            if cases.is_empty() { "unknown" } else { "known" },
        )
        .set("cases", cases.into_iter().sum::<Quantity>());
    let mut draft = scoped(draft, Side::Revision, &scopes);
    let mut posts = Posts::new();
    for (i, (change, part)) in divided.iter().enumerate() {
        let along = went_along(context, part);
        let subject = change.function.subject();
        draft = draft.member(member(Side::Base, subject, sum(&along)));
        posts.extend(along);
        if i < LABELLED {
            draft = label_holders(context, draft, change);
        }
    }
    with_citizens(performed_by(draft, Side::Base, posts), citizens)
}

/// Groups of posts of which some went along, each with how many.
fn went_along(context: &PairContext<'_>, part: &FunctionPart) -> Posts {
    let there = |unit: &UnitId| {
        let unit = context.revision.unit(unit).into_iter();
        unit.flat_map(UnitView::line)
            .any(|unit| part.into.contains(unit.id()))
    };
    let mut posts = Posts::new();
    for id in &part.staff {
        let moved = context.changes.staff_of(id).iter();
        let moved = moved.filter(|change| change.to_unit.as_ref().is_some_and(there));
        let sum = context.changes.posts(moved);
        let whole = context.base.post(id).map(StaffView::count);
        let along = if sum == Quantity::ZERO {
            whole
        } else {
            Some(sum)
        };
        posts.insert(id.subject(), along.unwrap_or(Quantity::UNKNOWN));
    }
    posts
}
