//! The questions that a co-determination committee (MED-udvalg) discusses of a change.
//!
//! It says what the charts say, and what they do not say and the committee can ask for. It finds
//! nothing itself, and assesses no working environment.

mod changed;
mod environment;
mod people;
mod process;
#[cfg(test)]
mod tests;

use rokade_core::assessment::MedQuestion;
use rokade_core::finding::Value;
use rokade_core::words::WordsError;

use crate::Input;
use crate::process::Steps;
use crate::tongue::Tongue;

/// How many names a list has before it is cut.
const NAMES: usize = 10;

/// What answers are made with.
struct Asked<'a> {
    input: Input<'a>,
    tongue: Tongue<'a>,
    steps: Steps<'a>,
}

/// What the charts say of a question, and what they do not say.
#[derive(Default)]
struct Said {
    answers: Vec<String>,
    missing: Vec<String>,
}

/// What the charts say of each question, and what they do not say.
///
/// # Errors
/// When a sentence cannot be made, which the tests rule out.
pub fn questions(input: &Input<'_>) -> Result<Vec<MedQuestion>, WordsError> {
    let tongue = Tongue::new(input, include_str!("da.ftl"), include_str!("en.ftl"))?;
    let asked = Asked {
        input: *input,
        tongue: tongue.in_full(NAMES),
        steps: Steps::new(input)?,
    };
    let said = [
        ("question-what", asked.what()?),
        ("question-consequences", asked.consequences()?),
        ("question-whom", asked.whom()?),
        ("question-announced", asked.announced()?),
        ("question-followed-up", asked.followed_up()?),
        ("question-environment", asked.environment()?),
        ("question-horizon", asked.horizon()?),
    ];
    let told = said.into_iter().map(|(key, said)| {
        Ok(MedQuestion {
            question: asked.tongue.say(key, &[])?,
            answers: said.answers,
            missing: said.missing,
        })
    });
    told.collect()
}

impl Asked<'_> {
    fn say(&self, key: &str, values: &[(&'static str, Value)]) -> Result<String, WordsError> {
        self.tongue.say(key, values)
    }

    /// A sentence on some names; none where there are none.
    fn names(&self, key: &str, names: Vec<String>) -> Result<Option<String>, WordsError> {
        if names.is_empty() {
            return Ok(None);
        }
        self.say(key, &[("names", Value::Names(names))]).map(Some)
    }
}
