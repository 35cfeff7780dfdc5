//! What was answered in hearings: each point with its answer and what the model shows, as in the
//! hearing's own note, with the numbers that findings have on this page.

use maud::{Markup, html};
use rokade_core::words::WordsError;

use super::Section;
use crate::assessment::view::{View, point_id};
use crate::html::{Text, heading};
use crate::note::{Within, part};

pub(super) fn section(view: &View<'_>) -> Result<Option<Section>, WordsError> {
    let hearings = &view.assessment.hearings;
    if hearings.is_empty() {
        return Ok(None);
    }
    let mut notes: Vec<Markup> = Vec::new();
    for (hearing, note) in hearings.iter().enumerate() {
        let (note, heard) = view.renumbered(note);
        let finding = |number: usize| {
            let heard = heard?;
            let at = number.checked_sub(1)?;
            let is_told = heard.tells(at);
            is_told.then(|| format!("#{}", heard.id_of("fund", at)))
        };
        let within = Within {
            level: 4,
            number: (hearings.len() > 1).then_some(hearing + 1),
            mark: heard.map_or("", |one| one.mark),
            point: &|at| Some(point_id(hearing, at)),
            finding: &finding,
        };
        let (title, content) = part(&note, &within)?;
        notes.push(html! {
            (heading(3, None, &html! { (Text(&title)) }))
            (content)
        });
    }
    let body = html! { @for note in &notes { (note) } };
    let section = Section::new("hoering".to_owned(), view.word("hearing")?, body);
    Ok(Some(section.class("wide")))
}
