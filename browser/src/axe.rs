//! axe-core, the accessibility checker, put into a page.
//!
//! It is fetched, never committed: `.ci/run` lays it below `target/axe`.

use std::fs;

use serde_json::{Value, json};

use crate::pages::scratch;
use crate::tab::Tab;
use crate::trouble::Result;

/// The rules that hold: WCAG 2.2 level AA with all before it, and what is good practice besides.
const TAGS: [&str; 6] = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
];

/// The checker.
pub struct Axe {
    script: String,
    /// Which release it is.
    pub version: String,
}

impl Axe {
    /// The checker, where it has been fetched.
    pub fn find() -> Result<Option<Self>> {
        let folder = scratch().join("axe/node_modules/axe-core");
        let file = folder.join("axe.min.js");
        if !file.is_file() {
            return Ok(None);
        }
        let package: Value = serde_json::from_slice(&fs::read(folder.join("package.json"))?)?;
        let version = package["version"].as_str().unwrap_or("?").to_owned();
        let script = fs::read_to_string(file)?;
        Ok(Some(Axe { script, version }))
    }

    /// What it finds in a page, in a sentence each.
    pub fn violations(&self, tab: &Tab<'_>) -> Result<Vec<String>> {
        tab.evaluate(&format!("{}; 0", self.script))?;
        let options = json!({
            "runOnly": { "type": "tag", "values": TAGS },
            "resultTypes": ["violations"],
        });
        tab.sentences(&format!(
            "axe.run(document, {options}).then(found => found.violations.map(one =>
                'axe-core: ' + one.id + ': ' + one.help + ' (' + one.nodes.length + '×, first: '
                + one.nodes[0].target.join(' ') + ': ' + one.nodes[0].failureSummary + ')'))"
        ))
    }
}
