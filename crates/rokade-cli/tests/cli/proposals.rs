//! Proposals: what they stand on, and the commands that read and write them.

use std::fs;

use crate::place::{CLEAN, HEARING, PROPOSAL, Place};

const ORG: &str = "rokade: 1
organization: { id: by, name: By Kommune }
units:
  kommune: { name: By Kommune }
  jobcenter: { name: Jobcenter, parent: kommune, head: leder }
staff:
  leder: { title: Leder, unit: jobcenter }
  raadgivere: { title: Rådgivere, unit: jobcenter, count: 10, performs: [job] }
functions:
  job: { name: Jobindsats, kind: citizen, responsible: jobcenter }
";

/// A proposal on `base` that founds a team; on the first of these others can stand.
fn team(base: &str, team: &str) -> String {
    format!(
        "rokade: 1\nbase: {base}\nevents:\n  - establish: {{ unit: {team}, name: Team {team}, parent: jobcenter }}\n"
    )
}

#[test]
fn a_proposal_stands_on_a_chart_a_folder_or_another_proposal() {
    let place = Place::new("chains");
    place.write("org/units.yaml", ORG);
    place.write("org/proposal.yaml", PROPOSAL);
    place.write("alone.yaml", ORG);
    place.write("below/first.yaml", &team("../alone.yaml", "nord"));
    place.write("second.yaml", &team("below/first.yaml", "syd"));
    place.write("third.yaml", &team("second.yaml", "vest"));
    place.write("folder.yaml", &team("org", "nord"));
    for line in ["check third.yaml", "diff third.yaml", "diff folder.yaml"] {
        let run = place.run(line);
        assert_eq!((run.code, &*run.err), (0, ""), "{line}\n{}", run.out);
    }
    let applied = place.run("apply third.yaml").out;
    for team in ["Team nord", "Team syd", "Team vest"] {
        assert!(applied.contains(team), "{applied}");
    }
    // The base of the third is the second, which has two of the teams already.
    let diff = place.run("diff third.yaml --format json").out;
    assert!(
        !diff.contains("nord\"") && diff.contains("vest\""),
        "{diff}"
    );
    let diff = place.run("diff alone.yaml third.yaml --format json").out;
    assert!(diff.contains("nord\"") && diff.contains("vest\""), "{diff}");
}

#[test]
fn a_folder_of_proposals_alone_is_read_proposal_by_proposal() {
    let place = Place::new("proposals-alone");
    place.write("org.yaml", ORG);
    place.write("alone/first.yaml", &team("../org.yaml", "nord"));
    assert_eq!(place.code("check alone"), 0);
    assert_eq!(place.code("diff alone"), 0);
    place.write("alone/second.yaml", &team("first.yaml", "nord"));
    let run = place.run("check alone");
    assert_eq!(run.code, 1, "the second founds the same team again");
    assert_eq!(place.code("diff alone"), 2);
}

#[test]
fn a_base_that_cannot_be_used_is_a_finding_where_it_is_named() {
    let place = Place::new("bases");
    place.write("hearing.yaml", HEARING);
    place.write("empty/README.md", "nothing");
    place.write("many/a.yaml", "rokade: 1\norganization: { id: a }\n");
    place.write("many/b.yaml", "rokade: 1\norganization: { id: b }\n");
    let mut told = String::new();
    for (name, base) in [
        ("missing", "nowhere.yaml"),
        ("itself", "itself.yaml"),
        ("round", "back.yaml"),
        ("heard", "hearing.yaml"),
        ("empty", "empty"),
        ("several", "many"),
    ] {
        place.write("back.yaml", "rokade: 1\nbase: round.yaml\n");
        place.write(
            &format!("{name}.yaml"),
            &format!("rokade: 1\nbase: {base}\n"),
        );
        for language in ["en", "da"] {
            let run = place.run(&format!("check {name}.yaml --lang {language}"));
            assert_eq!((run.code, &*run.err), (1, ""), "{name}");
            assert!(run.out.contains(":2:7"), "{}", run.out);
            told.push_str(&run.out);
        }
        assert_eq!(place.code(&format!("diff {name}.yaml")), 1);
        let run = place.run(&format!("apply {name}.yaml"));
        assert_eq!((run.code, &*run.out), (1, ""), "{name}");
        assert!(run.err.contains(":2:7"), "{}", run.err);
    }
    insta::assert_snapshot!("bases", told.replace('\\', "/"));
}

#[test]
fn what_is_applied_is_the_proposal() {
    let place = Place::new("applied");
    place.write("org.yaml", ORG);
    place.write(
        "proposal.yaml",
        "rokade: 1
base: org.yaml
title: Et team for sig
events:
  - establish: { unit: team, name: Team, parent: kommune, head: none }
  - { id: flyt, move: { staff: raadgivere, count: 4, to: team, as: team-raadgivere } }
",
    );
    let applied = place.run("apply proposal.yaml");
    assert_eq!((applied.code, &*applied.err), (0, ""));
    place.write("applied.yaml", &applied.out);
    let run = place.run("diff proposal.yaml applied.yaml --fail-on note --format json");
    assert_eq!(run.code, 0, "{}", run.out);
    assert!(run.out.contains("\"changes\": []"), "{}", run.out);
    let script = place.run("script org.yaml applied.yaml");
    assert_eq!((script.code, &*script.err), (0, ""));
    insta::assert_snapshot!("script", script.out);
    place.write("script.yaml", &script.out);
    let run = place.run("diff applied.yaml script.yaml --fail-on note --format json");
    assert_eq!(run.code, 0, "{}", run.out);
    assert!(run.out.contains("\"changes\": []"), "{}", run.out);
    assert_eq!(place.run("apply script.yaml").out, applied.out);
}

#[test]
fn what_has_faults_is_not_applied() {
    let place = Place::new("not-applied");
    place.write("org.yaml", ORG);
    let proposal =
        "rokade: 1\nbase: org.yaml\nevents:\n  - move: { staff: nobody, to: jobcenter }\n";
    place.write("unknown.yaml", proposal);
    let run = place.run("apply unknown.yaml");
    assert_eq!((run.code, &*run.out), (1, ""));
    assert!(run.err.contains("unknown.yaml:4:"), "{}", run.err);
    place.write("faulty.yaml", "rokade: 1\nbase: org.yaml\nevnets: []\n");
    let run = place.run("apply faulty.yaml");
    assert_eq!((run.code, &*run.out), (1, ""));
    assert!(run.err.contains("faulty.yaml:3:1"), "{}", run.err);
    place.write("clean.yaml", CLEAN);
    let run = place.run("script clean.yaml faulty.yaml");
    assert_eq!((run.code, &*run.out), (1, ""));
}

#[test]
fn a_fault_of_the_base_is_told_once() {
    let place = Place::new("once");
    place.write("org.yaml", &ORG.replace("head: leder", "haed: leder"));
    place.write("proposal.yaml", &team("org.yaml", "nord"));
    for line in [
        "diff proposal.yaml",
        "diff org.yaml proposal.yaml",
        "check proposal.yaml",
    ] {
        let run = place.run(&format!("{line} --format json"));
        assert_eq!(run.code, 1, "{line}");
        assert_eq!(
            run.out.matches("\"rule\": \"unknown-key\"").count(),
            1,
            "{line}\n{}",
            run.out
        );
    }
}

#[test]
fn a_cause_is_told_in_json_and_in_text() {
    let place = Place::new("causes");
    place.write("org.yaml", ORG);
    place.write(
        "proposal.yaml",
        "rokade: 1
base: org.yaml
events:
  - establish: { unit: team, name: Team, parent: kommune, head: none }
  - { id: luk, close: { unit: jobcenter } }
",
    );
    let run = place.run("diff proposal.yaml --format json");
    assert_eq!(run.code, 1);
    let report: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let findings = report["findings"].as_array().unwrap();
    let errors = findings
        .iter()
        .filter(|finding| finding["severity"] == "error");
    let mut count = 0;
    for error in errors {
        let by = error["caused_by"].as_array().unwrap();
        assert_eq!(by.len(), 1, "{error:#}");
        assert_eq!(
            (&by[0]["event"], &by[0]["action"]),
            (&"luk".into(), &"close".into())
        );
        assert_eq!(
            (&by[0]["number"], &by[0]["start"]["line"]),
            (&2.into(), &5.into())
        );
        count += 1;
    }
    assert!(count > 0, "{}", run.out);
    for (language, words) in [
        ("da", "nedlæggelsen er årsagen"),
        ("en", "this closure is the cause"),
    ] {
        let run = place.run(&format!("diff proposal.yaml --lang {language}"));
        assert!(run.out.contains(words), "{}", run.out);
    }
}

#[test]
fn what_an_event_allows_does_not_fail() {
    let place = Place::new("event-allows");
    place.write("org.yaml", ORG);
    let close = |allow: &str| {
        format!(
            "rokade: 1\nbase: org.yaml\nevents:\n  - close: {{ unit: jobcenter }}\n    allow: [{allow}]\n"
        )
    };
    place.write("plain.yaml", &close(""));
    let allow = "{ rule: unassigned-responsibility, because: aftalt }, { rule: unplaced-staff, because: aftalt }";
    place.write("allowed.yaml", &close(allow));
    assert_eq!(place.code("diff plain.yaml"), 1);
    let run = place.run("diff allowed.yaml");
    assert_eq!(run.code, 0, "{}", run.out);
    assert!(run.out.contains("aftalt"), "{}", run.out);
}

#[test]
fn a_file_is_read_once_however_it_is_named() {
    let place = Place::new("read-once");
    place.write("org.yaml", ORG);
    place.write("proposal.yaml", &team("./org.yaml", "nord"));
    fs::create_dir_all(place.0.join("below")).unwrap();
    let run = place.run("diff below/../org.yaml proposal.yaml --format json");
    let report: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(
        report["sources"].as_array().unwrap().len(),
        2,
        "{}",
        run.out
    );
}
