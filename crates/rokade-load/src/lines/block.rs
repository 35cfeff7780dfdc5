//! Texts in a block of lines: behind `|` as they are, behind `>` joined.

#![expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "what was passed over is within the text and ends where a character does"
)]

use std::borrow::Cow;

use super::{Lines, Unsure, head};
use crate::reader::Token;

impl Lines<'_> {
    /// A text in a block, with its sign and up to the line behind its last.
    pub(super) fn block_text(&mut self) -> Result<(), Unsure> {
        let is_folded = self.byte() == Some(b'>');
        self.at += 1;
        let is_stripped = self.byte() == Some(b'-');
        self.at += usize::from(is_stripped);
        self.rest()?;
        self.line_break()?;
        let margin = self.indentation();
        if self
            .blocks
            .last()
            .is_none_or(|block| margin <= block.column)
        {
            return Err(Unsure);
        }
        let start = self.at + margin;
        let mut end = start;
        let mut text = String::new();
        let mut empty = 0;
        while let Some(line) = self.block_line(margin, is_folded)? {
            if !line.is_empty() {
                // Of the break between two lines, empty ones apart, a blank is left if joined.
                let breaks = empty + usize::from(!is_folded);
                if !text.is_empty() {
                    text.push_str(if breaks == 0 { " " } else { "" });
                    text.extend(std::iter::repeat_n('\n', breaks));
                }
                text.push_str(line);
                end = self.at;
                empty = 0;
            } else if text.is_empty() {
                return Err(Unsure);
            } else {
                empty += 1;
            }
            self.line_break()?;
        }
        if !is_stripped {
            text.push('\n');
        }
        // Its place ends where its words do.
        let end = start + self.text[start..end].trim_end().len();
        let text = Token::Text(Cow::Owned(text), false);
        self.heads.push_back(head(text, start..end));
        Ok(())
    }

    /// The next line of a block behind its margin, up to its break; none if the block has ended.
    fn block_line(&mut self, margin: usize, is_folded: bool) -> Result<Option<&str>, Unsure> {
        let indent = self.indentation();
        let start = self.at + indent.min(margin);
        match self.text.as_bytes().get(self.at + indent) {
            None if indent == 0 => return Ok(None),
            Some(b'\n' | b'\r') if indent <= margin => {}
            None | Some(b'\n' | b'\r' | b'\t') => return Err(Unsure),
            Some(_) if indent < margin => return Ok(None),
            Some(_) if indent > margin && is_folded => return Err(Unsure),
            Some(_) => {}
        }
        self.at += indent;
        self.pass_line()?;
        // To some, a last line that does not end is one without a break.
        if self.byte().is_none() {
            return Err(Unsure);
        }
        Ok(Some(&self.text[start..self.at]))
    }

    /// How many blanks stand here.
    fn indentation(&self) -> usize {
        let rest = &self.text.as_bytes()[self.at..];
        rest.iter().take_while(|&&byte| byte == b' ').count()
    }
}
