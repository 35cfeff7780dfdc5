//! How a chart is written changes nothing: the order of keys and entries, comments, quotes,
//! block or flow style, line ends, a byte order mark, JSON, one file or many, staff in a table.
//!
//! Each variant is made mechanically of every written pair, both charts alike. What is compared
//! is the whole report but for where in the files it points.

use std::fmt::Write as _;
use std::sync::LazyLock;

use rokade::{Opened, Policy, Report, Sources, Syntax, sort_folder};
use rokade_tests::generate::{Dice, pairs, read};
use serde_yaml::{Mapping, Value};

/// The files of a chart: name and bytes.
type Files = Vec<(&'static str, Vec<u8>)>;

fn one_file(text: impl Into<Vec<u8>>) -> Files {
    vec![("chart.yaml", text.into())]
}

fn open(sources: &mut Sources, files: &Files) -> Opened {
    let ids: Vec<_> = files
        .iter()
        .map(|(name, bytes)| {
            let syntax = if *name == "staff.csv" {
                Syntax::Csv
            } else {
                Syntax::Yaml
            };
            sources.add(name, bytes, syntax)
        })
        .collect();
    let parts = sort_folder(sources, &ids);
    assert_eq!(parts.charts.len(), 1, "the parts are one chart");
    rokade::open(sources, &parts.charts[0].0)
}

/// All that a report says, but for spans.
fn told(base: &Files, revision: &Files) -> Vec<String> {
    let mut sources = Sources::default();
    let base = open(&mut sources, base);
    let revision = open(&mut sources, revision);
    let report = rokade::diff(&sources, &base, &revision, &Policy::default())
        .expect("every sentence can be made");
    let mut told = told_of(&report);
    for chart in [&base, &revision] {
        assert!(
            chart.complete && chart.faults.is_empty(),
            "{:?}",
            chart.faults
        );
        let report = rokade::check(&sources, chart, &Policy::default());
        told.extend(told_of(&report.expect("every sentence can be made")));
    }
    told
}

fn told_of(report: &Report) -> Vec<String> {
    let mut told: Vec<String> = report
        .findings
        .iter()
        .map(|finding| {
            let mut data: Vec<String> = finding
                .data
                .iter()
                .map(|(key, value)| format!("{key}={value:?}"))
                .collect();
            data.sort();
            let labels: Vec<String> = finding
                .labels
                .iter()
                .map(|l| format!("{:?} {}", l.side, l.text))
                .collect();
            format!(
                "{} {:?} {:?} {} {:?}\n  {:?}\n  {}\n  {:?}\n  {} / {:?}\n  {:?} {:?} {:?}",
                finding.rule,
                finding.severity,
                finding.certainty,
                finding.fingerprint,
                finding.cause,
                finding.members,
                data.join(" "),
                labels,
                finding.message,
                finding.help,
                finding.posts,
                finding.citizens,
                finding.allowed,
            )
        })
        .collect();
    told.extend(report.changes.iter().map(|change| format!("{change:?}")));
    told.push(format!(
        "{:?} {:?} {:?}",
        report.summary, report.balance, report.not_judged
    ));
    told.push(format!("{:?} {:?}", report.command, report.complete));
    told
}

/// A pair as it is written, with what is said of it.
struct Written {
    name: String,
    base: String,
    revision: String,
    told: Vec<String>,
}

/// Compares a variant of both charts of every pair with the pair as it is written.
fn same_however_written(variant: &mut dyn FnMut(&str) -> Files) {
    static WRITTEN: LazyLock<Vec<Written>> = LazyLock::new(|| {
        // A pair reversed is written no other way.
        let pairs = pairs()
            .into_iter()
            .filter(|pair| !pair.name.ends_with("-reversed"));
        pairs
            .map(|pair| {
                let (base, revision) = (read(&pair.base), read(&pair.revision));
                let told = told(&one_file(base.as_str()), &one_file(revision.as_str()));
                let name = pair.name;
                Written {
                    name,
                    base,
                    revision,
                    told,
                }
            })
            .collect()
    });
    for Written {
        name,
        base,
        revision,
        told: before,
    } in &*WRITTEN
    {
        let after = told(&variant(base), &variant(revision));
        for (before, after) in before.iter().zip(&after) {
            assert_eq!(before, after, "{name}");
        }
        assert_eq!(before.len(), after.len(), "{name}: {before:#?}\n{after:#?}");
    }
}

fn parse(text: &str) -> Mapping {
    match serde_yaml::from_str(text) {
        Ok(Value::Mapping(map)) => map,
        other => panic!("a chart is a map: {other:?}"),
    }
}

/// Rolls that are always the same for a seed.
fn rolls(seed: u64) -> Vec<u16> {
    let mut state = seed;
    (0..4000)
        .map(|_| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 48) as u16
        })
        .collect()
}

/// Shuffles keys and items at every depth. A pathway is an order, and stays.
fn shuffle(value: &mut Value, dice: &mut Dice<'_>) {
    match value {
        Value::Mapping(map) => {
            let mut all: Vec<(Value, Value)> = std::mem::take(map).into_iter().collect();
            dice.mix(&mut all);
            for (key, value) in &mut all {
                if key.as_str() != Some("pathway") {
                    shuffle(value, dice);
                }
            }
            *map = all.into_iter().collect();
        }
        Value::Sequence(items) => {
            dice.mix(items);
            for item in items {
                shuffle(item, dice);
            }
        }
        _ => {}
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quotes {
    /// Only where the text needs them.
    None,
    Single,
    Double,
}

/// How a value is written.
#[derive(Debug, Clone, Copy)]
struct Style {
    quotes: Quotes,
    flow: bool,
    comments: bool,
    indent: usize,
}

const PLAIN: Style = Style {
    quotes: Quotes::None,
    flow: false,
    comments: false,
    indent: 2,
};

fn scalar(value: &Value, quotes: Quotes) -> String {
    let text = match value {
        Value::Null => return "~".to_owned(),
        Value::Bool(yes) => yes.to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        other => panic!("{other:?} is no scalar"),
    };
    let tame = |c: char| c.is_alphanumeric() || " -.".contains(c);
    let needs_none = text.starts_with(char::is_alphanumeric)
        && text.chars().all(tame)
        && !text.ends_with(' ')
        && !["null", "Null", "NULL"].contains(&text.as_str());
    match quotes {
        Quotes::None if needs_none => text,
        Quotes::Single => format!("'{}'", text.replace('\'', "''")),
        _ => format!("{text:?}"),
    }
}

fn is_scalar(value: &Value) -> bool {
    !matches!(value, Value::Mapping(_) | Value::Sequence(_))
}

fn write(value: &Value, style: Style, depth: usize, text: &mut String) {
    let pad = " ".repeat(style.indent * depth);
    let note = if style.comments {
        "   # : en { bemærkning"
    } else {
        ""
    };
    match value {
        Value::Mapping(map) if map.is_empty() => text.push_str("{}"),
        Value::Sequence(items) if items.is_empty() => text.push_str("[]"),
        Value::Mapping(map) if style.flow => {
            text.push_str("{ ");
            for (i, (key, value)) in map.iter().enumerate() {
                text.push_str(if i > 0 { ", " } else { "" });
                let _ = write!(text, "{}: ", scalar(key, style.quotes));
                write(value, style, depth, text);
            }
            text.push_str(" }");
        }
        Value::Sequence(items) if style.flow => {
            text.push('[');
            for (i, item) in items.iter().enumerate() {
                text.push_str(if i > 0 { ", " } else { "" });
                write(item, style, depth, text);
            }
            text.push(']');
        }
        Value::Mapping(map) => {
            for (key, value) in map {
                if style.comments {
                    let _ = writeln!(text, "# {key:?} følger");
                }
                let _ = write!(text, "{pad}{}:", scalar(key, style.quotes));
                below(value, style, depth, note, text);
            }
        }
        Value::Sequence(items) => {
            for item in items {
                let _ = write!(text, "{pad}-");
                below(item, style, depth, note, text);
            }
        }
        _ => text.push_str(&scalar(value, style.quotes)),
    }
}

/// What stands after a key or a dash: on the same line if it can.
fn below(value: &Value, style: Style, depth: usize, note: &str, text: &mut String) {
    let empty = match value {
        Value::Mapping(map) => map.is_empty(),
        Value::Sequence(items) => items.is_empty(),
        _ => true,
    };
    if is_scalar(value) || empty {
        text.push(' ');
        write(value, style, 0, text);
        let _ = writeln!(text, "{note}");
    } else {
        let _ = writeln!(text, "{note}");
        write(value, style, depth + 1, text);
    }
}

fn written(map: &Mapping, style: Style) -> String {
    let mut text = String::new();
    write(&Value::Mapping(map.clone()), style, 0, &mut text);
    text
}

fn shuffled(text: &str, seed: u64) -> Mapping {
    let mut value = Value::Mapping(parse(text));
    let rolls = rolls(seed);
    shuffle(&mut value, &mut Dice::new(&rolls));
    match value {
        Value::Mapping(map) => map,
        _ => Mapping::new(),
    }
}

#[test]
fn written_again_in_the_same_order() {
    same_however_written(&mut |text| one_file(written(&parse(text), PLAIN)));
}

#[test]
fn the_order_of_keys_and_entries() {
    for seed in 0..3 {
        same_however_written(&mut |text| one_file(written(&shuffled(text, seed), PLAIN)));
    }
}

#[test]
fn comments() {
    let style = Style {
        comments: true,
        ..PLAIN
    };
    same_however_written(&mut |text| one_file(written(&parse(text), style)));
}

#[test]
fn quotes_round_every_scalar() {
    for quotes in [Quotes::Single, Quotes::Double] {
        let style = Style { quotes, ..PLAIN };
        same_however_written(&mut |text| one_file(written(&parse(text), style)));
    }
}

#[test]
fn flow_style_throughout() {
    let style = Style {
        flow: true,
        ..PLAIN
    };
    same_however_written(&mut |text| one_file(written(&parse(text), style)));
}

#[test]
fn wide_indents() {
    let style = Style { indent: 7, ..PLAIN };
    same_however_written(&mut |text| one_file(written(&parse(text), style)));
}

#[test]
fn line_ends() {
    same_however_written(&mut |text| one_file(text.replace('\n', "\r\n")));
    same_however_written(&mut |text| one_file(text.trim_end()));
    same_however_written(&mut |text| one_file(format!("---\n{text}\n\n")));
}

#[test]
fn a_byte_order_mark() {
    same_however_written(&mut |text| one_file(format!("\u{feff}{text}")));
    same_however_written(&mut |text| one_file(format!("\u{feff}{}", text.replace('\n', "\r\n"))));
}

#[test]
fn json() {
    let json = |text: &str| serde_json::to_value(parse(text)).expect("a chart's keys are text");
    same_however_written(&mut |text| vec![("chart.json", json(text).to_string().into_bytes())]);
    same_however_written(&mut |text| {
        let pretty = serde_json::to_vec_pretty(&json(text)).expect("JSON can be written");
        vec![("chart.json", pretty)]
    });
}

/// Splits a chart into a file for each of some keys, and one for the rest.
fn split(mut map: Mapping, own: &[(&'static str, &'static str)]) -> Files {
    let mut files = Files::new();
    for &(key, name) in own {
        if let Some(section) = map.remove(key) {
            let mut part = Mapping::new();
            part.insert("rokade".into(), 1.into());
            part.insert(key.into(), section);
            files.push((name, written(&part, PLAIN).into_bytes()));
        }
    }
    files.push(("organisation.yaml", written(&map, PLAIN).into_bytes()));
    files
}

#[test]
fn a_folder_of_parts() {
    let own = [
        ("staff", "a-staff.yaml"),
        ("functions", "b-functions.yml"),
        ("sites", "c-sites.json"),
        ("units", "d-units.yaml"),
        ("target_groups", "e-target-groups.yaml"),
        ("ended", "f-ended.yaml"),
        ("co_locations", "g-co-locations.yaml"),
        ("process", "h-process.yaml"),
    ];
    same_however_written(&mut |text| split(parse(text), &own));
    // The parts in the other order.
    same_however_written(&mut |text| split(parse(text), &own).into_iter().rev().collect());
}

#[test]
fn a_section_in_two_files() {
    same_however_written(&mut |text| {
        let mut first = parse(text);
        let mut second = Mapping::new();
        second.insert("rokade".into(), 1.into());
        for section in ["units", "staff", "functions"] {
            if let Some(Value::Mapping(all)) = first.get_mut(section) {
                let half = all.len() / 2;
                let rest: Mapping = std::mem::take(all).into_iter().collect();
                let (stays, goes): (Vec<_>, Vec<_>) =
                    rest.into_iter().enumerate().partition(|(i, _)| *i < half);
                *all = stays.into_iter().map(|(_, entry)| entry).collect();
                let goes: Mapping = goes.into_iter().map(|(_, entry)| entry).collect();
                second.insert(section.into(), goes.into());
            }
        }
        vec![
            ("b.yaml", written(&second, PLAIN).into_bytes()),
            ("a.yaml", written(&first, PLAIN).into_bytes()),
        ]
    });
}

/// The staff of a chart as a table, but for those with keys that no column has.
fn table(map: &mut Mapping, delimiter: char, bars: bool) -> String {
    const COLUMNS: [&str; 13] = [
        "unit",
        "id",
        "site",
        "title",
        "count",
        "performs",
        "for",
        "competences",
        "reports_to",
        "professional_lead",
        "filled",
        "cost",
        "previously",
    ];
    let Some(Value::Mapping(staff)) = map.remove("staff") else {
        return "id\n".to_owned();
    };
    let (rows, rest): (Vec<_>, Vec<_>) = staff.into_iter().partition(|(_, post)| {
        let keys = post.as_mapping().into_iter().flat_map(Mapping::keys);
        keys.filter_map(Value::as_str)
            .all(|key| COLUMNS.contains(&key))
    });
    if !rest.is_empty() {
        let rest: Mapping = rest.into_iter().collect();
        map.insert("staff".into(), rest.into());
    }
    let separator = delimiter.to_string();
    let mut text = COLUMNS.join(&separator) + "\n";
    for (id, post) in rows {
        let cell = |column: &&str| {
            let value = match *column {
                "id" => Some(&id),
                column => post.get(column),
            };
            let plain = |value: &Value| match value {
                Value::String(text) => text.clone(),
                other => scalar(other, Quotes::None),
            };
            let text = match value {
                None => return String::new(),
                Some(Value::Sequence(items)) => {
                    let items: Vec<String> = items.iter().map(plain).collect();
                    items.join(if bars { "|" } else { ";" })
                }
                Some(value) => plain(value),
            };
            if text.contains([delimiter, ';', '"']) {
                format!("\"{}\"", text.replace('"', "\"\""))
            } else {
                text
            }
        };
        let cells: Vec<String> = COLUMNS.iter().map(cell).collect();
        text.push_str(&cells.join(&separator));
        text.push('\n');
    }
    text
}

#[test]
fn staff_in_a_table() {
    for (delimiter, bars, ends) in [
        (',', true, "\n"),
        (';', true, "\r\n"),
        ('\t', false, "\n"),
        (';', false, "\n"),
    ] {
        same_however_written(&mut |text| {
            let mut map = parse(text);
            let table = table(&mut map, delimiter, bars).replace('\n', ends);
            vec![
                ("staff.csv", format!("\u{feff}{table}").into_bytes()),
                ("organisation.yaml", written(&map, PLAIN).into_bytes()),
            ]
        });
    }
}
