//! The map with a column for each site from top to bottom, so that the eye sees who goes from one to
//! another.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use maud::{Markup, html};
use rokade_core::drawing::{CoLocationMap, DrawnCoLocation};
use rokade_core::words::{Words, WordsError};

use super::{
    DROP, MARGIN, Place, SHEET, Side, badge, badge_width, chips, dashed, heading, paged, panel,
};
use crate::drawing::card::{Column, Type};
use crate::drawing::frame::{Picture, lines};
use crate::drawing::palette::{LINE, PAPER, WASH};

const WIDTH: i32 = 1040;
/// The names of co-locations.
const NAMES: i32 = 236;
/// The words before and after.
const SIDES: i32 = 56;
/// The widest column of a site.
const WIDEST: i32 = 250;
/// Between columns.
const GAP: i32 = 8;
/// From the side of a column to the boxes in it.
const SIDE: i32 = 10;
/// Above and below what is in a row.
const AROUND: i32 = 12;

/// The columns.
struct Lanes {
    places: Vec<Place>,
    width: i32,
}

impl Lanes {
    const LEFT: i32 = MARGIN + NAMES + 24 + SIDES;

    fn new(places: &BTreeSet<Place>) -> Lanes {
        let many = i32::try_from(places.len().max(1)).unwrap_or(i32::MAX);
        let room = WIDTH - MARGIN - Lanes::LEFT;
        Lanes {
            places: places.iter().copied().collect(),
            width: ((room + GAP) / many - GAP).min(WIDEST),
        }
    }

    fn at(&self, nth: usize) -> i32 {
        Lanes::LEFT + i32::try_from(nth).unwrap_or(0) * (self.width + GAP)
    }

    fn of(&self, place: Place) -> i32 {
        self.at(self.places.binary_search(&place).unwrap_or(0))
    }

    fn right(&self) -> i32 {
        self.at(self.places.len()) - GAP
    }
}

pub(super) fn pages(
    map: &CoLocationMap,
    places: &BTreeSet<Place>,
    words: &Words,
) -> Result<Vec<Picture>, WordsError> {
    let lanes = Lanes::new(places);
    let mut head_height = 0;
    for (nth, place) in lanes.places.iter().enumerate() {
        let at = (lanes.at(nth), MARGIN, lanes.width);
        head_height = head_height.max(place.head(map, words, at, None)?.1);
    }
    let mut heads = Vec::new();
    for (nth, place) in lanes.places.iter().enumerate() {
        let at = (lanes.at(nth), MARGIN, lanes.width);
        heads.push(place.head(map, words, at, Some(head_height))?.0);
    }
    let head = |height: i32| {
        html! {
            @for nth in 0..lanes.places.len() {
                rect x=(lanes.at(nth)) y=(MARGIN) width=(lanes.width) height=(height - MARGIN) rx="3" fill=(WASH) {}
            }
            @for head in &heads { (head) }
        }
    };
    let mut rows = Vec::new();
    for one in &map.co_locations {
        rows.push(row(map, one, &lanes, words)?);
    }
    let height = MARGIN + head_height + 4;
    Ok(paged(map, WIDTH, (&head, height), rows, SHEET))
}

fn row(
    map: &CoLocationMap,
    one: &DrawnCoLocation,
    lanes: &Lanes,
    words: &Words,
) -> Result<(Markup, i32), WordsError> {
    let (name, mut below) = heading(one, (MARGIN, AROUND + 2), NAMES);
    let mut y = 0;
    let mut sides = Vec::new();
    for side in [Side::Before, Side::After] {
        let (drawn, to) = one_side(map, one, side, lanes, words, y + AROUND)?;
        sides.push((y, drawn));
        y = to + AROUND;
    }
    below = below.max(y - AROUND) + AROUND;
    let drawn = html! {
        (name)
        @for (at, (top, side)) in sides.iter().enumerate() {
            @if at > 0 {
                path d={ "M" (Lanes::LEFT - SIDES) " " (top) "H" (lanes.right()) } stroke=(LINE) stroke-width="1" stroke-dasharray="1 3" {}
            }
            (side)
        }
        path d={ "M" (MARGIN) " " (below) "H" (lanes.right()) } stroke=(LINE) stroke-width="1" {}
    };
    Ok((drawn, below))
}

fn one_side(
    map: &CoLocationMap,
    one: &DrawnCoLocation,
    side: Side,
    lanes: &Lanes,
    words: &Words,
    y: i32,
) -> Result<(Markup, i32), WordsError> {
    let mut label = Column::new(y + 7);
    label.add(
        Type::Word,
        &side.word(words)?,
        Lanes::LEFT - SIDES,
        SIDES - 8,
    );
    let places = panel(map, one, side);
    if places.is_empty() {
        let text = words.say("no-site", &[])?;
        let mut column = Column::new(y + 7);
        column.add(
            Type::Line,
            &text,
            Lanes::LEFT + SIDE,
            lanes.width - 2 * SIDE,
        );
        let below = column.y + 7;
        label.lines.append(&mut column.lines);
        return Ok((lines(&label.lines, (0, 0)), below));
    }
    let mut below = y;
    let mut boxes = Vec::new();
    let mut ends = Vec::new();
    for (place, members) in &places {
        let x = lanes.of(*place);
        let (drawn, to) = chips(*place, members, (x + SIDE, y, lanes.width - 2 * SIDE));
        boxes.push(drawn);
        ends.push((x + lanes.width / 2, to));
        below = below.max(to);
    }
    let mut parted = html! {};
    if let [(from, _), .., (to, _)] = ends[..]
        && side.is_parted(one.standing)
    {
        let line = below + DROP;
        let mut path = format!("M{from} {line}H{to}");
        for (x, bottom) in &ends {
            // A `String` takes all that is written to it.
            let _ = write!(path, "M{x} {bottom}V{line}");
        }
        let wide = badge_width(one) + 16;
        let x = i32::midpoint(from, to) - wide / 2;
        let has_badge = side == Side::After;
        parted = html! {
            (dashed(&path, one))
            @if has_badge {
                rect x=(x) y=(line - 12) width=(wide) height="24" rx="12" fill=(PAPER) stroke=(LINE) stroke-width="1" {}
                (badge(one, (x + 8, line - 8)))
            }
        };
        below = line + if has_badge { 12 } else { 2 };
    }
    let drawn = html! {
        (lines(&label.lines, (0, 0)))
        (parted)
        @for drawn in boxes { (drawn) }
    };
    Ok((drawn, below))
}
