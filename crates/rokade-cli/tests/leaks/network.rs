//! No command asks the network for anything: what the system is asked is listened to.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::charts::{files, written};
use crate::place::Place;
use crate::runs::lines;

/// What a program asks of the network; `None` where nothing can listen.
fn asked<A: AsRef<OsStr>>(folder: &Path, program: &str, args: &[A]) -> Option<Vec<String>> {
    let heard = folder.join("heard");
    let _ = fs::remove_file(&heard);
    let listened = Command::new("strace")
        .args([
            "-f",
            "-qq",
            "-e",
            "trace=%network",
            "-e",
            "signal=none",
            "-o",
        ])
        .args([&heard])
        .arg(program)
        .args(args)
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    listened.ok()?;
    let heard = fs::read_to_string(heard).ok()?;
    Some(heard.lines().map(str::to_owned).collect())
}

#[test]
#[expect(
    clippy::print_stderr,
    reason = "who runs it is told what was not tried"
)]
fn no_command_asks_the_network() {
    let place = Place::new("network");
    // What listens must hear a call that is made.
    let calls = ["-c", "exec 3<>/dev/tcp/127.0.0.1/9"];
    if asked(&place.0, "bash", &calls).is_none_or(|calls| calls.is_empty()) {
        eprintln!("not tried: strace is not there, or may not listen here");
        return;
    }
    let files = files("Se http://example.org/a.png og https://example.org");
    place.write("org.yaml", &written(&files.org));
    place.write("proposal.yaml", &written(&files.proposal));
    place.write("hearing.yaml", &written(&files.hearing));
    place.write(
        "response.txt",
        "Kantinen skal blive, skriver vi på https://example.org.\n",
    );
    committed(&place);
    let others = [
        "apply proposal.yaml",
        "script org.yaml proposal.yaml",
        "hearing extract response.txt --base org.yaml --proposal proposal.yaml",
        "check org.yaml --baseline known.yaml --write-baseline",
        "check org.yaml --baseline known.yaml",
        "check org.yaml --against git:HEAD",
        "check proposal.yaml --output json=out.json",
        "rules",
        "explain personal-data",
        "config",
        "schema",
        "completions bash",
        "man",
    ];
    let others = others.into_iter().map(str::to_owned);
    let rokade = env!("CARGO_BIN_EXE_rokade");
    for line in lines().into_iter().map(|(line, _)| line).chain(others) {
        let args: Vec<&str> = line.split_whitespace().collect();
        let calls = asked(&place.0, rokade, &args);
        assert_eq!(calls, Some(Vec::new()), "{line}");
        if line.contains("--format") {
            continue;
        }
        // What was listened to was the command, and no complaint about how it was written.
        let code = place.command(args).output().unwrap().status.code();
        assert!(code.is_some_and(|code| code < 2), "{line}: {code:?}");
    }
    // One who watches goes on until stopped.
    let watching = ["2", rokade, "check", "org.yaml", "--watch"];
    assert_eq!(asked(&place.0, "timeout", &watching), Some(Vec::new()));
}

/// The files of a place, as the first version of a repository.
fn committed(place: &Place) {
    let author = ["-c", "user.name=Test", "-c", "user.email=test@example.org"];
    for line in ["init -q", "add .", "commit -q -m files"] {
        let mut git = Command::new("git");
        git.args(author).args(line.split_whitespace());
        let status = git.current_dir(&place.0).status().expect("git is there");
        assert!(status.success(), "git {line}");
    }
}
