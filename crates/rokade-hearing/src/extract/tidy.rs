//! A response as blocks of text: paragraphs, headings and the items of lists, without what only
//! the page put there.
//!
//! Lines that were wrapped are joined again, also over a page break, and words that were divided
//! at the end of a line; page numbers go. Nothing here reads the words.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization as _;

use super::lines::{Line, LineKind, lines};

/// A response with its blanks tidied.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Tidied {
    /// The text: the blocks, each on a line of its own.
    pub(super) text: String,
    pub(super) blocks: Vec<Block>,
    /// Each piece of a word: where it begins in the text, and the bytes it stood at.
    pieces: Vec<(usize, Range<usize>)>,
}

/// A paragraph, a heading or an item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) kind: BlockKind,
    /// Its bytes in the text.
    pub(super) at: Range<usize>,
    /// Whether a number or a letter stood in front of it.
    is_numbered: bool,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BlockKind {
    Heading,
    Paragraph,
    Item,
}

impl Tidied {
    /// What stands at some bytes of the text: a block, or a part of one.
    #[expect(
        clippy::string_slice,
        reason = "a block begins and ends where characters do"
    )]
    pub(super) fn said(&self, at: &Range<usize>) -> &str {
        &self.text[at.clone()]
    }

    /// The bytes of the response that a range of the text was made of.
    pub(super) fn source_of(&self, at: &Range<usize>) -> Range<usize> {
        let first = self.pieces.partition_point(|(start, _)| *start <= at.start);
        let after = self.pieces.partition_point(|(start, _)| *start < at.end);
        let of = |i: usize| self.pieces.get(i).map(|(_, source)| source);
        let start = of(first.saturating_sub(1)).map_or(0, |source| source.start);
        let end = of(after.saturating_sub(1)).map_or(start, |source| source.end);
        start..end.max(start)
    }
}

/// Tidies a response.
pub(super) fn tidy(source: &str) -> Tidied {
    let lines = lines(source);
    let width = Width::of(&lines);
    let mut tidied = Tidied::default();
    let mut open: Option<Open> = None;
    let mut gap = true;
    for (at, line) in lines.iter().enumerate() {
        let in_sentence =
            line.kind == LineKind::Item && is_in_sentence(&tidied, open.as_ref(), gap, line);
        let kind = match line.kind {
            LineKind::Blank => {
                gap = true;
                continue;
            }
            // A page's own line is neither text nor a gap.
            LineKind::Page => continue,
            LineKind::Heading => BlockKind::Heading,
            LineKind::Item if !in_sentence => BlockKind::Item,
            LineKind::Item | LineKind::Text => BlockKind::Paragraph,
        };
        let goes_on = kind == BlockKind::Paragraph
            && open.as_ref().is_some_and(|open| {
                let Some(last) = lines.get(open.last) else {
                    return false;
                };
                open.kind != BlockKind::Heading
                    && (in_sentence || goes_on(&tidied, last, line, gap, width))
            });
        if !goes_on {
            open = Some(Open { kind, last: at });
            let is_numbered = kind == BlockKind::Item && line.is_numbered();
            tidied.begin(kind, is_numbered);
        }
        if let Some(open) = &mut open {
            open.last = at;
        }
        let marked = kind == BlockKind::Item || kind == BlockKind::Heading;
        tidied.add(source, line, marked);
        gap = false;
    }
    tidied.finish();
    tidied.find_headings();
    tidied
}

/// The block that lines are being added to.
struct Open {
    kind: BlockKind,
    last: usize,
}

/// How wide the lines were wrapped, where they were.
#[derive(Clone, Copy)]
struct Width(Option<usize>);

impl Width {
    /// Beyond so many characters a line was not wrapped by anybody.
    const MOST: usize = 130;

    fn of(lines: &[Line<'_>]) -> Self {
        let longest = lines.iter().map(|line| line.width).max().unwrap_or(0);
        Width((longest <= Self::MOST).then_some(longest))
    }

    /// Whether a line was ended before it was full.
    fn is_short(self, line: &Line<'_>, next: &Line<'_>) -> bool {
        let first = next
            .words
            .first()
            .map_or(0, |word| word.text.chars().count());
        // A few columns less than the widest is still a full line.
        self.0
            .is_none_or(|width| line.width + 1 + first + 5 < width)
    }
}

/// Whether a line goes on with what the block has.
fn goes_on(tidied: &Tidied, last: &Line<'_>, line: &Line<'_>, gap: bool, width: Width) -> bool {
    let ends = ends_sentence(&tidied.text);
    let small = line.starts_small();
    if gap {
        // A page break, or a blank line by mistake, in the middle of a sentence.
        return !ends && small;
    }
    if small && !ends {
        return true;
    }
    // Without wrapping, a line is a paragraph.
    !width.is_short(last, line)
}

/// Whether what looks like an item of a list is a dash or a number in a sentence.
fn is_in_sentence(tidied: &Tidied, open: Option<&Open>, gap: bool, line: &Line<'_>) -> bool {
    let after = line.words.get(1).or(line.words.first());
    let small = after.is_some_and(|word| word.text.starts_with(char::is_lowercase));
    open.is_some_and(|open| open.kind == BlockKind::Paragraph)
        && !gap
        && small
        && !tidied.text.ends_with(['.', '?', '!', ':', ';'])
}

/// Whether a text ends as a sentence does, or leads on to a list.
fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(['"', '”', '’', '»', ')', ']', '*', '_']);
    text.ends_with(['.', '?', '!', ':', ';', '…'])
}

impl Tidied {
    fn begin(&mut self, kind: BlockKind, is_numbered: bool) {
        self.finish();
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        let start = self.text.len();
        self.blocks.push(Block {
            kind,
            at: start..start,
            is_numbered,
        });
    }

    /// Ends the block that lines were added to, and takes it away if nothing is in it.
    fn finish(&mut self) {
        let Some(last) = self.blocks.last_mut() else {
            return;
        };
        last.at.end = self.text.len();
        if last.at.is_empty() {
            self.blocks.pop();
            self.text.truncate(self.text.trim_end_matches('\n').len());
        }
    }

    fn add(&mut self, source: &str, line: &Line<'_>, without_mark: bool) {
        let skip = if without_mark { line.mark } else { 0 };
        for (i, word) in line.words.iter().enumerate().skip(skip) {
            let clean: String = word.text.nfc().filter(|c| !is_unseen(*c)).collect();
            if clean.is_empty() {
                continue;
            }
            let start = self.blocks.last().map_or(0, |block| block.at.start);
            let joins = i == skip && self.text.len() > start && self.joins(&clean, source);
            if !joins && self.text.len() > start {
                self.text.push(' ');
            }
            self.pieces.push((self.text.len(), word.at.clone()));
            self.text.push_str(&clean);
        }
    }

    /// Whether the first word of a line is the rest of the last word of the line before; the
    /// hyphen that divided it goes.
    fn joins(&mut self, next: &str, source: &str) -> bool {
        let divided_softly = self
            .pieces
            .last()
            .and_then(|(_, at)| source.get(at.clone()))
            .is_some_and(|word| word.ends_with('\u{ad}'));
        if divided_softly {
            return true;
        }
        let Some(before) = self.text.strip_suffix('-') else {
            return false;
        };
        let is_letter = before.ends_with(char::is_alphabetic);
        // "job- og socialcenter" is no divided word.
        let apart = ["og", "eller", "samt", "and", "or"].contains(&next);
        let divided = is_letter && !apart && next.starts_with(char::is_lowercase);
        if divided {
            self.text.pop();
        }
        divided
    }

    /// Short lines that stand by themselves are headings where they are written as such.
    #[expect(clippy::indexing_slicing, reason = "every number is that of a block")]
    fn find_headings(&mut self) {
        for i in 0..self.blocks.len() {
            let next = self.blocks.get(i + 1).map(|block| block.kind);
            let block = &self.blocks[i];
            let text = self.said(&block.at);
            let may_be = match block.kind {
                BlockKind::Heading => false,
                BlockKind::Paragraph => next.is_some(),
                // A numbered heading has text under it, and an item has others above or below.
                BlockKind::Item => {
                    let above = i.checked_sub(1).map(|i| &self.blocks[i]);
                    let is_of_list = above
                        .is_some_and(|above| above.kind == BlockKind::Item && above.is_numbered);
                    block.is_numbered && next == Some(BlockKind::Paragraph) && !is_of_list
                }
            };
            if may_be && is_heading(text) {
                self.blocks[i].kind = BlockKind::Heading;
            }
        }
    }
}

/// Whether a block reads as a heading: a few words that make no sentence.
fn is_heading(text: &str) -> bool {
    let text = text.trim_matches(['*', '_', ' ']);
    let is_short = text.chars().count() <= 80 && text.split(' ').count() <= 10;
    is_short
        && text.starts_with(|c: char| c.is_uppercase() || c.is_numeric())
        && !text.ends_with(['.', '?', '!', ':', ';', ',', '"', '”'])
}

/// Whether a character is unseen and means nothing to a reader: soft hyphens, marks of
/// direction, control characters.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{ffff}')
}

#[cfg(test)]
mod tests;
