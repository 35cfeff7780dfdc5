//! Money as each language sets it.

use crate::entry::Language;

/// What a currency is called in sentences, by the code that a chart gives: `kr.` or `DKK`.
pub fn currency_name(language: Language, code: &str) -> &str {
    match (language, code) {
        (Language::Da, "DKK") => "kr.",
        (_, other) => other,
    }
}

/// A number that is set already, with its currency: `mindst 1.000 kr.`, `at least DKK 1,000`.
///
/// In Danish the currency stands after it, held by a blank that does not break; in English before
/// the number, and after the words that the number has before it.
pub fn with_currency(language: Language, number: &str, code: &str) -> String {
    let currency = currency_name(language, code);
    match language {
        Language::Da => format!("{number}\u{a0}{currency}"),
        Language::En => {
            let starts = |letter: char| letter.is_ascii_digit() || matches!(letter, '+' | '-');
            let figures = number.find(starts).unwrap_or(0);
            let (words, _) = number.split_at(figures);
            let at = words.strip_suffix("ca. ").map_or(figures, str::len);
            let (words, figures) = number.split_at(at);
            format!("{words}{currency}\u{a0}{figures}")
        }
    }
}
