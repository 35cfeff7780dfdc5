//! A comparison for programs: everything there is, in a documented, versioned form.
//!
//! The structs here are the form and its JSON Schema both, so that the two cannot drift. Keys
//! may be added within a version; none goes away or changes its meaning.

use std::io::Write;

use rokade_core::comparison::{
    Compared, ComparedCell, ComparedRow, ComparedTotal, ComparedValue, Comparison, Direction,
    RowKind, Standing,
};
use rokade_core::entry::Language;
use rokade_core::quantity::{Certainty, Difference, QuantityJson, json_number};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Number, Value};

use crate::format::RenderError;
use crate::format::json::{JsonTool, schema_of, write};

/// The version of the form; it changes when a key goes away or means something else.
pub const COMPARISON_VERSION: u32 = 1;

/// A comparison of rokade: proposals side by side, each compared with the same base.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Comparison")]
struct JsonComparison<'c> {
    /// The version of this form. Keys may be added within a version; none goes away or changes
    /// its meaning.
    #[schemars(extend("const" = COMPARISON_VERSION))]
    version: u32,
    /// What made it.
    tool: JsonTool,
    /// The language its sentences are in.
    language: Language,
    /// Whether all files could be read to their end and every rule could speak.
    complete: bool,
    /// Whether groups of under five posts were made ranges before anything was counted.
    hides_small_groups: bool,
    /// What it means, in three sentences at most.
    summary: &'c [String],
    /// What all are compared with.
    base: JsonChart<'c>,
    /// The proposals, in the order given.
    proposals: Vec<JsonChart<'c>>,
    /// Each measure, or each measure of each thing it is of.
    rows: Vec<JsonRow<'c>>,
    /// What sets each two proposals apart; of more than four, each and the first.
    apart: Vec<JsonApart<'c>>,
    /// The proposals that another is better than in something, and no worse than in anything.
    dominated: Vec<JsonDominated<'c>>,
    /// What the measures come to when they are weighed; null where nobody asked.
    weighing: Option<JsonWeighing<'c>>,
    /// What could not be measured, and what to add to the charts.
    not_judged: &'c [String],
}

/// One of the charts that are compared.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Chart")]
struct JsonChart<'c> {
    /// The letter of a proposal; of the base, a word.
    mark: &'c str,
    /// Its title, or the name of its file.
    title: &'c str,
    /// Its file, as it was given.
    source: &'c str,
    /// The errors that count.
    errors: usize,
    /// The warnings that count.
    warnings: usize,
    /// The notes that count.
    notes: usize,
    /// Whether it could be read to its end.
    complete: bool,
}

/// Which way is better.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(rename = "Better")]
enum JsonBetter {
    /// Less.
    Lower,
    /// More.
    Higher,
}

/// What a row has to tell.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(rename = "RowKind")]
enum JsonKind {
    /// The proposals differ.
    Differs,
    /// The proposals are alike, and differ from the base.
    Alike,
    /// Nothing changes in any of them.
    Unchanged,
    /// Nothing says.
    Unknown,
}

/// How a proposal stands among the others.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(rename = "Standing")]
enum JsonStanding {
    /// None is, or can be, better, and one is certainly worse.
    Best,
    /// None is, or can be, worse, and one is certainly better.
    Worst,
}

/// What is measured.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Row")]
struct JsonRow<'c> {
    /// The measure's name.
    measure: &'c str,
    /// What it is called.
    label: &'c str,
    /// The name of what it is of; null where it is of the whole.
    of: Option<&'c str>,
    /// Which way is better; null where none is.
    better: Option<JsonBetter>,
    /// What the row has to tell.
    kind: JsonKind,
    /// What it is in the base; null where it counts what changes, or is not known.
    base: Option<JsonValue<'c>>,
    /// Of what counts changes: all there is of it in the base.
    whole: Option<JsonValue<'c>>,
    /// What it is in each proposal, in their order.
    proposals: Vec<JsonCell<'c>>,
}

/// A number, and how it is written.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Value")]
struct JsonValue<'c> {
    /// The number.
    quantity: &'c QuantityJson,
    /// As it is written in the language.
    text: &'c str,
}

/// What a proposal comes to.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Cell")]
struct JsonCell<'c> {
    /// The number; null where it is not known.
    value: Option<JsonValue<'c>>,
    /// How it differs from the base; null where that cannot be said.
    difference: Option<JsonDifference<'c>>,
    /// Whether it is the best or the worst; null where that cannot be told apart.
    standing: Option<JsonStanding>,
}

/// A difference: more is above nothing.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Difference")]
struct JsonDifference<'c> {
    /// The least it can be; null where there is no lower end.
    min: Option<Number>,
    /// The most it can be; null where there is no upper end.
    max: Option<Number>,
    /// Whether the ends are only about right.
    approximate: bool,
    /// As it is written in the language.
    text: &'c str,
}

/// What sets two proposals apart.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Apart")]
struct JsonApart<'c> {
    /// Which two, counted from 0.
    proposals: [usize; 2],
    /// As a sentence.
    text: &'c str,
}

/// A proposal that another is better than.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Dominated")]
struct JsonDominated<'c> {
    /// Which, counted from 0.
    proposal: usize,
    /// The one that is better.
    by: usize,
    /// As a sentence.
    text: &'c str,
}

/// Measures weighed against each other: each number times its weight, added up; what is better
/// higher is subtracted.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Weighing")]
struct JsonWeighing<'c> {
    /// What each measure weighs.
    weights: Vec<JsonWeight<'c>>,
    /// What each proposal comes to, in their order; the lowest is best.
    totals: Vec<JsonTotal<'c>>,
}

/// What a measure weighs.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Weight")]
struct JsonWeight<'c> {
    /// The measure's name.
    measure: &'c str,
    /// What it is called.
    label: &'c str,
    /// How much one of it weighs.
    weight: Number,
}

/// A weighted sum.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Total")]
struct JsonTotal<'c> {
    /// The least it can be; null where there is no lower end.
    min: Option<Number>,
    /// The most it can be; null where there is no upper end.
    max: Option<Number>,
    /// As it is written in the language.
    text: &'c str,
    /// The measures that are not in it, because they are not known.
    left_out: &'c [String],
    /// How surely it is the lowest; null where it is not, or it cannot be told.
    lowest: Option<Certainty>,
}

/// Prints a comparison as JSON.
pub(super) fn render(comparison: &Comparison, out: &mut dyn Write) -> Result<(), RenderError> {
    write(&json(comparison), out)
}

/// The JSON Schema, of 2020-12, of a comparison in JSON.
pub fn comparison_schema() -> Value {
    schema_of::<JsonComparison<'_>>()
}

fn json(comparison: &Comparison) -> JsonComparison<'_> {
    JsonComparison {
        version: COMPARISON_VERSION,
        tool: JsonTool::OURS,
        language: comparison.language,
        complete: comparison.complete,
        hides_small_groups: comparison.hides_small_groups,
        summary: &comparison.summary,
        base: chart(&comparison.base),
        proposals: comparison.proposals.iter().map(chart).collect(),
        rows: comparison.rows.iter().map(row).collect(),
        apart: comparison
            .apart
            .iter()
            .map(|one| JsonApart {
                proposals: one.of,
                text: &one.text,
            })
            .collect(),
        dominated: comparison
            .dominated
            .iter()
            .map(|one| JsonDominated {
                proposal: one.proposal,
                by: one.by,
                text: &one.text,
            })
            .collect(),
        weighing: comparison.weighing.as_ref().map(|weighing| JsonWeighing {
            weights: weighing
                .weights
                .iter()
                .map(|weight| JsonWeight {
                    measure: weight.measure,
                    label: &weight.label,
                    weight: json_number(weight.weight),
                })
                .collect(),
            totals: weighing.totals.iter().map(total).collect(),
        }),
        not_judged: &comparison.not_judged,
    }
}

fn chart(one: &Compared) -> JsonChart<'_> {
    JsonChart {
        mark: &one.mark,
        title: &one.title,
        source: &one.source,
        errors: one.errors,
        warnings: one.warnings,
        notes: one.notes,
        complete: one.complete,
    }
}

fn row(row: &ComparedRow) -> JsonRow<'_> {
    JsonRow {
        measure: row.measure,
        label: &row.label,
        of: row.of.as_deref(),
        better: row.better.map(|better| match better {
            Direction::Lower => JsonBetter::Lower,
            Direction::Higher => JsonBetter::Higher,
        }),
        kind: match row.kind {
            RowKind::Differs => JsonKind::Differs,
            RowKind::Alike => JsonKind::Alike,
            RowKind::Unchanged => JsonKind::Unchanged,
            RowKind::Unknown => JsonKind::Unknown,
        },
        base: row.base.as_ref().map(value),
        whole: row.whole.as_ref().map(value),
        proposals: row.cells.iter().map(cell).collect(),
    }
}

fn value(value: &ComparedValue) -> JsonValue<'_> {
    JsonValue {
        quantity: &value.quantity,
        text: &value.text,
    }
}

fn cell(cell: &ComparedCell) -> JsonCell<'_> {
    let difference = cell.difference_ends.zip(cell.difference.as_deref());
    JsonCell {
        value: cell.value.as_ref().map(value),
        difference: difference.map(|(ends, text)| {
            let (min, max) = numbers(ends);
            JsonDifference {
                min,
                max,
                approximate: ends.approximate,
                text,
            }
        }),
        standing: cell.standing.map(|standing| match standing {
            Standing::Best => JsonStanding::Best,
            Standing::Worst => JsonStanding::Worst,
        }),
    }
}

fn total(total: &ComparedTotal) -> JsonTotal<'_> {
    let (min, max) = numbers(total.ends);
    JsonTotal {
        min,
        max,
        text: &total.text,
        left_out: &total.left_out,
        lowest: total.best,
    }
}

fn numbers(ends: Difference) -> (Option<Number>, Option<Number>) {
    (ends.low.map(json_number), ends.high.map(json_number))
}
