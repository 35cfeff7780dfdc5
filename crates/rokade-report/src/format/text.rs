//! A report for people at a terminal: what it means first, then each finding with the lines of
//! the charts it is about, then how many there were.
//!
//! miette draws the excerpts. Whatever a chart or a sentence contributed goes through
//! [`escape::terminal`](crate::escape::terminal) on its way.

mod cut;
mod excerpt;
mod look;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, BufWriter, Write};

use rokade_core::date::DateSpan;
use rokade_core::finding::{Severity, Side, Value};
use rokade_core::ids::Kind;
use rokade_core::quantity::Certainty;
use rokade_core::report::{Allowed, Report, ReportAct, ReportFinding, ReportLabel, ReportMember};
use rokade_core::span::Span;
use rokade_core::words::{Words, WordsError};

use super::RenderError;
use crate::escape;
use crate::fold::{Counted, Detail, Entry, Folded, Group, More, fold};
use crate::options::Options;
use crate::place::Places;
use crate::words::words;
use look::{Look, Tone, wrap};

/// How many places of each chart, and how many events that caused it, are shown of a finding that
/// is a change, and of others, unless all is asked for.
const PLACES_OF_A_NOTE: usize = 1;
const PLACES: usize = 2;

/// Prints a report as text.
pub(super) fn render(
    report: &Report,
    options: &Options,
    out: &mut dyn Write,
) -> Result<(), RenderError> {
    let mut printer = Printer {
        report,
        places: Places::new(&report.sources),
        look: Look::new(options),
        full: options.full,
        words: words(report.language)?,
        page: String::new(),
        begun: false,
    };
    let mut out = BufWriter::new(out);
    printer.head()?;
    printer.send(&mut out)?;
    let detail = match (options.full, options.verbose) {
        (true, _) => Detail::All,
        (false, true) => Detail::Notes,
        (false, false) => Detail::Short,
    };
    let folded = fold(report, detail);
    printer.findings(&folded, &mut out)?;
    printer.notes(&folded.notes)?;
    printer.foot()?;
    printer.send(&mut out)?;
    out.flush()?;
    Ok(())
}

struct Printer<'r> {
    report: &'r Report,
    places: Places<'r>,
    look: Look,
    full: bool,
    words: Words,
    // What is not yet written.
    page: String,
    // Whether anything has been printed.
    begun: bool,
}

impl<'r> Printer<'r> {
    fn send(&mut self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(self.page.as_bytes())?;
        self.page.clear();
        Ok(())
    }

    /// A blank line between what is printed and what follows.
    fn part(&mut self) {
        if self.begun {
            self.page.push('\n');
        }
        self.begun = true;
    }

    fn say(&self, key: &str, values: &[(&'static str, Value)]) -> Result<String, WordsError> {
        self.words.say(key, values)
    }

    fn safe<'t>(&self, text: &'t str) -> Cow<'t, str> {
        escape::terminal(text, self.look.unicode)
    }

    /// A line of the frame, safe to print already.
    fn line(&mut self, pieces: &[&str]) {
        self.page.extend(pieces.iter().copied());
        self.page.push('\n');
    }

    /// A sentence, safe to print, in as many lines as it needs.
    fn lines(&mut self, text: &str, first: &str, rest: &str) {
        let text = escape::terminal(text, self.look.unicode);
        for line in wrap(&text, self.look.width, first, rest) {
            self.line(&[&line]);
        }
    }

    /// A sentence under a finding, after a word for what it is.
    fn remark(&mut self, word: &str, text: &str) {
        let first = format!("  {} ", self.look.paint(Tone::Heading, &format!("{word}:")));
        let rest = " ".repeat(word.chars().count() + 4);
        self.lines(text, &first, &rest);
    }

    /// Sentences under a heading.
    fn list(&mut self, heading: &str, sentences: &[String]) {
        self.part();
        let heading = self.look.paint(Tone::Heading, heading);
        self.line(&[&heading]);
        let first = format!("  {} ", self.look.bullet);
        for sentence in sentences {
            self.lines(sentence, &first, "    ");
        }
    }

    fn head(&mut self) -> Result<(), WordsError> {
        let report = self.report;
        if !report.summary.is_empty() {
            self.part();
        }
        for sentence in &report.summary {
            self.lines(sentence, "", "");
        }
        if let Some(balance) = &report.balance {
            let heading = self.say("balance", &[])?;
            self.list(&heading, &balance.sentences);
        }
        Ok(())
    }

    fn findings(&mut self, folded: &Folded<'r>, out: &mut dyn Write) -> Result<(), RenderError> {
        for entry in &folded.entries {
            self.part();
            match entry {
                Entry::Group(group) => self.group(*group)?,
                Entry::Finding(finding) => self.finding(finding)?,
                Entry::More(more) => self.more(more)?,
            }
            self.send(out)?;
        }
        Ok(())
    }

    /// A line that says what the findings below it are about.
    fn group(&mut self, group: Group) -> Result<(), WordsError> {
        let key = match group {
            Group::Errors => "group-errors".to_owned(),
            Group::About(topic) => format!("group-{}", topic.name()),
        };
        let heading = self.say(&key, &[])?;
        let dash = self.look.dash;
        let heading = format!("{dash} {heading} {dash}");
        let heading = self.look.paint(Tone::Heading, &heading);
        self.line(&[&heading]);
        Ok(())
    }

    /// The notes that are only counted, a line for each thing they are about.
    fn notes(&mut self, notes: &[Counted<'_>]) -> Result<(), WordsError> {
        if notes.is_empty() {
            return Ok(());
        }
        let heading = self.say("notes-counted", &[])?;
        let mut lines = Vec::new();
        for topic in notes.chunk_by(|a, b| a.topic == b.topic) {
            let dot = format!(" {} ", self.look.dot);
            let rules = topic
                .iter()
                .map(|note| format!("{} ({})", note.title, note.findings));
            lines.push(rules.collect::<Vec<_>>().join(&dot));
        }
        self.list(&heading, &lines);
        Ok(())
    }

    fn foot(&mut self) -> Result<(), WordsError> {
        let report = self.report;
        if !report.not_judged.is_empty() {
            let heading = self.say("not-judged", &[])?;
            self.list(&heading, &report.not_judged);
        }
        if !report.complete {
            self.part();
            let incomplete = self.say("incomplete", &[])?;
            self.lines(&incomplete, "", "");
        }
        // Where nothing was found, the summary has said so.
        if report.findings.is_empty() {
            return Ok(());
        }
        let mut counts = BTreeMap::new();
        for severity in Severity::ALL {
            counts.insert(severity, report.count(severity));
        }
        let allowed = report.findings.len() - counts.values().sum::<usize>();
        let closing = self.counts(&counts, allowed)?;
        if report.complete {
            self.part();
        }
        let closing = self.look.paint(Tone::Heading, &closing);
        self.line(&[&closing]);
        Ok(())
    }

    /// `3 errors, 5 warnings, 12 notes, 2 allowed`.
    fn counts(
        &self,
        counts: &BTreeMap<Severity, usize>,
        allowed: usize,
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
        Ok(parts.join(", "))
    }

    /// What kind of finding, of which rule.
    fn title(
        &mut self,
        severity: Severity,
        certainty: Certainty,
        rule: &str,
        is_allowed: bool,
    ) -> Result<(), WordsError> {
        let key = match (certainty, severity) {
            (Certainty::Certain, Severity::Error) => "error",
            (Certainty::Certain, Severity::Warning) => "warning",
            (Certainty::Certain, Severity::Note) => "note",
            (Certainty::Possible, Severity::Error) => "possible-error",
            (Certainty::Possible, Severity::Warning) => "possible-warning",
            (Certainty::Possible, Severity::Note) => "possible-note",
        };
        let word = self.say(key, &[])?;
        let dot = self.look.dot;
        let mut rest = format!(" {dot} {}", self.safe(rule));
        if is_allowed {
            rest = format!("{rest} {dot} {}", self.say("allowed", &[])?);
        }
        let word = self.look.paint(Tone::Severity(severity), &word);
        let rest = self.look.paint(Tone::Faint, &rest);
        self.line(&[&word, &rest]);
        Ok(())
    }

    fn finding(&mut self, finding: &'r ReportFinding) -> Result<(), RenderError> {
        let is_allowed = finding.allowed.is_some();
        self.title(
            finding.severity,
            finding.certainty,
            finding.rule,
            is_allowed,
        )?;
        let (labels, left_out) = self.labels(finding);
        let excerpts = excerpt::excerpts(&labels, &self.places, &self.look);
        let message = self.safe(&finding.message);
        self.look
            .diagnose(finding.severity, &message, &excerpts, &mut self.page)
            .map_err(io::Error::other)?;
        if let Some(allowed) = &finding.allowed {
            self.allowed(allowed)?;
        }
        if excerpts.is_empty() {
            self.place(finding)?;
        } else if left_out > 0 {
            let more = self.say("more-places", &[("places", left_out.into())])?;
            let more = format!("{more} {}", self.say("show-all", &[])?);
            self.lines(&more, "  ", "  ");
        }
        // What is allowed needs no mending.
        if let Some(help) = finding.help.as_ref().filter(|_| self.full || !is_allowed) {
            let word = self.say("help", &[])?;
            self.remark(&word, help);
        }
        if self.full {
            self.members(&finding.members)?;
        }
        Ok(())
    }

    /// The labels to show of a finding, and how many places that leaves out.
    fn labels(&self, finding: &'r ReportFinding) -> (Vec<&'r ReportLabel>, usize) {
        if self.full {
            return (finding.labels.iter().collect(), 0);
        }
        let most = match (&finding.allowed, finding.severity) {
            (Some(_), _) => 0,
            (None, Severity::Note) => PLACES_OF_A_NOTE,
            (None, Severity::Warning | Severity::Error) => PLACES,
        };
        let mut shown = Vec::new();
        let mut of_base = BTreeSet::new();
        let mut of_revision = BTreeSet::new();
        let mut of_events = BTreeSet::new();
        let mut left_out = BTreeSet::new();
        for label in &finding.labels {
            let is_cause = |act: &ReportAct| act.span == Some(label.span);
            let places = match label.side {
                _ if finding.caused_by.iter().any(is_cause) => &mut of_events,
                Side::Base => &mut of_base,
                Side::Revision => &mut of_revision,
            };
            if places.len() < most || places.contains(&label.span) {
                places.insert(label.span);
                shown.push(label);
            } else {
                left_out.insert(label.span);
            }
        }
        let is_shown = |span: &Span| {
            [&of_base, &of_revision, &of_events]
                .iter()
                .any(|s| s.contains(span))
        };
        left_out.retain(|span| !is_shown(span));
        (shown, left_out.len())
    }

    fn allowed(&mut self, allowed: &Allowed) -> Result<(), WordsError> {
        let mut values = Vec::new();
        if let Some(because) = &allowed.because {
            values.push(("because", Value::from(because.as_str())));
        }
        if let Some(until) = &allowed.until {
            // A report has the day as the chart has it, and a sentence as its language writes it.
            let day = until.parse::<DateSpan>();
            let day = day.map_or_else(|_| Value::from(until.as_str()), Value::Date);
            values.push(("until", day));
        }
        let key = match (&allowed.because, &allowed.until) {
            (Some(_), Some(_)) => "allowed-because-until",
            (Some(_), None) => "allowed-because",
            (None, Some(_)) => "allowed-until",
            (None, None) => "allowed-plain",
        };
        let reason = self.say(key, &values)?;
        let word = self.say("allowed", &[])?;
        self.remark(&word, &reason);
        Ok(())
    }

    /// The finding's own place, where no excerpt tells it.
    fn place(&mut self, finding: &ReportFinding) -> Result<(), WordsError> {
        let own = finding.labels.first();
        let Some((label, file)) = own.and_then(|own| Some((own, self.places.file(own.span)?)))
        else {
            return Ok(());
        };
        let at = file.line_column(label.span.range().start);
        let name = self.look.file(&file.source.name);
        let place = self
            .look
            .paint(Tone::Link, &format!("{name}:{}:{}", at.line, at.column));
        let word = format!("{}:", self.say("place", &[])?);
        let word = self.look.paint(Tone::Heading, &word);
        // A path is not broken, so that it can be followed.
        self.line(&["  ", &word, " ", &place]);
        Ok(())
    }

    fn members(&mut self, members: &[ReportMember]) -> Result<(), WordsError> {
        if members.is_empty() {
            return Ok(());
        }
        let word = format!("{}:", self.say("members", &[])?);
        let word = self.look.paint(Tone::Heading, &word);
        self.line(&["  ", &word]);
        let allowed = self.say("allowed", &[])?;
        let first = format!("    {} ", self.look.bullet);
        for member in members {
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
            if member.allowed {
                line = format!("{line} {} {allowed}", self.look.dot);
            }
            self.lines(&line, &first, "      ");
        }
        Ok(())
    }

    /// How many more findings of a rule there are.
    fn more(&mut self, more: &More<'_>) -> Result<(), WordsError> {
        self.title(more.severity, Certainty::Certain, more.rule, false)?;
        // Units tell a planner most; without them, the kind there is most of.
        let most = more.subjects.iter().max_by_key(|(_, n)| **n);
        let (kind, things) = match (more.units, most) {
            (0, None) => ("none", 0),
            (0, Some((kind, n))) => (kind.name(), *n),
            (n, _) => (Kind::Unit.name(), n),
        };
        let mut sentence = self.say(
            "more",
            &[
                ("findings", more.findings.into()),
                ("kind", Value::Word(kind)),
                ("things", things.into()),
            ],
        )?;
        if more.severities.len() > 1 || more.allowed > 0 {
            let counts = self.counts(&more.severities, more.allowed)?;
            sentence += ", ";
            sentence += &self.say("more-mixed", &[("parts", counts.as_str().into())])?;
        }
        sentence += " ";
        sentence += &self.say("show-all", &[])?;
        let first = if self.look.unicode {
            "  … "
        } else {
            "  ... "
        };
        let rest = " ".repeat(first.chars().count());
        self.lines(&sentence, first, &rest);
        Ok(())
    }
}
