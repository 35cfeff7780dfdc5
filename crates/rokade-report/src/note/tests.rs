//! Notes in every format: read back by what reads them, with texts that would like to be
//! something else.

use pulldown_cmark::{Event, Options as MarkdownOptions, Parser, Tag, TagEnd};

use super::fixture::note;
use super::*;
use crate::dom::{Element, elements};
use crate::fixture::{HOSTILE, parts};

fn printed(format: NoteFormat, note: &HearingNote) -> Vec<u8> {
    let mut out = Vec::new();
    render_note(format, note, &Options::default(), &mut out).unwrap();
    out
}

fn text(format: NoteFormat, text: &str) -> String {
    String::from_utf8(printed(format, &note(text))).unwrap()
}

#[test]
fn a_format_is_found_by_its_name() {
    for format in NoteFormat::ALL {
        assert_eq!(format.to_string().parse(), Ok(format));
    }
    assert!("doc".parse::<NoteFormat>().is_err());
}

#[test]
fn nothing_hidden_is_printed() {
    for hostile in HOSTILE {
        for format in NoteFormat::ALL.into_iter().filter(|f| !f.is_binary()) {
            let text = text(format, hostile);
            let hidden = |c: char| c != '\n' && crate::escape::is_hidden(c);
            assert!(!text.contains(hidden), "{format}: {text}");
        }
    }
}

#[test]
fn a_page_has_the_elements_of_its_own_alone() {
    let plain = text(NoteFormat::Html, "Jobcenter");
    assert!(plain.starts_with("<!DOCTYPE html><html lang=\"da\">"));
    assert!(plain.contains("default-src 'none'") && !plain.contains("/hjem/"));
    let shapes = |page: &str| -> Vec<_> { elements(page).iter().map(Element::shape).collect() };
    for hostile in HOSTILE {
        let page = text(NoteFormat::Html, hostile);
        assert_eq!(shapes(&page), shapes(&plain), "{hostile}");
    }
    for (name, attributes) in shapes(&plain) {
        assert!(!["script", "img", "a", "link"].contains(&&*name), "{name}");
        for acts in ["src", "href", "style", "onmouseover"] {
            assert!(!attributes.iter().any(|one| one == acts), "{name} {acts}");
        }
    }
    // A row has a cell for each column, and heads are repeated on each page that is printed.
    let table = plain.split_once("<table").unwrap().1;
    let table = table.split_once("</table>").unwrap().0;
    assert_eq!(table.matches("<th scope=\"col\">").count(), 4);
    assert_eq!(table.matches("<tr>").count(), 4);
    assert_eq!(table.matches("<td ").count(), 3 * 4);
    assert!(plain.contains("thead { display: table-header-group; }"));
}

/// What a reader of Markdown makes of it: the cells of the table, row by row, all other text, and
/// what is neither text nor a table.
fn markdown(text: &str) -> (Vec<Vec<String>>, Vec<String>, Vec<String>) {
    let options = MarkdownOptions::ENABLE_TABLES | MarkdownOptions::ENABLE_STRIKETHROUGH;
    let (mut rows, mut others, mut acts) = (Vec::new(), Vec::new(), Vec::new());
    let mut row = Vec::new();
    let mut words = String::new();
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Text(text) => words.push_str(&text),
            Event::InlineHtml(tag) if &*tag == "<br>" => words.push('\n'),
            Event::End(TagEnd::TableCell) => row.push(std::mem::take(&mut words)),
            Event::End(TagEnd::TableHead | TagEnd::TableRow) => rows.push(std::mem::take(&mut row)),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item) => {
                others.push(std::mem::take(&mut words));
            }
            Event::Start(
                tag @ (Tag::Link { .. }
                | Tag::Image { .. }
                | Tag::Strikethrough
                | Tag::BlockQuote(_)
                | Tag::CodeBlock(_)
                | Tag::HtmlBlock),
            ) => acts.push(format!("{tag:?}")),
            Event::Start(_) | Event::End(_) => {}
            other => acts.push(format!("{other:?}")),
        }
    }
    (rows, others, acts)
}

#[test]
fn a_table_in_markdown_holds_whatever_is_said() {
    for hostile in HOSTILE {
        let page = text(NoteFormat::Markdown, hostile);
        let (rows, others, acts) = markdown(&page);
        assert!(acts.is_empty(), "{acts:?}\n{page}");
        assert_eq!(rows.len(), 4, "{page}");
        assert!(rows.iter().all(|row| row.len() == 4), "{page}");
        let seen = crate::escape::terminal(hostile.trim(), true).into_owned();
        assert_eq!(rows[1][1], format!("Spørgsmål: {seen}"), "{page}");
        assert!(rows[1][3].starts_with(&seen), "{page}");
        assert!(others.contains(&seen), "{seen}: {others:?}");
    }
}

/// What a reader of XML finds in a document: elements by their names, and paragraphs with their
/// styles and texts.
#[derive(Default)]
struct Document {
    elements: Vec<String>,
    paragraphs: Vec<(String, String)>,
    /// How many cells each row of the table has, and whether it is repeated.
    rows: Vec<(usize, bool)>,
}

fn document(bytes: &[u8]) -> Document {
    use quick_xml::events::Event as Xml;
    let parts = parts(bytes);
    let (_, xml) = parts
        .iter()
        .find(|(name, _)| name == "word/document.xml")
        .unwrap();
    let mut reader = quick_xml::Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let mut document = Document::default();
    loop {
        match reader.read_event().expect("it is well formed") {
            Xml::Start(tag) | Xml::Empty(tag) => {
                let name = tag.name().as_ref().to_owned();
                match name.as_str() {
                    "w:p" => document.paragraphs.push(Default::default()),
                    "w:pStyle" => {
                        let style = tag.attributes().next().unwrap().unwrap();
                        let style = style.value.into_owned();
                        document.paragraphs.last_mut().unwrap().0 = style;
                    }
                    "w:tr" => document.rows.push((0, false)),
                    "w:tc" => document.rows.last_mut().unwrap().0 += 1,
                    "w:tblHeader" => document.rows.last_mut().unwrap().1 = true,
                    _ => {}
                }
                document.elements.push(name);
            }
            Xml::Text(text) => {
                let paragraph = document.paragraphs.last_mut().unwrap();
                paragraph.1.push_str(text.as_ref());
            }
            Xml::GeneralRef(name) => {
                let text = quick_xml::escape::resolve_predefined_entity(name.as_ref());
                let paragraph = document.paragraphs.last_mut().unwrap();
                paragraph.1.push_str(text.unwrap());
            }
            Xml::CData(_) | Xml::Comment(_) | Xml::PI(_) | Xml::DocType(_) => panic!("{xml}"),
            Xml::Eof => break,
            _ => {}
        }
    }
    document
}

#[test]
fn a_word_document_holds_whatever_is_said() {
    let plain = document(&printed(NoteFormat::Docx, &note("Jobcenter")));
    // The heads are repeated on each page, and no other row is.
    assert_eq!(plain.rows, [(4, true), (4, false), (4, false), (4, false)]);
    for (style, text) in [
        ("Title", "Høringsnotat: Jobcenter"),
        ("Heading1", "Ubesvarede spørgsmål"),
        ("Heading1", "Det har ingen rejst"),
        ("Heading1", "Modforslaget: Jobcenter"),
        ("Heading2", "Det løser delvist:"),
    ] {
        let found = |(is, said): &(String, String)| is == style && said == text;
        assert!(plain.paragraphs.iter().any(found), "{style} {text}");
    }
    for hostile in HOSTILE {
        let bytes = printed(NoteFormat::Docx, &note(hostile));
        assert_eq!(
            bytes,
            printed(NoteFormat::Docx, &note(hostile)),
            "{hostile}"
        );
        let read = document(&bytes);
        assert_eq!(read.elements, plain.elements, "{hostile}");
        assert_eq!(read.rows, plain.rows, "{hostile}");
        let seen = crate::escape::terminal(hostile, true);
        let seen = seen.replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}");
        let said = format!("Spørgsmål: {seen}");
        assert!(
            read.paragraphs.iter().any(|(_, text)| *text == said),
            "{said}"
        );
    }
    let parts = parts(&printed(NoteFormat::Docx, &note("Jobcenter")));
    let part = |name: &str| &parts.iter().find(|(file, _)| file == name).unwrap().1;
    let styles = part("word/styles.xml");
    for id in [
        "Normal",
        "Title",
        "Heading1",
        "Heading2",
        "ListParagraph",
        "Cell",
        "Aside",
    ] {
        let defined = styles.matches(&format!("w:styleId=\"{id}\"")).count();
        assert_eq!(defined, 1, "{id}");
    }
    for (file, text) in &parts {
        assert!(!text.contains("/hjem/"), "{file}: {text}");
        assert!(!text.contains("TargetMode=\"External\""), "{file}: {text}");
    }
}

#[test]
fn json_keeps_its_schema() {
    let schema = note_schema();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for hostile in HOSTILE {
        let json: serde_json::Value =
            serde_json::from_str(&text(NoteFormat::Json, hostile)).unwrap();
        assert!(
            validator.is_valid(&json),
            "{:?}",
            validator.iter_errors(&json).next()
        );
        let point = &json["responses"][0]["points"][1];
        assert_eq!(point["text"], hostile);
        assert_eq!(point["shown"]["findings"][0]["message"], hostile);
        assert_eq!(point["settled"][0]["settled"], "partly");
        assert_eq!(json["unanswered"][0]["response"], 0);
    }
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for width in [40, 60, 100] {
        let options = Options {
            width,
            ..Options::default()
        };
        let mut out = Vec::new();
        render_note(
            NoteFormat::Text,
            &note("Jobcenter Nord"),
            &options,
            &mut out,
        )
        .unwrap();
        for line in String::from_utf8(out).unwrap().lines() {
            let columns = textwrap::core::display_width(line);
            assert!(columns <= usize::from(width), "{width}: {line}");
        }
    }
}

#[test]
fn a_finding_is_told_in_full_once() {
    for format in [NoteFormat::Text, NoteFormat::Markdown, NoteFormat::Html] {
        let text = text(format, "Jobcenter");
        assert_eq!(
            text.matches("Fund 1 (mulig advarsel):").count(),
            1,
            "{text}"
        );
        assert_eq!(text.matches("Jobcenter (se ovenfor).").count(), 1, "{text}");
        assert!(text.contains("Ingen punkter."), "{text}");
    }
}

#[test]
fn both_languages_have_the_same_words() {
    let keys = |text: &str| -> Vec<String> {
        let lines = text.lines().filter_map(|line| line.split_once(" ="));
        lines.map(|(key, _)| key.to_owned()).collect()
    };
    assert_eq!(keys(include_str!("da.ftl")), keys(include_str!("en.ftl")));
}
