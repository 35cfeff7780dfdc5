//! What a spreadsheet holds, for tests: its sheets, read back from the file.

use std::collections::BTreeMap;

use quick_xml::events::Event;

use crate::fixture::parts;

/// The sheets of a spreadsheet, each with its name and its cells as text, row by row.
pub(crate) fn cells(bytes: &[u8]) -> Vec<(String, Vec<Vec<String>>)> {
    let parts: BTreeMap<String, String> = parts(bytes).into_iter().collect();
    let strings = parts.get("xl/sharedStrings.xml").map_or("", String::as_str);
    let strings: Vec<String> = strings
        .split("<si>")
        .skip(1)
        .map(|si| text_of(&format!("<si>{}", si.split("</sst>").next().unwrap_or(si))))
        .collect();
    let names = parts["xl/workbook.xml"].split("<sheet name=\"").skip(1);
    let names = names.map(|rest| text_of(rest.split_once('"').unwrap().0));
    let mut sheets = Vec::new();
    for (at, name) in names.enumerate() {
        let sheet = &parts[&format!("xl/worksheets/sheet{}.xml", at + 1)];
        let mut rows = Vec::new();
        for row in sheet.split("<row ").skip(1) {
            let row = row.split_once("</row>").map_or("", |two| two.0);
            let mut cells: Vec<String> = Vec::new();
            for cell in row.split("<c r=\"").skip(1) {
                let (place, rest) = cell.split_once('"').unwrap();
                cells.resize(column(place), String::new());
                let value = rest.split_once("<v>").map_or("", |two| two.1);
                let value = value.split_once("</v>").map_or("", |two| two.0);
                let is_text = rest.split_once('>').unwrap().0.contains("t=\"s\"");
                cells.push(if is_text {
                    strings[value.parse::<usize>().unwrap()].clone()
                } else {
                    value.to_owned()
                });
            }
            rows.push(cells);
        }
        sheets.push((name, rows));
    }
    sheets
}

/// The column of a place such as `AB12`, from 0.
fn column(place: &str) -> usize {
    let letters = place.bytes().take_while(u8::is_ascii_uppercase);
    letters.fold(0, |sum, letter| sum * 26 + usize::from(letter - b'A' + 1)) - 1
}

/// The text of a piece of XML.
fn text_of(xml: &str) -> String {
    let mut reader = quick_xml::Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    let mut text = String::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Text(part) => text.push_str(&part),
            Event::GeneralRef(part) => {
                if let Some(c) = part.resolve_char_ref().unwrap() {
                    text.push(c);
                } else {
                    let known = quick_xml::escape::resolve_predefined_entity(part.as_ref());
                    text.push_str(known.unwrap());
                }
            }
            Event::Eof => return text,
            _ => {}
        }
    }
}
