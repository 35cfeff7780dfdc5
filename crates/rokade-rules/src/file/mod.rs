//! The file itself: a folder for each rule.

use rokade_core::fault::{Fault, FaultPlace};
use rokade_core::finding::{At, Cause, Label, Side};
use rokade_core::ids::Subject;
use rokade_core::quantity::Quantity;

use crate::rule::{Draft, Rule, member};

mod unknown_key;

/// Every rule of the family.
pub(crate) static RULES: &[&Rule] = &[
    &unknown_key::RULE,
];

/// The finding that a fault is, pointing at its place; `part` tells it from others of its rule
/// in the same entity.
fn of_fault(fault: &Fault, side: Side, part: &str) -> Draft {
    let subject = fault.subject.clone().unwrap_or_else(Subject::chart);
    let at = match &fault.at {
        FaultPlace::Span(span) => At::Span(side, *span),
        FaultPlace::Place(place) => At::Place(side, place.clone()),
    };
    Draft::new(Cause::itself(subject.clone()))
        .part(part)
        .member(member(side, subject, Quantity::ONE))
        .label(Label {
            at,
            text: "label",
            data: indexmap::IndexMap::new(),
        })
}
