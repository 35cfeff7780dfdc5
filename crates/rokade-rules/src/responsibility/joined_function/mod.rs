//! `joined-function`: a unit became responsible beside those that were, and nobody gave up
//! anything.

use std::collections::BTreeMap;

use rokade_change::{FunctionChange, FunctionPart};
use rokade_core::chart::FunctionView;
use rokade_core::finding::{Cause, CauseKind, Severity, Side};
use rokade_core::ids::{Id, Kind, UnitId};

use crate::responsibility::holding::{
    LABELLED, Posts, citizens, in_base, is_of_others, label_holders, performed_by, scoped, sum,
    with_citizens,
};
use crate::rule::{
    Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, member, texts,
};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "joined-function",
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

type Joined<'a> = (&'a FunctionChange, &'a FunctionPart);

/// One finding the units that joined. What they now hold in the same scope as others without
/// saying that they share it is apart, for that is told as an overlap.
fn check(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let mut lines: BTreeMap<(&[UnitId], bool), Vec<Joined<'_>>> = BTreeMap::new();
    for change in &context.changes.functions {
        let Some(part) = &change.joined else { continue };
        if is_of_others(context, part) {
            continue;
        }
        let key = (&part.into[..], is_unshared(context, change));
        lines.entry(key).or_default().push((change, part));
    }
    for ((into, unshared), joined) in lines {
        sink.report(one_line(context, into, unshared, &joined));
    }
}

fn now<'c>(
    context: &PairContext<'c>,
    change: &FunctionChange,
) -> impl Iterator<Item = FunctionView<'c>> {
    let now = change.to.iter();
    now.filter_map(|id| context.revision.function(id))
}

/// Whether the same scope is stated for several units, not all of which say that they share it.
fn is_unshared(context: &PairContext<'_>, change: &FunctionChange) -> bool {
    now(context, change).any(|function| {
        function.cells().any(|cell| {
            let same = || {
                let scope = (cell.site, cell.group);
                function.cells().filter(move |c| (c.site, c.group) == scope)
            };
            same().any(|other| other.holder != cell.holder) && !same().all(|c| c.shared)
        })
    })
}

fn one_line(
    context: &PairContext<'_>,
    into: &[UnitId],
    unshared: bool,
    joined: &[Joined<'_>],
) -> Draft {
    let cause = into.iter().map(|unit| in_base(context.changes, unit));
    let functions = joined.iter().map(|(change, _)| change.function.subject());
    let from = joined
        .iter()
        .flat_map(|(_, part)| part.from.iter().map(Id::subject));
    let scopes: Vec<_> = joined.iter().map(|(_, part)| part.scopes.clone()).collect();
    let groups = scopes
        .iter()
        .flatten()
        .filter_map(|scope| scope.group.as_ref());
    let citizens = citizens(context.revision, groups);
    let draft = Draft::new(Cause::new(CauseKind::Itself, cause))
        .part(if unshared { "unshared" } else { "" })
        .things("functions", Side::Base, functions)
        .things("units", Side::Revision, into.iter().map(Id::subject))
        .things("beside", Side::Base, from);
    let mut draft = scoped(draft, Side::Revision, &scopes);
    let mut posts = Posts::new();
    for (i, (change, _)) in joined.iter().enumerate() {
        let Some(before) = context.base.function(&change.function) else {
            continue;
        };
        let own: Posts = before
            .performers()
            .map(|post| (post.id().subject(), post.count()))
            .collect();
        // By its name in the revision, as what is said of the revision alone names it.
        let (side, subject) = match &change.to[..] {
            [now] => (Side::Revision, now.subject()),
            _ => (Side::Base, change.function.subject()),
        };
        draft = draft.member(member(side, subject, sum(&own)));
        posts.extend(own);
        if i < LABELLED {
            draft = label_holders(context, draft, change);
        }
    }
    with_citizens(performed_by(draft, Side::Base, posts), citizens)
}
