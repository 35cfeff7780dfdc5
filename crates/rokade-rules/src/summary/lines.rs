//! One line for each kind of change, beside the findings: what became of units, by what they
//! were recognised, and where things are of those that were not.
//!
//! Short on purpose: a few names a line, and then how many more.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use indexmap::IndexMap;
use rokade_change::{
    Change, ChangeKind, ChangeSet, Evidence, Held, Part, Rename, Renaming, Whereabouts,
};
use rokade_core::finding::{Side, Value, sorted};
use rokade_core::ids::{Id as _, Kind, Subject};
use rokade_core::quantity::Quantity;
use rokade_core::report::{ReportContents, ReportEvidence, ReportHeld, ReportPart, ReportPlace};
use rokade_core::words::{NAMES_IN_A_SENTENCE, Speaker, Words, WordsError, by_name};

/// What is told one by one, with a remark each: units, and functions that became others.
const TOLD: [(ChangeKind, &str); 7] = [
    (ChangeKind::UnitClosed, "line-unit-closed"),
    (ChangeKind::UnitMerged, "line-unit-merged"),
    (ChangeKind::UnitSplit, "line-unit-split"),
    (ChangeKind::UnitRenamed, "line-unit-renamed"),
    (ChangeKind::UnitFounded, "line-unit-founded"),
    (ChangeKind::FunctionDivided, "line-function-divided"),
    (ChangeKind::FunctionAbsorbed, "line-function-absorbed"),
];

/// What is told by name alone.
const THINGS: [(ChangeKind, &str); 3] = [
    (ChangeKind::FunctionFounded, "line-function-founded"),
    (ChangeKind::SiteClosed, "line-site-closed"),
    (ChangeKind::SiteOpened, "line-site-opened"),
];

/// Other kinds that have another name; of units that is a change of its own.
const RENAMED: [(Kind, &str); 4] = [
    (Kind::Site, "line-site-renamed"),
    (Kind::Staff, "line-staff-renamed"),
    (Kind::Function, "line-function-renamed"),
    (Kind::TargetGroup, "line-target-group-renamed"),
];

/// Kinds that have ids, in the order of a file.
const KINDS: [(Kind, &str); 5] = [
    (Kind::Site, "count-site"),
    (Kind::Unit, "count-unit"),
    (Kind::Staff, "count-staff"),
    (Kind::Function, "count-function"),
    (Kind::TargetGroup, "count-target-group"),
];

/// The lines, one for each kind of change that there is.
pub(crate) fn lines(
    changes: &ChangeSet,
    speaker: &Speaker<'_>,
    words: &Words,
) -> Result<Vec<String>, WordsError> {
    let units = changes.renames.iter();
    let units = units.filter(|rename| rename.base.kind == Kind::Unit);
    let teller = Teller {
        speaker,
        words,
        names: units.map(|rename| (&rename.base, rename.name)).collect(),
    };
    let mut lines = Vec::new();
    for (kind, key) in TOLD {
        let mut things = Vec::new();
        for change in changes.changes.iter().filter(|c| c.kind == kind) {
            things.extend(teller.change(change)?);
        }
        lines.extend(teller.line(key, things)?);
    }
    for (kind, key) in RENAMED {
        let mut things = Vec::new();
        let renamed = |rename: &&Rename| rename.name == Renaming::Renamed;
        let all = changes.renames.iter().filter(renamed);
        for rename in all.filter(|rename| rename.base.kind == kind) {
            let note = teller.why(&rename.evidence)?;
            things.push(teller.renamed(&rename.base, &rename.revision, note.as_deref()));
        }
        lines.extend(teller.line(key, things)?);
    }
    lines.extend(teller.new_ids(&changes.renames)?);
    let respelt = changes.renames.iter();
    let respelt = respelt.filter(|rename| rename.name == Renaming::Respelt);
    let respelt = sorted(respelt.map(|rename| rename.revision.clone()));
    lines.extend(teller.things("line-respelt", Side::Revision, respelt)?);
    for (kind, key) in THINGS {
        let of_kind = || changes.changes.iter().filter(|c| c.kind == kind);
        let gone = sorted(of_kind().filter_map(|change| change.base.clone()));
        let new = sorted(of_kind().flat_map(|change| change.revision.clone()));
        lines.extend(teller.things(key, Side::Base, gone)?);
        lines.extend(teller.things(key, Side::Revision, new)?);
    }
    Ok(lines)
}

struct Teller<'a> {
    speaker: &'a Speaker<'a>,
    words: &'a Words,
    /// What became of the names of units that are still there.
    names: BTreeMap<&'a Subject, Renaming>,
}

impl Teller<'_> {
    fn say<const N: usize>(
        &self,
        key: &str,
        values: [(&'static str, Value); N],
    ) -> Result<String, WordsError> {
        let values: IndexMap<&'static str, Value> = values.into_iter().collect();
        self.words.format(key, &self.speaker.args([&values]))
    }

    fn things(
        &self,
        key: &str,
        side: Side,
        things: Vec<Subject>,
    ) -> Result<Option<String>, WordsError> {
        if things.is_empty() {
            return Ok(None);
        }
        let things = Value::Things(side, things);
        self.say(key, [("things", things)]).map(Some)
    }

    /// A line of items that may have commas of their own.
    fn line(&self, key: &str, mut items: Vec<String>) -> Result<Option<String>, WordsError> {
        if items.is_empty() {
            return Ok(None);
        }
        items.sort_by(|a, b| by_name(self.speaker.language, a, b));
        let told = if self.speaker.all_names {
            items.len()
        } else {
            items.len().min(NAMES_IN_A_SENTENCE)
        };
        let more = items.len() - told;
        items.truncate(told);
        let commas = items.iter().any(|item| item.contains([',', '(', '→']));
        let mut text = if commas {
            items.join("; ")
        } else if more > 0 {
            items.join(", ")
        } else {
            self.speaker.list(items)
        };
        if more > 0 {
            let _ = write!(text, " +{more}");
        }
        self.say(key, [("things", Value::Text(text))]).map(Some)
    }

    /// A thing with what is to be remarked of it; none where only its id is new.
    fn change(&self, change: &Change) -> Result<Option<String>, WordsError> {
        let Some(base) = &change.base else {
            let Some(new) = change.revision.first() else {
                return Ok(None);
            };
            let name = self.speaker.name(Side::Revision, new);
            let note = self.whence(change.contents.as_ref())?;
            return Ok(Some(with_note(name, note.as_deref())));
        };
        let name = self.speaker.name(Side::Base, base);
        match (change.kind, &change.revision[..]) {
            (ChangeKind::UnitClosed, _) | (_, []) => {
                let note = self.where_to(change.contents.as_ref())?;
                Ok(Some(with_note(name, note.as_deref())))
            }
            (kind, [now]) if kind != ChangeKind::UnitSplit => {
                let name = self.names.get(base);
                let new_id_alone = name.is_some_and(|name| *name != Renaming::Renamed);
                if kind == ChangeKind::UnitRenamed && new_id_alone {
                    return Ok(None);
                }
                let note = match change.evidence.first() {
                    Some(evidence) => self.why(evidence)?,
                    None => None,
                };
                Ok(Some(self.renamed(base, now, note.as_deref())))
            }
            (_, several) => {
                let mut parts = Vec::new();
                for (now, evidence) in several.iter().zip(&change.evidence) {
                    let part = match evidence {
                        Evidence::Contents(contents) => self.part(contents.of_base)?,
                        _ => None,
                    };
                    let now = self.speaker.name(Side::Revision, now);
                    parts.push(with_note(now, part.as_deref()));
                }
                Ok(Some(format!("{name} → {}", self.speaker.list(parts))))
            }
        }
    }

    fn renamed(&self, base: &Subject, revision: &Subject, note: Option<&str>) -> String {
        let before = self.speaker.name(Side::Base, base);
        let now = self.speaker.name(Side::Revision, revision);
        with_note(format!("{before} → {now}"), note)
    }

    /// Why two are held to be one, where neither their ids nor a chart says it.
    fn why(&self, evidence: &Evidence) -> Result<Option<String>, WordsError> {
        let note = match evidence {
            Evidence::Declared | Evidence::SameId => return Ok(None),
            Evidence::Affix => self.say("note-affix", []),
            Evidence::Name | Evidence::UniqueName => self.say("note-name", []),
            Evidence::Purpose => self.say("note-purpose", []),
            Evidence::Identifiers { shared, of } => {
                let counts = [("shared", Value::from(*shared)), ("of", Value::from(*of))];
                self.say("note-identifiers", counts)
            }
            Evidence::Contents(contents) => match self.part(contents.of_base)? {
                None => return Ok(None),
                Some(part) => self.say("note-follow", [("part", Value::Text(part))]),
            },
        };
        note.map(Some)
    }

    /// "18 of 18 functions": of the first kind that a unit has some of.
    fn part(&self, part: Part) -> Result<Option<String>, WordsError> {
        match Count::of(part.held, part.of) {
            None => Ok(None),
            Some(kind) => self.share(kind, part.held, part.of).map(Some),
        }
    }

    fn share(&self, kind: Count, some: Held, of: Held) -> Result<String, WordsError> {
        let values = [
            ("n", kind.value(some)),
            ("of", kind.value(of)),
            ("kind", Value::Word(kind.word())),
        ];
        self.say("part", values)
    }

    /// Where the things of a unit that closed are now.
    fn where_to(&self, there: Option<&Whereabouts>) -> Result<Option<String>, WordsError> {
        let Some(there) = there else { return Ok(None) };
        let Some(kind) = Count::of(there.of, there.of) else {
            return Ok(None);
        };
        let mut notes = Vec::new();
        if !kind.is_none(there.nowhere) {
            let part = self.share(kind, there.nowhere, there.of)?;
            notes.push(self.say("note-nowhere", [("part", Value::Text(part))])?);
        }
        let keys = ["note-to", "note-also-to", "note-more-to"];
        self.places(there, kind, Side::Revision, keys, notes)
    }

    /// Where the things of a new unit were.
    fn whence(&self, there: Option<&Whereabouts>) -> Result<Option<String>, WordsError> {
        let Some(there) = there else { return Ok(None) };
        let Some(kind) = Count::of(there.of, there.of) else {
            return Ok(None);
        };
        let keys = ["note-from", "note-from", "note-more-from"];
        self.places(there, kind, Side::Base, keys, Vec::new())
    }

    /// Adds the largest places of a unit's things.
    fn places(
        &self,
        there: &Whereabouts,
        kind: Count,
        side: Side,
        [first, after_others, more]: [&str; 3],
        mut notes: Vec<String>,
    ) -> Result<Option<String>, WordsError> {
        let units = there.units.iter();
        let units: Vec<_> = units.filter(|(_, held)| !kind.is_none(*held)).collect();
        let told = units.len().min(PLACES);
        for (at, (unit, held)) in units.iter().take(told).enumerate() {
            let name = Value::Text(self.speaker.name(side, &unit.subject()));
            let n = kind.value(*held);
            notes.push(if notes.is_empty() {
                let part = self.share(kind, *held, there.of)?;
                self.say(first, [("part", Value::Text(part)), ("unit", name)])?
            } else {
                let key = if at == 0 { after_others } else { more };
                self.say(key, [("n", n), ("unit", name)])?
            });
        }
        let mut text = notes.join(", ");
        if units.len() > told {
            let _ = write!(text, " +{}", units.len() - told);
        }
        Ok(Some(text).filter(|text| !text.is_empty()))
    }

    /// How many things of each kind have a new id and their old name, and how they were found.
    fn new_ids(&self, renames: &[Rename]) -> Result<Option<String>, WordsError> {
        let told = |rename: &&Rename| rename.has_new_id() && rename.name != Renaming::Renamed;
        let mut kinds = Vec::new();
        for (kind, key) in KINDS {
            let of_kind = renames.iter().filter(told);
            let n = of_kind.filter(|rename| rename.base.kind == kind).count();
            if n > 0 {
                kinds.push(self.say(key, [("n", Value::from(n))])?);
            }
        }
        if kinds.is_empty() {
            return Ok(None);
        }
        let mut declared = 0_usize;
        let mut ways: Vec<&str> = Vec::new();
        for rename in renames.iter().filter(told) {
            let way = match &rename.evidence {
                Evidence::Declared => {
                    declared += 1;
                    continue;
                }
                // A new id is not the same id.
                Evidence::SameId => continue,
                Evidence::Affix => "way-affix",
                Evidence::Identifiers { .. } => "way-identifiers",
                Evidence::Name | Evidence::UniqueName => "way-name",
                Evidence::Purpose => "way-purpose",
                Evidence::Contents(_) => "way-contents",
            };
            if !ways.contains(&way) {
                ways.push(way);
            }
        }
        ways.sort_unstable();
        let ways: Result<Vec<String>, WordsError> =
            ways.into_iter().map(|way| self.say(way, [])).collect();
        let values = [
            ("kinds", Value::Text(self.in_full(kinds))),
            ("declared", Value::from(declared)),
            ("ways", Value::Texts(ways?)),
        ];
        self.say("line-new-ids", values).map(Some)
    }

    /// A list that is never cut: there are five kinds.
    fn in_full(&self, items: Vec<String>) -> String {
        let speaker = Speaker {
            language: self.speaker.language,
            base: None,
            revision: None,
            all_names: true,
        };
        speaker.list(items)
    }
}

/// How many places of a unit's things are told.
const PLACES: usize = 2;

/// What is counted of units: the first of these that they have.
#[derive(Clone, Copy)]
enum Count {
    Functions,
    Posts,
    Units,
}

impl Count {
    /// What to count where some is part of all.
    fn of(some: Held, all: Held) -> Option<Self> {
        let kinds = [Count::Functions, Count::Posts, Count::Units];
        kinds
            .into_iter()
            .find(|kind| !kind.is_none(some) && !kind.is_none(all))
    }

    fn word(self) -> &'static str {
        match self {
            Count::Functions => "functions",
            Count::Posts => "posts",
            Count::Units => "units",
        }
    }

    fn is_none(self, held: Held) -> bool {
        match self {
            Count::Functions => held.functions == 0,
            Count::Posts => held.posts == Quantity::ZERO,
            Count::Units => held.units == 0,
        }
    }

    fn value(self, held: Held) -> Value {
        match self {
            Count::Functions => Value::from(held.functions),
            Count::Posts => Value::from(held.posts),
            Count::Units => Value::from(held.units),
        }
    }
}

fn with_note(name: String, note: Option<&str>) -> String {
    match note {
        None => name,
        Some(note) => format!("{name} ({note})"),
    }
}

/// Evidence as JSON has it.
pub(crate) fn evidence(evidence: &Evidence) -> ReportEvidence {
    let mut report = ReportEvidence {
        kind: evidence.name().to_owned(),
        shared: None,
        of: None,
        of_base: None,
        of_revision: None,
    };
    match evidence {
        Evidence::Identifiers { shared, of } => {
            report.shared = Some(*shared as u64);
            report.of = Some(*of as u64);
        }
        Evidence::Contents(contents) => {
            report.of_base = Some(part(contents.of_base));
            report.of_revision = Some(part(contents.of_revision));
        }
        _ => {}
    }
    report
}

/// Where the things of a unit are, as JSON has it.
pub(crate) fn contents(there: &Whereabouts) -> ReportContents {
    ReportContents {
        of: held(there.of),
        nowhere: held(there.nowhere),
        units: there
            .units
            .iter()
            .map(|(unit, some)| ReportPlace {
                unit: unit.subject(),
                held: held(*some),
            })
            .collect(),
    }
}

fn part(part: Part) -> ReportPart {
    ReportPart {
        held: held(part.held),
        of: held(part.of),
    }
}

fn held(held: Held) -> ReportHeld {
    ReportHeld {
        functions: held.functions as u64,
        posts: held.posts.into(),
        units: held.units as u64,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rokade_core::entry::Language;

    #[test]
    fn every_line_has_its_words_in_both_languages() {
        let lines = TOLD.iter().chain(&THINGS).map(|(_, key)| *key);
        let kinds = RENAMED.iter().chain(&KINDS).map(|(_, key)| *key);
        let others = [
            "line-new-ids",
            "line-respelt",
            "way-affix",
            "way-identifiers",
            "way-name",
            "way-purpose",
            "way-contents",
            "note-affix",
            "note-name",
            "note-purpose",
            "note-identifiers",
            "note-follow",
            "note-nowhere",
            "note-to",
            "note-also-to",
            "note-more-to",
            "note-from",
            "note-more-from",
            "part",
        ];
        let keys: Vec<&str> = lines.chain(kinds).chain(others).collect();
        for language in [Language::Da, Language::En] {
            let words = super::super::words(language).expect("it is Fluent");
            let missing: Vec<&&str> = keys.iter().filter(|key| !words.has(key)).collect();
            assert!(missing.is_empty(), "{language:?}: {missing:?}");
        }
    }

    #[test]
    fn what_is_counted_of_a_unit_is_what_it_has() {
        let words = super::super::words(Language::Da).expect("it is Fluent");
        let speaker = Speaker {
            language: Language::Da,
            base: None,
            revision: None,
            all_names: false,
        };
        let teller = Teller {
            speaker: &speaker,
            words: &words,
            names: BTreeMap::new(),
        };
        let part = |held: Held, of: Held| teller.part(Part { held, of }).expect("it has words");
        let functions = |functions| Held {
            functions,
            ..Held::default()
        };
        let posts = |posts: &str| Held {
            posts: posts.parse().expect("a quantity"),
            ..Held::default()
        };
        let said = |text: &str| Some(text.to_owned());
        assert_eq!(part(functions(18), functions(18)), said("18 af 18 opgaver"));
        assert_eq!(part(functions(1), functions(1)), said("1 af 1 opgave"));
        assert_eq!(
            part(posts("ca. 12"), posts("12-14")),
            said("ca. 12 af 12–14 stillinger")
        );
        assert_eq!(part(functions(0), functions(3)), None);
    }
}
