//! The impact assessment (konsekvensvurdering) that a committee reads: what proposals do, for
//! whom, and what is left hanging, in finished words.
//!
//! Formats print it and decide nothing. It has no ids of staff, and where it
//! [hides small groups](Assessment::hides_small_groups) no number from which one could be worked
//! out.

use crate::comparison::{ComparedValue, Comparison};
use crate::drawing::{CoLocationMap, Mark, OrgChart};
use crate::entry::Language;
use crate::finding::Rank;
use crate::note::{HearingNote, PointAt};
use crate::report::{Report, ReportFinding};

/// Proposals as a committee reads of them.
#[derive(Debug, Clone)]
pub struct Assessment {
    /// The language its sentences are in.
    pub language: Language,
    /// The organisation's name; none where the chart does not say.
    pub organization: Option<String>,
    /// The proposals, in the order given; at least one.
    pub proposals: Vec<AssessedProposal>,
    /// The measures (nøgletal), with the summary of several proposals side by side.
    pub comparison: Comparison,
    /// What was answered in hearings.
    pub hearings: Vec<HearingNote>,
    /// Whether all files could be read to their end and every rule could speak.
    pub complete: bool,
    /// Whether groups too small to be anonymous were made ranges before anything was counted.
    pub hides_small_groups: bool,
}

/// One proposal.
#[derive(Debug, Clone)]
pub struct AssessedProposal {
    /// What it is called in short, where there are several: `A`, `B`.
    pub mark: String,
    /// Its title, or its file where it has none.
    pub title: String,
    /// The name of its file, as it was given.
    pub source: String,
    /// What changes, what is left hanging and what there is to decide, in a sentence each; the
    /// lines that balance; every finding that the file's own writer need not mend; what could not
    /// be judged.
    pub report: Report,
    /// How many findings there are whose numbers would give small groups away: what they find,
    /// without the numbers.
    pub withheld: Vec<Withheld>,
    /// How many mistakes its files have that leave this uncertain.
    pub faults: usize,
    /// The organisation before, with what changes marked.
    pub before: OrgChart,
    /// The organisation after, with what has changed marked.
    pub after: OrgChart,
    /// Who is to sit together, before and after; none where no chart states any.
    pub co_locations: Option<CoLocationMap>,
    /// What happens to each unit to which something happens, in the order of the org charts.
    pub units: Vec<UnitPage>,
    /// What a co-determination committee (MED-udvalg) discusses of a change, with what the charts
    /// say of it.
    pub questions: Vec<MedQuestion>,
    /// Every difference, in a sentence each.
    pub changes: Vec<ChangeLine>,
    /// Where posts go.
    pub moves: Vec<StaffMove>,
    /// What it builds on.
    pub assumptions: Vec<Assumption>,
    /// What nobody knows yet, in a sentence each.
    pub unknowns: Vec<String>,
}

/// Something that is found, and that cannot be told in numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withheld {
    /// The rule's name.
    pub rule: &'static str,
    /// What the rule finds, in a few words.
    pub title: String,
    /// How many such findings.
    pub findings: usize,
}

/// What happens to one unit.
#[derive(Debug, Clone)]
pub struct UnitPage {
    /// Its name; where that changes, its name in the base.
    pub name: String,
    /// Its place among the units of the org chart before; none of a new unit.
    pub before: Option<usize>,
    /// Its place among the units of the org chart after; none of a unit that is no more.
    pub after: Option<usize>,
    /// What happens to it in a word, by its most important mark.
    pub mark: Mark,
    /// That word.
    pub word: String,
    /// What happens to it, in a sentence each, what matters most first.
    pub sentences: Vec<String>,
    /// Parent, head, site, posts, functions, target groups: before and after.
    pub facts: Vec<UnitFact>,
    /// Its posts, and those that come to it.
    pub staff: Vec<StaffMove>,
    /// The functions it holds, gives up and takes over.
    pub functions: Vec<UnitFunction>,
    /// What is found of it, by the place in [`Report::findings`], in that order.
    pub findings: Vec<usize>,
    /// Who is heard on its behalf, and when, in a sentence each.
    pub heard: Vec<String>,
    /// What was said of it in hearings: the hearing, and the point.
    pub points: Vec<(usize, PointAt)>,
}

/// Something of a unit, before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitFact {
    /// What (`Leder`, `Adresse`).
    pub label: String,
    /// Before; none of a new unit.
    pub before: Option<String>,
    /// After; none of a unit that is no more.
    pub after: Option<String>,
    /// Whether it changes.
    pub changes: bool,
}

/// A function of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitFunction {
    /// Its name.
    pub name: String,
    /// What becomes of it, in a few words: `bliver`, `flyttes til Central Ydelse`, `kommer fra
    /// Socialcenter Integration`, `ingen har ansvaret`.
    pub text: String,
    /// Whether anything does.
    pub changes: bool,
}

/// Posts that share a fate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffMove {
    /// Their title; where that changes, their title in the base.
    pub title: String,
    /// Their title after, where that is another.
    pub new_title: Option<String>,
    /// How many.
    pub posts: ComparedValue,
    /// What becomes of them in a word: `bliver`, `flyttes`, `nedlægges`, `uden plads`, `nye`.
    pub fate: String,
    /// Whether anything does.
    pub changes: bool,
    /// Their unit before; none of new posts.
    pub from_unit: Option<String>,
    /// Their unit after.
    pub to_unit: Option<String>,
    /// Their site before.
    pub from_site: Option<String>,
    /// Their site after.
    pub to_site: Option<String>,
    /// Who they report to before.
    pub from_head: Option<String>,
    /// Who they report to after.
    pub to_head: Option<String>,
}

/// A difference in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeLine {
    /// What it is about.
    pub topic: Rank,
    /// What that is called.
    pub topic_name: String,
    /// What it is about, by name.
    pub what: String,
    /// What kind of difference, in a few words: `enhed lukkes`, `opgave flyttes`.
    pub kind: String,
    /// Before, by name.
    pub from: Option<String>,
    /// After, by name.
    pub to: Option<String>,
    /// How many posts, where it is about posts.
    pub posts: Option<ComparedValue>,
}

/// A question that a committee discusses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MedQuestion {
    /// The question.
    pub question: String,
    /// What the charts say of it, in a sentence each.
    pub answers: Vec<String>,
    /// What they do not say and the committee can ask for, in a sentence each.
    pub missing: Vec<String>,
}

/// Something that a proposal builds on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assumption {
    /// What kind: `mål`, `lov`, `tidligere beslutning`, `risiko`, `grænse`.
    pub kind: String,
    /// What is assumed.
    pub text: String,
    /// What it is about, by name.
    pub about: Vec<String>,
}

impl AssessedProposal {
    /// What is found, with its place in the report.
    pub fn findings(&self) -> impl Iterator<Item = (usize, &ReportFinding)> {
        self.report.findings.iter().enumerate()
    }
}
