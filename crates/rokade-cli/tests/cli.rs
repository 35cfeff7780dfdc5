//! The tool as a user runs it: help, messages, exit codes, languages, pipes.
//!
//! What a report looks like is not asked here but with the formats; only help texts and the
//! tool's own messages are kept as snapshots. Nothing depends on the caller's environment.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const CLEAN: &str = "rokade: 1\nunits: { jobcenter: { name: Jobcenter } }\n";
const FAULTY: &str = "rokade: 1\nunits: { jobcenter: { nmae: Jobcenter } }\n";
const BROKEN: &str = "rokade: 1\nunits: { jobcenter: { name: @Jobcenter } }\n";
/// Nothing worse than a warning, which is certain.
const WARNED: &str = "rokade: 1\nunits: { a: { name: Torv }, b: { name: Havn } }\n";
/// Nothing worse than a warning, which is only possible: two names that may mean the same.
const POSSIBLE: &str = "rokade: 1\nunits:
  rod: { name: Kommunen }
  nord: { name: Nord, parent: rod }
  syd: { name: Syd, parent: rod }
  a: { name: Borgerservice Centrum, parent: nord }
  b: { name: Centrum Borgerservice, parent: syd }\n";
const PROPOSAL: &str = "rokade: 1\nbase: clean.yaml\nevents: []\n";
const HEARING: &str = "rokade: 1\nhearing: { responses: [] }\n";

/// A folder of a test's own, to be run in.
struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        let place = Place(path);
        for (name, text) in [
            ("clean.yaml", CLEAN),
            ("faulty.yaml", FAULTY),
            ("broken.yaml", BROKEN),
            ("warned.yaml", WARNED),
            ("possible.yaml", POSSIBLE),
            ("proposal.yaml", PROPOSAL),
            ("hearing.yaml", HEARING),
        ] {
            place.write(name, text);
        }
        place
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// The tool, in this folder, without the caller's environment.
    fn command<A: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = A>) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rokade"));
        command
            .args(args)
            .current_dir(&self.0)
            .env_clear()
            .env("LC_ALL", "C");
        command.stdin(Stdio::null());
        command
    }

    fn run(&self, line: &str) -> Run {
        Run::of(&mut self.command(line.split_whitespace()))
    }

    fn run_with(&self, line: &str, variables: &[(&str, &str)]) -> Run {
        let mut command = self.command(line.split_whitespace());
        Run::of(command.envs(variables.iter().copied()))
    }

    fn code(&self, line: &str) -> i32 {
        self.run(line).code
    }
}

/// What came of a run.
struct Run {
    code: i32,
    out: String,
    err: String,
}

impl Run {
    fn of(command: &mut Command) -> Self {
        let Output {
            status,
            stdout,
            stderr,
        } = command.output().unwrap();
        Run {
            code: status.code().expect("it was not killed"),
            out: String::from_utf8(stdout).expect("output is UTF-8"),
            err: String::from_utf8(stderr).expect("messages are UTF-8"),
        }
    }
}

#[test]
fn help() {
    let place = Place::new("help");
    for command in [
        "",
        "check",
        "diff",
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

#[test]
fn exit_codes_of_a_check() {
    let place = Place::new("exit_codes");
    for (line, code) in [
        ("check clean.yaml", 0),
        ("check faulty.yaml", 1),
        ("check broken.yaml", 1),
        ("check warned.yaml", 0),
        ("check possible.yaml", 0),
        ("check clean.yaml warned.yaml", 0),
        ("check clean.yaml faulty.yaml", 1),
        ("check faulty.yaml clean.yaml", 1),
        ("check clean.yaml --fail-on note", 0),
        ("check warned.yaml --fail-on error", 0),
        ("check warned.yaml --fail-on warning", 1),
        ("check warned.yaml --fail-on note", 1),
        ("check warned.yaml --fail-on never", 0),
        ("check faulty.yaml --fail-on error", 1),
        ("check faulty.yaml --fail-on never", 0),
        // What could not be read never reads as clean.
        ("check broken.yaml --fail-on never", 1),
        ("check possible.yaml --fail-on warning", 1),
        ("check possible.yaml --fail-on warning --certain-only", 0),
        ("check warned.yaml --fail-on warning --certain-only", 1),
        ("check faulty.yaml --certain-only", 1),
        ("check warned.yaml --severity several-roots=error", 1),
        ("check faulty.yaml --severity unknown-key=note", 0),
        (
            "check faulty.yaml --severity unknown-key=note --fail-on note",
            1,
        ),
        (
            "check warned.yaml --severity several-roots=note --severity several-roots=error",
            1,
        ),
        ("check broken.yaml --severity syntax=note", 1),
        ("diff clean.yaml clean.yaml", 0),
        ("diff clean.yaml faulty.yaml", 1),
        ("diff faulty.yaml clean.yaml", 1),
        ("diff clean.yaml broken.yaml --fail-on never", 1),
        ("rules", 0),
        ("explain unknown-key", 0),
        ("schema", 0),
        ("schema --report", 0),
        ("completions bash", 0),
    ] {
        let run = place.run(line);
        assert_eq!(run.code, code, "{line}\n{}{}", run.out, run.err);
        assert_eq!(run.err, "", "{line}");
    }
}

#[test]
fn what_an_allow_covers_does_not_fail() {
    let place = Place::new("allow");
    let allowed = |until: &str| {
        format!(
            "rokade: 1\nas_of: 2017-06-01\nunits:
  a: {{ nmae: A, allow: [{{ rule: unknown-key, because: aftalt{until} }}] }}\n"
        )
    };
    place.write("always.yaml", &allowed(""));
    place.write("until.yaml", &allowed(", until: 2017-12-31"));
    place.write("past.yaml", &allowed(", until: 2017-01-31"));
    assert_eq!(place.code("check always.yaml"), 0);
    assert_eq!(place.code("check until.yaml"), 0);
    assert_eq!(place.code("check past.yaml"), 1);
    assert_eq!(place.code("check until.yaml --on 2018-01-01"), 1);
    assert_eq!(place.code("check past.yaml --on 2017-01-31"), 0);
}

/// Every run that fails, as it is told in both languages. Nothing is printed but the message.
#[test]
fn runs_that_fail_say_why() {
    let place = Place::new("failures");
    fs::create_dir(place.0.join("empty")).unwrap();
    place.write("proposals/a.yaml", PROPOSAL);
    place.write("several/a.yaml", "rokade: 1\norganization: { id: a }\n");
    place.write("several/b.yaml", "rokade: 1\norganization: { id: b }\n");
    let mut told = String::new();
    for line in [
        "check nowhere.yaml",
        "check clean.yaml nowhere.yaml",
        "check proposal.yaml",
        "check hearing.yaml",
        "check empty",
        "check proposals",
        "diff several clean.yaml",
        "diff clean.yaml several",
        "diff clean.yaml proposal.yaml",
        "diff hearing.yaml clean.yaml",
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
        "diff clean.yaml",
        "diff clean.yaml clean.yaml clean.yaml",
        "check clean.yaml --lang sv",
        "check clean.yaml --fail-on fatal",
        "check clean.yaml --severity several-roots",
        "check clean.yaml --severity several-roots=fatal",
        "check clean.yaml --severity several-root=error",
        "check clean.yaml --on 2017",
        "check clean.yaml --on 2017-02-30",
        "check clean.yaml --color sometimes",
        "check clean.yaml --verbose",
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
fn a_folder_is_one_chart_and_what_is_skipped_is_said() {
    let place = Place::new("folder");
    place.write(
        "one/units.yaml",
        "rokade: 1\nunits: { a: { name: A, head: leder } }\n",
    );
    place.write("one/staff.csv", "id;unit\nleder;a\n");
    place.write("one/proposal.yaml", PROPOSAL);
    place.write("one/hearing.yaml", HEARING);
    place.write("one/README.md", "# Not a chart\n");
    place.write("one/below/units.yaml", BROKEN);
    let run = place.run("check one");
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    let told = format!("{}{}", run.err, place.run("check one --lang da").err);
    insta::assert_snapshot!("skipped", told.replace('\\', "/"));
    assert_eq!(place.code("diff one one"), 0);
    assert_eq!(
        place.code("diff clean.yaml one/units.yaml"),
        1,
        "its head stands in staff.csv"
    );
}

#[test]
fn a_folder_of_several_charts_is_checked_chart_by_chart() {
    let place = Place::new("several");
    place.write(
        "two/a.yaml",
        "rokade: 1\norganization: { id: a }\nunits: { x: {} }\n",
    );
    place.write(
        "two/b.yaml",
        "rokade: 1\norganization: { id: b }\nunits: { x: {} }\n",
    );
    assert_eq!(place.code("check two"), 0);
    place.write(
        "two/b.yaml",
        "rokade: 1\norganization: { id: b }\nunits: { x: { nmae: X } }\n",
    );
    let run = place.run("check two");
    assert_eq!(run.code, 1);
    assert!(!run.out.is_empty());
}

#[test]
fn the_language_is_what_is_asked_for_first() {
    let place = Place::new("language");
    let in_language =
        |language: &str| format!("{FAULTY}organization: {{ language: {language} }}\n");
    place.write("da.yaml", &in_language("da"));
    place.write("en.yaml", &in_language("en"));
    let danish = "Formatet har ingen nøgle";
    let english = "The format has no key";
    let (rokade_lang, locale) = ("ROKADE_LANG", "LC_ALL");
    for (line, variables, expected) in [
        ("check faulty.yaml", &[][..], english),
        ("check faulty.yaml --lang da", &[], danish),
        ("check da.yaml", &[], danish),
        ("check da.yaml --lang en", &[], english),
        ("check faulty.yaml", &[(rokade_lang, "da")], danish),
        ("check en.yaml", &[(rokade_lang, "da")], danish),
        ("check da.yaml", &[(rokade_lang, "en")], english),
        ("check da.yaml --lang en", &[(rokade_lang, "da")], english),
        ("check faulty.yaml", &[(locale, "da_DK.UTF-8")], danish),
        ("check en.yaml", &[(locale, "da_DK.UTF-8")], english),
        ("check faulty.yaml", &[(locale, "de_DE.UTF-8")], english),
        ("check faulty.yaml", &[(rokade_lang, "klingon")], english),
        ("check da.yaml", &[(rokade_lang, "")], danish),
        ("diff faulty.yaml da.yaml", &[], danish),
        ("diff da.yaml faulty.yaml", &[], danish),
        ("diff da.yaml en.yaml", &[], english),
    ] {
        let run = place.run_with(line, variables);
        assert!(
            run.out.contains(expected),
            "{line} {variables:?}\n{}",
            run.out
        );
    }
    let run = place.run_with("check nowhere.yaml", &[(rokade_lang, "da")]);
    assert_eq!(run.err, "Der findes ingen fil eller mappe nowhere.yaml.\n");
    let page = |language: &str| {
        place
            .run(&format!("explain unknown-key --lang {language}"))
            .out
    };
    assert!(page("da").contains("## Hvorfor") && page("en").contains("## Why"));
}

#[test]
fn colour_is_for_terminals_and_for_who_asks() {
    let place = Place::new("colour");
    let colour = |run: Run| run.out.contains('\u{1b}');
    assert!(!colour(place.run("check faulty.yaml")));
    assert!(!colour(place.run("check faulty.yaml --color never")));
    assert!(colour(place.run("check faulty.yaml --color always")));
    assert!(!colour(
        place.run_with("check faulty.yaml", &[("NO_COLOR", "1")])
    ));
    assert!(!colour(
        place.run_with("check faulty.yaml", &[("TERM", "xterm-256color")])
    ));
    // Who asks on the command line means it more than who once set a variable.
    assert!(colour(place.run_with(
        "check faulty.yaml --color always",
        &[("NO_COLOR", "1")]
    )));
}

#[test]
fn json_can_be_read() {
    let place = Place::new("json");
    let read = |line: &str| -> serde_json::Value {
        let run = place.run(line);
        serde_json::from_str(&run.out)
            .unwrap_or_else(|error| panic!("{line}: {error}\n{}", run.out))
    };
    for line in [
        "check clean.yaml",
        "check faulty.yaml",
        "check broken.yaml",
        "diff clean.yaml faulty.yaml",
    ] {
        assert!(read(&format!("{line} --format json")).is_object(), "{line}");
    }
    assert!(read("schema").is_object());
    assert!(read("schema --report").is_object());
    let rules = read("rules --format json");
    let names: Vec<&str> = rules
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|rule| rule["name"].as_str())
        .collect();
    let text = place.run("rules").out;
    assert_eq!(text.lines().count(), names.len());
    for (line, name) in text.lines().zip(names) {
        assert!(line.starts_with(name), "{line}");
        for language in ["da", "en"] {
            let page = place.run(&format!("explain {name} --lang {language}"));
            assert_eq!(page.code, 0);
            assert!(page.out.starts_with(&format!("# {name}\n")), "{name}");
        }
    }
}

#[test]
fn the_same_files_give_the_same_bytes() {
    let place = Place::new("deterministic");
    for format in rokade::Format::ALL {
        let name = format.name();
        for line in [
            "check faulty.yaml broken.yaml warned.yaml possible.yaml",
            "diff clean.yaml possible.yaml",
            "diff possible.yaml faulty.yaml",
        ] {
            let run = || {
                let words = line.split_whitespace().chain(["--format", name]);
                place.command(words).output().unwrap()
            };
            let (first, second) = (run(), run());
            assert_eq!(first, second, "{line} --format {name}");
            assert!(!first.stdout.is_empty(), "{line} --format {name}");
        }
    }
}

#[test]
fn completions_are_made_for_every_shell() {
    let place = Place::new("completions");
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let run = place.run(&format!("completions {shell}"));
        assert_eq!(run.code, 0, "{shell}");
        for word in ["check", "diff", "fail-on"] {
            assert!(run.out.contains(word), "{shell}: {word}");
        }
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

/// Every bad file there is, in every format: a finding and never a crash.
#[test]
fn bad_files_end_no_run() {
    let bad = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/bad");
    // The corpus is no part of a published crate.
    let Ok(entries) = fs::read_dir(&bad) else {
        return;
    };
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_none_or(|extension| extension != "expect")
        })
        .filter(|path| !path.ends_with(".gitattributes"))
        .collect();
    paths.sort();
    let place = Place::new("bad_files");
    for format in rokade::Format::ALL {
        let options = ["check", "--format", format.name()].map(OsStr::new);
        let args = options
            .into_iter()
            .chain(paths.iter().map(|path| path.as_os_str()));
        let output = place.command(args).output().unwrap();
        let err = String::from_utf8_lossy(&output.stderr);
        assert_eq!(
            (output.status.code(), &*err),
            (Some(1), ""),
            "{}",
            format.name()
        );
    }
    for path in &paths {
        let args = [OsStr::new("check"), path.as_os_str()];
        let run = Run::of(&mut place.command(args));
        assert!(matches!(run.code, 0 | 1), "{}: {}", path.display(), run.err);
        assert!(!run.out.is_empty(), "{}", path.display());
    }
}

#[cfg(unix)]
mod unix {
    //! Pipes and devices.

    use std::fs::File;
    use std::io::{BufRead as _, BufReader};
    use std::os::unix::ffi::OsStrExt as _;

    use super::{Command, OsStr, Place, Run, Stdio};

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
        let fifo = place.0.join("chart.yaml");
        assert!(
            Command::new("mkfifo")
                .arg(&fifo)
                .status()
                .unwrap()
                .success()
        );
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
        std::fs::write(place.0.join(name), super::CLEAN).unwrap();
        let run = Run::of(&mut place.command([OsStr::new("check"), name]));
        assert_eq!(run.code, 0, "{}", run.err);
    }
}
