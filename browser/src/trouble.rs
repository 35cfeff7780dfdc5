//! What can go wrong in driving the browser, which is no fault of a page.

use std::fmt;

/// A run that cannot go on, in a sentence.
#[derive(Debug)]
pub struct Trouble(pub String);

/// What a step of a run gives.
pub type Result<T> = std::result::Result<T, Trouble>;

impl Trouble {
    /// Trouble that is told as given.
    pub fn new(text: impl Into<String>) -> Self {
        Trouble(text.into())
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for Trouble {}

impl From<std::io::Error> for Trouble {
    fn from(error: std::io::Error) -> Self {
        Trouble(error.to_string())
    }
}

impl From<serde_json::Error> for Trouble {
    fn from(error: serde_json::Error) -> Self {
        Trouble(error.to_string())
    }
}
