//! A comparison of proposals: what each comes to by every measure, and what that says, in
//! finished sentences.
//!
//! What is better is never guessed: where two values overlap, or one is not known, neither is
//! better. No total is made of the measures unless somebody weighs them.

mod cells;
mod order;
mod rows;
mod said;
#[cfg(test)]
mod tests;
mod weighing;

use rokade_change::ChangeSet;
use rokade_core::chart::Chart;
use rokade_core::comparison::{Compared, Comparison};
use rokade_core::entry::Language;
use rokade_core::words::{Words, WordsError};

use crate::rule::Limits;

use self::cells::Tongue;
pub use self::weighing::{Weighed, WeightError, parse_weights};

/// A chart that is compared.
#[derive(Clone, Copy)]
pub struct ComparedChart<'a> {
    /// The chart.
    pub chart: &'a Chart,
    /// The name of its file.
    pub source: &'a str,
    /// The errors, warnings and notes that count.
    pub counts: [usize; 3],
    /// Whether its files could be read to their end.
    pub complete: bool,
    /// Whether every rule could speak.
    pub judged: bool,
}

/// What is compared.
pub struct ComparisonInput<'a> {
    /// What all are compared with.
    pub base: ComparedChart<'a>,
    /// The proposals, each with what it changes in the base.
    pub proposals: Vec<(ComparedChart<'a>, &'a ChangeSet)>,
    /// What rules measure against.
    pub limits: &'a Limits,
    /// What the measures weigh; nothing where nobody asked.
    pub weights: &'a [Weighed],
    /// Whether small groups have been made ranges in all of these charts.
    pub hides_small_groups: bool,
    /// The language.
    pub language: Language,
}

/// Compares proposals.
///
/// # Errors
/// When a sentence cannot be made: a fault of the program.
pub fn comparison(input: &ComparisonInput<'_>) -> Result<Comparison, WordsError> {
    let tongue = Tongue::new(
        input.language,
        words(input.language)?,
        input.hides_small_groups,
    );
    let lines = rows::lines(input);
    let mut proposals = Vec::with_capacity(input.proposals.len());
    for (at, (proposal, _)) in input.proposals.iter().enumerate() {
        proposals.push(compared(proposal, mark(at)));
    }
    let base = compared(&input.base, tongue.say("today", &[])?);
    let speaker = said::Said {
        tongue: &tongue,
        base: &base,
        proposals: &proposals,
        lines: &lines,
    };
    let dominated = speaker.dominated()?;
    let weighing = weighing::weighing(input.weights, &lines, &proposals, &tongue)?;
    let all = || std::iter::once(&input.base).chain(input.proposals.iter().map(|(one, _)| one));
    Ok(Comparison {
        language: input.language,
        summary: speaker.summary(&dominated)?,
        apart: speaker.apart()?,
        not_judged: speaker.not_judged(input)?,
        rows: cells::rows(&lines, &tongue)?,
        dominated,
        weighing,
        base,
        proposals,
        complete: all().all(|one| one.complete && one.judged),
        hides_small_groups: input.hides_small_groups,
    })
}

/// `A`, `B` … `Z`, `AA`.
fn mark(at: usize) -> String {
    const LETTERS: usize = 26;
    let letter = char::from(b'A' + u8::try_from(at % LETTERS).unwrap_or(0));
    match at / LETTERS {
        0 => letter.to_string(),
        before => format!("{}{letter}", mark(before - 1)),
    }
}

fn compared(one: &ComparedChart<'_>, mark: String) -> Compared {
    let title = one.chart.entries().header.title.as_deref().map(str::trim);
    let file = one.source.rsplit(['/', '\\']).next().unwrap_or(one.source);
    let [errors, warnings, notes] = one.counts;
    Compared {
        mark,
        title: title
            .filter(|title| !title.is_empty())
            .unwrap_or(file)
            .to_owned(),
        source: one.source.to_owned(),
        errors,
        warnings,
        notes,
        complete: one.complete,
    }
}

fn words(language: Language) -> Result<Words, WordsError> {
    let text = match language {
        Language::Da => include_str!("da.ftl"),
        Language::En => include_str!("en.ftl"),
    };
    Words::new(language, text)
}
