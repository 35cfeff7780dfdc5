//! Texts as people write and edit them, with choices about all that does not matter.

/// Decisions, one after the other; when there are no more, the first of all that could be.
pub(super) struct Choices<'a>(pub(super) std::slice::Iter<'a, u8>);

impl Choices<'_> {
    pub(super) fn below(&mut self, count: usize) -> usize {
        let byte = || usize::from(self.0.next().copied().unwrap_or(0));
        let mut byte = byte;
        if count <= 256 {
            byte() % count
        } else {
            (byte() * 256 + byte()) % count
        }
    }

    fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == count - 1
    }

    fn of<'s>(&mut self, all: &[&'s str]) -> &'s str {
        all[self.below(all.len())]
    }
}

const KEYS: &[&str] = &[
    "name",
    "a",
    "unit",
    "units",
    "staff",
    "rokade",
    "performs",
    "id",
    "æ-ø",
    "b c",
    "\"q\"",
    "'it''s'",
    "123",
    "k:k",
    "~",
    "null",
    "-x",
    "«",
    "a#b",
    "\"a b\"",
    "<<",
    "to",
    "name",
    "\"\\u00e6\"",
];

const TEXTS: &[&str] = &[
    "a",
    "b",
    "1",
    "Børnehuset Åkandebo",
    "ca. 26-31",
    "2024-01-01",
    "~",
    "null",
    "true",
    "\"\"",
    "''",
    "\"a, b: c # d\"",
    "'it''s'",
    "\"say \\\"hi\\\" \\\\ \\n\"",
    "10:30",
    "a#b",
    "-5",
    "(x)",
    "å é ü",
    "/p",
    "+1",
    "Null",
    "x\u{a0}y",
    "e\u{301}",
    "«a»",
    "\"æ [x]\"",
    "'{a}'",
    "a-b",
    "<<",
    "<5",
    "\"\\u00e6\\u2028\"",
    "x  y",
    "\u{85}",
    "\u{2028}z",
    "a\\b",
    "it's",
    "say \"x\"",
    "50 %",
    "a & b",
    "x!",
    "a*b",
    "@x",
    "%x",
    "!x",
    "&a x",
    "*a",
    "|",
    ">-",
    "a?",
    "? a",
    ": a",
    "- a",
    "a: b",
    "a :b",
    "[",
    "{",
    "a,b",
    "a [b]",
    "\"a\" b",
    "'a'b",
    "\"a\\x41\"",
    "\"\\q\"",
    "\"\\ud800\"",
    "\"a\tb\"",
    "a\tb",
    "\u{feff}",
    "a\u{feff}",
    "\"\u{fffe}\"",
    "\u{7}",
    "#x",
    "...",
    "---",
    "=",
    "$x",
    ".5",
    "`",
];

/// How many of the texts are good on one line, wherever they stand.
const TAME: usize = 37;

const PIECES: &[&str] = &[
    " ", "  ", "\n", ":", ": ", "-", "- ", "#", " #", " # c", "\"", "'", "[", "]", "{", "}", ",",
    ", ", "\t", "\r", "\r\n", "\n\n", "\n  ", "\n- ", "? ", "?", "&a ", "*a", "!t ", "|", "|\n",
    ">", "---\n", "...\n", "%", "\\", "~", "null", "a", "a: b\n", "é", "\u{85}", "\u{2028}",
    "\u{a0}", "\u{feff}", "\u{7}", "<<: ", "@", "`", "''", "\\\"", "\\n", "\n    ", "\n    - ",
    "0", "\0",
];

/// A text as a person might write it, with choices about all that does not matter.
struct Writer<'c, 'b> {
    choices: &'c mut Choices<'b>,
    out: String,
}

impl Writer<'_, '_> {
    fn document(&mut self) {
        self.noise();
        let indent = if self.choices.one_in(20) {
            self.choices.below(4)
        } else {
            0
        };
        if self.choices.one_in(12) {
            self.list(indent, 3);
        } else {
            self.map(indent, true, 4);
        }
        if self.choices.one_in(8) {
            let kept = self.out.trim_end().len();
            self.out.truncate(kept);
        }
        if self.choices.one_in(10) {
            self.out = self.out.replace('\n', "\r\n");
        }
    }

    fn blanks(&mut self, count: usize) {
        self.out.extend(std::iter::repeat_n(' ', count));
    }

    /// Lines that say nothing.
    fn noise(&mut self) {
        while self.choices.one_in(10) {
            let blanks = self.choices.below(8);
            self.blanks(blanks);
            self.out
                .push_str(self.choices.of(&["", "", "# æ: \"[\t", "#"]));
            self.out.push('\n');
        }
    }

    fn line_end(&mut self) {
        let rest = if self.choices.one_in(8) {
            self.choices.of(&[" ", "   ", " # c: d", "  #", "#x", "\t"])
        } else {
            ""
        };
        self.out.push_str(rest);
        self.out.push('\n');
        self.noise();
    }

    fn key(&mut self) {
        self.out.push_str(self.choices.of(KEYS));
        let colon = if self.choices.one_in(12) { " :" } else { ":" };
        self.out.push_str(colon);
    }

    fn text(&mut self) {
        let known = if self.choices.one_in(24) {
            TEXTS
        } else {
            &TEXTS[..TAME]
        };
        self.out.push_str(self.choices.of(known));
    }

    fn block_text(&mut self, indent: usize) {
        self.out.push(' ');
        self.out.push_str(
            self.choices
                .of(&["|", "|-", ">", ">-", "|", ">", "|+", ">2"]),
        );
        self.line_end();
        let indent = indent + [2, 2, 4, 1, 3][self.choices.below(5)];
        for _ in 0..=self.choices.below(4) {
            if self.choices.one_in(5) {
                let blanks = self.choices.below(6);
                self.blanks(blanks);
                self.out.push('\n');
            }
            let more = [0, 0, 0, 0, 1][self.choices.below(5)];
            self.blanks(indent + more);
            self.text();
            self.out
                .push_str(self.choices.of(&["", "", " # c", ": x", "  ", "\t"]));
            self.out.push('\n');
        }
        self.noise();
    }

    fn map(&mut self, indent: usize, mut is_indented: bool, depth: usize) {
        for _ in 0..=self.choices.below(5) {
            if is_indented {
                self.blanks(indent);
            }
            is_indented = true;
            self.key();
            match self.choices.below(10) {
                0..=4 => {
                    let blanks = if self.choices.one_in(8) { 3 } else { 1 };
                    self.blanks(blanks);
                    self.text();
                    self.line_end();
                }
                5 | 6 => {
                    self.out.push(' ');
                    self.flow(3);
                    self.line_end();
                }
                7 if self.choices.one_in(3) => self.block_text(indent),
                7 => self.line_end(),
                which if depth > 0 => {
                    self.line_end();
                    let deeper = [2, 2, 4, 1, 3][self.choices.below(5)];
                    if which == 8 {
                        self.map(indent + deeper, true, depth - 1);
                    } else {
                        let deeper = if self.choices.one_in(3) { 0 } else { deeper };
                        self.list(indent + deeper, depth - 1);
                    }
                }
                _ => self.out.push_str(" x\n"),
            }
        }
    }

    fn list(&mut self, indent: usize, depth: usize) {
        for _ in 0..=self.choices.below(4) {
            self.blanks(indent);
            self.item(indent, depth);
        }
    }

    fn item(&mut self, indent: usize, depth: usize) {
        self.out.push('-');
        let blanks = if self.choices.one_in(8) { 3 } else { 1 };
        match self.choices.below(10) {
            0..=3 => {
                self.blanks(blanks);
                self.text();
                self.line_end();
            }
            4 | 5 => {
                self.blanks(blanks);
                self.flow(3);
                self.line_end();
            }
            6 if self.choices.one_in(3) => self.block_text(indent),
            6 => self.line_end(),
            which if depth > 0 => match which {
                7 => {
                    self.line_end();
                    self.map(indent + 1 + blanks, true, depth - 1);
                }
                8 => {
                    self.blanks(blanks);
                    self.item(indent + 1 + blanks, depth - 1);
                }
                _ => {
                    self.blanks(blanks);
                    self.map(indent + 1 + blanks, false, depth - 1);
                }
            },
            _ => self.out.push_str(" x\n"),
        }
    }

    fn flow(&mut self, depth: usize) {
        let (open, close) = if self.choices.one_in(2) {
            ("[", "]")
        } else {
            ("{", "}")
        };
        self.out.push_str(open);
        let blank = self.choices.of(&["", " "]);
        self.out.push_str(blank);
        for at in 0..self.choices.below(4) {
            if at > 0 {
                self.out
                    .push_str(self.choices.of(&[", ", ", ", ",", " , "]));
            }
            if open == "{" {
                self.key();
                self.out.push(' ');
            }
            if depth > 0 && self.choices.one_in(4) {
                self.flow(depth - 1);
            } else {
                self.text();
            }
        }
        self.out.push_str(blank);
        if self.choices.one_in(16) {
            self.out.push_str(", ");
        }
        self.out.push_str(close);
    }
}

/// Some lines of a chart.
fn excerpt(choices: &mut Choices<'_>) -> String {
    let whole = [super::super::CHART, super::super::proposals::PROPOSAL][choices.below(2)];
    let lines: Vec<&str> = whole.split_inclusive('\n').collect();
    let from = choices.below(lines.len());
    lines.iter().copied().skip(from).take(12).collect()
}

/// Puts something in, takes something out, moves a line: what happens to a text that is edited.
pub(super) fn edit(text: &mut String, choices: &mut Choices<'_>) {
    let place = |text: &str, choices: &mut Choices<'_>| {
        crate::decode::boundary(text, choices.below(text.len() + 1))
    };
    let at = place(text, choices);
    match choices.below(6) {
        0 | 1 => text.insert_str(at, choices.of(PIECES)),
        2 => {
            let end = crate::decode::boundary(text, at + 1 + choices.below(6)).max(at);
            text.replace_range(at..end, "");
        }
        3 => {
            // One blank more or less in front of a line.
            let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
            if choices.one_in(2) && text[start..].starts_with(' ') {
                text.remove(start);
            } else {
                text.insert(start, ' ');
            }
        }
        4 => {
            let end = text[at..].find('\n').map_or(text.len(), |end| at + end + 1);
            let other = place(text, choices).min(at);
            let start = text[..other].rfind('\n').map_or(0, |end| end + 1);
            let line: String = text.drain(start..end).collect();
            text.push_str(&line);
        }
        _ => {
            let next = text[at..].chars().next().map_or(0, char::len_utf8);
            text.replace_range(at..at + next, choices.of(PIECES));
        }
    }
}

/// A text of blocks and brackets, or some lines of a chart.
pub(super) fn made(choices: &mut Choices<'_>) -> String {
    if choices.one_in(6) {
        return excerpt(choices);
    }
    let mut writer = Writer {
        choices,
        out: String::new(),
    };
    writer.document();
    writer.out
}
