//! Comparisons in every format: read back by what reads them, with names that would like to be
//! something else.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, Options as MarkdownOptions, Parser, Tag};
use rokade_core::comparison::Comparison;

use super::fixture::comparison;
use super::*;
use crate::fixture::{HOSTILE, parts};

fn printed(format: ComparisonFormat, comparison: &Comparison) -> Vec<u8> {
    let mut out = Vec::new();
    render_comparison(format, comparison, &Options::default(), &mut out).unwrap();
    out
}

fn text(format: ComparisonFormat, name: &str) -> String {
    String::from_utf8(printed(format, &comparison(name))).unwrap()
}

#[test]
fn a_format_is_found_by_its_name() {
    for format in ComparisonFormat::ALL {
        assert_eq!(format.to_string().parse(), Ok(format));
    }
    assert!("Text".parse::<ComparisonFormat>().is_err());
}

#[test]
fn nothing_hidden_is_printed() {
    for name in HOSTILE {
        for format in ComparisonFormat::ALL.into_iter().filter(|f| !f.is_binary()) {
            let text = text(format, name);
            let hidden = |c: char| c != '\n' && crate::escape::is_hidden(c);
            assert!(!text.contains(hidden), "{format}: {text}");
        }
    }
}

/// The elements of a page, each with its attributes as written.
fn elements(page: &str) -> Vec<(String, String)> {
    let tags = page.split('<').skip(1).map(|rest| {
        let tag = rest.split_once('>').expect("every element ends").0;
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        (name.to_lowercase(), attributes.to_owned())
    });
    tags.collect()
}

#[test]
fn a_page_has_the_elements_of_its_own_alone() {
    let own = |name: &str| -> Vec<(String, String)> {
        let page = text(ComparisonFormat::Html, name);
        elements(&page)
            .into_iter()
            .filter(|(element, _)| element != "title")
            .collect()
    };
    let plain = own("Jobcenter");
    let names: BTreeSet<&str> = plain.iter().map(|(name, _)| name.as_str()).collect();
    assert!(!names.contains("script") && !names.contains("img") && !names.contains("a"));
    for name in HOSTILE {
        assert_eq!(own(name), plain, "{name}");
    }
}

#[test]
fn a_page_can_be_read_and_loads_nothing() {
    let page = text(ComparisonFormat::Html, "Grønlænderenheden & co");
    assert!(page.starts_with("<!DOCTYPE html><html lang=\"da\">"));
    assert!(page.contains("default-src 'none'"));
    assert!(page.contains("Grønlænderenheden &amp; co"));
    // Who stands best is said in words.
    assert!(page.contains(">bedst<") && page.contains(">dårligst<"));
    // Folders are the planner's own.
    assert!(!page.contains("/hjem/"), "{page}");
    for (element, attributes) in elements(&page) {
        assert!(
            !attributes.contains("src=") && !attributes.contains("href="),
            "{attributes}"
        );
        assert!(
            !attributes.contains("style="),
            "the policy refuses it: {attributes}"
        );
        if element == "th" {
            let scoped = attributes == "scope=\"col\"" || attributes == "scope=\"row\"";
            assert!(scoped, "{attributes}");
        }
    }
    let count = |needle: &str| page.matches(needle).count();
    assert_eq!(count("<table>"), count("</table>"));
    assert!(count("<caption>") >= 3);
    // Every row of a table has a cell for every column.
    let tables = page.split("<table>").skip(1);
    for table in tables.map(|rest| rest.split_once("</table>").unwrap().0) {
        let cells = |row: &str| row.matches("<th ").count() + row.matches("<td>").count();
        let rows: Vec<usize> = table.split("<tr>").skip(1).map(cells).collect();
        assert!(rows.windows(2).all(|two| two[0] == two[1]), "{table}");
    }
}

/// What a reader of Markdown makes of it: the text, and what is no text.
fn markdown(text: &str) -> (Vec<String>, Vec<String>) {
    let options = MarkdownOptions::ENABLE_TABLES | MarkdownOptions::ENABLE_STRIKETHROUGH;
    let (mut cells, mut acts) = (Vec::new(), Vec::new());
    let mut cell = String::new();
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Text(text) => cell.push_str(&text),
            Event::End(_) => cells.push(std::mem::take(&mut cell)),
            Event::Start(
                tag @ (Tag::Link { .. }
                | Tag::Image { .. }
                | Tag::Emphasis
                | Tag::Strikethrough
                | Tag::BlockQuote(_)
                | Tag::CodeBlock(_)
                | Tag::HtmlBlock),
            ) => acts.push(format!("{tag:?}")),
            Event::Start(_) => {}
            other => acts.push(format!("{other:?}")),
        }
    }
    (cells, acts)
}

#[test]
fn names_in_markdown_are_text() {
    let (plain, _) = markdown(&text(ComparisonFormat::Markdown, "Jobcenter"));
    for name in HOSTILE {
        let page = text(ComparisonFormat::Markdown, name);
        let (cells, acts) = markdown(&page);
        assert!(acts.is_empty(), "{acts:?}\n{page}");
        assert_eq!(cells.len(), plain.len(), "{page}");
        let seen = crate::escape::terminal(name.trim(), true);
        assert!(cells.iter().any(|cell| *cell == seen), "{seen}: {cells:?}");
    }
}

#[test]
fn a_spreadsheet_holds_numbers_and_text_and_no_formula() {
    for name in HOSTILE {
        let bytes = printed(ComparisonFormat::Xlsx, &comparison(name));
        assert_eq!(bytes, printed(ComparisonFormat::Xlsx, &comparison(name)));
        for (file, text) in parts(&bytes) {
            assert!(
                !text.contains("<f>") && !text.contains("<hyperlink"),
                "{file}"
            );
            assert!(!text.contains("<script"), "{file}");
        }
    }
    let parts = parts(&printed(ComparisonFormat::Xlsx, &comparison("Æblegården")));
    let part = |name: &str| &parts.iter().find(|(file, _)| file == name).unwrap().1;
    let sheet = part("xl/worksheets/sheet1.xml");
    assert!(sheet.contains("state=\"frozen\""));
    assert!(part("xl/tables/table1.xml").contains("<autoFilter"));
    assert!(part("xl/tables/table1.xml").contains("name=\"A, forskel fra i dag\""));
    assert!(part("xl/sharedStrings.xml").contains("Æblegården"));
    // The least and the most of today, and of what has no most the least alone.
    let number = |cell: &str, number: &str| {
        let at = sheet.split(&format!("<c r=\"{cell}\"")).nth(1);
        at.is_some_and(|rest| {
            rest.split_once("</c>")
                .unwrap()
                .0
                .ends_with(&format!("><v>{number}</v>"))
        })
    };
    assert!(number("E2", "30.5") && number("F2", "30.5"), "{sheet}");
    assert!(
        number("L2", "7") && !sheet.contains("<c r=\"M2\""),
        "{sheet}"
    );
    assert!(part("docProps/core.xml").contains("2000-01-01T00:00:00Z"));
}

#[test]
fn json_keeps_its_schema() {
    let schema = comparison_schema();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for name in HOSTILE {
        let json: serde_json::Value =
            serde_json::from_str(&text(ComparisonFormat::Json, name)).unwrap();
        assert!(
            validator.is_valid(&json),
            "{:?}",
            validator.iter_errors(&json).next()
        );
        assert_eq!(json["proposals"][0]["title"], name);
        assert_eq!(json["rows"][0]["of"], name);
        assert_eq!(
            json["rows"][0]["proposals"][1]["value"]["quantity"]["max"],
            serde_json::Value::Null
        );
        assert_eq!(json["weighing"]["weights"][0]["weight"], 1.5);
    }
}

#[test]
fn a_terminal_that_is_too_narrow_gets_a_block_for_each_row() {
    let at = |width: u16| {
        let mut out = Vec::new();
        let options = Options {
            width,
            ..Options::default()
        };
        render_comparison(
            ComparisonFormat::Text,
            &comparison("Jobcenter"),
            &options,
            &mut out,
        )
        .unwrap();
        String::from_utf8(out).unwrap()
    };
    for width in [40, 60, 80, 100, 120] {
        let text = at(width);
        for line in text.lines() {
            assert!(
                textwrap::core::display_width(line) <= usize::from(width),
                "{width}: {line}"
            );
        }
        assert_eq!(
            text.contains("  A 6 (-24,5) · bedst\n"),
            width < 80,
            "{width}: {text}"
        );
    }
}

#[test]
fn a_name_too_long_for_a_column_gets_a_block_for_each_row() {
    let is_table =
        |name: &str| !text(ComparisonFormat::Text, name).contains("  A 6 (-24,5) · bedst\n");
    assert!(is_table(&"Jobcenter ".repeat(90)));
    // A table would divide such a word again and again, for a minute.
    assert!(!is_table(&"\u{202e}".repeat(100_000)));
}

#[test]
fn a_comparison_is_printed() {
    insta::assert_snapshot!(text(ComparisonFormat::Text, "Jobcenter Nord"));
}

#[test]
fn both_languages_have_the_same_words() {
    let keys = |text: &str| -> Vec<String> {
        let lines = text.lines().filter_map(|line| line.split_once(" ="));
        lines.map(|(key, _)| key.to_owned()).collect()
    };
    assert_eq!(keys(include_str!("da.ftl")), keys(include_str!("en.ftl")));
}
