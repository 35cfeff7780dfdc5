//! Runs the rules: faults first, then the charts, then the two together, then what was allowed
//! for nothing.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use indexmap::IndexMap;
use rokade_change::ChangeSet;
use rokade_core::chart::Chart;
use rokade_core::entry::Allow;
use rokade_core::fault::{Fault, FaultPlace};
use rokade_core::finding::{Finding, Side, Value};
use rokade_core::ids::{
    FunctionId, Id, Kind, SiteId, StaffId, Subject, TargetGroupId, UnitId, parse_id,
};
use rokade_core::span::{Origin, PathStep};

use crate::catalogue;
use crate::rule::{
    AllowContext, Caught, ChartContext, FaultContext, Known, Limits, Mode, New, PairContext,
    Question, Rule, Sink, UnusedAllow,
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
}

impl Input<'_> {
    /// Whether every file could be read to its end.
    pub fn is_complete(&self) -> bool {
        self.revision.complete && self.base.is_none_or(|(base, _)| base.complete)
    }
}

/// What the rules found.
#[derive(Debug, Default)]
pub struct Found {
    /// The findings, in no order.
    pub findings: Vec<Finding>,
    /// What could not be judged: rule, sentence, values.
    pub not_judged: Vec<(&'static str, &'static str, IndexMap<&'static str, Value>)>,
    /// Whether a rule was silent because the charts do not line up.
    pub silenced: bool,
}

/// Runs every rule, or those `only` names.
pub fn run(input: &Input<'_>, limits: &Limits, only: Option<&[&str]>) -> Found {
    let faulty = |input: ChartInput<'_>| input.faults.iter().flat_map(Fault::subjects).collect();
    let runner = Runner {
        input,
        limits,
        faulty_in_base: input
            .base
            .map_or_else(BTreeSet::new, |(base, _)| faulty(base)),
        faulty: faulty(input.revision),
        faults: untold(input),
    };
    let mut found = Found::default();
    let (rules, rest): (Vec<&'static Rule>, Vec<&'static Rule>) =
        catalogue::rules().partition(|rule| only.is_none_or(|only| only.contains(&rule.name)));
    for rule in &rules {
        runner.run(rule, &mut found);
    }
    let asks_all = |rule: &&Rule| matches!(rule.question, Question::Allows(_));
    if input.is_complete() && rules.iter().any(asks_all) {
        // What is allowed for nothing shows only when every rule has been asked. What one rule
        // says in place of another is still allowed.
        let mut unsaid = Found::default();
        for rule in rest {
            runner.run(rule, &mut unsaid);
        }
        let findings = found.findings.iter().chain(&unsaid.findings);
        let unused = runner.unused_allows(findings);
        let names: Vec<&'static str> = catalogue::rules().map(|r| r.name).collect();
        for rule in &rules {
            if let Question::Allows(check) = rule.question {
                let mut sink = Sink::new(rule, Side::Revision, Mode::All);
                let context = AllowContext {
                    unused: &unused,
                    names: &names,
                };
                check(&context, &mut sink);
                keep(rule, sink.caught(), &mut found);
            }
        }
    }
    replace(&rules, &mut found.findings);
    found
}

struct Runner<'a> {
    input: &'a Input<'a>,
    limits: &'a Limits,
    /// The entities of the base with a fault.
    faulty_in_base: BTreeSet<Subject>,
    /// The entities of the revision, or of the only chart, with a fault.
    faulty: BTreeSet<Subject>,
    /// The faults of the revision, or of the only chart, that the base does not have as well.
    faults: Vec<Fault>,
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
                    limits: self.limits,
                };
                check(&context, &mut sink);
                let caught = sink.caught();
                let members = caught.findings.iter().flat_map(|f| &f.members);
                said.extend(members.flat_map(|member| self.now(member.side, &member.subject)));
                keep(rule, caught, found);
            }
        }
        if let Question::Chart(check) | Question::Both(check, _) = rule.question {
            keep(rule, self.run_on_chart(rule, check, &said), found);
        }
    }

    fn run_on_chart(
        &self,
        rule: &'static Rule,
        check: fn(&ChartContext<'_>, &mut Sink<'_>),
        said: &BTreeSet<Subject>,
    ) -> Caught<'static> {
        let context = |input: ChartInput<'_>, faulty, sink: &mut Sink<'_>| {
            let context = ChartContext {
                chart: input.chart,
                faults: input.faults,
                faulty,
                limits: self.limits,
            };
            check(&context, sink);
        };
        let Some((base, changes)) = self.input.base else {
            let mut sink = Sink::new(rule, Side::Revision, Mode::All);
            context(self.input.revision, &self.faulty, &mut sink);
            return finished(sink.caught());
        };
        let mut sink = Sink::new(rule, Side::Base, Mode::Record(Known::default()));
        context(base, &self.faulty_in_base, &mut sink);
        let known = match sink.caught().mode {
            Mode::Record(known) => known,
            _ => Known::default(),
        };
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
        context(self.input.revision, &self.faulty, &mut sink);
        finished(sink.caught())
    }

    /// The entries of `allow` in the revision that cover none of the findings.
    ///
    /// A rule that compares two charts cannot have been asked when there is one, and what it
    /// allows is not unused.
    fn unused_allows<'f>(&self, findings: impl Iterator<Item = &'f Finding>) -> Vec<UnusedAllow> {
        let entries = self.input.revision.chart.entries();
        let mut covered: BTreeSet<(&str, Subject)> = BTreeSet::new();
        for finding in findings {
            covered.insert((finding.rule, Subject::chart()));
            for member in &finding.members {
                for subject in self.now(member.side, &member.subject) {
                    covered.insert((finding.rule, subject));
                }
            }
        }
        let mut unused = Vec::new();
        let mut look = |owner: Subject, allows: &[Allow]| {
            for (item, allow) in allows.iter().enumerate() {
                let Some(name) = &allow.rule else { continue };
                let asked = match catalogue::find(name) {
                    None => true,
                    Some(rule) => match rule.question {
                        Question::Pair(_) => {
                            let base = self.input.base;
                            base.is_some_and(|(_, changes)| !is_silent(rule, changes))
                        }
                        // What was in the base already is not said again, but is allowed.
                        Question::Chart(_) | Question::Both(..) => self.input.base.is_none(),
                        Question::Faults(_) => true,
                        // It is only now being asked.
                        Question::Allows(_) => false,
                    },
                };
                // What the base allows as well is not new.
                let is_old = self.input.base.is_some_and(|(base, changes)| {
                    let before = base.chart.entries();
                    let mut owners = ancestors(changes, &owner);
                    owners.push(owner.clone());
                    let allows = owners.iter().flat_map(|owner| before.allow_of(owner));
                    let mut rules = allows.filter_map(|allow| allow.rule.as_ref());
                    rules.any(|rule| rule == name)
                });
                if asked && !is_old && !covered.contains(&(name.as_str(), owner.clone())) {
                    unused.push(UnusedAllow {
                        owner: owner.clone(),
                        item,
                        rule: name.clone(),
                    });
                }
            }
        };
        look(Subject::chart(), &entries.header.allow);
        for subject in entries.subjects() {
            look(subject.clone(), entries.allow_of(&subject));
        }
        unused.sort_by(|a, b| (&a.owner, a.item).cmp(&(&b.owner, b.item)));
        unused
    }

    /// What a thing of either chart is called in the revision; itself where it is gone.
    fn now(&self, side: Side, subject: &Subject) -> Vec<Subject> {
        match (side, self.input.base) {
            (Side::Base, Some((_, changes))) => {
                let mut now = descendants(changes, subject);
                now.push(subject.clone());
                now
            }
            _ => vec![subject.clone()],
        }
    }
}

/// Whether too little of what the rule follows could be followed.
fn is_silent(rule: &Rule, changes: &ChangeSet) -> bool {
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
fn replace(rules: &[&'static Rule], findings: &mut Vec<Finding>) {
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
    findings.retain_mut(|finding| {
        let Some(subjects) = replaced.get(finding.rule) else {
            return true;
        };
        finding.members.is_empty()
            || !finding
                .members
                .iter()
                .all(|m| subjects.contains(&m.subject))
    });
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
        // A subject's id has been read once already.
        let Ok(id) = parse_id(&subject.id) else {
            return Vec::new();
        };
        let id = I::from_checked(id);
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
