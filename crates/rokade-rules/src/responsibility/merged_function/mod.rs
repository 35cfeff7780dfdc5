//! `merged-function`: several functions become one, or a function of several units comes to lie
//! with one of them, or with another.

use std::collections::BTreeMap;

use rokade_core::finding::{Cause, Severity, Side, Value};
use rokade_core::ids::{FunctionId, Id, Kind};

use crate::responsibility::gathering::{Gathered, How, gathered, same_fate};
use crate::responsibility::holding::{LABELLED, Posts, performed_by, performers, subjects, sum};
use crate::rule::{
    Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, member, texts,
};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "merged-function",
    family: Family::Responsibility,
    severity: Severity::Note,
    certainty: RuleCertainty::Certain,
    rank: Rank::Functions,
    replaces: &["moved-function"],
    follows: &[Kind::Function, Kind::Unit],
    question: Question::Pair(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// One finding a cause and way of merging. What is gathered without a reason is apart, for that
/// is told as such.
fn check(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let all = gathered(context);
    // What became one thing is told in one place, whatever its parts came of.
    let mut causes: BTreeMap<&FunctionId, Cause> = BTreeMap::new();
    for one in &all {
        let cause = one.cause(context);
        let kept = causes.entry(one.now.id()).or_insert_with(|| cause.clone());
        if cause < *kept {
            *kept = cause;
        }
    }
    let mut lines: BTreeMap<(&Cause, How, bool), Vec<&Gathered<'_>>> = BTreeMap::new();
    for one in &all {
        if let Some(cause) = causes.get(one.now.id()) {
            let key = (cause, one.how, one.is_unexplained(context));
            lines.entry(key).or_default().push(one);
        }
    }
    for ((cause, how, unexplained), gathered) in lines {
        sink.report(one_line(context, (cause, how, unexplained), &gathered));
    }
}

fn one_line(
    context: &PairContext<'_>,
    (cause, how, unexplained): (&Cause, How, bool),
    gathered: &[&Gathered<'_>],
) -> Draft {
    let sources = gathered.iter().flat_map(|one| subjects(&one.sources));
    let gave = gathered
        .iter()
        .flat_map(|one| one.sources.iter().map(|unit| unit.id()));
    let units = same_fate(context, cause, gave);
    let receivers = gathered.iter().flat_map(|one| subjects(&one.receivers));
    let word = match how {
        How::Holders => "holders",
        How::Merged => "merged",
        How::Absorbed => "absorbed",
    };
    let mut draft = Draft::new(cause.clone())
        .part(match (how, unexplained) {
            (_, false) => word.to_owned(),
            (_, true) => format!("{word}-unexplained"),
        })
        .message(match how {
            How::Holders => "holders",
            How::Merged => "message",
            How::Absorbed => "absorbed",
        })
        .word("how", word)
        .word("cause", cause.kind.name())
        .things("cause_units", Side::Base, units)
        .things(
            "functions",
            Side::Base,
            gathered.iter().map(|one| one.change.function.subject()),
        )
        .things(
            "into_functions",
            Side::Revision,
            gathered.iter().map(|one| one.now.id().subject()),
        )
        .things("sources", Side::Base, sources)
        .things("into", Side::Revision, receivers);
    let mut posts = Posts::new();
    for (i, one) in gathered.iter().enumerate() {
        let performers = match how {
            How::Holders => one.performed_where_given_up(context),
            How::Merged | How::Absorbed => performers(one.before),
        };
        let subject = one.change.function.subject();
        draft = draft.member(member(Side::Base, subject.clone(), sum(&performers)));
        posts.extend(performers);
        if i < LABELLED {
            let now = Value::Things(Side::Revision, subjects(&one.receivers));
            let before = Value::Things(Side::Base, subjects(&one.before.holders()));
            draft = draft
                .at(
                    Side::Revision,
                    one.now.id().subject(),
                    ["responsible".into()],
                    "label-revision",
                )
                .label_set("holders", now)
                .at(Side::Base, subject, ["responsible".into()], "label-base")
                .label_set("holders", before);
        }
    }
    performed_by(draft, Side::Base, posts)
}
