//! The reader agrees with `serde_yaml` on every chart of the cases, and charts and reports hold to
//! the schemas that are published of them.

use indexmap::IndexMap;
use rokade::{Format, Options, Policy, Sources, Syntax};
use rokade_core::entry::Entries;
use rokade_core::ids::{Id, StaffId, UnitId};
use rokade_core::span::{Source, SourceId};
use rokade_tests::{open_path, root};
use serde::de::DeserializeOwned;

/// Every YAML file of the cases and of the pairs, with its text.
fn charts() -> Vec<(String, String)> {
    let mut charts = Vec::new();
    for folder in ["orgs", "tests/pairs"] {
        for case in std::fs::read_dir(root().join(folder)).expect("the cases are there") {
            let case = case.expect("can be read").path();
            for file in std::fs::read_dir(case).expect("can be read") {
                let path = file.expect("can be read").path();
                if path.extension().is_some_and(|end| end == "yaml") {
                    let text = std::fs::read_to_string(&path).expect("is text");
                    charts.push((path.display().to_string(), text));
                }
            }
        }
    }
    charts.sort();
    assert!(charts.len() > 30, "{} charts", charts.len());
    charts
}

fn load(name: &str, text: &str) -> Entries {
    let source = Source::new(name, text, Syntax::Yaml);
    let loaded = rokade_load::load(&[(SourceId(0), &source)]);
    assert!(loaded.faults.is_empty(), "{name}: {:?}", loaded.faults);
    loaded.entries
}

/// A section as `serde_yaml` reads it.
fn section<K, V>(chart: &serde_yaml::Value, key: &str) -> IndexMap<K, V>
where
    K: DeserializeOwned + std::hash::Hash + Eq,
    V: DeserializeOwned,
{
    chart.get(key).map_or_else(IndexMap::new, |section| {
        serde_yaml::from_value(section.clone()).expect("serde_yaml reads it")
    })
}

#[test]
fn the_reader_agrees_with_serde_yaml() {
    for (name, text) in charts() {
        let entries = load(&name, &text);
        let chart: serde_yaml::Value = serde_yaml::from_str(&text).expect("serde_yaml reads it");
        macro_rules! agrees {
            ($($section:ident),*) => {$(
                let theirs = section(&chart, stringify!($section));
                let ours = entries.$section.iter().map(|(id, e)| (id.clone(), e.value.clone()));
                assert_eq!(ours.collect::<IndexMap<_, _>>(), theirs, "{name}");
                // Equal maps can differ in order; ours is the file's.
                assert!(entries.$section.keys().eq(theirs.keys()), "{name}");
            )*};
        }
        agrees!(
            sites,
            units,
            staff,
            functions,
            target_groups,
            competences,
            bodies
        );
        let lists: Vec<rokade_core::entry::CoLocationEntry> = chart
            .get("co_locations")
            .map(|list| serde_yaml::from_value(list.clone()).expect("serde_yaml reads it"))
            .unwrap_or_default();
        let ours = entries.co_locations.values().map(|e| &e.value);
        assert!(ours.eq(lists.iter()), "{name}");
        let ended = chart
            .get("ended")
            .map(|ended| serde_yaml::from_value(ended.clone()).expect("serde_yaml reads it"));
        assert_eq!(entries.ended, ended.unwrap_or_default(), "{name}");
    }
}

#[test]
fn every_chart_holds_to_the_published_schema() {
    let schema = std::fs::read_to_string(root().join("schema/rokade.schema.json"));
    let schema: serde_json::Value =
        serde_json::from_str(&schema.expect("the schema is there")).expect("is JSON");
    let validator = jsonschema::validator_for(&schema).expect("is a schema");
    for (name, text) in charts() {
        let chart: serde_json::Value = serde_yaml::from_str(&text).expect("serde_yaml reads it");
        let errors: Vec<String> = validator
            .iter_errors(&chart)
            .map(|e| format!("{}: {e}", e.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
    }
    let typo = serde_json::json!({ "rokade": 1, "units": { "a": { "parrent": "b" } } });
    assert!(!validator.is_valid(&typo));
}

#[test]
fn a_report_holds_to_its_published_schema() {
    let schema = std::fs::read_to_string(root().join("schema/report.schema.json"));
    let schema: serde_json::Value =
        serde_json::from_str(&schema.expect("the schema is there")).expect("is JSON");
    let validator = jsonschema::validator_for(&schema).expect("is a schema");
    let case = root().join("orgs/aalborg-integration");
    let mut sources = Sources::default();
    let base = open_path(&mut sources, &case.join("current.yaml"));
    let revision = open_path(&mut sources, &case.join("proposal.yaml"));
    let policy = Policy::default();
    let diff = rokade::diff(&sources, &base, &revision, &policy).expect("told");
    let check = rokade::check(&sources, &revision, &policy).expect("told");
    for report in [diff, check] {
        let mut text = Vec::new();
        rokade::render(Format::Json, &report, &Options::default(), &mut text).expect("printed");
        let json: serde_json::Value = serde_json::from_slice(&text).expect("is JSON");
        let errors: Vec<String> = validator
            .iter_errors(&json)
            .map(|e| e.to_string())
            .collect();
        assert!(errors.is_empty(), "{errors:?}");
        assert_eq!(json["version"], 1);
    }
}

#[test]
fn ids_are_read_alike_whatever_they_are_quoted_with() {
    let plain = load("plain", "rokade: 1\nunits: { 6: { parent: 7 }, 7: {} }\n");
    let quoted = load(
        "quoted",
        "rokade: 1\nunits: { \"6\": { parent: '7' }, \"7\": {} }\n",
    );
    let ids = |entries: &Entries| -> Vec<UnitId> { entries.units.keys().cloned().collect() };
    assert_eq!(ids(&plain), ids(&quoted));
    assert!(StaffId::parse("6").is_ok());
}
