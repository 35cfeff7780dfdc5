//! What is read of whole files, and what is said of faulty ones.

mod agreement;
mod faults;
mod files;
mod hearing;
mod limits;
mod lines;
mod links;
mod locate;
mod proposals;
mod random;
mod table;
mod written;

use rokade_core::fault::{Expectation, Fault, FaultKind, FaultPlace, Found};
use rokade_core::span::{Source, SourceId, Span, Syntax};

use crate::{Loaded, load};

/// The chart of the format's description, which has every section.
const CHART: &str = include_str!("chart.yaml");

/// A YAML file.
fn source(text: &str) -> Source {
    Source::new("chart.yaml", text, Syntax::Yaml)
}

/// Loads one YAML file.
fn load_yaml(text: &str) -> Loaded {
    load(&[(SourceId(0), &source(text))])
}

/// Loads one YAML file, with the version put in front.
fn load_chart(text: &str) -> Loaded {
    load_yaml(&format!("rokade: 1\n{text}"))
}

fn span_of(fault: &Fault) -> Span {
    match &fault.at {
        FaultPlace::Span(span) => *span,
        FaultPlace::Place(place) => panic!("a fault of the loader has a span: {place:?}"),
    }
}

/// The faults of a YAML text as lines: `line:column the text at it | what is wrong | subject`.
fn faults_of(text: &str) -> Vec<String> {
    let source = source(text);
    let loaded = load(&[(SourceId(0), &source)]);
    loaded.faults.iter().map(|f| in_words(f, &source)).collect()
}

fn in_words(fault: &Fault, source: &Source) -> String {
    let span = span_of(fault);
    let place = source.line_column(span.range().start);
    let subject = fault.subject.as_ref();
    let subject = subject.map(|s| format!(" | {s}")).unwrap_or_default();
    format!(
        "{}:{} {} | {}{subject}",
        place.line,
        place.column,
        &source.text[span.range()],
        kind_in_words(&fault.kind, source),
    )
}

fn kind_in_words(kind: &FaultKind, source: &Source) -> String {
    let near = |nearest: &Option<String>| match nearest {
        Some(nearest) => format!(" ({nearest}?)"),
        None => String::new(),
    };
    match kind {
        FaultKind::Syntax(fault) => format!("{fault:?}"),
        FaultKind::UnknownKey {
            key,
            nearest,
            fallen_apart,
            ..
        } => {
            let apart = if *fallen_apart { " fallen apart" } else { "" };
            format!("unknown key {key}{}{apart}", near(nearest))
        }
        FaultKind::WrongType {
            key,
            found,
            expected,
            nearest,
        } => {
            let key = key.as_deref().unwrap_or("-");
            let found = match found {
                Found::Text(text) => text,
                Found::Nothing => "nothing",
                Found::Map => "a map",
                Found::List => "a list",
            };
            let expected = match expected {
                Expectation::Shape(shape) => shape.code().to_owned(),
                Expectation::OneOf(words) => words.join("/"),
            };
            format!("{key}: {expected}, not {found}{}", near(nearest))
        }
        FaultKind::Missing { key } => format!("missing {key}"),
        FaultKind::Duplicate { key, first, kind } => {
            let first = first.map(|span| {
                let place = source.line_column(span.range().start);
                format!("{}:{}", place.line, place.column)
            });
            let first = first.unwrap_or_default();
            format!(
                "duplicate {key} of {first} {:?}",
                kind.map(rokade_core::ids::Kind::name)
            )
        }
        other => format!("{other:?}"),
    }
}

/// Asserts that a text has these faults and no others.
#[track_caller]
fn assert_faults(text: &str, expected: &[&str]) {
    assert_eq!(faults_of(text), expected, "{text}");
}

/// Asserts that a chart has no faults, and gives what was read.
#[track_caller]
fn clean(text: &str) -> Loaded {
    assert_faults(text, &[]);
    let loaded = load_yaml(text);
    assert!(loaded.complete);
    loaded
}
