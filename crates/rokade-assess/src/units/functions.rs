//! The functions that a unit holds, gives up and takes over, each with what becomes of it there.

use std::collections::BTreeSet;

use rokade_change::{FunctionChange, FunctionFate};
use rokade_core::assessment::UnitFunction;
use rokade_core::chart::{FunctionView, Named, UnitView};
use rokade_core::finding::{Side, Value};
use rokade_core::ids::{FunctionId, Id, UnitId};
use rokade_core::words::WordsError;

use super::{Context, Subject};

/// What becomes of a function of a unit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Way {
    /// Nobody is responsible for it, or for a part of it.
    Hanging,
    /// It ends on purpose.
    Ends,
    /// It is no longer named.
    Absent,
    /// To these units.
    Goes(Vec<UnitId>),
    /// A part of it, to these units.
    GoesPartly(Vec<UnitId>),
    /// It stays with the unit in another form, or with it as part of another.
    Changes,
    /// It comes from these units; none where nobody had it, or it is new.
    Comes(Vec<UnitId>),
    /// A part of it comes from these units.
    ComesPartly(Vec<UnitId>),
    /// It is new.
    New,
    /// Nothing.
    Stays,
}

/// A function of a unit, with what becomes of it.
pub(super) struct Told {
    pub(super) way: Way,
    pub(super) told: UnitFunction,
}

impl<'a> Context<'a> {
    /// The functions of a unit: those it had in the order of the base, then those it gets.
    pub(super) fn functions(&self, subject: Subject<'a>) -> Result<Vec<Told>, WordsError> {
        let lineage = &self.input.changes.lineage;
        let mut told = Vec::new();
        let mut known: BTreeSet<&FunctionId> = BTreeSet::new();
        for function in subject.base.map(UnitView::functions).unwrap_or_default() {
            known.extend(lineage.functions.descendants(function.id()));
            let passed = self.passing.of(function.id());
            if let Some(change) = passed.and_then(|passed| passed.change) {
                told.push(self.had(subject, function, change)?);
            }
        }
        for function in subject.now.map(UnitView::functions).unwrap_or_default() {
            if !known.contains(function.id()) {
                told.push(self.gets(subject, function)?);
            }
        }
        Ok(told)
    }

    fn had(
        &self,
        subject: Subject<'a>,
        function: FunctionView<'a>,
        change: &FunctionChange,
    ) -> Result<Told, WordsError> {
        let Some(unit) = subject.base.map(UnitView::id) else {
            return self.say(function, Way::Stays, "stays", &[]);
        };
        let passed = self.passing.of(function.id());
        let heirs = self.input.changes.lineage.units.descendants(unit).iter();
        let heirs = heirs.filter(|id| {
            let heir = self.input.revision.unit(id);
            heir.is_some_and(|heir| holds(heir, &change.to))
        });
        let heirs: Vec<UnitId> = heirs.cloned().collect();
        let keeps = subject.now.is_some_and(|unit| holds(unit, &change.to));
        let units = |units: &[UnitId]| {
            let things = units.iter().map(Id::subject).collect();
            ("units", Value::Things(Side::Revision, things))
        };
        let joined = (
            "functions",
            Value::Things(Side::Revision, change.to.iter().map(Id::subject).collect()),
        );
        let to = passed.map(|passed| passed.to(unit)).unwrap_or_default();
        let (way, key, values) = match change.fate {
            FunctionFate::Ended => (Way::Ends, "ends", vec![]),
            FunctionFate::Absent => (Way::Absent, "absent", vec![]),
            FunctionFate::Unassigned if keeps && !self.hangs(unit, function, change) => {
                (Way::Stays, "stays", vec![])
            }
            FunctionFate::Unassigned if keeps => (Way::Hanging, "hangs-partly", vec![]),
            FunctionFate::Unassigned if to.is_empty() && heirs.is_empty() => {
                (Way::Hanging, "hangs", vec![])
            }
            FunctionFate::Absorbed if keeps => (Way::Changes, "absorbed", vec![joined]),
            FunctionFate::Absorbed => {
                let to = if to.is_empty() { heirs } else { to };
                let values = vec![joined, units(&to)];
                (Way::Goes(to), "absorbed-elsewhere", values)
            }
            _ if keeps && !to.is_empty() => {
                let values = vec![units(&to)];
                (Way::GoesPartly(to), "goes-partly", values)
            }
            _ if keeps => return self.keeps(subject, function, change),
            _ if !heirs.is_empty() => {
                let values = vec![units(&heirs)];
                (Way::Goes(heirs), "follows", values)
            }
            _ if to.is_empty() => (Way::Hanging, "given-up", vec![]),
            _ => {
                let values = vec![units(&to)];
                (Way::Goes(to), "goes", values)
            }
        };
        self.say(function, way, key, &values)
    }

    /// A function that the unit has before and after, none of which it gives up.
    fn keeps(
        &self,
        subject: Subject<'a>,
        function: FunctionView<'a>,
        change: &FunctionChange,
    ) -> Result<Told, WordsError> {
        let passed = self.passing.of(function.id());
        let from = subject.now.zip(passed);
        let from = from
            .map(|(unit, passed)| passed.from(unit.id()))
            .unwrap_or_default();
        let mut from: Vec<UnitId> = from;
        from.retain(|id| Some(id) != subject.base.map(UnitView::id));
        let things = |side: Side, units: &[UnitId]| {
            (
                "units",
                Value::Things(side, units.iter().map(Id::subject).collect()),
            )
        };
        if !from.is_empty() {
            let values = [things(Side::Base, &from)];
            return self.say(function, Way::ComesPartly(from), "takes-over", &values);
        }
        if let Some(part) = &change.joined {
            let values = [things(Side::Revision, &part.into)];
            return self.say(function, Way::Changes, "joined", &values);
        }
        if change.site_changed && !change.unit_changed {
            let sites = change.to_sites.iter().map(Id::subject).collect();
            let values = [("sites", Value::Things(Side::Revision, sites))];
            return self.say(function, Way::Changes, "relocated", &values);
        }
        if change.to.len() > 1 {
            let functions = change.to.iter().map(Id::subject).collect();
            let values = [("functions", Value::Things(Side::Revision, functions))];
            return self.say(function, Way::Changes, "divided", &values);
        }
        self.say(function, Way::Stays, "stays", &[])
    }

    /// A function that the unit did not have.
    fn gets(&self, subject: Subject<'a>, function: FunctionView<'a>) -> Result<Told, WordsError> {
        let ancestors = self
            .input
            .changes
            .lineage
            .functions
            .ancestors(function.id());
        if ancestors.is_empty() {
            return self.say(function, Way::New, "new", &[]);
        }
        let Some(unit) = subject.now.map(UnitView::id) else {
            return self.say(function, Way::New, "new", &[]);
        };
        let passed = ancestors.iter().filter_map(|id| self.passing.of(id));
        let (mut from, mut beside): (Vec<UnitId>, Vec<UnitId>) = (Vec::new(), Vec::new());
        let mut is_part = false;
        for passed in passed {
            from.extend(passed.from(unit));
            let given_up = passed.change.and_then(|change| change.given_up.as_ref());
            is_part |= given_up.is_some();
            let joined = passed.change.and_then(|change| change.joined.as_ref());
            beside.extend(joined.into_iter().flat_map(|part| part.from.clone()));
        }
        // What the units had that this one came of, came along.
        let units = &self.input.changes.lineage.units;
        if from.is_empty() {
            let came = units.ancestors(unit).iter();
            let came = came.filter(|id| {
                let was = self.input.base.unit(id);
                was.is_some_and(|was| holds(was, ancestors))
            });
            from.extend(came.cloned());
        }
        for list in [&mut from, &mut beside] {
            list.sort();
            list.dedup();
        }
        let things = |units: &[UnitId]| {
            (
                "units",
                Value::Things(Side::Base, units.iter().map(Id::subject).collect()),
            )
        };
        if from.is_empty() && !beside.is_empty() {
            let values = [things(&beside)];
            return self.say(function, Way::Comes(Vec::new()), "joins", &values);
        }
        if from.is_empty() {
            return self.say(function, Way::Comes(from), "gets", &[]);
        }
        let values = [things(&from)];
        if is_part {
            return self.say(function, Way::ComesPartly(from), "comes-partly", &values);
        }
        self.say(function, Way::Comes(from), "comes", &values)
    }

    /// Whether what nobody holds is something that this unit held.
    fn hangs(&self, unit: &UnitId, function: FunctionView<'_>, change: &FunctionChange) -> bool {
        let lineage = &self.input.changes.lineage;
        let held = function.cells().filter(|cell| {
            let holder = cell.holder.unit();
            holder.is_some_and(|holder| holder.id() == unit)
        });
        let mut held = held.peekable();
        held.peek().is_some()
            && held.any(|cell| {
                change.unassigned.iter().any(|one| {
                    let site = match (&one.scope.site, cell.site) {
                        (Some(now), Some(before)) => lineage.sites.follows_by_id(before.id(), now),
                        _ => true,
                    };
                    let group = match (&one.scope.group, cell.group) {
                        (Some(now), Some(before)) => lineage.groups.follows_by_id(before.id(), now),
                        _ => true,
                    };
                    site && group
                })
            })
    }

    fn say(
        &self,
        function: FunctionView<'_>,
        way: Way,
        key: &str,
        values: &[(&'static str, Value)],
    ) -> Result<Told, WordsError> {
        Ok(Told {
            told: UnitFunction {
                name: function.name().to_owned(),
                text: self.tongue.say(&format!("function-{key}"), values)?,
                changes: way != Way::Stays,
            },
            way,
        })
    }
}

/// Whether a unit is responsible for one of some functions.
fn holds(unit: UnitView<'_>, functions: &[FunctionId]) -> bool {
    let own = unit.functions();
    own.iter().any(|own| functions.contains(own.id()))
}
