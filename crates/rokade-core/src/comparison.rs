//! A comparison of proposals: what each comes to, side by side, in finished words.
//!
//! Formats print it and decide nothing: which rows there are, what is best and what a proposal
//! is worse in, is final.

use crate::entry::Language;
use crate::quantity::{Certainty, Difference, QuantityJson};

/// Proposals side by side, each compared with the same base.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// The language its sentences are in.
    pub language: Language,
    /// What all are compared with.
    pub base: Compared,
    /// The proposals, in the order given.
    pub proposals: Vec<Compared>,
    /// What it means, first of all; at most three sentences.
    pub summary: Vec<String>,
    /// What is measured, in the order of the measures.
    pub rows: Vec<ComparedRow>,
    /// Which proposals are worse than another or equal to it in everything.
    pub dominated: Vec<Dominated>,
    /// What sets each two proposals apart, in a sentence.
    pub apart: Vec<Apart>,
    /// What the measures come to when somebody weighs them; nobody does unless asked to.
    pub weighing: Option<Weighing>,
    /// What could not be measured, and what to add to the charts.
    pub not_judged: Vec<String>,
    /// Whether all files could be read to their end and every rule could speak.
    pub complete: bool,
    /// Whether groups too small to be anonymous were made ranges before anything was counted.
    pub hides_small_groups: bool,
}

/// One of the charts that are compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// What sentences and tables call it, in short: `A`, `B` for proposals, in the order given; of
    /// the base, that it is what there is today.
    pub mark: String,
    /// Its title, or its file where it has none.
    pub title: String,
    /// The name of its file, as it was given.
    pub source: String,
    /// The errors that count.
    pub errors: usize,
    /// The warnings that count.
    pub warnings: usize,
    /// The notes that count.
    pub notes: usize,
    /// Whether it could be read to its end, and measured.
    pub complete: bool,
}

/// One thing measured of all of them.
#[derive(Debug, Clone)]
pub struct ComparedRow {
    /// The measure's name.
    pub measure: &'static str,
    /// What it is called.
    pub label: String,
    /// Of what, where it is of one thing: its name.
    pub of: Option<String>,
    /// Which way is better, where one is.
    pub better: Option<Direction>,
    /// What it is today; none where it is only of what changes, or nothing says.
    pub base: Option<ComparedValue>,
    /// How much there is of it in the base, of what can only change; none where the proposals
    /// have different wholes, or there is none.
    pub whole: Option<ComparedValue>,
    /// What it is in each proposal, in their order.
    pub cells: Vec<ComparedCell>,
    /// What the row has to tell.
    pub kind: RowKind,
    /// Whether it is one of many of its measure, that a short view leaves out and counts.
    pub is_folded: bool,
}

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Less.
    Lower,
    /// More.
    Higher,
}

/// What a row has to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// The proposals differ.
    Differs,
    /// The proposals are alike, and differ from today.
    Alike,
    /// Nothing changes in any of them.
    Unchanged,
    /// Nothing says.
    Unknown,
}

/// A value as a number and as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparedValue {
    /// The number.
    pub quantity: QuantityJson,
    /// As it is written in the language.
    pub text: String,
}

/// What a proposal comes to in one row.
#[derive(Debug, Clone)]
pub struct ComparedCell {
    /// The value; none where the charts do not say.
    pub value: Option<ComparedValue>,
    /// How it differs from today, in words (`+7–9`, `unchanged`); none where that cannot be said.
    pub difference: Option<String>,
    /// The difference as a number.
    pub difference_ends: Option<Difference>,
    /// Whether it is the best or the worst of the proposals; none where that cannot be told
    /// apart.
    pub standing: Option<Standing>,
}

/// How a proposal stands among the others in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// None is better, and one is worse.
    Best,
    /// None is worse, and one is better.
    Worst,
}

/// A proposal that another is better than.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dominated {
    /// Which of the proposals.
    pub proposal: usize,
    /// The one that is at least as good in everything, and better in something.
    pub by: usize,
    /// As a sentence.
    pub text: String,
}

/// What sets two proposals apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apart {
    /// Which two.
    pub of: [usize; 2],
    /// As a sentence.
    pub text: String,
}

/// What measures come to when they are weighed against each other.
#[derive(Debug, Clone)]
pub struct Weighing {
    /// The weight of each measure, as it was given.
    pub weights: Vec<Weight>,
    /// What each proposal comes to, in their order; less is better.
    pub totals: Vec<ComparedTotal>,
}

/// What one measure weighs.
#[derive(Debug, Clone)]
pub struct Weight {
    /// The measure's name.
    pub measure: &'static str,
    /// What it is called.
    pub label: String,
    /// How much one of it weighs, in hundredths.
    pub weight: i64,
    /// As it is written in the language.
    pub text: String,
}

/// What a proposal comes to.
#[derive(Debug, Clone)]
pub struct ComparedTotal {
    /// The least and the most; an end is none where a measure has no such end.
    pub ends: Difference,
    /// As it is written in the language.
    pub text: String,
    /// The measures that are not in it, because nothing says what they come to.
    pub left_out: Vec<String>,
    /// Whether it is the lowest, and how surely; none where it is not, or it cannot be told.
    pub best: Option<Certainty>,
}
