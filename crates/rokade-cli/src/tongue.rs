//! The language of a run, and what the tool itself says in it.

use rokade::{Language, Words, WordsError};

use crate::input::{InputError, Skip};

/// The language asked for, else `ROKADE_LANG`, else the chart's, else the locale's, else English.
pub(crate) fn choose(asked: Option<Language>, chart: Option<Language>) -> Language {
    let named = |name: String| Language::from_tag(&name);
    asked
        .or_else(|| std::env::var("ROKADE_LANG").ok().and_then(named))
        .or(chart)
        .or_else(|| sys_locale::get_locale().and_then(named))
        .unwrap_or_default()
}

/// What the tool itself says.
pub(crate) struct Tongue(Words);

impl Tongue {
    pub(crate) fn new(language: Language) -> Result<Self, WordsError> {
        let text = match language {
            Language::Da => include_str!("words/da.ftl"),
            Language::En => include_str!("words/en.ftl"),
        };
        Words::new(language, text).map(Tongue)
    }

    pub(crate) fn skipped(&self, file: &str, skip: Skip) -> Result<String, WordsError> {
        let key = match skip {
            Skip::Hearing => "skipped-hearing",
            Skip::Proposal => "skipped-proposal",
            Skip::Name => "skipped-name",
        };
        self.0.say(key, &[("file", file.into())])
    }

    pub(crate) fn cannot_write(&self, error: &std::io::Error) -> Result<String, WordsError> {
        let reason = error.to_string();
        self.0.say("cannot-write", &[("reason", reason.into())])
    }

    pub(crate) fn error(&self, error: &InputError) -> Result<String, WordsError> {
        let path = |path: &std::path::Path| path.display().to_string();
        match error {
            InputError::Read { path: at, source } => {
                let key = match source.kind() {
                    std::io::ErrorKind::NotFound => "no-such-file",
                    _ => "cannot-read",
                };
                let reason = source.to_string();
                self.0
                    .say(key, &[("path", path(at).into()), ("reason", reason.into())])
            }
            InputError::NotAFile(at) => self.0.say("not-a-file", &[("path", path(at).into())]),
            InputError::NoChart(at) => self.0.say("no-chart", &[("path", path(at).into())]),
            InputError::SeveralCharts { path: at, names } => self.0.say(
                "several-charts",
                &[("path", path(at).into()), ("names", names.clone().into())],
            ),
            InputError::NoProposal(at) => self.0.say("no-proposal", &[("path", path(at).into())]),
            InputError::Hearing(at) => self.0.say("hearing", &[("path", path(at).into())]),
        }
    }

    pub(crate) fn no_such_rule(
        &self,
        rule: &str,
        nearest: Option<&str>,
    ) -> Result<String, WordsError> {
        match nearest {
            Some(nearest) => self.0.say(
                "no-such-rule-nearest",
                &[("rule", rule.into()), ("nearest", nearest.into())],
            ),
            None => self.0.say("no-such-rule", &[("rule", rule.into())]),
        }
    }
}
