//! The frame of a picture: an `svg` element with its title and description, and lines of text.
//!
//! Nothing in it loads anything, and nothing has a style of its own but by class, so that a page
//! whose policy knows only its own stylesheet shows it as it is meant.

use maud::{Markup, PreEscaped, html};

use super::card::{Line, Type};
use super::palette::{INK, PAPER};
use crate::html::Text;

/// A picture, ready to be framed.
pub(super) struct Picture {
    pub(super) title: String,
    pub(super) description: String,
    pub(super) width: i32,
    pub(super) height: i32,
    pub(super) body: Markup,
}

impl Picture {
    /// As an element of a page.
    pub(super) fn element(&self, id: &str) -> Markup {
        self.framed(id, None)
    }

    /// As a file that stands by itself. It is XML, which cannot hold two characters that a page can.
    pub(super) fn file(&self, style: &str) -> String {
        let file = self.framed("d", Some(style)).into_string();
        file.replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
    }

    fn framed(&self, id: &str, style: Option<&str>) -> Markup {
        let (title, description) = (format!("{id}-title"), format!("{id}-desc"));
        let labels = format!("{title} {description}");
        let is_file = style.is_some();
        html! {
            svg xmlns=[is_file.then_some("http://www.w3.org/2000/svg")] class=[is_file.then_some("d-figure")]
                viewBox={ "0 0 " (self.width) " " (self.height) }
                width=(self.width) height=(self.height) role="img" aria-labelledby=(labels) {
                title id=(title) { (Text(&self.title)) }
                desc id=(description) { (Text(&self.description)) }
                @if let Some(style) = style { style { (PreEscaped(style)) } }
                rect width=(self.width) height=(self.height) fill=(PAPER) {}
                (self.body)
            }
        }
    }
}

/// Lines of text from a corner.
pub(super) fn lines(lines: &[Line], (x, y): (i32, i32)) -> Markup {
    html! {
        @for line in lines {
            text class=(line.set_in.class()) x=(x + line.x) y=(y + line.y) fill=(line.ink) {
                (Text(&line.text))
                @if let Some(said) = &line.said { " " tspan class=(Type::Line.class()) fill=(INK) { (Text(said)) } }
            }
        }
    }
}
