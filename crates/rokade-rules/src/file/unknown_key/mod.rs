//! `unknown-key`: a key that the format does not have.

use rokade_core::fault::{Fault, FaultKind};
use rokade_core::finding::Severity;
use rokade_core::ids::Kind;

use crate::file::{Marks, of_fault};
use crate::rule::{Family, FaultContext, Question, Rank, Rule, RuleCertainty, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "unknown-key",
    family: Family::File,
    severity: Severity::Error,
    certainty: RuleCertainty::Certain,
    rank: Rank::File,
    replaces: &[],
    follows: &[],
    question: Question::Faults(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

fn check(context: &FaultContext<'_>, sink: &mut Sink<'_>) {
    let mut marks = Marks::default();
    for fault in context.faults {
        let FaultKind::UnknownKey {
            key,
            nearest,
            known,
            fallen_apart,
        } = &fault.kind
        else {
            continue;
        };
        let key = told(fault, key);
        let draft = of_fault(fault, context.side, key, &mut marks).set("key", key);
        sink.report(match nearest {
            _ if *fallen_apart => draft.help("help-quote"),
            // The reader points a section that stands at the top of a proposal to where it goes.
            Some(nearest) if nearest == "set" && is_section(key) => {
                draft.set("nearest", nearest.as_str()).help("help-set")
            }
            Some(nearest) => draft.set("nearest", nearest.as_str()).help("help-nearest"),
            // Events are a proposal's, and a proposal says what it starts from.
            None if matches!(key, "events" | "set") => draft.help("help-base"),
            None if known.is_empty() => draft,
            None => draft.set("known", known.join("`, `")).help("help-known"),
        });
    }
}

/// A key as it can be told. Where a title of staff fell apart at a comma, the rest may be
/// somebody's name.
fn told<'f>(fault: &Fault, key: &'f str) -> &'f str {
    let of_staff = fault
        .subject
        .as_ref()
        .is_some_and(|subject| subject.kind == Kind::Staff);
    let is_key = !key.contains(char::is_whitespace);
    if of_staff && !is_key { "…" } else { key }
}

/// Whether a key is that of a section of a chart.
fn is_section(key: &str) -> bool {
    Kind::ALL.into_iter().any(|kind| kind.section() == key)
}
