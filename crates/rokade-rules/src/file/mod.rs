//! The file itself: a folder for each rule.

use std::collections::BTreeMap;

use rokade_core::fault::{Fault, FaultPlace};
use rokade_core::finding::{At, Cause, Label, Member, Side};
use rokade_core::ids::{Kind, Subject};
use rokade_core::quantity::Quantity;

use crate::rule::{Draft, Rule};

mod charts_do_not_line_up;
mod duplicate_id;
mod empty_unit;
mod event_not_applicable;
mod meant;
mod near_duplicate_name;
mod parent_cycle;
mod personal_data;
mod several_roots;
mod syntax;
mod unknown_key;
mod unknown_reference;
mod untidy_name;
mod unused_allow;
mod wrong_type;

/// Every rule of the family.
pub(crate) static RULES: &[&Rule] = &[
    &charts_do_not_line_up::RULE,
    &duplicate_id::RULE,
    &empty_unit::RULE,
    &event_not_applicable::RULE,
    &near_duplicate_name::RULE,
    &parent_cycle::RULE,
    &personal_data::RULE,
    &several_roots::RULE,
    &syntax::RULE,
    &unknown_key::RULE,
    &unknown_reference::RULE,
    &untidy_name::RULE,
    &unused_allow::RULE,
    &wrong_type::RULE,
];

/// Tells findings of one rule apart that would be known by the same mark.
#[derive(Debug, Default)]
struct Marks(BTreeMap<(Subject, String), u32>);

impl Marks {
    /// The part of a finding in an entity: as given the first time, then counted, in the order
    /// that the places have in the files.
    fn part(&mut self, subject: Subject, part: &str) -> String {
        let count = self.0.entry((subject, part.to_owned())).or_default();
        *count += 1;
        match *count {
            1 => part.to_owned(),
            n => format!("{part} #{n}"),
        }
    }
}

/// The finding that a fault is, pointing at its place; `part` tells it from others of its rule
/// in the same entity.
///
/// Sentences may choose by `where` (`entity` or `file`) and, in an entity, name it.
fn of_fault(fault: &Fault, side: Side, part: &str, marks: &mut Marks) -> Draft {
    let subject = fault.subject.clone().unwrap_or_else(Subject::chart);
    let at = match &fault.at {
        FaultPlace::Span(span) => At::Span(side, *span),
        FaultPlace::Place(place) => At::Place(side, place.clone()),
    };
    let mut part = marks.part(subject.clone(), part);
    // A fault that stands in the base and in the revision is two findings, each to be mended.
    if side == Side::Base {
        part.insert_str(0, "base ");
    }
    let draft = Draft::new(Cause::itself(subject.clone()))
        .part(part.clone())
        .member(Member {
            side,
            subject: subject.clone(),
            part,
            amount: Quantity::ONE,
        })
        .label(Label {
            at,
            text: "label",
            data: indexmap::IndexMap::new(),
        });
    if subject.kind == Kind::Chart {
        draft.word("where", "file")
    } else {
        draft.word("where", "entity").thing("entity", side, subject)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::rule::{FaultContext, Mode, Question, Sink};
    use rokade_core::fault::FaultKind;
    use rokade_core::span::{SourceId, Span};

    #[test]
    fn like_faults_of_one_entity_have_marks_of_their_own() {
        let fault = |start: usize| Fault {
            kind: FaultKind::UnknownKey {
                key: "sted".to_owned(),
                nearest: None,
                known: &[],
                fallen_apart: false,
            },
            at: FaultPlace::Span(Span::new(SourceId(0), start..start + 4)),
            subject: Some(Subject::new(Kind::Unit, "jobcenter")),
        };
        let faults = [fault(10), fault(30), fault(50)];
        let mut marks = BTreeSet::new();
        let Question::Faults(check) = unknown_key::RULE.question else {
            panic!("it asks faults");
        };
        for side in [Side::Base, Side::Revision] {
            let mut sink = Sink::new(&unknown_key::RULE, side, Mode::All);
            let faults = &faults;
            check(&FaultContext { faults, side }, &mut sink);
            for finding in sink.caught().findings {
                marks.insert(finding.fingerprint());
                marks.extend(finding.members.iter().map(|m| m.fingerprint(finding.rule)));
            }
        }
        // Three on each side, each with one member.
        assert_eq!(marks.len(), 12);
    }
}
