//! The command-line tool: files, settings, terminal and exit codes. The only crate that does I/O.

#![cfg_attr(
    test,
    expect(clippy::string_slice, reason = "a test that slices wrongly fails")
)]

mod args;
mod commands;
mod input;
mod output;
mod progress;
mod save;
mod settings;
mod tongue;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    commands::run(args::Args::parse())
}
