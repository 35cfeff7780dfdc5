//! What a run says by its exit code.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::place::Place;

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
        ("check proposal.yaml", 0),
        ("diff proposal.yaml", 0),
        ("diff clean.yaml proposal.yaml", 0),
        ("diff proposal.yaml clean.yaml", 0),
        ("apply proposal.yaml", 0),
        ("script clean.yaml clean.yaml", 0),
        ("script clean.yaml proposal.yaml", 0),
        ("rules", 0),
        ("explain unknown-key", 0),
        ("schema", 0),
        ("schema --report", 0),
        ("schema --comparison", 0),
        ("compare proposal.yaml", 0),
        ("compare clean.yaml warned.yaml", 0),
        // What is found is not what a comparison fails on.
        ("compare clean.yaml possible.yaml proposal.yaml", 0),
        ("compare clean.yaml broken.yaml", 1),
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

#[test]
fn who_fails_on_more_fails_wherever_who_fails_on_less_does() {
    let place = Place::new("exit_codes_grow");
    let orgs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../orgs");
    let mut seen = BTreeSet::new();
    for case in fs::read_dir(orgs).unwrap() {
        for file in fs::read_dir(case.unwrap().path()).unwrap() {
            let file = file.unwrap().path();
            if file.extension().is_none_or(|end| end != "yaml") {
                continue;
            }
            let codes: Vec<i32> = ["never", "error", "warning", "note"]
                .iter()
                .map(|least| place.code(&format!("check {} --fail-on {least}", file.display())))
                .collect();
            assert!(codes.is_sorted(), "{}: {codes:?}", file.display());
            seen.insert(codes);
        }
    }
    assert!(seen.len() > 1, "{seen:?}");
}
