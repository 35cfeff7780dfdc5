//! `unused-allow`: an `allow` that covers nothing.

use rokade_core::finding::{Cause, Member, Severity, Side};
use rokade_core::ids::Kind;
use rokade_core::nearest::nearest_of;
use rokade_core::quantity::Quantity;

use crate::file::Marks;
use crate::rule::{
    AllowContext, Draft, Family, Question, Rank, Rule, RuleCertainty, Sink, UnusedAllow, texts,
};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "unused-allow",
    family: Family::File,
    severity: Severity::Warning,
    certainty: RuleCertainty::Certain,
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
        let rule = told(unused);
        let part = marks.part(owner.clone(), rule);
        let draft = Draft::new(Cause::itself(owner.clone()))
            .part(part.clone())
            .member(Member {
                side: Side::Revision,
                subject: owner.clone(),
                part,
                amount: Quantity::ONE,
            })
            .set("rule", rule);
        let draft = whose(draft, unused);
        sink.report(if context.names.contains(&unused.rule.as_str()) {
            let with_others = unused.on_event.as_ref().is_some_and(|on| on.with_others);
            if with_others {
                draft.message("message-shared").help("help-shared")
            } else {
                draft
            }
        } else {
            let draft = draft.message("message-unknown");
            match nearest_of(&unused.rule, context.names.iter().copied()) {
                Some(nearest) => draft.set("nearest", nearest).help("help-nearest"),
                None => draft.help("help-unknown"),
            }
        });
    }
}

/// The rule that it names, as it can be told. No rule has blanks in its name; among staff it may
/// be somebody's.
fn told(unused: &UnusedAllow) -> &str {
    let of_staff = unused.owner.kind == Kind::Staff;
    if of_staff && unused.rule.contains(char::is_whitespace) {
        "…"
    } else {
        &unused.rule
    }
}

/// Says what the entry stands on, and points at it.
fn whose(draft: Draft, unused: &UnusedAllow) -> Draft {
    let owner = unused.owner.clone();
    let Some(on) = &unused.on_event else {
        let place = match owner.kind {
            Kind::Chart => "file",
            _ => "entity",
        };
        return draft
            .word("where", place)
            .thing("entity", Side::Revision, owner.clone())
            .at(
                Side::Revision,
                owner,
                ["allow".into(), unused.item.into(), "rule".into()],
                "label",
            );
    };
    // An event without an id is known by its number.
    let draft = match on.number.filter(|_| owner.id.starts_with('#')) {
        Some(number) => draft.word("where", "event_number").set("number", number),
        None => draft.word("where", "event").set("event", owner.id.as_str()),
    };
    match on.span {
        Some(span) => draft.at_span(Side::Revision, span, "label"),
        None => draft,
    }
}
