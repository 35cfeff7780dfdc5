//! Writes what a target starts from into a folder, each a file named by its number, for a fuzzer.

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use rokade_tests::targets;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [name, folder] = &arguments[..] else {
        say("seeds TARGET FOLDER");
        return ExitCode::FAILURE;
    };
    let Some(target) = targets::ALL.iter().find(|target| target.name == name) else {
        say(&format!("there is no target {name}"));
        return ExitCode::FAILURE;
    };
    match written(&(target.seeds)(), Path::new(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("{folder}: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn say(what: &str) {
    let _ = writeln!(std::io::stderr(), "{what}");
}

fn written(seeds: &[Vec<u8>], folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    for (at, seed) in seeds.iter().enumerate() {
        std::fs::write(folder.join(format!("{at:04}")), seed)?;
    }
    Ok(())
}
