//! Who sits together before and after: a drawing, and the same as a table.

use maud::{Markup, html};
use rokade_core::drawing::{CoLocationMap, DrawnMember, DrawnSite};
use rokade_core::words::WordsError;

use super::Section;
use super::diagrams::{Drawing, drawn, sites};
use crate::assessment::view::{Proposed, View};
use crate::drawing::{Room, co_location_figure};
use crate::html::Text;

pub(super) fn section(view: &View<'_>, one: &Proposed<'_>) -> Result<Option<Section>, WordsError> {
    let Some(map) = &one.proposal.co_locations else {
        return Ok(None);
    };
    let id = one.id("sammen");
    let wide = co_location_figure(map, Room::Wide, &format!("{id}-bred"))?;
    let narrow = co_location_figure(map, Room::Narrow, &format!("{id}-smal"))?;
    let drawing = Drawing {
        title: &map.title,
        description: &map.description,
        label: view.of_proposal(one, map.title.clone())?,
        wide: &wide,
        narrow: &narrow,
    };
    let body = drawn(view, &drawing, &table(view, map)?)?;
    let heading = view.word("together")?;
    Ok(Some(Section::new(id, heading, body).class("wide")))
}

fn table(view: &View<'_>, map: &CoLocationMap) -> Result<Markup, WordsError> {
    let [what, today, after] = ["column-what", "today", "after"].map(|key| view.word(key));
    let (what, today, after) = (what?, today?, after?);
    let nowhere = view.word("nowhere")?;
    let members = |members: &[DrawnMember], of: fn(&DrawnMember) -> &[DrawnSite]| {
        html! {
            ul { @for member in members {
                @let place = sites(of(member), &map.sites);
                li { (Text(&member.name)) ": " (Text(place.as_deref().unwrap_or(&nowhere))) }
            } }
        }
    };
    Ok(html! {
        table.stacked {
            caption { (Text(&view.word("together-table")?)) }
            thead { tr {
                th scope="col" { (Text(&view.word("column-together")?)) }
                @for head in [&what, &today, &after] { th scope="col" { (Text(head)) } }
            } }
            tbody {
                @for one in &map.co_locations {
                    tr {
                        th scope="row" {
                            (Text(&one.name))
                            @if let Some(because) = &one.because {
                                br; span.note { (Text(because)) }
                            }
                        }
                        td data-label=(Text(&what)) {
                            span class={ "badge standing-" (one.standing.name()) } { (Text(&one.word)) }
                        }
                        td data-label=(Text(&today)) { (members(&one.members, |one| &one.before)) }
                        td data-label=(Text(&after)) { (members(&one.members, |one| &one.after)) }
                    }
                }
            }
        }
    })
}
