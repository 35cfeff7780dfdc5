//! The same entries as `serde_yaml` reads, of charts without faults.
//!
//! `serde_yaml` is the oracle and no part of what ships: it has no places, stops at the first
//! fault, and hangs on what the limits tests read.

use std::fmt::Write as _;

use indexmap::IndexMap;
use proptest::prelude::*;
use rokade_core::entry::{
    BodyEntry, CoLocationEntry, CommitmentEntry, CompetenceEntry, Ended, FunctionEntry,
    InterfaceEntry, OpenEntry, Organization, PremiseEntry, Process, SiteEntry, StaffEntry,
    TargetGroupEntry, UnitEntry,
};
use rokade_core::ids::{
    BodyId, CompetenceId, FunctionId, Id, RESERVED, SiteId, StaffId, TargetGroupId, UnitId,
};
use rokade_core::span::{Origin, PathStep};
use serde::Deserialize;

use super::clean;
use crate::locate;

/// A chart as `serde_yaml` reads it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Chart {
    organization: Option<Organization>,
    sites: IndexMap<SiteId, SiteEntry>,
    units: IndexMap<UnitId, UnitEntry>,
    staff: IndexMap<StaffId, StaffEntry>,
    functions: IndexMap<FunctionId, FunctionEntry>,
    target_groups: IndexMap<TargetGroupId, TargetGroupEntry>,
    competences: IndexMap<CompetenceId, CompetenceEntry>,
    bodies: IndexMap<BodyId, BodyEntry>,
    co_locations: Vec<CoLocationEntry>,
    interfaces: Vec<InterfaceEntry>,
    premises: Vec<PremiseEntry>,
    open: Vec<OpenEntry>,
    commitments: Vec<CommitmentEntry>,
    ended: Ended,
    process: Process,
}

/// Asserts that both readers read the same.
#[track_caller]
fn agree(text: &str) {
    let oracle: Chart =
        serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let ours = clean(text).entries;
    assert_eq!(ours.header.organization, oracle.organization, "{text}");
    macro_rules! compare {
        ($($section:ident)*) => {$(
            let read: Vec<_> = ours.$section.iter().map(|(id, entry)| (id, &entry.value)).collect();
            let expected: Vec<_> = oracle.$section.iter().collect();
            assert_eq!(read, expected, "{text}");
        )*};
    }
    compare!(sites units staff functions target_groups competences bodies);
    macro_rules! compare_lists {
        ($($section:ident)*) => {$(
            let read: Vec<_> = ours.$section.values().map(|entry| &entry.value).collect();
            assert_eq!(read, oracle.$section.iter().collect::<Vec<_>>(), "{text}");
        )*};
    }
    compare_lists!(co_locations interfaces premises open commitments);
    assert_eq!(ours.ended, oracle.ended);
    assert_eq!(ours.process, oracle.process);
}

/// Asserts that fields are found where they stand, however the chart is written.
#[track_caller]
fn found_again(text: &str) {
    let source = super::source(text);
    let entries = clean(text).entries;
    let at = |origin: Option<Origin>, path: &[PathStep]| {
        let origin = origin.expect("it stands in a file");
        let found = &source.text[locate(&source, origin, path)];
        found.trim_matches(['"', '\'']).to_owned()
    };
    let key = |key: &str| PathStep::Key(key.to_owned());
    for (id, entry) in &entries.staff {
        assert_eq!(at(entry.origin, &[]), id.as_str(), "{text}");
        if let Some(unit) = &entry.value.unit {
            let unit = unit.id().map_or("undecided", Id::as_str);
            assert_eq!(at(entry.origin, &[key("unit")]), unit, "{text}");
            let name = PathStep::KeyName("unit".to_owned());
            assert_eq!(at(entry.origin, &[name]), "unit", "{text}");
        }
        for (i, function) in entry.value.performs.iter().flatten().enumerate() {
            let path = [key("performs"), i.into()];
            assert_eq!(at(entry.origin, &path), function.as_str(), "{text}");
        }
        for unit in entry.value.wishes.keys() {
            let name = PathStep::KeyName(unit.as_str().to_owned());
            assert_eq!(
                at(entry.origin, &[key("wishes"), name]),
                unit.as_str(),
                "{text}"
            );
        }
    }
    for (id, entry) in &entries.functions {
        assert_eq!(at(entry.origin, &[]), id.as_str(), "{text}");
        for (i, scope) in entry
            .value
            .responsible
            .iter()
            .flat_map(|r| &r.0)
            .enumerate()
        {
            let scoped = scope.cases.is_some();
            let unit = scope.unit.as_ref().and_then(|unit| unit.id());
            let mut path = vec![key("responsible"), i.into()];
            path.extend(scoped.then(|| key("unit")));
            assert_eq!(
                at(entry.origin, &path),
                unit.map_or("", Id::as_str),
                "{text}"
            );
        }
    }
}

/// How something is written.
#[derive(Debug, Clone)]
enum Text {
    Scalar(String),
    List(Vec<Text>),
    Map(Vec<(String, Text)>),
}

fn id() -> impl Strategy<Value = String> {
    "[a-zæøå][a-z0-9æøå]{0,6}(-[a-z0-9]{1,4}){0,2}".prop_filter("a word of its own", |id| {
        let words = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];
        !RESERVED.contains(&id.as_str()) && !words.contains(&id.as_str())
    })
}

/// A text, as YAML may write it.
fn words() -> impl Strategy<Value = Text> {
    let any = "[A-Za-zæøåÆØÅ0-9 ,.:;#'\"!?&*{}\\[\\]|>%@`~=\\\\-]{0,24}";
    (any, 0..4u8).prop_map(|(text, style)| {
        let simple = text.starts_with(|c: char| c.is_alphabetic())
            && text.trim() == text
            && text.chars().all(|c| c.is_alphanumeric() || c == ' ')
            && !["null", "Null", "NULL", "true", "false"].contains(&text.as_str())
            && text.parse::<f64>().is_err();
        Text::Scalar(match style {
            0 | 1 if simple => text,
            0 | 2 => format!("'{}'", text.replace('\'', "''")),
            _ => format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")),
        })
    })
}

fn scalar(text: impl Strategy<Value = String>) -> impl Strategy<Value = Text> {
    (text, 0..4u8).prop_map(|(text, style)| {
        Text::Scalar(match style {
            0 => format!("'{text}'"),
            1 => format!("\"{text}\""),
            _ => text,
        })
    })
}

fn quantity() -> impl Strategy<Value = Text> {
    let plain = prop_oneof![
        "[1-9][0-9]{0,4}",
        "[1-9][0-9]{0,2}\\.[0-9]{2}".prop_filter("floats lose zeros", |t| !t.ends_with('0')),
        (1..50u32, 0..50u32).prop_map(|(low, more)| format!("{low}-{}", low + more)),
        "ca\\. [1-9][0-9]{0,3}",
        Just("unknown".to_owned()),
    ];
    scalar(plain)
}

fn list(of: impl Strategy<Value = Text>) -> impl Strategy<Value = Text> {
    prop::collection::vec(of, 0..4).prop_map(Text::List)
}

fn flag() -> impl Strategy<Value = Text> {
    any::<bool>().prop_map(|flag| Text::Scalar(flag.to_string()))
}

fn date() -> impl Strategy<Value = Text> {
    let plain = prop_oneof![
        (1990..2030u32).prop_map(|year| year.to_string()),
        (1990..2030u32, 1..13u32).prop_map(|(year, month)| format!("{year}-{month:02}")),
        (1990..2030u32, 1..13u32, 1..29u32).prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}")),
        Just("2021-H1".to_owned()),
    ];
    scalar(plain)
}

/// Some of these keys, in any order.
fn map(keys: Vec<(&'static str, BoxedStrategy<Text>)>) -> BoxedStrategy<Text> {
    let count = keys.len();
    let pairs = keys
        .into_iter()
        .map(|(key, value)| {
            (prop::bool::weighted(0.4), value).prop_map(move |(there, value)| (there, key, value))
        })
        .collect::<Vec<_>>();
    (pairs, Just((0..count).collect::<Vec<_>>()).prop_shuffle())
        .prop_map(|(pairs, order)| {
            let chosen = order.into_iter().map(|i| pairs[i].clone());
            let there = chosen.filter(|(there, ..)| *there);
            Text::Map(
                there
                    .map(|(_, key, value)| (key.to_owned(), value))
                    .collect(),
            )
        })
        .boxed()
}

fn unit() -> BoxedStrategy<Text> {
    map(vec![
        ("name", words().boxed()),
        ("also", list(words()).boxed()),
        (
            "parent",
            scalar(prop_oneof![id(), Just("undecided".to_owned())]).boxed(),
        ),
        ("type", words().boxed()),
        ("site", scalar(id()).boxed()),
        (
            "head",
            scalar(prop_oneof![
                id(),
                Just("vacant".to_owned()),
                Just("none".to_owned())
            ])
            .boxed(),
        ),
        ("established", date().boxed()),
        ("budget", quantity().boxed()),
        ("external", flag().boxed()),
        ("independent_of", list(scalar(id())).boxed()),
    ])
}

fn staff() -> BoxedStrategy<Text> {
    let wishes = prop::collection::btree_map(id(), quantity(), 0..3)
        .prop_map(|wishes| Text::Map(wishes.into_iter().collect()));
    map(vec![
        ("title", words().boxed()),
        ("unit", scalar(id()).boxed()),
        ("count", quantity().boxed()),
        ("performs", list(scalar(id())).boxed()),
        ("for", list(scalar(id())).boxed()),
        ("reports_to", scalar(id()).boxed()),
        ("wishes", wishes.boxed()),
        ("filled", flag().boxed()),
        ("cost", quantity().boxed()),
    ])
}

fn function() -> BoxedStrategy<Text> {
    let scope = (scalar(id()), list(scalar(id())), quantity(), flag()).prop_map(
        |(unit, groups, cases, shared)| {
            Text::Map(vec![
                ("for".to_owned(), groups),
                ("unit".to_owned(), unit),
                ("cases".to_owned(), cases),
                ("shared".to_owned(), shared),
            ])
        },
    );
    let scope = prop_oneof![scalar(id()), scope];
    let decided = prop_oneof![
        scalar(prop_oneof![
            id(),
            Just("performers".to_owned()),
            Just("head".to_owned())
        ]),
        scalar(id()).prop_map(|staff| Text::Map(vec![("staff".to_owned(), staff)])),
    ];
    map(vec![
        ("name", words().boxed()),
        (
            "kind",
            scalar(prop::sample::select(vec![
                "citizen".to_owned(),
                "support".to_owned(),
            ]))
            .boxed(),
        ),
        ("statutory", flag().boxed()),
        (
            "responsible",
            prop_oneof![scope.clone(), list(scope)].boxed(),
        ),
        ("decided_by", decided.boxed()),
        ("needed_at", list(scalar(id())).boxed()),
        ("because", words().boxed()),
    ])
}

fn section(of: BoxedStrategy<Text>) -> impl Strategy<Value = Text> {
    prop::collection::btree_map(id(), of, 0..5)
        .prop_map(|entries| Text::Map(entries.into_iter().collect()))
}

/// Writes in blocks down to a depth, and in brackets from there.
fn write(text: &Text, indent: usize, blocks: usize, out: &mut String) {
    match text {
        Text::Scalar(scalar) => {
            out.push(' ');
            out.push_str(scalar);
            out.push('\n');
        }
        Text::Map(pairs) if blocks > 0 && !pairs.is_empty() => {
            out.push('\n');
            for (key, value) in pairs {
                let _ = write!(out, "{:indent$}{key}:", "");
                write(value, indent + 2, blocks - 1, out);
            }
        }
        Text::List(items) if blocks > 0 && !items.is_empty() => {
            out.push('\n');
            for item in items {
                let _ = write!(out, "{:indent$}-", "");
                write(item, indent + 2, 0, out);
            }
        }
        other => {
            out.push(' ');
            write_flow(other, out);
            out.push('\n');
        }
    }
}

fn write_flow(text: &Text, out: &mut String) {
    match text {
        Text::Scalar(scalar) => out.push_str(scalar),
        Text::Map(pairs) => {
            out.push_str("{ ");
            for (key, value) in pairs {
                let _ = write!(out, "{key}: ");
                write_flow(value, out);
                out.push_str(", ");
            }
            out.push('}');
        }
        Text::List(items) => {
            out.push('[');
            for item in items {
                write_flow(item, out);
                out.push_str(", ");
            }
            out.push(']');
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn generated_charts(
        units in section(unit()),
        staff in section(staff()),
        functions in section(function()),
        blocks in 0..5usize,
    ) {
        let sections = [("units", units), ("staff", staff), ("functions", functions)];
        let mut text = String::from("rokade: 1\n");
        for (key, value) in sections {
            let _ = write!(text, "{key}:");
            write(&value, 2, blocks, &mut text);
        }
        agree(&text);
        found_again(&text);
        let text = text.replace('\n', "\r\n");
        agree(&text);
        found_again(&text);
    }
}

#[test]
fn the_chart_of_the_format_s_description() {
    agree(super::CHART);
}
