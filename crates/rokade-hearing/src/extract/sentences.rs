//! Where the sentences of a block begin and end, in Danish and English.
//!
//! A full stop ends a sentence unless it ends an abbreviation or a number that counts (`den 1.
//! marts`). What a sentence says is for other modules.

#![expect(
    clippy::string_slice,
    reason = "a sentence begins and ends where characters do: at a stop, behind its signs, or at the block's end"
)]

use std::ops::Range;

/// Abbreviations that are never the end: something always follows.
const GOES_ON: &[&str] = &[
    "adr", "afd", "afs", "ang", "bl", "bl.a", "ca", "cf", "d", "dir", "div", "dr", "dvs", "d.v.s",
    "e.g", "eks", "eksl", "ekskl", "evt", "f", "f.eks", "feks", "fhv", "fig", "fx", "gl", "gns",
    "hhv", "h.h.v", "hr", "i.e", "ifm", "ift", "ifbm", "incl", "inkl", "jf", "jfr", "jvf", "kap",
    "kl", "max", "maks", "mht", "mhp", "min", "mr", "mrs", "nr", "no", "pga", "p.g.a", "pkt", "pr",
    "s", "skt", "tlf", "vedr", "vs",
];

/// Abbreviations that a sentence may end with: they end it where the next word has a capital.
const MAY_END: &[&str] = &[
    "a.m", "mv", "m.v", "mm", "m.m", "m.fl", "mfl", "osv", "o.s.v", "etc", "o.l", "ol", "o.lign",
    "lign", "pt", "p.t", "mio", "mia", "tdr", "vha", "v.h.a", "p.m", "inc", "ltd", "kr", "stk",
];

/// The months, after which a number counts days.
pub(super) const MONTHS: &[&str] = &[
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
    "january",
    "february",
    "march",
    "may",
    "june",
    "july",
    "october",
    "jan",
    "feb",
    "aug",
    "sept",
    "okt",
];

/// The sentences of a block, as bytes of it, without the blanks between them.
pub(super) fn sentences(block: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(found) = block[at..].find(['.', '?', '!', '…']) {
        let stop = at + found;
        let after = end_of_stop(block, stop);
        at = after;
        if ends(block, start, stop, after) {
            push(&mut sentences, block, start..after);
            start = after;
        }
    }
    push(&mut sentences, block, start..block.len());
    sentences
}

fn push(sentences: &mut Vec<Range<usize>>, block: &str, at: Range<usize>) {
    let text = &block[at.clone()];
    let start = at.start + (text.len() - text.trim_start().len());
    let end = at.end - (text.len() - text.trim_end().len());
    if start < end {
        sentences.push(start..end);
    }
}

/// The end of a stop: of all its signs, and of what is closed by them.
fn end_of_stop(block: &str, stop: usize) -> usize {
    let rest = &block[stop..];
    let signs = rest.trim_start_matches(['.', '?', '!', '…']);
    let closed = signs.trim_start_matches(['"', '”', '“', '’', '\'', '»', ')', ']', '*', '_']);
    // A star or a quote may open what comes next, where a blank stands before it.
    block.len() - closed.len()
}

/// Whether a stop ends the sentence that began at a byte.
fn ends(block: &str, start: usize, stop: usize, after: usize) -> bool {
    let rest = &block[after..];
    if !rest.is_empty() && !rest.starts_with(char::is_whitespace) {
        // `www.rokade.dk`, `1.2`, `og/eller.`
        return false;
    }
    let signs = &block[stop..after];
    let is_question = signs.contains(['?', '!']);
    let next = rest
        .trim_start()
        .trim_start_matches(['"', '“', '”', '»', '(', '\'', '*', '_', '-', '–']);
    let small = next.starts_with(char::is_lowercase);
    if is_question {
        // `(hvem?) og hvornår` goes on.
        return !(small && signs.contains([')', ']', '"', '”', '»']));
    }
    if small || next.starts_with([',', ';', ':']) {
        return false;
    }
    let before = &block[start..stop];
    let word = before.rsplit(char::is_whitespace).next().unwrap_or(before);
    let word = word.trim_start_matches(['(', '"', '“', '”', '»', '[', '\'', '*', '_']);
    if !word.is_empty() && word.len() == before.trim().len() && is_number(word) {
        // A number that only counts: `1. Hvem …`.
        return false;
    }
    let lower = word.to_lowercase();
    let next_word: String = next.chars().take_while(|c| c.is_alphanumeric()).collect();
    if is_number(word) && word.len() <= 2 && MONTHS.contains(&&*next_word.to_lowercase()) {
        return false;
    }
    if MAY_END.contains(&&*lower) {
        return true;
    }
    let is_initial = word.chars().count() == 1 && word.starts_with(char::is_uppercase);
    !(GOES_ON.contains(&&*lower) || is_initial)
}

fn is_number(word: &str) -> bool {
    !word.is_empty()
        && word
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_split(text: &str, expected: &[&str]) {
        let found: Vec<&str> = sentences(text).into_iter().map(|at| &text[at]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_stop_ends_a_sentence() {
        assert_split(
            "Det går. Gør det? Ja! Nå",
            &["Det går.", "Gør det?", "Ja!", "Nå"],
        );
        assert_split(
            "\"Hvem?\" Det vides ikke.",
            &["\"Hvem?\"", "Det vides ikke."],
        );
        assert_split(
            "Vi spørger: Hvem?? (Se bilag.) Slut",
            &["Vi spørger: Hvem??", "(Se bilag.)", "Slut"],
        );
        assert_split("", &[]);
        assert_split(" . ", &["."]);
    }

    #[test]
    fn abbreviations_do_not() {
        for text in [
            "Det gælder f.eks. Kastetvej og bl.a. Jobhuset, jf. Bilag 2, pkt. 4.",
            "Ca. 30 m.fl. medarbejdere, dvs. alle, evt. flere pr. Enhed mv. og andre.",
            "Jf. nr. 3 flytter A. B. Hansen.",
            "Det er pt. ikke afklaret.",
            "Den 1. marts 2009 og d. 2. Maj, kl. 10.30 (inkl. Frokost).",
            "Udgiften er 1.200.000 kr. og stiger.",
            "Se www.fjordby.dk/svar.pdf for mere",
        ] {
            assert_split(text, &[text]);
        }
        assert_split(
            "Det gælder tolke mv. Derfor spørger vi. Sådan er det pt. Vi venter.",
            &[
                "Det gælder tolke mv.",
                "Derfor spørger vi.",
                "Sådan er det pt.",
                "Vi venter.",
            ],
        );
        assert_split(
            "Det var i 2016. Vi spørger.",
            &["Det var i 2016.", "Vi spørger."],
        );
        assert_split("1. Hvem gør det?", &["1. Hvem gør det?"]);
    }

    #[test]
    fn a_question_within_brackets_goes_on() {
        let text = "Flytter de (hvornår?) til et andet hus?";
        assert_split(text, &[text]);
    }
}
