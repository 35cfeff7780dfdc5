//! Promises of a number: at most, or at least, so much of a measure.

use rokade_core::finding::Value;
use rokade_core::ids::Subject;
use rokade_core::quantity::{Amount, Certainty, Quantity};

use super::{Part, of_part};
use crate::measures::{self, Counts, Measure, Row};
use crate::rule::{Draft, PairContext};

/// On which side of the limit it is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Most,
    Least,
}

impl Side {
    fn key(self) -> &'static str {
        match self {
            Side::Most => "at_most",
            Side::Least => "at_least",
        }
    }

    /// What of the commitment it is.
    fn part(self, measure: &Measure) -> String {
        format!("{} {}", self.key(), measure.name)
    }
}

/// The finding, where a measure is beyond its limit or may be; nothing of a name that is no
/// measure, which is a fault of its own.
pub(super) fn broken(
    context: &PairContext<'_>,
    commitment: &Subject,
    side: Side,
    name: &str,
    amount: Amount,
) -> Option<Part> {
    let measure = measures::find(name).filter(|_| measures::is_measure(name))?;
    let rows = measures::rows_of(measure, context).into_iter();
    let beyond = rows.filter_map(|row| Some((certainty(&row, side, amount)?, row)));
    // Of a measure of several things, the first of those that are surely beyond it.
    let (certainty, row) = beyond.reduce(|a, b| if b.0 > a.0 { b } else { a })?;
    let name = side.part(measure);
    let draft = draft(commitment, side, measure, amount, &row, certainty);
    Some(Part::new(name, certainty, draft))
}

/// How sure it is that a number is beyond the limit; what nobody can tell may be.
fn certainty(row: &Row, side: Side, amount: Amount) -> Option<Certainty> {
    let (Some(value), Some(limit)) = (row.value, limit(row, amount)) else {
        return Some(Certainty::Possible);
    };
    match side {
        Side::Most => value.exceeds(limit),
        Side::Least => value.falls_short_of(limit),
    }
}

/// The limit in numbers; nothing where it is a share of what the base does not say.
fn limit(row: &Row, amount: Amount) -> Option<Quantity> {
    match amount {
        Amount::Absolute(limit) => Some(limit),
        Amount::Share(_) => row.whole.map(|whole| amount.of(whole)),
    }
}

fn draft(
    commitment: &Subject,
    side: Side,
    measure: &'static Measure,
    amount: Amount,
    row: &Row,
    certainty: Certainty,
) -> Draft {
    use rokade_core::finding::Side as Chart;
    let (word, key) = match side {
        Side::Most => ("most", side.key()),
        Side::Least => ("least", side.key()),
    };
    let known = |known: bool| if known { "known" } else { "unknown" };
    let limit = limit(row, amount);
    let share = match amount {
        Amount::Share(percent) => Value::Percent(percent),
        Amount::Absolute(limit) => Value::Quantity(limit),
    };
    let mut draft = of_part(commitment, &side.part(measure), certainty)
        .message("message-limit")
        .help("help-limit")
        .set("measure", measure.name)
        .set(
            "measure_label",
            Value::Either {
                da: measure.da,
                en: measure.en,
            },
        )
        .word("side", word)
        .word("value_is", known(row.value.is_some()))
        .set("value", row.value.unwrap_or(Quantity::UNKNOWN))
        .word("limit_is", known(limit.is_some()))
        .set("limit", limit.unwrap_or(Quantity::UNKNOWN))
        .word(
            "promised",
            match amount {
                Amount::Absolute(_) => "number",
                Amount::Share(_) => "share",
            },
        )
        .set("share", share)
        .set("whole", row.whole.unwrap_or(Quantity::UNKNOWN))
        .word("of_is", if row.of.is_some() { "one" } else { "all" });
    let of = row.of.clone();
    let (chart, thing) = of.unwrap_or((Chart::Revision, commitment.clone()));
    draft = draft.thing("of", chart, thing).at(
        Chart::Revision,
        commitment.clone(),
        [key.into(), measure.name.into()],
        "label",
    );
    match (measure.counts, row.value) {
        (Counts::Posts, Some(posts)) => draft.posts(posts),
        (Counts::Citizens, Some(citizens)) => draft.citizens(citizens),
        _ => draft,
    }
}
