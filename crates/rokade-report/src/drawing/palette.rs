//! Colours, and the shapes that say the same to whoever does not see them: every site has a colour
//! and a shape, and no two of the first thirty have both in common.

use maud::{Markup, html};

/// The colours of sites: told apart by colour-blind readers, and dark enough to write on in white.
pub(super) const SITES: [&str; 6] = [
    "#00609f", "#b04000", "#00704d", "#8c3a78", "#6f5500", "#40505c",
];

/// Text, and what matters most.
pub(super) const INK: &str = "#1a1a1a";
/// Text of less weight.
pub(super) const MUTED: &str = "#505050";
/// Lines between boxes.
pub(super) const LINE: &str = "#767676";
/// What boxes stand on.
pub(super) const PAPER: &str = "#ffffff";
/// Behind what belongs together.
pub(super) const WASH: &str = "#f4f5f7";

/// The shapes of swatches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Disc,
    Square,
    Triangle,
    Diamond,
    Bars,
}

const SHAPES: [Shape; 5] = [
    Shape::Disc,
    Shape::Square,
    Shape::Triangle,
    Shape::Diamond,
    Shape::Bars,
];

/// How a site is drawn, by its place in the list of sites.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Site {
    pub(super) colour: &'static str,
    pub(super) shape: Shape,
    /// Whether only its outline is drawn: after all colours and shapes have been used together.
    pub(super) is_hollow: bool,
}

impl Site {
    #[expect(
        clippy::indexing_slicing,
        reason = "a remainder is less than what is divided by"
    )]
    pub(super) fn nth(at: usize) -> Site {
        Site {
            colour: SITES[at % SITES.len()],
            shape: SHAPES[at % SHAPES.len()],
            is_hollow: at / (SITES.len() * SHAPES.len()) % 2 == 1,
        }
    }

    /// Its swatch, ten pixels square, in its own colour.
    pub(super) fn swatch(self, x: i32, y: i32) -> Markup {
        self.swatch_in(x, y, self.colour)
    }

    /// Its swatch in another colour.
    pub(super) fn swatch_in(self, x: i32, y: i32, colour: &str) -> Markup {
        let path = match self.shape {
            Shape::Disc => format!("M{x} {}a5 5 0 1 0 10 0a5 5 0 1 0-10 0z", y + 5),
            Shape::Square => format!("M{} {}h9v9h-9z", x, y + 1),
            Shape::Triangle => format!("M{} {}l5.5 9.5h-11z", x + 5, y),
            Shape::Diamond => format!("M{} {}l5.5 5.5-5.5 5.5-5.5-5.5z", x + 5, y),
            Shape::Bars => format!("M{x} {y}h10v4h-10zM{x} {}h10v4h-10z", y + 6),
        };
        let (fill, stroke) = if self.is_hollow {
            ("none", colour)
        } else {
            (colour, "none")
        };
        html! { path d=(path) fill=(fill) stroke=(stroke) stroke-width="1.5" {} }
    }
}

/// How bright a colour is, from 0 to 1, as WCAG 2 counts it.
#[cfg(test)]
fn luminance(colour: &str) -> f64 {
    let part = |at: usize| {
        let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

/// The contrast of two colours, as WCAG 2 counts it.
#[cfg(test)]
pub(super) fn contrast(a: &str, b: &str) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::super::marks::Look;
    use super::*;
    use rokade_core::drawing::{CoLocationStanding, Mark};

    const TEXT: f64 = 4.5;
    const SHAPE: f64 = 3.0;

    #[test]
    fn contrast_is_counted_as_wcag_does() {
        assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 0.01);
        assert!((contrast("#777777", "#ffffff") - 4.48).abs() < 0.01);
    }

    #[test]
    fn sites_are_seen_and_can_be_written_on() {
        for colour in SITES {
            assert!(contrast(colour, PAPER) >= TEXT, "{colour}");
            for mark in Mark::ALL {
                assert!(contrast(colour, Look::of(mark).tint) >= SHAPE, "{colour}");
            }
        }
    }

    #[test]
    fn text_and_lines_are_read_on_every_ground() {
        let mut grounds = vec![PAPER, WASH];
        grounds.extend(Mark::ALL.map(|mark| Look::of(mark).tint));
        for ground in grounds {
            assert!(contrast(INK, ground) >= TEXT, "{ground}");
            assert!(contrast(MUTED, ground) >= TEXT, "{ground}");
            assert!(contrast(LINE, ground) >= SHAPE, "{ground}");
        }
        for look in Mark::ALL.map(Look::of) {
            assert!(contrast(look.ink, look.tint) >= TEXT, "{look:?}");
            assert!(contrast(look.ink, PAPER) >= TEXT, "{look:?}");
        }
        for standing in [
            CoLocationStanding::Broken,
            CoLocationStanding::Weakened,
            CoLocationStanding::Apart,
            CoLocationStanding::Made,
            CoLocationStanding::Kept,
            CoLocationStanding::Dropped,
            CoLocationStanding::Unknown,
        ] {
            let look = Look::of_standing(standing);
            assert!(contrast(look.ink, PAPER) >= TEXT, "{look:?}");
            assert!(contrast(look.ink, WASH) >= TEXT, "{look:?}");
        }
    }

    #[test]
    fn sites_differ_in_shape_too() {
        let sites: Vec<Site> = (0..60).map(Site::nth).collect();
        for (at, site) in sites.iter().enumerate() {
            assert!(!sites[..at].contains(site), "{at}");
        }
        // Printed in black, neighbours still differ.
        for two in sites.windows(2) {
            assert_ne!(two[0].shape, two[1].shape);
        }
    }
}
