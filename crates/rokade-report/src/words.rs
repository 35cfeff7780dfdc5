//! The words a report is set in: the names of severities, headings, the closing line.
//!
//! What a report says is finished sentences already; these are only its frame.

use rokade_core::entry::Language;
use rokade_core::words::{Words, WordsError};

/// The words of the frame in a language.
///
/// # Errors
/// When they cannot be parsed, which a test rules out.
pub(crate) fn words(language: Language) -> Result<Words, WordsError> {
    let text = match language {
        Language::Da => include_str!("words/da.ftl"),
        Language::En => include_str!("words/en.ftl"),
    };
    Words::new(language, text)
}
