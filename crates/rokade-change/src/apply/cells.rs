//! Who is responsible for which part of a function: taking a part from one unit to another.
//!
//! Works on the entries of `responsible` alone. An entry without a site or without target
//! groups is for all of them but those that a more specific one takes out of it.

use rokade_core::entry::{OrUndecided, ResponsibleScope};
use rokade_core::ids::{SiteId, TargetGroupId, UnitId};
use rokade_core::quantity::{Amount, Quantity};

use super::staff::{Taking, left_of};
use super::tidy::tidy_cells;

type Unit = OrUndecided<UnitId>;

/// What is to be taken, from whom, to whom.
#[derive(Debug)]
pub(super) struct Request<'e> {
    /// From this unit only; without it, from whoever holds it.
    pub(super) from: Option<&'e UnitId>,
    /// The new holder.
    pub(super) to: &'e Unit,
    /// At these sites; none are everywhere.
    pub(super) sites: &'e [SiteId],
    /// For these target groups; none are anyone.
    pub(super) groups: &'e [TargetGroupId],
    /// How many cases.
    pub(super) cases: Option<Amount>,
}

/// Why a part cannot be taken.
#[derive(Debug)]
pub(super) enum Lack {
    /// The unit does not hold it.
    NotHeld,
    /// It has certainly fewer cases.
    TooMany { has: Quantity, taken: Quantity },
}

/// An entry, and whether it was written anew.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    pub(super) scope: ResponsibleScope,
    pub(super) touched: bool,
}

/// A part of an entry that is taken, at one site or everywhere.
#[derive(Debug)]
struct Piece {
    site: Option<SiteId>,
    groups: Vec<TargetGroupId>,
}

/// How an entry meets a request.
#[derive(Debug)]
struct Meeting {
    cell: usize,
    pieces: Vec<Piece>,
    /// The pieces are the entry.
    is_whole: bool,
    /// What is left of the entry's own target groups, where some of them are taken.
    groups_left: Option<Vec<TargetGroupId>>,
}

pub(super) fn specificity(scope: &ResponsibleScope) -> usize {
    usize::from(scope.site.is_some()) + usize::from(!scope.groups.is_empty())
}

/// Whether a scope holds all of a part of the function.
pub(super) fn covers(
    scope: &ResponsibleScope,
    site: Option<&SiteId>,
    group: Option<&TargetGroupId>,
) -> bool {
    (scope.site.is_none() || scope.site.as_ref() == site)
        && (scope.groups.is_empty() || group.is_some_and(|group| scope.groups.contains(group)))
}

/// Whether two scopes have a part in common.
pub(super) fn overlap(a: &ResponsibleScope, b: &ResponsibleScope) -> bool {
    let sites = match (&a.site, &b.site) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    };
    let groups = a.groups.is_empty()
        || b.groups.is_empty()
        || a.groups.iter().any(|group| b.groups.contains(group));
    sites && groups
}

/// Takes a part of a function to another holder. Gives the units that something was taken from.
pub(super) fn take(
    scopes: &mut Vec<ResponsibleScope>,
    request: &Request<'_>,
) -> Result<Vec<UnitId>, Lack> {
    let mut cells: Vec<Cell> = std::mem::take(scopes)
        .into_iter()
        .map(|scope| Cell {
            scope,
            touched: false,
        })
        .collect();
    let taken = take_cells(&mut cells, request);
    if taken.is_ok() {
        tidy_cells(&mut cells);
    }
    *scopes = cells.into_iter().map(|cell| cell.scope).collect();
    taken
}

#[expect(
    clippy::indexing_slicing,
    reason = "a meeting names its cell by its place"
)]
fn take_cells(cells: &mut Vec<Cell>, request: &Request<'_>) -> Result<Vec<UnitId>, Lack> {
    let meetings: Vec<Meeting> = (0..cells.len())
        .filter_map(|cell| meet(cells, cell, request))
        .collect();
    if meetings.is_empty() && request.from.is_some() {
        return Err(Lack::NotHeld);
    }
    let givers: Vec<&Meeting> = meetings
        .iter()
        .filter(|meeting| cells[meeting.cell].scope.unit.as_ref() != Some(request.to))
        .collect();
    let mut added = unheld(cells, request);
    let sources = givers.len() + added.len();
    // What nobody holds has no cases that there could be too few of.
    let shares = if givers.is_empty() && !added.is_empty() {
        Vec::new()
    } else {
        cases_taken(cells, &givers, request.cases, sources)?
    };
    if sources > 1 {
        for scope in &mut added {
            scope.cases = scope.cases.map(Quantity::any_part);
        }
    }
    let mut losers = Vec::new();
    for (meeting, taking) in givers.into_iter().zip(shares) {
        if let Some(OrUndecided::Id(unit)) = &cells[meeting.cell].scope.unit
            && !losers.contains(unit)
        {
            losers.push(unit.clone());
        }
        added.extend(give(cells, meeting, taking, request));
    }
    cells.extend(added.into_iter().map(|scope| Cell {
        scope,
        touched: true,
    }));
    Ok(losers)
}

/// What of an entry a request asks for and it effectively holds.
#[expect(
    clippy::indexing_slicing,
    reason = "a meeting names its cell by its place"
)]
fn meet(cells: &[Cell], index: usize, request: &Request<'_>) -> Option<Meeting> {
    let scope = &cells[index].scope;
    let holder = scope.unit.as_ref().and_then(OrUndecided::id);
    if request.from.is_some() && holder != request.from {
        return None;
    }
    let (sites, narrows_site) = match &scope.site {
        Some(site) if request.sites.is_empty() || request.sites.contains(site) => {
            (vec![Some(site.clone())], false)
        }
        Some(_) => return None,
        None if request.sites.is_empty() => (vec![None], false),
        None => (request.sites.iter().cloned().map(Some).collect(), true),
    };
    let (groups, narrows_group) = if request.groups.is_empty() {
        (scope.groups.clone(), false)
    } else if scope.groups.is_empty() {
        (request.groups.to_vec(), true)
    } else {
        let asked = scope.groups.iter();
        let common: Vec<TargetGroupId> = asked
            .filter(|group| request.groups.contains(group))
            .cloned()
            .collect();
        if common.is_empty() {
            return None;
        }
        (common, false)
    };
    let is_part = groups.len() < scope.groups.len();
    let narrows = narrows_site || narrows_group;
    let mut pieces = Vec::with_capacity(sites.len());
    for site in sites {
        let mut groups = groups.clone();
        if narrows {
            // What a more specific entry holds was not this one's.
            let own = specificity(scope);
            let others = || {
                let others = cells.iter().enumerate().filter(|(i, _)| *i != index);
                others
                    .map(|(_, cell)| &cell.scope)
                    .filter(|other| specificity(other) > own)
            };
            let is_others = |group: Option<&TargetGroupId>| {
                others().any(|other| covers(other, site.as_ref(), group))
            };
            if groups.is_empty() {
                if is_others(None) {
                    continue;
                }
            } else {
                groups.retain(|group| !is_others(Some(group)));
                if groups.is_empty() {
                    continue;
                }
            }
        }
        pieces.push(Piece { site, groups });
    }
    if pieces.is_empty() {
        return None;
    }
    let left = scope.groups.iter().filter(|group| !groups.contains(group));
    Some(Meeting {
        cell: index,
        pieces,
        is_whole: !narrows && !is_part,
        groups_left: (is_part && !narrows).then(|| left.cloned().collect()),
    })
}

/// How many cases are taken of each entry; `None` where the event does not say.
///
/// Cases that come from several sources at once, entries or what nobody holds, may come from any
/// of them.
#[expect(
    clippy::indexing_slicing,
    reason = "a meeting names its cell by its place"
)]
fn cases_taken(
    cells: &[Cell],
    givers: &[&Meeting],
    cases: Option<Amount>,
    sources: usize,
) -> Result<Vec<Option<Taking>>, Lack> {
    let Some(amount) = cases else {
        return Ok(vec![None; givers.len()]);
    };
    let has = |meeting: &&Meeting| cells[meeting.cell].scope.cases;
    let total: Option<Quantity> = givers.iter().map(has).sum::<Option<Quantity>>();
    let whole = total.unwrap_or(Quantity::UNKNOWN);
    let subject = rokade_core::ids::Subject::chart();
    let of_all = super::staff::taking(&subject, whole, Some(amount)).map_err(|why| match why {
        rokade_core::fault::NotApplicable::TooMany { has, taken, .. } => {
            Lack::TooMany { has, taken }
        }
        _ => Lack::NotHeld,
    })?;
    if sources == 1 {
        return Ok(vec![Some(of_all); givers.len()]);
    }
    let shares = givers.iter().map(|meeting| {
        let own = has(meeting).unwrap_or(Quantity::UNKNOWN);
        Some(match (of_all, amount) {
            (Taking::All, _) => Taking::All,
            (Taking::Part { .. }, Amount::Share(share)) => {
                let taken = own.scaled_percent(share);
                let left = left_of(own, amount);
                Taking::Part { taken, left }
            }
            (Taking::Part { taken, .. }, Amount::Absolute(_)) => {
                let most = match (own.high(), taken.high()) {
                    (Some(own), Some(taken)) => Some(own.min(taken)),
                    (own, taken) => own.or(taken),
                };
                let taken = Quantity::from_hundredths(0, most, taken.is_approximate())
                    .unwrap_or(Quantity::UNKNOWN);
                let left = own.less(taken);
                Taking::Part { taken, left }
            }
        })
    });
    Ok(shares.collect())
}

/// Takes the pieces of an entry; gives the new entries.
#[expect(
    clippy::indexing_slicing,
    reason = "a meeting names its cell by its place"
)]
fn give(
    cells: &mut [Cell],
    meeting: &Meeting,
    taking: Option<Taking>,
    request: &Request<'_>,
) -> Vec<ResponsibleScope> {
    let old = cells[meeting.cell].scope.clone();
    if meeting.is_whole && matches!(taking, None | Some(Taking::All)) {
        let cell = &mut cells[meeting.cell];
        cell.scope.unit = Some(request.to.clone());
        cell.touched = true;
        return Vec::new();
    }
    let (taken, left) = match taking {
        Some(Taking::Part { taken, left }) => (Some(taken), old.cases.map(|_| left)),
        // All cases of it go with a part of it, and the rest has none.
        Some(Taking::All) => (old.cases, old.cases.map(|_| Quantity::ZERO)),
        None => (
            old.cases.map(Quantity::any_part),
            old.cases.map(Quantity::any_part),
        ),
    };
    let several = meeting.pieces.len() > 1;
    let of_piece = taken
        .map(|taken| if several { taken.any_part() } else { taken })
        .filter(|taken| !taken.is_unknown());
    let mut added = Vec::new();
    for piece in &meeting.pieces {
        let scope = ResponsibleScope {
            unit: Some(request.to.clone()),
            site: piece.site.clone(),
            groups: piece.groups.clone(),
            cases: of_piece,
            // The same scope held by two on purpose, each with its cases.
            shared: meeting.is_whole || old.shared,
        };
        if !meeting.is_whole && specificity(&scope) > specificity(&old) {
            added.extend(kept_by_others(cells, meeting.cell, &scope));
        }
        added.push(scope);
    }
    let cell = &mut cells[meeting.cell].scope;
    cell.cases = left;
    if meeting.is_whole {
        cell.shared = true;
    }
    if let Some(groups) = &meeting.groups_left {
        cell.groups.clone_from(groups);
    }
    added
}

/// What others hold of a new, more specific scope, and would lose to it: those who share the
/// entry that it is taken from, and those who hold the part where the two cross.
#[expect(
    clippy::indexing_slicing,
    reason = "a meeting names its cell by its place"
)]
fn kept_by_others(cells: &[Cell], from: usize, new: &ResponsibleScope) -> Vec<ResponsibleScope> {
    let old = &cells[from].scope;
    let others = cells.iter().enumerate().filter(|(i, _)| *i != from);
    let others = others
        .map(|(_, cell)| &cell.scope)
        .filter(|other| other.unit != old.unit && other.unit != new.unit);
    let mut kept = Vec::new();
    for other in others.filter(|other| overlap(other, new)) {
        let shares = other.shared && old.shared && specificity(other) == specificity(old);
        let crosses = specificity(other) == 1
            && specificity(new) == 1
            && other.site.is_some() != new.site.is_some();
        if !shares && !crosses {
            continue;
        }
        let site = new.site.clone().or_else(|| other.site.clone());
        let mut groups = match (&new.groups[..], &other.groups[..]) {
            ([], groups) | (groups, []) => groups.to_vec(),
            (new, other) => new.iter().filter(|g| other.contains(g)).cloned().collect(),
        };
        if crosses {
            // Where both are stated there may be an entry already.
            groups.retain(|group| {
                !cells.iter().any(|cell| {
                    specificity(&cell.scope) == 2 && covers(&cell.scope, site.as_ref(), Some(group))
                })
            });
            if groups.is_empty() {
                continue;
            }
        }
        kept.push(ResponsibleScope {
            unit: other.unit.clone(),
            site,
            groups,
            cases: None,
            shared: other.shared,
        });
    }
    kept
}

/// What a request asks for by name and nobody holds, as entries of the new holder.
fn unheld(cells: &[Cell], request: &Request<'_>) -> Vec<ResponsibleScope> {
    if request.from.is_some() {
        return Vec::new();
    }
    let scopes = || cells.iter().map(|cell| &cell.scope);
    let sites: Vec<Option<SiteId>> = if request.sites.is_empty() {
        vec![None]
    } else {
        request.sites.iter().cloned().map(Some).collect()
    };
    let mut added = Vec::new();
    for site in sites {
        let new = |groups: Vec<TargetGroupId>| ResponsibleScope {
            unit: Some(request.to.clone()),
            site: site.clone(),
            groups,
            cases: match request.cases {
                Some(Amount::Absolute(cases)) => Some(cases),
                _ => None,
            },
            shared: false,
        };
        let is_held = |asked: &ResponsibleScope| scopes().any(|scope| overlap(scope, asked));
        if request.groups.is_empty() {
            let asked = new(Vec::new());
            if !is_held(&asked) {
                added.push(asked);
            }
            continue;
        }
        let groups = request.groups.iter().cloned();
        let groups: Vec<_> = groups
            .filter(|group| !is_held(&new(vec![group.clone()])))
            .collect();
        if !groups.is_empty() {
            added.push(new(groups));
        }
    }
    added
}
