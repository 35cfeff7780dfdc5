//! An org chart as a picture: boxes as the layout places them, with what the cards have in them.

use maud::{Markup, html};
use rokade_core::drawing::{DrawnUnit, Mark, OrgChart};
use rokade_core::words::{Words, WordsError};

use super::Room;
use super::card::{Card, Column, TEXT_AT, Type};
use super::frame::{Picture, lines};
use super::layout::{Edge, Layout, Plan, Spot, Tree, place};
use super::marks::{Look, Outline};
use super::palette::{LINE, PAPER, Site};
use super::parts::{self, Part};
use super::text;

/// Around everything.
const MARGIN: i32 = 12;
/// Boxes of a wide picture, the first that is as good as any.
const WIDTHS: [i32; 9] = [228, 208, 196, 186, 182, 172, 162, 152, 148];
/// What a word in a name that is broken is worth in height.
const BROKEN: i32 = 60;
/// Charts with more units than this are laid out once, with boxes so wide.
pub(super) const TRIED: usize = 400;
pub(super) const USUAL: i32 = 182;
/// The narrowest box on a telephone.
const NARROWEST: i32 = 236;
fn room_width(room: Room) -> i32 {
    match room {
        Room::Wide => 1040,
        Room::Narrow => 340,
    }
}

/// The chart as one picture with its title and what its signs mean.
pub(super) fn poster(chart: &OrgChart, words: &Words) -> Result<Picture, WordsError> {
    let drawn = Drawn::new(chart, &parts::whole(chart), Room::Wide, words)?;
    let width = room_width(Room::Wide);
    let room = width - 2 * MARGIN;
    let mut head = Column::new(MARGIN);
    head.add(Type::Title, &chart.title, MARGIN, room);
    head.y += 4;
    head.add(Type::Line, &chart.description, MARGIN, room.min(720));
    head.y += 8;
    let (legend, legend_height) = legend(chart, words, head.y + drawn.height())?;
    Ok(Picture {
        title: chart.title.clone(),
        description: chart.description.clone(),
        width,
        height: head.y + drawn.height() + legend_height,
        body: html! {
            (lines(&head.lines, (0, 0)))
            g transform={ "translate(0 " (head.y) ")" } { (drawn.body(chart)) }
            (legend)
        },
    })
}

/// A part of a chart, laid out.
pub(super) struct Drawn {
    units: Vec<usize>,
    pub(super) layout: Layout,
    pub(super) cards: Vec<Card>,
    room: Room,
}

#[expect(
    clippy::indexing_slicing,
    reason = "what is drawn is units of this very chart, each after the one it stands under"
)]
impl Drawn {
    #[expect(clippy::expect_used, reason = "there is always a width to try")]
    pub(super) fn new(
        chart: &OrgChart,
        part: &Part,
        room: Room,
        words: &Words,
    ) -> Result<Drawn, WordsError> {
        let tree = Tree::new(part.iter().map(|shown| shown.parent));
        let inner = room_width(room) - 2 * MARGIN;
        let widths: &[i32] = match room {
            Room::Wide if part.len() <= TRIED => &WIDTHS,
            _ => &[USUAL],
        };
        let mut best: Option<(i32, Drawn)> = None;
        for &width in widths {
            let plan = match room {
                Room::Wide => Plan::wide(&tree, width, inner, 24),
                Room::Narrow => Plan::narrow(&tree, NARROWEST, inner, 16),
            };
            let mut cards = Vec::with_capacity(part.len());
            let mut broken = 0;
            for (at, shown) in part.iter().enumerate() {
                let unit = &chart.units[shown.unit];
                // What its place does not show: the line is no help, or drawn in another part.
                let is_told = shown.parent.is_none() || plan.is_flat(&tree, at);
                let parent = unit.parent.filter(|&parent| is_told && parent < shown.unit);
                let under = parent.map(|parent| chart.units[parent].name.as_str());
                let size = (plan.width(at), under, shown.below);
                cards.push(Card::new(unit, &chart.sites, words, size)?);
                broken += i32::from(Card::breaks_name(unit, plan.width(at)));
            }
            let heights: Vec<i32> = cards.iter().map(|card| card.height).collect();
            let layout = place(&tree, &plan, &heights);
            let cost = layout.height.saturating_add(broken.saturating_mul(BROKEN));
            if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                let units = part.iter().map(|shown| shown.unit).collect();
                let drawn = Drawn {
                    units,
                    layout,
                    cards,
                    room,
                };
                best = Some((cost, drawn));
            }
        }
        Ok(best.expect("there is a width to try").1)
    }

    pub(super) fn height(&self) -> i32 {
        self.layout.height + 2 * MARGIN
    }

    pub(super) fn picture(&self, chart: &OrgChart, title: String) -> Picture {
        Picture {
            title,
            description: chart.description.clone(),
            width: room_width(self.room),
            height: self.height(),
            body: self.body(chart),
        }
    }

    fn body(&self, chart: &OrgChart) -> Markup {
        html! {
            g transform={ "translate(" (MARGIN) " " (MARGIN) ")" } {
                @if !self.layout.edges.is_empty() {
                    path d=(lines_between(&self.layout.edges)) fill="none" stroke=(LINE) stroke-width="1.5" stroke-linecap="square" {}
                }
                @for (at, &unit) in self.units.iter().enumerate() {
                    (unit_box(&chart.units[unit], self.layout.boxes[at], &self.cards[at]))
                }
            }
        }
    }
}

/// The lines between boxes as one path, each stretch once: where lines lie on each other they would
/// show darker.
fn lines_between(edges: &[Edge]) -> String {
    use std::fmt::Write as _;
    let mut stretches: Vec<(usize, bool, i32, i32, i32)> = Vec::new();
    for edge in edges {
        for (&(x0, y0), &(x1, y1)) in edge.points.iter().zip(edge.points.iter().skip(1)) {
            let is_upright = x0 == x1;
            let (at, from, to) = if is_upright {
                (x0, y0.min(y1), y0.max(y1))
            } else {
                (y0, x0.min(x1), x0.max(x1))
            };
            stretches.push((edge.parent, is_upright, at, from, to));
        }
    }
    stretches.sort_unstable();
    let mut path = String::new();
    let meets = |a: &(usize, bool, i32, i32, i32), b: &(usize, bool, i32, i32, i32)| {
        (a.0, a.1, a.2) == (b.0, b.1, b.2)
    };
    for line in stretches.chunk_by(meets) {
        let Some((&(_, is_upright, at, mut from, mut to), rest)) = line.split_first() else {
            continue;
        };
        let mut draw = |from: i32, to: i32| {
            // A `String` takes all that is written to it.
            let _ = if is_upright {
                write!(path, "M{at} {from}V{to}")
            } else {
                write!(path, "M{from} {at}H{to}")
            };
        };
        for &(.., next, end) in rest {
            if next > to {
                draw(from, to);
                (from, to) = (next, end);
            }
            to = to.max(end);
        }
        draw(from, to);
    }
    path
}

/// How a unit looks: by the first of its marks.
fn look(unit: &DrawnUnit) -> Option<Look> {
    unit.marks.first().map(|marked| Look::of(marked.mark))
}

fn unit_box(unit: &DrawnUnit, spot: Spot, card: &Card) -> Markup {
    let (x, y) = (spot.x, spot.y);
    let class = match unit.marks.first() {
        Some(marked) => format!("d-unit d-{}", marked.mark.name()),
        None => "d-unit".to_owned(),
    };
    html! {
        g class=(class) {
            (outline(look(unit), unit.is_external, spot))
            @for &(site, top) in &card.swatches { (Site::nth(site).swatch(x + TEXT_AT, y + top + 3)) }
            @for &(mark, top) in &card.marks {
                @let look = Look::of(mark);
                path d={ "M" (x + TEXT_AT) " " (y + top - 5) "H" (spot.right() - TEXT_AT) } stroke=(look.ink) stroke-opacity=".35" {}
                (look.shape(x + TEXT_AT, y + top))
            }
            (lines(&card.lines, (x, y)))
        }
    }
}

/// The outline of a box, which tells how a unit changes without colour.
fn outline(look: Option<Look>, is_external: bool, spot: Spot) -> Markup {
    let Spot {
        x,
        y,
        width,
        height,
    } = spot;
    let (ink, tint) = look.map_or((LINE, PAPER), |look| (look.ink, look.tint));
    let shape = look.map_or(Outline::Thin, |look| look.outline);
    let dots = is_external.then_some("0.1 4.5");
    let cap = is_external.then_some("round");
    let stroke = match (shape, is_external) {
        (Outline::Thin, false) => "1",
        _ => "2",
    };
    html! {
        @match shape {
            Outline::Cut => {
                @let cut = 10.min(height / 4);
                @let (w, h) = (width - 2 * cut, height - 2 * cut);
                path d={ "M" (x + cut) " " (y) "h" (w) "l" (cut) " " (cut) "v" (h) "l-" (cut) " " (cut) "h-" (w) "l-" (cut) "-" (cut) "v-" (h) "z" }
                    fill=(tint) stroke=(ink) stroke-width="2" stroke-dasharray="7 4" {}
            }
            _ => {
                rect x=(x) y=(y) width=(width) height=(height) rx="3" fill=(tint) stroke=(ink) stroke-width=(stroke) stroke-dasharray=[dots] stroke-linecap=[cap] {}
            }
        }
        @if shape == Outline::Double {
            rect x=(x + 4) y=(y + 4) width=(width - 8) height=(height - 8) rx="1" fill="none" stroke=(ink) stroke-width="1" {}
        }
    }
}

/// What the signs of a chart mean: those that are used.
fn legend(chart: &OrgChart, words: &Words, top: i32) -> Result<(Markup, i32), WordsError> {
    let mut items: Vec<(Sign, String)> = Vec::new();
    for mark in Mark::ALL {
        let marks = chart.units.iter().flat_map(|unit| &unit.marks);
        let mut said: Vec<&str> = Vec::new();
        for marked in marks.filter(|marked| marked.mark == mark) {
            if !said.contains(&marked.word.as_str()) {
                said.push(&marked.word);
            }
        }
        if !said.is_empty() {
            items.push((Sign::Mark(mark), said.join(", ")));
        }
    }
    if !items.is_empty() && chart.units.iter().any(|unit| unit.marks.is_empty()) {
        items.push((Sign::Plain, words.say("unchanged", &[])?));
    }
    if chart.units.iter().any(|unit| unit.is_external) {
        items.push((Sign::External, words.say("external", &[])?));
    }
    let mut is_used = vec![false; chart.sites.len()];
    for site in chart.units.iter().flat_map(|unit| &unit.sites) {
        if let Some(used) = is_used.get_mut(site.site) {
            *used = true;
        }
    }
    let sites = chart.sites.iter().zip(is_used).enumerate();
    for (at, (site, _)) in sites.filter(|(_, (_, is_used))| *is_used) {
        items.push((Sign::Site(at), site.clone()));
    }
    if items.is_empty() {
        return Ok((html! {}, 0));
    }
    let room = room_width(Room::Wide) - 2 * MARGIN;
    let mut column = Column::new(top + 14);
    column.add(Type::Word, &words.say("legend", &[])?, MARGIN, room);
    column.y += 6;
    let (mut x, mut y, mut below) = (MARGIN, column.y, column.y);
    let mut signs = Vec::new();
    for (sign, label) in items {
        let widest = room - sign.width();
        let wide = text::width(&label, Type::Line.font()).min(widest);
        if x > MARGIN && x + sign.width() + wide > MARGIN + room {
            (x, y) = (MARGIN, below + 6);
        }
        signs.push(sign.drawn(x, y));
        column.y = y;
        column.add(Type::Line, &label, x + sign.width(), widest);
        below = below.max(column.y);
        x += sign.width() + wide + 24;
    }
    let drawn = html! {
        path d={ "M" (MARGIN) " " (top + 4) "h" (room) } stroke=(LINE) stroke-opacity=".5" {}
        @for sign in signs { (sign) }
        (lines(&column.lines, (0, 0)))
    };
    Ok((drawn, below + MARGIN - top))
}

/// A sign that a legend tells the meaning of.
enum Sign {
    Mark(Mark),
    Plain,
    External,
    Site(usize),
}

impl Sign {
    fn width(&self) -> i32 {
        match self {
            Sign::Mark(_) => 54,
            Sign::Plain | Sign::External => 34,
            Sign::Site(_) => 17,
        }
    }

    fn drawn(&self, x: i32, y: i32) -> Markup {
        let spot = Spot {
            x: x + 1,
            y: y - 1,
            width: 26,
            height: 18,
        };
        html! {
            @match *self {
                Sign::Mark(mark) => {
                    (outline(Some(Look::of(mark)), false, spot))
                    (Look::of(mark).shape(x + 33, y))
                }
                Sign::Plain => (outline(None, false, spot)),
                Sign::External => (outline(None, true, spot)),
                Sign::Site(at) => (Site::nth(at).swatch(x, y + 3)),
            }
        }
    }
}
