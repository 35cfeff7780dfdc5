//! Runs the rules: faults first, then the charts, then the two together. What was allowed for
//! nothing is asked last, when it is known what caused what.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::OnceLock;

use indexmap::IndexMap;
use rokade_change::ChangeSet;
use rokade_core::chart::Chart;
use rokade_core::fault::{Fault, FaultPlace};
use rokade_core::finding::{Finding, Side, Value};
use rokade_core::ids::{FunctionId, Id, Kind, SiteId, StaffId, Subject, TargetGroupId, UnitId};
use rokade_core::span::{Origin, PathStep};
use rokade_core::threads::each;

use crate::allowed;
use crate::catalogue;
use crate::causes::Causes;
use crate::named;
use crate::rule::{
    AllowContext, Caught, ChartContext, FaultContext, HearingInput, Known, Limits, Mode, New,
    PairContext, Question, Rule, Sink,
};

/// A chart with what is wrong in its files.
#[derive(Clone, Copy)]
pub struct ChartInput<'a> {
    /// The chart.
    pub chart: &'a Chart,
    /// What is wrong.
    pub faults: &'a [Fault],
    /// Whether its files could be read to their end.
    pub complete: bool,
}

/// What the rules are run on.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// The organisation as it is, with what changed, where two charts are compared.
    pub base: Option<(ChartInput<'a>, &'a ChangeSet)>,
    /// The organisation as proposed, or the only chart.
    pub revision: ChartInput<'a>,
    /// What was answered to it.
    pub hearings: &'a [HearingInput<'a>],
}

impl Input<'_> {
    /// Whether every file could be read to its end.
    pub fn is_complete(&self) -> bool {
        self.revision.complete
            && self.base.is_none_or(|(base, _)| base.complete)
            && self.hearings.iter().all(|hearing| hearing.complete)
    }

    /// What a thing of either chart is called in the revision; itself where it is gone.
    pub(crate) fn now(&self, side: Side, subject: &Subject) -> Vec<Subject> {
        match (side, self.base) {
            (Side::Base, Some((_, changes))) => {
                let mut now = descendants(changes, subject);
                now.push(subject.clone());
                now
            }
            _ => vec![subject.clone()],
        }
    }
}

/// What the rules found.
#[derive(Debug, Default)]
pub struct Found {
    /// The findings, in no order.
    pub findings: Vec<Finding>,
    /// What is found and told by no report: what another rule says better, and what rules found
    /// that are run only to know what is allowed for nothing. An `allow` can cover it.
    pub unsaid: Vec<Finding>,
    /// What could not be judged: rule, sentence, values.
    pub not_judged: Vec<(&'static str, &'static str, IndexMap<&'static str, Value>)>,
    /// Whether a rule was silent because the charts do not line up.
    pub silenced: bool,
}

/// What the rules on one chart find in a base, so that it is known what is new in a revision of
/// it; found when it is first asked for. Several revisions can be compared with the base, under
/// the same limits.
#[derive(Debug)]
pub struct OfBase(BTreeMap<&'static str, OnceLock<Known>>);

impl Default for OfBase {
    fn default() -> Self {
        OfBase(
            catalogue::rules()
                .map(|rule| (rule.name, OnceLock::new()))
                .collect(),
        )
    }
}

/// Runs every rule, or those `only` names.
pub fn run(input: &Input<'_>, limits: &Limits, only: Option<&[&str]>) -> Found {
    let is_large = input.revision.chart.is_large();
    run_on(input, limits, only, &OfBase::default(), is_large)
}

/// Runs every rule, or those `only` names, where other revisions are compared with the same base.
pub fn run_beside(
    input: &Input<'_>,
    limits: &Limits,
    only: Option<&[&str]>,
    of_base: &OfBase,
) -> Found {
    run_on(input, limits, only, of_base, false)
}

fn run_on(
    input: &Input<'_>,
    limits: &Limits,
    only: Option<&[&str]>,
    of_base: &OfBase,
    on_two_threads: bool,
) -> Found {
    let entities = |faults: &[Fault]| faults.iter().flat_map(Fault::subjects).collect();
    let (base_faults, faults) = all_faults(input);
    let input = &Input {
        base: input.base.map(|(base, changes)| {
            let base = ChartInput {
                faults: &base_faults,
                ..base
            };
            (base, changes)
        }),
        revision: ChartInput {
            faults: &faults,
            ..input.revision
        },
        hearings: input.hearings,
    };
    let runner = Runner {
        input,
        limits,
        of_base,
        faulty_in_base: entities(&base_faults),
        faulty: entities(&faults),
        faults: untold(input),
        on_two_threads,
    };
    let mut found = Found::default();
    let (rules, rest): (Vec<&'static Rule>, Vec<&'static Rule>) =
        catalogue::rules().partition(|rule| only.is_none_or(|only| only.contains(&rule.name)));
    runner.run_each(&rules, &mut found);
    replace(&rules, &mut found);
    if input.is_complete() && rules.iter().any(|rule| asks_all(rule)) {
        // What is allowed for nothing shows only when every rule has been asked.
        let mut unsaid = Found::default();
        runner.run_each(&rest, &mut unsaid);
        found.unsaid.extend(unsaid.findings);
    }
    found
}

/// Whether a rule can only be asked when all others have been.
fn asks_all(rule: &Rule) -> bool {
    matches!(rule.question, Question::Allows(_))
}

/// Asks the rules, or those `only` names, that can be asked only when it is known what was found
/// and what caused it: which entries of `allow` cover nothing.
pub fn unused_allows(
    input: &Input<'_>,
    found: &Found,
    causes: &Causes,
    only: Option<&[&str]>,
) -> Vec<Finding> {
    let is_asked =
        |rule: &&Rule| asks_all(rule) && only.is_none_or(|only| only.contains(&rule.name));
    let rules: Vec<&'static Rule> = catalogue::rules().filter(is_asked).collect();
    if rules.is_empty() || !input.is_complete() {
        return Vec::new();
    }
    let unused = allowed::unused(input, found, causes);
    let names: Vec<&'static str> = catalogue::rules().map(|r| r.name).collect();
    let mut findings = Vec::new();
    for rule in rules {
        if let Question::Allows(check) = rule.question {
            let mut sink = Sink::new(rule, Side::Revision, Mode::All);
            let context = AllowContext {
                unused: &unused,
                names: &names,
            };
            check(&context, &mut sink);
            findings.extend(sink.caught().findings);
        }
    }
    findings
}

/// What is wrong in the files of the base, and in those of the revision and its hearings. What
/// they name that only the rules know is a fault as any other.
fn all_faults(input: &Input<'_>) -> (Vec<Fault>, Vec<Fault>) {
    let base = input.base.map(|(base, _)| base);
    let of_base = base.map_or_else(Vec::new, |base| {
        let unknown = named::in_commitments(base.chart, None);
        [base.faults, &unknown].concat()
    });
    let unknown = named::in_commitments(input.revision.chart, base.map(|base| base.chart));
    let mut faults = [input.revision.faults, &unknown].concat();
    for hearing in input.hearings {
        faults.extend_from_slice(hearing.faults);
        faults.extend(named::in_hearing(hearing.hearing));
    }
    (of_base, faults)
}

struct Runner<'a> {
    input: &'a Input<'a>,
    limits: &'a Limits,
    of_base: &'a OfBase,
    /// The entities of the base with a fault.
    faulty_in_base: BTreeSet<Subject>,
    /// The entities of the revision, or of the only chart, with a fault.
    faulty: BTreeSet<Subject>,
    /// The faults of the revision, or of the only chart, that the base does not have as well.
    faults: Vec<Fault>,
    on_two_threads: bool,
}

/// The bytes in which a field is to be looked for, and the way from there.
type Root = (Origin, Vec<PathStep>);

/// The faults of the revision that are not those of the base: a proposal stands on files that
/// the base may be made of.
fn untold(input: &Input<'_>) -> Vec<Fault> {
    let place = |chart: &Chart, fault: &Fault| match &fault.at {
        FaultPlace::Span(_) => None,
        FaultPlace::Place(place) => chart.entries().root_of(place),
    };
    let told: HashSet<(&Fault, Option<Root>)> = input
        .base
        .iter()
        .flat_map(|(base, _)| {
            base.faults
                .iter()
                .map(|fault| (fault, place(base.chart, fault)))
        })
        .collect();
    let revision = input.revision;
    let faults = revision.faults.iter();
    faults
        .filter(|fault| !told.contains(&(*fault, place(revision.chart, fault))))
        .cloned()
        .collect()
}

impl Runner<'_> {
    /// Runs rules; what they find is in the same order on two threads as on one.
    fn run_each(&self, rules: &[&'static Rule], found: &mut Found) {
        if !self.on_two_threads {
            for rule in rules {
                self.run(rule, found);
            }
            return;
        }
        let of_each = each(rules, |rule| {
            let mut of_rule = Found::default();
            self.run(rule, &mut of_rule);
            of_rule
        });
        for of_rule in of_each {
            found.findings.extend(of_rule.findings);
            found.unsaid.extend(of_rule.unsaid);
            found.not_judged.extend(of_rule.not_judged);
            found.silenced |= of_rule.silenced;
        }
    }

    fn run(&self, rule: &'static Rule, found: &mut Found) {
        if let Question::Faults(check) = rule.question {
            let sides = [
                self.input.base.map(|(base, _)| (Side::Base, base)),
                Some((Side::Revision, self.input.revision)),
            ];
            for (side, input) in sides.into_iter().flatten() {
                let mut sink = Sink::new(rule, side, Mode::All);
                let context = FaultContext {
                    faults: match side {
                        Side::Base => input.faults,
                        Side::Revision => &self.faults,
                    },
                    side,
                };
                check(&context, &mut sink);
                keep(rule, sink.caught(), found);
            }
        }
        // The rest of a file that cannot be read to its end is unread: nothing can be said of
        // the whole.
        if !self.input.is_complete() {
            return;
        }
        let mut said: BTreeSet<Subject> = BTreeSet::new();
        if let (Question::Pair(check) | Question::Both(_, check), Some((base, changes))) =
            (&rule.question, self.input.base)
        {
            if is_silent(rule, changes) {
                found.silenced = true;
            } else {
                let mut sink = Sink::new(rule, Side::Revision, Mode::All);
                let context = PairContext {
                    base: base.chart,
                    revision: self.input.revision.chart,
                    changes,
                    hearings: self.input.hearings,
                    limits: self.limits,
                };
                check(&context, &mut sink);
                let caught = sink.caught();
                let members = caught.findings.iter().flat_map(|f| &f.members);
                said.extend(
                    members.flat_map(|member| self.input.now(member.side, &member.subject)),
                );
                keep(rule, caught, found);
            }
        }
        if let Question::Chart(check) | Question::Both(check, _) = rule.question {
            keep(rule, self.run_on_chart(rule, check, &said), found);
        }
    }

    #[expect(clippy::indexing_slicing, reason = "there is a place for each rule")]
    fn run_on_chart(
        &self,
        rule: &'static Rule,
        check: fn(&ChartContext<'_>, &mut Sink<'_>),
        said: &BTreeSet<Subject>,
    ) -> Caught<'static> {
        let revision = |base, sink: &mut Sink<'_>| {
            let context = ChartContext {
                chart: self.input.revision.chart,
                faults: self.input.revision.faults,
                faulty: &self.faulty,
                hearings: self.input.hearings,
                base,
                limits: self.limits,
            };
            check(&context, sink);
        };
        let Some((base, changes)) = self.input.base else {
            let mut sink = Sink::new(rule, Side::Revision, Mode::All);
            revision(None, &mut sink);
            return finished(sink.caught());
        };
        let known = || {
            let mut sink = Sink::new(rule, Side::Base, Mode::Record(Known::default()));
            let context = ChartContext {
                chart: base.chart,
                faults: base.faults,
                faulty: &self.faulty_in_base,
                hearings: &[],
                base: None,
                limits: self.limits,
            };
            check(&context, &mut sink);
            match sink.caught().mode {
                Mode::Record(known) => known,
                _ => Known::default(),
            }
        };
        let known = || self.of_base.0[rule.name].get_or_init(known);
        let now = self.input.revision.chart.entries();
        let ancestors = |subject: &Subject| {
            // What has ended has no lineage: by its id it is known again.
            if now.is_live(subject) {
                ancestors(changes, subject)
            } else {
                vec![subject.clone()]
            }
        };
        let new = New {
            known: &known,
            ancestors: &ancestors,
            said,
        };
        let mut sink = Sink::new(rule, Side::Revision, Mode::New(new));
        revision(Some((base.chart, changes)), &mut sink);
        finished(sink.caught())
    }
}

/// Whether something stands in a hearing, and not in a chart.
pub fn is_of_hearing(subject: &Subject) -> bool {
    matches!(subject.kind, Kind::Response | Kind::Point)
}

/// Whether too little of what the rule follows could be followed.
pub(crate) fn is_silent(rule: &Rule, changes: &ChangeSet) -> bool {
    let gates = changes.lineage.gates();
    gates
        .iter()
        .any(|(kind, gate)| gate.is_shut() && rule.follows.contains(kind))
}

fn finished(caught: Caught<'_>) -> Caught<'static> {
    Caught {
        findings: caught.findings,
        not_judged: caught.not_judged,
        mode: Mode::All,
    }
}

fn keep(rule: &'static Rule, caught: Caught<'_>, found: &mut Found) {
    found.findings.extend(caught.findings);
    for (key, data) in caught.not_judged {
        found.not_judged.push((rule.name, key, data));
    }
}

/// Takes out what another rule has said of the same subject, and says it better.
fn replace(rules: &[&'static Rule], found: &mut Found) {
    let findings = std::mem::take(&mut found.findings);
    let mut replaced: BTreeMap<&str, BTreeSet<Subject>> = BTreeMap::new();
    for rule in rules.iter().filter(|rule| !rule.replaces.is_empty()) {
        let said = findings.iter().filter(|f| f.rule == rule.name);
        let subjects: BTreeSet<Subject> = said
            .flat_map(|f| f.members.iter().map(|m| m.subject.clone()))
            .collect();
        for name in rule.replaces {
            replaced
                .entry(name)
                .or_default()
                .extend(subjects.iter().cloned());
        }
    }
    let is_replaced = |finding: &Finding| {
        let subjects = replaced.get(finding.rule);
        subjects.is_some_and(|subjects| {
            let mut members = finding.members.iter();
            !finding.members.is_empty() && members.all(|m| subjects.contains(&m.subject))
        })
    };
    let (unsaid, findings) = findings.into_iter().partition(is_replaced);
    found.findings = findings;
    found.unsaid = unsaid;
}

/// What a thing of the revision was in the base.
pub fn ancestors(changes: &ChangeSet, subject: &Subject) -> Vec<Subject> {
    follow(changes, subject, false)
}

/// What a thing of the base became.
pub fn descendants(changes: &ChangeSet, subject: &Subject) -> Vec<Subject> {
    follow(changes, subject, true)
}

fn follow(changes: &ChangeSet, subject: &Subject, forward: bool) -> Vec<Subject> {
    fn through<I: Id>(
        tracks: &rokade_change::Tracks<I>,
        subject: &Subject,
        forward: bool,
    ) -> Vec<Subject> {
        let id = I::from_checked(subject.id.clone());
        let ids = if forward {
            tracks.descendants(&id)
        } else {
            tracks.ancestors(&id)
        };
        ids.iter().map(Id::subject).collect()
    }
    let lineage = &changes.lineage;
    match subject.kind {
        Kind::Unit => through::<UnitId>(&lineage.units, subject, forward),
        Kind::Staff => through::<StaffId>(&lineage.staff, subject, forward),
        Kind::Function => through::<FunctionId>(&lineage.functions, subject, forward),
        Kind::Site => through::<SiteId>(&lineage.sites, subject, forward),
        Kind::TargetGroup => through::<TargetGroupId>(&lineage.groups, subject, forward),
        // These have no lineage: the same id is the same thing.
        _ => vec![subject.clone()],
    }
}
