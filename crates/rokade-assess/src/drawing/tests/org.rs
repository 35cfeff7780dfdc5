//! A chart by itself, and how the two of a comparison are drawn beside each other.

use rokade_core::chart::Chart;
use rokade_core::drawing::OrgChart;
use rokade_core::entry::Language;

use super::super::org_chart;
use super::{Pair, alone, at, chart, unit};

/// Each unit under the one it stands under, by name.
fn lines(drawn: &OrgChart) -> Vec<String> {
    let units = drawn.units.iter();
    let told = units.map(|unit| match unit.parent {
        Some(parent) => format!("{} < {}", unit.name, drawn.units[parent].name),
        None => unit.name.clone(),
    });
    told.collect()
}

const TWO_TREES: &str = "
title: Kommunen i dag
units:
  team: { name: Team, parent: job }
  forvaltning: { name: Forvaltning, head: direktoer }
  ydelse: { name: Ydelse, type: center, parent: forvaltning, head: vacant }
  job: { name: Job, type: center, parent: forvaltning, head: none }
  indsats: { name: Indsats, parent: job, head: leder }
  uvis: { name: Uvis, type: team, parent: undecided }
  aktoer: { name: Anden aktør, external: true }
staff:
  direktoer: { title: Direktør, unit: forvaltning }
  leder: { title: Leder af indsatsen, unit: indsats, filled: false }
  raadgivere: { title: Rådgiver, unit: indsats, count: ca. 18-20 }
  jobfolk: { title: Jobkonsulent, unit: job, count: 2 }
";

#[test]
fn units_stand_after_what_they_stand_under_in_the_order_of_the_chart() {
    let drawn = alone(TWO_TREES);
    assert_eq!(
        lines(&drawn),
        [
            "Forvaltning",
            "Ydelse < Forvaltning",
            "Job < Forvaltning",
            "Team < Job",
            "Indsats < Job",
            "Uvis",
            "Anden aktør"
        ]
    );
    assert_eq!(drawn.title, "Kommunen i dag");
    assert_eq!(drawn.description, "Diagrammet viser 7 enheder.");
    assert!(unit(&drawn, "Anden aktør").is_external && !unit(&drawn, "Job").is_external);
}

#[test]
fn heads_are_told_by_title_and_not_at_all_where_nothing_says() {
    let drawn = alone(TWO_TREES);
    let head = |name: &str| unit(&drawn, name).head.clone();
    assert_eq!(head("Forvaltning").as_deref(), Some("Leder: Direktør"));
    assert_eq!(head("Ydelse").as_deref(), Some("Lederstillingen er ledig"));
    assert_eq!(head("Indsats").as_deref(), Some("Lederstillingen er ledig"));
    assert_eq!(head("Job").as_deref(), Some("Ingen leder"));
    assert_eq!(head("Team"), None);
    // A title that says so itself is enough.
    let own =
        alone("units: { u: { name: U, head: p } }\nstaff: { p: { title: \"Leder, U\", unit: u } }");
    assert_eq!(own.units[0].head.as_deref(), Some("Leder, U"));
}

#[test]
fn posts_are_those_in_a_unit_and_below_it() {
    let drawn = alone(TWO_TREES);
    let posts = |name: &str| unit(&drawn, name).posts.clone();
    assert_eq!(posts("Indsats").as_deref(), Some("ca. 19–21 stillinger"));
    assert_eq!(posts("Job").as_deref(), Some("ca. 21–23 stillinger i alt"));
    assert_eq!(
        posts("Forvaltning").as_deref(),
        Some("ca. 22–24 stillinger i alt")
    );
    assert_eq!(posts("Team"), None);
    assert_eq!(posts("Anden aktør"), None);
}

#[test]
fn a_unit_whose_place_is_undecided_says_so_with_its_level() {
    let drawn = alone(TWO_TREES);
    let level = |name: &str| unit(&drawn, name).level.clone();
    assert_eq!(
        level("Uvis").as_deref(),
        Some("team; det er ikke afgjort, hvor den hører til")
    );
    assert_eq!(level("Ydelse").as_deref(), Some("center"));
    assert_eq!(level("Forvaltning"), None);
}

#[test]
fn a_chart_without_a_title_and_with_one_unit_has_words_all_the_same() {
    let drawn = alone(
        "units: { skole: { name: Skole } }\nstaff: { laerer: { unit: skole, count: unknown } }",
    );
    assert_eq!(drawn.title, "Organisationen");
    assert_eq!(drawn.description, "Diagrammet viser 1 enhed.");
    assert_eq!(
        drawn.units[0].posts.as_deref(),
        Some("et ukendt antal stillinger")
    );
    let none = alone("organization: { id: x, name: X Kommune }");
    assert_eq!((none.title.as_str(), none.units.len()), ("X Kommune", 0));
}

#[test]
fn a_unit_is_at_its_own_site_and_at_those_of_its_own_posts() {
    let drawn = alone(
        "
sites: { hus: { name: Huset }, gaard: { name: Gården }, tom: { name: Ingen er her } }
units:
  center: { name: Center, site: gaard }
  team: { name: Team, parent: center }
staff:
  her: { title: A, unit: center, count: 6 }
  der: { title: B, unit: center, count: ca. 3, site: hus }
  under: { title: C, unit: team, count: 9 }
",
    );
    assert_eq!(drawn.sites, ["Huset", "Gården"]);
    let sites = |name: &str| at(&drawn.sites, &unit(&drawn, name).sites);
    assert_eq!(
        sites("Center"),
        ["Gården: 6 stillinger", "Huset: ca. 3 stillinger"]
    );
    // With one site there is nothing to tell apart.
    assert_eq!(sites("Team"), ["Gården"]);
}

#[test]
fn a_place_has_the_same_number_before_and_after() {
    let base = "
sites: { gammel: { name: Gammelgade }, hus: { name: Huset }, luk: { name: Lukkevej } }
units:
  a: { name: A, site: gammel }
  b: { name: B, site: hus }
  c: { name: C, site: luk }
";
    let revision = "
sites: { hus: { name: Huset }, ny: { name: Nygade, previously: [gammel] }, tredje: { name: Tredjevej } }
units:
  b: { name: B, site: hus }
  a: { name: A, site: ny }
  c: { name: C, site: tredje }
";
    let [before, after] = Pair::new(chart(base), chart(revision)).drawn();
    assert_eq!(
        before.sites,
        ["Gammelgade", "Huset", "Lukkevej", "Tredjevej"]
    );
    assert_eq!(after.sites, ["Nygade", "Huset", "Lukkevej", "Tredjevej"]);
    let site = |drawn: &OrgChart, name: &str| unit(drawn, name).sites[0].site;
    assert_eq!([site(&before, "A"), site(&after, "A")], [0, 0]);
    assert_eq!([site(&before, "B"), site(&after, "B")], [1, 1]);
    assert_eq!([site(&before, "C"), site(&after, "C")], [2, 3]);
}

#[test]
fn descriptions_count_each_unit_once_by_what_matters_most_of_it() {
    let pair = Pair::proposed(
        "
title: I dag
units:
  top: { name: Top, head: none }
  a: { name: A, parent: top, head: none }
  b: { name: B, parent: top, head: none }
  c: { name: C, parent: b, head: none }
  d: { name: D, parent: top, head: none }
",
        "
title: Forslaget
events:
  - move: { unit: c, to: a }
  - rename: { unit: c, name: Cc }
  - close: { unit: d }
",
    );
    let [before, after] = pair.drawn();
    assert_eq!(
        [before.title.as_str(), after.title.as_str()],
        ["I dag", "Forslaget"]
    );
    assert_eq!(
        before.description,
        "Diagrammet viser 5 enheder før ændringen. 1 lukkes, 1 flyttes og 3 ændres på anden måde."
    );
    assert_eq!(
        after.description,
        "Diagrammet viser 4 enheder efter ændringen. 1 er flyttet og 3 er ændret på anden måde."
    );
    let [before, _] = pair.drawn_in(Language::En);
    assert_eq!(
        before.description,
        "The chart shows 5 units before the change. 1 closes, 1 moves and 3 change in another way."
    );
}

#[test]
fn charts_that_do_not_line_up_are_drawn_without_marks() {
    let town = |prefix: &str| {
        let units = (0..9).map(|i| format!("  {prefix}{i}: {{ name: {prefix} enhed {i} }}\n"));
        format!("units:\n{}", units.collect::<String>())
    };
    let [before, after] = Pair::new(chart(&town("by")), chart(&town("sogn"))).drawn();
    let marks = |drawn: &OrgChart| {
        drawn
            .units
            .iter()
            .map(|unit| unit.marks.len())
            .sum::<usize>()
    };
    assert_eq!([marks(&before), marks(&after)], [0, 0]);
    assert!(
        before
            .description
            .contains("For få af enhederne kan følges"),
        "{}",
        before.description
    );
}

#[test]
fn small_groups_of_a_chart_that_hides_them_are_under_five() {
    let open = chart(
        "
sites: { hus: { name: Huset }, gaard: { name: Gården } }
units: { team: { name: Team, site: hus } }
staff:
  faa: { title: A, unit: team, count: 3 }
  flere: { title: B, unit: team, count: 7, site: gaard }
",
    );
    let mut entries = open.entries().clone();
    entries.hides_small_groups = true;
    for post in entries.staff.values_mut() {
        if post.value.count == "3".parse().ok() {
            post.value.count = "1-4".parse().ok();
        }
    }
    let hidden = Chart::build(entries).0;
    let drawn = org_chart(&hidden, Language::Da).expect("words");
    assert_eq!(drawn.units[0].posts.as_deref(), Some("8–11 stillinger"));
    assert_eq!(
        at(&drawn.sites, &drawn.units[0].sites),
        ["Huset: under 5 stillinger", "Gården: 7 stillinger"]
    );
}

#[test]
fn sums_of_heads_are_hidden_too_and_a_head_alone_is_not() {
    let open = chart(
        "
units:
  top: { name: Top, head: a }
  under: { name: Under, parent: top, head: b }
staff:
  a: { title: A, unit: top }
  b: { title: B, unit: under }
",
    );
    let mut entries = open.entries().clone();
    entries.hides_small_groups = true;
    let drawn = org_chart(&Chart::build(entries).0, Language::Da).expect("words");
    let posts = |name: &str| unit(&drawn, name).posts.clone();
    assert_eq!(posts("Top").as_deref(), Some("under 5 stillinger i alt"));
    assert_eq!(posts("Under").as_deref(), Some("1 stilling"));
}

#[test]
fn a_chart_ten_thousand_units_deep_is_drawn() {
    let units = (0..10_000).map(|i| match i {
        0 => "  u0: { name: Enhed 0 }\n".to_owned(),
        i => format!("  u{i}: {{ name: Enhed {i}, parent: u{} }}\n", i - 1),
    });
    let text = format!(
        "units:\n{}staff: {{ sidst: {{ title: Sidst, unit: u9999 }} }}\n",
        units.collect::<String>()
    );
    let drawn = alone(&text);
    assert_eq!(drawn.units.len(), 10_000);
    assert_eq!(drawn.units[0].posts.as_deref(), Some("1 stilling i alt"));
    assert_eq!(drawn.units[9_999].parent, Some(9_998));
}
