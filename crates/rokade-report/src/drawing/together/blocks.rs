//! The map with a block for each site of each co-location: for a telephone, and where there are more
//! sites than columns.

use std::fmt::Write as _;

use maud::{Markup, html};
use rokade_core::drawing::{CoLocationMap, DrawnCoLocation};
use rokade_core::words::{Words, WordsError};

use super::{MARGIN, SHEET, Side, badge, chips, dashed, heading, paged, panel};
use crate::drawing::Room;
use crate::drawing::card::{Column, Type};
use crate::drawing::frame::{Picture, lines};
use crate::drawing::palette::{LINE, WASH};
use crate::drawing::text;

/// Where the line runs that joins rows of blocks.
const SPINE: i32 = 6;
/// From the left to the blocks.
const INDENT: i32 = 20;
/// Between blocks.
const GAP: i32 = 16;
/// From the side of a block to the boxes in it.
const SIDE: i32 = 8;

/// How wide a picture is, and how many blocks stand side by side in it.
fn size(room: Room) -> (i32, i32) {
    match room {
        Room::Wide => (1040, 4),
        Room::Narrow => (340, 1),
    }
}

pub(super) fn pages(
    map: &CoLocationMap,
    room: Room,
    words: &Words,
) -> Result<Vec<Picture>, WordsError> {
    let (width, columns) = size(room);
    let mut rows = Vec::new();
    for (at, one) in map.co_locations.iter().enumerate() {
        let inner = width - 2 * MARGIN;
        let (name, below) = heading(one, (MARGIN, 16), inner.min(720));
        let mut sides = Vec::new();
        let mut y = below;
        for side in [Side::Before, Side::After] {
            let (drawn, to) = one_side(map, one, side, (columns, inner), words, y + 12)?;
            sides.push(drawn);
            y = to;
        }
        let drawn = html! {
            @if at > 0 { path d={ "M" (MARGIN) " 0h" (inner) } stroke=(LINE) stroke-width="1" {} }
            (name)
            @for side in sides { (side) }
        };
        rows.push((drawn, y + 18));
    }
    let most = match room {
        Room::Wide => SHEET,
        Room::Narrow => i32::MAX / 2,
    };
    Ok(paged(map, width, (&|_| html! {}, 0), rows, most))
}

fn one_side(
    map: &CoLocationMap,
    one: &DrawnCoLocation,
    side: Side,
    (columns, room): (i32, i32),
    words: &Words,
    y: i32,
) -> Result<(Markup, i32), WordsError> {
    let word = side.word(words)?;
    let mut label = Column::new(y);
    label.add(Type::Word, &word, MARGIN, room);
    let places = panel(map, one, side);
    if places.is_empty() {
        label.add(
            Type::Line,
            &words.say("no-site", &[])?,
            MARGIN + INDENT,
            room - INDENT,
        );
        return Ok((lines(&label.lines, (0, 0)), label.y));
    }
    let is_parted = side.is_parted(one.standing) && places.len() > 1;
    let has_badge = is_parted && side == Side::After;
    let badge_at = MARGIN + text::width(&word, Type::Word.font()) + 12;
    let width = (room - INDENT + GAP) / columns - GAP;
    let mut top = label.y + 8;
    let mut blocks = Vec::new();
    let mut path = String::new();
    // Where the line that joins the rows begins and ends.
    let mut spine: Option<(i32, i32)> = None;
    for row in places.chunks(usize::try_from(columns).unwrap_or(1)) {
        let mut bottom = top;
        let middle = top + 15;
        let mut x = MARGIN + INDENT;
        for (nth, (place, members)) in row.iter().enumerate() {
            let (head, high) = place.head(map, words, (x, top, width), None)?;
            let at = (x + SIDE, top + high + SIDE, width - 2 * SIDE);
            let (boxes, to) = chips(*place, members, at);
            let to = to + SIDE;
            blocks.push(html! {
                rect x=(x) y=(top) width=(width) height=(to - top) rx="3" fill=(WASH) {}
                (head)
                (boxes)
            });
            if nth > 0 {
                // A `String` takes all that is written to it.
                let _ = write!(path, "M{} {middle}h{GAP}", x - GAP);
            }
            bottom = bottom.max(to);
            x += width + GAP;
        }
        if places.len() > row.len() {
            let left = MARGIN + SPINE;
            let _ = write!(path, "M{left} {middle}H{}", MARGIN + INDENT);
            spine = Some((spine.map_or(middle, |(from, _)| from), middle));
        }
        top = bottom + 12;
    }
    if let Some((from, to)) = spine {
        let _ = write!(path, "M{} {from}V{to}", MARGIN + SPINE);
    }
    let drawn = html! {
        (lines(&label.lines, (0, 0)))
        @if has_badge { (badge(one, (badge_at, y))) }
        @if is_parted { (dashed(&path, one)) }
        @for block in blocks { (block) }
    };
    Ok((drawn, top - 12))
}
