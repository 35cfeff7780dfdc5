//! Files made from the code, written or compared.

use std::fs;
use std::path::Path;

use crate::ChoreError;

/// Writes each file, or with `check` says which differ.
pub(crate) fn run(root: &Path, check: bool) -> Result<(), ChoreError> {
    let json = |schema: &serde_json::Value| -> Result<String, ChoreError> {
        Ok(serde_json::to_string_pretty(schema)? + "\n")
    };
    let files = [
        ("schema/rokade.schema.json", json(&rokade::schema())?),
        ("schema/report.schema.json", json(&rokade::report_schema())?),
        ("docs/images/diff.svg", crate::picture::diff(root)?),
    ];
    let mut stale = Vec::new();
    for (name, text) in files {
        let path = root.join(name);
        let failed = |error| ChoreError::File(path.clone(), error);
        if check {
            if fs::read_to_string(&path).ok().as_deref() != Some(&text) {
                stale.push(name.to_owned());
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
