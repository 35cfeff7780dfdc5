//! Files that are made to take a reader's time, memory or stack: each is refused with a place and a
//! way out, within a second and 256 MiB.
//!
//! `cargo test --release -p rokade-cli --test attacks` tries them in full. Without optimisation
//! they have a thirty-second of their size and ten seconds.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

mod files;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use nix::sys::resource::{UsageWho, getrusage};

use files::{Attack, deep, long_and_odd, proposals, repeated, shortcuts, tables, write};

const SOON: Duration = Duration::from_secs(if cfg!(debug_assertions) { 10 } else { 1 });
const MEMORY: i64 = 256 << 20;

/// An empty folder of a test's own.
fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

/// What came of checking a path: the exit code, what was printed, and how long it took.
struct Checked {
    code: Option<i32>,
    out: String,
    err: String,
    taken: Duration,
}

fn check(path: &Path) -> Checked {
    let begun = Instant::now();
    let output = Command::new(env!("CARGO_BIN_EXE_rokade"))
        .arg("check")
        .arg(path)
        .env_clear()
        .env("LC_ALL", "C")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    Checked {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
        taken: begun.elapsed(),
    }
}

/// The most memory that any run so far had in use.
fn memory() -> i64 {
    // Linux counts in kibibytes, and macOS in bytes.
    let unit = if cfg!(target_os = "macos") { 1 } else { 1024 };
    getrusage(UsageWho::RUSAGE_CHILDREN).unwrap().max_rss() * unit
}

/// What is wrong with a run on a file that some rule refuses.
fn wrong(checked: &Checked, file: &Path, rule: &str) -> Option<String> {
    if checked.code != Some(1) {
        return Some(format!("ends with {:?}: {}", checked.code, checked.err));
    }
    // What may be one is told as a possible error.
    let told = format!("error · {rule}\n");
    let Some((_, finding)) = checked.out.split_once(&told) else {
        return Some(format!("is not refused by {rule}: {}", checked.out));
    };
    // Its frame begins with `[file:line:column]`, and ends with the way out.
    let at = format!("[{}:", file.display());
    let place = finding
        .split_once(&at)
        .and_then(|(_, rest)| rest.split_once(']'));
    let is_number = |text: &str| text.parse().is_ok_and(|number: u32| number > 0);
    if !place.is_some_and(|(place, _)| place.split(':').all(is_number)) {
        return Some(format!("is refused without a place: {finding}"));
    }
    (!finding.contains("help: ")).then(|| format!("is refused without help: {finding}"))
}

/// Tries all, and says what is wrong of each. Nothing of a file is kept in this process, whose
/// memory would else count as that of the next run.
fn wrong_of(name: &str, attacks: Vec<Attack>, file: &str) -> Vec<String> {
    let place = folder(name);
    let path = place.join(file);
    // The chart of a table, or what a proposal stands on.
    let beside = if file == "staff.csv" {
        "chart.yaml"
    } else {
        "base.yaml"
    };
    fs::write(place.join(beside), "rokade: 1\nunits: { a: {} }\n").unwrap();
    let checked_path = if file == "staff.csv" { &place } else { &path };
    let mut all = Vec::new();
    for (attack, rule, pieces) in attacks {
        write(&path, &pieces).unwrap();
        let checked = check(checked_path);
        all.extend(wrong(&checked, &path, rule).map(|why| format!("{attack} {why}")));
        if checked.taken > SOON {
            all.push(format!("{attack} takes {:?}", checked.taken));
        }
        if memory() > MEMORY {
            all.push(format!("{attack} takes {} bytes", memory()));
            break;
        }
    }
    fs::remove_dir_all(&place).unwrap();
    all
}

/// One after the other: what a run takes is not to depend on another.
#[test]
fn every_attack_is_refused_soon_and_in_little_memory() {
    let all = [
        wrong_of("attacks-shortcuts", shortcuts(), "chart.yaml"),
        wrong_of("attacks-deep", deep(), "chart.yaml"),
        wrong_of("attacks-repeated", repeated(), "chart.yaml"),
        wrong_of("attacks-long", long_and_odd(), "chart.yaml"),
        wrong_of("attacks-proposals", proposals(), "chart.yaml"),
        wrong_of("attacks-tables", tables(), "staff.csv"),
    ]
    .concat();
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn a_folder_with_links_in_a_loop_ends() {
    use std::os::unix::fs::symlink;
    let place = folder("attacks-links");
    symlink(&place, place.join("again")).unwrap();
    symlink("b.yaml", place.join("a.yaml")).unwrap();
    symlink("a.yaml", place.join("b.yaml")).unwrap();
    let checked = check(&place);
    assert_eq!(checked.code, Some(2), "{}", checked.err);
    assert!(checked.err.contains("holds no chart"), "{}", checked.err);
    // Named outright, and as a base, it is told as well.
    assert_eq!(check(&place.join("a.yaml")).code, Some(2));
    let proposal = place.join("proposal.yaml");
    fs::write(&proposal, "rokade: 1\nbase: a.yaml\nevents: []\n").unwrap();
    let checked = check(&proposal);
    assert_eq!(wrong(&checked, &proposal, "unknown-reference"), None);
    fs::remove_dir_all(&place).unwrap();
}
