//! Every kind of fault, with its place.

use super::{assert_faults, load_chart, load_yaml};

#[test]
fn every_fault_of_a_file_in_one_run() {
    assert_faults(
        "\
rokade: 1
unit: {}
units:
  a: { nmae: A, budget: mange, also: Job }
  B: { external: ja }
staff:
  c:
    unti: a
    performs: [d, E]
functions:
  d: { kind: citizens, responsible: { site: s } }
  d: {}
",
        &[
            "2:1 unit | unknown key unit (units?)",
            "4:8 nmae | unknown key nmae (name?) | unit:a",
            "4:25 mange | budget: quantity, not mange | unit:a",
            "4:38 Job | also: list, not Job | unit:a",
            "5:3 B | units: id, not B (b?)",
            "5:18 ja | external: yes-no, not ja (true?)",
            "8:5 unti | unknown key unti (unit?) | staff:c",
            "9:19 E | performs: id, not E (e?) | staff:c",
            "11:14 citizens | kind: citizen/support/management, not citizens (citizen?) | function:d",
            "11:37 { site: s } | missing unit | function:d",
            "12:3 d | duplicate d of 11:3 Some(\"function\") | function:d",
        ],
    );
}

#[test]
fn what_is_faulty_counts_as_not_stated_and_the_rest_is_kept() {
    let loaded = load_chart(
        "units: { a: { name: A, budget: mange, parent: B!, also: [x, {}] }, b: 5 }\n\
         staff: { c: { performs: [d, E, f], wishes: { a: 2, b: many, c: 1 } } }\n",
    );
    assert_eq!(loaded.faults.len(), 6);
    let unit = &loaded.entries.units["a"].value;
    assert_eq!(unit.name.as_deref(), Some("A"));
    assert_eq!(unit.budget, None);
    assert_eq!(unit.parent, None);
    assert_eq!(unit.also, ["x"]);
    // The unit is there, so nothing that names it is unknown.
    assert!(loaded.entries.units.contains_key("b"));
    let staff = &loaded.entries.staff["c"].value;
    let performs: Vec<String> = staff
        .performs
        .iter()
        .flatten()
        .map(ToString::to_string)
        .collect();
    assert_eq!(performs, ["d", "f"]);
    assert_eq!(staff.wishes.len(), 2);
    assert!(loaded.complete);
}

#[test]
fn types() {
    assert_faults(
        "\
rokade: 1
title: [a]
as_of: soon
organization: { id: A B, language: dk, name: { a: b } }
sites: [a]
units:
  a:
    name:
      first: A
    parent: [b]
    head: Vacant
    established: i går
    external: 2
    identifiers: { a: b }
staff: { a: { count: -1, filled: nope, wishes: [a] } }
co_locations: { a: b }
functions:
  a: { responsible: [A, [b]], decided_by: { staff: X }, volume: { per: hour } }
  b: { responsible: Undecided, decided_by: Head }
process: 2017
allow: none
",
        &[
            "2:8 [a] | title: text, not a list",
            "3:8 soon | as_of: date, not soon",
            "4:21 A B | id: id, not A B (a-b?)",
            "4:36 dk | language: da/en, not dk (da?)",
            "4:46 { a: b } | name: text, not a map",
            "5:8 [a] | sites: map, not a list",
            "9:7 first: A | name: text, not a map | unit:a",
            "10:13 [b] | parent: unit-or-undecided, not a list | unit:a",
            "11:11 Vacant | head: head, not Vacant (vacant?) | unit:a",
            "12:18 i går | established: date, not i går | unit:a",
            "13:15 2 | external: yes-no, not 2 | unit:a",
            "14:18 { a: b } | identifiers: list, not a map | unit:a",
            "15:22 -1 | count: quantity, not -1 | staff:a",
            "15:34 nope | filled: yes-no, not nope | staff:a",
            "15:48 [a] | wishes: map, not a list | staff:a",
            "16:15 { a: b } | co_locations: list, not a map",
            "18:22 A | responsible: unit-or-undecided, not A (a?) | function:a",
            "18:25 [b] | responsible: responsible, not a list | function:a",
            "18:52 X | staff: id, not X (x?) | function:a",
            "18:72 hour | per: day/week/month/year, not hour | function:a",
            "19:21 Undecided | responsible: unit-or-undecided, not Undecided (undecided?) | function:b",
            "19:44 Head | decided_by: decided-by, not Head (head?) | function:b",
            "20:10 2017 | process: map, not 2017",
            "21:8 none | allow: list, not none",
        ],
    );
}

#[test]
fn nothing_is_left_out_everywhere() {
    let loaded = super::clean(
        "\
rokade: 1
organization:
title: ~
as_of: null
allow:
sites: { a, b: ~, c: { name: , also: ~, travel: { a: 5, b: ~ } } }
units:
  a:
  b: ~
  c: { name: ~, also: null, external: , identifiers: }
staff: { d: { performs: ~, wishes: { a: ~, b: 2, c: } } }
functions: { e: { statutory: ~, responsible: ~, decided_by: , needed_by: ~ }, f: { responsible: { unit: a, for: ~, shared: ~ } } }
process: { clarified_by: { a: ~, b: 2017 }, steps: ~, decision: }
ended: { units: ~ }
",
    );
    assert_eq!(loaded.entries.units.len(), 3);
    assert_eq!(loaded.entries.staff["d"].value.wishes.len(), 1);
    assert_eq!(loaded.entries.sites["c"].value.travel.len(), 1);
    assert_eq!(loaded.entries.staff["d"].value.performs, None);
    // In quotes it is a text, and in a list it is a thing that is not there.
    assert_faults(
        "rokade: 1\nunits: { a: { parent: \"~\", also: [~, b] } }\n",
        &[
            "2:23 \"~\" | parent: unit-or-undecided, not ~ | unit:a",
            "2:35 ~ | also: text, not nothing | unit:a",
        ],
    );
}

#[test]
fn what_must_be_there() {
    assert_faults(
        "# a comment\ntitle: A\nunits: {}\n",
        &["2:1 title | missing rokade"],
    );
    assert_faults("{}", &["1:1  | missing rokade"]);
    assert_faults("rokade: 2\n", &["1:9 2 | rokade: version, not 2"]);
    assert_faults("rokade:\n", &["1:1 rokade | missing rokade"]);
    assert_faults("rokad: 1\n", &["1:1 rokad | unknown key rokad (rokade?)"]);
    assert_faults(
        "\
rokade: 1
co_locations:
  - functions: [a, b]
    because: c
  - { id: b, functions: [a], units: [b] }
  - { id: c, functions: [a] }
  - { id: d, functons: [a, b] }
  - { id: e, functions: a }
interfaces: [{ id: f, units: [a], staff: [b] }, { id: g, units: [a] }]
premises: [{ id: h, kind: law }]
open: [{}]
commitments: [{ text: t }]
process: { steps: [{ id: i }, { kind: hearing }, ~] }
functions:
  a: { responsible: [{ unit: a }, { site: s }], hosted_by: [{ site: s }], allow: [{ because: b }] }
  b: { responsible: { unti: a }, decided_by: {} }
  c: { responsible: { unit: A! }, decided_by: { stff: x } }
allow: [{ until: 2017 }]
",
        &[
            "3:5 functions: [a, b] | missing id",
            "6:5 { id: c, functions: [a] } | TooFewMembers | co_location:c",
            "7:14 functons | unknown key functons (functions?) | co_location:d",
            "8:25 a | functions: list, not a | co_location:e",
            "9:49 { id: g, units: [a] } | TooFewMembers | interface:g",
            "10:12 { id: h, kind: law } | missing text | premise:h",
            "11:8 {} | missing id",
            "12:15 { text: t } | missing id",
            "13:20 { id: i } | missing kind | step:i",
            "13:31 { kind: hearing } | missing id",
            "13:50 ~ | missing id",
            "13:50 ~ | missing kind",
            "15:35 { site: s } | missing unit | function:a",
            "15:61 { site: s } | missing unit | function:a",
            "15:83 { because: b } | missing rule | function:a",
            "16:23 unti | unknown key unti (unit?) | function:b",
            "16:46 {} | missing staff | function:b",
            "17:29 A! | unit: unit-or-undecided, not A! (a?) | function:c",
            "17:49 stff | unknown key stff (staff?) | function:c",
            "18:9 { until: 2017 } | missing rule",
        ],
    );
}

#[test]
fn keys_and_ids_stand_once() {
    assert_faults(
        "\
rokade: 1
title: A
units:
  a: { name: A, name: B }
  å: {}
title: B
units: { b: {} }
sites:
  s: { travel: { t: 5, t: 6 } }
interfaces:
  - { id: i, units: [a, å] }
  - { id: i, units: [a, å], because: b, because: c }
ended: { units: { x: {}, x: {} }, units: {} }
process: { steps: [{ id: p, kind: move }, { id: p, kind: move }] }
staff: { a: {}, \"a\": {} }
",
        &[
            "4:17 name | duplicate name of 4:8 None | unit:a",
            "6:1 title | duplicate title of 2:1 None",
            "7:1 units | duplicate units of 3:1 None",
            "9:24 t | duplicate t of 9:18 None | site:s",
            "12:11 i | duplicate i of 11:11 Some(\"interface\") | interface:i",
            "12:41 because | duplicate because of 12:29 None | interface:i",
            "13:26 x | duplicate x of 13:19 Some(\"unit\") | unit:x",
            "13:35 units | duplicate units of 13:10 None",
            "14:49 p | duplicate p of 14:26 Some(\"step\") | step:p",
            "15:17 \"a\" | duplicate a of 15:10 Some(\"staff\") | staff:a",
        ],
    );
    let loaded =
        load_chart("units: { a: { name: A, name: B }, a: { name: C } }\ntitle: A\ntitle: B\n");
    assert_eq!(loaded.entries.units["a"].value.name.as_deref(), Some("A"));
    assert_eq!(loaded.entries.header.title.as_deref(), Some("A"));
}

#[test]
fn ids_are_compared_in_nfc() {
    let text = "rokade: 1\nunits: { a\u{30a}: {}, å: {} }\nstaff: { b: { wishes: { å: 1, a\u{30a}: 2 } } }\n";
    let loaded = load_yaml(text);
    assert_eq!(loaded.faults.len(), 2);
    assert!(loaded.entries.units.contains_key("å"));
}

#[test]
fn many_keys_in_a_map_stand_once_too() {
    let keys: Vec<String> = (0..40).map(|i| format!("u{i}: {i}")).collect();
    let text = format!(
        "staff: {{ a: {{ wishes: {{ {}, u7: 1 }} }} }}\n",
        keys.join(", ")
    );
    let loaded = load_chart(&text);
    assert_eq!(loaded.faults.len(), 1);
    assert_eq!(loaded.entries.staff["a"].value.wishes.len(), 40);
}

#[test]
fn a_text_that_fell_apart_at_its_commas_is_one_fault() {
    assert_faults(
        "\
rokade: 1
staff:
  a: { title: Ydelse, råd og vejledning, tolkning, unit: b }
  b: { title: \"Ydelse, råd\", vejledning }
  c: { title: Ydelse, unit, site }
  d:
    title: Ydelse, råd
    vejledning:
  e: { title: Ydelse, vejledning: ~ }
",
        &[
            "3:23 råd og vejledning | unknown key råd og vejledning fallen apart | staff:a",
            "4:30 vejledning | unknown key vejledning | staff:b",
            "8:5 vejledning | unknown key vejledning | staff:d",
            "9:23 vejledning | unknown key vejledning | staff:e",
        ],
    );
    assert_faults(
        "{ rokade: 1, title: Job, ydelse og andet, mere, unit: {}, as_of: 2017 }",
        &[
            "1:26 ydelse og andet | unknown key ydelse og andet fallen apart",
            "1:49 unit | unknown key unit (units?)",
        ],
    );
}

#[test]
fn words_of_other_files() {
    assert_faults(
        "rokade: 1\nevents: []\nset: {}\n",
        &[
            "2:1 events | unknown key events",
            "3:1 set | unknown key set",
        ],
    );
    assert_faults("rokade: 1\nbase: a.yaml\nevents: []\nset: {}\n", &[]);
    assert_faults(
        "rokade: 1\nbse: a.yaml\nevents: []\n",
        &["2:1 bse | unknown key bse (base?)"],
    );
    assert_faults("rokade: 1\nhearing: {}\n", &[]);
}

#[test]
fn what_yaml_has_and_the_format_has_not() {
    assert_faults(
        "\
rokade: 1
units:
  a: &a { name: A }
  b: *a
  c: { <<: *a, name: C, also: [*nowhere, d] }
  d: !!map { name: !x D }
  <<: *a
  *a : {}
staff: &s
  e: { title: ! E }
",
        &[
            "3:6 &a | Alias | unit:a",
            "4:6 *a | Alias | unit:b",
            "5:8 <<: *a | Alias | unit:c",
            "5:32 *nowhere | Alias | unit:c",
            "6:6 !!map | Tag | unit:d",
            "6:20 !x | Tag | unit:d",
            "7:3 <<: *a | Alias",
            "8:3 *a | Alias",
            "9:8 &s | Alias",
            "10:15 ! | Tag | staff:e",
        ],
    );
    let loaded = load_chart("units: { a: &a { name: A }, b: *a, c: { <<: *a, name: C } }\n");
    assert!(loaded.complete);
    assert_eq!(loaded.entries.units.len(), 3);
    assert_eq!(loaded.entries.units["a"].value.name.as_deref(), Some("A"));
    assert_eq!(loaded.entries.units["b"].value.name, None);
    assert_eq!(loaded.entries.units["c"].value.name.as_deref(), Some("C"));
}

#[test]
fn keys_that_are_no_text() {
    assert_faults(
        "\
rokade: 1
[a]: b
~: c
units:
  ? { a: b }
  : name: A
  null: {}
  d: { [x]: y, ~: z }
staff: { e: { wishes: { ~: 5, [a]: 6 } } }
",
        &[
            "2:1 [ | -: text, not a list",
            "3:1 ~ | -: text, not nothing",
            "5:5 { | units: id, not a map",
            "7:3 null | units: id, not nothing",
            "8:8 [ | -: text, not a list | unit:d",
            "8:16 ~ | unknown key ~ | unit:d",
            "9:25 ~ | wishes: id, not nothing | staff:e",
            "9:31 [ | -: text, not a list | staff:e",
        ],
    );
}

#[test]
fn broken_syntax_keeps_what_was_complete_before_it() {
    let text = "rokade: 1\nunits:\n  a: { name: A, budjet: 5 }\n  b: { name: \"B }\n  c: {}\n";
    assert_faults(
        text,
        &[
            "3:17 budjet | unknown key budjet (budget?) | unit:a",
            "4:14 \" | Parser(\"unclosed quote\")",
        ],
    );
    let loaded = load_yaml(text);
    assert!(!loaded.complete);
    assert_eq!(loaded.entries.units.len(), 1);
}

#[test]
fn syntax() {
    for (text, fault) in [
        ("", "1:1  | Empty"),
        ("# nothing\n", "1:1  | Empty"),
        ("---\n", "1:1  | Empty"),
        ("- a\n- b\n", "1:1  | NotAMap"),
        ("[a]\n", "1:1 [ | NotAMap"),
        ("a\n", "1:1 a | NotAMap"),
        ("rokade: 1\n---\nrokade: 1\n", "2:1 --- | SeveralDocuments"),
        (
            "rokade: 1\nunits: [\n",
            "2:8 [ | Parser(\"unclosed bracket '['\")",
        ),
        (
            "rokade: 1\ninterfaces: [{ id: a,\nid: b }]\n",
            "3:1 id | Parser(\"entry of a bracket at the margin\")",
        ),
        (
            "rokade: 1\nunits:\n\ta: {}\n",
            "3:2 a | Parser(\"tabs disallowed within this context (block indentation)\")",
        ),
        (
            "rokade: 1\ntitle: a: b\n",
            "2:9 : | Parser(\"mapping values are not allowed in this context\")",
        ),
        (
            "rokade: 1\ntitle: \u{7}x\n",
            "2:8 \u{7} | ControlCharacter('\\u{7}')",
        ),
        (
            "rokade: 1\ntitle: \"x\u{0}\"\n",
            "2:10 \u{0} | ControlCharacter('\\0')",
        ),
    ] {
        let faults = super::faults_of(text);
        assert_eq!(faults, [fault], "{text:?}");
        assert!(!load_yaml(text).complete, "{text:?}");
    }
    assert_faults("---\nrokade: 1\n...\n", &[]);
    assert_faults("rokade: 1\nunits: {\n}\n", &[]);
    assert_faults("{\n\"rokade\": 1,\n\"units\": {\n\"a\": {}\n}\n}\n", &[]);
    assert_faults("%YAML 1.2\n---\nrokade: 1\n", &[]);
}
