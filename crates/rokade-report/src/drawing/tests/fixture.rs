//! Charts made by hand.

use rokade_core::drawing::{
    CoLocationMap, CoLocationStanding, DrawnCoLocation, DrawnMember, DrawnSite, DrawnUnit, Mark,
    Marked, OrgChart,
};
use rokade_core::entry::Language;

use crate::fixture::HOSTILE;

/// A unit with a name alone.
pub(super) fn unit(name: &str, parent: Option<usize>) -> DrawnUnit {
    DrawnUnit {
        id: name.to_lowercase().replace(' ', "-"),
        parent,
        name: name.to_owned(),
        level: None,
        head: None,
        posts: None,
        sites: Vec::new(),
        below: None,
        marks: Vec::new(),
        is_external: false,
    }
}

/// A chart of units alone.
pub(super) fn chart(units: Vec<DrawnUnit>) -> OrgChart {
    OrgChart {
        language: Language::Da,
        title: "Organisationen".to_owned(),
        description: "Et diagram.".to_owned(),
        units,
        sites: Vec::new(),
    }
}

pub(super) fn marked(mark: Mark, word: &str, text: &str) -> Marked {
    Marked {
        mark,
        word: word.to_owned(),
        text: (!text.is_empty()).then(|| text.to_owned()),
    }
}

pub(super) fn at(site: usize, posts: &str) -> DrawnSite {
    DrawnSite {
        site,
        posts: (!posts.is_empty()).then(|| posts.to_owned()),
    }
}

/// A unit with its level, head and posts, where it is, and what changes.
fn full(
    (name, parent): (&str, Option<usize>),
    [level, head, posts]: [&str; 3],
    sites: &[(usize, &str)],
    marks: &[(Mark, &str, &str)],
) -> DrawnUnit {
    let said = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let marks = marks.iter();
    DrawnUnit {
        level: said(level),
        head: said(head),
        posts: said(posts),
        sites: sites.iter().map(|&(site, posts)| at(site, posts)).collect(),
        marks: marks
            .map(|&(mark, word, text)| marked(mark, word, text))
            .collect(),
        ..unit(name, parent)
    }
}

/// A case like that of Aalborg, after, with changes of every kind.
pub(super) fn aalborg() -> OrgChart {
    let sites = [
        "Kastetvej",
        "Ydelsescentret",
        "Forvaltningens hus",
        "Jobhuset",
        "Uddannelseshuset i Østre Havnegade",
        "Rådhuset",
    ];
    let mut units = upper_half();
    units.extend(lower_half());
    OrgChart {
        language: Language::Da,
        title: "Organisationen efter forslaget: Jobcenter og ydelse i samme afdeling".to_owned(),
        description: "11 enheder. 1 enhed lukkes, 1 er ny, 1 flyttes, og 5 ændres på anden måde."
            .to_owned(),
        units,
        sites: sites.map(str::to_owned).into(),
    }
}

fn upper_half() -> Vec<DrawnUnit> {
    vec![
        full(
            ("Beskæftigelses- og Arbejdsmarkedsforvaltningen", None),
            ["forvaltning", "Leder: Direktør", "ca. 129–137 stillinger"],
            &[(2, "")],
            &[],
        ),
        full(
            ("Job og Ydelse", Some(0)),
            ["afdeling", "Leder: Jobchef", "ca. 94–101 stillinger"],
            &[(3, "")],
            &[
                (Mark::Renamed, "skifter navn", "hed Jobafdelingen"),
                (
                    Mark::NewHead,
                    "ny leder",
                    "Jobchef i stedet for Afdelingschef",
                ),
            ],
        ),
        full(
            ("Socialafdelingen", Some(0)),
            ["afdeling", "Leder: Socialchef", "ca. 21–30 stillinger"],
            &[],
            &[],
        ),
        full(
            ("Jobcenter Integration", Some(1)),
            [
                "center",
                "Leder: Leder, Jobcenter Integration",
                "ca. 37–40 stillinger",
            ],
            &[(0, "ca. 30"), (5, "under 5")],
            &[(Mark::Changed, "ændres", "får opgaven Tolkning og 8 andre")],
        ),
        full(
            ("Central Ydelse", Some(1)),
            [
                "center",
                "Leder: Leder, Central Ydelse",
                "ca. 62–65 stillinger",
            ],
            &[(0, "ca. 7"), (1, "ca. 55–58")],
            &[(
                Mark::Merged,
                "sammenlagt",
                "af Socialcenter Integration og Central Ydelse",
            )],
        ),
    ]
}

fn lower_half() -> Vec<DrawnUnit> {
    let mut units = vec![
        full(
            ("Servicelovsområdet for særligt sårbare borgere", Some(2)),
            ["center", "", "ca. 16–20 stillinger"],
            &[(4, "")],
            &[(Mark::New, "ny", "")],
        ),
        full(
            ("Familiekonsulenterne", Some(5)),
            [
                "team",
                "Leder: Koordinator, familiekonsulenter",
                "ca. 5–6 stillinger",
            ],
            &[(2, "")],
            &[
                (
                    Mark::Moved,
                    "flyttes",
                    "fra Jobcenter Integration til Servicelovsområdet",
                ),
                (
                    Mark::Relocated,
                    "flytter adresse",
                    "fra Kastetvej til Forvaltningens hus",
                ),
            ],
        ),
        full(
            ("Grønlænderenheden", Some(3)),
            [
                "enhed",
                "Leder: Koordinator, Grønlænderenheden",
                "ca. 7–8 stillinger",
            ],
            &[(0, "")],
            &[],
        ),
        full(
            ("Socialcenter Integration", Some(2)),
            ["center", "Lederstillingen er ledig", ""],
            &[],
            &[(
                Mark::Closed,
                "lukkes",
                "opgaverne går til Central Ydelse og Servicelovsområdet",
            )],
        ),
        full(
            ("Rehabilitering", Some(2)),
            ["center", "", "under 5 stillinger"],
            &[],
            &[(Mark::Split, "delt", "i to")],
        ),
        unit("Tilbud efter serviceloven", None),
    ];
    units[5].is_external = true;
    units
}

/// A municipality of 200 units, four levels deep.
pub(super) fn large() -> OrgChart {
    let mut units = vec![unit("Direktionen", None)];
    for area in 0..6 {
        let at = units.len();
        units.push(unit(
            [
                "Børn og Unge",
                "Sundhed og Omsorg",
                "Beskæftigelse",
                "Teknik og Miljø",
                "Kultur og Fritid",
                "Borgmesterens Afdeling",
            ][area],
            Some(0),
        ));
        for centre in 0..4 + area % 3 {
            let center = units.len();
            units.push(unit(&format!("Center {}", centre + 1), Some(at)));
            for team in 0..5 + (centre + area) % 3 {
                units.push(unit(
                    &format!("Team {}.{}", centre + 1, team + 1),
                    Some(center),
                ));
            }
        }
    }
    chart(units)
}

pub(super) fn member(name: &str, before: Vec<DrawnSite>, after: Vec<DrawnSite>) -> DrawnMember {
    DrawnMember {
        name: name.to_owned(),
        before,
        after,
    }
}

pub(super) fn together(
    name: &str,
    standing: CoLocationStanding,
    word: &str,
    members: Vec<DrawnMember>,
) -> DrawnCoLocation {
    DrawnCoLocation {
        name: name.to_owned(),
        because: Some("Hurtig afklaring på tværs, når kolleger deler adresse".to_owned()),
        standing,
        word: word.to_owned(),
        members,
    }
}

pub(super) fn map(sites: &[&str], co_locations: Vec<DrawnCoLocation>) -> CoLocationMap {
    CoLocationMap {
        language: Language::Da,
        title: "Hvem sidder sammen".to_owned(),
        description: "4 samlokaliseringer: 1 brydes, 1 svækkes, 1 bevares, og 1 er ny.".to_owned(),
        sites: sites.iter().map(|&site| site.to_owned()).collect(),
        co_locations,
    }
}

/// Co-locations like those of Aalborg, with one of each standing.
pub(super) fn aalborg_together() -> CoLocationMap {
    use CoLocationStanding::{Apart, Broken, Dropped, Kept, Made, Unknown, Weakened};
    let sites = [
        "Kastetvej",
        "Ydelsescentret",
        "Forvaltningens hus",
        "Ubrugt adresse",
    ];
    let job = |posts: &str| vec![at(0, posts)];
    map(
        &sites,
        vec![
            together(
                "Bevilling efter serviceloven og Virksomhedsrettet jobindsats for Flygtninge under integrationsprogrammet",
                Broken,
                "brydes",
                vec![
                    member(
                        "Bevilling efter serviceloven",
                        vec![at(0, "ca. 4")],
                        vec![at(2, "ca. 4")],
                    ),
                    member("Virksomhedsrettet jobindsats", job("ca. 18"), job("ca. 18")),
                ],
            ),
            together(
                "Ydelse og Virksomhedsrettet jobindsats for Flygtninge under integrationsprogrammet",
                Weakened,
                "svækkes",
                vec![
                    member(
                        "Ydelse",
                        vec![at(0, "ca. 18–20")],
                        vec![at(0, "under 5"), at(1, "ca. 12–13")],
                    ),
                    member("Virksomhedsrettet jobindsats", job("ca. 18"), job("ca. 18")),
                    member("Råd og vejledning om ydelse", job(""), job("")),
                ],
            ),
            together(
                "Familiearbejde og jobindsats",
                Kept,
                "bevares",
                vec![
                    member("Familiearbejde", job(""), job("")),
                    member("Jobindsats", job(""), job("")),
                ],
            ),
            together(
                "Tolkning og modtagelse",
                Made,
                "ny",
                vec![
                    member("Tolkning", job(""), vec![at(1, "")]),
                    member("Modtagelse", vec![at(1, "")], vec![at(1, "")]),
                ],
            ),
            together(
                "Kantine og pedel",
                Apart,
                "sidder hver for sig",
                vec![
                    member("Kantine", job(""), vec![]),
                    member("Pedel", vec![at(2, "")], vec![at(2, "")]),
                ],
            ),
            together(
                "Introforløb og sprogskole",
                Dropped,
                "bortfalder",
                vec![
                    member("Introforløb", job(""), vec![]),
                    member("Sprogskole", job(""), vec![]),
                ],
            ),
            together(
                "Bostøtte og misbrugsbehandling",
                Unknown,
                "kan ikke bedømmes",
                vec![
                    member("Bostøtte", vec![], vec![]),
                    member("Misbrugsbehandling", vec![], vec![]),
                ],
            ),
        ],
    )
}

/// Co-locations at so many sites.
pub(super) fn many_sites(sites: usize) -> CoLocationMap {
    let names: Vec<String> = (1..=sites).map(|nth| format!("Adresse {nth}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let one = |nth: usize| {
        let all = |from: usize| {
            (from..from + 5)
                .map(|site| at(site % sites, "ca. 7"))
                .collect()
        };
        together(
            &format!("Samlokalisering {nth}"),
            CoLocationStanding::Weakened,
            "svækkes",
            vec![
                member("Hjemmesygepleje", all(nth), all(nth + 1)),
                member("Visitation", all(nth + 2), vec![at(nth % sites, "ca. 9")]),
            ],
        )
    };
    map(&names, (0..sites).map(one).collect())
}

/// A chart whose every text would act where it is not made safe.
pub(super) fn hostile() -> OrgChart {
    let texts = hostile_texts();
    let units = texts.iter().enumerate().map(|(nth, text)| DrawnUnit {
        level: Some((*text).to_owned()),
        head: Some((*text).to_owned()),
        posts: Some((*text).to_owned()),
        sites: vec![at(nth, text)],
        marks: vec![marked(Mark::ALL[nth % Mark::ALL.len()], text, text)],
        is_external: nth % 2 == 1,
        ..unit(text, (nth > 0).then_some(0))
    });
    OrgChart {
        title: texts.concat(),
        description: texts.concat(),
        sites: texts.iter().map(|&text| text.to_owned()).collect(),
        ..chart(units.collect())
    }
}

/// A map whose every text would act where it is not made safe.
pub(super) fn hostile_together() -> CoLocationMap {
    let texts = hostile_texts();
    let co_locations = texts.iter().enumerate().map(|(nth, text)| DrawnCoLocation {
        because: Some((*text).to_owned()),
        ..together(
            text,
            CoLocationStanding::Broken,
            text,
            vec![member(
                text,
                vec![at(nth, text)],
                vec![at(0, text), at(1, text)],
            )],
        )
    });
    CoLocationMap {
        title: texts.concat(),
        description: texts.concat(),
        ..map(&texts, co_locations.collect())
    }
}

/// Texts that act where they are not made safe: those of every format, and some that Graphviz and
/// Mermaid alone read anything into.
pub(super) fn hostile_texts() -> Vec<&'static str> {
    let own = [
        r#"\N \G \l \" \"#,
        r#""]; evil [label="x"#,
        "&lt;b&gt; &eacute; &#65;",
        r#""]:::x; click n0 "javascript:alert(1)"; n9[""#,
        r#"%%{init: {"theme": "dark"}}%%"#,
        "`**fed**`",
        "1. liste",
        "- liste",
        "Livsstyle: #35; x;",
        "classDef evil fill:#f00;",
        "#quot;]",
        "fa:fa-ban $$x^2$$",
        "---\ntitle: x\n---",
        "end",
    ];
    HOSTILE.into_iter().chain(own).collect()
}
