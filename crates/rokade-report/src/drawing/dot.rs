//! An org chart for Graphviz: a node a unit, in words and shapes that say what changes.
//!
//! Nodes are numbered: their names are seen when one points at them, and ids are for nobody to read.

use std::fmt::Write as _;

use rokade_core::drawing::{DrawnUnit, Mark, OrgChart};
use rokade_core::words::{Words, WordsError};

use super::label::Label;
use super::marks::Look;
use super::palette::{INK, LINE, PAPER};
use super::text::{self, Font};
use crate::escape;

/// Graphviz breaks no lines; these are about as wide as boxes of our own pictures.
const TYPE: Font = Font::regular(11, 14);
const WIDTH: i32 = 190;

/// The graph.
pub(super) fn graph(chart: &OrgChart, words: &Words) -> Result<String, WordsError> {
    let title = escape::dot(&chart.title);
    let mut graph = format!(
        "digraph {{\n  \
         graph [rankdir=TB, charset=\"UTF-8\", splines=polyline, nodesep=0.3, ranksep=0.5, bgcolor=\"{PAPER}\", fontname=\"Arial\", fontsize=16, labelloc=t, label=\"{title}\"]\n  \
         node [shape=box, style=filled, fontname=\"Arial\", fontsize=11, fontcolor=\"{INK}\", margin=\"0.16,0.1\"]\n  \
         edge [arrowhead=none, tailport=s, headport=n, color=\"{LINE}\"]\n"
    );
    for (at, unit) in chart.units.iter().enumerate() {
        let label = Label::new(unit, &chart.sites, words)?;
        let lines = label.level.iter().chain([&unit.name]).chain(&label.rest);
        let lines = lines.flat_map(|line| text::wrap(line, TYPE, WIDTH));
        let label: Vec<String> = lines.map(|line| escape::dot(&line)).collect();
        let (name, look) = (escape::dot(&unit.name), look(unit));
        // A `String` takes all that is written to it.
        let _ = writeln!(
            graph,
            "  n{at} [label=\"{}\", tooltip=\"{name}\", {look}]",
            label.join("\\n")
        );
    }
    for (at, unit) in chart.units.iter().enumerate() {
        if let Some(parent) = unit.parent {
            let _ = writeln!(graph, "  n{parent} -> n{at}");
        }
    }
    graph.push_str("}\n");
    Ok(graph)
}

/// How a node is drawn: by the first of its unit's marks.
fn look(unit: &DrawnUnit) -> String {
    let mark = unit.marks.first().map(|marked| marked.mark);
    let (ink, tint) = mark.map_or((LINE, PAPER), |mark| {
        let look = Look::of(mark);
        (look.ink, look.tint)
    });
    let shape = match mark {
        // With lines across its corners.
        Some(Mark::Closed) => "style=\"filled,dashed,diagonals\", penwidth=2",
        Some(Mark::New) => "peripheries=2, penwidth=1.5",
        Some(Mark::Merged) => "shape=box3d, penwidth=2",
        Some(Mark::Split) => "shape=component, penwidth=2",
        Some(Mark::Moved) => "shape=cds, penwidth=2",
        Some(Mark::Relocated) => "shape=tab, penwidth=2",
        Some(Mark::Renamed) => "shape=note, penwidth=2",
        Some(Mark::NewHead | Mark::Changed) => "penwidth=2",
        None if unit.is_external => "style=\"filled,dotted\", penwidth=2",
        None => "penwidth=1",
    };
    format!("{shape}, color=\"{ink}\", fillcolor=\"{tint}\"")
}
