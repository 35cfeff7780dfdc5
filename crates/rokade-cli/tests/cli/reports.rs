//! What is reported: on files and folders, in a language, in a format.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use crate::place::{BROKEN, FAULTY, HEARING, PROPOSAL, Place, Run};

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
    place.write("one/personale.csv", "id;unit\nmere;a\n");
    place.write("one/MERE.YAML", "rokade: 1\n");
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
    for language in ["da", "en"] {
        let text = place.run(&format!("rules --lang {language}")).out;
        // Families stand at the edge, and the rules of each below it.
        let listed: Vec<&str> = text.lines().filter(|line| line.starts_with("  ")).collect();
        assert_eq!(listed.len(), names.len());
        for (line, name) in listed.into_iter().zip(&names) {
            assert!(line.starts_with(&format!("  {name} ")), "{line}");
            let page = place.run(&format!("explain {name} --lang {language}"));
            assert_eq!(page.code, 0);
            assert!(page.out.starts_with(&format!("# {name}\n\n- ")), "{name}");
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

/// Every bad file there is, in every format: a finding and never a crash.
#[test]
fn bad_files_end_no_run() {
    let bad = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/bad");
    // The corpus is no part of a published crate.
    let Ok(entries) = fs::read_dir(&bad) else {
        return;
    };
    let within = |path: &Path| -> Vec<PathBuf> {
        let files = fs::read_dir(path).unwrap();
        let mut files: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
        files.retain(|file| file.extension().is_some_and(|end| end == "yaml"));
        files
    };
    let has = |file: &PathBuf, key: &str| {
        fs::read_to_string(file).is_ok_and(|text| text.contains(&format!("\n{key}:")))
    };
    let is_hearing = |file: &PathBuf| has(file, "hearing");
    let is_proposal = |file: &PathBuf| has(file, "base") && !is_hearing(file);
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        // A folder of a proposal holds what it stands on, and that of a hearing what it answers.
        .flat_map(|path| {
            let of_hearing = path.file_name().is_some_and(|name| {
                name.to_str()
                    .is_some_and(|name| name.starts_with("hearing"))
            });
            let files = if path.is_dir() {
                within(&path)
            } else {
                Vec::new()
            };
            let is_asked = |file: &PathBuf| {
                if of_hearing {
                    is_hearing(file)
                } else {
                    is_proposal(file)
                }
            };
            let asked = files.into_iter().filter(is_asked);
            let asked: Vec<PathBuf> = asked.collect();
            if asked.is_empty() { vec![path] } else { asked }
        })
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
