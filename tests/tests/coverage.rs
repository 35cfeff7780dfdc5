//! `docs/coverage.md` has a row for each thing the source documents ask, and every key, rule,
//! measure, file and test that it names is there.

use std::collections::BTreeSet;

use rokade_rules::measures::MEASURES;
use rokade_tests::root;
use serde_json::Value as Json;

/// How many things each document asks.
const ASKED: [(&str, usize); 5] = [
    ("000", 36),
    ("001", 21),
    ("002", 34),
    ("003", 16),
    ("004", 17),
];

/// A row of the table.
struct Row {
    number: String,
    key: String,
    answer: String,
    shown: String,
}

fn rows() -> Vec<Row> {
    let table = read("docs/coverage.md");
    let cells = |line: &str| -> Option<Vec<String>> {
        let line = line.strip_prefix("| ")?.strip_suffix(" |")?;
        Some(line.split(" | ").map(str::to_owned).collect())
    };
    let rows = table.lines().filter_map(cells);
    rows.filter(|cells| cells[0].starts_with(|first: char| first.is_ascii_digit()))
        .map(|cells| match <[String; 5]>::try_from(cells) {
            Ok([number, _, key, answer, shown]) => Row {
                number,
                key,
                answer,
                shown,
            },
            Err(cells) => panic!("a row has five cells: {cells:?}"),
        })
        .collect()
}

fn read(path: &str) -> String {
    let read = std::fs::read_to_string(root().join(path));
    read.unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// What stands between backticks.
fn named(text: &str) -> Vec<&str> {
    assert_eq!(text.matches('`').count() % 2, 0, "{text}");
    text.split('`').skip(1).step_by(2).collect()
}

/// Every key the format has, and every word that a key can have as its value.
fn words(schema: &Json, keys: &mut BTreeSet<String>, values: &mut BTreeSet<String>) {
    match schema {
        Json::Array(items) => items.iter().for_each(|item| words(item, keys, values)),
        Json::Object(map) => {
            if let Some(Json::Object(properties)) = map.get("properties") {
                keys.extend(properties.keys().cloned());
            }
            for value in map
                .get("enum")
                .and_then(Json::as_array)
                .into_iter()
                .flatten()
            {
                values.extend(value.as_str().map(str::to_owned));
            }
            values.extend(map.get("const").and_then(Json::as_str).map(str::to_owned));
            map.values().for_each(|value| words(value, keys, values));
        }
        _ => {}
    }
}

#[test]
fn there_is_a_row_for_each_thing_the_documents_ask() {
    let expected: Vec<String> = ASKED
        .iter()
        .flat_map(|(document, asked)| (1..=*asked).map(move |n| format!("{document}-{n}")))
        .collect();
    let rows: Vec<String> = rows().into_iter().map(|row| row.number).collect();
    assert_eq!(rows, expected);
}

#[test]
fn every_key_is_one_of_the_format() {
    let (mut keys, mut values) = (BTreeSet::new(), BTreeSet::new());
    words(&rokade::schema(), &mut keys, &mut values);
    for row in rows() {
        let named = named(&row.key);
        assert!(!named.is_empty(), "{}: no key", row.number);
        for word in named {
            let is_there = match word.split_once(": ") {
                Some((key, value)) => keys.contains(key) && values.contains(value),
                None => keys.contains(word) || word == "unknown",
            };
            assert!(is_there, "{}: no key `{word}`", row.number);
        }
    }
}

#[test]
fn every_rule_and_measure_is_there() {
    let (mut keys, mut values) = (BTreeSet::new(), BTreeSet::new());
    words(&rokade::schema(), &mut keys, &mut values);
    let readme = read("README.md");
    for row in rows() {
        let named = named(&row.answer);
        for word in &named {
            let is_rule = rokade::catalogue::find(word).is_some();
            let is_measure = MEASURES.iter().any(|measure| measure.name == *word);
            // A sentence on what is out of scope names keys.
            let is_key = row.answer.starts_with("Out of scope: ") && keys.contains(*word);
            let is_command = word.starts_with("rokade ") && readme.contains(&format!("| `{word}"));
            let is_there = is_rule || is_measure || is_key || is_command;
            assert!(is_there, "{}: no rule or measure `{word}`", row.number);
        }
        // What no rule answers says why.
        let why = [
            "Out of scope: ",
            "quoted and linked",
            "comes later",
            "told ",
            "compared ",
        ];
        let is_said = why.iter().any(|why| row.answer.contains(why));
        assert!(
            !named.is_empty() || is_said,
            "{}: {}",
            row.number,
            row.answer
        );
    }
}

#[test]
fn every_file_and_test_is_there() {
    for row in rows() {
        let named = named(&row.shown);
        assert!(!named.is_empty(), "{}: not shown", row.number);
        for word in named {
            let Some((module, test)) = word.split_once("::") else {
                assert!(root().join(word).is_file(), "{}: no {word}", row.number);
                continue;
            };
            let case = format!("tests/tests/cases/{module}.rs");
            let alone = format!("tests/tests/{module}.rs");
            let file = if root().join(&case).is_file() {
                case
            } else {
                alone
            };
            let is_there = read(&file).contains(&format!("#[test]\nfn {test}() {{"));
            assert!(is_there, "{}: no test {word}", row.number);
        }
    }
}

#[test]
fn what_is_out_of_scope_is_named_in_the_readme_too() {
    let readme = read("README.md");
    assert!(readme.contains("docs/coverage.md"));
    let (_, section) = readme
        .split_once("\n## What no model can judge\n")
        .expect("the README says what no model can judge");
    let section = section.split("\n## ").next().unwrap_or_default();
    for word in ["know of each other", "price"] {
        assert!(section.contains(word), "{word}");
    }
}
