//! What a report on random charts says, in forms that can be compared, and what every report
//! must hold.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use rokade::{ChangeSet, Language, Policy, Report};
use rokade_core::chart::Chart;
use rokade_core::entry::Entries;
use rokade_core::finding::{Side, Value};
use rokade_core::ids::{Kind, Subject};
use rokade_core::span::{SourceId, Span};
use rokade_rules::{ChartInput, Input};

/// The chart of an organisation that has no faults.
///
/// # Panics
/// When it has some.
pub fn chart(org: &Entries) -> Chart {
    let (chart, faults) = Chart::build(org.clone());
    assert!(
        faults.is_empty(),
        "a generated organisation is valid: {faults:?}"
    );
    chart
}

/// The report on one chart, or on two; every label is told, wherever it points.
///
/// # Panics
/// When a sentence cannot be made.
pub fn report(base: Option<(&Chart, &ChangeSet)>, revision: &Chart, language: Language) -> Report {
    let input = |chart| ChartInput {
        chart,
        faults: &[],
        complete: true,
    };
    let inputs = Input {
        base: base.map(|(chart, changes)| (input(chart), changes)),
        revision: input(revision),
        hearings: &[],
    };
    let policy = Policy {
        language,
        ..Policy::default()
    };
    let somewhere = |_, _: &_| Some(Span::new(SourceId(0), 0..0));
    rokade_rules::report(&inputs, &policy, Vec::new(), &somewhere)
        .expect("every sentence can be made")
}

/// The report on two charts.
pub fn diff(base: &Chart, revision: &Chart) -> Report {
    report(
        Some((base, &rokade::changes(base, revision))),
        revision,
        Language::En,
    )
}

/// All that a report says of its findings, whatever their order, and of the changes.
pub fn told(report: &Report, fingerprints: bool) -> Vec<String> {
    let mut told: Vec<String> = report
        .findings
        .iter()
        .map(|f| {
            let members: Vec<String> = f
                .members
                .iter()
                .map(|m| format!("{:?} {} {}", m.side, m.subject, m.part))
                .collect();
            let data: BTreeMap<&str, &Value> = f.data.iter().map(|(k, v)| (*k, v)).collect();
            let labels: Vec<&str> = f.labels.iter().map(|label| label.text.as_str()).collect();
            let print = if fingerprints {
                f.fingerprint.as_str()
            } else {
                ""
            };
            format!(
                "{} {:?} {:?} {:?} {members:?} {data:?} {:?} {labels:?} {} / {:?} {print}",
                f.rule, f.severity, f.certainty, f.cause, f.allowed, f.message, f.help,
            )
        })
        .collect();
    told.sort();
    told.extend(report.changes.iter().map(|change| format!("{change:?}")));
    told.push(format!(
        "{:?} {:?} {:?}",
        report.summary, report.balance, report.not_judged
    ));
    told
}

/// Whether a chart has a thing, or had it until it ended.
pub fn has(chart: &Chart, subject: &Subject) -> bool {
    subject.kind == Kind::Chart || chart.entries().subjects().any(|known| known == *subject)
}

/// What holds of every report: sentences without holes, distinct marks, things that exist.
///
/// # Panics
/// When a finding on one chart is about a base.
pub fn sound(report: &Report, base: Option<&Chart>, revision: &Chart) -> Result<(), TestCaseError> {
    let mut marks = BTreeSet::new();
    let mut causes = BTreeSet::new();
    for finding in &report.findings {
        let texts = [Some(&finding.message), finding.help.as_ref()]
            .into_iter()
            .flatten();
        for text in texts.chain(finding.labels.iter().map(|label| &label.text)) {
            prop_assert!(!text.contains(['{', '}', '$']), "{}: {text}", finding.rule);
            prop_assert!(!text.trim().is_empty(), "{} says nothing", finding.rule);
        }
        let message = &finding.message;
        let starts_small = message.starts_with("ca. ") || message.contains(". ca. ");
        prop_assert!(!starts_small, "{}: {message}", finding.rule);
        let mark = finding.fingerprint.as_str();
        prop_assert!(
            marks.insert(mark),
            "two findings are marked {mark}: {}",
            finding.message
        );
        let part = finding.data.get("part");
        let cause = format!("{} {:?} {part:?} {}", finding.rule, finding.cause, mark);
        prop_assert!(
            causes.insert(cause),
            "{} says it twice: {}",
            finding.rule,
            finding.message
        );
        prop_assert!(
            !finding.members.is_empty(),
            "{} is about nothing: {}",
            finding.rule,
            finding.message
        );
        let mut members = BTreeSet::new();
        for member in &finding.members {
            let chart = match member.side {
                Side::Base => base.expect("only where two are compared is there a base"),
                Side::Revision => revision,
            };
            let (subject, side) = (&member.subject, member.side);
            prop_assert!(
                has(chart, subject),
                "{}: no {subject} in {side:?}",
                finding.rule
            );
            prop_assert!(
                members.insert((member.side, subject, &member.part)),
                "{}: {subject} {} is a member twice",
                finding.rule,
                member.part
            );
        }
        let mut named = finding.cause.subjects.clone();
        let data = finding.data.values().flat_map(Value::things);
        named.extend(data.cloned());
        for subject in named {
            let exists = has(revision, &subject) || base.is_some_and(|base| has(base, &subject));
            prop_assert!(exists, "{}: {subject} is nowhere", finding.rule);
        }
    }
    for text in report.summary.iter().chain(&report.not_judged) {
        prop_assert!(!text.contains(['{', '}', '$']), "{text}");
    }
    Ok(())
}

/// What two languages must agree on.
pub fn without_words(report: &Report) -> Vec<String> {
    let findings = report.findings.iter();
    findings
        .map(|f| {
            format!(
                "{} {:?} {:?} {:?} {:?} {:?} {} {:?}",
                f.rule,
                f.severity,
                f.certainty,
                f.cause,
                f.members,
                f.data,
                f.fingerprint,
                f.allowed
            )
        })
        .collect()
}
