//! Canaries: what stands in a chart and is for nobody else is in nothing that is made of it.
//!
//! A title of a post is shown, since it is what the post is called; a machine cannot know that it
//! is a person's name. What of it looks like a CPR number or an address is masked. `apply`,
//! `script` and `hearing extract` write files of the format, with all that such files hold.

use std::collections::BTreeSet;
use std::fs;

use crate::place::Place;
use crate::read::texts;
use crate::runs::{Written, lines, run};

const LANGUAGES: [&str; 2] = ["da", "en"];

/// A name, an address and two numbers; nobody's.
const CANARIES: [&str; 4] = [
    "Kanarius Fuglsangsen",
    "kanarius.fuglsangsen@example.org",
    "310799-4321",
    "7107994321",
];

/// What must not be read anywhere: of each canary no part that gives it away.
const PARTS: [&str; 8] = [
    "kanarius",
    "fuglsangsen",
    "@example",
    "310799",
    "9-4321",
    "710799",
    "07994321",
    "kanarie",
];

/// A sound chart with canaries wherever one can stand.
const ORG: &str = "rokade: 1
# Kanarius Fuglsangsen, 310799-4321
organization: { id: by, name: By Kommune } # kanarius.fuglsangsen@example.org
title: I dag
sites: { torvet: { name: Torvet }, havnen: { name: Havnen } }
units:
  kommune: { name: By Kommune, site: torvet }
  job: { name: Jobcenter 310799-4321, parent: kommune, head: leder, purpose: Skriv til kanarius.fuglsangsen@example.org } # Kanarius Fuglsangsen
  social: { name: Socialcenter, parent: kommune, head: vacant, identifiers: [Kanarius Fuglsangsen, 7107994321] }
staff:
  leder: { title: \"Leder 310799-4321, kanarius.fuglsangsen@example.org\", unit: job, identifiers: [Kanarius Fuglsangsen] } # Kanarius Fuglsangsen
  raad: # Kanarius Fuglsangsen
    title: Rådgiver 7107994321
    unit: social # Kanarius Fuglsangsen, 310799-4321
    count: 3
    identifiers:
      - Kanarius Fuglsangsen
      - 7107994321
    performs: [ydelse, kantine]
functions:
  ydelse: { name: Ydelse, kind: citizen, responsible: social, identifiers: [Kanarius Fuglsangsen] }
  kantine: { name: Kantine, kind: support, responsible: social, needed_at: [torvet] } # Kanarius
bodies: { lmu: { name: LMU, kind: local_med, covers: [social] } }
";

const PROPOSAL: &str = "rokade: 1
base: org.yaml # Kanarius Fuglsangsen
title: Forslag
events:
  - { id: luk, close: { unit: social } } # Kanarius Fuglsangsen, 310799-4321
  - { id: flyt, move: { staff: raad, count: 2, to: job, site: havnen }, because: Skriv til kanarius.fuglsangsen@example.org }
  - recruit: { staff: ny, title: Ny 310799-4321, unit: job } # Kanarius Fuglsangsen
";

const HEARING: &str = "rokade: 1
hearing: # Kanarius Fuglsangsen
  proposal: proposal.yaml
  responses:
    - id: svar
      from: lmu
      points:
        - { id: a, kind: question, about: { functions: [kantine] }, text: \"Hvem har 310799-4321?\", raises: [unassigned-responsibility] } # Kanarius
";

fn place(name: &str) -> Place {
    let place = Place::new(name);
    place.write("org.yaml", ORG);
    place.write("proposal.yaml", PROPOSAL);
    place.write("hearing.yaml", HEARING);
    place
}

/// The parts of canaries in what was written.
fn leaks(written: &Written) -> Vec<String> {
    let errors = written.err.clone();
    let said = texts(&written.format, &written.out).into_iter();
    let mut leaks = Vec::new();
    for text in said.chain([errors]) {
        let lower = text.to_lowercase();
        for part in PARTS {
            if let Some(at) = lower.find(part) {
                let from = lower[..at]
                    .char_indices()
                    .rev()
                    .nth(60)
                    .map_or(0, |it| it.0);
                let about: String = lower[from..].chars().take(100).collect();
                leaks.push(format!("{}: `{part}` in {about:?}", written.line));
            }
        }
    }
    leaks
}

#[test]
fn no_format_of_any_command_tells_a_canary() {
    let place = place("canaries");
    let mut found = Vec::new();
    for (line, format) in lines() {
        for language in LANGUAGES {
            let written = run(&place, &line, &format, language);
            assert!(written.code < 2, "{}: {}", written.line, written.err);
            assert!(
                !written.out.is_empty() || format == "github",
                "{}",
                written.line
            );
            found.extend(leaks(&written));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn no_file_that_is_kept_tells_a_canary() {
    let place = place("canaries_kept");
    for line in [
        "check org.yaml --baseline known.toml --write-baseline",
        "check org.yaml --baseline known.toml --output json=out.json --output sarif=out.sarif",
        "report proposal.yaml -o report.html",
    ] {
        let written = run(&place, line, "text", "da");
        assert_eq!(leaks(&written), [""; 0]);
    }
    for (file, format) in [
        ("known.toml", "text"),
        ("out.json", "json"),
        ("out.sarif", "sarif"),
        ("report.html", "html"),
    ] {
        let kept = Written {
            line: file.to_owned(),
            format: format.to_owned(),
            code: 0,
            out: fs::read(place.0.join(file)).unwrap(),
            err: String::new(),
        };
        assert_eq!(leaks(&kept), [""; 0]);
    }
}

/// The keys of staff, as the schema has them, and some that it does not have.
fn keys() -> BTreeSet<String> {
    let schema = include_str!("../../../../schema/rokade.schema.json");
    let schema: serde_json::Value = serde_json::from_str(schema).unwrap();
    let keys = schema["$defs"]["StaffEntry"]["properties"]
        .as_object()
        .unwrap();
    let others = ["name", "navn", "email", "cpr", "also", "purpose", "nots"];
    let keys = keys.keys().map(String::as_str).chain(others);
    keys.map(str::to_owned).collect()
}

/// Every way to write canaries as the value of a key of staff, whatever the key takes.
fn values(key: &str) -> Vec<String> {
    let mut values = Vec::new();
    for canary in CANARIES {
        values.push(format!("{key}: {canary}"));
        values.push(format!("{key}: [{canary}, {canary}]"));
        values.push(format!("{key}: {{ name: {canary} }}"));
        values.push(format!("{key}: {{ job: {canary} }}"));
        values.push(format!("{key}: {{ {canary}: 1 }}"));
        values.push(format!("{key}: [{{ rule: {canary}, because: 1 }}]"));
        values.push(format!("{key}:\n      {canary}"));
        values.push(format!("{key}:\n      - x\n      - {canary}"));
        values.push(format!("{key}: \"x\n      {canary}\""));
    }
    // What is the title of a post is shown, and so is the id of one.
    values.retain(|value| key != "title" || !value.contains("Kanarius") || value.contains('{'));
    values
}

#[test]
fn no_fault_in_staff_tells_a_canary() {
    let place = Place::new("canaries_faulty");
    let mut found = Vec::new();
    let mut tried = 0;
    for key in keys() {
        let mut chart = String::from("rokade: 1\nunits: { job: { name: Jobcenter } }\nstaff:\n");
        for (at, value) in values(&key).iter().enumerate() {
            let canary = CANARIES[at % CANARIES.len()];
            let entry = [
                "  s-",
                &at.to_string(),
                ": # ",
                canary,
                "\n    ",
                value,
                "\n    unit: jobb # ",
                canary,
                "\n",
            ];
            chart += &entry.concat();
            tried += 1;
        }
        place.write("org.yaml", &chart);
        for line in ["check org.yaml --full", "apply org.yaml", "chart org.yaml"] {
            for language in LANGUAGES {
                found.extend(leaks(&run(&place, line, "text", language)));
            }
        }
        for format in [
            "json", "sarif", "junit", "gitlab", "github", "markdown", "concise",
        ] {
            let line = format!("check org.yaml --full --format {format}");
            found.extend(leaks(&run(&place, &line, format, "da")));
        }
    }
    assert!(tried > 500, "{tried} values");
    found.dedup();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn no_row_of_a_table_tells_a_canary() {
    let place = Place::new("canaries_table");
    let [name, email, cpr, joined] = CANARIES;
    place.write(
        "org/org.yaml",
        "rokade: 1\nunits: { job: { name: Jobcenter } }\n",
    );
    let mut found = Vec::new();
    for table in [
        format!(
            "id;title;unit;Navn;E-mail\na;Leder;jobb;{name};{email}\nb;Leder;job;{name};{cpr}\n"
        ),
        format!("id;title;unit;identifiers\na;Leder;{name};{cpr}\nb;Leder;jobb;{name}|{joined}\n"),
        format!("id,unit,count\na,job,\"{name}\"\nb,jobb,1,{name},{email}\nc,\"{cpr}\",{joined}\n"),
        format!("id,unit\na,\"{name}\n{email}\na,jobb\n"),
    ] {
        place.write("org/staff.csv", &table);
        for format in ["text", "json", "sarif", "markdown", "github"] {
            let line = format!("check org --full --format {format}");
            for language in LANGUAGES {
                let written = run(&place, &line, format, language);
                assert_eq!(written.code, 1, "{table}");
                found.extend(leaks(&written));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
