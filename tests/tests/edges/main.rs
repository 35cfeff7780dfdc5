//! What rules say at the edges of what charts state: where numbers may be nothing, where several
//! things happen at once, and how much of a long list is pointed at. A rule's page has what it is
//! for; this has what its sentences must not get wrong.

mod applying;
mod balance;
mod citizens;
mod comparing;
mod counting;
mod file;
mod following;
mod hiding;
mod leadership;
mod needs;
mod pathways;
mod people;
mod place;
mod process;
mod responsibility;
mod settings;
mod together;
mod values;

use rokade::{
    Certainty, Chain, Comparison, Language, Named, Policy, Report, ReportFinding, Severity,
    Sources, Syntax,
};
use rokade_core::ids::Id;
use rokade_tests::{check_text, diff_text, open_yaml};

fn only(rule: &'static str) -> Policy {
    Policy {
        language: Language::En,
        only: Some(vec![rule]),
        ..Policy::default()
    }
}

fn diff(rule: &'static str, base: &str, revision: &str) -> Report {
    let [base, revision] = [base, revision].map(|text| format!("rokade: 1\n{text}"));
    diff_text(&base, &revision, &only(rule))
}

fn check(rule: &'static str, chart: &str) -> Report {
    check_text(&format!("rokade: 1\n{chart}"), &only(rule))
}

/// The one finding of a rule.
fn one(report: Report) -> ReportFinding {
    assert_eq!(report.findings.len(), 1, "{:#?}", report.findings);
    report.findings.into_iter().next().expect("there is one")
}

fn messages(report: &Report) -> Vec<&str> {
    let findings = report.findings.iter();
    findings.map(|finding| finding.message.as_str()).collect()
}

fn members(finding: &ReportFinding) -> Vec<&str> {
    let members = finding.members.iter();
    members.map(|member| member.subject.id.as_str()).collect()
}

fn labels(finding: &ReportFinding) -> Vec<&str> {
    let labels = finding.labels.iter();
    labels.map(|label| label.text.as_str()).collect()
}

/// What a finding is put down to, as `transfer unit:job unit:hus`.
fn cause(finding: &ReportFinding) -> String {
    let subjects = finding.cause.subjects.iter().map(ToString::to_string);
    let words = std::iter::once(finding.cause.kind.clone()).chain(subjects);
    words.collect::<Vec<_>>().join(" ")
}

/// Proposals, compared with a base.
fn compared(base: &str, proposals: &[&str]) -> Comparison {
    let mut sources = Sources::default();
    let mut open = |text: &str| Named {
        opened: open_yaml(&mut sources, "chart.yaml", &format!("rokade: 1\n{text}")),
        source: "chart.yaml".to_owned(),
    };
    let base = open(base);
    let proposals = proposals.iter().map(|text| open(text)).collect();
    let policy = Policy {
        language: Language::En,
        ..Policy::default()
    };
    rokade::compare(&sources, base, proposals, &[], &policy, false)
        .expect("every sentence can be made")
}

fn id<I: Id>(text: &str) -> I {
    I::parse(text).expect("it is an id")
}
