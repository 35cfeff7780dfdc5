//! What happens to each unit: a page for those who work there.
//!
//! It tells what was compared and found, and judges nothing.

mod facts;
mod functions;
mod heard;
mod own;
mod sentences;
#[cfg(test)]
mod tests;
mod ties;

use std::collections::BTreeSet;

use rokade_change::UnitChange;
use rokade_core::assessment::{StaffMove, UnitPage};
use rokade_core::chart::{Named, UnitView};
use rokade_core::drawing::Marked;
use rokade_core::ids::UnitId;
use rokade_core::words::WordsError;

use crate::Input;
use crate::drawing::Marks;
use crate::moves::{Row, Rows};
use crate::outline::Outline;
use crate::passing::Passing;
use crate::process::Steps;
use crate::tongue::Tongue;

use own::Noted;

/// A unit, as it is in the base and as it is in the revision: one of the two is none where it is
/// new, or where it is no more, be it as part of another.
#[derive(Clone, Copy)]
struct Subject<'a> {
    base: Option<UnitView<'a>>,
    now: Option<UnitView<'a>>,
    /// What became of it; none of a unit that is new.
    change: Option<&'a UnitChange>,
}

/// How many names a list on a page has before it is cut.
const NAMES: usize = 10;

/// What all pages are made with.
struct Context<'a> {
    input: Input<'a>,
    tongue: Tongue<'a>,
    /// For who leads a unit, and what it stands under.
    rows_tongue: Tongue<'a>,
    noted: Noted,
    steps: Steps<'a>,
    rows: Rows<'a>,
    passing: Passing<'a>,
    before: Outline<'a>,
    now: Outline<'a>,
}

/// A page for each unit to which something happens, in the order of the org charts.
///
/// # Errors
/// When a sentence cannot be made, which the tests rule out.
pub fn pages(input: &Input<'_>) -> Result<Vec<UnitPage>, WordsError> {
    let Input {
        base,
        revision,
        changes,
        language,
        ..
    } = *input;
    let context = Context {
        input: *input,
        tongue: Tongue::new(input, include_str!("da.ftl"), include_str!("en.ftl"))?.in_full(NAMES),
        rows_tongue: crate::moves::tongue(input)?,
        noted: Noted::new(input),
        steps: Steps::new(input)?,
        rows: Rows::new(input)?,
        passing: Passing::new(base, revision, changes),
        before: Outline::new(base),
        now: Outline::new(revision),
    };
    let marks = Marks::new(base, revision, changes, language)?;
    let mut subjects = Vec::new();
    let mut pages = Vec::new();
    for subject in subjects_of(input, &context.before, &context.now) {
        if let Some(marked) = first_mark(&marks, subject) {
            pages.push(context.page(subject, marked)?);
            subjects.push(subject);
        }
    }
    ties::tie(input, &subjects, &mut pages);
    Ok(pages)
}

/// The units to which something happens, by the names they have today, in the order of the org
/// charts.
pub(crate) fn affected(input: &Input<'_>) -> Result<Vec<String>, WordsError> {
    let marks = Marks::new(input.base, input.revision, input.changes, input.language)?;
    let (before, now) = (Outline::new(input.base), Outline::new(input.revision));
    let all = subjects_of(input, &before, &now).into_iter();
    let all = all.filter(|subject| first_mark(&marks, *subject).is_some());
    let names = all.filter_map(|subject| subject.base.or(subject.now));
    Ok(names.map(|unit| unit.name().to_owned()).collect())
}

/// The most important mark of a unit, in the words of what is to happen to it.
fn first_mark<'m>(marks: &'m Marks, subject: Subject<'_>) -> Option<&'m Marked> {
    let id = |unit: UnitView<'_>| unit.id().clone();
    let of_base = subject.base.map(|unit| marks.of_base(&id(unit)));
    let of_revision = subject.now.map(|unit| marks.of_revision(&id(unit)));
    let mut all = of_base.into_iter().chain(of_revision).flatten();
    all.next()
}

impl<'a> Context<'a> {
    fn page(&self, subject: Subject<'a>, marked: &Marked) -> Result<UnitPage, WordsError> {
        let view = subject.base.or(subject.now);
        let rows: Vec<&Row<'a>> = self.rows_of(subject);
        let functions = self.functions(subject)?;
        Ok(UnitPage {
            name: view.map_or_else(String::new, |unit| unit.name().to_owned()),
            before: subject.base.map(|unit| self.before.place(Some(unit.id()))),
            after: subject.now.map(|unit| self.now.place(Some(unit.id()))),
            mark: marked.mark,
            word: marked.word.clone(),
            sentences: self.sentences(subject, &rows, &functions)?,
            facts: self.facts(subject)?,
            staff: rows.iter().map(|row| StaffMove::clone(&row.told)).collect(),
            functions: functions.into_iter().map(|one| one.told).collect(),
            findings: Vec::new(),
            heard: self.heard(subject)?,
            points: Vec::new(),
        })
    }

    /// Its posts, and those that come to it.
    fn rows_of(&self, subject: Subject<'_>) -> Vec<&Row<'a>> {
        let own = subject.base.into_iter();
        let own = own.flat_map(|unit| self.rows.of(unit.id()));
        let come = subject.now.into_iter();
        let come = come.flat_map(|unit| self.rows.now_of(unit.id()));
        let is_own = |row: &&Row<'_>| {
            let from = row.from.map(UnitView::id);
            from.is_some() && from == subject.base.map(UnitView::id)
        };
        own.chain(come.filter(|row| !is_own(row))).collect()
    }
}

/// Every unit once: those of the base, and then those that none of the base is.
fn subjects_of<'a>(input: &Input<'a>, before: &Outline<'a>, now: &Outline<'a>) -> Vec<Subject<'a>> {
    let changes = input.changes;
    let mut same: BTreeSet<&UnitId> = BTreeSet::new();
    let mut all = Vec::new();
    for unit in before.units() {
        let now = changes.lineage.units.same(unit.id());
        same.extend(now);
        all.push(Subject {
            base: Some(unit),
            now: now.and_then(|id| input.revision.unit(id)),
            change: changes.unit(unit.id()),
        });
    }
    let new = now.units().filter(|unit| !same.contains(unit.id()));
    all.extend(new.map(|unit| Subject {
        base: None,
        now: Some(unit),
        change: None,
    }));
    all
}
