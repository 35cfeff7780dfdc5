//! A report for people at a terminal: what it means first, then each finding with the lines of
//! the charts it is about, then how many there were.
//!
//! miette draws the excerpts. Whatever a chart or a sentence contributed goes through
//! [`escape::terminal`](crate::escape::terminal) on its way.

mod cut;
mod excerpt;
mod look;
mod private;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::{self, BufWriter, Write};

use rokade_core::finding::{Severity, Side, Value};
use rokade_core::quantity::Certainty;
use rokade_core::report::{Report, ReportAct, ReportFinding, ReportLabel, ReportMember};
use rokade_core::span::Span;
use rokade_core::words::WordsError;

use super::RenderError;
use crate::escape;
use crate::fold::{Counted, Detail, Entry, Folded, Group, More, fold};
use crate::options::Options;
use crate::place::Places;
use crate::words::{Aside, Frame};
use look::{Look, Tone, wrap};
pub(crate) use private::Sections;

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
        frame: Frame::new(report.language)?,
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
    frame: Frame,
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
        self.frame.say(key, values)
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
        let closing = self.frame.totals(report)?;
        if report.complete {
            self.part();
        }
        let closing = self.look.paint(Tone::Heading, &closing);
        self.line(&[&closing]);
        Ok(())
    }

    /// What kind of finding, of which rule.
    fn title(
        &mut self,
        severity: Severity,
        certainty: Certainty,
        rule: &str,
        aside: Option<&Aside>,
    ) -> Result<(), WordsError> {
        let word = self.frame.kind(severity, certainty)?;
        let dot = self.look.dot;
        let mut rest = format!(" {dot} {}", self.safe(rule));
        if let Some(aside) = aside {
            rest = format!("{rest} {dot} {}", aside.word);
        }
        let word = self.look.paint(Tone::Severity(severity), &word);
        let rest = self.look.paint(Tone::Faint, &rest);
        self.line(&[&word, &rest]);
        Ok(())
    }

    fn finding(&mut self, finding: &'r ReportFinding) -> Result<(), RenderError> {
        let aside = self.frame.aside(finding)?;
        self.title(
            finding.severity,
            finding.certainty,
            finding.rule,
            aside.as_ref(),
        )?;
        let (labels, left_out) = self.labels(finding);
        let excerpts = excerpt::excerpts(&labels, &self.places, &self.look);
        let message = self.safe(&finding.message);
        self.look
            .diagnose(finding.severity, &message, &excerpts, &mut self.page)
            .map_err(io::Error::other)?;
        if let Some(aside) = &aside {
            self.remark(&aside.word, &aside.reason);
        }
        if excerpts.is_empty() {
            self.place(finding)?;
        } else if left_out > 0 {
            let more = self.say("more-places", &[("places", left_out.into())])?;
            let more = format!("{more} {}", self.say("show-all", &[])?);
            self.lines(&more, "  ", "  ");
        }
        // What does not count needs no mending now.
        if let Some(help) = finding
            .help
            .as_ref()
            .filter(|_| self.full || finding.counts())
        {
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
        let most = match (finding.counts(), finding.severity) {
            (false, _) => 0,
            (true, Severity::Note) => PLACES_OF_A_NOTE,
            (true, Severity::Warning | Severity::Error) => PLACES,
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
        let first = format!("    {} ", self.look.bullet);
        for member in members {
            let line = self.frame.member(member, self.look.dot)?;
            self.lines(&line, &first, "      ");
        }
        Ok(())
    }

    /// How many more findings of a rule there are.
    fn more(&mut self, more: &More<'_>) -> Result<(), WordsError> {
        self.title(more.severity, Certainty::Certain, more.rule, None)?;
        let mut sentence = self.frame.more(more)?;
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
