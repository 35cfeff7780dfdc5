//! What a co-determination committee (MED-udvalg) discusses, with what the charts say of it.

use maud::html;
use rokade_core::assessment::MedQuestion;
use rokade_core::words::WordsError;

use super::Section;
use crate::assessment::view::{Proposed, View};
use crate::html::{Text, heading};

pub(super) fn section(
    view: &View<'_>,
    one: &Proposed<'_>,
    level: u8,
) -> Result<Section, WordsError> {
    let (missing, nothing) = (view.word("missing")?, view.word("no-answer")?);
    let question = |asked: &MedQuestion| {
        html! {
            div.question {
                (heading(level, None, &html! { (Text(&asked.question)) }))
                @if asked.answers.is_empty() { p { (Text(&nothing)) } }
                @else { ul { @for answer in &asked.answers { li { (Text(answer)) } } } }
                @if !asked.missing.is_empty() {
                    div.missing {
                        p { strong { (Text(&missing)) } }
                        ul { @for sentence in &asked.missing { li { (Text(sentence)) } } }
                    }
                }
            }
        }
    };
    let body = html! {
        p { (Text(&view.word("questions-lead")?)) }
        @for asked in &one.proposal.questions { (question(asked)) }
    };
    Ok(Section::new(
        one.id("droeftes"),
        view.word("questions")?,
        body,
    ))
}
