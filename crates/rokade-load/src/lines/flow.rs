//! Maps and lists in brackets, on one line.

use super::{Lines, Unsure};
use crate::limits::MAX_DEPTH;
use crate::reader::Token;

/// The most heads that are kept until a line is read; a line longer than that is none that a
/// person writes.
const MOST_HEADS: usize = 1 << 16;

impl Lines<'_> {
    /// A value in brackets, or in what is: with so many maps and lists around it.
    pub(super) fn flow(&mut self, around: usize) -> Result<(), Unsure> {
        if around >= MAX_DEPTH as usize || self.heads.len() >= MOST_HEADS {
            return Err(Unsure);
        }
        match self.byte() {
            Some(b'[') => {
                self.bracket(Token::List);
                while self.byte() != Some(b']') {
                    self.flow(around + 1)?;
                    self.comma(b']')?;
                }
                self.bracket(Token::Close);
            }
            Some(b'{') => {
                self.bracket(Token::Map(true));
                while self.byte() != Some(b'}') {
                    self.flow_key()?;
                    self.flow(around + 1)?;
                    self.comma(b'}')?;
                }
                self.bracket(Token::Close);
            }
            _ => {
                let text = self.scalar(true)?;
                self.heads.push_back(text);
            }
        }
        Ok(())
    }

    /// A bracket, and blanks behind it.
    fn bracket(&mut self, token: Token<'static>) {
        self.push(token, self.at..self.at + 1);
        self.at += 1;
        self.blanks();
    }

    fn flow_key(&mut self) -> Result<(), Unsure> {
        let key = self.scalar(true)?;
        let start = key.at.start as usize;
        self.heads.push_back(key);
        self.colon(start)?;
        self.blanks();
        Ok(())
    }

    /// What stands between a value and the next, or the bracket that ends all.
    fn comma(&mut self, end: u8) -> Result<(), Unsure> {
        self.blanks();
        match self.byte() {
            Some(b',') => {
                self.at += 1;
                self.blanks();
                Ok(())
            }
            Some(byte) if byte == end => Ok(()),
            _ => Err(Unsure),
        }
    }
}
