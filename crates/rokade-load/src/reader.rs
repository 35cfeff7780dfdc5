//! YAML as a stream of keys and values with their bytes.
//!
//! The usual YAML is read by `lines`, as long as that is sure, and all else by granit-parser,
//! which stands behind this alone.
//!
//! What the format refuses of YAML is refused here: anchors, aliases, merge keys and tags with
//! a fault each while reading goes on; depth, a second document and broken syntax with a fault
//! that ends the reading. Nothing here knows the keys of the format.

use std::borrow::Cow;
use std::ops::Range;

use granit_parser::{
    ErrorKind, Event, Parser, ScalarStyle, ScanError, Span, StrInput, StructureStyle,
};
use rokade_core::expected::Expected;
use rokade_core::fault::{Expectation, FaultKind, Found, SyntaxFault};
use rokade_core::span::SourceId;

use crate::arena::Arena;
use crate::attempt::{SHOWN, first_line};
use crate::decode::{boundary, is_forbidden};
use crate::faults::Faults;
use crate::limits::{MAX_DEPTH, MAX_TEXT};
use crate::lines::Lines;

/// Nothing more of this file can be read; the fault that says why is recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stop;

/// The beginning of a value, or the end of a map or list.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Head<'a> {
    /// What it is.
    pub(crate) token: Token<'a>,
    /// Its bytes; of a map or list only its sign.
    pub(crate) at: Range<u32>,
}

/// What stands in a stream.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Token<'a> {
    /// A text: what it says, and whether it is plain, so not in quotes or a block.
    Text(Cow<'a, str>, bool),
    /// `~`, `null` or nothing; with what is written.
    Nothing(Cow<'a, str>),
    /// An alias; its fault is recorded.
    Alias,
    /// A map begins; whether in braces.
    Map(bool),
    /// A list begins.
    List,
    /// A map or list ends.
    Close,
    /// The file ends.
    End,
}

impl Head<'_> {
    /// Whether it says something, rather than nothing or an alias.
    pub(crate) fn is_stated(&self) -> bool {
        !matches!(self.token, Token::Nothing(_) | Token::Alias)
    }

    /// What was found, for a fault.
    pub(crate) fn found(&self) -> Found {
        match &self.token {
            Token::Text(text, _) => Found::Text(crate::attempt::shortened(text)),
            Token::Map(_) => Found::Map,
            Token::List => Found::List,
            _ => Found::Nothing,
        }
    }
}

/// A key of a map.
#[derive(Debug)]
pub(crate) enum Key<'a> {
    /// The map has ended.
    Done,
    /// A key; its value is next.
    Named(Cow<'a, str>, Range<u32>),
    /// A key that is refused; its fault is recorded and its value passed over.
    Refused,
}

/// What reads the text.
#[expect(
    clippy::large_enum_variant,
    reason = "there is one of it for each text"
)]
enum Behind<'a> {
    /// With how many heads were given.
    Lines(Lines<'a>, usize),
    Granit(Parser<'a, StrInput<'a>>),
}

/// What of granit's is open.
#[derive(Default)]
struct Nesting {
    blocks: u32,
    brackets: u32,
}

impl Nesting {
    fn open(&mut self, style: StructureStyle) {
        if style == StructureStyle::Flow || self.brackets > 0 {
            self.brackets += 1;
        } else {
            self.blocks += 1;
        }
    }

    fn close(&mut self) {
        let innermost = if self.brackets > 0 {
            &mut self.brackets
        } else {
            &mut self.blocks
        };
        *innermost = innermost.saturating_sub(1);
    }
}

/// Reads one text.
pub(crate) struct Reader<'a> {
    behind: Behind<'a>,
    text: &'a str,
    depth: u32,
    documents: u32,
    nesting: Nesting,
    end: u32,
    /// Aliases are part of a merge key that has its fault.
    pub(crate) merging: bool,
    /// The forbidden character of this text is already a fault.
    pub(crate) control_reported: bool,
    /// The values of the entity being read.
    pub(crate) arena: Arena<'a>,
    /// What is wrong so far.
    pub(crate) faults: Faults,
}

impl<'a> Reader<'a> {
    /// Reads this text from its start.
    pub(crate) fn new(source: SourceId, text: &'a str) -> Self {
        Reader {
            behind: Behind::Lines(Lines::new(text), 0),
            text,
            depth: 0,
            documents: 0,
            nesting: Nesting::default(),
            end: 0,
            merging: false,
            control_reported: false,
            arena: Arena::default(),
            faults: Faults::new(source),
        }
    }

    /// Reads this text with granit alone.
    #[cfg(test)]
    pub(crate) fn of_granit(source: SourceId, text: &'a str) -> Self {
        let mut reader = Reader::new(source, text);
        reader.behind = Behind::Granit(parser(text));
        reader
    }

    /// Whether granit was not needed so far.
    #[cfg(test)]
    pub(crate) fn is_sure(&self) -> bool {
        matches!(self.behind, Behind::Lines(..))
    }

    /// The byte after the last thing read that has bytes.
    pub(crate) fn end(&self) -> u32 {
        self.end
    }

    /// The text that is read.
    pub(crate) fn text(&self) -> &'a str {
        self.text
    }

    /// The next value's beginning, or end.
    pub(crate) fn next(&mut self) -> Result<Head<'a>, Stop> {
        self.faults.end_if_full(self.end)?;
        let head = self.head()?;
        let at = &head.at;
        match head.token {
            Token::Map(_) | Token::List => self.deeper(at)?,
            Token::Text(ref text, _) if text.len() > MAX_TEXT => {
                let fault = SyntaxFault::TooLong(text.len() as u64);
                let start = at.start as usize;
                let first = boundary(self.text, start + SHOWN).min(at.end as usize);
                self.faults
                    .syntax(&first_line(self.text, at.start..first as u32), fault);
                return Err(Stop);
            }
            Token::Close => {
                self.depth = self.depth.saturating_sub(1);
                // The end of a block is where the next thing begins, and has no bytes.
                if !at.is_empty() {
                    self.end = at.end;
                }
                return Ok(head);
            }
            Token::Nothing(_) if at.is_empty() => {
                // Nothing stands where its key ends, before the colon that belongs to both.
                let rest = self.text.as_bytes().get(at.end as usize..);
                let is_sign = |(_, byte): &(u32, &u8)| !matches!(byte, b' ' | b'\t');
                let sign = (at.end..).zip(rest.unwrap_or_default()).find(is_sign);
                if let Some((colon, b':')) = sign {
                    self.end = self.end.max(colon + 1);
                }
            }
            _ => {}
        }
        self.end = self.end.max(head.at.end);
        Ok(head)
    }

    /// What is next, of either that reads the text.
    fn head(&mut self) -> Result<Head<'a>, Stop> {
        let Behind::Lines(lines, given) = &mut self.behind else {
            return self.parsed();
        };
        if let Ok(head) = lines.next() {
            *given += 1;
            return Ok(head);
        }
        let given = *given;
        self.behind = Behind::Granit(parser(self.text));
        for _ in 0..given {
            self.parsed()?;
        }
        self.parsed()
    }

    /// What granit has next.
    fn parsed(&mut self) -> Result<Head<'a>, Stop> {
        loop {
            let Behind::Granit(parser) = &mut self.behind else {
                return Err(Stop);
            };
            let (event, span) = match parser.next_event() {
                Some(Ok(next)) => next,
                Some(Err(error)) => return Err(self.broken(&error)),
                None => return Err(Stop),
            };
            let at = self.range(&span);
            let token = match event {
                Event::Scalar(text, style, _, tag) => {
                    self.refuse_margin(&at)?;
                    self.refuse_tag(tag.is_some(), &span);
                    return Ok(self.scalar(text, style, at));
                }
                Event::MappingStart(style, _, tag) => {
                    self.refuse_margin(&at)?;
                    self.nesting.open(style);
                    self.refuse_tag(tag.is_some(), &span);
                    Token::Map(style == StructureStyle::Flow)
                }
                Event::SequenceStart(style, _, tag) => {
                    self.refuse_margin(&at)?;
                    self.nesting.open(style);
                    self.refuse_tag(tag.is_some(), &span);
                    Token::List
                }
                Event::MappingEnd | Event::SequenceEnd => {
                    self.nesting.close();
                    Token::Close
                }
                Event::Alias(_) | Event::UnresolvedAlias(_) => {
                    if !self.merging {
                        self.faults.syntax(&at, SyntaxFault::Alias);
                    }
                    Token::Alias
                }
                Event::Anchor(..) => {
                    self.faults.syntax(&at, SyntaxFault::Alias);
                    continue;
                }
                Event::DocumentStart(..) => {
                    self.documents += 1;
                    if self.documents > 1 {
                        self.faults.syntax(&at, SyntaxFault::SeveralDocuments);
                        return Err(Stop);
                    }
                    continue;
                }
                Event::StreamEnd => Token::End,
                _ => continue,
            };
            return Ok(Head { token, at });
        }
    }

    /// Passes over the rest of a value.
    pub(crate) fn skip(&mut self, head: &Head<'a>) -> Result<(), Stop> {
        if !matches!(head.token, Token::Map(_) | Token::List) {
            return Ok(());
        }
        let outside = self.depth - 1;
        while self.depth > outside {
            self.next()?;
        }
        Ok(())
    }

    /// The next key of a map, which takes `expected` for keys and stands under `within`.
    pub(crate) fn key(
        &mut self,
        expected: Expected,
        within: Option<&str>,
    ) -> Result<Key<'a>, Stop> {
        let head = self.next()?;
        match head.token {
            Token::Close => return Ok(Key::Done),
            Token::Text(text, true) if text == "<<" => {
                self.merge_key(head.at)?;
                return Ok(Key::Refused);
            }
            Token::Text(text, _) => return Ok(Key::Named(text, head.at)),
            Token::Alias => {}
            _ => {
                let kind = FaultKind::WrongType {
                    key: within.map(str::to_owned),
                    found: head.found(),
                    expected: Expectation::Shape(expected),
                    nearest: None,
                };
                self.faults.push(&head.at, kind, None);
                self.skip(&head)?;
            }
        }
        let value = self.next()?;
        self.skip(&value)?;
        Ok(Key::Refused)
    }

    /// Refuses a merge key with all that it merges, as one fault.
    fn merge_key(&mut self, mut at: Range<u32>) -> Result<(), Stop> {
        self.merging = true;
        let value = self.next()?;
        if matches!(value.token, Token::Alias) {
            at.end = value.at.end;
        }
        self.skip(&value)?;
        self.merging = false;
        self.faults.syntax(&at, SyntaxFault::Alias);
        Ok(())
    }

    fn scalar(&self, text: Cow<'a, str>, style: ScalarStyle, mut at: Range<u32>) -> Head<'a> {
        if matches!(style, ScalarStyle::Literal | ScalarStyle::Folded) {
            // A block's bytes go on to the next thing, over empty lines and indentation.
            let written = self.text.get(at.start as usize..at.end as usize);
            let written = written.unwrap_or_default();
            at.end = at.start + written.trim_end().len() as u32;
        }
        let plain = style == ScalarStyle::Plain;
        let token = if plain && is_nothing(&text) {
            Token::Nothing(text)
        } else {
            Token::Text(text, plain)
        };
        Head { token, at }
    }

    fn deeper(&mut self, at: &Range<u32>) -> Result<(), Stop> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            self.faults.syntax(at, SyntaxFault::TooDeep(MAX_DEPTH));
            return Err(Stop);
        }
        Ok(())
    }

    /// Refuses what begins at the margin within brackets of a block: YAML takes it for the block's
    /// own, and granit does not. Brackets around a whole file, as in JSON, stand in no block.
    fn refuse_margin(&mut self, at: &Range<u32>) -> Result<(), Stop> {
        let within = self.nesting.brackets > 0 && self.nesting.blocks > 0;
        let before = self.text.as_bytes().get(..at.start as usize);
        let is_at_margin = matches!(before, Some([.., b'\n' | b'\r']));
        if !within || at.is_empty() || !is_at_margin {
            return Ok(());
        }
        let fault = SyntaxFault::Parser("entry of a bracket at the margin".to_owned());
        self.faults.syntax(at, fault);
        Err(Stop)
    }

    fn refuse_tag(&mut self, tagged: bool, span: &Span) {
        if tagged {
            let tag = span.tag_span();
            let at = self.range(tag.as_ref().unwrap_or(span));
            self.faults.syntax(&at, SyntaxFault::Tag);
        }
    }

    /// Records why the parser cannot go on.
    fn broken(&mut self, error: &ScanError) -> Stop {
        let byte = error.marker().byte_offset().unwrap_or(self.text.len());
        let start = boundary(self.text, byte);
        let next = self.text.get(start..).and_then(|rest| rest.chars().next());
        let length = next
            .filter(|&c| c != '\n' && c != '\r')
            .map_or(0, char::len_utf8);
        let at = start as u32..(start + length) as u32;
        let fault = match *error.kind() {
            ErrorKind::UnexpectedCharacter { character } if is_forbidden(character) => {
                if self.control_reported {
                    return Stop;
                }
                SyntaxFault::ControlCharacter(character)
            }
            ErrorKind::RecursionLimitExceeded => SyntaxFault::TooDeep(MAX_DEPTH),
            _ => SyntaxFault::Parser(error.info()),
        };
        self.faults.syntax(&at, fault);
        Stop
    }

    /// The bytes of a span, inside the text and on the boundaries of characters.
    fn range(&self, span: &Span) -> Range<u32> {
        let range = span.byte_range().unwrap_or(0..0);
        let start = boundary(self.text, range.start);
        let end = boundary(self.text, range.end).max(start);
        start as u32..end as u32
    }
}

fn parser(text: &str) -> Parser<'_, StrInput<'_>> {
    // granit's own limits are beyond ours, so that ours say what is wrong.
    let options = granit_parser::options! {
        emit_comments: false,
        emit_unresolved_aliases: true,
        emit_anchor_events: true,
        flow_nesting_limit: MAX_DEPTH as usize * 2,
        block_nesting_limit: MAX_DEPTH as usize * 2,
    };
    Parser::new_from_str_with_options(text, options)
}

/// Whether a plain text is nothing. granit gives `~` for what is left empty, and an empty text
/// where only a tag stands.
pub(crate) fn is_nothing(plain: &str) -> bool {
    matches!(plain, "~" | "null" | "Null" | "NULL" | "")
}
