//! The YAML test suite: what is no YAML is refused, what is YAML is never called broken, and
//! nothing of it makes the reader panic or hang.

use std::panic::catch_unwind;
use std::time::{Duration, Instant};

use rokade::{FaultKind, Language, Policy, Sources};
use rokade_core::fault::SyntaxFault;
use rokade_tests::{check_text, open_yaml, refused, root};
use serde::Deserialize;

/// A case of the suite.
#[derive(Deserialize)]
struct Case {
    name: String,
    /// Whether it is an error.
    fail: bool,
    yaml: String,
}

/// How long a person waits for one file without noticing.
const SOON: Duration = Duration::from_secs(1);

fn cases() -> Vec<Case> {
    let path = root().join("tests/yaml-test-suite/cases.json");
    let text = std::fs::read_to_string(path).expect("the suite is there");
    serde_json::from_str(&text).expect("it is a list of cases")
}

/// Whether the reader says that a text is no YAML.
fn is_called_broken(text: &str) -> bool {
    let opened = open_yaml(&mut Sources::default(), "chart.yaml", text);
    let mut faults = opened.faults.iter();
    faults.any(|fault| matches!(fault.kind, FaultKind::Syntax(SyntaxFault::Parser(_))))
}

#[test]
fn every_case_is_refused_with_a_place_and_a_way_out() {
    let mut wrong = Vec::new();
    for case in cases() {
        let begun = Instant::now();
        let reports = catch_unwind(|| {
            [Language::En, Language::Da].map(|language| {
                let policy = Policy {
                    language,
                    ..Policy::default()
                };
                check_text(&case.yaml, &policy)
            })
        });
        let Ok([en, da]) = reports else {
            wrong.push(format!("{} panics", case.name));
            continue;
        };
        // No case says `rokade: 1`, so none is a chart.
        if let Err(why) = refused([&en, &da], "chart.yaml") {
            wrong.push(format!("{} {why}", case.name));
        }
        if begun.elapsed() > SOON {
            wrong.push(format!("{} takes {:?}", case.name, begun.elapsed()));
        }
        if case.fail && en.complete {
            wrong.push(format!("{} is an error and was read to its end", case.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_yaml_is_never_called_broken() {
    let mut wrong = Vec::new();
    for case in cases().into_iter().filter(|case| !case.fail) {
        if is_called_broken(&case.yaml) {
            wrong.push(case.name);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join(" "));
}

#[test]
fn the_suite_is_whole() {
    let cases = cases();
    let errors = cases.iter().filter(|case| case.fail).count();
    assert_eq!((cases.len(), errors), (402, 94));
}
