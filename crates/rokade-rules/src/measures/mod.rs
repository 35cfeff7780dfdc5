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
use rokade_core::ids::{Subject, UnitId};
use rokade_core::nearest::nearest_of;
use rokade_core::quantity::{Difference, Quantity};

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
    /// Of one chart by itself, and of two how much it differs: closer than their numbers tell,
    /// which are large and rough.
    Differing(
        fn(&One<'_>) -> Option<Quantity>,
        fn(&PairContext<'_>) -> Differing,
    ),
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

/// How much something differs, as far as it is stated.
struct Differing {
    difference: Difference,
    /// The posts of the revision that do not say.
    unstated: Quantity,
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
    /// How much it differs, where that is known more closely than the two numbers tell; as far
    /// as it is stated.
    pub difference: Option<Difference>,
    /// The posts of the revision that state nothing of it, where there is a `difference`.
    pub unstated: Option<Quantity>,
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
        self.of_one().is_some()
    }

    /// Whether it is of each of several things, and so has no number for the whole.
    pub(crate) fn is_of_each(&self) -> bool {
        matches!(self.how, How::Each(_))
    }

    fn of_one(&self) -> Option<fn(&One<'_>) -> Option<Quantity>> {
        match self.how {
            How::State(of) | How::Differing(of, _) => Some(of),
            How::Change(_) | How::Each(_) => None,
        }
    }

    fn rows(&'static self, context: &PairContext<'_>) -> Vec<Row> {
        let row = |base, value, whole| Row {
            measure: self,
            of: None,
            base,
            value,
            whole,
            difference: None,
            unstated: None,
        };
        let of_both = |of: fn(&One<'_>) -> Option<Quantity>| {
            let of_one = |chart, hearings| {
                of(&One {
                    chart,
                    hearings,
                    limits: context.limits,
                })
            };
            let base = of_one(context.base, &[]);
            row(base, of_one(context.revision, context.hearings), base)
        };
        match self.how {
            How::State(of) => vec![of_both(of)],
            How::Differing(of, differing) => {
                let Differing {
                    difference,
                    unstated,
                } = differing(context);
                vec![Row {
                    difference: Some(difference),
                    unstated: Some(unstated),
                    ..of_both(of)
                }]
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
    let state = wanted(only).filter_map(|measure| Some((measure, measure.of_one()?)));
    state
        .map(|(measure, of)| Row {
            measure,
            of: None,
            base: None,
            value: of(&one),
            whole: None,
            difference: None,
            unstated: None,
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

/// What a unit of the base comes to as a unit of the revision, or as none, whether it changes or
/// not; nothing for a measure that has no number for a unit that does not change.
pub(crate) fn of_unit(
    measure: &'static Measure,
    context: &PairContext<'_>,
    base: &UnitId,
    now: Option<&UnitId>,
) -> Option<Row> {
    (measure.name == posts::HEADCOUNT).then(|| posts::of_unit(measure, context, base, now))
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
