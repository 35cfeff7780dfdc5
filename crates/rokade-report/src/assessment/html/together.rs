//! Who sits together before and after: a drawing, and the same as a table.

use std::borrow::Cow;

use maud::{Markup, html};
use rokade_core::drawing::CoLocationStanding::Kept;
use rokade_core::drawing::{CoLocationMap, DrawnCoLocation, DrawnMember, DrawnSite};
use rokade_core::words::WordsError;

use super::Section;
use super::diagrams::{Drawing, drawn, in_sheet};
use crate::assessment::view::{Proposed, View, sites};
use crate::drawing::{Room, co_location_figure};
use crate::html::Text;

/// How many co-locations a page tells.
const TOLD: usize = 40;

pub(super) fn section(view: &View<'_>, one: &Proposed<'_>) -> Result<Option<Section>, WordsError> {
    let Some(map) = &one.proposal.co_locations else {
        return Ok(None);
    };
    let all = map.co_locations.len();
    let map = &*told(view, map)?;
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
    let table = table(view, map)?;
    let left_out = all - map.co_locations.len();
    let more = in_sheet(view, "together-in-sheet", left_out, "sheet-together")?;
    let body = drawn(view, &drawing, &html! { (table) (more) })?;
    let heading = view.word("together")?;
    Ok(Some(Section::new(id, heading, body).class("wide")))
}

/// What a page tells: of very many those of which something becomes, before those that are kept.
fn told<'m>(view: &View<'_>, map: &'m CoLocationMap) -> Result<Cow<'m, CoLocationMap>, WordsError> {
    let all = &map.co_locations;
    if all.len() <= TOLD {
        return Ok(Cow::Borrowed(map));
    }
    let mut told: Vec<(usize, &DrawnCoLocation)> = all.iter().enumerate().collect();
    told.sort_by_key(|(_, one)| (one.standing == Kept, one.standing));
    told.truncate(TOLD);
    told.sort_unstable_by_key(|&(at, _)| at);
    let sentence = view.say("together-some", &[("n", told.len().into())])?;
    Ok(Cow::Owned(CoLocationMap {
        language: map.language,
        title: map.title.clone(),
        description: format!("{} {sentence}", map.description),
        sites: map.sites.clone(),
        co_locations: told.into_iter().map(|(_, one)| one.clone()).collect(),
    }))
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
