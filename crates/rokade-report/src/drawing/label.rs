//! What stands in the box of a unit as plain lines, for formats in which another program draws.

use rokade_core::drawing::{DrawnUnit, Marked};
use rokade_core::words::{Words, WordsError};

/// The lines of a label, not escaped.
pub(super) struct Label {
    /// Before the name.
    pub(super) level: Vec<String>,
    /// After the name.
    pub(super) rest: Vec<String>,
}

impl Label {
    pub(super) fn new(
        unit: &DrawnUnit,
        sites: &[String],
        words: &Words,
    ) -> Result<Label, WordsError> {
        let mut level = Vec::new();
        if unit.is_external {
            level.push(words.say("external", &[])?);
        }
        level.extend(unit.level.clone());
        let mut rest: Vec<String> = unit.head.iter().chain(&unit.posts).cloned().collect();
        for drawn in &unit.sites {
            let Some(site) = sites.get(drawn.site) else {
                continue;
            };
            rest.push(match &drawn.posts {
                Some(posts) => format!("{site}: {posts}"),
                None => site.clone(),
            });
        }
        rest.extend(unit.below.clone());
        rest.extend(unit.marks.iter().map(change));
        Ok(Label { level, rest })
    }
}

fn change(marked: &Marked) -> String {
    match &marked.text {
        Some(text) => format!("{} – {text}", marked.word),
        None => marked.word.clone(),
    }
}
