//! What the readers of a file make of it: every piece of text in it, and what is no text.

use std::io::{Cursor, Read as _};

use html5ever::tendril::TendrilSink as _;
use markup5ever_rcdom::{NodeData, RcDom};
use quick_xml::events::Event;

/// The files of a spreadsheet or a document, by their names.
pub(crate) fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        parts.push((file.name().unwrap().into_owned(), text));
    }
    parts
}

/// What a reader of XML finds: the names of elements with those of their attributes, and all text.
#[derive(Debug, Default)]
pub(crate) struct Xml {
    pub(crate) shapes: Vec<String>,
    pub(crate) texts: Vec<String>,
}

/// Reads XML that must be well formed.
pub(crate) fn xml(text: &str) -> Xml {
    let mut reader = quick_xml::Reader::from_str(text);
    let mut read = Xml::default();
    let mut run = String::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Text(part) => run.push_str(&part),
            Event::CData(part) => run.push_str(&part),
            Event::GeneralRef(part) => match part.resolve_char_ref().unwrap() {
                Some(c) => run.push(c),
                None => run
                    .push_str(quick_xml::escape::resolve_predefined_entity(part.as_ref()).unwrap()),
            },
            Event::Start(start) | Event::Empty(start) => {
                read.texts.push(std::mem::take(&mut run));
                let mut shape = start.name().as_ref().to_owned();
                for attribute in start.attributes() {
                    let attribute = attribute.unwrap();
                    shape.push(' ');
                    shape.push_str(attribute.key.as_ref());
                    let value = quick_xml::escape::unescape(&attribute.value).unwrap();
                    read.texts.push(value.into_owned());
                }
                read.shapes.push(shape);
            }
            Event::Eof => {
                read.texts.push(run);
                return read;
            }
            _ => read.texts.push(std::mem::take(&mut run)),
        }
    }
}

/// What a browser makes of a page.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// The elements with the names of their attributes.
    pub(crate) shapes: Vec<String>,
    /// All text and all values of attributes.
    pub(crate) texts: Vec<String>,
    /// What scripts hold, each.
    pub(crate) scripts: Vec<String>,
}

/// Reads a page.
pub(crate) fn page(text: &str) -> Page {
    let dom =
        html5ever::parse_document(RcDom::default(), html5ever::ParseOpts::default()).one(text);
    let mut page = Page::default();
    let mut left = vec![(dom.document.clone(), false)];
    while let Some((node, mut in_script)) = left.pop() {
        match &node.data {
            NodeData::Element { name, attrs, .. } => {
                in_script = &*name.local == "script";
                let mut shape = name.local.to_string();
                for attribute in attrs.borrow().iter() {
                    shape.push(' ');
                    shape.push_str(&attribute.name.local);
                    page.texts.push(attribute.value.to_string());
                }
                page.shapes.push(shape);
            }
            NodeData::Text { contents } => {
                let text = contents.borrow().to_string();
                if in_script {
                    page.scripts.push(text.clone());
                }
                page.texts.push(text);
            }
            NodeData::Comment { contents } => page.texts.push(contents.to_string()),
            _ => {}
        }
        let children = node.children.borrow();
        left.extend(
            children
                .iter()
                .rev()
                .map(|child| (child.clone(), in_script)),
        );
    }
    page
}

/// Every text in a value of JSON, keys too.
pub(crate) fn strings(value: &serde_json::Value) -> Vec<String> {
    let mut found = Vec::new();
    let mut left = vec![value];
    while let Some(value) = left.pop() {
        match value {
            serde_json::Value::String(text) => found.push(text.clone()),
            serde_json::Value::Array(items) => left.extend(items),
            serde_json::Value::Object(map) => {
                found.extend(map.keys().cloned());
                left.extend(map.values());
            }
            _ => {}
        }
    }
    found
}

/// All that a file says, as its readers read it, and the file itself where it is text.
pub(crate) fn texts(format: &str, bytes: &[u8]) -> Vec<String> {
    if matches!(format, "xlsx" | "docx") {
        let parts = parts(bytes).into_iter();
        return parts.flat_map(|(_, text)| xml(&text).texts).collect();
    }
    let text = std::str::from_utf8(bytes).unwrap();
    let mut texts = vec![text.to_owned()];
    match format {
        "json" | "sarif" | "gitlab" => {
            texts.extend(strings(&serde_json::from_str(text).unwrap()));
        }
        "junit" | "svg" => texts.extend(xml(text).texts),
        "html" => texts.extend(page(text).texts),
        _ => {}
    }
    texts
}
