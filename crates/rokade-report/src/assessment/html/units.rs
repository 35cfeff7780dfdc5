//! What happens to each unit: a section for those who work there, and a page when it is printed.

use std::borrow::Cow;

use maud::{Markup, html};
use rokade_core::assessment::{StaffMove, UnitFact, UnitPage};
use rokade_core::finding::Value;
use rokade_core::personal::mask;
use rokade_core::words::WordsError;

use super::Section;
use super::diagrams::{cell, in_sheet};
use super::findings::severity;
use crate::assessment::view::{Proposed, View, point_id};
use crate::html::{Text, heading};

/// How many units have a section of their own.
const PAGES: usize = 60;
/// How many of the others are told in short.
const OTHERS: usize = 400;
/// How many groups of posts, and functions, are told of a unit.
const ROWS: usize = 40;
/// How many findings are told of a unit.
const FINDINGS: usize = 12;
/// How many characters of a finding are told of a unit: the finding itself has all of them.
const MESSAGE: usize = 1000;
/// How many points of hearings are told of a unit.
const POINTS: usize = 8;

#[expect(
    clippy::indexing_slicing,
    reason = "the places are those of the list of units itself"
)]
pub(super) fn section(
    view: &View<'_>,
    one: &Proposed<'_>,
    level: u8,
) -> Result<Section, WordsError> {
    let units = &one.proposal.units;
    let mut has_page = vec![false; units.len()];
    let mut pages = Vec::new();
    for at in one.most_changed(PAGES) {
        has_page[at] = true;
        pages.push(page(view, one, (at, &units[at]), level)?);
    }
    let rest: Vec<usize> = (0..units.len()).filter(|&at| !has_page[at]).collect();
    let lead = match (units.is_empty(), rest.is_empty()) {
        (true, _) => view.word("units-none")?,
        (_, true) => view.word("units-lead")?,
        _ => view.say("units-lead-some", &[("n", pages.len().into())])?,
    };
    let body = html! {
        p { (Text(&lead)) }
        @for page in &pages { (page) }
        @if !rest.is_empty() { (others(view, one, &rest, level)?) }
    };
    Ok(Section::new(one.id("enheder"), view.word("units")?, body))
}

fn page(
    view: &View<'_>,
    one: &Proposed<'_>,
    (at, unit): (usize, &UnitPage),
    level: u8,
) -> Result<Markup, WordsError> {
    let id = one.id_of("enhed", at);
    let title = html! {
        (Text(&unit.name)) " "
        span class={ "badge mark-" (unit.mark.name()) } { (Text(&unit.word)) }
    };
    Ok(html! {
        section.unit {
            (heading(level, Some(&id), &title))
            @if !unit.sentences.is_empty() {
                ul.sentences { @for sentence in &unit.sentences { li { (Text(sentence)) } } }
            }
            @if !unit.facts.is_empty() { (facts(view, unit)?) }
            @if !unit.staff.is_empty() { (staff(view, unit, level + 1)?) }
            @if !unit.functions.is_empty() { (functions(view, unit, level + 1)?) }
            @if !unit.findings.is_empty() { (findings(view, one, unit, level + 1)?) }
            @if !unit.heard.is_empty() {
                (head(view, level + 1, "unit-heard")?)
                ul { @for sentence in &unit.heard { li { (Text(sentence)) } } }
            }
            @if !unit.points.is_empty() { (points(view, unit, level + 1)?) }
        }
    })
}

fn head(view: &View<'_>, level: u8, key: &str) -> Result<Markup, WordsError> {
    let text = view.word(key)?;
    Ok(heading(level, None, &html! { (Text(&text)) }))
}

fn facts(view: &View<'_>, unit: &UnitPage) -> Result<Markup, WordsError> {
    let name = [("unit", unit.name.as_str().into())];
    let (today, after) = (view.word("today")?, view.word("after")?);
    let (not_before, not_after) = (view.word("not-before")?, view.word("not-after")?);
    let changes = view.word("changes")?;
    let row = |fact: &UnitFact| {
        html! {
            tr {
                th scope="row" {
                    (Text(&fact.label))
                    @if fact.changes { " " span.badge { (Text(&changes)) } }
                }
                (cell(&today, Some(fact.before.as_deref().unwrap_or(&not_before))))
                (cell(&after, Some(fact.after.as_deref().unwrap_or(&not_after))))
            }
        }
    };
    Ok(html! {
        table.facts.stacked {
            caption.unseen { (Text(&view.say("facts-of", &name)?)) }
            thead { tr {
                th scope="col" { (Text(&view.word("column-fact")?)) }
                th scope="col" { (Text(&today)) }
                th scope="col" { (Text(&after)) }
            } }
            tbody { @for fact in &unit.facts { (row(fact)) } }
        }
    })
}

/// What becomes of the unit's posts, and which come to it.
fn staff(view: &View<'_>, unit: &UnitPage, level: u8) -> Result<Markup, WordsError> {
    let [count, what, ways] =
        ["column-count", "column-what", "column-ways"].map(|key| view.word(key));
    let heads = [count?, what?, ways?];
    let mut rows = Vec::new();
    for group in unit.staff.iter().take(ROWS) {
        rows.push(staff_row(view, group, &heads)?);
    }
    let name = [("unit", unit.name.as_str().into())];
    Ok(html! {
        (head(view, level, "unit-staff")?)
        table.stacked.staff {
            caption.unseen { (Text(&view.say("staff-of", &name)?)) }
            thead { tr {
                th scope="col" { (Text(&view.word("column-title")?)) }
                @for head in &heads { th scope="col" { (Text(head)) } }
            } }
            tbody { @for row in &rows { (row) } }
        }
        (rest(view, "more-in-sheet", unit.staff.len(), ROWS)?)
    })
}

fn staff_row(
    view: &View<'_>,
    group: &StaffMove,
    heads: &[String; 3],
) -> Result<Markup, WordsError> {
    let new_title = match &group.new_title {
        Some(title) => Some(view.say("new-title", &[("title", title.as_str().into())])?),
        None => None,
    };
    let mut ways = Vec::new();
    for (key, from, to) in [
        ("way-unit", &group.from_unit, &group.to_unit),
        ("way-site", &group.from_site, &group.to_site),
        ("way-head", &group.from_head, &group.to_head),
    ] {
        if let Some(way) = way(view, from.as_deref(), to.as_deref())? {
            ways.push((view.word(key)?, way));
        }
    }
    Ok(html! {
        tr {
            th scope="row" {
                (Text(&group.title))
                @if let Some(title) = &new_title { ", " (Text(title)) }
            }
            (cell(&heads[0], Some(&group.posts.text)))
            (cell(&heads[1], Some(&group.fate)))
            td data-label=(Text(&heads[2])) {
                ul.short[!group.changes] { @for (word, way) in &ways {
                    li { span.note { (Text(word)) } " " (Text(way)) }
                    " "
                } }
            }
        }
    })
}

/// From one thing to another, or the one where it stays the same.
fn way(
    view: &View<'_>,
    from: Option<&str>,
    to: Option<&str>,
) -> Result<Option<String>, WordsError> {
    let text = match (from, to) {
        (None, None) => return Ok(None),
        (Some(from), Some(to)) if from == to => from.to_owned(),
        (Some(from), Some(to)) => {
            view.say("from-to", &[("from", from.into()), ("to", to.into())])?
        }
        (Some(from), None) => view.say("from-only", &[("from", from.into())])?,
        (None, Some(to)) => view.say("to-only", &[("to", to.into())])?,
    };
    Ok(Some(text))
}

fn functions(view: &View<'_>, unit: &UnitPage, level: u8) -> Result<Markup, WordsError> {
    Ok(html! {
        (head(view, level, "unit-functions")?)
        ul {
            @for function in unit.functions.iter().take(ROWS) {
                @if function.changes {
                    li { strong { (Text(&function.name)) ": " (Text(&function.text)) } }
                } @else {
                    li { (Text(&function.name)) ": " (Text(&function.text)) }
                }
            }
        }
        (rest(view, "more-here", unit.functions.len(), ROWS)?)
    })
}

fn findings(
    view: &View<'_>,
    one: &Proposed<'_>,
    unit: &UnitPage,
    level: u8,
) -> Result<Markup, WordsError> {
    let mut items = Vec::new();
    for &at in unit.findings.iter().take(FINDINGS) {
        let Some(finding) = one.proposal.report.findings.get(at) else {
            continue;
        };
        let badge = severity(view, finding.severity, finding.certainty)?;
        let number = view.say("finding-number", &[("number", one.number(at).into())])?;
        items.push(html! {
            li {
                (badge) " " (Text(&shortened(&finding.message))) " "
                @if one.tells(at) {
                    a.to href={ "#" (one.id_of("fund", at)) } { (Text(&number)) }
                }
            }
        });
    }
    let more = unit.findings.len().saturating_sub(FINDINGS);
    let section = view.of(one, "findings")?;
    let values = [("n", more.into()), ("section", section.into())];
    Ok(html! {
        (head(view, level, "unit-findings")?)
        ul.plain { @for item in &items { (item) } }
        @if more > 0 { p.note { (Text(&view.say("more-findings", &values)?)) } }
    })
}

/// The beginning of a message that is too long to be told of every unit that it is about.
fn shortened(message: &str) -> Cow<'_, str> {
    // Half a number would be known for one no more.
    let message = mask(message);
    let Some((end, _)) = message.char_indices().nth(MESSAGE) else {
        return message;
    };
    let (told, _) = message.split_at(end);
    let words = told.rsplit_once(' ').map_or(told, |two| two.0);
    Cow::Owned(format!("{words} …"))
}

/// What was said of the unit, each with the way to all that was said and answered.
fn points(view: &View<'_>, unit: &UnitPage, level: u8) -> Result<Markup, WordsError> {
    let mut items = Vec::new();
    for &(hearing, at) in unit.points.iter().take(POINTS) {
        let note = view.assessment.hearings.get(hearing);
        let Some((response, point)) = note.and_then(|note| note.point(at)) else {
            continue;
        };
        let who = point.asked_by.as_ref().unwrap_or(&response.from);
        let number = Value::Text((at.1 + 1).to_string());
        let who = view.say("point", &[("who", who.as_str().into()), ("number", number)])?;
        let answer = match &point.answer {
            Some(answer) => Some(view.say("point-answer", &[("answer", answer.as_str().into())])?),
            None if point.is_unanswered => Some(view.word("point-open")?),
            None => None,
        };
        items.push(html! {
            li {
                (Text(&point.text)) " ("
                a href={ "#" (point_id(hearing, at)) } { (Text(&who)) } "). "
                @if let Some(answer) = &answer { strong { (Text(answer)) } }
            }
        });
    }
    Ok(html! {
        (head(view, level, "unit-points")?)
        ul { @for item in &items { (item) } }
        (rest(view, "more-here", unit.points.len(), POINTS)?)
    })
}

/// How many more there are than are told.
fn rest(view: &View<'_>, key: &str, all: usize, told: usize) -> Result<Markup, WordsError> {
    Ok(match all.saturating_sub(told) {
        0 => html! {},
        n => html! { p.note { (Text(&view.say(key, &[("n", n.into())])?)) } },
    })
}

/// The units that have no section of their own.
#[expect(
    clippy::indexing_slicing,
    reason = "the places are those of the list of units itself"
)]
fn others(
    view: &View<'_>,
    one: &Proposed<'_>,
    rest: &[usize],
    level: u8,
) -> Result<Markup, WordsError> {
    let told = rest.get(..OTHERS).unwrap_or(rest);
    let more = in_sheet(
        view,
        "units-in-sheet",
        rest.len() - told.len(),
        "sheet-units-changed",
    )?;
    let (what, short) = (view.word("column-what")?, view.word("column-short")?);
    Ok(html! {
        (head(view, level, "units-rest")?)
        p { (Text(&view.word("units-rest-note")?)) }
        table.stacked {
            caption.unseen { (Text(&view.of(one, "units-rest")?)) }
            thead { tr {
                th scope="col" { (Text(&view.word("column-unit")?)) }
                th scope="col" { (Text(&what)) }
                th scope="col" { (Text(&short)) }
            } }
            tbody {
                @for &at in told {
                    @let unit = &one.proposal.units[at];
                    tr id=(one.id_of("enhed", at)) {
                        th scope="row" { (Text(&unit.name)) }
                        (cell(&what, Some(&unit.word)))
                        (cell(&short, unit.sentences.first().map(String::as_str)))
                    }
                }
            }
        }
        (more)
    })
}
