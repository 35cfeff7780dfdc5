//! Where fields are found again.

use rokade_core::ids::{Kind, Subject};
use rokade_core::span::{Origin, PathStep, Place, Source, SourceId, Syntax};

use super::{load_yaml, source};
use crate::{load, locate, locate_all};

fn key(key: &str) -> PathStep {
    PathStep::Key(key.to_owned())
}

fn name(key: &str) -> PathStep {
    PathStep::KeyName(key.to_owned())
}

/// What stands at a path from an entity of a YAML text.
#[track_caller]
fn found(text: &str, kind: Kind, id: &str, path: &[PathStep]) -> String {
    let source = source(text);
    let loaded = load_yaml(text);
    let subject = Subject {
        kind,
        id: id.into(),
    };
    let place = Place {
        subject,
        path: path.to_vec(),
    };
    let (origin, path) = loaded.entries.root_of(&place).expect("the entity is there");
    source.text[locate(&source, origin, &path)].to_owned()
}

/// Several fields are found as each by itself is.
#[test]
fn all_at_once_are_found_as_one_by_one() {
    let steps = [
        "name",
        "also",
        "responsible",
        "units",
        "strength",
        "id",
        "no such field",
    ];
    let mut paths: Vec<Vec<PathStep>> = vec![vec![]];
    for step in steps {
        paths.extend([vec![key(step)], vec![name(step)], vec![key(step), 1.into()]]);
    }
    let asked: Vec<&[PathStep]> = paths.iter().map(Vec::as_slice).collect();
    for text in CHARTS {
        let (source, entries) = (source(text), load_yaml(text).entries);
        let origins = entries.units.values().map(|unit| unit.origin);
        let origins = origins.chain(entries.interfaces.values().map(|one| one.origin));
        let origins = origins.chain(entries.functions.values().map(|one| one.origin));
        for origin in origins.flatten() {
            let one_by_one = asked.iter().map(|path| locate(&source, origin, path));
            let one_by_one: Vec<_> = one_by_one.collect();
            assert_eq!(locate_all(&source, origin, &asked), one_by_one, "{text}");
        }
    }
}

const CHARTS: [&str; 5] = [
    // Blocks.
    "\
rokade: 1
title: A chart
units:
  job:
    # a comment
    name: Job og ydelse
    also:
    - JC
    - \"J, C\"
    site:
functions:
  ydelse:
    responsible:
      unit: job
      for: [unge, gamle]
interfaces:
- id: i
  units:
    - job
    - x
  strength: daily
-
    units: [a, b]
    id: j
process:
  steps:
  - id: h
    kind: hearing
ended:
  units:
    old:
      name: Old
",
    // Braces.
    "\
rokade: 1
title: A chart
units: { job: { name: Job og ydelse, also: [JC, \"J, C\"], site: } }
functions: { ydelse: { responsible: { unit: job, for: [unge, gamle] } } }
interfaces: [{ id: i, units: [job, x], strength: daily }, { units: [a, b], id: j }]
process: { steps: [{ id: h, kind: hearing }] }
ended: { units: { old: { name: Old } } }
",
    // Braces over lines, less indented than their key.
    "\
rokade: 1
title: A chart
units: { x: {}, job: { name: Job og ydelse,
  also: [JC,
 \"J, C\"], site
} }
functions: { ydelse:
  { responsible: { unit: job,
  for: [unge, gamle] } } }
interfaces:
  - { id: i, units:
   [job, x], strength: daily }
  - { units: [a, b], id: j
}
process: { steps: [{ id: h,
   kind: hearing }] }
ended: { units: { old: { name: Old } } }
",
    // JSON, with tabs.
    "\
{
\t\"rokade\": 1,
\t\"title\": \"A chart\",
\t\"units\": {
\t\t\"job\": {
\t\t\t\"name\": \"Job og ydelse\",
\t\t\t\"also\": [\"JC\", \"J, C\"],
\t\t\t\"site\": null
\t\t}
\t},
\t\"functions\": { \"ydelse\": { \"responsible\": { \"unit\": \"job\", \"for\": [\"unge\", \"gamle\"] } } },
\t\"interfaces\": [
\t\t{
\t\t\t\"id\": \"i\", \"units\": [\"job\", \"x\"], \"strength\": \"daily\"
\t\t},
\t\t{ \"units\": [\"a\", \"b\"], \"id\": \"j\" }
\t],
\t\"process\": { \"steps\": [{ \"id\": \"h\", \"kind\": \"hearing\" }] },
\t\"ended\": { \"units\": { \"old\": { \"name\": \"Old\" } } }
}",
    // JSON without a blank.
    "{\"rokade\":1,\"title\":\"A chart\",\"units\":{\"job\":{\"name\":\"Job og ydelse\",\"also\":[\"JC\",\"J, C\"],\"site\":null}},\"functions\":{\"ydelse\":{\"responsible\":{\"unit\":\"job\",\"for\":[\"unge\",\"gamle\"]}}},\"interfaces\":[{\"id\":\"i\",\"units\":[\"job\",\"x\"],\"strength\":\"daily\"},{\"units\":[\"a\",\"b\"],\"id\":\"j\"}],\"process\":{\"steps\":[{\"id\":\"h\",\"kind\":\"hearing\"}]},\"ended\":{\"units\":{\"old\":{\"name\":\"Old\"}}}}",
];

#[test]
fn every_way_of_writing_leads_to_the_same_field() {
    for text in CHARTS {
        let found = |kind, id: &str, path: &[PathStep]| {
            found(text, kind, id, path)
                .trim_matches(['"', '\''])
                .to_owned()
        };
        let unit = |path: &[PathStep]| found(Kind::Unit, "job", path);
        assert_eq!(unit(&[]), "job");
        assert_eq!(unit(&[key("name")]), "Job og ydelse");
        assert_eq!(unit(&[name("name")]), "name");
        assert_eq!(unit(&[key("also"), 0.into()]), "JC");
        assert_eq!(unit(&[key("also"), 1.into()]), "J, C");
        // Further than the file goes.
        assert_eq!(unit(&[key("name"), key("x")]), "Job og ydelse");
        assert_eq!(unit(&[key("parent")]), "job");
        assert_eq!(unit(&[name("parent")]), "job");
        assert!(unit(&[key("also"), 2.into()]).contains("JC"));
        assert!(["site", "null"].contains(&unit(&[key("site")]).as_str()));
        let function = |path: &[PathStep]| found(Kind::Function, "ydelse", path);
        assert_eq!(
            function(&[key("responsible"), 0.into(), key("unit")]),
            "job"
        );
        assert_eq!(
            function(&[key("responsible"), key("for"), 1.into()]),
            "gamle"
        );
        assert_eq!(
            function(&[key("responsible"), 0.into(), key("unit"), 0.into()]),
            "job"
        );
        let interface = |id: &str, path: &[PathStep]| found(Kind::Interface, id, path);
        assert_eq!(interface("i", &[]), "i");
        assert_eq!(interface("j", &[]), "j");
        assert_eq!(interface("i", &[key("units"), 1.into()]), "x");
        assert_eq!(interface("i", &[key("strength")]), "daily");
        assert_eq!(interface("j", &[key("units"), 0.into()]), "a");
        assert_eq!(interface("j", &[name("id")]), "id");
        assert_eq!(found(Kind::Step, "h", &[key("kind")]), "hearing");
        assert_eq!(found(Kind::Step, "h", &[]), "h");
        assert_eq!(found(Kind::Unit, "old", &[key("name")]), "Old");
        assert_eq!(found(Kind::Unit, "old", &[]), "old");
        let chart = |path: &[PathStep]| found(Kind::Chart, "", path);
        assert_eq!(chart(&[]), "rokade");
        assert_eq!(chart(&[key("title")]), "title");
        assert_eq!(chart(&[key("units")]), "units");
    }
}

#[test]
fn an_item_of_an_id_alone_is_no_entity_of_that_name() {
    let text = "rokade: 1\nopen:\n- id: a\n- { id: b }\n";
    assert_eq!(found(text, Kind::Open, "a", &[]), "a");
    assert_eq!(found(text, Kind::Open, "a", &[key("id")]), "a");
    assert_eq!(found(text, Kind::Open, "b", &[key("id")]), "b");
    let text = "rokade: 1\nunits:\n  id: { name: A }\n";
    assert_eq!(found(text, Kind::Unit, "id", &[]), "id");
    assert_eq!(found(text, Kind::Unit, "id", &[key("name")]), "A");
}

#[test]
fn entities_without_a_value() {
    for text in [
        "rokade: 1\nunits: { a, b: ~ }\n",
        "rokade: 1\nunits:\n  a:\n  b:\n",
    ] {
        assert_eq!(found(text, Kind::Unit, "a", &[]), "a");
        assert_eq!(found(text, Kind::Unit, "a", &[key("name")]), "a");
        assert_eq!(found(text, Kind::Unit, "b", &[key("name")]), "b");
    }
}

#[test]
fn cells_of_a_table() {
    let text = "id;title;performs;count\na;\"x; y\";\"b;c\";5\nb;;\"d \"\"e\"\" | f\";\n";
    let source = Source::new("staff.csv", text, Syntax::Csv);
    let loaded = load(&[(SourceId(0), &source)]);
    let found = |id: &str, path: &[PathStep]| {
        let origin = loaded.entries.staff[id]
            .origin
            .expect("it stands in a file");
        &source.text[locate(&source, origin, path)]
    };
    assert_eq!(found("a", &[]), "a");
    assert_eq!(found("a", &[key("title")]), "\"x; y\"");
    assert_eq!(found("a", &[name("count")]), "5");
    assert_eq!(found("a", &[key("performs"), 1.into()]), "c");
    assert_eq!(found("a", &[key("performs"), 7.into()]), "\"b;c\"");
    assert_eq!(found("a", &[key("site")]), "a");
    assert_eq!(
        found("b", &[key("performs"), 1.into()]),
        "\"d \"\"e\"\" | f\""
    );
}

#[test]
fn the_key_of_a_section_is_found_without_reading_it() {
    for (text, key) in [
        ("units:\n  job:\n    name: Job\n", "units"),
        ("units:\n\n  job:\n# a comment\n    name: Job\n", "units"),
        ("units:\r\n  job:\r\n    name: Job\r\n", "units"),
        ("units:\n  job: >\n    hus:\n", "units"),
        ("target_groups:\n  job:\n", "target_groups"),
        ("units: # all\n  job:\n", "units"),
        ("\"units\":\n  job:\n", "\"units\""),
        ("units:\n- id: job\n- id: hus\n", "units"),
        ("id:\n  job\n", "job"),
        ("units:\n  job:\nsites:\n  hus:\n", "units:"),
        ("units:\n  job:\rsites:\n  hus:\n", "units:"),
    ] {
        let source = source(text);
        let origin = Origin {
            source: SourceId(0),
            start: 0,
            end: text.len() as u32,
        };
        let place = locate(&source, origin, &[]);
        assert_eq!(&text[place.clone()], key, "{text}");
        // With another field all of it is read.
        let both = locate_all(&source, origin, &[&[], &[name("no such field")]]);
        assert_eq!(both.first(), Some(&place), "{text}");
    }
}

#[test]
fn any_origin_gives_a_range_in_the_text() {
    let text = "a: {b: [c, 'd\n']}\næ: \"ø\n\" # å\n";
    for syntax in [Syntax::Yaml, Syntax::Csv] {
        let source = Source::new("x", text, syntax);
        for start in 0..text.len() as u32 + 2 {
            for end in 0..text.len() as u32 + 2 {
                let origin = Origin {
                    source: SourceId(0),
                    start,
                    end,
                };
                for path in [&[][..], &[key("b"), 0.into()], &[name("a")]] {
                    let range = locate(&source, origin, path);
                    assert!(text.get(range).is_some());
                }
            }
        }
    }
}
