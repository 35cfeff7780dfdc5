//! Texts on one line, with and without quotes.

#![expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "what was passed over is within the text and ends where a character does"
)]

use std::borrow::Cow;

use super::{Lines, Unsure, head};
use crate::decode::is_forbidden;
use crate::reader::{Head, Token, is_nothing};

/// The bytes that mean nothing in any text, and are none of a character that is forbidden.
static TAME: [bool; 256] = tame();

const fn tame() -> [bool; 256] {
    let mut tame = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        tame[byte] = !matches!(
            byte as u8,
            0..=0x1f
                | 0x7f
                | 0xc2
                | 0xef
                | b'"'
                | b'#'
                | b'\''
                | b','
                | b':'
                | b'['
                | b'\\'
                | b']'
                | b'{'
                | b'}'
        );
        byte += 1;
    }
    tame
}

impl<'a> Lines<'a> {
    /// A text, as it ends in brackets or outside of them.
    pub(super) fn scalar(&mut self, in_flow: bool) -> Result<Head<'a>, Unsure> {
        match self.byte() {
            Some(quote @ (b'"' | b'\'')) => self.quoted(quote),
            _ => self.plain(in_flow),
        }
    }

    fn plain(&mut self, in_flow: bool) -> Result<Head<'a>, Unsure> {
        if !self.begins_plain() {
            return Err(Unsure);
        }
        let bytes = self.text.as_bytes();
        let start = self.at;
        loop {
            self.at = self.past_tame(self.at);
            let next = bytes.get(self.at + 1);
            match self.byte() {
                None | Some(b'\n' | b'\r') => break,
                Some(b':') => match next {
                    None | Some(b' ' | b'\t' | b'\n' | b'\r') => break,
                    Some(b',' | b'[' | b']' | b'{' | b'}') if in_flow => return Err(Unsure),
                    _ => self.at += 1,
                },
                Some(b'#') if bytes[self.at - 1] == b' ' => break,
                Some(b',' | b'[' | b']' | b'{' | b'}') if in_flow => break,
                Some(_) => self.at += self.character(self.at)?,
            }
        }
        let text = self.text[start..self.at].trim_end_matches(' ');
        self.at = start + text.len();
        let token = if is_nothing(text) {
            Token::Nothing(Cow::Borrowed(text))
        } else {
            Token::Text(Cow::Borrowed(text), true)
        };
        Ok(head(token, start..self.at))
    }

    /// Whether a text begins here that is nothing else.
    fn begins_plain(&self) -> bool {
        let is_letter = |byte: &u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
        match &self.text.as_bytes()[self.at..] {
            [b'-', next, ..] => is_letter(next),
            [] | [b'.', b'.', b'.', ..] => false,
            [b'(' | b'+' | b'.' | b'/' | b'<' | b'_' | b'~', ..] => true,
            [first, ..] => is_letter(first),
        }
    }

    fn quoted(&mut self, quote: u8) -> Result<Head<'a>, Unsure> {
        let bytes = self.text.as_bytes();
        let start = self.at;
        // What stands before `from` is in here, its escapes undone.
        let mut undone = String::new();
        let mut from = start + 1;
        self.at = from;
        loop {
            self.at = self.past_tame(self.at);
            let next = bytes.get(self.at + 1);
            match self.byte() {
                Some(b'\'') if quote == b'\'' && next == Some(&b'\'') => {
                    undone.push_str(&self.text[from..=self.at]);
                    self.at += 2;
                    from = self.at;
                }
                Some(byte) if byte == quote => break,
                Some(b'\\') if quote == b'"' => {
                    undone.push_str(&self.text[from..self.at]);
                    let (character, length) = escape(&self.text[self.at + 1..]).ok_or(Unsure)?;
                    undone.push(character);
                    self.at += 1 + length;
                    from = self.at;
                }
                Some(_) => self.at += self.character(self.at)?,
                None => return Err(Unsure),
            }
        }
        let rest = &self.text[from..self.at];
        self.at += 1;
        let text = if from == start + 1 {
            Cow::Borrowed(rest)
        } else {
            undone.push_str(rest);
            Cow::Owned(undone)
        };
        Ok(head(Token::Text(text, false), start..self.at))
    }

    /// The first byte from here on that is not tame.
    pub(super) fn past_tame(&self, at: usize) -> usize {
        let rest = &self.text.as_bytes()[at..];
        let tame = rest.iter().take_while(|&&byte| TAME[usize::from(byte)]);
        at + tame.count()
    }

    /// The length of a character that is not tame, but may stand in a text.
    pub(super) fn character(&self, at: usize) -> Result<usize, Unsure> {
        match self.text[at..].chars().next() {
            None | Some('\0'..' ' | '\u{feff}') => Err(Unsure),
            Some(character) if is_forbidden(character) => Err(Unsure),
            Some(character) => Ok(character.len_utf8()),
        }
    }
}

/// The character that stands behind a backslash, and its bytes there.
fn escape(rest: &str) -> Option<(char, usize)> {
    let character = match rest.as_bytes().first()? {
        b'n' => '\n',
        b't' => '\t',
        byte @ (b'"' | b'/' | b'\\') => char::from(*byte),
        b'u' => {
            let digits = rest.get(1..5)?;
            let is_number = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
            let number = u32::from_str_radix(digits, 16).ok().filter(|_| is_number)?;
            return Some((char::from_u32(number)?, 5));
        }
        _ => return None,
    };
    Some((character, 1))
}
