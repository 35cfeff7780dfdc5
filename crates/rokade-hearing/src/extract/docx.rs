//! The text of a Word document: its paragraphs, one a line.
//!
//! A `.docx` is an archive of XML files, of which one holds the text. Only that one is unpacked,
//! and only as far as a response can be long, so that a small file cannot become a large one.
//! Lay-out, footnotes, comments and pictures are left out; a list's item becomes a line with a dash.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::read::{MAX_TEXT, ReadError};

/// The most files a document's archive may have; Word writes about twenty.
const MAX_ENTRIES: usize = 4096;

/// The most bytes of XML that are read; there are often ten for each letter.
const MAX_XML: u64 = 32 * MAX_TEXT as u64;

/// Where the text stands.
const DOCUMENT: &str = "word/document.xml";

/// The text of a document.
pub(super) fn read(bytes: &[u8]) -> Result<String, ReadError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ReadError::Damaged)?;
    if archive.len() > MAX_ENTRIES {
        return Err(ReadError::TooLarge);
    }
    let file = match archive.by_name(DOCUMENT) {
        Ok(file) => file,
        // Some other archive, such as a spreadsheet.
        Err(zip::result::ZipError::FileNotFound) => return Err(ReadError::OtherKind),
        Err(_) => return Err(ReadError::Damaged),
    };
    let mut xml = Vec::new();
    // What the archive says of the size is not believed.
    file.take(MAX_XML + 1)
        .read_to_end(&mut xml)
        .map_err(|_| ReadError::Damaged)?;
    if xml.len() as u64 > MAX_XML {
        return Err(ReadError::TooLarge);
    }
    let xml = String::from_utf8(xml).map_err(|_| ReadError::Damaged)?;
    let text = text_of(&xml).ok_or(ReadError::Damaged)?;
    if text.len() > MAX_TEXT {
        return Err(ReadError::TooLarge);
    }
    Ok(text)
}

/// What of a document is being read.
#[derive(Default)]
struct Paragraphs {
    out: String,
    line: String,
    is_item: bool,
    is_heading: bool,
    /// How many elements are open whose text is no part of the document as it stands: deleted
    /// text, and the form of a drawing that a second form stands for.
    hidden: usize,
    in_text: bool,
}

fn text_of(xml: &str) -> Option<String> {
    let mut reader = Reader::from_str(xml);
    let mut read = Paragraphs::default();
    loop {
        match reader.read_event().ok()? {
            Event::Start(element) => read.start(&element),
            Event::Empty(element) => {
                read.start(&element);
                read.end(element.local_name().as_ref());
            }
            Event::End(element) => read.end(element.local_name().as_ref()),
            Event::Text(text) if read.is_shown() => {
                read.line.push_str(&text.xml10_content());
            }
            Event::CData(text) if read.is_shown() => {
                read.line.push_str(&text);
            }
            Event::GeneralRef(name) if read.is_shown() => read.reference(&name)?,
            Event::Eof => break,
            _ => {}
        }
    }
    read.end_line();
    Some(read.out)
}

impl Paragraphs {
    fn is_shown(&self) -> bool {
        self.in_text && self.hidden == 0
    }

    fn start(&mut self, element: &BytesStart<'_>) {
        match element.local_name().as_ref() {
            "del" | "moveFrom" | "Fallback" | "instrText" => self.hidden += 1,
            "t" => self.in_text = true,
            "tab" | "br" | "cr" if self.hidden == 0 => self.line.push(' '),
            "noBreakHyphen" if self.hidden == 0 => self.line.push('-'),
            "numPr" => self.is_item = true,
            "pStyle" => {
                let style = element
                    .attributes()
                    .flatten()
                    .find(|a| a.key.local_name().as_ref() == "val");
                let style = style.map(|style| style.value.to_ascii_lowercase());
                let is = |name: &str| style.as_ref().is_some_and(|style| style.starts_with(name));
                self.is_heading = is("heading") || is("overskrift");
                self.is_item |= is("list") || is("opstilling");
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "del" | "moveFrom" | "Fallback" | "instrText" => {
                self.hidden = self.hidden.saturating_sub(1);
            }
            "t" => self.in_text = false,
            "p" => self.end_line(),
            _ => {}
        }
    }

    /// `&amp;` and the like, and characters by their numbers.
    fn reference(&mut self, name: &quick_xml::events::BytesRef<'_>) -> Option<()> {
        if let Some(character) = name.resolve_char_ref().ok()? {
            self.line.push(character);
        } else {
            self.line
                .push_str(quick_xml::escape::resolve_predefined_entity(name.as_ref())?);
        }
        Some(())
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        let line = line.trim();
        if !line.is_empty() {
            // A paragraph is one, however short: it is not a line of one that was wrapped.
            match (self.is_heading, self.is_item) {
                (true, _) => self.out.push_str("# "),
                (false, true) => self.out.push_str("- "),
                (false, false) => {}
            }
            self.out.push_str(line);
            self.out.push_str("\n\n");
        }
        self.is_item = false;
        self.is_heading = false;
    }
}

#[cfg(test)]
mod tests;
