//! What an assessment stands on: the lines that balance, the premises, and what nobody knows.

use std::collections::BTreeSet;

use maud::{Markup, html};
use rokade_core::words::WordsError;

use super::Section;
use super::diagrams::cell;
use crate::assessment::view::{Proposed, View};
use crate::html::{Text, heading};

/// As many characters as a list has that is folded.
const FOLDED: usize = 2000;

/// The lines that balance.
pub(super) fn balance(view: &View<'_>, one: &Proposed<'_>) -> Result<Option<Section>, WordsError> {
    let Some(balance) = &one.proposal.report.balance else {
        return Ok(None);
    };
    let heading = view.framed("balance", &[])?;
    let body = html! {
        p { (Text(&view.word("balance-lead")?)) }
        ul { @for sentence in &balance.sentences { li { (line(sentence)) } } }
    };
    Ok(Some(Section::new(one.id("opgoerelse"), heading, body)))
}

/// A line of what balances, which in a large organisation can be a list of hundreds: that is folded.
fn line(sentence: &str) -> Markup {
    match sentence.split_once(": ") {
        Some((head, list)) if list.chars().count() > FOLDED => html! {
            details { summary { (Text(head)) } (Text(list)) }
        },
        _ => html! { (Text(sentence)) },
    }
}

/// The premises, and what is not known or could not be judged.
pub(super) fn sections(
    view: &View<'_>,
    one: &Proposed<'_>,
    level: u8,
) -> Result<Vec<Section>, WordsError> {
    let mut sections = Vec::new();
    if !one.proposal.assumptions.is_empty() {
        sections.push(assumptions(view, one)?);
    }
    let proposal = one.proposal;
    // What is told as unknown need not be told again.
    let unknowns: BTreeSet<&String> = proposal.unknowns.iter().collect();
    let is_new = |sentence: &&String| !unknowns.contains(sentence);
    let not_judged = proposal.report.not_judged.iter().filter(is_new);
    let not_judged: Vec<&String> = not_judged.collect();
    if !proposal.unknowns.is_empty() || !not_judged.is_empty() {
        let head = view.framed("not-judged", &[])?;
        let body = html! {
            @if !proposal.unknowns.is_empty() {
                ul { @for sentence in &proposal.unknowns { li { (Text(sentence)) } } }
            }
            @if !not_judged.is_empty() {
                (heading(level, None, &html! { (Text(&head)) }))
                ul { @for sentence in &not_judged { li { (Text(sentence)) } } }
            }
        };
        sections.push(Section::new(one.id("ukendt"), view.word("unknowns")?, body));
    }
    Ok(sections)
}

fn assumptions(view: &View<'_>, one: &Proposed<'_>) -> Result<Section, WordsError> {
    let heading = view.word("assumptions")?;
    let (text, about) = (view.word("column-assumption")?, view.word("column-about")?);
    let body = html! {
        table.stacked {
            caption.unseen { (Text(&view.of(one, "assumptions")?)) }
            thead { tr {
                th scope="col" { (Text(&view.word("column-assumption-kind")?)) }
                th scope="col" { (Text(&text)) }
                th scope="col" { (Text(&about)) }
            } }
            tbody {
                @for one in &one.proposal.assumptions {
                    @let names = one.about.join(", ");
                    tr {
                        th scope="row" { (Text(&one.kind)) }
                        td data-label=(Text(&text)) { (Text(&one.text)) }
                        (cell(&about, (!names.is_empty()).then_some(&*names)))
                    }
                }
            }
        }
    };
    Ok(Section::new(one.id("forudsaetninger"), heading, body))
}
