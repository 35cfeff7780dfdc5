//! `staff.csv`.

use rokade_core::span::{Source, SourceId, Syntax};

use super::in_words;
use crate::{Loaded, decode, load};

fn load_csv(text: &str) -> (Loaded, Vec<String>) {
    let source = Source::new("staff.csv", text, Syntax::Csv);
    let loaded = load(&[(SourceId(0), &source)]);
    let faults = loaded.faults.iter().map(|f| in_words(f, &source)).collect();
    (loaded, faults)
}

const ROWS: &str = "\
id,title,unit,count,performs,filled,cost
raad,\"Rådgiver, vejledning\",job,ca. 6,ydelse|tolk,,450000
chef,,undecided,1,,false,
";

#[test]
fn any_delimiter_and_line_end_with_or_without_a_mark() {
    let yaml = "\
rokade: 1
staff:
  raad: { title: \"Rådgiver, vejledning\", unit: job, count: ca. 6, performs: [ydelse, tolk], cost: 450000 }
  chef: { unit: undecided, count: 1, filled: false }
";
    let expected: Vec<_> = super::clean(yaml)
        .entries
        .staff
        .into_iter()
        .map(|(k, e)| (k, e.value))
        .collect();
    let tabs = "id\ttitle\tunit\tcount\tperforms\tfilled\tcost\nraad\tRådgiver, vejledning\tjob\tca. 6\tydelse;tolk\t\t450000\nchef\t\tundecided\t1\t\t\tfalse\t\n".replace("\t\t\tfalse", "\t\tfalse");
    let semicolons = ROWS
        .replace("\"Rådgiver, vejledning\"", "RÅD")
        .replace(',', ";")
        .replace("RÅD", "Rådgiver, vejledning")
        .replace("ydelse|tolk", "\"ydelse; tolk\"");
    for text in [
        ROWS.to_owned(),
        ROWS.replace('\n', "\r\n"),
        ROWS.replace('\n', "\r"),
        format!("\u{feff}{ROWS}"),
        format!("\n\n{ROWS}\n\n"),
        ROWS.trim_end().to_owned(),
        tabs,
        semicolons.clone(),
        ROWS.replace("ydelse|tolk", " ydelse ; tolk |"),
    ] {
        let (loaded, faults) = load_csv(&text);
        assert_eq!(faults, Vec::<String>::new(), "{text}");
        assert!(loaded.complete);
        let read: Vec<_> = loaded
            .entries
            .staff
            .into_iter()
            .map(|(k, e)| (k, e.value))
            .collect();
        assert_eq!(read, expected, "{text}");
    }
    let (source, fault) = decode(
        SourceId(0),
        "staff.csv",
        format!("\u{feff}{ROWS}").as_bytes(),
        Syntax::Csv,
    );
    assert_eq!(fault, None);
    assert_eq!(&*source.text, ROWS);
}

#[test]
fn every_fault_of_a_table_in_one_run() {
    let text = "\
id,Title,unit,count,performs,wishes,unit
a,x,Job,many,b|C!|d,,
a,x,,,,,
,x,b,,,,
B,x,\"Å\"\"B\",,,,
c,x,y
d,\"x
y\",e,5,\"f; G\",,
";
    let (loaded, faults) = load_csv(text);
    assert_eq!(
        faults,
        [
            "1:4 Title | unknown key Title (title?)",
            "1:30 wishes | unknown key wishes",
            "1:37 unit | duplicate unit of 1:10 None",
            "2:5 Job | unit: unit-or-undecided, not Job (job?) | staff:a",
            "2:9 many | count: quantity, not many | staff:a",
            "2:16 C! | performs: id, not C! (c?) | staff:a",
            "3:1 a | duplicate a of 2:1 Some(\"staff\") | staff:a",
            "4:1 ,x,b,,,, | missing id",
            "5:1 B | id: id, not B (b?)",
            "5:5 \"Å\"\"B\" | unit: unit-or-undecided, not Å\"B (å-b?)",
            "6:1 c,x,y | RaggedRow { cells: 3, columns: 7 }",
            "8:12 G | performs: id, not G (g?) | staff:d",
        ]
    );
    assert!(!loaded.complete);
    let ids: Vec<String> = loaded
        .entries
        .staff
        .keys()
        .map(ToString::to_string)
        .collect();
    assert_eq!(ids, ["a", "d"]);
    assert_eq!(
        loaded.entries.staff["a"]
            .value
            .performs
            .as_ref()
            .map(Vec::len),
        Some(2)
    );
    let origin = loaded.entries.staff["d"]
        .origin
        .expect("it stands in a file");
    let row = &text[origin.start as usize..origin.end as usize];
    assert_eq!(row, "d,\"x\ny\",e,5,\"f; G\",,");
}

#[test]
fn what_is_no_table() {
    let only = |text: &str, fault: &str| {
        let (loaded, faults) = load_csv(text);
        assert_eq!(faults, [fault], "{text:?}");
        assert!(!loaded.complete);
    };
    only("", "1:1  | Empty");
    only("\r\n\n", "1:1  | Empty");
    only("title,unit\na,b\n", "1:1 title,unit | NoIdColumn");
    only(
        "id,title\na,\"b\nc,d\n",
        "2:3 \" | Parser(\"unclosed quote\")",
    );
    only("id,title\na,\"b", "2:3 \" | Parser(\"unclosed quote\")");
    // A byte order mark is one only where the file begins.
    let (_, faults) = load_csv("\n\u{feff}id\n");
    assert_eq!(faults.len(), 2);
    let (loaded, faults) = load_csv("id,title\na,b\u{1}c\n");
    assert_eq!(faults, ["2:4 \u{1} | ControlCharacter('\\u{1}')"]);
    assert!(loaded.complete);
}

#[test]
fn a_table_of_ids_alone() {
    let (loaded, faults) = load_csv("id\na\nb");
    assert_eq!(faults, Vec::<String>::new());
    assert_eq!(loaded.entries.staff.len(), 2);
}

#[test]
fn the_columns_are_the_keys_of_staff() {
    use schemars::{JsonSchema, SchemaGenerator};
    let schema = rokade_core::entry::StaffEntry::json_schema(&mut SchemaGenerator::default());
    let properties = schema
        .get("properties")
        .and_then(|p| p.as_object())
        .expect("keys");
    for (key, property) in properties {
        let columns = format!("id,{key}\na,\n");
        let expected = usize::from(key == "wishes" || key == "allow");
        assert_eq!(load_csv(&columns).1.len(), expected, "{key}");
        let is_list = property.get("items").is_some();
        assert_eq!(crate::csv::is_list(key), is_list && key != "allow", "{key}");
    }
}
