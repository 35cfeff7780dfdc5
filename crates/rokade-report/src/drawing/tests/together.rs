//! Who sits with whom, as pictures.

use rokade_core::drawing::{CoLocationMap, CoLocationStanding};

use super::fixture::{self, at, member, together};
use super::svg::{Element, assert_harmless, elements, letters, seen};
use crate::drawing::{Room, co_location_figure};

const ROOMS: [Room; 2] = [Room::Wide, Room::Narrow];

fn figure(map: &CoLocationMap, room: Room) -> Vec<Element> {
    elements(&co_location_figure(map, room, "f").unwrap().into_string())
}

fn solid(picture: &[Element]) -> usize {
    picture
        .iter()
        .filter(|element| element.get("stroke-width") == Some("4"))
        .count()
}

fn dashed(picture: &[Element]) -> usize {
    picture
        .iter()
        .filter(|element| element.get("stroke-dasharray") == Some("6 4"))
        .count()
}

/// Two at one site before, and elsewhere after.
fn pair(standing: CoLocationStanding, word: &str, after: [Option<usize>; 2]) -> CoLocationMap {
    let [first, second] =
        after.map(|site| site.map(|site| at(site, "ca. 5")).into_iter().collect());
    fixture::map(
        &["Rådhuset", "Jobhuset", "Skolen"],
        vec![together(
            "Job og ydelse",
            standing,
            word,
            vec![
                member("Job", vec![at(0, "ca. 5")], first),
                member("Ydelse", vec![at(0, "ca. 5")], second),
            ],
        )],
    )
}

#[test]
fn those_together_are_joined_and_those_parted_are_parted_in_a_word() {
    for room in ROOMS {
        let kept = figure(
            &pair(CoLocationStanding::Kept, "bevares", [Some(0), Some(0)]),
            room,
        );
        assert_eq!((solid(&kept), dashed(&kept)), (2, 0), "before and after");
        let words = |picture: &[Element], word: &str| {
            seen(picture).iter().filter(|&&text| text == word).count()
        };
        assert_eq!(words(&kept, "bevares"), 1);

        let broken = figure(
            &pair(CoLocationStanding::Broken, "brydes", [Some(0), Some(1)]),
            room,
        );
        assert_eq!((solid(&broken), dashed(&broken)), (1, 1));
        // With the name, and at the line.
        assert_eq!(words(&broken, "brydes"), 2);
    }
}

#[test]
fn only_sites_that_are_used_are_shown() {
    for room in ROOMS {
        let picture = figure(
            &pair(CoLocationStanding::Broken, "brydes", [Some(0), Some(2)]),
            room,
        );
        let seen = seen(&picture);
        assert!(seen.contains(&"Rådhuset") && seen.contains(&"Skolen"));
        assert!(!seen.contains(&"Jobhuset"));
        assert!(!seen.contains(&"Ingen adresse oplyst"));
    }
}

#[test]
fn what_is_nowhere_is_told() {
    for room in ROOMS {
        let apart = pair(CoLocationStanding::Broken, "brydes", [Some(0), None]);
        let picture = figure(&apart, room);
        assert_eq!(
            seen(&picture)
                .iter()
                .filter(|&&text| text == "Ingen adresse oplyst")
                .count(),
            1
        );
        assert_eq!(
            seen(&picture)
                .iter()
                .filter(|&&text| text == "Ydelse")
                .count(),
            2
        );
        // Where nobody is anywhere there is nothing to draw.
        let dropped = figure(
            &pair(CoLocationStanding::Dropped, "bortfalder", [None, None]),
            room,
        );
        assert_eq!(
            seen(&dropped)
                .iter()
                .filter(|&&text| text == "Ydelse")
                .count(),
            1
        );
        assert_eq!(dashed(&dropped), 0);
    }
}

#[test]
fn nothing_is_cut_whatever_the_number_of_sites() {
    for sites in [1, 2, 3, 4, 5, 6, 12, 30] {
        let map = fixture::many_sites(sites);
        for room in ROOMS {
            let picture = figure(&map, room);
            assert_harmless(&picture);
            let all = letters(&seen(&picture).concat());
            for site in &map.sites {
                assert!(all.contains(&letters(site)), "{site} of {sites}");
            }
            for one in &map.co_locations {
                assert!(all.contains(&letters(&one.name)));
                assert!(all.contains(&letters(one.because.as_deref().unwrap())));
            }
        }
    }
}

#[test]
fn a_sheet_holds_what_it_has_room_for() {
    let one = fixture::aalborg_together().co_locations[0].clone();
    for many in [0, 1, 10, 100] {
        let map = fixture::map(
            &["Kastetvej", "Ydelsescentret", "Huset"],
            vec![one.clone(); many],
        );
        let picture = figure(&map, Room::Wide);
        let sheets: Vec<&Element> = picture
            .iter()
            .filter(|element| element.name == "svg")
            .collect();
        assert_eq!(sheets.is_empty(), many == 0);
        for sheet in &sheets {
            let height: i32 = sheet.get("height").unwrap().parse().unwrap();
            assert!(height <= 660, "{height}");
        }
        // Each sheet has the heads of its columns.
        let heads = seen(&picture)
            .iter()
            .filter(|&&text| text == "Kastetvej")
            .count();
        assert_eq!(heads, sheets.len());
        let narrow = figure(&map, Room::Narrow);
        let pictures = narrow
            .iter()
            .filter(|element| element.name == "svg")
            .count();
        assert_eq!(pictures, usize::from(many > 0));
    }
}

#[test]
fn sheets_are_numbered_in_their_titles() {
    let picture = figure(&fixture::aalborg_together(), Room::Wide);
    let titles: Vec<&str> = picture
        .iter()
        .filter(|element| element.name == "title")
        .map(|title| &*title.text)
        .collect();
    assert!(titles.len() > 1);
    let last = titles.len();
    assert_eq!(
        titles[last - 1],
        format!("Hvem sidder sammen ({last} af {last})")
    );
    let narrow = figure(&fixture::aalborg_together(), Room::Narrow);
    let title = narrow
        .iter()
        .find(|element| element.name == "title")
        .unwrap();
    assert_eq!(title.text, "Hvem sidder sammen");
}

#[test]
fn hostile_texts_are_text() {
    for room in ROOMS {
        let picture = figure(&fixture::hostile_together(), room);
        assert_harmless(&picture);
        assert!(
            !seen(&picture)
                .concat()
                .contains(['\u{202e}', '\u{1b}', '\u{200b}'])
        );
    }
}
