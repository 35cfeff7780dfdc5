//! The conclusion: what changes, for whom, and what is left hanging; before it, whether that is
//! all there is to know.

use maud::{Markup, html};
use rokade_core::words::WordsError;

use super::Section;
use crate::assessment::view::{Proposed, View};
use crate::html::{Text, heading};

/// How many units are named.
const UNITS: usize = 24;

pub(super) fn section(view: &View<'_>) -> Result<Section, WordsError> {
    let comparison = &view.assessment.comparison;
    let mut proposals = Vec::new();
    for one in &view.proposals {
        proposals.push(proposal(view, one)?);
    }
    let charts = crate::comparison::part(comparison, 3)?.charts;
    let body = html! {
        (incomplete(view)?)
        @if view.has_several() {
            @for sentence in &comparison.summary { p.lead { (Text(sentence)) } }
        }
        @for proposal in &proposals { (proposal) }
        (charts)
    };
    Ok(Section::new("konklusion".to_owned(), view.word("conclusion")?, body).class("conclusion"))
}

/// That not all could be read or judged, and what to do.
fn incomplete(view: &View<'_>) -> Result<Markup, WordsError> {
    if view.assessment.complete {
        return Ok(html! {});
    }
    let mut faults = Vec::new();
    for one in view.proposals.iter().filter(|one| one.proposal.faults > 0) {
        let values = [
            ("n", one.proposal.faults.into()),
            ("title", one.proposal.title.as_str().into()),
        ];
        faults.push(view.say("incomplete-faults", &values)?);
    }
    let section = [("section", view.word("unknowns")?.into())];
    let has_missing = |one: &Proposed<'_>| !one.proposal.report.not_judged.is_empty();
    Ok(html! {
        div.warned role="note" aria-labelledby="ikke-hel" {
            h3 #ikke-hel { (Text(&view.word("incomplete-head")?)) }
            p { (Text(&view.framed("incomplete", &[])?)) }
            @for sentence in &faults { p { (Text(sentence)) } }
            p { (Text(&view.word("incomplete-do")?)) }
            @if view.proposals.iter().any(has_missing) {
                p { (Text(&view.say("incomplete-missing", &section)?)) }
            }
        }
    })
}

#[expect(
    clippy::indexing_slicing,
    reason = "the places are those of the list of units itself"
)]
fn proposal(view: &View<'_>, one: &Proposed<'_>) -> Result<Markup, WordsError> {
    let proposal = one.proposal;
    let values = [
        ("mark", one.mark.into()),
        ("title", proposal.title.as_str().into()),
    ];
    let title = if one.mark.is_empty() {
        html! {}
    } else {
        let title = view.say("proposal", &values)?;
        heading(3, None, &html! { (Text(&title)) })
    };
    let concerned = view.say("concerned", &[("n", proposal.units.len().into())])?;
    let more = proposal.units.len().saturating_sub(UNITS);
    Ok(html! {
        (title)
        @for sentence in &proposal.report.summary { p.lead { (Text(sentence)) } }
        p { (Text(&concerned)) }
        @if !proposal.units.is_empty() {
            ul.concerned {
                @for at in one.most_changed(UNITS) {
                    @let unit = &proposal.units[at];
                    li {
                        a href={ "#" (one.id_of("enhed", at)) } { (Text(&unit.name)) }
                        " "
                        span class={ "badge mark-" (unit.mark.name()) } { (Text(&unit.word)) }
                    }
                }
                @if more > 0 {
                    li { a href={ "#" (one.id("enheder")) } {
                        (Text(&view.say("concerned-more", &[("n", more.into())])?))
                    } }
                }
            }
        }
    })
}
