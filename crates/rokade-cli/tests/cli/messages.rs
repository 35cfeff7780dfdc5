//! Help and messages, in both languages where they are the tool's own.

use std::fmt::Write as _;
use std::fs;

use crate::place::{Place, Run};

#[test]
fn help() {
    let place = Place::new("help");
    for command in [
        "",
        "check",
        "diff",
        "compare",
        "report",
        "chart",
        "hearing",
        "explain",
        "rules",
        "schema",
        "completions",
    ] {
        let run = place.run(&format!("{command} --help"));
        assert_eq!((run.code, &*run.err), (0, ""), "{command}");
        let name = if command.is_empty() {
            "rokade"
        } else {
            command
        };
        insta::assert_snapshot!(format!("help_{name}"), run.out);
    }
    let version = place.run("--version");
    assert_eq!(version.code, 0);
    assert_eq!(
        version.out,
        format!("rokade {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn no_arguments_print_help_and_fail() {
    let place = Place::new("no_arguments");
    let run = place.run("");
    assert_eq!((run.code, &*run.out), (2, ""));
    assert_eq!(run.err, place.run("-h").out);
}

/// Every run that fails, as it is told in both languages. Nothing is printed but the message.
#[test]
fn runs_that_fail_say_why() {
    let place = Place::new("failures");
    fs::create_dir(place.0.join("empty")).unwrap();
    place.write("several/a.yaml", "rokade: 1\norganization: { id: a }\n");
    place.write("several/b.yaml", "rokade: 1\norganization: { id: b }\n");
    let mut told = String::new();
    for line in [
        "check nowhere.yaml",
        "check clean.yaml nowhere.yaml",
        "check empty",
        "diff several clean.yaml",
        "diff clean.yaml several",
        "diff clean.yaml",
        "apply clean.yaml",
        "apply hearing.yaml",
        "script clean.yaml nowhere.yaml",
        "diff hearing.yaml clean.yaml",
        "diff clean.yaml hearing.yaml",
        "diff hearing.yaml",
        "diff proposal.yaml --hearing clean.yaml",
        "diff proposal.yaml --hearing nowhere.yaml",
        "diff proposal.yaml --hearing several",
        "diff clean.yaml empty",
        "diff nowhere.yaml clean.yaml",
        "explain unknown-keys",
        "explain no-such-rule-at-all",
    ] {
        for language in ["en", "da"] {
            let line = format!("{line} --lang {language}");
            let run = place.run(&line);
            assert_eq!((run.code, &*run.out), (2, ""), "{line}");
            writeln!(told, "$ rokade {line}\n{}", run.err).unwrap();
        }
    }
    insta::assert_snapshot!("failures", told.replace('\\', "/"));
    // Why it cannot be read is the system's to say.
    let run = place.run("check clean.yaml/below.yaml");
    assert_eq!(run.code, 2);
    assert!(run.err.contains("clean.yaml/below.yaml"), "{}", run.err);
}

#[test]
fn arguments_that_make_no_sense_are_refused() {
    let place = Place::new("arguments");
    let mut told = String::new();
    for line in [
        "chekc clean.yaml",
        "check",
        "diff",
        "apply",
        "script clean.yaml",
        "diff clean.yaml clean.yaml clean.yaml",
        "check clean.yaml --lang sv",
        "check clean.yaml --fail-on fatal",
        "check clean.yaml --severity several-roots",
        "check clean.yaml --severity several-roots=fatal",
        "check clean.yaml --severity several-root=error",
        "check clean.yaml --on 2017",
        "check clean.yaml --on 2017-02-30",
        "check clean.yaml --color sometimes",
        "check clean.yaml --certain-only=maybe",
        "check clean.yaml --hearing hearing.yaml",
        "diff proposal.yaml --hearing",
        "completions sh",
    ] {
        let run = place.run(line);
        assert_eq!((run.code, &*run.out), (2, ""), "{line}");
        writeln!(told, "$ rokade {line}\n{}", run.err).unwrap();
    }
    insta::assert_snapshot!("arguments", told);
    let run = place.run("check clean.yaml --format nope");
    assert_eq!((run.code, &*run.out), (2, ""));
    for format in rokade::Format::ALL {
        assert!(run.err.contains(format.name()), "{}", run.err);
    }
}

#[test]
fn names_of_files_cannot_steer_the_terminal() {
    let place = Place::new("names");
    let names = [
        "no\u{1b}[31mred.yaml",
        "no\u{202e}lmay.yaml",
        "no\nsuch.yaml",
    ];
    for name in names {
        let run = Run::of(&mut place.command(["check", name]));
        assert_eq!(run.code, 2);
        assert_eq!(run.err.lines().count(), 1, "{:?}", run.err);
        assert!(!run.err.contains(['\u{1b}', '\u{202e}']), "{:?}", run.err);
    }
}
