//! `hearing extract`: what is written of a response, where it is written, and what is refused.

use std::fs;

use crate::hearings::ORG;
use crate::place::Place;

/// Founds a unit, which is known by its name where the proposal is given.
const PROPOSAL: &str = "rokade: 1
base: org.yaml
as_of: 2017-06-01
events:
  - establish: { unit: driftshus, name: Driftshuset, parent: kommune, head: none }
";

const RESPONSE: &str = "Høringssvar fra LMU Socialcenter
3. maj 2017

Det fremgår ikke, hvem der har ansvaret for kantinen.

Vi er bekymrede for, om Driftshuset får tid til det.

Mvh
";

fn place(name: &str) -> Place {
    let place = Place::new(name);
    place.write("org.yaml", ORG);
    place.write(
        "forslag/proposal.yaml",
        &PROPOSAL.replace("org.yaml", "../org.yaml"),
    );
    place.write("svar.txt", RESPONSE);
    place
}

#[test]
fn a_response_becomes_a_hearing_to_edit() {
    let place = place("extract_stdout");
    let run = place.run("hearing extract svar.txt --base org.yaml --lang en");
    assert_eq!((run.code, &*run.err), (0, ""));
    insta::assert_snapshot!("extracted_en", run.out);
    let run =
        place.run("hearing extract svar.txt --base org.yaml --proposal forslag/proposal.yaml");
    assert_eq!((run.code, &*run.err), (0, ""));
    insta::assert_snapshot!("extracted_da", run.out);
}

#[test]
fn what_is_written_passes_the_check_once_the_proposal_is_given() {
    let place = place("extract_file");
    fs::create_dir(place.0.join("svar")).unwrap();
    let line = "hearing extract svar.txt --base org.yaml --proposal forslag/proposal.yaml -o svar/hearing.yaml";
    let run = place.run(line);
    assert_eq!((run.code, &*run.out, &*run.err), (0, "", ""));
    let written = fs::read_to_string(place.0.join("svar/hearing.yaml")).unwrap();
    assert!(
        written.contains("proposal: ../forslag/proposal.yaml"),
        "{written}"
    );
    let check = place.run("check svar/hearing.yaml");
    assert_eq!(check.code, 0, "{}", check.out);
    // The proposal is in it; and nothing is left beside the file.
    assert!(written.contains("units: [driftshus]"), "{written}");
    assert_eq!(fs::read_dir(place.0.join("svar")).unwrap().count(), 1);
    // What somebody may have edited is not written over.
    let again = place.run(line);
    assert_eq!((again.code, &*again.out), (2, ""));
    assert!(again.err.contains("svar/hearing.yaml"), "{}", again.err);
    assert_eq!(
        fs::read_to_string(place.0.join("svar/hearing.yaml")).unwrap(),
        written
    );
}

#[test]
fn nothing_found_is_said() {
    let place = place("extract_nothing");
    place.write("tak.txt", "Tak for brevet\n");
    let run = place.run("hearing extract tak.txt --base org.yaml --lang da");
    assert_eq!(run.code, 0);
    assert_eq!(
        run.err,
        "Der er ikke fundet spørgsmål eller indvendinger i tak.txt.\n"
    );
    let comments: String = run
        .out
        .lines()
        .filter(|line| line.trim_start().starts_with('#'))
        .collect();
    assert!(
        comments.contains("proposal:") && comments.contains("from:"),
        "{}",
        run.out
    );
}

#[test]
fn what_is_no_response_is_refused() {
    let place = place("extract_refused");
    fs::write(place.0.join("latin.txt"), b"H\xf8ringssvar").unwrap();
    fs::write(place.0.join("svar.pdf"), b"%PDF-1.7").unwrap();
    fs::write(place.0.join("svar.docx"), b"PK\x03\x04").unwrap();
    fs::write(place.0.join("stor.txt"), vec![b'a'; 3 * 1024 * 1024]).unwrap();
    let mut told = String::new();
    for file in [
        "nowhere.txt",
        "latin.txt",
        "svar.pdf",
        "svar.docx",
        "stor.txt",
        "forslag",
    ] {
        for language in ["en", "da"] {
            let run = place.run(&format!(
                "hearing extract {file} --base org.yaml --lang {language}"
            ));
            assert_eq!((run.code, &*run.out), (2, ""), "{file}");
            told.push_str(&run.err);
        }
    }
    insta::assert_snapshot!("extract_refused", told);
    let faulty = place.run("hearing extract svar.txt --base faulty.yaml");
    assert_eq!((faulty.code, &*faulty.out), (1, ""));
    assert!(faulty.err.contains("nmae"), "{}", faulty.err);
    assert_eq!(place.code("hearing extract svar.txt"), 2);
}
