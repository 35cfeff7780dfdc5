//! Personal data that a text can give away by its shape alone: CPR numbers and e-mail addresses.
//!
//! A chart tells of posts and needs neither. A shape is no proof: whether a number is somebody's,
//! the rule `personal-data` leaves to the reader. What is made for readers shows the shape and
//! not the signs ([`mask`]). A person's name has no shape, so nothing here can know one.

use std::borrow::Cow;
use std::ops::Range;

/// What a text looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PersonalData {
    /// A Danish civil registration number: `DDMMYY-XXXX`, or the ten digits alone.
    Cpr,
    /// An e-mail address.
    Email,
}

/// Everything in a text that looks like personal data, from its start.
pub fn find(text: &str) -> Vec<(Range<usize>, PersonalData)> {
    let mut found: Vec<(Range<usize>, PersonalData)> = Vec::new();
    let mut signs = memchr::memchr_iter(b'@', text.as_bytes()).peekable();
    for digits in long_numbers(text.as_bytes()) {
        while let Some(at) = signs.next_if(|at| *at < digits.start) {
            keep_address(text, at, &mut found);
        }
        let cpr = cpr(text, digits.start, digits.len());
        found.extend(cpr.map(|range| (range, PersonalData::Cpr)));
    }
    for at in signs {
        keep_address(text, at, &mut found);
    }
    found
}

/// The digits of a day, with which a CPR number begins.
const DAY: usize = 6;

/// The runs of at least [`DAY`] digits: each has one in every so many bytes, so most bytes are not
/// looked at.
fn long_numbers(bytes: &[u8]) -> impl Iterator<Item = Range<usize>> {
    let mut at = DAY - 1;
    std::iter::from_fn(move || {
        loop {
            if !bytes.get(at)?.is_ascii_digit() {
                at += DAY;
                continue;
            }
            let (before, from) = bytes.split_at(at);
            let is_digit = |byte: &&u8| byte.is_ascii_digit();
            let start = at - before.iter().rev().take_while(is_digit).count();
            let end = at + from.iter().take_while(is_digit).count();
            at = end + DAY;
            if end - start >= DAY {
                return Some(start..end);
            }
        }
    })
}

/// A text in which what looks like personal data is seen to be there and cannot be read:
/// `******-****`, `*****@*****.**`. As long as it was, so that what was laid out still fits.
#[expect(
    clippy::string_slice,
    reason = "what is found begins and ends where characters do, in order and apart"
)]
pub fn mask(text: &str) -> Cow<'_, str> {
    let found = find(text);
    if found.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut masked = String::with_capacity(text.len());
    let mut from = 0;
    for (range, _) in found {
        masked.push_str(&text[from..range.start]);
        for c in text[range.clone()].chars() {
            masked.push(if c.is_alphanumeric() { '*' } else { c });
        }
        from = range.end;
    }
    masked.push_str(&text[from..]);
    Cow::Owned(masked)
}

/// Whether a text is made as an id, a number, a date or a word of the format is: no capital
/// letters, and no blanks but in `ca. 6`. A person's name is not written so.
pub fn is_word(text: &str) -> bool {
    let text = text.strip_prefix("ca. ").unwrap_or(text);
    !text.contains(|c: char| c.is_uppercase() || c.is_whitespace())
}

/// Adds the address around an `@`, with what was found that goes over into it.
fn keep_address(text: &str, at: usize, found: &mut Vec<(Range<usize>, PersonalData)>) {
    let Some(mut address) = email(text, at) else {
        return;
    };
    while let Some((last, _)) = found.pop_if(|(last, _)| last.end > address.start) {
        address.start = address.start.min(last.start);
    }
    found.push((address, PersonalData::Email));
}

/// The CPR number that begins with a run of digits.
#[expect(
    clippy::string_slice,
    reason = "a run of digits begins and ends where characters do"
)]
fn cpr(text: &str, start: usize, digits: usize) -> Option<Range<usize>> {
    let end = start + digits;
    let (serial, is_joined) = match digits {
        10 => (start + 6, true),
        6 => (end + hyphen(&text[end..])?, false),
        _ => return None,
    };
    let end = serial + 4;
    let number = text.as_bytes().get(serial..end)?;
    let is_number = number.iter().all(u8::is_ascii_digit) && number != b"0000";
    if !is_number || !is_day(&text[start..start + 6]) {
        return None;
    }
    let stands_alone =
        !goes_on(text[..start].chars().rev(), is_joined) && !goes_on(text[end..].chars(), true);
    stands_alone.then_some(start..end)
}

/// How long the hyphen is that a text starts with, as keyboards and word processors write it.
fn hyphen(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    matches!(first, '-' | '\u{2010}'..='\u{2013}' | '\u{2212}').then(|| first.len_utf8())
}

/// Whether a number goes on with these characters: by a digit, by one behind a hyphen or a stop,
/// or, where letters count, by a letter.
fn goes_on(mut next: impl Iterator<Item = char>, letters: bool) -> bool {
    match next.next() {
        Some(c) if c.is_numeric() => true,
        Some(c) if c.is_alphabetic() => letters,
        Some('-' | '.' | '/') => next.next().is_some_and(|c| c.is_ascii_digit()),
        _ => false,
    }
}

/// Whether `DDMMYY` is a day. In a replacement number the day is raised by 60.
fn is_day(text: &str) -> bool {
    let number = |range: Range<usize>| {
        text.get(range)
            .and_then(|two| two.parse().ok())
            .unwrap_or(0)
    };
    let day = number(0..2);
    let day = if day > 60 { day - 60 } else { day };
    let days = match number(2..4) {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 29,
        _ => 0,
    };
    (1..=days).contains(&day)
}

/// The address around an `@`.
fn email(text: &str, at: usize) -> Option<Range<usize>> {
    let is_local = |c: char| c.is_alphanumeric() || "._%+-'".contains(c);
    let is_domain = |c: char| c.is_alphanumeric() || ".-".contains(c);
    let (before, after) = text.split_at(at);
    let (_, local) = before.split_at(before.trim_end_matches(is_local).len());
    let local = local.trim_start_matches(|c: char| !c.is_alphanumeric());
    let after = after.strip_prefix('@')?;
    let (domain, _) = after.split_at(after.find(|c| !is_domain(c)).unwrap_or(after.len()));
    // The last stop with letters behind it, of which a country has two.
    let stops = domain.rmatch_indices('.').map(|(stop, _)| stop + 1);
    let mut tops = stops.map(|top| {
        let (_, rest) = domain.split_at(top);
        let (letters, _) = rest.split_at(
            rest.find(|c: char| !c.is_alphabetic())
                .unwrap_or(rest.len()),
        );
        (letters, top + letters.len())
    });
    let (_, end) = tops.find(|(letters, _)| letters.chars().nth(1).is_some())?;
    let is_address = !local.is_empty() && domain.starts_with(char::is_alphanumeric);
    is_address.then(|| at - local.len()..at + 1 + end)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn seen(text: &str) -> Vec<&str> {
        let found = find(text).into_iter();
        found.map(|(range, _)| &text[range]).collect()
    }

    #[test]
    fn what_looks_like_a_cpr_number_is_found() {
        for (text, number) in [
            ("150690-1234", "150690-1234"),
            ("1506901234", "1506901234"),
            ("leder-150690-1234", "150690-1234"),
            ("150690-1234-leder", "150690-1234"),
            ("cpr150690-1234", "150690-1234"),
            ("“290200‑4321”", "290200‑4321"),
            ("(311299–9999).", "311299–9999"),
            // A replacement number: the day is raised by 60.
            ("750690-1234", "750690-1234"),
            ("æ 0101701234", "0101701234"),
        ] {
            assert_eq!(seen(text), [number], "{text}");
        }
        assert_eq!(seen("150690-1234, 160690-1234").len(), 2);
    }

    proptest! {
        /// Most bytes are not looked at; looked at one by one, they say the same.
        #[test]
        fn what_is_found_is_what_every_run_of_digits_shows(text in "([0-9]{1,11}|[-–. @a-cæ])*") {
            let mut one_by_one: Vec<Range<usize>> = Vec::new();
            for (start, _) in text.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
                if !text[..start].ends_with(|c: char| c.is_ascii_digit()) {
                    let digits = text[start..].bytes().take_while(u8::is_ascii_digit);
                    one_by_one.extend(cpr(&text, start, digits.count()));
                }
            }
            let found = find(&text).into_iter();
            let addresses: Vec<Range<usize>> = found.clone().filter(|(_, kind)| *kind == PersonalData::Email).map(|(at, _)| at).collect();
            let numbers = found.filter(|(_, kind)| *kind == PersonalData::Cpr).map(|(at, _)| at);
            one_by_one.retain(|number| !addresses.iter().any(|at| at.start < number.end && number.start < at.end));
            prop_assert_eq!(numbers.collect::<Vec<_>>(), one_by_one);
        }
    }

    #[test]
    fn other_numbers_are_left_alone() {
        for text in [
            "",
            "2017-06-20",
            "32.24.04",
            "+45 12345678",
            // No such day, or month; no such number.
            "320690-1234",
            "310490-1234",
            "300290-1234",
            "151390-1234",
            "990690-1234",
            "150690-0000",
            // Part of something longer.
            "1150690-1234",
            "150690-12345",
            "12-150690-1234",
            "150690-1234-5",
            "15.06.150690-1234",
            "11506901234",
            "a1506901234f",
            "x1506901234",
            "150690-123",
            "150690 1234",
        ] {
            assert_eq!(seen(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn what_looks_like_an_address_is_found() {
        for (text, address) in [
            ("kontakt@kommune.dk", "kontakt@kommune.dk"),
            ("<a.b-c+d@x.y-z.dk>,", "a.b-c+d@x.y-z.dk"),
            ("Skriv til søren@ærø.dk.", "søren@ærø.dk"),
            ("...a@b.dk...", "a@b.dk"),
            ("150690-1234@b.dk", "150690-1234@b.dk"),
            ("mailto:a@b.dk?x", "a@b.dk"),
        ] {
            assert_eq!(seen(text), [address], "{text}");
        }
        assert_eq!(seen("a@b.dk;c@d.dk"), ["a@b.dk", "c@d.dk"]);
        assert_eq!(seen("a@b.dk@c.dk"), ["a@b.dk@c.dk"]);
        assert_eq!(seen("a@b.dk-150690-1234"), ["a@b.dk", "150690-1234"]);
    }

    #[test]
    fn other_texts_are_left_alone() {
        for text in [
            "@", "a@", "@b.dk", "a@b", "a @ b.dk", "a@b.1", "a@.dk", "v@4.1",
        ] {
            assert_eq!(seen(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_word_is_no_name() {
        for word in [
            "leder-jci",
            "ca. 6-8",
            "50%",
            "2017-06-20",
            "2015-04",
            "ydelse",
        ] {
            assert!(is_word(word), "{word}");
        }
        for name in ["Åse", "åse holm", "Åse Holm"] {
            assert!(!is_word(name), "{name}");
        }
    }

    #[test]
    fn what_is_masked_keeps_its_shape() {
        for (text, masked) in [
            ("Leder", "Leder"),
            ("Leder 150690-1234, æ", "Leder ******-****, æ"),
            ("1506901234", "**********"),
            ("x søren@ærø.dk y", "x *****@***.** y"),
        ] {
            assert_eq!(mask(text), masked);
            assert_eq!(mask(masked), masked);
        }
    }
}
