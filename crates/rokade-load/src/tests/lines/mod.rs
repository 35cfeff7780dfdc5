//! What `lines` tells of a text is what granit tells of it, or nothing.
//!
//! `PROPTEST_CASES` says how many texts are made; above ten thousand, short texts are tried up
//! to five pieces long and not only three.

mod known;
mod made;
mod suite;

use std::cell::Cell;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use rokade_core::entry::Entries;
use rokade_core::span::{Source, SourceId, Syntax};

use crate::file::File;
use crate::load;
use crate::load::whole;
use crate::reader::{Reader, Token};

use made::{Choices, edit, made};

const ID: SourceId = SourceId(0);

/// Asserts that a text is read as granit reads it; whether it was read without granit.
#[track_caller]
fn agree(text: &str) -> bool {
    let mut ours = Reader::new(ID, text);
    let mut granit = Reader::of_granit(ID, text);
    loop {
        let (head, expected) = (ours.next(), granit.next());
        assert_eq!(head, expected, "{text:?}");
        assert_eq!(ours.end(), granit.end(), "{head:?} in {text:?}");
        if !head.is_ok_and(|head| head.token != Token::End) {
            break;
        }
    }
    let is_sure = ours.is_sure();
    assert_eq!(ours.next(), granit.next(), "behind the end of {text:?}");
    assert_eq!(ours.faults.in_order(), granit.faults.in_order(), "{text:?}");
    is_sure
}

/// Asserts that a text is loaded as if granit had read it.
#[track_caller]
fn load_agrees(text: &str) {
    let source = Source::new("chart.yaml", text, Syntax::Yaml);
    let sources = [(ID, &source)];
    let loaded = load(&sources);
    let mut entries = Entries::default();
    let (faults, read) = whole(ID, &source, |faults, control_reported| {
        let mut reader = Reader::of_granit(ID, &source.text);
        reader.faults = faults;
        reader.control_reported = control_reported;
        let mut file = File {
            id: ID,
            reader,
            entries: &mut entries,
            sources: &sources,
        };
        let read = file.read();
        (file.reader.faults.in_order(), read)
    });
    assert_eq!(loaded.entries, entries, "{text:?}");
    assert_eq!(loaded.faults, faults, "{text:?}");
    assert_eq!(loaded.complete, read.is_ok(), "{text:?}");
}

fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

#[test]
fn what_is_made_and_edited_is_read_as_granit_reads_it() {
    let (all, sure) = (Cell::new(0_u64), Cell::new(0_u64));
    let choices = prop::collection::vec(any::<u8>(), 8..240);
    let run = TestRunner::new(config()).run(&choices, |bytes| {
        let mut choices = Choices(bytes.iter());
        let edits = choices.below(4);
        let mut text = made(&mut choices);
        for left in (0..=edits).rev() {
            all.set(all.get() + 1);
            sure.set(sure.get() + u64::from(agree(&text)));
            load_agrees(&text);
            load_agrees(&format!("rokade: 1\n{text}"));
            if left > 0 {
                edit(&mut text, &mut choices);
            }
        }
        Ok(())
    });
    run.unwrap();
    // Where little is read without granit, nothing is shown.
    assert!(
        sure.get() * 4 > all.get(),
        "{} of {}",
        sure.get(),
        all.get()
    );
}

/// Every text of a few of these pieces, alone and behind what it may go on from.
#[test]
fn every_short_text_is_read_as_granit_reads_it() {
    const SHORT: &[&str] = &[
        "a", " ", "\n", ":", ": ", "- ", "  ", "#", "\"", "'", "[", "]", "{", "}", ", ", "-",
        "\r\n", "|", "?", "\t",
    ];
    const BEFORE: &[&str] = &[
        "",
        "a:",
        "- ",
        "- a: b\n",
        "a:\n  b: c\n",
        "a: [b, ",
        "- { a: ",
        "a:\n- ",
        "a: |\n  b\n",
        "- >-\n",
    ];
    let longest = if config().cases > 10_000 { 5 } else { 3 };
    let mut text = String::new();
    for length in 0..=longest {
        for number in 0..SHORT.len().pow(length) {
            for before in BEFORE {
                text.clear();
                text.push_str(before);
                let mut rest = number;
                for _ in 0..length {
                    text.push_str(SHORT[rest % SHORT.len()]);
                    rest /= SHORT.len();
                }
                agree(&text);
            }
        }
    }
}
