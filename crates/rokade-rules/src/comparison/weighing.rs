//! What the measures come to when somebody weighs them against each other: the only total there
//! is, and only where it is asked for.

use rokade_core::comparison::{Compared, ComparedTotal, Direction, Weighing, Weight};
use rokade_core::nearest::nearest_of;
use rokade_core::quantity::{Difference, Quantity};
use rokade_core::words::WordsError;

use crate::measures::{MEASURES, Measure, find};

use super::cells::Tongue;
use super::order::lowest;
use super::rows::Line;

/// What a measure weighs.
#[derive(Debug, Clone, Copy)]
pub struct Weighed {
    /// The measure; one of which a way is better.
    pub measure: &'static Measure,
    /// How much one of it weighs.
    pub weight: Quantity,
}

/// Why a weight cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WeightError {
    /// It does not say which measure weighs how much.
    #[error("`{0}` is not `measure=weight`")]
    Shape(String),
    /// There is no such measure.
    #[error("there is no measure `{name}`")]
    Unknown {
        /// The name.
        name: String,
        /// The nearest there is.
        nearest: Option<&'static str>,
    },
    /// Neither more nor less of it is better.
    #[error("no way is better of `{0}`")]
    NoDirection(&'static str),
    /// Less than nothing.
    #[error("`{0}` is less than nothing")]
    Negative(String),
    /// A measure that has a weight already.
    #[error("`{0}` is weighed twice")]
    Twice(&'static str),
}

/// Reads weights, each `measure=2`.
///
/// # Errors
/// At the first that cannot be used.
pub fn parse_weights<'t>(
    texts: impl IntoIterator<Item = &'t str>,
) -> Result<Vec<Weighed>, WeightError> {
    let mut weights: Vec<Weighed> = Vec::new();
    for text in texts {
        let shape = || WeightError::Shape(text.to_owned());
        let (name, weight) = text.split_once('=').ok_or_else(shape)?;
        let (name, weight) = (name.trim(), weight.trim());
        let measure = find(name).ok_or_else(|| WeightError::Unknown {
            name: name.to_owned(),
            nearest: nearest_of(name, MEASURES.iter().map(|measure| measure.name)),
        })?;
        if weight.starts_with(['-', '−']) {
            return Err(WeightError::Negative(text.to_owned()));
        }
        let weight: Quantity = weight.parse().map_err(|_| shape())?;
        if !weight.is_exact() {
            return Err(shape());
        }
        if measure.better.is_none() {
            return Err(WeightError::NoDirection(measure.name));
        }
        if weights
            .iter()
            .any(|other| other.measure.name == measure.name)
        {
            return Err(WeightError::Twice(measure.name));
        }
        weights.push(Weighed { measure, weight });
    }
    Ok(weights)
}

pub(super) fn weighing(
    weights: &[Weighed],
    lines: &[Line],
    proposals: &[Compared],
    tongue: &Tongue,
) -> Result<Option<Weighing>, WordsError> {
    if weights.is_empty() {
        return Ok(None);
    }
    let sums: Vec<Sum> = (0..proposals.len())
        .map(|at| Sum::of(weights, lines, at))
        .collect();
    let mut totals = Vec::with_capacity(sums.len());
    for (at, sum) in sums.iter().enumerate() {
        let others: Vec<_> = sums.iter().enumerate().filter(|(i, _)| *i != at).collect();
        // What is left out of one and not of another may be anything.
        let comparable = others
            .iter()
            .all(|(_, other)| other.left_out == sum.left_out);
        let ends: Vec<_> = others
            .iter()
            .map(|(_, other)| (other.low, other.high))
            .collect();
        let alike = ends.iter().all(|&other| other == (sum.low, sum.high));
        let best = Some(()).filter(|()| comparable && !alike);
        totals.push(ComparedTotal {
            ends: sum.ends(),
            text: total(sum.ends(), tongue)?,
            left_out: sum.left_out.clone(),
            best: best.and_then(|()| lowest((sum.low, sum.high), &ends)),
        });
    }
    let mut told = Vec::with_capacity(weights.len());
    for weighed in weights {
        let measure = weighed.measure;
        told.push(Weight {
            measure: measure.name,
            label: measure.label(tongue.language).to_owned(),
            weight: weighed.weight.low(),
            text: tongue.quantity(weighed.weight)?,
        });
    }
    Ok(Some(Weighing {
        weights: told,
        totals,
    }))
}

/// A total, in hundredths.
struct Sum {
    low: Option<i64>,
    high: Option<i64>,
    approximate: bool,
    left_out: Vec<String>,
}

impl Sum {
    #[expect(
        clippy::indexing_slicing,
        reason = "a line has a cell for each proposal"
    )]
    fn of(weights: &[Weighed], lines: &[Line], at: usize) -> Sum {
        let (mut low, mut high) = (Some(0_i128), Some(0_i128));
        let mut sum = Sum {
            low: None,
            high: None,
            approximate: false,
            left_out: Vec::new(),
        };
        for weighed in weights {
            let of_measure = |line: &&Line| line.measure.name == weighed.measure.name;
            for line in lines.iter().filter(of_measure) {
                let Some((least, most)) = line.ends(at) else {
                    sum.left_out.push(line.name());
                    continue;
                };
                if weighed.weight == Quantity::ZERO {
                    continue;
                }
                let cell = &line.cells[at];
                sum.approximate |= if line.is_by_difference() {
                    cell.difference.is_some_and(|found| found.approximate)
                } else {
                    cell.value.is_some_and(Quantity::is_approximate)
                };
                let product = |end: i64| i128::from(end) * i128::from(weighed.weight.low());
                let (least, most) = (least.map(product), most.map(product));
                let (least, most) = match line.better() {
                    Some(Direction::Higher) => (most.map(|end| -end), least.map(|end| -end)),
                    _ => (least, most),
                };
                let add = |(a, b): (i128, i128)| a.saturating_add(b);
                low = low.zip(least).map(add);
                high = high.zip(most).map(add);
            }
        }
        // Products are of hundredths with hundredths; ends are rounded outwards.
        let whole = |end: i128| i64::try_from(end).ok();
        sum.low = low.and_then(|end| whole(end.div_euclid(100)));
        sum.high = high.and_then(|end| whole(-(-end).div_euclid(100)));
        sum
    }

    fn ends(&self) -> Difference {
        Difference {
            low: self.low,
            high: self.high,
            approximate: self.approximate,
        }
    }
}

/// A total as text. It is no difference, and what is above nothing has no sign.
fn total(ends: Difference, tongue: &Tongue) -> Result<String, WordsError> {
    let quantity = ends
        .low
        .filter(|low| *low >= 0)
        .and_then(|low| Quantity::from_hundredths(low, ends.high, ends.approximate));
    match quantity {
        Some(quantity) => tongue.quantity(quantity),
        None => match tongue.difference(ends)? {
            Some(text) => Ok(text),
            None => tongue.say("unknown", &[]),
        },
    }
}
