//! `changed-caseworker`: cases that another unit, or other staff, have than before.

use std::collections::{BTreeMap, BTreeSet};

use rokade_core::chart::StaffView;
use rokade_core::finding::{Cause, Severity, Side, Value};
use rokade_core::ids::{Id, Kind, Subject, UnitId};
use rokade_core::quantity::{Certainty, Quantity};

use crate::citizens::books::with_books;
use crate::citizens::cases::{Book, Changed, StaffAre, books};
use crate::responsibility::holding::{LABELLED, Posts, performed_by};
use crate::rule::{Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "changed-caseworker",
    family: Family::Citizens,
    severity: Severity::Note,
    certainty: RuleCertainty::Either,
    rank: Rank::Citizens,
    replaces: &[],
    follows: &[Kind::Function, Kind::Unit, Kind::Staff],
    question: Question::Pair(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// What lines are told apart by: what one sentence can say of all of them.
type Line = (Cause, Certainty, &'static str, bool);

/// One finding a cause, by how sure it is and whether the staff go along.
fn check(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let books = books(context);
    let mut lines: BTreeMap<Line, Vec<(&Book<'_, '_>, Changed<'_>)>> = BTreeMap::new();
    for book in &books {
        let Some(changed) = book.changed() else {
            continue;
        };
        let own = || Some(Cause::itself(book.before.first()?.id().subject()));
        let Some(cause) = changed.cause.clone().or_else(own) else {
            continue;
        };
        // Some with another unit, and some with their own and another caseworker.
        let either = changed.some_stay && !changed.to.is_empty();
        let line = (cause, changed.certainty, changed.staff.word(), either);
        lines.entry(line).or_default().push((book, changed));
    }
    for (line, books) in lines {
        sink.report(one_line(context, line, &books));
    }
}

fn one_line(
    context: &PairContext<'_>,
    (cause, certainty, staff, either): Line,
    books: &[(&Book<'_, '_>, Changed<'_>)],
) -> Draft {
    let amounts: Vec<(Subject, Quantity)> = books
        .iter()
        .filter_map(|(book, one)| Some((book.before.first()?.id().subject(), one.cases)))
        .collect();
    let cases: Quantity = amounts.iter().map(|(_, cases)| *cases).sum();
    let all = || books.iter().map(|(_, changed)| changed);
    let from: BTreeSet<&UnitId> = all().flat_map(|one| one.from.iter().copied()).collect();
    let to: BTreeSet<&UnitId> = all().flat_map(|one| one.to.iter().copied()).collect();
    let left = || all().flat_map(|one| one.left.iter());
    let posts: Posts = left()
        .map(|post: &StaffView<'_>| (post.id().subject(), post.count()))
        .collect();
    let part = if either {
        format!("{staff} either")
    } else {
        staff.to_owned()
    };
    let mut draft = Draft::new(cause)
        .part(match certainty {
            Certainty::Certain => part,
            Certainty::Possible => format!("possible {part}"),
        })
        .certainty(certainty)
        .set("cases", cases)
        .things("of", Side::Base, amounts.iter().map(|(id, _)| id.clone()))
        .set("functions", Value::Amounts(Side::Base, amounts))
        .things("from", Side::Base, from.iter().map(|id| id.subject()))
        .things("to", Side::Revision, to.iter().map(|id| id.subject()))
        .word("staff_are", staff)
        .word("gets", if either { "either" } else { "same" })
        .word(
            "help_is",
            if staff == StaffAre::Along.word() {
                "along"
            } else {
                "others"
            },
        );
    draft = with_books(
        context,
        draft,
        books.iter().map(|(book, one)| (*book, one.cases)),
    );
    for post in left().take(LABELLED) {
        draft = draft.at(Side::Base, post.id().subject(), [], "label-staff");
    }
    performed_by(draft, Side::Base, posts)
}
