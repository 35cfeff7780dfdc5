//! Files made from the code, written or compared.

use std::fs;
use std::path::Path;

use crate::{ChoreError, reference};

/// Writes each file, or with `check` says which differ.
pub(crate) fn run(root: &Path, check: bool) -> Result<(), ChoreError> {
    let json = |schema: &serde_json::Value| -> Result<String, ChoreError> {
        Ok(serde_json::to_string_pretty(schema)? + "\n")
    };
    let mut files = vec![
        (
            "schema/rokade.schema.json".to_owned(),
            json(&rokade::schema())?,
        ),
        (
            "schema/report.schema.json".to_owned(),
            json(&rokade::report_schema())?,
        ),
        (
            "schema/comparison.schema.json".to_owned(),
            json(&rokade::comparison_schema())?,
        ),
        (
            "schema/hearing-note.schema.json".to_owned(),
            json(&rokade::note_schema())?,
        ),
        (
            "docs/images/diff.svg".to_owned(),
            crate::picture::diff(root)?,
        ),
    ];
    files.extend(reference::files()?);
    // A page that the code no longer makes is as wrong as one that says something else.
    let mut stale = reference::left_over(root, &files)?;
    if !check {
        for name in stale.drain(..) {
            let path = root.join(name);
            fs::remove_file(&path).map_err(|error| ChoreError::File(path, error))?;
        }
    }
    for (name, text) in files {
        let path = root.join(&name);
        let failed = |error| ChoreError::File(path.clone(), error);
        if check {
            if fs::read_to_string(&path).ok().as_deref() != Some(&text) {
                stale.push(name);
            }
        } else {
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder).map_err(failed)?;
            }
            fs::write(&path, text).map_err(failed)?;
        }
    }
    if stale.is_empty() {
        Ok(())
    } else {
        Err(ChoreError::Stale(stale))
    }
}
