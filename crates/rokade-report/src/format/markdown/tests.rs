//! Markdown as a reader of it has it.

use pulldown_cmark::{Event, Options as MarkdownOptions, Parser, Tag, TagEnd};
use rokade_core::entry::Language;

use super::*;
use crate::fixture::{HOSTILE, aalborg, finding, hostile, known, report};

fn text(report: &Report, options: &Options) -> String {
    let mut out = Vec::new();
    render(report, options, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn full() -> Options {
    Options {
        full: true,
        ..Options::default()
    }
}

/// The cells and paragraphs of a page, the HTML in it, and what acts.
fn read(page: &str) -> (Vec<String>, Vec<String>, Vec<String>) {
    let options = MarkdownOptions::ENABLE_TABLES | MarkdownOptions::ENABLE_STRIKETHROUGH;
    let (mut texts, mut html, mut acts) = (Vec::new(), Vec::new(), Vec::new());
    let mut now = String::new();
    for event in Parser::new_ext(page, options) {
        match event {
            Event::Text(text) => now.push_str(&text),
            Event::Html(text) => html.push(text.trim().to_owned()),
            Event::End(TagEnd::Strong)
            | Event::Start(
                Tag::Heading { .. }
                | Tag::Paragraph
                | Tag::Strong
                | Tag::List(_)
                | Tag::Item
                | Tag::Table(_)
                | Tag::TableHead
                | Tag::TableRow
                | Tag::TableCell
                | Tag::HtmlBlock,
            ) => {}
            Event::End(_) => texts.push(std::mem::take(&mut now)),
            other => acts.push(format!("{other:?}")),
        }
    }
    (texts, html, acts)
}

#[test]
fn a_comment_is_a_table_with_the_rest_folded() {
    insta::assert_snapshot!(text(&aalborg(Language::Da), &Options::default()));
}

#[test]
fn all_of_it_has_every_finding_and_every_place() {
    let mut report = aalborg(Language::En);
    report.findings[1].known = Some(known(Some("agreed"), None));
    report.complete = false;
    insta::assert_snapshot!(text(&report, &full()));
}

#[test]
fn names_are_text() {
    for options in [Options::default(), full()] {
        let (plain, frame, _) = read(&text(&hostile("Jobcenter"), &options));
        for name in HOSTILE {
            let page = text(&hostile(name), &options);
            let (texts, html, acts) = read(&page);
            assert!(acts.is_empty(), "{acts:?}\n{page}");
            assert_eq!(html, frame, "{page}");
            assert_eq!(texts.len(), plain.len(), "{page}");
            let seen = escape::terminal(name.trim(), true);
            assert!(texts.iter().any(|text| *text == seen), "{seen}: {texts:?}");
        }
    }
}

/// However many findings there are and however long, a forge takes the comment; nothing is
/// hidden that is not counted.
#[test]
fn a_comment_is_never_too_long() {
    for name in ["x", "\u{202e}|", "En ganske lang sætning. "] {
        let many = (0..40).flat_map(|rule: usize| {
            let rule: &'static str = format!("rule-{rule}").leak();
            (0..14).map(move |i| {
                let message = format!("{i} {}", name.repeat(i * 40));
                let mut one = finding(rule, Severity::Warning, &message);
                one.help = Some(message);
                one
            })
        });
        let mut report = report(many.collect());
        report.not_judged = vec![name.repeat(3000); 200];
        report.summary = vec![name.repeat(5000); 3];
        let short = text(&report, &Options::default());
        assert!(short.chars().count() < 65_000, "{}", short.chars().count());
        assert!(short.contains("Der er plads til alle fund undtagen "));
        assert!(short.ends_with("</details>\n"));
        let opened = short.matches("\n<details>\n").count();
        assert_eq!(opened, short.matches("\n</details>\n").count());
        let all = text(&report, &full());
        let rows = all.lines().filter(|line| line.starts_with("| ")).count();
        assert_eq!(rows, report.findings.len() + 2);
        assert!(!all.contains('…'));
    }
}

#[test]
fn what_there_is_no_room_for_is_counted() {
    let long = "x".repeat(1_200);
    let many = (0..60).map(|i| {
        let rule: &'static str = format!("rule-{i}").leak();
        let mut one = finding(rule, Severity::Warning, &long);
        one.known = (i == 59).then(|| known(None, None));
        one
    });
    let report = report(many.collect());
    let page = text(&report, &Options::default());
    let rows = page.lines().filter(|line| line.starts_with("| ")).count() - 2;
    let left = 60 - rows;
    let counted = format!("undtagen {left}: {} advarsler, 1 kendt.", left - 1);
    assert!(page.contains(&counted), "{rows}: {counted}");
}

#[test]
fn a_run_that_did_not_see_everything_says_so() {
    let mut report = report(Vec::new());
    assert!(!text(&report, &Options::default()).contains("Ikke alt"));
    report.complete = false;
    assert!(text(&report, &Options::default()).contains("\n**Ikke alt kunne"));
}
