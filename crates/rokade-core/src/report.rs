//! The report: findings in finished sentences, with all that a format needs to print them.
//!
//! Formats print a report and decide nothing: order, severity, sentences and places are final.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::entry::Language;
use crate::finding::{Fingerprint, Rank, Severity, Side, Value};
use crate::ids::Subject;
use crate::quantity::{Certainty, QuantityJson};
use crate::span::{Source, Span};

/// What a run found, ready to be printed.
#[derive(Debug, Clone)]
pub struct Report {
    /// What was asked for.
    pub command: Command,
    /// The language its sentences are in.
    pub language: Language,
    /// The files that were read; spans name them by their place in this list.
    pub sources: Vec<Source>,
    /// What it means, first of all; at most three sentences.
    pub summary: Vec<String>,
    /// The lines that balance.
    pub balance: Option<ReportBalance>,
    /// Everything found, the most important first.
    pub findings: Vec<ReportFinding>,
    /// Everything that differs.
    pub changes: Vec<ReportChange>,
    /// What could not be judged, and what to add to the charts.
    pub not_judged: Vec<String>,
    /// Whether all files could be read to their end and every rule could speak: where not, a
    /// report without findings is not clean.
    pub complete: bool,
}

/// What was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Command {
    /// One chart, checked.
    Check,
    /// Two charts, compared.
    Diff,
}

/// A finding in finished sentences.
#[derive(Debug, Clone)]
pub struct ReportFinding {
    /// The rule's name.
    pub rule: &'static str,
    /// What the rule finds, in a few words.
    pub title: String,
    /// What it is about.
    pub topic: Rank,
    /// How much it matters, after the policy.
    pub severity: Severity,
    /// Whether it holds for all values the charts allow.
    pub certainty: Certainty,
    /// What it follows from: a word, and things of the base or of the revision.
    pub cause: ReportCause,
    /// The events that caused it, where the revision is a proposal written as events: the first
    /// [few](crate::finding::KEPT_OF_A_LIST).
    pub caused_by: Vec<ReportAct>,
    /// How many more caused it.
    pub caused_by_others: usize,
    /// Everything it is about.
    pub members: Vec<ReportMember>,
    /// Where to look, the finding's own place first.
    pub labels: Vec<ReportLabel>,
    /// The values of its sentences.
    pub data: IndexMap<&'static str, Value>,
    /// What holds, for whom, how many.
    pub message: String,
    /// What would mend it.
    pub help: Option<String>,
    /// Posts affected.
    pub posts: Option<QuantityJson>,
    /// Citizens affected.
    pub citizens: Option<QuantityJson>,
    /// By which it is known again.
    pub fingerprint: Fingerprint,
    /// Why it does not count, where it is allowed.
    pub allowed: Option<Allowed>,
    /// Why it does not count, where all of it that is not allowed was known before.
    pub known: Option<Known>,
}

impl ReportFinding {
    /// Whether it counts: it is neither allowed nor known.
    pub fn counts(&self) -> bool {
        self.allowed.is_none() && self.known.is_none()
    }
}

/// What a finding follows from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReportCause {
    /// What happened.
    pub kind: String,
    /// To what.
    pub subjects: Vec<Subject>,
}

/// An event of a proposal that caused a finding; or an entry of its `set`, or of what it says
/// for itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportAct {
    /// The key of the event, such as `move`; or `set`, or `own`.
    pub action: &'static str,
    /// The id of the event, where it has one.
    pub event: Option<String>,
    /// Which of the events of its file, from 1.
    pub number: Option<usize>,
    /// Where it stands.
    pub span: Option<Span>,
}

/// A thing a finding is about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReportMember {
    /// The thing.
    #[serde(flatten)]
    pub subject: Subject,
    /// In which chart it has the id.
    pub side: Side,
    /// What the chart calls it.
    pub name: String,
    /// What of it, where a thing can be a member twice.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub part: String,
    /// By which this member is known again.
    pub fingerprint: Fingerprint,
    /// Whether an `allow` covers it.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub allowed: bool,
    /// Whether it was known before.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub known: bool,
}

/// A place, with what is to be seen there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportLabel {
    /// The bytes.
    pub span: Span,
    /// In which chart.
    pub side: Side,
    /// What is to be seen.
    pub text: String,
}

/// Why a finding does not count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Allowed {
    /// The reason given.
    pub because: Option<String>,
    /// The last day, as written.
    pub until: Option<String>,
}

/// What is said of something that was found before: in a baseline, or in what it is held against.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Known {
    /// The reason given.
    pub because: Option<String>,
    /// Since when: a day, or the name of the version that already had it.
    pub since: Option<String>,
}

/// One difference.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReportChange {
    /// What kind of difference.
    pub kind: String,
    /// What it is about, in the base.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<Subject>,
    /// What it is about, in the revision.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub revision: Vec<Subject>,
    /// Where from, in the base.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub from: Vec<Subject>,
    /// Where to, in the revision.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub to: Vec<Subject>,
    /// How many posts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub posts: Option<QuantityJson>,
    /// What it follows from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause: Option<ReportCause>,
    /// Why what it is about in the base is held to be, or to be part of, what it is about in the
    /// revision: one for each of those.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub evidence: Vec<ReportEvidence>,
    /// Of a unit that closed or is new: where what it holds is in the other chart.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub contents: Option<ReportContents>,
}

/// Why two things are held to be one, or one to be part of the other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReportEvidence {
    /// How they were found: `declared`, `same-id`, `affix`, `identifiers`, `name`,
    /// `unique-name`, `purpose` or `contents`.
    pub kind: String,
    /// How many numbers in other systems they share.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub shared: Option<u64>,
    /// Of how many.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub of: Option<u64>,
    /// Of what the unit of the base held, what is in the unit of the revision.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub of_base: Option<ReportPart>,
    /// Of what the unit of the revision holds, what came from the unit of the base.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub of_revision: Option<ReportPart>,
}

/// What units hold directly.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReportHeld {
    /// Functions they are responsible for.
    pub functions: u64,
    /// Posts in them.
    pub posts: QuantityJson,
    /// Units under them.
    pub units: u64,
}

/// Some of what a unit holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReportPart {
    /// How much.
    pub held: ReportHeld,
    /// Of how much.
    pub of: ReportHeld,
}

/// Where everything of a unit is in the other chart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReportContents {
    /// All that it holds.
    pub of: ReportHeld,
    /// What of it the other chart does not have.
    pub nowhere: ReportHeld,
    /// What of it is in units of the other chart, the largest part first.
    pub units: Vec<ReportPlace>,
}

/// What of a unit is in one of the other chart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReportPlace {
    /// The unit.
    pub unit: Subject,
    /// How much.
    pub held: ReportHeld,
}

/// The lines that balance, in numbers and in words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReportBalance {
    /// Functions: all, and each fate.
    pub functions: IndexMap<String, u64>,
    /// Posts: all, and each fate.
    pub posts: IndexMap<String, QuantityJson>,
    /// Both lines in words.
    pub sentences: Vec<String>,
}

/// A rule, as data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RuleInfo {
    /// Its name.
    pub name: String,
    /// Its family.
    pub family: String,
    /// Its severity before any policy.
    pub severity: Severity,
    /// Whether it looks at one chart, at two, or both.
    pub scope: RuleScope,
    /// How certain its findings are.
    pub certainty: RuleCertainty,
    /// What it asks, in one line, in the language of the report.
    pub title: String,
}

/// A rule with its page, for formats that carry the whole catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulePage {
    /// The rule.
    pub info: RuleInfo,
    /// What it finds, in a paragraph without markup.
    pub what: String,
    /// What, why and how to mend it, in paragraphs without markup.
    pub help: String,
    /// The whole page, with its examples, as Markdown.
    pub page: String,
}

/// How certain the findings of a rule are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum RuleCertainty {
    /// Always certain.
    Certain,
    /// Never more than possible.
    Possible,
    /// Certain, or possible where what the charts say leaves it open.
    Either,
}

/// How many charts a rule looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum RuleScope {
    /// One.
    Chart,
    /// A base and its revision.
    Pair,
    /// One, and two in another way.
    Both,
}

impl Report {
    /// How many findings count with a severity: not those that are allowed or known.
    pub fn count(&self, severity: Severity) -> usize {
        let counted = self.findings.iter().filter(|f| f.counts());
        counted.filter(|f| f.severity == severity).count()
    }
}
