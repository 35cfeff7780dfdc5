//! How a page prints.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::scripts::LINES;
use super::{Seen, Tools, screen};
use crate::pdf::{self, Sheet};
use crate::tab::Tab;
use crate::trouble::Result;

const MARKS: &str = include_str!("../script/marks.js");

/// A paper that pages ask for.
pub(super) struct Paper {
    /// Its name in the style of a page.
    pub(super) name: &'static str,
    /// How wide it is, in CSS pixels.
    width: u32,
    /// How much of that is between its margins.
    pub(super) room: u32,
}

/// A4, standing, with 18 mm at each side; and lying, with 15 mm.
const PAPERS: [Paper; 2] = [
    Paper {
        name: "auto",
        width: 794,
        room: 657,
    },
    Paper {
        name: "wide",
        width: 1123,
        room: 1009,
    },
];

/// The smallest margin of a sheet, in points: 15 mm.
const MARGIN: f64 = 42.5;

/// The smallest text that a drawing may have on paper, in CSS pixels of a 96th of an inch: 6 points.
const SMALLEST: f64 = 8.0;

/// Prints the page, keeps the PDF, and reads it. A page with parts has running heads.
pub fn print(tools: &Tools, tab: &Tab<'_>, file: &Path, has_parts: bool) -> Result<Seen> {
    let mut seen = Seen::default();
    fs::write(file, tab.print()?)?;
    // Before anything is put into the page: what it asks for is its own doing.
    seen.faults.extend(tab.trouble()?);
    tab.as_printed()?;
    for paper in &PAPERS {
        tab.widen(paper.width)?;
        tab.evaluate(&format!(
            "document.documentElement.style.width = '{}px'",
            paper.room
        ))?;
        seen.faults
            .extend(screen::looked(tab, SMALLEST, Some(paper))?);
    }
    tab.evaluate("document.documentElement.style.width = ''")?;
    let Some(reader) = &tools.pdf_reader else {
        return Ok(seen);
    };
    let lines = tab.sentences(LINES)?;
    let sheets = pdf::read(reader, file)?;
    seen.sheets = sheets.len();
    for (at, sheet) in sheets.iter().enumerate() {
        let told = on_sheet(sheet).into_iter();
        seen.faults
            .extend(told.map(|fault| format!("sheet {}: {fault}", at + 1)));
    }
    seen.faults.extend(missing(&lines, &sheets));
    if has_parts {
        seen.faults.extend(running_heads(&sheets));
    }

    tab.evaluate(MARKS)?;
    let marked = file.with_extension("marked.pdf");
    fs::write(&marked, tab.print()?)?;
    seen.faults.extend(cut(&pdf::read(reader, &marked)?));
    fs::remove_file(marked)?;
    Ok(seen)
}

fn on_sheet(sheet: &Sheet) -> Vec<String> {
    let mut faults = Vec::new();
    if !sheet.is_a4() {
        faults.push(format!("is {} by {} points", sheet.width, sheet.height));
    }
    let body = |top: f64, bottom: f64| top >= MARGIN - 1.0 && bottom <= sheet.height - MARGIN + 1.0;
    if !sheet.words.iter().any(|word| body(word.at[1], word.at[3])) {
        faults.push("is blank".to_owned());
    }
    faults
}

/// The words of the page that are on no sheet, whole or broken between two lines.
fn missing(lines: &[String], sheets: &[Sheet]) -> Vec<String> {
    let words = sheets.iter().flat_map(|sheet| &sheet.words);
    let there: BTreeSet<&str> = words.map(|word| word.text.as_str()).collect();
    let wanted: BTreeSet<&str> = lines
        .iter()
        .flat_map(|line| line.split_whitespace())
        .collect();
    let lost = wanted.iter().filter(|word| !is_there(word, &there));
    lost.map(|word| format!("\"{word}\" is on no sheet"))
        .collect()
}

/// Whether a word is among others, or is made of them end to end.
fn is_there(word: &str, there: &BTreeSet<&str>) -> bool {
    if there.contains(word) {
        return true;
    }
    // Where a piece may begin: what stands before it is made of pieces.
    let mut starts = BTreeSet::from([0]);
    let mut next = Some(0);
    while let Some(from) = next {
        let ends = word[from..]
            .char_indices()
            .map(|(at, letter)| from + at + letter.len_utf8());
        // Single letters are there of everything, and only after a dash do they make a line.
        let is_after_dash = word[..from].ends_with(['-', '–', '/']);
        let pieces = ends.skip(usize::from(!is_after_dash));
        starts.extend(pieces.filter(|end| there.contains(&word[from..*end])));
        next = starts.range(from + 1..).next().copied();
    }
    starts.contains(&word.len())
}

/// Every sheet says in its margin which it is, and all but the first what it is part of.
fn running_heads(sheets: &[Sheet]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut heads: BTreeMap<String, usize> = BTreeMap::new();
    for (at, sheet) in sheets.iter().enumerate() {
        let in_margin = |word: &&pdf::Word| {
            word.at[3] <= MARGIN + 1.0 || word.at[1] >= sheet.height - MARGIN - 1.0
        };
        let words: Vec<&str> = sheet
            .words
            .iter()
            .filter(in_margin)
            .map(|word| word.text.as_str())
            .collect();
        let number = (at + 1).to_string();
        let says_which = words.iter().any(|word| {
            word.split(|letter: char| !letter.is_ascii_digit())
                .any(|digits| digits == number)
        });
        if !says_which {
            faults.push(format!(
                "sheet {number}: does not say that it is number {number}"
            ));
        }
        let letters = |word: &&&str| word.chars().any(char::is_alphabetic);
        let head: Vec<&str> = words.iter().filter(letters).copied().collect();
        if at > 0 {
            *heads.entry(head.join(" ")).or_default() += 1;
        }
    }
    if heads.contains_key("") {
        faults.push("has a sheet with no running head".to_owned());
    }
    faults
}

/// What is cut between two sheets, by the marks put into the page: tables that go on without their
/// heads, drawings in two parts, headings left behind by what they head.
fn cut(sheets: &[Sheet]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut at: BTreeMap<(u32, char), BTreeSet<usize>> = BTreeMap::new();
    for (number, sheet) in sheets.iter().enumerate() {
        for mark in marks(&sheet.text()) {
            at.entry(mark).or_default().insert(number + 1);
        }
    }
    let none = BTreeSet::new();
    let places = |id: u32, kind: char| at.get(&(id, kind)).unwrap_or(&none);
    let about = |sheet: usize, id: u32, kind: char| -> String {
        let text = sheets[sheet - 1].text();
        let mark = format!("qx{id}{kind}xq");
        let after = text.split_once(&mark).map_or("", |(_, after)| after);
        let words: Vec<&str> = after.split_whitespace().take(6).collect();
        words.join(" ")
    };
    for (&(id, kind), sheets_of) in &at {
        for &sheet in sheets_of {
            let fault = match kind {
                'r' if !places(id, 'h').contains(&sheet) => "goes on without its head",
                't' if !places(id, 'b').contains(&sheet) => "has a drawing cut in two",
                'k' if !places(id, 'n').contains(&sheet) => "ends with a heading",
                _ => continue,
            };
            faults.push(format!(
                "sheet {sheet}: {fault}: {}",
                about(sheet, id, kind)
            ));
        }
    }
    faults
}

/// The marks in a text: `qx`, a number, a letter, `xq`.
fn marks(text: &str) -> Vec<(u32, char)> {
    let parts = text.split("qx").skip(1);
    let mark = |part: &str| {
        let (inner, _) = part.split_once("xq")?;
        let kind = inner.chars().next_back()?;
        let id = inner.strip_suffix(kind)?.parse().ok()?;
        Some((id, kind))
    };
    parts.filter_map(mark).collect()
}
