//! The cases, drawn whole.

use std::fmt::Write as _;

use rokade_core::drawing::OrgChart;

use super::together::{map, members};
use super::{Pair, after, at, chart};

macro_rules! case {
    ($file:literal) => {
        include_str!(concat!("../../../../../orgs/", $file))
    };
}

fn drawn(drawn: &OrgChart) -> String {
    let mut text = format!(
        "{}\n{}\n{}\n",
        drawn.title,
        drawn.description,
        drawn.sites.join(", ")
    );
    let mut depths: Vec<usize> = Vec::new();
    for unit in &drawn.units {
        let depth = unit.parent.map_or(0, |parent| depths[parent] + 1);
        depths.push(depth);
        let facts = [unit.level.clone(), unit.head.clone(), unit.posts.clone()];
        let mut facts: Vec<String> = facts.into_iter().flatten().collect();
        facts.extend(at(&drawn.sites, &unit.sites));
        let indent = "  ".repeat(depth);
        writeln!(text, "{indent}{} [{}]", unit.name, facts.join(" | ")).expect("text");
        for mark in &unit.marks {
            let told = mark.text.as_deref().unwrap_or_default();
            writeln!(text, "{indent}  * {}: {told}", mark.word).expect("text");
        }
    }
    text
}

fn both(base: &str, proposal: &str) -> String {
    let base = chart(base);
    let revision = after(&base, proposal);
    Pair::new(base, revision)
        .drawn()
        .map(|side| drawn(&side))
        .join("\n")
}

#[test]
fn aalborg_proposal() {
    insta::assert_snapshot!(both(
        case!("aalborg-integration/current.yaml"),
        case!("aalborg-integration/proposal.yaml")
    ));
}

#[test]
fn ishoej_own_centre() {
    insta::assert_snapshot!(both(
        case!("ishoej-jobcenter/current.yaml"),
        case!("ishoej-jobcenter/proposal-own-centre.yaml")
    ));
}

#[test]
fn slagelse_arbejdsmarked() {
    insta::assert_snapshot!(both(
        case!("slagelse-arbejdsmarked/current.yaml"),
        case!("slagelse-arbejdsmarked/proposal.yaml")
    ));
}

/// Each co-location of a case with what becomes of it, and its members.
fn together(proposal: &str, weakened: &[&str]) -> Vec<String> {
    let base = chart(case!("aalborg-integration/current.yaml"));
    let revision = after(&base, proposal);
    let map = map(&Pair::new(base, revision), weakened).expect("they are stated");
    let mut told = vec![map.description.clone()];
    let named = map.co_locations.iter();
    told.extend(named.map(|one| format!("{}: {}", one.name, one.word)));
    told.extend(members(&map));
    told
}

#[test]
fn aalborg_proposal_breaks_one_co_location_and_weakens_the_other() {
    let found = ["ydelse-jobindsats"];
    assert_eq!(
        together(case!("aalborg-integration/proposal.yaml"), &found),
        [
            "Diagrammet viser 2 samlokaliseringer: 1 brydes og 1 svækkes.",
            "Virksomhedsrettet jobindsats og Ydelse for Flygtninge under integrationsprogrammet: svækkes",
            "Bevilling efter serviceloven og Virksomhedsrettet jobindsats for Flygtninge under \
             integrationsprogrammet: brydes",
            "Virksomhedsrettet jobindsats: Kastetvej: ca. 18 stillinger > Kastetvej: ca. 18 stillinger",
            "Ydelse: Kastetvej: ca. 18–20 stillinger > Kastetvej: ca. 6–7 stillinger + \
             Ydelsescentret: ca. 12–13 stillinger",
            "Bevilling efter serviceloven: Kastetvej: ca. 4 stillinger > Forvaltningens hus: ca. 4 stillinger",
            "Virksomhedsrettet jobindsats: Kastetvej: ca. 18 stillinger > Kastetvej: ca. 18 stillinger",
        ]
    );
}

#[test]
fn aalborg_counter_proposal_keeps_both() {
    assert_eq!(
        together(case!("aalborg-integration/counter-proposal.yaml"), &[])[..3],
        [
            "Diagrammet viser 2 samlokaliseringer: 2 bevares.",
            "Virksomhedsrettet jobindsats og Ydelse for Flygtninge under integrationsprogrammet: bevares",
            "Bevilling efter serviceloven og Virksomhedsrettet jobindsats for Flygtninge under \
             integrationsprogrammet: bevares",
        ]
    );
}
