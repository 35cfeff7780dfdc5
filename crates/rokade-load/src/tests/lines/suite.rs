//! The cases of the YAML test suite.

use serde::Deserialize;

use super::{agree, load_agrees};

const CASES: &str = include_str!("../../../../../tests/yaml-test-suite/cases.json");

#[derive(Deserialize)]
struct Case {
    yaml: String,
}

#[test]
fn the_yaml_test_suite_is_read_as_granit_reads_it() {
    let cases: Vec<Case> = serde_json::from_str(CASES).expect("it is a list of cases");
    assert!(cases.len() > 400, "{} cases", cases.len());
    for case in cases {
        agree(&case.yaml);
        load_agrees(&case.yaml);
        // The same further down in a chart.
        load_agrees(&format!("rokade: 1\nunits:\n  a: {{}}\n{}", case.yaml));
    }
}
