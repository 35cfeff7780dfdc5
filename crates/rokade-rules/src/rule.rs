//! What a rule is: metadata, a question to one chart or to two, and a sink for its answers.
//!
//! This is all a rule imports. The sink is bound to the rule, so that none can report under
//! another's name.

use std::collections::{BTreeSet, HashMap};

use indexmap::IndexMap;
use rokade_change::ChangeSet;
use rokade_core::chart::{Chart, SiteView};
use rokade_core::date::DateSpan;
use rokade_core::entry::{Hashed, Hearing, Language};
use rokade_core::fault::Fault;
pub use rokade_core::finding::Rank;
use rokade_core::finding::{At, Cause, Finding, Label, Member, Severity, Side, Value};
use rokade_core::ids::{Kind, SiteId, Subject};
use rokade_core::quantity::{Certainty, Quantity};
pub use rokade_core::report::RuleCertainty;
use rokade_core::report::RuleScope;
use rokade_core::span::{PathStep, Place, Span};

/// A rule: one question, with a name that reads well after "allow …".
pub struct Rule {
    /// Its name.
    pub name: &'static str,
    /// Its family, which is the folder it stands in.
    pub family: Family,
    /// How much its findings matter, unless one says otherwise or a policy does.
    pub severity: Severity,
    /// How certain its findings are.
    pub certainty: RuleCertainty,
    /// Where its findings stand among the others.
    pub rank: Rank,
    /// Rules that say nothing of a subject this rule has spoken of.
    pub replaces: &'static [&'static str],
    /// Kinds of which enough must have been followed from base to revision.
    pub follows: &'static [Kind],
    /// The question.
    pub question: Question,
    /// What, why, how to mend, and examples; also the rule's tests.
    pub page: Texts,
    /// The sentences.
    pub sentences: Texts,
}

/// A text in each language.
pub struct Texts {
    /// Danish.
    pub da: &'static str,
    /// English.
    pub en: &'static str,
}

impl Texts {
    /// The text in a language.
    pub fn get(&self, language: Language) -> &'static str {
        match language {
            Language::Da => self.da,
            Language::En => self.en,
        }
    }
}

/// The pages and sentences that stand beside a rule.
macro_rules! texts {
    ($extension:literal) => {
        $crate::rule::Texts {
            da: include_str!(concat!("da.", $extension)),
            en: include_str!(concat!("en.", $extension)),
        }
    };
}
pub(crate) use texts;

/// To whom a rule's question is put.
pub enum Question {
    /// To the faults of a file, of both sides.
    Faults(fn(&FaultContext<'_>, &mut Sink<'_>)),
    /// To one chart; when two are compared, to the revision, and only what is new is said.
    Chart(fn(&ChartContext<'_>, &mut Sink<'_>)),
    /// To a base and its revision.
    Pair(fn(&PairContext<'_>, &mut Sink<'_>)),
    /// To one chart, and in another way to two: what is said of the two comes first.
    Both(
        fn(&ChartContext<'_>, &mut Sink<'_>),
        fn(&PairContext<'_>, &mut Sink<'_>),
    ),
    /// To what the other rules found, last of all.
    Allows(fn(&AllowContext<'_>, &mut Sink<'_>)),
}

impl Rule {
    /// How many charts it looks at.
    pub fn scope(&self) -> RuleScope {
        match self.question {
            Question::Faults(_) | Question::Chart(_) | Question::Allows(_) => RuleScope::Chart,
            Question::Pair(_) => RuleScope::Pair,
            Question::Both(..) => RuleScope::Both,
        }
    }
}

/// The families of rules, by what they protect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Family {
    /// Who is responsible (ansvar).
    Responsibility,
    /// Who sits where (samlokalisering).
    Place,
    /// The staff (medarbejdere).
    People,
    /// Who leads (ledelse).
    Leadership,
    /// The citizens (borgere).
    Citizens,
    /// How it is heard and decided (MED).
    Process,
    /// Money (økonomi) and promises (tilsagn).
    Money,
    /// The file itself.
    File,
}

impl Family {
    /// Its name, which is its folder's.
    pub fn name(self) -> &'static str {
        match self {
            Family::Responsibility => "responsibility",
            Family::Place => "place",
            Family::People => "people",
            Family::Leadership => "leadership",
            Family::Citizens => "citizens",
            Family::Process => "process",
            Family::Money => "money",
            Family::File => "file",
        }
    }
}

/// Limits that rules measure against.
#[derive(Debug, Clone, PartialEq)]
pub struct Limits {
    /// Direct reports a head can have.
    pub span_max: Quantity,
    /// The fewest days of a hearing.
    pub hearing_min_days: Quantity,
    /// What day it is, for what is past by then; without it, the day a chart is true of.
    pub on: Option<DateSpan>,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            span_max: Quantity::exact(25),
            hearing_min_days: Quantity::exact(14),
            on: None,
        }
    }
}

/// A file's faults.
pub struct FaultContext<'a> {
    /// What is wrong in it.
    pub faults: &'a [Fault],
    /// Which of the two charts it is.
    pub side: Side,
}

/// One chart.
pub struct ChartContext<'a> {
    /// The chart.
    pub chart: &'a Chart,
    /// What is wrong in its files.
    pub faults: &'a [Fault],
    /// The entities with a fault: they get no second finding for it.
    pub faulty: &'a BTreeSet<Subject>,
    /// What was answered to it.
    pub hearings: &'a [HearingInput<'a>],
    /// What it is compared with and what changed, where it is a revision.
    pub base: Option<(&'a Chart, &'a ChangeSet)>,
    /// What to measure against.
    pub limits: &'a Limits,
}

/// A hearing with what is wrong in its file.
#[derive(Clone, Copy)]
pub struct HearingInput<'a> {
    /// The hearing.
    pub hearing: &'a Hearing,
    /// What is wrong.
    pub faults: &'a [Fault],
    /// Whether its file could be read to its end.
    pub complete: bool,
}

impl ChartContext<'_> {
    /// What day it is, as far as it is known.
    pub fn today(&self) -> Option<DateSpan> {
        let today = self.limits.on.or(self.chart.entries().header.as_of);
        today.filter(|day| !day.is_unknown())
    }

    /// Whether a fault in this entity has been found, or it stands in a circle of parents.
    pub fn is_faulty(&self, subject: &Subject) -> bool {
        self.faulty.contains(subject)
    }
}

/// A base and its revision, with what changed.
pub struct PairContext<'a> {
    /// The organisation as it is.
    pub base: &'a Chart,
    /// The organisation as proposed.
    pub revision: &'a Chart,
    /// What became of what, and what changed.
    pub changes: &'a ChangeSet,
    /// What was answered to the proposal.
    pub hearings: &'a [HearingInput<'a>],
    /// What to measure against.
    pub limits: &'a Limits,
}

impl<'a> PairContext<'a> {
    /// What became of a site of the base.
    pub fn sites_now(&self, site: &SiteId) -> impl Iterator<Item = SiteView<'a>> + use<'a> {
        let now = self.changes.lineage.sites.descendants(site).iter();
        let revision = self.revision;
        now.filter_map(|id| revision.site(id))
    }
}

/// The `allow` entries that covered nothing.
pub struct AllowContext<'a> {
    /// Each with its owner and its place in the owner's list.
    pub unused: &'a [UnusedAllow],
    /// Every rule's name.
    pub names: &'a [&'static str],
}

/// An `allow` that covered nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct UnusedAllow {
    /// The entity or event it stands on.
    pub owner: Subject,
    /// Which of its entries, from 0.
    pub item: usize,
    /// The rule it names.
    pub rule: String,
    /// What more is known of it where it stands on an event.
    pub on_event: Option<OnEvent>,
}

/// An `allow` of an event that covered nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct OnEvent {
    /// Which of the proposal's events, from 1.
    pub number: Option<usize>,
    /// Where the rule is named.
    pub span: Option<Span>,
    /// Whether the rule finds what the event causes together with others.
    pub with_others: bool,
}

/// A finding as a rule makes it.
#[must_use]
pub struct Draft(Finding);

impl Draft {
    /// A finding with a cause: one rule has one finding a cause, or one for each part of it.
    pub fn new(cause: Cause) -> Self {
        Draft(Finding {
            rule: "",
            severity: Severity::Note,
            certainty: Certainty::Certain,
            cause,
            part: String::new(),
            members: Vec::new(),
            data: IndexMap::new(),
            labels: Vec::new(),
            message: "message",
            help: "help",
            posts: None,
            citizens: None,
        })
    }

    /// What of the cause, where one cause has several findings.
    pub fn part(mut self, part: impl Into<String>) -> Self {
        self.0.part = part.into();
        self
    }

    /// Adds a thing it is about.
    pub fn member(mut self, member: Member) -> Self {
        self.0.members.push(member);
        self
    }

    /// Adds things it is about.
    pub fn members(mut self, members: impl IntoIterator<Item = Member>) -> Self {
        self.0.members.extend(members);
        self
    }

    /// A value for the sentences and for JSON. Keys are words joined by `_`.
    pub fn set(mut self, key: &'static str, value: impl Into<Value>) -> Self {
        self.0.data.insert(key, value.into());
        self
    }

    /// A word that sentences choose by.
    pub fn word(self, key: &'static str, word: &'static str) -> Self {
        self.set(key, Value::Word(word))
    }

    /// A thing, told by its name.
    pub fn thing(self, key: &'static str, side: Side, subject: Subject) -> Self {
        self.set(key, Value::Thing(side, subject))
    }

    /// Things, told by their names; `<key>_count` says how many. Put in one order.
    pub fn things(
        self,
        key: &'static str,
        side: Side,
        subjects: impl IntoIterator<Item = Subject>,
    ) -> Self {
        self.set(
            key,
            Value::Things(side, rokade_core::finding::sorted(subjects)),
        )
    }

    /// Points at a field of an entity: the first label is the finding's own place. `text` is the
    /// key of what is to be seen there.
    pub fn at<const N: usize>(
        self,
        side: Side,
        subject: Subject,
        path: [PathStep; N],
        text: &'static str,
    ) -> Self {
        let path = Vec::from(path);
        self.label(Label {
            at: At::Place(side, Place { subject, path }),
            text,
            data: IndexMap::new(),
        })
    }

    /// Points at bytes.
    pub fn at_span(self, side: Side, span: Span, text: &'static str) -> Self {
        self.label(Label {
            at: At::Span(side, span),
            text,
            data: IndexMap::new(),
        })
    }

    /// Points somewhere.
    pub fn label(mut self, label: Label) -> Self {
        self.0.labels.push(label);
        self
    }

    /// A value for the text of the last label alone.
    pub fn label_set(mut self, key: &'static str, value: impl Into<Value>) -> Self {
        if let Some(label) = self.0.labels.last_mut() {
            label.data.insert(key, value.into());
        }
        self
    }

    /// Posts affected.
    pub fn posts(mut self, posts: Quantity) -> Self {
        self.0.posts = Some(posts);
        self
    }

    /// Citizens affected.
    pub fn citizens(mut self, citizens: Quantity) -> Self {
        self.0.citizens = Some(citizens);
        self
    }

    /// How sure it is; without this, certain.
    pub fn certainty(mut self, certainty: Certainty) -> Self {
        self.0.certainty = certainty;
        self
    }

    /// Another severity than the rule's.
    pub fn severity(mut self, severity: Severity) -> Self {
        self.0.severity = severity;
        // Marks it as said, so that the sink leaves it.
        self.0.rule = "set";
        self
    }

    /// Another sentence than `message`.
    pub fn message(mut self, key: &'static str) -> Self {
        self.0.message = key;
        self
    }

    /// Another help than `help`; empty for none.
    pub fn help(mut self, key: &'static str) -> Self {
        self.0.help = key;
        self
    }
}

/// What the chart rules found in the base: a member is new when it is not among these.
#[derive(Debug, Default)]
pub(crate) struct Known(pub(crate) HashMap<(Subject, String), Quantity, Hashed>);

pub(crate) enum Mode<'a> {
    /// Everything is said.
    All,
    /// Everything is noted down, for the run on the revision.
    Record(Known),
    /// Only what is new or more is said.
    New(New<'a>),
}

/// What a thing of the revision is measured against, to know whether it is new.
pub(crate) struct New<'a> {
    /// What the rule found in the base, which it is asked when it first finds a thing that was there.
    pub(crate) known: &'a dyn Fn() -> &'a Known,
    /// What a thing was in the base.
    pub(crate) ancestors: &'a dyn Fn(&Subject) -> Vec<Subject>,
    /// What the rule has said already of the two charts together.
    pub(crate) said: &'a BTreeSet<Subject>,
}

/// Where a rule's findings go.
pub struct Sink<'a> {
    rule: &'static Rule,
    side: Side,
    mode: Mode<'a>,
    findings: Vec<Finding>,
    not_judged: Vec<(&'static str, IndexMap<&'static str, Value>)>,
}

/// A finding or more, and what a rule could not judge.
pub(crate) struct Caught<'a> {
    pub(crate) findings: Vec<Finding>,
    pub(crate) not_judged: Vec<(&'static str, IndexMap<&'static str, Value>)>,
    pub(crate) mode: Mode<'a>,
}

impl<'a> Sink<'a> {
    pub(crate) fn new(rule: &'static Rule, side: Side, mode: Mode<'a>) -> Self {
        Sink {
            rule,
            side,
            mode,
            findings: Vec::new(),
            not_judged: Vec::new(),
        }
    }

    /// Which chart a chart rule is looking at.
    pub fn side(&self) -> Side {
        self.side
    }

    /// A member of the chart under this rule's eyes, if it is new: when two charts are compared,
    /// what was there before and is no more now is not said. Chart rules ask before they count, and
    /// of each member, whatever is answered of others: of the base nothing is said at all.
    pub fn member(&mut self, subject: Subject, part: &str, amount: Quantity) -> Option<Member> {
        match &mut self.mode {
            Mode::All => {}
            Mode::Record(known) => {
                known.0.insert((subject, part.to_owned()), amount);
                return None;
            }
            Mode::New(new) => {
                if new.said.contains(&subject) {
                    return None;
                }
                let is_old = (new.ancestors)(&subject).into_iter().any(|old| {
                    let before = (new.known)().0.get(&(old, part.to_owned()));
                    before.is_some_and(|&before| !amount.has_risen_from(before))
                });
                if is_old {
                    return None;
                }
            }
        }
        Some(Member {
            side: self.side,
            subject,
            part: part.to_owned(),
            amount,
        })
    }

    /// Hands in a finding.
    pub fn report(&mut self, draft: Draft) {
        let mut finding = draft.0;
        if finding.rule.is_empty() {
            finding.severity = self.rule.severity;
        }
        finding.rule = self.rule.name;
        finding
            .members
            .sort_by(|a, b| (a.side, &a.subject, &a.part).cmp(&(b.side, &b.subject, &b.part)));
        // Two things of the base that became one of the revision are one member.
        finding
            .members
            .dedup_by(|b, a| (b.side, &b.subject, &b.part) == (a.side, &a.subject, &a.part));
        self.findings.push(finding);
    }

    /// Says what could not be judged, and what to add; `key` is a sentence of the rule.
    pub fn not_judged(
        &mut self,
        key: &'static str,
        data: impl IntoIterator<Item = (&'static str, Value)>,
    ) {
        self.not_judged.push((key, data.into_iter().collect()));
    }

    pub(crate) fn caught(self) -> Caught<'a> {
        Caught {
            findings: self.findings,
            not_judged: self.not_judged,
            mode: self.mode,
        }
    }
}

/// A member of the base or of the revision, as pair rules name them.
pub fn member(side: Side, subject: Subject, amount: Quantity) -> Member {
    Member {
        side,
        subject,
        part: String::new(),
        amount,
    }
}
