//! `charts-do-not-line-up`: too little of the base can be found again in the revision.

use rokade_core::finding::{Cause, Member, Severity, Side};
use rokade_core::ids::Subject;
use rokade_core::quantity::Quantity;
use rokade_core::span::PathStep;

use crate::rule::{Draft, Family, PairContext, Question, Rank, Rule, RuleCertainty, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "charts-do-not-line-up",
    family: Family::File,
    severity: Severity::Warning,
    certainty: RuleCertainty::Certain,
    rank: Rank::File,
    replaces: &[],
    follows: &[],
    question: Question::Pair(check),
    page: texts!("md"),
    sentences: texts!("ftl"),
};

fn check(context: &PairContext<'_>, sink: &mut Sink<'_>) {
    for (kind, gate) in context.changes.lineage.gates() {
        if !gate.is_shut() {
            continue;
        }
        let chart = Subject::chart();
        let mut draft = Draft::new(Cause::itself(chart.clone()))
            .part(kind.name())
            .member(Member {
                side: Side::Revision,
                subject: chart.clone(),
                part: kind.name().to_owned(),
                amount: Quantity::ONE,
            })
            .word("kind", kind.name())
            .set("followed", gate.followed)
            .set("smaller", gate.smaller);
        for side in [Side::Revision, Side::Base] {
            let section = PathStep::KeyName(kind.section().to_owned());
            draft = draft.at(side, chart.clone(), [section], "label");
        }
        sink.report(draft);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rokade_core::entry::Language;
    use rokade_core::finding::Value;
    use rokade_core::ids::Kind;
    use rokade_core::words::Words;

    #[test]
    fn every_kind_that_is_followed_has_its_words() {
        for language in [Language::Da, Language::En] {
            let words = Words::new(language, RULE.sentences.get(language)).expect("it is Fluent");
            let say = |kind: &'static str| {
                let values = [
                    ("kind", Value::Word(kind)),
                    ("followed", Value::from(1_u32)),
                    ("smaller", Value::from(9_u32)),
                ];
                words.say("message", &values).expect("every value is there")
            };
            for kind in [
                Kind::Site,
                Kind::Unit,
                Kind::Staff,
                Kind::Function,
                Kind::TargetGroup,
            ] {
                assert_ne!(say(kind.name()), say("no-such-kind"), "{}", kind.name());
            }
        }
    }
}
