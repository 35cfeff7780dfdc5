//! Measures: what an organisation, or a restructuring of it, comes to in numbers. They are the
//! rows of a comparison, and what a commitment can promise.
//!
//! A measure that counts what a rule finds asks the rule, so that the two never say different
//! numbers: what is possible widens the count, and what could not be judged leaves it open.

mod citizens;
mod found;
mod functions;
mod leadership;
mod list;
mod money;
mod places;
mod posts;
mod process;

use rokade_change::ChangeSet;
use rokade_core::chart::Chart;
use rokade_core::entry::Language;
use rokade_core::finding::Side;
use rokade_core::ids::Subject;
use rokade_core::nearest::nearest_of;
use rokade_core::quantity::Quantity;

use crate::rule::{HearingInput, Limits, PairContext};
use crate::run::Input;

pub use list::{COMMITMENTS_BROKEN, MEASURES};

/// A number that an organisation comes to.
#[derive(Debug)]
pub struct Measure {
    /// Its name, in words joined by `_`.
    pub name: &'static str,
    /// Which way is better, where one is.
    pub better: Option<Better>,
    /// What it counts.
    pub counts: Counts,
    /// What it is called in Danish.
    pub da: &'static str,
    /// What it is called in English.
    pub en: &'static str,
    how: How,
}

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// Less.
    Lower,
    /// More.
    Higher,
}

/// What a measure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counts {
    /// Posts.
    Posts,
    /// Citizens.
    Citizens,
    /// Money, in the organisation's currency.
    Money,
    /// Things of another kind.
    Things,
}

/// How a measure is made.
#[derive(Debug)]
enum How {
    /// Of one chart by itself.
    State(fn(&One<'_>) -> Option<Quantity>),
    /// Of what changes from a base to its revision.
    Change(fn(&PairContext<'_>) -> Option<Changed>),
    /// Of each of several things that change.
    Each(fn(&PairContext<'_>) -> Vec<Row>),
}

/// One chart, to be measured.
struct One<'a> {
    chart: &'a Chart,
    hearings: &'a [HearingInput<'a>],
    limits: &'a Limits,
}

/// How much changes, and of how much in the base.
struct Changed {
    value: Quantity,
    whole: Option<Quantity>,
}

/// A measured number.
#[derive(Debug, Clone)]
pub struct Row {
    /// What is measured.
    pub measure: &'static Measure,
    /// Of what, where it is of one thing; in the chart that has it.
    pub of: Option<(Side, Subject)>,
    /// What it is in the base, where it can be told of a chart by itself.
    pub base: Option<Quantity>,
    /// What it is in the revision, or what changes; nothing where the charts do not say.
    pub value: Option<Quantity>,
    /// All that is counted in the base: what a percentage is of.
    pub whole: Option<Quantity>,
}

impl Measure {
    /// What it is called.
    pub fn label(&self, language: Language) -> &'static str {
        match language {
            Language::Da => self.da,
            Language::En => self.en,
        }
    }

    /// Whether it is of a chart by itself, and so can be told without a base.
    pub fn is_of_one_chart(&self) -> bool {
        matches!(self.how, How::State(_))
    }

    fn rows(&'static self, context: &PairContext<'_>) -> Vec<Row> {
        let row = |base, value, whole| Row {
            measure: self,
            of: None,
            base,
            value,
            whole,
        };
        match self.how {
            How::State(of) => {
                let (base, revision) = (
                    of(&One {
                        chart: context.base,
                        hearings: &[],
                        limits: context.limits,
                    }),
                    of(&One {
                        chart: context.revision,
                        hearings: context.hearings,
                        limits: context.limits,
                    }),
                );
                vec![row(base, revision, base)]
            }
            How::Change(of) => {
                let changed = of(context);
                let whole = changed.as_ref().and_then(|changed| changed.whole);
                vec![row(None, changed.map(|changed| changed.value), whole)]
            }
            How::Each(of) => of(context),
        }
    }
}

impl Changed {
    /// So many, of nothing that a percentage could be of.
    fn only(value: Quantity) -> Self {
        Changed { value, whole: None }
    }
}

/// The measure of a name.
pub fn find(name: &str) -> Option<&'static Measure> {
    MEASURES.iter().find(|measure| measure.name == name)
}

/// Whether a commitment can promise something of this measure. That commitments hold is no
/// promise of its own.
pub fn is_measure(name: &str) -> bool {
    name != COMMITMENTS_BROKEN && find(name).is_some()
}

/// The measure that a commitment most likely means.
pub fn nearest(word: &str) -> Option<&'static str> {
    let names = MEASURES.iter().map(|measure| measure.name);
    nearest_of(word, names.filter(|name| *name != COMMITMENTS_BROKEN))
}

/// Every measure of a restructuring, or those `only` names, in the order of [`MEASURES`]. A
/// measure of several things has a row for each, by their ids.
pub fn of_pair(
    base: &Chart,
    revision: &Chart,
    changes: &ChangeSet,
    hearings: &[HearingInput<'_>],
    limits: &Limits,
    only: Option<&[&str]>,
) -> Vec<Row> {
    let context = PairContext {
        base,
        revision,
        changes,
        hearings,
        limits,
    };
    wanted(only)
        .flat_map(|measure| measure.rows(&context))
        .collect()
}

/// Every measure of a chart by itself, or those `only` names.
pub fn of_chart(
    chart: &Chart,
    hearings: &[HearingInput<'_>],
    limits: &Limits,
    only: Option<&[&str]>,
) -> Vec<Row> {
    let one = One {
        chart,
        hearings,
        limits,
    };
    let state = wanted(only).filter_map(|measure| match measure.how {
        How::State(of) => Some((measure, of)),
        _ => None,
    });
    state
        .map(|(measure, of)| Row {
            measure,
            of: None,
            base: None,
            value: of(&one),
            whole: None,
        })
        .collect()
}

/// The rows of one measure, for who promises something of it.
pub(crate) fn rows_of(measure: &'static Measure, context: &PairContext<'_>) -> Vec<Row> {
    measure.rows(context)
}

fn wanted<'a>(only: Option<&'a [&'a str]>) -> impl Iterator<Item = &'static Measure> + 'a {
    let is_wanted = move |measure: &&Measure| only.is_none_or(|only| only.contains(&measure.name));
    MEASURES.iter().filter(is_wanted)
}

/// A count of things.
fn count(n: usize) -> Quantity {
    u32::try_from(n).map_or(Quantity::UNKNOWN, Quantity::exact)
}

/// What the rules are asked, where a measure counts what they find.
fn input<'a>(context: &PairContext<'a>) -> Input<'a> {
    use crate::run::ChartInput;
    let whole = |chart| ChartInput {
        chart,
        faults: &[],
        complete: true,
    };
    Input {
        base: Some((whole(context.base), context.changes)),
        revision: whole(context.revision),
        hearings: context.hearings,
    }
}

#[cfg(test)]
mod tests;
