//! Files are written whole or not at all, whatever stands in their place and whatever happens.

use std::fs;
use std::io::{self, Write as _};
use std::os::unix::fs::{FileTypeExt as _, MetadataExt as _, PermissionsExt as _, symlink};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::place::Place;

const LINE: &str = "check clean.yaml --quiet --output sarif=";

/// The names in a folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

fn is_whole(path: &Path) -> bool {
    let text = fs::read_to_string(path).unwrap();
    text.starts_with('{') && text.ends_with("}\n")
}

#[test]
fn a_link_stays_a_link_and_leads_to_the_new_file() {
    let place = Place::new("write_link");
    place.write("far/real.sarif", "old");
    symlink("far/real.sarif", place.0.join("link.sarif")).unwrap();
    place.ok(&format!("{LINE}link.sarif"));
    let link = place.0.join("link.sarif");
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(is_whole(&place.0.join("far/real.sarif")));
    assert_eq!(names(&place.0.join("far")), ["real.sarif"]);
}

#[test]
fn what_is_no_file_is_left_as_it_is() {
    let place = Place::new("write_no_file");
    fs::create_dir(place.0.join("folder")).unwrap();
    let fifo = place.pipe("fifo");
    symlink("nowhere", place.0.join("broken")).unwrap();
    symlink("ring", place.0.join("ring")).unwrap();
    let before = names(&place.0);
    for target in [
        "folder",
        "fifo",
        "broken",
        "ring",
        "none/a.sarif",
        "/dev/null",
        "..",
    ] {
        let run = place.run(&format!("{LINE}{target}"));
        assert_eq!(run.code, 2, "{target}");
        assert!(!run.err.is_empty(), "{target}");
        assert_eq!(names(&place.0), before, "{target}");
    }
    assert!(fs::symlink_metadata(&fifo).unwrap().file_type().is_fifo());
    assert!(names(&place.0.join("folder")).is_empty());
    assert!(
        fs::metadata("/dev/null")
            .unwrap()
            .file_type()
            .is_char_device()
    );
}

#[test]
fn the_input_itself_is_whole_before_and_after() {
    let place = Place::new("write_input");
    place.ok(&format!("{LINE}clean.yaml"));
    assert!(is_whole(&place.0.join("clean.yaml")));
}

#[test]
fn a_disk_that_takes_no_more_leaves_the_old_file() {
    let place = Place::new("write_full");
    place.write("out.sarif", "old");
    let before = names(&place.0);
    for blocks in [0, 1, 8] {
        // A write beyond the limit fails, as on a full disk, where its signal is ignored.
        let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" {LINE}out.sarif");
        let run = Command::new("bash")
            .args(["-c", &script, env!("CARGO_BIN_EXE_rokade")])
            .current_dir(&place.0)
            .output()
            .unwrap();
        assert_eq!(run.status.code(), Some(2), "{blocks}");
        assert!(!run.stderr.is_empty(), "{blocks}");
        assert_eq!(
            fs::read_to_string(place.0.join("out.sarif")).unwrap(),
            "old"
        );
        assert_eq!(names(&place.0), before, "{blocks}");
    }
}

/// Who may do nothing in particular.
const NOBODY: u32 = 65_534;

#[test]
fn a_folder_in_which_somebody_may_only_read_keeps_what_it_has() {
    let place = Place::new("write_somebody");
    place.write("shut/out.sarif", "old");
    let is_root = fs::metadata("/proc/self").is_ok_and(|me| me.uid() == 0);
    let mut command = place.command(format!("{LINE}shut/out.sarif").split_whitespace());
    if is_root {
        // The folder is root's, so for another it is for reading only.
        command.uid(NOBODY).gid(NOBODY);
    } else {
        let mode = fs::Permissions::from_mode(0o555);
        fs::set_permissions(place.0.join("shut"), mode).unwrap();
    }
    let run = command.output();
    let open = fs::Permissions::from_mode(0o755);
    fs::set_permissions(place.0.join("shut"), open).unwrap();
    match run {
        // The way to the program may lead through a folder that is root's alone.
        Err(error) if is_root && error.kind() == io::ErrorKind::PermissionDenied => {
            let _ = writeln!(io::stderr(), "skipped: nobody may run the tool here");
            return;
        }
        run => {
            let run = run.unwrap();
            let said = String::from_utf8_lossy(&run.stderr);
            assert_eq!(run.status.code(), Some(2), "{said}");
            assert!(said.contains("shut/out.sarif"), "{said}");
        }
    }
    let out = place.0.join("shut/out.sarif");
    assert_eq!(fs::read_to_string(out).unwrap(), "old");
    assert_eq!(names(&place.0.join("shut")), ["out.sarif"]);
}

#[test]
fn a_folder_that_is_for_reading_only_keeps_what_it_has() {
    let place = Place::new("write_read_only");
    let folder = place.0.join("shut");
    place.write("shut/out.sarif", "old");
    let mut shut = fs::metadata(&folder).unwrap().permissions();
    let open = shut.clone();
    shut.set_readonly(true);
    fs::set_permissions(&folder, shut).unwrap();
    // Who may do anything may write there too.
    let binds = fs::write(folder.join("probe"), "").is_err();
    let run = place.run(&format!("{LINE}shut/out.sarif"));
    fs::set_permissions(&folder, open).unwrap();
    if binds {
        assert_eq!(run.code, 2);
        assert_eq!(fs::read_to_string(folder.join("out.sarif")).unwrap(), "old");
        assert_eq!(names(&folder), ["out.sarif"]);
    } else {
        assert!(is_whole(&folder.join("out.sarif")));
    }
}

/// How often it is killed while it writes, and how many units its output tells of: without
/// optimisation fewer.
const LARGE: (u32, usize) = if cfg!(debug_assertions) {
    (8, 1_500)
} else {
    (60, 6_000)
};

#[test]
fn killed_while_it_writes_much_the_file_is_the_old_one_or_the_new_one() {
    let place = Place::new("write_killed_large");
    let (tries, units) = LARGE;
    let mut chart = String::from("rokade: 1\nunits:\n  top: {}\n");
    let name = "Et navn, der fylder. ".repeat(20);
    for at in 0..units {
        let unit = format!("  u{at}: {{ name: \"{at} {name}\", parent: top, head: vacant }}\n");
        chart.push_str(&unit);
    }
    place.write("large.yaml", &chart);
    let out = place.0.join("out.json");
    let line = "check large.yaml --quiet --output json=out.json";
    assert!(place.run(line).code < 2);
    let new = fs::read(&out).unwrap();
    assert!(new.len() > units * 1_000, "{} bytes", new.len());
    let mut met = 0;
    for at in 0..tries {
        fs::write(&out, "old").unwrap();
        let mut command = place.command(line.split_whitespace());
        let mut child = command.stdout(Stdio::null()).spawn().unwrap();
        let part = place.0.join(format!(".out.json.{}.part", child.id()));
        let begun = Instant::now();
        while !part.exists() && begun.elapsed() < Duration::from_secs(5) {
            std::thread::yield_now();
        }
        // At once, or anywhere until after the renaming.
        std::thread::sleep(Duration::from_micros(u64::from(at % 4 * at * 97)));
        let _ = child.kill();
        child.wait().unwrap();
        met += usize::from(fs::remove_file(&part).is_ok());
        let left = fs::read(&out).unwrap();
        assert!(left == b"old" || left == new, "{} bytes", left.len());
    }
    assert!(met > 0, "it never met the tool while it wrote");
}

#[test]
fn whenever_it_is_killed_the_file_is_the_old_one_or_the_new_one() {
    let place = Place::new("write_killed");
    let out = place.0.join("out.sarif");
    let begun = Instant::now();
    place.ok(&format!("{LINE}out.sarif"));
    let usual = begun.elapsed();
    let new = fs::read_to_string(&out).unwrap();
    assert!(is_whole(&out));
    let (mut old_left, mut new_left) = (0, 0);
    let tries: u32 = 120;
    for at in 0..tries {
        fs::write(&out, "old").unwrap();
        let line = format!("{LINE}out.sarif");
        let mut command = place.command(line.split_whitespace());
        let mut child = command.stdout(Stdio::null()).spawn().unwrap();
        // From at once to somewhat after the end.
        std::thread::sleep(
            usual * at / (tries / 2) + Duration::from_micros(u64::from(at % 7) * 50),
        );
        let _ = child.kill();
        child.wait().unwrap();
        match fs::read_to_string(&out).unwrap() {
            text if text == "old" => old_left += 1,
            text if text == new => new_left += 1,
            text => panic!("neither old nor new, {} bytes", text.len()),
        }
    }
    assert!(
        old_left > 0 && new_left > 0,
        "{old_left} old, {new_left} new"
    );
}
