use proptest::prelude::*;

use super::*;

const LINE: &str =
    "  kantine: { name: Kantine, kind: support, responsible: undecided, sites: [a] }";

fn marks(line: &str, marked: &[&str]) -> Vec<Mark> {
    let mark = |text: &&str| {
        let start = line.find(text).unwrap();
        let range = start..start + text.len();
        Mark { range, note: 20 }
    };
    marked.iter().map(mark).collect()
}

fn cut_at(room: usize, marked: &[&str]) -> (String, Vec<String>) {
    let cut = cut(LINE, &[], &marks(LINE, marked), room, true);
    assert!(
        display_width(&cut.text) <= room,
        "{} is too wide for {room}",
        cut.text
    );
    let marked = cut
        .marks
        .iter()
        .map(|range| cut.text[range.clone()].to_owned());
    (cut.text.clone(), marked.collect())
}

#[test]
fn a_line_with_room_is_whole() {
    let (text, marked) = cut_at(90, &["undecided"]);
    assert_eq!(
        (text.as_str(), marked),
        (LINE, vec!["undecided".to_owned()])
    );
}

#[test]
fn a_long_line_keeps_its_key_and_what_is_marked() {
    let (text, marked) = cut_at(60, &["undecided"]);
    insta::assert_snapshot!(text, @"  kantine: … responsible: undecided, sites: [a] }");
    assert_eq!(marked, ["undecided"]);
    let (text, marked) = cut_at(44, &["Kantine", "undecided"]);
    insta::assert_snapshot!(text, @"  kantine: …Kantine, kind:…undecided, …");
    assert_eq!(marked, ["Kantine", "undecided"]);
    let (text, _) = cut_at(40, &[]);
    insta::assert_snapshot!(text, @"  kantine: { name: Kantine, kind: …");
}

#[test]
fn a_mark_that_is_too_long_is_cut() {
    let (text, marked) = cut_at(
        50,
        &["{ name: Kantine, kind: support, responsible: undecided, sites: [a] }"],
    );
    insta::assert_snapshot!(text, @"  kantine: { name: Kantine, kind: support, …");
    insta::assert_snapshot!(marked[0], @"{ name: Kantine, kind: support, …");
}

#[test]
fn what_is_hidden_is_seen_and_marks_move_with_it() {
    let line = "navn:\tkan\u{202e}tine\x1b pedel";
    let cut = cut(line, &[], &marks(line, &["tine", "pedel"]), 80, true);
    assert_eq!(cut.text, "navn:    kan\\u{202e}tine␛ pedel");
    let marked: Vec<&str> = cut
        .marks
        .iter()
        .map(|range| &cut.text[range.clone()])
        .collect();
    assert_eq!(marked, ["tine", "pedel"]);
}

#[test]
fn a_mark_of_nothing_may_stand_anywhere() {
    for at in [0, 9, LINE.len()] {
        let mark = Mark {
            range: at..at,
            note: 9,
        };
        let cut = cut(LINE, &[], &[mark], 40, false);
        assert_eq!(cut.marks[0].len(), 0);
        assert!(cut.marks[0].start <= cut.text.len());
    }
    let mark = Mark {
        range: 0..0,
        note: 9,
    };
    assert_eq!(cut("", &[], &[mark], 40, true).marks[0], 0..0);
}

#[test]
fn of_a_line_of_megabytes_only_the_surroundings_count() {
    let line = "æ".repeat(4_000_000);
    let marks = [Mark {
        range: 4_000_000..4_000_010,
        note: 9,
    }];
    let cut = cut(&line, &[], &marks, 40, true);
    assert_eq!(&cut.text[cut.marks[0].clone()], "æææææ");
    assert_eq!(display_width(&cut.text), 40);
}

proptest! {
    #[test]
    fn a_cut_line_fits_and_keeps_its_marks(
        line in "[a-e: ,\u{e6}\u{65e5}\u{200b}\t]{0,300}",
        ends in prop::collection::vec(0..300_usize, 0..6),
        notes in 0..60_usize,
        // Three marks of hidden characters in ASCII do not fit into less.
        room in 40..100_usize,
        unicode in any::<bool>(),
    ) {
        let bytes: Vec<usize> = line.char_indices().map(|(at, _)| at).chain([line.len()]).collect();
        let mut ends: Vec<usize> = ends.iter().map(|i| bytes[i % bytes.len()]).collect();
        ends.sort_unstable();
        let pairs = ends.chunks_exact(2).map(|pair| pair[0]..pair[1]);
        let marks: Vec<Mark> = pairs.map(|range| Mark { range, note: notes }).collect();
        let cut = cut(&line, &[], &marks, room, unicode);
        prop_assert!(display_width(&cut.text) <= room, "{:?}", cut);
        prop_assert_eq!(cut.marks.len(), marks.len());
        let mut last = 0;
        for (range, mark) in cut.marks.iter().zip(&marks) {
            prop_assert!(last <= range.start && range.start <= range.end);
            prop_assert!(cut.text.get(range.clone()).is_some());
            prop_assert!(mark.range.is_empty() == range.is_empty(), "{:?} {:?}", cut, mark);
            last = range.end;
        }
    }
}
