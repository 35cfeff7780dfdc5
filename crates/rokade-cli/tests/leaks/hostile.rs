//! Hostile strings in every text field of the format, through every sink. What is printed is read
//! by what reads it, and held against what is printed of strings that are harmless: no element,
//! attribute, script, formula, link or control comes of a string.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::Value;

use crate::charts::{Files, faulty, files, said, texts_of_schema, written};
use crate::place::Place;
use crate::read::{page, parts, texts, xml};
use crate::runs::{Written, lines, run};
use crate::strings::{MARK, bare, groups, long};

/// What is said where the strings are harmless.
const HARMLESS: &str = "QZXharmløsQZX";

/// Without optimisation one of so many command lines is tried on long texts.
const OF: usize = if cfg!(debug_assertions) { 23 } else { 1 };

/// How long what is written may take, and as long again for each so many bytes of it.
const SECONDS: Duration = Duration::from_secs(10);
const MANY_BYTES: usize = 50 << 20;

/// Texts of the schema that are no text but something to be found: rules, ids, paths. Hostile ones
/// are faults, and stand in the faulty file.
const FOUND_ELSEWHERE: [&str; 8] = [
    "About.events",
    "Allow.rule",
    "HearingBody.proposal",
    "OpenEntry.options",
    "PointEntry.counter_proposal",
    "PointEntry.raises",
    "Proposal.base",
    "Set.title",
];

static SARIF: LazyLock<jsonschema::Validator> = LazyLock::new(|| {
    let schema = include_str!("../../../../tests/schemas/sarif-2.1.0.schema.json");
    // One of its regular expressions has a bracket too many, and is none to those who are strict.
    let schema = serde_json::from_str(&schema.replace("{2}]?$", "{2}$")).unwrap();
    let options = jsonschema::options().should_validate_formats(true);
    options.build(&schema).unwrap()
});

static REPORT: LazyLock<jsonschema::Validator> =
    LazyLock::new(|| jsonschema::validator_for(&rokade::report_schema()).unwrap());

/// What a string could add to what is printed: kinds of elements, of tags, of cells.
type Shapes = BTreeSet<String>;

/// Whether a character acts on a terminal, turns the writing, or is not seen. Not the tool's own
/// list: by Unicode's ranges of controls, formats and fillers.
fn acts(c: char) -> bool {
    matches!(u32::from(c), 0..=9 | 0x0b..=0x1f | 0x7f..=0x9f | 0xad | 0x61c | 0x115f | 0x3164
        | 0x200b..=0x200f | 0x2028..=0x202e | 0x2060..=0x206f | 0xfe00..=0xfe0f | 0xfeff
        | 0xfff9..=0xfffb | 0xe0000..=0xe0fff)
}

/// The shapes of what was written, each prefixed where one file has several parts.
fn shapes(written: &Written) -> Shapes {
    let text = || std::str::from_utf8(&written.out).unwrap();
    match &*written.format {
        "html" => page(text()).shapes.into_iter().collect(),
        "svg" | "junit" => xml(text()).shapes.into_iter().collect(),
        "xlsx" | "docx" => {
            let mut shapes = Shapes::new();
            for (name, part) in parts(&written.out) {
                // That the blanks at the ends of a text are part of it does nothing.
                let of_part = xml(&part).shapes.into_iter();
                let of_part = of_part.map(|shape| shape.replace(" xml:space", ""));
                shapes.extend(of_part.map(|shape| format!("{name} {shape}")));
            }
            shapes
        }
        "markdown" => markdown(text()),
        "github" => text().lines().map(command).collect(),
        "dot" | "mermaid" => unquoted(text()),
        _ => Shapes::new(),
    }
}

/// The tags of Markdown as a forge reads it, and its HTML.
fn markdown(text: &str) -> Shapes {
    let mut shapes = Shapes::new();
    for event in Parser::new_ext(text, Options::all()) {
        match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                shapes.insert(format!("link {dest_url}"));
            }
            Event::Start(Tag::Table(columns)) => {
                shapes.insert(format!("table of {}", columns.len()));
            }
            Event::Start(Tag::Heading { level, .. }) => {
                shapes.insert(format!("heading {level}"));
            }
            Event::Start(Tag::List(first)) => {
                shapes.insert(format!("list {}", first.is_some()));
            }
            Event::Start(tag) => {
                let name = format!("{tag:?}");
                let name = name.split(['(', ' ', '{']).next().unwrap_or_default();
                shapes.insert(name.to_owned());
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                shapes.extend(
                    page(&html)
                        .shapes
                        .into_iter()
                        .map(|shape| format!("html {shape}")),
                );
            }
            Event::Text(_) | Event::End(_) | Event::SoftBreak => {}
            other => {
                let name = format!("{other:?}");
                let name = name.split('(').next().unwrap_or_default();
                shapes.insert(name.to_owned());
            }
        }
    }
    shapes
}

/// The command of a line for GitHub, which is nothing else.
fn command(line: &str) -> String {
    let end = line.find([' ', ',']).unwrap_or(line.len());
    line[..end].to_owned()
}

/// The signs outside of quotes, of which a label is to bring none.
fn unquoted(text: &str) -> Shapes {
    let mut shapes = Shapes::new();
    for line in text.lines() {
        let mut outside = String::new();
        let (mut quoted, mut escaped) = (false, false);
        for c in line.chars() {
            match c {
                _ if escaped => escaped = false,
                '\\' if quoted => escaped = true,
                '"' => quoted = !quoted,
                _ if !quoted => outside.push(c),
                _ => {}
            }
        }
        // Ids and numbers are told by their kind.
        let kinds = outside
            .chars()
            .map(|c| if c.is_ascii_digit() { '0' } else { c });
        let mut kinds: Vec<char> = kinds.collect();
        kinds.dedup();
        shapes.insert(kinds.into_iter().collect());
    }
    shapes
}

/// What is wrong with what was written, however it looks.
fn faults(written: &Written) -> Vec<String> {
    let mut faults = Vec::new();
    if !matches!(&*written.format, "xlsx" | "docx") {
        let text = std::str::from_utf8(&written.out).unwrap();
        let actor = text.chars().chain(written.err.chars()).find(|&c| acts(c));
        faults.extend(actor.map(|c| format!("has {c:?}")));
    }
    for text in texts(&written.format, &written.out) {
        // In JSON a program gets the text as it is.
        let is_json = matches!(&*written.format, "json");
        let actor = text.chars().find(|&c| !is_json && acts(c));
        faults.extend(actor.map(|c| format!("reads {c:?} in {text:.60?}")));
    }
    let json = || -> Value { serde_json::from_slice(&written.out).unwrap() };
    let is_valid = match &*written.format {
        "sarif" => SARIF.is_valid(&json()),
        "json" if written.line.starts_with(['c', 'd']) && !written.line.starts_with("compare") => {
            REPORT.is_valid(&json())
        }
        "xlsx" => parts(&written.out).iter().all(|(name, part)| {
            !name.starts_with("xl/worksheets/sheet")
                || xml(part).shapes.iter().all(|s| !is_formula(s))
        }),
        "html" => page(std::str::from_utf8(&written.out).unwrap())
            .scripts
            .iter()
            .all(|script| !script.contains(MARK)),
        _ => true,
    };
    faults.extend((!is_valid).then(|| "is not valid".to_owned()));
    faults
}

fn is_formula(shape: &str) -> bool {
    shape == "f" || shape.starts_with("f ") || shape.starts_with("hyperlink")
}

fn put(place: &Place, text: &str) {
    let Files {
        org,
        proposal,
        hearing,
    } = files(text);
    place.write("org.yaml", &written(&org));
    place.write("proposal.yaml", &written(&proposal));
    place.write("hearing.yaml", &written(&hearing));
    place.write("faulty.yaml", &written(&faulty(text)));
}

/// All lines of commands, those that read the faulty file too.
fn all_lines() -> Vec<(String, String)> {
    let mut all = lines();
    for format in rokade::Format::ALL {
        let line = format!("check faulty.yaml --full --format {format}");
        all.push((line, format.to_string()));
    }
    all
}

#[test]
fn every_text_of_the_format_is_said() {
    let Files {
        org,
        proposal,
        hearing,
    } = files(HARMLESS);
    let mut all = BTreeSet::new();
    for file in [&org, &proposal, &hearing] {
        all.extend(said(file));
    }
    let mut left: Vec<String> = texts_of_schema().difference(&all).cloned().collect();
    left.retain(|text| !FOUND_ELSEWHERE.contains(&&**text));
    assert_eq!(left, [""; 0]);
}

/// Prints everything of each text, and says what is wrong with it.
fn wrong(place: &Place, lines: &[(String, String)], strings: &[String]) -> Vec<String> {
    put(place, HARMLESS);
    let mut usual: BTreeMap<String, Shapes> = BTreeMap::new();
    for (line, format) in lines {
        let harmless = run(place, line, format, "da");
        assert!(harmless.code < 2, "{line}: {}", harmless.err);
        let known = usual.entry(format.clone()).or_default();
        known.extend(shapes(&harmless));
    }
    let mut wrong = Vec::new();
    for text in strings {
        put(place, text);
        for (line, format) in lines {
            let hostile = run(place, line, format, "da");
            let about = format!("{line} of {text:.80?}");
            if hostile.code > 1 {
                wrong.push(format!("{about}: {}", hostile.err));
                continue;
            }
            let said = texts(format, &hostile.out);
            if !said.iter().any(|said| said.contains(MARK)) {
                wrong.push(format!("{about}: no sign of it"));
            }
            let found = faults(&hostile).into_iter();
            wrong.extend(found.map(|fault| format!("{about}: {fault}")));
            let shapes = shapes(&hostile);
            let more: Vec<&String> = shapes.difference(&usual[format]).collect();
            if !more.is_empty() {
                wrong.push(format!("{about}: brings {more:?}"));
            }
        }
    }
    wrong
}

#[test]
fn no_string_does_anything_where_it_is_read() {
    let wrong = wrong(&Place::new("hostile"), &all_lines(), &groups());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn texts_of_a_hundred_kilobytes_come_out_within_seconds() {
    let place = Place::new("hostile_long");
    let mut wrong = Vec::new();
    for text in long() {
        put(&place, &text);
        for (line, format) in all_lines().into_iter().step_by(OF) {
            let begun = Instant::now();
            let written = run(&place, &line, &format, "da");
            let start: String = text.chars().take(30).collect();
            let about = format!("{line} of {start:?}");
            let most = SECONDS * (1 + written.out.len() / MANY_BYTES) as u32;
            if begun.elapsed() > most {
                wrong.push(format!("{about} takes {:?}", begun.elapsed()));
            }
            if written.code > 1 || written.out.is_empty() {
                wrong.push(format!("{about}: {} {}", written.code, written.err));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_string_does_anything_at_the_start_of_a_text() {
    let mut lines = all_lines();
    // Where lines and cells are read by how they begin.
    lines.retain(|(_, format)| matches!(&**format, "xlsx" | "markdown" | "github" | "mermaid"));
    let wrong = wrong(&Place::new("hostile_starts"), &lines, &bare());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_wrong_is_seen() {
    let written = |format: &str, text: &str| Written {
        line: "check".to_owned(),
        format: format.to_owned(),
        code: 0,
        out: text.as_bytes().to_vec(),
        err: String::new(),
    };
    for (format, text) in [
        ("text", "a\u{1b}[31m"),
        ("text", "a\u{202e}b"),
        ("concise", "a\rb"),
        ("html", "<script>\"QZX\"</script>"),
        ("json", "{}"),
        ("sarif", "{}"),
    ] {
        assert!(
            !faults(&written(format, text)).is_empty(),
            "{format}: {text}"
        );
    }
    for (format, safe, text) in [
        ("html", "<p>&lt;b></p>", "<p><b></p>"),
        ("html", "<p title='a'></p>", "<p title='a' onclick='b'></p>"),
        ("svg", "<svg>&lt;a/></svg>", "<svg><a/></svg>"),
        (
            "markdown",
            "| a |\n|---|\n| \\| |",
            "| a | b |\n|---|---|\n| c | d |",
        ),
        ("markdown", "\\*a\\*", "*a*"),
        ("markdown", "\\<b>", "<b>"),
        ("github", "::error ::a", "::error ::a\n::warning ::b"),
        ("dot", "a [label=\"b\"]", "a [label=\"b\"]; c [label=\"d\"]"),
    ] {
        assert_ne!(
            shapes(&written(format, safe)),
            shapes(&written(format, text)),
            "{format}: {text}"
        );
    }
    assert!(is_formula("f") && is_formula("hyperlink r:id"));
}
