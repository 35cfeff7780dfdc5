//! What changes, and which consequences that has.

use std::collections::BTreeMap;

use rokade_change::{ChangeKind, FunctionFate, Renaming};
use rokade_core::entry::PremiseKind;
use rokade_core::finding::{Rank, Severity, Side, Value};
use rokade_core::ids::{Id, Kind, Subject};
use rokade_core::report::ReportFinding;
use rokade_core::words::WordsError;

use super::{Asked, Said};

/// What happens to units, by the kind of change, in the order in which it is told.
const OF_UNITS: [(ChangeKind, &str); 7] = [
    (ChangeKind::UnitClosed, "units-closed"),
    (ChangeKind::UnitMerged, "units-merged"),
    (ChangeKind::UnitSplit, "units-split"),
    (ChangeKind::UnitFounded, "units-founded"),
    (ChangeKind::UnitMoved, "units-moved"),
    (ChangeKind::UnitRelocated, "units-relocated"),
    (ChangeKind::HeadChanged, "units-headed"),
];

/// What happens to functions.
const OF_FUNCTIONS: [(FunctionFate, &str); 6] = [
    (FunctionFate::Moved, "functions-moved"),
    (FunctionFate::Split, "functions-split"),
    (FunctionFate::Absorbed, "functions-absorbed"),
    (FunctionFate::Ended, "functions-ended"),
    (FunctionFate::Unassigned, "functions-unassigned"),
    (FunctionFate::Absent, "functions-absent"),
];

impl Asked<'_> {
    /// What changes, and what it is for.
    pub(super) fn what(&self) -> Result<Said, WordsError> {
        let changes = self.input.changes;
        let mut said = Said::default();
        let premises = self.input.revision.entries().premises.values();
        let goals = premises.filter(|premise| premise.value.kind == Some(PremiseKind::Goal));
        let goals = goals.filter_map(|goal| goal.value.text.as_deref());
        let goals: Vec<&str> = goals.map(str::trim).collect();
        if goals.is_empty() {
            said.missing.push(self.say("goal-missing", &[])?);
        }
        for goal in goals {
            let values = [("goal", Value::Quotes(vec![goal.to_owned()]))];
            said.answers.push(self.say("goal", &values)?);
        }
        if !self.input.lines_up() {
            said.missing.push(self.say("not-followed", &[])?);
            return Ok(said);
        }
        for (kind, key) in OF_UNITS {
            said.answers.extend(self.names(key, self.named(kind))?);
        }
        said.answers
            .extend(self.renamed("units-renamed", Kind::Unit)?);
        for (fate, key) in OF_FUNCTIONS {
            let of_fate = changes.functions.iter().filter(|one| one.fate == fate);
            let names = of_fate.map(|one| {
                let function = one.function.subject();
                self.tongue.speaker.name(Side::Base, &function)
            });
            said.answers.extend(self.names(key, names.collect())?);
        }
        let new = self.named(ChangeKind::FunctionFounded);
        said.answers.extend(self.names("functions-founded", new)?);
        let functions = self.renamed("functions-renamed", Kind::Function)?;
        said.answers.extend(functions);
        for (kind, key) in [
            (ChangeKind::SiteClosed, "sites-closed"),
            (ChangeKind::SiteOpened, "sites-opened"),
        ] {
            said.answers.extend(self.names(key, self.named(kind))?);
        }
        said.answers
            .extend(self.renamed("sites-renamed", Kind::Site)?);
        let groups = self.renamed("target-groups-renamed", Kind::TargetGroup)?;
        said.answers.extend(groups);
        if changes.changes.is_empty() && changes.renames.is_empty() {
            said.answers.push(self.say("nothing-changes", &[])?);
        }
        Ok(said)
    }

    /// What differs in a way, by the names of the base, or else of the revision.
    fn named(&self, kind: ChangeKind) -> Vec<String> {
        let of_kind = self.input.changes.changes.iter();
        let of_kind = of_kind.filter(|change| change.kind == kind);
        let names = of_kind.filter_map(|change| {
            let base = change.base.iter().map(|base| (Side::Base, base));
            let new = change.revision.iter().map(|new| (Side::Revision, new));
            let (side, thing) = base.chain(new).next()?;
            Some(self.tongue.speaker.name(side, thing))
        });
        names.collect()
    }

    /// What of a kind has another name, by both names.
    fn renamed(&self, key: &str, kind: Kind) -> Result<Option<String>, WordsError> {
        let renames = self.input.changes.renames.iter();
        let renames = renames.filter(|one| one.base.kind == kind);
        let renames = renames.filter(|one| one.name == Renaming::Renamed);
        let pairs = renames.map(|one| {
            let name = |side, thing: &Subject| self.tongue.speaker.name(side, thing);
            let values = [
                ("before", name(Side::Base, &one.base).into()),
                ("now", name(Side::Revision, &one.revision).into()),
            ];
            self.say("renamed", &values)
        });
        let pairs: Vec<String> = pairs.collect::<Result<_, _>>()?;
        self.names(key, pairs)
    }

    /// How much is found of each topic, and what the errors are.
    pub(super) fn consequences(&self) -> Result<Said, WordsError> {
        let report = self.input.report;
        let mut said = Said::default();
        let mut topics: BTreeMap<Rank, Vec<&ReportFinding>> = BTreeMap::new();
        for finding in report.findings.iter().filter(|one| one.allowed.is_none()) {
            topics.entry(finding.topic).or_default().push(finding);
        }
        for (topic, findings) in &topics {
            let of = |severity| {
                let of_severity = findings.iter().filter(move |one| one.severity == severity);
                of_severity.copied().collect::<Vec<_>>()
            };
            let counts = [
                ("count-errors", of(Severity::Error).len()),
                ("count-warnings", of(Severity::Warning).len()),
                ("count-notes", of(Severity::Note).len()),
            ];
            let counts = counts.into_iter().filter(|(_, n)| *n > 0);
            let counts = counts.map(|(key, n)| self.say(key, &[("n", n.into())]));
            let counts: Vec<String> = counts.collect::<Result<_, _>>()?;
            let mut titles: Vec<String> = Vec::new();
            for error in of(Severity::Error) {
                if !titles.contains(&error.title) {
                    titles.push(error.title.clone());
                }
            }
            let values = [
                ("topic", self.topic(*topic)?.into()),
                ("counts", Value::Texts(counts)),
                ("errors", Value::Quotes(titles)),
            ];
            said.answers.push(self.say("found", &values)?);
        }
        if topics.is_empty() {
            said.answers.push(self.say("found-nothing", &[])?);
        }
        let allowed = report.findings.iter().filter(|one| one.allowed.is_some());
        let allowed = allowed.count();
        if allowed > 0 {
            said.answers
                .push(self.say("found-allowed", &[("n", allowed.into())])?);
        }
        if !report.complete {
            said.missing.push(self.say("incomplete", &[])?);
        }
        if !report.not_judged.is_empty() {
            let values = [("n", report.not_judged.len().into())];
            said.missing.push(self.say("not-judged", &values)?);
        }
        Ok(said)
    }

    fn topic(&self, topic: Rank) -> Result<String, WordsError> {
        self.say(&format!("topic-{}", topic.name()), &[])
    }
}
