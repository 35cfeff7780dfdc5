//! Reads a chart as another program would: `rokade-peers HOW FILE…`.
//!
//! Each way is a process of its own, so that the operating system counts its time and memory.
//! What was read is left in memory to the end, and no value of it is looked at.

mod plain;

use std::hint::black_box;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use granit_parser::Parser;
use plain::{Chart, Text};
use serde_saphyr::Spanned;

/// Why a file could not be read.
type Failure = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    let mut args = env::args_os().skip(1);
    let how = args.next().unwrap_or_default();
    let read: fn(&Path) -> Result<(), Failure> = match how.to_str() {
        Some("events") => events,
        Some("serde-yaml") => serde_yaml,
        Some("serde-saphyr") => serde_saphyr,
        _ => return fail("rokade-peers events|serde-yaml|serde-saphyr FILE…"),
    };
    for path in args {
        if let Err(error) = read(Path::new(&path)) {
            return fail(&format!("{}: {error}", Path::new(&path).display()));
        }
    }
    ExitCode::SUCCESS
}

fn fail(message: &str) -> ExitCode {
    use std::io::Write as _;
    let _ = writeln!(std::io::stderr(), "{message}");
    ExitCode::from(2)
}

/// The events of the parser, counted.
fn events(path: &Path) -> Result<(), Failure> {
    let text = fs::read_to_string(path)?;
    let mut count = 0_usize;
    for event in Parser::new_from_str(&text) {
        black_box(event?);
        count += 1;
    }
    black_box(count);
    Ok(())
}

/// Structs without any places.
fn serde_yaml(path: &Path) -> Result<(), Failure> {
    let text = fs::read_to_string(path)?;
    let chart: Chart<Text> = serde_yaml::from_str(&text)?;
    std::mem::forget(black_box(chart));
    Ok(())
}

/// The same structs, with the place of each entity's id.
fn serde_saphyr(path: &Path) -> Result<(), Failure> {
    let text = fs::read_to_string(path)?;
    // Its limits are for small files.
    let options = serde_saphyr::options! { budget: None };
    let chart: Chart<Spanned<Text>> = serde_saphyr::from_str_with_options(&text, options)?;
    std::mem::forget(black_box(chart));
    Ok(())
}
