//! `syntax`: a file that cannot be read, or not from some place on.

use rokade_core::fault::{FaultKind, SyntaxFault};
use rokade_core::finding::Severity;
use rokade_core::quantity::Quantity;

use crate::file::{Marks, of_fault};
use crate::rule::{Draft, Family, FaultContext, Question, Rank, Rule, RuleCertainty, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "syntax",
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
        let FaultKind::Syntax(syntax) = &fault.kind else {
            continue;
        };
        let draft = of_fault(fault, context.side, syntax.word(), &mut marks);
        sink.report(told(draft.word("fault", syntax.word()), syntax));
    }
}

/// The finding with the values of its sentence.
fn told(draft: Draft, syntax: &SyntaxFault) -> Draft {
    match syntax {
        SyntaxFault::Parser(says) => draft
            .word("broken", broken(says))
            .set("parser", says.as_str())
            .message("message-parser")
            .help("help-parser"),
        SyntaxFault::ControlCharacter(character) => {
            draft.set("character", format!("U+{:04X}", u32::from(*character)))
        }
        SyntaxFault::TooLarge(bytes) | SyntaxFault::TooLong(bytes) => {
            let (size, unit) = readable(*bytes);
            draft
                .set("bytes", *bytes)
                .set("size", size)
                .word("unit", unit)
        }
        SyntaxFault::TooDeep(most) => draft.set("most", *most),
        SyntaxFault::TooManyNodes(most) | SyntaxFault::TooManyFaults(most) => {
            draft.set("most", *most)
        }
        SyntaxFault::RaggedRow { cells, columns } => {
            let more = if cells > columns { "more" } else { "fewer" };
            draft
                .set("cells", *cells)
                .set("columns", *columns)
                .word("than_header", more)
        }
        SyntaxFault::Encoding
        | SyntaxFault::Empty
        | SyntaxFault::SeveralDocuments
        | SyntaxFault::NotAMap
        | SyntaxFault::Alias
        | SyntaxFault::Tag
        | SyntaxFault::NoIdColumn => draft,
    }
}

/// What does not fit together, by what the parser says in English.
fn broken(says: &str) -> &'static str {
    const SIGNS: [(&str, &str); 13] = [
        ("margin", "margin"),
        ("escape", "escape"),
        ("tab", "tab"),
        ("quote", "quote"),
        ("bracket", "bracket"),
        ("flow", "comma"),
        ("',' or", "comma"),
        ("indent", "indentation"),
        ("block mapping", "indentation"),
        ("block sequence", "indentation"),
        ("mapping value", "colon"),
        ("':'", "colon"),
        ("unexpected character", "character"),
    ];
    let sign = SIGNS.iter().find(|(sign, _)| says.contains(sign));
    sign.map_or("other", |(_, word)| word)
}

/// A number of bytes in a unit people know, with one decimal.
fn readable(bytes: u64) -> (Quantity, &'static str) {
    const KIB: u64 = 1 << 10;
    const UNITS: [(u64, &str); 3] = [(KIB * KIB * KIB, "GB"), (KIB * KIB, "MB"), (KIB, "kB")];
    let unit = UNITS.iter().find(|(size, _)| bytes >= *size);
    let (size, name) = unit.copied().unwrap_or((1, "bytes"));
    // Whole tenths, so that no more is said than is meant.
    let tenths = u128::from(bytes) * 10 / u128::from(size);
    let hundredths = i64::try_from(tenths * 10).unwrap_or(i64::MAX);
    let quantity = Quantity::from_hundredths(hundredths, Some(hundredths), false);
    (quantity.unwrap_or(Quantity::UNKNOWN), name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rokade_core::entry::Language;
    use rokade_core::fault::{Fault, FaultPlace};
    use rokade_core::finding::{Side, Value};
    use rokade_core::span::{SourceId, Span};
    use rokade_core::words::Words;

    use crate::rule::Mode;

    #[test]
    fn bytes_are_readable() {
        let told = |bytes| {
            let (size, unit) = readable(bytes);
            format!("{size} {unit}")
        };
        assert_eq!(told(300 << 20), "300 MB");
        assert_eq!(told((1 << 30) + (1 << 29)), "1.5 GB");
        assert_eq!(told(1700), "1.6 kB");
        assert_eq!(told(12), "12 bytes");
    }

    #[test]
    fn a_ragged_row_is_told_by_which_way_it_differs_from_the_header() {
        let told = |cells, columns| {
            let faults = [Fault {
                kind: FaultKind::Syntax(SyntaxFault::RaggedRow { cells, columns }),
                at: FaultPlace::Span(Span::new(SourceId(0), 0..1)),
                subject: None,
            }];
            let mut sink = Sink::new(&RULE, Side::Revision, Mode::All);
            let context = FaultContext {
                faults: &faults,
                side: Side::Revision,
            };
            check(&context, &mut sink);
            sink.caught().findings.remove(0).data["than_header"].clone()
        };
        assert_eq!(told(5, 4), Value::Word("more"));
        assert_eq!(told(3, 4), Value::Word("fewer"));
    }

    #[test]
    fn what_the_parser_says_is_told_plainly() {
        for (says, word) in [
            ("unclosed quote", "quote"),
            (
                "while parsing a quoted scalar, found unknown escape character",
                "escape",
            ),
            ("tab cannot be used as indentation", "tab"),
            ("unclosed bracket '{'", "bracket"),
            ("mapping values are not allowed in this context", "colon"),
            ("illegal placement of ':' indicator", "colon"),
            ("invalid indentation", "indentation"),
            ("entry of a bracket at the margin", "margin"),
            (
                "while parsing a block mapping, did not find expected key",
                "indentation",
            ),
            (
                "while parsing a flow mapping, did not find expected ',' or '}'",
                "comma",
            ),
            ("unexpected character: `@'", "character"),
            ("unexpected end of plain scalar", "other"),
        ] {
            assert_eq!(broken(says), word, "{says}");
        }
    }

    #[test]
    fn everything_that_can_be_broken_has_its_words() {
        for language in [Language::Da, Language::En] {
            let words = Words::new(language, RULE.sentences.get(language)).expect("it is Fluent");
            let say = |key: &str, broken: &'static str| {
                let values = [
                    ("broken", Value::Word(broken)),
                    ("parser", Value::from("x")),
                ];
                words.say(key, &values).expect("every value is there")
            };
            for broken in [
                "tab",
                "quote",
                "bracket",
                "comma",
                "indentation",
                "colon",
                "character",
            ] {
                assert_ne!(
                    say("message-parser", broken),
                    say("message-parser", "other")
                );
                assert_ne!(say("help-parser", broken), say("help-parser", "other"));
            }
        }
    }

    #[test]
    fn every_fault_has_its_words() {
        for language in [Language::Da, Language::En] {
            let words = Words::new(language, RULE.sentences.get(language)).expect("it is Fluent");
            let say = |key: &str, fault: &'static str| {
                let values = [
                    ("fault", Value::Word(fault)),
                    ("character", Value::from("U+0007")),
                    ("size", Value::from(300_u32)),
                    ("unit", Value::Word("MB")),
                    ("most", Value::from(32_u32)),
                    ("cells", Value::from(3_u32)),
                    ("columns", Value::from(4_u32)),
                    ("than_header", Value::Word("fewer")),
                ];
                words.say(key, &values).expect("every value is there")
            };
            for &fault in SyntaxFault::WORDS {
                // The parser's own words stand in a sentence of their own.
                if fault != "parser" {
                    assert_ne!(
                        say("message", fault),
                        say("message", "no-such-fault"),
                        "{fault}"
                    );
                    assert_ne!(say("help", fault), say("help", "no-such-fault"), "{fault}");
                }
            }
        }
    }
}
