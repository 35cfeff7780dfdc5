//! Steps of the process in words: what kind, with whom, and when. It decides nothing.

use rokade_core::chart::{BodyView, Named, StepView};
use rokade_core::date::{DateSpan, Precision};
use rokade_core::entry::StepKind;
use rokade_core::finding::Value;
use rokade_core::words::WordsError;

use crate::Input;
use crate::tongue::Tongue;

/// Tells of steps.
pub(crate) struct Steps<'a> {
    tongue: Tongue<'a>,
}

impl<'a> Steps<'a> {
    pub(crate) fn new(input: &Input<'a>) -> Result<Self, WordsError> {
        let tongue = Tongue::new(input, include_str!("da.ftl"), include_str!("en.ftl"))?;
        Ok(Steps { tongue })
    }

    /// A date as it stands in a sentence: `den 20. juni 2017`, `i april 2015`.
    pub(crate) fn on(&self, date: DateSpan) -> Result<String, WordsError> {
        let precision = match date.precision() {
            Precision::Day => "day",
            _ => "coarse",
        };
        let values = [
            ("precision", Value::Word(precision)),
            ("date", Value::Date(date)),
        ];
        self.tongue.say("on", &values)
    }

    /// When a step is; none where nobody knows.
    pub(crate) fn when(&self, step: StepView<'_>) -> Result<Option<String>, WordsError> {
        let (start, end) = (step.start(), step.end());
        let told = match (start, end) {
            (None, None) => return Ok(None),
            (Some(start), Some(end)) if start == end => return self.on(start).map(Some),
            (Some(from), Some(to)) => {
                let values = [("from", Value::Date(from)), ("to", Value::Date(to))];
                self.tongue.say("from-to", &values)
            }
            (Some(from), None) => self.tongue.say("from", &[("from", Value::Date(from))]),
            (None, Some(to)) => self.tongue.say("to", &[("to", Value::Date(to))]),
        };
        told.map(Some)
    }

    /// What a step is called: its own name, or its kind with the body that it is with.
    pub(crate) fn name(&self, step: StepView<'_>) -> Result<String, WordsError> {
        let own = step.entry().name.as_deref().map_or("", str::trim);
        if !own.is_empty() {
            return Ok(own.to_owned());
        }
        let kind = self.kind(step.kind())?;
        match step.body() {
            Some(body) => {
                let values = [("kind", kind.into()), ("body", body.name().into())];
                self.tongue.say("kind-of-body", &values)
            }
            None => Ok(kind),
        }
    }

    fn kind(&self, kind: Option<StepKind>) -> Result<String, WordsError> {
        let kind = kind.map_or("none", StepKind::word);
        self.tongue.say("kind", &[("kind", Value::Word(kind))])
    }

    /// A step in a sentence: its kind, its name, whom it is with, when, and what is said of it.
    pub(crate) fn sentence(&self, step: StepView<'_>) -> Result<String, WordsError> {
        let body = step.body().map(|body| body.name().to_owned());
        let body = body.filter(|body| step.own_name().map(str::trim) != Some(body));
        let when = self.when(step)?;
        let text = step.entry().text.as_deref().map_or("", str::trim);
        let word = |is: bool| Value::Word(if is { "yes" } else { "no" });
        let name = step.own_name().map_or("", str::trim);
        let values = [
            ("named", word(!name.is_empty())),
            ("kind", self.kind(step.kind())?.into()),
            ("name", name.into()),
            ("with", word(body.is_some())),
            ("body", body.unwrap_or_default().into()),
            ("dated", word(when.is_some())),
            ("when", when.unwrap_or_default().into()),
            ("done", word(step.entry().done == Some(true))),
            ("said", word(!text.is_empty())),
            ("text", stopped(text).into()),
        ];
        self.tongue.say("step", &values)
    }

    /// What a body does in a step, in a sentence; none where it is only there.
    pub(crate) fn of_body(
        &self,
        body: BodyView<'_>,
        step: StepView<'_>,
    ) -> Result<Option<String>, WordsError> {
        let key = match step.kind() {
            Some(StepKind::Hearing) => "body-heard",
            Some(StepKind::Discussion) => "body-discusses",
            Some(StepKind::Information) => "body-told",
            Some(StepKind::Decision) => "body-decides",
            _ => return Ok(None),
        };
        let when = self.when(step)?;
        let done = step.entry().done == Some(true);
        let word = |is: bool| Value::Word(if is { "yes" } else { "no" });
        let values = [
            ("body", Value::from(body.name())),
            ("dated", word(when.is_some())),
            ("when", when.unwrap_or_default().into()),
            ("done", word(done)),
        ];
        self.tongue.say(key, &values).map(Some)
    }
}

/// A text with its full stop, where it has none.
fn stopped(text: &str) -> String {
    if text.ends_with(['.', '!', '?']) {
        return text.to_owned();
    }
    format!("{text}.")
}
