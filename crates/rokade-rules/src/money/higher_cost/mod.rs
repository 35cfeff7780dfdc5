//! `higher-cost`: posts cost more a year than they did.

use rokade_core::finding::{Cause, Severity, Side, Value, sorted};
use rokade_core::ids::{Kind, Subject};

use crate::money::cost::difference;
use crate::people::most_first;
use crate::rule::{
    Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, member, texts,
};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "higher-cost",
    family: Family::Money,
    severity: Severity::Note,
    certainty: RuleCertainty::Either,
    rank: Rank::Money,
    replaces: &[],
    follows: &[Kind::Staff],
    question: Question::Pair(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

/// How many groups are pointed at in the file; the rest are in the finding's list.
const LABELLED: usize = 8;

/// One finding: what some posts cost less pays for what others cost more.
fn check(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    let found = difference(context);
    let certainty = found.after.grown_from(found.before);
    if let Some(certainty) = certainty.filter(|_| !found.rises.is_empty()) {
        let organization = context.revision.entries().header.organization.as_ref();
        let currency = organization.and_then(|own| own.currency.as_deref());
        let rise = found.after.less(found.before);
        let rises = most_first(found.rises);
        let members = rises
            .iter()
            .map(|(post, rise)| member(Side::Revision, post.clone(), *rise));
        let mut draft = Draft::new(Cause::itself(Subject::chart()))
            .members(members)
            .certainty(certainty)
            .set("rise", Value::Money(rise, currency.map(str::to_owned)))
            .set("before", found.before)
            .set("after", found.after)
            .set("currency", currency.unwrap_or(""))
            .set("staff", Value::Amounts(Side::Revision, rises.clone()));
        for (post, rise) in rises.into_iter().take(LABELLED) {
            draft = draft
                .at(Side::Revision, post, ["cost".into()], "label")
                .label_set("more", rise);
        }
        sink.report(draft);
    }
    if !found.unknown.is_empty() {
        let staff = Value::Things(Side::Revision, sorted(found.unknown));
        sink.not_judged("not-judged", [("staff", staff)]);
    }
}
