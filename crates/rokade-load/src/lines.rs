//! The usual YAML, line by line: keys and items in blocks, their texts and brackets on one line.
//!
//! This is what `write` writes and what people write by hand. What is read is told as granit
//! tells it, byte for byte; of what is not certainly read as granit reads it nothing is told,
//! and `reader` goes on with granit. So no fault of syntax is found here, and little of YAML
//! has to be known.
//!
//! Here are lines and blocks. What stands in brackets is `flow`'s; texts are `scalar`'s, and
//! those of several lines `block`'s.

mod block;
mod flow;
mod scalar;

use std::borrow::Cow;
use std::collections::VecDeque;
use std::ops::Range;

use crate::limits::MAX_DEPTH;
use crate::reader::{Head, Token};

/// The most bytes of a key; YAML has 1024 characters, blanks before the colon among them.
const LONGEST_KEY: usize = 1024;

/// What comes next is not certainly read as granit reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Unsure;

/// A text that is read line by line.
#[derive(Debug)]
pub(crate) struct Lines<'a> {
    text: &'a str,
    /// The byte that is read next.
    at: usize,
    /// The blocks that are open, each in the one before it.
    blocks: Vec<Block>,
    /// A key, a dash or the file itself waits for its value, and where nothing stands if none
    /// comes.
    awaited: Option<usize>,
    heads: VecDeque<Head<'a>>,
    /// How many of the heads are told. The last line's are kept until the next is read, since
    /// granit finds a fault in that before it tells all of this.
    told: usize,
}

/// A map or list that is not in brackets.
#[derive(Debug, Clone, Copy)]
struct Block {
    column: usize,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Map,
    List,
    /// A list whose dashes stand in the column of the key that it is the value of.
    ListUnderKey,
}

impl<'a> Lines<'a> {
    /// Reads this text from its start.
    pub(crate) fn new(text: &'a str) -> Self {
        Lines {
            text,
            at: 0,
            blocks: Vec::new(),
            awaited: Some(0),
            heads: VecDeque::new(),
            told: 0,
        }
    }

    /// The next value's beginning, or end.
    pub(crate) fn next(&mut self) -> Result<Head<'a>, Unsure> {
        while self.told == 0 {
            let before = self.heads.len();
            let is_end = self.line()?;
            self.told = if is_end { self.heads.len() } else { before };
        }
        self.told -= 1;
        self.heads.pop_front().ok_or(Unsure)
    }

    /// Reads the next line that says something; whether instead the text ends.
    fn line(&mut self) -> Result<bool, Unsure> {
        loop {
            let start = self.at;
            self.blanks();
            match self.byte() {
                None => return self.finish().map(|()| true),
                Some(b'#' | b'\n' | b'\r') => self.end_line()?,
                Some(_) => return self.content(self.at - start).map(|()| false),
            }
        }
    }

    /// A line that says something from this column on.
    fn content(&mut self, column: usize) -> Result<(), Unsure> {
        let is_item = self.is_sign(b'-');
        let opens = self.settle(column, is_item)?;
        if !is_item {
            let key = self.scalar(false)?;
            return self.pair(key, column, opens);
        }
        let Some(column) = self.dashes(column, opens)? else {
            return self.line_break();
        };
        if matches!(self.byte(), Some(b'[' | b'{' | b'|' | b'>')) {
            return self.value();
        }
        let text = self.scalar(false)?;
        self.blanks();
        if self.byte() == Some(b':') {
            return self.pair(text, column, true);
        }
        self.heads.push_back(text);
        self.end_line()
    }

    /// The dashes of an item, and of items that are its first; the column of what follows, if
    /// that stands on this line.
    fn dashes(&mut self, mut column: usize, mut opens: bool) -> Result<Option<usize>, Unsure> {
        while self.is_sign(b'-') {
            let dash = self.at;
            self.at += 1;
            self.rest()?;
            if opens {
                self.open_list(column, dash)?;
            }
            if self.is_line_end() {
                self.awaited = Some(self.at);
                return Ok(None);
            }
            column += self.at - dash;
            opens = true;
        }
        Ok(Some(column))
    }

    /// The rest of a key and what stands behind it; whether it opens a map.
    fn pair(&mut self, key: Head<'a>, column: usize, opens: bool) -> Result<(), Unsure> {
        let start = key.at.start as usize;
        let colon = self.colon(start)?;
        if opens {
            self.open(column, Kind::Map)?;
            self.push(Token::Map(false), start..start);
        }
        self.heads.push_back(key);
        self.rest()?;
        if self.is_line_end() {
            self.awaited = Some(colon);
            return self.line_break();
        }
        self.value()
    }

    /// The colon of a key that starts there, with blanks in front.
    fn colon(&mut self, start: usize) -> Result<usize, Unsure> {
        self.blanks();
        let colon = self.at;
        if !self.is_sign(b':') || colon - start > LONGEST_KEY {
            return Err(Unsure);
        }
        self.at += 1;
        Ok(colon)
    }

    /// A value and the rest of its line, or its lines.
    fn value(&mut self) -> Result<(), Unsure> {
        match self.byte() {
            Some(b'[' | b'{') => self.flow(self.blocks.len())?,
            Some(b'|' | b'>') => return self.block_text(),
            _ => {
                let text = self.scalar(false)?;
                self.heads.push_back(text);
            }
        }
        self.end_line()
    }

    /// Ends what ends before a line that begins in this column; whether the line is the first
    /// of a block.
    fn settle(&mut self, column: usize, is_item: bool) -> Result<bool, Unsure> {
        if let Some(place) = self.awaited.take() {
            let is_inside = self.blocks.last().is_none_or(|block| {
                block.column < column
                    || (is_item && block.column == column && block.kind == Kind::Map)
            });
            if is_inside {
                return Ok(true);
            }
            self.push(Token::Nothing(Cow::Borrowed("~")), place..place);
        }
        while let Some(&Block { column: of, kind }) = self.blocks.last() {
            if of < column || (of == column && (is_item || kind != Kind::ListUnderKey)) {
                break;
            }
            self.blocks.pop();
            self.push(Token::Close, self.at..self.at);
        }
        match self.blocks.last() {
            Some(block) if block.column == column && (block.kind != Kind::Map) == is_item => {
                Ok(false)
            }
            _ => Err(Unsure),
        }
    }

    /// Opens a list whose first dash is read, and blanks behind it.
    fn open_list(&mut self, column: usize, dash: usize) -> Result<(), Unsure> {
        let is_under_key = self
            .blocks
            .last()
            .is_some_and(|block| block.column == column);
        let (kind, start) = if is_under_key {
            (Kind::ListUnderKey, self.at)
        } else {
            (Kind::List, dash)
        };
        self.open(column, kind)?;
        self.push(Token::List, start..start);
        Ok(())
    }

    fn open(&mut self, column: usize, kind: Kind) -> Result<(), Unsure> {
        if self.blocks.len() >= MAX_DEPTH as usize {
            return Err(Unsure);
        }
        self.blocks.push(Block { column, kind });
        Ok(())
    }

    /// The end of the text ends all that is open.
    fn finish(&mut self) -> Result<(), Unsure> {
        match self.awaited.take() {
            Some(place) if !self.blocks.is_empty() => {
                self.push(Token::Nothing(Cow::Borrowed("~")), place..place);
            }
            // The end has been told.
            None if self.blocks.is_empty() => return Err(Unsure),
            _ => {}
        }
        while self.blocks.pop().is_some() {
            self.push(Token::Close, self.at..self.at);
        }
        self.push(Token::End, self.at..self.at);
        Ok(())
    }

    fn push(&mut self, token: Token<'a>, at: Range<usize>) {
        self.heads.push_back(head(token, at));
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Whether a sign stands here with a blank or nothing behind it.
    fn is_sign(&self, sign: u8) -> bool {
        let next = self.text.as_bytes().get(self.at + 1);
        self.byte() == Some(sign) && matches!(next, None | Some(b' ' | b'\n' | b'\r'))
    }

    fn is_line_end(&self) -> bool {
        matches!(self.byte(), None | Some(b'\n' | b'\r'))
    }

    fn blanks(&mut self) {
        while self.byte() == Some(b' ') {
            self.at += 1;
        }
    }

    /// Blanks, and a comment that they are in front of, or that is all of its line.
    fn rest(&mut self) -> Result<(), Unsure> {
        self.blanks();
        if self.byte() != Some(b'#') {
            return Ok(());
        }
        let before = self
            .at
            .checked_sub(1)
            .and_then(|at| self.text.as_bytes().get(at));
        if !matches!(before, None | Some(b' ' | b'\n')) {
            return Err(Unsure);
        }
        self.pass_line()
    }

    /// Characters of any meaning, up to the end of the line.
    fn pass_line(&mut self) -> Result<(), Unsure> {
        loop {
            self.at = self.past_tame(self.at);
            match self.byte() {
                None | Some(b'\n' | b'\r') => return Ok(()),
                Some(b'\t') => self.at += 1,
                Some(_) => self.at += self.character(self.at)?,
            }
        }
    }

    /// What may stand behind a value, and the end of the line.
    fn end_line(&mut self) -> Result<(), Unsure> {
        self.rest()?;
        self.line_break()
    }

    /// The end of a line, or of the text.
    fn line_break(&mut self) -> Result<(), Unsure> {
        match (self.byte(), self.text.as_bytes().get(self.at + 1)) {
            (None, _) => {}
            (Some(b'\n'), _) => self.at += 1,
            (Some(b'\r'), Some(b'\n')) => self.at += 2,
            _ => return Err(Unsure),
        }
        Ok(())
    }
}

fn head(token: Token<'_>, at: Range<usize>) -> Head<'_> {
    Head {
        token,
        at: at.start as u32..at.end as u32,
    }
}
