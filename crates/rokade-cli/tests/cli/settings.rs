//! `rokade.toml`: where it is found, what it sets, what wins over it, and how it is refused.

use std::fmt::Write as _;
use std::fs;

use crate::place::{CLEAN, POSSIBLE, Place, WARNED};

/// A chart with 21 direct reports, and a hearing of 12 days.
const ORG: &str = "rokade: 1
as_of: 2017-01-01
units: { jobcenter: { name: Jobcenter, head: leder } }
staff:
  leder: { title: Leder, unit: jobcenter }
  raadgivere: { title: Rådgiver, unit: jobcenter, count: 21 }
bodies: { lmu: { name: LMU, kind: local_med, covers: [jobcenter] } }
process:
  decision: { body: lmu, date: 2017-06-20 }
  steps: [{ id: hoering, kind: hearing, body: lmu, from: 2017-05-01, to: 2017-05-13 }]
";

#[test]
fn without_one_nothing_is_set() {
    let place = Place::new("settings-none");
    assert_eq!(place.code("check warned.yaml"), 0);
    fs::create_dir(place.0.join("rokade.toml")).unwrap();
    assert_eq!(place.code("check warned.yaml"), 0, "a folder is no file");
}

#[test]
fn the_nearest_one_upwards_from_the_first_file_counts() {
    let place = Place::new("settings-nearest");
    place.write("rokade.toml", "fail-on = \"warning\"\n");
    place.write("a/b/warned.yaml", WARNED);
    place.write("c/rokade.toml", "fail-on = \"never\"\n");
    place.write("c/warned.yaml", WARNED);
    place.write("c/org/org.yaml", WARNED);
    for (line, code) in [
        ("check warned.yaml", 1),
        ("check ./a/../warned.yaml", 1),
        ("check a/b/warned.yaml", 1),
        ("check c/warned.yaml", 0),
        ("check c/org/org.yaml", 0),
        ("check c/org", 0),
        ("check c/../warned.yaml", 1),
        // Of several, the first.
        ("check c/warned.yaml warned.yaml", 0),
        ("check warned.yaml c/warned.yaml", 1),
    ] {
        assert_eq!(place.code(line), code, "{line}");
    }
    // It is the file that counts, and not where one stands.
    let below = Place(place.0.join("a"));
    assert_eq!(below.code("check ../c/warned.yaml"), 0);
    assert_eq!(below.code("check ../warned.yaml"), 1);
    assert_eq!(below.code("check b"), 1);
    // Nothing of one further up is taken over.
    place.write("rokade.toml", "language = \"da\"\nfail-on = \"warning\"\n");
    let run = place.run("check c/warned.yaml");
    assert!(!run.out.contains("advarsel"), "{}", run.out);
}

#[test]
fn flags_win_over_it() {
    let place = Place::new("settings-flags");
    place.write(
        "rokade.toml",
        "fail-on = \"warning\"\ncertain-only = true\n[severities]\nseveral-roots = \"note\"\n",
    );
    for (line, code) in [
        // Two warnings of which one is graded down, and one is only possible.
        ("check warned.yaml", 0),
        ("check warned.yaml --severity several-roots=warning", 1),
        ("check warned.yaml --severity several-roots=error", 1),
        ("check warned.yaml --fail-on note", 1),
        ("check possible.yaml", 0),
        ("check possible.yaml --certain-only", 0),
        ("check possible.yaml --certain-only=true", 0),
        ("check possible.yaml --certain-only=false", 1),
        (
            "check possible.yaml --certain-only=false --fail-on error",
            0,
        ),
    ] {
        assert_eq!(place.code(line), code, "{line}");
    }
    assert!(WARNED.contains("Torv") && POSSIBLE.contains("Centrum"));
}

#[test]
fn the_language_is_the_users_then_the_files_then_the_charts() {
    let place = Place::new("settings-language");
    let english = CLEAN.replace("units:", "organization: { id: by, language: en }\nunits:");
    place.write("english.yaml", &english);
    let is_danish = |line: &str, variables: &[(&str, &str)]| {
        let run = place.run_with(line, variables);
        let out = run.out + &run.err;
        let (da, en) = (out.contains("Ingen fund"), out.contains("Nothing found"));
        assert_ne!(da, en, "{line}: {out}");
        da
    };
    let line = "check english.yaml";
    assert!(!is_danish(line, &[]));
    place.write("rokade.toml", "language = \"da\"\n");
    assert!(is_danish(line, &[]));
    assert!(!is_danish(line, &[("ROKADE_LANG", "en")]));
    assert!(!is_danish(
        "check english.yaml --lang en",
        &[("ROKADE_LANG", "da")]
    ));
    // What is said of a run that fails, and of the rules, is in that language too.
    let run = place.run("check nowhere.yaml");
    assert!(run.err.contains("Der findes ingen"), "{}", run.err);
    let run = place.run("explain no-such-rule");
    assert!(run.err.contains("Der er ingen regel"), "{}", run.err);
    let run = place.run("explain moved-unit");
    assert!(run.out.contains("## Hvorfor"), "{}", run.out);
    place.write("faulty.yaml", "rokade: 1\nbase: clean.yaml\nevnets: []\n");
    let run = place.run("apply faulty.yaml");
    assert!(run.err.contains("Mente du"), "{}", run.err);
}

#[test]
fn limits_are_measured_against() {
    let place = Place::new("settings-limits");
    place.write("org.yaml", ORG);
    let rules = || {
        let run = place.run("check org.yaml --format json");
        let report: serde_json::Value = serde_json::from_str(&run.out).expect(&run.err);
        let findings = report["findings"].as_array().unwrap().iter();
        let rules = findings.map(|finding| finding["rule"].as_str().unwrap().to_owned());
        let limits = ["span-of-control", "short-hearing"];
        let mut rules: Vec<String> = rules.filter(|rule| limits.contains(&&**rule)).collect();
        rules.sort();
        rules
    };
    assert_eq!(rules(), ["short-hearing"]);
    place.write("rokade.toml", "[limits]\nspan.max = 20\n");
    assert_eq!(rules(), ["short-hearing", "span-of-control"]);
    place.write(
        "rokade.toml",
        "[limits]\nspan.max = 20\nhearing.min_days = 12\n",
    );
    assert_eq!(rules(), ["span-of-control"]);
    place.write(
        "rokade.toml",
        "[limits]\nspan.max = 21\nhearing.min_days = 0\n",
    );
    assert_eq!(rules(), Vec::<String>::new());
    place.write("rokade.toml", "[limits]\nspan.max = 20\n");
    let run = place.run("check org.yaml --lang en");
    assert!(run.out.contains("20"), "the limit is told: {}", run.out);
}

/// Every file that is refused, as it is told in both languages; nothing is printed beside it.
#[test]
fn a_bad_one_fails_the_run_and_says_where_and_what() {
    let place = Place::new("settings-bad");
    let mut told = String::new();
    for text in [
        "fail_on = \"error\"",
        "failon = \"error\"",
        "lang = \"da\"",
        "Language = \"da\"",
        "\"sprog æ\" = \"da\"",
        "severity = { moved-unit = \"error\" }",
        "[limit]\nspan.max = 20",
        "on = 2017-06-20",
        "language = \"dk\"",
        "language = \"DA\"",
        "language = 1",
        "language = [\"da\", \"en\"]",
        "fail-on = \"fatal\"",
        "fail-on = \"erorr\"",
        "fail-on = true",
        "certain-only = \"true\"",
        "certain-only = 1",
        "certain-only = \"\"\"\nen lang tekst\nover flere linjer\"\"\"",
        "severities = \"error\"",
        "severities = [\"moved-unit\"]",
        "[severities]\nmoved-units = \"error\"",
        "[severities]\nnothing-like-a-rule = \"error\"",
        "[severities]\nmoved_unit = \"error\"",
        "[severities]\nmoved-unit = \"errors\"",
        "[severities]\nmoved-unit = \"off\"",
        "[severities]\nmoved-unit = false",
        "[severities.moved-unit]\nseverity = \"error\"",
        "limits = 25",
        "[limits]\nspan = 25",
        "[limits]\nmax = 25",
        "[limits]\nspan.min = 25",
        "[limits]\nspan_max = 25",
        "[limits]\nhearing.min-days = 10",
        "[limits]\nhearing.days = 10",
        "[limits]\nspan.max = 0",
        "[limits]\nspan.max = -5",
        "[limits]\nspan.max = 100000000000000000000",
        "[limits]\nspan.max = \"25\"",
        "[limits]\nspan.max = 25.5",
        "[limits]\nspan.max.most = 25",
        "[limits]\nhearing.min_days = 367",
        "[limits]\nhearing.min_days = \"14 dage\"",
        "[limits]\n\"span.max\" = 20\nspan.max = 25",
        "fail-on = \"error\"\nfail-on = \"note\"",
        "fail-on = error",
        "fail-on: error",
        "[severities\nmoved-unit = \"error\"",
        "fail-on = \"error",
        "[[limits]]\nspan.max = 25",
        "language = \"da\"\nfail-on = \"eror\"\n[severities]\nmoved-nuit = \"note\"\n[limits]\nspan.max = 0\n",
    ] {
        place.write("rokade.toml", text);
        writeln!(told, "{text}").unwrap();
        for language in ["en", "da"] {
            let run = place.run(&format!("apply proposal.yaml --lang {language}"));
            assert_eq!((run.code, &*run.out), (2, ""), "{text}");
            for line in run.err.lines() {
                assert!(line.starts_with("rokade.toml:"), "{text}: {line}");
            }
            assert!(!run.err.is_empty(), "{text}");
            writeln!(told, "{}", run.err).unwrap();
        }
    }
    insta::assert_snapshot!("bad_settings", told);
}

#[test]
fn a_bad_one_stops_every_command_that_heeds_it() {
    let place = Place::new("settings-commands");
    place.write("rokade.toml", "langauge = \"da\"\n");
    for line in [
        "apply proposal.yaml",
        "apply nowhere.yaml",
        "compare clean.yaml clean.yaml",
        "script clean.yaml clean.yaml",
        "explain moved-unit",
        "rules",
    ] {
        let run = place.run(line);
        assert_eq!((run.code, &*run.out), (2, ""), "{line}");
        assert!(run.err.contains("rokade.toml:1:1"), "{line}: {}", run.err);
    }
    assert_eq!(place.code("schema"), 0);
    assert_eq!(place.code("completions bash"), 0);
    // It is told in the language it asks for, where that can be read, and from where one stands.
    place.write("rokade.toml", "language = \"da\"\nfailon = 1\n");
    fs::create_dir(place.0.join("below")).unwrap();
    let below = Place(place.0.join("below"));
    let run = below.run("apply ../proposal.yaml");
    assert_eq!(run.code, 2);
    assert!(
        run.err.contains("rokade.toml:2:1: Der er ingen"),
        "{}",
        run.err
    );
    assert!(
        run.err.starts_with(&place.0.display().to_string()) || cfg!(windows),
        "{}",
        run.err
    );
}

#[test]
fn a_bad_one_cannot_steer_the_terminal() {
    let place = Place::new("settings-terminal");
    place.write("rokade.toml", "\"\\u001b[31mred\\u202e\" = 1\n");
    let run = place.run("apply proposal.yaml");
    assert_eq!(run.code, 2);
    assert_eq!(run.err.lines().count(), 1, "{:?}", run.err);
    assert!(!run.err.contains(['\u{1b}', '\u{202e}']), "{:?}", run.err);
    fs::write(place.0.join("rokade.toml"), b"# \xe6\xf8\xe5\n").unwrap();
    let run = place.run("apply proposal.yaml");
    assert_eq!((run.code, &*run.out), (2, ""));
    assert!(run.err.starts_with("rokade.toml:1:3: "), "{}", run.err);
    fs::write(place.0.join("rokade.toml"), vec![b'#'; (1 << 20) + 1]).unwrap();
    let run = place.run("apply proposal.yaml");
    assert_eq!((run.code, &*run.out), (2, ""));
}
