//! Org charts as pictures.

use std::collections::BTreeSet;

use maud::html;
use rokade_core::drawing::{Mark, OrgChart};

use super::fixture;
use super::svg::{Element, assert_harmless, elements, letters, seen};
use crate::drawing::card::Type;
use crate::drawing::org_svg::Drawn;
use crate::drawing::{ChartFormat, Room, org_chart_figure, parts, render_chart, text, words};

const ROOMS: [Room; 2] = [Room::Wide, Room::Narrow];

fn figure(chart: &OrgChart, room: Room) -> Vec<Element> {
    elements(&org_chart_figure(chart, room, "f").unwrap().into_string())
}

fn file(chart: &OrgChart) -> Vec<Element> {
    let mut out = Vec::new();
    render_chart(ChartFormat::Svg, chart, &mut out).unwrap();
    elements(&String::from_utf8(out).unwrap())
}

fn all_seen(elements: &[Element]) -> String {
    letters(&seen(elements).concat())
}

#[test]
fn nothing_that_is_said_of_a_unit_is_cut() {
    let chart = fixture::aalborg();
    let pictures = ROOMS.map(|room| figure(&chart, room));
    for picture in pictures.iter().chain([&file(&chart)]) {
        let all = all_seen(picture);
        for unit in &chart.units {
            let mut said = vec![&unit.name];
            said.extend([&unit.level, &unit.head, &unit.posts].into_iter().flatten());
            said.extend(unit.sites.iter().map(|site| &chart.sites[site.site]));
            said.extend(unit.sites.iter().filter_map(|site| site.posts.as_ref()));
            for marked in &unit.marks {
                said.push(&marked.word);
                said.extend(&marked.text);
            }
            for text in said {
                assert!(all.contains(&letters(text)), "{text}");
            }
        }
        assert!(!seen(picture).concat().contains('…'));
    }
}

#[test]
fn every_line_fits_in_its_box() {
    for chart in [fixture::aalborg(), fixture::large(), fixture::hostile()] {
        for room in ROOMS {
            let words = words(chart.language).unwrap();
            let drawn = Drawn::new(&chart, &parts::whole(&chart), room, &words).unwrap();
            for (spot, card) in drawn.layout.boxes.iter().zip(&drawn.cards) {
                assert_eq!(spot.height, card.height);
                for line in &card.lines {
                    let mut wide = text::width(&line.text, line.set_in.font());
                    if let Some(said) = &line.said {
                        wide += text::width(&format!(" {said}"), Type::Line.font());
                    }
                    assert!(line.x + wide <= spot.width - 8, "{line:?}");
                    assert!(line.y <= card.height - 8, "{line:?}");
                }
            }
        }
    }
}

#[test]
fn changes_are_told_by_outline_and_shape_and_word() {
    let one = |mark: Option<Mark>| {
        let mut unit = fixture::unit("Enhed", None);
        unit.marks = mark
            .map(|mark| fixture::marked(mark, "ordet", ""))
            .into_iter()
            .collect();
        figure(&fixture::chart(vec![unit]), Room::Wide)
    };
    let has = |picture: &[Element], name: &str, value: &str| {
        picture
            .iter()
            .any(|element| element.get(name) == Some(value))
    };
    let unchanged = one(None);
    assert!(
        !unchanged
            .iter()
            .any(|element| element.get("stroke-dasharray").is_some())
    );
    let mut shapes = BTreeSet::new();
    for mark in Mark::ALL {
        let picture = one(Some(mark));
        assert!(seen(&picture).contains(&"ordet"));
        let class = format!("d-{}", mark.name());
        assert!(
            picture.iter().any(|element| element.has_class(&class)),
            "{mark:?}"
        );
        assert!(has(&picture, "stroke-width", "2"), "{mark:?}");
        assert_eq!(
            has(&picture, "stroke-dasharray", "7 4"),
            mark == Mark::Closed,
            "{mark:?}"
        );
        let frames = picture
            .iter()
            .filter(|element| element.name == "rect")
            .count();
        // The paper, the box, and a second line around what is new; what is closed has cut corners.
        let expected = match mark {
            Mark::New => 3,
            Mark::Closed => 1,
            _ => 2,
        };
        assert_eq!(frames, expected, "{mark:?}");
        let paths = picture.iter().filter(|element| element.name == "path");
        shapes.insert(paths.filter_map(|path| path.get("d")).collect::<String>());
    }
    assert_eq!(shapes.len(), Mark::ALL.len());
}

#[test]
fn another_organisation_is_dotted_and_says_so() {
    let chart = fixture::aalborg();
    for room in ROOMS {
        let picture = figure(&chart, room);
        let dotted = |element: &&Element| element.get("stroke-dasharray") == Some("0.1 4.5");
        assert_eq!(picture.iter().filter(dotted).count(), 1);
        assert!(seen(&picture).contains(&"Anden organisation"));
    }
}

#[test]
fn a_figure_has_a_title_and_a_description_by_ids_of_its_own() {
    let chart = fixture::aalborg();
    let page = html! {
        div {
            (org_chart_figure(&chart, Room::Wide, "før").unwrap())
            (org_chart_figure(&chart, Room::Narrow, "før-smal").unwrap())
            (org_chart_figure(&fixture::large(), Room::Wide, "stor").unwrap())
        }
    };
    let elements = elements(&page.into_string());
    assert_harmless(&elements);
    let ids: Vec<&str> = elements
        .iter()
        .filter_map(|element| element.get("id"))
        .collect();
    assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len());
    for svg in elements.iter().filter(|element| element.name == "svg") {
        assert_eq!(svg.get("role"), Some("img"));
        for id in svg.get("aria-labelledby").unwrap().split(' ') {
            assert!(ids.contains(&id), "{id}");
        }
    }
    let title = elements
        .iter()
        .find(|element| element.get("id") == Some("før-title"));
    assert_eq!(title.unwrap().text, chart.title);
    let description = elements
        .iter()
        .find(|element| element.get("id") == Some("før-desc"));
    assert_eq!(description.unwrap().text, chart.description);
}

#[test]
fn a_file_has_its_title_its_style_and_a_legend() {
    let chart = fixture::aalborg();
    let file = file(&chart);
    assert_eq!(file[0].get("xmlns"), Some("http://www.w3.org/2000/svg"));
    assert_eq!(
        file.iter()
            .filter(|element| element.name == "style")
            .count(),
        1
    );
    let without_style: Vec<Element> = file
        .iter()
        .filter(|element| element.name != "style")
        .cloned()
        .collect();
    assert_harmless(&without_style);
    let seen = seen(&file);
    assert_eq!(seen[0], chart.title);
    assert_eq!(seen[1], chart.description);
    let legend = seen.iter().position(|&text| text == "Forklaring").unwrap();
    // The marks and the sites that are used, and no others.
    assert_eq!(
        seen[legend + 1..],
        [
            "lukkes",
            "ny",
            "sammenlagt",
            "delt",
            "flyttes",
            "flytter adresse",
            "skifter navn",
            "ny leder",
            "ændres",
            "uændret",
            "Anden organisation",
            "Kastetvej",
            "Ydelsescentret",
            "Forvaltningens hus",
            "Jobhuset",
            "Uddannelseshuset i Østre Havnegade",
            "Rådhuset",
        ]
    );
}

#[test]
fn a_chart_without_changes_needs_no_legend() {
    let file = file(&fixture::chart(vec![fixture::unit("Skolen", None)]));
    assert!(!seen(&file).contains(&"Forklaring"));
}

#[test]
fn a_chart_of_nothing_is_a_picture() {
    let empty = fixture::chart(Vec::new());
    assert!(seen(&figure(&empty, Room::Wide)).is_empty());
    assert!(seen(&file(&empty)).contains(&"Organisationen"));
}

#[test]
fn hostile_texts_are_text() {
    let chart = fixture::hostile();
    for room in ROOMS {
        assert_harmless(&figure(&chart, room));
    }
    let mut file = file(&chart);
    file.retain(|element| element.name != "style");
    assert_harmless(&file);
    let seen = seen(&file).concat();
    assert!(!seen.contains(['\u{202e}', '\u{1b}', '\u{200b}', '\u{ffff}']));
    assert!(letters(&seen).contains(&letters("</td></tr></table><script>alert(1)</script>")));
}

#[test]
fn a_chart_too_large_for_a_sheet_is_divided() {
    let chart = fixture::large();
    let picture = figure(&chart, Room::Wide);
    let sheets: Vec<&Element> = picture
        .iter()
        .filter(|element| element.name == "svg")
        .collect();
    assert_eq!(sheets.len(), 7, "the whole, and each of six areas");
    for sheet in &sheets {
        let height: i32 = sheet.get("height").unwrap().parse().unwrap();
        assert!(height < 950, "{height}");
        assert_eq!(sheet.get("width"), Some("1040"));
    }
    let titles: Vec<&str> = picture
        .iter()
        .filter(|element| element.name == "title")
        .map(|title| &*title.text)
        .collect();
    assert_eq!(
        titles[..3],
        [
            "Organisationen",
            "Organisationen: Børn og Unge",
            "Organisationen: Sundhed og Omsorg"
        ]
    );
    // The first is a survey: what is below is counted, and drawn where it says what it belongs to.
    let told = seen(&picture).concat();
    assert!(letters(&told).contains(&letters("27 enheder under den er tegnet for sig")));
    assert_eq!(told.matches("Hører under Direktionen").count(), 6);
    // Every unit is there; those that begin a branch of its own twice.
    let boxes = picture
        .iter()
        .filter(|element| element.has_class("d-unit"))
        .count();
    let branches = told.matches("Hører under").count();
    assert_eq!(boxes, chart.units.len() + branches);
    // A telephone has one long picture.
    let narrow = figure(&chart, Room::Narrow);
    assert_eq!(
        narrow
            .iter()
            .filter(|element| element.name == "svg")
            .count(),
        1
    );
}

#[test]
fn small_parts_share_a_sheet() {
    // Five areas of five teams, whose boxes are large.
    let mut units = vec![fixture::unit("Kommunen", None)];
    for area in 1..=5 {
        let at = units.len();
        units.push(fixture::unit(&format!("Forvaltning {area}"), Some(0)));
        for team in 1..=5 {
            let mut unit = fixture::unit(&format!("Team {area}.{team}"), Some(at));
            unit.head = Some("Leder: ".to_owned() + &"Koordinator, ".repeat(6));
            units.push(unit);
        }
    }
    let picture = figure(&fixture::chart(units), Room::Wide);
    let titles: Vec<&str> = picture
        .iter()
        .filter(|element| element.name == "title")
        .map(|title| &*title.text)
        .collect();
    assert_eq!(
        titles,
        [
            "Organisationen",
            "Organisationen: Forvaltning 1, Forvaltning 2 og Forvaltning 3",
            "Organisationen: Forvaltning 4 og Forvaltning 5",
        ]
    );
}

#[test]
fn every_part_hangs_together() {
    let mut chart = fixture::large();
    // A chain below the last unit, deeper than a sheet.
    for _ in 0..40 {
        let last = chart.units.len() - 1;
        chart.units.push(fixture::unit("Led", Some(last)));
    }
    let heights = vec![120; chart.units.len()];
    let parts = parts::divided(&chart, &heights, 2300);
    let mut shown = vec![0; chart.units.len()];
    for part in &parts {
        for (at, one) in part.iter().enumerate() {
            shown[one.unit] += 1;
            match one.parent {
                None => assert!(at == 0 || chart.units[one.unit].parent.is_none()),
                Some(parent) => {
                    assert!(parent < at);
                    assert_eq!(chart.units[one.unit].parent, Some(part[parent].unit));
                }
            }
        }
        assert!(part.len() <= 20, "{}", part.len());
    }
    assert!(shown.iter().all(|&times| times == 1 || times == 2));
    // A unit is shown twice where it begins a part.
    let cut = parts.iter().flatten().filter(|one| one.below > 0).count();
    assert_eq!(cut + 1, parts.len(), "and the whole is one");
}

#[test]
fn ten_thousand_units_below_each_other_are_drawn() {
    let units = (0..10_000_usize).map(|at| fixture::unit("Enhed", at.checked_sub(1)));
    let chart = fixture::chart(units.collect());
    let narrow = figure(&chart, Room::Narrow);
    assert_eq!(
        narrow
            .iter()
            .filter(|element| element.has_class("d-unit"))
            .count(),
        10_000
    );
    // Where nothing can be indented any more, each says what it stands under.
    let told = seen(&narrow)
        .iter()
        .filter(|&&text| text == "Hører under Enhed")
        .count();
    assert!(told > 9_900, "{told}");
    let wide = figure(&chart, Room::Wide);
    assert!(
        wide.iter()
            .filter(|element| element.has_class("d-unit"))
            .count()
            > 10_000
    );
}
