//! What happens to each unit, as marks: told once, for org charts and for whoever else tells of
//! units, so that they never disagree.
//!
//! A unit that is in both charts has the same marks in both, in the words of what is to happen
//! and of what has happened. Nothing is laid out here.

use std::collections::{BTreeMap, BTreeSet};

use rokade_change::{ChangeSet, Lineage, Renaming, UnitChange, UnitVerdict};
use rokade_core::chart::{Chart, Named, UnitView};
use rokade_core::drawing::{Mark, Marked};
use rokade_core::entry::{Language, OrUndecided};
use rokade_core::finding::{Side, Value};
use rokade_core::ids::{Id, Kind, Subject, UnitId};
use rokade_core::words::WordsError;

use super::said::{Tense, tongue};
use super::tally::{Tallies, Tally};
use super::told::Telling;
use crate::outline::Outline;
use crate::tongue::Tongue;

/// The marks of every unit to which something happens, the most important first.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    of_base: BTreeMap<UnitId, Vec<Marked>>,
    of_revision: BTreeMap<UnitId, Vec<Marked>>,
}

impl Marks {
    /// Marks what differs between two charts; nothing where too few units could be followed from
    /// the one to the other.
    pub(crate) fn new(
        base: &Chart,
        revision: &Chart,
        changes: &ChangeSet,
        language: Language,
    ) -> Result<Self, WordsError> {
        let mut marks = Marks::default();
        if changes.lineage.units.gate().is_shut() {
            return Ok(marks);
        }
        let teller = Teller {
            said: tongue(language, Some(base), revision)?,
            base,
            revision,
            changes,
            tallies: Tallies::new(base, revision, changes),
            renamed: renamed(changes),
            without_site: without_site(revision),
        };
        for change in &changes.units {
            let told = teller.of_base(change)?;
            if !told.is_empty() {
                marks.of_base.insert(change.unit.clone(), told);
            }
        }
        for unit in revision.units() {
            let told = teller.of_revision(unit)?;
            if !told.is_empty() {
                marks.of_revision.insert(unit.id().clone(), told);
            }
        }
        Ok(marks)
    }

    /// What happens to a unit of the base; empty where nothing does.
    pub(crate) fn of_base(&self, unit: &UnitId) -> &[Marked] {
        self.of_base.get(unit).map_or(&[], Vec::as_slice)
    }

    /// What has happened to a unit of the revision. One that is the same unit as one of the base
    /// has the same kinds of marks as that; one that came of others, or of nothing, has its own.
    pub(crate) fn of_revision(&self, unit: &UnitId) -> &[Marked] {
        self.of_revision.get(unit).map_or(&[], Vec::as_slice)
    }
}

/// Units of the base that have another name, and not merely another spelling.
fn renamed(changes: &ChangeSet) -> BTreeSet<UnitId> {
    let renames = changes.renames.iter();
    let units = renames
        .filter(|one| one.base.kind == Kind::Unit && one.name == Renaming::Renamed)
        .map(|one| UnitId::from_checked(one.base.id.clone()));
    units.collect()
}

/// Units of which it is undecided where they sit, or that are left at a site that has closed;
/// their own site, or that of what they stand under.
fn without_site(chart: &Chart) -> BTreeSet<&UnitId> {
    let outline = Outline::new(chart);
    let mut units = BTreeSet::new();
    for unit in outline.units() {
        let is_open = match &unit.entry().site {
            Some(OrUndecided::Undecided) => true,
            Some(OrUndecided::Id(id)) => chart.site(id).is_none(),
            None => unit
                .parent()
                .is_some_and(|parent| units.contains(parent.id())),
        };
        if is_open {
            units.insert(unit.id());
        }
    }
    units
}

/// Tells of units, one at a time.
pub(super) struct Teller<'c> {
    pub(super) said: Tongue<'c>,
    pub(super) base: &'c Chart,
    pub(super) revision: &'c Chart,
    changes: &'c ChangeSet,
    tallies: Tallies<'c>,
    renamed: BTreeSet<UnitId>,
    pub(super) without_site: BTreeSet<&'c UnitId>,
}

/// A unit of the base, and the unit of the revision to compare it with.
#[derive(Clone, Copy)]
pub(super) struct Pair<'c> {
    pub(super) change: &'c UnitChange,
    pub(super) before: UnitView<'c>,
    pub(super) now: UnitView<'c>,
    pub(super) tense: Tense,
}

impl<'c> Teller<'c> {
    pub(super) fn lineage(&self) -> &'c Lineage {
        &self.changes.lineage
    }

    fn of_base(&self, change: &'c UnitChange) -> Result<Vec<Marked>, WordsError> {
        let tense = Tense::Will;
        let Some(before) = change.before(self.base) else {
            return Ok(Vec::new());
        };
        let pair = |now| Pair {
            change,
            before,
            now,
            tense,
        };
        let same = change.same.as_ref();
        if let Some(now) = same.and_then(|id| self.revision.unit(id)) {
            return self.of_both(pair(now));
        }
        let mut marks = Vec::new();
        match change.verdict {
            UnitVerdict::Merged => {
                if let Some(now) = change.now(self.revision) {
                    marks.push(self.merged(pair(now))?);
                    marks.extend(self.relocated(pair(now))?);
                    marks.extend(self.new_head(pair(now))?);
                    marks.extend(self.changed(tense, Some(&change.unit), None, Vec::new())?);
                }
            }
            UnitVerdict::Split => {
                let to = Value::Things(Side::Revision, subjects(&change.to));
                let key = match &change.to[..] {
                    [_] => "remnant",
                    _ => "split-up",
                };
                let text = self.said.say(key, &[("units", to)])?;
                marks.push(self.mark(Mark::Split, "split", tense, &[text])?);
                marks.extend(self.changed(tense, Some(&change.unit), None, Vec::new())?);
            }
            _ => {
                let telling = self.telling(tense);
                let tally = self.tallies.of_base.get(&change.unit);
                let texts = tally.map(|tally| telling.closed(tally)).transpose()?;
                marks.push(self.mark(Mark::Closed, "closed", tense, &texts.unwrap_or_default())?);
            }
        }
        Ok(marks)
    }

    fn of_revision(&self, now: UnitView<'c>) -> Result<Vec<Marked>, WordsError> {
        let tense = Tense::Has;
        let units = &self.lineage().units;
        let came_of = units.ancestors(now.id());
        let same = came_of.iter().find(|was| units.is_same(was, now.id()));
        let same = same.and_then(|id| self.base.unit(id).zip(self.changes.unit(id)));
        if let Some((before, change)) = same {
            return self.of_both(Pair {
                change,
                before,
                now,
                tense,
            });
        }
        let (whole, parts) = self.sources(came_of.iter());
        let of = |ids: &[UnitId]| [("units", Value::Things(Side::Base, subjects(ids)))];
        let tally = self.tallies.of_revision.get(now.id());
        let mut marks = Vec::new();
        let mut tells_all = false;
        match (&whole[..], &parts[..]) {
            ([], []) => {
                let texts = tally.map(|tally| self.telling(tense).new_unit(tally));
                let texts = texts.transpose()?.unwrap_or_default();
                marks.push(self.mark(Mark::New, "new", tense, &texts)?);
                tells_all = true;
            }
            ([_], []) => {
                let text = self.said.say("holds", &of(came_of))?;
                marks.push(self.mark(Mark::New, "new", tense, &[text])?);
            }
            ([], _) => {
                let text = self.split_off_of(came_of, tally)?;
                marks.push(self.mark(Mark::Split, "split-off", tense, &[text])?);
            }
            _ => {
                let text = self.said.say("of", &of(came_of))?;
                marks.push(self.mark(Mark::Merged, "merged", tense, &[text])?);
            }
        }
        if !tells_all {
            marks.extend(self.changed(tense, None, Some(now.id()), Vec::new())?);
        }
        Ok(marks)
    }

    /// The units of the base that became part of something, and those of which a part did.
    fn sources<'i>(&self, ids: impl Iterator<Item = &'i UnitId>) -> (Vec<UnitId>, Vec<UnitId>) {
        ids.cloned().partition(|id| {
            let change = self.changes.unit(id);
            change.is_some_and(|change| change.verdict == UnitVerdict::Merged)
        })
    }

    /// A unit that is the same unit before and after.
    fn of_both(&self, pair: Pair<'c>) -> Result<Vec<Marked>, WordsError> {
        let Pair {
            change,
            before,
            now,
            tense,
        } = pair;
        let came_of = self.lineage().units.ancestors(now.id()).iter();
        let (whole, parts) = self.sources(came_of.filter(|id| *id != before.id()));
        let mut marks = Vec::new();
        if !whole.is_empty() {
            let others = Value::Things(Side::Base, subjects(&whole));
            let text = self.said.say("merged-with", &[("units", others)])?;
            marks.push(self.mark(Mark::Merged, "merged", tense, &[text])?);
        }
        let off: Vec<UnitId> = change
            .to
            .iter()
            .filter(|id| *id != now.id())
            .cloned()
            .collect();
        if !off.is_empty() {
            let text = self.split_off(&off, tense)?;
            marks.push(self.mark(Mark::Split, "split", tense, &[text])?);
        }
        if change.parent_changed {
            marks.push(self.moved(pair)?);
        }
        marks.extend(self.relocated(pair)?);
        if self.renamed.contains(before.id()) {
            let values = [
                ("before", Value::Thing(Side::Base, before.subject())),
                ("now", Value::Thing(Side::Revision, now.subject())),
                ("tense", tense.value()),
            ];
            let text = self.said.say("renamed", &values)?;
            marks.push(self.mark(Mark::Renamed, "renamed", tense, &[text])?);
        }
        marks.extend(self.new_head(pair)?);
        let mut more = Vec::new();
        if !parts.is_empty() {
            let units = Value::Things(Side::Base, subjects(&parts));
            let values = [("units", units), ("tense", tense.value())];
            more.push(self.said.say("gets-part", &values)?);
        }
        marks.extend(self.changed(tense, Some(before.id()), Some(now.id()), more)?);
        Ok(marks)
    }

    /// What is split off a unit that stays, with what goes along.
    fn split_off(&self, off: &[UnitId], tense: Tense) -> Result<String, WordsError> {
        let tallies = off.iter().filter_map(|id| self.tallies.of_revision.get(id));
        let tallies: Vec<&Tally<'_>> = tallies.collect();
        let mut values = vec![
            ("units", Value::Things(Side::Revision, subjects(off))),
            ("tense", tense.value()),
        ];
        values.extend(self.along(&tallies, tense)?);
        self.said.say("split-off", &values)
    }

    /// What a unit was split off, with what went along.
    fn split_off_of(
        &self,
        came_of: &[UnitId],
        tally: Option<&Tally<'_>>,
    ) -> Result<String, WordsError> {
        let tallies: Vec<&Tally<'_>> = tally.into_iter().collect();
        let mut values = vec![("units", Value::Things(Side::Base, subjects(came_of)))];
        values.extend(self.along(&tallies, Tense::Has)?);
        self.said.say("split-off-of", &values)
    }

    fn along(
        &self,
        tallies: &[&Tally<'_>],
        tense: Tense,
    ) -> Result<[(&'static str, Value); 2], WordsError> {
        let what = self.telling(tense).along(tallies)?;
        let way = if what.is_empty() { "bare" } else { "with" };
        Ok([("way", Value::Word(way)), ("what", what.into())])
    }

    /// A unit of the base that is part of another.
    fn merged(&self, pair: Pair<'_>) -> Result<Marked, WordsError> {
        let units = &self.lineage().units;
        let came_of = units.ancestors(pair.now.id());
        let others = came_of.iter().filter(|id| *id != pair.before.id());
        let others: Vec<Subject> = others.map(Id::subject).collect();
        let is_one_of_them = came_of.iter().any(|id| units.is_same(id, pair.now.id()));
        let values = [
            (
                "way",
                Value::Word(match (is_one_of_them, others.is_empty()) {
                    (false, false) => "with",
                    _ => "into",
                }),
            ),
            ("units", Value::Things(Side::Base, others)),
            ("to", Value::Thing(Side::Revision, pair.now.subject())),
        ];
        let text = self.said.say("merged", &values)?;
        self.mark(Mark::Merged, "merged", pair.tense, &[text])
    }

    fn changed(
        &self,
        tense: Tense,
        was: Option<&UnitId>,
        now: Option<&UnitId>,
        mut texts: Vec<String>,
    ) -> Result<Option<Marked>, WordsError> {
        let was = was.and_then(|id| self.tallies.of_base.get(id));
        let now = now.and_then(|id| self.tallies.of_revision.get(id));
        texts.extend(self.telling(tense).changed(was, now)?);
        if texts.is_empty() {
            return Ok(None);
        }
        self.mark(Mark::Changed, "changed", tense, &texts).map(Some)
    }

    fn telling(&self, tense: Tense) -> Telling<'_, 'c> {
        Telling {
            said: &self.said,
            changes: self.changes,
            tense,
        }
    }

    pub(super) fn mark(
        &self,
        mark: Mark,
        word: &str,
        tense: Tense,
        texts: &[String],
    ) -> Result<Marked, WordsError> {
        let word = format!("word-{word}");
        Ok(Marked {
            mark,
            word: self.said.say(&word, &[("tense", tense.value())])?,
            text: (!texts.is_empty()).then(|| texts.join("; ")),
        })
    }
}

fn subjects(ids: &[UnitId]) -> Vec<Subject> {
    ids.iter().map(Id::subject).collect()
}
