//! `hearing`: what is read, what is written where, and what fails.

use std::fs;
use std::io::Read as _;

use crate::place::Place;

const ORG: &str = "rokade: 1
organization: { id: by, name: By Kommune, language: da }
title: I dag
sites: { torvet: { name: Torvet } }
units:
  kommune: { name: By Kommune, site: torvet }
  jobcenter: { name: Jobcenter, parent: kommune, head: leder }
  social: { name: Socialcenter, parent: kommune }
staff:
  leder: { title: Leder, unit: jobcenter }
  hemmeligt-id: { unit: social, count: 2, performs: [kantine] }
functions:
  kantine: { name: Kantine, kind: support, responsible: social, needed_at: [torvet] }
bodies:
  lmu: { name: LMU Socialcenter, kind: local_med, covers: [social] }
";
const PROPOSAL: &str = "rokade: 1
base: org.yaml
title: Socialcentret lukker
events:
  - { id: luk, close: { unit: social } }
";
const COUNTER: &str = "rokade: 1
base: org.yaml
title: Kantinen fører vi videre
events:
  - { move: { function: kantine, to: jobcenter } }
  - { move: { staff: hemmeligt-id, to: jobcenter } }
  - { id: luk, close: { unit: social } }
";
const HEARING: &str = "rokade: 1
hearing:
  proposal: proposal.yaml
  responses:
    - id: svar-lmu
      from: lmu
      received: 2017-05-12
      points:
        - { id: kantine, about: { functions: [kantine], staff: [hemmeligt-id] }, kind: question, text: Hvem har kantinen?, raises: [unassigned-responsibility, unplaced-staff] }
        - { id: rygter, kind: objection, text: Der går rygter }
";

fn place(name: &str) -> Place {
    let place = Place::new(name);
    for (file, text) in [
        ("org.yaml", ORG),
        ("proposal.yaml", PROPOSAL),
        ("counter.yaml", COUNTER),
        ("hearing.yaml", HEARING),
    ] {
        place.write(file, text);
    }
    place
}

#[test]
fn every_point_is_told_with_what_the_proposal_does() {
    let place = place("note");
    let note = place.ok("hearing hearing.yaml").out;
    for words in [
        "Høringsnotat: Socialcentret lukker",
        "LMU Socialcenter · Modtaget 12. maj 2017",
        "Hvem har kantinen?",
        "Ingen har ansvaret for Kantine",
        "Ikke besvaret.",
        "Modellen siger ikke noget om det.",
    ] {
        assert!(note.contains(words), "{words}: {note}");
    }
    let english = place.ok("hearing hearing.yaml --lang en").out;
    assert!(
        english.contains("The model says nothing of it."),
        "{english}"
    );
    // Findings are what a note is made of, and no reason to fail.
    place.ok("hearing hearing.yaml --format json");
}

#[test]
fn a_counter_proposal_is_named_by_the_hearing_or_on_the_command_line() {
    let place = place("note_counter");
    let asked = place.ok("hearing hearing.yaml --counter counter.yaml").out;
    assert!(
        asked.contains("Modforslaget: Kantinen fører vi videre"),
        "{asked}"
    );
    assert!(asked.contains("Modforslaget løser det helt."), "{asked}");
    let named = HEARING.replace(
        "kind: objection,",
        "kind: objection, counter_proposal: counter.yaml,",
    );
    place.write("names.yaml", &named);
    let by_file = place.ok("hearing names.yaml").out;
    assert_eq!(by_file, asked);
    // One that is named twice is one.
    assert_eq!(
        place.ok("hearing names.yaml --counter counter.yaml").out,
        asked
    );
    // Several have their titles.
    let two = place.ok("hearing names.yaml --counter proposal.yaml").out;
    assert!(
        two.contains("»Kantinen fører vi videre« løser det helt."),
        "{two}"
    );
    assert!(
        two.contains("»Socialcentret lukker« løser det ikke."),
        "{two}"
    );
}

#[test]
fn what_is_not_there_is_said_and_fails() {
    let place = place("note_fails");
    for (name, from, to, words) in [
        (
            "no-proposal.yaml",
            "  proposal: proposal.yaml\n",
            "",
            "hvilket forslag",
        ),
        (
            "missing.yaml",
            "proposal.yaml",
            "nowhere.yaml",
            "nowhere.yaml",
        ),
        ("a-hearing.yaml", "proposal.yaml", "hearing.yaml", "er selv"),
        ("a-chart.yaml", "proposal.yaml", "org.yaml", "--base"),
        (
            "counter.no.yaml",
            "kind: objection,",
            "kind: objection, counter_proposal: no.yaml,",
            "no.yaml",
        ),
        (
            "rule.yaml",
            "raises: [",
            "raises: [no-such-rule, ",
            "no-such-rule",
        ),
        ("unread.yaml", "proposal.yaml", "broken.yaml", "broken.yaml"),
    ] {
        place.write(name, &HEARING.replace(from, to));
        let run = place.run(&format!("hearing {name} --lang da"));
        assert_eq!((run.code, &*run.err), (1, ""), "{name}: {}", run.out);
        assert!(run.out.contains(words), "{name}: {}", run.out);
        // Nothing that was raised is left out.
        for text in ["Hvem har kantinen?", "Der går rygter"] {
            assert!(run.out.contains(text), "{name}: {}", run.out);
        }
    }
    // A chart in full is as good a proposal, where it is said what to compare it with.
    place.ok("hearing a-chart.yaml --base org.yaml");
    for (line, words) in [
        ("hearing org.yaml", "er ikke en høring"),
        ("hearing nowhere.yaml", "nowhere.yaml"),
        (
            "hearing hearing.yaml --counter nowhere.yaml",
            "nowhere.yaml",
        ),
        ("hearing hearing.yaml -o nowhere/note.md", "nowhere/note.md"),
    ] {
        let run = place.run(&format!("{line} --lang da"));
        assert_eq!((run.code, &*run.out), (2, ""), "{line}");
        assert!(run.err.contains(words), "{line}: {}", run.err);
    }
    assert_eq!(place.code("hearing"), 2);
}

#[test]
fn a_counter_proposal_that_is_not_there_is_found_when_the_hearing_is_checked() {
    let place = place("note_check");
    place.write(
        "names.yaml",
        &HEARING.replace(
            "kind: objection,",
            "kind: objection, counter_proposal: no.yaml,",
        ),
    );
    let run = place.run("check names.yaml");
    assert_eq!(run.code, 1, "{}", run.out);
    assert!(run.out.contains("names.yaml:10:60"), "{}", run.out);
    assert!(
        run.out.contains("Modforslaget kan ikke læses"),
        "{}",
        run.out
    );
    let run = place.run("diff proposal.yaml --hearing names.yaml");
    assert!(
        run.out.contains("Modforslaget kan ikke læses"),
        "{}",
        run.out
    );
}

/// The text of a Word document.
fn docx(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    let mut file = archive.by_name("word/document.xml").unwrap();
    file.read_to_string(&mut text).unwrap();
    text
}

#[test]
fn what_is_made_for_readers_tells_no_small_groups_and_no_ids() {
    let place = place("note_readers");
    let written = |format: &str, more: &str| {
        let line = format!(
            "hearing hearing.yaml --counter counter.yaml --format {format} -o note-{format} {more}"
        );
        let run = place.ok(&line);
        assert_eq!(run.out, "", "{line}");
        let bytes = fs::read(place.0.join(format!("note-{format}"))).unwrap();
        match format {
            "docx" => docx(&bytes),
            _ => String::from_utf8(bytes).unwrap(),
        }
    };
    for format in ["markdown", "html", "docx"] {
        let hidden = written(format, "");
        assert!(hidden.contains("under 5"), "{format}: {hidden}");
        assert!(!hidden.contains("hemmeligt-id"), "{format}: {hidden}");
        assert!(hidden.contains("stilling uden titel"), "{format}: {hidden}");
        let shown = written(format, "--show-small-groups");
        assert!(!shown.contains("under 5"), "{format}: {shown}");
        assert!(!shown.contains("hemmeligt-id"), "{format}: {shown}");
    }
    // Those who made the charts see what they wrote.
    assert!(!written("text", "").contains("under 5"));
    assert!(written("text", "--hide-small-groups").contains("under 5"));
    assert!(!written("json", "").contains("under 5"));
    // Nothing is left beside what was written.
    let files = fs::read_dir(&place.0)
        .unwrap()
        .map(|file| file.unwrap().file_name());
    let beside = files.filter(|name| name.to_string_lossy().ends_with(".part"));
    assert_eq!(beside.count(), 0);
}
