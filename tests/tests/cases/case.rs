//! What the tests of the cases share: a comparison, what it must say, and the same with a line of
//! a file written otherwise, to see that a silent rule is silent for a reason.

use std::collections::BTreeSet;

use rokade::{
    Chain, Language, Opened, OpenedHearing, Policy, Report, ReportFinding, Severity, Sources,
    Syntax,
};
use rokade_core::entry::Hearing;
use rokade_core::quantity::Quantity;
use rokade_rules::Limits;
use rokade_rules::measures::{Row, of_pair};
use rokade_tests::root;

/// A line of a file, and what is written in its stead.
pub(crate) type Edit<'a> = (&'a str, &'a str);

/// Things by their ids.
pub(crate) type Ids = BTreeSet<String>;

/// A comparison in one of the folders under `orgs/`.
pub(crate) struct Case {
    sources: Sources,
    pub(crate) base: Opened,
    pub(crate) revision: Opened,
    hearings: Vec<OpenedHearing>,
}

impl Case {
    /// A proposal with the `current.yaml` of its folder.
    pub(crate) fn of(folder: &str, proposal: &str) -> Case {
        Case::open(folder, &[], &[(proposal, &[])])
    }

    /// Proposals, each on the one before it, where some lines are others. They are written out and
    /// read again, for what caused what is not asked of them and takes its time to find.
    pub(crate) fn edited(
        folder: &str,
        current: &[Edit<'_>],
        proposals: &[(&str, &[Edit<'_>])],
    ) -> Case {
        let mut case = Case::open(folder, current, proposals);
        let full = rokade::write_chart(case.revision.chart.entries());
        let full = case
            .sources
            .add("in-full.yaml", full.as_bytes(), Syntax::Yaml);
        case.revision = rokade::open(&case.sources, &[full]);
        case
    }

    fn open(folder: &str, current: &[Edit<'_>], proposals: &[(&str, &[Edit<'_>])]) -> Case {
        let mut sources = Sources::default();
        let mut add = |name: &str, edits: &[Edit<'_>]| {
            let text = text(folder, name, edits);
            sources.add(&format!("{name}.yaml"), text.as_bytes(), Syntax::Yaml)
        };
        let current = add("current", current);
        let proposals = proposals
            .iter()
            .map(|(name, edits)| add(name, edits))
            .collect();
        let chain = Chain {
            root: Ok(vec![current]),
            proposals,
        };
        let base = rokade::open(&sources, &[current]);
        let revision = rokade::open_chain(&sources, &chain);
        for opened in [&base, &revision] {
            assert!(
                opened.complete && opened.faults.is_empty(),
                "{folder}: {:?}",
                opened.faults
            );
        }
        Case {
            sources,
            base,
            revision,
            hearings: Vec::new(),
        }
    }

    /// Read with the hearing of its folder.
    pub(crate) fn heard(mut self, folder: &str) -> Case {
        let text = text(folder, "hearing", &[]);
        let file = self
            .sources
            .add("hearing.yaml", text.as_bytes(), Syntax::Yaml);
        let hearing = rokade::open_hearing(&self.sources, file, &[&self.revision, &self.base]);
        assert!(
            hearing.complete && hearing.faults.is_empty(),
            "{folder}: {:?}",
            hearing.faults
        );
        self.hearings.push(hearing);
        self
    }

    /// The hearings it is read with.
    pub(crate) fn hearings(&self) -> impl Iterator<Item = &Hearing> {
        self.hearings.iter().map(|hearing| &hearing.hearing)
    }

    /// What is said of it.
    pub(crate) fn report(&self, language: Language) -> Said {
        let policy = Policy {
            language,
            ..Policy::default()
        };
        let (base, revision) = (Some(&self.base), &self.revision);
        let report = rokade::heard(&self.sources, base, revision, &self.hearings, &policy);
        Said(report.expect("every sentence can be made"))
    }

    /// What is said of it in Danish, which the documents are in.
    pub(crate) fn said(&self) -> Said {
        self.report(Language::Da)
    }

    /// A measure of the whole, or of one thing: what it is in the base, and in the revision.
    pub(crate) fn measure(&self, name: &str, of: Option<&str>) -> (Option<String>, Option<String>) {
        let changes = rokade::changes(&self.base.chart, &self.revision.chart);
        let (base, revision) = (&self.base.chart, &self.revision.chart);
        let rows = of_pair(base, revision, &changes, &[], &Limits::default(), None);
        let is_it = |row: &&Row| {
            let thing = row.of.as_ref().map(|(_, thing)| thing.id.as_str());
            row.measure.name == name && thing == of
        };
        let row = rows.iter().find(is_it);
        let row = row.unwrap_or_else(|| panic!("{name} of {of:?} is measured"));
        let say = |quantity: Option<Quantity>| quantity.map(|quantity| quantity.to_string());
        (say(row.base), say(row.value))
    }
}

/// A chart by itself.
pub(crate) fn checked(folder: &str, name: &str, edits: &[Edit<'_>]) -> Said {
    let mut sources = Sources::default();
    let text = text(folder, name, edits);
    let file = sources.add(&format!("{name}.yaml"), text.as_bytes(), Syntax::Yaml);
    let chart = rokade::open(&sources, &[file]);
    let policy = Policy {
        language: Language::Da,
        ..Policy::default()
    };
    Said(rokade::check(&sources, &chart, &policy).expect("every sentence can be made"))
}

/// A file of a case, with some lines written otherwise; each stands there once.
fn text(folder: &str, name: &str, edits: &[Edit<'_>]) -> String {
    let path = root()
        .join("orgs")
        .join(folder)
        .join(format!("{name}.yaml"));
    let read = std::fs::read_to_string(&path);
    let mut text = read.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    for (old, new) in edits {
        assert_eq!(text.matches(old).count(), 1, "{folder}/{name}: {old}");
        text = text.replace(old, new);
    }
    text
}

/// What is said of a case.
pub(crate) struct Said(pub Report);

impl Said {
    /// There is a finding of this rule about exactly these things, and its message has all these
    /// words and figures.
    pub(crate) fn finds<const N: usize, const M: usize>(
        &self,
        rule: &str,
        about: [&str; N],
        words: [&str; M],
    ) -> &Said {
        let found = self.finding(rule, about);
        for word in words {
            assert!(
                found.message.contains(word),
                "{rule}: “{word}” in “{}”",
                found.message
            );
        }
        self
    }

    /// The finding of this rule about exactly these things.
    pub(crate) fn finding<const N: usize>(&self, rule: &str, about: [&str; N]) -> &ReportFinding {
        let about = ids(about);
        let mut found = self.of(rule).filter(|finding| members(finding) == about);
        found
            .next()
            .unwrap_or_else(|| panic!("no {rule} about {about:?}, but {:?}", self.about(rule)))
    }

    /// These rules find nothing at all.
    pub(crate) fn is_silent_on<const N: usize>(&self, rules: [&str; N]) -> &Said {
        for rule in rules {
            assert!(rokade::catalogue::find(rule).is_some(), "no rule {rule}");
            let found: Vec<&str> = self.of(rule).map(|f| f.message.as_str()).collect();
            assert!(found.is_empty(), "{rule}: {found:?}");
        }
        self
    }

    /// What each finding of a rule is about.
    pub(crate) fn about(&self, rule: &str) -> BTreeSet<Ids> {
        self.of(rule).map(members).collect()
    }

    /// What all findings of a rule together are about.
    pub(crate) fn all_about(&self, rule: &str) -> Ids {
        self.of(rule).flat_map(members).collect()
    }

    /// The errors are these and no others: rules with what they are about.
    pub(crate) fn has_only_errors<const N: usize>(&self, expected: [(&str, &[&str]); N]) -> &Said {
        let errors = self.0.findings.iter();
        let errors = errors.filter(|finding| finding.severity == Severity::Error);
        let errors: BTreeSet<(&str, Ids)> = errors.map(|f| (f.rule, members(f))).collect();
        let expected = expected.map(|(rule, about)| {
            let about: Ids = about.iter().map(|id| (*id).to_owned()).collect();
            (rule, about)
        });
        assert_eq!(errors, expected.into());
        self
    }

    fn of(&self, rule: &str) -> impl Iterator<Item = &ReportFinding> {
        let findings = self.0.findings.iter();
        findings.filter(move |finding| finding.rule == rule)
    }
}

/// The ids of what a finding is about; that of the chart is empty.
pub(crate) fn members(finding: &ReportFinding) -> Ids {
    let members = finding.members.iter();
    members
        .map(|member| member.subject.id.to_string())
        .collect()
}

pub(crate) fn ids<const N: usize>(ids: [&str; N]) -> Ids {
    ids.map(str::to_owned).into()
}
