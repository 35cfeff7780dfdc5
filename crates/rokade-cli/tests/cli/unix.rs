//! Pipes and devices.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::os::unix::ffi::OsStrExt as _;
use std::process::Stdio;

use crate::place::{CLEAN, Place, Run};

const LINES: [&str; 6] = [
    "check faulty.yaml",
    "diff clean.yaml faulty.yaml",
    "rules",
    "explain unknown-key",
    "schema",
    "completions bash",
];

#[test]
#[cfg(target_os = "linux")]
fn output_that_cannot_be_written_fails_the_run() {
    let place = Place::new("full");
    for line in LINES
        .into_iter()
        .chain(["check clean.yaml", "diff clean.yaml clean.yaml"])
    {
        let full = File::options().write(true).open("/dev/full").unwrap();
        let run = Run::of(place.command(line.split_whitespace()).stdout(full));
        assert_eq!(run.code, 2, "{line}: {}", run.err);
        assert!(!run.err.is_empty(), "{line}");
    }
}

#[test]
fn a_reader_who_has_had_enough_is_no_error() {
    let place = Place::new("closed");
    for line in LINES {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let run = Run::of(place.command(line.split_whitespace()).stdout(writer));
        assert_eq!(run.err, "", "{line}");
        assert!(matches!(run.code, 0 | 1), "{line}: {}", run.code);
    }
    let mut child = place
        .command(["schema"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap())
        .read_line(&mut first)
        .unwrap();
    assert_eq!(first, "{\n");
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_pipe_is_no_chart() {
    let place = Place::new("fifo");
    place.pipe("chart.yaml");
    for line in [
        "check chart.yaml",
        "diff clean.yaml chart.yaml",
        "check /dev/null",
    ] {
        let run = place.run(line);
        assert_eq!(run.code, 2, "{line}");
        assert!(
            run.err.ends_with(" is neither a file nor a folder.\n"),
            "{}",
            run.err
        );
    }
    // In a folder it is passed over, and above all not waited for.
    let run = place.run("check . --fail-on never");
    assert!(matches!(run.code, 0 | 1), "{}", run.err);
}

#[test]
fn a_name_that_is_no_text_is_a_name() {
    let place = Place::new("bytes");
    let name = OsStr::from_bytes(b"Besk\xe6ftigelse.yaml");
    std::fs::write(place.0.join(name), CLEAN).unwrap();
    let run = Run::of(&mut place.command([OsStr::new("check"), name]));
    assert_eq!(run.code, 0, "{}", run.err);
}
