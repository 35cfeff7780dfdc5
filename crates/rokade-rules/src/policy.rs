//! The policy: from findings to a report. Severities as asked for, what is allowed, the order,
//! and every sentence.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use rokade_change::{Change, ChangeSet};
use rokade_core::date::DateSpan;
use rokade_core::entry::{Allow, Language};
use rokade_core::finding::{
    At, Cause, Finding, Fingerprint, KEPT_OF_A_LIST, Member, Severity, Side, Value,
};
use rokade_core::ids::{Kind, Subject};
use rokade_core::quantity::{Certainty, Quantity, QuantityJson};
use rokade_core::report::{
    Allowed, Command, Known, Report, ReportAct, ReportBalance, ReportCause, ReportChange,
    ReportFinding, ReportLabel, ReportMember,
};
use rokade_core::span::{Place, Source, Span};
use rokade_core::words::{Speaker, Words, WordsError, by_name};

use crate::catalogue;
use crate::causes::{Causes, CausingAct};
use crate::rule::{Limits, Question, Rank};
use crate::run::{Found, Input, descendants, run, unused_allows};
use crate::summary::{self, Titles};

/// How findings are graded and told.
#[derive(Debug, Clone, Default)]
pub struct Policy {
    /// The language of the report.
    pub language: Language,
    /// Severities that replace the rules' own.
    pub severities: IndexMap<String, Severity>,
    /// The day that `until` is measured against; without it, the revision's `as_of`.
    pub on: Option<DateSpan>,
    /// Whether lists of names are told in full.
    pub all_names: bool,
    /// What rules measure against.
    pub limits: Limits,
    /// The only rules to run; `None` runs all.
    pub only: Option<Vec<&'static str>>,
    /// What was found before, by the fingerprints of members, or of findings that have none: it
    /// stays in the report and does not count.
    pub known: BTreeMap<Fingerprint, Known>,
}

impl Policy {
    /// What rules measure against, with the day of the run.
    #[must_use]
    pub fn limits_in_force(&self) -> Limits {
        Limits {
            on: self.on.or(self.limits.on),
            ..self.limits.clone()
        }
    }
}

/// Finds the bytes of a field of a chart.
pub type Locate<'a> = dyn Fn(Side, &Place) -> Option<Span> + 'a;

/// Runs the rules and makes a report of what they find.
///
/// # Errors
/// When a sentence cannot be made: a fault of the program.
pub fn report(
    input: &Input<'_>,
    policy: &Policy,
    sources: Vec<Source>,
    locate: &Locate<'_>,
) -> Result<Report, WordsError> {
    let (only, causes) = (policy.only.as_deref(), Causes::default());
    let mut found = run(input, &policy.limits_in_force(), only);
    let unused = unused_allows(input, &found, &causes, only);
    found.findings.extend(unused);
    tell(input, &found, &causes, policy, sources, locate)
}

/// Makes a report of what the rules found, with what caused it.
///
/// # Errors
/// See [`report`].
pub fn tell(
    input: &Input<'_>,
    found: &Found,
    causes: &Causes,
    policy: &Policy,
    sources: Vec<Source>,
    locate: &Locate<'_>,
) -> Result<Report, WordsError> {
    let maker = Maker {
        input,
        causes,
        policy,
        locate,
        speaker: Speaker {
            language: policy.language,
            base: input.base.map(|(base, _)| base.chart),
            revision: Some(input.revision.chart),
            all_names: policy.all_names,
        },
    };
    maker.report(found, sources)
}

/// Makes one report of reports on one chart each.
///
/// # Errors
/// See [`report`].
pub fn merge(reports: Vec<Report>, policy: &Policy) -> Result<Report, WordsError> {
    let mut reports = reports.into_iter();
    let Some(mut merged) = reports.next() else {
        return Ok(Report {
            command: Command::Check,
            language: policy.language,
            sources: Vec::new(),
            summary: Vec::new(),
            balance: None,
            findings: Vec::new(),
            changes: Vec::new(),
            not_judged: Vec::new(),
            complete: true,
        });
    };
    for report in reports {
        merged.findings.extend(report.findings);
        merged.not_judged.extend(report.not_judged);
        merged.complete &= report.complete;
    }
    merged
        .findings
        .sort_by_key(|finding| std::cmp::Reverse(finding.severity == Severity::Error));
    in_order(&mut merged.not_judged, policy.language);
    merged.not_judged.dedup();
    let speaker = Speaker {
        language: policy.language,
        base: None,
        revision: None,
        all_names: policy.all_names,
    };
    merged.summary = summary::sentences(
        &merged,
        &Titles::default(),
        None,
        &speaker,
        &summary::words(policy.language)?,
    )?;
    Ok(merged)
}

struct Maker<'a> {
    input: &'a Input<'a>,
    causes: &'a Causes,
    policy: &'a Policy,
    locate: &'a Locate<'a>,
    speaker: Speaker<'a>,
}

impl Maker<'_> {
    fn report(&self, found: &Found, sources: Vec<Source>) -> Result<Report, WordsError> {
        let mut words: IndexMap<&'static str, RuleWords> = IndexMap::new();
        let mut findings = Vec::with_capacity(found.findings.len());
        let summary_words = summary::words(self.policy.language)?;
        for (index, finding) in found.findings.iter().enumerate() {
            let words = words_of(finding.rule, self.policy.language, &mut words)?;
            let mut told = self.finding(index, finding, words)?;
            label_causes(&mut told, &summary_words)?;
            // Faults of a file are told from its top, not rule by rule.
            let first = told.labels.first().filter(|_| words.of_faults);
            let place = first.map(|label| label.span);
            findings.push((place, size(finding), told));
        }
        findings.sort_by(|(a_place, a_size, a), (b_place, b_size, b)| {
            let error = |f: &ReportFinding| f.severity == Severity::Error;
            error(b)
                .cmp(&error(a))
                .then(a.topic.cmp(&b.topic))
                .then(a_place.cmp(b_place))
                .then(b.severity.cmp(&a.severity))
                .then(a.rule.cmp(b.rule))
                .then(b_size.cmp(a_size))
                .then(b.members.len().cmp(&a.members.len()))
                .then(a.fingerprint.cmp(&b.fingerprint))
        });
        let findings: Vec<ReportFinding> = findings.into_iter().map(|(.., f)| f).collect();

        let mut not_judged = Vec::new();
        for (rule, key, data) in &found.not_judged {
            let words = words_of(rule, self.policy.language, &mut words)?;
            not_judged.push(words.sentences.format(key, &self.speaker.args([data]))?);
        }
        in_order(&mut not_judged, self.policy.language);
        not_judged.dedup();

        let changes = self.input.base.map(|(_, changes)| changes);
        let mut report = Report {
            command: if changes.is_some() {
                Command::Diff
            } else {
                Command::Check
            },
            language: self.policy.language,
            sources,
            summary: Vec::new(),
            balance: None,
            findings,
            changes: changes.map_or_else(Vec::new, |changes| {
                changes.changes.iter().map(change).collect()
            }),
            not_judged,
            complete: self.input.is_complete() && !found.silenced,
        };
        if let Some(changes) = changes.filter(|_| report.complete) {
            report.balance = Some(self.balance(changes, &summary_words)?);
        }
        if self.undated_allow() {
            report
                .not_judged
                .push(summary_words.say("allow-undated", &[])?);
        }
        // The rules that have found something, told by their titles, each once.
        let mut told: Vec<(Severity, &str)> = Vec::new();
        let mut titles = Titles::default();
        for finding in report.findings.iter().filter(|f| f.counts()) {
            let key = (finding.severity, finding.rule);
            let of_severity = match finding.severity {
                // Sentences of their own say these.
                Severity::Error if summary::TOLD_IN_WORDS.contains(&finding.rule) => continue,
                Severity::Error => &mut titles.errors,
                Severity::Warning => &mut titles.warnings,
                Severity::Note => continue,
            };
            if !told.contains(&key) {
                told.push(key);
                of_severity.push(finding.title.clone());
            }
        }
        report.summary =
            summary::sentences(&report, &titles, changes, &self.speaker, &summary_words)?;
        Ok(report)
    }

    fn finding(
        &self,
        index: usize,
        finding: &Finding,
        words: &RuleWords,
    ) -> Result<ReportFinding, WordsError> {
        let mut common: IndexMap<&'static str, Value> = IndexMap::new();
        common.insert("members", Value::Number(finding.members.len() as u64));
        common.insert("certainty", Value::Word(certainty(finding.certainty)));
        if let Some(posts) = finding.posts {
            common.insert("posts", Value::Quantity(posts));
        }
        if let Some(citizens) = finding.citizens {
            common.insert("citizens", Value::Quantity(citizens));
        }
        let args = self.speaker.args([&finding.data, &common]);
        let message = words.sentences.format(finding.message, &args)?;
        let help = match finding.help {
            "" => None,
            key => Some(words.sentences.format(key, &args)?),
        };
        let mut labels = Vec::new();
        for label in &finding.labels {
            let (side, span) = match &label.at {
                At::Place(side, place) => (*side, (self.locate)(*side, place)),
                At::Span(side, span) => (*side, Some(*span)),
            };
            let Some(span) = span else { continue };
            // Most labels have no values of their own, and those of the finding can be long.
            let text = if label.data.is_empty() {
                words.sentences.format(label.text, &args)?
            } else {
                let args = self.speaker.args_beside(&label.data, &args);
                words.sentences.format(label.text, &args)?
            };
            labels.push(ReportLabel { span, side, text });
        }
        let allowed = self.allowed(index, finding);
        let fingerprint = finding.fingerprint();
        let known = self
            .known(index, finding, &fingerprint)
            .filter(|_| allowed.is_none());
        let causing = self.causes.of_finding(index);
        let members = finding.members.iter().enumerate();
        let members = members.map(|(m, member)| self.member((index, m), finding, member));
        let mut members: Vec<ReportMember> = members.collect();
        // Where they are all told, a reader looks for a name; else nobody sees their order.
        if self.speaker.all_names {
            members.sort_by(|a, b| by_name(self.policy.language, &a.name, &b.name));
        }
        Ok(ReportFinding {
            rule: finding.rule,
            title: words.title.clone(),
            topic: words.rank,
            severity: self
                .policy
                .severities
                .get(finding.rule)
                .copied()
                .unwrap_or(finding.severity),
            certainty: finding.certainty,
            cause: cause(&finding.cause),
            caused_by: causing
                .iter()
                .copied()
                .map(act)
                .take(KEPT_OF_A_LIST)
                .collect(),
            caused_by_others: causing.len().saturating_sub(KEPT_OF_A_LIST),
            members,
            labels,
            data: finding.data.clone(),
            message,
            help,
            posts: finding.posts.map(QuantityJson::from),
            citizens: finding.citizens.map(QuantityJson::from),
            fingerprint,
            allowed,
            known,
        })
    }

    fn member(&self, at: (usize, usize), finding: &Finding, member: &Member) -> ReportMember {
        let fingerprint = member.fingerprint(finding.rule);
        ReportMember {
            subject: member.subject.clone(),
            side: member.side,
            name: self.speaker.name(member.side, &member.subject),
            part: member.part.clone(),
            allowed: self.allow_of(at, finding, member).is_some(),
            known: self.policy.known.contains_key(&fingerprint),
            fingerprint,
        }
    }

    /// A finding is known when each of its members is, or is allowed.
    fn known(&self, index: usize, finding: &Finding, fingerprint: &Fingerprint) -> Option<Known> {
        let known = &self.policy.known;
        if known.is_empty() {
            return None;
        }
        if finding.members.is_empty() {
            return known.get(fingerprint).cloned();
        }
        let mut first = None;
        for (m, member) in finding.members.iter().enumerate() {
            match known.get(&member.fingerprint(finding.rule)) {
                Some(known) => {
                    first.get_or_insert(known);
                }
                None => {
                    self.allow_of((index, m), finding, member)?;
                }
            }
        }
        first.cloned()
    }

    /// A finding is allowed when each of its members is.
    fn allowed(&self, index: usize, finding: &Finding) -> Option<Allowed> {
        if finding.members.is_empty() {
            return None;
        }
        let mut first = None;
        for (m, member) in finding.members.iter().enumerate() {
            let allow = self.allow_of((index, m), finding, member)?;
            first.get_or_insert(allow);
        }
        first.map(|allow| Allowed {
            because: allow.because.clone(),
            until: allow.until.map(|date| date.to_string()),
        })
    }

    /// The entry of `allow` that covers a member: on the thing itself in the revision, on what
    /// it became, on the thing in the base where it is gone, on the chart, or on the event that
    /// alone caused it.
    fn allow_of(
        &self,
        (index, m): (usize, usize),
        finding: &Finding,
        member: &Member,
    ) -> Option<&Allow> {
        let revision = self.input.revision.chart.entries();
        let rule = finding.rule;
        let covers = |allow: &&Allow| allow.rule.as_deref() == Some(rule) && !self.is_past(allow);
        let mut now = vec![member.subject.clone(), Subject::chart()];
        let mut then: &[Allow] = &[];
        if let (Side::Base, Some((base, changes))) = (member.side, self.input.base) {
            now.extend(descendants(changes, &member.subject));
            then = base.chart.entries().allow_of(&member.subject);
        }
        let of_hearings = self.input.hearings.iter();
        let of_hearings = of_hearings.flat_map(|input| input.hearing.allow_of(&member.subject));
        let now = now.iter().flat_map(|subject| revision.allow_of(subject));
        let on_event = self.causes.allow_of(index, m, finding);
        now.chain(then)
            .chain(of_hearings)
            .chain(on_event)
            .find(covers)
    }

    fn is_past(&self, allow: &Allow) -> bool {
        let today = self
            .policy
            .on
            .or(self.input.revision.chart.entries().header.as_of);
        match (allow.until, today) {
            (Some(until), Some(today)) => until.before(today) == Some(Certainty::Certain),
            _ => false,
        }
    }

    /// Whether an `until` cannot be measured, because nothing says what day it is.
    fn undated_allow(&self) -> bool {
        let entries = self.input.revision.chart.entries();
        let dated = self
            .policy
            .on
            .or(entries.header.as_of)
            .is_some_and(|d| !d.is_unknown());
        !dated
            && entries
                .allows()
                .flat_map(|(_, allows)| allows)
                .chain(&entries.header.allow)
                .chain(self.causes.acts.iter().flat_map(|act| &act.allow))
                .chain(
                    self.input
                        .hearings
                        .iter()
                        .flat_map(|input| input.hearing.allows()),
                )
                .any(|allow| allow.until.is_some())
    }

    fn balance(&self, changes: &ChangeSet, words: &Words) -> Result<ReportBalance, WordsError> {
        let balance = &changes.balance;
        let f = &balance.functions;
        let functions = [
            ("all", f.all),
            ("stayed", f.stayed),
            ("moved", f.moved),
            ("split", f.split),
            ("absorbed", f.absorbed),
            ("ended", f.ended),
            ("unassigned", f.unassigned),
            ("absent", f.absent),
        ];
        let p = &balance.posts;
        let posts = [
            ("all", p.all),
            ("stayed", p.stayed),
            ("moved", p.moved),
            ("ended", p.ended),
            ("unplaced", p.unplaced),
        ];
        let say = |key: &str, values: IndexMap<&'static str, Value>| {
            words.format(key, &self.speaker.args([&values]))
        };
        let mut sentences = vec![
            say(
                "balance-functions",
                functions
                    .iter()
                    .map(|(k, n)| (*k, Value::from(*n)))
                    .collect(),
            )?,
            say(
                "balance-posts",
                posts.iter().map(|(k, q)| (*k, Value::from(*q))).collect(),
            )?,
        ];
        sentences.extend(summary::lines(changes, &self.speaker, words)?);
        Ok(ReportBalance {
            sentences,
            functions: functions
                .iter()
                .map(|(k, n)| ((*k).to_owned(), *n as u64))
                .collect(),
            posts: posts
                .iter()
                .map(|(k, q)| ((*k).to_owned(), (*q).into()))
                .collect(),
        })
    }
}

/// Points at what caused a finding, where none of its labels does already.
fn label_causes(finding: &mut ReportFinding, words: &Words) -> Result<(), WordsError> {
    let causes = finding.caused_by.len() + finding.caused_by_others;
    for cause in &finding.caused_by {
        let Some(span) = cause.span else { continue };
        let text = words.say(
            "caused-by",
            &[
                ("action", Value::Word(cause.action)),
                ("causes", Value::from(causes)),
            ],
        )?;
        let is_shown = |label: &&mut ReportLabel| label.span == span;
        match finding.labels.iter_mut().find(is_shown) {
            Some(label) if label.text.contains(&text) => {}
            Some(label) => label.text = format!("{}; {text}", label.text),
            None => finding.labels.push(ReportLabel {
                span,
                side: Side::Revision,
                text,
            }),
        }
    }
    Ok(())
}

/// The sentences of a rule, and what all its findings share.
struct RuleWords {
    sentences: Words,
    title: String,
    rank: Rank,
    /// Whether it tells what is wrong in a file.
    of_faults: bool,
}

fn words_of<'w>(
    rule: &'static str,
    language: Language,
    parsed: &'w mut IndexMap<&'static str, RuleWords>,
) -> Result<&'w RuleWords, WordsError> {
    use indexmap::map::Entry;
    match parsed.entry(rule) {
        Entry::Occupied(entry) => Ok(entry.into_mut()),
        Entry::Vacant(entry) => {
            let rule = catalogue::find(rule);
            let text = rule.map_or("", |rule| rule.sentences.get(language));
            let sentences = Words::new(language, text)?;
            let title = sentences.say("title", &[])?;
            Ok(entry.insert(RuleWords {
                sentences,
                title,
                rank: rule.map_or(Rank::New, |rule| rule.rank),
                of_faults: rule.is_some_and(|r| matches!(r.question, Question::Faults(_))),
            }))
        }
    }
}

/// How many posts a finding is about, for the order alone: the sum of both ends.
fn size(finding: &Finding) -> i64 {
    let posts = finding.posts.unwrap_or(Quantity::ZERO);
    posts
        .low()
        .saturating_add(posts.high().unwrap_or(posts.low()))
}

fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Certain => "certain",
        Certainty::Possible => "possible",
    }
}

fn act(act: &CausingAct) -> ReportAct {
    ReportAct {
        action: act.word,
        event: (act.subject.kind == Kind::Event && !act.subject.id.starts_with('#'))
            .then(|| act.subject.id.to_string()),
        number: act.number,
        span: act.span,
    }
}

fn cause(cause: &Cause) -> ReportCause {
    ReportCause {
        kind: cause.kind.name().to_owned(),
        subjects: cause.subjects.clone(),
    }
}

fn change(change: &Change) -> ReportChange {
    ReportChange {
        kind: change.kind.name().to_owned(),
        base: change.base.clone(),
        revision: change.revision.clone(),
        from: change.from.clone(),
        to: change.to.clone(),
        posts: change.posts.map(QuantityJson::from),
        cause: change.cause.as_ref().map(cause),
        evidence: change.evidence.iter().map(summary::evidence).collect(),
        contents: change.contents.as_ref().map(summary::contents),
    }
}

/// Puts sentences in the order of the language they are in.
fn in_order(sentences: &mut [String], language: Language) {
    sentences.sort_by(|a, b| by_name(language, a, b));
}
