//! `man`: the manual pages, made from what the command line takes. It says nothing of its own.

use std::fs;
use std::io;
use std::path::Path;

use clap_mangen::Man;

use super::RunError;
use crate::output::print;
use crate::save::save;

/// Prints the page of the tool, or writes it and those of all commands into a folder.
pub(super) fn man(tool: clap::Command, folder: Option<&Path>) -> Result<bool, RunError> {
    // Without it `help` would have a page, which says nothing that the others do not.
    let mut tool = tool.disable_help_subcommand(true);
    // Gives the commands their full names, such as `rokade-check`.
    tool.build();
    let Some(folder) = folder else {
        let (_, page) = page(tool)?;
        print(|out| out.write_all(&page))?;
        return Ok(true);
    };
    let failed = |path: &Path, error| RunError::Save(path.to_owned(), error);
    fs::create_dir_all(folder).map_err(|error| failed(folder, error))?;
    let mut left = vec![tool];
    while let Some(command) = left.pop() {
        let below = command.get_subcommands();
        left.extend(below.filter(|command| !command.is_hide_set()).cloned());
        let (name, page) = page(command)?;
        let path = folder.join(name);
        save(&path, &page).map_err(|error| failed(&path, error))?;
    }
    Ok(true)
}

/// A command's page, and the name of the file that it goes into.
fn page(command: clap::Command) -> io::Result<(String, Vec<u8>)> {
    let page = Man::new(command);
    let mut bytes = Vec::new();
    page.render(&mut bytes)?;
    Ok((page.get_filename(), bytes))
}
