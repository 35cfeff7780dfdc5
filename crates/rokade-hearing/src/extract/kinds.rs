//! What kind of point a sentence makes, by what it says and how.
//!
//! The phrases stand in `phrases.txt`; here is what follows of which. A sentence that makes no point
//! is background. What a point is about is for other modules.

use rokade_core::entry::PointKind;

use super::pattern::{any, position};
use super::phrases::PHRASES;
use super::words::Token;

/// The end of a question, without what closes it.
fn is_asked(sentence: &str) -> bool {
    let end = sentence
        .trim_end_matches(|c: char| !(c.is_alphanumeric() || matches!(c, '?' | '.' | '!' | '…')));
    end.ends_with('?')
}

/// How sure it is that a sentence makes a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// It is a point of this kind.
    Point(PointKind),
    /// It tells what the proposal will do: a point where it also tells what a rule finds.
    Follows,
    /// It tells that something is worse, missing or not so: a point where it denies, names something,
    /// or tells what a rule finds.
    Doubts,
    /// It is background.
    Nothing,
}

/// What kind of point a sentence makes.
pub(super) fn said(sentence: &str, words: &[Token]) -> Said {
    use PointKind::{CounterProposal, Objection, Question, Request, Support};
    if is_asked(sentence) || asks(words) {
        return Said::Point(Question);
    }
    let against = first(&PHRASES.against, words);
    let proposes = any(&PHRASES.proposes, words);
    let for_it = first(&PHRASES.in_favour, words).filter(|&at| !is_denied(words, at));
    if proposes {
        let turned =
            any(&PHRASES.turns, words) || any(&["i stedet", "genovervej*", "instead"], words);
        return Said::Point(if any(&PHRASES.holds, words) && !turned {
            Support
        } else {
            CounterProposal
        });
    }
    let wants = any(&PHRASES.wants, words)
        && (!only(&PHRASES.own_wants, &PHRASES.wants, words) || any(&PHRASES.own, words));
    match (for_it, against) {
        (Some(agrees), Some(objects)) => {
            let turn = first(&PHRASES.turns, words);
            let turned = turn.is_some_and(|turn| turn < objects);
            return Said::Point(if turned || objects < agrees {
                Objection
            } else {
                Support
            });
        }
        (Some(_), None) => return Said::Point(Support),
        (None, Some(objects)) => {
            // "Vi opfordrer til …, da vi ikke …" asks for something and says why.
            let asked_first = first(&PHRASES.wants, words).is_some_and(|at| at < objects);
            return Said::Point(if wants && asked_first {
                Request
            } else {
                Objection
            });
        }
        (None, None) => {}
    }
    if wants {
        return Said::Point(Request);
    }
    let begins = |known: &[&str]| {
        words
            .first()
            .is_some_and(|word| known.contains(&&*word.lower))
    };
    if begins(&PHRASES.other_commands) {
        return Said::Point(CounterProposal);
    }
    if begins(&PHRASES.commands) {
        return Said::Point(Request);
    }
    let follows = any(&PHRASES.follows, words) || begins(&PHRASES.ifs) || is_condition(words);
    let (bad, denied) = (any(&PHRASES.bad, words), denies(words));
    if bad && follows {
        Said::Point(Objection)
    } else if bad || (denied && (follows || any(&PHRASES.own, words) || !is_past(words))) {
        Said::Doubts
    } else if follows {
        Said::Follows
    } else {
        Said::Nothing
    }
}

/// Whether something is denied.
pub(super) fn denies(words: &[Token]) -> bool {
    any(&PHRASES.denials, words)
}

/// Whether a sentence tells of the past: it names a year, or says that it was then.
fn is_past(words: &[Token]) -> bool {
    let is_year = |word: &Token| {
        let text = &word.lower;
        text.len() == 4
            && (text.starts_with("19") || text.starts_with("20"))
            && text.parse::<u16>().is_ok()
    };
    words.iter().any(is_year)
        || any(
            &["dengang", "tidligere", "blev", "var", "was", "were"],
            words,
        )
}

/// Whether a sentence begins with its verb and so with a condition: "Spredes de, …".
fn is_condition(words: &[Token]) -> bool {
    let is_verb = |word: &str| {
        word.ends_with(['r', 's'])
            && !PHRASES.asking.contains(&word)
            && !PHRASES.no_verbs.contains(&word)
    };
    matches!(words, [verb, who, ..] if is_verb(&verb.lower) && PHRASES.who.contains(&&*who.lower))
}

/// Whether a sentence asks without a question mark.
fn asks(words: &[Token]) -> bool {
    let is = |at: usize, known: &[&str]| {
        words
            .get(at)
            .is_some_and(|word| known.contains(&&*word.lower))
    };
    (is(0, &PHRASES.asking) && is(1, &PHRASES.verbs)) || any(&PHRASES.asks, words)
}

/// Whether what a text leads on to are questions, objections or the like: "Vi spørger:".
pub(super) fn led_to(words: &[Token]) -> Option<PointKind> {
    if any(
        &[
            "spørgsmål*",
            "spørge*",
            "svar på",
            "uklar*",
            "afklar*",
            "question*",
        ],
        words,
    ) {
        return Some(PointKind::Question);
    }
    match said("", words) {
        Said::Point(kind) => Some(kind),
        Said::Follows | Said::Doubts | Said::Nothing => None,
    }
}

/// The first word of the first of some phrases that occurs.
fn first(phrases: &[&str], words: &[Token]) -> Option<usize> {
    phrases
        .iter()
        .filter_map(|phrase| position(phrase, words))
        .min()
}

/// Whether of some phrases only those of a part occur.
fn only(part: &[&str], all: &[&str], words: &[Token]) -> bool {
    !all.iter()
        .any(|phrase| !part.contains(phrase) && position(phrase, words).is_some())
}

/// Whether what is said at a word is denied shortly before.
fn is_denied(words: &[Token], at: usize) -> bool {
    let mut before = words.iter().take(at).skip(at.saturating_sub(3));
    before.any(|word| {
        matches!(
            &*word.lower,
            "ikke" | "hverken" | "næppe" | "not" | "cannot"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::super::words::tokens;
    use super::*;

    #[test]
    fn a_sentence_makes_one_kind_of_point() {
        use PointKind::{CounterProposal, Objection, Question, Request, Support};
        for (kind, sentence) in [
            (Question, "Hvem leder kantinen?"),
            (Question, "(\"Hvem leder kantinen?\")"),
            (Question, "Hvordan fordeles udgifterne"),
            (Question, "Det fremgår ikke, hvem der leder kantinen."),
            (Objection, "Vi er bekymrede for serviceniveauet."),
            (
                Objection,
                "Vi er enige i målet, men frygter, at viden går tabt.",
            ),
            (Objection, "LMU kan ikke støtte forslaget."),
            (Objection, "Vi er ikke enige i forslaget."),
            (Support, "Vi bakker op om forslaget."),
            (
                Support,
                "Vi foreslår, at man fastholder afdelingen som beskrevet i forslaget.",
            ),
            (
                Request,
                "Vi opfordrer til, at lederne får tid, da risikoen ellers er stor.",
            ),
            (Request, "Vi ønsker at blive inddraget."),
            (
                CounterProposal,
                "Vi foreslår i stedet, at enheden bliver på Kastetvej.",
            ),
        ] {
            assert_eq!(
                said(sentence, &tokens(sentence)),
                Said::Point(kind),
                "{sentence}"
            );
        }
        for sentence in [
            "Enheden begyndte i 2009 efter en politisk beslutning.",
            "Hvor det før tog en dag, tager det nu en uge.",
            "Borgerne ønsker hurtige svar.",
        ] {
            assert_eq!(
                said(sentence, &tokens(sentence)),
                Said::Nothing,
                "{sentence}"
            );
        }
        let follows = "Fremover sidder de to andre steder.";
        assert_eq!(said(follows, &tokens(follows)), Said::Follows);
    }
}
