//! The command-line tool: files, settings, terminal and exit codes. The only crate that does I/O.

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
