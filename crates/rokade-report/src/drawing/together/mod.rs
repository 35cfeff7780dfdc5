//! Who sits together with whom, before and after, as a picture.
//!
//! A member is a box at each site where it is. Those at one site are joined by a solid line; those
//! that are parted by a dashed one with the word for it. What becomes of a co-location is said by
//! its standing, and not found out here.

mod blocks;
mod lanes;

use std::collections::BTreeSet;

use maud::{Markup, html};
use rokade_core::drawing::{CoLocationMap, CoLocationStanding, DrawnCoLocation, DrawnMember};
use rokade_core::words::{Words, WordsError};

use super::Room;
use super::card::{Column, Type};
use super::frame::{Picture, lines};
use super::layout::Spot;
use super::marks::Look;
use super::palette::{INK, LINE, MUTED, PAPER, Site};
use super::text;

/// As many sites as have columns of their own through the whole picture.
const MOST_LANES: usize = 4;
/// As high as a picture is while it is seen on one sheet of A4 on its side.
const SHEET: i32 = 640;
/// Around everything.
const MARGIN: i32 = 16;
/// Between boxes below each other, where the line that joins them runs.
const JOINT: i32 = 10;
/// From a box to the dashed line below it.
const DROP: i32 = 16;

/// The map as pictures for a page: one, or where paper has no room for it, several.
pub(super) fn pictures(
    map: &CoLocationMap,
    room: Room,
    words: &Words,
) -> Result<Vec<Picture>, WordsError> {
    let places: BTreeSet<Place> = map
        .co_locations
        .iter()
        .flat_map(|one| [Side::Before, Side::After].map(|side| panel(map, one, side)))
        .flatten()
        .map(|(place, _)| place)
        .collect();
    let mut pages = match room {
        Room::Wide if places.len() <= MOST_LANES => lanes::pages(map, &places, words)?,
        Room::Wide => blocks::pages(map, Room::Wide, words)?,
        Room::Narrow => blocks::pages(map, Room::Narrow, words)?,
    };
    if let [only] = &mut pages[..] {
        only.title.clone_from(&map.title);
        return Ok(pages);
    }
    let parts = pages.len();
    for (at, page) in pages.iter_mut().enumerate() {
        let values = [
            ("title", map.title.as_str().into()),
            ("part", (at + 1).into()),
            ("parts", parts.into()),
        ];
        page.title = words.say("part-of", &values)?;
    }
    Ok(pages)
}

/// Rows of a picture that are drawn from (0, 0), with their heights, on as few pages as there is
/// room for.
fn paged(
    map: &CoLocationMap,
    width: i32,
    (head, head_height): (&dyn Fn(i32) -> Markup, i32),
    rows: Vec<(Markup, i32)>,
    most: i32,
) -> Vec<Picture> {
    let mut pages: Vec<Vec<(Markup, i32)>> = Vec::new();
    let mut used = 0;
    for row in rows {
        match pages.last_mut() {
            Some(page) if used + row.1 <= most => {
                used += row.1;
                page.push(row);
            }
            _ => {
                used = head_height + row.1;
                pages.push(vec![row]);
            }
        }
    }
    let picture = |rows: Vec<(Markup, i32)>| {
        let mut height = head_height;
        let mut placed = Vec::with_capacity(rows.len());
        for (row, high) in rows {
            placed.push((height, row));
            height += high;
        }
        Picture {
            title: String::new(),
            description: map.description.clone(),
            width,
            height: height + MARGIN,
            body: html! {
                (head(height))
                @for (y, row) in &placed { g transform={ "translate(0 " (y) ")" } { (row) } }
            },
        }
    };
    pages.into_iter().map(picture).collect()
}

/// Before or after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    After,
}

impl Side {
    fn word(self, words: &Words) -> Result<String, WordsError> {
        match self {
            Side::Before => words.say("before", &[]),
            Side::After => words.say("after", &[]),
        }
    }

    /// Whether a dashed line says that those who are to be together are not.
    fn is_parted(self, standing: CoLocationStanding) -> bool {
        match self {
            Side::Before => matches!(
                standing,
                CoLocationStanding::Apart | CoLocationStanding::Made
            ),
            Side::After => matches!(
                standing,
                CoLocationStanding::Broken
                    | CoLocationStanding::Weakened
                    | CoLocationStanding::Apart
            ),
        }
    }
}

/// A site, or, last of all, nowhere that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Site(usize),
    Nowhere,
}

impl Place {
    /// The colour of its boxes and its head.
    fn colour(self) -> &'static str {
        match self {
            Place::Site(at) => Site::nth(at).colour,
            Place::Nowhere => MUTED,
        }
    }

    /// Its label on a ground of its colour, from a corner: what is drawn, and how high it is.
    #[expect(
        clippy::indexing_slicing,
        reason = "a site that is not on the map is left out before"
    )]
    fn head(
        self,
        map: &CoLocationMap,
        words: &Words,
        (x, y, width): (i32, i32, i32),
        height: Option<i32>,
    ) -> Result<(Markup, i32), WordsError> {
        const SIDE: i32 = 10;
        let (label, after) = match self {
            Place::Site(at) => (map.sites[at].clone(), 17),
            Place::Nowhere => (words.say("no-site", &[])?, 0),
        };
        let mut column = Column::new(7);
        column.word_ink = PAPER;
        column.add(Type::Word, &label, SIDE + after, width - 2 * SIDE - after);
        let height = height.unwrap_or(column.y + 7);
        let drawn = html! {
            rect x=(x) y=(y) width=(width) height=(height) rx="3" fill=(self.colour()) {}
            @if let Place::Site(at) = self { (Site::nth(at).swatch_in(x + SIDE, y + 10, PAPER)) }
            (lines(&column.lines, (x, y)))
        };
        Ok((drawn, height))
    }
}

/// A member at a place.
struct Chip<'m> {
    name: &'m str,
    posts: Option<&'m str>,
}

/// Who is where, place by place; nothing where no member is anywhere.
fn panel<'m>(
    map: &CoLocationMap,
    one: &'m DrawnCoLocation,
    side: Side,
) -> Vec<(Place, Vec<Chip<'m>>)> {
    let mut at: Vec<(Place, Chip<'m>)> = Vec::new();
    for member in &one.members {
        let DrawnMember {
            name,
            before,
            after,
        } = member;
        let sites = match side {
            Side::Before => before,
            Side::After => after,
        };
        let known = sites.iter().filter(|site| site.site < map.sites.len());
        let here = at.len();
        at.extend(known.map(|site| {
            let posts = site.posts.as_deref();
            (Place::Site(site.site), Chip { name, posts })
        }));
        if at.len() == here {
            at.push((Place::Nowhere, Chip { name, posts: None }));
        }
    }
    if at.iter().all(|(place, _)| *place == Place::Nowhere) {
        return Vec::new();
    }
    at.sort_by_key(|(place, _)| *place);
    let mut places: Vec<(Place, Vec<Chip<'m>>)> = Vec::new();
    for (place, chip) in at {
        match places.last_mut() {
            Some((last, chips)) if *last == place => chips.push(chip),
            _ => places.push((place, vec![chip])),
        }
    }
    places
}

/// The boxes of one place below each other, joined: what is drawn, and how far down it comes.
fn chips(place: Place, chips: &[Chip<'_>], (x, y, width): (i32, i32, i32)) -> (Markup, i32) {
    const SIDE: i32 = 10;
    let mut boxes: Vec<(Spot, Column)> = Vec::new();
    let mut below = y;
    for chip in chips {
        let mut column = Column::new(7);
        let room = width - 2 * SIDE;
        column.add(Type::Word, chip.name, SIDE, room);
        if let Some(posts) = chip.posts {
            column.add(Type::Line, posts, SIDE, room);
        }
        let spot = Spot {
            x,
            y: below,
            width,
            height: column.y + 7,
        };
        below = spot.bottom() + JOINT;
        boxes.push((spot, column));
    }
    let dots = (place == Place::Nowhere).then_some("3 3");
    let middle = x + width / 2;
    let drawn = html! {
        @for ((above, _), (under, _)) in boxes.iter().zip(boxes.iter().skip(1)) {
            path d={ "M" (middle) " " (above.bottom()) "V" (under.y) } stroke=(INK) stroke-width="4" {}
        }
        @for (spot, column) in &boxes {
            rect x=(spot.x) y=(spot.y) width=(spot.width) height=(spot.height) rx="4" fill=(PAPER) stroke=(place.colour()) stroke-width="1.5" stroke-dasharray=[dots] {}
            (lines(&column.lines, (spot.x, spot.y)))
        }
    };
    (drawn, below - JOINT)
}

/// The shape and word for what becomes of a co-location, from a corner.
fn badge(one: &DrawnCoLocation, (x, y): (i32, i32)) -> Markup {
    let look = Look::of_standing(one.standing);
    let mut column = Column::new(0);
    column.word_ink = look.ink;
    column.add(Type::Word, &one.word, 23, i32::MAX / 2);
    html! {
        (look.shape(x, y))
        (lines(&column.lines, (x, y)))
    }
}

/// How wide that is.
fn badge_width(one: &DrawnCoLocation) -> i32 {
    23 + text::width(&one.word, Type::Word.font())
}

/// The name of a co-location with what becomes of it and why, below each other: what is drawn, and
/// how far down it comes.
fn heading(one: &DrawnCoLocation, (x, y): (i32, i32), room: i32) -> (Markup, i32) {
    let mut column = Column::new(y);
    column.add(Type::Name, &one.name, x, room);
    column.y += 5;
    let at = column.y;
    column.y += 20;
    if let Some(because) = &one.because {
        column.add(Type::Line, because, x, room);
    }
    let drawn = html! {
        (lines(&column.lines, (0, 0)))
        (badge(one, (x, at)))
    };
    (drawn, column.y)
}

/// A dashed line.
fn dashed(path: &str, one: &DrawnCoLocation) -> Markup {
    let ink = match one.standing {
        CoLocationStanding::Made => LINE,
        standing => Look::of_standing(standing).ink,
    };
    html! { path d=(path) fill="none" stroke=(ink) stroke-width="2" stroke-dasharray="6 4" {} }
}
