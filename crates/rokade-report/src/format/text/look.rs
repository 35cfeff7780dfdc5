//! How a terminal is drawn on: width, colours, characters, and miette set up to match.

use std::fmt;
use std::fmt::Write as _;

use miette::{GraphicalReportHandler, GraphicalTheme, ThemeCharacters, ThemeStyles};
use rokade_core::finding::Severity;
use textwrap::{WordSeparator, WordSplitter, WrapAlgorithm};

use super::excerpt::{Excerpt, Shown};
use crate::escape;
use crate::options::Options;

/// No report can be read in fewer columns than this.
const NARROWEST: usize = 40;

/// What a piece of the frame is, and so how it is drawn.
#[derive(Clone, Copy)]
pub(super) enum Tone {
    Heading,
    Faint,
    Link,
    Severity(Severity),
}

/// How a report is drawn.
pub(super) struct Look {
    pub(super) width: usize,
    pub(super) unicode: bool,
    /// Between a severity and a rule.
    pub(super) dot: &'static str,
    /// What stands on both sides of a heading.
    pub(super) dash: &'static str,
    /// Before an item of a list.
    pub(super) bullet: &'static str,
    color: bool,
    links: bool,
    styles: ThemeStyles,
    // One a severity, in the order of `Severity::ALL`: a mark has the colour of its finding.
    handlers: [GraphicalReportHandler; 3],
}

impl Look {
    pub(super) fn new(options: &Options) -> Self {
        let width = usize::from(options.width).max(NARROWEST);
        let styles = styles(options.color);
        let mut characters = if options.unicode {
            ThemeCharacters::unicode()
        } else {
            ThemeCharacters::ascii()
        };
        if options.unicode {
            "•".clone_into(&mut characters.advice);
        }
        let handler = |severity: Severity| {
            let highlight = match severity {
                Severity::Error => styles.error,
                Severity::Warning => styles.warning,
                Severity::Note => styles.advice,
            };
            let mut styles = styles.clone();
            styles.highlights = vec![highlight];
            let theme = GraphicalTheme {
                characters: characters.clone(),
                styles,
            };
            GraphicalReportHandler::new_themed(theme)
                // miette keeps two columns of the width free.
                .with_width(width + 2)
                .with_context_lines(0)
                .with_word_separator(WordSeparator::AsciiSpace)
                .with_word_splitter(WordSplitter::NoHyphenation)
                .without_cause_chain()
                .without_syntax_highlighting()
        };
        Look {
            width,
            unicode: options.unicode,
            dot: if options.unicode { "·" } else { "-" },
            dash: if options.unicode { "──" } else { "--" },
            bullet: if options.unicode { "•" } else { "-" },
            color: options.color,
            links: options.links,
            handlers: Severity::ALL.map(handler),
            styles,
        }
    }

    /// A piece of the frame in its tone.
    pub(super) fn paint(&self, tone: Tone, text: &str) -> String {
        if !self.color {
            return text.to_owned();
        }
        let style = match tone {
            Tone::Heading => self.styles.help,
            Tone::Faint => self.styles.linum,
            Tone::Link => self.styles.link,
            Tone::Severity(Severity::Error) => self.styles.error.bold(),
            Tone::Severity(Severity::Warning) => self.styles.warning.bold(),
            Tone::Severity(Severity::Note) => self.styles.advice.bold(),
        };
        style.style(text).to_string()
    }

    /// The name of a file, safe to print, and a link to it where that can be.
    pub(super) fn file(&self, name: &str) -> String {
        let seen = escape::terminal(name, self.unicode);
        if !self.links || !name.starts_with('/') {
            return seen.into_owned();
        }
        let mut link = String::from("\x1b]8;;file://");
        for byte in name.bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b'~' => {
                    link.push(char::from(byte));
                }
                // A `String` takes all that is written to it.
                _ => drop(write!(link, "%{byte:02X}")),
            }
        }
        link + "\x1b\\" + &seen + "\x1b]8;;\x1b\\"
    }

    /// Draws a sentence with its excerpts below it.
    pub(super) fn diagnose(
        &self,
        severity: Severity,
        message: &str,
        excerpts: &[Excerpt],
        page: &mut String,
    ) -> fmt::Result {
        let (handler, severity) = match severity {
            Severity::Note => (&self.handlers[0], miette::Severity::Advice),
            Severity::Warning => (&self.handlers[1], miette::Severity::Warning),
            Severity::Error => (&self.handlers[2], miette::Severity::Error),
        };
        let mut shown = Shown {
            message,
            severity,
            excerpt: excerpts.first(),
        };
        handler.render_report(page, &shown)?;
        // Each excerpt by itself: miette looks through all marks for each line of all excerpts,
        // and a finding can have as many marks as the chart has things.
        for excerpt in excerpts.iter().skip(1) {
            shown.message = "";
            shown.excerpt = Some(excerpt);
            let mut drawn = String::new();
            handler.render_report(&mut drawn, &shown)?;
            // The first line is that of the sentence, which was said.
            page.push_str(drawn.split_once('\n').map_or("", |(_, rest)| rest));
        }
        Ok(())
    }
}

/// The lines of a text; what stands before the first and before the others is no part of it.
pub(super) fn wrap(text: &str, width: usize, first: &str, rest: &str) -> Vec<String> {
    let options = textwrap::Options::new(width)
        .initial_indent(first)
        .subsequent_indent(rest)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    textwrap::wrap(text, options)
        .into_iter()
        .map(String::from)
        .collect()
}

/// Few colours: one a severity, for its word and its marks.
fn styles(color: bool) -> ThemeStyles {
    let none = ThemeStyles::none();
    if !color {
        return none;
    }
    let plain = none.error;
    ThemeStyles {
        help: plain.bold(),
        link: plain.cyan(),
        linum: plain.dimmed(),
        ..ThemeStyles::ansi()
    }
}
