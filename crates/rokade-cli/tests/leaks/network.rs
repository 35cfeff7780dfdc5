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
fn no_command_asks_the_network() {
    let place = Place::new("network");
    // What listens must hear a call that is made.
    let calls = ["-c", "exec 3<>/dev/tcp/127.0.0.1/9"];
    if asked(&place.0, "bash", &calls).is_none_or(|calls| calls.is_empty()) {
        // There is none, or it may not listen here.
        return;
    }
    let files = files("Se http://example.org/a.png og https://example.org");
    place.write("org.yaml", &written(&files.org));
    place.write("proposal.yaml", &written(&files.proposal));
    place.write("hearing.yaml", &written(&files.hearing));
    let others = [
        "apply proposal.yaml",
        "script org.yaml proposal.yaml",
        "rules",
        "config",
        "schema",
    ];
    let others = others.into_iter().map(str::to_owned);
    for line in lines().into_iter().map(|(line, _)| line).chain(others) {
        let args: Vec<&str> = line.split_whitespace().collect();
        let calls = asked(&place.0, env!("CARGO_BIN_EXE_rokade"), &args);
        assert_eq!(calls, Some(Vec::new()), "{line}");
    }
}
