//! `centralised-without-reason`: functions of several units are gathered with one, and nothing
//! says why.

use std::collections::BTreeMap;

use rokade_core::finding::{Cause, CauseKind, Severity, Side, Value};
use rokade_core::ids::{Id, Kind, Subject};

use crate::responsibility::gathering::{Gathered, How, gathered};
use crate::responsibility::holding::{LABELLED, Posts, in_base, performed_by, subjects, sum};
use crate::rule::{
    Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, member, texts,
};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "centralised-without-reason",
    family: Family::Responsibility,
    severity: Severity::Warning,
    certainty: RuleCertainty::Certain,
    rank: Rank::Functions,
    replaces: &["merged-function", "moved-function"],
    follows: &[Kind::Function, Kind::Unit],
    question: Question::Pair(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// One finding a receiving unit.
fn check(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let mut lines: BTreeMap<Vec<Subject>, Vec<Gathered<'_>>> = BTreeMap::new();
    for one in gathered(context) {
        if one.is_unexplained(context) {
            let receivers = one.receivers.iter();
            let receivers = receivers.map(|unit| in_base(context.changes, unit.id()));
            lines.entry(receivers.collect()).or_default().push(one);
        }
    }
    for (receivers, gathered) in lines {
        sink.report(one_line(context, receivers, &gathered));
    }
}

fn one_line(
    context: &PairContext<'_>,
    receivers: Vec<Subject>,
    gathered: &[Gathered<'_>],
) -> Draft {
    let into = gathered.iter().flat_map(|one| subjects(&one.receivers));
    let sources = gathered.iter().flat_map(|one| subjects(&one.sources));
    let became = || gathered.iter().filter(|one| one.how != How::Holders);
    let mut draft = Draft::new(Cause::new(CauseKind::FunctionLineage, receivers))
        .things(
            "functions",
            Side::Base,
            gathered.iter().map(|one| one.change.function.subject()),
        )
        .things(
            "parts",
            Side::Base,
            became().map(|one| one.change.function.subject()),
        )
        .things(
            "into_functions",
            Side::Revision,
            became().map(|one| one.now.id().subject()),
        )
        .things("sources", Side::Base, sources)
        .things("into", Side::Revision, into);
    let mut posts = Posts::new();
    for (i, one) in gathered.iter().enumerate() {
        let performers = one.performed_where_given_up(context);
        let subject = one.change.function.subject();
        draft = draft.member(member(Side::Base, subject.clone(), sum(&performers)));
        posts.extend(performers);
        if i < LABELLED {
            let before = Value::Things(Side::Base, subjects(&one.before.holders()));
            draft = draft
                .at(
                    Side::Revision,
                    one.now.id().subject(),
                    ["responsible".into()],
                    "label-revision",
                )
                .at(Side::Base, subject, ["responsible".into()], "label-base")
                .label_set("holders", before);
        }
    }
    performed_by(draft, Side::Base, posts)
}
