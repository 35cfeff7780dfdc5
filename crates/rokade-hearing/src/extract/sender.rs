//! Who answers, and when: from the lines at the head and the foot of a response.
//!
//! Nobody is guessed: a sender is a body of the chart that is named there by its name, and a date
//! stands on a line of its own or on one that says little else.

use jiff::civil::Date;
use rokade_core::date::{DateSpan, parse_day};
use rokade_core::ids::{BodyId, Id as _, Kind};

use super::naming::Naming;
use super::pattern::any;
use super::tidy::Tidied;
use super::words::tokens;

/// How many blocks at the head and the foot may tell the sender.
const HEAD: usize = 4;
const FOOT: usize = 5;

/// The most characters of a line that dates a response.
const DATE_LINE: usize = 60;

/// What a line says before the sender.
const FROM: &[&str] = &[
    "høringssvar fra",
    "høringsvar fra",
    "høringsudtalelse fra",
    "bemærkninger fra",
    "svar fra",
    "udtalelse fra",
    "på vegne af",
    "afsender",
    "fra",
    "response from",
    "on behalf of",
    "from",
];

/// The months, in Danish and English, by their first letters.
const MONTHS: [&[&str]; 12] = [
    &["januar", "january", "jan"],
    &["februar", "february", "feb"],
    &["marts", "march", "mar"],
    &["april", "apr"],
    &["maj", "may"],
    &["juni", "june", "jun"],
    &["juli", "july", "jul"],
    &["august", "aug"],
    &["september", "sept", "sep"],
    &["oktober", "october", "okt", "oct"],
    &["november", "nov"],
    &["december", "dec"],
];

/// The body that answers.
pub(super) fn sender(tidied: &Tidied, naming: &Naming<'_>) -> Option<BodyId> {
    let blocks: Vec<&str> = tidied
        .blocks
        .iter()
        .map(|block| tidied.said(&block.at))
        .collect();
    let head = blocks.iter().take(HEAD);
    let foot = blocks.iter().skip(
        blocks
            .len()
            .saturating_sub(FOOT)
            .max(HEAD.min(blocks.len())),
    );
    let near: Vec<&str> = head
        .chain(foot.rev())
        .copied()
        .filter(|block| block.chars().count() <= 200)
        .collect();
    let says_from = |block: &&&str| any(FROM, &tokens(block));
    let told = near.iter().filter(says_from);
    let others = near.iter().filter(|block| !says_from(block));
    told.chain(others).find_map(|block| {
        let bodies = naming
            .named(block)
            .into_iter()
            .filter(|named| named.subject.kind == Kind::Body);
        let bodies: Vec<_> = bodies.collect();
        match &bodies[..] {
            [one] => Some(BodyId::from_checked(one.subject.id.clone())),
            _ => None,
        }
    })
}

/// The day that a response is dated.
pub(super) fn dated(tidied: &Tidied) -> Option<DateSpan> {
    let blocks: Vec<&str> = tidied
        .blocks
        .iter()
        .map(|block| tidied.said(&block.at))
        .collect();
    let foot = blocks.len().saturating_sub(FOOT);
    let near = blocks
        .iter()
        .take(2 * HEAD)
        .chain(blocks.iter().skip(foot.max(2 * HEAD)));
    let mut short = near.filter(|block| block.chars().count() <= DATE_LINE);
    short.find_map(|block| date_in(block)).map(DateSpan::from)
}

/// The first day in a line: `3. maj 2021`, `03.05.2021`, `3/5-2021`, `2021-05-03`.
fn date_in(line: &str) -> Option<Date> {
    let words = tokens(line);
    let (words, after) = (words.iter(), words.iter().skip(1).zip(words.iter().skip(2)));
    words.zip(after).find_map(|(first, (second, third))| {
        let between = line.get(first.at.end..third.at.start)?;
        let [first, second, third] = [first, second, third].map(|word| word.lower.as_str());
        if between.chars().count() > 16 {
            return None;
        }
        let number = |text: &str| text.parse::<i16>().ok().filter(|_| text.len() <= 4);
        let (year, month, day) = if first.len() == 4 {
            (number(first)?, number(second)?, number(third)?)
        } else {
            let named = MONTHS.iter().position(|names| names.contains(&second));
            let month = named
                .and_then(|month| i16::try_from(month + 1).ok())
                .or_else(|| number(second))?;
            if third.len() != 4 {
                return None;
            }
            (number(third)?, month, number(first)?)
        };
        // A day that a hearing can hold, as it is read there: no year before 1000.
        parse_day(&format!("{year:04}-{month:02}-{day:02}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_in_the_usual_forms() {
        let day = Some(jiff::civil::date(2021, 5, 3));
        for line in [
            "Fjordby, den 3. maj 2021",
            "03.05.2021",
            "03-05-2021",
            "Dato: 3/5-2021",
            "2021-05-03",
            "3 May 2021",
            "Fjordby d. 3. maj 2021, sagsnr. 12",
        ] {
            assert_eq!(date_in(line), day, "{line}");
        }
        for line in [
            "maj 2021",
            "31.02.2021",
            "sagsnr. 2015-031143",
            "den 3. maj",
            "12 34 5678",
            "17. april 0024",
            "",
        ] {
            assert_eq!(date_in(line), None, "{line}");
        }
    }
}
