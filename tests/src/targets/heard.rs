//! Responses made hearings, and hearings made notes.

use std::sync::LazyLock;

use rokade::{
    Chart, FaultKind, NoteFormat, Options, Part, Sources, Syntax, extract as extracted,
    read_response, render_note,
};
use rokade_core::chart::unresolved;
use rokade_core::span::{Source, SourceId};
use rokade_load::load_hearing;

use super::given::{cut, policy};
use super::read::{BASE, referred};
use super::{number, well_formed};
use crate::open_yaml;

/// What a response names things of where it brings no chart.
static CHART: LazyLock<Chart> =
    LazyLock::new(|| open_yaml(&mut Sources::default(), "base.yaml", BASE).chart);

/// A response, alone or after a chart: its points stand in it, name what is there, and are a
/// hearing that is read.
///
/// # Panics
/// When it is not so.
pub fn extract(data: &[u8]) -> u64 {
    let (chart, response) = match cut(data) {
        Some((chart, response)) => {
            let mut sources = Sources::default();
            let file = sources.add("chart.yaml", chart, Syntax::Yaml);
            let opened = rokade::open(&sources, &[file]);
            if !opened.complete || !opened.faults.is_empty() {
                return 0;
            }
            (Some(opened.chart), response)
        }
        None => (None, data),
    };
    let chart = chart.as_ref().unwrap_or(&CHART);
    let response = match read_response(response) {
        Ok(response) => response,
        Err(why) => return number([why.to_string()]),
    };
    let extracted = extracted(&response, &[chart]);
    let points = extracted.hearing.points();
    let points: Vec<_> = points.map(|(_, point)| point.clone()).collect();
    assert_eq!(points.len(), extracted.places.len());
    for (point, place) in points.iter().zip(&extracted.places) {
        assert!(response.get(place.clone()).is_some(), "{place:?}");
        let text = point.text.as_deref().unwrap_or_default();
        assert!(extracted.text.contains(text), "{text:?}");
    }
    let written = rokade::write_hearing(&extracted.hearing);
    let source = Source::new("hearing.yaml", &*written, Syntax::Yaml);
    let loaded = load_hearing(SourceId(0), &source);
    let mut faults = loaded.faults.iter();
    let wrong = faults.find(|fault| !matches!(fault.kind, FaultKind::Missing { key: "from" }));
    assert!(wrong.is_none(), "{wrong:?}\n{written}");
    let again: Vec<_> = loaded
        .hearing
        .points()
        .map(|(_, point)| point.clone())
        .collect();
    assert_eq!(again, points, "{written}");
    let nowhere = unresolved(&loaded.hearing, &[chart]);
    assert!(nowhere.is_empty(), "{nowhere:?}\n{written}");
    number(points.iter().flat_map(|point| {
        let raised = point.raises.iter().map(ToString::to_string);
        raised
            .chain([format!("{:?}", point.kind)])
            .collect::<Vec<_>>()
    }))
}

/// The note on a hearing in every format.
///
/// # Panics
/// When one is not well formed.
pub fn note(data: &[u8]) -> u64 {
    let mut sources = Sources::default();
    let hearing = sources.add("hearing.yaml", data, Syntax::Yaml);
    if Part::of(&sources, hearing) != Part::Hearing {
        return 0;
    }
    let referred = referred(&mut sources, hearing);
    let hides = data.len().is_multiple_of(3);
    let opened = rokade::open_note(&sources, hearing, &referred, None, &[]);
    let note = rokade::note(&sources, opened, &policy(data), hides);
    let note = note.expect("every sentence can be made");
    for format in NoteFormat::ALL {
        let mut out = Vec::new();
        render_note(format, &note, &Options::default(), &mut out).expect("it can be written");
        well_formed(format.name(), &out);
    }
    let points = note.responses.iter().flat_map(|response| &response.points);
    number(points.map(|point| format!("{:?} {:?}", point.kind, point.shown.standing)))
}
