//! `--watch`: a report made again whenever a file changes that was read.

use std::collections::BTreeSet;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

use notify::{RecursiveMode, Watcher as _};

use super::RunError;
use super::report::{Asked, Made, deliver, make};
use crate::args::ReportArgs;
use crate::output::{print, say};
use crate::settings::Languages;
use crate::tongue::Tongue;

/// Programs that save a file write several times; what follows so soon is one change.
const QUIET: Duration = Duration::from_millis(80);

/// Clears a terminal and goes to its upper left.
const CLEAR: &[u8] = b"\x1b[2J\x1b[3J\x1b[H";

/// Makes and delivers a report, and does so again for every change, until it is interrupted. A
/// file that is broken while somebody writes it leaves the last report on screen.
pub(super) fn watch(
    asked: &Asked,
    args: &ReportArgs,
    languages: &mut Languages,
) -> Result<bool, RunError> {
    let (sender, changes) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        let is_change = event.as_ref().is_ok_and(|event| !event.kind.is_access());
        if is_change {
            // Nobody listens any more only when the run is over.
            let _ = sender.send(());
        }
    })?;
    let mut folders: BTreeSet<PathBuf> = BTreeSet::new();
    let mut is_first = true;
    loop {
        let made = make(asked, args, languages);
        match made {
            Ok(made) if made.report.complete || is_first => {
                show(&made, args)?;
                for folder in made.files.iter().map(|file| folder_of(file)) {
                    if folders.insert(folder.clone()) {
                        watcher.watch(&folder, RecursiveMode::NonRecursive)?;
                    }
                }
            }
            Ok(made) => say(&Tongue::new(made.language)?.unread_for_now(&made.report)?),
            Err(error) if is_first => return Err(error),
            Err(error) => {
                for line in super::told(&error, languages.choose(None).value) {
                    say(&line);
                }
            }
        }
        is_first = false;
        // The watcher lives as long as this: it cannot hang up.
        if changes.recv().is_err() {
            return Ok(true);
        }
        while changes.recv_timeout(QUIET).is_ok() {}
    }
}

fn show(made: &Made, args: &ReportArgs) -> Result<(), RunError> {
    if io::stdout().is_terminal() && !args.quiet {
        print(|out| out.write_all(CLEAR))?;
    }
    deliver(made, args)?;
    io::stdout().flush()?;
    Ok(())
}

fn folder_of(file: &Path) -> PathBuf {
    let parent = file.parent().filter(|parent| *parent != Path::new(""));
    parent.unwrap_or(Path::new(".")).to_owned()
}
