//! A report as the comment on a pull request: what it means, one table of findings, and the rest
//! folded away. It is the short view that [`fold`](crate::fold()) makes, cut where a forge would
//! refuse it; `full` asks for all of it, however long.

use std::collections::BTreeMap;
use std::io::Write;

use rokade_core::finding::Severity;
use rokade_core::personal::mask;
use rokade_core::report::{Report, ReportFinding, ReportLabel};
use rokade_core::words::WordsError;

use super::RenderError;
use crate::escape;
use crate::fold::{Counted, Detail, Entry, fold};
use crate::options::Options;
use crate::path::plain;
use crate::place::{Places, Spot};
use crate::words::Frame;

/// How many characters there are at most: GitHub refuses a comment of more than 65 536.
const MOST: usize = 64_500;
/// How many of them are there when the table ends, at most.
const MOST_WITH_TABLE: usize = 45_000;
/// How many characters a sentence has at most.
const MOST_OF_A_TEXT: usize = 1_500;
/// How many places are told of a finding.
const PLACES: usize = 4;

/// Prints a report as Markdown.
pub(super) fn render(
    report: &Report,
    options: &Options,
    out: &mut dyn Write,
) -> Result<(), RenderError> {
    let mut page = Page {
        report,
        places: Places::new(&report.sources),
        frame: Frame::new(report.language)?,
        full: options.full,
        text: String::new(),
        length: 0,
    };
    let detail = match (options.full, options.verbose) {
        (true, _) => Detail::All,
        (false, true) => Detail::Notes,
        (false, false) => Detail::Short,
    };
    let folded = fold(report, detail);
    page.head()?;
    let told = page.table(&folded.entries)?;
    page.notes(&folded.notes)?;
    page.details(&told)?;
    page.not_judged()?;
    out.write_all(page.text.as_bytes())?;
    out.flush()?;
    Ok(())
}

struct Page<'r> {
    report: &'r Report,
    places: Places<'r>,
    frame: Frame,
    full: bool,
    text: String,
    // How many characters `text` has.
    length: usize,
}

/// Findings that there is no room for.
#[derive(Default)]
struct Rest {
    findings: usize,
    severities: BTreeMap<Severity, usize>,
    allowed: usize,
    known: usize,
}

impl Rest {
    fn add(&mut self, entry: &Entry<'_>) {
        match entry {
            Entry::Group(_) => {}
            Entry::Finding(finding) => {
                self.findings += 1;
                if finding.allowed.is_some() {
                    self.allowed += 1;
                } else if finding.known.is_some() {
                    self.known += 1;
                } else {
                    *self.severities.entry(finding.severity).or_default() += 1;
                }
            }
            Entry::More(more) => {
                self.findings += more.findings;
                self.allowed += more.allowed;
                self.known += more.known;
                for (&severity, n) in &more.severities {
                    *self.severities.entry(severity).or_default() += n;
                }
            }
        }
    }
}

impl<'r> Page<'r> {
    /// A text of a chart or a sentence, safe to print.
    fn safe(&self, text: &str) -> String {
        // Half a number would be known for one no more.
        let text = &*mask(text);
        let mut room = MOST_OF_A_TEXT;
        loop {
            let safe = match text.char_indices().nth(room) {
                Some((at, _)) if !self.full => {
                    escape::markdown(&format!("{}…", text.split_at(at).0))
                }
                _ => escape::markdown(text),
            };
            // What is escaped or made visible takes more room than it did.
            if self.full || safe.chars().count() <= MOST_OF_A_TEXT + 1 {
                return safe;
            }
            room /= 2;
        }
    }

    /// A word or sentence of the frame, which needs no cutting.
    fn word(&self, key: &str) -> Result<String, WordsError> {
        Ok(escape::markdown(&self.frame.say(key, &[])?))
    }

    fn put(&mut self, text: &str) {
        self.text.push_str(text);
        self.length += text.chars().count();
    }

    /// Puts a text where the page is no longer with it than it may be.
    fn put_within(&mut self, text: &str, most: usize) -> bool {
        let fits = self.full || self.length + text.chars().count() <= most;
        if fits {
            self.put(text);
        }
        fits
    }

    fn head(&mut self) -> Result<(), WordsError> {
        let report = self.report;
        let totals = escape::markdown(&self.frame.totals(report)?);
        self.put(&format!("### Rokade: {totals}\n"));
        if !report.complete {
            let incomplete = self.word("incomplete")?;
            self.put(&format!("\n**{incomplete}**\n"));
        }
        for sentence in &report.summary {
            let sentence = self.safe(sentence);
            self.put(&format!("\n{sentence}\n"));
        }
        if let Some(balance) = &report.balance {
            self.put("\n");
            for sentence in &balance.sentences {
                let sentence = self.safe(sentence);
                self.put(&format!("- {sentence}\n"));
            }
        }
        Ok(())
    }

    /// The findings that are told, a row each, and those of them that there was room for, by
    /// their numbers.
    fn table(&mut self, entries: &[Entry<'r>]) -> Result<Vec<&'r ReportFinding>, WordsError> {
        let mut told = Vec::new();
        let mut rest = Rest::default();
        if entries.is_empty() {
            return Ok(told);
        }
        let mut header = Vec::new();
        for key in ["number", "severity", "rule", "finding", "place"] {
            header.push(self.word(key)?);
        }
        let rule = vec!["---".to_owned(); header.len()];
        self.put(&format!("\n{}{}", row(&header), row(&rule)));
        for entry in entries {
            let cells = match entry {
                // The severity says which are errors; headings would divide the table.
                Entry::Group(_) => continue,
                Entry::Finding(finding) => self.cells(finding, told.len() + 1)?,
                Entry::More(more) => {
                    let sentence = self.safe(&self.frame.more(more)?);
                    let (empty, rule) = (String::new, self.safe(more.rule));
                    vec![empty(), empty(), rule, sentence, empty()]
                }
            };
            let has_room = rest.findings == 0 && self.put_within(&row(&cells), MOST_WITH_TABLE);
            match entry {
                Entry::Finding(finding) if has_room => told.push(*finding),
                _ if has_room => {}
                other => rest.add(other),
            }
        }
        if rest.findings > 0 {
            let parts = self
                .frame
                .counts(&rest.severities, rest.allowed, rest.known)?;
            let values = [
                ("n", rest.findings.into()),
                ("parts", parts.as_str().into()),
            ];
            let sentence = escape::markdown(&self.frame.say("more-findings", &values)?);
            self.put(&format!("\n{sentence}\n"));
        }
        Ok(told)
    }

    fn cells(&self, finding: &ReportFinding, number: usize) -> Result<Vec<String>, WordsError> {
        let mut kind = self.frame.kind(finding.severity, finding.certainty)?;
        if let Some(aside) = self.frame.aside(finding)? {
            kind = format!("{kind} ({})", aside.word);
        }
        let own = self.places.own(finding);
        Ok(vec![
            number.to_string(),
            escape::markdown(&kind),
            self.safe(finding.rule),
            self.safe(&finding.message),
            own.map_or_else(String::new, |spot| self.place(spot)),
        ])
    }

    fn place(&self, spot: Spot<'_>) -> String {
        let file = self.safe(&plain(spot.file));
        format!("{file}:{}:{}", spot.start.line, spot.start.column)
    }

    /// The notes that are only counted.
    fn notes(&mut self, notes: &[Counted<'_>]) -> Result<(), WordsError> {
        if notes.is_empty() {
            return Ok(());
        }
        let heading = self.frame.say("notes-counted", &[])?;
        self.begin(&heading);
        self.put("\n");
        for note in notes {
            let title = self.safe(note.title);
            self.put_within(&format!("- {title} ({})\n", note.findings), MOST - 500);
        }
        self.end();
        Ok(())
    }

    /// Something folded away; a blank line makes what follows Markdown again.
    fn begin(&mut self, heading: &str) {
        let heading = escape::html(heading);
        self.put(&format!("\n<details>\n<summary>{heading}</summary>\n"));
    }

    fn end(&mut self) {
        self.put("\n</details>\n");
    }

    /// Where each finding of the table is, and what would mend it.
    fn details(&mut self, told: &[&'r ReportFinding]) -> Result<(), WordsError> {
        if told.is_empty() {
            return Ok(());
        }
        let heading = self.frame.say("details", &[])?;
        self.begin(&heading);
        let mut left_out = 0_usize;
        for (number, finding) in (1_usize..).zip(told) {
            let mut lines = String::new();
            for line in self.detail(finding)? {
                lines = format!("{lines}- {line}\n");
            }
            let rule = self.safe(finding.rule);
            let detail = format!("\n**{number} · {rule}**\n\n{lines}");
            if left_out > 0 || !self.put_within(&detail, MOST - 1_500) {
                left_out += 1;
            }
        }
        if left_out > 0 {
            let values = [("n", left_out.into())];
            let sentence = escape::markdown(&self.frame.say("more-details", &values)?);
            self.put(&format!("\n{sentence}\n"));
        }
        self.end();
        Ok(())
    }

    fn detail(&self, finding: &ReportFinding) -> Result<Vec<String>, WordsError> {
        let mut lines = Vec::new();
        if let Some(aside) = self.frame.aside(finding)? {
            lines.push(self.safe(&aside.sentence()));
        }
        // What does not count needs no mending now.
        let help = finding.help.as_ref();
        if let Some(help) = help.filter(|_| self.full || finding.counts()) {
            let word = self.word("help")?;
            lines.push(format!("{word}: {}", self.safe(help)));
        }
        let labels = finding.labels.iter();
        let shown = if self.full { labels.len() } else { PLACES };
        let place = |label: &ReportLabel| {
            let place = self.place(self.places.spot(label.span)?);
            Some(format!("{place}: {}", self.safe(&label.text)))
        };
        lines.extend(labels.clone().take(shown).filter_map(place));
        if labels.len() > shown {
            let values = [("places", (labels.len() - shown).into())];
            lines.push(escape::markdown(&self.frame.say("more-places", &values)?));
        }
        if self.full {
            let mut members = Vec::new();
            for member in &finding.members {
                members.push(self.safe(&self.frame.member(member, "·")?));
            }
            if !members.is_empty() {
                lines.push(format!("{}: {}", self.word("members")?, members.join("; ")));
            }
        }
        Ok(lines)
    }

    fn not_judged(&mut self) -> Result<(), WordsError> {
        let report = self.report;
        if report.not_judged.is_empty() {
            return Ok(());
        }
        let heading = self.frame.say("not-judged", &[])?;
        self.begin(&heading);
        self.put("\n");
        for sentence in &report.not_judged {
            let sentence = self.safe(sentence);
            if !self.put_within(&format!("- {sentence}\n"), MOST - 100) {
                self.put("- …\n");
                break;
            }
        }
        self.end();
        Ok(())
    }
}

/// A row of cells that are safe already.
fn row(cells: &[String]) -> String {
    format!("| {} |\n", cells.join(" | "))
}

#[cfg(test)]
mod tests;
