//! `duplicate-id`: a key or an id that stands there already.

use rokade_core::fault::FaultKind;
use rokade_core::finding::Severity;

use crate::file::{Marks, of_fault};
use crate::rule::{Family, FaultContext, Question, Rank, Rule, RuleCertainty, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "duplicate-id",
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
        let FaultKind::Duplicate { key, first, kind } = &fault.kind else {
            continue;
        };
        let draft = of_fault(fault, context.side, key, &mut marks).set("key", key.as_str());
        let draft = match kind {
            Some(kind) => draft
                .word("section", kind.section())
                .message("message-id")
                .help("help-id"),
            None => draft,
        };
        sink.report(match first {
            Some(first) => draft.at_span(context.side, *first, "label-first"),
            None => draft,
        });
    }
}
