//! How wide a text is, and where its lines break, so that it fits in a box before anybody draws it.
//!
//! Nothing is ever cut: a line breaks at blanks and hyphens, and a word longer than a line breaks
//! within, with a hyphen. Text comes out with what is hidden made visible, as it is measured.

use crate::escape;

/// A size and weight of type, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Font {
    pub(super) size: u32,
    pub(super) is_bold: bool,
    /// From one baseline to the next.
    pub(super) leading: i32,
}

impl Font {
    pub(super) const fn regular(size: u32, leading: i32) -> Font {
        Font {
            size,
            is_bold: false,
            leading,
        }
    }

    pub(super) const fn bold(size: u32, leading: i32) -> Font {
        Font {
            size,
            is_bold: true,
            leading,
        }
    }
}

/// What a browser's own hand of the type may be wider than the tables, in percent.
const SAFETY: u64 = 4;

/// How wide a text is drawn, in CSS pixels, rounded up.
pub(super) fn width(text: &str, font: Font) -> i32 {
    to_pixels(text.chars().map(|c| advance(c, font)).sum())
}

/// Thousandths of a pixel, as [`advance`] counts them, with room to spare.
fn to_pixels(thousandths: u64) -> i32 {
    let pixels = (thousandths * (100 + SAFETY)).div_ceil(100_000);
    i32::try_from(pixels).unwrap_or(i32::MAX)
}

/// The lines of a text in a room so many pixels wide.
pub(super) fn wrap(text: &str, font: Font, room: i32) -> Vec<String> {
    wrap_after(text, font, room, 0)
}

/// The lines of a text, where so much of the first line is taken. The first is empty where nothing
/// of the text goes on it.
pub(super) fn wrap_after(text: &str, font: Font, room: i32, taken: i32) -> Vec<String> {
    let text = escape::terminal(text, true);
    let in_thousandths = |pixels: i32| u64::try_from(pixels.max(0)).unwrap_or(0) * 1000;
    // What fits once the safety is taken off, as thousandths of a pixel.
    let room = in_thousandths(room) * 100 / (100 + SAFETY);
    let blank = advance(' ', font);
    let mut lines = vec![String::new()];
    let mut used = in_thousandths(taken) * 100 / (100 + SAFETY);
    // The first line is no line of its own where something stands on it already.
    let mut is_empty = used == 0;
    for (piece, has_blank) in pieces(&text) {
        let wide: u64 = piece.chars().map(|c| advance(c, font)).sum();
        let before = if has_blank && !is_empty { blank } else { 0 };
        if used + before + wide <= room {
            let line = last(&mut lines);
            if before > 0 && !line.is_empty() {
                line.push(' ');
            }
            line.push_str(piece);
            used += before + wide;
        } else if wide <= room {
            if !is_empty {
                lines.push(String::new());
            }
            last(&mut lines).push_str(piece);
            used = wide;
        } else {
            if !is_empty {
                lines.push(String::new());
            }
            let parts = broken(piece, font, room);
            used = 0;
            for (at, part) in parts.into_iter().enumerate() {
                if at > 0 {
                    lines.push(String::new());
                }
                used = part.chars().map(|c| advance(c, font)).sum();
                *last(&mut lines) = part;
            }
        }
        is_empty = false;
    }
    lines
}

/// Whether a text has a word that does not fit in so many pixels as it is.
pub(super) fn breaks_a_word(text: &str, font: Font, room: i32) -> bool {
    let text = escape::terminal(text, true);
    pieces(&text).any(|(piece, _)| width(piece, font) > room)
}

#[expect(clippy::expect_used, reason = "there is always a line")]
fn last(lines: &mut [String]) -> &mut String {
    lines.last_mut().expect("there is always a line")
}

/// The words of a text. A number stands with the word that says how exact it is.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let end_of = |text: &str| text.find(char::is_whitespace).unwrap_or(text.len());
    let mut rest = text.trim_start();
    std::iter::from_fn(move || {
        let mut end = end_of(rest);
        if end == 0 {
            return None;
        }
        let (word, next) = rest.split_at(end);
        let next = next.trim_start();
        if matches!(word, "ca." | "under") && next.starts_with(|c: char| c.is_ascii_digit()) {
            end = rest.len() - next.len() + end_of(next);
        }
        let (word, next) = rest.split_at(end);
        rest = next.trim_start();
        Some(word)
    })
}

/// What must stay on a line together, and whether a blank stands before it.
fn pieces(text: &str) -> impl Iterator<Item = (&str, bool)> {
    words(text).flat_map(|word| {
        let mut rest = word;
        let mut is_first = true;
        std::iter::from_fn(move || {
            if rest.is_empty() {
                return None;
            }
            // After a hyphen, a dash or a slash that more of the word follows, but not within a
            // range of numbers.
            let mut before = ' ';
            let mut end = rest.len();
            let mut letters = rest.char_indices().peekable();
            while let Some((at, c)) = letters.next() {
                let goes_on = letters.peek().map(|&(_, next)| next);
                let is_number =
                    before.is_ascii_digit() && goes_on.is_some_and(|c| c.is_ascii_digit());
                if at > 0 && matches!(c, '-' | '–' | '/') && goes_on.is_some() && !is_number {
                    end = at + c.len_utf8();
                    break;
                }
                before = c;
            }
            let piece;
            (piece, rest) = rest.split_at(end);
            Some((piece, std::mem::take(&mut is_first)))
        })
    })
}

/// The parts of a word too long for a line, each with a hyphen but the last, and where a hyphen
/// would say something else (not between two letters) without.
#[expect(
    clippy::indexing_slicing,
    reason = "every number is that of a letter, or of one before it"
)]
fn broken(word: &str, font: Font, room: u64) -> Vec<String> {
    let hyphen = advance('-', font);
    let letters: Vec<char> = word.chars().collect();
    let mut parts = Vec::new();
    let mut from = 0;
    while from < letters.len() {
        let mut used = 0;
        let mut to = from;
        while to < letters.len() {
            let wide = advance(letters[to], font);
            let is_last = to + 1 == letters.len();
            if used + wide + if is_last { 0 } else { hyphen } > room && to > from {
                break;
            }
            used += wide;
            to += 1;
        }
        if to < letters.len() {
            to = better(&letters, from, to);
            // A mark that is written over a letter stays with it.
            while to > from + 1 && is_joined(letters[to]) {
                to -= 1;
            }
        }
        let mut part: String = letters[from..to].iter().collect();
        let divides =
            to < letters.len() && letters[to - 1].is_alphabetic() && letters[to].is_alphabetic();
        if divides {
            part.push('-');
        }
        parts.push(part);
        from = to;
    }
    parts
}

fn is_joined(c: char) -> bool {
    textwrap::core::display_width(c.encode_utf8(&mut [0; 4])) == 0
}

/// Where a word that fits up to `to` is better divided: where two words seem to be joined
/// (`arbejds-marked`), or else at a syllable.
#[expect(
    clippy::indexing_slicing,
    reason = "from the second letter to three before the last"
)]
fn better(letters: &[char], from: usize, to: usize) -> usize {
    const VOWELS: &str = "aeiouyæøåAEIOUYÆØÅ";
    let is_vowel = |c: char| VOWELS.contains(c);
    let is_consonant = |c: char| c.is_alphabetic() && !is_vowel(c);
    let room = to - from;
    let candidates = || (from + 3.max(room / 2)..=to).rev();
    let has_tail = |at: usize| letters.len() - at >= 3;
    let joint = candidates().find(|&at| {
        has_tail(at)
            && letters[at - 1] == 's'
            && is_consonant(letters[at])
            // Few words begin with these after an s that joins, and many have them within.
            && !matches!(letters[at], 'k' | 'p' | 't' | 's' | 'c')
    });
    let syllable = || {
        candidates().find(|&at| {
            has_tail(at)
                && is_consonant(letters[at])
                && letters.get(at + 1).copied().is_some_and(is_vowel)
        })
    };
    joint.or_else(syllable).unwrap_or(to)
}

/// How far a character moves what comes after it, in thousandths of a pixel.
#[expect(
    clippy::indexing_slicing,
    reason = "each table has the characters of its range"
)]
fn advance(c: char, font: Font) -> u64 {
    let (ascii, latin) = if font.is_bold {
        (&BOLD, &BOLD_LATIN)
    } else {
        (&REGULAR, &REGULAR_LATIN)
    };
    let of_em = match c {
        ' '..='~' => ascii[c as usize - 0x20],
        '\u{a0}'..='\u{ff}' => latin[c as usize - 0xa0],
        '–' | '€' => 556,
        '‘' | '’' => 278,
        '“' | '”' | '„' => 500,
        // Other scripts come from other hands of type: the widest letters that are to be expected.
        _ => match textwrap::core::display_width(c.encode_utf8(&mut [0; 4])) {
            0 => 0,
            1 => 1100,
            _ => 1400,
        },
    };
    u64::from(of_em) * u64::from(font.size)
}

/// From the blank to the tilde, in thousandths of the size: as wide in Arial, Helvetica and
/// Liberation Sans.
#[rustfmt::skip]
const REGULAR: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/// From the blank that does not break to ÿ.
#[rustfmt::skip]
const REGULAR_LATIN: [u16; 96] = [
    278, 333, 556, 556, 556, 556, 260, 556, 333, 737, 370, 556, 584, 333, 737, 552, 400, 549, 333,
    333, 333, 576, 537, 278, 333, 333, 365, 556, 834, 834, 834, 611, 667, 667, 667, 667, 667, 667,
    1000, 722, 667, 667, 667, 667, 278, 278, 278, 278, 722, 722, 778, 778, 778, 778, 778, 584, 778,
    722, 722, 722, 722, 667, 667, 611, 556, 556, 556, 556, 556, 556, 889, 500, 556, 556, 556, 556,
    278, 278, 278, 278, 556, 556, 556, 556, 556, 556, 556, 549, 611, 556, 556, 556, 556, 500, 556,
    500,
];

#[rustfmt::skip]
const BOLD: [u16; 95] = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667,
    611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556,
    278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
];

#[rustfmt::skip]
const BOLD_LATIN: [u16; 96] = [
    278, 333, 556, 556, 556, 556, 280, 556, 333, 737, 370, 556, 584, 333, 737, 552, 400, 549, 333,
    333, 333, 576, 556, 278, 333, 333, 365, 556, 834, 834, 834, 611, 722, 722, 722, 722, 722, 722,
    1000, 722, 667, 667, 667, 667, 278, 278, 278, 278, 722, 722, 778, 778, 778, 778, 778, 584, 778,
    722, 722, 722, 722, 667, 667, 611, 556, 556, 556, 556, 556, 556, 889, 556, 556, 556, 556, 556,
    278, 278, 278, 278, 611, 611, 611, 611, 611, 611, 611, 549, 611, 611, 611, 611, 611, 556, 611,
    556,
];

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NAME: Font = Font::bold(14, 18);
    const LINE: Font = Font::regular(12, 16);

    #[test]
    fn a_text_is_as_wide_as_its_letters() {
        // 722 + 556 + 611 thousandths of 14 px, and 4 % of safety.
        assert_eq!(width("Aen", NAME), 28);
        assert_eq!(width("", NAME), 0);
        // In regular type it is narrower.
        assert!(width("Jobcenter", LINE) < width("Jobcenter", Font::bold(12, 16)));
    }

    #[test]
    fn lines_break_at_blanks_and_hyphens() {
        assert_eq!(wrap("Job og Ydelse", NAME, 200), ["Job og Ydelse"]);
        assert_eq!(
            wrap("Familie- og Beskæftigelsesforvaltningen", NAME, 240),
            ["Familie- og", "Beskæftigelsesforvaltningen"]
        );
        assert_eq!(
            wrap("Jobcenter-integration", NAME, 110),
            ["Jobcenter-", "integration"]
        );
        assert_eq!(
            wrap("Huset ca. 55–58 stillinger", LINE, 65),
            ["Huset", "ca. 55–58", "stillinger"]
        );
    }

    #[test]
    fn a_long_word_is_divided_where_words_are_joined() {
        assert_eq!(
            wrap("Arbejdsmarkedsforvaltningen", NAME, 150),
            ["Arbejdsmarkeds-", "forvaltningen"]
        );
        // What is no word is divided without a hyphen.
        let number = "1234567890".repeat(3);
        let lines = wrap(&number, NAME, 100);
        assert!(lines.len() > 1 && lines.concat() == number, "{lines:?}");
    }

    #[test]
    fn a_line_that_is_begun_is_filled_first() {
        assert_eq!(
            wrap_after("til Job og Ydelse", LINE, 120, 60),
            ["til Job og", "Ydelse"]
        );
        assert_eq!(
            wrap_after("Beskæftigelse", LINE, 120, 60),
            ["", "Beskæftigelse"]
        );
    }

    #[test]
    fn what_is_hidden_is_measured_as_it_is_seen() {
        let lines = wrap("a\u{202e}b", LINE, 200);
        assert_eq!(lines, [r"a\u{202e}b"]);
    }

    proptest! {
        #[test]
        fn nothing_is_cut_and_all_fits(text in "[a-zæøåA-Z0-9 /–-]{0,80}", room in 40..300_i32) {
            let lines = wrap(&text, NAME, room);
            for line in &lines {
                prop_assert!(width(line, NAME) <= room + 1, "{line}");
            }
            let kept = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            prop_assert_eq!(kept(&lines.concat()), kept(&text));
        }

        #[test]
        fn any_text_is_wrapped(text in any::<String>(), room in -5..60_i32) {
            let lines = wrap(&text, NAME, room);
            prop_assert!(!lines.is_empty());
        }
    }
}
