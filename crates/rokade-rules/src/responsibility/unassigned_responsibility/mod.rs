//! `unassigned-responsibility`: a function that is needed and that nobody is responsible for.

use std::collections::BTreeMap;

use rokade_change::{FunctionChange, FunctionFate};
use rokade_core::chart::{FunctionView, Need, NeedReason};
use rokade_core::finding::{Cause, Severity, Side, Value};
use rokade_core::ids::{Id, Kind, Subject};
use rokade_core::quantity::{Certainty, Quantity};

use crate::rule::{
    ChartContext, Draft, Family, PairContext, Question, Rank, Rule, Sink, member, texts,
};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "unassigned-responsibility",
    family: Family::Responsibility,
    severity: Severity::Error,
    rank: Rank::Functions,
    replaces: &[],
    follows: &[Kind::Function, Kind::Unit],
    question: Question::Both(chart, pair),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

fn chart(context: &ChartContext<'_>, sink: &mut Sink<'_>) {
    let mut functions: Vec<FunctionView<'_>> = context.chart.functions().collect();
    functions.sort_by_key(|function| function.id());
    for function in functions {
        let subject = function.id().subject();
        if context.is_faulty(&subject) {
            continue;
        }
        let needs: Vec<Need> = function
            .needs()
            .into_iter()
            .filter(|need| {
                let site = need.site.as_ref().and_then(|id| context.chart.site(id));
                let group = need.group.as_ref().and_then(|id| context.chart.group(id));
                !function.is_held(site, group)
            })
            .collect();
        let Some(first) = needs.first() else { continue };
        let posts = performing(function);
        let Some(member) = sink.member(subject.clone(), "", posts) else {
            continue;
        };
        let side = sink.side();
        let sites = needs.iter().filter_map(|n| n.site.as_ref().map(Id::subject));
        let groups = needs.iter().filter_map(|n| n.group.as_ref().map(Id::subject));
        let undecided = function.cells().any(|cell| cell.holder.unit().is_none())
            && first.reason == NeedReason::LeftHanging;
        let draft = Draft::new(Cause::itself(subject.clone()))
            .member(member)
            .message("alone")
            .help("help-alone")
            .things("functions", side, [subject.clone()])
            .things("sites", side, sites)
            .things("groups", side, groups)
            .word("reason", first.reason.word())
            .posts(posts);
        let field = if undecided { "responsible" } else { "" };
        sink.report(match field {
            "" => draft.at(side, subject, [], "label-needed"),
            field => draft.at(side, subject, [field.into()], "label-needed"),
        });
    }
}

/// One finding a cause and last unit, with the staff who performed the functions.
fn pair(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let mut by_cause: BTreeMap<&Cause, Vec<&FunctionChange>> = BTreeMap::new();
    for function in &context.changes.functions {
        if let (FunctionFate::Unassigned, Some(cause)) = (function.fate, &function.cause) {
            by_cause.entry(cause).or_default().push(function);
        }
    }
    for (cause, functions) in by_cause {
        sink.report(one_cause(context, cause, &functions));
    }
}

fn one_cause(context: &PairContext<'_>, cause: &Cause, functions: &[&FunctionChange]) -> Draft {
    let unassigned = || functions.iter().flat_map(|f| &f.unassigned);
    let certainty = unassigned()
        .map(|one| one.certainty)
        .max()
        .unwrap_or(Certainty::Possible);
    let sites = unassigned().filter_map(|one| one.scope.site.as_ref().map(Id::subject));
    let groups = unassigned().filter_map(|one| one.scope.group.as_ref().map(Id::subject));
    let mut performers: BTreeMap<Subject, Quantity> = BTreeMap::new();
    let mut draft = Draft::new(cause.clone())
        .certainty(certainty)
        .things("functions", Side::Base, functions.iter().map(|f| f.function.subject()))
        .things("units", Side::Base, cause.subjects.iter().filter(is_unit).cloned())
        .things("sites", Side::Revision, sites)
        .things("groups", Side::Revision, groups)
        .word("cause", cause.kind.name());
    for change in functions {
        let Some(before) = context.base.function(&change.function) else {
            continue;
        };
        performers.extend(before.performers().map(|p| (p.id().subject(), p.count())));
        let subject = change.function.subject();
        draft = draft.member(member(Side::Base, subject.clone(), performing(before)));
        // The revision's own words come first: that is where it is mended.
        for id in &change.to {
            draft = draft.at(Side::Revision, id.subject(), [], "label-revision");
        }
        draft = draft.at(Side::Base, subject, ["responsible".into()], "label-base");
    }
    let posts: Quantity = performers.values().copied().sum();
    draft
        .set("staff", Value::Amounts(Side::Base, performers.into_iter().collect()))
        .posts(posts)
}

fn is_unit(subject: &&Subject) -> bool {
    subject.kind == Kind::Unit
}

fn performing(function: FunctionView<'_>) -> Quantity {
    function.performers().map(|post| post.count()).sum()
}
