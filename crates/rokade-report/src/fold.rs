//! The short view of a report: the one that every format for people prints.
//!
//! Readers drown in true lines that say one thing. Findings stand in groups: the errors, then
//! what each of the rest is about. The first findings of a rule are told, the rest are counted;
//! notes are only counted, unless they are asked for. Nothing is lost and nothing is put in
//! another order.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;
use rokade_core::finding::{Rank, Severity};
use rokade_core::ids::{Kind, Subject};
use rokade_core::report::{Report, ReportFinding};

/// How many findings of a rule are told before the rest are counted.
pub(crate) const FINDINGS_A_RULE: usize = 12;

/// How much of a report is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// Errors and warnings; notes are counted.
    Short,
    /// Notes too.
    Notes,
    /// All findings, however many there are of a rule.
    All,
}

/// The short view of a report.
#[derive(Debug, Clone)]
pub struct Folded<'r> {
    /// What is told and what is counted, in the report's order.
    pub entries: Vec<Entry<'r>>,
    /// The notes that are only counted, in the report's order.
    pub notes: Vec<Counted<'r>>,
}

/// A line of the short view.
#[derive(Debug, Clone)]
pub enum Entry<'r> {
    /// What the findings that follow have in common; none where all are of one group.
    Group(Group),
    /// A finding that is told, allowed or not.
    Finding(&'r ReportFinding),
    /// The rest of a rule; it stands after the last that is told.
    More(More<'r>),
}

/// What findings have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Somebody or something is left hanging.
    Errors,
    /// What they are about.
    About(Rank),
}

/// How many notes there are of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted<'r> {
    /// The rule.
    pub rule: &'r str,
    /// What it finds.
    pub title: &'r str,
    /// What it is about.
    pub topic: Rank,
    /// How many there are, allowed ones too.
    pub findings: usize,
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
    /// How many of them there are of each severity, allowed and known ones apart.
    pub severities: BTreeMap<Severity, usize>,
    /// How many of them are allowed.
    pub allowed: usize,
    /// How many of them were known before.
    pub known: usize,
    /// How many units they are about: those among their members, else those they follow from.
    pub units: usize,
    /// How many different things of each kind their members are.
    pub subjects: BTreeMap<Kind, usize>,
}

/// A view of a report, in its order. What is allowed stays among the rest, marked by `allowed`.
#[expect(
    clippy::indexing_slicing,
    reason = "a place was made for the rest before there was any"
)]
pub fn fold(report: &Report, detail: Detail) -> Folded<'_> {
    let is_note = |finding: &ReportFinding| finding.severity == Severity::Note;
    let told = report.findings.iter();
    let told = told.filter(|finding| detail != Detail::Short || !is_note(finding));
    let told: Vec<&ReportFinding> = told.collect();
    let group = |finding: &ReportFinding| match finding.severity {
        Severity::Error => Group::Errors,
        Severity::Warning | Severity::Note => Group::About(finding.topic),
    };
    let mut groups = told.iter().map(|finding| group(finding));
    let has_groups = groups
        .next()
        .is_some_and(|first| groups.any(|group| group != first));

    let mut entries = Vec::new();
    let mut rules: IndexMap<(bool, &str), RuleView<'_>> = IndexMap::new();
    let mut now = None;
    for finding in told {
        let group = group(finding);
        let view = rules
            .entry((group == Group::Errors, finding.rule))
            .or_default();
        let is_told = view.told < FINDINGS_A_RULE || detail == Detail::All;
        if is_told && has_groups && now != Some(group) {
            now = Some(group);
            entries.push(Some(Entry::Group(group)));
        }
        if is_told {
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
        notes: match detail {
            Detail::Short => counted(report.findings.iter().filter(|f| is_note(f))),
            Detail::Notes | Detail::All => Vec::new(),
        },
    }
}

fn counted<'r>(notes: impl Iterator<Item = &'r ReportFinding>) -> Vec<Counted<'r>> {
    let mut rules: IndexMap<&str, Counted<'r>> = IndexMap::new();
    for note in notes {
        let counted = rules.entry(note.rule).or_insert(Counted {
            rule: note.rule,
            title: &note.title,
            topic: note.topic,
            findings: 0,
        });
        counted.findings += 1;
    }
    rules.into_values().collect()
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
                known: 0,
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
        } else if finding.known.is_some() {
            more.known += 1;
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
        let folded = fold(&report, Detail::Notes);
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
                known: 0,
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
        assert_eq!(fold(&report, Detail::Notes).entries.len(), FINDINGS_A_RULE);
    }

    #[test]
    fn notes_are_counted_and_all_is_told_when_asked_for() {
        let note = |rule| finding(rule, Severity::Note, "x");
        let mut findings = vec![finding("vacant-head", Severity::Warning, "ledig")];
        findings.extend(vec![note("moved-function"); 20]);
        findings.push(note("left-neighbours"));
        let report = report(findings);
        let short = fold(&report, Detail::Short);
        assert!(matches!(&short.entries[..], [Entry::Finding(f)] if f.rule == "vacant-head"));
        let counted: Vec<(&str, usize)> = short
            .notes
            .iter()
            .map(|note| (note.rule, note.findings))
            .collect();
        assert_eq!(counted, [("moved-function", 20), ("left-neighbours", 1)]);
        let all = fold(&report, Detail::All);
        assert_eq!(all.entries.len(), report.findings.len());
        assert!(all.notes.is_empty());
    }

    #[test]
    fn findings_stand_in_groups_when_there_are_several() {
        let mut error = finding("broken-co-location", Severity::Error, "x");
        error.topic = Rank::Places;
        let mut note = finding("left-neighbours", Severity::Note, "x");
        note.topic = Rank::Places;
        let one = report(vec![note.clone(), note.clone()]);
        assert!(
            fold(&one, Detail::Notes)
                .entries
                .iter()
                .all(|entry| matches!(entry, Entry::Finding(_)))
        );
        let both = report(vec![error, note]);
        let groups = |detail| -> Vec<Group> {
            let entries = fold(&both, detail).entries.into_iter();
            entries
                .filter_map(|entry| match entry {
                    Entry::Group(group) => Some(group),
                    _ => None,
                })
                .collect()
        };
        assert_eq!(
            groups(Detail::Notes),
            [Group::Errors, Group::About(Rank::Places)]
        );
        assert_eq!(groups(Detail::Short), []);
    }

    proptest! {
        #[test]
        fn nothing_is_lost(
            rules in prop::collection::vec((0..3_usize, any::<bool>()), 0..80),
            detail in prop::sample::select(vec![Detail::Short, Detail::Notes, Detail::All]),
        ) {
            let findings = rules.iter().map(|&(rule, is_allowed)| {
                let mut one = finding(RULES[rule], Severity::ALL[rule], "x");
                one.allowed = is_allowed.then(|| allowed(None, None));
                one
            });
            let report = report(findings.collect());
            let folded = fold(&report, detail);
            let mut told: Vec<&ReportFinding> = Vec::new();
            let mut more: Vec<&More<'_>> = Vec::new();
            for entry in &folded.entries {
                match entry {
                    Entry::Finding(finding) => told.push(finding),
                    Entry::More(one) => more.push(one),
                    Entry::Group(_) => {}
                }
            }
            let counted: usize = more.iter().map(|more| more.findings).sum();
            let notes: usize = folded.notes.iter().map(|note| note.findings).sum();
            prop_assert_eq!(told.len() + counted + notes, report.findings.len());
            // What is told stands in the report's order.
            let mut rest = report.findings.iter();
            prop_assert!(told.iter().all(|&one| rest.any(|other| std::ptr::eq(one, other))));
            for rule in RULES {
                let told = told.iter().filter(|f| f.rule == rule).count();
                let all = report.findings.iter().filter(|f| f.rule == rule);
                let all: Vec<&ReportFinding> = all.collect();
                let is_note = all.iter().any(|f| f.severity == Severity::Note);
                let expected = match detail {
                    Detail::Short if is_note => 0,
                    Detail::All => all.len(),
                    _ => all.len().min(FINDINGS_A_RULE),
                };
                prop_assert_eq!(told, expected);
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
