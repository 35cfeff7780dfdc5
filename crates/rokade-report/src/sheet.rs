//! Plain text for a terminal, line by line: what comparisons and notes are written on.
//!
//! What is written goes through the terminal's one escape function.

use std::borrow::Cow;

use crate::escape;
use crate::options::Options;

/// Nothing can be read in fewer columns than this.
const NARROWEST: usize = 40;

/// What is written so far, and how wide it may be.
pub(crate) struct Sheet {
    pub(crate) width: usize,
    unicode: bool,
    pub(crate) text: String,
}

impl Sheet {
    pub(crate) fn new(options: &Options) -> Self {
        Sheet {
            width: usize::from(options.width).max(NARROWEST),
            unicode: options.unicode,
            text: String::new(),
        }
    }

    pub(crate) fn safe<'t>(&self, text: &'t str) -> Cow<'t, str> {
        escape::terminal(text, self.unicode)
    }

    pub(crate) fn blank(&mut self) {
        self.text.push('\n');
    }

    /// A sentence, in as many lines as it needs.
    pub(crate) fn lines(&mut self, text: &str, first: &str, rest: &str) {
        let text = escape::terminal(text, self.unicode);
        let options = textwrap::Options::new(self.width)
            .initial_indent(first)
            .subsequent_indent(rest)
            .word_splitter(textwrap::WordSplitter::NoHyphenation);
        for line in textwrap::wrap(&text, options) {
            self.line(&line);
        }
    }

    /// A line that is safe already.
    pub(crate) fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// What a line is filled with.
    pub(crate) fn rule(&self) -> char {
        if self.unicode { '─' } else { '-' }
    }

    /// What stands beside a heading.
    pub(crate) fn dash(&self) -> &'static str {
        if self.unicode { "──" } else { "--" }
    }

    /// What stands before an item.
    pub(crate) fn bullet(&self) -> &'static str {
        if self.unicode { "• " } else { "- " }
    }

    /// What stands between a value and a word on it.
    pub(crate) fn dot(&self) -> char {
        if self.unicode { '·' } else { '-' }
    }
}
