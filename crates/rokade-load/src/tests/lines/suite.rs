//! The cases of the YAML test suite.

use serde::Deserialize;

use super::{agree, load_agrees};

#[derive(Deserialize)]
struct Case {
    yaml: String,
}

#[test]
fn the_yaml_test_suite_is_read_as_granit_reads_it() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../tests/yaml-test-suite/cases.json"
    );
    let file = std::fs::read_to_string(path).expect("the suite is there");
    let cases: Vec<Case> = serde_json::from_str(&file).expect("it is a list of cases");
    assert!(cases.len() > 400, "{} cases", cases.len());
    for case in cases {
        agree(&case.yaml);
        load_agrees(&case.yaml);
        // The same further down in a chart.
        load_agrees(&format!("rokade: 1\nunits:\n  a: {{}}\n{}", case.yaml));
    }
}
