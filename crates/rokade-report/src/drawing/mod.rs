//! Draws an organisation: one file a format.
//!
//! What is drawn is finished words; a format lays it out, and decides nothing else.

mod card;
mod dot;
mod frame;
mod label;
mod layout;
mod marks;
mod mermaid;
mod org_svg;
mod palette;
mod parts;
mod sheets;
mod survey;
mod text;
mod together;

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::io;

use maud::{Markup, html};
use rokade_core::drawing::{CoLocationMap, OrgChart};
use rokade_core::entry::Language;
use rokade_core::words::{Words, WordsError};

use crate::format::RenderError;

pub(crate) use survey::{departments, is_large};

names! {
    /// A format an org chart can be drawn in.
    pub enum ChartFormat {
        /// A picture that stands by itself.
        Svg = "svg",
        /// For Graphviz.
        Dot = "dot",
        /// For Markdown that draws Mermaid.
        Mermaid = "mermaid",
    }
}

/// Draws an org chart.
///
/// # Errors
/// When it cannot be written.
pub fn render_chart(
    format: ChartFormat,
    chart: &OrgChart,
    out: &mut dyn io::Write,
) -> Result<(), RenderError> {
    let words = words(chart.language)?;
    let text = match format {
        ChartFormat::Svg => {
            let chart = survey::on_poster(chart, &words)?;
            org_svg::poster(&chart, &words)?.file(FIGURE_STYLE)
        }
        ChartFormat::Dot => dot::graph(chart, &words)?,
        ChartFormat::Mermaid => mermaid::flowchart(chart, &words)?,
    };
    Ok(out.write_all(text.as_bytes())?)
}

/// For how wide a page something is drawn, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Room {
    /// A screen, or A4 on its side.
    Wide,
    /// A telephone.
    Narrow,
}

impl Room {
    /// The class of figures drawn for it.
    fn class(self) -> &'static str {
        match self {
            Room::Wide => "d-figure d-wide",
            Room::Narrow => "d-figure d-narrow",
        }
    }
}

/// What a page draws of an org chart: all of it, or of a large one a part that can be looked at, in
/// which units tell what is left out below them.
///
/// # Errors
/// See [`org_chart_figure`].
pub(crate) fn drawn_on_page(chart: &OrgChart) -> Result<Cow<'_, OrgChart>, WordsError> {
    survey::on_page(chart, &words(chart.language)?)
}

/// An org chart as a figure of a page: a `div` with an `svg` element whose `title` and `desc` have
/// ids that begin with this. A wide one too large for a sheet of paper is several, one after the
/// other, each with a part of the chart.
///
/// # Errors
/// When a word of its frame cannot be made, which tests rule out.
pub(crate) fn org_chart_figure(
    chart: &OrgChart,
    room: Room,
    id: &str,
) -> Result<Markup, WordsError> {
    let pictures = sheets::pictures(chart, room, &words(chart.language)?)?;
    Ok(figure(&pictures, room, id))
}

/// Who sits with whom as a figure of a page, as [`org_chart_figure`].
///
/// # Errors
/// When a word of its frame cannot be made, which tests rule out.
pub(crate) fn co_location_figure(
    map: &CoLocationMap,
    room: Room,
    id: &str,
) -> Result<Markup, WordsError> {
    let pictures = together::pictures(map, room, &words(map.language)?)?;
    Ok(figure(&pictures, room, id))
}

/// How figures look: rules for the style of the page that they stand in. Every class begins with
/// `d-`. Which of a `d-wide` and a `d-narrow` figure is seen is for the page to say.
pub(crate) const FIGURE_STYLE: &str = include_str!("figure.css");

fn figure(pictures: &[frame::Picture], room: Room, id: &str) -> Markup {
    html! {
        div class=(room.class()) {
            @for (at, picture) in pictures.iter().enumerate() {
                @match at {
                    0 => (picture.element(id)),
                    _ => (picture.element(&format!("{id}-{}", at + 1))),
                }
            }
        }
    }
}

fn words(language: Language) -> Result<Words, WordsError> {
    let text = match language {
        Language::Da => include_str!("da.ftl"),
        Language::En => include_str!("en.ftl"),
    };
    Words::new(language, text)
}
