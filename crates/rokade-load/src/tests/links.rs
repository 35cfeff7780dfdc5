//! What kind of file a text is.

use rokade_core::span::{Source, SourceId, Syntax};

use super::source;
use crate::{FileKind, Links, links};

fn links_of(text: &str) -> Links {
    links(SourceId(0), &source(text))
}

fn proposal(base: &str) -> FileKind {
    FileKind::Proposal {
        base: base.to_owned(),
    }
}

#[test]
fn charts_proposals_and_hearings_are_told_apart() {
    for (text, kind, has_organization) in [
        ("", FileKind::Chart, false),
        ("rokade: 1\nunits: {}\n", FileKind::Chart, false),
        (
            "rokade: 1\norganization: { id: a }\nunits: { base: {} }\n",
            FileKind::Chart,
            true,
        ),
        (
            "rokade: 1\nbase: a.yaml\nevents: []\n",
            proposal("a.yaml"),
            false,
        ),
        (
            "# base: x\n\n---\nrokade: 1\nunits: { a: {} }\n\"base\": 'a b.yaml'\n",
            proposal("a b.yaml"),
            false,
        ),
        ("rokade: 1\r\nbase : a.yaml\r\n", proposal("a.yaml"), false),
        (
            "  rokade: 1\n  units:\n    base: {}\n  base: a.yaml\n",
            proposal("a.yaml"),
            false,
        ),
        (
            "rokade: 1\nhearing:\n  responses: []\n",
            FileKind::Hearing,
            false,
        ),
        (
            "rokade: 1\nhearing:\nbase: a.yaml\n",
            FileKind::Hearing,
            false,
        ),
        ("rokade: 1\nbase: ~\n", FileKind::Chart, false),
        ("rokade: 1\nbase: [a]\n", FileKind::Chart, false),
        (
            "rokade: 1\nunits:\n  base: { organization: x }\n",
            FileKind::Chart,
            false,
        ),
        (
            "units: {\nbase: {name: x},\norganization: {}\n}\n",
            FileKind::Chart,
            false,
        ),
        ("title: \"a\nbase: b\"\n", FileKind::Chart, false),
        ("title: |\n  base: b\n", FileKind::Chart, false),
        ("baseline: 5\norganizations: 6\n", FileKind::Chart, false),
        (
            "{\"rokade\": 1, \"base\": \"a.yaml\"}",
            proposal("a.yaml"),
            false,
        ),
        (
            "{\n\"units\": {\"base\": {}},\n\"organization\" :\n {}}",
            FileKind::Chart,
            true,
        ),
        (
            "--- { rokade: 1, base: a.yaml }\n",
            proposal("a.yaml"),
            false,
        ),
        ("# c\n{ hearing: {} }\n", FileKind::Hearing, false),
        ("? base\n: a.yaml\n", proposal("a.yaml"), false),
        ("rokade: 1\n? base\n: a.yaml\n", proposal("a.yaml"), false),
        ("\"b\\x61se\": a.yaml\n", proposal("a.yaml"), false),
        ("&x base: a.yaml\n", proposal("a.yaml"), false),
        ("rokade: [\nbase: a.yaml\n", FileKind::Chart, false),
        ("base: a.yaml\nunits: [\n", proposal("a.yaml"), false),
        ("- base: a\n", FileKind::Chart, false),
        ("organization:\n", FileKind::Chart, false),
    ] {
        let links = links_of(text);
        assert_eq!(
            (links.kind, links.has_organization),
            (kind, has_organization),
            "{text:?}"
        );
    }
}

#[test]
fn the_base_may_stand_behind_what_it_is_the_base_of() {
    for (text, kind, has_organization) in [
        (
            "rokade: 1\nevents:\n  - move: { staff: a, to: b }\n    because: |\n      base: x\nset:\n  \
             units: { base: ~ }\ntitle: T\nbase: a.yaml\n",
            proposal("a.yaml"),
            false,
        ),
        (
            "rokade: 1\nset: { units: { a: ~ } }\nbase: a.yaml\norganization: { id: a }\n",
            proposal("a.yaml"),
            true,
        ),
        (
            "rokade: 1\nevents:\n- close: { unit: a }\nset:\n  base: a.yaml\n",
            FileKind::Chart,
            false,
        ),
        (
            "{\"events\": [{\"close\": {\"unit\": \"base\"}}],\n\"rokade\": 1, \"base\" : \"a.yaml\"}",
            proposal("a.yaml"),
            false,
        ),
    ] {
        let links = links_of(text);
        assert_eq!(
            (links.kind, links.has_organization),
            (kind, has_organization),
            "{text:?}"
        );
    }
}

#[test]
fn the_path_of_the_base_has_its_place() {
    let text = "rokade: 1\nbase: \"a.yaml\"\n";
    let links = links_of(text);
    assert_eq!(
        links.base_span.map(|span| &text[span.range()]),
        Some("\"a.yaml\"")
    );
    assert_eq!(links.key_span.map(|span| &text[span.range()]), Some("base"));
}

#[test]
fn a_table_is_a_part_of_a_chart() {
    let source = Source::new("staff.csv", "id,base\n", Syntax::Csv);
    assert_eq!(links(SourceId(0), &source).kind, FileKind::Chart);
}
