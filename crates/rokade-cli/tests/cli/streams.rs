//! Standard input, several outputs, silence, and doing it again when a file changes.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::Stdio;
use std::sync::mpsc;
use std::time::Duration;

use crate::place::{BROKEN, CLEAN, FAULTY, Place};

/// The tool with a text on its standard input: exit code, output, errors.
fn piped(place: &Place, line: &str, text: &str) -> (i32, String, String) {
    let mut command = place.command(line.split_whitespace());
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    // It may have had enough.
    let _ = input.write_all(text.as_bytes());
    drop(input);
    let output = child.wait_with_output().unwrap();
    (
        output.status.code().unwrap_or(-1),
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

#[test]
fn standard_input_is_a_file() {
    let place = Place::new("stdin");
    assert_eq!(piped(&place, "check -", CLEAN).0, 0);
    let (code, out, _) = piped(&place, "check -", FAULTY);
    assert_eq!(code, 1);
    assert!(out.contains("<stdin>:2:"), "{out}");
    let (_, out, _) = piped(&place, "check - --stdin-name org/nu.yaml", FAULTY);
    assert!(out.contains("org/nu.yaml:2:"), "{out}");
    assert_eq!(piped(&place, "check -", BROKEN).0, 1);
    assert_eq!(piped(&place, "check -", "").0, 1);
}

#[test]
fn what_standard_input_names_is_looked_for_from_the_file_that_it_stands_for() {
    let place = Place::new("stdin_base");
    place.write("org/current.yaml", CLEAN);
    let proposal = "rokade: 1\nbase: current.yaml\nevents: []\n";
    assert_eq!(piped(&place, "check -", proposal).0, 1);
    assert_eq!(
        piped(&place, "check - --stdin-name org/proposal.yaml", proposal).0,
        0
    );
    assert_eq!(
        piped(&place, "diff - --stdin-name org/proposal.yaml", proposal).0,
        0
    );
    assert_eq!(piped(&place, "diff org/current.yaml -", CLEAN).0, 0);
    // So are its settings.
    place.write("org/rokade.toml", "fail-on = \"never\"\n");
    assert_eq!(
        piped(&place, "check - --stdin-name org/x.yaml", FAULTY).0,
        0
    );
}

#[test]
fn several_outputs_hold_what_each_alone_would() {
    let place = Place::new("outputs");
    let run = place.run("check faulty.yaml --output json=a.json --output text=b.txt");
    assert_eq!(run.code, 1);
    let written = |name: &str| fs::read_to_string(place.0.join(name)).unwrap();
    assert_eq!(
        written("a.json"),
        place.run("check faulty.yaml --format json").out
    );
    assert_eq!(written("b.txt"), run.out);
    // Quiet is quiet on the outside alone.
    let quiet = place.run("check faulty.yaml --quiet --output json=c.json");
    assert_eq!((quiet.code, &*quiet.out, &*quiet.err), (1, "", ""));
    assert_eq!(written("c.json"), written("a.json"));
    for (line, said) in [
        ("check clean.yaml --output json", "json=report.json"),
        ("check clean.yaml --output pdf=a.pdf", "pdf"),
        ("check clean.yaml --output json=", "json=report.json"),
        (
            "check clean.yaml --output json=no/such/a.json",
            "no/such/a.json",
        ),
    ] {
        let run = place.run(line);
        assert_eq!(run.code, 2, "{line}");
        assert!(run.err.contains(said), "{line}: {}", run.err);
    }
}

#[test]
fn a_change_is_checked_and_what_is_half_written_is_not() {
    let place = Place::new("watch");
    place.write("org.yaml", CLEAN);
    let mut command = place.command(["check", "org.yaml", "--watch", "--lang", "en"]);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = Killed(command.spawn().unwrap());
    let child = &mut child.0;
    let (lines, heard) = mpsc::channel();
    let out = BufReader::new(child.stdout.take().unwrap());
    let err = BufReader::new(child.stderr.take().unwrap());
    let to = lines.clone();
    std::thread::spawn(move || {
        out.lines()
            .map_while(Result::ok)
            .try_for_each(|l| to.send(l))
    });
    std::thread::spawn(move || {
        err.lines()
            .map_while(Result::ok)
            .try_for_each(|l| lines.send(l))
    });
    let until = |said: &str| {
        let mut all = Vec::new();
        while let Ok(line) = heard.recv_timeout(Duration::from_secs(20)) {
            let is_it = line.contains(said);
            all.push(line);
            if is_it {
                return all;
            }
        }
        panic!("{said:?} was not said, but {all:#?}");
    };
    until("Nothing found");
    // The folder is watched once the first report is out.
    std::thread::sleep(Duration::from_millis(300));
    place.write("org.yaml", FAULTY);
    until("unknown-key");
    std::thread::sleep(Duration::from_millis(300));
    place.write("org.yaml", BROKEN);
    let said = until("Cannot be read right now");
    // What was found last still stands.
    assert!(
        !said.iter().any(|line| line.contains("syntax")),
        "{said:#?}"
    );
    place.write("org.yaml", CLEAN);
    until("Nothing found");
}

/// A run that would not end by itself, ended also where a test fails.
struct Killed(std::process::Child);

impl Drop for Killed {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn settings_are_printed_with_where_they_come_from() {
    let place = Place::new("config");
    place.write(
        "org/org.yaml",
        "rokade: 1\norganization: { id: a, language: da }\nunits: { a: { name: A } }\n",
    );
    let plain = place.run("config org/org.yaml");
    assert_eq!(plain.code, 0);
    assert!(
        plain.out.contains("language = \"da\"") && plain.out.contains("# diagrammet"),
        "{}",
        plain.out
    );
    place.write(
        "rokade.toml",
        "language = \"en\"\n[limits]\nspan.max = 12\n[severities]\nvacant-head = \"error\"\n",
    );
    let set = place.run("config org/org.yaml").out;
    for line in [
        "language = \"en\"",
        "span.max = 12",
        "vacant-head = \"error\"",
    ] {
        let told = set.lines().find(|told| told.starts_with(line)).unwrap();
        assert!(told.ends_with("# rokade.toml"), "{told}");
    }
    assert!(
        set.contains("fail-on = \"error\"") && set.contains("# default"),
        "{set}"
    );
    // What is printed is itself a file of settings.
    place.write("again/rokade.toml", &set);
    place.write("again/org.yaml", CLEAN);
    assert_eq!(place.code("check again/org.yaml"), 0);
    place.write("rokade.toml", "langauge = \"en\"\n");
    let wrong = place.run("config org");
    assert_eq!(wrong.code, 2);
    assert!(
        wrong.err.contains("langauge") && wrong.err.contains("language"),
        "{}",
        wrong.err
    );
}

#[test]
fn a_mistake_in_the_settings_is_a_finding_in_every_format() {
    let place = Place::new("settings_finding");
    place.write("rokade.toml", "langauge = \"en\"\n");
    let run = place.run("check clean.yaml --format json");
    assert_eq!(run.code, 1);
    assert!(
        run.out.contains("\"unknown-key\"") && run.out.contains("rokade.toml"),
        "{}",
        run.out
    );
    // What cannot be read at all is never clean.
    place.write("rokade.toml", "language =\n");
    let run = place.run("check clean.yaml --fail-on never");
    assert_eq!(run.code, 1, "{}", run.out);
    assert!(run.out.contains("syntax"), "{}", run.out);
}
