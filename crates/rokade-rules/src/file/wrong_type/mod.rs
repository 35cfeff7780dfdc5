//! `wrong-type`: a value of another shape than its key takes, and a key that is missing.

use rokade_core::expected::Expected;
use rokade_core::fault::{Expectation, Fault, FaultKind, Found};
use rokade_core::finding::Severity;
use rokade_core::ids::Kind;
use rokade_core::personal::{find, is_word};

use crate::file::{Marks, meant, of_fault};
use crate::rule::{Draft, Family, FaultContext, Question, Rank, Rule, RuleCertainty, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "wrong-type",
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

/// What may stand in the place where one of a few words may.
const ONE_OF: &str = "one-of";

/// Keys whose lists hold maps.
const OF_MAPS: [&str; 5] = ["allow", "hosted_by", "into", "points", "steps"];

fn check(context: &FaultContext<'_>, sink: &mut Sink<'_>) {
    let mut marks = Marks::default();
    for fault in context.faults {
        let mut draft = |part: &str| of_fault(fault, context.side, part, &mut marks);
        match &fault.kind {
            FaultKind::WrongType {
                key,
                found,
                expected,
                nearest,
            } => {
                let is_told = may_be_told(fault, found);
                let written = match found {
                    Found::Text(text) if is_told => text.as_str(),
                    _ => "",
                };
                let key = key.as_deref();
                let draft = draft(&format!("{} {written}", key.unwrap_or_default()));
                let nearest = nearest_of(fault, key, found, expected, nearest.as_deref());
                let nearest = nearest.filter(|nearest| is_told || !is_several_words(nearest));
                let draft = wrong(draft, key, found, expected, nearest);
                sink.report(if is_told {
                    draft
                } else {
                    draft.word("found", "untold").set("text", "")
                });
            }
            FaultKind::Missing { key } => {
                let of = fault.subject.as_ref().map(|subject| subject.kind);
                let help = match (of, *key) {
                    (Some(Kind::Response), "kind") => "help-missing-kind-of-point",
                    (Some(Kind::Response) | None, "from") => "help-missing-sender",
                    _ => "help-missing",
                };
                sink.report(
                    draft(key)
                        .word("problem", "missing")
                        .word("key", key)
                        .message("missing")
                        .help(help),
                );
            }
            FaultKind::TooFewMembers => {
                let of = match fault.subject.as_ref().map(|subject| subject.kind) {
                    Some(Kind::Interface) => "interface",
                    Some(Kind::Event) => "event",
                    _ => "co-location",
                };
                sink.report(
                    draft("members")
                        .word("problem", "too-few-members")
                        .word("of", of)
                        .message("too-few-members")
                        .help("help-too-few-members"),
                );
            }
            _ => {}
        }
    }
}

/// Whether what was found can be told. Where staff are described it may be somebody's name.
fn may_be_told(fault: &Fault, found: &Found) -> bool {
    let of_staff = fault
        .subject
        .as_ref()
        .is_some_and(|subject| subject.kind == Kind::Staff);
    match found {
        Found::Text(text) => !of_staff || (is_word(text) && find(text).is_empty()),
        _ => true,
    }
}

/// Whether a suggestion is made of more than one word, as a name in full is.
fn is_several_words(nearest: &str) -> bool {
    let words = nearest.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).count() > 1
}

fn wrong(
    draft: Draft,
    key: Option<&str>,
    found: &Found,
    expected: &Expectation,
    nearest: Option<String>,
) -> Draft {
    let draft = draft.word("problem", "wrong-type");
    let draft = match found {
        Found::Text(text) => draft.word("found", "text").set("text", text.as_str()),
        Found::Nothing => draft.word("found", "nothing"),
        Found::Map => draft.word("found", "map"),
        Found::List => draft.word("found", "list"),
    };
    let draft = match expected {
        Expectation::Shape(shape) => draft.word("expected", shape.code()),
        Expectation::OneOf(words) => {
            let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
            draft
                .word("expected", ONE_OF)
                .set("one_of", words.join(", "))
        }
    };
    let draft = match key {
        Some(key) => draft.set("key", key),
        // Something else than a text stands where a key should.
        None => draft.message("message-key"),
    };
    match nearest {
        Some(nearest) => draft.set("nearest", nearest).help("help-nearest"),
        None => draft,
    }
}

/// What was meant: a Danish word for one of the format's says it best.
fn nearest_of(
    fault: &Fault,
    key: Option<&str>,
    found: &Found,
    expected: &Expectation,
    nearest: Option<&str>,
) -> Option<String> {
    let Found::Text(written) = found else {
        return None;
    };
    meant::value(written, expected)
        .or_else(|| nearest.map(str::to_owned))
        .or_else(|| match expected {
            // No text becomes an entity of a section, or an entry of a list of maps.
            Expectation::Shape(Expected::List)
                if fault.subject.is_some() && !key.is_some_and(|key| OF_MAPS.contains(&key)) =>
            {
                Some(format!("[{written}]"))
            }
            _ => None,
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use rokade_core::entry::Language;
    use rokade_core::fault::FaultPlace;
    use rokade_core::finding::{Finding, Side, Value};
    use rokade_core::ids::Subject;
    use rokade_core::span::{SourceId, Span};
    use rokade_core::words::Words;

    use crate::rule::Mode;

    fn found(kind: FaultKind, of: Option<Kind>) -> Finding {
        let faults = [Fault {
            kind,
            at: FaultPlace::Span(Span::new(SourceId(0), 0..1)),
            subject: of.map(|kind| Subject::new(kind, "x")),
        }];
        let mut sink = Sink::new(&RULE, Side::Revision, Mode::All);
        let context = FaultContext {
            faults: &faults,
            side: Side::Revision,
        };
        check(&context, &mut sink);
        sink.caught().findings.remove(0)
    }

    #[test]
    fn everything_that_may_stand_somewhere_has_its_words() {
        for language in [Language::Da, Language::En] {
            let words = Words::new(language, RULE.sentences.get(language)).expect("it is Fluent");
            let say = |expected: &'static str| {
                let values = [
                    ("where", Value::Word("file")),
                    ("key", Value::from("count")),
                    ("found", Value::Word("nothing")),
                    ("expected", Value::Word(expected)),
                    ("one_of", Value::from("`a`, `b`")),
                ];
                words.say("message", &values).expect("every value is there")
            };
            let codes = Expected::ALL.iter().map(|expected| expected.code());
            for code in codes.chain([ONE_OF]) {
                assert_ne!(say(code), say("no-such-code"), "{code}");
            }
        }
    }

    #[test]
    fn what_is_missing_of_a_response_has_a_help_of_its_own() {
        let help = |key, of| found(FaultKind::Missing { key }, of).help;
        let response = Some(Kind::Response);
        assert_eq!(help("kind", response), "help-missing-kind-of-point");
        assert_eq!(help("from", response), "help-missing-sender");
        // A hearing may have one response, which is the file itself.
        assert_eq!(help("from", None), "help-missing-sender");
        assert_eq!(help("name", response), "help-missing");
        assert_eq!(help("kind", Some(Kind::Unit)), "help-missing");
        assert_eq!(help("from", Some(Kind::Event)), "help-missing");
    }

    #[test]
    fn too_few_members_are_told_by_what_has_them() {
        let of = |kind| {
            let mut finding = found(FaultKind::TooFewMembers, Some(kind));
            finding.data.swap_remove("of")
        };
        assert_eq!(of(Kind::Interface), Some(Value::Word("interface")));
        assert_eq!(of(Kind::Event), Some(Value::Word("event")));
        assert_eq!(of(Kind::CoLocation), Some(Value::Word("co-location")));
    }
}
