//! How a page looks on a screen.

use std::fs;
use std::path::Path;

use serde_json::json;

use super::paper::Paper;
use crate::tab::Tab;
use crate::trouble::Result;

const REFLOW: &str = include_str!("../script/reflow.js");
const DRAWINGS: &str = include_str!("../script/drawings.js");

/// The smallest text that a drawing may have on a screen, in pixels.
pub const SMALLEST: f64 = 11.0;

/// How high a picture may be, for whoever looks at it to read it.
const MOST: u32 = 4000;

/// What is wrong with a page on a screen, where no text of a drawing may be smaller than this.
pub fn faults(tab: &Tab<'_>, smallest: f64) -> Result<Vec<String>> {
    looked(tab, smallest, None)
}

/// What is wrong with a drawing that stands by itself.
pub fn drawing(tab: &Tab<'_>) -> Result<Vec<String>> {
    tab.sentences(&format!("{}({SMALLEST}, null)", DRAWINGS.trim_end()))
}

/// What is wrong with a page as it is shown now, where no text of a drawing may be smaller than this;
/// of what is printed, with what goes on a paper.
pub(super) fn looked(tab: &Tab<'_>, smallest: f64, paper: Option<&Paper>) -> Result<Vec<String>> {
    let name = json!(paper.map(|paper| paper.name));
    let room = json!(paper.map(|paper| paper.room));
    let mut faults = tab.sentences(&format!("{}({name}, {room})", REFLOW.trim_end()))?;
    let drawings = format!("{}({smallest}, {name})", DRAWINGS.trim_end());
    faults.extend(tab.sentences(&drawings)?);
    Ok(faults)
}

/// Unfolds what is folded.
pub fn unfold(tab: &Tab<'_>) -> Result<()> {
    tab.evaluate(
        "for (const details of document.querySelectorAll('details')) details.open = true; 0",
    )?;
    Ok(())
}

/// Writes the page as pictures: `…-1.png`, `…-2.png`, from its top to its bottom.
pub fn keep(tab: &Tab<'_>, width: u32, name: &Path) -> Result<()> {
    for (at, picture) in tab.pictures(width, MOST)?.into_iter().enumerate() {
        fs::write(format!("{}-{}.png", name.display(), at + 1), picture)?;
    }
    Ok(())
}
