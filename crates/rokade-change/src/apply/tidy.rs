//! Responsibilities as a person would write them: what says the same said once, and nothing that
//! holds by a wider entry anyway.

use std::collections::HashMap;

use rokade_core::entry::{Hashed, OrUndecided, ResponsibleScope};
use rokade_core::ids::{SiteId, TargetGroupId, UnitId};

use super::cells::{Cell, covers, overlap, specificity};
use super::staff::add_all;

/// Makes one entry of those that say the same of one unit, and leaves out what a unit holds by
/// a wider entry anyway.
pub(super) fn tidy(scopes: &mut Vec<ResponsibleScope>) {
    let mut cells: Vec<Cell> = std::mem::take(scopes)
        .into_iter()
        .map(|scope| Cell {
            scope,
            touched: true,
        })
        .collect();
    tidy_cells(&mut cells);
    *scopes = cells.into_iter().map(|cell| cell.scope).collect();
}

#[expect(clippy::indexing_slicing, reason = "every number is that of a cell")]
pub(super) fn tidy_cells(cells: &mut Vec<Cell>) {
    unite_same(cells);
    unite_groups(cells);
    // Whether one is redundant depends on what is wider alone, so that goes first, and the order
    // of the file decides nothing.
    for rank in 1..=2 {
        let mut at = 0;
        while at < cells.len() {
            let is_asked = cells[at].touched && specificity(&cells[at].scope) == rank;
            if is_asked && is_redundant(cells, at) {
                cells.remove(at);
            } else {
                at += 1;
            }
        }
    }
    for at in 0..cells.len() {
        if !cells[at].scope.shared {
            continue;
        }
        let scope = &cells[at].scope;
        let is_shared = cells.iter().any(|other| {
            other.scope.unit != scope.unit
                && specificity(&other.scope) == specificity(scope)
                && overlap(&other.scope, scope)
        });
        cells[at].scope.shared = is_shared;
    }
}

type Key = (Option<UnitId>, Option<SiteId>, Vec<TargetGroupId>);

fn key(scope: &ResponsibleScope, groups: Vec<TargetGroupId>) -> Option<Key> {
    let unit = match scope.unit.as_ref()? {
        OrUndecided::Id(unit) => Some(unit.clone()),
        OrUndecided::Undecided => None,
    };
    Some((unit, scope.site.clone(), groups))
}

/// Entries of the same unit for the same scope: their cases together.
#[expect(clippy::indexing_slicing, reason = "every number is that of a cell")]
fn unite_same(cells: &mut Vec<Cell>) {
    let mut first: HashMap<Key, usize, Hashed> = HashMap::default();
    let mut united: Vec<Cell> = Vec::with_capacity(cells.len());
    for cell in cells.drain(..) {
        let mut groups = cell.scope.groups.clone();
        groups.sort();
        let Some(key) = key(&cell.scope, groups) else {
            united.push(cell);
            continue;
        };
        match first.get(&key) {
            Some(&at) if cell.touched || united[at].touched => {
                let earlier = &mut united[at];
                let cases = earlier.scope.cases.zip(cell.scope.cases);
                earlier.scope.cases = cases.map(|(one, other)| one + other);
                earlier.scope.shared |= cell.scope.shared;
                earlier.touched = true;
            }
            _ => {
                first.entry(key).or_insert(united.len());
                united.push(cell);
            }
        }
    }
    *cells = united;
}

/// Entries of the same unit at the same site, for some groups and others: one for all of them.
#[expect(clippy::indexing_slicing, reason = "every number is that of a cell")]
fn unite_groups(cells: &mut Vec<Cell>) {
    let mut first: HashMap<Key, usize, Hashed> = HashMap::default();
    let mut united: Vec<Cell> = Vec::with_capacity(cells.len());
    for cell in cells.drain(..) {
        let scope = &cell.scope;
        let fits = !scope.groups.is_empty() && scope.cases.is_none() && !scope.shared;
        let Some(key) = key(scope, Vec::new()).filter(|_| fits) else {
            united.push(cell);
            continue;
        };
        match first.get(&key) {
            Some(&at) if cell.touched || united[at].touched => {
                add_all(&mut united[at].scope.groups, &cell.scope.groups);
                united[at].touched = true;
            }
            _ => {
                first.entry(key).or_insert(united.len());
                united.push(cell);
            }
        }
    }
    *cells = united;
}

/// Whether a unit would hold just the same without this entry of it.
#[expect(clippy::indexing_slicing, reason = "every number is that of a cell")]
fn is_redundant(cells: &[Cell], at: usize) -> bool {
    let scope = &cells[at].scope;
    if scope.cases.is_some() || scope.shared || scope.unit.is_none() {
        return false;
    }
    let own = specificity(scope);
    let others = || {
        let others = cells.iter().enumerate().filter(|(i, _)| *i != at);
        others
            .map(|(_, cell)| &cell.scope)
            .filter(|other| overlap(other, scope))
    };
    // One of the same rank, by another unit, is held off by this entry.
    if own == 0 || others().any(|o| specificity(o) == own && o.unit != scope.unit) {
        return false;
    }
    for level in (0..own).rev() {
        let mut below = others()
            .filter(|other| specificity(other) == level)
            .peekable();
        if below.peek().is_none() {
            continue;
        }
        let mut all = others().filter(|other| specificity(other) == level);
        // For anyone, only an entry for everything is less specific, and that covers it.
        let is_covered = scope.groups.iter().all(|group| {
            let mut below = others().filter(|other| specificity(other) == level);
            below.any(|other| covers(other, scope.site.as_ref(), Some(group)))
        });
        return is_covered && all.all(|other| other.unit == scope.unit);
    }
    false
}
