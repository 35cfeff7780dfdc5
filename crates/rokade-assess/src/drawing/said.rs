//! The words of drawings, and what stands in several of their sentences.

use rokade_core::chart::Chart;
use rokade_core::entry::Language;
use rokade_core::finding::Value;
use rokade_core::quantity::Quantity;
use rokade_core::words::{Speaker, WordsError};

use crate::tongue::Tongue;

/// The words of drawings.
pub(super) fn tongue<'c>(
    language: Language,
    base: Option<&'c Chart>,
    revision: &'c Chart,
) -> Result<Tongue<'c>, WordsError> {
    let texts = [include_str!("da.ftl"), include_str!("en.ftl")];
    Tongue::of(language, base, revision, texts)
}

/// Parts of a sentence, all of them.
pub(super) fn joined(said: &Tongue<'_>, parts: Vec<String>) -> String {
    let speaker = Speaker {
        all_names: true,
        ..said.speaker
    };
    speaker.list(parts)
}

/// How many posts are told of. Where small groups are hidden so is every number that is as small,
/// whatever it adds up: but for a single post that everybody knows, such as a head.
pub(super) fn shown(said: &Tongue<'_>, posts: Quantity, is_known: bool) -> Quantity {
    let charts = [said.speaker.base, said.speaker.revision];
    let mut charts = charts.into_iter().flatten();
    let hides = charts.any(|chart| chart.entries().hides_small_groups);
    let is_small = posts.high().is_some_and(|most| 0 < most && most < 5_00);
    if !hides || !is_small || (is_known && posts == Quantity::ONE) {
        return posts;
    }
    Quantity::from_hundredths(1_00, Some(4_00), false).unwrap_or(posts)
}

/// `ca. 18–20 stillinger`; none where there is none.
pub(super) fn posts(said: &Tongue<'_>, posts: Quantity) -> Result<Option<String>, WordsError> {
    if posts.high() == Some(0) {
        return Ok(None);
    }
    let posts = shown(said, posts, true);
    said.say("posts", &[("posts", posts.into())]).map(Some)
}

/// Whether it is told what is to happen, or what has happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    /// Of the base.
    Will,
    /// Of the revision.
    Has,
}

impl Tense {
    /// What sentences choose by.
    pub(super) fn value(self) -> Value {
        Value::Word(match self {
            Tense::Will => "will",
            Tense::Has => "has",
        })
    }
}
