//! The short view of a report: the one that every format for people prints.
//!
//! Readers drown in true lines that say one thing. The first findings of a rule are told, the
//! rest are counted; nothing is lost and nothing is put in another order.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;
use rokade_core::finding::Severity;
use rokade_core::ids::{Kind, Subject};
use rokade_core::report::{Report, ReportFinding};

/// How many findings of a rule are told before the rest are counted.
pub(crate) const FINDINGS_A_RULE: usize = 12;

/// The short view of a report.
#[derive(Debug, Clone)]
pub struct Folded<'r> {
    /// What is told and what is counted, in the report's order.
    pub entries: Vec<Entry<'r>>,
}

/// A line of the short view.
#[derive(Debug, Clone)]
pub enum Entry<'r> {
    /// A finding that is told, allowed or not.
    Finding(&'r ReportFinding),
    /// The rest of a rule; it stands after the last that is told.
    More(More<'r>),
}

/// The findings of a rule that are counted only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct More<'r> {
    /// The rule.
    pub rule: &'r str,
    /// The most any of them matters.
    pub severity: Severity,
    /// How many there are.
    pub findings: usize,
    /// How many of them there are of each severity, allowed ones apart.
    pub severities: BTreeMap<Severity, usize>,
    /// How many of them are allowed.
    pub allowed: usize,
    /// How many units they are about: those among their members, else those they follow from.
    pub units: usize,
    /// How many different things of each kind their members are.
    pub subjects: BTreeMap<Kind, usize>,
}

/// The short view: at most twelve findings a rule, in the report's order; the rest of a rule is
/// one entry that counts them. What is allowed stays among them, marked by `allowed`.
pub fn fold(report: &Report) -> Folded<'_> {
    let mut entries = Vec::new();
    let mut rules: IndexMap<&str, RuleView<'_>> = IndexMap::new();
    for finding in &report.findings {
        let view = rules.entry(finding.rule).or_default();
        if view.told < FINDINGS_A_RULE {
            view.told += 1;
            entries.push(Some(Entry::Finding(finding)));
            if view.told == FINDINGS_A_RULE {
                // Where the rest will stand, if there is any.
                view.place = entries.len();
                entries.push(None);
            }
        } else {
            view.rest
                .get_or_insert_with(|| Rest::new(finding))
                .add(finding);
        }
    }
    for view in rules.into_values() {
        if let Some(rest) = view.rest {
            entries[view.place] = Some(Entry::More(rest.counted()));
        }
    }
    Folded {
        entries: entries.into_iter().flatten().collect(),
    }
}

/// The view that leaves nothing out, for those who ask for all.
pub(crate) fn whole(report: &Report) -> Folded<'_> {
    Folded {
        entries: report.findings.iter().map(Entry::Finding).collect(),
    }
}

#[derive(Default)]
struct RuleView<'r> {
    told: usize,
    place: usize,
    rest: Option<Rest<'r>>,
}

/// The rest of a rule while it is counted.
struct Rest<'r> {
    more: More<'r>,
    units: BTreeSet<&'r Subject>,
    subjects: BTreeSet<&'r Subject>,
}

impl<'r> Rest<'r> {
    fn new(first: &'r ReportFinding) -> Self {
        Rest {
            more: More {
                rule: first.rule,
                severity: first.severity,
                findings: 0,
                severities: BTreeMap::new(),
                allowed: 0,
                units: 0,
                subjects: BTreeMap::new(),
            },
            units: BTreeSet::new(),
            subjects: BTreeSet::new(),
        }
    }

    fn add(&mut self, finding: &'r ReportFinding) {
        let more = &mut self.more;
        more.findings += 1;
        more.severity = more.severity.max(finding.severity);
        if finding.allowed.is_some() {
            more.allowed += 1;
        } else {
            *more.severities.entry(finding.severity).or_default() += 1;
        }
        let members = || finding.members.iter().map(|member| &member.subject);
        let is_unit = |subject: &&Subject| subject.kind == Kind::Unit;
        self.subjects.extend(members());
        if members().any(|subject| is_unit(&subject)) {
            self.units.extend(members().filter(is_unit));
        } else {
            self.units
                .extend(finding.cause.subjects.iter().filter(is_unit));
        }
    }

    fn counted(mut self) -> More<'r> {
        self.more.units = self.units.len();
        for subject in self.subjects {
            *self.more.subjects.entry(subject.kind).or_default() += 1;
        }
        self.more
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::fixture::{allowed, finding, member, report};

    const RULES: [&str; 3] = ["moved-function", "vacant-head", "left-neighbours"];

    #[test]
    fn a_dozen_is_told_and_the_rest_is_counted() {
        let mut findings: Vec<ReportFinding> = (0..15)
            .map(|i| {
                let mut one = finding("moved-function", Severity::Note, "flyttes");
                one.members = vec![member(Kind::Function, &format!("f{i}"), "F")];
                one.cause.subjects = vec![Subject::new(Kind::Unit, &format!("u{}", i % 2))];
                one
            })
            .collect();
        findings[14].severity = Severity::Warning;
        findings[13].allowed = Some(allowed(None, None));
        findings.push(finding("vacant-head", Severity::Warning, "ledig"));
        let report = report(findings);
        let folded = fold(&report);
        assert_eq!(folded.entries.len(), 14);
        let Entry::More(more) = &folded.entries[12] else {
            panic!("the rest stands after the twelfth");
        };
        assert_eq!(
            *more,
            More {
                rule: "moved-function",
                severity: Severity::Warning,
                findings: 3,
                severities: [(Severity::Note, 1), (Severity::Warning, 1)].into(),
                allowed: 1,
                units: 2,
                subjects: [(Kind::Function, 3)].into(),
            }
        );
        assert!(matches!(folded.entries[13], Entry::Finding(f) if f.rule == "vacant-head"));
    }

    #[test]
    fn twelve_have_no_rest() {
        let one = finding("moved-function", Severity::Note, "flyttes");
        let report = report(vec![one; FINDINGS_A_RULE]);
        assert_eq!(fold(&report).entries.len(), FINDINGS_A_RULE);
    }

    proptest! {
        #[test]
        fn nothing_is_lost(rules in prop::collection::vec((0..3_usize, any::<bool>()), 0..80)) {
            let findings = rules.iter().map(|&(rule, is_allowed)| {
                let mut one = finding(RULES[rule], Severity::ALL[rule], "x");
                one.allowed = is_allowed.then(|| allowed(None, None));
                one
            });
            let report = report(findings.collect());
            let folded = fold(&report);
            let told: Vec<&ReportFinding> = folded
                .entries
                .iter()
                .filter_map(|entry| match entry {
                    Entry::Finding(finding) => Some(*finding),
                    Entry::More(_) => None,
                })
                .collect();
            let more: Vec<&More<'_>> = folded
                .entries
                .iter()
                .filter_map(|entry| match entry {
                    Entry::More(more) => Some(more),
                    Entry::Finding(_) => None,
                })
                .collect();
            let counted: usize = more.iter().map(|more| more.findings).sum();
            prop_assert_eq!(told.len() + counted, report.findings.len());
            // What is told stands in the report's order.
            let mut rest = report.findings.iter();
            prop_assert!(told.iter().all(|&one| rest.any(|other| std::ptr::eq(one, other))));
            for rule in RULES {
                let of_rule = |f: &&&ReportFinding| f.rule == rule;
                let told = told.iter().filter(of_rule).count();
                let all = report.findings.iter().filter(|f| f.rule == rule).count();
                prop_assert_eq!(told, all.min(FINDINGS_A_RULE));
                prop_assert!(more.iter().filter(|more| more.rule == rule).count() <= 1);
            }
            for more in more {
                let graded: usize = more.severities.values().sum();
                prop_assert!(more.findings > 0);
                prop_assert_eq!(graded + more.allowed, more.findings);
            }
        }
    }
}
