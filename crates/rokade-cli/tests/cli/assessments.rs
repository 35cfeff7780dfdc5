//! `report` and `chart`: what is made of what, what is written where, and what fails.

use std::fs;

use crate::place::Place;

const ORG: &str = "rokade: 1
organization: { id: by, name: By Kommune, language: da }
title: I dag
sites: { torvet: { name: Torvet }, havnen: { name: Havnen } }
units:
  kommune: { name: By Kommune }
  jobcenter: { name: Jobcenter, parent: kommune, head: leder, site: torvet }
  borger: { name: Borgerservice, parent: kommune, site: havnen }
staff:
  leder: { title: Leder, unit: jobcenter }
  raadgivere: { title: Rådgiver, unit: jobcenter, count: 12 }
  hemmeligt-id: { unit: jobcenter, count: 2 }
";
const MOVES: &str = "rokade: 1
base: org.yaml
title: Nogle flytter
events:
  - move: { staff: raadgivere, count: 6, to: borger, site: havnen, as: flyttet }
";
const HEARD: &str = "rokade: 1
hearing:
  proposal: a.yaml
  responses:
    - id: svar
      from: lmu
      points:
        - { id: p, kind: question, about: { units: [jobcenter] }, text: \"Hvem leder os?\" }
";

fn place(name: &str) -> Place {
    let place = Place::new(name);
    place.write(
        "org.yaml",
        &format!("{ORG}bodies: {{ lmu: {{ name: LMU, kind: local_med, covers: [jobcenter] }} }}\n"),
    );
    place.write("a.yaml", MOVES);
    place.write("b.yaml", &MOVES.replace("count: 6", "count: 7"));
    place.write("svar.yaml", HEARD);
    place.write("fejl.yaml", &MOVES.replace("raadgivere,", "raadgiver,"));
    place
}

#[test]
fn a_report_is_written_as_its_file_is_named() {
    let place = place("report_files");
    let html = place.ok("report a.yaml b.yaml --hearing svar.yaml").out;
    assert!(
        html.starts_with("<!DOCTYPE html><html lang=\"da\">"),
        "{html}"
    );
    assert!(html.contains("Hvem leder os?"), "{html}");
    place.ok("report a.yaml b.yaml --hearing svar.yaml -o r.html");
    assert_eq!(fs::read_to_string(place.0.join("r.html")).unwrap(), html);
    place.ok("report org.yaml a.yaml b.yaml -o r.XLSX");
    let sheet = fs::read(place.0.join("r.XLSX")).unwrap();
    assert!(sheet.starts_with(b"PK"), "it is a spreadsheet");
    place.ok("report a.yaml -o r.dat --format html");
    assert!(
        fs::read(place.0.join("r.dat"))
            .unwrap()
            .starts_with(b"<!DOCTYPE")
    );
    let unknown = place.run("report a.yaml -o r.pdf");
    assert_eq!(unknown.code, 2);
    assert!(
        unknown.err.contains(".pdf") && unknown.err.contains("--format"),
        "{}",
        unknown.err
    );
    assert!(!place.0.join("r.pdf").exists());
    assert_eq!(place.code("report org.yaml"), 2);
    let english = place.ok("report a.yaml --lang en").out;
    assert!(
        english.starts_with("<!DOCTYPE html><html lang=\"en\">"),
        "{english}"
    );
}

#[test]
fn a_report_of_faulty_files_says_so_and_fails() {
    let place = place("report_faults");
    let run = place.run("report fejl.yaml -o r.html");
    assert_eq!(run.code, 1, "{}", run.err);
    let html = fs::read_to_string(place.0.join("r.html")).unwrap();
    let clean = place.ok("report a.yaml").out;
    let says_so = |page: &str| page.contains("id=\"ikke-hel\"");
    assert!(says_so(&html) && !says_so(&clean), "{html}");
}

#[test]
fn a_report_tells_nobody_unless_asked() {
    let place = place("report_small");
    let hidden = place.ok("report a.yaml").out;
    assert!(
        hidden.contains("under 5") && !hidden.contains("hemmeligt-id"),
        "{hidden}"
    );
    let shown = place.ok("report a.yaml --show-small-groups").out;
    assert!(
        !shown.contains("under 5") && !shown.contains("hemmeligt-id"),
        "{shown}"
    );
}

#[test]
fn a_chart_is_drawn_as_its_file_is_named() {
    let place = place("chart_files");
    for (file, begins) in [
        ("o.svg", "<svg"),
        ("o.dot", "digraph"),
        ("o.mmd", "flowchart"),
    ] {
        place.ok(&format!("chart a.yaml -o {file}"));
        let drawn = fs::read_to_string(place.0.join(file)).unwrap();
        let begins_so = drawn.lines().any(|line| line.starts_with(begins));
        assert!(begins_so, "{drawn}");
        assert!(
            drawn.contains("Jobcenter") && !drawn.contains("hemmeligt-id"),
            "{drawn}"
        );
        let format = match file {
            "o.svg" => "svg",
            "o.dot" => "dot",
            _ => "mermaid",
        };
        assert_eq!(
            place.ok(&format!("chart a.yaml --format {format}")).out,
            drawn
        );
    }
    assert_eq!(
        place.ok("chart a.yaml").out,
        place.ok("chart a.yaml --base org.yaml").out
    );
    assert_ne!(place.ok("chart a.yaml").out, place.ok("chart org.yaml").out);
    assert_eq!(place.code("chart org.yaml -o o.png"), 2);
    assert_eq!(place.code("chart fejl.yaml -o o.svg"), 1);
    assert_eq!(place.code("chart no-such.yaml"), 2);
}
