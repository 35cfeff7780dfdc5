//! What is read of files without faults, alone and together.

use rokade_core::entry::{Entries, Head, OrUndecided};
use rokade_core::fault::{Fault, FaultKind};
use rokade_core::ids::Kind;
use rokade_core::span::{LineColumn, Source, SourceId, Syntax};

use super::{clean, load_yaml, source, span_of};
use crate::{Loaded, load};

/// What entries say, apart from where.
fn said(mut entries: Entries) -> String {
    entries.keys.clear();
    entries.nested.clear();
    macro_rules! forget {
        ($($section:ident)*) => {$(
            for entry in entries.$section.values_mut() {
                entry.origin = None;
            }
        )*};
    }
    forget!(sites units staff functions target_groups co_locations interfaces competences bodies
        premises open commitments);
    format!("{entries:#?}")
}

const BLOCK: &str = "\
rokade: 1
organization:
  id: aalborg
  name: Aalborg Kommune
  language: da
units:
  job:
    name: Job, ydelse
    parent: 6
    head: vacant
    also: [JC, \"J: C\"]
  6: {}
staff:
  raad:
    title: |
      Råd
      og vejledning
    unit: job
    count: ca. 6
    filled: false
functions:
  ydelse:
    statutory: true
    responsible:
      - unit: job
        for: [unge]
        cases: 600
      - undecided
ended:
  units: { old: { name: Old } }
process:
  steps:
    - { id: h, kind: hearing, done: true }
";

const JSON: &str = r#"{
	"rokade": 1,
	"organization": {"language":"da","id":"aalborg","name":"Aalborg Kommune"},
	"units": {"job":{"also":["JC","J: C"],"name":"Job, ydelse","head":"vacant","parent":6},"6":{}},
	"staff":{"raad":{"title":"R\u00e5d\nog vejledning\n","unit":"job","count":"ca. 6","filled":false}},
	"functions": {
		"ydelse": {"statutory": true, "responsible": [
			{"unit": "job", "for": ["unge"], "cases": 600},
			"undecided"
		]}
	},
	"ended":{"units":{"old":{"name":"Old"}}},
	"process":{"steps":[{"id":"h","kind":"hearing","done":true}]}
}"#;

#[test]
fn json_is_yaml() {
    assert_eq!(said(clean(BLOCK).entries), said(clean(JSON).entries));
}

#[test]
fn line_ends_quotes_and_the_order_of_keys_make_no_difference() {
    let said_plainly = said(clean(BLOCK).entries);
    assert_eq!(
        said(clean(&BLOCK.replace('\n', "\r\n")).entries),
        said_plainly
    );
    assert_eq!(
        said(clean(&format!("\u{feff}{BLOCK}")).entries),
        said_plainly
    );
    let quoted = BLOCK
        .replace("rokade: 1", "\"rokade\": '1'")
        .replace("parent: 6", "parent: \"6\"")
        .replace("  6: {}", "  '6': {}")
        .replace("ca. 6", "\"ca. 6\"")
        .replace("false", "'false'")
        .replace("done: true", "done: \"true\"")
        .replace("cases: 600", "\"cases\": \"600\"")
        .replace("head: vacant", "head: 'vacant'");
    assert_eq!(said(clean(&quoted).entries), said_plainly);
    let reordered = BLOCK.replace(
        "    name: Job, ydelse\n    parent: 6\n",
        "    parent: 6\n    name: Job, ydelse\n",
    );
    assert_eq!(said(clean(&reordered).entries), said_plainly);
}

#[test]
fn everything_is_where_it_was_written() {
    let loaded = clean(BLOCK);
    let source = source(BLOCK);
    let text = |origin: rokade_core::span::Origin| {
        source.text[origin.start as usize..origin.end as usize].to_owned()
    };
    let entries = &loaded.entries;
    assert_eq!(
        text(entries.units["6"].origin.expect("it stands in a file")),
        "6: {}"
    );
    let raad = text(entries.staff["raad"].origin.expect("it stands in a file"));
    assert!(raad.starts_with("raad:\n    title: |"), "{raad}");
    assert!(raad.ends_with("filled: false"), "{raad}");
    let keys: Vec<&str> = entries.keys.keys().map(String::as_str).collect();
    let order = [
        "rokade",
        "organization",
        "units",
        "staff",
        "functions",
        "ended",
        "process",
    ];
    assert_eq!(keys, order);
    assert_eq!(text(entries.keys["rokade"]), "rokade: 1");
    assert!(text(entries.keys["organization"]).ends_with("language: da"));
    let nested: Vec<String> = entries.nested.values().map(|&o| text(o)).collect();
    assert_eq!(
        nested,
        ["old: { name: Old }", "{ id: h, kind: hearing, done: true }"]
    );
    let unit = &entries.units["job"].value;
    assert_eq!(unit.head, Some(Head::Vacant));
    assert!(matches!(unit.parent, Some(OrUndecided::Id(_))));
    assert_eq!(unit.also, ["JC", "J: C"]);
}

fn load_all(files: &[(&str, &str)]) -> (Loaded, Vec<Source>) {
    let sources: Vec<Source> = files
        .iter()
        .map(|(name, text)| {
            let syntax = match *name {
                "staff.csv" => Syntax::Csv,
                _ => Syntax::Yaml,
            };
            Source::new(name, *text, syntax)
        })
        .collect();
    let with_ids: Vec<(SourceId, &Source)> = sources
        .iter()
        .enumerate()
        .map(|(i, s)| (SourceId(i as u32), s))
        .collect();
    (load(&with_ids), sources)
}

fn place(fault: &Fault, sources: &[Source]) -> (usize, LineColumn) {
    let span = span_of(fault);
    let id = span.source.0 as usize;
    (id, sources[id].line_column(span.range().start))
}

#[test]
fn the_files_of_a_folder_are_one_chart() {
    let (loaded, sources) = load_all(&[
        (
            "a.yaml",
            "rokade: 1\norganization: { id: o }\nas_of: 2017\nunits: { a: {}, b: {} }\nstaff: { x: {} }\nended: { units: { e: {} } }\nallow: [{ rule: r }]\n",
        ),
        (
            "b.yaml",
            "rokade: 1\nas_of: 2017\nunits:\n  c: {}\n  b: {}\nended: { units: { f: {}, e: {} } }\nallow: [{ rule: s }]\n",
        ),
        (
            "c.json",
            "{\"rokade\": 1, \"as_of\": 2018, \"organization\": {\"id\": \"p\"}}",
        ),
        ("staff.csv", "id;unit\ny;c\nx;c\n"),
    ]);
    let ids: Vec<String> = loaded
        .entries
        .units
        .keys()
        .map(ToString::to_string)
        .collect();
    assert_eq!(ids, ["a", "b", "c"]);
    assert_eq!(loaded.entries.staff.len(), 2);
    assert_eq!(loaded.entries.ended.units.len(), 2);
    assert_eq!(loaded.entries.header.allow.len(), 2);
    let organization = loaded
        .entries
        .header
        .organization
        .as_ref()
        .and_then(|o| o.id.as_ref());
    assert_eq!(organization.map(ToString::to_string).as_deref(), Some("o"));
    let found: Vec<_> = loaded
        .faults
        .iter()
        .map(|fault| {
            let FaultKind::Duplicate { key, first, kind } = &fault.kind else {
                panic!("{fault:?}");
            };
            let (file, at) = place(fault, &sources);
            (
                file,
                at.line,
                at.column,
                key.clone(),
                *kind,
                first.map(|span| span.source.0),
            )
        })
        .collect();
    let unit = Some(Kind::Unit);
    assert_eq!(
        found,
        [
            (1, 5, 3, "b".to_owned(), unit, Some(0)),
            (1, 6, 26, "e".to_owned(), unit, Some(0)),
            (2, 1, 15, "as_of".to_owned(), None, Some(0)),
            (2, 1, 30, "organization".to_owned(), None, Some(0)),
            (3, 3, 1, "x".to_owned(), Some(Kind::Staff), Some(0)),
        ]
    );
    // An ended unit of the second file is found in the second file.
    let e = loaded
        .entries
        .nested
        .values()
        .map(|origin| origin.source.0)
        .collect::<Vec<_>>();
    assert_eq!(e, [0, 1]);
}

#[test]
fn the_version_stands_in_every_file() {
    let (loaded, sources) = load_all(&[("a.yaml", "rokade: 1\n"), ("b.yaml", "units: {}\n")]);
    assert_eq!(loaded.faults.len(), 1);
    assert_eq!(place(&loaded.faults[0], &sources).0, 1);
    assert!(matches!(
        loaded.faults[0].kind,
        FaultKind::Missing { key: "rokade" }
    ));
}

#[test]
fn one_broken_file_leaves_the_others_and_the_chart_incomplete() {
    let (loaded, _) = load_all(&[("a.yaml", "rokade: 1\nunits: { a: {\n"), ("b.yaml", BLOCK)]);
    assert!(!loaded.complete);
    assert_eq!(loaded.entries.units.len(), 2);
}

#[test]
fn indented_and_indentless_lists_alike() {
    let item = "{ id: a, units: [b, c] }";
    let lists = [
        format!("rokade: 1\ninterfaces: [{item}]\n"),
        format!("rokade: 1\ninterfaces:\n- {item}\n"),
        format!("rokade: 1\ninterfaces:\n    - {item}\n"),
        "rokade: 1\ninterfaces:\n-\n  id: a\n  units:\n  - b\n  - c\n".to_owned(),
        "{rokade: 1, interfaces: [{id: a, units: [b, c]}]}".to_owned(),
        "  rokade: 1\n  interfaces:\n  - id: a\n    units: [b,\n c]\n".to_owned(),
    ];
    let all: Vec<String> = lists.iter().map(|text| said(clean(text).entries)).collect();
    assert!(all.iter().all(|said| *said == all[0]));
    assert_eq!(load_yaml(&lists[0]).entries.interfaces.len(), 1);
}
