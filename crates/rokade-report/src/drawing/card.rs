//! What stands in the box of a unit, and how high that makes it.
//!
//! Every line is set by the width tables here, so that the layout knows how large boxes are and the
//! picture only has to repeat it.

use rokade_core::drawing::{DrawnUnit, Mark};
use rokade_core::words::{Words, WordsError};

use super::marks::Look;
use super::palette::{INK, MUTED};
use super::text::{self, Font};

/// From the side of a box to what is in it.
const SIDE: i32 = 12;
/// From the top of a box to the first line, and from the last one to the bottom.
const END: i32 = 10;
/// Above and below a mark.
const AROUND_MARK: i32 = 5;
/// Before what has a swatch.
const AFTER_SWATCH: i32 = 16;
/// Before what has a shape.
const AFTER_SHAPE: i32 = 23;

/// The kinds of type, which classes of the style have the same names for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Type {
    Title,
    Name,
    Line,
    Word,
    Small,
}

impl Type {
    /// The class that sets it.
    pub(super) fn class(self) -> &'static str {
        match self {
            Type::Title => "d-title",
            Type::Name => "d-name",
            Type::Line => "d-line",
            Type::Word => "d-word",
            Type::Small => "d-small",
        }
    }

    pub(super) const fn font(self) -> Font {
        match self {
            Type::Title => Font::bold(20, 26),
            Type::Name => Font::bold(14, 18),
            Type::Line => Font::regular(12, 16),
            Type::Word => Font::bold(12, 16),
            Type::Small => Font::regular(11, 15),
        }
    }
}

/// A line of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) x: i32,
    /// Its baseline.
    pub(super) y: i32,
    pub(super) set_in: Type,
    pub(super) text: String,
    /// What goes on after it on the same line, in plain type.
    pub(super) said: Option<String>,
    pub(super) ink: &'static str,
}

/// Lines that stand below each other, from (0, 0).
#[derive(Debug)]
pub(super) struct Column {
    pub(super) lines: Vec<Line>,
    /// As far as it comes down.
    pub(super) y: i32,
    /// The colour of words in bold type.
    pub(super) word_ink: &'static str,
}

impl Column {
    pub(super) fn new(y: i32) -> Column {
        Column {
            lines: Vec::new(),
            y,
            word_ink: INK,
        }
    }

    /// Adds a text, in so much room from `x`.
    pub(super) fn add(&mut self, set_in: Type, text: &str, x: i32, room: i32) {
        for line in text::wrap(text, set_in.font(), room) {
            self.set(set_in, line, x);
            self.y += set_in.font().leading;
        }
    }

    /// Adds a word in bold type with what it says after it.
    pub(super) fn add_word(&mut self, word: &str, said: Option<&str>, x: i32, room: i32) {
        let word = text::wrap(word, Type::Word.font(), room);
        let taken = word
            .last()
            .map_or(0, |line| text::width(line, Type::Word.font()));
        let leading = Type::Word.font().leading;
        for line in word {
            self.set(Type::Word, line, x);
            self.y += leading;
        }
        let Some(said) = said else { return };
        // What comes after the word stands on its line as far as there is room.
        let taken = taken + text::width(" ", Type::Line.font());
        for (at, line) in text::wrap_after(said, Type::Line.font(), room, taken)
            .into_iter()
            .enumerate()
        {
            if let Some(word) = self.lines.last_mut().filter(|_| at == 0) {
                word.said = Some(line).filter(|line| !line.is_empty());
            } else {
                self.set(Type::Line, line, x);
                self.y += leading;
            }
        }
    }

    /// Sets one line without going on to the next.
    fn set(&mut self, set_in: Type, text: String, x: i32) {
        let font = set_in.font();
        // The baseline stands so that letters are in the middle of the line.
        let letters = i32::try_from(font.size * 7 / 10).unwrap_or(0);
        let down = i32::midpoint(font.leading, letters);
        self.lines.push(Line {
            x,
            y: self.y + down,
            set_in,
            text,
            said: None,
            ink: match set_in {
                Type::Small => MUTED,
                Type::Word => self.word_ink,
                _ => INK,
            },
        });
    }
}

/// A box with what is in it, from its upper left corner.
#[derive(Debug)]
pub(super) struct Card {
    pub(super) height: i32,
    pub(super) lines: Vec<Line>,
    /// Sites by their place in the list, with the top of each line.
    pub(super) swatches: Vec<(usize, i32)>,
    /// Marks, with the top of each.
    pub(super) marks: Vec<(Mark, i32)>,
}

/// Where lines of a card begin.
pub(super) const TEXT_AT: i32 = SIDE;

impl Card {
    /// The box of a unit. `under` is its parent's name, where its place does not show it; `below`
    /// how many units stand below it that another picture shows.
    pub(super) fn new(
        unit: &DrawnUnit,
        sites: &[String],
        words: &Words,
        (width, under, below): (i32, Option<&str>, usize),
    ) -> Result<Card, WordsError> {
        let room = width - 2 * SIDE;
        let mut column = Column::new(END);
        if unit.is_external {
            column.add(Type::Small, &words.say("external", &[])?, SIDE, room);
        }
        if let Some(level) = &unit.level {
            column.add(Type::Small, level, SIDE, room);
        }
        column.add(Type::Name, &unit.name, SIDE, room);
        if let Some(under) = under {
            let under = words.say("under", &[("parent", under.into())])?;
            column.add(Type::Small, &under, SIDE, room);
        }
        if unit.head.is_some() || unit.posts.is_some() || !unit.sites.is_empty() {
            column.y += 3;
        }
        for line in [&unit.head, &unit.posts].into_iter().flatten() {
            column.add(Type::Line, line, SIDE, room);
        }
        let mut swatches = Vec::new();
        for drawn in &unit.sites {
            let Some(site) = sites.get(drawn.site) else {
                continue;
            };
            swatches.push((drawn.site, column.y));
            let label = match &drawn.posts {
                Some(posts) => format!("{site}: {posts}"),
                None => site.clone(),
            };
            column.add(Type::Line, &label, SIDE + AFTER_SWATCH, room - AFTER_SWATCH);
        }
        let elsewhere = match below {
            0 => None,
            n => Some(words.say("below", &[("n", n.into())])?),
        };
        for below in elsewhere.iter().chain(&unit.below) {
            column.y += 3;
            column.add(Type::Small, below, SIDE, room);
        }
        let mut marks = Vec::new();
        if !unit.marks.is_empty() {
            column.y += AROUND_MARK;
        }
        for marked in &unit.marks {
            column.y += AROUND_MARK;
            marks.push((marked.mark, column.y));
            column.word_ink = Look::of(marked.mark).ink;
            let room = room - AFTER_SHAPE;
            column.add_word(
                &marked.word,
                marked.text.as_deref(),
                SIDE + AFTER_SHAPE,
                room,
            );
            column.y += AROUND_MARK;
        }
        Ok(Card {
            height: column.y + END - if marks.is_empty() { 0 } else { AROUND_MARK },
            lines: column.lines,
            swatches,
            marks,
        })
    }

    /// Whether a name has a word too long for a box so wide.
    pub(super) fn breaks_name(unit: &DrawnUnit, width: i32) -> bool {
        text::breaks_a_word(&unit.name, Type::Name.font(), width - 2 * SIDE)
    }
}
