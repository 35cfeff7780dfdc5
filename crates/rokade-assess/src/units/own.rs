//! What happens to a unit as such, and to the units right below it, in a sentence each.

use std::collections::{BTreeMap, BTreeSet};

use rokade_change::{ChangeKind, Renaming, UnitVerdict};
use rokade_core::chart::{HeadState, Named, ParentState, UnitView};
use rokade_core::entry::OrUndecided;
use rokade_core::finding::{Side, Value};
use rokade_core::ids::{Id, Kind, Subject as Thing, UnitId};
use rokade_core::words::WordsError;

use super::{Context, Subject};
use crate::Input;

/// What is asked of every unit, noted once.
#[derive(Default)]
pub(super) struct Noted {
    renamed: BTreeSet<UnitId>,
    headed_anew: BTreeSet<UnitId>,
    /// By units of the base: those below it that go elsewhere, and those that close.
    leave: BTreeMap<UnitId, Vec<Thing>>,
    close: BTreeMap<UnitId, Vec<Thing>>,
    /// By units of the revision: those that come to stand under it, and those that are new there.
    come: BTreeMap<UnitId, Vec<Thing>>,
    new: BTreeMap<UnitId, Vec<Thing>>,
}

impl Noted {
    pub(super) fn new(input: &Input<'_>) -> Self {
        let mut noted = Noted::default();
        let unit = |thing: &Thing| UnitId::from_checked(thing.id.clone());
        let renames = input.changes.renames.iter();
        let renames = renames.filter(|one| one.base.kind == Kind::Unit);
        let renames = renames.filter(|one| one.name == Renaming::Renamed);
        noted.renamed = renames.map(|one| unit(&one.base)).collect();
        for change in &input.changes.changes {
            match (change.kind, &change.base) {
                (ChangeKind::HeadChanged, Some(base)) => {
                    noted.headed_anew.insert(unit(base));
                }
                (ChangeKind::UnitMoved, Some(base)) => {
                    for from in &change.from {
                        noted
                            .leave
                            .entry(unit(from))
                            .or_default()
                            .push(base.clone());
                    }
                    if let (Some(to), Some(now)) = (change.to.first(), change.revision.first()) {
                        noted.come.entry(unit(to)).or_default().push(now.clone());
                    }
                }
                (ChangeKind::UnitClosed, Some(base)) => {
                    let parent = input.base.unit(&unit(base)).and_then(UnitView::parent);
                    if let Some(parent) = parent {
                        let id = parent.id().clone();
                        noted.close.entry(id).or_default().push(base.clone());
                    }
                }
                (ChangeKind::UnitFounded, None) => {
                    let new = change.revision.first();
                    let view = new.and_then(|new| input.revision.unit(&unit(new)));
                    if let (Some(new), Some(parent)) = (new, view.and_then(UnitView::parent)) {
                        let id = parent.id().clone();
                        noted.new.entry(id).or_default().push(new.clone());
                    }
                }
                _ => {}
            }
        }
        noted
    }
}

impl<'a> Context<'a> {
    /// What happens to the unit itself.
    pub(super) fn of_unit(&self, subject: Subject<'a>) -> Result<Vec<String>, WordsError> {
        match (subject.base, subject.now) {
            (Some(base), None) => self.of_gone(base, subject).map(|told| vec![told]),
            (None, Some(now)) => self.of_new(now).map(|told| vec![told]),
            (Some(base), Some(now)) => self.of_both(base, now, subject),
            (None, None) => Ok(Vec::new()),
        }
    }

    fn of_gone(&self, base: UnitView<'a>, subject: Subject<'a>) -> Result<String, WordsError> {
        let units = &self.input.changes.lineage.units;
        let change = subject.change;
        let to = change.map_or(&[][..], |change| &change.to);
        let values = |others: Vec<Thing>| {
            let to = to.iter().map(Id::subject).collect();
            [
                ("to", Value::Things(Side::Revision, to)),
                ("others", Value::Things(Side::Base, others)),
            ]
        };
        match (change.map(|change| change.verdict), to) {
            (Some(UnitVerdict::Merged), [now]) => {
                let came = units.ancestors(now).iter();
                let is_one_of_them = came.clone().any(|id| units.is_same(id, now));
                let others = came.filter(|id| !is_one_of_them && *id != base.id());
                self.tongue
                    .say("unit-merged", &values(others.map(Id::subject).collect()))
            }
            (Some(UnitVerdict::Split), [_]) => self.tongue.say("unit-remnant", &values(vec![])),
            (Some(UnitVerdict::Split | UnitVerdict::Merged), [_, ..]) => {
                self.tongue.say("unit-split", &values(vec![]))
            }
            _ => self.tongue.say("unit-closed", &[]),
        }
    }

    fn of_new(&self, now: UnitView<'a>) -> Result<String, WordsError> {
        let came = self.input.changes.lineage.units.ancestors(now.id());
        let (whole, parts) = self.sources(came.iter());
        let (key, units) = match (&whole[..], &parts[..]) {
            ([], []) => ("unit-new", Vec::new()),
            ([], _) => ("unit-split-off", parts),
            _ => ("unit-made", came.iter().map(Id::subject).collect()),
        };
        let parent = now.parent().map(|parent| parent.name().to_owned());
        let values = [
            ("units", Value::Things(Side::Base, units)),
            (
                "under",
                Value::Word(if parent.is_some() { "unit" } else { "none" }),
            ),
            ("parent", parent.unwrap_or_default().into()),
        ];
        self.tongue.say(key, &values)
    }

    /// The units of the base that become part of another as a whole, and those of which a part
    /// does.
    fn sources<'i>(&self, ids: impl Iterator<Item = &'i UnitId>) -> (Vec<Thing>, Vec<Thing>) {
        let is_whole = |id: &&UnitId| {
            let change = self.input.changes.unit(id);
            change.is_some_and(|change| change.verdict == UnitVerdict::Merged)
        };
        let (whole, parts): (Vec<_>, Vec<_>) = ids.partition(is_whole);
        let things = |ids: Vec<&UnitId>| ids.into_iter().map(Id::subject).collect();
        (things(whole), things(parts))
    }

    fn of_both(
        &self,
        base: UnitView<'a>,
        now: UnitView<'a>,
        subject: Subject<'a>,
    ) -> Result<Vec<String>, WordsError> {
        let units = &self.input.changes.lineage.units;
        let mut told = Vec::new();
        let came = units
            .ancestors(now.id())
            .iter()
            .filter(|id| *id != base.id());
        let (whole, parts) = self.sources(came);
        for (key, things) in [("unit-takes-in", whole), ("unit-gets-part", parts)] {
            if !things.is_empty() {
                let values = [("units", Value::Things(Side::Base, things))];
                told.push(self.tongue.say(key, &values)?);
            }
        }
        let Some(change) = subject.change else {
            return Ok(told);
        };
        let off = change.to.iter().filter(|id| *id != now.id());
        let off: Vec<Thing> = off.map(Id::subject).collect();
        if !off.is_empty() {
            let values = [("units", Value::Things(Side::Revision, off))];
            told.push(self.tongue.say("unit-loses", &values)?);
        }
        if change.parent_changed {
            let ((from_kind, from), (to_kind, to)) = (stands(base), stands(now));
            let values = [
                ("from_kind", Value::Word(from_kind)),
                ("from", from.into()),
                ("to_kind", Value::Word(to_kind)),
                ("to", to.into()),
            ];
            told.push(self.tongue.say("unit-moved", &values)?);
        }
        told.extend(self.of_site(base, now, change.site_changed)?);
        if self.noted.renamed.contains(base.id()) {
            told.push(
                self.tongue
                    .say("unit-renamed", &[("name", now.name().into())])?,
            );
        }
        if self.noted.headed_anew.contains(base.id()) {
            told.push(self.of_head(base, now)?);
        }
        Ok(told)
    }

    fn of_site(
        &self,
        base: UnitView<'a>,
        now: UnitView<'a>,
        changed: bool,
    ) -> Result<Option<String>, WordsError> {
        match (base.site(), now.site()) {
            (Some(before), Some(after)) if changed => {
                let values = [
                    ("from", Value::from(before.name())),
                    ("to", after.name().into()),
                ];
                self.tongue.say("unit-relocated", &values).map(Some)
            }
            (Some(before), None) => {
                let is_undecided = now.entry().site == Some(OrUndecided::Undecided);
                let open = if is_undecided { "undecided" } else { "none" };
                let values = [("from", before.name().into()), ("open", Value::Word(open))];
                self.tongue.say("unit-siteless", &values).map(Some)
            }
            _ => Ok(None),
        }
    }

    fn of_head(&self, base: UnitView<'a>, now: UnitView<'a>) -> Result<String, WordsError> {
        let (old, new) = (base.head().post(), now.head().post());
        let way = match (now.head(), old) {
            (HeadState::Unfilled(_), _) => "unfilled",
            (HeadState::Vacant, _) => "vacant",
            (HeadState::None | HeadState::NotStated, _) => "none",
            (HeadState::Post(_), Some(_)) => "instead",
            (HeadState::Post(_), None) => "first",
        };
        let title = |post: Option<rokade_core::chart::StaffView<'_>>| {
            Value::from(post.map_or_else(String::new, |post| post.name().to_owned()))
        };
        let values = [
            ("way", Value::Word(way)),
            (
                "was",
                Value::Word(if old.is_some() { "post" } else { "none" }),
            ),
            ("old", title(old)),
            ("new", title(new)),
        ];
        self.tongue.say("unit-headed", &values)
    }

    /// What happens to the units right below.
    pub(super) fn units_below(&self, subject: Subject<'a>) -> Result<Vec<String>, WordsError> {
        let noted = &self.noted;
        // Of a unit that is no more, what was below it is told on the pages of that.
        let base = subject
            .base
            .filter(|_| subject.now.is_some())
            .map(UnitView::id);
        let now = subject.now.map(UnitView::id);
        let mut told = Vec::new();
        for (key, side, of, id) in [
            ("units-leave", Side::Base, &noted.leave, base),
            ("units-close", Side::Base, &noted.close, base),
            ("units-come", Side::Revision, &noted.come, now),
            ("units-new", Side::Revision, &noted.new, now),
        ] {
            if let Some(units) = id.and_then(|id| of.get(id)) {
                let values = [("units", Value::Things(side, units.clone()))];
                told.push(self.tongue.say(key, &values)?);
            }
        }
        Ok(told)
    }
}

/// What a unit stands under, with the word that sentences choose by.
fn stands(unit: UnitView<'_>) -> (&'static str, String) {
    match unit.parent_state() {
        ParentState::Unit(parent) => ("unit", parent.name().to_owned()),
        ParentState::Undecided => ("undecided", String::new()),
        ParentState::Ended => ("ended", String::new()),
        ParentState::Root | ParentState::Unknown => ("top", String::new()),
    }
}
