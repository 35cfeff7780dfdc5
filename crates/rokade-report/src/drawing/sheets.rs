//! An org chart as pictures that a sheet of paper has room for, with letters of a fair size.

use rokade_core::drawing::OrgChart;
use rokade_core::words::{Words, WordsError};

use super::Room;
use super::card::Card;
use super::frame::Picture;
use super::org_svg::{Drawn, TRIED, USUAL};
use super::parts::{self, Part};

/// As high as a picture is while a sheet of A4 on its side shows it with letters of a fair size.
const SHEET: i32 = 820;
/// What it is worth that a sheet is not higher than that, in the height of more sheets.
const SMALLER: i32 = 5;
/// As high as one is rather than to be divided between those that belong together in nothing else.
const TALLEST: i32 = 1000;

/// The chart as pictures for a page: one, or where paper has no room for it, several.
#[expect(clippy::expect_used, reason = "there is a space to try")]
pub(super) fn pictures(
    chart: &OrgChart,
    room: Room,
    words: &Words,
) -> Result<Vec<Picture>, WordsError> {
    let whole = Drawn::new(chart, &parts::whole(chart), room, words)?;
    if room == Room::Narrow || whole.height() <= SHEET {
        return Ok(vec![whole.picture(chart, chart.title.clone())]);
    }
    let mut heights = Vec::with_capacity(chart.units.len());
    for unit in &chart.units {
        let size = (USUAL, None, 0);
        heights.push(Card::new(unit, &chart.sites, words, size)?.height);
    }
    let mut best: Option<(i32, Vec<Sheet>)> = None;
    for space in parts::ROOMS {
        let parts = parts::divided(chart, &heights, space);
        let is_cut = parts.iter().flatten().any(|shown| shown.below > 0);
        if !is_cut && whole.height() <= TALLEST {
            return Ok(vec![whole.picture(chart, chart.title.clone())]);
        }
        let sheets = on_sheets(chart, parts, (&heights, space), words)?;
        let too_high = sheets
            .iter()
            .map(|sheet| (sheet.drawn.height() - SHEET).max(0));
        let too_high = too_high.fold(0, i32::saturating_add);
        let many = i32::try_from(sheets.len()).unwrap_or(i32::MAX);
        let cost = too_high
            .saturating_mul(SMALLER)
            .saturating_add(many.saturating_mul(SHEET));
        if best.as_ref().is_none_or(|(least, _)| cost < *least) {
            best = Some((cost, sheets));
        }
        if too_high == 0 || chart.units.len() > TRIED {
            break;
        }
    }
    let (_, sheets) = best.expect("there is a space to try");
    let mut pictures = Vec::with_capacity(sheets.len());
    for (at, sheet) in sheets.iter().enumerate() {
        let mut title = chart.title.clone();
        if at > 0 {
            let first = sheet.part.iter().filter(|shown| shown.parent.is_none());
            let first = first.filter_map(|shown| Some(chart.units.get(shown.unit)?.name.clone()));
            let values = [
                ("title", title.into()),
                ("unit", first.collect::<Vec<String>>().into()),
            ];
            title = words.say("part", &values)?;
        }
        pictures.push(sheet.drawn.picture(chart, title));
    }
    Ok(pictures)
}

/// What is on one sheet.
struct Sheet {
    part: Part,
    drawn: Drawn,
}

/// Parts as they are drawn: small ones share a sheet. What stands under nothing is drawn with the
/// first of all, or else last.
fn on_sheets(
    chart: &OrgChart,
    parts: Vec<Part>,
    (heights, space): (&[i32], i32),
    words: &Words,
) -> Result<Vec<Sheet>, WordsError> {
    let drawn = |part: Part| -> Result<Sheet, WordsError> {
        let drawn = Drawn::new(chart, &part, Room::Wide, words)?;
        Ok(Sheet { part, drawn })
    };
    // The part itself where it does not fit.
    let added = |last: Option<&mut Sheet>, part: Part| -> Result<Option<Part>, WordsError> {
        let Some(last) = last else {
            return Ok(Some(part));
        };
        if !parts::go_together(chart, &last.part, &part, (heights, space)) {
            return Ok(Some(part));
        }
        let both = drawn(parts::joined(&last.part, &part))?;
        if both.drawn.height() > SHEET {
            return Ok(Some(part));
        }
        *last = both;
        Ok(None)
    };
    let mut sheets: Vec<Sheet> = Vec::new();
    let (branches, trees): (Vec<Part>, Vec<Part>) = parts
        .into_iter()
        .partition(|part| parts::is_branch(chart, part));
    let mut rest = Vec::new();
    for part in trees {
        match added(sheets.last_mut(), part)? {
            Some(part) if sheets.is_empty() => sheets.push(drawn(part)?),
            other => rest.extend(other),
        }
    }
    for part in branches.into_iter().chain(rest) {
        if let Some(part) = added(sheets.last_mut(), part)? {
            sheets.push(drawn(part)?);
        }
    }
    Ok(sheets)
}
