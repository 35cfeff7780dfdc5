//! Pictures of small charts made by hand.

mod fixture;
mod org;
mod programs;
mod survey;
mod svg;
mod together;

use rokade_core::entry::Language;

use super::words;

#[test]
fn every_word_of_a_drawing_can_be_said() {
    for language in [Language::Da, Language::En] {
        let words = words(language).unwrap();
        let values = [
            ("parent", "Jobcenter".into()),
            ("title", "Efter".into()),
            ("unit", "Team 1".into()),
            ("n", 2_usize.into()),
            ("way", "all".into()),
            ("changes", 1_usize.into()),
            ("part", 1_usize.into()),
            ("parts", 3_usize.into()),
        ];
        for key in [
            "external",
            "under",
            "below",
            "not-drawn",
            "not-drawn-changes",
            "survey",
            "part",
            "part-of",
            "legend",
            "unchanged",
            "before",
            "after",
            "no-site",
        ] {
            words.say(key, &values).unwrap();
        }
    }
}
