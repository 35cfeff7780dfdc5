//! `undistributed-cases`: cases of the base that no unit holds in the revision.

use std::collections::{BTreeMap, BTreeSet};

use rokade_core::finding::{Cause, Severity, Side, Value};
use rokade_core::ids::{Id, Kind, Subject, UnitId};
use rokade_core::quantity::{Certainty, Quantity};

use crate::citizens::books::with_books;
use crate::citizens::cases::{Book, Undistributed, books};
use crate::rule::{Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "undistributed-cases",
    family: Family::Citizens,
    severity: Severity::Error,
    certainty: RuleCertainty::Either,
    rank: Rank::Citizens,
    replaces: &[],
    follows: &[Kind::Function, Kind::Unit],
    question: Question::Pair(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// One finding a cause and how sure it is.
fn check(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let books = books(context);
    let mut lines: BTreeMap<(Cause, Certainty), Vec<(&Book<'_, '_>, Undistributed)>> =
        BTreeMap::new();
    let mut unknown: BTreeSet<Subject> = BTreeSet::new();
    for book in &books {
        match book.undistributed() {
            Err(()) => unknown.extend(book.before.iter().map(|f| f.id().subject())),
            Ok(None) => {}
            Ok(Some(cases)) => {
                let own = || Some(Cause::itself(book.before.first()?.id().subject()));
                let Some(cause) = book.cause().or_else(own) else {
                    continue;
                };
                let line = lines.entry((cause, cases.certainty)).or_default();
                line.push((book, cases));
            }
        }
    }
    for ((cause, certainty), books) in lines {
        sink.report(one_line(context, cause, certainty, &books));
    }
    if !unknown.is_empty() {
        let functions = Value::Things(Side::Base, unknown.into_iter().collect());
        sink.not_judged("not-judged", [("functions", functions)]);
    }
}

fn one_line(
    context: &PairContext<'_>,
    cause: Cause,
    certainty: Certainty,
    books: &[(&Book<'_, '_>, Undistributed)],
) -> Draft {
    let amounts: Vec<(Subject, Quantity)> = books
        .iter()
        .filter_map(|(book, one)| Some((book.before.first()?.id().subject(), one.cases)))
        .collect();
    let cases: Quantity = amounts.iter().map(|(_, cases)| *cases).sum();
    let most = most(cases);
    let units: BTreeSet<&UnitId> = books.iter().flat_map(|(book, _)| book.losers()).collect();
    let draft = Draft::new(cause)
        .part(match certainty {
            Certainty::Certain => "",
            Certainty::Possible => "possible",
        })
        .certainty(certainty)
        .set("cases", cases)
        .set("most", most.unwrap_or(Quantity::UNKNOWN))
        .word("bound", if most.is_some() { "known" } else { "open" })
        .things("of", Side::Base, amounts.iter().map(|(id, _)| id.clone()))
        .set("functions", Value::Amounts(Side::Base, amounts))
        .things("units", Side::Base, units.iter().map(|id| id.subject()));
    with_books(
        context,
        draft,
        books.iter().map(|(book, one)| (*book, one.cases)),
    )
}

/// The most that it can be, as far as that is known.
fn most(cases: Quantity) -> Option<Quantity> {
    let high = cases.high()?;
    Quantity::from_hundredths(high, Some(high), cases.is_approximate())
}
