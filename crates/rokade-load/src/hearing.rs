//! A hearing file: the responses to a proposal, each with its points.
//!
//! What it is about is looked up by rokade-core, in the charts the hearing is read with.

use std::collections::HashSet;
use std::ops::Range;

use indexmap::map::Entry as Place;
use rokade_core::entry::{Entries, Hearing, ResponseEntry};
use rokade_core::fault::{Fault, FaultKind};
use rokade_core::ids::{Id, PointId};
use rokade_core::span::{Entry, Origin, PathStep, Source, SourceId, Span};

use crate::file::{Field, File, Seen};
use crate::load::{reader, whole};
use crate::locate::locate;
use crate::reader::{Head, Stop, Token};

/// The keys of the top level.
pub(crate) const TOP: &[&str] = &["rokade", "hearing"];
/// The keys of `hearing`.
pub(crate) const HEARING: &[&str] = &["proposal", "responses"];

/// What a hearing file holds.
#[derive(Debug, Default)]
pub struct LoadedHearing {
    /// The hearing, as written.
    pub hearing: Hearing,
    /// Where the path of the proposal stands that it answers.
    pub proposal_at: Option<Span>,
    /// What is wrong, in the order of the text; at most ten thousand.
    pub faults: Vec<Fault>,
    /// Whether all of the file was read.
    pub complete: bool,
}

/// Reads a hearing file, with every fault in one run.
///
/// What it names is not looked up: see [`rokade_core::chart::unresolved`].
pub fn load_hearing(id: SourceId, source: &Source) -> LoadedHearing {
    // A hearing holds nothing that a chart does.
    let mut entries = Entries::default();
    let sources = [(id, source)];
    let mut hearing = Hearing::default();
    let mut proposal_at = None;
    let (faults, read) = whole(id, source, |faults, control_reported| {
        let mut file = File {
            id,
            reader: reader(id, source, faults, control_reported),
            entries: &mut entries,
            sources: &sources,
        };
        let read =
            file.whole(&mut |file, flow| file.hearing_top(flow, &mut hearing, &mut proposal_at));
        file.same_points(source, &mut hearing);
        (file.reader.faults.in_order(), read)
    });
    LoadedHearing {
        hearing,
        proposal_at,
        faults,
        complete: read.is_ok(),
    }
}

impl<'a> File<'a, '_> {
    fn hearing_top(
        &mut self,
        flow: bool,
        hearing: &mut Hearing,
        proposal_at: &mut Option<Span>,
    ) -> Result<(), Stop> {
        let mut seen = Seen::default();
        let mut version_stated = false;
        let read = self.fields(flow, None, TOP, &mut seen, &mut |file, field| {
            let Field { key, at, head } = field;
            match key {
                "rokade" => version_stated = file.version(&head)?,
                _ => file.hearing(&head, hearing, proposal_at)?,
            }
            let origin = file.origin(&at);
            hearing.keys.entry(key.to_owned()).or_insert(origin);
            Ok(())
        });
        if read.is_ok() && !version_stated && !seen.meant.contains(&"rokade") {
            let kind = FaultKind::Missing { key: "rokade" };
            let at = seen.first.unwrap_or(0..0);
            self.reader.faults.push(&at, kind, None);
        }
        read
    }

    fn hearing(
        &mut self,
        head: &Head<'a>,
        hearing: &mut Hearing,
        proposal_at: &mut Option<Span>,
    ) -> Result<(), Stop> {
        if !self.is_map("hearing", head)? {
            return Ok(());
        }
        let flow = matches!(head.token, Token::Map(true));
        let mut seen = Seen::default();
        let within = Some("hearing");
        self.fields(flow, within, HEARING, &mut seen, &mut |file, field| {
            let Field { key, head, .. } = field;
            match key {
                "proposal" => {
                    *proposal_at = Some(file.reader.faults.span(&head.at));
                    hearing.proposal = file.value(key, head)?;
                }
                _ => file.responses(&head, hearing)?,
            }
            Ok(())
        })
    }

    fn responses(&mut self, head: &Head<'a>, hearing: &mut Hearing) -> Result<(), Stop> {
        self.items(
            "responses",
            head,
            |file, response: ResponseEntry, origin| {
                let Some(id) = response.id.clone() else {
                    return;
                };
                match hearing.responses.entry(id) {
                    Place::Vacant(place) => {
                        place.insert(Entry {
                            value: response,
                            origin: Some(origin),
                        });
                    }
                    Place::Occupied(taken) => {
                        let first = taken.get().origin;
                        let at = file.key_of(origin);
                        file.taken(taken.key(), first.and_then(|o| file.key_of(o)), at, origin);
                    }
                }
            },
        )
    }

    /// Points of one id, in one response or in two: the second is a fault, and is left out.
    fn same_points(&mut self, source: &Source, hearing: &mut Hearing) {
        let mut seen: HashSet<PointId> = HashSet::new();
        let mut taken = Vec::new();
        hearing.keep_points(&mut |response, place, point| {
            let Some(id) = &point.id else { return true };
            let is_new = seen.insert(id.clone());
            if !is_new {
                taken.push((response.clone(), place, id.clone()));
            }
            is_new
        });
        for (response, place, id) in taken {
            let response = hearing.responses.get(&response);
            let Some(origin) = response.and_then(|response| response.origin) else {
                continue;
            };
            let path = ["points".into(), place.into(), PathStep::from("id")];
            let at = Span::new(self.id, locate(source, origin, &path));
            self.taken(&id, None, Some(at), origin);
        }
    }

    fn taken<I: Id>(&mut self, id: &I, first: Option<Span>, at: Option<Span>, origin: Origin) {
        let kind = FaultKind::Duplicate {
            key: id.as_str().to_owned(),
            first,
            kind: Some(I::KIND),
        };
        let at: Range<u32> = at.map_or(origin.start..origin.end, |span| span.start..span.end);
        self.reader.faults.push(&at, kind, Some(id.subject()));
    }
}
