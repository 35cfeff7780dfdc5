//! `unused-allow`: an `allow` that covers nothing.

use rokade_core::finding::{Cause, Member, Severity, Side};
use rokade_core::ids::Kind;
use rokade_core::nearest::nearest_of;
use rokade_core::quantity::Quantity;

use crate::file::Marks;
use crate::rule::{AllowContext, Draft, Family, Question, Rank, Rule, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "unused-allow",
    family: Family::File,
    severity: Severity::Warning,
    rank: Rank::New,
    replaces: &[],
    follows: &[],
    question: Question::Allows(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

fn check(context: &AllowContext<'_>, sink: &mut Sink<'_>) {
    let mut marks = Marks::default();
    for unused in context.unused {
        let owner = unused.owner.clone();
        let part = marks.part(owner.clone(), &unused.rule);
        let draft = Draft::new(Cause::itself(owner.clone()))
            .part(part.clone())
            .member(Member {
                side: Side::Revision,
                subject: owner.clone(),
                part,
                amount: Quantity::ONE,
            })
            .set("rule", unused.rule.as_str())
            .thing("entity", Side::Revision, owner.clone())
            .word(
                "where",
                match owner.kind {
                    Kind::Chart => "file",
                    _ => "entity",
                },
            )
            .at(
                Side::Revision,
                owner,
                ["allow".into(), unused.item.into(), "rule".into()],
                "label",
            );
        sink.report(if context.names.contains(&unused.rule.as_str()) {
            draft
        } else {
            let draft = draft.message("message-unknown");
            match nearest_of(&unused.rule, context.names.iter().copied()) {
                Some(nearest) => draft.set("nearest", nearest).help("help-nearest"),
                None => draft.help("help-unknown"),
            }
        });
    }
}
