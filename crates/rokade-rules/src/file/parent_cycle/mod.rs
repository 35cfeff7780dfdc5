//! `parent-cycle`: units that stand under each other in a circle.

use rokade_core::fault::FaultKind;
use rokade_core::finding::{Cause, CauseKind, Severity, Side, Value};
use rokade_core::ids::{Id, Subject, UnitId};
use rokade_core::quantity::Quantity;

use crate::rule::{
    Draft, Family, FaultContext, Question, Rank, Rule, RuleCertainty, Sink, member, texts,
};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "parent-cycle",
    family: Family::File,
    severity: Severity::Error,
    certainty: RuleCertainty::Certain,
    rank: Rank::File,
    replaces: &[],
    follows: &[],
    question: Question::Faults(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

fn check(context: &FaultContext<'_>, sink: &mut Sink<'_>) {
    for fault in context.faults {
        if let FaultKind::ParentCycle { units } = &fault.kind {
            sink.report(circle(units, context.side));
        }
    }
}

/// One circle, told upwards from its first unit in the alphabet, wherever in the file it begins.
fn circle(units: &[UnitId], side: Side) -> Draft {
    let first = units.iter().enumerate().min_by_key(|(_, id)| *id);
    let first = first.map_or(0, |(at, _)| at);
    let round = units.iter().cycle().skip(first).take(units.len());
    let round: Vec<Subject> = round.map(Id::subject).collect();
    let part = match side {
        Side::Base => "base",
        Side::Revision => "",
    };
    let members = round.iter().map(|unit| {
        let mut member = member(side, unit.clone(), Quantity::ONE);
        part.clone_into(&mut member.part);
        member
    });
    let mut draft = Draft::new(Cause::new(CauseKind::Itself, round.clone()))
        .part(part)
        .members(members)
        .set("units", Value::Row(side, round.clone()));
    for unit in round {
        draft = draft.at(side, unit, ["parent".into()], "label");
    }
    draft
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::Mode;

    #[test]
    fn a_circle_is_the_same_wherever_it_begins() {
        let units = ["b", "c", "a"].map(|id| UnitId::parse(id).expect("it is an id"));
        let mut turned = units.clone();
        turned.rotate_left(1);
        let told = |units: &[UnitId]| {
            let mut sink = Sink::new(&RULE, Side::Revision, Mode::All);
            sink.report(circle(units, Side::Revision));
            sink.caught().findings
        };
        assert_eq!(told(&units), told(&turned));
    }
}
