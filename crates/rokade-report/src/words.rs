//! The words a report is set in: the names of severities, headings, the closing line.
//!
//! What a report says is finished sentences already; these are only its frame. Nothing here is
//! escaped: that is for the sink of each format.

use std::collections::BTreeMap;

use rokade_core::date::DateSpan;
use rokade_core::entry::Language;
use rokade_core::finding::{Severity, Value};
use rokade_core::ids::Kind;
use rokade_core::quantity::Certainty;
use rokade_core::report::{Report, ReportFinding, ReportMember};
use rokade_core::words::{Words, WordsError};

use crate::fold::More;

/// The words of the frame in a language.
pub(crate) struct Frame {
    words: Words,
}

/// Why a finding does not count.
pub(crate) struct Aside {
    /// `allowed` or `known`.
    pub(crate) word: String,
    /// The reason given, with the day.
    pub(crate) reason: String,
}

impl Aside {
    /// Both as one text.
    pub(crate) fn sentence(&self) -> String {
        format!("{}: {}", self.word, self.reason)
    }
}

impl Frame {
    /// The words in a language.
    ///
    /// # Errors
    /// When they cannot be parsed, which a test rules out; so for all below.
    pub(crate) fn new(language: Language) -> Result<Self, WordsError> {
        let text = match language {
            Language::Da => include_str!("words/da.ftl"),
            Language::En => include_str!("words/en.ftl"),
        };
        let words = Words::new(language, text)?;
        Ok(Frame { words })
    }

    /// A heading or a sentence of the frame.
    pub(crate) fn say(
        &self,
        key: &str,
        values: &[(&'static str, Value)],
    ) -> Result<String, WordsError> {
        self.words.say(key, values)
    }

    /// What a finding of this kind is called: `error`, `possible warning`.
    pub(crate) fn kind(
        &self,
        severity: Severity,
        certainty: Certainty,
    ) -> Result<String, WordsError> {
        let key = match (certainty, severity) {
            (Certainty::Certain, Severity::Error) => "error",
            (Certainty::Certain, Severity::Warning) => "warning",
            (Certainty::Certain, Severity::Note) => "note",
            (Certainty::Possible, Severity::Error) => "possible-error",
            (Certainty::Possible, Severity::Warning) => "possible-warning",
            (Certainty::Possible, Severity::Note) => "possible-note",
        };
        self.say(key, &[])
    }

    /// `3 errors, 5 warnings, 12 notes, 2 allowed`.
    pub(crate) fn counts(
        &self,
        counts: &BTreeMap<Severity, usize>,
        allowed: usize,
        known: usize,
    ) -> Result<String, WordsError> {
        let mut parts = Vec::new();
        for (severity, &n) in counts.iter().rev() {
            let key = match severity {
                Severity::Error => "errors",
                Severity::Warning => "warnings",
                Severity::Note => "notes",
            };
            parts.push(self.say(key, &[("n", n.into())])?);
        }
        if allowed > 0 {
            parts.push(self.say("counted-allowed", &[("n", allowed.into())])?);
        }
        if known > 0 {
            parts.push(self.say("counted-known", &[("n", known.into())])?);
        }
        Ok(parts.join(", "))
    }

    /// How many of all severities a report has, and how many do not count.
    pub(crate) fn totals(&self, report: &Report) -> Result<String, WordsError> {
        let counts = Severity::ALL.map(|severity| (severity, report.count(severity)));
        let aside =
            |is: fn(&ReportFinding) -> bool| report.findings.iter().filter(|f| is(f)).count();
        let allowed = aside(|finding| finding.allowed.is_some());
        let known = aside(|finding| finding.known.is_some());
        self.counts(&counts.into(), allowed, known)
    }

    /// Why a finding does not count, where it does not.
    pub(crate) fn aside(&self, finding: &ReportFinding) -> Result<Option<Aside>, WordsError> {
        let (word, because, day) = match (&finding.allowed, &finding.known) {
            (Some(allowed), _) => {
                let until = allowed.until.as_deref().map(|day| ("until", day));
                ("allowed", allowed.because.as_deref(), until)
            }
            (None, Some(known)) => {
                let since = known.since.as_deref().map(|day| ("since", day));
                ("known", known.because.as_deref(), since)
            }
            (None, None) => return Ok(None),
        };
        let mut values = Vec::new();
        let mut key = word.to_owned();
        if let Some(because) = because {
            values.push(("because", Value::from(because)));
            key += "-because";
        }
        if let Some((name, written)) = day {
            // A report has the day as the chart has it, and a sentence as its language writes it.
            let day = written.parse::<DateSpan>();
            values.push((name, day.map_or_else(|_| Value::from(written), Value::Date)));
            key = format!("{key}-{name}");
        }
        if values.is_empty() {
            key += "-plain";
        }
        Ok(Some(Aside {
            word: self.say(word, &[])?,
            reason: self.say(&key, &values)?,
        }))
    }

    /// What a finding says, with why it does not count, where it does not: for formats of one
    /// line a finding.
    pub(crate) fn line(&self, finding: &ReportFinding) -> Result<String, WordsError> {
        Ok(match self.aside(finding)? {
            Some(aside) => format!("{} ({})", finding.message, aside.sentence()),
            None => finding.message.clone(),
        })
    }

    /// A member by its name and id.
    pub(crate) fn member(&self, member: &ReportMember, dot: &str) -> Result<String, WordsError> {
        let id = match &member.subject {
            subject if subject.kind == Kind::Chart => subject.kind.name(),
            subject => subject.id.as_str(),
        };
        let mut line = match member.name.as_str() {
            "" => id.to_owned(),
            name if name == id => id.to_owned(),
            name => format!("{name} ({id})"),
        };
        if !member.part.is_empty() {
            line = format!("{line}, {}", member.part);
        }
        let aside = match (member.allowed, member.known) {
            (true, _) => Some("allowed"),
            (false, true) => Some("known"),
            (false, false) => None,
        };
        if let Some(word) = aside {
            line = format!("{line} {dot} {}", self.say(word, &[])?);
        }
        Ok(line)
    }

    /// How many more findings of a rule there are, and about how much.
    pub(crate) fn more(&self, more: &More<'_>) -> Result<String, WordsError> {
        // Units tell a planner most; without them, the kind there is most of.
        let most = more.subjects.iter().max_by_key(|(_, n)| **n);
        let (kind, things) = match (more.units, most) {
            (0, None) => ("none", 0),
            (0, Some((kind, n))) => (kind.name(), *n),
            (n, _) => (Kind::Unit.name(), n),
        };
        let values = [
            ("findings", more.findings.into()),
            ("kind", Value::Word(kind)),
            ("things", things.into()),
        ];
        let mut sentence = self.say("more", &values)?;
        if more.severities.len() > 1 || more.allowed + more.known > 0 {
            let counts = self.counts(&more.severities, more.allowed, more.known)?;
            sentence += ", ";
            sentence += &self.say("more-mixed", &[("parts", counts.as_str().into())])?;
        }
        Ok(sentence)
    }
}
