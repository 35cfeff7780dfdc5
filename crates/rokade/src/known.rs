//! What was found before, and what is wrong in files that are no charts: settings, and a list of
//! what is known (a baseline).

use std::collections::{BTreeMap, BTreeSet};

use rokade_core::finding::{Fingerprint, Severity, Side};
use rokade_core::quantity::Certainty;
use rokade_core::report::{Command, Known, Report, ReportCause, ReportFinding, ReportLabel};
use rokade_core::span::Span;
use rokade_core::words::{Words, WordsError};
use rokade_rules::{Policy, catalogue};

/// What was found before: by the fingerprints of members, or of findings that have none.
pub type KnownFindings = BTreeMap<Fingerprint, Known>;

/// The fingerprints by which a finding is known again: those of its members, or its own.
pub fn fingerprints(finding: &ReportFinding) -> impl Iterator<Item = &Fingerprint> {
    let own = finding.members.is_empty().then_some(&finding.fingerprint);
    let members = finding.members.iter().map(|member| &member.fingerprint);
    own.into_iter().chain(members)
}

/// All that a report found, as known since some version.
pub fn known_since(report: &Report, since: &str) -> KnownFindings {
    let known = Known {
        because: None,
        since: Some(since.to_owned()),
    };
    let found = report.findings.iter().flat_map(fingerprints);
    found
        .map(|fingerprint| (fingerprint.clone(), known.clone()))
        .collect()
}

/// Something wrong in a file that is no chart.
#[derive(Debug, Clone)]
pub struct Aside {
    /// The rule that tells such things of charts.
    pub rule: &'static str,
    /// By what it is known again, with the rule.
    pub mark: String,
    /// What is wrong.
    pub message: String,
    /// What would mend it.
    pub help: Option<String>,
    /// What is to be seen at the place.
    pub label: String,
    /// The place.
    pub span: Span,
}

/// A report with what is wrong in files that are no charts, before or after the rest as it
/// matters more or less.
///
/// # Errors
/// When a sentence cannot be made, which the tests of the rules rule out.
pub fn with_asides(
    mut report: Report,
    asides: Vec<Aside>,
    policy: &Policy,
) -> Result<Report, WordsError> {
    if asides.is_empty() {
        return Ok(report);
    }
    let mut findings = Vec::with_capacity(asides.len() + report.findings.len());
    for aside in asides {
        let Some(rule) = catalogue::find(aside.rule) else {
            continue;
        };
        let words = Words::new(policy.language, rule.sentences.get(policy.language))?;
        let severity = policy.severities.get(rule.name);
        findings.push(ReportFinding {
            rule: rule.name,
            title: words.say("title", &[])?,
            topic: rule.rank,
            severity: severity.copied().unwrap_or(rule.severity),
            certainty: Certainty::Certain,
            cause: ReportCause {
                kind: "itself".to_owned(),
                subjects: Vec::new(),
            },
            caused_by: Vec::new(),
            caused_by_others: 0,
            members: Vec::new(),
            labels: vec![ReportLabel {
                span: aside.span,
                side: Side::Revision,
                text: aside.label,
            }],
            data: indexmap::IndexMap::new(),
            message: aside.message,
            help: aside.help,
            posts: None,
            citizens: None,
            fingerprint: Fingerprint::of([rule.name, aside.mark.as_str()]),
            allowed: None,
            known: None,
        });
    }
    let (mut all, less): (Vec<_>, Vec<_>) = findings
        .into_iter()
        .partition(|finding| finding.severity == Severity::Error);
    all.append(&mut report.findings);
    all.extend(less);
    report.findings = all;
    if report.command == Command::Check {
        // What it means is told of all that is in it.
        report = rokade_rules::merge(vec![report], policy)?;
    }
    Ok(report)
}

/// Of fingerprints that were known, those that none of a report's findings has any longer.
pub fn gone<'a>(
    report: &Report,
    known: impl Iterator<Item = &'a Fingerprint>,
) -> BTreeSet<&'a Fingerprint> {
    let found = report.findings.iter().flat_map(fingerprints);
    let found: BTreeSet<&Fingerprint> = found.collect();
    known
        .filter(|fingerprint| !found.contains(fingerprint))
        .collect()
}
