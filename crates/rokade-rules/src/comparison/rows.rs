//! The lines of a comparison: each measure once, or once for each thing it is of, with a cell for
//! each proposal. A thing is the same in two proposals where it came of the same thing of the
//! base, or is new in both under one id.

use std::collections::BTreeMap;

use rokade_change::Tracks;
use rokade_core::chart::Chart;
use rokade_core::comparison::Direction;
use rokade_core::finding::Side;
use rokade_core::ids::{Id, Subject, UnitId};
use rokade_core::quantity::{Difference, Quantity};
use rokade_core::words::by_name;

use crate::measures::{Better, Counts, MEASURES, Measure, Row, of_pair, of_unit};
use crate::rule::PairContext;

use super::{ComparedChart, ComparisonInput};

/// A measure of all proposals.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) measure: &'static Measure,
    /// What it is called.
    pub(super) label: &'static str,
    /// The code of what it is counted in, where it is money.
    pub(super) currency: Option<String>,
    /// The name of what it is of, where it is of one thing.
    pub(super) of: Option<String>,
    pub(super) base: Option<Quantity>,
    /// All that there is of it in the base, where that is the same for all proposals.
    pub(super) whole: Option<Quantity>,
    pub(super) cells: Vec<Cell>,
    pub(super) is_folded: bool,
}

/// What a proposal comes to.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Cell {
    pub(super) value: Option<Quantity>,
    pub(super) difference: Option<Difference>,
    /// The posts that do not say, where the difference is of what is stated.
    pub(super) unstated: Option<Quantity>,
}

/// How many lines of a measure that has one for each of several things are told in short.
const OF_EACH: usize = 4;

/// The measure whose lines are of what changes, though each has a number today.
const CHANGED_HEAD: &str = "staff_under_changed_head";

impl Line {
    pub(super) fn better(&self) -> Option<Direction> {
        self.measure.better.map(|better| match better {
            Better::Lower => Direction::Lower,
            Better::Higher => Direction::Higher,
        })
    }

    /// Whether it counts what changes, so that nothing is the same as today.
    pub(super) fn is_of_change(&self) -> bool {
        self.base.is_none()
            && self.cells.iter().all(|cell| cell.difference.is_none())
            && !self.measure.is_of_one_chart()
    }

    /// What it is called, and of what.
    pub(super) fn name(&self) -> String {
        match &self.of {
            Some(of) => format!("{} ({of})", self.label),
            None => self.label.to_owned(),
        }
    }
}

/// Every line, in the order of the measures; of a measure of several things, those of which most
/// changes first.
#[expect(
    clippy::indexing_slicing,
    reason = "a proposal is named by its place, and a row has a cell for each"
)]
pub(super) fn lines(input: &ComparisonInput<'_>) -> Vec<Line> {
    let rows: Vec<Vec<Row>> = input
        .proposals
        .iter()
        .map(|proposal| measured(input, proposal))
        .collect();
    let mut lines = Vec::new();
    for measure in MEASURES {
        let mut of_measure: BTreeMap<Key, Vec<Option<&Row>>> = BTreeMap::new();
        for (at, of_proposal) in rows.iter().enumerate() {
            for row in of_proposal
                .iter()
                .filter(|row| row.measure.name == measure.name)
            {
                let key = Key::of(row, input.proposals[at].1);
                let cells = of_measure.entry(key);
                cells.or_insert_with(|| vec![None; rows.len()])[at] = Some(row);
            }
        }
        let currency = match measure.counts {
            Counts::Money => currency(input.base.chart),
            Counts::Posts | Counts::Citizens | Counts::Things => None,
        };
        // Also where nothing could be measured.
        if of_measure.is_empty() && !measure.is_of_each() {
            of_measure.insert(Key::All, vec![None; rows.len()]);
        }
        let lines_of = of_measure.into_iter();
        let mut made: Vec<Line> = lines_of
            .map(|(key, rows)| Line {
                currency: currency.clone(),
                ..line(measure, &key, &rows, input)
            })
            .collect();
        made.sort_by(|a, b| {
            let names = [a, b].map(|line| line.of.as_deref().unwrap_or_default());
            let by_name = by_name(input.language, names[0], names[1]);
            largest(b).cmp(&largest(a)).then(by_name)
        });
        // That there is one more is as long as the one.
        if made.len() > OF_EACH + 1 {
            for line in made.iter_mut().skip(OF_EACH) {
                line.is_folded = true;
            }
        }
        lines.extend(made);
    }
    lines
}

/// The rows of a proposal; none where it or the base could not be read.
fn measured<'a>(
    input: &ComparisonInput<'a>,
    (proposal, changes): &(ComparedChart<'a>, &rokade_change::ChangeSet),
) -> Vec<Row> {
    if !input.base.complete || !proposal.complete {
        return Vec::new();
    }
    of_pair(
        input.base.chart,
        proposal.chart,
        changes,
        &[],
        input.limits,
        None,
    )
}

/// What a line is of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// The whole.
    All,
    /// What a thing of the base became.
    Base(Subject),
    /// A new thing.
    New(Subject),
}

impl Key {
    fn of(row: &Row, changes: &rokade_change::ChangeSet) -> Key {
        match &row.of {
            None => Key::All,
            Some((Side::Base, thing)) => Key::Base(thing.clone()),
            Some((Side::Revision, thing)) => match thing.to::<UnitId>() {
                Some(id) => Key::of_unit(&id, &changes.lineage.units),
                None => Key::New(thing.clone()),
            },
        }
    }

    /// A unit is one of the base where it alone came of it, or kept its id among those that did,
    /// or that it came of.
    fn of_unit(id: &UnitId, tracks: &Tracks<UnitId>) -> Key {
        let ancestors = tracks.ancestors(id);
        let only = match ancestors {
            [only] if tracks.descendants(only).len() == 1 => Some(only),
            _ => ancestors.iter().find(|old| *old == id),
        };
        match only {
            Some(old) => Key::Base(old.subject()),
            None => Key::New(id.subject()),
        }
    }
}

fn line(
    measure: &'static Measure,
    key: &Key,
    rows: &[Option<&Row>],
    input: &ComparisonInput<'_>,
) -> Line {
    let thing = match key {
        Key::All => None,
        Key::Base(thing) | Key::New(thing) => Some(thing),
    };
    let is_of_change = measure.name == CHANGED_HEAD;
    let filled: Vec<Option<Row>> = rows
        .iter()
        .enumerate()
        .map(|(at, row)| filled(measure, key, *row, at, input))
        .collect();
    let cells = filled.iter().map(|row| {
        let Some(row) = row else {
            return Cell::default();
        };
        let difference = match (row.difference, row.base, row.value) {
            _ if is_of_change => None,
            (Some(difference), ..) if row.base.is_some() || measure.is_of_one_chart() => {
                Some(difference)
            }
            // What is as it was, however little is known of it, has not changed.
            (None, Some(base), Some(value)) if base == value => {
                (!base.is_unknown()).then_some(Difference::NONE)
            }
            (None, Some(base), Some(value)) => Some(Difference::between(base, value)),
            _ => None,
        };
        Cell {
            value: row.value.filter(|value| !value.is_unknown()),
            difference,
            unstated: row.unstated,
        }
    });
    let mut line = Line {
        measure,
        label: measure.label(input.language),
        currency: None,
        of: thing.map(|thing| name(thing, key, rows, input)),
        base: None,
        whole: None,
        cells: cells.collect(),
        is_folded: false,
    };
    let known: Vec<&Row> = filled.iter().flatten().collect();
    let mut bases = known.iter().filter_map(|row| row.base);
    let base = bases.next().filter(|_| !is_of_change);
    // One id can come of different things in two proposals: then there is no one number today.
    if base.is_some_and(|base| bases.any(|other| other != base)) {
        line.cells
            .iter_mut()
            .for_each(|cell| cell.difference = None);
    } else {
        line.base = base.filter(|base| !base.is_unknown());
    }
    // What is of one thing is of all of it.
    let has_whole = line.base.is_none() && thing.is_none();
    let whole = known.first().and_then(|row| row.whole);
    if has_whole && known.iter().all(|row| row.whole == whole) {
        line.whole = whole;
    }
    if !line.is_known() {
        // Nobody states it, so that nothing stated differs either.
        line.cells.fill(Cell::default());
    }
    line
}

/// What a proposal comes to. One that has no row of a thing that another has one of is as it
/// was, or what is new in the other is not there.
#[expect(
    clippy::indexing_slicing,
    reason = "a proposal is named by its place, and a row has a cell for each"
)]
fn filled(
    measure: &'static Measure,
    key: &Key,
    row: Option<&Row>,
    at: usize,
    input: &ComparisonInput<'_>,
) -> Option<Row> {
    let (proposal, changes) = &input.proposals[at];
    let units = &changes.lineage.units;
    if !proposal.complete || !input.base.complete || units.gate().is_shut() {
        return None;
    }
    let context = PairContext {
        base: input.base.chart,
        revision: proposal.chart,
        changes,
        hearings: &[],
        limits: input.limits,
    };
    match (key, row) {
        (Key::All, row) => row.cloned(),
        // Of what was merged or split, the measure tells of all that it came of; here it is the
        // same unit of the base in every proposal.
        (Key::Base(thing), row) => {
            let own = thing.to().and_then(|id| {
                let now = units.descendants(&id).iter();
                let mut now = now.filter(|now| Key::of_unit(now, units) == *key);
                of_unit(measure, &context, &id, now.next())
            });
            own.or_else(|| row.cloned()).or(Some(nothing(measure)))
        }
        (Key::New(thing), Some(row)) => {
            let is_whole = |old: &UnitId| units.descendants(old).len() == 1;
            let came_of = thing
                .to()
                .is_some_and(|id| units.ancestors(&id).iter().all(is_whole));
            Some(Row {
                base: row.base.filter(|_| came_of),
                ..row.clone()
            })
        }
        (Key::New(_), None) => Some(nothing(measure)),
    }
}

/// Nothing of it is there.
fn nothing(measure: &'static Measure) -> Row {
    Row {
        measure,
        of: None,
        base: None,
        value: Some(Quantity::ZERO),
        whole: None,
        difference: None,
        unstated: None,
    }
}

/// What a thing is called: in the base, or where it is new; of two names, the first in the
/// alphabet.
fn name(thing: &Subject, key: &Key, rows: &[Option<&Row>], input: &ComparisonInput<'_>) -> String {
    let of_new = || {
        let proposals = input
            .proposals
            .iter()
            .zip(rows)
            .filter(|(_, row)| row.is_some());
        let names = proposals.map(|((proposal, _), _)| proposal.chart.name_of(thing));
        let first = names.min_by(|a, b| by_name(input.language, a, b));
        first.unwrap_or(thing.id.as_str())
    };
    let name = match key {
        Key::New(_) => of_new(),
        Key::All | Key::Base(_) => input.base.chart.name_of(thing),
    };
    name.to_owned()
}

/// What a chart counts money in.
fn currency(chart: &Chart) -> Option<String> {
    let organization = chart.entries().header.organization.as_ref();
    organization.and_then(|own| own.currency.clone())
}

/// The most that a line changes, or comes to where nothing is known of before.
fn largest(line: &Line) -> i64 {
    let of = |cell: &Cell| match (cell.difference, cell.value) {
        (Some(found), _) => {
            let end = |end: Option<i64>| end.map_or(i64::MAX, i64::abs);
            end(found.low).max(end(found.high))
        }
        (None, Some(value)) => value.high().unwrap_or(i64::MAX),
        (None, None) => 0,
    };
    line.cells.iter().map(of).max().unwrap_or(0)
}
