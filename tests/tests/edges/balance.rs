//! Balances: one line for each kind of change.

use rokade_core::report::{ReportEvidence, ReportPart};

use super::*;

fn lines(base: &str, revision: &str) -> Vec<String> {
    let report = diff("moved-unit", base, revision);
    report.balance.expect("two charts have one").sentences
}

/// Units that hold nothing, by their names.
fn named(names: &[&str]) -> String {
    let ids = ["aa", "bb", "cc", "dd", "ee", "ff"].iter().zip(names);
    let units: Vec<String> = ids
        .map(|(id, name)| format!("{id}: {{ name: {name} }}"))
        .collect();
    format!("units: {{ {} }}\n", units.join(", "))
}

const NEW: [&str; 6] = [
    "Rådhuset",
    "Biblioteket",
    "Havnen",
    "Museet",
    "Skolen",
    "Værkstedet",
];

#[test]
fn of_names_without_remarks_four_are_told_and_then_how_many_more() {
    let told = |new: usize| lines(&named(&NEW[..1]), &named(&NEW[..=new])).pop();
    let line = |names: &str| Some(format!("New units: {names}."));
    assert_eq!(told(2), line("Biblioteket and Havnen"));
    assert_eq!(told(4), line("Biblioteket, Havnen, Museet and Skolen"));
    assert_eq!(told(5), line("Biblioteket, Havnen, Museet, Skolen +1"));
}

#[test]
fn of_names_with_remarks_four_are_told_and_then_how_many_more() {
    let renamed = NEW.map(|name| format!("Ny {name}"));
    let told = |n: usize| {
        let (before, now) = (NEW.iter().take(n), renamed.iter().take(n));
        let before: Vec<&str> = before.copied().collect();
        let now: Vec<&str> = now.map(String::as_str).collect();
        lines(&named(&before), &named(&now)).pop()
    };
    let line = |rest: &str| {
        Some(format!(
            "Renamed: Biblioteket → Ny Biblioteket; Havnen → Ny Havnen; Museet → Ny Museet; Rådhuset → Ny Rådhuset{rest}."
        ))
    };
    assert_eq!(told(4), line(""));
    assert_eq!(told(6), line(" +2"));
}

/// Units, with six functions that some of them are responsible for.
fn holding(units: &str, holders: [&str; 6]) -> String {
    let names = [
        "Telefon",
        "Skranke",
        "Kantine",
        "Arkiv",
        "Rengøring",
        "Kørsel",
    ];
    let functions: Vec<String> = (1..)
        .zip(names.iter().zip(holders))
        .map(|(i, (name, unit))| format!("f{i}: {{ name: {name}, responsible: {unit} }}"))
        .collect();
    format!(
        "units: {{ {units} }}\nfunctions: {{ {} }}\n",
        functions.join(", ")
    )
}

#[test]
fn of_the_places_that_a_closed_unit_went_to_two_are_told_and_then_how_many_more() {
    let units = "hus: { name: Huset }, ny: { name: Nyhuset }, ko: { name: Kontoret }";
    let base = holding(&format!("job: {{ name: Jobcenter }}, {units}"), ["job"; 6]);
    let told = |holders| {
        let revision = holding(units, holders) + "ended: { units: { job: {} } }\n";
        lines(&base, &revision).pop()
    };
    let line = |places: &str| Some(format!("Closed: Jobcenter ({places})."));
    assert_eq!(
        told(["hus", "hus", "hus", "ny", "ny", "ko"]),
        line("3 of 6 functions to Huset, 2 to Nyhuset +1")
    );
    assert_eq!(
        told(["hus", "hus", "hus", "hus", "ny", "ny"]),
        line("4 of 6 functions to Huset, 2 to Nyhuset")
    );
}

/// Why the one unit that has another name is held to be the one that it was.
fn why_renamed(base: &str, revision: &str) -> ReportEvidence {
    let changes = diff("moved-unit", base, revision).changes;
    let mut renamed = changes.iter().filter(|one| one.kind == "unit-renamed");
    let change = renamed.next().expect("one is renamed");
    assert_eq!((change.evidence.len(), renamed.next()), (1, None));
    change.evidence.first().expect("it says why").clone()
}

#[test]
fn a_change_says_how_many_numbers_are_the_same() {
    let chart = |id: &str, name: &str, numbers: &str| {
        format!("units: {{ {id}: {{ name: {name}, identifiers: [{numbers}] }} }}\n")
    };
    let why = why_renamed(
        &chart("job", "Jobcenter", "P-1, P-2, P-3"),
        &chart("vej", "Vejen til arbejde", "P-1, P-2, P-4"),
    );
    assert_eq!(
        (why.kind.as_str(), why.shared, why.of),
        ("identifiers", Some(2), Some(3))
    );
}

#[test]
fn a_change_says_how_much_of_what_a_unit_held_follows() {
    let hus = "hus: { name: Huset }";
    let why = why_renamed(
        &holding(
            &format!("job: {{ name: Jobcenter }}, {hus}"),
            ["job", "job", "job", "job", "hus", "hus"],
        ),
        &holding(
            &format!("vej: {{ name: Vejen til arbejde }}, {hus}"),
            ["vej", "vej", "vej", "hus", "hus", "hus"],
        ),
    );
    let functions = |part: Option<ReportPart>| {
        let part = part.expect("it is told by contents");
        (part.held.functions, part.of.functions)
    };
    assert_eq!(why.kind, "contents");
    assert_eq!(functions(why.of_base), (3, 4));
    assert_eq!(functions(why.of_revision), (3, 3));
}
