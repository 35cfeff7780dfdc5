//! How a report is to look. What these are in a run is the command line's to find out.

/// How a report is to look, where a format has a choice.
#[expect(
    clippy::struct_excessive_bools,
    reason = "what a terminal can do and a reader wants is each a yes or a no of its own"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// How many columns a line may have; fewer than 40 count as 40.
    pub width: u16,
    /// Whether to colour.
    pub color: bool,
    /// Whether to tell notes one by one, and not only how many there are.
    pub verbose: bool,
    /// Whether to print everything: every finding, every place, every member by name.
    pub full: bool,
    /// Whether to draw with more than ASCII. What a chart or a sentence says is never changed.
    pub unicode: bool,
    /// Whether the terminal opens links. Files named by an absolute path become links.
    pub links: bool,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            width: 100,
            color: false,
            verbose: false,
            full: false,
            unicode: true,
            links: false,
        }
    }
}
