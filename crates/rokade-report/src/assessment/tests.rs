//! Assessments in both formats, read back by what reads them, with texts that would like to be
//! something else.

use std::collections::BTreeSet;

use rokade_core::assessment::UnitPage;
use rokade_core::drawing::DrawnUnit;
use rokade_core::finding::Severity;

use super::fixture::{assessment, chart, findings, staff, unit};
use super::*;
use crate::dom::{Element, elements};
use crate::fixture::{HOSTILE, finding, parts};
use crate::sheets::cells;

fn printed(format: AssessmentFormat, assessment: &Assessment) -> Vec<u8> {
    let mut out = Vec::new();
    render_assessment(format, assessment, &mut out).unwrap();
    out
}

fn page(assessment: &Assessment) -> String {
    String::from_utf8(printed(AssessmentFormat::Html, assessment)).unwrap()
}

/// The elements of a page that is not that of a drawing.
fn own(page: &str) -> Vec<Element> {
    let all = elements(page).into_iter();
    all.filter(|one| one.name != "svg" && !one.within.iter().any(|name| name == "svg"))
        .collect()
}

fn named<'e>(elements: &'e [Element], name: &str) -> Vec<&'e Element> {
    elements.iter().filter(|one| one.name == name).collect()
}

fn has_text(elements: &[Element], name: &str, text: &str) -> bool {
    named(elements, name)
        .iter()
        .any(|one| one.text.contains(text))
}

#[test]
fn a_format_is_found_by_its_name() {
    for format in AssessmentFormat::ALL {
        assert_eq!(format.to_string().parse(), Ok(format));
    }
    assert!("pdf".parse::<AssessmentFormat>().is_err());
}

#[test]
fn whatever_is_said_a_page_has_the_elements_of_its_own_alone() {
    for proposals in [1, 2] {
        let shapes = |text: &str| -> Vec<_> {
            let page = page(&assessment(text, proposals));
            assert!(
                !page.contains(|c| c != '\n' && crate::escape::is_hidden(c)),
                "{text}"
            );
            own(&page).iter().map(Element::shape).collect()
        };
        let plain = shapes("Jobcenter");
        for hostile in HOSTILE {
            assert_eq!(shapes(hostile), plain, "{hostile}");
        }
    }
}

#[test]
fn a_page_loads_nothing_and_runs_its_own_script_alone() {
    let page = page(&assessment("Jobcenter", 2));
    let elements = elements(&page);
    let policy = named(&elements, "meta")
        .into_iter()
        .find(|meta| meta.attribute("http-equiv") == Some("Content-Security-Policy"))
        .and_then(|meta| meta.attribute("content"))
        .unwrap();
    assert!(
        policy.starts_with("default-src 'none'; style-src 'sha256-"),
        "{policy}"
    );
    assert!(!policy.contains("unsafe") && !policy.contains('*') && !policy.contains("http"));
    assert_eq!(named(&elements, "script").len(), 1);
    assert_eq!(named(&elements, "style").len(), 1);
    for element in &elements {
        for (name, value) in &element.attributes {
            assert!(
                !name.starts_with("on") && name != "style" && name != "src",
                "{name}"
            );
            let is_link = name == "href" || name.ends_with(":href");
            assert!(!is_link || value.starts_with('#'), "{value}");
        }
        assert!(!["link", "img", "iframe", "object", "base"].contains(&&*element.name));
    }
}

#[test]
fn every_link_leads_to_something_and_no_id_is_there_twice() {
    for proposals in [1, 2] {
        let page = page(&assessment("Jobcenter", proposals));
        let elements = elements(&page);
        let ids: Vec<&str> = elements
            .iter()
            .filter_map(|one| one.attribute("id"))
            .collect();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{ids:?}");
        let mut links = 0;
        for element in &elements {
            for name in [
                "href",
                "aria-labelledby",
                "aria-describedby",
                "for",
                "data-list",
            ] {
                for to in element
                    .attribute(name)
                    .unwrap_or_default()
                    .split_whitespace()
                {
                    assert!(unique.contains(to.trim_start_matches('#')), "{name} {to}");
                    links += 1;
                }
            }
        }
        assert!(links > 30, "{links}");
    }
}

#[test]
fn headings_go_down_one_step_at_a_time() {
    for proposals in [1, 2] {
        let page = page(&assessment("Jobcenter", proposals));
        let elements = elements(&page);
        let levels = elements.iter().filter_map(|one| {
            let level = one.name.strip_prefix('h')?;
            level.parse::<u8>().ok()
        });
        let levels: Vec<u8> = levels.collect();
        assert_eq!(levels[0], 1);
        assert!(levels[1..].iter().all(|&level| level > 1), "{levels:?}");
        assert!(
            levels.windows(2).all(|two| two[1] <= two[0] + 1),
            "{levels:?}"
        );
        for landmark in ["header", "main", "nav", "footer"] {
            assert_eq!(named(&elements, landmark).len(), 1, "{landmark}");
        }
        assert_eq!(named(&elements, "html")[0].attribute("lang"), Some("da"));
    }
}

#[test]
fn every_table_says_what_it_is_and_what_its_heads_are_of() {
    let page = page(&assessment("Jobcenter", 2));
    let elements = elements(&page);
    let tables = named(&elements, "table");
    assert!(tables.len() > 10, "{}", tables.len());
    for table in tables {
        assert_eq!(table.children[0], "caption", "{}", table.text);
        assert!(
            table.children.contains(&"thead".to_owned()),
            "{}",
            table.text
        );
    }
    for head in named(&elements, "th") {
        assert!(
            matches!(head.attribute("scope"), Some("col" | "row")),
            "{}",
            head.text
        );
    }
    // A cell that loses its head on a narrow screen says what it is itself.
    let is_stacked = |one: &&Element| one.attribute("data-label").is_some();
    assert!(
        named(&elements, "td")
            .into_iter()
            .filter(is_stacked)
            .count()
            > 20
    );
    // What may scroll can be scrolled without a mouse, and has a name of its own.
    let mut names = BTreeSet::new();
    for region in elements.iter().filter(|one| one.has_class("table")) {
        assert_eq!(region.attribute("tabindex"), Some("0"));
        assert_eq!(region.attribute("role"), Some("region"));
        let name = region.attribute("aria-label").unwrap();
        assert!(!name.is_empty() && names.insert(name), "{name}");
    }
    assert!(names.len() > 8, "{names:?}");
}

#[test]
fn a_page_gives_no_ids_folders_or_fingerprints_away() {
    let assessment = assessment("Jobcenter", 2);
    let page = page(&assessment);
    let mut parts = parts(&printed(AssessmentFormat::Xlsx, &assessment));
    parts.push(("page".to_owned(), page));
    for (name, text) in &parts {
        for hidden in [
            "hemmeligt-id",
            "/hjem/",
            "planlaegger",
            "unassigned-responsibility",
        ] {
            assert!(!text.contains(hidden), "{name}: {hidden}");
        }
        for finding in findings("Jobcenter") {
            let json = serde_json::to_string(&finding.fingerprint).unwrap();
            assert!(!text.contains(json.trim_matches('"')), "{name}");
        }
    }
}

#[test]
fn a_finding_says_how_much_it_matters_why_where_and_what_to_do() {
    let elements = elements(&page(&assessment("Jobcenter", 1)));
    let found: Vec<&Element> = elements
        .iter()
        .filter(|one| one.has_class("finding"))
        .collect();
    let ids: Vec<_> = found.iter().map(|one| one.attribute("id")).collect();
    assert_eq!(ids, [Some("fund-a-1"), Some("fund-a-2"), Some("fund-a-3")]);
    let first = found[0];
    assert_eq!(first.attribute("data-severity"), Some("error"));
    assert_eq!(first.attribute("data-units"), Some("0"));
    assert_eq!(found[2].attribute("data-units"), Some("0 1"));
    for part in [
        "Mulig fejl",
        "Fund 1",
        "Omfatter: Jobcenter 1, Jobcenter 2, ",
        "Det kan der gøres:",
        "(current.yaml, linje 3)",
    ] {
        assert!(first.text.contains(part), "{part}: {}", first.text);
    }
    // What is allowed needs no mending.
    assert!(found[1].text.contains("Undtaget:") && !found[1].text.contains("Det kan der gøres"));
    assert!(has_text(&elements, "li", "Jobcenter (2 fund)"));
}

#[test]
fn an_assessment_of_one_proposal_has_no_letters_and_one_of_two_has() {
    let alone = elements(&page(&assessment("Jobcenter", 1)));
    assert!(!has_text(&alone, "h2", "Forslag A") && has_text(&alone, "h2", "Fund"));
    let both = elements(&page(&assessment("Jobcenter", 2)));
    for mark in ["A", "B"] {
        assert!(has_text(&both, "h2", &format!("Forslag {mark}: Jobcenter")));
        assert!(has_text(&both, "h3", &format!("Forslag {mark} · Fund")));
        assert!(has_text(&both, "span", &format!("Fund {mark}1")));
    }
    assert!(
        both.iter()
            .any(|one| one.attribute("id") == Some("enhed-b-2"))
    );
}

#[test]
fn the_hearing_tells_findings_by_their_numbers_on_the_page() {
    let elements = elements(&page(&assessment("Jobcenter", 1)));
    let links: Vec<&Element> = named(&elements, "a")
        .into_iter()
        .filter(|link| link.within.iter().any(|name| name == "td"))
        .collect();
    assert!(!links.is_empty());
    for link in links {
        assert_eq!(link.attribute("href"), Some("#fund-a-3"));
        assert!(link.text.starts_with("Fund 3"), "{}", link.text);
    }
    // And a unit leads to what was said of it.
    assert!(
        named(&elements, "a")
            .iter()
            .any(|link| link.attribute("href") == Some("#svar-1-1-2"))
    );
    assert!(
        named(&elements, "tr")
            .iter()
            .any(|row| row.attribute("id") == Some("svar-1-1-2"))
    );
}

#[test]
fn what_is_not_complete_says_so_first_and_what_to_do() {
    let mut assessment = assessment("Jobcenter", 1);
    let before = |page: &str| {
        let (head, _) = page.split_once("class=\"lead\"").unwrap();
        head.contains("Vurderingen er ikke hel") && head.contains("har 1 fejl")
    };
    assert!(before(&page(&assessment)));
    assessment.complete = true;
    assert!(!page(&assessment).contains("Vurderingen er ikke hel"));
}

#[test]
fn small_groups_are_spoken_of_where_they_are_hidden() {
    let mut assessment = assessment("Jobcenter", 1);
    let says = |assessment: &Assessment| {
        let about = cells(&printed(AssessmentFormat::Xlsx, assessment))
            .pop()
            .unwrap();
        let in_sheet = about
            .1
            .iter()
            .flatten()
            .any(|cell| cell.contains("»under 5«"));
        let elements = elements(&page(assessment));
        (
            named(&elements, "footer")[0].text.contains("»under 5«"),
            in_sheet,
        )
    };
    assert_eq!(says(&assessment), (true, true));
    assessment.hides_small_groups = false;
    assert_eq!(says(&assessment), (false, false));
}

#[test]
fn a_large_assessment_leaves_the_rest_to_the_spreadsheet() {
    let mut large = assessment("Jobcenter", 1);
    let one = &mut large.proposals[0];
    one.report.findings = vec![finding("moved-unit", Severity::Note, "flyttes"); 30];
    one.units = (0..100)
        .map(|_| unit("Jobcenter", (0..30).collect()))
        .collect();
    one.units[0].staff = vec![staff("Rådgiver"); 100];
    let elements = elements(&page(&large));
    let count = |class: &str| elements.iter().filter(|one| one.has_class(class)).count();
    assert_eq!((count("finding"), count("unit")), (12, 60));
    assert!(has_text(
        &elements,
        "li",
        "Og 18 fund mere af slagsen »moved unit«"
    ));
    assert!(has_text(
        &elements,
        "p",
        "og 60 mere, som står i regnearket"
    ));
    assert!(has_text(&elements, "p", "og 18 fund mere under »Fund«"));
    // The last has no section of its own, and can be led to all the same.
    let last = elements
        .iter()
        .find(|one| one.attribute("id") == Some("enhed-a-100"));
    assert_eq!(last.unwrap().name, "tr");
    let sheets = cells(&printed(AssessmentFormat::Xlsx, &large));
    assert_eq!(sheets[0].1.len(), 1 + 30 + 1);
    assert_eq!(sheets[4].1.len(), 1 + 100);
}

/// An organisation of 10 000 units under each other in fours, of which every tenth changes and has a
/// page, with as many findings and with 200 co-locations.
fn large() -> Assessment {
    let mut large = assessment("Jobcenter", 1);
    let one = &mut large.proposals[0];
    let mut chart = chart("Jobcenter");
    let plain = chart.units.swap_remove(1);
    chart.units = (0..10_000)
        .map(|at| DrawnUnit {
            id: format!("hemmeligt-id-{at}"),
            parent: (at > 0).then(|| (at - 1) / 4),
            name: format!("Enhed nr. {at}."),
            marks: if at % 10 == 9 {
                plain.marks.clone()
            } else {
                Vec::new()
            },
            ..plain.clone()
        })
        .collect();
    one.after = chart.clone();
    one.before = chart;
    let changed = (9..10_000).step_by(10);
    one.units = changed
        .clone()
        .enumerate()
        .map(|(nth, at)| UnitPage {
            name: format!("Enhed nr. {at}."),
            before: Some(at),
            after: Some(at),
            ..unit("Jobcenter", vec![nth])
        })
        .collect();
    let rules = [
        "moved-unit",
        "vacant-head",
        "left-neighbours",
        "distant-management",
    ];
    one.report.findings = (0..changed.len())
        .map(|nth| finding(rules[nth / 250], Severity::Warning, "Det sker der."))
        .collect();
    one.report.findings[999].severity = Severity::Error;
    let map = one.co_locations.as_mut().unwrap();
    map.co_locations = vec![map.co_locations[0].clone(); 200];
    large
}

/// The first number in a text, as it is written in Danish.
fn number(text: &str) -> usize {
    let from = text.find(|c: char| c.is_ascii_digit()).unwrap();
    let digits = text[from..].chars();
    let digits = digits.take_while(|c| c.is_ascii_digit() || matches!(c, '.' | '\u{a0}' | ' '));
    let digits: String = digits.filter(char::is_ascii_digit).collect();
    digits.parse().unwrap()
}

#[test]
fn a_page_of_ten_thousand_units_can_be_opened_and_leads_to_a_spreadsheet_with_all_of_them() {
    let large = large();
    let page = page(&large);
    assert!(page.len() < 3_000_000, "{} bytes", page.len());
    let elements = elements(&page);
    let ids: BTreeSet<&str> = elements
        .iter()
        .filter_map(|one| one.attribute("id"))
        .collect();
    for link in named(&elements, "a") {
        let to = link.attribute("href").unwrap().trim_start_matches('#');
        assert!(ids.contains(to), "{to}");
    }
    let sheets = cells(&printed(AssessmentFormat::Xlsx, &large));
    let rows = |name: &str| {
        let sheet = sheets.iter().find(|(of, _)| of == name);
        &sheet.unwrap().1[1..]
    };
    let note = |text: &str| {
        let notes = named(&elements, "p").into_iter();
        let mut notes = notes.filter(|one| one.text.contains(text));
        let note = notes.next_back().unwrap_or_else(|| panic!("{text}"));
        number(&note.text)
    };

    // Each unit that changes has a section, a row, or is counted; all are in the spreadsheet.
    let count = |part: &str| ids.iter().filter(|id| id.starts_with(part)).count();
    let told = count("enhed-a-");
    assert_eq!((told, told + note("enheder mere ændres")), (460, 1000));
    assert_eq!(rows("Ændrede enheder").len(), 1000);
    assert_eq!(
        rows("Ændrede enheder")[999][..2],
        ["Enhed nr. 9999.", "Enhed nr. 2499."]
    );

    // A drawing has some of the units, its table the same, and says how many it leaves out.
    let told = named(&elements, "th").into_iter();
    let told = told.filter(|one| one.text.contains("(Jobcenter, ")).count();
    assert_eq!(told, 2 * 200);
    assert_eq!(told / 2 + note("enheder er ikke med her"), 10_000);
    assert_eq!(rows("Enheder før og efter").len(), 20_000);

    assert_eq!(40 + note("samlokaliseringer er ikke med her"), 200);
    let members = large.proposals[0].co_locations.as_ref().unwrap();
    let members = members.co_locations.iter().map(|one| one.members.len());
    assert_eq!(rows("Samlokaliseringer").len(), members.sum::<usize>());

    // Findings are counted by kind and by part of the organisation, and all are in the spreadsheet.
    let more = named(&elements, "li").into_iter();
    let more = more.filter(|one| one.has_class("more"));
    let more: usize = more.map(|one| number(&one.text)).sum();
    assert_eq!(count("fund-a-") + more, 1000);
    let counts = |label: &str| -> usize {
        let cells = named(&elements, "td").into_iter();
        let cells = cells.filter(|one| one.attribute("data-label") == Some(label));
        cells.map(|one| number(&one.text)).sum()
    };
    assert_eq!((counts("Fejl"), counts("Advarsler")), (1, 999));
    assert_eq!(rows("Fund").len(), 1000 + 1);
}

#[test]
fn a_spreadsheet_has_a_table_for_each_thing_a_planner_sorts() {
    let one = cells(&printed(
        AssessmentFormat::Xlsx,
        &assessment("Jobcenter", 1),
    ));
    let names: Vec<&str> = one.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "Fund",
            "Ændringer",
            "Nøgletal",
            "Medarbejdere",
            "Ændrede enheder",
            "Enheder før og efter",
            "Samlokaliseringer",
            "Om"
        ]
    );
    let about = one[7].1.iter().flatten();
    let tables = names[..7].join(", ");
    assert_eq!(about.filter(|cell| cell.contains(&tables)).count(), 1);
    let staff = &one[3].1;
    let head = [
        "Stilling",
        "Ny titel",
        "Stillinger, mindst",
        "Stillinger, højst",
    ];
    assert_eq!(staff[0][..4], head);
    assert_eq!(staff[1][..4], ["Jobcenter", "Jobcenter", "2", "3"]);
    let found = &one[0].1;
    assert_eq!(found[1][..3], ["1", "Fejl", "muligt"]);
    assert!(
        found[1].contains(&"current.yaml, linje 3".to_owned()),
        "{:?}",
        found[1]
    );
    assert!(
        found[4]
            .iter()
            .any(|cell| cell.starts_with("2 fund uden tal")),
        "{:?}",
        found[4]
    );

    let both = cells(&printed(
        AssessmentFormat::Xlsx,
        &assessment("Jobcenter", 2),
    ));
    for sheet in [0, 1, 3, 4, 5, 6] {
        assert_eq!(both[sheet].1[0][0], "Forslag");
        assert_eq!(both[sheet].1[1][0], "A");
        assert_eq!(both[sheet].1.last().unwrap()[0], "B");
    }
    let bytes = printed(AssessmentFormat::Xlsx, &assessment("Jobcenter", 2));
    let parts = parts(&bytes);
    for table in 1..=7 {
        let part = format!("xl/tables/table{table}.xml");
        let (_, text) = parts.iter().find(|(name, _)| *name == part).unwrap();
        assert!(text.contains("<autoFilter"), "{text}");
        let part = format!("xl/worksheets/sheet{table}.xml");
        let (_, text) = parts.iter().find(|(name, _)| *name == part).unwrap();
        assert!(text.contains("state=\"frozen\""), "{text}");
    }
    assert_eq!(
        bytes,
        printed(AssessmentFormat::Xlsx, &assessment("Jobcenter", 2))
    );
}

#[test]
fn no_cell_is_a_formula_whatever_is_said() {
    for hostile in HOSTILE {
        let bytes = printed(AssessmentFormat::Xlsx, &assessment(hostile, 2));
        for (file, text) in parts(&bytes) {
            assert!(
                !text.contains("<f>") && !text.contains("<hyperlink"),
                "{file}"
            );
            assert!(!text.contains("<script"), "{file}");
        }
        let seen = crate::escape::terminal(hostile, true);
        // What XML cannot hold is written by its number.
        let seen = seen
            .replace('\u{fffe}', "_xFFFE_")
            .replace('\u{ffff}', "_xFFFF_");
        let changes = &cells(&bytes)[1].1;
        assert_eq!(changes[1][2].trim(), seen.trim(), "{hostile}");
    }
}

#[test]
fn both_languages_say_everything() {
    let keys = |text: &str| -> Vec<String> {
        let lines = text.lines().filter(|line| !line.starts_with([' ', '#']));
        let lines = lines.filter_map(|line| line.split_once(" ="));
        lines.map(|(key, _)| key.to_owned()).collect()
    };
    assert_eq!(keys(include_str!("da.ftl")), keys(include_str!("en.ftl")));
    let mut english = assessment("Job centre", 2);
    english.language = rokade_core::entry::Language::En;
    let elements = elements(&page(&english));
    assert!(
        has_text(&elements, "h2", "Conclusion") && has_text(&elements, "h3", "What happens to us?")
    );
    assert_eq!(
        cells(&printed(AssessmentFormat::Xlsx, &english))[7].0,
        "About"
    );
}
