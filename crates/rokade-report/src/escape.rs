//! Text that a chart contributed, made safe for where it is printed: one function a sink.
//!
//! A chart may come from anybody. What moves the cursor, turns the writing direction or shows as
//! nothing is printed as something to be seen, so that what a person reads is what is there.

use std::borrow::Cow;
use std::fmt::Write as _;

use rokade_core::personal::mask;

/// A text as one line of a terminal: control, bidirectional and invisible characters are made
/// visible (`␛`, `\u{202e}`; without `unicode` always the latter), a tab is a blank. What looks
/// like personal data is masked. Every other sink but JSON stands on this one.
pub fn terminal(text: &str, unicode: bool) -> Cow<'_, str> {
    match mask(text) {
        Cow::Borrowed(text) => visible(text, unicode),
        Cow::Owned(masked) => Cow::Owned(visible(&masked, unicode).into_owned()),
    }
}

/// A text of which nothing is masked, where what is to be hidden was hidden before.
pub(crate) fn visible(text: &str, unicode: bool) -> Cow<'_, str> {
    if first_hidden(text).is_none() {
        return Cow::Borrowed(text);
    }
    let mut seen = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '\t' => seen.push(' '),
            // U+2400 onwards are the pictures of the controls.
            '\0'..='\x1f' if unicode => seen.extend(char::from_u32(0x2400 + u32::from(c))),
            '\x7f' if unicode => seen.push('␡'),
            _ if is_hidden(c) => {
                // A `String` takes all that is written to it.
                let _ = write!(seen, "{}", c.escape_unicode());
            }
            _ => seen.push(c),
        }
    }
    Cow::Owned(seen)
}

/// A text as one line of a page: what is hidden is made visible, and nothing of it is markup, in
/// an element as in an attribute.
pub(crate) fn html(text: &str) -> String {
    let text = terminal(text, true);
    let mut safe = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            _ => safe.push(c),
        }
    }
    safe
}

/// A text as one line of Markdown, also in a cell of a table: what is hidden is made visible, and
/// nothing of it is markup, a link or an address that a reader makes one.
pub(crate) fn markdown(text: &str) -> String {
    let text = terminal(text.trim(), true);
    let mut safe = String::with_capacity(text.len() + 16);
    let mut rest = text.as_ref();
    // What would begin a list, a quotation or a heading at the start of a line.
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (number, after) = rest.split_at(digits);
    if digits > 0 && after.starts_with(['.', ')']) {
        safe.push_str(number);
        safe.push('\\');
        rest = after;
    } else if rest.starts_with(['-', '+', '=']) {
        safe.push('\\');
    }
    for (at, c) in rest.char_indices() {
        let is_address = match c {
            ':' => rest.get(at..).is_some_and(|rest| rest.starts_with("://")),
            '.' => {
                let before = at.checked_sub(3).and_then(|from| rest.get(from..at));
                before.is_some_and(|before| before.eq_ignore_ascii_case("www"))
            }
            _ => false,
        };
        let is_markup = c.is_ascii_punctuation() && "\\`*_{}[]<>#|~&$@^".contains(c);
        if is_address || is_markup {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe
}

/// A text as a string of a style sheet, between quotation marks: what is hidden is made visible,
/// and nothing of it ends the string, the sheet or the element that it stands in.
pub(crate) fn css(text: &str) -> String {
    let text = terminal(text, true);
    let mut safe = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if c.is_alphanumeric() || c == ' ' {
            safe.push(c);
        } else {
            // The blank ends the number.
            let _ = write!(safe, "\\{:x} ", u32::from(c));
        }
    }
    safe
}

/// A text within the quotes of a label for Graphviz: what is hidden is made visible, and nothing of
/// it is an escape, an entity or the end of the quotes. Graphviz writes it into XML, which cannot
/// hold all of Unicode.
pub(crate) fn dot(text: &str) -> String {
    let text = terminal(text, true);
    let mut safe = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '"' | '\\' => safe.extend(['\\', c]),
            '&' => safe.push_str("&amp;"),
            '\u{fffe}' | '\u{ffff}' => safe.push('\u{fffd}'),
            _ => safe.push(c),
        }
    }
    safe
}

/// A text within the quotes of a label for Mermaid: what is hidden is made visible, and every sign
/// that could be markup, a directive or the end of the quotes is an entity of Mermaid's.
pub(crate) fn mermaid(text: &str) -> String {
    let text = terminal(text, true);
    let mut safe = String::with_capacity(text.len() + 16);
    let mut before = ' ';
    for c in text.chars() {
        // What begins a list at the start of a line is harmless within a word.
        let is_harmless = match c {
            ',' | '(' | ')' => true,
            '.' | '-' => before.is_alphabetic(),
            _ => !c.is_ascii_punctuation(),
        };
        if c == '$' && before == '$' {
            // Two of them would begin a formula, as what they are or as entities.
            safe.push(' ');
        }
        before = c;
        if is_harmless {
            safe.push(c);
        } else {
            // A `String` takes all that is written to it.
            let _ = write!(safe, "#{};", u32::from(c));
        }
    }
    safe
}

/// A text as a value of the lines before a Mermaid diagram, with its quotes: they are YAML, which
/// reads JSON, and Mermaid looks for tags in them before.
pub(crate) fn mermaid_title(text: &str) -> String {
    let text = terminal(text, true);
    let quoted = serde_json::Value::from(text).to_string();
    quoted.replace('<', "\\u003c").replace('>', "\\u003e")
}

/// A text as one line of XML: what is hidden is made visible, and with it all that XML cannot
/// hold. What is markup to XML is the writer's to escape.
pub(crate) fn xml(text: &str) -> String {
    terminal(text, true).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}

/// A text as a cell of a spreadsheet, which holds only so much, and whether it was cut: what is
/// hidden is made visible. That it is no formula is for the cell to say.
pub(crate) fn spreadsheet(text: &str) -> (String, bool) {
    // A cell takes 32,767, counted in UTF-16.
    const MOST: usize = 32_000;
    let text = terminal(text, true);
    let mut units = 0;
    for (at, c) in text.char_indices() {
        units += c.len_utf16();
        if units > MOST {
            let (told, _) = text.split_at(at);
            return (format!("{told}…"), true);
        }
    }
    (text.into_owned(), false)
}

/// The first hidden character of a text, and the byte it begins at.
pub(crate) fn first_hidden(text: &str) -> Option<(usize, char)> {
    // Of what is printed nearly all is ASCII, of which a byte tells.
    let is_plain = |byte: u8| matches!(byte, b' '..=b'~');
    let from = text.bytes().position(|byte| !is_plain(byte))?;
    let (_, rest) = text.split_at(from);
    let mut rest = rest.char_indices().map(|(at, c)| (from + at, c));
    rest.find(|&(_, c)| is_hidden(c))
}

/// Whether a character acts on the terminal or the text around it, or shows as nothing: the
/// controls (C0 and C1), the separators of lines, and Unicode's `Default_Ignorable_Code_Point`,
/// which has every bidirectional control but none that a language needs to be read at all.
pub(crate) fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}'
                | '\u{34f}'
                | '\u{61c}'
                | '\u{115f}'
                | '\u{1160}'
                | '\u{17b4}'
                | '\u{17b5}'
                | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{3164}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fff0}'..='\u{fffb}'
                | '\u{1bca0}'..='\u{1bca3}'
                | '\u{1d173}'..='\u{1d17a}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ordinary_text_is_left_alone() {
        for text in [
            "",
            "Grønlænderenheden",
            "ca. 30–35 · “æ”",
            "日本語",
            "a\u{30a}",
            "🧑",
        ] {
            assert!(matches!(terminal(text, true), Cow::Borrowed(same) if same == text));
        }
    }

    #[test]
    fn what_acts_on_a_terminal_is_seen() {
        for (hostile, unicode, ascii) in [
            // Colours, clears the screen, sets the title, rings.
            ("\x1b[31mred", "␛[31mred", r"\u{1b}[31mred"),
            (
                "a\x1b]0;title\x07b",
                "a␛]0;title␇b",
                r"a\u{1b}]0;title\u{7}b",
            ),
            // The same by one character of C1.
            ("\u{9b}2J", r"\u{9b}2J", r"\u{9b}2J"),
            ("\u{85}", r"\u{85}", r"\u{85}"),
            // Forges a line, or writes over one.
            ("ok\nfejl: x", "ok␊fejl: x", r"ok\u{a}fejl: x"),
            ("fejl\rok", "fejl␍ok", r"fejl\u{d}ok"),
            ("fejl\x08\x08", "fejl␈␈", r"fejl\u{8}\u{8}"),
            ("\0\x7f", "␀␡", r"\u{0}\u{7f}"),
            ("\u{2028}\u{2029}", r"\u{2028}\u{2029}", r"\u{2028}\u{2029}"),
            // Turns the direction, or shows as nothing.
            (
                "a\u{202e}b\u{2066}",
                r"a\u{202e}b\u{2066}",
                r"a\u{202e}b\u{2066}",
            ),
            ("kan\u{200b}tine", r"kan\u{200b}tine", r"kan\u{200b}tine"),
            (
                "kan\u{ad}tine\u{feff}",
                r"kan\u{ad}tine\u{feff}",
                r"kan\u{ad}tine\u{feff}",
            ),
            (
                "\u{e0041}\u{3164}",
                r"\u{e0041}\u{3164}",
                r"\u{e0041}\u{3164}",
            ),
            ("a\tb", "a b", "a b"),
        ] {
            assert_eq!(terminal(hostile, true), unicode);
            assert_eq!(terminal(hostile, false), ascii);
        }
    }

    #[test]
    fn what_looks_like_personal_data_is_masked_in_every_sink() {
        for text in ["Leder 150690-1234", "Leder, a@b.dk"] {
            for safe in [
                terminal(text, true).into_owned(),
                html(text),
                markdown(text),
                css(text),
                dot(text),
                mermaid(text),
                mermaid_title(text),
                xml(text),
                spreadsheet(text).0,
            ] {
                assert!(safe.contains("Leder"), "{safe}");
                assert!(!safe.contains("1234") && !safe.contains("a@"), "{safe}");
            }
        }
    }

    #[test]
    fn a_string_of_a_style_sheet_stays_one() {
        for (text, safe) in [
            ("Aalborg Kommune", "Aalborg Kommune"),
            ("Ældre 2", "Ældre 2"),
            (
                "\" } * { color: red",
                "\\22  \\7d  \\2a  \\7b  color\\3a  red",
            ),
            ("</style>", "\\3c \\2f style\\3e "),
            ("\\", "\\5c "),
            ("a\nb", "a\\240a b"),
        ] {
            assert_eq!(css(text), safe);
        }
    }

    #[test]
    fn a_cell_holds_what_it_can() {
        let full = "x".repeat(32_000);
        assert_eq!(spreadsheet(&full), (full.clone(), false));
        assert_eq!(spreadsheet(&format!("{full}x")), (format!("{full}…"), true));
        // Each of these counts twice.
        let (cut, is_cut) = spreadsheet(&"🧑".repeat(20_000));
        assert!(is_cut && cut.encode_utf16().count() <= 32_767);
    }

    #[test]
    fn a_label_for_graphviz_is_text() {
        for (text, safe) in [
            ("Job og Ydelse", "Job og Ydelse"),
            (r#""]; n [label="x"#, r#"\"]; n [label=\"x"#),
            (r"\N \l", r"\\N \\l"),
            ("&eacute; & <b>", "&amp;eacute; &amp; <b>"),
            ("a\nb\u{ffff}", "a␊b\u{fffd}"),
        ] {
            assert_eq!(dot(text), safe);
        }
    }

    #[test]
    fn a_label_for_mermaid_is_text() {
        for (text, safe) in [
            ("Team 2.1, ca. 5-6 (job)", "Team 2#46;1, ca. 5#45;6 (job)"),
            ("Job-center", "Job-center"),
            (r#""]:::x"#, "#34;#93;#58;#58;#58;x"),
            ("1. punkt", "1#46; punkt"),
            ("- punkt", "#45; punkt"),
            ("#quot;", "#35;quot#59;"),
            ("$$x$$", "#36; #36;x#36; #36;"),
        ] {
            assert_eq!(mermaid(text), safe);
        }
        assert_eq!(
            mermaid_title("a \"b\" <i x=\"y\">"),
            r#""a \"b\" \u003ci x=\"y\"\u003e""#
        );
    }

    proptest! {
        #[test]
        fn nothing_hidden_is_left(text in any::<String>(), unicode in any::<bool>()) {
            let seen = terminal(&text, unicode);
            prop_assert!(!seen.contains(is_hidden));
            // What is made safe once stays as it is.
            prop_assert_eq!(terminal(&seen, unicode), &*seen);
        }
    }
}
