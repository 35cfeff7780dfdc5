//! Whether what was written is what its format says, by those who read it.

use std::io::{Cursor, Read as _};

use html5ever::tendril::TendrilSink as _;
use markup5ever_rcdom::RcDom;
use quick_xml::events::Event;

/// Reads a file in a format.
///
/// # Panics
/// When it is none.
pub fn well_formed(format: &str, bytes: &[u8]) {
    match format {
        "xlsx" | "docx" => archive(bytes),
        "json" | "sarif" | "gitlab" => {
            let read: Result<serde_json::Value, _> = serde_json::from_slice(bytes);
            assert!(read.is_ok(), "{format}: {read:?}");
        }
        "junit" | "svg" => xml(text(bytes)),
        "html" => page(text(bytes)),
        _ => {
            let acts = text(bytes).chars().find(|&c| acts(c));
            assert!(acts.is_none(), "{format} has {acts:?}");
        }
    }
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("it is text")
}

/// Whether a character acts on a terminal or turns the writing.
fn acts(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')
}

fn archive(bytes: &[u8]) {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("it is an archive");
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("it is there");
        let mut content = String::new();
        part.read_to_string(&mut content).expect("it is text");
        xml(&content);
    }
}

/// XML whose elements all end, whose references are known, and whose characters XML has.
fn xml(text: &str) {
    let mut reader = quick_xml::Reader::from_str(text);
    let mut depth = 0_usize;
    loop {
        match reader.read_event().expect("it is well formed") {
            Event::Start(start) => {
                attributes(&start);
                depth += 1;
            }
            Event::Empty(start) => attributes(&start),
            Event::End(_) => depth -= 1,
            Event::GeneralRef(part) => {
                let number = part.resolve_char_ref().expect("it is a character");
                let named = quick_xml::escape::resolve_predefined_entity(part.as_ref());
                assert!(number.is_some_and(is_of_xml) || named.is_some(), "{part:?}");
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0, "an element does not end");
    let odd = text.chars().find(|&c| !is_of_xml(c));
    assert!(odd.is_none(), "XML has no {odd:?}");
}

fn attributes(start: &quick_xml::events::BytesStart<'_>) {
    for attribute in start.attributes() {
        let attribute = attribute.expect("it is well formed");
        quick_xml::escape::unescape(&attribute.value).expect("its references are known");
    }
}

/// Whether XML 1.0 can hold a character.
fn is_of_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// A page in which a browser finds nothing to mend.
fn page(text: &str) {
    let options = html5ever::ParseOpts::default();
    let dom = html5ever::parse_document(RcDom::default(), options).one(text);
    let errors = dom.errors.borrow();
    assert!(errors.is_empty(), "{errors:?}");
    let acts = text.chars().find(|&c| acts(c));
    assert!(acts.is_none(), "a page has {acts:?}");
}
