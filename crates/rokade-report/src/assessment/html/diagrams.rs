//! The org charts before and after, each drawn for a wide and a narrow screen, and told as a
//! table.

use maud::{Markup, html};
use rokade_core::drawing::{DrawnUnit, OrgChart};
use rokade_core::words::WordsError;

use super::Section;
use crate::assessment::view::{Proposed, View, joined, sites};
use crate::drawing::{Room, drawn_on_page, org_chart_figure};
use crate::html::{Text, scrolling};

pub(super) fn section(view: &View<'_>, one: &Proposed<'_>) -> Result<Section, WordsError> {
    let proposal = one.proposal;
    let body = html! {
        (figure(view, one, &proposal.before, "today", "diagram-foer")?)
        (figure(view, one, &proposal.after, "after", "diagram-efter")?)
    };
    let heading = view.word("diagrams")?;
    Ok(Section::new(one.id("diagram"), heading, body).class("wide"))
}

fn figure(
    view: &View<'_>,
    one: &Proposed<'_>,
    chart: &OrgChart,
    when: &str,
    part: &str,
) -> Result<Markup, WordsError> {
    let id = one.id(part);
    let all = chart.units.len();
    let chart = &*drawn_on_page(chart)?;
    let wide = org_chart_figure(chart, Room::Wide, &format!("{id}-bred"))?;
    let narrow = org_chart_figure(chart, Room::Narrow, &format!("{id}-smal"))?;
    let values = [
        ("when", view.word(when)?.into()),
        ("title", chart.title.as_str().into()),
    ];
    let drawing = Drawing {
        title: &chart.title,
        description: &chart.description,
        label: view.of_proposal(one, view.say("drawing", &values)?)?,
        wide: &wide,
        narrow: &narrow,
    };
    let table = table(view, chart)?;
    let left_out = all - chart.units.len();
    let more = in_sheet(view, "charts-in-sheet", left_out, "sheet-charts")?;
    drawn(view, &drawing, &html! { (table) (more) })
}

/// How many more there are than a page tells, and the sheet that has them all; nothing where there
/// are no more.
pub(super) fn in_sheet(
    view: &View<'_>,
    key: &str,
    more: usize,
    sheet: &str,
) -> Result<Markup, WordsError> {
    if more == 0 {
        return Ok(html! {});
    }
    let values = [("n", more.into()), ("sheet", view.word(sheet)?.into())];
    Ok(html! { p.note { (Text(&view.say(key, &values)?)) } })
}

/// A drawing with what is to be seen in it.
pub(super) struct Drawing<'d> {
    pub(super) title: &'d str,
    pub(super) description: &'d str,
    /// What tells it from the other drawings of the page.
    pub(super) label: String,
    pub(super) wide: &'d Markup,
    pub(super) narrow: &'d Markup,
}

/// A drawing, wide and narrow, and the same as a table.
pub(super) fn drawn(
    view: &View<'_>,
    drawing: &Drawing<'_>,
    table: &Markup,
) -> Result<Markup, WordsError> {
    Ok(html! {
        figure.drawing {
            figcaption { strong { (Text(drawing.title)) } " " (Text(drawing.description)) }
            div.for-wide { (scrolling(&drawing.label, drawing.wide)) }
            div.for-narrow { (drawing.narrow) }
        }
        details {
            summary {
                (Text(&view.word("as-table")?))
                span.unseen { ": " (Text(&drawing.label)) }
            }
            (table)
        }
    })
}

/// A column of the table of units: its head, and what stands in it of a unit.
type Column<'t> = (&'static str, &'t dyn Fn(&DrawnUnit) -> Option<Markup>);

fn table(view: &View<'_>, chart: &OrgChart) -> Result<Markup, WordsError> {
    let external = view.word("external")?;
    let text = |text: &str| html! { (Text(text)) };
    let parent = |unit: &DrawnUnit| Some(text(&chart.units.get(unit.parent?)?.name));
    let head = |unit: &DrawnUnit| unit.head.as_deref().map(text);
    let posts = |unit: &DrawnUnit| unit.posts.as_deref().map(text);
    let sites = |unit: &DrawnUnit| sites(&unit.sites, &chart.sites).as_deref().map(text);
    let below = |unit: &DrawnUnit| unit.below.as_deref().map(text);
    let columns: [Column<'_>; 6] = [
        ("column-parent", &parent),
        ("column-head", &head),
        ("column-posts", &posts),
        ("column-sites", &sites),
        ("column-below", &below),
        ("column-marks", &marks),
    ];
    let mut told = Vec::new();
    for (key, of) in columns {
        if chart.units.iter().any(|unit| of(unit).is_some()) {
            told.push((key, view.word(key)?, of));
        }
    }
    let kind = |unit: &DrawnUnit| {
        let external = unit.is_external.then(|| external.clone());
        joined([unit.level.clone(), external].into_iter().flatten())
    };
    Ok(html! {
        table.stacked.broad {
            caption { (Text(&chart.title)) }
            thead { tr {
                th scope="col" { (Text(&view.word("column-unit")?)) }
                @for (key, head, _) in &told { th class=(key) scope="col" { (Text(head)) } }
            } }
            tbody {
                @for unit in &chart.units {
                    tr {
                        th scope="row" {
                            (Text(&unit.name))
                            @if let Some(kind) = kind(unit) {
                                " " span.note { "(" (Text(&kind)) ")" }
                            }
                        }
                        @for (_, head, of) in &told {
                            @if let Some(text) = of(unit) {
                                td data-label=(Text(head)) { (text) }
                            } @else { td.empty {} }
                        }
                    }
                }
            }
        }
    })
}

/// What changes of a unit, a line each.
fn marks(unit: &DrawnUnit) -> Option<Markup> {
    let marks = &unit.marks;
    (!marks.is_empty()).then(|| {
        html! {
            ul { @for mark in marks {
                li {
                    strong { (Text(&mark.word)) }
                    @if let Some(text) = &mark.text { " " (Text(text)) }
                }
            } }
        }
    })
}

/// A cell that says what it is where the heads of columns are not to be seen.
pub(super) fn cell(head: &str, text: Option<&str>) -> Markup {
    html! {
        @if let Some(text) = text { td data-label=(Text(head)) { (Text(text)) } }
        @else { td.empty {} }
    }
}
