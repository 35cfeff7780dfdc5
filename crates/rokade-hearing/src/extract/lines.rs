//! The lines of a response as they stand on the page: their words, and what each line looks like.
//!
//! What a line is part of is for `tidy` to say.

use std::ops::Range;

use super::sentences::MONTHS;

/// A line of the page.
#[derive(Debug)]
pub(super) struct Line<'t> {
    pub(super) kind: LineKind,
    pub(super) words: Vec<Word<'t>>,
    /// How many of the words are the sign in front of a heading or an item.
    pub(super) mark: usize,
    /// Its width in characters, from the first to the last that can be seen.
    pub(super) width: usize,
}

/// What stands between blanks.
#[derive(Debug)]
pub(super) struct Word<'t> {
    pub(super) text: &'t str,
    pub(super) at: Range<usize>,
}

/// What a line looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineKind {
    Blank,
    /// A page's number, or the like.
    Page,
    /// Marked as a heading.
    Heading,
    /// Marked as an item of a list.
    Item,
    Text,
}

impl Line<'_> {
    /// Whether the sign in front of it is a number or a letter.
    pub(super) fn is_numbered(&self) -> bool {
        let first = self.words.first().filter(|_| self.mark > 0);
        first.is_some_and(|word| word.text.ends_with(['.', ')']))
    }

    /// Whether it begins with a small letter, behind quotes and brackets.
    pub(super) fn starts_small(&self) -> bool {
        let first = self.words.first().map_or("", |word| word.text);
        let first = first.trim_start_matches(['"', '“', '”', '»', '(', '\'', '*', '_']);
        first.starts_with(char::is_lowercase)
    }
}

/// The lines of a text, however it ends them.
pub(super) fn lines(source: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    let mut lines = Vec::new();
    let mut after_return = false;
    for part in source.split_inclusive(ends_line) {
        // `\r\n` ends one line.
        if !(after_return && part == "\n") {
            lines.push(line(part, start));
        }
        after_return = part.ends_with('\r');
        start += part.len();
    }
    lines
}

/// Whether a character ends a line; a form feed ends a page as well.
fn ends_line(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

fn line(part: &str, start: usize) -> Line<'_> {
    let words: Vec<Word<'_>> = words(part, start);
    let mark = match &words[..] {
        // `17. april 2024` dates a letter.
        [first, second, ..] => {
            usize::from(is_mark(first.text) && !MONTHS.contains(&&*second.text.to_lowercase()))
        }
        _ => 0,
    };
    let kind = match words.first() {
        None => LineKind::Blank,
        Some(_) if is_page(&words) => LineKind::Page,
        Some(word) if mark == 1 && word.text.starts_with('#') => LineKind::Heading,
        Some(_) if mark == 1 => LineKind::Item,
        Some(_) => LineKind::Text,
    };
    let width = match (words.first(), words.last()) {
        (Some(first), Some(last)) => {
            let written = part.get(first.at.start - start..last.at.end - start);
            written.map_or(0, |written| written.chars().count())
        }
        _ => 0,
    };
    Line {
        kind,
        words,
        mark,
        width,
    }
}

#[expect(
    clippy::string_slice,
    reason = "a word begins and ends where characters do"
)]
fn words(part: &str, start: usize) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut from = None;
    for (i, c) in part.char_indices() {
        match (c.is_whitespace(), from) {
            (false, None) => from = Some(i),
            (true, Some(first)) => {
                words.push(Word {
                    text: &part[first..i],
                    at: start + first..start + i,
                });
                from = None;
            }
            _ => {}
        }
    }
    if let Some(first) = from {
        words.push(Word {
            text: &part[first..],
            at: start + first..start + part.len(),
        });
    }
    words
}

/// Whether a word is the sign in front of a heading or an item: `#`, a dash, a bullet, a number or
/// a letter.
fn is_mark(word: &str) -> bool {
    if matches!(
        word,
        "-" | "–"
            | "—"
            | "*"
            | "•"
            | "·"
            | "o"
            | "▪"
            | "■"
            | "●"
            | "○"
            | "➢"
            | "\u{f0b7}"
            | "\u{f0a7}"
            | "\u{2043}"
            | "☐"
    ) {
        return true;
    }
    if word.len() <= 6 && word.chars().all(|c| c == '#') {
        return true;
    }
    let inner = word.strip_prefix('(').unwrap_or(word);
    let Some(inner) = inner.strip_suffix(['.', ')', ':']) else {
        return false;
    };
    let is_number = |part: &str| {
        (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_letter = word.ends_with(')')
        && inner.len() == 1
        && inner.starts_with(|c: char| c.is_ascii_lowercase());
    is_letter || (!word.ends_with(':') && inner.split('.').all(is_number))
}

/// Whether a line says only which page it is on.
fn is_page(words: &[Word<'_>]) -> bool {
    let line: String = words.iter().map(|word| word.text).collect();
    let line = line.to_lowercase();
    let counted = |rest: &str| {
        let mut numbers = rest
            .split(['/', 'a', 'f', 'o', 'v'])
            .filter(|part| !part.is_empty());
        let is_number =
            |part: &str| part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit());
        let first = numbers.next().is_some_and(is_number);
        first && numbers.clone().count() <= 1 && numbers.all(is_number)
    };
    let bare = line.trim_matches(['-', '–', '|', '[', ']']);
    if let Some(rest) = bare
        .strip_prefix("side")
        .or_else(|| bare.strip_prefix("page"))
    {
        return counted(rest.trim_matches(['.', ':']));
    }
    // A number alone, such as `3` or `- 3 -` or `3/7`.
    bare.starts_with(|c: char| c.is_ascii_digit()) && counted(bare)
}
