use std::collections::BTreeSet;

use super::*;

#[test]
fn names_are_words_and_stand_once() {
    let mut names = BTreeSet::new();
    let mut labels = BTreeSet::new();
    for measure in MEASURES {
        assert!(names.insert(measure.name), "{}", measure.name);
        assert!(labels.insert(measure.da), "{}", measure.name);
        assert!(labels.insert(measure.en), "{}", measure.name);
        let mut words = measure.name.split('_');
        assert!(
            words.all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase())),
            "{}",
            measure.name
        );
    }
}

#[test]
fn a_misspelt_measure_finds_the_nearest_that_can_be_promised() {
    assert_eq!(nearest("cost_per_year"), None);
    assert_eq!(
        nearest("citizens_with_more_adviser"),
        Some("citizens_with_more_advisers")
    );
    assert_eq!(nearest("commitments_broken"), None);
    assert!(!is_measure("commitments_broken") && is_measure("layers"));
}
