//! `event-not-applicable`: an event of a proposal that cannot be applied.

use rokade_core::fault::{FaultKind, NotApplicable};
use rokade_core::finding::{Severity, Side, Value};
use rokade_core::ids::{Id, Kind, Subject};

use crate::file::{Marks, of_fault};
use crate::rule::{Draft, Family, FaultContext, Question, Rank, Rule, RuleCertainty, Sink, texts};

/// See the page.
pub(super) static RULE: Rule = Rule {
    name: "event-not-applicable",
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
    let mut marks = Marks::default();
    for fault in context.faults {
        let FaultKind::NotApplicable { action, why } = &fault.kind else {
            continue;
        };
        let event = fault.subject.clone().unwrap_or_else(Subject::chart);
        let part = format!("{} {}", why.word(), detail(why));
        let draft = of_fault(fault, context.side, &part, &mut marks)
            .word("action", action.map_or("none", |action| action.key()))
            .word("why", why.word());
        let draft = match event.event_number() {
            Some(number) => draft.word("event", "number").set("number", number),
            None => draft.word("event", "id").set("id", event.id.as_str()),
        };
        sink.report(because(draft, why, context.side));
    }
}

/// What tells one reason of a kind from another in the same event.
fn detail(why: &NotApplicable) -> String {
    match why {
        NotApplicable::NoAction => String::new(),
        NotApplicable::SeveralActions { actions } => actions.join(" "),
        NotApplicable::Incomplete { needs } => needs.join(" "),
        NotApplicable::Unfit { key } => key.clone(),
        NotApplicable::Unknown { kind, id, .. } => format!("{}:{id}", kind.name()),
        NotApplicable::Ended { thing } | NotApplicable::Exists { thing } => thing.to_string(),
        NotApplicable::TooMany { of, .. } => of.to_string(),
        NotApplicable::ParentCircle { unit, under } => format!("{unit} {under}"),
        NotApplicable::NotHeld { function, unit } => format!("{function} {unit}"),
    }
}

/// The values that the sentence on a reason takes.
fn because(draft: Draft, why: &NotApplicable, side: Side) -> Draft {
    match why {
        NotApplicable::NoAction => draft,
        NotApplicable::SeveralActions { actions } => draft.set("keys", keys(actions)),
        NotApplicable::Incomplete { needs } => draft.set("keys", keys(needs)),
        NotApplicable::Unfit { key } => draft.set("key", key.as_str()),
        NotApplicable::Unknown { kind, id, nearest } => {
            let draft = draft
                .word("kind", kind.name())
                .word("section", kind.section())
                .set("thing_id", id.as_str());
            match nearest {
                Some(nearest) => draft.set("nearest", nearest.as_str()).help("help-nearest"),
                None => draft,
            }
        }
        NotApplicable::Ended { thing } => {
            draft
                .word("kind", thing.kind.name())
                .thing("thing", side, thing.clone())
        }
        NotApplicable::Exists { thing } => draft
            .word("kind", thing.kind.name())
            .set("thing_id", thing.id.as_str()),
        NotApplicable::TooMany { of, has, taken } => {
            let what = match of.kind {
                Kind::Function => "cases",
                _ => "posts",
            };
            draft
                .word("what", what)
                .thing("thing", side, of.clone())
                .set("has", *has)
                .set("taken", *taken)
        }
        NotApplicable::ParentCircle { unit, under } => {
            let way = if unit == under { "itself" } else { "below" };
            draft
                .word("way", way)
                .thing("unit", side, unit.subject())
                .thing("under", side, under.subject())
        }
        NotApplicable::NotHeld { function, unit } => draft
            .thing("function", side, function.subject())
            .thing("unit", side, unit.subject()),
    }
}

fn keys(keys: &[&str]) -> Value {
    Value::Texts(keys.iter().map(|key| format!("`{key}`")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rokade_core::entry::{ActionKind, Language};
    use rokade_core::fault::{Fault, FaultPlace};
    use rokade_core::finding::Finding;
    use rokade_core::ids::{FunctionId, UnitId};
    use rokade_core::quantity::Quantity;
    use rokade_core::span::{SourceId, Span};
    use rokade_core::words::{Speaker, Words};

    use crate::rule::Mode;

    fn found(action: Option<ActionKind>, why: NotApplicable, event: &str) -> Finding {
        let faults = [Fault {
            kind: FaultKind::NotApplicable { action, why },
            at: FaultPlace::Span(Span::new(SourceId(0), 0..1)),
            subject: Some(Subject::new(Kind::Event, event)),
        }];
        let mut sink = Sink::new(&RULE, Side::Revision, Mode::All);
        let context = FaultContext {
            faults: &faults,
            side: Side::Revision,
        };
        check(&context, &mut sink);
        sink.caught().findings.remove(0)
    }

    fn say(finding: &Finding, key: &str, language: Language) -> String {
        let words = Words::new(language, RULE.sentences.get(language)).expect("it is Fluent");
        let speaker = Speaker {
            language,
            base: None,
            revision: None,
            all_names: false,
        };
        words
            .format(key, &speaker.args([&finding.data]))
            .expect("every value is there")
    }

    fn reasons() -> Vec<NotApplicable> {
        let thing = Subject::new(Kind::Unit, "jobcenter");
        let unit = UnitId::parse("jobcenter").expect("an id");
        let under = UnitId::parse("team").expect("an id");
        let function = FunctionId::parse("kantine").expect("an id");
        vec![
            NotApplicable::NoAction,
            NotApplicable::SeveralActions {
                actions: vec!["move", "close"],
            },
            NotApplicable::Incomplete {
                needs: &["unit", "staff"],
            },
            NotApplicable::Unfit {
                key: "count".to_owned(),
            },
            NotApplicable::Unknown {
                kind: Kind::Staff,
                id: "raadgivere".to_owned(),
                nearest: None,
            },
            NotApplicable::Ended {
                thing: thing.clone(),
            },
            NotApplicable::Exists {
                thing: thing.clone(),
            },
            NotApplicable::TooMany {
                of: thing,
                has: Quantity::exact(4),
                taken: Quantity::exact(5),
            },
            NotApplicable::ParentCircle {
                unit: unit.clone(),
                under,
            },
            NotApplicable::NotHeld { function, unit },
        ]
    }

    #[test]
    fn every_reason_has_its_sentences() {
        let reasons = reasons();
        let words: Vec<&str> = reasons.iter().map(NotApplicable::word).collect();
        assert_eq!(words, NotApplicable::WORDS);
        for language in [Language::Da, Language::En] {
            let mut told = std::collections::BTreeSet::new();
            for why in &reasons {
                let finding = found(Some(ActionKind::Move), why.clone(), "#2");
                told.insert(say(&finding, finding.message, language));
                told.insert(say(&finding, finding.help, language));
                told.insert(say(&finding, "label", language));
            }
            assert_eq!(told.len(), 3 * reasons.len(), "{told:#?}");
        }
    }

    #[test]
    fn every_action_has_its_name() {
        for language in [Language::Da, Language::En] {
            let mut told = std::collections::BTreeSet::new();
            let actions = ActionKind::ALL.into_iter().map(Some).chain([None]);
            for action in actions {
                let finding = found(action, NotApplicable::NoAction, "flyt-ydelse");
                told.insert(say(&finding, finding.message, language));
            }
            assert_eq!(told.len(), ActionKind::ALL.len() + 1, "{told:#?}");
        }
    }

    #[test]
    fn the_kinds_that_events_name_have_their_words() {
        for language in [Language::Da, Language::En] {
            let mut told = std::collections::BTreeSet::new();
            let kinds = Kind::ALL.into_iter().filter(|kind| {
                !matches!(
                    kind,
                    Kind::Chart | Kind::Event | Kind::Response | Kind::Point
                )
            });
            for kind in kinds.clone() {
                let thing = Subject::new(kind, "x");
                let why = NotApplicable::Exists { thing };
                let finding = found(Some(ActionKind::Rename), why, "#1");
                told.insert(say(&finding, finding.message, language));
            }
            assert_eq!(told.len(), kinds.count(), "{told:#?}");
        }
    }

    #[test]
    fn more_than_there_are_is_told_of_cases_or_of_posts() {
        let told = |kind| {
            let why = NotApplicable::TooMany {
                of: Subject::new(kind, "x"),
                has: Quantity::exact(4),
                taken: Quantity::exact(5),
            };
            found(Some(ActionKind::Move), why, "#1").data["what"].clone()
        };
        assert_eq!(told(Kind::Function), Value::Word("cases"));
        assert_eq!(told(Kind::Staff), Value::Word("posts"));
    }

    #[test]
    fn a_unit_under_itself_is_told_otherwise_than_one_below_itself() {
        let id = |id| UnitId::parse(id).expect("an id");
        let told = |under| {
            let why = NotApplicable::ParentCircle {
                unit: id("jobcenter"),
                under: id(under),
            };
            found(Some(ActionKind::Move), why, "#1").data["way"].clone()
        };
        assert_eq!(told("jobcenter"), Value::Word("itself"));
        assert_eq!(told("team"), Value::Word("below"));
    }

    #[test]
    fn two_faults_of_one_event_are_two_findings() {
        let unknown = |id: &str| NotApplicable::Unknown {
            kind: Kind::Staff,
            id: id.to_owned(),
            nearest: None,
        };
        let one = found(Some(ActionKind::Move), unknown("a"), "#1");
        let other = found(Some(ActionKind::Move), unknown("b"), "#1");
        assert_ne!(one.fingerprint(), other.fingerprint());
    }
}
