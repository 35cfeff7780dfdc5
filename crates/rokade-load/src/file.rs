//! One YAML or JSON file: its top-level keys, and which section each begins.
//!
//! A file is read once, from the top, into entries that the chart's other files share.

use std::ops::Range;

use indexmap::map::Entry as Place;
use rokade_core::entry::{Allow, Entries, StepEntry};
use rokade_core::expected::Expected;
use rokade_core::fault::{FaultKind, SyntaxFault};
use rokade_core::ids::{Id, StepId};
use rokade_core::span::{Entry, Origin, Source, SourceId, Span};

use crate::attempt::{first_line, has_colon, shortened};
use crate::locate::locate;
use crate::near;
use crate::reader::{Head, Key, Reader, Stop, Token};
use crate::section::{Keep, Taken};

/// The keys of a chart's top level, and the words that make a file something else.
pub(crate) const TOP: &[&str] = &[
    "rokade",
    "organization",
    "title",
    "as_of",
    "sites",
    "units",
    "staff",
    "functions",
    "target_groups",
    "co_locations",
    "interfaces",
    "competences",
    "bodies",
    "premises",
    "open",
    "ended",
    "commitments",
    "process",
    "allow",
    "base",
    "hearing",
    "events",
    "set",
];

/// How many keys of a chart's top level, after the version, say something of the organisation.
const SAID_KEYS: usize = 18;

/// Those keys, which are the keys of `set` too.
pub(crate) const SAID: &[&str] = TOP.split_at(1).1.split_at(SAID_KEYS).0;

pub(crate) const ENDED: &[&str] = &["units", "sites", "functions", "target_groups", "staff"];
pub(crate) const PROCESS: &[&str] = &["decision", "effective", "clarified_by", "steps"];

/// A file that is being read.
pub(crate) struct File<'a, 'l> {
    pub(crate) id: SourceId,
    pub(crate) reader: Reader<'a>,
    /// What the files before this one held, and this one so far.
    pub(crate) entries: &'l mut Entries,
    /// The files of the chart, for where a thing stood first.
    pub(crate) sources: &'l [(SourceId, &'l Source)],
}

/// A key of the format with its value's beginning.
pub(crate) struct Field<'a> {
    pub(crate) key: &'static str,
    pub(crate) at: Range<u32>,
    pub(crate) head: Head<'a>,
}

/// What was seen of a map that is read key by key.
#[derive(Default)]
pub(crate) struct Seen {
    /// The known keys.
    keys: Vec<(&'static str, Range<u32>)>,
    /// The keys that a misspelt one most likely means.
    pub(crate) meant: Vec<&'static str>,
    /// The first key, known or not.
    pub(crate) first: Option<Range<u32>>,
}

impl Seen {
    fn get(&self, key: &str) -> Option<&Range<u32>> {
        self.keys.iter().find(|(k, _)| *k == key).map(|(_, at)| at)
    }
}

/// Keeps an entity of the section of this name.
macro_rules! section {
    ($name:ident) => {
        |entries, id, value, origin| match entries.$name.entry(id) {
            Place::Vacant(place) => {
                let origin = Some(origin);
                place.insert(Entry { value, origin });
                None
            }
            Place::Occupied(taken) => Some(Taken {
                id: taken.key().clone(),
                first: taken.get().origin,
            }),
        }
    };
}

/// Keeps a thing that has ended.
macro_rules! ended {
    ($name:ident) => {
        |entries, id, value, origin| match entries.ended.$name.entry(id) {
            Place::Vacant(place) => {
                entries.nested.insert(Id::subject(place.key()), origin);
                place.insert(value);
                None
            }
            Place::Occupied(taken) => Some(Taken {
                first: entries.nested.get(&Id::subject(taken.key())).copied(),
                id: taken.key().clone(),
            }),
        }
    };
}

impl<'a> File<'a, '_> {
    /// Reads a chart's file to its end, or to where it cannot be read.
    pub(crate) fn read(&mut self) -> Result<(), Stop> {
        self.whole(&mut |file, flow| file.top(flow))
    }

    /// Reads a file to its end whose keys `top` reads.
    pub(crate) fn whole(
        &mut self,
        top: &mut dyn FnMut(&mut Self, bool) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        let head = self.reader.next()?;
        match head.token {
            Token::Map(flow) => top(self, flow)?,
            Token::Nothing(_) | Token::End => {
                self.reader.faults.syntax(&(0..0), SyntaxFault::Empty);
                return Err(Stop);
            }
            _ => {
                let at = first_line(self.reader.text(), head.at);
                self.reader.faults.syntax(&at, SyntaxFault::NotAMap);
                return Err(Stop);
            }
        }
        // What follows the map can only be the end or a second document.
        self.reader.next().map(drop)
    }

    fn top(&mut self, flow: bool) -> Result<(), Stop> {
        let mut seen = Seen::default();
        let mut version_stated = false;
        let mut base_stated = false;
        let read = self.fields(flow, None, TOP, &mut seen, &mut |file, field| {
            let Field { key, at, head } = field;
            match key {
                "rokade" => version_stated = file.version(&head)?,
                // A file with one of these is read as a proposal or a hearing, not here.
                "base" => {
                    base_stated = !matches!(head.token, Token::Nothing(_));
                    file.value::<String>(key, head)?;
                }
                "hearing" | "events" | "set" => file.reader.skip(&head)?,
                _ => file.chart_key(key, &at, head)?,
            }
            let origin = file.origin(&at);
            file.entries.keys.entry(key.to_owned()).or_insert(origin);
            Ok(())
        });
        if !base_stated && !seen.meant.contains(&"base") {
            for key in ["events", "set"] {
                if let Some(at) = seen.get(key) {
                    let kind = FaultKind::UnknownKey {
                        key: key.to_owned(),
                        nearest: None,
                        known: &[],
                        fallen_apart: false,
                    };
                    self.reader.faults.push(at, kind, None);
                }
            }
        }
        // What stands behind broken syntax is not known to be missing.
        if read.is_ok() && !version_stated {
            self.version_missing(seen);
        }
        read
    }

    /// Says that the version is missing, unless it was misspelt, which is a fault already.
    pub(crate) fn version_missing(&mut self, seen: Seen) {
        if !seen.meant.contains(&"rokade") {
            let kind = FaultKind::Missing { key: "rokade" };
            let at = seen.first.unwrap_or(0..0);
            self.reader.faults.push(&at, kind, None);
        }
    }

    /// Reads a map key by key; what is unknown or stands there before is a fault.
    pub(crate) fn fields(
        &mut self,
        flow: bool,
        within: Option<&str>,
        known: &'static [&'static str],
        seen: &mut Seen,
        each: &mut dyn FnMut(&mut Self, Field<'a>) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        // Whether a plain text, or the rest of one that fell apart at a comma, came before.
        let (mut after_text, mut after_rest) = (false, false);
        loop {
            let (key, at) = match self.reader.key(Expected::Text, within)? {
                Key::Done => return Ok(()),
                Key::Refused => continue,
                Key::Named(key, at) => (key, at),
            };
            seen.first.get_or_insert_with(|| at.clone());
            let head = self.reader.next()?;
            let is_text = matches!(head.token, Token::Text(_, true));
            let Some(key) = known.iter().copied().find(|&word| word == key) else {
                let unwritten = matches!(head.token, Token::Nothing(_)) && head.at.is_empty();
                let fallen_apart =
                    flow && unwritten && after_text && !has_colon(self.reader.text(), &at);
                self.reader.skip(&head)?;
                if fallen_apart && after_rest {
                    continue;
                }
                seen.meant
                    .extend(self.unknown_key(&key, &at, known, fallen_apart));
                (after_text, after_rest) = (is_text || fallen_apart, fallen_apart);
                continue;
            };
            (after_text, after_rest) = (is_text, false);
            if let Some(first) = seen.get(key) {
                let kind = FaultKind::Duplicate {
                    key: key.to_owned(),
                    first: Some(self.reader.faults.span(first)),
                    kind: None,
                };
                self.reader.faults.push(&at, kind, None);
                self.reader.skip(&head)?;
                continue;
            }
            seen.keys.push((key, at.clone()));
            each(self, Field { key, at, head })?;
        }
    }

    /// An unknown key; says which known one it most likely means.
    fn unknown_key(
        &mut self,
        key: &str,
        at: &Range<u32>,
        known: &'static [&'static str],
        fallen_apart: bool,
    ) -> Option<&'static str> {
        let nearest = near::word(key, if fallen_apart { &[] } else { known });
        let kind = FaultKind::UnknownKey {
            key: shortened(key),
            nearest: nearest.map(str::to_owned),
            known,
            fallen_apart,
        };
        self.reader.faults.push(at, kind, None);
        nearest
    }

    /// A key of the top level that a chart has.
    pub(crate) fn chart_key(
        &mut self,
        key: &'static str,
        at: &Range<u32>,
        head: Head<'a>,
    ) -> Result<(), Stop> {
        let section = &head;
        match key {
            "organization" | "process" if self.stands_elsewhere(key, at) => {
                self.reader.skip(section)
            }
            "organization" => {
                self.entries.header.organization = self.value(key, head)?;
                Ok(())
            }
            "title" => {
                let title = self.value(key, head)?;
                self.set(key, at, title, |entries| &mut entries.header.title);
                Ok(())
            }
            "as_of" => {
                let date = self.value(key, head)?;
                self.set(key, at, date, |entries| &mut entries.header.as_of);
                Ok(())
            }
            "sites" => self.map_section(key, section, section!(sites)),
            "units" => self.map_section(key, section, section!(units)),
            "staff" => self.map_section(key, section, section!(staff)),
            "functions" => self.map_section(key, section, section!(functions)),
            "target_groups" => self.map_section(key, section, section!(target_groups)),
            "competences" => self.map_section(key, section, section!(competences)),
            "bodies" => self.map_section(key, section, section!(bodies)),
            "co_locations" => self.list_section(key, section, section!(co_locations)),
            "interfaces" => self.list_section(key, section, section!(interfaces)),
            "premises" => self.list_section(key, section, section!(premises)),
            "open" => self.list_section(key, section, section!(open)),
            "commitments" => self.list_section(key, section, section!(commitments)),
            "ended" => self.ended(section),
            "process" => self.process(section),
            "allow" => self.items(key, section, |file, allow: Allow, _| {
                file.entries.header.allow.push(allow);
            }),
            _ => self.reader.skip(section),
        }
    }

    fn ended(&mut self, head: &Head<'a>) -> Result<(), Stop> {
        if !self.is_map("ended", head)? {
            return Ok(());
        }
        let flow = matches!(head.token, Token::Map(true));
        let mut seen = Seen::default();
        self.fields(flow, Some("ended"), ENDED, &mut seen, &mut |file, field| {
            let Field { key, head, .. } = field;
            match key {
                "units" => file.map_section(key, &head, ended!(units)),
                "sites" => file.map_section(key, &head, ended!(sites)),
                "functions" => file.map_section(key, &head, ended!(functions)),
                "target_groups" => file.map_section(key, &head, ended!(target_groups)),
                "staff" => file.map_section(key, &head, ended!(staff)),
                _ => file.reader.skip(&head),
            }
        })
    }

    fn process(&mut self, head: &Head<'a>) -> Result<(), Stop> {
        if !self.is_map("process", head)? {
            return Ok(());
        }
        let flow = matches!(head.token, Token::Map(true));
        let mut seen = Seen::default();
        self.fields(
            flow,
            Some("process"),
            PROCESS,
            &mut seen,
            &mut |file, field| {
                let Field { key, head, .. } = field;
                match key {
                    "decision" => file.entries.process.decision = file.value(key, head)?,
                    "effective" => file.entries.process.effective = file.value(key, head)?,
                    "clarified_by" => file.entries.process.clarified_by = file.value(key, head)?,
                    "steps" => file.steps(&head)?,
                    _ => file.reader.skip(&head)?,
                }
                Ok(())
            },
        )
    }

    fn steps(&mut self, head: &Head<'a>) -> Result<(), Stop> {
        let into: Keep<StepId, StepEntry> =
            |entries, id, step, origin| match entries.nested.entry(id.subject()) {
                Place::Vacant(place) => {
                    place.insert(origin);
                    entries.process.steps.push(step);
                    None
                }
                Place::Occupied(taken) => Some(Taken {
                    id,
                    first: Some(*taken.get()),
                }),
            };
        self.items("steps", head, |file, step: StepEntry, origin| {
            // A step whose id is missing or faulty is still a step of the process.
            match step.id.clone() {
                Some(id) => file.keep(into, id, step, origin),
                None => file.entries.process.steps.push(step),
            }
        })
    }

    /// Whether the version is stated, rightly or not.
    pub(crate) fn version(&mut self, head: &Head<'a>) -> Result<bool, Stop> {
        match &head.token {
            Token::Nothing(_) => Ok(false),
            Token::Alias => Ok(true),
            Token::Text(text, _) if text == "1" => Ok(true),
            _ => self
                .wrong_section("rokade", head, Expected::Version)
                .map(|()| true),
        }
    }

    /// Sets what a chart has one of; another file may repeat it, but not say otherwise.
    fn set<T: PartialEq>(
        &mut self,
        key: &'static str,
        at: &Range<u32>,
        value: Option<T>,
        slot: fn(&mut Entries) -> &mut Option<T>,
    ) {
        match (slot(self.entries), value) {
            (_, None) => {}
            (slot @ None, value) => *slot = value,
            (Some(first), Some(value)) => {
                if *first != value {
                    self.stands_elsewhere(key, at);
                }
            }
        }
    }

    /// Whether a file before this one has a key of the top level, which then is a fault.
    fn stands_elsewhere(&mut self, key: &'static str, at: &Range<u32>) -> bool {
        let Some(&first) = self.entries.keys.get(key) else {
            return false;
        };
        let kind = FaultKind::Duplicate {
            key: key.to_owned(),
            first: self.key_of(first),
            kind: None,
        };
        self.reader.faults.push(at, kind, None);
        true
    }

    /// From this key to the end of what was read.
    pub(crate) fn origin(&self, key: &Range<u32>) -> Origin {
        Origin {
            source: self.id,
            start: key.start,
            end: self.reader.end().max(key.end),
        }
    }

    /// The key of an entity that was read before, perhaps in another file.
    pub(crate) fn key_of(&self, origin: Origin) -> Option<Span> {
        key_of(self.sources, origin)
    }
}

/// The key or id of an entity in one of these files.
pub(crate) fn key_of(sources: &[(SourceId, &Source)], origin: Origin) -> Option<Span> {
    let (id, source) = sources.iter().find(|(id, _)| *id == origin.source)?;
    Some(Span::new(*id, locate(source, origin, &[])))
}
