//! What a release packs: the binary, its manual pages and completions, in an archive with a
//! checksum.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::scratch::{Run, Scratch, top, yaml};

/// The commands of the tool, as its help lists them, with those below them.
fn commands() -> BTreeSet<String> {
    let mut commands = BTreeSet::new();
    let mut left = vec![String::new()];
    while let Some(above) = left.pop() {
        let mut rokade = Command::new(env!("CARGO_BIN_EXE_rokade"));
        let help = Run::of(rokade.args(above.split_whitespace()).arg("-h")).log;
        let listed = help.split("\nCommands:\n").nth(1).unwrap_or_default();
        for line in listed.lines().take_while(|line| line.starts_with("  ")) {
            // A line that goes on is further in.
            let name = line[2..].split(' ').next().unwrap();
            if !name.is_empty() && name != "help" {
                left.push(format!("{above} {name}").trim().to_owned());
            }
        }
        commands.insert(above);
    }
    commands
}

#[test]
fn every_command_has_a_manual_page_and_completions() {
    let commands = commands();
    assert!(commands.contains("check") && commands.contains("hearing extract"));
    let folder = Scratch::new("pages").home;
    let package = package(&folder, None);
    let pages = fs::read_dir(package.join("man")).unwrap();
    let pages: BTreeSet<_> = pages.map(|page| page.unwrap().file_name()).collect();
    let page_of = |command: &String| format!("rokade {command}").trim().replace(' ', "-") + ".1";
    let expected = commands.iter().map(|command| page_of(command).into());
    assert_eq!(pages, expected.collect::<BTreeSet<std::ffi::OsString>>());
    for command in &commands {
        let name = page_of(command);
        let page = fs::read_to_string(package.join("man").join(&name)).unwrap();
        assert!(page.contains(".SH SYNOPSIS"), "{name}");
        // The page of a command names those below it.
        let below = commands.iter().filter(|other| {
            let above = other.rsplit_once(' ').map_or("", |(above, _)| above);
            !other.is_empty() && above == command
        });
        for below in below {
            let named = page_of(below).replace(".1", "(1)").replace('-', "\\-");
            assert!(page.contains(&named), "{name}: {named}");
        }
    }
    let completions = package.join("completions");
    for file in [
        "rokade.bash",
        "rokade.elv",
        "rokade.fish",
        "_rokade.ps1",
        "_rokade",
    ] {
        let script = fs::read_to_string(completions.join(file)).unwrap();
        for word in commands.iter().flat_map(|command| command.split(' ')) {
            assert!(script.contains(word), "{file}: {word}");
        }
    }
}

#[test]
fn the_manual_page_is_printed() {
    let page = Run::of(Command::new(env!("CARGO_BIN_EXE_rokade")).arg("man"));
    assert_eq!(page.code, 0, "{}", page.log);
    let folder = Scratch::new("page").home;
    let written = fs::read_to_string(package(&folder, None).join("man/rokade.1")).unwrap();
    assert_eq!(page.log, written);
    assert!(page.log.contains(".TH rokade 1"), "{}", page.log);
}

/// The package of the binary that is tested.
fn package(folder: &Path, target: Option<&str>) -> std::path::PathBuf {
    let binary = Path::new(env!("CARGO_BIN_EXE_rokade"));
    xtask::package::collect(&top(), binary, target, &folder.join("dist")).unwrap()
}

/// The script of a step of the release workflow.
fn script(job: &str, step: &str) -> String {
    let workflow = yaml(".github/workflows/release.yml");
    let steps = workflow["jobs"][job]["steps"].as_sequence().unwrap();
    let mut steps = steps.iter().filter(|found| found["name"] == step);
    steps.next().expect(step)["run"]
        .as_str()
        .unwrap()
        .to_owned()
}

fn run(folder: &Path, script: &str, variables: &[(&str, &str)]) -> Run {
    let mut bash = Command::new("bash");
    bash.args(["-eo", "pipefail", "-c", script])
        .current_dir(folder);
    Run::of(bash.envs(variables.iter().copied()))
}

/// The steps of the workflow, on packages of one binary for all kinds of machines: what they leave
/// is what the action looks for.
#[test]
fn a_release_is_packed_with_checksums() {
    let folder = Scratch::new("packed").home;
    let workflow = yaml(".github/workflows/release.yml");
    let matrix = &workflow["jobs"]["build"]["strategy"]["matrix"]["include"];
    let targets = matrix
        .as_sequence()
        .unwrap()
        .iter()
        .map(|entry| &entry["target"]);
    let targets: Vec<_> = targets.map(|target| target.as_str().unwrap()).collect();
    for target in &targets {
        package(&folder, Some(target));
        let variables = [("TARGET", *target), ("RUNNER_OS", "Linux")];
        let packed = run(&folder, &script("build", "Pack"), &variables);
        assert_eq!(packed.code, 0, "{target}: {}", packed.log);
    }
    let version = env!("CARGO_PKG_VERSION");
    let archive = format!("rokade-{version}-{}.tar.gz", targets[0]);
    let listed = run(&folder.join("dist"), &format!("tar -tzf {archive}"), &[]);
    for file in [
        "rokade",
        "README.md",
        "LICENSE-MIT",
        "man/rokade.1",
        "completions/_rokade",
    ] {
        let file = format!("rokade-{version}-{}/{file}\n", targets[0]);
        assert!(listed.log.contains(&file), "{file}: {}", listed.log);
    }
    // What is uploaded is the archives alone.
    for target in &targets {
        fs::remove_dir_all(folder.join(format!("dist/rokade-{version}-{target}"))).unwrap();
    }
    let checksums = script("release", "Checksums");
    let wrong = run(&folder, &checksums, &[("TAG", "v99.0.0")]);
    assert_ne!(wrong.code, 0, "a tag must say the version");
    let tag = format!("v{version}");
    let summed = run(&folder, &checksums, &[("TAG", &tag)]);
    assert_eq!(summed.code, 0, "{}", summed.log);
    let checked = run(
        &folder.join("dist"),
        "sha256sum --check --strict SHA256SUMS",
        &[],
    );
    assert_eq!(checked.code, 0, "{}", checked.log);
    // The action asks for the same names.
    let action = crate::scratch::text("action.yml");
    for target in &targets {
        assert!(action.contains(&format!("target={target} ;;")), "{target}");
    }
    assert!(action.contains("name=rokade-${version#v}-$target\n"));
}

#[test]
fn a_package_is_made_anew() {
    let folder = Scratch::new("anew").home;
    let left = package(&folder, None).join("man/rokade-gone.1");
    fs::write(&left, "").unwrap();
    package(&folder, None);
    assert!(!left.exists());
    let failed = xtask::package::collect(&top(), Path::new("/bin/false"), None, &folder);
    assert!(failed.unwrap_err().to_string().contains("/bin/false man"));
}

/// The heavy settings stand in a profile of their own, which the package is built with.
#[test]
fn a_release_is_built_with_its_own_profile() {
    let manifest = crate::scratch::text("Cargo.toml");
    assert!(manifest.contains("[profile.dist]\ninherits = \"release\"\n"));
    let built = script("build", "Build and collect");
    assert_eq!(built.trim(), "cargo xtask package --target \"$TARGET\"");
}

/// A release is built on Windows too, where a file that cannot be named so cannot be checked out.
#[test]
fn every_file_has_a_name_that_windows_can_give() {
    let reserved = |stem: &str| {
        let numbered = stem
            .strip_prefix("com")
            .or_else(|| stem.strip_prefix("lpt"));
        ["con", "prn", "aux", "nul"].contains(&stem)
            || numbered.is_some_and(|number| number.len() == 1 && number != "0")
    };
    let mut left = vec![top()];
    let mut seen = 0;
    while let Some(folder) = left.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap().to_lowercase();
            if ["target", "dist", ".git"].contains(&&*name) {
                continue;
            }
            let stem = name.split('.').next().unwrap();
            let fits = !reserved(stem) && !name.contains(['<', '>', ':', '"', '|', '?', '*', '\\']);
            assert!(
                fits && !name.ends_with([' ', '.']),
                "{}",
                entry.path().display()
            );
            seen += 1;
            if entry.file_type().unwrap().is_dir() {
                left.push(entry.path());
            }
        }
    }
    assert!(seen > 100);
}
