//! The files of one chart, read as one.
//!
//! Files are told apart by syntax and read in the order given. Nothing here knows a key.

use rokade_core::entry::{Entries, Proposal};
use rokade_core::fault::{Fault, FaultKind, FaultPlace, SyntaxFault};
use rokade_core::span::{Source, SourceId, Span, Syntax};
use rokade_core::text::reading;

use crate::csv;
use crate::decode::forbidden_at;
use crate::faults::Faults;
use crate::file::File;
use crate::limits::MAX_BYTES;
use crate::reader::{Reader, Stop};
use crate::room::make_room;

/// What the files of a chart hold.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The entities, as written.
    pub entries: Entries,
    /// What is wrong, file by file in the order given, each in the order of its text; a file that
    /// has ten thousand faults is read no further.
    pub faults: Vec<Fault>,
    /// Whether all of every file was read. When not, what is missing may stand in the rest.
    pub complete: bool,
}

/// Reads the files of one chart, with every fault in one run.
///
/// An id that stands in two files is a fault at the second. Files with `base` or `hearing` are
/// not for this function: see [`links`](crate::links()).
pub fn load(sources: &[(SourceId, &Source)]) -> Loaded {
    let mut loaded = Loaded {
        complete: true,
        ..Loaded::default()
    };
    for &(id, source) in sources {
        let (faults, read) = load_one(id, source, sources, &mut loaded.entries);
        loaded.faults.extend(faults);
        loaded.complete &= read.is_ok();
    }
    loaded
}

/// What the file of a proposal holds.
#[derive(Debug, Default)]
pub struct LoadedProposal {
    /// The proposal, as written.
    pub proposal: Proposal,
    /// What is wrong, in the order of the text; at most ten thousand.
    pub faults: Vec<Fault>,
    /// Whether all of the file was read.
    pub complete: bool,
}

/// Reads a proposal, with every fault in one run.
///
/// What its events name is not looked up: that is known only when they are applied.
pub fn load_proposal(id: SourceId, source: &Source) -> LoadedProposal {
    let mut proposal = Proposal::default();
    let mut own = Entries::default();
    let sources = [(id, source)];
    let (faults, read) = whole(id, source, |faults, control_reported| {
        let mut file = File {
            id,
            reader: reader(id, source, faults, control_reported),
            entries: &mut own,
            sources: &sources,
        };
        let read = file.read_proposal(&mut proposal);
        (file.reader.faults.in_order(), read)
    });
    proposal.own = own;
    LoadedProposal {
        proposal,
        faults,
        complete: read.is_ok(),
    }
}

fn load_one(
    id: SourceId,
    source: &Source,
    sources: &[(SourceId, &Source)],
    entries: &mut Entries,
) -> (Vec<Fault>, Result<(), Stop>) {
    whole(id, source, |mut faults, control_reported| {
        match source.syntax {
            Syntax::Yaml => {
                make_room(&source.text, entries);
                let mut file = File {
                    id,
                    reader: reader(id, source, faults, control_reported),
                    entries,
                    sources,
                };
                let read = file.read();
                (file.reader.faults.in_order(), read)
            }
            Syntax::Csv => {
                let read = csv::read(id, &source.text, sources, entries, &mut faults);
                (faults.in_order(), read)
            }
        }
    })
}

/// Reads a file, unless it is too large; `read` is told whether the file has a character that
/// it cannot have, which then is among the faults.
pub(crate) fn whole(
    id: SourceId,
    source: &Source,
    read: impl FnOnce(Faults, bool) -> (Vec<Fault>, Result<(), Stop>),
) -> (Vec<Fault>, Result<(), Stop>) {
    let text = source.text.as_str();
    if text.len() > MAX_BYTES {
        let fault = Fault {
            kind: FaultKind::Syntax(SyntaxFault::TooLarge(text.len() as u64)),
            at: FaultPlace::Span(Span::new(id, 0..0)),
            subject: None,
        };
        return (vec![fault], Err(Stop));
    }
    let mut faults = Faults::new(id);
    let forbidden = forbidden_at(text);
    if let Some((at, character)) = &forbidden {
        faults.syntax(at, SyntaxFault::ControlCharacter(*character));
    }
    reading(&source.text, || read(faults, forbidden.is_some()))
}

pub(crate) fn reader(
    id: SourceId,
    source: &Source,
    faults: Faults,
    control_reported: bool,
) -> Reader<'_> {
    let mut reader = Reader::new(id, &source.text);
    reader.faults = faults;
    reader.control_reported = control_reported;
    reader
}
