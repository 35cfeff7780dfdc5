//! What is known: a baseline, and versions in git; what of a report then counts.

use std::fs;
use std::process::Command;

use crate::place::Place;

/// Two units whose heads are vacant, which is a warning of each.
const ORG: &str = "rokade: 1
organization: { id: by, name: By Kommune, language: da }
units:
  kommune: { name: By Kommune }
  nord: { name: Nord, parent: kommune, head: vacant }
  syd: { name: Syd, parent: kommune, head: vacant }
";
const ONE_MORE: &str = "  vest: { name: Vest, parent: kommune, head: vacant }\n";
const STRICT: &str = "check org.yaml --fail-on warning";

fn place(name: &str) -> Place {
    let place = Place::new(name);
    place.write("org.yaml", ORG);
    place
}

fn git(place: &Place, line: &str) {
    let run = Command::new("git")
        .args(line.split_whitespace())
        .current_dir(&place.0)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_AUTHOR_NAME", "n")
        .env("GIT_AUTHOR_EMAIL", "n@example.org")
        .env("GIT_COMMITTER_NAME", "n")
        .env("GIT_COMMITTER_EMAIL", "n@example.org")
        .output()
        .unwrap();
    assert!(run.status.success(), "{line}: {run:?}");
}

/// The folder as a repository with one commit of what is in it.
fn committed(place: &Place) {
    git(place, "init -q -b main .");
    git(place, "add -A");
    git(place, "commit -q -m first");
}

/// The tool, where git is to be found.
fn run(place: &Place, line: &str) -> (i32, String, String) {
    let path = std::env::var("PATH").unwrap_or_default();
    let run = place.run_with(line, &[("PATH", &path), ("HOME", "/nonexistent")]);
    (run.code, run.out, run.err)
}

#[test]
fn a_baseline_holds_members_and_a_new_one_counts() {
    let place = place("baseline");
    assert_eq!(place.code(STRICT), 1);
    let write = format!("{STRICT} --baseline known.toml --write-baseline --on 2026-11-22");
    let written = place.run(&write);
    assert_eq!(written.code, 0, "{}", written.err);
    let known = fs::read_to_string(place.0.join("known.toml")).unwrap();
    assert_eq!(known.matches("[[finding]]").count(), 2, "{known}");
    assert!(known.contains("since = \"2026-11-22\""), "{known}");

    let held = place.run(&format!("{STRICT} --baseline known.toml"));
    assert_eq!(held.code, 0, "{}", held.out);
    // It is told all the same.
    assert!(held.out.contains("vacant-head · kendt"), "{}", held.out);
    assert!(
        held.out.contains("kendt siden 22. november 2026"),
        "{}",
        held.out
    );

    place.write("org.yaml", &format!("{ORG}{ONE_MORE}"));
    assert_eq!(place.code(&format!("{STRICT} --baseline known.toml")), 1);

    // A reason that somebody wrote is kept when the list is written again; so is its day.
    let reasoned = known.replacen("because = \"\"", "because = \"aftalt i HMU\"", 1);
    place.write("known.toml", &reasoned);
    place.run(&write.replace("11-22", "12-24"));
    let again = fs::read_to_string(place.0.join("known.toml")).unwrap();
    assert_eq!(again.matches("[[finding]]").count(), 3, "{again}");
    assert_eq!(again.matches("2026-12-24").count(), 1, "{again}");
    assert!(again.contains("aftalt i HMU"), "{again}");
}

#[test]
fn what_is_gone_is_told() {
    let place = place("baseline_gone");
    place.run(&format!("{STRICT} --baseline known.toml --write-baseline"));
    place.write("org.yaml", &ORG.replacen("vacant", "none", 1));
    let run = place.run(&format!("{STRICT} --baseline known.toml"));
    assert_eq!(run.code, 1, "{}", run.out);
    assert!(
        run.out.contains("unused-allow") && run.out.contains("known.toml:"),
        "{}",
        run.out
    );
    assert!(run.out.contains("for Nord i org.yaml"), "{}", run.out);
    // Written again, it is gone from the list too.
    let write = format!("{STRICT} --baseline known.toml --write-baseline");
    assert_eq!(place.code(&write), 0);
    assert_eq!(place.code(&format!("{STRICT} --baseline known.toml")), 0);
    // A file that is there no more has nothing that is known.
    place.write("other.yaml", ORG);
    fs::remove_file(place.0.join("org.yaml")).unwrap();
    let run = place.run("check other.yaml --fail-on warning --baseline known.toml");
    assert!(run.out.contains("unused-allow"), "{}", run.out);
}

#[test]
fn a_baseline_is_of_its_file_and_nothing_is_written_of_what_cannot_be_checked() {
    let place = place("baseline_files");
    place.write("a/org.yaml", ORG);
    place.write("b/org.yaml", ORG);
    let write = "check a/org.yaml --fail-on warning --baseline known.toml --write-baseline";
    assert_eq!(place.code(write), 0);
    let of = |path: &str| {
        place.code(&format!(
            "check {path} --fail-on warning --baseline known.toml"
        ))
    };
    assert_eq!((of("a/org.yaml"), of("a"), of("b/org.yaml")), (0, 0, 1));
    let before = fs::read(place.0.join("known.toml")).unwrap();
    place.write("a/org.yaml", "rokade: 1\nunits: { a: { name: @b } }\n");
    assert_eq!(place.code(write), 1);
    assert_eq!(fs::read(place.0.join("known.toml")).unwrap(), before);
    for wrong in [
        "",
        "version = 9",
        "version = 1\n[[finding]]\nfile = 3",
        "version =",
    ] {
        place.write("known.toml", wrong);
        let run = place.run(&format!("{STRICT} --baseline known.toml"));
        assert_eq!(run.code, 2, "{wrong}");
        assert!(run.err.starts_with("known.toml:"), "{}", run.err);
    }
    assert_eq!(place.code(&format!("{STRICT} --baseline no-such.toml")), 2);
    assert_eq!(place.code(&format!("{STRICT} --write-baseline")), 2);
}

#[test]
fn only_what_is_new_against_a_version_counts() {
    let place = place("against");
    committed(&place);
    let against = format!("{STRICT} --against git:HEAD");
    let (code, out, _) = run(&place, &against);
    assert_eq!(code, 0, "{out}");
    assert!(out.contains("kendt siden HEAD"), "{out}");
    place.write("org.yaml", &format!("{ORG}{ONE_MORE}"));
    assert_eq!(run(&place, &against).0, 1);
    git(&place, "commit -q -a -m second");
    assert_eq!(run(&place, &against).0, 0);
    let (code, out, err) = run(&place, &format!("{STRICT} --against git:HEAD~1"));
    assert_eq!(code, 1, "{out}{err}");
    // A file that is new has nothing that is known.
    place.write("new.yaml", ORG);
    assert_eq!(
        run(
            &place,
            "check new.yaml --fail-on warning --against git:HEAD"
        )
        .0,
        1
    );
    // It is held against another one where that is asked for.
    let line = "check new.yaml --fail-on warning --against git:HEAD:org.yaml";
    assert_eq!(run(&place, line).0, 0);
}

#[test]
fn a_folder_and_a_proposal_are_read_as_they_were() {
    let place = place("against_folder");
    place.write("org/units.yaml", ORG);
    place.write(
        "org/staff.csv",
        "id,title,unit,count\nraadgivere,Rådgiver,nord,12\n",
    );
    place.write(
        "proposals/p.yaml",
        "rokade: 1\nbase: ../org\nevents:\n  - move: { staff: raadgivere, to: syd }\n",
    );
    place.write(
        "proposals/q.yaml",
        "rokade: 1\nbase: p.yaml\nevents:\n  - close: { unit: nord }\n",
    );
    committed(&place);
    for path in ["org", "proposals/p.yaml", "proposals/q.yaml"] {
        let (code, out, err) = run(
            &place,
            &format!("check {path} --fail-on warning --against git:main"),
        );
        assert_eq!(code, 0, "{path}: {out}{err}");
    }
    place.write(
        "org/staff.csv",
        "id,title,unit,count\nraadgivere,Rådgiver,nord,10\n",
    );
    let (code, out, err) = run(
        &place,
        "diff org --against git:HEAD --fail-on never --full --format json",
    );
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("git:HEAD:org/units.yaml"), "{out}");
    assert!(out.contains("\"min\": 10"), "{out}");
    // The proposal is the same, and what it starts from is not.
    let (code, out, _) = run(
        &place,
        "diff proposals/q.yaml --against git:HEAD --fail-on never",
    );
    assert_eq!(code, 0, "{out}");
    assert!(out.contains("12") && out.contains("10"), "{out}");
    // From a folder below, and in another folder than the repository's.
    let mut below = place.command([
        "check",
        "p.yaml",
        "--fail-on",
        "warning",
        "--against",
        "git:main",
    ]);
    let path = std::env::var("PATH").unwrap_or_default();
    below
        .current_dir(place.0.join("proposals"))
        .env("PATH", path);
    assert_eq!(below.output().unwrap().status.code(), Some(0));
}

#[test]
fn two_repositories_are_two() {
    let (one, other) = (place("against_one"), place("against_other"));
    committed(&one);
    other.write("org.yaml", &format!("{ORG}{ONE_MORE}"));
    committed(&other);
    // Both have an org.yaml on main, and each is held against its own.
    let line = "check org.yaml ../against_other/org.yaml --fail-on warning --against git:main";
    let (code, out, err) = run(&one, line);
    assert_eq!(code, 0, "{out}{err}");
}

#[test]
fn what_git_cannot_do_is_said() {
    let place = place("against_wrong");
    committed(&place);
    for (line, said) in [
        ("check org.yaml --against git:no-such-ref", "no-such-ref"),
        ("check org.yaml --against git:--help", "--help"),
        (
            "check org.yaml --against git:HEAD:no/such.yaml",
            "no/such.yaml",
        ),
        ("check org.yaml --against git:HEAD:../x.yaml", "git:HEAD:"),
        ("diff no-such.yaml --against git:HEAD", "no-such.yaml"),
        ("check org.yaml --against main", "git:REF"),
        ("check - --against git:HEAD", "<stdin>"),
        ("diff org.yaml clean.yaml --against git:HEAD", "--against"),
    ] {
        let (code, out, err) = run(&place, line);
        assert_eq!((code, &*out), (2, ""), "{line}: {err}");
        assert!(err.contains(said), "{line}: {err}");
    }
    let without = place.run_with(
        "check org.yaml --against git:HEAD",
        &[("PATH", "/nonexistent")],
    );
    assert_eq!(without.code, 2);
    assert!(without.err.contains("git"), "{}", without.err);
}
