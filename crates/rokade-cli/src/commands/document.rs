//! Where documents go that are made for readers: a file, or standard output.

use std::io::Write;
use std::path::Path;

use rokade::RenderError;

use super::RunError;
use crate::output::{is_terminal, print_rendered};
use crate::save::save;

/// The format that was asked for, or that a file's name stands for, or else the usual one.
pub(super) fn format_of<F>(
    asked: Option<F>,
    output: Option<&Path>,
    of_extension: fn(&str) -> Option<F>,
    usual: F,
) -> Result<F, RunError> {
    let extension = output.and_then(Path::extension);
    match (asked, extension) {
        (Some(format), _) => Ok(format),
        (None, None) => Ok(usual),
        (None, Some(extension)) => {
            let extension = extension.to_string_lossy();
            of_extension(&extension).ok_or_else(|| RunError::NoFormat(extension.into_owned()))
        }
    }
}

/// Refuses to put a format that is no text on a terminal.
pub(super) fn refuse_terminal(output: Option<&Path>, format: &'static str) -> Result<(), RunError> {
    if output.is_none() && is_terminal() {
        return Err(RunError::NoTerminal(format));
    }
    Ok(())
}

/// Writes a document to its file, whole or not at all, or prints it where none is named.
pub(super) fn write_document(
    output: Option<&Path>,
    render: impl FnOnce(&mut dyn Write) -> Result<(), RenderError>,
) -> Result<(), RunError> {
    let Some(path) = output else {
        return Ok(print_rendered(render)?);
    };
    let mut bytes = Vec::new();
    render(&mut bytes)?;
    save(path, &bytes).map_err(|error| RunError::Save(path.to_path_buf(), error))
}
