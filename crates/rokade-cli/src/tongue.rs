//! What the tool itself says, in the language of the run.

use std::path::Path;

use rokade::{Language, NoBase, ReadError, Report, Value, WeightError, Words, WordsError};

use crate::input::{GitError, InputError, Skip};
use crate::progress::Step;
use crate::settings::{BaselineError, BaselineFault, Fault, FaultKind, Origin};

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

    pub(crate) fn step(&self, step: &Step) -> Result<String, WordsError> {
        match step {
            Step::Read(file) => {
                // A terminal obeys what stands in a name.
                let file = rokade::terminal(file, false);
                self.0
                    .say("step-read", &[("file", file.into_owned().into())])
            }
            Step::Judge => self.0.say("step-judge", &[]),
        }
    }

    pub(crate) fn cannot_write(&self, error: &std::io::Error) -> Result<String, WordsError> {
        let reason = error.to_string();
        self.0.say("cannot-write", &[("reason", reason.into())])
    }

    pub(crate) fn cannot_save(
        &self,
        path: &Path,
        error: &std::io::Error,
    ) -> Result<String, WordsError> {
        let (path, reason) = (path.display().to_string(), error.to_string());
        self.0.say(
            "cannot-save",
            &[("path", path.into()), ("reason", reason.into())],
        )
    }

    pub(crate) fn no_response(&self, path: &Path, why: ReadError) -> Result<String, WordsError> {
        let key = match why {
            ReadError::TooLarge => "response-too-large",
            ReadError::NotUtf8 => "response-not-utf-8",
            ReadError::OtherKind => "response-other-kind",
            ReadError::Damaged => "response-damaged",
        };
        let path = path.display().to_string();
        self.0.say(key, &[("path", path.into())])
    }

    pub(crate) fn taken(&self, path: &Path) -> Result<String, WordsError> {
        let path = path.display().to_string();
        self.0.say("taken", &[("path", path.into())])
    }

    /// What stands above a hearing that was made of a response, line by line.
    pub(crate) fn extracted(&self, response: &str, chart: &str) -> Result<String, WordsError> {
        let values = [("response", response.into()), ("chart", chart.into())];
        self.0.say("extracted", &values)
    }

    /// What stands in place of something that such a hearing lacks, or beside a point.
    pub(crate) fn extracted_proposal(&self) -> Result<String, WordsError> {
        self.0.say("extracted-proposal", &[])
    }

    pub(crate) fn extracted_from(&self) -> Result<String, WordsError> {
        self.0.say("extracted-from", &[])
    }

    pub(crate) fn extracted_line(&self, line: usize) -> Result<String, WordsError> {
        let line = line.to_string();
        self.0.say("extracted-line", &[("line", line.into())])
    }

    pub(crate) fn no_points(&self, path: &Path) -> Result<String, WordsError> {
        let path = path.display().to_string();
        self.0.say("no-points", &[("path", path.into())])
    }

    pub(crate) fn no_format(&self, extension: &str) -> Result<String, WordsError> {
        self.0.say("no-format", &[("extension", extension.into())])
    }

    pub(crate) fn git(&self, error: &GitError) -> Result<String, WordsError> {
        match error {
            GitError::NoGit(error) => {
                let reason = error.to_string();
                self.0.say("git-missing", &[("reason", reason.into())])
            }
            GitError::NoRepository { folder, said } => self.0.say(
                "git-no-repository",
                &[("path", shown(folder)), ("reason", said.as_str().into())],
            ),
            GitError::NoCommit(name) => self
                .0
                .say("git-no-commit", &[("name", name.as_str().into())]),
            GitError::Outside { path: at, top } => self
                .0
                .say("git-outside", &[("path", shown(at)), ("top", shown(top))]),
        }
    }

    pub(crate) fn baseline(&self, at: &Path, error: &BaselineError) -> Result<String, WordsError> {
        let (line, fault) = match error {
            BaselineError::Input(error) => return self.error(error),
            BaselineError::Wrong { line, reason } => (line, reason),
        };
        let place = format!("{}:{line}", at.display());
        let (key, value) = match fault {
            BaselineFault::Syntax(reason) => ("settings-syntax", reason.as_str()),
            BaselineFault::NotUtf8 => ("settings-not-utf-8", ""),
            BaselineFault::TooLarge => ("baseline-too-large", ""),
            BaselineFault::Version(version) => ("baseline-version", version.as_str()),
            BaselineFault::UnknownKey(key) => ("baseline-unknown-key", key.as_str()),
            BaselineFault::Key(key) => ("baseline-key", *key),
        };
        let said = self
            .0
            .say(key, &[("reason", value.into()), ("key", value.into())])?;
        Ok(format!("{place}: {said}"))
    }

    pub(crate) fn baseline_written(
        &self,
        at: &Path,
        findings: usize,
    ) -> Result<String, WordsError> {
        let values = [("path", shown(at)), ("findings", findings.into())];
        self.0.say("baseline-written", &values)
    }

    /// Something that is known and is found no more.
    pub(crate) fn gone(&self, file: &str, rule: &str, what: &str) -> Result<String, WordsError> {
        let key = match what {
            "" => "gone",
            _ => "gone-what",
        };
        let values = [
            ("file", file.into()),
            ("rule", rule.into()),
            ("what", what.into()),
        ];
        self.0.say(key, &values)
    }

    pub(crate) fn gone_help(&self) -> Result<String, WordsError> {
        self.0.say("gone-help", &[])
    }

    pub(crate) fn gone_label(&self) -> Result<String, WordsError> {
        self.0.say("gone-label", &[])
    }

    pub(crate) fn in_settings_label(&self) -> Result<String, WordsError> {
        self.0.say("settings-label", &[])
    }

    pub(crate) fn cannot_watch(&self, error: &notify::Error) -> Result<String, WordsError> {
        self.0
            .say("cannot-watch", &[("reason", error.to_string().into())])
    }

    /// That files cannot be read to their end while somebody writes them.
    pub(crate) fn unread_for_now(&self, report: &Report) -> Result<String, WordsError> {
        let first = report.findings.first();
        let reason = first.map_or_else(String::new, |finding| finding.message.clone());
        self.0.say("unread-for-now", &[("reason", reason.into())])
    }

    pub(crate) fn config_file(&self, at: &Path) -> Result<String, WordsError> {
        self.0.say("config-file", &[("path", shown(at))])
    }

    pub(crate) fn config_no_file(&self) -> Result<String, WordsError> {
        self.0.say("config-no-file", &[])
    }

    /// Where a setting comes from.
    pub(crate) fn origin(&self, origin: Origin) -> Result<String, WordsError> {
        let key = match origin {
            Origin::Flag => "origin-flag",
            Origin::Environment => "origin-environment",
            Origin::File => "origin-file",
            Origin::Chart => "origin-chart",
            Origin::Locale => "origin-locale",
            Origin::Default => "origin-default",
        };
        self.0.say(key, &[])
    }

    pub(crate) fn no_terminal(&self, format: &str) -> Result<String, WordsError> {
        self.0.say("no-terminal", &[("format", format.into())])
    }

    pub(crate) fn nothing_to_compare(&self, path: &Path) -> Result<String, WordsError> {
        let path = path.display().to_string();
        self.0.say("nothing-to-compare", &[("path", path.into())])
    }

    pub(crate) fn no_base(&self, error: &NoBase) -> Result<String, WordsError> {
        match error {
            NoBase::Chart(path) => {
                let path = path.as_str();
                self.0.say("no-base-chart", &[("path", path.into())])
            }
            NoBase::Different(one, other) => {
                let (one, other) = (one.as_str(), other.as_str());
                let values = [("one", one.into()), ("other", other.into())];
                self.0.say("no-base-different", &values)
            }
        }
    }

    pub(crate) fn weight(&self, error: &WeightError) -> Result<String, WordsError> {
        match error {
            WeightError::Shape(text) => self
                .0
                .say("weight-shape", &[("text", text.as_str().into())]),
            WeightError::Unknown {
                name,
                nearest: Some(nearest),
            } => {
                let values = [
                    ("name", name.as_str().into()),
                    ("nearest", (*nearest).into()),
                ];
                self.0.say("weight-unknown-nearest", &values)
            }
            WeightError::Unknown {
                name,
                nearest: None,
            } => self
                .0
                .say("weight-unknown", &[("name", name.as_str().into())]),
            WeightError::NoDirection(name) => self
                .0
                .say("weight-no-direction", &[("name", (*name).into())]),
            WeightError::Negative(text) => self
                .0
                .say("weight-negative", &[("text", text.as_str().into())]),
            WeightError::Twice(name) => self.0.say("weight-twice", &[("name", (*name).into())]),
        }
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
            InputError::NoHearing(at) => self.0.say("no-hearing", &[("path", path(at).into())]),
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

    /// What is wrong in a file of settings, where, and what was most likely meant.
    pub(crate) fn in_settings(&self, path: &Path, fault: &Fault) -> Result<String, WordsError> {
        let said = self.fault(fault)?;
        let path = path.display();
        Ok(format!("{path}:{}:{}: {said}", fault.line, fault.column))
    }

    /// What is wrong in a file of settings, and what was most likely meant.
    pub(crate) fn fault(&self, fault: &Fault) -> Result<String, WordsError> {
        let mut values: Vec<(&'static str, Value)> = Vec::new();
        let mut nearest_or = |nearest: Option<&'static str>, with: &'static str, without| {
            values.extend(nearest.map(|nearest| ("nearest", nearest.into())));
            if nearest.is_some() { with } else { without }
        };
        let key = match &fault.kind {
            FaultKind::Syntax(reason) => {
                values.push(("reason", reason.clone().into()));
                "settings-syntax"
            }
            FaultKind::NotUtf8 => "settings-not-utf-8",
            FaultKind::TooLarge => "settings-too-large",
            FaultKind::UnknownKey {
                key,
                nearest,
                known,
            } => {
                let sentence = nearest_or(
                    *nearest,
                    "settings-unknown-key-nearest",
                    "settings-unknown-key",
                );
                values.push(("key", key.clone().into()));
                values.push(("known", known.join(", ").into()));
                sentence
            }
            FaultKind::UnknownRule { rule, nearest } => {
                let sentence = nearest_or(
                    *nearest,
                    "settings-unknown-rule-nearest",
                    "settings-unknown-rule",
                );
                values.push(("rule", rule.clone().into()));
                sentence
            }
            FaultKind::NotOneOf {
                key,
                found,
                nearest,
                known,
            } => {
                let sentence = nearest_or(
                    *nearest,
                    "settings-not-one-of-nearest",
                    "settings-not-one-of",
                );
                let quoted: Vec<String> = known.iter().map(|word| format!("\"{word}\"")).collect();
                values.push(("key", key.clone().into()));
                values.push(("found", as_written(found)));
                values.push(("known", quoted.join(", ").into()));
                sentence
            }
            FaultKind::WrongType {
                key,
                found,
                expected,
            } => {
                values.push(("key", key.clone().into()));
                values.push(("found", as_written(found)));
                values.push(("expected", Value::Word(expected.word())));
                "settings-wrong-type"
            }
            FaultKind::OutOfRange {
                key,
                found,
                range: (least, most),
            } => {
                values.push(("key", key.clone().into()));
                values.push(("found", as_written(found)));
                values.push(("least", least.to_string().into()));
                values.push(("most", most.to_string().into()));
                "settings-out-of-range"
            }
            FaultKind::Twice { key } => {
                values.push(("key", key.clone().into()));
                "settings-twice"
            }
        };
        self.0.say(key, &values)
    }
}

fn shown(path: &Path) -> Value {
    path.display().to_string().into()
}

/// A value as it is written; what is too long to be repeated is a table.
fn as_written(found: &str) -> Value {
    match found {
        "" => Value::Either {
            da: "et afsnit",
            en: "a section",
        },
        _ => found.into(),
    }
}
