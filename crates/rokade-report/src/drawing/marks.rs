//! How changes look: a colour, a shape of its own drawn as a path, and an outline for the box.

use maud::{Markup, html};
use rokade_core::drawing::{CoLocationStanding, Mark};

/// How the box of a unit is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outline {
    /// Nothing changes.
    Thin,
    /// Something changes.
    Thick,
    /// It is no more: dashed, with its corners cut off.
    Cut,
    /// It was not there before: two lines.
    Double,
}

/// How a change looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Look {
    /// Lines, words and the ground of the shape.
    pub(super) ink: &'static str,
    /// The ground of the box.
    pub(super) tint: &'static str,
    pub(super) outline: Outline,
    /// The ground of the shape, 16 pixels square.
    ground: &'static str,
    /// What is drawn on it in lines.
    lines: &'static str,
    /// What is drawn on it in areas.
    areas: &'static str,
}

const RED: (&str, &str) = ("#8f1d1d", "#fdf3f1");
const GREEN: (&str, &str) = ("#0a5c3c", "#eef7f1");
const PURPLE: (&str, &str) = ("#5a2a86", "#f6f1fa");
const BLUE: (&str, &str) = ("#0b4a80", "#eff5fb");
const BROWN: (&str, &str) = ("#7a4300", "#fcf5e9");
const GREY: (&str, &str) = ("#3f4852", "#f3f4f6");

const DISC: &str = "M8 0a8 8 0 1 0 0 16a8 8 0 1 0 0-16z";
const TILE: &str = "M3 0h10a3 3 0 0 1 3 3v10a3 3 0 0 1-3 3h-10a3 3 0 0 1-3-3v-10a3 3 0 0 1 3-3z";
const OCTAGON: &str = "M4.7 0h6.6l4.7 4.7v6.6l-4.7 4.7h-6.6l-4.7-4.7v-6.6z";
const ARROW: &str = "M0 2h9l7 6-7 6h-9z";
const PIN: &str = "M8 16c-3.5-4.5-5.5-7-5.5-10.2a5.5 5.5 0 0 1 11 0c0 3.2-2 5.7-5.5 10.2z";
const TAG: &str = "M0 1.5h8.5l7.5 7-6.5 6.5-9.5-7z";
const DIAMOND: &str = "M8 0l8 8-8 8-8-8z";
const DOWN: &str = "M0 1.5h16l-8 14z";
const RING: &str = "M8 0a8 8 0 1 0 0 16a8 8 0 1 0 0-16zM8 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12z";

const CROSS: &str = "M5 5l6 6M11 5l-6 6";
const PLUS: &str = "M8 4v8M4 8h8";
const MINUS: &str = "M4.5 8h7";
const CHECK: &str = "M4.2 8.3l2.7 2.7 5-5.6";

impl Look {
    /// How a change of a unit looks.
    pub(super) fn of(mark: Mark) -> Look {
        let thick = |(ink, tint), ground, lines, areas| Look {
            ink,
            tint,
            outline: Outline::Thick,
            ground,
            lines,
            areas,
        };
        match mark {
            Mark::Closed => Look {
                outline: Outline::Cut,
                ..thick(RED, OCTAGON, CROSS, "")
            },
            Mark::New => Look {
                outline: Outline::Double,
                ..thick(GREEN, DISC, PLUS, "")
            },
            Mark::Merged => thick(PURPLE, TILE, "M4 3.5v3l4 3v3.5M12 3.5v3l-4 3", ""),
            Mark::Split => thick(PURPLE, TILE, "M8 3v3.5l-4 3v3.5M8 6.5l4 3v3.5", ""),
            Mark::Moved => thick(BLUE, ARROW, "M3 8h8M8 5l3.2 3-3.2 3", ""),
            Mark::Relocated => thick(
                BROWN,
                PIN,
                "",
                "M8 3.6a2.2 2.2 0 1 0 0 4.4a2.2 2.2 0 1 0 0-4.4z",
            ),
            Mark::Renamed => thick(
                GREY,
                TAG,
                "M6.5 7.2l3.8 3.4",
                "M3 3.2a1.4 1.4 0 1 0 0 2.8a1.4 1.4 0 1 0 0-2.8z",
            ),
            Mark::NewHead => thick(
                GREY,
                DISC,
                "",
                "M8 3a2.4 2.4 0 1 0 0 4.8a2.4 2.4 0 1 0 0-4.8zM3.6 12.6c.4-2.6 2-4 4.4-4s4 1.4 4.4 4z",
            ),
            Mark::Changed => thick(GREY, DIAMOND, "M5 6.5h6M5 9.5h6", ""),
        }
    }

    /// How what becomes of a co-location looks.
    pub(super) fn of_standing(standing: CoLocationStanding) -> Look {
        let look = |(ink, tint), ground, lines| Look {
            ink,
            tint,
            outline: Outline::Thick,
            ground,
            lines,
            areas: "",
        };
        match standing {
            CoLocationStanding::Broken => look(RED, OCTAGON, CROSS),
            CoLocationStanding::Weakened => look(BROWN, DOWN, "M5 5.5h6"),
            CoLocationStanding::Apart => look(GREY, TILE, "M3.5 8h2.5M10 8h2.5"),
            CoLocationStanding::Made => look(GREEN, TILE, PLUS),
            CoLocationStanding::Kept => look(GREEN, DISC, CHECK),
            CoLocationStanding::Dropped => look(GREY, DIAMOND, MINUS),
            CoLocationStanding::Unknown => look(GREY, RING, ""),
        }
    }

    /// Its shape, 16 pixels square.
    pub(super) fn shape(self, x: i32, y: i32) -> Markup {
        html! {
            g transform={ "translate(" (x) " " (y) ")" } {
                path d=(self.ground) fill=(self.ink) fill-rule="evenodd" {}
                @if !self.lines.is_empty() {
                    path d=(self.lines) fill="none" stroke="#ffffff" stroke-width="2" {}
                }
                @if !self.areas.is_empty() { path d=(self.areas) fill="#ffffff" {} }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_change_has_a_shape_of_its_own() {
        let drawn = Mark::ALL.map(|mark| {
            let look = Look::of(mark);
            (look.ground, look.lines, look.areas)
        });
        for (at, shape) in drawn.iter().enumerate() {
            assert!(!drawn[..at].contains(shape), "{:?}", Mark::ALL[at]);
        }
    }
}
