//! Charts and proposals as users write them, with what the rules find, for the tests of this
//! crate.

use std::collections::BTreeSet;

use rokade_change::{ChangeSet, apply, diff, small_groups};
use rokade_core::chart::Chart;
use rokade_core::entry::{Hearing, Language};
use rokade_core::note::HearingNote;
use rokade_core::report::Report;
use rokade_core::span::{Source, SourceId, Syntax};
use rokade_load::{load, load_hearing, load_proposal};
use rokade_rules::{ChartInput, Policy};

use crate::{Input, Limits};

/// A base, what a proposal makes of it, and what is found.
pub(crate) struct Case {
    pub(crate) base: Chart,
    pub(crate) revision: Chart,
    pub(crate) changes: ChangeSet,
    pub(crate) report: Report,
    pub(crate) hearing: Option<(Hearing, HearingNote)>,
    pub(crate) language: Language,
}

/// A chart from the text of one file.
pub(crate) fn chart(text: &str) -> Chart {
    let source = Source::new("base.yaml", headed(text), Syntax::Yaml);
    let loaded = load(&[(SourceId(0), &source)]);
    assert_eq!(loaded.faults, [], "in the chart:\n{text}");
    Chart::build(loaded.entries).0
}

/// What a proposal makes of a chart.
pub(crate) fn after(base: &Chart, proposal: &str) -> Chart {
    let text = if proposal.contains("\nbase:") {
        proposal.to_owned()
    } else {
        format!("base: base.yaml\n{proposal}")
    };
    let source = Source::new("proposal.yaml", headed(&text), Syntax::Yaml);
    let loaded = load_proposal(SourceId(1), &source);
    assert_eq!(loaded.faults, [], "in the proposal:\n{proposal}");
    let applied = apply(base.entries(), &loaded.proposal, &BTreeSet::new());
    assert_eq!(applied.faults, [], "of the proposal:\n{proposal}");
    Chart::build(applied.entries).0
}

fn headed(text: &str) -> String {
    if text.starts_with("rokade:") {
        text.to_owned()
    } else {
        format!("rokade: 1\n{text}")
    }
}

impl Case {
    /// A base and a proposal for it, as they are written.
    pub(crate) fn proposed(base: &str, proposal: &str) -> Self {
        let base = chart(base);
        let revision = after(&base, proposal);
        Case::of(base, revision)
    }

    /// Two charts.
    pub(crate) fn of(base: Chart, revision: Chart) -> Self {
        let changes = diff(&base, &revision);
        let report = found(&base, &revision, &changes, Language::Da);
        Case {
            base,
            revision,
            changes,
            report,
            hearing: None,
            language: Language::Da,
        }
    }

    /// The same in another language.
    pub(crate) fn told_in(mut self, language: Language) -> Self {
        self.report = found(&self.base, &self.revision, &self.changes, language);
        self.language = language;
        self
    }

    /// The same with what was answered in a hearing.
    pub(crate) fn heard(mut self, hearing: &str) -> Self {
        let source = Source::new("hearing.yaml", hearing, Syntax::Yaml);
        let loaded = load_hearing(SourceId(2), &source);
        assert_eq!(loaded.faults, [], "in the hearing:\n{hearing}");
        let note = HearingNote {
            language: self.language,
            proposal: String::new(),
            source: "hearing.yaml".to_owned(),
            summary: Vec::new(),
            responses: Vec::new(),
            unraised: Vec::new(),
            unraised_notes: 0,
            unanswered: Vec::new(),
            counter_proposals: Vec::new(),
            not_judged: Vec::new(),
            complete: true,
            hides_small_groups: false,
        };
        self.hearing = Some((loaded.hearing, note));
        self
    }

    /// The same with small groups of posts as ranges.
    pub(crate) fn hidden(self) -> Self {
        let groups = small_groups(&self.base, &[&self.revision]);
        let mut charts = [&self.base, &self.revision].into_iter().zip(groups);
        let mut hide = || {
            let (chart, groups) = charts.next().expect("there are two charts");
            Chart::build(groups.hide(chart.entries())).0
        };
        let (base, revision) = (hide(), hide());
        let mut hidden = Case::of(base, revision).told_in(self.language);
        hidden.hearing = self.hearing;
        hidden
    }

    /// Tells with it what a part of an assessment is made of.
    pub(crate) fn told<T>(&self, tell: impl FnOnce(&Input<'_>) -> T) -> T {
        let hearings: Vec<(&Hearing, &HearingNote)> = self
            .hearing
            .iter()
            .map(|(hearing, note)| (hearing, note))
            .collect();
        let limits = Policy::default().limits_in_force();
        tell(&Input {
            base: &self.base,
            revision: &self.revision,
            changes: &self.changes,
            report: &self.report,
            hearings: &hearings,
            limits: Limits {
                span_max: limits.span_max,
                hearing_min_days: limits.hearing_min_days,
            },
            language: self.language,
        })
    }
}

fn found(base: &Chart, revision: &Chart, changes: &ChangeSet, language: Language) -> Report {
    let input = |chart| ChartInput {
        chart,
        faults: &[],
        complete: true,
    };
    let inputs = rokade_rules::Input {
        base: Some((input(base), changes)),
        revision: input(revision),
        hearings: &[],
    };
    let policy = Policy {
        language,
        ..Policy::default()
    };
    rokade_rules::report(&inputs, &policy, Vec::new(), &|_, _| None)
        .expect("every sentence can be made")
}

macro_rules! orgs {
    ($path:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../orgs/", $path))
    };
}

/// The cases, each with its base and a proposal.
pub(crate) const CASES: [(&str, &str, &str); 7] = [
    (
        "aalborg-integration",
        orgs!("aalborg-integration/current.yaml"),
        orgs!("aalborg-integration/proposal.yaml"),
    ),
    (
        "aalborg-integration-counter",
        orgs!("aalborg-integration/current.yaml"),
        orgs!("aalborg-integration/counter-proposal.yaml"),
    ),
    (
        "aalborg-principper",
        orgs!("aalborg-principper/current.yaml"),
        orgs!("aalborg-principper/proposal.yaml"),
    ),
    (
        "ishoej-own",
        orgs!("ishoej-jobcenter/current.yaml"),
        orgs!("ishoej-jobcenter/proposal-own-centre.yaml"),
    ),
    (
        "ishoej-merged",
        orgs!("ishoej-jobcenter/current.yaml"),
        orgs!("ishoej-jobcenter/proposal-merged-centre.yaml"),
    ),
    (
        "slagelse-arbejdsmarked",
        orgs!("slagelse-arbejdsmarked/current.yaml"),
        orgs!("slagelse-arbejdsmarked/proposal.yaml"),
    ),
    (
        "slagelse-voksen",
        orgs!("slagelse-voksen/current.yaml"),
        orgs!("slagelse-voksen/proposal.yaml"),
    ),
];

/// One of the cases.
pub(crate) fn case(name: &str) -> Case {
    let found = CASES.iter().find(|(known, ..)| *known == name);
    let (_, base, proposal) = found.expect("there is such a case");
    Case::proposed(base, proposal)
}

/// The hearing of the first case.
pub(crate) const HEARING: &str = orgs!("aalborg-integration/hearing.yaml");
