//! `absent-function`: a function that the proposal no longer names, and does not end either.

use std::collections::BTreeMap;

use rokade_change::{FunctionChange, FunctionFate};
use rokade_core::finding::{Cause, CauseKind, Severity, Side};
use rokade_core::ids::{Id, Kind, Subject};

use crate::responsibility::holding::{
    LABELLED, Posts, holders, is_external, performed_by, performers, sum,
};
use crate::rule::{
    Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, member, texts,
};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "absent-function",
    family: Family::Responsibility,
    severity: Severity::Warning,
    certainty: RuleCertainty::Certain,
    rank: Rank::Absent,
    replaces: &[],
    follows: &[Kind::Function, Kind::Unit],
    question: Question::Pair(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// One finding a unit the functions left.
fn check(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let mut lines: BTreeMap<Cause, Vec<&FunctionChange>> = BTreeMap::new();
    for change in &context.changes.functions {
        let (FunctionFate::Absent, Some(cause)) = (change.fate, &change.cause) else {
            continue;
        };
        if is_external(&holders(
            context.base,
            std::slice::from_ref(&change.function),
        )) {
            continue;
        }
        // What no unit held left none: all of it is one line.
        let cause = match cause.kind {
            CauseKind::FunctionLineage => Cause::new(cause.kind, [Subject::chart()]),
            _ => cause.clone(),
        };
        lines.entry(cause).or_default().push(change);
    }
    for (cause, absent) in lines {
        sink.report(one_line(context, &cause, &absent));
    }
}

fn one_line(context: &PairContext<'_>, cause: &Cause, absent: &[&FunctionChange]) -> Draft {
    let unit = cause
        .subjects
        .first()
        .filter(|subject| subject.kind == Kind::Unit)
        .cloned();
    let mut draft = Draft::new(cause.clone())
        .things(
            "functions",
            Side::Base,
            absent.iter().map(|f| f.function.subject()),
        )
        .word(
            "cause",
            match (&unit, cause.kind) {
                (None, _) => "nobody",
                (_, kind) => kind.name(),
            },
        )
        .things("units", Side::Base, unit);
    let mut posts = Posts::new();
    for (i, change) in absent.iter().enumerate() {
        let Some(function) = context.base.function(&change.function) else {
            continue;
        };
        let performers = performers(function);
        let subject = change.function.subject();
        draft = draft.member(member(Side::Base, subject.clone(), sum(&performers)));
        posts.extend(performers);
        if i < LABELLED {
            draft = draft.at(Side::Base, subject, [], "label");
        }
    }
    performed_by(draft, Side::Base, posts)
}
