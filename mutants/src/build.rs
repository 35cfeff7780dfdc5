//! The copy of the repository, its crates rewritten, and the tests built from it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};
use serde::{Deserialize, Serialize};

use crate::list::{self, Mutant};
use crate::rewrite::{self, Placed};
use crate::tests::{HARNESSES, UNITS};

/// Why a mutant is not tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Without {
    /// The compiler refuses it.
    NotBuilding,
    /// It has no place in a program that holds the others: it is in a constant, or the compiler
    /// refuses what was put around it.
    LeftOut,
}

/// What a folder of work knows of a mutant.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Known {
    pub(crate) name: String,
    pub(crate) package: String,
    pub(crate) file: String,
    /// What `MUTANT` switches it on.
    pub(crate) number: u32,
    pub(crate) without: Option<Without>,
    /// What the compiler said.
    pub(crate) said: Option<String>,
    pub(crate) diff: String,
}

/// A program of tests.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Binary {
    pub(crate) package: String,
    /// Of the library or of the file of tests.
    pub(crate) name: String,
    pub(crate) is_unit: bool,
    pub(crate) path: PathBuf,
    /// Where its tests are run.
    pub(crate) folder: PathBuf,
}

/// Where everything is.
#[derive(Clone, Debug)]
pub(crate) struct Work {
    pub(crate) repository: PathBuf,
    pub(crate) folder: PathBuf,
}

impl Work {
    pub(crate) fn tree(&self) -> PathBuf {
        self.folder.join("tree")
    }

    pub(crate) fn read<T: for<'a> Deserialize<'a>>(&self, name: &str) -> Result<T> {
        let path = self.folder.join(name);
        let bytes = fs::read(&path)
            .with_context(|| format!("{} cannot be read: was it built?", path.display()))?;
        serde_json::from_slice(&bytes).with_context(|| format!("{}", path.display()))
    }

    pub(crate) fn write<T: Serialize>(&self, name: &str, value: &T) -> Result<()> {
        let path = self.folder.join(name);
        fs::write(&path, serde_json::to_vec(value)?).with_context(|| format!("{}", path.display()))
    }

    fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("cargo");
        command
            .args(arguments)
            .arg("--message-format=json")
            .current_dir(self.tree())
            // Faster tests, sums that are watched, and nothing for a debugger.
            .env("CARGO_PROFILE_DEV_OPT_LEVEL", "1")
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .env("CARGO_INCREMENTAL", "0")
            .env("RUSTFLAGS", "--cap-lints=allow")
            .stderr(Stdio::inherit())
            .stdin(Stdio::null());
        if std::env::var_os("CARGO_TARGET_DIR").is_none() {
            command.env("CARGO_TARGET_DIR", self.folder.join("target"));
        }
        command
    }
}

/// Lists, copies, rewrites and builds, until all that builds does.
pub(crate) fn build(work: &Work, packages: &[String], jobs: &str) -> Result<()> {
    fs::create_dir_all(&work.folder)?;
    let mutants = list::list(&work.repository, packages)?;
    let mut all = known(work, &mutants);
    let copied = copy(work)?;
    let mut originals: BTreeMap<&str, Vec<(u32, &Mutant)>> = BTreeMap::new();
    for (mutant, known) in mutants.iter().zip(&all) {
        let of = originals.entry(mutant.file.as_str()).or_default();
        of.push((known.number, mutant));
    }
    let roots: BTreeSet<&str> = originals
        .keys()
        .filter_map(|file| file.split_once("/src/").map(|(root, _)| root))
        .collect();
    write_around(work, &copied, &originals, &roots)?;
    let mut round = 0;
    let mut files: BTreeMap<&str, Vec<Placed>> = BTreeMap::new();
    let mut changed: BTreeSet<&str> = originals.keys().copied().collect();
    loop {
        round += 1;
        for file in &changed {
            let placed = rewrite_file(work, file, &originals[file], &mut all)?;
            files.insert(file, placed);
        }
        eprintln!("round {round}: {} files rewritten", changed.len());
        changed.clear();
        let (errors, binaries) = compile(work, jobs)?;
        if errors.is_empty() {
            work.write("binaries.json", &binaries)?;
            eprintln!("{} programs of tests", binaries.len());
            break;
        }
        let by_number: BTreeMap<u32, usize> = all
            .iter()
            .enumerate()
            .map(|(at, known)| (known.number, at))
            .collect();
        let mut unplaced = Vec::new();
        let mut guesses = Vec::new();
        for error in &errors {
            let Some((file, placed)) = files.get_key_value(error.file.as_str()) else {
                unplaced.push(error);
                continue;
            };
            let (numbers, is_exact) = meant(placed, error);
            if numbers.is_empty() {
                unplaced.push(error);
            } else if is_exact {
                for number in numbers {
                    drop_one(&mut all[by_number[&number]], Without::NotBuilding, error);
                }
                changed.insert(file);
            } else {
                guesses.push((*file, numbers, error));
            }
        }
        // What lies around mutants is often the consequence of one that is now gone.
        if changed.is_empty() {
            for (file, numbers, error) in guesses {
                for number in numbers {
                    drop_one(&mut all[by_number[&number]], Without::LeftOut, error);
                }
                changed.insert(file);
            }
        }
        if changed.is_empty() {
            for error in unplaced {
                eprintln!("{}", error.rendered);
            }
            bail!("the copy does not build, and no mutant is to blame");
        }
        work.write("mutants.json", &all)?;
    }
    work.write("mutants.json", &all)?;
    let dropped = all.iter().filter(|known| known.without.is_some()).count();
    eprintln!("{} mutants, {dropped} of them not built", all.len());
    Ok(())
}

fn drop_one(known: &mut Known, without: Without, error: &Fault) {
    if known.without.is_none() {
        known.without = Some(without);
        known.said = Some(error.said.clone());
    }
}

/// A mutant keeps its number, and what is known of it, as long as it has its name.
fn known(work: &Work, mutants: &[Mutant]) -> Vec<Known> {
    let before: Vec<Known> = work.read("mutants.json").unwrap_or_default();
    let mut next = before.iter().map(|known| known.number).max().unwrap_or(0);
    let before: BTreeMap<&str, &Known> = before
        .iter()
        .map(|known| (known.name.as_str(), known))
        .collect();
    let known = mutants.iter().map(|mutant| {
        if let Some(&known) = before.get(mutant.name.as_str()) {
            return known.clone();
        }
        next += 1;
        Known {
            name: mutant.name.clone(),
            package: mutant.package.clone(),
            file: mutant.file.clone(),
            number: next,
            without: None,
            said: None,
            diff: mutant.diff.clone(),
        }
    });
    known.collect()
}

/// The files of the repository that git would keep, with their bytes.
fn copy(work: &Work) -> Result<BTreeMap<String, Vec<u8>>> {
    let output = Command::new("git")
        .args(["ls-files", "-co", "--exclude-standard", "-z"])
        .current_dir(&work.repository)
        .output()
        .context("git cannot be run")?;
    let names = String::from_utf8(output.stdout).context("a file has a name that is no text")?;
    let mut files = BTreeMap::new();
    for name in names.split('\0').filter(|name| !name.is_empty()) {
        let path = work.repository.join(name);
        // What is deleted and not yet committed is listed too.
        if path.is_file() {
            files.insert(name.to_owned(), fs::read(&path)?);
        }
    }
    Ok(files)
}

/// Writes what has changed alone: what is as it was is not built again.
fn write_if_changed(path: &Path, bytes: &[u8]) -> Result<()> {
    if fs::read(path).is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, bytes).with_context(|| format!("{}", path.display()))
}

/// All files but those with mutants, and the crate that they ask.
fn write_around(
    work: &Work,
    copied: &BTreeMap<String, Vec<u8>>,
    originals: &BTreeMap<&str, Vec<(u32, &Mutant)>>,
    roots: &BTreeSet<&str>,
) -> Result<()> {
    let tree = work.tree();
    for (name, bytes) in copied {
        let is_root = name
            .strip_suffix("/Cargo.toml")
            .is_some_and(|root| roots.contains(root));
        if is_root {
            let manifest = String::from_utf8(bytes.clone())?;
            let depends = "[dependencies]\nmutant = { path = \"../mutant\" }\n";
            let manifest = manifest.replacen("[dependencies]\n", depends, 1);
            write_if_changed(&tree.join(name), manifest.as_bytes())?;
        } else if name.starts_with("crates/rokade-cli/tests/") {
            // The tool is run without an environment: but for what says which mutant is on.
            let kept = ".env_clear().envs(std::env::vars_os().filter(|(name, _)| \
                        name.to_string_lossy().starts_with(\"MUTANT\")))";
            let text = String::from_utf8_lossy(bytes).replace(".env_clear()", kept);
            write_if_changed(&tree.join(name), text.as_bytes())?;
        } else if name != "Cargo.lock" && !originals.contains_key(name.as_str()) {
            write_if_changed(&tree.join(name), bytes)?;
        }
    }
    // cargo adds the crate to the lock file of the copy, which is then another.
    let lock = copied.get("Cargo.lock").map_or(&[][..], Vec::as_slice);
    let kept = work.folder.join("Cargo.lock");
    if fs::read(&kept).ok().as_deref() != Some(lock) {
        fs::write(tree.join("Cargo.lock"), lock)?;
        fs::write(&kept, lock)?;
    }
    let switch = tree.join("crates/mutant");
    let manifest = include_bytes!("../switch/Cargo.toml");
    write_if_changed(&switch.join("Cargo.toml"), manifest)?;
    write_if_changed(
        &switch.join("src/lib.rs"),
        include_bytes!("../switch/src/lib.rs"),
    )?;
    gone(&tree, &tree, copied)
}

/// Takes out what the repository no longer has.
fn gone(tree: &Path, folder: &Path, copied: &BTreeMap<String, Vec<u8>>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let Some(name) = path.strip_prefix(tree).ok().and_then(Path::to_str) else {
            continue;
        };
        if name == "crates/mutant" || name == "Cargo.lock" || name == "target" {
            continue;
        }
        if path.is_dir() {
            gone(tree, &path, copied)?;
        } else if !copied.contains_key(name) {
            fs::remove_file(&path)?;
        }
    }
    Ok(())
}

fn rewrite_file(
    work: &Work,
    file: &str,
    mutants: &[(u32, &Mutant)],
    all: &mut [Known],
) -> Result<Vec<Placed>> {
    let source = fs::read_to_string(work.repository.join(file))?;
    let without: BTreeSet<u32> = all
        .iter()
        .filter(|known| known.file == file && known.without.is_some())
        .map(|known| known.number)
        .collect();
    let there: Vec<(u32, &Mutant)> = mutants
        .iter()
        .filter(|(number, _)| !without.contains(number))
        .copied()
        .collect();
    let rewritten = rewrite::rewrite(&source, &there).with_context(|| file.to_owned())?;
    for known in all {
        let mut refused = rewritten.refused.iter();
        if let Some((_, why)) = refused.find(|(number, _)| *number == known.number) {
            known.without = Some(Without::NotBuilding);
            known.said = Some((*why).to_owned());
        }
        if rewritten.left_out.contains(&known.number) {
            known.without = Some(Without::LeftOut);
            known.said = Some("no place was found for it".to_owned());
        }
    }
    write_if_changed(&work.tree().join(file), rewritten.text.as_bytes())?;
    Ok(rewritten.places)
}

/// What the compiler refuses, and where.
struct Fault {
    file: String,
    start: usize,
    end: usize,
    said: String,
    rendered: String,
}

/// The mutants that are meant by it: the narrowest that it lies in, else those that it holds.
fn meant(placed: &[Placed], fault: &Fault) -> (Vec<u32>, bool) {
    for is_exact in [true, false] {
        let of_kind = || {
            placed
                .iter()
                .filter(move |placed| placed.exact == is_exact && !placed.mutants.is_empty())
        };
        let around = of_kind()
            .filter(|placed| placed.range.start <= fault.start && fault.end <= placed.range.end)
            .min_by_key(|placed| placed.range.len());
        if let Some(around) = around {
            return (around.mutants.clone(), is_exact);
        }
        let within = of_kind()
            .filter(|placed| fault.start < placed.range.end && placed.range.start < fault.end);
        let within: Vec<u32> = within.flat_map(|placed| placed.mutants.clone()).collect();
        if !within.is_empty() {
            return (within, false);
        }
    }
    (Vec::new(), false)
}

/// Builds all tests in one command, so that each crate is built once, as far as it goes: what the
/// compiler refuses, and the programs.
fn compile(work: &Work, jobs: &str) -> Result<(Vec<Fault>, Vec<Binary>)> {
    let mut command = work.cargo(&["test", "--no-run", "--lib", "--jobs", jobs]);
    for package in UNITS {
        command.args(["-p", package]);
    }
    for (package, names) in HARNESSES {
        command.args(["-p", package]);
        command.args(names.iter().flat_map(|name| ["--test", name]));
    }
    let output = command.output().context("cargo cannot be run")?;
    let (mut faults, mut binaries) = (Vec::new(), Vec::new());
    for line in output.stdout.split(|&byte| byte == b'\n') {
        let Ok(message) = serde_json::from_slice::<serde_json::Value>(line) else {
            continue;
        };
        binaries.extend(binary(&message));
        faults.extend(refused(&message["message"]));
    }
    if faults.is_empty() && !output.status.success() {
        bail!("the copy cannot be built");
    }
    Ok((faults, binaries))
}

/// The places that a message of the compiler refuses.
fn refused(message: &serde_json::Value) -> Vec<Fault> {
    if message["level"] != "error" {
        return Vec::new();
    }
    let spans = message["spans"].as_array();
    let primary = spans
        .into_iter()
        .flatten()
        .filter(|span| span["is_primary"] == true);
    let faults = primary.map(|span| {
        let number = |key: &str| {
            let number = span[key].as_u64();
            number.map_or(0, |number| usize::try_from(number).unwrap_or(0))
        };
        let code = message["code"]["code"].as_str().unwrap_or_default();
        let words = message["message"].as_str().unwrap_or_default();
        Fault {
            file: span["file_name"].as_str().unwrap_or_default().to_owned(),
            start: number("byte_start"),
            end: number("byte_end"),
            said: format!("{code} {words}"),
            rendered: message["rendered"].as_str().unwrap_or_default().to_owned(),
        }
    });
    faults.collect()
}

/// The program of tests that a message of cargo tells of.
fn binary(message: &serde_json::Value) -> Option<Binary> {
    let path = message["executable"].as_str()?;
    if message["profile"]["test"] != true {
        return None;
    }
    let manifest = Path::new(message["manifest_path"].as_str()?);
    let folder = manifest.parent()?;
    let kinds = message["target"]["kind"].as_array()?;
    Some(Binary {
        package: folder.file_name()?.to_string_lossy().into_owned(),
        name: message["target"]["name"].as_str()?.to_owned(),
        is_unit: kinds.iter().any(|kind| kind == "lib"),
        path: path.into(),
        folder: folder.to_owned(),
    })
}
