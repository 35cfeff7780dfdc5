//! The known word that an unknown one most likely means.
//!
//! Keys and words of the format are few and short, so they are compared more generously than
//! ids are.

use rokade_core::expected::Expected;
use rokade_core::fault::Expectation;
use rokade_core::ids::suggest_id;
use strsim::damerau_levenshtein;

/// A text longer than this is no slip of a word or an id.
const LONGEST: usize = 200;

/// The nearest word within two edits or a third of the length, case and joining signs apart; of
/// a word of three letters or fewer, within one.
pub(crate) fn word<'k>(written: &str, known: &[&'k str]) -> Option<&'k str> {
    if written.len() > LONGEST {
        return None;
    }
    let written: String = written
        .chars()
        .flat_map(char::to_lowercase)
        .map(|c| if c == '-' || c == ' ' { '_' } else { c })
        .collect();
    let length = written.chars().count();
    // Most of the word must be left, or every short word would be near.
    let most = match length {
        0 | 1 => 0,
        2 | 3 => 1,
        _ => (length / 3).max(2),
    };
    known
        .iter()
        .map(|&word| (damerau_levenshtein(&written, word), word))
        .filter(|&(edits, _)| edits <= most)
        .min()
        .map(|(_, word)| word)
}

/// A value near what was written, of the kind that was expected.
pub(crate) fn value(written: &str, expected: &Expectation) -> Option<String> {
    if written.len() > LONGEST {
        return None;
    }
    let id = |special: &[&str]| {
        let lower = written.to_lowercase();
        if special.contains(&lower.as_str()) {
            return Some(lower);
        }
        suggest_id(written)
            .filter(|id| id != written)
            .map(String::from)
    };
    match expected {
        Expectation::OneOf(words) => word(written, words).map(str::to_owned),
        Expectation::Shape(Expected::Id) => id(&[]),
        Expectation::Shape(Expected::Head) => id(&["vacant", "none"]),
        Expectation::Shape(
            Expected::UnitOrUndecided | Expected::SiteOrUndecided | Expected::Responsible,
        ) => id(&["undecided"]),
        Expectation::Shape(Expected::DecidedBy) => id(&["performers", "head"]),
        Expectation::Shape(Expected::YesNo) => {
            let word = match written.to_lowercase().as_str() {
                "yes" | "y" | "ja" | "j" | "on" | "1" | "sand" => "true",
                "no" | "n" | "nej" | "off" | "0" | "falsk" => "false",
                other => word(other, &["true", "false"])?,
            };
            Some(word.to_owned())
        }
        Expectation::Shape(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_word_and_another_word_finds_none() {
        let keys = [
            "name",
            "title",
            "reports_to",
            "professional_lead",
            "id",
            "by",
        ];
        for (written, meant) in [
            ("tilte", Some("title")),
            ("Title", Some("title")),
            ("reportsTo", Some("reports_to")),
            ("reports-to", Some("reports_to")),
            ("PROFESSIONAL LEAD", Some("professional_lead")),
            ("qz", None),
            ("colour", None),
            ("", None),
        ] {
            assert_eq!(word(written, &keys), meant, "{written}");
        }
    }

    #[test]
    fn a_near_value_is_of_the_kind_expected() {
        let near = |written: &str, expected| value(written, &Expectation::Shape(expected));
        assert_eq!(
            near("Jobcenter Nord", Expected::Id).as_deref(),
            Some("jobcenter-nord")
        );
        assert_eq!(near("Vacant", Expected::Head).as_deref(), Some("vacant"));
        assert_eq!(near("none", Expected::Id), None);
        assert_eq!(near("ja", Expected::YesNo).as_deref(), Some("true"));
        assert_eq!(near("mange", Expected::Quantity), None);
    }
}
