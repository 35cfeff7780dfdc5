//! `personal-data`: what looks like a CPR number or an e-mail address, anywhere in a file.
//!
//! Neither the sentences nor the data hold what was found: a report travels further than the
//! chart.

use rokade_core::fault::{Fault, FaultKind};
use rokade_core::finding::{At, Cause, Label, Member, Severity, Side};
use rokade_core::ids::Subject;
use rokade_core::personal::PersonalData;
use rokade_core::quantity::{Certainty, Quantity};
use rokade_core::span::Span;

use crate::file::Marks;
use crate::rule::{Draft, Family, FaultContext, Question, Rank, Rule, RuleCertainty, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "personal-data",
    family: Family::File,
    severity: Severity::Error,
    certainty: RuleCertainty::Possible,
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
        if let Fault {
            kind:
                FaultKind::PersonalData {
                    kind,
                    spans,
                    others,
                },
            ..
        } = fault
        {
            sink.report(found(*kind, (spans, *others), context.side, &mut marks));
        }
    }
}

/// All of one kind in one file is one finding.
fn found(
    kind: PersonalData,
    (spans, others): (&[Span], usize),
    side: Side,
    marks: &mut Marks,
) -> Draft {
    let (word, severity) = match kind {
        PersonalData::Cpr => ("cpr", Severity::Error),
        // It may be a mailbox that many read.
        PersonalData::Email => ("email", Severity::Warning),
    };
    let of_side = match side {
        Side::Base => format!("base {word}"),
        Side::Revision => word.to_owned(),
    };
    // What was known of before covers as many, and not one more.
    let mut parts: Vec<String> = spans
        .iter()
        .map(|_| marks.part(Subject::chart(), &of_side))
        .collect();
    if others > 0 {
        parts.push(marks.part(Subject::chart(), &format!("{of_side} +{others}")));
    }
    let mut draft = Draft::new(Cause::itself(Subject::chart()))
        .part(parts.first().cloned().unwrap_or_default())
        .severity(severity)
        .certainty(Certainty::Possible)
        .word("kind", word)
        .set("count", spans.len() + others)
        .members(parts.into_iter().map(|part| Member {
            side,
            subject: Subject::chart(),
            part,
            amount: Quantity::ONE,
        }));
    for span in spans {
        draft = draft.label(Label {
            at: At::Span(side, *span),
            text: "label",
            data: indexmap::IndexMap::new(),
        });
    }
    draft
}
