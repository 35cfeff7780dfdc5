//! An assessment as a spreadsheet for planners: a sheet each for what is found, what changes, the
//! measures, the moves of staff, the units that change, all units before and after and who sits with
//! whom, and one on what it all is. What a page leaves out is here.

use std::io::Write;

use rokade_core::assessment::{StaffMove, UnitPage};
use rokade_core::drawing::{DrawnUnit, OrgChart};
use rokade_core::words::WordsError;
use rust_xlsxwriter::XlsxError;

use super::view::{Proposed, View, sites};
use crate::format::RenderError;
use crate::place::file_name;
use crate::xlsx::{Book, Cell, Cut, ends, ends_of};

/// A sheet that is one table.
struct Sheet {
    name: String,
    columns: Vec<String>,
    rows: Vec<Vec<Cell>>,
}

/// Prints an assessment as a spreadsheet.
pub(super) fn render(view: &View<'_>, out: &mut dyn Write) -> Result<(), RenderError> {
    let measures = crate::comparison::table(&view.assessment.comparison)?;
    let mut sheets = vec![
        findings(view)?,
        changes(view)?,
        Sheet {
            name: view.word("sheet-measures")?,
            columns: measures.columns,
            rows: measures.rows,
        },
        staff(view)?,
        units(view)?,
        charts(view)?,
    ];
    sheets.extend(together(view)?);
    let title = view.title()?;
    let mut book = Book::new(&title).map_err(std::io::Error::other)?;
    written(&mut book, &sheets).map_err(std::io::Error::other)?;
    let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    let about = about(view, &title, &names, book.cut)?;
    let name = view.word("sheet-about")?;
    let bytes = book.lines(&name, &about).and_then(|()| book.finish());
    out.write_all(&bytes.map_err(std::io::Error::other)?)?;
    out.flush()?;
    Ok(())
}

fn written(book: &mut Book, sheets: &[Sheet]) -> Result<(), XlsxError> {
    for sheet in sheets {
        book.table(&sheet.name, &sheet.columns, &sheet.rows)?;
    }
    Ok(())
}

/// The heads of a sheet, with one for the proposal where there are several.
fn columns(view: &View<'_>, keys: &[&str]) -> Result<Vec<String>, WordsError> {
    let proposal = view.has_several().then_some("sheet-proposal");
    let keys = proposal.into_iter().chain(keys.iter().copied());
    keys.map(|key| view.word(key)).collect()
}

/// The cell for the proposal, where there are several.
fn proposal(one: &Proposed<'_>) -> Option<Cell> {
    (!one.mark.is_empty()).then(|| Cell::text(Some(one.mark)))
}

fn findings(view: &View<'_>) -> Result<Sheet, WordsError> {
    let columns = columns(
        view,
        &[
            "sheet-number",
            "sheet-severity",
            "sheet-certainty",
            "sheet-topic",
            "sheet-title",
            "sheet-message",
            "sheet-help",
            "sheet-units",
            "sheet-members",
            "sheet-posts-min",
            "sheet-posts-max",
            "sheet-citizens-min",
            "sheet-citizens-max",
            "sheet-reason",
            "sheet-place",
            "sheet-allowed",
        ],
    )?;
    let mut rows = Vec::new();
    for one in &view.proposals {
        for at in 0..one.proposal.report.findings.len() {
            rows.push(finding(view, one, at)?);
        }
        for withheld in &one.proposal.withheld {
            let text = view.say("withheld-row", &[("n", withheld.findings.into())])?;
            let mut row: Vec<Cell> = proposal(one).into_iter().collect();
            row.extend([Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty]);
            row.push(Cell::text(Some(&withheld.title)));
            row.push(Cell::text(Some(&text)));
            rows.push(row);
        }
    }
    Ok(Sheet {
        name: view.word("sheet-findings")?,
        columns,
        rows,
    })
}

#[expect(
    clippy::indexing_slicing,
    reason = "the number is that of a finding of this very report"
)]
fn finding(view: &View<'_>, one: &Proposed<'_>, at: usize) -> Result<Vec<Cell>, WordsError> {
    let finding = &one.proposal.report.findings[at];
    let text = |text: &str| Cell::text(Some(text));
    let certainty = match finding.certainty {
        rokade_core::quantity::Certainty::Certain => "certain",
        rokade_core::quantity::Certainty::Possible => "possible",
    };
    let units = one.units_of(at).iter();
    let units: Vec<&str> = units
        .filter_map(|&unit| Some(one.proposal.units.get(unit)?.name.as_str()))
        .collect();
    let members = view.names(finding);
    let (reasons, _) = view.reasons(one, finding)?;
    let places = view.places(one, &finding.labels)?;
    let reasons: Vec<&str> = reasons.iter().map(|reason| reason.text).collect();
    let allowed = match &finding.allowed {
        Some(allowed) => Some(view.allowed(allowed)?),
        None => None,
    };
    let mut row: Vec<Cell> = proposal(one).into_iter().collect();
    row.extend([
        Cell::number(at + 1),
        text(&view.word(finding.severity.name())?),
        text(&view.word(certainty)?),
        text(&view.topic(finding.topic)?),
        text(&finding.title),
        text(&finding.message),
        Cell::text(finding.help.as_deref()),
        text(&units.join(", ")),
        text(&members.join(", ")),
    ]);
    row.extend(ends_of(finding.posts.as_ref()));
    row.extend(ends_of(finding.citizens.as_ref()));
    row.extend([
        text(&reasons.join(" · ")),
        text(&places.join("; ")),
        Cell::text(allowed.as_deref()),
    ]);
    Ok(row)
}

fn changes(view: &View<'_>) -> Result<Sheet, WordsError> {
    let columns = columns(
        view,
        &[
            "sheet-topic",
            "sheet-what",
            "sheet-kind",
            "sheet-from",
            "sheet-to",
            "sheet-posts-min",
            "sheet-posts-max",
        ],
    )?;
    let mut rows = Vec::new();
    for one in &view.proposals {
        for change in &one.proposal.changes {
            let mut row: Vec<Cell> = proposal(one).into_iter().collect();
            row.extend([
                Cell::text(Some(&change.topic_name)),
                Cell::text(Some(&change.what)),
                Cell::text(Some(&change.kind)),
                Cell::text(change.from.as_deref()),
                Cell::text(change.to.as_deref()),
            ]);
            row.extend(ends(change.posts.as_ref()));
            rows.push(row);
        }
    }
    Ok(Sheet {
        name: view.word("sheet-changes")?,
        columns,
        rows,
    })
}

fn staff(view: &View<'_>) -> Result<Sheet, WordsError> {
    let columns = columns(
        view,
        &[
            "sheet-post-title",
            "sheet-new-title",
            "sheet-posts-min",
            "sheet-posts-max",
            "sheet-fate",
            "sheet-from-unit",
            "sheet-to-unit",
            "sheet-from-site",
            "sheet-to-site",
            "sheet-from-head",
            "sheet-to-head",
        ],
    )?;
    let mut rows = Vec::new();
    for one in &view.proposals {
        rows.extend(one.proposal.moves.iter().map(|group| moved(one, group)));
    }
    Ok(Sheet {
        name: view.word("sheet-staff")?,
        columns,
        rows,
    })
}

fn moved(one: &Proposed<'_>, group: &StaffMove) -> Vec<Cell> {
    let mut row: Vec<Cell> = proposal(one).into_iter().collect();
    row.push(Cell::text(Some(&group.title)));
    row.push(Cell::text(group.new_title.as_deref()));
    row.extend(ends(Some(&group.posts)));
    row.push(Cell::text(Some(&group.fate)));
    row.extend(
        [
            &group.from_unit,
            &group.to_unit,
            &group.from_site,
            &group.to_site,
            &group.from_head,
            &group.to_head,
        ]
        .map(|text| Cell::text(text.as_deref())),
    );
    row
}

/// Every unit to which something happens.
fn units(view: &View<'_>) -> Result<Sheet, WordsError> {
    let columns = columns(
        view,
        &[
            "column-unit",
            "column-parent",
            "column-what",
            "sheet-sentences",
            "sheet-numbers",
        ],
    )?;
    let mut rows = Vec::new();
    for one in &view.proposals {
        for unit in &one.proposal.units {
            let mut row: Vec<Cell> = proposal(one).into_iter().collect();
            let numbers = unit.findings.iter().map(|&at| one.number(at));
            row.extend([
                Cell::text(Some(&unit.name)),
                Cell::text(parent(one, unit)),
                Cell::text(Some(&unit.word)),
                Cell::text(Some(&unit.sentences.join(" "))),
                Cell::text(Some(&numbers.collect::<Vec<String>>().join(", "))),
            ]);
            rows.push(row);
        }
    }
    Ok(Sheet {
        name: view.word("sheet-units-changed")?,
        columns,
        rows,
    })
}

/// What a unit stands under, or a new one will.
fn parent<'a>(one: &Proposed<'a>, unit: &UnitPage) -> Option<&'a str> {
    let (chart, place) = match (unit.before, unit.after) {
        (Some(before), _) => (&one.proposal.before, before),
        (None, after) => (&one.proposal.after, after?),
    };
    above(chart, chart.units.get(place)?)
}

fn above<'a>(chart: &'a OrgChart, unit: &DrawnUnit) -> Option<&'a str> {
    Some(&chart.units.get(unit.parent?)?.name)
}

/// Every unit, before and after.
fn charts(view: &View<'_>) -> Result<Sheet, WordsError> {
    let columns = columns(
        view,
        &[
            "sheet-when",
            "column-unit",
            "column-parent",
            "sheet-level",
            "column-head",
            "column-posts",
            "column-sites",
            "column-marks",
        ],
    )?;
    let mut rows = Vec::new();
    for one in &view.proposals {
        for (when, chart) in [
            (view.word("today")?, &one.proposal.before),
            (view.word("after")?, &one.proposal.after),
        ] {
            let all = chart.units.iter();
            rows.extend(all.map(|unit| charted(one, &when, chart, unit)));
        }
    }
    Ok(Sheet {
        name: view.word("sheet-charts")?,
        columns,
        rows,
    })
}

fn charted(one: &Proposed<'_>, when: &str, chart: &OrgChart, unit: &DrawnUnit) -> Vec<Cell> {
    let marks = unit.marks.iter().map(|mark| match &mark.text {
        Some(text) => format!("{}: {text}", mark.word),
        None => mark.word.clone(),
    });
    let mut row: Vec<Cell> = proposal(one).into_iter().collect();
    row.extend([
        Cell::text(Some(when)),
        Cell::text(Some(&unit.name)),
        Cell::text(above(chart, unit)),
        Cell::text(unit.level.as_deref()),
        Cell::text(unit.head.as_deref()),
        Cell::text(unit.posts.as_deref()),
        Cell::text(sites(&unit.sites, &chart.sites).as_deref()),
        Cell::text(Some(&marks.collect::<Vec<String>>().join("; "))),
    ]);
    row
}

/// Every member of every co-location; none where no chart states any.
fn together(view: &View<'_>) -> Result<Option<Sheet>, WordsError> {
    let columns = columns(
        view,
        &[
            "column-together",
            "column-what",
            "sheet-because",
            "sheet-member",
            "today",
            "after",
        ],
    )?;
    let mut rows = Vec::new();
    for one in &view.proposals {
        let maps = one.proposal.co_locations.iter();
        for (map, drawn) in maps.flat_map(|map| map.co_locations.iter().map(move |one| (map, one)))
        {
            for member in &drawn.members {
                let mut row: Vec<Cell> = proposal(one).into_iter().collect();
                row.extend([
                    Cell::text(Some(&drawn.name)),
                    Cell::text(Some(&drawn.word)),
                    Cell::text(drawn.because.as_deref()),
                    Cell::text(Some(&member.name)),
                    Cell::text(sites(&member.before, &map.sites).as_deref()),
                    Cell::text(sites(&member.after, &map.sites).as_deref()),
                ]);
                rows.push(row);
            }
        }
    }
    if rows.is_empty() {
        return Ok(None);
    }
    Ok(Some(Sheet {
        name: view.word("sheet-together")?,
        columns,
        rows,
    }))
}

/// What it is, what it comes to, and what is not in it, line by line.
fn about(
    view: &View<'_>,
    title: &str,
    sheets: &[&str],
    cut: Cut,
) -> Result<Vec<Vec<String>>, WordsError> {
    let assessment = view.assessment;
    let sentence = |text: &str| vec![String::new(), text.to_owned()];
    let mut lines = vec![vec![title.to_owned()]];
    lines.extend(assessment.organization.iter().map(|name| sentence(name)));
    lines.extend([Vec::new(), vec![view.word("conclusion")?]]);
    if view.has_several() {
        lines.extend(
            assessment
                .comparison
                .summary
                .iter()
                .map(|text| sentence(text)),
        );
    }
    for one in &view.proposals {
        if view.has_several() {
            let values = [
                ("mark", one.mark.into()),
                ("title", one.proposal.title.as_str().into()),
            ];
            lines.push(sentence(&view.say("proposal", &values)?));
        }
        let summary = one.proposal.report.summary.iter();
        lines.extend(summary.map(|text| sentence(text)));
        lines.push(sentence(file_name(&one.proposal.source)));
    }
    let mut remarks = Vec::new();
    if !assessment.complete {
        remarks.push(view.framed("incomplete", &[])?);
        for one in view.proposals.iter().filter(|one| one.proposal.faults > 0) {
            let values = [
                ("n", one.proposal.faults.into()),
                ("title", one.proposal.title.as_str().into()),
            ];
            remarks.push(view.say("incomplete-faults", &values)?);
        }
        remarks.push(view.word("incomplete-do")?);
    }
    let sheets = [("sheets", sheets.join(", ").into())];
    remarks.push(view.say("about-sheets", &sheets)?);
    remarks.push(view.word("limits")?);
    if assessment.hides_small_groups {
        remarks.push(view.word("small-groups")?);
    }
    for (key, n) in [("cut-rows", cut.rows), ("cut-cells", cut.cells)] {
        if n > 0 {
            remarks.push(view.say(key, &[("n", n.into())])?);
        }
    }
    let version = [("version", env!("CARGO_PKG_VERSION").into())];
    remarks.push(view.say("made-by", &version)?);
    lines.push(Vec::new());
    lines.extend(remarks.iter().map(|text| sentence(text)));
    Ok(lines)
}
