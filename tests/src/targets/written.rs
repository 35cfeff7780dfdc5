//! What was read is written so that it is read again, and says the same.

use std::collections::BTreeSet;

use rokade::{Fault, Part, Sources, Syntax, write_chart, write_hearing, write_proposal};
use rokade_core::entry::Entries;
use rokade_core::span::{Source, SourceId};
use rokade_load::{load, load_hearing, load_proposal};

use super::number;

/// A chart, a proposal or a hearing, read, written, read again and written again.
///
/// # Panics
/// When it is another one then.
pub fn rewrite(data: &[u8]) -> u64 {
    let mut sources = Sources::default();
    let file = sources.add("file.yaml", data, Syntax::Yaml);
    let source = sources.get(file);
    let (first, second) = match Part::of(&sources, file) {
        Part::Chart => both(source, |source| {
            let loaded = load(&[(SourceId(0), source)]);
            Once::new(write_chart(&loaded.entries), loaded.faults)
        }),
        Part::Proposal => both(source, |source| {
            let loaded = load_proposal(SourceId(0), source);
            Once::new(write_proposal(&loaded.proposal), loaded.faults)
        }),
        Part::Hearing => both(source, |source| {
            let loaded = load_hearing(SourceId(0), source);
            Once::new(write_hearing(&loaded.hearing), loaded.faults)
        }),
    };
    if first.faults.is_empty() {
        assert!(
            second.faults.is_empty(),
            "{:?}\n{}",
            second.faults,
            first.written
        );
    }
    assert!(second.is_read, "{:?}\n{}", second.faults, first.written);
    assert_eq!(first.written, second.written);
    number(
        keys(&first.written)
            .into_iter()
            .chain(first.faults.iter().map(|fault| {
                let kind = format!("{:?}", fault.kind);
                let end = kind.find([' ', '(']).unwrap_or(kind.len());
                kind[..end].to_owned()
            })),
    )
}

/// The words before colons.
fn keys(written: &str) -> BTreeSet<String> {
    let parts = written
        .split(": ")
        .filter_map(|part| part.rsplit([' ', '\n']).next());
    parts.map(str::to_owned).collect()
}

/// A file as it was read and written.
struct Once {
    written: String,
    faults: Vec<Fault>,
    is_read: bool,
}

impl Once {
    fn new(written: String, faults: Vec<Fault>) -> Self {
        let is_syntax = |fault: &Fault| matches!(fault.kind, rokade::FaultKind::Syntax(_));
        Once {
            is_read: !faults.iter().any(is_syntax),
            written,
            faults,
        }
    }
}

fn both(source: &Source, once: impl Fn(&Source) -> Once) -> (Once, Once) {
    let first = once(source);
    let second = once(&Source::new("again.yaml", &*first.written, Syntax::Yaml));
    (first, second)
}

/// That a chart can be written and is read again without a fault that it did not have.
pub(crate) fn reads_again(entries: &Entries) {
    let written = write_chart(entries);
    let source = Source::new("again.yaml", &*written, Syntax::Yaml);
    let loaded = load(&[(SourceId(0), &source)]);
    assert!(loaded.complete, "{:?}\n{written}", loaded.faults);
    assert_eq!(write_chart(&loaded.entries), written);
}
