//! Texts of any kind: nothing panics, and every span is in its text.

use proptest::prelude::*;
use rokade_core::fault::{Fault, FaultKind, FaultPlace};
use rokade_core::ids::Kind;
use rokade_core::span::{Origin, PathStep, Source, SourceId, Span, Syntax};

use crate::{LoadedProposal, decode, links, load, load_proposal, locate};

fn check_span(span: Span, source: &Source) {
    assert!(
        source.text.get(span.range()).is_some(),
        "{span:?} in {:?}",
        source.text
    );
}

fn check_origin(origin: Origin, source: &Source) {
    let range = origin.start as usize..origin.end as usize;
    assert!(
        source.text.get(range).is_some(),
        "{origin:?} in {:?}",
        source.text
    );
    for path in [
        vec![],
        vec![PathStep::from("unit")],
        vec![PathStep::from("performs"), PathStep::from(0)],
        vec![PathStep::KeyName("name".to_owned())],
    ] {
        let found = locate(source, origin, &path);
        assert!(source.text.get(found).is_some());
    }
}

fn check_fault(fault: &Fault, source: &Source) {
    let FaultPlace::Span(span) = fault.at else {
        panic!("{fault:?}");
    };
    check_span(span, source);
    if let FaultKind::Duplicate {
        first: Some(first), ..
    } = fault.kind
    {
        check_span(first, source);
        assert!(first.start < span.start, "{fault:?}");
    }
}

fn check(source: &Source) {
    let loaded = load(&[(SourceId(0), source)]);
    for fault in &loaded.faults {
        check_fault(fault, source);
    }
    assert!(loaded.complete || !loaded.faults.is_empty());
    let entries = &loaded.entries;
    let origins = entries.units.values().filter_map(|e| e.origin);
    let origins = origins.chain(entries.staff.values().filter_map(|e| e.origin));
    let origins = origins.chain(entries.interfaces.values().filter_map(|e| e.origin));
    for origin in origins.chain(
        entries
            .keys
            .values()
            .chain(entries.nested.values())
            .copied(),
    ) {
        check_origin(origin, source);
    }
    links(SourceId(0), source);
}

fn check_proposal(source: &Source) {
    let LoadedProposal {
        proposal,
        faults,
        complete,
    } = load_proposal(SourceId(0), source);
    for fault in &faults {
        check_fault(fault, source);
    }
    assert!(complete || !faults.is_empty());
    let events = proposal.events.iter();
    let origins = events.flat_map(|event| [event.origin, event.action]);
    let origins = origins.chain(proposal.set.iter().map(|patch| patch.origin));
    for origin in origins.flatten() {
        check_origin(origin, source);
    }
    for event in &proposal.events {
        let is_inside = |fault: &Fault| {
            let (FaultPlace::Span(at), Some(origin)) = (&fault.at, event.origin) else {
                return false;
            };
            let is_id = matches!(fault.kind, FaultKind::Duplicate { kind: Some(_), .. });
            // A text without a letter that ends the event stands behind its last.
            let subject = fault.subject.as_ref();
            let is_of_event = subject.is_some_and(|subject| subject.kind == Kind::Event);
            let is_last = is_of_event && (at.start, at.end) == (origin.end, origin.end);
            let end = origin.end.max(origin.start + 1);
            origin.start <= at.start && (at.start < end || is_last) && !is_id
        };
        assert_eq!(
            event.is_faulty,
            faults.iter().any(is_inside),
            "{event:?} {faults:?}"
        );
    }
    assert_eq!(
        proposal.events.len(),
        proposal
            .own
            .nested
            .keys()
            .filter(|subject| subject.kind == Kind::Event)
            .count()
    );
}

/// The rows of a text as csv-core reads them, blanks around cells cut off.
fn rows_of_csv_core(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv_core::Reader::new();
    let (mut output, mut ends) = (vec![0; text.len() + 1], vec![0; text.len() + 1]);
    let (mut input, mut rows) = (text.as_bytes(), Vec::new());
    let (mut written, mut cells) = (0, 0);
    loop {
        let (result, read, more_bytes, more_cells) =
            reader.read_record(input, &mut output[written..], &mut ends[cells..]);
        input = &input[read..];
        (written, cells) = (written + more_bytes, cells + more_cells);
        match result {
            csv_core::ReadRecordResult::End => return rows,
            csv_core::ReadRecordResult::Record => {
                let starts = std::iter::once(0).chain(ends.iter().copied());
                let row = starts.zip(&ends).take(cells).map(|(start, &end)| {
                    String::from_utf8_lossy(&output[start..end])
                        .trim()
                        .to_owned()
                });
                rows.push(row.collect());
                (written, cells) = (0, 0);
            }
            // It is told again, with nothing, that the text has ended.
            _ => {}
        }
    }
}

/// Pieces that charts are made of, and pieces that break them.
fn piece() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "rokade: 1\n",
        "units",
        "staff",
        "interfaces",
        "ended",
        "process",
        "steps",
        "allow",
        "a",
        "æ-ø",
        "name",
        "unit",
        "performs",
        "responsible",
        "wishes",
        "id",
        "base",
        "hearing",
        "organization",
        ": ",
        ":",
        "- ",
        "{ ",
        " }",
        "[",
        "]",
        ", ",
        "\n",
        "\r\n",
        "\n  ",
        "\n    ",
        "\n      ",
        "~",
        "null",
        "\"",
        "'",
        "|\n  x",
        ">\n  y\n",
        "&a ",
        "*a",
        "<<: ",
        "!!str ",
        "? ",
        "# c\n",
        "---\n",
        "...\n",
        "\t",
        "true",
        "ca. 6",
        "30-35",
        "unknown",
        "\u{feff}",
        "\u{7}",
        "\u{85}",
        "\u{2028}",
        "é",
        "e\u{301}",
        "\\",
        "%",
        ";",
        "|",
        "id,unit,performs\n",
        "a,b,c|d\n",
        "events",
        "set",
        "move",
        "close",
        "establish",
        "because",
        "site",
        "to",
    ]);
    prop_oneof![9 => words.prop_map(str::to_owned), 1 => "\\PC{1,4}"]
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        for syntax in [Syntax::Yaml, Syntax::Csv] {
            let (source, fault) = decode(SourceId(0), "x", &bytes, syntax);
            if let Some(fault) = &fault {
                check_fault(fault, &source);
            }
            check(&source);
        }
    }

    #[test]
    fn any_text(text in "\\PC{0,200}") {
        check(&Source::new("x", &text, Syntax::Yaml));
        check(&Source::new("x", &text, Syntax::Csv));
    }

    #[test]
    fn any_pieces_of_charts(text in text()) {
        check(&Source::new("x", &text, Syntax::Yaml));
        check(&Source::new("x", format!("rokade: 1\nunits:\n  a:\n    name: b\n{text}"), Syntax::Yaml));
        check_proposal(&Source::new("x", &text, Syntax::Yaml));
        check_proposal(&Source::new("x", format!("rokade: 1\nbase: a\nevents:\n  - move:\n      unit: a\n{text}"), Syntax::Yaml));
        check_proposal(&Source::new("x", format!("rokade: 1\nbase: a\nset:\n  units: {{ a: {{ name: b }} }}\n{text}"), Syntax::Yaml));
        check(&Source::new("x", &text, Syntax::Csv));
        check(&Source::new("x", format!("id,unit,performs\n{text}"), Syntax::Csv));
    }

    #[test]
    fn rows_are_those_of_csv_core(text in "[ab \",;\r\n]{0,40}") {
        let mut rows = crate::csv::Rows::new(&text, b',', 0);
        let mut cells = Vec::new();
        let mut read: Vec<Vec<String>> = Vec::new();
        while let Some(at) = rows.next(&mut cells) {
            assert!(text.get(at.start as usize..at.end as usize).is_some());
            read.push(cells.iter().map(|cell| cell.text.trim().to_owned()).collect());
        }
        assert_eq!(read, rows_of_csv_core(&text));
    }

    #[test]
    fn a_chart_cut_anywhere(at in 0..super::CHART.len(), put in piece()) {
        let chart = super::CHART;
        let at = crate::decode::boundary(chart, at);
        check(&Source::new("x", &chart[..at], Syntax::Yaml));
        check(&Source::new("x", format!("{}{put}{}", &chart[..at], &chart[at..]), Syntax::Yaml));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_proposal_cut_anywhere(at in 0..super::proposals::PROPOSAL.len(), put in piece()) {
        let proposal = super::proposals::PROPOSAL;
        let at = crate::decode::boundary(proposal, at);
        check_proposal(&Source::new("x", &proposal[..at], Syntax::Yaml));
        check_proposal(&Source::new("x", format!("{}{put}{}", &proposal[..at], &proposal[at..]), Syntax::Yaml));
    }
}

#[test]
fn a_fault_of_a_text_without_a_letter_is_of_the_event_that_it_ends() {
    let (before, after) = super::proposals::PROPOSAL.split_once(" rename: ").unwrap();
    let text = format!("{before} rename: |\n  x{after}");
    let source = Source::new("x", text, Syntax::Yaml);
    check_proposal(&source);
    let events = load_proposal(SourceId(0), &source).proposal.events;
    assert!(events.iter().any(|event| event.is_faulty));
}

#[test]
fn what_is_not_utf8_is_refused_where_it_begins() {
    let place = |bytes: &[u8]| {
        let (source, fault) = decode(SourceId(0), "x", bytes, Syntax::Yaml);
        fault.map(|fault| {
            check_fault(&fault, &source);
            let span = super::span_of(&fault);
            let place = source.line_column(span.range().start);
            (place.line, place.column, source.text.to_string())
        })
    };
    assert_eq!(place("rokade: 1\ntitle: å\n".as_bytes()), None);
    assert_eq!(place("\u{feff}title: å\n".as_bytes()), None);
    let latin = place(b"rokade: 1\ntitle: R\xe5d\n");
    assert_eq!(
        latin,
        Some((2, 9, "rokade: 1\ntitle: R\u{fffd}d\n".to_owned()))
    );
    let marked = place(b"\xef\xbb\xbfa: \xe5\n");
    assert_eq!(marked, Some((1, 4, "a: \u{fffd}\n".to_owned())));
    let utf16: Vec<u8> = "\u{feff}a: å\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(place(&utf16), Some((1, 1, "a: å\n".to_owned())));
    let unmarked: Vec<u8> = "a: å\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert_eq!(place(&unmarked), Some((1, 1, "a: å\n".to_owned())));
    assert_eq!(place(b"a: \xff"), Some((1, 4, "a: \u{fffd}".to_owned())));
}
