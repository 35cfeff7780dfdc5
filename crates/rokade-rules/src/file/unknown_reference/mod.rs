//! `unknown-reference`: an id that nothing has, a base that a proposal cannot be applied to, or a
//! proposal that a hearing answers or names as a counter-proposal, and that cannot be read.

use rokade_core::fault::{FaultKind, FaultPlace};
use rokade_core::finding::Severity;
use rokade_core::ids::Kind;
use rokade_core::span::PathStep;

use crate::file::{Marks, meant, of_fault};
use crate::rule::{Family, FaultContext, Question, Rank, Rule, RuleCertainty, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "unknown-reference",
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

/// The letters of an id that are told; no real one has so many.
const LONGEST: usize = 200;

fn check(context: &FaultContext<'_>, sink: &mut Sink<'_>) {
    let mut marks = Marks::default();
    for fault in context.faults {
        if let FaultKind::Base { path, why } = &fault.kind {
            sink.report(
                of_fault(fault, context.side, "base", &mut marks)
                    .word("why", why.word())
                    .set("path", path.as_str())
                    .message("message-base")
                    .help("help-base"),
            );
            continue;
        }
        if let FaultKind::Answered { path, why } = &fault.kind {
            sink.report(
                of_fault(fault, context.side, "proposal", &mut marks)
                    .word("why", why.word())
                    .set("path", path.as_str())
                    .message("message-proposal")
                    .help("help-proposal"),
            );
            continue;
        }
        if let FaultKind::CounterProposal { path, why } = &fault.kind {
            sink.report(
                of_fault(fault, context.side, "counter_proposal", &mut marks)
                    .word("why", why.word())
                    .set("path", path.as_str())
                    .message("message-counter-proposal")
                    .help("help-counter-proposal"),
            );
            continue;
        }
        let FaultKind::UnknownReference { kind, id, nearest } = &fault.kind else {
            continue;
        };
        let path: &[PathStep] = match &fault.at {
            FaultPlace::Place(place) => &place.path,
            FaultPlace::Span(_) => &[],
        };
        let shown = shortened(id);
        let part = format!("{}.{shown}", keys(path).collect::<Vec<_>>().join("."));
        let draft = of_fault(fault, context.side, &part, &mut marks)
            .set("id", shown)
            .set("key", keys(path).next().unwrap_or_default())
            .word("kind", kind.name())
            .word("section", kind.section())
            .word("why", "reference")
            .word("can_end", if can_end(*kind) { "yes" } else { "no" });
        // "ingen" is a good id of a post, and hardly ever meant as one.
        let last = keys(path).last().unwrap_or_default();
        sink.report(match meant::word(id, words_at(last, *kind)) {
            Some(word) => draft.set("nearest", word).help("help-word"),
            None => match nearest {
                Some(nearest) => draft.set("nearest", nearest.as_str()).help("help-nearest"),
                None => draft,
            },
        });
    }
}

/// An id as it stands in a sentence: what is longer than any id is cut.
fn shortened(id: &str) -> String {
    match id.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", id.split_at(end).0),
        None => id.to_owned(),
    }
}

/// The keys on the way to a field. Of a key that is itself the reference, only what it stands
/// under.
fn keys(path: &[PathStep]) -> impl Iterator<Item = &str> {
    path.iter().filter_map(|step| match step {
        PathStep::Key(key) => Some(key.as_str()),
        PathStep::KeyName(_) | PathStep::Item(_) => None,
    })
}

/// The format's words that can stand at a key in place of an id.
fn words_at(key: &str, kind: Kind) -> &'static [&'static str] {
    match (key, kind) {
        ("head", Kind::Staff) => &["vacant", "none"],
        ("unit" | "parent" | "responsible" | "entrance", Kind::Unit) | ("site", Kind::Site) => {
            &["undecided"]
        }
        ("decided_by", Kind::Unit) => &["performers", "head"],
        _ => &[],
    }
}

/// Whether things of this kind can stand under `ended`.
fn can_end(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Unit | Kind::Site | Kind::Staff | Kind::Function | Kind::TargetGroup
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use rokade_core::entry::Language;
    use rokade_core::finding::Value;
    use rokade_core::words::Words;

    #[test]
    fn every_reason_why_there_is_no_base_has_its_sentences() {
        use rokade_core::fault::BaseFault;
        for language in [Language::Da, Language::En] {
            let words = Words::new(language, RULE.sentences.get(language)).expect("it is Fluent");
            let mut told = std::collections::BTreeSet::new();
            for why in BaseFault::ALL {
                let values = [
                    ("why", Value::Word(why.word())),
                    ("path", Value::from("current.yaml")),
                ];
                for key in ["message-base", "help-base", "label"] {
                    told.insert(words.say(key, &values).expect("every value is there"));
                }
            }
            assert_eq!(told.len(), 3 * BaseFault::ALL.len(), "{told:#?}");
        }
    }

    #[test]
    fn every_reason_why_a_hearing_has_no_proposal_has_its_sentences() {
        use rokade_core::fault::AnsweredFault;
        for language in [Language::Da, Language::En] {
            let words = Words::new(language, RULE.sentences.get(language)).expect("it is Fluent");
            let mut told = std::collections::BTreeSet::new();
            for why in AnsweredFault::ALL {
                let values = [
                    ("why", Value::Word(why.word())),
                    ("path", Value::from("proposal.yaml")),
                ];
                for key in [
                    "message-proposal",
                    "help-proposal",
                    "message-counter-proposal",
                    "help-counter-proposal",
                    "label",
                ] {
                    told.insert(words.say(key, &values).expect("every value is there"));
                }
            }
            assert_eq!(told.len(), 5 * AnsweredFault::ALL.len(), "{told:#?}");
        }
    }

    #[test]
    fn every_kind_that_is_referred_to_has_its_words() {
        for language in [Language::Da, Language::En] {
            let words = Words::new(language, RULE.sentences.get(language)).expect("it is Fluent");
            let say = |kind: &'static str| {
                let values = [
                    ("where", Value::Word("file")),
                    ("key", Value::from("process")),
                    ("id", Value::from("x")),
                    ("kind", Value::Word(kind)),
                ];
                words.say("message", &values).expect("every value is there")
            };
            for kind in [
                Kind::Unit,
                Kind::Staff,
                Kind::Function,
                Kind::Site,
                Kind::TargetGroup,
                Kind::CoLocation,
                Kind::Competence,
                Kind::Body,
                Kind::Step,
                Kind::Event,
            ] {
                assert_ne!(say(kind.name()), say("no-such-kind"), "{}", kind.name());
            }
        }
    }
}
