//! An org chart for Mermaid: a node a unit, in words and shapes that say what changes.

use std::fmt::Write as _;

use rokade_core::drawing::{Mark, OrgChart};
use rokade_core::words::{Words, WordsError};

use super::label::Label;
use super::marks::{Look, Outline};
use super::palette::{INK, LINE, PAPER};
use super::survey::survey;
use crate::escape;

/// As much text, and as many lines between nodes, as Mermaid takes unless a page tells it otherwise.
const MOST_TEXT: usize = 50_000;
const MOST_UNITS: usize = 500;
/// As few units as a chart is cut down to for the sake of its text.
const FEWEST: usize = 20;

/// The flowchart: of a large chart as much as Mermaid takes.
pub(super) fn flowchart(chart: &OrgChart, words: &Words) -> Result<String, WordsError> {
    let mut most = MOST_UNITS;
    loop {
        let drawn = survey(chart, most, words)?;
        let text = whole(&drawn, words)?;
        if text.chars().count() <= MOST_TEXT || most <= FEWEST {
            return Ok(text);
        }
        most = (most * 3 / 4).max(FEWEST);
    }
}

fn whole(chart: &OrgChart, words: &Words) -> Result<String, WordsError> {
    let title = escape::mermaid_title(&chart.title);
    let mut text = format!("---\ntitle: {title}\n---\nflowchart TB\n");
    for (at, unit) in chart.units.iter().enumerate() {
        let label = Label::new(unit, &chart.sites, words)?;
        let level = label.level.iter().map(|line| escape::mermaid(line));
        let name = format!("<b>{}</b>", escape::mermaid(&unit.name));
        let rest = label.rest.iter().map(|line| escape::mermaid(line));
        let lines: Vec<String> = level.chain([name]).chain(rest).collect();
        let mark = unit.marks.first().map(|marked| marked.mark);
        let (open, close) = shape(mark);
        let class = match mark {
            Some(mark) => class(mark),
            None if unit.is_external => "external",
            None => "same",
        };
        // A `String` takes all that is written to it.
        let _ = writeln!(
            text,
            "  n{at}{open}\"{}\"{close}:::{class}",
            lines.join("<br/>")
        );
    }
    for (at, unit) in chart.units.iter().enumerate() {
        if let Some(parent) = unit.parent {
            let _ = writeln!(text, "  n{parent} --- n{at}");
        }
    }
    let _ = writeln!(
        text,
        "  classDef same fill:{PAPER},stroke:{LINE},color:{INK}\n  \
         classDef external fill:{PAPER},stroke:{LINE},color:{INK},stroke-width:2px,stroke-dasharray:2 4"
    );
    let is_used = |mark: &Mark| {
        let mut first = chart.units.iter().filter_map(|unit| unit.marks.first());
        first.any(|marked| marked.mark == *mark)
    };
    for mark in Mark::ALL.iter().filter(|mark| is_used(mark)) {
        let look = Look::of(*mark);
        let dashes = match look.outline {
            Outline::Cut => ",stroke-dasharray:7 4",
            _ => "",
        };
        let _ = writeln!(
            text,
            "  classDef {} fill:{},stroke:{},color:{INK},stroke-width:2px{dashes}",
            class(*mark),
            look.tint,
            look.ink
        );
    }
    Ok(text)
}

/// The brackets of a node, which are its shape.
fn shape(mark: Option<Mark>) -> (&'static str, &'static str) {
    match mark {
        Some(Mark::Closed) => ("{{", "}}"),
        Some(Mark::New) => ("[[", "]]"),
        // As a flag that points.
        Some(Mark::Moved) => (">", "]"),
        Some(Mark::Relocated) => ("([", "])"),
        // Shapes with slanting sides grow with what is in them beyond all measure.
        Some(Mark::Merged | Mark::Split | Mark::Renamed | Mark::NewHead | Mark::Changed) => {
            ("(", ")")
        }
        None => ("[", "]"),
    }
}

/// The class of a node. Mermaid reads a dash in a class as it likes.
fn class(mark: Mark) -> &'static str {
    match mark {
        Mark::NewHead => "head",
        mark => mark.name(),
    }
}
